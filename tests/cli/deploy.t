#!/bin/sh
# TAP: maklumat deploy to a folder: what is sent, kept, refused; servers are tests/cli/deploy-cut.t's.
. "$(dirname "$0")/tap.sh"
mkdir -p "$tmp/site/content/dinas" && cd "$tmp/site" || exit 1
printf 'nama: Situs\nkirim: ../web\n' >content/situs.yaml
export XDG_STATE_HOME="$tmp/state" # where ../web was agreed to
mkdir -p "$XDG_STATE_HOME/maklumat"; printf '%s/web\t%s\n' "$(cd .. && pwd -P)" "$(pwd -P)" >"$XDG_STATE_HOME/maklumat/tujuan"
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

# Nothing goes where only the content says, until its user has said yes.
there=ftps://budi@127.0.0.1:1/www
only="tidak ada yang dikirim: tujuan $there hanya disebut kirim: di situs.yaml, yang dapat diubah penulis isi; bila memang itu tujuan Anda, tulis di perintah: maklumat deploy"
names() { sed -i "s,^kirim: .*,kirim: '$1'," content/situs.yaml; }
names "$there"
mkdir "$tmp/rumah"
list=$tmp/rumah/state/maklumat/tujuan here=$(pwd -P) tab=$(printf '\t')
said_of() { sed 's/\r$//' "$1" | grep -F -e 'tidak ada yang dikirim' -e 'Perhatian: tujuan' -e "$2" | sed 's/^maklumat: //'; }
alone() { # alone VARIABLE ARGS…: without a terminal; the exit code, and what was said of password and list
    with=$1; shift
    env "$with" HOME="$tmp/rumah" XDG_STATE_HOME="${state-$tmp/rumah/state}" setsid -w "$m" deploy --retries 0 "$@" >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
    echo "$st $(said_of "$tmp/err" maklumat/tujuan)"
}
is "a password of the environment does not go where the content says" "2 $only $there" "$(alone MAKLUMAT_PASSWORD=x)"
is "nor for a rehearsal" "2 $only $there" "$(alone MAKLUMAT_PASSWORD=x --dry-run)"
printf x >"$tmp/sandi"; chmod 600 "$tmp/sandi"
is "nor one of a file" "2 $only $there" "$(alone MAKLUMAT_PASSWORD= --password-file "$tmp/sandi")"
printf 'default password x\n' >"$tmp/rumah/.netrc"; chmod 600 "$tmp/rumah/.netrc"
is "nor that of all servers" "2 $only $there" "$(alone MAKLUMAT_PASSWORD=)"
is "but where the command says" "3 " "$(alone MAKLUMAT_PASSWORD=x "$there")"
printf 'machine 127.0.0.1 login budi password x\n' >"$tmp/rumah/.netrc"
is "nor one with the server's name" "2 $only $there" "$(alone MAKLUMAT_PASSWORD=)"
is "but where the command says, too" "3 " "$(alone MAKLUMAT_PASSWORD= "$there")"
for target in "$tmp/rumah" "$tmp/rumah/.config/autostart" sftp://budi@127.0.0.1:1/www ftp://127.0.0.1:1/; do
    names "$target"
    is "nothing goes unasked to $target" "2 $(echo "$only" | sed "s,$there,$target,") $target" "$(SSH_AUTH_SOCK=$tmp/agent alone MAKLUMAT_PASSWORD=)"
done
above=$(cd .. && pwd -P)
names ../rumah
is "a folder is told by where it is" "2 $(echo "$only" | sed "s,$there,$above/rumah,") ../rumah" "$(alone MAKLUMAT_PASSWORD=)"
is "nor is written there" ".netrc" "$(ls -A "$tmp/rumah")"
names ../web
is "a folder that was agreed to is written" "0 " "$(state=$XDG_STATE_HOME; alone MAKLUMAT_PASSWORD=)"
mv ../web ../web-lama; ln -s rumah ../web
is "but not where a link in its place leads" "2 tidak ada yang dikirim: tujuan di situs.yaml (kirim:) berubah dari $above/web menjadi $above/rumah; bila memang itu tujuan Anda, tulis di perintah: maklumat deploy ../web .netrc" \
    "$(state=$XDG_STATE_HOME; alone MAKLUMAT_PASSWORD=) $(ls -A "$tmp/rumah")"
rm ../web; mv ../web-lama ../web; mkdir -p ../lain/dalam; ln -s lain/dalam ../belok; names ../belok/../web
is "nor by a link and back" "2 tidak ada yang dikirim: tujuan di situs.yaml (kirim:) berubah dari $above/web menjadi $above/lain/web" \
    "$(state=$XDG_STATE_HOME; alone MAKLUMAT_PASSWORD= | sed 's/; bila.*//')"
rm -r ../belok ../lain; names ../web
mkdir -p content/st/maklumat; cp "$XDG_STATE_HOME/maklumat/tujuan" content/st/maklumat
is "a list that lies in the content is none" "2 $(echo "$only" | sed "s,$there,$above/web,") ../web" "$(state=content/st; alone MAKLUMAT_PASSWORD=)"
rm -r content/st
names "$there"
through() { # through TARGET: whether a proxy of the environment was asked to bring it there
    MAKLUMAT_PASSWORD=x perl -MIO::Socket::INET -MIO::Select -e '
        my $proxy = IO::Socket::INET->new(Listen => 5, LocalAddr => "127.0.0.1") or die; delete @ENV{qw(no_proxy NO_PROXY)};
        $ENV{$_} = $ENV{uc $_} = "http://127.0.0.1:" . $proxy->sockport for qw(ftp_proxy ftps_proxy sftp_proxy http_proxy https_proxy all_proxy);
        system @ARGV; print $? >> 8, IO::Select->new($proxy)->can_read(0) ? " asked" : " not asked"' \
        "$m" deploy --retries 0 "$1" 2>/dev/null
}
for scheme in ftp ftps sftp; do is "no proxy of the environment hears it ($scheme)" "3 not asked" "$(through $scheme://budi@127.0.0.1:1/www)"; done
mkdir "$tmp/rumah/.ssh"; printf 'Host *\n  ProxyCommand touch %s\n' "$tmp/proxied" >"$tmp/rumah/.ssh/config"
is "nor a command of ssh's settings" "3  no" "$(alone MAKLUMAT_PASSWORD=x sftp://budi@127.0.0.1:1/www) $([ -e "$tmp/proxied" ] || echo no)"
is "in English, too" "maklumat: nothing is sent: the target $there is named by kirim: in situs.yaml only, which whoever writes content may change; if that is your target, name it in the command: maklumat deploy $there" \
    "$(MAKLUMAT_LANG=en; alone MAKLUMAT_PASSWORD=x >/dev/null; cat "$tmp/err")"
names "$there/\$(id) x"
is "the command is one that a shell takes as it is meant" "maklumat deploy '$there/\$(id) x'" "$(alone MAKLUMAT_PASSWORD=x | sed 's/.*: maklumat/maklumat/')"
names "$there%E2%80%AEx"
is "no address turns the reading" "tujuan $there�x hanya" "$(alone MAKLUMAT_PASSWORD=x | sed 's/.*dikirim: //; s/hanya.*/hanya/')"
names "$there"
is "nothing is remembered of that" no "$([ -e "$tmp/rumah/state" ] || echo no)"
asked() { # asked, with answers from standard input: at a terminal, messages elsewhere; the exit code, and what was asked and said
    env MAKLUMAT_PASSWORD="${password-x}" HOME="${home-$tmp/rumah}" XDG_STATE_HOME="${state-$tmp/rumah/state}" \
        script -qec "'$m' deploy --retries 0 2>'$tmp/err'" /dev/null >"$tmp/out" 2>&1; st=$?
    echo "$st $(said_of "$tmp/out" 'Sandi untuk')" "$(said_of "$tmp/err" "${state-maklumat/tujuan}")"
}
remembered() { cat "$list"; stat -c %a "$list" "${list%/*}"; }
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    question="Perhatian: tujuan $there hanya disebut kirim: di situs.yaml, yang dapat diubah penulis isi."
    is "whoever is asked may say no" "2 $question $only $there" "$(echo tidak | asked)"
    is "which is not remembered" no "$([ -e "$tmp/rumah/state" ] || echo no)"
    is "or yes" "3 $question " "$(umask 0; echo Ya | asked)"
    is "which is, for its user only" "$there$tab$here
600
700" "$(remembered)"
    is "and not asked again" "3  " "$(echo tidak | asked)"
    is "also when nobody can be asked" "3 " "$(alone MAKLUMAT_PASSWORD=x)"
    is "another project is another matter" "2 $only $there" "$(mkdir "$tmp/salinan" && cp -r content public "$tmp/salinan" && cd "$tmp/salinan" && alone MAKLUMAT_PASSWORD=x)"
    second=ftps://budi@127.0.0.1:2/www
    names "$second"
    changed="tujuan di situs.yaml (kirim:) berubah dari $there menjadi $second"
    is "until the content names another server" "2 tidak ada yang dikirim: $changed; bila memang itu tujuan Anda, tulis di perintah: maklumat deploy $second" "$(alone MAKLUMAT_PASSWORD=x)"
    is "which may be refused" "2 Perhatian: $changed. tidak ada yang dikirim: $changed; bila memang itu tujuan Anda, tulis di perintah: maklumat deploy $second" "$(echo '' | asked)"
    is "and agreed to" "3 Perhatian: $changed. " "$(echo y | asked)"
    is "in place of the first" "$second$tab$here" "$(cat "$list")"
    names "$there"
    is "to which there is no way back unasked" "2 tidak ada yang dikirim: tujuan di situs.yaml (kirim:) berubah dari $second menjadi $there; bila memang itu tujuan Anda, tulis di perintah: maklumat deploy $there" "$(alone MAKLUMAT_PASSWORD=x)"
    names "${second%www}.ssh"
    is "nor to another folder of the server" "2 tidak ada yang dikirim: tujuan di situs.yaml (kirim:) berubah dari $second menjadi ${second%www}.ssh; bila memang itu tujuan Anda, tulis di perintah: maklumat deploy ${second%www}.ssh" "$(alone MAKLUMAT_PASSWORD=x)"
    names "$there"
    printf 'rusak' >"$list"
    is "a damaged list is told and counts as empty" "2 $list: daftar tujuan yang disetujui rusak dan dianggap kosong; hapus berkas itu, dan setujui lagi tujuannya di terminal
$only $there" "$(alone MAKLUMAT_PASSWORD=x)"
    is "but does not hinder what the command names" "3 " "$(alone MAKLUMAT_PASSWORD=x "$there")"
    is "and an answer mends it" "3 $there$tab$here" "$(echo ya | asked | sed 's/ .*//') $(cat "$list")"
    is "an answer that cannot be kept sends all the same" "3 $question $tmp/sandi/maklumat/tujuan: bukan folder
$tmp/sandi/maklumat/tujuan: bukan folder; jawaban Anda tidak tersimpan, jadi akan ditanya lagi" "$(state=$tmp/sandi; echo ya | asked | grep .)"
    is "and nobody looks for it where the command names the target" "3 " "$(state=$tmp/sandi; alone MAKLUMAT_PASSWORD=x "$there")"
    names "$there%E2%80%AEx"
    is "no address turns the reading of a question" "3 $(echo "$changed" | sed "s,[^ ]*\$,$there�x,; s,dari [^ ]*,dari $there,; s,^,Perhatian: ,"). " "$(echo ya | asked)"
    names "$there"
    echo ya | asked >"$tmp/answered"
    rm "$tmp/out" "$tmp/err"
    { until grep -qs 'Sandi untuk' "$tmp/out" "$tmp/err" || [ -e "$tmp/over" ]; do sleep 0.1; done 2>/dev/null; echo rahasia; } |
        { password='' home=$tmp/tiada asked >"$tmp/answered"; : >"$tmp/over"; }
    is "a question for the password says where it goes, and does not show it" "3 Sandi untuk $there:  0" "$(cat "$tmp/answered")$(grep -c rahasia "$tmp/out")"
else
    echo "# skipped: no script(1) to make a terminal"
fi
echo "1..$n"
