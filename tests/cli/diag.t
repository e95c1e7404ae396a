#!/bin/sh
# For every code of the table a fixture, for every fixture a code (TAP).
#
# tests/diag/TAG.md is a charter, TAG.yaml an instansi.yaml and TAG/ the files of a project; each is
# laid over tests/diag/_site and checked. TAG/cmd, run in the project by sh, replaces the check.
# TAG.out is everything that must be printed. UPDATE=1 writes the .out files anew.
. "$(dirname "$0")/tap.sh"
cd tests/diag || exit 1
here=$PWD
failed=0
export MAKLUMAT

report() {
    n=$((n + 1))
    test "$1" = 0 && echo "ok $n - $2" && return
    echo "not ok $n - $2"
    failed=1
}

lay_out() {
    rm -rf "$tmp/site"
    cp -R "$here/_site" "$tmp/site"
    test -f "$1.md" && cp "$1.md" "$tmp/site/content/dinas/layanan.md"
    test -f "$1.yaml" && cp "$1.yaml" "$tmp/site/content/dinas/instansi.yaml"
    test -d "$1" && cp -R "$1/." "$tmp/site/"
    return 0
}

judge() (
    cd "$tmp/site" || exit 1
    if test -f cmd; then
        sh ./cmd
    else
        "$MAKLUMAT" check --today 2026-11-22
    fi 2>&1
) # and without the sums, which tests/cli/check.t reads

"$MAKLUMAT" explain --tags | sort >"$tmp/tags"
for file in *; do
    case $file in
    _site | *.out) ;;
    *.md | *.yaml) echo "${file%.*}" ;;
    *) echo "$file" ;;
    esac
done | sort >"$tmp/fixtures"
diff "$tmp/tags" "$tmp/fixtures" | sed 's/^/# /'
cmp -s "$tmp/tags" "$tmp/fixtures"
report $? "every code has one fixture and every fixture a code"

for tag in $(cat "$tmp/fixtures"); do
    lay_out "$tag"
    judge | grep -vE '^([0-9]+ kesalahan, [0-9]+ peringatan, [0-9]+ catatan|tidak ada temuan)$' >"$tmp/out"
    test -n "${UPDATE-}" && cp "$tmp/out" "$tag.out"
    diff -u "$tag.out" "$tmp/out" | sed 's/^/# /'
    cmp -s "$tag.out" "$tmp/out" && grep -qF "[$tag]" "$tmp/out"
    report $? "$tag"
done

# All mistakes that fit into one project, in one run, each at its own place. Their titles are alike.
rm -rf "$tmp/site"
cp -R _site "$tmp/site"
: >"$tmp/expected"
for file in *.md; do
    tag=${file%.md}
    cp "$file" "$tmp/site/content/dinas/$tag.md"
    sed -n "s|^content/dinas/layanan\.md:\([0-9:]*\) .*\(\[[a-z0-9-]*\]\)\$|content/dinas/$tag.md:\1 \2|p" \
        "$tag.out" | sed 's/: \[/ [/' >>"$tmp/expected"
done
(cd "$tmp/site" && "$MAKLUMAT" check --today 2026-11-22 2>&1) |
    sed -n 's|^\(content/dinas/[a-z0-9-]*\.md:[0-9:]*\) .*\(\[[a-z0-9-]*\]\)$|\1 \2|p' |
    sed 's/: \[/ [/' | grep -vF '[title-twice]' | sort >"$tmp/found"
sort -o "$tmp/expected" "$tmp/expected"
diff "$tmp/expected" "$tmp/found" | sed 's/^/# /'
cmp -s "$tmp/expected" "$tmp/found" && test "$(wc -l <"$tmp/found")" -ge 60
report $? "one run reports $(wc -l <"$tmp/found") findings of all files"

echo "1..$n"
exit $failed
