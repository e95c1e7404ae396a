#!/bin/sh
# TAP: what the command line understands, and what it says to what it does not.
. "$(dirname "$0")/tap.sh"

d=$tmp/p/content/dinas
mkdir -p "$d/cabang" "$tmp/empty"
printf 'nama: Uji\nurl: https://uji.example/\n' >"$tmp/p/content/situs.yaml"
printf 'nama: Dinas\nalamat: Jalan\n' >"$d/instansi.yaml"
printf -- '---\njudul: Akta\nbaiya: x\n---\n' >"$d/akta.md"
printf -- '---\njudul: Nikah\n---\n' >"$d/nikah.md"
paths() { sed -n 's/^\([^ ]*\.[a-z]*\):.*\[[a-z-]*\]$/\1/p' "$1" | sed 's/:.*//' | sort -u | tr '\n' ' '; }

run check "$tmp/p"
is "check ends with sums" "1 kesalahan" "$(tail -1 "$tmp/out" | sed 's/,.*//')"
is "errors come last" "[key-unknown]" "$(grep -o '\[[a-z-]*\]$' "$tmp/out" | tail -1)"
(cd "$tmp/p" && "$m" check content/dinas/akta.md >"$tmp/out")
is "a file alone" "1 content/dinas/akta.md " "$? $(paths "$tmp/out")"
(cd "$d" && "$m" check nikah.md >"$tmp/out")
is "from its own folder" "0 ../../content/dinas/nikah.md " "$? $(paths "$tmp/out")"
run check "$d/nikah.md"
is "from elsewhere" "0 $d/nikah.md " "$st $(paths "$tmp/out")"
(cd "$d/cabang" && "$m" check >"$tmp/out")
is "a folder of the project means the project" "1 ../../../content/dinas/akta.md ../../../content/dinas/instansi.yaml ../../../content/dinas/nikah.md " \
    "$? $(paths "$tmp/out")"
(cd "$tmp/empty" && "$m" check >"$tmp/out" 2>"$tmp/err")
is "no project is no answer" "3 " "$? $(cat "$tmp/out")"
sed -i '/baiya/d' "$d/akta.md"
(cd "$d" && "$m" build --no-posters >"$tmp/out" 2>"$tmp/err")
is "build from a folder below" "0 yes" "$? $([ -s "$tmp/p/public/dinas/akta.html" ] && echo yes)"

sed -i '$d' "$d/nikah.md" && printf 'baiya: x\n---\n' >>"$d/nikah.md"
run check "$tmp/p" -q
is "-q: errors alone" "1 1 kesalahan, 0 peringatan, 0 catatan" "$st $(tail -1 "$tmp/out")"
sed -i '/baiya/d' "$d/nikah.md"
run check "$tmp/p" --fail-on Peringatan
is "levels in the words of the messages" 1 "$st"
run Check "$tmp/p" --FAIL-ON kesalahan
is "in any case" 0 "$st"
printf 'tingkat: {component-missing: catatan}\nposter: {ukuran: [A4], kartu: Tidak}\n' >>"$tmp/p/content/situs.yaml"
sed -i '/^judul/a waktu: 3 hari kerja' "$d/akta.md" "$d/nikah.md"
run build "$tmp/p"
is "so in situs.yaml, sizes and switches too" "0 akta-a4.pdf kecil nikah-a4.pdf " "$st $(cd "$tmp/p/public/dinas/poster" && echo * | tr '\n' ' ')"
is "and the level holds" 0 "$(grep -c 'peringatan: .*component-missing' "$tmp/err")"

run cek
is "a word of our own language" "2 maklumat: perintah \"cek\" tidak dikenal; mungkin maksud Anda \`maklumat check\`" "$st $(cat "$tmp/err")"
run bulid
is "a typing mistake" 1 "$(grep -c 'maklumat build' "$tmp/err")"
run check --fial-on x
is "an option" 1 "$(grep -c -- '--fail-on$' "$tmp/err")"
LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8 MAKLUMAT_LANG='' "$m" nix 2>"$tmp/err"
is "the locale does not change the language" 1 "$(grep -c 'tidak dikenal' "$tmp/err")"
MAKLUMAT_LANG=en "$m" nix 2>"$tmp/err"
is "MAKLUMAT_LANG does" 1 "$(grep -c 'unknown command' "$tmp/err")"

# What another user's mask hides, a web server could not read.
rm -rf "$tmp/p/public"
(umask 077 && "$m" build "$tmp/p" >"$tmp/out" 2>"$tmp/err")
is "published files can be read by all" "" "$(find "$tmp/p/public" -type f ! -perm -444 -o -type d ! -perm -555)"

# A new charter lacks everything; what it lacks is told once and in one breath.
"$m" new site "$tmp/q" >/dev/null
(cd "$tmp/q" && "$m" new agency content/dinas >/dev/null && "$m" new service content/dinas/akta >/dev/null &&
    "$m" check content/dinas/akta.md >"$tmp/out")
is "findings of a new charter" "11 1" "$(grep -c '^content/dinas/akta.md:.*\[' "$tmp/out") $(grep -c 'komponen 7, 8, 9, 10, 11, 12, 13, 14 belum ada' "$tmp/out")"
echo "1..$n"
