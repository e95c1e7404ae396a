#!/bin/sh
# TAP: what a webmaster may count on when building a site.
. "$(dirname "$0")/tap.sh"
tree() { (cd "$1" && find . -type f ! -name .maklumat | LC_ALL=C sort); }
project() { rm -rf "$tmp/$1"; mkdir -p "$tmp/$1"; cp -r content seeds "$tmp/$1/"; }

project a
run build "$tmp/a"
is "the seeds build" 0 "$st"
for page in kab-pasuruan/dinas-sosial/data-dan-informasi kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi \
    kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial \
    kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi index a-z 404; do
    is "page $page" yes "$([ -s "$tmp/a/public/$page.html" ] && echo yes)"
done

# Pages whose style sheet is empty pass every other test.
is "no file is empty" "" "$(find "$tmp/a/public" -type f -size 0)"
is "style sheets and scripts are the theme's" "css js svg" \
    "$(cd "$tmp/a/public/aset" && grep -q 'body{' gaya-*.css && printf 'css '; grep -q addEventListener maklumat-*.js && printf 'js '; grep -q '<path' ikon-*.svg && printf svg)"
first=$(sums "$tmp/a/public") pages=$(grep -o '[0-9]* halaman' "$tmp/out")
run build "$tmp/a"
is "a second build writes nothing" "$first" "$(sums "$tmp/a/public")"
is "and says so" 1 "$(grep -c ' 0 ditulis, .* 0 dihapus' "$tmp/out")"
run build "$tmp/a" -o "$tmp/lost"
is "pages that are lost are made again, and counted once" "$pages $first" "$(grep -o '[0-9]* halaman' "$tmp/out") $(sums "$tmp/lost")"
rm -rf "$tmp/a/.maklumat-cache"
run build "$tmp/a" -o "$tmp/one" --jobs 1
run build "$tmp/a" -o "$tmp/eight" --jobs 8
is "one worker and eight give the same bytes" "$(sums "$tmp/one")" "$(sums "$tmp/eight")"
is "another folder gives the same bytes" "$first" "$(sums "$tmp/one")"
(cd "$tmp/a" && LC_ALL=C.UTF-8 TZ=Asia/Jayapura HOME=/nonexistent "$m" build -o "$tmp/tz" >/dev/null 2>&1)
is "zone, locale and home do not matter" "$first" "$(sums "$tmp/tz")"

printf 'baiya: x\n' >>"$tmp/a/content/kab-lebak/dinas-sosial/instansi.yaml"
printf 'nama\n' >>"$tmp/a/content/kota-pasuruan/wilayah.yaml"
run build "$tmp/a"
is "errors stop the build" 1 "$st"
is "and change nothing" "$first" "$(sums "$tmp/a/public")"
is "every file's errors are told" 2 "$(grep -c ': kesalahan: ' "$tmp/err")"
run build "$tmp/a" --draft -o "$tmp/draft"
is "a draft is built all the same" 0 "$st"
is "and marked as one" 0 "$(grep -L 'class="draf"' "$tmp"/draft/kab-*/dinas-*/*.html | grep -c 'data-dan')"
run build "$tmp/a" --draft
is "never over a published site" 3 "$st"
is "which stays" "$first" "$(sums "$tmp/a/public")"

project b
run build "$tmp/b"
rm "$tmp/b/content/kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md"
run build "$tmp/b"
is "a page does not vanish in silence" "1 1" "$st $(grep -c 'page-vanished' "$tmp/err")"
is "and stays until its author says" yes "$([ -s "$tmp/b/public/kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.html" ] && echo yes)"
run build "$tmp/b" --force
is "--force lets it go" "0 no" "$st $([ -e "$tmp/b/public/kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.html" ] || echo no)"

project c
run build "$tmp/c"
echo stranger >"$tmp/c/public/.htaccess"
mkdir -p "$tmp/c/public/.well-known" && echo x >"$tmp/c/public/.well-known/x"
run build "$tmp/c"
is "strangers' files stay" "stranger x" "$(cat "$tmp/c/public/.htaccess" "$tmp/c/public/.well-known/x" | tr '\n' ' ' | sed 's/ $//')"
is "and are named" 2 "$(grep -c 'bukan buatan maklumat' "$tmp/out")"
rm "$tmp/c/public/.maklumat"
run build "$tmp/c"
is "without a manifest nothing is taken over" 3 "$st"
run build "$tmp/c" --adopt
is "--adopt takes over the planned paths" "0 stranger" "$st $(cat "$tmp/c/public/.htaccess")"

project d
run build "$tmp/d"
before=$(cd "$tmp/d/public" && cksum index.html a-z.html kab-lebak/dinas-sosial/index.html)
sed -i 's/^judul: .*/judul: Nama Baru/' "$tmp/d/content/kab-pasuruan/dinas-sosial/data-dan-informasi.md"
run build "$tmp/d" --only kab-pasuruan/dinas-sosial
is "--only builds one folder" "0 1" "$st $(grep -c '<h1>Nama Baru</h1>' "$tmp/d/public/kab-pasuruan/dinas-sosial/data-dan-informasi.html")"
is "and no shared page" "$before" "$(cd "$tmp/d/public" && cksum index.html a-z.html kab-lebak/dinas-sosial/index.html)"
sed -i '$a warna: "#7a1f5c"' "$tmp/d/content/kab-pasuruan/dinas-sosial/instansi.yaml"
run build "$tmp/d" --only kab-pasuruan/dinas-sosial
css=$(sed -n 's|.*href="../../\(aset/gaya-[0-9a-f]*.css\)".*|\1|p' "$tmp/d/public/kab-pasuruan/dinas-sosial/data-dan-informasi.html")
is "but the style sheet of a new colour" "0 1" "$st $(grep -c . "$tmp/d/public/${css:-none}" | grep -c '^[1-9]')"
sed -i '$d' "$tmp/d/content/kab-pasuruan/dinas-sosial/instansi.yaml"
run build "$tmp/d"
is "the whole build then brings them up to date" 1 "$(grep -c 'Nama Baru' "$tmp/d/public/a-z.html")"

# What the agencies of a folder did not make stays in it: the region's page, static files, addresses that forward elsewhere.
mkdir -p "$tmp/o/content/kab/a" "$tmp/o/content/kab/gone" "$tmp/o/content/kota/b" "$tmp/o/content/statis/kab/a"
printf 'nama: Situs\n' >"$tmp/o/content/situs.yaml"
printf 'nama: Kabupaten Contoh\n' >"$tmp/o/content/kab/wilayah.yaml"
for folder in kab/a kab/gone kota/b; do
    printf 'nama: Dinas\n' >"$tmp/o/content/$folder/instansi.yaml"
    printf -- '---\njudul: Uji\npersyaratan: [KTP]\nwaktu: 3 hari kerja\nbiaya: gratis\n---\n' >"$tmp/o/content/$folder/uji.md"
done
sed -i 's/^biaya/alamat_lama: [kab-lama.html, kab\/dulu\/x.html]\n&/' "$tmp/o/content/kota/b/uji.md"
echo peta >"$tmp/o/content/statis/kab/peta.txt"; echo bukti >"$tmp/o/content/statis/kab/a/bukti.txt"
run build "$tmp/o" --no-posters
before=$(sums "$tmp/o/public")
run build "$tmp/o" --no-posters --only kab
is "--only takes nothing away that it does not make" "0 $before" "$st $(sums "$tmp/o/public")"
run build "$tmp/o" --no-posters --only kab --force
is "nor does it by force" "0 $before" "$st $(sums "$tmp/o/public")"
rm -r "$tmp/o/content/kab/gone"
run build "$tmp/o" --no-posters --only kab --force
is "but an agency that is gone" "0 no yes" "$st $([ -e "$tmp/o/public/kab/gone" ] && echo yes || echo no) $([ -e "$tmp/o/public/kab/index.html" ] && echo yes)"

project e
sed -i 's/^judul: .*/judul: Nama Baru/' "$tmp/e/content/kab-pasuruan/dinas-sosial/data-dan-informasi.md"
run build "$tmp/e"
is "step by step or at once: the same bytes" "$(sums "$tmp/e/public")" "$(sums "$tmp/d/public")"

# One service is edited: its agency's outputs and the shared pages may change, nothing else is touched.
project g
run build "$tmp/g"
stamps() { (cd "$tmp/g/public" && find . -type f ! -name .maklumat -printf '%p %i %T@ ' -exec cksum {} \; | awk '{print $1, $2, $3, $4}' | LC_ALL=C sort); }
stamps >"$tmp/before"
sed -i 's/^waktu: .*/waktu: 7 hari kerja/' "$tmp/g/content/kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md"
run build "$tmp/g"
stamps >"$tmp/after"
touched=$(LC_ALL=C join -v 2 "$tmp/before" "$tmp/after" -j 1 -o 2.1; awk 'NR == FNR { was[$1] = $0; next } was[$1] != $0 { print $1 }' "$tmp/before" "$tmp/after")
is "editing a service touches its agency and shared pages only" "" "$(echo "$touched" | grep -E '^\./(kab-pasuruan|kota-pasuruan)/dinas-' || true)"
is "and does touch them" "yes yes yes" "$(for f in ./kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.html ./bandingkan/permohonan-informasi.html ./index.html; do echo "$touched" | grep -qxF "$f" && echo yes; done | tr '\n' ' ' | sed 's/ $//')"
is "what is rewritten has other bytes" "" "$(awk 'NR == FNR { sum[$1] = $4; was[$1] = $0; next } was[$1] != $0 && sum[$1] == $4 { print $1 }' "$tmp/before" "$tmp/after")"
is "a shared page that says the same stays" yes "$(echo "$touched" | grep -qxF ./tentang.html || echo yes)"

mkdir -p "$tmp/f/content"
run build "$tmp/f"
is "an empty content folder is an error" "1 1" "$st $(grep -c 'content-empty' "$tmp/err")"
project twins
mkdir -p "$tmp/twins/themes/uji/static/a" "$tmp/twins/themes/uji/static/b"
echo 'nama: Uji' >"$tmp/twins/themes/uji/theme.yaml"
echo '<svg/>' | tee "$tmp/twins/themes/uji/static/a/i.svg" >"$tmp/twins/themes/uji/static/b/i.svg"
run build "$tmp/twins" --theme uji --no-posters
is "equal files of a theme are one" "0 1" "$st $(find "$tmp/twins/public/aset" -name 'i-*.svg' | wc -l)"
cp -R tests/diag/_site "$tmp/broken"
for i in 1 2 3; do printf -- '---\njudul: Akta %s\n---\n' $i >"$tmp/broken/content/dinas/akta-$i.md"; done
sed -i 's/^judul: .*/judul:/' "$tmp/broken/content/dinas/akta-2.md"
run build "$tmp/broken" --draft --no-posters
is "a draft leaves out what is broken, nothing else" "0 akta-1.html akta-3.html" "$st $(cd "$tmp/broken/public/dinas" && echo akta-*.html)"
run build "$tmp/nowhere"
is "no content folder: the environment" 3 "$st"
run build --nonsense
is "an unknown option: usage" 2 "$st"
run build "$tmp/d" --jobs 0
is "a bad number: usage" 2 "$st"
run build "$tmp/d" -o "$tmp/d/content"
is "never into the content" 3 "$st"
run nonsense
is "an unknown command: usage" 2 "$st"
run
is "no command: help and usage" 2 "$st"
run --help
is "help names every command" "0 2" "$st $(grep -cE '^  (build|check) ' "$tmp/out")"
run --version
is "version" "0 1" "$st $(grep -cE '^maklumat [0-9]+\.[0-9]+\.[0-9]+$' "$tmp/out")"
MAKLUMAT_LANG=en "$m" --help >"$tmp/out"
is "English on request" 1 "$(grep -c '^Usage: maklumat COMMAND' "$tmp/out")"
LC_ALL=C MAKLUMAT_LANG= "$m" --help >"$tmp/out"
is "C means Indonesian" 1 "$(grep -c '^Pemakaian: ' "$tmp/out")"

broken=$(cd "$tmp/e/public" && find . -name '*.html' | while read -r page; do
    grep -o 'href="[^"]*"' "$page" | sed 's/^href="//; s/"$//; s/[#?].*//' | grep -vE '^$|^[a-z]+:' |
        while read -r link; do [ -e "$(dirname "$page")/$link" ] || echo "$page: $link"; done
done)
is "no broken link" "" "$broken"
is "no link from the root of a host" "" "$(grep -lrE '(href|src)="/' "$tmp/e/public" || true)"
[ -z "$(tree "$tmp/e/public" | grep -v '^\./[a-z0-9./-]*$')" ]
is "paths are plain" 0 $?
echo "1..$n"
