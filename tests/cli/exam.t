#!/bin/sh
# TAP: check --instrumen tells an examination item by item, of one agency or of all; a file of the project stands in for the
# program's; check and build read it, too; nothing a stranger writes there stops the program.
. "$(dirname "$0")/tap.sh"
top=$PWD
site=$tmp/situs
mkdir "$site" "$tmp/dua" && cp -R tests/exam/content "$site/" && cp -R tests/exam/content "$tmp/dua/"
mkdir -p "$site/instrumen"
cat >"$site/instrumen/uji-2024.yaml" <<'END'
nama: Uji lama
bagian: {judul: A, butir: {nomor: "1", tanya: B, cara: foto}}
END
cat >"$site/instrumen/uji-2026.yaml" <<'END'
nama: Uji Contoh
diverifikasi: ya
bagian:
  - judul: Bagian satu
    butir:
      - nomor: 1a
        tanya: Nilai survei
        bukti: Laporan
        cara: [situs, dokumen]
        aturan: {ada: skm.nilai}
      - nomor: 1b
        tanya: Nomor antrean daring & telepon
        cara: situs
        aturan: {ada: [layanan.antrean.daring, telepon, layanan.ringkasan]}
        diverifikasi: tidak
      - nomor: "2"
        tanya: Ditinjau
        cara: situs
        aturan: [{ada: layanan.ditinjau, paling_lama: 12}, {dari: [layanan.keperluan, layanan.peristiwa], paling_sedikit: 2}]
        halaman: [layanan, mutu]
      - nomor: "3"
        tanya: Ruang tunggu
        bukti: [Foto kursi, Foto kipas]
        cara: foto
        batas: Ruangannya tidak terlihat.
END
cd "$site" || exit 1
run check --instrumen uji --today 2026-11-22
is "told as text" "0 $(cat "$top/tests/golden/exam/uji.txt")" "$st $(cat "$tmp/out")"
MAKLUMAT_LANG=en run check --instrumen uji-2026 --today 2027-11-22 --fail-on warning content/dinas-contoh
is "in English, a year later" "1 $(cat "$top/tests/golden/exam/uji.en.txt")" "$st $(cat "$tmp/out")"
run check --instrumen uji --today 2026-11-22 --format json content/dinas-contoh/akta-contoh.yaml
is "as JSON, of one file's agency" "0 $(cat "$top/tests/golden/exam/uji.json")" "$st $(cat "$tmp/out")"
run check --instrumen pekppp --today 2026-11-22
is "the program's own" "0 42 terbukti, 0 belum, 22 dibuktikan dengan cara lain, dari 64 butir" "$st $(tail -n 1 "$tmp/out")"
run check --instrumen lain
is "no such examination" "2 tidak ada instrumen \"lain\"; yang ada: ombudsman-2025, pekppp-2023, uji-2026" "$st $(sed 's/^maklumat: //' "$tmp/err")"
run check --instrumen uji --format github
is "as text or JSON only" 2 "$st"
run check --instrumen uji content/tidak-ada
is "no agency there" 2 "$st"
cd "$top" || exit 1

# Two agencies, one after the other.
mkdir -p "$site/content/kosong" && echo 'nama: Dinas Kosong' >"$site/content/kosong/instansi.yaml"
run check --instrumen pekppp --today 2026-11-22 "$site"
is "one after the other" "42 terbukti, 0 belum, 22 dibuktikan dengan cara lain, dari 64 butir|2 terbukti, 40 belum, 22 dibuktikan dengan cara lain, dari 64 butir" \
    "$(grep -E '^[0-9]+ terbukti' "$tmp/out" | tr '\n' '|' | sed 's/|$//')"

# The pages of quality say the same, and change with the file alone.
run build --no-posters "$site"
is "built" 0 "$st"
page=$site/public/dinas-contoh/mutu.html
is "each examination has its section" "ombudsman-2025 pekppp-2023 uji-2026" "$(grep -oE 'id="uji-[a-z]+-20[0-9]+"' "$page" | sed 's/id="uji-//; s/"//' | tr '\n' ' ' | sed 's/ $//')"
is "what is proved" 42 "$(sed -n '/id="uji-pekppp-2023"/,/id="uji-uji-2026"/p' "$page" | grep -c 'tanda ya')"
is "what is missing is code" 1 "$(grep -c 'Tulis <code>antrean.daring</code> di 1 layanan: Akta Contoh' "$page")"
is "a stranger's words are text" 1 "$(grep -c 'daring &amp; telepon' "$page")"
(cd "$site/public" && sums . >"$tmp/before")
sed 's/Ruang tunggu/Ruang tunggu yang teduh/' "$site/instrumen/uji-2026.yaml" >"$tmp/new" && cp "$tmp/new" "$site/instrumen/uji-2026.yaml"
run build --no-posters "$site"
(cd "$site/public" && sums . >"$tmp/after")
is "another text, other pages of quality" "./.maklumat|./dinas-contoh/mutu.html|./kosong/mutu.html" \
    "$(diff "$tmp/before" "$tmp/after" | sed -n 's/^> .* //p' | tr '\n' '|' | sed 's/|$//')"

# What a stranger may write: check and build say it, --instrumen goes on with the rest.
printf 'nama: [\nbagian: 7\nbutir: !!x\n\tx\n' >"$site/instrumen/uji-2026.yaml"
run check "$site"
is "check reads it" 1 "$st"
said=$(grep -c 'instrumen/uji-2026.yaml' "$tmp/out")
run build --no-posters "$site"
is "build says the same" "1 $said" "$st $(cat "$tmp/out" "$tmp/err" | grep -c 'instrumen/uji-2026.yaml')"
run check --instrumen uji "$site"
is "told, and no crash" "1 $said" "$st $(grep -c 'instrumen/uji-2026.yaml' "$tmp/err")"
head -c 5000000 /dev/zero | tr '\0' 'a' >"$site/instrumen/uji-2026.yaml"
run check --instrumen pekppp "$site"
is "too large" "1 1" "$st $(grep -c 'file-too-big' "$tmp/err")"
head -c 3000 /dev/urandom >"$site/instrumen/uji-2026.yaml"
run check --instrumen pekppp "$site"
is "no text at all" 1 "$st"
rm "$site/instrumen/uji-2026.yaml" && mkdir "$site/instrumen/uji-2026.yaml"
ln -s /etc/passwd "$site/instrumen/tautan.yaml"
run check --instrumen pekppp "$site"
is "folders and links are no files" 0 "$st"

# The same name stands in for the program's.
mkdir -p "$tmp/dua/instrumen"
sed 's/nomor: 1a/nomor: 1z/' instrumen/pekppp-2023.yaml >"$tmp/dua/instrumen/pekppp-2023.yaml"
run check --instrumen pekppp --today 2026-11-22 "$tmp/dua"
is "the project's file is taken" "1 0" "$(grep -c '^  \[terbukti\] 1z ' "$tmp/out") $(grep -c '\] 1a ' "$tmp/out")"
echo "1..$n"
