#!/bin/sh
# TAP: maklumat pack and build --changes: one zip that is always the same, or what changed and what has to go.
. "$(dirname "$0")/tap.sh"
command -v unzip >/dev/null || { echo "1..0 # SKIP no unzip"; exit 0; }
mkdir -p "$tmp/site/content/dinas" && cd "$tmp/site" || exit 1
printf 'nama: Situs\n' >content/situs.yaml
printf 'nama: Dinas\n' >content/dinas/instansi.yaml
service() { printf -- '---\njudul: %s\npersyaratan: [KTP]\nwaktu: 3 hari kerja\nbiaya: gratis\n---\n' "$2" >"content/dinas/$1.md"; }
service akta 'Akta kelahiran'; service kia 'Kartu identitas anak'
run pack
is "before a build" "3 0" "$st $(find . -name '*.zip' | wc -l)"
"$m" build -q --no-posters --changes >"$tmp/first" 2>&1
is "the first build lists every file" "$(find public -type f ! -name .maklumat | wc -l)" "$(grep -c '^baru  ' "$tmp/first")"
cp public/.maklumat ../dahulu
run pack
is "says what to do" "situs.zip: $(find public -type f | wc -l) berkas; buka di folder situs pada pengelola berkas hosting" "$(cat "$tmp/out")"
mkdir ../buka && (cd ../buka && unzip -q ../site/situs.zip)
is "holds the site" "$(sums public)" "$(sums ../buka)"
TZ=Asia/Jayapura "$m" pack -o dua.zip >"$tmp/out"
is "is the same whenever and wherever it is made" "$(cksum <situs.zip)" "$(cksum <dua.zip)"
service akta 'Akta kelahiran anak'; rm content/dinas/kia.md
"$m" build -q --force --no-posters --changes >"$tmp/second" 2>&1
(cd public && find . -type f ! -name .maklumat | sed 's,^\./,,' | LC_ALL=C sort) | while read -r f; do cmp -s "public/$f" "../buka/$f" || echo "$f"; done >"$tmp/changed"
is "a build lists what changed" "$(cat "$tmp/changed")" "$(sed -n 's/^ubah  //p;s/^baru  //p' "$tmp/second" | LC_ALL=C sort)"
is "and what went" "dinas/kia.html" "$(sed -n 's/^hapus //p' "$tmp/second" | grep kia.html)"
run pack --since ../dahulu -o ubah.zip
is "what changed is packed, the manifest last" "$(cat "$tmp/changed"; echo .maklumat)" "$(unzip -Z1 ubah.zip | LC_ALL=C sort | grep -v '^\.maklumat'; unzip -Z1 ubah.zip | tail -n 1)"
is "what has to go is named" "$(sed -n 's/^hapus //p' "$tmp/second" | LC_ALL=C sort)" "$(sed -n 's/^hapus //p' "$tmp/out" | LC_ALL=C sort)"
run pack --since content/situs.yaml
is "no manifest" "maklumat: content/situs.yaml: bukan manifes; yang dimaksud berkas .maklumat dari kiriman sebelumnya
3" "$(cat "$tmp/err"; echo $st)"
echo x >>public/index.html; before=$(cksum <situs.zip)
run pack
is "bytes that the build did not write leave the archive as it was" "3 $before" "$st $(cksum <situs.zip)"
echo "1..$n"
