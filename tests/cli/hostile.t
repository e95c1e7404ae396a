#!/bin/sh
# TAP: whatever lies in content/ or comes from the command line, the program ends with findings or a message, soon.
. "$(dirname "$0")/tap.sh"
run() { # run ARGS…: status in $st, 124 or 152 = it hangs
    (cd "$tmp/p" && bounded "$m" "$@") >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
}
cp -R tests/diag/_site "$tmp/p"
sed '/^sk:/d' tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"
findings() { sed -n 's|^content/\([^:]*\):.*\[\([a-z0-9-]*\)\]$|\1 \2|p' "$tmp/out" "$tmp/err" | grep -v '^dinas/akta.md'; }

# What is no file, and links that lead round or out.
(
    cd "$tmp/p/content/dinas" || exit
    mkfifo pipa.md formulir.pdf
    mkdir piagam.md
    ln -s . putar
    ln -s ../../.. keluar
    ln -s /etc/passwd sandi.md
    ln -s instansi.yaml tautan.yaml
)
special='dinas/formulir.pdf not-a-file
dinas/keluar not-a-file
dinas/pipa.md not-a-file
dinas/putar not-a-file
dinas/sandi.md not-a-file
dinas/tautan.yaml not-a-file'
run check
is "special files and links are passed over and named" "0 $special" "$st $(findings)"
run build --no-posters
is "and not published" "0 $special 0" "$st $(findings) $(find public ! -type f ! -type d | wc -l)"
(cd "$tmp/p/content/dinas" && rm -r pipa.md formulir.pdf piagam.md putar keluar sandi.md tautan.yaml)

# Names of any bytes; a static file keeps its own.
name=$(printf 'A\377\033[31m\303')
mkdir "$tmp/p/content/statis"
echo x >"$tmp/p/content/statis/$name"
echo x >"$tmp/p/content/dinas/$name"
run build --no-posters
is "names that are orders to a terminal" "1 dinas/A��[31m� file-unlinked
dinas/A��[31m� path-control
statis/A��[31m� path-control" "$st $(findings)"
rm "$tmp/p/content/statis/$name" "$tmp/p/content/dinas/$name"
name=$(printf 'A\377\303')
echo x >"$tmp/p/content/statis/$name"
run build --no-posters
is "names that are no text" "0 x" "$st $(cat "$tmp/p/public/$name")"
rm -r "$tmp/p/content/statis" "$tmp/p/public"

# Folders deeper than an address may be; made step by step, as the whole path is long for a call.
(
    cd "$tmp/p/content/dinas" && long=$(printf '%0200d' 0) && i=0
    while [ $i -lt 18 ]; do mkdir "$long" && cd "$long" || exit; i=$((i + 1)); done
)
run check
is "a folder too deep for the disk" "1 1" "$st $(findings | grep -c ' path-too-long$')"
rm -rf "$tmp/p/content/dinas/0"*

# Texts that are none, each as large as may be.
mib() { head -c 4194304; }
x="$tmp/p/content/dinas/x.md"
for made in 'cat /dev/urandom' 'cat /dev/zero' 'yes judul: A' 'yes [' 'yes "- - - -" | tr "\n" " "' 'yes "a: {"' \
    'yes "kunci: &a *a !a"' 'printf -- "---\njudul: A\n---\n"; yes "> [a](b) *_" | tr -d "\n"'; do
    eval "$made" 2>/dev/null | mib >"$x"
    run check
    is "4 MiB of: $(printf %.16s "$made")" "1 yes" "$st $(findings | grep -q '^dinas/x.md' && echo yes)"
done
rm "$x"

# Words on the command line.
printf 'nama\n\033]0;x\007\377 %%s%%n' >"$tmp/word"
word=$(cat "$tmp/word")
long=$(printf '%05000d' 0)
for command in check build explain new deadline poster schema nonsense; do
    ends=''
    for arg in "$word" "$long" -- - '' / "--$word" "-$word"; do
        run $command "$arg"
        obeyed=$(tr -d '\n' <"$tmp/err" | LC_ALL=C grep -c "$(printf '[\001-\037]')")
        [ $st -le 3 ] && [ "$obeyed" = 0 ] && ends="${ends}x"
    done
    is "$command ends well whatever it is told" xxxxxxxx "$ends"
done
# The cache of a project that came from elsewhere leads into somebody's folder: nothing there is touched.
cp -R tests/diag/_site "$tmp/tautan"
sed '/^sk:/d' tests/diag/sk-space.md >"$tmp/tautan/content/dinas/akta.md"
mkdir "$tmp/dokumen" "$tmp/dokumen/serve" "$tmp/dokumen/serve/situs"
echo bab >"$tmp/dokumen/skripsi.txt"
echo bab >"$tmp/dokumen/serve/situs/dua.txt"
ln -s ../dokumen "$tmp/tautan/.maklumat-cache"
before=$(cd "$tmp/dokumen" && find . | sort)
(cd "$tmp/tautan" && bounded "$m" build --no-posters) >"$tmp/out" 2>&1; st=$?
is "a build follows no link to its cache" "0 $before" "$st $(cd "$tmp/dokumen" && find . | sort)"
(cd "$tmp/tautan" && bounded "$m" serve) >"$tmp/out" 2>&1 </dev/null; st=$?
is "nor does serve, which ends" "3 $before" "$st $(cd "$tmp/dokumen" && find . | sort)"

# Every dash may be the one between two numbers.
(cd "$tmp/tautan" && rm .maklumat-cache && { echo 'nama: Dinas'; printf 'telepon: "0343'; head -c 60000 /dev/zero | tr '\0' -; echo '123456"'; } >content/dinas/instansi.yaml &&
    bounded "$m" check) >"$tmp/out" 2>&1; st=$?
is "a number of 60,000 dashes is read in time" 0 "$st"
sed -i '/^telepon/d' "$tmp/tautan/content/dinas/instansi.yaml"
printf 'alamat_lama: ["lama\\tx.html"]\n' >>"$tmp/tautan/content/dinas/instansi.yaml"
(cd "$tmp/tautan" && bounded "$m" build --no-posters) >"$tmp/out" 2>&1; st=$?
is "a former address with a tab is told with its line" "1 1" "$st $(grep -c 'instansi.yaml:2:.*\[' "$tmp/out")"
echo "1..$n"
