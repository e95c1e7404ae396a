#!/bin/sh
# TAP: finished PDFs of the twelve charters of tests/rich and of 500 put together by chance, at A4 and A3, by the
# words and boxes that pdftotext finds: nothing in the margin, on other words, too small or broken.
set -u
cd "$(dirname "$0")/../.." || exit 1
m=${MAKLUMAT:?path of the program}
rich=${BUILD:?folder of the build}/tests/unit/paper/test-rich
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
n=0
report() {
    n=$((n + 1))
    if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
[ -x "$rich" ] || { echo "1..0 # SKIP $rich is not built"; exit 0; }
months="Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"

# judged NAME CONTENT: every poster of every agency below, in one file an agency and size.
judged() {
    mkdir -p "$tmp/$1"
    { find "$2" -type f -exec cat {} + && cat themes/default/poster.yaml && echo "$months"; } >"$tmp/$1/words"
    for agency in $(find "$2" -name instansi.yaml); do
        folder=${agency%/instansi.yaml}
        for size in a4 a3; do
            "$m" poster "$folder" --all --size $size -o "$tmp/$1/$(basename "$folder").$size.pdf" \
                --base-url https://layanan.contoh.example >>"$tmp/$1/log" 2>&1 || sed 's/^/# /' "$tmp/$1/log"
        done
    done
    perl tests/cli/layout.pl "$tmp/$1/words" "$tmp/$1"/*.pdf >"$tmp/$1/faults"
    report $? "$1: $(tail -1 "$tmp/$1/faults")"
    sed '$d; s/^/# /' "$tmp/$1/faults"
}

judged "twelve charters of offices" tests/rich/content
mkdir "$tmp/chance"
MAKLUMAT_LEAVE=$tmp/chance/content "$rich" -p /rich/generated >"$tmp/log" 2>&1
[ "$(find "$tmp/chance/content" -name 'layanan-*.md' | wc -l)" = 500 ]
report $? "500 charters are put together"
judged "500 by chance" "$tmp/chance/content"

# The judge sees what it is there for: a vocabulary that lacks a word, a margin that is none.
echo Persyaratan >"$tmp/few"
perl tests/cli/layout.pl "$tmp/few" "$tmp/twelve charters of offices/kua.a3.pdf" | grep -q 'broken: '
report $? "a word that no text holds is a broken one"
echo "1..$n"
