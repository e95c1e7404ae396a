#!/bin/sh
# TAP: what stands on pages that several agencies share, in both languages, and in the open data.
. "$(dirname "$0")/tap.sh"

# A province with an agency of its own, two regencies below it, one of them without a page because it is an agency.
c=$tmp/p/content
agency() { # agency FOLDER NAME
    mkdir -p "$c/$1"
    echo "nama: $2" >"$c/$1/instansi.yaml"
    printf -- '---\njudul: Akta\nbiaya: gratis\nwaktu: 3 hari kerja\npersyaratan: [KTP]\nkeperluan: [akta]\n---\n' >"$c/$1/akta.md"
}
region() { mkdir -p "$c/$1"; echo "nama: $2" >"$c/$1/wilayah.yaml"; } # region FOLDER NAME
agency prov/dinas Dinas
agency prov/kab-a/badan Badan
agency prov/kab-a/kantor Kantor
agency prov/kota-b "Pemerintah Kota B"
region prov "Provinsi P"
region prov/kab-a "Kabupaten A"
region prov/kota-b "Kota B"
printf 'nama: Uji\nbahasa: [id, en]\n' >"$c/situs.yaml"
printf -- '---\njudul: Certificate\n---\n' >"$c/prov/kab-a/badan/akta.en.md"
build() { rm -rf "$tmp/p/public"; run build "$tmp/p" --no-posters; }
links() { sed -n '/<main/,/<\/main/p' "$1" | grep -o 'href="[^"]*"' | sort -u | tr '\n' ' '; }
build
is "builds" 0 "$st"
o=$tmp/p/public
is "a province leads to everything below it" \
    'href="../index.html" href="../prov/dinas/index.html" href="../prov/kab-a/badan/index.html" href="../prov/kab-a/index.html" href="../prov/kab-a/kantor/index.html" href="../prov/kota-b/index.html" ' \
    "$(links "$o/prov/index.html")"
is "and counts it" 1 "$(grep -c '<b>4 layanan</b> dari <b>4 instansi</b>' "$o/prov/index.html")"
is "an agency's page tells the way from the province" \
    'href="../../../index.html" href="../../index.html" href="../index.html" ' \
    "$(sed -n '/class="remah"/,/<\/nav/p' "$o/prov/kab-a/badan/index.html" | grep -o 'href="[^"]*"' | tr '\n' ' ')"
rm -r "$c/prov/dinas"
build
is "a province without agencies of its own has a page too" 1 "$(grep -c '<b>3 layanan</b> dari <b>3 instansi</b>' "$o/prov/index.html")"

# A translated page says in which language the pages behind its links are.
en=$o/prov/kab-a/badan/akta.en.html
is "links of a translation name the language of their page" "" \
    "$(grep -o '<a [^>]*>' "$en" | grep -v 'hreflang="id"' | grep -v 'href="#' | grep -v 'href="https\?:\|href="mailto:\|href="tel:')"
is "and a sentence does" 1 "$(grep -c 'The pages it links to are in Bahasa Indonesia' "$en")"
is "links of an original do not" "$(grep -c 'hreflang="en"' "$o/prov/kab-a/badan/akta.html")" "$(grep -c hreflang "$o/prov/kab-a/badan/akta.html")"

# One is not many.
rm -r "$c/prov/kab-a/kantor" "$c/prov/kota-b" "$c/prov/kab-a/badan/akta.en.md"
printf 'nama: Test\nbahasa: [en]\n' >"$c/situs.yaml"
build
is "counts in English" "" "$(grep -rhoiE '\b1 (public )?(services|agencies|items|steps|channels|regions)\b' "$o" --include='*.html' | sort -u)"
is "one of each" "1 agency 1 service" "$(grep -ohE '1 (service|agency)\b' "$o/index.html" | sort -u | tr '\n' ' ' | sed 's/ $//')"

# Spreadsheets run cells that begin like a formula. JSON has the words as they are, CSV an apostrophe before them.
cat >"$c/prov/kab-a/badan/akta.md" <<'END'
---
judul: "=HYPERLINK(\"https://x.example\")"
persyaratan: ["+62 811", "-1"]
kata_kunci: ["@jam"]
keterangan_waktu: x
ringkasan: "'kutip"
biaya: "＝1"
waktu: 3 hari
---
END
sed -i '/keterangan_waktu/d' "$c/prov/kab-a/badan/akta.md"
echo 'nama: "-Badan"' >"$c/prov/kab-a/badan/instansi.yaml"
build
is "no cell of the CSV begins like a formula" "" "$(grep -oE '(^|,)"([=+@-]|＝)[^"]*' "$o/prov/kab-a/badan/data.csv")"
is "each has one apostrophe more" 1 "$(grep -c '^"'"'"'-Badan .*,"'"'"'=HYPERLINK(""https://x.example"")",.*"'"''"'kutip"' "$o/prov/kab-a/badan/data.csv")"
is "the JSON has the words" 1 "$(grep -c '"judul":"=HYPERLINK(\\"https://x.example\\")"' "$o/prov/kab-a/badan/data.json")"

# A step of a life event that leads nowhere keeps its words; its link, where no link may lead, is text.
sed -i 's/^judul: .*/judul: Akta\nperistiwa: [lahir]/' "$c/prov/kab-a/badan/akta.md"
cat >"$c/situs.yaml" <<'END'
nama: Uji
peristiwa:
  - nama: lahir
    langkah:
      - {teks: Lapor ke RT, catatan: "malam pun bisa"}
      - {teks: Ambil buku, tautan: "javascript:x"}
      - {tautan: "javascript:y"}
      - {tautan: prov/kab-a/badan/akta.md}
      - {layanan_serupa: tidak-ada}
END
build
is "steps that lead nowhere are words" \
    '<p class="nama">Lapor ke RT</p><p>malam pun bisa</p>|<p class="nama">Ambil buku</p>|<p class="nama">javascript:y</p>|<p class="nama"><a href="../prov/kab-a/badan/akta.html">Akta</a></p>|' \
    "$(sed -n '/<ol class="langkah">/,/<\/ol>/p' "$o/peristiwa/lahir.html" | grep -o '<p class="nama">.*</li>' | sed 's/<p class="kecil">.*//; s/<\/li>//' | tr '\n' '|')"
is "each with a finding" "$(printf '%s\n' '5:9 journey-link' '6:36 link-scheme' '7:18 link-scheme' '9:26 journey-comparison')" \
    "$(grep 'situs.yaml.*\(journey\|link-\)' "$tmp/out" "$tmp/err" | sed 's/.*situs.yaml:\([0-9:]*\):.*\[\(.*\)\]/\1 \2/')"
echo "1..$n"
