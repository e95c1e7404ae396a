#!/bin/sh
# TAP: every command of README.md, docs/panduan.md and docs/guide.md does what it is shown for: the sh blocks of a page are run
# one after the other, literally, then those that stand in its sentences. What would change this machine (apt-get, make install) is
# caught: see `caught` below.
. "$(dirname "$0")/tap.sh"
top=$PWD
caught=$tmp/caught; mkdir "$caught" "$tmp/root"
ln -s "$m" "$caught/maklumat"
for name in apt apt-get git; do printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n' $name "$tmp" >"$caught/$name"; done
printf '#!/bin/sh\nexec "$@"\n' >"$caught/sudo"
# Words with their boxes, as pdftotext -tsv prints them.
sed 's/^#* //; s/[<>]//g' "$top"/seeds/000*.txt | awk 'BEGIN { OFS = "\t"; print 1, 1, 0, 0, 0, 0, 0, 0, 4000, 4000, -1, "page" }
    { y += length($0) ? 12 : 8; x = 30
      for (i = 1; i <= NF; i++) { w = 5 * length($i); print 5, 1, 0, 0, NR, i - 1, x, y, w, 10, 100, $i; x += w + 3 } }' >"$caught/words"
printf '#!/bin/sh\ncat "%s"\n' "$caught/words" >"$caught/pdftotext"
printf '#!/bin/sh\nexit 0\n' >"$caught/xdg-open"
chmod +x "$caught"/*
blocks() { awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on { sub(/ +# .*/, ""); print }' "$1"; }
# Runs a page's blocks in $1; $st and $tmp/out.
follow() {
    blocks "$top/$2" >"$tmp/script"
    (cd "$1" && unset MAKELEVEL MFLAGS && PATH=$caught:$PATH HOME=$tmp MAKEFLAGS="B=$BUILD DESTDIR=$tmp/root" sh -ex "$tmp/script") >"$tmp/out" 2>&1 </dev/null
    st=$?
    test $st = 0 || sed 's/^/# /' "$tmp/out" | tail -n 20
}

# The commands in a page's sentences, and in its other blocks, one a line.
sentences() {
    awk '/^```sh$/ { skip = 1; next } /^```/ { if (skip) { skip = 0; next } fenced = !fenced; next } skip { next }
        fenced { if (/^maklumat /) print; next } { text = text " " $0 }
        END { while (match(text, /`[^`]*`/)) { c = substr(text, RSTART + 1, RLENGTH - 2); text = substr(text, RSTART + RLENGTH); gsub(/ +/, " ", c)
            if (c ~ /^(sudo |SIZES=.*)?(maklumat|make|apt) ./) print c } }' "$1" | sort -u
}
charter=content/kab-pasuruan/dinas-sosial/akta-kelahiran.md
# What stands for a place that is to be filled in; a line of all options, an upload to a server that is nobody's, and commands that
# the blocks have run already are only asked for help.
meant() {
    case $1 in
    *'[DIR]'* | 'maklumat deploy ftps://'* | 'maklumat new site' | 'maklumat verify' | 'maklumat build --changes') echo "${1%% [\[f-]*} --help" ;;
    *make*) echo "$1" | sed "s/make/make -n/" ;;
    *) echo "$1" | sed "s/ \(KEY\|KUNCI\)$/ waktu/; s/ \(TAG\|NAME\|NAMA\)$/ key-unknown/; s/\(YEAR\|TAHUN\)$/2026/
        s,OLD NEW\|LAMA BARU,$charter $charter,; s,PATH,$charter,; s/FILE.pdf/naskah.pdf/; s/new site [a-z]* --ci/new site dengan-ci --ci/" ;;
    esac
}
# Runs the commands of page $1 in a site, each in what the ones before have left; prints those that fail.
in_sentences() {
    rm -f content/libur-2026.yaml; printf 'kirim: ../dari-situs\n' >>content/situs.yaml
    mkdir -p "$XDG_STATE_HOME/maklumat"; printf '%s/dari-situs\t%s\n' "$(cd .. && pwd -P)" "$(pwd -P)" >"$XDG_STATE_HOME/maklumat/tujuan" # agreed to
    awk '/^```yaml$/ { getline; on = /^---$/ && !n++ } /^```$/ { on = 0 } on' "$top/docs/guide.md" >$charter # "One service"
    printf '%%PDF-1.7\n' >naskah.pdf
    git init -q . && git add content && git commit -qm satu && git commit -q --allow-empty -m dua || return
    sentences "$top/$1" | while read -r line; do
        command=$(meant "$line")
        case $command in
        'maklumat serve'*help) ;;
        'maklumat serve'*)
            : >"$tmp/serving"
            sh -c "exec $command --port $(perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1)->sockport')" >"$tmp/serving" 2>&1 & child=$!
            until grep -q http:// "$tmp/serving" || ! kill -0 $child 2>/dev/null; do sleep 0.1; done
            kill -TERM $child 2>/dev/null || echo "$line: $(tail -n 1 "$tmp/serving")"
            continue ;;
        *make*) cd "$top" || exit 1 ;;
        esac
        sh -c "$command" >"$tmp/said" 2>&1 </dev/null || echo "$line: $? $(tail -n 2 "$tmp/said")"
        cd "$OLDSITE" || exit 1
    done
}
sentences_of() { # PAGE SITE
    (cd "$2" && export OLDSITE="$PWD" PATH="$real:$caught:$PATH" HOME="$tmp" XDG_STATE_HOME="$tmp/state" MAKEFLAGS="B=$BUILD" GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@a.example \
        GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@a.example && unset MAKELEVEL MFLAGS && in_sentences "$1")
}
real=$tmp/real; mkdir "$real"; ln -s "$(command -v git)" "$real/git"

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
is "delivered" "$(cd "$tmp/sources/situsku" && sums public) index.html" "$(sums "$tmp/sources/terbit") $(cd "$tmp/sources/terbit" && ls index.html)"

is "README.md: the commands in its sentences" "" "$(sentences_of README.md "$tmp/sources/situsku" 2>&1)"

for page in panduan guide; do
    mkdir -p "$tmp/$page"
    name=$(blocks docs/$page.md | sed -n 's/^maklumat new site \([a-z]*\)$/\1/p')
    from=$(blocks docs/$page.md | sed -n 's,^maklumat import \([a-z]*\)/.*,\1,p')
    mkdir -p "$tmp/$page/$name/$from" # what the page speaks of as downloaded
    printf '%%PDF-1.7\n' >"$tmp/$page/$name/$from/standar.pdf"
    follow "$tmp/$page" docs/$page.md
    is "docs/$page.md" 0 $st
    is "docs/$page.md: delivered" yes "$(cat "$tmp/$page"/terbit/index.html "$tmp/$page"/published/index.html 2>/dev/null | grep -q html && echo yes)"
    is "docs/$page.md: the commands in its sentences" "" "$(sentences_of docs/$page.md "$tmp/$page/$name" 2>&1)"
done
# What both guides speak of: chapters, keys in examples, commands' options, keys of tables.
commands=$("$m" --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
spoken() {
    grep -c '^## ' "$1"
    awk '/^```yaml$/ { on = 1; next } /^```$/ { on = 0 } on' "$1" | grep -oE '(^|[ {-])[a-z_]+:( |$)' | tr -d ' {-' | LC_ALL=C sort -u
    grep -oE -e '--[a-z][a-z-]+' -e '^\| [a-z_, ]+ \|' "$1" | grep -v '^| ku\|^| key' | LC_ALL=C sort -u
    grep -oE 'maklumat (new [a-z]+|[a-z]+)' "$1" | grep -wE "maklumat ($(echo "$commands" | paste -sd '|'))" | LC_ALL=C sort -u
}
spoken docs/panduan.md >"$tmp/panduan.spoken"
spoken docs/guide.md >"$tmp/guide.spoken"
is "both guides cover the same" "" "$(diff "$tmp/panduan.spoken" "$tmp/guide.spoken")"
echo "1..$n"
