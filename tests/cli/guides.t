#!/bin/sh
# TAP: every command of README.md, docs/panduan.md and docs/guide.md does what it is shown for: the sh blocks of a page are run
# one after the other, literally. What would change this machine (apt-get, make install) is caught: see `caught` below.
. "$(dirname "$0")/tap.sh"
top=$PWD
caught=$tmp/caught; mkdir "$caught" "$tmp/root"
ln -s "$m" "$caught/maklumat"
for name in apt-get git; do printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n' $name "$tmp" >"$caught/$name"; done
printf '#!/bin/sh\nexec "$@"\n' >"$caught/sudo"
# Words with their boxes, as pdftotext -tsv prints them.
sed 's/^#* //; s/[<>]//g' "$top"/seeds/000*.txt | awk 'BEGIN { OFS = "\t"; print 1, 1, 0, 0, 0, 0, 0, 0, 4000, 4000, -1, "page" }
    { y += length($0) ? 12 : 8; x = 30
      for (i = 1; i <= NF; i++) { w = 5 * length($i); print 5, 1, 0, 0, NR, i - 1, x, y, w, 10, 100, $i; x += w + 3 } }' >"$caught/words"
printf '#!/bin/sh\ncat "%s"\n' "$caught/words" >"$caught/pdftotext"
chmod +x "$caught"/*
blocks() { awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on { sub(/ +# .*/, ""); print }' "$1"; }
# Runs a page's blocks in $1; $st and $tmp/out.
follow() {
    blocks "$top/$2" >"$tmp/script"
    (cd "$1" && unset MAKELEVEL MFLAGS && PATH=$caught:$PATH HOME=$tmp MAKEFLAGS="B=$BUILD DESTDIR=$tmp/root" sh -ex "$tmp/script") >"$tmp/out" 2>&1 </dev/null
    st=$?
    test $st = 0 || sed 's/^/# /' "$tmp/out" | tail -n 20
}

mkdir "$tmp/sources"
(cd "$top" && tar -cf - --exclude=./build --exclude=./public --exclude=./.git --exclude=node_modules --exclude=.maklumat-cache .) | tar -xf - -C "$tmp/sources"
follow "$tmp/sources" README.md
is "README.md" 0 $st
is "asks for git and make" 1 "$(grep -c '^apt-get install -y git make$' "$tmp/calls")"
is "make site ends with the sum and what to open" "$(printf 'layanan dari\nSitus ada')" \
    "$(awk '/^\+ make site/ { on = 1; next } /^\+ / { on = 0 } on' "$tmp/out" | tail -n 2 | grep -oE 'layanan dari|Situs ada')"
is "and is short" yes "$(test "$(awk '/^\+ make site/ { on = 1; next } /^\+ / { on = 0 } on' "$tmp/out" | wc -l)" -lt 12 && echo yes)"
is "the site is there" yes "$(test -s "$tmp/sources/public/index.html" && echo yes)"
is "installed" "bin/maklumat share/man/id/man1/maklumat.1 share/man/man5/maklumat-content.5" \
    "$(cd "$tmp/root/usr/local" && find . -name maklumat -type f ! -path '*completions*' -o -name maklumat.1 -path '*/id/*' -o -name maklumat-content.5 ! -path '*/id/*' | sed 's,^\./,,' | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//')"
is "delivered" "$(cd "$tmp/sources/situsku" && sums public)" "$(sums "$tmp/sources/terbit")"

for page in panduan guide; do
    mkdir -p "$tmp/$page"
    name=$(blocks docs/$page.md | sed -n 's/^maklumat new site \([a-z]*\)$/\1/p')
    from=$(blocks docs/$page.md | sed -n 's,^maklumat import \([a-z]*\)/.*,\1,p')
    mkdir -p "$tmp/$page/$name/$from" # what the page speaks of as downloaded
    printf '%%PDF-1.7\n' >"$tmp/$page/$name/$from/standar.pdf"
    follow "$tmp/$page" docs/$page.md
    is "docs/$page.md" 0 $st
    is "docs/$page.md: delivered" yes "$(cat "$tmp/$page"/terbit/index.html "$tmp/$page"/published/index.html 2>/dev/null | grep -q html && echo yes)"
done
is "both guides cover the same" "$(grep -c '^## ' docs/panduan.md)" "$(grep -c '^## ' docs/guide.md)"
echo "1..$n"
