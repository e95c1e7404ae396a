#!/bin/sh
# TAP: a theme speaks a third language by one file of labels: pages, scripts and what is not in that file.
. "$(dirname "$0")/tap.sh"

top=$PWD
s=$tmp/situs
mkdir -p "$s/content/dinas" "$s/themes/jawi"
cp -R "$top/tests/diag/_site/content/." "$s/content/"
printf 'nama: Situs\nbahasa: [id, jv]\n' >"$s/content/situs.yaml"
cat >"$s/content/dinas/akta.md" <<'END'
---
judul: Akta Kelahiran
persyaratan: Fotokopi KTP
prosedur:
  - oleh: Pemohon
    teks: menyerahkan berkas
waktu: 3 hari kerja
biaya: Gratis
produk: Kutipan akta
---
END
cat >"$s/content/dinas/akta.jv.md" <<'END'
---
judul: Akta Lair
persyaratan: Salinan KTP
---
END
cat >"$s/themes/jawi/labels.jv.yaml" <<'END'
langsung_ke_isi: Langsung maca isi
beranda: Kaca ngarep
gratis: Tanpa mbayar
terjemahan: "Kaca iki jarwan. Kaca liyane nganggo {{asli_nama}}."
END
run build "$s" --theme "$s/themes/jawi" --no-posters --quiet
is "it builds" 0 "$st"
page=$(cat "$s/public/dinas/akta.jv.html")
has() { case $page in *"$1"*) echo yes ;; *) echo no ;; esac; }
is "the page says its language" yes "$(has '<html lang="jv"')"
is "a label of the theme" yes "$(has 'Langsung maca isi')"
is "a label with a name in it" yes "$(has 'Kaca iki jarwan. Kaca liyane nganggo Bahasa Indonesia.')"
is "the words of the translation" yes "$(has 'Salinan KTP')"
is "the language's own name on the original" 1 "$(grep -c 'lang="jv"[^>]*>Basa Jawa' "$s/public/dinas/akta.html")"
is "what the file lacks is Indonesian" yes "$(has "$(sed -n 's/^tentang: *//p' "$top/themes/default/labels.id.yaml")")"
is "nothing of it on the original" 0 "$(grep -c 'Langsung maca isi' "$s/public/dinas/akta.html")"

# One word of a script.
word=$(grep -oh 'L\.[a-z][a-z_]*' "$top/themes/default/static/js/maklumat.js" | sed -n '1s/^L\.//p')
echo "$word: Tembung sekrip" >>"$s/themes/jawi/labels.jv.yaml"
run build "$s" --theme "$s/themes/jawi" --no-posters --quiet
is "it builds again" 0 "$st"
script=$(grep -o 'aset/maklumat-[0-9a-f]*\.js' "$s/public/dinas/akta.jv.html" | head -n 1)
other=$(grep -o 'aset/maklumat-[0-9a-f]*\.js' "$s/public/dinas/akta.html" | head -n 1)
is "its script speaks the language" 1 "$(grep -c 'Tembung sekrip' "$s/public/$script")"
is "that of the original does not" 0 "$(grep -c 'Tembung sekrip' "$s/public/$other")"
echo "1..$n"
