#!/bin/sh
# TAP: every remedy, followed: what the fixture of each finding is told to do is done (tests/cli/mends.sh). Then
# the words of the remedy stand in what was written or taken away, the finding is gone and nothing new came.
. "$(dirname "$0")/tap.sh"
. tests/cli/mends.sh
here=$PWD fixtures=$PWD/tests/diag
export MAKLUMAT

lay_out() {
    rm -rf "$tmp/site"
    cp -R "$fixtures/_site" "$tmp/site"
    test -f "$fixtures/$1.md" && cp "$fixtures/$1.md" "$tmp/site/content/dinas/layanan.md"
    test -f "$fixtures/$1.yaml" && cp "$fixtures/$1.yaml" "$tmp/site/content/dinas/instansi.yaml"
    test -d "$fixtures/$1" && cp -R "$fixtures/$1/." "$tmp/site/"
    return 0
}

# "LEVEL TAG" of each finding
tags() { sed -n 's/^.*: \(kesalahan\|peringatan\|catatan\): .* \[\([a-z0-9-]*\)\]$/\1 \2/p' "$1" | sort -u; }

is_key() { printf '%s' "$1" | grep -qE '^[a-z_]+:?$'; }

# The words in quotes, or behind "tulis: ", of the remedy that the change holds; fragments part at "…".
held() {
    printf '%s\n' "$fix" | sed -n 's/^.*\(tulis\|ketik ulang baris ini\|dengan spasi\|seperti ini\): *//p; t' >"$tmp/words"
    test -s "$tmp/words" || printf '%s\n' "$fix" | grep -o '"[^"]*"' | tr -d '"' >"$tmp/words"
    test -s "$tmp/words" || { echo none && return; }
    while IFS= read -r words; do
        all=yes
        printf '%s\n' "$words" | sed 's/…/\n/g' >"$tmp/pieces"
        while IFS= read -r piece; do
            piece=$(printf '%s' "$piece" | sed 's/^ *//; s/ *$//')
            test -z "$piece" || grep -qF -- "$piece" "$tmp/change" || { is_key "$piece" && grep -rqF -- "$piece" content; } || all=
        done <"$tmp/pieces"
        test -n "$all" && echo held && return
    done <"$tmp/words"
    echo "not one of: $(tr '\n' '|' <"$tmp/words")"
}

n_followed=0 n_not=0 n_quoting=0
for tag in $("$MAKLUMAT" explain --tags | sort); do
    lay_out "$tag"
    cd "$tmp/site" || exit 1
    again='"$MAKLUMAT" check --today 2026-11-22'
    if test -f cmd; then
        sh ./cmd >"$tmp/before" 2>&1
        again=$(grep '"$MAKLUMAT"' cmd | tail -1)
    else
        sh -c "$again" >"$tmp/before" 2>&1
    fi
    f=$(grep -aF "[$tag]" "$tmp/before" | head -1 | sed 's/: \(kesalahan\|peringatan\|catatan\): .*//')
    l=$(echo "$f" | sed -n 's/^[^:]*:\([0-9]*\):.*/\1/p') f=${f%%:*}
    fix=$(grep -aA4 -F "[$tag]" "$tmp/before" | sed -n 's/^  = saran: //p' | head -1)
    rm -rf "$tmp/old" && cp -R . "$tmp/old"
    reason= also= spoken=
    mend "$tag" || reason='no row in tests/cli/mends.sh'
    if test -n "$reason"; then
        n_not=$((n_not + 1))
        cd "$here" || exit 1
        case $tag in effective-future | site-robots) echo "# $tag: $reason" && continue ;; esac
        is "$tag: $reason" followed "not followed"
        continue
    fi
    (cd "$tmp/old" && find . -type f | sort) >"$tmp/names"
    (find . -type f | sort | diff - "$tmp/names" | grep '^[<>]'; diff -arN -U0 "$tmp/old" . | grep -a '^[-+]') >"$tmp/change" 2>/dev/null
    sh -c "$again" >"$tmp/after" 2>&1
    cd "$here" || exit 1
    n_followed=$((n_followed + 1))
    words=$(cd "$tmp/site" && held)
    test -z "$spoken" || words=none
    case $words in held) n_quoting=$((n_quoting + 1)) words=none ;; esac
    tags "$tmp/before" >"$tmp/tags-before"
    is "$tag" "none, gone, nothing new" \
        "$words, $(grep -aqF "[$tag]" "$tmp/after" && echo "still there" || echo gone), $(
            new=$(tags "$tmp/after" | comm -13 "$tmp/tags-before" - | { test -z "$also" && cat || grep -vE "^(catatan|peringatan) ($also)\$"; } | tr '\n' ' ')
            echo "${new:-nothing new}" | sed 's/ $//')"
done
is "all but two are followed" "2" "$n_not"
is "most give the words to write" yes "$([ "$n_quoting" -ge 100 ] && echo yes || echo "$n_quoting of $n_followed")"
echo "1..$n"
