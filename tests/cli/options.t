#!/bin/sh
# TAP: what the command line says that cannot be meant.
. "$(dirname "$0")/tap.sh"
cp -R tests/diag/_site "$tmp/p"
sed '/^sk:/d' tests/diag/sk-space.md >"$tmp/p/content/dinas/akta.md"
page=$tmp/p/public/dinas/akta.html

for url in 'javascript:alert(1)' contoh.example '"><script>' 'https://nama@contoh.example/' 'https://contoh.example/?a' \
    'https://contoh.example/a b/' 'https://contoh.example/"/' ''; do
    run build "$tmp/p" --no-posters --base-url "$url"
    is "no address of a site: $url" "2 no" "$st $([ -e "$page" ] && echo yes || echo no)"
    run poster "$tmp/p/content/dinas/akta.md" -o "$tmp/x.pdf" --base-url "$url"
    is "nor of a poster" "2 no" "$st $([ -e "$tmp/x.pdf" ] && echo yes || echo no)"
done
run build "$tmp/p" --no-posters --base-url https://contoh.example/layanan
is "a slash that is missing at its end" '0 <link rel="canonical" href="https://contoh.example/layanan/dinas/akta.html">' \
    "$st $(grep canonical "$page")"

run build "$tmp/p" --no-posters --only content/dinas/
is "--only takes a folder as the shell completes it" "0 1" "$st $(grep -c '^1 layanan dari 1 instansi' "$tmp/out")"
run build "$tmp/p" --no-posters --only ./content/dinas
is "and as it writes it from the folder above" "0 1" "$st $(grep -c '^1 layanan dari 1 instansi' "$tmp/out")"
for folder in ../content/dinas /dinas dinas/../dinas . ''; do
    run build "$tmp/p" --no-posters --only "$folder"
    is "no folder inside content/: $folder" "2 1" "$st $(grep -c -e '--only memerlukan' "$tmp/err")"
done
run build "$tmp/p" --no-posters --only dina
is "a folder without an agency" "1 1" "$st $(grep -c "content/dina: kesalahan: .*\[content-empty\]" "$tmp/err")"

mkfifo "$tmp/pipe"
run poster "$tmp/p/content/dinas/akta.md" -o "$tmp/pipe"
is "a poster replaces no pipe or device" "3 yes" "$st $([ -p "$tmp/pipe" ] && echo yes)"
run poster "$tmp/p/content/dinas/akta.md" -o "$tmp/x.svg" --format svg --sheet 99
is "a sheet that is not there" "2 no" "$st $([ -e "$tmp/x.svg" ] && echo yes || echo no)"

run new service "$tmp/p/content/dinas/index"
is "a new charter with the name of a page of the site's own" "2 1" "$st $(grep -c '"layanan-index"' "$tmp/err")"

# One message a mistake, and the way to the help of that command.
wrong() { # wrong COMMAND-LINE WORDS [YES]: YES = the help is named
    # shellcheck disable=SC2086
    run $1
    is "$1" "2 maklumat: $2${3:+
maklumat: lihat \`maklumat ${1%% *} --help\`}" "$st $(cat "$tmp/err")"
}
wrong 'build --jobs' 'pilihan --jobs memerlukan nilai' help
wrong 'build -o' 'pilihan -o memerlukan nilai' help
wrong 'build --quiet=ya' 'pilihan --quiet=ya tidak memakai nilai' help
wrong 'build --nonsense' 'pilihan --nonsense tidak dikenal' help
wrong 'build -x' 'pilihan -x tidak dikenal' help
wrong "build $tmp/p lain" 'argumen "lain" tidak terpakai' help
wrong 'check --fail-on fatal' '--fail-on memerlukan catatan, peringatan, atau kesalahan (note, warning, error), bukan "fatal"'
wrong 'check --format xml' '--format memerlukan text, json, atau github, bukan "xml"'
wrong 'check --today kemarin' '--today memerlukan tanggal seperti 2026-11-22, bukan "kemarin"'
wrong 'build --jobs=0' '--jobs memerlukan bilangan 1 sampai 64, bukan "0"'
wrong 'build --jobs 5000000000' '--jobs memerlukan bilangan 1 sampai 64, bukan "5000000000"'
wrong 'poster x -o y --size b5' '--size memerlukan a4, a3, a2, a1, f4, xbanner, atau kartu, bukan "b5"'
wrong 'poster x -o y --format jpg' '--format memerlukan salah satu dari pdf, png, svg, bukan "jpg"'
wrong 'poster x' 'sebutkan berkas layanannya dan berkas hasil: maklumat poster PATH -o FILE'
wrong "poster $tmp/p/content/dinas/tiada -o y" "tidak ada berkas layanan \"dinas/tiada\" di $tmp/p/content"
wrong 'deadline 5 hari' 'argumen "hari" tidak terpakai' help
wrong 'deadline' "sebutkan jangka waktunya, misalnya '5 hari kerja'"
wrong 'schema xml' 'tidak ada skema "xml"; yang ada: layanan, instansi, situs, wilayah, keperluan, libur, halaman'
for command in build check poster explain new import deadline schema; do
    for lang in id en; do
        MAKLUMAT_LANG=$lang "$m" $command -h >"$tmp/out" 2>"$tmp/err"
        is "$command --help ($lang)" "0 1 0" "$? $(grep -cE "^(Pemakaian|Usage): maklumat $command" "$tmp/out") $(wc -l <"$tmp/err")"
    done
done
# The office's machine speaks English, the office does not: only its own setting counts.
for pair in 'en_US.UTF-8/=Pemakaian' 'id_ID.UTF-8/en=Usage' 'C/EN=Usage' 'en_GB/id=Pemakaian'; do
    locale=${pair%%/*} lang=${pair#*/}
    is "locale $locale, MAKLUMAT_LANG ${lang%=*}" "${pair#*=}" \
        "$(env LANG="$locale" LC_ALL="$locale" MAKLUMAT_LANG="${lang%=*}" "$m" check --help | sed -n '1s/:.*//p')"
done
run build "$tmp/p" --theme tiada
is "a theme that is nowhere" "3 maklumat: $tmp/p/themes/tiada: tidak ada" "$st $(cat "$tmp/err")"
run deadline '5 hari kerja' --from 2026-11-20 --dir "$tmp/tiada"
is "a deadline without a project says how to get one" "3 1" "$st $(grep -c 'maklumat new site' "$tmp/err")"

cp "$tmp/p/content/dinas/akta.md" "$tmp/akta.md"
sed -i 's/^judul:.*/baiya: x/' "$tmp/p/content/dinas/akta.md"
run poster "$tmp/p/content/dinas/akta.md" -o "$tmp/x.pdf"
is "no poster of a charter with errors" "1 2 no" "$st $(grep -c ': kesalahan: ' "$tmp/err") $([ -e "$tmp/x.pdf" ] && echo yes || echo no)"
mv "$tmp/akta.md" "$tmp/p/content/dinas/akta.md"
echo 'baiya: x' >>"$tmp/p/content/dinas/instansi.yaml"
run poster "$tmp/p/content/dinas/akta.md" -o "$tmp/x.pdf"
is "nor of an agency with errors" "1 1 no" "$st $(grep -c ': kesalahan: ' "$tmp/err") $([ -e "$tmp/x.pdf" ] && echo yes || echo no)"
sed -i '$d' "$tmp/p/content/dinas/instansi.yaml"
echo 'baiya: x' >"$tmp/p/content/dinas/lain.yaml"
run poster "$tmp/p/content/dinas/akta.md" -o "$tmp/x.pdf"
is "but beside a charter with errors" "0 2" "$st $(grep -c 'lain.yaml:.*: kesalahan: ' "$tmp/err")"
rm "$tmp/p/content/dinas/lain.yaml"
run poster "$tmp/p/content/dinas/instansi.yaml" -o "$tmp/x.pdf" --kind maklumat
is "a poster of the agency itself" "0 1" "$st $(head -c 5 "$tmp/x.pdf" | grep -c '%PDF-')"
is "a deadline in English" 'Done by:  Monday, 30 November 2026' \
    "$(MAKLUMAT_LANG=en "$m" deadline '5 hari kerja' --from 2026-11-22T10:00 --dir . | grep '^Done')"

# Names may hold anything, orders to a terminal as well: they are shown, not obeyed.
evil=$(printf 'a\033]0;x\007b\nc\342\200\256d\377')
shown='a�]0;x�b c�d�'
run "$evil"
is "an evil command" "2 maklumat: perintah \"$shown\" tidak dikenal; lihat \`maklumat --help\`" "$st $(cat "$tmp/err")"
run build "$tmp/$evil"
is "an evil folder" "3 maklumat: $tmp/$shown/content: tidak ada" "$st $(head -n 1 "$tmp/err")"
run check "--$evil"
is "an evil option" "2 maklumat: pilihan --$shown tidak dikenal" "$st $(head -n 1 "$tmp/err")"
echo x >"$tmp/p/public/$evil"
run build "$tmp/p" --no-posters
is "an evil stranger" "0 bukan buatan maklumat, dibiarkan: $shown" "$st $(tail -n 1 "$tmp/out")"
cp "$tmp/p/content/dinas/akta.md" "$tmp/p/content/dinas/$evil.md"
run build "$tmp/p" --no-posters
is "an evil charter" "1 $tmp/p/content/dinas/$shown.md: kesalahan" "$st $(sed -n 's/: nama .*//p' "$tmp/err")"
rm "$tmp/p/content/dinas/$evil.md" "$tmp/p/public/$evil"

mkdir "$tmp/empty"
for command in build check; do
    run $command "$tmp/empty"
    is "$command without a project says how to get one" "3 1" "$st $(grep -c 'maklumat new site' "$tmp/err")"
done
is "in the author's language" 0 "$(grep -c 'No such file' "$tmp/err")"

head -c 4194305 /dev/zero | tr '\0' a >"$tmp/p/content/dinas/akta.md"
run check "$tmp/p" --format github
is "a file beyond the limit is one finding, with its size" "1 4194305" \
    "$(grep -c 'akta.md' "$tmp/out") $(sed -n 's/.*akta.md.*berkas ini \([^ ]*\) byte.*/\1/p' "$tmp/out")"
echo "1..$n"
