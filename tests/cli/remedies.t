#!/bin/sh
# TAP: a remedy that gives the line as it should be ("tulis: …") is put into its fixture: the finding goes and
# no error comes.
. "$(dirname "$0")/tap.sh"

# The findings of charter $1, "LINE TAG REMEDY" each; of a remedy the line alone.
findings() {
    cp "$1" "$tmp/site/content/dinas/layanan.md"
    (cd "$tmp/site" && "$m" check --today 2026-11-22 content/dinas/layanan.md) |
        awk '/^content\/dinas\/layanan\.md:[0-9]+:[0-9]+: / {
                 split($1, place, ":"); tag = $NF; gsub(/[][]/, "", tag)
                 level = $2; next }
             /^  = saran: / { sub(/^  = saran: /, ""); print place[2], level tag, $0 }'
}

cp -r tests/diag/_site "$tmp/site"
n_applied=0
for fixture in tests/diag/*.md; do
    tag=$(basename "$fixture" .md)
    findings "$fixture" >"$tmp/before"
    line=$(sed -n "s/^\([0-9]*\) [a-z]*:$tag tulis: .*/\1/p" "$tmp/before" | head -1)
    [ -n "$line" ] || continue
    sed -n "s/^$line [a-z]*:$tag tulis: //p" "$tmp/before" | head -1 >"$tmp/better"
    awk -v line="$line" 'FNR == NR { better = $0; next }
        FNR == line { match($0, /^ */); sub(/^ */, "", better); print substr($0, 1, RLENGTH) better; next }
        { print }' "$tmp/better" "$fixture" >"$tmp/mended.md"
    findings "$tmp/mended.md" >"$tmp/after"
    n_applied=$((n_applied + 1))
    is "$tag: the finding is gone" "" "$(grep "^$line [a-z]*:$tag " "$tmp/after")"
    is "$tag: no error came" "" "$(grep ' kesalahan:' "$tmp/after" | while read -r l t rest; do
        grep -q "^$l $t " "$tmp/before" || echo "$l $t $rest"; done)"
done
is "remedies were applied" yes "$([ "$n_applied" -ge 10 ] && echo yes || echo "$n_applied")"
echo "1..$n"
