#!/bin/sh
# TAP: posters that an earlier build made are used again, and are those of a clean build whatever was changed.
set -u
cd "$(dirname "$0")/../.." || exit 1
m=${MAKLUMAT:?path of the program}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
export MAKLUMAT_LANG=id
n=0
report() {
    n=$((n + 1))
    if [ "$1" = 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; fi
}
a=$tmp/a
lebak=kab-lebak/dinas-sosial
service=$a/content/$lebak/permohonan-informasi-dan-dokumentasi.md
mkdir -p "$a/themes/uji" && cp -r content seeds "$a/"
echo 'nama: Uji' >"$a/themes/uji/theme.yaml"
build() { # build DIR [JOBS]
    "$m" build "$1" --theme uji --base-url https://contoh.example/ -j"${2:-2}" -q --force >"$tmp/log" 2>&1 ||
        { sed 's/^/# /' "$tmp/log"; return 1; }
}
posters() { (cd "$1/public" && find . -path '*/poster/*' -type f | LC_ALL=C sort | xargs cksum); }
# The same as a clean build with one worker, and other than before (unless told that it stays).
changed() { # changed NAME [same]
    before=$(posters "$a")
    build "$a" || { report 1 "$1"; return; }
    rm -rf "$tmp/b" && mkdir "$tmp/b" && cp -r "$a/content" "$a/seeds" "$a/themes" "$tmp/b/"
    build "$tmp/b" 1
    now=$(posters "$a")
    [ "$now" = "$(posters "$tmp/b")" ] && if [ "${2-}" = same ]; then [ "$now" = "$before" ]; else [ "$now" != "$before" ]; fi
    report $? "$1"
}

build "$a"
[ "$(posters "$a" | wc -l)" = 25 ]
report $? "two sheets, a card, a chart and a small picture for each of five services"
changed "nothing changed" same
echo 'susunan: {fakta: [produk, biaya, waktu]}' >"$a/themes/uji/poster.yaml"
changed "the theme's order of a poster"
printf 'warna:\n  merek: "#7a1f5c"\n' >"$a/themes/uji/poster.yaml"
changed "the theme's colour"
rm "$a/themes/uji/poster.yaml"
changed "no poster.yaml any more"
sed -i 's/^waktu:.*/waktu: 9 hari kerja/' "$service"
changed "a service"
printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>' >"$a/content/$lebak/logo.svg"
echo 'logo: logo.svg' >>"$a/content/$lebak/instansi.yaml"
changed "a logo"
sed -i 's/width="9" height="9"><rect/width="8" height="9"><rect/' "$a/content/$lebak/logo.svg"
changed "the logo's picture"
printf 'poster:\n  ukuran: [a4, a2]\n  kartu: tidak\n' >>"$a/content/situs.yaml"
changed "other sizes"
mtime=$(stat -c %Y.%i "$a/public/$lebak/poster/"*-a4.pdf)
touch "$service"
build "$a" && [ "$mtime" = "$(stat -c %Y.%i "$a/public/$lebak/poster/"*-a4.pdf)" ]
report $? "an unchanged poster is not written again"
printf '%s\n' "s|^  - Mengisi formulir.*|  - {teks: Formulir, tautan: 'https://a.example/(b(c'}|" >"$tmp/sed"
sed -i -f "$tmp/sed" "$service"
"$m" poster "$service" -o "$tmp/link.pdf" 2>"$tmp/log" && pdfinfo -url "$tmp/link.pdf" | grep -q ' https://a.example/%28b%28c$'
report $? "parentheses of an address do not end its string"
said=""
for turn in made again changed; do
    [ $turn = made ] && rm -rf "$a/public" "$a/.maklumat-cache"
    [ $turn = changed ] && sed -i 's/^judul:.*/judul: Layanan Informasi/' "$service"
    build "$a" && said="$said$(sed -n 's/.*, \([0-9]*\) poster;.*/\1/p' "$tmp/log") "
done
there=$(find "$a/public" -path '*/poster/*' ! -path '*/kecil/*' \( -name '*.pdf' -o -name '*.png' \) | wc -l)
[ "$said" = "$there $there $there " ]
report $? "the closing line counts all posters, made or kept ($said)"
rich=tests/rich/content/kota-contoh
pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
one=0
for page in disdukcapil/ktp-elektronik disdukcapil/pindah-datang "disdukcapil --kind maklumat" "disdukcapil --kind kanal"; do
    # shellcheck disable=SC2086
    "$m" poster $rich/$page --size a4 -o "$tmp/one.pdf" >/dev/null 2>&1 && one=$((one + $(pages "$tmp/one.pdf")))
done
said=$("$m" poster $rich/disdukcapil --all --size a4 -o "$tmp/all.pdf" 2>/dev/null)
[ "$said" = "4 poster" ] && [ "$(pages "$tmp/all.pdf")" = $one ] && qpdf --check "$tmp/all.pdf" >"$tmp/log" 2>&1
report $? "all posters of an agency in one file ($one sheets)"
"$m" poster $rich/imigrasi/paspor-biasa.md --jarak -o "$tmp/far.pdf" >/dev/null 2>&1 &&
    pdftotext -l 1 "$tmp/far.pdf" - | tr '\n' ' ' | grep -q 'Paspor Biasa Baru dan Penggantian.*3 hari kerja.*Rp350.000–Rp950.000 per buku' &&
    [ "$(pages "$tmp/far.pdf")" = 3 ]
report $? "a sheet to be read from a distance stands before the others"
"$m" poster $rich/kua/nikah.md --size xbanner -o "$tmp/stand.pdf" >/dev/null 2>&1 &&
    pdfinfo "$tmp/stand.pdf" | grep -q '^Page size: *1700.79 x 4535.43'
report $? "a banner of 60 × 160 cm"
for wrong in "--all --size kartu" "--all --format png" "--jarak --size a4" "--size xbanner --kind kanal"; do
    # shellcheck disable=SC2086
    "$m" poster $rich/kua/nikah.md $wrong -o "$tmp/no.pdf" >/dev/null 2>&1
    [ $? = 2 ] && [ ! -e "$tmp/no.pdf" ] || { report 1 "refused: $wrong"; wrong=; break; }
done
[ -n "$wrong" ] && report 0 "what cannot be is refused"
# What is printed can be read: the codes by a scanner of 100 dots per inch, the words by pdftotext in whole words.
for page in disdukcapil/ktp-elektronik dpmptsp/pbg puskesmas/rawat-jalan; do
    "$m" poster $rich/$page.md --size a4 -o "$tmp/q.pdf" >/dev/null 2>&1 && pdftoppm -r 100 -gray "$tmp/q.pdf" "$tmp/q"
    for sheet in "$tmp"/q-*.pgm; do
        zbarimg -q --raw "$sheet" 2>/dev/null | grep -q "^https://layanan.contoh.example/kota-contoh/$page.html" || echo "$sheet" >>"$tmp/unread"
    done
    rm -f "$tmp"/q-*.pgm
done
[ ! -e "$tmp/unread" ]
report $? "every code is read at 100 dpi"
for len in 60 100 140 180 199; do
    base=https://layanan.contoh.example/$(printf "%0${len}d" 0)
    "$m" poster $rich/kelurahan/sktm.md --size a4 -o "$tmp/q.pdf" --base-url "$base" >/dev/null 2>&1
    pdftoppm -r 100 -gray -singlefile "$tmp/q.pdf" "$tmp/q"
    zbarimg -q --raw "$tmp/q.pgm" 2>/dev/null | grep -q "^$base/" || echo "$len" >>"$tmp/unread"
done
[ ! -e "$tmp/unread" ]
report $? "so is the code of an address up to the length that is noted"
mkdir -p "$tmp/rich" && cp -r tests/rich/content "$tmp/rich/" && "$m" build "$tmp/rich" --no-posters -q >"$tmp/log" 2>&1
marks() {
    "$m" poster "$tmp/rich/content/kota-contoh/kelurahan/sktm.md" --size a4 -o "$tmp/q.pdf" >/dev/null 2>&1
    pdftoppm -r 100 -gray -singlefile "$tmp/q.pdf" "$tmp/q"
    printed=$(zbarimg -q --raw "$tmp/q.pgm" 2>/dev/null | sed 's/.*#c=//')
    shown=$(sed -n 's/.*data-cetak="\([^"]*\)".*/\1/p' "$tmp/rich/public/kota-contoh/kelurahan/sktm.html")
}
marks
[ -n "$printed" ] && [ "$printed" = "$shown" ]
report $? "the code of a poster carries the mark that its page knows ($printed)"
sed -i 's/^biaya: .*/biaya: Rp5.000/' "$tmp/rich/content/kota-contoh/kelurahan/sktm.md"
old=$printed
marks
[ -n "$printed" ] && [ "$printed" != "$old" ] && [ "$shown" = "$old" ]
report $? "another price, another mark"
mkdir -p "$tmp/en/content/dinas" && printf 'nama: Contoh\nurl: https://contoh.example/\nbahasa: [id, en]\n' >"$tmp/en/content/situs.yaml"
printf 'nama: Dinas Contoh\n' >"$tmp/en/content/dinas/instansi.yaml"
cat >"$tmp/en/content/dinas/akta.md" <<'END'
---
judul: Akta Kelahiran
persyaratan: [Fotokopi KTP]
prosedur:
  - {oleh: Pemohon, teks: menyerahkan berkas}
  - {oleh: Petugas, teks: memeriksa, cabang: [{jika: tidak lengkap, maka: dikembalikan, kembali: 1}]}
waktu: 3 hari kerja
biaya: Gratis
produk: Kutipan akta
---
END
cat >"$tmp/en/content/dinas/akta.en.md" <<'END'
---
judul: Birth Certificate
persyaratan: [Copy of the identity card]
prosedur:
  - {oleh: Applicant, teks: hands in the papers}
  - {oleh: Officer, teks: checks them, cabang: [{jika: not complete, maka: returned}]}
waktu: 3 working days
---
END
"$m" build "$tmp/en" -q >"$tmp/log" 2>&1
pdftotext "$tmp/en/public/dinas/poster/akta.en-a4.pdf" - 2>/dev/null | tr -s '\n\f' ' ' >"$tmp/words"
grep -q 'SERVICE STANDARD.*3 working days.*If not complete.*back to step 1' "$tmp/words" && ! grep -qi 'persyaratan\|langkah' "$tmp/words"
report $? "a translation has a poster in its language"
grep -q 'poster/akta.en-a3.pdf' "$tmp/en/public/dinas/akta.en.html" && ! grep -q 'akta.en-a' "$tmp/en/public/dinas/akta.html"
report $? "each page shows the posters of its language"
sed -i '/^prosedur/,/not complete/d' "$tmp/en/content/dinas/akta.en.md"
"$m" build "$tmp/en" -q >"$tmp/log" 2>&1
"$m" check "$tmp/en" 2>&1 | grep -q 'poster-translation' && [ ! -e "$tmp/en/public/dinas/poster/akta.en-a4.pdf" ] &&
    grep -q 'poster/akta-a3.pdf' "$tmp/en/public/dinas/akta.en.html"
report $? "half a translation has none, its page shows the original's, and it is said"

# F4 is longer than A4's proportion: the sheet stands in its middle, and is that of A4.
"$m" poster "$tmp/en/content/dinas/akta.md" --size f4 --annex -o "$tmp/f4.pdf" >"$tmp/log" 2>&1 &&
    "$m" poster "$tmp/en/content/dinas/akta.md" --size a4 --annex -o "$tmp/a4.pdf" >"$tmp/log" 2>&1
sizes=$(pdfinfo -f 1 -l 9 "$tmp/f4.pdf" | sed -n 's/^Page.*size: *\([0-9.]*\) x \([0-9.]*\).*/\1 \2/p' | sort -u | tr '\n' ' ')
[ "$sizes" = "609.449 935.433 " ] || [ "$sizes" = "609.449 935.433 935.433 609.449 " ]
report $? "F4 is 215 by 330 mm ($sizes)"
pdftotext "$tmp/f4.pdf" "$tmp/f4.txt" && pdftotext "$tmp/a4.pdf" "$tmp/a4.txt" && cmp -s "$tmp/f4.txt" "$tmp/a4.txt"
report $? "and says what A4 says"
room=$tmp/rich/public/kota-contoh/disdukcapil
printf 'poster: {gabungan: ya}\n' >>"$tmp/rich/content/situs.yaml"
"$m" build "$tmp/rich" -q >"$tmp/log" 2>&1
wrong=
for link in $(grep -o 'poster/[^"]*\.\(pdf\|png\)' "$room/poster.html" | sort -u); do [ -s "$room/$link" ] || wrong="$wrong $link"; done
grep -q '2 lembar' "$room/poster.html" && grep -q 'poster.html' "$room/index.html" && [ -z "$wrong" ] &&
    [ "$(grep -o 'semua\.a[34]\.pdf' "$room/poster.html" | sort -u | wc -l)" = 2 ]
report $? "an agency's posters to print: pictures, sheets, sizes, and all in one file$wrong"
sheets=$(pdfinfo "$room/poster/semua.a4.pdf" 2>/dev/null | sed -n 's/^Pages: *//p')
sum=0
for file in "$room"/poster/*[-.]a4.pdf; do
    [ "${file##*/}" = semua.a4.pdf ] || sum=$((sum + $(pdfinfo "$file" | sed -n 's/^Pages: *//p')))
done
[ "$sheets" = "$sum" ]
report $? "the file of all holds the sheets of each ($sheets)"
cp "$room/poster.html" "$tmp/room.html"
"$m" build "$tmp/rich" -q --force >"$tmp/log" 2>&1
cmp -s "$room/poster.html" "$tmp/room.html"
report $? "posters that are kept have their sheets"
"$m" build "$tmp/rich" -q --no-posters --force >"$tmp/log" 2>&1
[ ! -e "$room/poster.html" ] && ! grep -q 'poster.html' "$room/index.html"
report $? "without posters there is no such page"
echo "1..$n"
