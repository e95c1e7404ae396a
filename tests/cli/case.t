#!/bin/sh
# TAP: file systems that take names for one which differ in capital letters only (Windows, USB sticks, /mnt/c of WSL). Two outputs
# of one name are an error there and a warning elsewhere; a name that gets other letters keeps its bytes.
. "$(dirname "$0")/tap.sh"
fold=
case $m in
*windows/run) ;; # such a one itself
*)
    fold=$tmp/fold.so
    if ldd "$m" 2>/dev/null | grep -q asan || ! ${CC:-cc} -shared -fPIC -O1 -D_GNU_SOURCE -o "$fold" tests/faults/fold.c 2>/dev/null; then
        echo '1..0 # SKIP the shim needs a C compiler and a build without sanitizers'
        exit 0
    fi
    ;;
esac
folding() { # folding ARGS…: as run, in the project, on such a file system
    (cd "$tmp/p" && export LD_PRELOAD="$fold" && exec "$m" "$@") >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
}
project() { # project FORMER LINK: a charter with a former address and a file
    rm -rf "$tmp/p"
    cp -R tests/diag/_site "$tmp/p"
    sed "/^sk:/d; s|^persyaratan:|alamat_lama: [$1]\n&\n  - {teks: Formulir, tautan: $2}|" tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"
    mkdir -p "$tmp/p/content/dinas/${2%/*}"
    echo formulir >"$tmp/p/content/dinas/$2"
}
found() { sed -n 's/.*: \([a-z]*\): alamat "\([^"]*\)" dan "\([^"]*\)" .*\[path-case\]$/\1 \2 \3/p' "$tmp/out" "$tmp/err"; }
# wine gives no name other letters, which Windows does.
letters() { if [ -n "$fold" ]; then cat; else tr A-Z a-z; fi; }
shown() { (cd "$1" && find . -iname '*.pdf' -o -iname '*lama.html' | LC_ALL=C sort | tr '\n' ' ' | letters); }
rename_link() { # rename_link OLD NEW: the file and the charter that names it
    mv "$tmp/p/content/dinas/${1%%/*}" "$tmp/p/content/dinas/sementara"
    mv "$tmp/p/content/dinas/sementara" "$tmp/p/content/dinas/${2%%/*}"
    mv "$tmp/p/content/dinas/${2%%/*}/${1##*/}" "$tmp/p/content/dinas/${2%%/*}/sementara"
    mv "$tmp/p/content/dinas/${2%%/*}/sementara" "$tmp/p/content/dinas/$2"
    sed -i "s|tautan: $1|tautan: $2|" "$tmp/p/content/dinas/akta.md"
}

project Dinas/Akta.html f/a.pdf
folding check "$tmp/p"
is "one name for two pages: check" "1 kesalahan Dinas/Akta.html dinas/akta.html" "$st $(found)"
folding build "$tmp/p" --no-posters
is "build says the same" "1 kesalahan Dinas/Akta.html dinas/akta.html" "$st $(found)"
is "and makes nothing" "no" "$([ -e "$tmp/p/public" ] && echo yes || echo no)"
printf 'tingkat:\n  path-case: catatan\n' >>"$tmp/p/content/situs.yaml"
folding check "$tmp/p"
is "situs.yaml cannot make light of it" "1 kesalahan Dinas/Akta.html dinas/akta.html" "$st $(found)"
if [ -n "$fold" ]; then
    run check "$tmp/p"
    is "where letters are told apart, it can" "0 catatan Dinas/Akta.html dinas/akta.html" "$st $(found)"
    run build "$tmp/p" --no-posters
    is "and both pages are made" "0 ./Dinas/Akta.html ./dinas/akta.html " "$st $(cd "$tmp/p/public" && find . -iname akta.html | LC_ALL=C sort | tr '\n' ' ')"
    folding deploy --no-verify "$tmp/stik"
    is "which no target can hold that ignores case" "3 Dinas/Akta.html, dinas/akta.html" "$st $(sed -n 's/^maklumat: \(.*\): satu berkas di tujuan ini.*/\1/p' "$tmp/err")"
    is "nothing is there after that" "0" "$(find "$tmp/stik" -type f | wc -l)"
fi
project 'Lama.html, lama.html' f/a.pdf
folding check "$tmp/p"
is "two former addresses" "1 kesalahan lama.html Lama.html" "$st $(found)"
project dinas/f/a.html f/A.html
folding check "$tmp/p"
is "a former address and a file" "1 kesalahan dinas/f/a.html dinas/f/A.html" "$st $(found)"

project Dinas/Lama.html f/a.pdf
folding build "$tmp/p" --no-posters
is "a folder of two spellings is one" "0 " "$st $(found)"
folding build "$tmp/p" --no-posters
is "and nobody's else" "0 0" "$st $(grep -c 'bukan buatan' "$tmp/out")"

project lama.html f/a.pdf
folding build "$tmp/p" --no-posters
echo lain >"$tmp/p/public/Baru.html"
sed -i 's/lama\.html/lama.html, baru.html/' "$tmp/p/content/dinas/akta.md"
folding build "$tmp/p" --no-posters
is "others' files are not written over" "3 lain" "$st $(cat "$tmp/p/public/Baru.html")"

# Files that get other letters: the charter's page, then the folder that is delivered.
project lama.html Formulir/F-1.pdf
folding build "$tmp/p" --no-posters
for new in Formulir/f-1.pdf formulir/f-1.pdf Formulir/b.pdf formulir/C.pdf; do
    old=$(sed -n 's/.*tautan: \(.*\)}/\1/p' "$tmp/p/content/dinas/akta.md")
    [ -n "$fold" ] && folding deploy --no-verify "$tmp/kirim"
    rename_link "$old" "$new"
    folding build "$tmp/p" --no-posters
    is "$old is now $new" "0 $(echo "./dinas/$new ./lama.html " | letters)" "$st $(shown "$tmp/p/public")"
    is "$new: whole" formulir "$(find "$tmp/p/public/dinas" -iname "${new##*/}" -exec cat {} +)"
    folding build "$tmp/p" --no-posters
    is "$new: nothing is left to do" "0 0" "$st $(grep -c '[1-9][0-9]* ditulis\|[1-9][0-9]* dihapus' "$tmp/out")"
    if [ -n "$fold" ]; then
        folding deploy --no-verify "$tmp/kirim"
        is "$new: delivered" "0 formulir" "$st $(find "$tmp/kirim" -iname "${new##*/}" -exec cat {} +)"
        folding verify "$tmp/kirim"
        is "$new: as it was built" 0 "$st"
    fi
done
echo "1..$n"
