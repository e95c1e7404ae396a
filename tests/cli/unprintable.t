#!/bin/sh
# TAP: a poster that cannot be made is left out with its links, the rest is published, and `check` said so before.
. "$(dirname "$0")/tap.sh"

d=$tmp/p/content/dinas
mkdir -p "$d"
echo 'nama: Uji' >"$tmp/p/content/situs.yaml"
cat >"$d/instansi.yaml" <<'END'
nama: Dinas
alamat: Jalan
logo: logo.jpg
maklumat: {teks: Kami 😊 siap}
pengaduan: {kanal: [Telepon: (0343) 427605]}
END
printf '\377\330\377\340' >"$d/logo.jpg"
cat >"$d/arab.md" <<'END'
---
judul: Nikah
persyaratan:
  - KTP
  - Surat نكح
prosedur: [Datang]
---
END
cat >"$d/polos.md" <<'END'
---
judul: Akta
persyaratan:
  - ✔ KTP @ ﬁle 10 ㎡
prosedur: [Datang]
---
END
sed -i "s/@/$(printf '\357\202\267')/" "$d/polos.md" # U+F0B7, the bullet of Word
printf -- '---\njudul: Panjang\npersyaratan:\n  - %s\n---\n' "$(yes 'surat keterangan' | head -400 | tr '\n' ' ')" >"$d/panjang.md"

findings() { sed -n 's/^\(.*content[^ ]*\): peringatan: .*\[\(poster-[a-z-]*\|logo-unreadable\)\]$/\1 \2/p' "$1" | sed "s|$tmp/p/content/dinas/||"; }
run check "$tmp/p"
findings "$tmp/out" >"$tmp/said"
is "check names what cannot be printed, word by word" "arab.md:5:11 poster-glyph
instansi.yaml:3:7 logo-unreadable
instansi.yaml:4:23 poster-glyph
panjang.md:4:5 poster-too-long" "$(cat "$tmp/said")"
is "that is no error" 0 "$st"
run build "$tmp/p"
is "the site is published" 0 "$st"
is "and build says what check said" "$(cat "$tmp/said")" "$(findings "$tmp/err")"
o=$tmp/p/public/dinas
is "without those posters" "kanal.a3.pdf kanal.a4.pdf kecil polos-a3.pdf polos-a4.pdf polos-alur.svg polos.png" "$(cd "$o/poster" && echo *)"
is "no page links to one that is not there" "" "$(grep -rhoE '="[^"]*poster/[^"]*"' "$tmp/p/public" --include='*.html' |
    sed 's/.*poster.//; s/"$//' | sort -u | while read -r f; do [ -e "$o/poster/$f" ] || echo "$f"; done)"
is "a page links to those that are" 1 "$(grep -c 'polos-a4.pdf' "$o/polos.html")"
is "the words are printed in plain forms" 1 "$(pdftotext "$o/poster/polos-a4.pdf" - | grep -c '✓ KTP • file 10 m²')"
run build "$tmp/p"
is "a second build says the same" "$(cat "$tmp/said")" "$(findings "$tmp/err")"
run poster "$d/arab.md" -o "$tmp/arab.pdf"
is "the poster alone is refused" "1 1 no" "$st $(grep -c poster-glyph "$tmp/err") $([ -e "$tmp/arab.pdf" ] || echo no)"
sed -i 's/ نكح/ nikah/' "$d/arab.md"
run build "$tmp/p"
is "mended, it is made" "arab-a3.pdf arab-a4.pdf" "$(cd "$o/poster" && echo arab*.pdf)"
is "and linked to" 1 "$(grep -c 'arab-a4.pdf' "$o/arab.html")"

# Steps in the branches of one step count together, at any depth; those of another step do not.
inner() { echo "      - jika: $1" && echo '        langkah:' && seq "$2" | sed 's/.*/          - memeriksa &/'; }
nested() { printf -- '---\njudul: Izin\nprosedur:\n' && for n; do printf -- '  - teks: memeriksa\n    cabang:\n' && inner kurang "$n" && inner lengkap 500; done && echo ---; }
said() { nested "$@" >"$d/izin.md" && run check "$d/izin.md" && findings "$tmp/out"; }
is "a thousand steps in the branches of each step are printed" "" "$(said 500 500)"
is "one more is not, and its line is named" "izin.md:2016:13 poster-crowded" "$(said 500 501)"
is "nor is its poster made" 1 "$(run poster "$d/izin.md" -o "$tmp/izin.pdf" && echo "$st")$([ -e "$tmp/izin.pdf" ] && echo made)"
echo "1..$n"
