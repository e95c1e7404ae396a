#!/bin/sh
# TAP: former addresses: each belongs to one page, whichever agency claims it, and is a path that any disk and server takes.
. "$(dirname "$0")/tap.sh"
project() { # project KEY-OF-A KEY-OF-B [KEY-OF-AGENCY-B]: two agencies, a charter each
    rm -rf "$tmp/p"
    cp -R tests/diag/_site "$tmp/p"
    sed "/^judul:/a $1" tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"
    cp -R "$tmp/p/content/dinas" "$tmp/p/content/lain"
    sed "/^judul:/a $2" tests/diag/sk-space.md >"$tmp/p/content/lain/akta.md"
    echo "${3-}" >>"$tmp/p/content/lain/instansi.yaml"
}
leads() { # leads NAME WANTED [OPTION]: the exit code of a build and whom it blames, or where it sends
    "$m" build "$tmp/p" --no-posters ${3-} >"$tmp/out" 2>"$tmp/err"
    got="$? $(sed -n "s|.*content/\([^:]*\):[^\"]*\"\([^\"]*\)\".*\[\(path-[a-z-]*\)\]\$|\1 \3 \2|p" "$tmp/err")"
    if [ "${got#0 }" != "$got" ]; then
        got="$got$(cd "$tmp/p/public" && find . -iname '*.htm*' -type f -exec grep -li 'http-equiv="refresh"' {} + | LC_ALL=C sort | tr '\n' ' ')"
    fi
    is "$1" "$2" "$got"
}
none='kata_kunci: [lahir]'
project 'alamat_lama: [lama/a.html]' 'alamat_lama: [lama/b.html]'
leads "addresses of their own" "0 ./lama/a.html ./lama/b.html "
project 'alamat_lama: [lama/a.html]' 'alamat_lama: [lama/a]'
leads "the same one twice" "1 lain/akta.md path-taken lama/a.html"
is "with its place" "    3 | alamat_lama: [lama/a]
      |               ^~~~~~" "$(grep -A2 'lain/akta.md:3:15: kesalahan' "$tmp/err" | tail -2)"
leads "is nothing to a draft" "0 lain/akta.md path-taken lama/a.html" --draft
project 'alamat_lama: [lama/a.html]' "$none"
leads "one at first" "0 ./lama/a.html "
sed -i 's/^judul:.*/judul: Lain/' "$tmp/p/content/dinas/akta.md"
sed -i '/^judul:/a alamat_lama: [lama/a]' "$tmp/p/content/lain/akta.md"
leads "and claimed again when it is published" "1 lain/akta.md path-taken lama/a.html"
project 'alamat_lama: [lama/a.html]' "$none"
sed '/^judul:/a alamat_lama: [lama/a]' tests/diag/sk-space.md >"$tmp/p/content/dinas/kia.md"
leads "twice in one agency: told once, with the line" "1 dinas/kia.md path-taken lama/a.html"
is "which is the third" 1 "$(grep -c 'kia.md:3:15: kesalahan' "$tmp/err")"
project 'alamat_lama: [lama/akta]' "$none" 'alamat_lama: [lama]'
leads "one in another's former folder" "1 lain/instansi.yaml path-taken lama/akta.html"
is "whose place is told" 1 "$(grep -c "lain/instansi.yaml:$(grep -n '^alamat_lama' "$tmp/p/content/lain/instansi.yaml" | cut -d: -f1):15: kesalahan" "$tmp/err")"
project 'alamat_lama: [lama/akta.en.html]' "$none" 'alamat_lama: [lama]'
printf 'bahasa: [id, en]\n' >>"$tmp/p/content/situs.yaml"
printf -- '---\njudul: Birth certificate\n---\n' >"$tmp/p/content/lain/akta.en.md"
leads "a translation in another's former folder" "1 lain/instansi.yaml path-taken lama/akta.en.html"
project 'alamat_lama: [lama/akta, x/, y/index.html, b.htm, lama/kia.en.html]' "$none"
printf 'bahasa: [id, en]\n' >>"$tmp/p/content/situs.yaml"
printf -- '---\njudul: Birth certificate\n---\n' >"$tmp/p/content/dinas/akta.en.md"
sed '/^judul:/a alamat_lama: [lama/kia]' tests/diag/sk-space.md >"$tmp/p/content/dinas/kia.md"
printf -- '---\njudul: Child card\n---\n' >"$tmp/p/content/dinas/kia.en.md"
leads "translations beside former pages, where no other is named" "0 ./b.htm ./lama/akta.en.html ./lama/akta.html ./lama/kia.en.html ./lama/kia.html ./x/index.html ./y/index.html "
is "lead to translations" "../dinas/akta.en.html ../dinas/akta.html" "$(for p in akta kia; do sed -n 's/.*http-equiv="refresh" content="[^"]*url=\([^"]*\)".*/\1/p' "$tmp/p/public/lama/$p.en.html"; done | tr '\n' ' ' | sed 's/ $//')"
project 'alamat_lama: [lama/akta]' 'alamat_lama: [lama/akta.en.html]'
printf 'bahasa: [id, en]\n' >>"$tmp/p/content/situs.yaml"
printf -- '---\njudul: Birth certificate\n---\n' >"$tmp/p/content/dinas/akta.en.md"
leads "one that another agency names" "1 lain/akta.md path-taken lama/akta.en.html"
project "alamat_lama: ['$(printf '%0248d' 0)']" "$none"
printf 'bahasa: [id, en]\n' >>"$tmp/p/content/situs.yaml"
printf -- '---\njudul: Birth certificate\n---\n' >"$tmp/p/content/dinas/akta.en.md"
leads "one whose name no disk takes" "0 ./$(printf '%0248d' 0).html "
project "$none" "$none" 'alamat_lama: [dinas]'
leads "a former folder where another agency is now" "0 "
project 'alamat_lama: [a/b.html]' 'alamat_lama: [a/b.html/c]'
leads "below another one" "1 lain/akta.md path-clash a/b.html/c.html"
project 'alamat_lama: [a/b.html/c]' 'alamat_lama: [a/b.html]'
leads "above another one" "1 lain/akta.md path-clash a/b.html"

# A language that the site gives up is one cause, however many pages it had.
project "$none" "$none"
printf 'bahasa: [id, en]\n' >>"$tmp/p/content/situs.yaml"
for folder in dinas lain; do printf -- '---\njudul: Birth certificate\n---\n' >"$tmp/p/content/$folder/akta.en.md"; done
leads "translations of two agencies" "0 "
sed -i '/^bahasa/d' "$tmp/p/content/situs.yaml"
vanished() { "$m" build "$tmp/p" --no-posters ${1-} 2>&1 | grep -A1 vanished; }
is "go with their language" "$tmp/p/content/situs.yaml: kesalahan: halaman terjemahan dinas/akta.en.html sudah terbit, tetapi kini tidak dibuat lagi [translation-vanished]
  = saran: tulis \"en\" lagi di \"bahasa\" dalam situs.yaml; --force menghapus semua halaman bahasa itu" "$(vanished)"
is "which --force allows" "no 0" "$(vanished --force; [ -e "$tmp/p/public/dinas/akta.en.html" ] || printf 'no '; ls "$tmp/p/public/lain" | grep -c '\.en\.')"
project "$none" "$none"
printf 'bahasa: [id, en]\n' >>"$tmp/p/content/situs.yaml"
printf -- '---\njudul: Birth certificate\n---\n' >"$tmp/p/content/dinas/akta.en.md"
leads "a translation" "0 "
rm "$tmp/p/content/dinas/akta.md" "$tmp/p/content/dinas/akta.en.md"
printf -- '---\njudul: Birth deed\n---\n' >"$tmp/p/content/dinas/akte.en.md"
sed '/^judul:/a alamat_lama: [dinas/akta.html]' tests/diag/sk-space.md >"$tmp/p/content/dinas/akte.md"
leads "moves with its original" "0 ./dinas/akta.en.html ./dinas/akta.html "
is "to where it is now" "../dinas/akte.en.html" "$(sed -n 's/.*http-equiv="refresh" content="[^"]*url=\([^"]*\)".*/\1/p' "$tmp/p/public/dinas/akta.en.html")"
mv "$tmp/p/content/dinas/akte.en.md" "$tmp/p/content/dinas/akte.jv.md"
sed -i 's/^bahasa.*/bahasa: [id, en, jv]/' "$tmp/p/content/situs.yaml"
is "in another language it is another" "translation-vanished translation-vanished" "$(vanished | sed -n 's/.*\[\(.*\)\]$/\1/p' | tr '\n' ' ' | sed 's/ $//')"
project "$none" "$none"
printf 'bahasa: [id, en]\n' >>"$tmp/p/content/situs.yaml"
printf -- '---\njudul: Birth certificate\n---\n' >"$tmp/p/content/dinas/akta.en.md"
leads "a translation that goes" "0 "
rm "$tmp/p/content/dinas/akta.md" "$tmp/p/content/dinas/akta.en.md"
is "goes with its original, which is told" page-vanished "$(vanished | sed -n 's/.*\[\(.*\)\]$/\1/p')"

# One address; what else is in the content; what comes of it.
here='dinas/akta.md'
long=$(printf '%0251d' 0)
deep=$(printf 'abcdefgh/%.0s' $(seq 112))
one() { # one ADDRESS WANTED [COMMANDS]
    project "alamat_lama: ['$(printf '%s' "$1" | sed 's/\\/&&/g')']" "$none"
    (cd "$tmp/p/content" && eval "${3-:}")
    leads "$(printf '%.40s' "$1") ${3-}" "$2"
}
one dinas "0 ./dinas.html "
one x/ "0 ./x/index.html "
one é/ü "0 ./é/ü.html "
one 'a b' "0 ./a b.html "
one Akta.HTM "0 ./Akta.HTM "
one "$(printf '%0250d' 0)" "0 ./$(printf '%0250d' 0).html "
one "$deep" "1 $here path-too-long $(printf '%.400s' "$deep")…"
one "$long" "1 $here path-too-long $long"
one "x/$long/y" "1 $here path-too-long x/$long/y"
for bad in ../x x/../y /x https://contoh.example/x 'x?id=1' x#y 'x\y' .maklumat .htaccess x/.y x//y .; do
    one "$bad" "1 $here path-bad $bad"
done
one a%20b "1 $here path-encoded a%20b"
one a%ffb "1 $here path-encoded a%ffb"
one a%b "0 ./a%b.html "
for taken in dinas/akta dinas/ dinas/index.html dinas/poster/x aset/x index.html a-z-2.html; do
    case $taken in */) path=${taken}index.html ;; *.html) path=$taken ;; *) path=$taken.html ;; esac
    one $taken "1 $here path-taken $path"
done
one x "1 $here path-taken x.html" 'mkdir statis && echo >statis/x.html'
one dinas/x.html "1 $here path-taken dinas/x.html" 'echo >dinas/x.html'
one dinas/akta.html/x "1 $here path-clash dinas/akta.html/x.html"
one x/y/z "1 $here path-clash x/y/z.html" 'mkdir -p statis/x && echo >statis/x/y'
one x "1 $here path-clash x.html" 'mkdir -p statis/x.html && echo >statis/x.html/y'
one dinas/a.pdf/x "1 $here path-clash dinas/a.pdf/x.html" 'echo >dinas/a.pdf'
one Dinas/Akta.html "0 $here path-case Dinas/Akta.html./Dinas/Akta.html "

# A finding is not forgotten with the agency's cache entry.
project 'alamat_lama: [x]' "$none"
leads "a free address" "0 ./x.html "
mkdir "$tmp/p/content/statis"; echo >"$tmp/p/content/statis/x.html"
leads "taken by a file that came since" "1 $here path-taken x.html"
echo "1..$n"
