# What the shell tests share; sourced by each, from wherever it is started. It leaves them in the source tree's root
# with an empty folder $tmp, the program in $m, Indonesian messages and the number of tests so far in $n.
# shellcheck shell=sh
set -u
cd "$(dirname "$0")/../.." || exit 1
m=${MAKLUMAT:?path of the program}
tmp=$(cd "$(mktemp -d)" && pwd -P) || exit 1
trap 'chmod -R u+rwX "$tmp"; rm -rf "$tmp"' EXIT
export MAKLUMAT_LANG=id
n=0
is() { # is NAME WANTED GOT
    n=$((n + 1))
    if [ "$2" = "$3" ]; then echo "ok $n - $1"; else
        echo "not ok $n - $1"; printf '%s\n' "$2" | sed 's/^/# wanted: /'; printf '%s\n' "$3" | sed 's/^/# got:    /'
    fi
}
run() { # run ARGS…: exit code in $st, output in $tmp/out, messages in $tmp/err
    "$m" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
}
# bounded COMMAND…: 60 seconds of processor end it, whatever else the machine does; half an hour if it only waits.
bounded() { (ulimit -t 60 && exec timeout 1800 "$@"); }
sums() { (cd "$1" && find . -type f | LC_ALL=C sort | xargs -d '\n' cksum); }
