#!/bin/sh
# TAP: what offices type in place of what was meant, and the words that are offered instead.
. "$(dirname "$0")/tap.sh"
d=$tmp/p/content/dinas
mkdir -p "$d"
printf 'nama: Uji\nurl: https://uji.example/\n' >"$tmp/p/content/situs.yaml"
agency='nama: Dinas\nalamat: Jalan 1\ntelepon: (0343) 427605\n'

# The errors and remedies of what check says, without what is not there at all.
judge() {
    (cd "$tmp/p" && "$m" check --today 2026-11-22 2>&1) |
        awk '/^content/ { told = 0 } /^content.*\[/ && !/\[(component-[a-z]*|step-not-citizen|poster-empty|[a-z-]*-missing)\]$/ || /\[link-missing\]$/ {
                 told = 1; sub(/^.*\[/, "["); print } told && /^  = saran: / { sub(/^  = saran: /, ""); print }'
}
# offers NAME LINES WANTED: LINES stand in a charter
offers() {
    printf "$agency" >"$d/instansi.yaml"
    printf -- '---\njudul: Akta\n%s\n---\n' "$2" >"$d/akta.md"
    is "$1" "$3" "$(judge)"
}
# agency_offers NAME LINES WANTED: LINES stand in instansi.yaml
agency_offers() {
    printf -- '---\njudul: Akta\n---\n' >"$d/akta.md"
    printf 'nama: Dinas\nalamat: Jalan 1\n%s\n' "$2" >"$d/instansi.yaml"
    is "$1" "$3" "$(judge)"
}

offers "a star for a hyphen" "persyaratan:
  * Fotokopi KTP
  * Fotokopi KK" '[yaml-start]
tulis: - Fotokopi KTP'
offers "a star in the first column" "persyaratan:
* Fotokopi KTP" '[yaml-start]
tulis: - Fotokopi KTP'
offers "a list in braces" "persyaratan:
  - {KTP, KK}" '[yaml-comma]
tulis: - "KTP, KK"'
offers "an apostrophe that belongs to the word" "sarana:
  - 'Aisyiyah" '[yaml-quote]
tulis: - "'"'Aisyiyah"'"'
offers "a quote that was not closed" 'sarana:
  - "Ruang tunggu' '[yaml-quote]
tulis: - "Ruang tunggu"'
offers "a list of prices" "biaya:
  - Baru: Rp 5.000
  - Hilang: Rp 10.000" '[row-expected]
tulis "tarif:" di bawah "biaya:", lalu di bawahnya setiap butir seperti ini: - {untuk: Baru, jumlah: Rp 5.000}'
offers "prices as keys" "biaya:
  Baru: Rp 5.000
  Hilang: Rp 10.000" '[row-expected]
tulis "tarif:" di bawah "biaya:", lalu di bawahnya setiap butir seperti ini: - {untuk: Baru, jumlah: Rp 5.000}'
offers "a tariff written short" "biaya:
  tarif:
    - Baru: Rp 5.000" '[row-expected]
tulis setiap butir seperti ini: - {untuk: Baru, jumlah: Rp 5.000}'
offers "a channel without a list" "pengaduan: WA 0856-0796-6637" '[row-expected]
tulis "kanal:" di bawah "pengaduan:", lalu di bawahnya setiap butir seperti ini: - WA 0856-0796-6637'
offers "channels as keys" "pengaduan:
  Telepon: (0343) 427605
  WhatsApp: 0856-0796-6637" '[row-expected]
tulis "kanal:" di bawah "pengaduan:", lalu di bawahnya setiap butir seperti ini: - Telepon: (0343) 427605'
offers "channels with their keys, but no list" "pengaduan:
  - jenis: whatsapp
    nilai: 0856-0796-6637" '[row-expected]
tulis "kanal:" di bawah "pengaduan:", lalu di bawahnya setiap butir seperti ini: - {jenis: whatsapp, nilai: 0856-0796-6637}'
offers "days as keys" "jam_layanan:
  Senin-Kamis: 08.00-15.00
  Jumat: 08.00-11.00" '[row-expected]
tulis setiap butir seperti ini: - {hari: Senin-Kamis, jam: 08.00-15.00}'
offers "times as keys" "waktu:
  Baru: 3 hari kerja
  Hilang: 5 hari kerja" '[row-expected]
tulis setiap butir seperti ini: - {untuk: Baru, waktu: 3 hari kerja}'
offers "numbers as keys" "prosedur:
  1: Datang
  2: Pulang" '[row-expected]
tulis setiap butir seperti ini: - Datang'
offers "requirements as keys" "persyaratan:
  KTP: 1 lembar
  KK: 1 lembar" '[row-expected]
tulis setiap butir seperti ini: - KTP: 1 lembar'
offers "lines without a mark" "persyaratan:
  KTP
  Kartu Keluarga" '[lines-joined]
bila masing-masing sebuah butir, awali dengan tanda hubung dan spasi: "- KTP" lalu "- Kartu Keluarga"; bila satu teks, tulis dalam satu baris'
offers "a text that goes on" "persyaratan: Fotokopi kartu tanda penduduk elektronik (KTP-el) pemohon dan
  Kartu Keluarga" ''
offers "a hyphen behind the key" "persyaratan: - KTP" '[yaml-start]
tulis: persyaratan: KTP'
offers "a line among items" "persyaratan:
  - KTP
  KK
  - Akta" '[yaml-key-line]
tulis: - KK'
offers "an equals sign" "waktu = 3 hari kerja" '[yaml-key-line]
tulis: waktu: 3 hari kerja'
offers "a colon of another script" "waktu：3 hari kerja" '[yaml-key-line]
tulis: waktu: 3 hari kerja'
offers "a tab in an empty line" "produk: Akta
	" '[yaml-tab]
hapus tab di baris kosong ini'
offers "an Arabic word" "persyaratan: Surat العربية asli" '[poster-glyph]
ganti dengan kata atau tanda biasa, atau hapus'
offers "a hyphen for nothing" "sk:
  tautan: -" '[yaml-start]
tulis: tautan: "-"'
offers "a blank in a name on the web" "sk: {nomor: 1/2, tautan: \"https://contoh.go.id/a b.pdf\"}" '[link-bad]
tulis "https://contoh.go.id/a%20b.pdf"'
offers "a blank in a host" "sk: {nomor: 1/2, tautan: \"https://contoh. go.id/a\"}" '[link-bad]
tulis "https://contoh.go.id/a"'
offers "a telephone as a link" "sk: {nomor: 1/2, tautan: 0812-3456-7890}" '[link-missing]
tulis "tel:+6281234567890", atau salin berkasnya ke folder berkas layanan ini'
offers "a tag is told once" "persyaratan:
  - !penting" '[yaml-tag]
tulis: - "!penting"'
offers "items in braces with their numbers" "persyaratan: {KTP: 1 lembar, KK: 2 lembar}" '[row-expected]
tulis setiap butir seperti ini: - KTP: 1 lembar'
offers "items in one line" "persyaratan: 1. KTP 2. KK 3. akta" '[items-inline]
tulis sebagai daftar, atau sebagai "rincian:" di bawah butir ini'
offers "an e-mail address with a blank" "pengaduan:
  kanal: \"Email: dinas @contoh.go.id\"" '[channel-email]
tulis "dinas@contoh.go.id"'
offers "a text for a mapping" "jam_layanan: Senin sampai Jumat" '[value-not-map]
tulis seperti "jam_layanan: {hari: Senin–Kamis, jam: 07.30–16.00}"'
offers "a list for a text" "ringkasan:
  - cepat
  - mudah" '[value-not-text]
tulis dalam satu baris: "ringkasan: cepat; mudah"'

for pair in 'Persyaratan Pelayanan=persyaratan' syarat=persyaratan alur=prosedur 'Sistem, Mekanisme dan Prosedur=prosedur' \
    'Jangka Waktu Penyelesaian=waktu' 'Biaya/Tarif=biaya' tarif=biaya hasil=produk 'Dasar Hukum=dasar_hukum' \
    'Sarana dan Prasarana=sarana' 'Penanganan Pengaduan, Saran dan Masukan=pengaduan' 'Nama Layanan=judul' 'No. SK=sk'; do
    offers "${pair%=*} is ${pair#*=}" "${pair%=*}: isi" "[key-unknown]
tulis \"${pair#*=}\""
done
offers "a key of another file" "telepon: (0343) 427605" '[key-elsewhere]
pindahkan ke instansi.yaml'

touch "$d/SK.pdf"
for path in 'C:\Users\Budi\Desktop\SK.pdf' 'D:/SK.pdf' '\\server\bagi\SK.pdf' 'file:///C:/Users/Budi/SK.pdf'; do
    offers "a disk's path of what lies here" "sk:
  nomor: 1/2
  tautan: $path" '[link-outside]
tulis "SK.pdf"; berkasnya sudah ada di sini'
done
rm "$d/SK.pdf"
offers "a path of a disk" "sk:
  nomor: 1/2
  tautan: C:\\Users\\Budi\\SK.pdf" '[link-outside]
salin berkasnya ke folder berkas ini, lalu tulis "SK.pdf"'
mkdir "$d/f" && touch "$d/f/a.pdf"
offers "a backslash between folder and file" "sk:
  nomor: 1/2
  tautan: f\\a.pdf" '[link-missing]
tulis "f/a.pdf", atau salin berkasnya ke folder berkas layanan ini'
rm -r "$d/f"
for host in bit.ly/sk linktr.ee/dinas s.gov.my/a wa.me/628; do
    offers "$host without https" "sk:
  nomor: 1/2
  tautan: $host" "[link-missing]
tulis \"https://$host\", atau salin berkasnya ke folder berkas layanan ini"
done

for pair in '16/01/2026=16 Januari 2026' '16-1-2026=16 Januari 2026' '16.01.2026=16 Januari 2026' '16 Jan 2026=16 Januari 2026' \
    'Senin, 16 Februari 2026=16 Februari 2026' 'January 16, 2026=16 Januari 2026' '2026/01/16=16 Januari 2026' \
    '01/02/2026=1 Februari 2026" / "2 Januari 2026'; do
    offers "${pair%=*} is no date" "berlaku_sejak: ${pair%=*}" "[date-unreadable]
tulis \"${pair#*=}\""
done
for date in 31/02/2026 16/01/26 'akhir tahun' '1/2' '2026'; do
    offers "nothing is guessed of $date" "berlaku_sejak: $date" '[date-unreadable]
tulis seperti 2024-01-16 atau 16 Januari 2024'
done

agency_offers "two telephones in a list" "telepon:
  - (0343) 427605
  - (0343) 427606" '[value-not-text]
tulis "telepon: (0343) 427605", dan nomor lain di bawah "kontak:" sebagai "- Telepon: (0343) 427606"'
agency_offers "two telephones in a line" "telepon: (0343) 427605, 427606" '[channel-two-phones]
tulis "telepon: (0343) 427605", dan nomor lain di bawah "kontak:" sebagai "- Telepon: (0343) 427606"'
agency_offers "as it says" "telepon: (0343) 427605
kontak:
  - Telepon: (0343) 427606" ''
printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' >"$d/logo.svg"
agency_offers "a logo that lies there" "telepon: (0343) 427605" '[file-unlinked]
tulis "logo: logo.svg" di instansi.yaml, atau hapus'
agency_offers "as it says, too" "telepon: (0343) 427605
logo: logo.svg" ''
printf -- '---\njudul: Certificate\n---\n' >"$d/Akta Lahir.EN.md"
rm "$d/logo.svg"
offers "a translation keeps its language" "produk: Akta" '[name-not-slug]
ubah namanya menjadi "akta-lahir.en.md"'
rm "$d/Akta Lahir.EN.md"
# A choice in other words: the nearest letters would make a letter of an e-mail.
choice() { # choice NAME LINES WANTED
    offers "$1" "$2" "[choice-unknown]
tulis \"$3\""
}
choice "surel" 'pengaduan: {kanal: [{jenis: surel, nilai: a@b.go.id}]}' email
choice "E-mail" 'pengaduan: {kanal: [{jenis: E-mail, nilai: a@b.go.id}]}' email
choice "WA" "pengaduan: {kanal: [{jenis: WA, nilai: '0812 3456 7890'}]}" whatsapp
choice "Telp." "pengaduan: {kanal: [{jenis: Telp., nilai: (0343) 427605}]}" telepon
choice "Twitter" 'pengaduan: {kanal: [{jenis: Twitter, nilai: dinasuji}]}' x
choice "the counter" 'cara_akses: [{jenis: Loket}]' datang
choice "online" 'cara_akses: [{jenis: online}]' daring
choice "not active" 'status: tidak aktif' nonaktif
choice "a birth" 'peristiwa: [kelahiran]' lahir
choice "free of charge" 'biaya: {jenis: Tidak dipungut biaya}' gratis
choice "letters that are near" 'status: aktip' aktif
# A remedy that is followed does not bring the finding again: a list in place of one record, of a topic, of a poster's group.
mkdir -p "$tmp/lists/content/a/riwayat" "$tmp/lists/themes/k"
cd "$tmp/lists" || exit 1
printf 'nama: S\ntema: k\n' >content/situs.yaml
printf 'nama: A\n' >content/a/instansi.yaml
printf -- '- kependudukan\n' >content/keperluan.yaml
printf -- '---\njudul: U\nsk: [1, 2]\nprosedur:\n  - {teks: a, kembali: 1}\n---\n' >content/a/uji.md
printf 'warna: "#802020"\n' >themes/k/poster.yaml
mkfifo content/a/riwayat/uji.2026-01-01.md
run check --today 2026-11-22
is "what is written in place of a list" '  = saran: tulis seperti "sk: {nomor: 188.4/12/2024, tanggal: 2024-01-16}"
  = saran: hapus "kembali": sebelum langkah pertama tidak ada langkah
  = saran: tulis setiap butir seperti ini: - {slug: kependudukan, label: kependudukan}
  = saran: tulis seperti "warna: {merek: "#802020"}"
content/a/riwayat/uji.2026-01-01.md: peringatan: ini tautan simbolis atau berkas khusus, jadi dilewati [not-a-file]' \
    "$(grep -hA3 ': kesalahan: ' "$tmp/err" "$tmp/out" | grep saran; grep -h 'not-a-file' "$tmp/err" "$tmp/out")"
echo "1..$n"
