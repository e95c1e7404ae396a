#!/bin/sh
# What browsers would run is not published: check and build say the same, and the site stays as it was (TAP).
. "$(dirname "$0")/tap.sh"
report() { is "$2" 0 "$1"; }
site=$tmp/site agency=content/dinas
cp -R tests/diag/_site "$site"
cp tests/diag/file-program/content/dinas/akta.md "$site/$agency/akta.md"
cd "$site" || exit 1
sed -i 's/Formulir.exe/formulir.pdf/' $agency/akta.md
echo x >$agency/formulir.pdf
echo 'logo: logo.svg' >>$agency/instansi.yaml
logo() {
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">%s</svg>\n' "$1" >$agency/logo.svg
}
findings() {
    sed -n 's/^\(content[^:]*\): .*\(\[[a-z-]*\]\)$/\1 \2/p' "$1" | sort
}
# Both commands end with $1 and name exactly the files in $2.
both() {
    "$MAKLUMAT" check --today 2026-11-22 >"$tmp/check" 2>&1
    checked=$?
    "$MAKLUMAT" build >"$tmp/build" 2>&1
    built=$?
    findings "$tmp/check" >"$tmp/check.found"
    findings "$tmp/build" >"$tmp/build.found"
    printf '%s' "$2" >"$tmp/wanted"
    cat "$tmp/check" "$tmp/build" >"$tmp/both"
    test $checked = "$1" && test $built = "$1" && cmp "$tmp/wanted" "$tmp/check.found" &&
        cmp "$tmp/wanted" "$tmp/build.found"
}
public() {
    find public -type f | LC_ALL=C sort | xargs cksum
}

logo '<rect width="9" height="9"/>'
both 0 '' && cmp -s $agency/logo.svg public/dinas/logo.svg && grep -q logo.svg public/dinas/index.html
report $? "a drawing that only draws is published byte for byte"
public >"$tmp/before"

logo '<rect onclick="x()"/>'
both 1 'content/dinas/logo.svg [svg-unsafe]
'
report $? "one with an event is refused by check and build"
both 1 'content/dinas/logo.svg [svg-unsafe]
'
report $? "again, with what the first build remembers"
public | cmp -s "$tmp/before" -
report $? "the site is as before"

"$MAKLUMAT" build --draft --output "$tmp/draft" >"$tmp/out" 2>&1
test -f "$tmp/draft/dinas/akta.html" && test -f "$tmp/draft/dinas/formulir.pdf" &&
    test ! -e "$tmp/draft/dinas/logo.svg"
report $? "a draft is built without it"

logo '<rect width="9" height="9"/>'
for name in formulir.html formulir.svgz formulir.xhtml Formulir.HTM formulir.PHP.pdf formulir.phtml.pdf formulir.php7 formulir.html.heic \
    formulir.svg.jfif formulir.exe.php.pdf formulir.php.exe.pdf formulir.html~ "formulir.asp;.jpg" php.ini web.config; do
    sed -i "s/tautan: .*}/tautan: $name}/" $agency/akta.md
    mv $agency/[!ail]* "$agency/$name"
    both 1 "content/dinas/$name [file-runs]
"
    report $? "$name is refused"
done
mv $agency/[!ail]* $agency/formulir.svg.svg
sed -i "s/tautan: .*}/tautan: formulir.svg.svg}/" $agency/akta.md
cp $agency/logo.svg $agency/formulir.svg.svg
both 0 ''
report $? "an ending written twice is read as what it is"
mv $agency/formulir.svg.svg $agency/formulir.x && echo x >$agency/formulir.x

for name in formulir.js:file-program formulir.exe.pdf:file-program formulir.xyz:file-kind formulir:file-kind; do
    file=${name%:*}
    sed -i "s/tautan: .*}/tautan: $file}/" $agency/akta.md
    mv $agency/[!ail]* "$agency/$file"
    both 0 "content/dinas/$file [${name#*:}]
"
    report $? "$file is published, and told"
done
sed -i "s/tautan: .*}/tautan: php.ini.RB.01.pdf}/" $agency/akta.md
mv $agency/formulir $agency/php.ini.RB.01.pdf
both 0 ''
report $? "words and numbers of a name are no endings"
for name in formulir.xyz:file-kind formulir.pdf formulir.gpx:file-kind formulir.jpg; do
    file=${name%:*}
    sed -i "s/tautan: .*}/tautan: $file}/" $agency/akta.md
    mv $agency/[!ail]* "$agency/$file"
    printf '\n<!--><script>alert(1)</script>-->\n' >"$agency/$file"
    wanted="content/dinas/$file [file-page]
"
    [ "$file" = "$name" ] || wanted="content/dinas/$file [file-kind]
$wanted"
    both 1 "$wanted"
    report $? "$file, which is a page inside, is refused"
    "$MAKLUMAT" build --draft --output "$tmp/draft" >"$tmp/out" 2>&1
    test -f "$tmp/draft/dinas/akta.html" && test ! -e "$tmp/draft/dinas/$file"
    report $? "and is in no draft"
done
mv $agency/formulir.jpg $agency/formulir.pdf
sed -i 's/formulir.jpg/formulir.pdf/' $agency/akta.md
echo x >$agency/formulir.pdf
both 0 ''
report $? "what has become a document is published"
public >"$tmp/before"

sed -i 's/logo.svg/logo.png/' $agency/instansi.yaml
rm $agency/logo.svg
cp "$OLDPWD/tests/diag/picture-big/content/dinas/denah.png" $agency/logo.png
"$MAKLUMAT" build >"$tmp/out" 2>&1
findings "$tmp/out" | grep -qxF 'content/dinas/logo.png [picture-big]' && ! grep -q logo.png public/dinas/index.html
report $? "a logo of a billion pixels is told, and on no page"

echo "1..$n"
