#!/bin/sh
# TAP: pages of the site itself (halaman/*.md): their place in the menu, their links and files, the same checks as everywhere.
. "$(dirname "$0")/tap.sh"
s=$tmp/situs c=$tmp/situs/content o=$tmp/situs/public
mkdir -p "$c/halaman" "$c/dinas"
printf 'nama: Uji\nurl: https://uji.example/\nbahasa: [id, en]\n' >"$c/situs.yaml"
printf 'nama: Dinas\n' >"$c/dinas/instansi.yaml"
printf -- '---\njudul: Akta\nbiaya: gratis\n---\nLihat [kami](../halaman/tentang.md#kantor).\n' >"$c/dinas/akta.md"
printf -- '---\njudul: Certificate\n---\n' >"$c/dinas/akta.en.md"
printf 'isi' >"$c/halaman/denah.txt"
cat >"$c/halaman/tentang.md" <<'END'
---
judul: Tentang Dinas & kawan
ringkasan: Siapa kami.
menu: Tentang
urutan: 2
tanggal: 16 Januari 2026
---
Kantor kami ada di [denah](denah.txt), layanan [akta](../dinas/akta.md).

## Kantor

### Bus
END
printf -- '---\njudul: Pengumuman\nmenu: Kabar\nurutan: 1\n---\n' >"$c/halaman/pengumuman.md"
printf -- '---\njudul: Zakat\nmenu: Zakat\n---\n' >"$c/halaman/a-zakat.md"
printf -- '---\njudul: Tersembunyi\n---\n' >"$c/halaman/tersembunyi.md"
built() { run build -q "$s" --no-posters "$@"; }
menu() { sed -n '/<header/,/<\/header/p' "$1" | grep -o '<li><a [^>]*halaman/[^<]*' | sed 's/<li><a //' | tr '\n' ' ' | sed 's/ $//'; }
built
is "builds" "0 " "$st $(cat "$tmp/err")"
is "a place in the menu of every page, by urutan, those without one behind" \
    'href="../halaman/pengumuman.html">Kabar href="../halaman/tentang.html">Tentang href="../halaman/a-zakat.html">Zakat' "$(menu "$o/dinas/akta.html")"
is "the page itself is marked there" 'href="../halaman/tentang.html" aria-current="page">Tentang' \
    "$(menu "$o/halaman/tentang.html" | grep -o 'href="[^"]*" aria-current[^ ]*')"
is "a translated page says which language the menu's words are" 3 \
    "$(sed -n '/<header/,/<\/header/p' "$o/dinas/akta.en.html" | grep -c 'halaman/.*lang="id" hreflang="id"')"
is "what has no place is in no menu, and is published" "0 Tersembunyi" \
    "$(grep -rl tersembunyi.html "$o" --include='*.html' | grep -vc halaman/tersembunyi.html) $(grep -o '<h1>[^<]*' "$o/halaman/tersembunyi.html" | sed 's/<h1>//')"
is "title, words, headings below the title, links, sizes of files" '<h1>Tentang Dinas &amp; kawan</h1>
<p class="ringkas">Siapa kami.</p>
<p class="ringkas"><time datetime="2026-01-16">16 Januari 2026</time></p>
</div>
</div></div>
<div class="tumpal"></div>
<div class="w">
<div class="prosa lepas"><p>Kantor kami ada di <a href="../halaman/denah.txt">denah (TXT, 1 KB)</a>, layanan <a href="../dinas/akta.html">akta</a>.</p>
<h2 id="kantor">Kantor</h2>
<h3 id="bus">Bus</h3>
</div>
</div>' "$(sed -n '/<h1>/,/<\/main/p' "$o/halaman/tentang.html" | sed 's/.*<h1>/<h1>/; /<\/main/d')"
is "a charter leads there" 1 "$(grep -c 'href="../halaman/tentang.html#kantor"' "$o/dinas/akta.html")"
is "its file is published, search engines are told" "isi 1" "$(cat "$o/halaman/denah.txt") $(grep -c '<loc>https://uji.example/halaman/tentang.html</loc><lastmod>2026-01-16</lastmod>' "$o/sitemap.xml")"

# ---- what changes
count() { grep -o '[0-9]* ditulis' "$tmp/out" "$tmp/err" | grep -o '[0-9]* ditulis'; }
built
is "nothing changed, nothing written" "0 ditulis" "$(count)"
printf 'Kabar baru.\n' >>"$c/halaman/pengumuman.md"
built
is "words of one page are written alone" "1 ditulis 1" "$(count) $(grep -c 'Kabar baru' "$o/halaman/pengumuman.html")"
printf '%2000s' x >"$c/halaman/denah.txt"
built
is "a file of another size is told where it is linked" "denah (TXT, 2 KB)" "$(grep -o 'denah (TXT[^)]*)' "$o/halaman/tentang.html")"
sed -i 's/menu: Kabar/menu: Berita/' "$c/halaman/pengumuman.md"
built
is "another word in the menu is on every page" "" "$(grep -rL '>Berita<' "$o" --include='*.html' | grep -v 404.html)"
cp -r "$s" "$tmp/lagi" && rm -rf "$tmp/lagi/public" "$tmp/lagi/.maklumat-cache" && run build -q "$tmp/lagi" --no-posters
is "and the site is as if it were built at once" "" "$(diff -r "$o" "$tmp/lagi/public")"
rm "$c/halaman/a-zakat.md"
built
is "a page that is gone is gone" "0 0" "$st $(grep -rl a-zakat "$o" | wc -l)"

# ---- what is wrong
wrong() { # wrong WHAT EXPECTED FILE TEXT
    printf '%b' "$4" >"$c/halaman/$3"
    run check "$s"
    is "$1" "$2" "$(grep -v '^ ' "$tmp/out" | sed -n 's,^.*content/halaman/,,p')"
    rm "$c/halaman/$3"
}
wrong "no title" 'x.md:2:1: kesalahan: kunci wajib "judul" belum ada [key-required]' x.md '---\nmenu: X\n---\n'
wrong "an unknown key" 'x.md:3:1: kesalahan: kunci "menuu" tidak dikenal [key-unknown]' x.md '---\njudul: X\nmenuu: Y\n---\n'
wrong "no keys at all" 'x.md:1:1: kesalahan: berkas ini tidak dimulai dengan baris --- [front-matter-missing]' x.md 'Halo\n'
wrong "a link to nothing" 'x.md:4:1: kesalahan: berkas "tiada.pdf" tidak ada [link-missing]' x.md '---\njudul: X\n---\n[a](tiada.pdf)\n'
printf 'x' >"$c/dinas/formulir.txt"
wrong "a file of an agency" 'x.md:4:1: kesalahan: "../dinas/formulir.txt" milik instansi lain [link-foreign]' x.md '---\njudul: X\n---\n[a](../dinas/formulir.txt)\n'
printf '<svg onload="x()"/>' >"$c/halaman/x.svg"
wrong "a drawing that runs" 'x.svg: kesalahan: gambar SVG ini memuat "onload="x()"" (baris 1), jadi tidak diterbitkan [svg-unsafe]' x.md '---\njudul: X\n---\n![a](x.svg)\n'
rm "$c/halaman/x.svg" "$c/dinas/formulir.txt"
wrong "a name that is no address" 'Tentang Kami.md: kesalahan: nama "Tentang Kami.md" tidak dapat menjadi alamat halaman [name-not-slug]' 'Tentang Kami.md' '---\njudul: X\n---\n'
wrong "a name of the program" 'index.md: kesalahan: nama "index" dipakai situs untuk halamannya sendiri [name-reserved]' 'index.md' '---\njudul: X\n---\n'
wrong "keys alone" 'x.yaml: kesalahan: berkas "x.yaml" tidak dikenali dari namanya [name-extension]' 'x.yaml' 'judul: X\n'
wrong "a placeholder" 'x.md:2:8: peringatan: "XXX" tampaknya teks contoh yang belum diganti [placeholder]' x.md '---\njudul: XXX\n---\n'
echo "1..$n"
