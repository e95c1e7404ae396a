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
[ "$(posters "$a" | wc -l)" = 20 ]
report $? "two sheets, a card and a chart for each of five services"
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
there=$(find "$a/public" -path '*/poster/*' \( -name '*.pdf' -o -name '*.png' \) | wc -l)
[ "$said" = "$there $there $there " ]
report $? "the closing line counts all posters, made or kept ($said)"
echo "1..$n"
