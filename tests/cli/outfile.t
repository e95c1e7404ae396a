#!/bin/sh
# TAP: the one file that poster, export, evidence and pack write where -o says: never over what is read, never in place of a
# device, a pipe or a folder, and its name says what is in it.
. "$(dirname "$0")/tap.sh"
root=$PWD
mkdir -p "$tmp/s/content/a" "$tmp/s/themes/t" "$tmp/s/instrumen" "$tmp/lain" && cd "$tmp/s" || exit 1
printf 'nama: S\n' >content/situs.yaml
printf 'nama: Dinas\n' >content/a/instansi.yaml
printf -- '---\njudul: Uji\npersyaratan: [KTP]\nwaktu: 3 hari kerja\nbiaya: gratis\n---\n' >content/a/uji.md
printf 'x' >themes/t/logo.png; cp "$root/instrumen/pekppp-2023.yaml" instrumen/x.yaml
"$m" build -q --no-posters >/dev/null 2>&1
cp public/.maklumat ../dahulu
mkfifo "$tmp/pipa" "$tmp/nol"; [ "$(id -u)" != 0 ] || { rm "$tmp/nol"; mknod "$tmp/nol" c 1 3 2>/dev/null || mkfifo "$tmp/nol"; }
ln -s "$tmp/pipa" "$tmp/tautan.pdf"; ln -s "$tmp/s/content/a" "$tmp/jalan"
before=$(sums .)
poster='poster content/a/uji.md' evidence=evidence pack=pack csv='export csv' annex='export lampiran' book='export xlsx' sippn='export sippn'
refused() { # refused NAME EXIT WORDS COMMAND-LINE…
    name=$1 want=$2 words=$3; shift 3
    # shellcheck disable=SC2068
    "$m" $@ >"$tmp/out" 2>"$tmp/err" </dev/null & pid=$!
    wait $pid; st=$?
    is "$name" "$want maklumat: $words" "$st $(cat "$tmp/err")"
    is "and all is as it was" "$before" "$(sums .)"
}
read_here() { echo "$1: berkas di sini dibaca maklumat, jadi tidak ditimpa; sebutkan berkas di luar content, themes, dan instrumen"; }
for command in "$poster" "$evidence" "$pack" "$csv" "$annex" "$book" "$sippn"; do
    for path in content/a/uji.md content/situs.yaml "$tmp/jalan/uji.md" content/a/baru.pdf themes/t/logo.png instrumen/x.yaml; do
        refused "$command: no input: $path" 2 "$(read_here "$path")" "$command" -o "$path"
    done
    for path in "$tmp/pipa" "$tmp/nol" "$tmp/tautan.pdf"; do
        refused "$command: no device: $path" 3 "$path: ini perangkat atau pipa, bukan berkas biasa; sebutkan berkas lain" "$command" -o "$path"
    done
    run $command -o "$tmp/lain"
    is "$command: no folder" "2 1" "$st $(grep -c "^maklumat: $tmp/lain: ini folder; sebutkan berkasnya, misalnya -o $tmp/lain/maklumat\." "$tmp/err")"
    is "devices are as they were" "yes yes yes" "$([ -p "$tmp/pipa" ] && echo yes) $([ ! -f "$tmp/nol" ] && echo yes) $([ -L "$tmp/tautan.pdf" ] && echo yes)"
done
cd "$tmp/lain" || exit 1
before=$(sums .)
refused "another project's texts" 2 "$(read_here ../s/content/a/uji.md)" poster ../s/content/a/uji.md -o ../s/content/a/uji.md
cd ../s || exit 1
before=$(sums .)
refused "the manifest that a difference is made from" 2 "$(read_here ../dahulu)" pack --since ../dahulu -o ../dahulu
refused "the site that is packed" 2 "$(read_here public/.maklumat)" pack -o public/.maklumat

refused "a PDF is no picture" 2 "y.png: yang ditulis PDF; tulis -o y.pdf, atau tambahkan --format png" $poster -o y.png
refused "a picture is no PDF" 2 "../Y.PDF: yang ditulis PNG; tulis -o ../Y.png, atau tambahkan --format pdf" $poster --format png -o ../Y.PDF
refused "nor a page" 2 "y.html: yang ditulis PDF; tulis -o y.pdf" $poster -o y.html
refused "an annex is no text" 2 "x.txt: yang ditulis ODT; tulis -o x.odt" $annex -o x.txt
refused "nor of Word" 2 "x.docx: yang ditulis ODT; tulis -o x.odt" $annex -o x.docx
refused "a workbook is no csv" 2 "x.csv: yang ditulis XLSX; tulis -o x.xlsx" $book -o x.csv
refused "the evidence is a PDF" 2 "x.odt: yang ditulis PDF; tulis -o x.pdf" evidence -o x.odt
refused "an archive is a zip" 2 "index.html: yang ditulis ZIP; tulis -o index.zip" pack -o index.html
refused "a manifest is none" 2 ".maklumat: yang ditulis ZIP; tulis -o maklumat.zip" pack -o .maklumat
run $csv -o ../a.CSV
is "capital letters are no other ending" "0 Dinas" "$st $(grep -o Dinas ../a.CSV | head -n 1)"
run pack -o ../situs.v1-2
is "a dot may be a part of the name" "0 PK" "$st $(head -c 2 ../situs.v1-2)"
run $annex -o ../x.PDF
is "an annex called .PDF is one" "0 %PDF" "$st $(head -c 4 ../x.PDF)"
echo "1..$n"
