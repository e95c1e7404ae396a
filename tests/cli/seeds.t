#!/bin/sh
# TAP: the pages of the five seed charters say every word of their authors (tests/unit/model/test-seeds.c).
. "$(dirname "$0")/tap.sh"
cp -r content seeds "$tmp/"
run build --quiet --no-posters "$tmp"
if [ $st != 0 ]; then
    is "the seeds build" 0 "$st $(cat "$tmp/err")"
    echo "1..1"
    exit 1
fi
MAKLUMAT_SITE=$tmp/public "${BUILD:?folder of the tests}/tests/unit/model/test-seeds" --tap
