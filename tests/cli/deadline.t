#!/bin/sh
# `maklumat deadline`: what content contract 7 works out by hand, and where it refuses (TAP).
cd "$(dirname "$0")/../.." || exit 1
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
MAKLUMAT_LANG=id
export MAKLUMAT_LANG
n=0 failed=0
cp -R tests/diag/_site "$tmp/site"
cp content/libur-2026.yaml "$tmp/site/content/"
printf 'hari_tutup: 2026-12-28\n' >>"$tmp/site/content/dinas/instansi.yaml"

# received | duration | options | exit code | the line "Selesai:"
while IFS='|' read -r from text options code expected; do
    # shellcheck disable=SC2086
    "$MAKLUMAT" deadline "$text" --from "$from" --dir "$tmp/site" $options >"$tmp/out" 2>"$tmp/err"
    got=$?
    line=$(sed -n 's/^Selesai:  //p' "$tmp/out")
    n=$((n + 1))
    if test "$got" = "$code" && test "$line" = "$expected"; then
        echo "ok $n - $text from $from $options"
    else
        echo "not ok $n - $text from $from $options"
        echo "# $got $line"
        failed=1
    fi
done <<'CASES'
2026-11-20T14:00|260 menit||0|Senin, 23 November 2026 pukul 09.20
2026-12-23T15:00|260 menit||0|Senin, 28 Desember 2026 pukul 10.50
2026-12-18T10:00|5 hari kerja||0|Selasa, 29 Desember 2026
2026-11-22T10:00|5 hari kerja||0|Senin, 30 November 2026
2026-11-23T06:00|30 menit||0|Senin, 23 November 2026 pukul 08.00
2026-11-23T12:10|30 menit||0|Senin, 23 November 2026 pukul 13.30
2026-11-23T15:30|30 menit||0|Senin, 23 November 2026 pukul 16.00
2026-11-23T16:00|30 menit||0|Selasa, 24 November 2026 pukul 08.00
2026-11-23|1 hari kerja||0|Selasa, 24 November 2026
2026-11-23T10.00|3 hari kalender||0|Kamis, 26 November 2026
2026-11-26T10:00|2 hari kalender||0|Senin, 30 November 2026
2026-11-23T10:00|2 minggu||0|Senin, 7 Desember 2026
2026-08-31T10:00|1 bulan||0|Rabu, 30 September 2026
2026-11-23T10:00|2–3 hari kerja||0|Rabu, 25 November 2026 sampai Kamis, 26 November 2026
2026-11-23T10:00|± 2 hari kerja||0|sekitar Rabu, 25 November 2026
2026-12-23T10:00|1 hari kerja|--agency dinas|0|Selasa, 29 Desember 2026
2026-12-23T10:00|1 hari kerja|--agency content/dinas/akta.md|0|Selasa, 29 Desember 2026
2026-11-23T14:30|60 menit|--agency dinas|0|Selasa, 24 November 2026 pukul 08.30
2026-12-30T10:00|5 hari kerja||1|
2027-01-04T10:00|1 menit||1|
2026-11-23T10:00|sesuai berkas||2|
2026-11-23T10:00|14 (empat) hari kerja||2|
2026-11-23T25:00|1 jam||2|
2026-02-30T10:00|1 jam||2|
23 November 2026|1 jam||2|
2026-11-23T10:00|1 jam|--agency tidak-ada|2|
CASES
"$MAKLUMAT" deadline "60 menit" --from 2026-11-23T10:00 --dir "$tmp/site" --agency dinas | grep -qx 'Serahkan paling lambat pukul 14.00 agar selesai hari itu juga.' &&
    ! "$MAKLUMAT" deadline "60 menit" --from 2026-11-23T14:01 --dir "$tmp/site" --agency dinas | grep -q Serahkan
got=$?
n=$((n + 1))
test "$got" = 0 && echo "ok $n - until when to hand it in, of what is done the same day" || { echo "not ok $n - until when to hand it in"; failed=1; }
# A file of holidays in which none stands is no calendar: the year is refused, not counted without them.
echo 'libur:' >"$tmp/site/content/libur-2026.yaml"
"$MAKLUMAT" deadline "5 hari kerja" --from 2026-12-18T10:00 --dir "$tmp/site" >"$tmp/out" 2>"$tmp/err"
test $? = 1 && ! grep -q '^Selesai' "$tmp/out" && grep -q 'hari libur tahun 2026' "$tmp/err"
got=$?
n=$((n + 1))
test "$got" = 0 && echo "ok $n - a year whose file is empty" || { echo "not ok $n - a year whose file is empty"; failed=1; }
echo "1..$n"
exit $failed
