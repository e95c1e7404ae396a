#!/bin/sh
# TAP: the book of evidence: every item once, on the page that the contents name; the same bytes twice and no date but the one
# given; of one agency, of several, of one without anything, and of one with hundreds of services and long words.
. "$(dirname "$0")/tap.sh"
command -v pdftotext >/dev/null || { echo "ok 1 - # SKIP no pdftotext"; echo "1..1"; exit 0; }
words() { pdftotext -raw "$@" - | tr '\n\f' '  ' | tr -s ' '; }
run evidence --dir tests/exam --today 2026-11-22 -o "$tmp/a.pdf"
is "made" "0" "$st$(cat "$tmp/err")"
first=$(cksum <"$tmp/a.pdf")
run evidence --dir tests/exam --today 2026-11-22 -o "$tmp/a.pdf" content/dinas-contoh
is "the same bytes twice" "$first" "$(cksum <"$tmp/a.pdf")"
is "no time of its own" 0 "$(grep -ac 'CreationDate\|CreateDate' "$tmp/a.pdf")"
is "the day is the one given" "Dinilai menurut keadaan 22 November 2026." "$(words -l 1 "$tmp/a.pdf" | grep -o 'Dinilai [^.]*\.')"

# Where the contents say, there is the item; each stands there once.
sed -n 's/^ *- nomor: "*\([0-9a-z]*\)"*$/\1/p' instrumen/pekppp-2023.yaml >"$tmp/numbers"
is "there are many" yes "$([ "$(wc -l <"$tmp/numbers")" -ge 40 ] && echo yes)"
n_pages=$(pdfinfo "$tmp/a.pdf" | sed -n 's/^Pages: *//p')
: >"$tmp/found"
i=0; while [ $((i = i + 1)) -le "$n_pages" ]; do
    pdftotext -raw -f $i -l $i "$tmp/a.pdf" - | sed -n "s/^\([0-9][0-9]*[a-z]*\)\. [A-Z].*/\1 $i/p" >>"$tmp/found"
done
pdftotext -raw -f 2 -l 4 "$tmp/a.pdf" - | tr '\n\f' '  ' |
    perl -ne 's{Buku bukti PEKPPP, [^/]* / \d+}{}g; while (/(\d+[a-z]?) [A-Z](?:(?!Terbukti|Belum lengkap|Bukti lain).)+(?:Terbukti|Belum lengkap|Bukti lain) (\d+)/g) { print "$1 $2\n" }' >"$tmp/contents"
is "each item once" "$(cat "$tmp/numbers")" "$(cut -d' ' -f1 "$tmp/found")"
is "on the page of the contents" "$(cat "$tmp/found")" "$(cat "$tmp/contents")"

all=$(words "$tmp/a.pdf")
said() { case $all in *"$1"*) echo yes ;; *) echo no ;; esac; }
is "the extract" yes "$(said 'Nomor SK: 188/3/2025')"
is "the address" yes "$(said 'https://contoh.go.id/layanan/dinas-contoh/akta-contoh.html')"
is "what is to be added" yes "$(said 'Foto tempat parkir dan semua fasilitasnya')"
is "room for photographs" "$(awk '/^ *- nomor:/ { n++ } /^ *cara:.*(foto|tangkapan_layar)/ { p++ } END { print p }' instrumen/pekppp-2023.yaml)" \
    "$(printf '%s' "$all" | grep -o 'Tempat foto atau tangkapan layar' | wc -l | tr -d ' ')"
is "what nobody has verified is said" yes "$(said 'Belum diverifikasi')"
is "and the limits" yes "$(said 'Program tidak menghubungi SIPPN.')"

run evidence --dir tests/exam --instrumen ombudsman -o "$tmp/b.pdf"
all=$(words "$tmp/b.pdf")
is "an item that is doubtful" "yes" "$(said 'I-5. Kompensasi bila pelayanan tidak sesuai standar (belum diverifikasi)')"
is "without a day none is printed" no "$(said 'Dinilai menurut')"

# The agency's logo stands on the cover; a file that is no picture does not.
cp -R tests/exam "$tmp/lambang" && echo 'logo: logo.svg' >>"$tmp/lambang/content/dinas-contoh/instansi.yaml"
echo '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="100"><circle cx="40" cy="50" r="38" fill="#c00"/></svg>' >"$tmp/lambang/content/dinas-contoh/logo.svg"
run evidence --dir "$tmp/lambang" -o "$tmp/l.pdf"
with=$(pdfimages -list -l 1 "$tmp/l.pdf" | grep -c ' image ')
echo 'bukan gambar' >"$tmp/lambang/content/dinas-contoh/logo.svg"
run evidence --dir "$tmp/lambang" -o "$tmp/l.pdf"
is "the logo" "yes 0" "$([ "$with" -gt 0 ] && echo yes) $(pdfimages -list -l 1 "$tmp/l.pdf" | grep -c ' image ')"

# One without anything beside one with hundreds of services, words longer than a line, a text of pages.
site=$tmp/situs; mkdir -p "$site/content/kosong" "$site/content/penuh"
echo 'nama: Situs' >"$site/content/situs.yaml"
echo 'nama: Dinas Kosong' >"$site/content/kosong/instansi.yaml"
long=$(printf 'perpanjangan%.0s' $(seq 40))
{ echo "nama: Dinas Penuh"; printf 'maklumat:\n  teks: %s akhirmaklumat\n' "$(printf 'Kami sanggup melayani sesuai standar, memperbaiki, dan menerima sanksi. %.0s' $(seq 300))"; echo "  tanggal: 2025-01-02"; echo "  sk: {nomor: $long}"; } >"$site/content/penuh/instansi.yaml"
for i in $(seq 300); do printf 'judul: Layanan ke-%s\nsk: {nomor: %s/2025, tanggal: 2025-01-02}\n' "$i" "$i" >"$site/content/penuh/l$i.yaml"; done
run evidence --dir "$site" -o "$tmp/c.pdf"
is "empty and full" "0" "$st$(cat "$tmp/err")"
all=$(words "$tmp/c.pdf")
is "to the last service" yes "$(said '300/2025')"
is "to the last word" yes "$(said 'akhirmaklumat')"
is "no part of a long word is lost" yes "$(printf '%s' "$all" | tr -d ' ' | grep -q "$long" && echo yes)"
is "the empty one, too" yes "$(said 'Dinas Kosong: 0 terbukti, 42 belum lengkap')"
if command -v qpdf >/dev/null; then
    is "by the rules of PDF/UA" "" "$(perl tests/pdfua/check "$tmp/c.pdf" 2>&1 | head -n 3)"
fi

printf 'nama: Dinas \342\230\255 Rusak\npengaduan: {petugas: "\360\237\246\204"}\n' >"$site/content/kosong/instansi.yaml"
echo 'judul: Ada' >"$site/content/kosong/ada.yaml"
run evidence --dir "$site" -o "$tmp/d.pdf" kosong
is "a character no font has" "1 no" "$st $([ -e "$tmp/d.pdf" ] && echo yes || echo no)"
run evidence --dir "$site" -o "$tmp/d.pdf" tidak-ada
is "no agency there" 2 "$st"
run evidence --dir "$site"
is "a file is needed" 2 "$st"
run evidence --dir "$site" -o "$tmp/d.pdf" --today kemarin
is "a day that is none" 2 "$st"
printf 'nama: [\n' >"$site/content/kosong/instansi.yaml"
run evidence --dir "$site" -o "$tmp/d.pdf"
is "what cannot be read is no evidence" "1 no" "$st $([ -e "$tmp/d.pdf" ] && echo yes || echo no)"
echo "1..$n"
