#!/bin/sh
# TAP: once its options are read the program cannot do what the command does not need: attempts made inside it are refused.
. "$(dirname "$0")/tap.sh"
case $("$m" --version --verbose | sed -n 's/^landlock //p') in
-) echo "1..0 # SKIP this kernel has no Landlock"; exit ;;
[12]) net=; short=; ;;
3) net=; short=yes ;;
*) net=yes; short=yes ;;
esac
case ${BUILD-} in */san | */cov | */tsan) echo "1..0 # SKIP a build that is watched"; exit ;; esac
${CC:-cc} -shared -fPIC -o "$tmp/try.so" tests/cli/confined.c -ldl || exit 1
mkdir -p "$tmp/p" "$tmp/home/.ssh" "$tmp/elsewhere"
cp -R content seeds "$tmp/p/"
cd "$tmp/p" || exit 1
export HOME="$tmp/home" SECRET="$tmp/home/.ssh/id" OUTSIDE="$tmp/elsewhere" CONTENT="$tmp/p/content"
# What this kernel's Landlock knows nothing of is not asked for.
keep_known() {
    [ -n "$net" ] || sed -i '/^connect/d' "$tmp/told"
    [ -n "$short" ] || sed -i '/^shorten/d' "$tmp/told"
}
trying() { # trying ARGS…: what became of each attempt
    echo rahasia >"$SECRET"
    rm -f content/baru.md
    LD_PRELOAD=$tmp/try.so "$m" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null 9>"$tmp/told"
    st=$?
    keep_known
}
refused="threads: 1
read a file elsewhere: refused
change it: refused${short:+
shorten it: refused}
rename it: refused
remove it: refused
make a file elsewhere: refused
make a folder elsewhere: refused
make a link elsewhere: refused"
connect=${net:+
connect: refused}
whole="$refused
make a file in content: refused$connect"

run build --no-posters # so that there is an output folder
trying build --no-posters
is "build" "0 $whole" "$st $(cat "$tmp/told")"
trying check
is "check" "0 $whole" "$st $(cat "$tmp/told")"
trying import seeds/000* -o content/kab-baru/dinas
is "import writes into its folder only" "0 $refused
make a file in content: done$connect" "$st $(cat "$tmp/told")"
trying import seeds/000* --print
is "import that prints writes nowhere" "0 $whole" "$st $(cat "$tmp/told")"
echo rahasia >"$SECRET"
rm -f content/baru.md
: >"$tmp/told"
LD_PRELOAD=$tmp/try.so "$m" serve >"$tmp/out" 2>"$tmp/err" </dev/null 9>"$tmp/told" &
serve=$!
# The attempts are made before the first build is told.
n_tries=0
while [ "$(wc -l <"$tmp/told")" -lt 11 ] && kill -0 $serve 2>/dev/null && [ $n_tries -lt 600 ]; do
    n_tries=$((n_tries + 1)); sleep 0.1
done
kill $serve 2>/dev/null
wait $serve
keep_known
is "serve keeps to the project, which it edits" "$refused
make a file in content: done$connect" "$(cat "$tmp/told")"
is "the file elsewhere is as it was" rahasia "$(cat "$SECRET")"

# The first build makes its output folder, and one into a folder elsewhere writes there.
rm -rf public .maklumat-cache content/baru.md
run build --no-posters
is "a first build publishes" "0 yes" "$st $([ -f public/index.html ] && echo yes)"
run build --no-posters -o "$tmp/elsewhere/situs"
is "so does one elsewhere" "0 yes" "$st $([ -f "$tmp/elsewhere/situs/index.html" ] && echo yes)"
mkdir -p "$tmp/www"
rm -rf public
ln -s "$tmp/www" public
run build --no-posters
cp "$tmp/err" "$tmp/link-err"
is "a link that leads elsewhere is refused as before" "3 1" "$st $(grep -c 'tautan simbolik' "$tmp/link-err")"
echo "1..$n"
