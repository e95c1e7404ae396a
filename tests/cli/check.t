#!/bin/sh
# The five shipped agencies have exactly the faults of their sources; formats and exit codes (TAP).
cd "$(dirname "$0")/../.." || exit 1
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
MAKLUMAT_LANG=id
export MAKLUMAT_LANG
n=0 failed=0

report() {
    n=$((n + 1))
    test "$1" = 0 && echo "ok $n - $2" && return
    echo "not ok $n - $2"
    failed=1
}

# FILE:LINE:COLUMN TAG; the components a charter lacks stand in one line.
shorten() {
    sed -n 's/^::[a-z]* file=content\/\([^,]*\),line=\([0-9]*\),col=\([0-9]*\),.*title=\([a-z-]*\)::\(.*\)/\1:\2:\3 \4 \5/p' |
        sed '/ component-missing komponen/{s/komponen \([0-9, ]*\) belum.*/\1/; s/, /+/g; b
             }
             s/^\([^ ]* [^ ]*\) .*/\1/' |
        sort -s -t: -k1,1 -k2,2n -k3,3n |
        awk '$2 != "component-missing" { if (p) print p; p = ""; print; next }
             p && index(p, $1 " ") == 1 { p = p " " $3; next }
             { if (p) print p; p = $1 " components " $3 }
             END { if (p) print p }' | tr + ' '
}

cat >"$tmp/expected" <<'FAULTS'
kab-lebak/dinas-sosial/instansi.yaml:1:1 hours-missing
kab-lebak/dinas-sosial/instansi.yaml:1:1 website-missing
kab-lebak/dinas-sosial/instansi.yaml:1:1 pledge-missing
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:2:1 components 7 8 9 10 11 12 13 14
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:2:1 sk-missing
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:2:1 effective-missing
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:2:1 review-missing
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:13:1 step-not-citizen
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:25:15 branch-yes-no
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:29:15 branch-yes-no
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:39:1 complaint-officer-missing
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:47:7 channel-kind
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:47:21 channel-url
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:48:23 channel-two-labels
kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.md:55:7 step-actor-only
kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md:2:1 components 6 7 8 9 10 11 12 13 14
kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md:2:1 sk-missing
kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md:2:1 effective-missing
kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md:2:1 review-missing
kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md:32:8 duration-ambiguous
kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md:35:5 lapor-misnamed
kab-pasuruan/dinas-komunikasi-dan-informatika/informasi-pelayanan-publik.md:43:1 body-repeats
kab-pasuruan/dinas-komunikasi-dan-informatika/instansi.yaml:1:1 hours-missing
kab-pasuruan/dinas-komunikasi-dan-informatika/instansi.yaml:1:1 pledge-missing
kab-pasuruan/dinas-komunikasi-dan-informatika/instansi.yaml:5:3 address-phone
kab-pasuruan/dinas-komunikasi-dan-informatika/instansi.yaml:8:12 link-insecure
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:2:1 components 7 8 9 10 11 12 13 14
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:2:1 effective-missing
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:2:1 review-missing
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:36:8 duration-ambiguous
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:40:1 complaint-officer-missing
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:40:1 complaint-steps-missing
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:40:1 complaint-deadline-missing
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:48:14 bracket-open
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:49:17 link-insecure
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/data-dan-informasi.md:52:14 link-short
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/instansi.yaml:1:1 hours-missing
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/instansi.yaml:1:1 pledge-missing
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/instansi.yaml:4:11 postcode-doubtful
kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/instansi.yaml:6:12 link-insecure
kab-pasuruan/dinas-sosial/data-dan-informasi.md:2:1 components 7 8 9 10 11 12 13 14
kab-pasuruan/dinas-sosial/data-dan-informasi.md:2:1 effective-missing
kab-pasuruan/dinas-sosial/data-dan-informasi.md:2:1 review-missing
kab-pasuruan/dinas-sosial/data-dan-informasi.md:3:5 sk-space
kab-pasuruan/dinas-sosial/data-dan-informasi.md:52:1 complaint-officer-missing
kab-pasuruan/dinas-sosial/data-dan-informasi.md:52:1 complaint-steps-missing
kab-pasuruan/dinas-sosial/data-dan-informasi.md:52:1 complaint-deadline-missing
kab-pasuruan/dinas-sosial/data-dan-informasi.md:54:14 fax-is-phone
kab-pasuruan/dinas-sosial/instansi.yaml:1:1 hours-missing
kab-pasuruan/dinas-sosial/instansi.yaml:1:1 pledge-missing
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:2:1 components 7 8 9 10 11 12 13 14
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:2:1 sk-missing
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:2:1 effective-missing
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:2:1 review-missing
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:8:65 bracket-open
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:8:81 comma-space
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:10:5 item-twice
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:10:65 bracket-open
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:10:81 comma-space
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:14:67 comma-space
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:18:1 step-not-citizen
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:21:5 item-twice
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:42:1 complaint-officer-missing
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:42:1 complaint-steps-missing
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:42:1 complaint-deadline-missing
kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.md:48:7 channel-kind
kota-pasuruan/dinas-sosial/instansi.yaml:1:1 hours-missing
kota-pasuruan/dinas-sosial/instansi.yaml:1:1 pledge-missing
situs.yaml:1:1 site-url-missing
FAULTS
"$MAKLUMAT" check --today 2026-11-22 --format github | shorten >"$tmp/found"
diff "$tmp/expected" "$tmp/found" | sed 's/^/# /'
cmp -s "$tmp/expected" "$tmp/found"
report $? "the shipped content has the faults of its sources and no others"

status() {
    "$MAKLUMAT" check "$@" >"$tmp/out" 2>"$tmp/err"
    test $? = "$want"
}
want=0 status && test ! -s "$tmp/err"
report $? "warnings alone are no failure"
want=1 status --fail-on warning
report $? "--fail-on warning fails on them"
want=2 status --format xml && grep -q xml "$tmp/err"
report $? "an unknown format is a usage error"
want=2 status --jobs 0 && want=0 status --jobs 2 && test ! -s "$tmp/err"
report $? "check counts its workers as build does"
want=2 status --today kemarin
report $? "so is an unreadable date"
want=3 status "$tmp/nowhere" && test -s "$tmp/err"
report $? "a missing folder is the environment's"
want=0 status --format text && ! grep -q "$(printf '\033')" "$tmp/out"
report $? "no colours in a file"
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    TERM=xterm script -qec "'$MAKLUMAT' check" /dev/null >"$tmp/out" 2>&1 </dev/null
    TERM=xterm script -qec "'$MAKLUMAT' check >'$tmp/plain'" /dev/null >/dev/null 2>&1 </dev/null
    grep -q "$(printf '\033')" "$tmp/out" && test -s "$tmp/plain" &&
        ! grep -q "$(printf '\033')" "$tmp/plain"
    report $? "colours on a terminal, none in a file beside it"
fi

# Levels of the site's own choice.
cp -R tests/diag/_site "$tmp/site"
sed '/^sk:/d' tests/diag/sk-space.md >"$tmp/site/content/dinas/akta.md"
want=0 status "$tmp/site" && grep -q 'peringatan: .*\[sk-missing\]' "$tmp/out"
report $? "a level as shipped"
printf 'tingkat:\n  sk-missing: error\n' >>"$tmp/site/content/situs.yaml"
want=1 status "$tmp/site" && grep -q 'kesalahan: .*\[sk-missing\]' "$tmp/out"
report $? "tingkat raises a level"

# A text being typed is judged as if it lay in its agency.
root=$PWD
cd "$tmp/site" || exit 1
sed 's/^waktu:.*/waktu: 4 Hari/' content/dinas/akta.md |
    "$MAKLUMAT" check - --as content/dinas/akta.md --format github >"$tmp/out"
test $? = 1 && grep -q 'file=content/dinas/akta.md,line=.*duration-ambiguous' "$tmp/out" &&
    test "$(wc -l <"$tmp/out")" = 2
report $? "check - reads standard input"
# given FILE: the codes found in standard input as that file.
given() { "$MAKLUMAT" check - --as "$1" --today 2026-11-22 --format github 2>"$tmp/err" | sed -n 's/.*title=\([a-z-]*\).*/\1/p' | tr '\n' ' '; }
mkdir -p content/dinas/upt
printf 'x' >content/dinas/upt/form.pdf
sed '/^---$/,$!d' content/dinas/akta.md | sed '2a dasar_hukum: {teks: Surat, tautan: form.pdf}' >content/dinas/upt/ktp.md
test "$(given content/dinas/upt/ktp.md <content/dinas/upt/ktp.md)" = "sk-missing "
report $? "check - reads a charter from its own folder"
test "$(given content/dinas/upt/baru.md <content/dinas/upt/ktp.md)" = "sk-missing "
report $? "and one that is no file yet"
test -z "$(given content/dinas/instansi.yaml <content/dinas/instansi.yaml)" &&
    test "$( (cat content/dinas/instansi.yaml; echo 'telpon: 1') | given content/dinas/instansi.yaml)" = 'key-unknown '
report $? "an agency as an agency"
test -z "$(given content/situs.yaml <content/situs.yaml)" &&
    test "$( (cat content/situs.yaml; echo 'warnanya: 1') | given content/situs.yaml)" = 'key-foreign '
report $? "and the site's settings as what they are"
"$MAKLUMAT" check - --as content/wilayah.yaml </dev/null >"$tmp/out" 2>"$tmp/err"
test $? = 2 && grep -q 'belum ada; simpan dahulu' "$tmp/err"
report $? "a record that is no file yet is to be saved first"
rm -r content/dinas/upt
"$MAKLUMAT" check - --as content/tidak-ada.md </dev/null >"$tmp/out" 2>"$tmp/err"
test $? = 2 && test -s "$tmp/err"
report $? "check - needs an agency"
cd "$root" || exit 1

# Every anchor of the theme's pages of services and agencies may be linked to.
sed '/^---$/,$!d' tests/diag/sk-space.md >"$tmp/site/content/dinas/akta.md"
(cd themes/default && cat partials/*.mustache templates/layanan.mustache templates/instansi.mustache) |
    sed -n 's/ id="/\n#/gp' | sed -n 's/^#\({{awalan_id}}\)*\([a-z-]*\)".*/[x](#\2)/p' >>"$tmp/site/content/dinas/akta.md"
echo '[s](#s1) [v](#v2) [l](#langkah-3) [k](#komponen-5)' >>"$tmp/site/content/dinas/akta.md"
test "$(grep -c '](#' "$tmp/site/content/dinas/akta.md")" -gt 12 &&
    ! (cd "$tmp/site" && "$MAKLUMAT" check --format github) | grep link-anchor
report $? "no anchor of the theme is told to be missing"
printf '%s\n' --- 'judul: Paspor' 'varian: [{nama: Baru}, {nama: Hilang atau rusak}]' --- '[x](#hilang-atau-rusak) [y](#rusak)' \
    >"$tmp/site/content/dinas/akta.md"
test "$( (cd "$tmp/site" && "$MAKLUMAT" check --format github) | grep -c 'link-anchor.*#rusak"')" = 1 &&
    ! (cd "$tmp/site" && "$MAKLUMAT" check --format github) | grep 'link-anchor.*hilang'
report $? "nor is a variant by its name"

# A scaffold passes but for the gaps it leaves, and those are named.
(
    cd "$tmp" && "$MAKLUMAT" new site baru && cd baru &&
        "$MAKLUMAT" new agency content/dinas-sosial &&
        "$MAKLUMAT" new service content/dinas-sosial/akta-kelahiran
) >"$tmp/out" && test "$(wc -l <"$tmp/out")" = 17
report $? "new makes a site, an agency and a service"
want=0 status "$tmp/baru" --format github && ! grep -q '^::error' "$tmp/out" &&
    test "$(grep -c component-empty "$tmp/out")" = 5 && ! grep -q 'pledge-[pis]' "$tmp/out"
report $? "which pass but for their gaps"
# With every # before a key taken away all of it can be read; only the files named are missing.
sed -E -i 's/^#([a-z_]+:|  )/\1/' "$tmp/baru/content/dinas-sosial/"* "$tmp/baru/content/situs.yaml"
"$MAKLUMAT" check "$tmp/baru" --format github >"$tmp/out"
! grep '^::error' "$tmp/out" | grep -v 'origin-missing\|link-missing\|"tingkat"' >"$tmp/err"
report $? "a scaffold can be read when it is filled in"
test "$(grep -c placeholder "$tmp/out")" -ge 40
report $? "and every fact in it is told to be made up"
"$MAKLUMAT" new agency "$tmp/baru/content/dinas-sosial" 2>"$tmp/err"
test $? = 2 && test -s "$tmp/err"
report $? "new overwrites nothing"
"$MAKLUMAT" new service "$tmp/baru/content/dinas-sosial/Akta Lahir" 2>"$tmp/err"
test $? = 2 && grep -q '"akta-lahir"' "$tmp/err"
report $? "new offers a better name"

for word in waktu service.waktu duration-ambiguous pengaduan complaint; do
    "$MAKLUMAT" explain $word >"$tmp/id" && MAKLUMAT_LANG=en "$MAKLUMAT" explain $word >"$tmp/en" &&
        test -s "$tmp/id" && ! cmp -s "$tmp/id" "$tmp/en"
    report $? "explain $word in two languages"
done
"$MAKLUMAT" explain wakty 2>"$tmp/err"
test $? = 2 && grep -q '"waktu"' "$tmp/err"
report $? "explain offers the nearest word"

# One mistake hides no other: keys that nothing ends are read up to the prose behind them.
cp -R tests/diag/_site "$tmp/buruk"
printf '%s\n' --- 'judul: Akta Kelahiran' ' sk: 188.4/12/2024' persyaratan: '  -Fotokopi KTP' '  -KK' 'waktu: 5 hari kerja' \
    '	biaya: gratis' 'produk: "Kutipan akta' '' '## Catatan' '' 'Berkas: asli dan salinan.' >"$tmp/buruk/content/dinas/akta.md"
"$MAKLUMAT" check --quiet "$tmp/buruk" 2>&1 | sed -n 's/.*akta.md:\([0-9:]*\): .*\[\(.*\)\]$/\1 \2/p' >"$tmp/out"
printf '%s\n' '1:1 front-matter-open' '3:2 yaml-indent' '5:3 list-melted' '8:1 yaml-tab' '9:9 yaml-quote' | cmp - "$tmp/out"
report $? "an open --- hides no other mistake"

echo "1..$n"
exit $failed
