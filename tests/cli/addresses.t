#!/bin/sh
# TAP: every path that a build writes has a row in src/text/address-kinds.h, and every row is written. Parts of a
# sitemap and shards of the search need thousands of services: test-shared-pages and check-search-size make them.
. "$(dirname "$0")/tap.sh"
site=$tmp/situs
mkdir -p "$site/content/kab-a/dinas-b/formulir" "$site/content/statis" "$site/content/kab-a/dinas-c"
cat >"$site/content/situs.yaml" <<'END'
nama: Alamat
url: https://alamat.contoh.go.id/
bahasa: [id, en]
END
echo 'nama: Kabupaten A' >"$site/content/kab-a/wilayah.yaml"
echo '- {slug: akta, label: Akta}' >"$site/content/keperluan.yaml"
echo bukti >"$site/content/statis/bukti.txt"
echo isi >"$site/content/kab-a/dinas-b/formulir/a.txt"
cat >"$site/content/kab-a/dinas-b/instansi.yaml" <<'END'
nama: Dinas B
maklumat: {teks: Kami berjanji melayani sesuai standar.}
pengaduan: {kanal: [Kotak saran]}
END
echo 'nama: Dinas C' >"$site/content/kab-a/dinas-c/instansi.yaml"
cat >"$site/content/kab-a/dinas-b/ktp.md" <<'END'
---
judul: KTP
ditinjau: 2026-01-16
keperluan: [akta]
peristiwa: [lahir]
layanan_serupa: ktp
alamat_lama: [lama/ktp.html]
persyaratan:
  - {teks: Formulir, tautan: formulir/a.txt}
prosedur: [Mendaftar, Menerima KTP]
---
END
mkdir "$site/content/kab-a/dinas-b/riwayat"
printf -- '---\njudul: KTP\n---\n' >"$site/content/kab-a/dinas-b/riwayat/ktp.2025-01-16.md"
printf -- '---\njudul: Identity card\n---\n' >"$site/content/kab-a/dinas-b/ktp.en.md"
run build --quiet "$site"
is "the site builds" 0 "$st"
(cd "$site/public" && find . -type f | sed 's,^\./,,' | LC_ALL=C sort) >"$tmp/paths"
SERVICES="kab-a/dinas-b/ktp.html kab-a/dinas-b/ktp.en.html" \
    AUTHORS="kab-a/dinas-b/formulir/a.txt bukti.txt lama/ktp.html lama/ktp.en.html" \
    MAKLUMAT_PATHS=$tmp/paths "$BUILD/tests/unit/text/test-address" --tap >"$tmp/rows" 2>&1
is "files and rows" 0 "$?$(grep -i 'error' "$tmp/rows" | head -n 1)"

# What the table keeps from search engines is neither in the sitemap nor without the word that says so.
sed -n 's,.*<loc>https://alamat.contoh.go.id/\([^<]*\)</loc>.*,\1,p' "$site/public/sitemap.xml" | LC_ALL=C sort >"$tmp/listed"
(cd "$site/public" && grep -rL --include='*.html' 'name="robots" content="noindex' . | sed 's,^\./,,' | LC_ALL=C sort) >"$tmp/found"
is "the sitemap lists what may be found" "" "$(diff "$tmp/found" "$tmp/listed")"
(cd "$site/public" && grep -rl --include='*.html' 'name="robots" content="noindex' . | sed 's,^\./,,' | LC_ALL=C sort) >"$tmp/kept"
cat >"$tmp/want" <<'END'
404.html
kab-a/dinas-b/papan.html
kab-a/dinas-b/poster.html
kab-a/dinas-b/riwayat.html
kab-a/dinas-c/papan.html
lama/ktp.en.html
lama/ktp.html
END
is "the rest asks to be left out" "" "$(diff "$tmp/want" "$tmp/kept")"
echo "1..$n"
