#!/bin/sh
# TAP: what is installed: manual pages and completions made from the tables, and versions told.
. "$(dirname "$0")/tap.sh"
version=$(sed -n 's/^VERSION *:= *//p' Makefile)
run --version
is "the version" "maklumat $version" "$(cat "$tmp/out")"
is "is the package's" "maklumat ($version) " "$(sed -n '1s/unstable.*//p' debian/changelog)"
is "and has changes" "## $version" "$(grep '^## ' CHANGELOG.md | head -n 1)"
run --version --verbose
is "the libraries' versions" "archive cairo cmark curl deflate glib harfbuzz landlock microhttpd pango qrencode rsvg ssh xml yaml" \
    "$(sed -n '2,$s/[ /].*//p' "$tmp/out" | sed 's/^lib//' | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//')"
commands=$("$m" --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
is "there are commands" 1 "$(echo "$commands" | grep -cx build)"
for lang in id en; do
    MAKLUMAT_LANG=$lang "$m" generate commands >"$tmp/man" 2>"$tmp/err"
    is "$lang: the manual has every command" "$commands" "$(sed -n 's/^\.SS "\([a-z]*\).*/\1/p' "$tmp/man")"
    for c in $commands; do
        "$m" "$c" --help | sed -n 's/^ *\(-[a-zA-Z], \)\{0,1\}--\([a-z-]*\).*/\2/p'
    done >"$tmp/wanted"
    is "$lang: and every option" "$(cat "$tmp/wanted")" "$(sed -n 's/.*\\fB\\-\\-\([a-z\\-]*\)\\fR.*/\1/p' "$tmp/man" | sed 's/\\-/-/g')"
    MAKLUMAT_LANG=$lang "$m" generate fields >"$tmp/man"
    is "$lang: the manual has every key" "$("$m" explain --keys | sed -n 's/^  \([a-z_]*\) .*/\1/p')" "$(awk 'last == ".TP" { print $2 } { last = $0 }' "$tmp/man")"
    for page in docs/man/*.$lang.in; do
        command -v man >/dev/null || continue
        is "$lang: $page is a manual page" '' "$(LC_ALL=C.UTF-8 man --warnings -l "$page" 2>&1 >/dev/null | grep -v '^$')"
    done
done
"$m" generate bash >"$tmp/bash"
is "bash completes every command" "$commands" "$(sed -n "s/^    1,\*) options='--help --version \(.*\)' ;;/\1/p" "$tmp/bash" | tr ' ' '\n')"
for shell in bash zsh fish; do
    "$m" generate $shell >"$tmp/completion"
    command -v $shell >/dev/null || continue
    is "$shell takes it" '' "$($shell -n "$tmp/completion" 2>&1)"
done
run generate
is "what else can be generated" 2 $st
is "the list of a release names each library once" '' \
    "$(make -n sbom 2>/dev/null | sed -n 's/^tests\/sbom [^ ]* \(.*\) >.*/\1/p' | tr ' ' '\n' | sort | uniq -d)"
# What is built in is made anew when a file comes or goes, and else left alone.
built_in() { MAKEFLAGS= make --no-print-directory -s B="$tmp/b" BUILT_IN="$1" "$tmp/b/built-in-files.c" 2>&1; grep -c '^BUILT_IN_FILE' "$tmp/b/built-in-files.c"; }
is "two files are built in" 2 "$(built_in 'LICENSE CHANGELOG.md')"
is "one that is gone is noticed" 1 "$(built_in LICENSE)"
built=$(stat -c %Y.%i "$tmp/b/built-in-files.c")
is "nothing is made without a reason" "1 $built" "$(built_in LICENSE) $(stat -c %Y.%i "$tmp/b/built-in-files.c")"
# A package for each version: what is not there is said, with the command that gets it.
none=$tmp/none; mkdir "$none"
for tool in sh make command echo sed id sudo; do p=$(command -v $tool) && ln -s "$p" "$none/$tool" 2>/dev/null; done
said=$(PATH=$none MAKEFLAGS= make --no-print-directory -f Makefile B="$tmp/build" all 2>&1)
is "make without a compiler says what to do" 1 "$(echo "$said" | grep -c 'apt-get install -y')"
echo "1..$n"
