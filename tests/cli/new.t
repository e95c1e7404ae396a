#!/bin/sh
# TAP: maklumat new makes files where they will be read, and nowhere else.
set -u
cd "$(dirname "$0")/../.." || exit 1
m=${MAKLUMAT:?path of the program}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
export MAKLUMAT_LANG=id
n=0
is() { # is KIND PATH WANTED: the exit code and what is said, in $tmp/situs or where $in says
    n=$((n + 1))
    got=$(cd "$tmp/situs/${in-}" && "$m" new "$1" "$2" 2>&1; echo $?)
    if [ "$3" = "$got" ]; then echo "ok $n - new $1 $2${in:+ in $in}"; else
        echo "not ok $n - new $1 $2"; printf '%s\n' "$3" | sed 's/^/# wanted: /'; printf '%s\n' "$got" | sed 's/^/# got:    /'
    fi
}
refused() { echo "maklumat: $1"; echo 2; }
outside() { refused "$1 tidak berada di dalam content/, jadi tidak akan dibaca; tulis misalnya content/dinas-sosial/akta"; }
name() { refused "nama itu tidak dapat menjadi alamat; tulis \"$1\""; }
mkdir -p "$tmp/situs/content/kab"
for kind in agency service; do
    is $kind '' "$(refused 'tulis misalnya: maklumat new service content/dinas-sosial/akta-kelahiran')"
    for path in dinas-sosial dinas-sosial/akta / . .. content/../akta; do is $kind $path "$(outside $path)"; done
    is $kind 'content/Dinas Sosial' "$(name dinas-sosial)"
    is $kind content/kab/.md "$(name layanan)"
    is $kind content/kab/index "$(name layanan-index)"
done
is service content "$(name layanan)"
is service content/. "$(name layanan)"
is agency content "content/instansi.yaml
0"
is agency content/kab/dinas/ "content/kab/dinas/instansi.yaml
0"
is agency content/kab/dinas "$(refused 'content/kab/dinas/instansi.yaml sudah ada')"
is service content/kab/dinas/akta/ "content/kab/dinas/akta.md
0"
is service content/kab/dinas/akta.md "$(refused 'content/kab/dinas/akta.md sudah ada')"
is service content/kab/dinas/akta.md/kia 'maklumat: content/kab/dinas/akta.md: bukan folder
3'
in=content/kab
is service dinas/kia "dinas/kia.md
0"
is agency ../dinas-b "../dinas-b/instansi.yaml
0"
is agency ../../dinas-c "$(outside ../../dinas-c)"
is halaman x "$(refused 'tidak ada "halaman"; tulis site, agency, atau service')"
n=$((n + 1))
found=$(cd "$tmp/situs" && find . -type f | LC_ALL=C sort | tr '\n' ' ')
[ "$found" = './content/dinas-b/instansi.yaml ./content/instansi.yaml ./content/kab/dinas/akta.md ./content/kab/dinas/instansi.yaml ./content/kab/dinas/kia.md ' ] ||
    { echo "# got: $found"; printf 'not '; }
echo "ok $n - and nothing else"
echo "1..$n"
