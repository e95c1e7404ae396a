#!/bin/sh
# TAP: the life of a charter: what a build for another day changes and what it leaves alone; drafts; each field of
# evidence in its own outputs and no others. The site is tests/life; no clock is read, so its days never come.
. "$(dirname "$0")/tap.sh"
cp -r tests/life "$tmp/situs"
cd "$tmp" || exit 1
build() { # build OUT [OPTION…]: a build that remembers nothing
    out=$1; shift
    rm -rf situs/.maklumat-cache
    "$m" build situs -q -o "$out" --no-posters "$@" >"$tmp/out" 2>"$tmp/err" || cat "$tmp/err"
}
words() { sed 's/<[^>]*>/ /g' "$1" | tr -s ' \n' ' '; } # a page as it reads
said() { words "$1" | grep -c "$2"; }
differ() { # the files that two sites do not share, byte by byte
    (sums "$1"; sums "$2") | LC_ALL=C sort | uniq -u | sed 's/^[0-9]* [0-9]* \.\///' | grep -v '^\.maklumat$' |
        LC_ALL=C sort -u | tr '\n' ' '
}
akta=dinas/akta.html ktp=dinas/ktp.html

# ---- without a day: the newest date that tells of something done
build tanpa
is "it builds, whatever its draft says" 'akta.html biaya.html cetak.html data.csv data.json index.html ktp.html mutu.html papan.html pengaduan.html pindah.html ' \
    "$(cd tanpa/dinas && ls | tr '\n' ' ')"
is "a standard to come says so" 1 "$(said tanpa/$akta 'Belum berlaku, mulai 1 Januari 2029')"
is "and counts no deadline" 0 "$(grep -c 'data-kapan' tanpa/$akta)"
is "what will change stands beside what is" '1 1 1' \
    "$(said tanpa/$akta 'Berubah mulai 1 Juni 2029') $(said tanpa/$akta 'Biaya/tarif: Tidak dipungut biaya → Rp5.000') $(said tanpa/$akta 'Biaya/tarif: Rp5.000 → Rp7.000')"
is "why and until when it is not offered" 1 "$(said tanpa/$ktp 'Blangko habis. Sampai 31 Maret 2029')"
is "and on the counter's screen" 1 "$(said tanpa/dinas/papan.html 'KTP : Sedang tidak dilayani. Blangko habis. Sampai 31 Maret 2029.')"
build lagi
is "two builds are equal" '' "$(differ tanpa lagi)"

# ---- as of a day
build awal --date 2028-12-31
is "a day before all: as without one, but for a notice whose time has not come" "$ktp " "$(differ tanpa awal)"
build mulai --date 2029-01-01
is "the day it begins" 0 "$(said mulai/$akta 'Belum berlaku')"
is "changes its page, where it is listed, what searches find, and the date of what is newest" \
    "a-z.html biaya.html cari/indeks.js data/instansi.json $akta dinas/biaya.html dinas/cetak.html dinas/index.html dinas/mutu.html dinas/papan.html dinas/pengaduan.html index.html mutu.html pengaduan.html sitemap.xml umpan.xml " \
    "$(differ awal mulai)"
build ubah --date 2029-06-01
is "the day of a change: the new fee, the new decree" '1 1 0' \
    "$(words ubah/$akta | grep -c 'Rp5.000') $(said ubah/$akta '188/2/2029') $(said ubah/$akta 'Berubah mulai 1 Juni 2029')"
is "one that rested is offered again" 0 "$(said ubah/$ktp 'Sedang tidak dilayani')"
build besok --date 2029-06-02
is "a day on which nothing happens changes nothing" '' "$(differ ubah besok)"
build februari --date 2029-02-01
is "a notice in its time" '1 0' "$(said februari/$ktp 'Blangko terbatas') $(said ubah/$ktp 'Blangko terbatas')"
build akhir --date 2030-01-01
is "the notice of the site is over" '1 0' "$(said ubah/index.html 'pindah alamat') $(said akhir/index.html 'pindah alamat')"
run build situs --date kemarin
is "no such day" 2 "$st"

# ---- paper: true before the day and after it
poster() { "$m" poster situs/content/dinas/$1.md --format svg -o poster.svg ${3-} >"$tmp/out" 2>&1; grep -c "$2" poster.svg; }
is "a poster says when it begins, what will change, what is owed, why it rests" '1 1 1 1 1' \
    "$(poster akta 'Berlaku mulai 1 Januari 2029') $(poster akta 'Mulai 1 Juni 2029') $(poster ktp 'Bila janji') $(poster ktp 'Blangko habis') $(poster ktp 'Tidak dilayani sampai 31 Maret 2029' | sed 's/[1-9]/1/')"
is "as of a day" '0 0' "$(poster akta 'Mulai 1 Juni 2029' '--date 2029-06-01') $(poster ktp 'Blangko habis' '--date 2029-06-01')"

# ---- remembered: only what the day changes is made again
"$m" build situs -q -o ingat --no-posters --date 2028-12-31 >"$tmp/out" 2>&1
"$m" build situs -q -o ingat --no-posters --date 2029-06-01 >"$tmp/out" 2>&1
is "a build that remembers another day" '' "$(differ ubah ingat)"

# ---- no day of this machine anywhere
is "no byte holds today's date" '' \
    "$(grep -rlaE "$(date +%Y-%m-%d)|$(date +%Y%m%d)|$(LC_ALL=C date '+%-d') (Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember) $(date +%Y)" tanpa ubah)"

# ---- drafts
run check situs --today 2028-12-01
is "check counts drafts and is not stopped by them" '0 1 3' \
    "$st $(grep -c 'draft-kept' "$tmp/out") $(grep -c 'rancangan.md.*catatan' "$tmp/out")"
sed -i '/^status: draf/d' situs/content/dinas/rancangan.md
run check situs --today 2028-12-01
is "without the word its mistakes are mistakes" 1 "$st"
rm situs/content/dinas/rancangan.md

# ---- what changed: former texts beside the charter
is "nothing is recorded, nothing is said" '0 0' "$(find tanpa -name riwayat.html | wc -l) $(grep -c riwayat.html tanpa/dinas/index.html)"
run record situs --date 2028-02-01
is "the first record" 'content/dinas/riwayat/akta.2028-02-01.md
content/dinas/riwayat/ktp.2028-02-01.md
content/dinas/riwayat/pindah.2028-02-01.md' "$(cat "$tmp/out")"
run record situs --date 2028-02-02
is "what did not change is not recorded again" 'tidak ada yang berubah' "$(cat "$tmp/out")"
build catat
sed -i 's/^waktu: .*/waktu: 2 hari kerja # dahulu satu/; s/^biaya: .*/biaya: Rp5.000/' situs/content/dinas/pindah.md
run check situs --today 2028-12-01
is "check knows what is not recorded" 1 "$(grep -c 'pindah.md.*history-behind' "$tmp/out")"
run record situs/content/dinas/pindah.md --date 2028-05-01
is "one charter is recorded" 'content/dinas/riwayat/pindah.2028-05-01.md' "$(cat "$tmp/out")"
cmp -s situs/content/dinas/pindah.md situs/content/dinas/riwayat/pindah.2028-05-01.md
is "as it stands, byte by byte" 0 $?
build berubah
is "on the page of what has changed" 1 \
    "$(said berubah/dinas/riwayat.html '1 Mei 2028 Pindah Jangka waktu penyelesaian: 1 hari kerja → 2 hari kerja Biaya/tarif: gratis → Rp5.000 1 Februari 2028')"
is "on its own page" 1 "$(said berubah/dinas/pindah.html 'Apa yang berubah 1 Mei 2028 Jangka waktu penyelesaian: 1 hari kerja')"
is "in the feed" '<id>https://contoh.example/dinas/pindah.html#2028-05-01</id><updated>2028-05-01T00:00:00+07:00</updated><link href="https://contoh.example/dinas/pindah.html"/><summary>Waktu: 1 hari kerja → 2 hari kerja; Biaya: gratis → Rp5.000</summary>' \
    "$(grep -o '<id>[^<]*pindah.html#.*</summary>' berubah/umpan.xml)"
build juni --date 2029-06-01
is "a change whose day has come is told without a record" 1 "$(said juni/dinas/riwayat.html '1 Juni 2029 Akta Kelahiran SK: 188/1/2028 1 Maret 2028 → 188/2/2029 1 Oktober 2028')"
is "former texts are not published" 0 "$(find berubah -name '*2028-0*' | wc -l)"
"$m" build situs -q -o ingat --no-posters --force >"$tmp/out" 2>&1
echo >>situs/content/dinas/riwayat/pindah.2028-02-01.md
sed -i 's/^waktu: .*/waktu: 9 hari kerja/' situs/content/dinas/riwayat/pindah.2028-02-01.md
"$m" build situs -q -o ingat --no-posters >"$tmp/out" 2>&1
is "a former text that is edited is read again" 1 "$(said ingat/dinas/riwayat.html '9 hari kerja → 2 hari kerja')"
rm -r situs/content/dinas/riwayat

# ---- a translation that lags behind
cat >situs/content/dinas/akta.en.md <<'END'
---
judul: Birth certificate
persyaratan: [Identity card]
waktu: 3 working days
biaya: Free of charge
---
END
run check situs --today 2028-12-01
is "is told and stops nothing" '0 1 1' \
    "$st $(grep -c 'akta.en.md.*translation-count' "$tmp/out") $(grep -c 'akta.en.md.*translation-numbers' "$tmp/out")"
build terjemahan
is "what is behind is shown in the original's words and language, the rest translated" '1 1 0 1' \
    "$(grep -c 'lang="id"' terjemahan/dinas/akta.en.html | sed 's/[1-9][0-9]*/1/') $(said terjemahan/dinas/akta.en.html '5 hari kerja') $(said terjemahan/dinas/akta.en.html '3 working days') $(said terjemahan/dinas/akta.en.html 'Free of charge')"
build terjemahan --date 2029-06-01
is "a change that is not translated replaces what was" '0 1' \
    "$(said terjemahan/dinas/akta.en.html 'Free of charge') $(said terjemahan/dinas/akta.en.html 'Rp5.000')"
rm situs/content/dinas/akta.en.md

# ---- nothing dated: no feed, and no link to one
mkdir -p polos/content/dinas
printf 'nama: Polos\nurl: https://polos.example/\n' >polos/content/situs.yaml
echo 'nama: Dinas Polos' >polos/content/dinas/instansi.yaml
printf -- '---\njudul: KTP\nwaktu: 1 hari kerja\n---\n' >polos/content/dinas/ktp.md
"$m" build polos -q >"$tmp/out" 2>&1
is "an undated site has no feed and no link to it" '0 0' "$(find polos/public -name umpan.xml | wc -l) $(grep -c umpan polos/public/index.html)"
is "nor a date in its papers" 0 "$(grep -lacE 'CreationDate|1980' polos/public/dinas/poster/*.pdf | wc -l)"

# ---- each field, taken out in turn, changes its own outputs alone
build penuh
takes() { # takes FILE KEY OUTPUTS: what differs once the key is gone
    cp "situs/content/$1" kept
    awk -v key="$2" '/^[a-z-]/ { gone = index($0, key ":") == 1 } !gone' kept >"situs/content/$1"
    build kurang --force
    is "$2 of $1" "$3" "$(differ penuh kurang)"
    cp kept "situs/content/$1"
}
data='dinas/data.csv dinas/data.json' book='dinas/cetak.html'
agency='dinas/index.html'
everywhere="404.html a-z.html aksesibilitas.html biaya.html dinas/akta.html dinas/biaya.html $book $agency $ktp dinas/mutu.html dinas/papan.html dinas/pengaduan.html dinas/pindah.html index.html mutu.html pengaduan.html tentang.html "
takes dinas/instansi.yaml pengaduan_hasil "dinas/data.json $agency dinas/mutu.html dinas/pengaduan.html "
for key in kode_etik sarana_khusus fkp skm; do # the page of quality judges by them
    takes dinas/instansi.yaml $key "dinas/data.json $agency dinas/mutu.html "
done
takes dinas/instansi.yaml pemberitahuan "dinas/data.json $agency dinas/papan.html "
for key in kompensasi antrean peninjau selang_tinjau lokasi fkp pemberitahuan; do
    takes dinas/ktp.md $key "$data $ktp "
done
takes dinas/ktp.md nonaktif "a-z.html cari/indeks.js $book $data $agency $ktp dinas/mutu.html dinas/papan.html index.html "
takes dinas/akta.md perubahan "$akta $book $data "
takes situs.yaml pemberitahuan "$everywhere"
echo "1..$n"
