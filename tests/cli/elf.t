#!/bin/sh
# TAP: the program and its modules as a file: hardened as Debian asks, and with no path of the folder they were built in.
. "$(dirname "$0")/tap.sh"
build=${BUILD:?folder of the build}
case $build in */release | */clang) ;; *) echo "1..0 # SKIP a build for tests only"; exit ;; esac
command -v readelf >/dev/null || { echo "1..0 # SKIP readelf is not installed (binutils)"; exit; }
has() { readelf -W "$1" "$2" | grep -c "$3"; }
at_least_one() { [ "$1" -gt 0 ] && echo yes || echo no; }
for file in "$m" "$build"/maklumat-*.so; do
    name=$(basename "$file")
    is "$name: may lie anywhere (PIE)" yes "$(at_least_one "$(has -h "$file" 'Type: *DYN')")"
    is "$name: its tables are read-only" yes "$(at_least_one "$(has -l "$file" GNU_RELRO)")"
    is "$name: bound before it runs" yes "$(at_least_one "$(has -d "$file" 'BIND_NOW\|Flags: NOW')")"
    is "$name: no stack to run code on" RW "$(readelf -W -l "$file" | awk '$1 == "GNU_STACK" { print $7 }')"
    is "$name: no part both written and run" 0 "$(readelf -W -l "$file" | grep -c 'LOAD.* RWE ')"
    is "$name: knows no folder of its own" 0 "$(readelf -W -d "$file" | grep -c 'RPATH\|RUNPATH')"
    is "$name: its text has no relocation" 0 "$(has -d "$file" TEXTREL)"
    is "$name: no path of where it was built" 0 "$(LC_ALL=C grep -a -c "$PWD/" "$file")"
done
symbols() { readelf -W --dyn-syms "$m" | grep -c "$1"; }
is "stacks are guarded" yes "$(at_least_one "$(symbols __stack_chk_fail)")"
is "copies are measured" yes "$(at_least_one "$(symbols '__[a-z]*_chk@')")"
# Two folders, one program: compiled the same way wherever the sources lie (tests/two-folders does it with the whole).
for folder in satu dua; do
    mkdir -p "$tmp/$folder/src"
    cp -R src/base "$tmp/$folder/src/"
    (cd "$tmp/$folder" && ${CC:-cc} -std=gnu11 -D_GNU_SOURCE -DG_LOG_DOMAIN='"maklumat"' -O2 -g -fPIC -Isrc \
        -ffile-prefix-map="$PWD=." $(pkg-config --cflags glib-2.0) -c src/base/diag.c -o diag.o)
done
is "one object from two folders" "" "$(cmp "$tmp/satu/diag.o" "$tmp/dua/diag.o" 2>&1)"
echo "1..$n"
