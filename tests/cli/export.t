#!/bin/sh
# TAP: maklumat export: the sheet for SIPPN and the csv of a rich charter whole; the annex and the workbook
# hold the same words, open as what they are, and have the same bytes twice.
. "$(dirname "$0")/tap.sh"
site=$tmp/situs
mkdir -p "$site/content/dinas"
cp tests/golden/diff/lama.md "$site/content/dinas/akta.md"
cat >"$site/content/dinas/instansi.yaml" <<'END'
nama: Dinas Contoh
wilayah: Kabupaten Contoh
kepala: {jabatan: Kepala Dinas Contoh}
END
printf -- '---\njudul: Sudah dicabut\nstatus: dicabut\n---\n' >"$site/content/dinas/lama.md"
run export sippn --dir "$site"
is "sippn" "0 $(cat tests/golden/export/sippn.txt)" "$st $(cat "$tmp/out")"
run export csv --dir "$site" -o "$tmp/a.csv"
is "csv" "0 $(cat tests/golden/export/layanan.csv)" "$st $(cat "$tmp/a.csv")"
for form in lampiran.odt xlsx.xlsx; do
    run export "${form%.*}" --dir "$site" -o "$tmp/a.${form#*.}"
    first="$st $(cksum <"$tmp/a.${form#*.}")"
    run export "${form%.*}" --dir "$site" dinas -o "$tmp/a.${form#*.}"
    is "${form%.*} twice" "$first" "$st $(cksum <"$tmp/a.${form#*.}")"
done
part() { # part ARCHIVE NAME
    perl -MIO::Uncompress::Unzip=unzip -e 'unzip $ARGV[0] => "-", Name => $ARGV[1] or die' "$1" "$2"
}
is "the annex is well-formed" 0 "$(part "$tmp/a.odt" content.xml | xmllint --noout - 2>&1; echo $?)"
is "the workbook is well-formed" 0 "$(part "$tmp/a.xlsx" xl/worksheets/sheet1.xml | xmllint --noout - 2>&1; echo $?)"
is "the annex begins with its kind" "mimetypeapplication/vnd.oasis.opendocument.text" \
    "$(head -c 77 "$tmp/a.odt" | tail -c +31)"
is "the annex in words" "$(cat tests/golden/export/lampiran.txt)" \
    "$(part "$tmp/a.odt" content.xml | sed 's,<text:tab/>, ,g; s,<[^>]*>,,g' | sed '/^ *$/d')"
run export lampiran --dir "$site"
is "a file is needed" 2 "$st"
run export sippn --dir "$site" dinas/lama
is "nothing of what was withdrawn" 1 "$st"
run export
is "a form is needed" 2 "$st"
run export csv --dir "$tmp/kosong"
is "no project" 3 "$st"
mkdir -p "$site/content/dua"
echo 'nama: Dinas Dua' >"$site/content/dua/instansi.yaml"
printf -- '---\njudul: "=1+1"\n---\n' >"$site/content/dua/b.md"
run export lampiran --dir "$site" -o "$tmp/b.odt"
is "one agency an annex" "1 no" "$st $([ -e "$tmp/b.odt" ] && echo yes || echo no)"
run export csv --dir "$site" dua/b.md
is "no formula in a cell" 1 "$(grep -c "\"'=1+1\"" "$tmp/out")"
echo "1..$n"
