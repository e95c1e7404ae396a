#!/bin/sh
# TAP: maklumat deploy to a folder: what is sent, kept, refused; servers are tests/cli/deploy-cut.t's.
. "$(dirname "$0")/tap.sh"
mkdir -p "$tmp/site/content/dinas" && cd "$tmp/site" || exit 1
printf 'nama: Situs\nkirim: ../web\n' >content/situs.yaml
printf 'nama: Dinas\n' >content/dinas/instansi.yaml
service() { printf -- '---\njudul: %s\npersyaratan: [KTP]\nwaktu: 3 hari kerja\nbiaya: gratis\n---\n' "$2" >"content/dinas/$1.md"; }
service akta 'Akta kelahiran'
service kia 'Kartu identitas anak'
said() { cat "$tmp/err" "$tmp/out"; }
run deploy
is "before a build" "maklumat: public: belum ada situs di sini; jalankan dahulu \`maklumat build\`
3" "$(said; echo $st)"
"$m" build -q --no-posters >"$tmp/out" 2>&1
all=$(find public -type f ! -name .maklumat | wc -l)
run deploy --dry-run
is "a plan of everything" "$all $st" "$(grep -c '^baru  ' "$tmp/out") 0"
is "a plan makes no folder" no "$(test -e ../web && echo yes || echo no)"
run deploy
is "the first delivery" "terkirim: $all baru, 0 berubah, 0 dihapus, 0 tetap; 0" "$(sed 's/; .*/; 0/' "$tmp/out")"
is "is the site, byte for byte" "$(sums public)" "$(sums ../web)"
run deploy
is "nothing changed" "terkirim: 0 baru, 0 berubah, 0 dihapus, $all tetap; 0 B ke ../web" "$(said)"
echo milik >../web/.htaccess; echo milik >../web/dinas/surat.txt
sed -i 's/3 hari/4 hari/' content/dinas/akta.md
"$m" build -q --no-posters >"$tmp/out" 2>&1
run deploy --dry-run
is "one page changed: it is in the plan" 1 "$(grep -c '^ubah  dinas/akta.html  ' "$tmp/out")"
is "and another service is not" 0 "$(grep -c 'kia.html' "$tmp/out")"
run deploy
rm content/dinas/kia.md
"$m" build -q --force --no-posters >"$tmp/out" 2>&1
run deploy
is "a service that went is gone" "no 0" "$(test -e ../web/dinas/kia.html && echo yes || echo no) $st"
is "strangers' files stay" "milik milik" "$(cat ../web/.htaccess) $(cat ../web/dinas/surat.txt)"
rm ../web/.htaccess ../web/dinas/surat.txt
is "the rest is the site" "$(sums public)" "$(sums ../web)"
mkdir -p ../lain/dinas && echo milik >../lain/dinas/akta.html
run deploy ../lain
is "others' files in the way" "maklumat: di tujuan sudah ada berkas yang bukan kiriman maklumat: dinas/akta.html; periksa, lalu pindahkan, atau pakai --adopt untuk menimpanya
3 milik" "$(said; echo $st) $(cat ../lain/dinas/akta.html)"
run deploy --adopt ../lain
is "adopted" "$(sums public)" "$(sums ../lain)"
ln -s lain ../tautan; mkdir ../tiga; ln -s "$tmp/empat" ../tiga/dinas; mkdir ../empat
run deploy ../tiga
is "no way through a link" "maklumat: dinas: di tujuan ini tautan simbolik, padahal harus folder; hapus tautannya, lalu jalankan lagi dengan --all
3 0" "$(said; echo $st) $(find ../empat -type f | wc -l)"
run deploy ../lima
mkdir ../luar && cp -R ../lima/dinas/. ../luar/ && rm -r ../lima/dinas && ln -s ../luar ../lima/dinas
echo milik >../luar/milik.txt; luar=$(sums ../luar)
sed -i 's/4 hari/5 hari/' content/dinas/akta.md; "$m" build -q --no-posters >"$tmp/out" 2>&1
run deploy ../lima
is "nor through one that took a folder's place since" "maklumat: dinas: di tujuan ini tautan simbolik, padahal harus folder; hapus tautannya, lalu jalankan lagi dengan --all
3 $luar" "$(said; echo $st) $(sums ../luar)"
service akta2 'Akta kematian'; mv content/dinas/akta.md "$tmp/akta.md"
"$m" build -q --force --no-posters >"$tmp/out" 2>&1
run deploy --adopt ../lima
is "nothing is deleted there" "3 $luar" "$st $(sums ../luar)"
rm ../lima/dinas; run deploy --all ../lima
is "without the link the whole site comes" "0 $(sums public)" "$st $(sums ../lima)"
rm content/dinas/akta2.md; mv "$tmp/akta.md" content/dinas/akta.md
"$m" build -q --force --no-posters >"$tmp/out" 2>&1
run deploy ../tautan
is "a target that is a link itself" 0 $st
echo x >>public/dinas/akta.html
run deploy --all ../lain
is "bytes that the build did not write" "maklumat: public/dinas/akta.html: isinya bukan seperti yang dibuat; jalankan lagi \`maklumat build\`
3" "$(said; echo $st)"
rm public/dinas/akta.html; "$m" build -q --no-posters >"$tmp/out" 2>&1
run deploy ../lain
is "goes on after that" "$(sums public)" "$(sums ../lain)"
for place in . public content/dinas ..; do
    run deploy $place
    is "not into $place" "maklumat: $place: tujuan tidak boleh folder proyek ini, isinya, atau hasilnya; pilih folder lain
3" "$(said; echo $st)"
done
"$m" build -q --draft -o draf --no-posters >"$tmp/out" 2>&1
run deploy --from draf
is "no draft" "maklumat: draf: ini draf, dan draf tidak dikirim; jalankan \`maklumat build\` tanpa --draft
3" "$(said; echo $st)"
i=0; while [ $i -lt 60 ]; do service "banyak-$i" "Layanan $i"; i=$((i + 1)); done
"$m" build -q --no-posters >"$tmp/out" 2>&1; "$m" deploy -q ../lain
rm content/dinas/banyak-*; "$m" build -q --force --no-posters >"$tmp/out" 2>&1
run deploy ../lain
is "many deletions are asked for" 3 "$st"
is "and say how many" 1 "$(grep -c 'berkas di tujuan akan dihapus; bila memang demikian, pakai --force' "$tmp/err")"
run deploy --force ../lain
is "and go with --force" "$(sums public)" "$(sums ../lain)"
mkdir ../besar; truncate -s 129M ../besar/.maklumat
run deploy ../besar
is "a record that is no record of ours, and never ends" "maklumat: .maklumat: lebih banyak daripada yang dibaca (128 MB, sejuta nama); periksa alamat tujuan dan apa yang ada di sana
3" "$(said; echo $st)"
rm -r ../besar
run deploy 'ftps://budi:rahasia@h/www'
is "no password in the target" "2 0" "$st $(said | grep -c rahasia)"
sed -i 's,^kirim: .*,kirim: ftps://budi:rahasia@h/www,' content/situs.yaml
run deploy
is "nor in situs.yaml" "2 0" "$st $(said | grep -c rahasia)"
run check --today 2026-11-22
is "check does not repeat it" "1 0 1" "$st $(said | grep -c rahasia) $(said | grep -c 'site-target-password')"
MAKLUMAT_PASSWORD='' HOME=$tmp setsid -w "$m" deploy ftps://budi@h.invalid/ >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
is "no password and no terminal" "maklumat: sandi untuk ftps://budi@h.invalid/ belum ada; tulis di berkas (--password-file), di ~/.netrc, atau di variabel MAKLUMAT_PASSWORD
3" "$(said; echo $st)"

# A password for no server in particular goes where the command says, or where its user said yes; not where the content says.
unnamed="maklumat: sandi tidak dikirim ke ftps://budi@127.0.0.1:1: tujuan itu hanya disebut situs.yaml, yang dapat diubah penulis isi; tulis tujuannya di perintah: maklumat deploy ftps://budi@127.0.0.1:1/www"
sed -i 's,^kirim: .*,kirim: ftps://budi@127.0.0.1:1/www,' content/situs.yaml
mkdir "$tmp/rumah"
alone() { # alone SCHEME ARGS…: without a terminal; the exit code, and what was said of the password
    with=$1; shift
    env "$with" HOME="$tmp/rumah" XDG_STATE_HOME="$tmp/rumah/state" setsid -w "$m" deploy --retries 0 "$@" >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
    echo "$st $(grep -F 'sandi tidak dikirim' "$tmp/err")"
}
is "a password of the environment does not go where the content says" "2 $unnamed" "$(alone MAKLUMAT_PASSWORD=x)"
printf x >"$tmp/sandi"; chmod 600 "$tmp/sandi"
is "nor one of a file" "2 $unnamed" "$(alone MAKLUMAT_PASSWORD= --password-file "$tmp/sandi")"
printf 'default password x\n' >"$tmp/rumah/.netrc"; chmod 600 "$tmp/rumah/.netrc"
is "nor that of all servers" "2 $unnamed" "$(alone MAKLUMAT_PASSWORD=)"
is "but where the command says" "3 " "$(alone MAKLUMAT_PASSWORD=x ftps://budi@127.0.0.1:1/www)"
printf 'machine 127.0.0.1 login budi password x\n' >"$tmp/rumah/.netrc"
is "and one with the server's name" "3 " "$(alone MAKLUMAT_PASSWORD=)"
is "nothing is remembered of that" no "$([ -e "$tmp/rumah/state" ] || echo no)"
asked() { # asked ANSWER: at a terminal; the exit code, and whether it was asked
    echo "$1" | env MAKLUMAT_PASSWORD=x HOME="$tmp/rumah" XDG_STATE_HOME="$tmp/rumah/state" script -qec "'$m' deploy --retries 0" /dev/null >"$tmp/out" 2>&1
    echo "$? $(grep -c 'Sandi itu belum pernah dikirim ke ftps://budi@127.0.0.1:1, yang disebut kirim: di situs.yaml' "$tmp/out")"
}
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    is "whoever is asked may say no" "2 1 no" "$(asked tidak) $([ -e "$tmp/rumah/state" ] || echo no)"
    is "or yes" "3 1 ftps://budi@127.0.0.1:1" "$(asked Ya) $(cat "$tmp/rumah/state/maklumat/tujuan")"
    is "once" "3 0" "$(asked tidak)"
    is "also for when nobody can be asked" "3 " "$(alone MAKLUMAT_PASSWORD=x)"
    sed -i 's,@127.0.0.1:1/www,@127.0.0.1:2/www,' content/situs.yaml
    is "until the content names another" "2 $(echo "$unnamed" | sed 's/:1/:2/g')" "$(alone MAKLUMAT_PASSWORD=x)"
else
    echo "# skipped: no script(1) to make a terminal"
fi
echo "1..$n"
