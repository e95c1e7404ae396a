#!/bin/sh
# TAP: the pages of the five seed charters say every word of their authors (tests/unit/test-seeds.c).
set -u
cd "$(dirname "$0")/../.." || exit 1
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
cp -r content seeds "$tmp/"
if ! "${MAKLUMAT:?path of the program}" build --quiet --no-posters "$tmp" >"$tmp/out" 2>&1; then
    echo "1..1"
    echo "not ok 1 - the seeds build"
    sed 's/^/# /' "$tmp/out"
    exit 1
fi
MAKLUMAT_SITE=$tmp/public "${BUILD:?folder of the tests}/tests/unit/test-seeds" --tap
