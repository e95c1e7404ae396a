#!/bin/sh
# TAP: a build that takes longer than a second says so on a terminal, and only there.
. "$(dirname "$0")/tap.sh"
shim=$tmp/shim.so
if ldd "$m" 2>/dev/null | grep -q asan || ! command -v script >/dev/null ||
    ! "${CC:-cc}" -shared -fPIC -D_GNU_SOURCE -o "$shim" tests/faults/shim.c 2>/dev/null; then
    echo "1..0 # SKIP needs a C compiler, a build without sanitizers and script(1)"
    exit 0
fi
cp -R tests/diag/_site "$tmp/p"
sed '/^sk:/d' tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"
cat >"$tmp/build" <<SH
'$m' build '$tmp/p' --no-posters --quiet --jobs 1 >/dev/null
SH
# What a terminal is sent, with its escapes made visible.
on_terminal() { env "$@" script -qec "sh '$tmp/build'" /dev/null </dev/null | tr '\r\033' '<^' | tr -d '\n'; }
is "slow, on a terminal: done, rate and rest, wiped away at the end" '<1/1 instansi, N per detik, sisa N detik^[K<^[K' \
    "$(on_terminal LD_PRELOAD="$shim" FAULT_HURRY=1 | sed -E 's/, [0-9]+ per/, N per/; s/sisa [0-9]+/sisa N/')"
is "fast, on a terminal: nothing" '' "$(on_terminal A=b)"
LD_PRELOAD="$shim" FAULT_HURRY=1 sh "$tmp/build" 2>"$tmp/err"
is "slow, into a file: nothing" '' "$(cat "$tmp/err")"
echo "1..$n"
