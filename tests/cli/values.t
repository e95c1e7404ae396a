#!/bin/sh
# TAP: what pages and data make of a value that says nothing, or cannot be meant.
. "$(dirname "$0")/tap.sh"
cp -R tests/diag/_site "$tmp/p"
folder=$tmp/p/content/dinas
service() { # service NAME LINE…
    { echo ---; echo "judul: $1"; shift; printf '%s\n' "$@"; echo ---; } >"$folder/$name.md"
}
name=dicabut service "Layanan lama" "status: dicabut" "persyaratan: KTP" "prosedur: [Pemohon datang]"
name=peraturan service Peraturan "varian: [{nama: A, biaya: sesuai peraturan}, {nama: B, biaya: berdasarkan Perda}]"
name=campuran service Campuran "varian: [{nama: A, biaya: sesuai peraturan}, {nama: B, biaya: Rp 5.000}]"
name=tabel service Tabel "varian: [{nama: A, biaya: {tarif: [{jumlah: menurut luas}]}}, {nama: B, biaya: {tarif: [{jumlah: \"Rp ,-\"}]}}]"
name=kosong service Kosong "biaya: {jenis: tetap, jumlah: \"Rp ,-\"}"
name=ribuan service Ribuan "biaya: Rp. 5"
name=tarif service Tarif "biaya: {tarif: [{untuk: A, jumlah: Rp. 5}, {untuk: B, jumlah: Rp 5.000}]}"
name=nol service Nol "biaya: {jenis: tetap, jumlah: Rp 0}"
printf 'poster:\n  ukuran: [a3, a3]\n' >>"$tmp/p/content/situs.yaml"
run build "$tmp/p" -q
is "a size of posters named twice is made once" "0 a3" \
    "$st $(cd "$tmp/p/public/dinas/poster" && echo tarif-*.pdf | sed 's/tarif-\(.*\)\.pdf/\1/')"
page() { cat "$tmp/p/public/dinas/$1.html"; }
is "a page of a withdrawn service names no picture" 0 "$(page dicabut | grep -c 'og:image"\|poster/')"
is "another names one that is there" 1 "$(page tarif | grep -c 'og:image" content="https://contoh.example/dinas/poster/tarif.png"')"

fact() { page "$1" | grep -o '<dd class="besar[^>]*>[^<]*' | grep -c "$2"; }
is "variants by regulation, each" 2 "$(fact peraturan 'Sesuai peraturan')"
is "variants with nothing in common, each its own" "1 1" \
    "$(fact campuran 'biasa".*Sesuai peraturan') $(fact campuran 'Rp5.000')"
is "variants with tables, each" 2 "$(fact tabel 'Menurut tabel tarif')"
is "the list of all services says the same" "Lihat tiap varian Menurut tabel tarif Sesuai peraturan" \
    "$(grep -oh 'Sesuai peraturan\|Lihat tiap varian\|Menurut tabel tarif' "$tmp/p/public/dinas/index.html" |
        sort -u | paste -sd ' ')"

# No output holds the day it was made; a packager's clock changes nothing.
before=$(sums "$tmp/p/public")
SOURCE_DATE_EPOCH=86400 run build "$tmp/p" -o "$tmp/q" -q --force
is "every date is one of the content" "$before" "$(sums "$tmp/q")"

amounts() { # amounts TITLE
    grep "\"judul\":\"$1\"" "$tmp/p/public/dinas/data.json" | grep -o '"rupiah":[0-9]*' | cut -d: -f2
}
is "data without an amount that was not read" "" "$(amounts Kosong)"
is "nor one whose thousands are lost" "" "$(amounts Ribuan)"
is "nor in a table" 5000 "$(amounts Tarif)"
is "but an amount of nothing" 0 "$(amounts Nol)"
is "search engines learn no price that was not read" "0 0" \
    "$(page kosong | grep -c '"price"') $(page ribuan | grep -c '"price"')"

# A kind alone says something, in the table of a spreadsheet too.
name=pilihan service Pilihan "biaya: {jenis: gratis}" "cara_akses: [{jenis: datang}]" \
    "prosedur: [A, {teks: B, selesai: ya}, {teks: C, kembali: 1}]" \
    "pengaduan: {kanal: [{jenis: whatsapp, nilai: 081200000000}, {jenis: kotak_saran}]}"
run check "$tmp/p"
is "a fee that is free is there" "" "$(grep component-empty "$tmp/out" | grep pilihan)"
run build "$tmp/p" -q
record=$(grep '"judul":"Pilihan"' "$tmp/p/public/dinas/data.json")
is "in the data" '"biaya":{"jenis":"gratis"}' "$(echo "$record" | grep -o '"biaya":{[^}]*}')"
is "as a component" '"komponen":["tidak_ada","ada","tidak_ada","ada",' \
    "$(echo "$record" | grep -o '"komponen":\[\("[a-z_]*",\)\{4\}')"
is "rows of spreadsheets hold kinds, ends and ways back" \
    '"datang","","","","A|B selesai|C kembali 1","","gratis","","whatsapp 081200000000 kotak saran"' \
    "$(sed -n '/"Pilihan"/,/^"/p' "$tmp/p/public/dinas/data.csv" | paste -sd '|' |
        grep -o '"datang","","","","A|.*kotak saran"')"

# An open end has no upper one.
name=terbuka service Terbuka "waktu: '> 14 hari kerja'"
run build "$tmp/p" -q --no-posters
is "data of an open end" '"bagian":[{"min":14,"satuan":"hari kerja"}],"batas":"paling_cepat"' \
    "$(grep '"judul":"Terbuka"' "$tmp/p/public/dinas/data.json" | grep -o '"bagian":.*paling_cepat"')"

# What a link downloads stands in it, and follows the file.
head -c 122000 /dev/zero >"$folder/f 1.pdf"
head -c 1300000 /dev/zero >"$folder/peta.jpeg"
printf x >"$folder/catatan"
name=berkas service Berkas "sk: {nomor: 188/1, tautan: f 1.pdf}" \
    "persyaratan: [{teks: Formulir, formulir: F-1, tautan: f 1.pdf, rincian: [{teks: x, tautan: catatan}]}, {teks: Situs, tautan: https://a.go.id/x.pdf}]" \
    "biaya: {jenis: gratis, dasar: [{teks: Perda, tautan: f 1.pdf}]}" "dasar_hukum: [{teks: UU, tautan: 'f 1.pdf#2'}]"
echo 'Lihat [peta](peta.jpeg), [situs](https://a.go.id) dan [halaman](pilihan.md).' >>"$folder/berkas.md"
run build "$tmp/p" -q
notes() { page berkas | grep -o '>[^<> ][^<>]*\( <small>([^<]*)</small>\| (JPEG[^<]*)\)</a>' | sed 's/<[^>]*>//g; s/^>//' | sort -u | paste -sd '|'; }
is "kind and size of files beside their links" \
    "Formulir F-1 (PDF, 120 KB)|Perda (PDF, 120 KB)|SK Nomor 188/1 (PDF, 120 KB)|UU (PDF, 120 KB)|peta (JPEG, 1,3 MB)" "$(notes)"
is "of a name without a kind the size" 1 "$(page berkas | grep -c '<small>(1 KB)</small>')"
head -c 900 /dev/zero >"$folder/f 1.pdf"
run build "$tmp/p" -q
is "another size makes another page" 4 "$(notes | grep -o '(PDF, 1 KB)' | grep -c .)"

# Seven hours a day it is still yesterday in Greenwich.
today=$(TZ=WIB-7 date +%F)
name=hari service Hari "ditinjau: $today"
run check "$tmp/p"
is "today is today in the office" 0 "$(grep -c date-future "$tmp/out")"
echo "1..$n"
