#!/bin/sh
# TAP: what keeps a command from its work is told in the reader's language, with the exit code of its kind: 2 the command line, 3
# disk, permissions and network; nothing of a library or of another program's words.
. "$(dirname "$0")/tap.sh"
root=$PWD
: >"$tmp/berkas"
mkdir -p "$tmp/s/content/a" "$tmp/s/content/b" "$tmp/tutup" && cd "$tmp/s" || exit 1
printf 'nama: S\nurl: http://127.0.0.1:9/\n' >content/situs.yaml
for a in a b; do
    printf 'nama: Dinas %s\n' $a >content/$a/instansi.yaml
    printf -- '---\njudul: Uji\npersyaratan: [KTP]\nwaktu: 3 hari kerja\nbiaya: gratis\n---\n' >content/$a/uji.md
done
"$m" build -q --no-posters >/dev/null 2>&1
told() { # told NAME EXIT WORDS COMMAND-LINE…
    name=$1 want=$2 words=$3; shift 3
    run "$@"
    is "$name" "$want maklumat: $words" "$st $(cat "$tmp/err")"
}
told "no service there" 2 "nosuch: tidak ada layanan di sana" export csv nosuch
told "nor there, beside one that is" 2 "content/a/tiada.md: tidak ada layanan di sana" export csv a content/a/tiada.md
told "an annex of two agencies" 2 "lampiran keputusan berisi layanan satu instansi saja; sebutkan folder instansinya" export lampiran -o ../x.odt
for command in 'export csv' evidence 'poster content/a/uji.md' pack; do
    # shellcheck disable=SC2086
    told "$command into no folder" 3 "../tiada/x: tidak ada" $command -o ../tiada/x
    # shellcheck disable=SC2086
    told "$command below a file" 3 "../berkas/x: bukan folder" $command -o ../berkas/x
done
if [ "$(id -u)" != 0 ]; then
    chmod a-w ../tutup
    for command in 'export csv' evidence 'poster content/a/uji.md' pack; do
        # shellcheck disable=SC2086
        told "$command where it may not write" 3 "../tutup/x: tidak diizinkan oleh sistem" $command -o ../tutup/x
    done
fi
run deploy ../web
is "a site that was sent and cannot be read back" "3 $(for page in '' 404.html; do echo "maklumat: http://127.0.0.1:9/$page: tidak dapat dibaca ulang (server menolak sambungan atau tidak ada)"; done)" "$st $(head -n 2 "$tmp/err")"
told "a site that does not answer" 3 "http://127.0.0.1:9/ (server menolak sambungan atau tidak ada); periksa nama server dan sambungan internet" verify http://127.0.0.1:9/
MAKLUMAT_LANG=en told "in English" 3 "http://127.0.0.1:9/ (Couldn't connect to server); look at the server's name and your connection" verify http://127.0.0.1:9/
mkdir ../kosong; font=../kosong
cp "$root/tests/golden/diff/lama.md" content/a/lama.md
MAKLUMAT_DATADIR=$font run check
is "fonts that are missing: check has no --no-posters" 0 "$(grep -c 'no-posters' "$tmp/err")"
MAKLUMAT_DATADIR=$font run build
is "build has" "$(sed -n 's/.*huruf poster tidak ada.*/1/p' "$tmp/err")" "$(grep -c 'no-posters' "$tmp/err" | grep -v '^0')"
echo "1..$n"
