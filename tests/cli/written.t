#!/bin/sh
# TAP: where a charter's words reach a reader: those of details, groups and foundations on the page, the book of all
# services, the screen, the poster and in the words of documents.
. "$(dirname "$0")/tap.sh"
p=$tmp/p
mkdir -p "$p/content/a"
echo 'nama: S' >"$p/content/situs.yaml"
printf '%s\n' 'nama: Dinas A' 'alamat: Jalan Satu 1' 'pengaduan: {kanal: [{telepon: (021) 5551234}]}' >"$p/content/a/instansi.yaml"
charter() { { printf '%s\n' --- 'judul: Uji' 'waktu: 1 hari kerja' 'biaya: gratis'; cat; echo ---; } >"$p/content/a/uji.md"; }
built() { "$m" build "$p" --no-posters --quiet --force >"$tmp/out" 2>&1 </dev/null || sed 's/^/# /' "$tmp/out"; }
plain() { sed 's/<[^>]*>//g' "$p/public/a/$1.html" | tr '\n' ' ' | tr -s ' '; }
poster() { "$m" poster "$p/content/a/uji.md" --size a4 -o "$tmp/uji.pdf" >/dev/null 2>&1; pdftotext -layout "$tmp/uji.pdf" - | tr '\n' ' ' | tr -s ' '; }
sheet() { "$m" export csv --dir "$p" -o "$tmp/a.csv" >/dev/null 2>&1 </dev/null; tr '\n' ' ' <"$tmp/a.csv"; }
# stands WHERE HOW…: each line of $tmp/words stands in what HOW prints.
stands() {
    where=$1; shift
    text=$("$@")
    missing=$(while IFS= read -r word; do case $text in *"$word"*) ;; *) printf '%s; ' "$word" ;; esac; done <"$tmp/words")
    is "$where" "" "$missing"
}

charter <<'Y'
persyaratan:
  - {kelompok: Berkas, untuk: badan usaha, bila: dikuasakan, jumlah: 3 rangkap, formulir: F-100, tautan: https://contoh.example/f, butir: [NIB]}
prosedur:
  - {oleh: Pemohon, teks: datang, rincian: [{teks: pas foto, jumlah: 4 lembar, formulir: F-207, bila: belum direkam, untuk: anak}]}
Y
built
cat >"$tmp/words" <<'W'
Untuk badan usaha: Bila dikuasakan: Berkas (3 rangkap
F-100
Untuk anak: Bila belum direkam: pas foto (4 lembar
ormulir F-207
W
stands "a page says the conditions and copies of groups and details" plain uji
stands "so does the book" plain cetak
stands "so does the poster" poster
stands "so does the sheet" sheet
sed -i '3d' "$tmp/words"; sed -i '3d' "$tmp/words"
stands "the screen says those of groups" plain papan
is "the group leads to its form" 1 "$(grep -c 'href="https://contoh.example/f"' "$p/public/a/uji.html")"

charter <<'Y'
biaya: {jumlah: Rp5.000, dasar: [{kelompok: Perda Retribusi, tautan: https://contoh.example/d, butir: [Pasal 4]}]}
sarana: [{kelompok: Ruang tunggu, tautan: https://contoh.example/s, butir: [Kursi]}]
produk: [{kelompok: Berkas jadi, tautan: https://contoh.example/p, butir: [Akta]}]
Y
sed -i '/^biaya: gratis/d' "$p/content/a/uji.md"
built
printf '%s\n' 'Perda Retribusi' 'Pasal 4' 'Ruang tunggu' 'Berkas jadi' >"$tmp/words"
stands "a page names the groups of the fee's foundation" plain uji
is "names of groups lead where they say" "d p s" \
    "$(grep -o 'href="https://contoh.example/[a-z]"' "$p/public/a/uji.html" | sed 's/.*example.//; s/"//' | sort -u | xargs)"

# A service that is no longer given still says why, and where to go.
charter <<'Y'
status: dicabut
nonaktif: {alasan: Digabung ke layanan terpadu}
pemberitahuan: [{teks: Pindah ke Mal Pelayanan Publik}]
Y
built
printf '%s\n' 'Digabung ke layanan terpadu' 'Pindah ke Mal Pelayanan Publik' >"$tmp/words"
stands "a page of what is withdrawn says why and where to go" plain uji

# A channel as a pair in braces is that pair.
printf '%s\n' 'nama: Dinas A' 'alamat: Jalan Satu 1' 'pengaduan: {kanal: [{telepon: (021) 5551234}, { WhatsApp: 0856-0796-6637 }, {"Kotak saran": lobi}]}' >"$p/content/a/instansi.yaml"
charter </dev/null
built
is "channels in braces are read" "0 1 1" "$(sed -n '/<main/,/<\/main/p' "$p/public/a/uji.html" | grep -c '[{}]') $(grep -c 'href="tel:+62215551234"' "$p/public/a/uji.html") $(grep -c 'href="https://wa.me/6285607966637"' "$p/public/a/uji.html")"
echo "1..$n"
