#!/bin/sh
# TAP: what an agency asked about the rest of the site is asked again: when an answer changes, the agency is
# made anew, though none of its own files changed.
. "$(dirname "$0")/tap.sh"
site=$tmp/situs
fresh() {
    rm -rf "$site"
    mkdir -p "$site/content/kab/dinas-a" "$site/content/kab/dinas-b/sub"
    echo 'nama: Tanya' >"$site/content/situs.yaml"
    echo 'nama: Dinas A' >"$site/content/kab/dinas-a/instansi.yaml"
    echo 'nama: Dinas B' >"$site/content/kab/dinas-b/instansi.yaml"
    printf -- '---\njudul: B\n---\n' >"$site/content/kab/dinas-b/b.md"
    echo isi >"$site/content/kab/umum.txt"
    cat >"$site/content/kab/dinas-a/a.md" <<END
---
judul: A
$1
---
$2
END
}
# step NAME HEAD BODY FINDING COMMAND: a site that builds, then COMMAND in content/; the finding of kab/dinas-a
step() {
    fresh "$2" "$3"
    run build --no-posters --force "$site"
    first=$st
    sleep 0.02
    (cd "$site/content" && eval "$5")
    run build --no-posters --force "$site"
    got=$(sed -n 's,.*dinas-a/a\.md:[0-9:]* .*\[\([a-z-]*\)\]$,\1,p' "$tmp/err" | sort -u | grep '^link\|^path' | tr '\n' ' ')
    is "$1" "0 $4" "$first ${got% }"
}
step "a page that is linked to goes" "" "[b](../dinas-b/b.md)" link-missing "rm kab/dinas-b/b.md"
step "a page that is linked to stays" "" "[b](../dinas-b/b.md)" "" "echo >>kab/dinas-b/b.md"
step "the agency of a linked folder goes" "" "[b](../dinas-b/)" link-missing "rm -r kab/dinas-b"
step "the index of a linked agency goes" "" "[b](../dinas-b/index.html)" link-missing "rm -r kab/dinas-b"
step "a file above is another agency's now" "" "[u](../umum.txt)" link-foreign "echo 'nama: Kab' >kab/instansi.yaml"
step "a file above goes" "" "[u](../umum.txt)" link-missing "rm kab/umum.txt"
step "a former address is a page again" "alamat_lama: [kab/dinas-b/lama.html]" "" path-taken \
    "cp kab/dinas-b/b.md kab/dinas-b/lama.md"
step "a former address lies in a file" "alamat_lama: [kab/umum.txt.html]" "" path-taken \
    "mkdir -p statis/kab && echo >statis/kab/umum.txt.html"
step "an unlinked file beside it comes" "" "" "" "echo >kab/dinas-a/baru.txt"
is "and is named" 1 "$(grep -c "baru\.txt.*file-unlinked" "$tmp/err")"
echo "1..$n"
