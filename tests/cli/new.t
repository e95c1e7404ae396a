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
while read -r kind example; do
    makes "$kind" '' "$(refused "tulis misalnya: maklumat new $kind $example")"
done <<END
site situs-layanan
agency content/dinas-sosial
service content/dinas-sosial/akta-kelahiran
page tentang
region content/kab-pasuruan
translation content/dinas-sosial/akta-kelahiran.en.md
holidays 2027
theme kami
END
is "new alone" "$(refused 'tulis misalnya: maklumat new service content/dinas-sosial/akta-kelahiran')" "$("$m" new 2>&1; echo $?)"
for kind in agency service; do
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
makes halaman x "$(refused 'tidak ada "halaman"; tulis site, agency, service, page, region, translation, holidays, atau theme')"
is "and nothing else" './content/dinas-b/instansi.yaml ./content/instansi.yaml ./content/kab/dinas/akta.md ./content/kab/dinas/instansi.yaml ./content/kab/dinas/kia.md ' \
    "$(cd "$tmp/situs" && find . -type f | LC_ALL=C sort | tr '\n' ' ')"
is "no fact of a scaffold can be taken for a true one" '#telepon: (XXXX) XXXXXX
#hari_tutup: 1111-11-11
#      - WhatsApp: XXXXXXXXXXXX
#  - nilai: XXX
#sk: XXX.X/XX/XXXX
#berlaku_sejak: 1111-11-11
#ditinjau: 1111-11-11
#      - WhatsApp: XXXXXXXXXXXX' \
    "$(cd "$tmp/situs" && grep -h '^#\(telepon\|sk\|hari_tutup\|berlaku_sejak\|ditinjau\):\|nilai:\|WhatsApp' \
        content/instansi.yaml content/kab/dinas/akta.md)"
in=
# ---- a site that is something at once
cd "$tmp" || exit 1
run new site contoh --ci gitlab
is "a new site" "contoh/content/situs.yaml 0 contoh/.gitlab-ci.yml" "$(head -n 1 "$tmp/out") $st $(tail -n 1 "$tmp/out")"
(cd contoh && "$m" check --today 2026-11-22 --format json >"$tmp/findings" && "$m" build -q >"$tmp/built" 2>&1); st=$?
is "it builds" "0 1" "$st $(grep -c '^1 layanan dari 1 instansi: .* 7 poster;' "$tmp/built")"
is "it has no error" 0 "$(grep -c '"level": "error"' "$tmp/findings")"
is "its example is plainly one" 1 "$(grep -c 'bukan layanan sungguhan' contoh/public/contoh/dinas-contoh/surat-keterangan-contoh.html | sed 's/[1-9][0-9]*/1/')"
is "and its office is on a map" 1 "$(grep -c '<a href="https://www.openstreetmap.org/">Lihat peta</a>' contoh/public/contoh/dinas-contoh/index.html)"
is "deadlines are known: it has holidays" "libur-2026.yaml" "$(cd contoh/content && ls libur-*)"
is "what is made is not kept" "/public/ /.maklumat-cache/ /situs.zip" "$(tr '\n' ' ' <contoh/.gitignore | sed 's/ $//')"
run new site contoh
is "and never again" "maklumat: contoh/content/situs.yaml sudah ada
2" "$(cat "$tmp/err"; echo $st)"
for host in github gitlab forgejo; do
    run new site "ci-$host" --ci $host
    is "a workflow for $host checks, builds and delivers" "0 check build deploy" "$st $(grep -rhoE 'maklumat (check|build|deploy)' "ci-$host"/.g*/*/*.yml "ci-$host"/.forgejo/*/*.yml "ci-$host"/.gitlab-ci.yml 2>/dev/null | sed 's/maklumat //' | tr '\n' ' ' | sed 's/ $//')"
done
run new site ci-lain --ci lain
is "another host" "maklumat: --ci memerlukan github, gitlab, atau forgejo, bukan \"lain\"" "$(cat "$tmp/err")"
cd contoh || exit 1
run new region content/kab-pasuruan
is "a region" "nama: Kabupaten Pasuruan|jenis: kabupaten|" "$(grep -v '^#' content/kab-pasuruan/wilayah.yaml | tr '\n' '|')"
run new page tentang-kami
is "a page of the site itself" "content/halaman/tentang-kami.md|judul: Tentang Kami|menu: Tentang Kami|" "$(cat "$tmp/out")|$(sed -n '2,3p' content/halaman/tentang-kami.md | tr '\n' '|')"
run new page Tentang
is "whose name may be one of the program's pages" "maklumat: nama itu tidak dapat menjadi alamat; tulis \"tentang\"
2" "$(cat "$tmp/err"; echo $st)"
run new page content/contoh/kabar
is "and which has one place" "maklumat: content/contoh/kabar: halaman situs berada di content/halaman; tulis namanya saja, misalnya tentang
2" "$(cat "$tmp/err"; echo $st)"
run new translation content/contoh/dinas-contoh/surat-keterangan-contoh.en.md
is "a translation starts from the original" "judul: Surat Keterangan Contoh 0" "$(sed -n 3p content/contoh/dinas-contoh/surat-keterangan-contoh.en.md) $st"
is "with its other lines as comments, but for keys of the original alone" "$(sed -n '/^keperluan:/d; 3,/^---$/{/^---$/!s/^/#/;/^---$/!p}' content/contoh/dinas-contoh/surat-keterangan-contoh.md)" "$(sed -n '4,/^---$/{/^---$/!p}' content/contoh/dinas-contoh/surat-keterangan-contoh.en.md)"
printf 'bahasa: [id, en]\n' >>content/situs.yaml
run check --quiet
is "it is a good one" "0 tidak ada temuan" "$st $(cat "$tmp/out")"
sed -i '3,$s/^#//' content/contoh/dinas-contoh/surat-keterangan-contoh.en.md
run check --quiet
is "with all of them, too" "0 tidak ada temuan" "$st $(cat "$tmp/out")"
cat >content/contoh/dinas-contoh/panjang.md <<'END'
---
judul: >-
  Surat Keterangan
  Panjang
sk:
  nomor: 1/2026
  tanggal: 2026-01-05
ringkasan: Contoh: panjang
alamat_lama:
  - contoh/dinas-contoh/lama.html
kelompok: Surat
waktu: 3 hari kerja
---
END
run new translation content/contoh/dinas-contoh/panjang.en.md
is "and with a title of several lines" "judul: >-|  Surat Keterangan|  Panjang|#ringkasan: Contoh: panjang|#waktu: 3 hari kerja|---|" "$(sed 1,2d content/contoh/dinas-contoh/panjang.en.md | tr '\n' '|')"
rm content/contoh/dinas-contoh/panjang*.md
run new translation content/contoh/dinas-contoh/surat.md
is "a translation needs a language" 2 $st
run new translation content/contoh/dinas-contoh/tidak-ada.en.md
is "and an original" "maklumat: content/contoh/dinas-contoh/tidak-ada.md: tidak ada
3" "$(cat "$tmp/err"; echo $st)"
rm content/libur-2026.yaml
run new holidays 2026
is "holidays that are decreed" "content/libur-2026.yaml 0" "$(cat "$tmp/out") $st"
run new holidays content/libur-2031.yaml
is "and those that are not are not made up" "maklumat: libur-2031.yaml: hari libur tahun itu belum ada dalam maklumat ini; salin libur-2026.yaml, lalu isi menurut Keputusan Bersama Menteri untuk tahun itu
2" "$(cat "$tmp/err"; echo $st)"
run new theme kami
is "a theme" "themes/kami/labels.id.yaml themes/kami/theme.yaml" "$(LC_ALL=C sort "$tmp/out" | tr '\n' ' ' | sed 's/ $//')"
echo 'cari: Temukan' >themes/kami/labels.id.yaml
run build -q --no-posters --theme kami -o kami
is "holds only what it changes" "0 1" "$st $(grep -c Temukan kami/index.html | sed 's/[1-9][0-9]*/1/')"
echo 'carii: Temukan' >themes/kami/labels.id.yaml
run check -q --theme kami
is "and a misspelt label is told" "themes/kami/labels.id.yaml:1:1: kesalahan: kunci \"carii\" tidak dikenal [key-unknown]
    1 | carii: Temukan
      | ^~~~~
  = saran: tulis \"cari\"" "$(head -n 4 "$tmp/out")"
# What check would refuse is not begun: folders of the site's own, and names that Windows has no files for.
mkdir -p "$tmp/nama/content" && printf 'nama: S\n' >"$tmp/nama/content/situs.yaml"
for path in 'agency halaman/z' 'agency data/z' 'service poster/akta' 'service con' 'agency aux' 'region com1' 'service lpt9/akta' 'service nul.md'; do
    run new "${path%% *}" "$tmp/nama/content/${path#* }"
    is "new $path" "2 1 1" "$st $(grep -c 'nama itu tidak dapat menjadi alamat; tulis "layanan-' "$tmp/err") $(find "$tmp/nama/content" -type f | wc -l)"
done
run new agency "$tmp/nama/content/com0"
is "com0 is no device" 0 "$st"
run build "$tmp/nama" -o "$tmp/nama/.maklumat-cache"
is "the cache is no output folder" "3 no" "$st $([ -e "$tmp/nama/.maklumat-cache/index.html" ] && echo yes || echo no)"
echo "1..$n"
