#!/bin/sh
# TAP: maklumat new makes files where they will be read, and nowhere else.
. "$(dirname "$0")/tap.sh"
makes() { # makes KIND PATH WANTED: what is said and the exit code, in $tmp/situs or where $in says
    is "new $1 $2${in:+ in $in}" "$3" "$(cd "$tmp/situs/${in-}" && "$m" new "$1" "$2" 2>&1; echo $?)"
}
refused() { echo "maklumat: $1"; echo 2; }
outside() { refused "$1 tidak berada di dalam content/, jadi tidak akan dibaca; tulis misalnya content/dinas-sosial/akta"; }
name() { refused "nama itu tidak dapat menjadi alamat; tulis \"$1\""; }
mkdir -p "$tmp/situs/content/kab"
for kind in agency service; do
    makes $kind '' "$(refused 'tulis misalnya: maklumat new service content/dinas-sosial/akta-kelahiran')"
    for path in dinas-sosial dinas-sosial/akta / . .. content/../akta; do makes $kind $path "$(outside $path)"; done
    makes $kind 'content/Dinas Sosial' "$(name dinas-sosial)"
    makes $kind content/kab/.md "$(name layanan)"
    makes $kind content/kab/index "$(name layanan-index)"
done
makes service content "$(name layanan)"
makes service content/. "$(name layanan)"
makes agency content "content/instansi.yaml
0"
makes agency content/kab/dinas/ "content/kab/dinas/instansi.yaml
0"
makes agency content/kab/dinas "$(refused 'content/kab/dinas/instansi.yaml sudah ada')"
makes service content/kab/dinas/akta/ "content/kab/dinas/akta.md
0"
makes service content/kab/dinas/akta.md "$(refused 'content/kab/dinas/akta.md sudah ada')"
makes service content/kab/dinas/akta.md/kia 'maklumat: content/kab/dinas/akta.md: bukan folder
3'
in=content/kab
makes service dinas/kia "dinas/kia.md
0"
makes agency ../dinas-b "../dinas-b/instansi.yaml
0"
makes agency ../../dinas-c "$(outside ../../dinas-c)"
makes halaman x "$(refused 'tidak ada "halaman"; tulis site, agency, atau service')"
is "and nothing else" './content/dinas-b/instansi.yaml ./content/instansi.yaml ./content/kab/dinas/akta.md ./content/kab/dinas/instansi.yaml ./content/kab/dinas/kia.md ' \
    "$(cd "$tmp/situs" && find . -type f | LC_ALL=C sort | tr '\n' ' ')"
echo "1..$n"
