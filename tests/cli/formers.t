#!/bin/sh
# TAP: a former address belongs to one page, whichever agency claims it.
set -u
cd "$(dirname "$0")/../.." || exit 1
m=${MAKLUMAT:?path of the program}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
export MAKLUMAT_LANG=id
n=0
project() { # project KEY-OF-A KEY-OF-B [KEY-OF-AGENCY-B]: two agencies, a charter each
    rm -rf "$tmp/p"
    cp -R tests/diag/_site "$tmp/p"
    sed "/^judul:/a $1" tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"
    cp -R "$tmp/p/content/dinas" "$tmp/p/content/lain"
    sed "/^judul:/a $2" tests/diag/sk-space.md >"$tmp/p/content/lain/akta.md"
    echo "${3-}" >>"$tmp/p/content/lain/instansi.yaml"
}
is() { # is NAME WANTED: the exit code of a build and whom it blames
    n=$((n + 1))
    "$m" build "$tmp/p" --no-posters >"$tmp/out" 2>"$tmp/err"
    got="$? $(sed -n 's|.*content/\([^:]*\): .*"\([^"]*\)".*\[path-taken\]$|\1 \2|p' "$tmp/err")"
    if [ "$2" = "$got" ]; then echo "ok $n - $1"; else
        echo "not ok $n - $1"; echo "# wanted: $2"; echo "# got:    $got"
    fi
}
project 'alamat_lama: [lama/a.html]' 'alamat_lama: [lama/b.html]'
is "addresses of their own" "0 "
project 'alamat_lama: [lama/a.html]' 'alamat_lama: [lama/a]'
is "the same one twice" "1 lain/akta.md lama/a.html"
project 'alamat_lama: [lama/akta]' 'kata_kunci: [lahir]' 'alamat_lama: [lama]'
is "one in another's former folder" "1 lain/instansi.yaml lama/akta.html"
project 'kata_kunci: [lahir]' 'kata_kunci: [lahir]' 'alamat_lama: [dinas]'
is "a former folder where another agency is now" "0 "
echo "1..$n"
