#!/bin/sh
# TAP: building step by step gives the bytes of a clean build, whatever is edited, renamed, deleted,
# or damaged in the cache between the steps. The steps are drawn from a fixed seed (SEED, STEPS).
. "$(dirname "$0")/tap.sh"
steps=${STEPS:-120}
state=${SEED:-2009}
draw() { # draw N: a number 0 … N-1 in $drawn
    state=$(((state * 1103515245 + 12345) % 2147483648))
    drawn=$((state / 65536 % $1))
}
a=$tmp/a
mkdir -p "$a" && cp -r content seeds "$a/"
printf 'bahasa: [id, en]\n' >>"$a/content/situs.yaml"
c=$a/content
service() { # a random service in $file
    set -- $(find "$c" -mindepth 3 -name '*.md' ! -name '*.??.md' | LC_ALL=C sort)
    draw $#; shift "$drawn"; file=$1
}
agency() {
    set -- $(find "$c" -name instansi.yaml | LC_ALL=C sort)
    draw $#; shift "$drawn"; file=$1
}
new_name() { draw 100000; name=$(dirname "$file")/layanan-$drawn.md; }
step() {
    draw 16
    case $drawn in
    0 | 1 | 2) service; what="edit ${file#"$c"/}"; draw 60; sed -i "s/^waktu:.*/waktu: $((drawn + 1)) hari kerja/" "$file" ;;
    3) service; what="retitle ${file#"$c"/}"; draw 1000; sed -i "s/^judul:.*/judul: Layanan $drawn/" "$file" ;;
    4 | 5) service; new_name; what="add $name"; cp "$file" "$name" ;;
    6) service; new_name; what="rename ${file#"$c"/}"; mv "$file" "$name"; rm -f "${file%.md}.en.md" ;;
    7) service; what="delete ${file#"$c"/}"; [ "$(find "$(dirname "$file")" -name '*.md' | wc -l)" -gt 1 ] && rm -f "$file" "${file%.md}.en.md" ;;
    8) agency; what="edit ${file#"$c"/}"; draw 1000; sed -i "/^moto:/d" "$file"; echo "moto: Moto $drawn" >>"$file" ;;
    9) service; what="touch ${file#"$c"/}"; touch "$file" ;;
    10) what="rename the site"; draw 1000; sed -i "s/^nama:.*/nama: Situs $drawn/" "$c/situs.yaml" ;;
    11) service; what="translate ${file#"$c"/}"; draw 100; printf -- '---\njudul: Service %s\n---\n' "$drawn" >"${file%.md}.en.md" ;;
    12) what="a holiday"; draw 28; printf -- '  - tanggal: 2026-07-%02d\n    nama: Libur\n    jenis: nasional\n' $((drawn + 1)) >>"$c/libur-2026.yaml" ;;
    13) what="link a form"; service; draw 9; echo "form $drawn" >"$(dirname "$file")/form-$drawn.txt"
        grep -q "^dasar_hukum" "$file" || sed -i "2i dasar_hukum: {teks: Formulir, tautan: form-$drawn.txt}" "$file" ;;
    14) what="change a form"; for f in $(find "$c" -name 'form-*.txt' | head -n 2); do echo "again $state" >>"$f"; done ;;
    15) what="damage the cache"
        set -- $(find "$a/.maklumat-cache" -type f | LC_ALL=C sort)
        [ $# -gt 0 ] || return
        draw $#; shift "$drawn"; draw 3
        case $drawn in
        0) rm "$1" ;;
        1) truncate -s -7 "$1" ;;
        2) printf 'x' | dd of="$1" bs=1 seek=$((state % 90)) conv=notrunc 2>/dev/null ;;
        esac ;;
    esac
}
"$m" build "$a" --no-posters -q >"$tmp/log" 2>&1 || { echo "not ok 1 - first build"; sed 's/^/# /' "$tmp/log"; echo 1..1; exit 1; }
i=0; bad=0
while [ $i -lt "$steps" ]; do
    i=$((i + 1))
    step
    "$m" build "$a" --no-posters -q --force >"$tmp/log" 2>&1; st=$?
    rm -rf "$tmp/b"; mkdir "$tmp/b"; cp -r "$a/content" "$a/seeds" "$tmp/b/"
    "$m" build "$tmp/b" --no-posters -q --force >"$tmp/clean" 2>&1; st2=$?
    if [ $st -ne 0 ] || [ $st2 -ne 0 ] || [ "$(sums "$a/public")" != "$(sums "$tmp/b/public")" ]; then
        echo "# step $i ($what): $st $st2"; sed 's/^/# /' "$tmp/log"
        diff -rq "$a/public" "$tmp/b/public" | sed 's/^/# /'; bad=1; break
    fi
done
[ $bad = 0 ] && echo "ok 1 - $i steps, each equal to a clean build" || echo "not ok 1 - step by step equals clean"

# A form that is written while it is being published, or in the same tick of the clock, may look as before.
service; form=$(dirname "$file")/form-baru.txt
sed -i '/^dasar_hukum/d; 2i dasar_hukum: {teks: Formulir, tautan: form-baru.txt}' "$file"
echo "form 1" >"$form"; touch -d '+1 day' "$form"
"$m" build "$a" --no-posters -q --force >"$tmp/log" 2>&1
cp -p "$form" "$tmp/time"; echo "form 2" >"$form"; touch -r "$tmp/time" "$form"
"$m" build "$a" --no-posters -q --force >>"$tmp/log" 2>&1
if cmp -s "$form" "$a/public/${form#"$c"/}"; then
    echo "ok 2 - a form as young as the build is read again"
else
    echo "not ok 2 - a form as young as the build is read again"; sed 's/^/# /' "$tmp/log"
fi

# A page of a former folder is forwarded only where nothing else stands: that may come and go.
agency; echo 'alamat_lama: [folder-lama/]' >>"$file"
mkdir -p "$c/statis/folder-lama"; echo x >"$c/statis/folder-lama/index.html"
bad=0
for now in taken free taken; do
    case $now in
    free) rm "$c/statis/folder-lama/index.html" ;;
    taken) echo x >"$c/statis/folder-lama/index.html" ;;
    esac
    rm -rf "$tmp/b"; mkdir "$tmp/b"; cp -r "$a/content" "$a/seeds" "$tmp/b/"
    one=$("$m" build "$a" --no-posters -q --force 2>/dev/null | sed 's/;.*//')
    other=$("$m" build "$tmp/b" --no-posters -q --force 2>/dev/null | sed 's/;.*//')
    [ -n "$one" ] && [ "$one" = "$other" ] && [ "$(sums "$a/public")" = "$(sums "$tmp/b/public")" ] ||
        { echo "# $now: $one, not $other"; bad=1; }
done
[ $bad = 0 ] && echo "ok 3 - a former folder's pages come and go" || echo "not ok 3 - a former folder's pages come and go"
echo 1..3
