#!/bin/sh
# TAP: real disks that refuse: read-only, full, folders that may not be written.
. "$(dirname "$0")/tap.sh"
comfort='maklumat: halaman yang sudah terbit tetap utuh; setelah gangguannya diatasi, jalankan lagi perintah ini'

# Root may write anywhere, so it hands the work to a user who may not.
as=
if [ "$(id -u)" = 0 ]; then
    as='setpriv --reuid 65534 --regid 65534 --clear-groups'
    $as "$m" --version >/dev/null 2>&1 || as=none
fi
own() { [ -z "$as" ] || chown -R 65534:65534 "$tmp"; }
run() { # run ARGS…: status in $st, messages in $tmp/err
    $as "$m" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
}
said() { grep '^maklumat: ' "$tmp/err"; }

cp -R tests/diag/_site "$tmp/p"
sed '/^sk:/d' tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"
out=$tmp/p/public
if [ "$as" = none ]; then
    echo "# skipped: no other user to run as"
else
    own
    run build "$tmp/p" --no-posters
    site=$(sums "$out")
    chmod 555 "$out"
    run build "$tmp/p" --no-posters
    is "a folder that may not be written" "3 maklumat: $out: .maklumat-staging: tidak diizinkan oleh sistem
$comfort" "$st $(said)"
    chmod 755 "$out"; chmod 555 "$tmp/p"
    run build "$tmp/p" --no-posters -o "$tmp/p/baru"
    is "nor the folder it is to come into" "3 maklumat: $tmp/p/baru: .baru.maklumat-staging: tidak diizinkan oleh sistem
$comfort" "$st $(said)"
    chmod 755 "$tmp/p"
    for cache in 'chmod 0 .maklumat-cache' 'rm -rf .maklumat-cache; echo x >.maklumat-cache' \
        'rm -rf .maklumat-cache; chmod 555 .'; do
        (cd "$tmp/p" && eval "$cache"); own
        run build "$tmp/p" --no-posters -o "$out"
        is "no cache stops nothing: $cache" "0 $site" "$st $(sums "$out")"
    done
    chmod 755 "$tmp/p"; rm -rf "$tmp/p/.maklumat-cache"

    sed -i 's/^judul: .*/judul: Nama baru/' "$tmp/p/content/dinas/akta.md"; own
    chmod 555 "$out/dinas"
    run build "$tmp/p" --no-posters
    is "a folder on the way, while renaming" "3 maklumat: $out: dinas/akta.html: tidak diizinkan oleh sistem
$comfort" "$st $(said)"
    chmod 755 "$out/dinas"
    run build "$tmp/p" --no-posters
    $as "$m" build "$tmp/p" --no-posters -o "$tmp/p/lagi" >/dev/null 2>&1
    is "the next build finishes and says so" "0 1 $(sums "$tmp/p/lagi")" \
        "$st $(grep -c 'sudah diselesaikan' "$tmp/out") $(sums "$out")"

    for what in build check; do # both, though the build remembers the file's words
        run build "$tmp/p" --no-posters
        chmod 0 "$tmp/p/content/dinas/akta.md"
        run $what "$tmp/p"
        is "a charter that may not be read, by $what" "3 maklumat: $tmp/p/content/dinas/akta.md: tidak diizinkan oleh sistem" "$st $(said | head -1)"
        chmod 644 "$tmp/p/content/dinas/akta.md"
    done

    chmod 0 "$out/.maklumat"
    run build "$tmp/p" --no-posters
    is "a manifest that may not be read" "3 maklumat: $out: .maklumat: tidak diizinkan oleh sistem
$comfort" "$st $(said)"
    chmod 644 "$out/.maklumat"
fi

# ulimit -f: a file that may not grow further.
(ulimit -f 8 && exec "$m" build "$tmp/p" --no-posters -o "$tmp/sempit") >"$tmp/out" 2>"$tmp/err"
is "a limit on the size of files" "3 terlalu besar 0" "$? $(said | sed -n "1s/.*: //p") $(find "$tmp" -path "$tmp/sempit/*" | wc -l)"

# A file system of our own, in a namespace of our own: $1 = options, $2 = commands in it.
space='unshare -rm'
[ "$(id -u)" = 0 ] && space='unshare -m'
mounted() { $space sh -c "mount -t tmpfs -o $1 none '$tmp/disk' && { $2; }" 2>"$tmp/err" >"$tmp/out"; }
mkdir "$tmp/disk"
if mounted size=1m true; then
    as=
    run build "$tmp/p" --no-posters -o "$tmp/whole"
    build="'$m' build '$tmp/p' --no-posters -o '$tmp/disk/public'"
    mounted ro "$build"
    is "a read-only file system" "3 maklumat: $tmp/disk/public: .public.maklumat-staging: sistem berkasnya hanya dapat dibaca
$comfort" "$? $(said)"
    mounted size=4m "$build && mount -o remount,ro '$tmp/disk' && { $build --force; st=\$?; cp -R '$tmp/disk/public' '$tmp/kept'; exit \$st; }"
    is "one that became it" "3 maklumat: $tmp/disk/public: .maklumat-staging: sistem berkasnya hanya dapat dibaca
$comfort
$(sums "$tmp/whole")" "$? $(said)
$(sums "$tmp/kept")"
    mounted size=64k "$build"; st=$?
    is "a full one" "3 disk penuh 1" "$st $(said | sed -n '1s/.*: //p') $(said | grep -cxF "$comfort")"
    mounted size=64k "$build; ls -A '$tmp/disk'"
    is "and nothing is left on it" "" "$(cat "$tmp/out")"
else
    echo "# skipped: file systems cannot be mounted here"
fi
echo "1..$n"
