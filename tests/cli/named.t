#!/bin/sh
# TAP: a path of the command line that is not there, or no file of the project, is refused by name: nothing else is done in its
# place, and nothing waits for a pipe or reads a device without end.
. "$(dirname "$0")/tap.sh"
mkdir -p "$tmp/s/content/a" "$tmp/s/instrumen" && cp instrumen/pekppp-2023.yaml "$tmp/s/instrumen/x.yaml" && cd "$tmp/s" || exit 1
printf 'nama: S\n' >content/situs.yaml
printf 'nama: Dinas\n' >content/a/instansi.yaml
printf -- '---\njudul: Uji\npersyaratan: [KTP]\nwaktu: 3 hari kerja\nbiaya: gratis\n---\n' | tee content/a/uji.md >p.md
mkfifo pipa.md content/a/pipa.md; ln -s tiada.md putus.md
before=$(sums .)
refused() { # refused WORDS COMMAND-LINE…
    words=$1; shift
    bounded "$m" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
    is "$*" "2 maklumat: $words" "$st $(cat "$tmp/out" "$tmp/err")"
    is "and nothing is written" "$before" "$(sums .)"
}
missing() { refused "$2: tidak ada; sebutkan folder proyek atau berkas di content/ yang ada" "$@"; }
outside() { refused "$2: bukan berkas di folder content/ sebuah proyek; sebutkan folder proyek atau berkas di content/" "$@"; }
for command in check build record; do
    for path in content/a/tidakada.md salahketik content/b content/a/uji.md/x putus.md "$tmp/s/tiada"; do missing $command "$path"; done
    for path in p.md pipa.md content/a/pipa.md /dev/zero /etc/passwd; do outside $command "$path"; done
done
missing check salahketik --instrumen pekppp
outside record instrumen/x.yaml
for path in content/a/uji.md content/a . "$tmp/s" instrumen/x.yaml; do
    run check "$path"
    is "check $path" 0 "$st"
done
refused "--as hanya berlaku dengan -: maklumat check --as FILE -" check --as x
refused "--as hanya berlaku dengan -: maklumat check --as FILE -" check --as content/a/uji.md content/a/uji.md

one() { echo "$1 adalah satu berkas; sebutkan berkas yang dibandingkan dengannya: maklumat diff LAMA BARU"; }
refused "$(one content/a/uji.md)" diff content/a/uji.md
refused "$(one p.md)" diff content p.md
refused "$(one pipa.md)" diff pipa.md
run diff p.md content/a/uji.md
is "two files" "0 tidak ada perbedaan" "$st $(cat "$tmp/out")"
for pair in 'pipa.md p.md' 'p.md pipa.md' '/dev/zero p.md' 'p.md /dev/zero'; do
    # shellcheck disable=SC2086
    bounded "$m" diff $pair >"$tmp/out" 2>"$tmp/err"; st=$?
    path=${pair#p.md }; path=${path% p.md}
    is "diff $pair" "3 maklumat: $path: bukan berkas biasa" "$st $(cat "$tmp/err")"
done
truncate -s 5G besar.md
run diff p.md besar.md
is "a file that is too large" "3 maklumat: besar.md: terlalu besar" "$st $(cat "$tmp/err")"
run diff tiada p
is "no revision either" "3 maklumat: \"tiada\" bukan berkas, folder, atau revisi git yang dapat dibaca" "$st $(cat "$tmp/err")"
(PATH=/nowhere; "$m" diff tiada p >"$tmp/out" 2>"$tmp/err"); st=$?
is "without git" "3 maklumat: \"tiada\" bukan berkas atau folder; untuk membandingkan revisi, git harus terpasang" "$st $(cat "$tmp/err")"
echo "1..$n"
