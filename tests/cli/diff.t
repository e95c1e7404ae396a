#!/bin/sh
# TAP: maklumat diff: every kind of field in three formats, whole; folders; revisions of a checkout.
. "$(dirname "$0")/tap.sh"
old=tests/golden/diff/lama.md new=tests/golden/diff/baru.md
for format in text markdown json; do
    run diff "$old" "$new" --format "$format"
    is "$format" "0 $(cat tests/golden/diff/$format.txt)" "$st $(cat "$tmp/out")"
done
# No key is forgotten.
"$m" schema layanan | sed "/defs/q" | sed -n 's/^    "\([a-z_]*\)": {$/\1/p' | LC_ALL=C sort -u >"$tmp/keys"
run diff "$old" "$new" --format json
sed -n 's/.*"kunci": "\([a-z_]*\).*/\1/p' "$tmp/out" | LC_ALL=C sort -u >"$tmp/told"
is "every key of a charter" '' "$(LC_ALL=C comm -23 "$tmp/keys" "$tmp/told")"
run diff tests/golden/diff/instansi-lama tests/golden/diff/instansi-baru
is "what an agency shows" "0 $(cat tests/golden/diff/instansi.txt)" "$st $(cat "$tmp/out")"
run diff "$old" "$old"
is "the same file" "0 tidak ada perbedaan" "$st $(cat "$tmp/out")"
MAKLUMAT_LANG=en run diff "$old" "$old"
is "in English" "no differences" "$(cat "$tmp/out")"

# A charter that moves between folders is gone here and new there; one that stays is compared.
for v in a b; do
    mkdir -p "$tmp/$v/content/dinas"
    echo 'nama: Dinas' >"$tmp/$v/content/dinas/instansi.yaml"
    printf -- '---\njudul: Akta\nbiaya: Rp5.000\n---\n' >"$tmp/$v/content/dinas/akta.md"
done
printf -- '---\njudul: Lama\n---\n' >"$tmp/a/content/dinas/lama.md"
printf -- '---\njudul: Baru\n---\n' >"$tmp/b/content/dinas/baru.md"
printf 'nama: Dinas\nalamat: Jl. Baru\n' >"$tmp/b/content/dinas/instansi.yaml"
sed -i 's/5\.000/7.000/' "$tmp/b/content/dinas/akta.md"
run diff "$tmp/a" "$tmp/b"
want="0 Dinas (dinas/instansi.yaml)
  Alamat, ditambah: Jl. Baru

Akta (dinas/akta)
  Biaya: Rp5.000 → Rp7.000

Baru (dinas/baru): baru

Lama (dinas/lama): tidak ada lagi"
is "two projects" "$want" "$st $(cat "$tmp/out")"
run diff "$tmp/a/content" "$tmp/b/content"
is "two content folders" "$want" "$st $(cat "$tmp/out")"

# What is no charter: told, not guessed.
run diff "$tmp/tidak-ada" "$tmp/a"
is "no such thing" 3 "$st"
run diff
is "nothing named" 2 "$st"
run diff "$old" "$new" --format xml
is "no such format" 2 "$st"
head -c 3000 /dev/urandom >"$tmp/acak.md"
run diff "$tmp/acak.md" "$new"
is "bytes that are no text" 0 "$st"

# Revisions: the index and the files of the checkout stay as they are.
if command -v git >/dev/null; then
    cp -r "$tmp/a" "$tmp/repo"
    (cd "$tmp/repo" && git init -q && git config user.email a@b.c && git config user.name a &&
        git add -A && git commit -qm satu && rm -r content && cp -r ../b/content . &&
        git add -A && git commit -qm dua && echo 'nama: Dinas' >content/dinas/instansi.yaml) 2>/dev/null
    run diff HEAD~1 HEAD --dir "$tmp/repo"
    is "two revisions" "$want" "$st $(cat "$tmp/out")"
    run diff HEAD --dir "$tmp/repo"
    is "a revision and the files as they are" "0 Dinas (dinas/instansi.yaml)
  Alamat, dihapus: Jl. Baru" "$st $(cat "$tmp/out")"
    is "the checkout is left alone" " M content/dinas/instansi.yaml" "$(cd "$tmp/repo" && git status --short)"
    run diff --dir "$tmp/repo" -- --output=x HEAD
    is "a name that looks like a switch is no revision" "3 0" "$st $(ls "$tmp/repo" | grep -c output)"
fi
is "nothing is left behind" 0 "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'maklumat-??????' -newer "$tmp/a" 2>/dev/null | wc -l)"
echo "1..$n"
