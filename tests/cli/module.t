#!/bin/sh
# TAP: what draws or delivers is loaded when it is needed, from beside the program or from where it is installed; without it
# everything else works, and a poster says what is missing.
. "$(dirname "$0")/tap.sh"
folder=$(dirname "$m")
charter=content/kab-pasuruan/dinas-sosial/data-dan-informasi.md
drawing='pango|cairo|rsvg|harfbuzz|fontconfig|freetype|qrencode|curl|archive|gobject|libxml'
export MAKLUMAT_DATADIR="${MAKLUMAT_DATADIR:-$PWD/themes/default}"
loaded() { LD_DEBUG=libs "$@" 2>&1 >/dev/null </dev/null | grep -cE "calling init: .*($drawing|maklumat-)"; }
has_debug=$(LD_DEBUG=libs "$m" --version 2>&1 | grep -c 'calling init')

is "the program itself needs nothing that draws, delivers or imports" "" "$(LD_TRACE_LOADED_OBJECTS=1 "$m" | grep -E "$drawing")"
if [ "$has_debug" -gt 0 ]; then
    is "checking loads nothing of it" 0 "$(loaded "$m" check)"
    is "building without posters neither" 0 "$(loaded "$m" build -o "$tmp/public" --no-posters -q)"
    is "a poster does" yes "$([ "$(loaded "$m" poster "$charter" -o "$tmp/a.pdf")" -gt 5 ] && echo yes)"
fi
LD_BIND_NOW=1 "$m" poster "$charter" -o "$tmp/now.pdf" 2>"$tmp/err"
is "everything the module wants is there" 0 $?

LD_BIND_NOW=1 "$m" pack --from "$tmp/public" -o "$tmp/now.zip" >"$tmp/out" 2>"$tmp/err"
is "and of the one that delivers" 0 $?
LD_BIND_NOW=1 "$m" import seeds/000* --print >"$tmp/out" 2>"$tmp/err"
is "and of the one that imports" 0 $?

mkdir -p "$tmp/alone" "$tmp/usr/bin" "$tmp/usr/lib/maklumat" "$tmp/broken"
for place in alone usr/bin broken; do cp "$m" "$tmp/$place/maklumat"; done
cp "$folder/maklumat-poster.so" "$tmp/usr/lib/maklumat/"
: >"$tmp/broken/maklumat-poster.so"
"$m" poster "$charter" -o "$tmp/a.pdf" 2>/dev/null
"$tmp/usr/bin/maklumat" poster "$charter" -o "$tmp/b.pdf" 2>"$tmp/err"
is "installed, it is found and makes the same" "0 0" "$? $(cmp "$tmp/a.pdf" "$tmp/b.pdf"; echo $?)"

"$tmp/alone/maklumat" check >/dev/null 2>&1
is "alone, the program checks" 0 $?
"$tmp/alone/maklumat" build -o "$tmp/public" --no-posters -q 2>"$tmp/err"
is "and builds without posters" 0 $?
if [ ! -e /usr/local/lib/maklumat/maklumat-poster.so ] && [ ! -e /usr/lib/maklumat/maklumat-poster.so ]; then
    "$tmp/alone/maklumat" poster "$charter" -o "$tmp/c.pdf" 2>"$tmp/err"
    is "a poster says what is missing" "3 1" "$? $(grep -c 'maklumat-poster.so: bagian program ini tidak dapat dimuat; pasang ulang' "$tmp/err")"
    "$tmp/alone/maklumat" pack --from "$tmp/public" -o "$tmp/c.zip" 2>"$tmp/err"
    is "and so does an archive" "3 1" "$? $(grep -c 'maklumat-deliver.so: .*tidak dapat dimuat' "$tmp/err")"
    "$tmp/alone/maklumat" build -o "$tmp/public2" -q 2>"$tmp/err"
    is "and a build, which then changes nothing" "3 1 no" "$? $(grep -c 'tidak dapat dimuat' "$tmp/err") $([ -e "$tmp/public2/index.html" ] && echo yes || echo no)"
fi
"$tmp/broken/maklumat" poster "$charter" -o "$tmp/c.pdf" 2>"$tmp/err"
is "a file that is no module is refused" "3 1" "$? $(grep -c "$tmp/broken/maklumat-poster.so: .*tidak dapat dimuat" "$tmp/err")"
echo "1..$n"
