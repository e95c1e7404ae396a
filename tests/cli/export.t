#!/bin/sh
# TAP: maklumat export: the sheet for SIPPN and the csv of a rich charter whole; the annex (odt, pdf) and the workbook
# hold the same words, open as what they are, and have the same bytes twice; the annex comes back as the charter it was.
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

# As a PDF: each word of the odt, in its order.
words() { part "$1" content.xml | sed 's,.*<office:text>,,; s,<text:tab/>, ,g; s,<text:s[^>]*>, ,g; s,<[^>]*>, ,g; s,&lt;,<,g; s,&gt;,>,g; s,&quot;,",g; s,&#39;,'"'"',g; s,&amp;,\&,g' | tr -s ' \n\t' '\n' | sed '/^$/d'; }
in_order() { # in_order WORDS TEXT: says the first word that is not there
    perl -Mutf8 -CSDA -e 'open my $t, "<", $ARGV[1]; my $all = do { local $/; <$t> }; $all =~ s/\s+//g; my $at = 0;
        open my $w, "<", $ARGV[0]; while (<$w>) { chomp; my $i = index $all, $_, $at; if ($i < 0) { print "$_\n"; exit } $at = $i + length }' "$1" "$2"
}
if command -v pdftotext >/dev/null; then
    run export lampiran --dir "$site" dinas -o "$tmp/a.pdf"
    words "$tmp/a.odt" >"$tmp/words"; pdftotext -raw "$tmp/a.pdf" "$tmp/pdf.txt"
    is "the annex as a PDF" "0 " "$st $(in_order "$tmp/words" "$tmp/pdf.txt")"
    is "many words" yes "$([ "$(wc -l <"$tmp/words")" -gt 100 ] && echo yes)"
    run export lampiran --dir "$site" dinas -o "$tmp/b.pdf"
    is "the same bytes twice" "$(cksum <"$tmp/a.pdf")" "$(cksum <"$tmp/b.pdf")"
    is "by the rules of PDF/UA" "" "$(command -v qpdf >/dev/null && perl tests/pdfua/check "$tmp/a.pdf")"
fi

# Back again: what the annex was made from, and after another program has saved it what its words say.
mkdir -p "$tmp/lain/content/dinas" && cp "$site/content/dinas/instansi.yaml" "$tmp/lain/content/dinas/"
(cd "$tmp/lain" && "$m" import "$tmp/a.odt" -o content/dinas >"$tmp/out" 2>&1)
run diff "$site/content/dinas/akta.md" "$tmp/lain/content/dinas/akta.md"
is "the same charter again" "0 tidak ada perbedaan" "$st $(cat "$tmp/out")"
is "its comments stay at home" 0 "$(grep -c '^ *#' "$tmp/lain/content/dinas/akta.md")"

# Every charter of this tree, as LibreOffice reads it.
if command -v soffice >/dev/null; then
    mkdir "$tmp/odt" "$tmp/txt" "$tmp/word"
    run export lampiran content/kab-lebak/dinas-sosial -o "$tmp/word/a.odt"
    HOME=$tmp soffice -env:UserInstallation="file://$tmp/lo" --headless --convert-to docx --outdir "$tmp/word" "$tmp/word/a.odt" >/dev/null 2>&1
    run import --print "$tmp/word/a.docx"
    is "from Word the six components, no dots" "persyaratan prosedur waktu biaya produk pengaduan 0" \
        "$(grep -oE '^(persyaratan|prosedur|waktu|biaya|produk|pengaduan|dasar_hukum|sarana|[a-z]+_[a-z]+):' "$tmp/out" | tr -d ':' | tr '\n' ' ')$(grep -v '^#' "$tmp/out" | grep -c '\.\.\.\.\.')"
    for folder in content/*/* tests/rich/content/*/* tests/said/content/*/* tests/golden/view/content/*/* tests/golden/poster/content/* tests/exam/content/*; do
        [ -f "$folder/instansi.yaml" ] || continue
        root=${folder%%content/*}
        "$m" export lampiran --dir "${root:-.}" "${folder#"$root"}" -o "$tmp/odt/$(echo "$folder" | tr / -).odt" || echo "$folder" >>"$tmp/failed"
    done
    is "all of them" "" "$(cat "$tmp/failed" 2>/dev/null)"
    HOME=$tmp soffice -env:UserInstallation="file://$tmp/lo" --headless --convert-to txt:Text --outdir "$tmp/txt" "$tmp"/odt/*.odt >/dev/null 2>&1
    for odt in "$tmp"/odt/*.odt; do
        words "$odt" >"$tmp/words"
        name=$(basename "$odt" .odt)
        tr -s ' \n\t\r' '\n' <"$tmp/txt/$name.txt" | sed '1s/^\xEF\xBB\xBF//; /^$/d' >"$tmp/read"
        is "read by LibreOffice: $name" "" "$(diff "$tmp/words" "$tmp/read" | head -n 4)"
    done
fi
mkdir -p "$site/content/dua"
echo 'nama: Dinas Dua' >"$site/content/dua/instansi.yaml"
printf -- '---\njudul: "=1+1"\n---\n' >"$site/content/dua/b.md"
run export lampiran --dir "$site" -o "$tmp/b.odt"
is "one agency an annex" "2 no" "$st $([ -e "$tmp/b.odt" ] && echo yes || echo no)"
run export csv --dir "$site" dua/b.md
is "no formula in a cell" 1 "$(grep -c "\"'=1+1\"" "$tmp/out")"
echo "1..$n"
