#!/bin/sh
# TAP: closed and full standard streams, and what --quiet must not hide.
. "$(dirname "$0")/tap.sh"
cp -R tests/diag/_site "$tmp/p"
sed '/^sk:/d' tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"

"$m" build "$tmp/p" --no-posters -o "$tmp/open" >/dev/null 2>&1
"$m" build "$tmp/p" --no-posters -o "$tmp/closed" <&- >&- 2>&-
is "closed streams: nothing printed ends up in a file" "0 $(sums "$tmp/open")" "$? $(sums "$tmp/closed")"

for report in "check $tmp/p" 'schema layanan' 'explain waktu' --help; do
    # shellcheck disable=SC2086
    "$m" $report >&- 2>"$tmp/err"
    is "nobody listens: $report" 0 $?
done
"$m" check "$tmp/p" --format json 2>"$tmp/err" | head -c 1 >"$tmp/out"
is "a reader that leaves early" "[ 0" "$(cat "$tmp/out") $(wc -l <"$tmp/err")"

if [ -c /dev/full ]; then
    "$m" --help >/dev/full 2>"$tmp/err"
    is "a short result that cannot be written" "3 1" "$? $(wc -l <"$tmp/err")"
    "$m" schema layanan >/dev/full 2>"$tmp/err"
    is "a long one" "3 1" "$? $(wc -l <"$tmp/err")"
    for report in "check $tmp/p" "check $tmp/p --format json" "check $tmp/p --format github" 'explain sk-missing' 'explain waktu' \
        "poster $tmp/p/content/dinas/akta.md -o $tmp/x.pdf" "new service $tmp/p/content/dinas/baru" "build $tmp/p --no-posters"; do
        # shellcheck disable=SC2086
        "$m" $report >/dev/full 2>"$tmp/err"
        is "full: $report" "3 maklumat: hasilnya tidak dapat ditulis ke keluaran standar" "$? $(tail -n 1 "$tmp/err")"
    done
fi

"$m" build "$tmp/p" --no-posters --quiet --fail-on warning >"$tmp/out" 2>"$tmp/err"
is "--quiet shows what stops the build" "1 yes" "$? $(grep -q '\[sk-missing\]' "$tmp/err" && echo yes)"
"$m" build "$tmp/p" --no-posters --quiet >"$tmp/out" 2>"$tmp/err"
is "and nothing else" "0 0" "$? $(wc -l <"$tmp/err")"
echo "1..$n"
