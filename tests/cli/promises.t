#!/bin/sh
# TAP: what publishing never does: write where it must not, delete or take over what it must not.
. "$(dirname "$0")/tap.sh"
out=$tmp/p/public
run() { # run ARGS…: a build of $tmp/p; status in $st, what it says in $tmp/out and $tmp/err
    "$m" build "$tmp/p" --no-posters --quiet "$@" >"$tmp/out" 2>"$tmp/err" </dev/null; st=$?
}
said() { sed 's/^maklumat: //' "$tmp/err"; }
all() { (cd "$tmp" && find . ! -path ./out ! -path ./err | LC_ALL=C sort | cksum); }
charter() { sed "/^sk:/d; s/^judul:.*/judul: $2/" tests/diag/sk-space.md >"$tmp/p/content/dinas/$1.md"; }
project() { rm -rf "$tmp/p"; cp -R tests/diag/_site "$tmp/p"; charter akta Akta; charter kartu Kartu; }

# Where it must not write.
project
mkdir "$tmp/rumah" "$tmp/lain" "$tmp/p/themes" "$tmp/p/nyata"
ln -s "$tmp/lain" "$tmp/p/keluar"
ln -s ../rumah/baru "$tmp/p/menggantung"
ln -s nyata "$tmp/p/tautan"
before=$(all)
refused() { # refused OUT WORDS
    HOME=$tmp/rumah run --output "$1"
    is "no site into ${1#"$tmp/"}" "3 $1: $2 $before" "$st $(said) $(all)"
}
for where in content content/dinas content/baru themes themes/baru .maklumat-cache .maklumat-cache/x . nyata/../content; do
    refused "$tmp/p/$where" "folder keluaran tidak boleh sama dengan folder isi, tema, atau .maklumat-cache, di dalamnya, atau di atasnya; pilih folder tersendiri"
done
for where in "$tmp/rumah" "$tmp/." "$tmp/rumah/.." / //; do
    refused "$where" "folder rumah, folder di atasnya, dan akar sistem tidak boleh menjadi folder keluaran; pilih folder tersendiri"
done
for where in keluar menggantung; do
    refused "$tmp/p/$where" "tautan simbolik ke luar foldernya; tulis folder tujuannya sendiri"
done
run --output "$tmp/p/tautan"
is "a link to a folder beside it is that folder" "0 yes yes" \
    "$st $([ -s "$tmp/p/nyata/index.html" ] && echo yes) $([ -L "$tmp/p/tautan" ] && echo yes)"

# What it must not delete: a service's page …
project
run
site=$(sums "$out")
rm "$tmp/p/content/dinas/akta.md"
run
is "a page that would vanish is an error with both ways out" "1 $tmp/p/content/dinas/akta.md: kesalahan: \
halaman dinas/akta.html sudah terbit, tetapi berkas layanannya tidak ada lagi [page-vanished]
  = saran: bila pindah, tulis \"alamat_lama: dinas/akta.html\" di berkas layanan yang baru; bila dicabut, kembalikan \
berkasnya dan tulis \"status: dicabut\"; --force menghapusnya
tidak ada yang diterbitkan; perbaiki kesalahan di atas
$site" "$st $(said)
$(sums "$out")"
sed -i '/^judul:/a alamat_lama: dinas/akta.html' "$tmp/p/content/dinas/kartu.md"
run
is "the one line: it moved" "0 1" "$st $(grep -c 'url=../dinas/kartu.html' "$out/dinas/akta.html")"
project; run
sed -i '/^judul:/a status: dicabut' "$tmp/p/content/dinas/akta.md"
run
is "the other: it was withdrawn" "0 1" "$st $(grep -c 'dicabut' "$out/dinas/akta.html" | sed 's/^[1-9][0-9]*$/1/')"

# … and many files at once: more than 50 and more than 30 %.
many() { # many OF GONE: so many static files, of which some go
    project
    mkdir "$tmp/p/content/statis"
    i=0; while [ $i -lt "$1" ]; do echo $i >"$tmp/p/content/statis/berkas-$i.txt"; i=$((i + 1)); done
    run
    total=$(($(find "$out" -type f | wc -l) - 1))
    site=$(sums "$out")
    while [ $i -gt $(($1 - $2)) ]; do i=$((i - 1)); rm "$tmp/p/content/statis/berkas-$i.txt"; done
    run
}
many 60 51
is "51 files of many need --force" "3 51/$total berkas yang sudah terbit akan dihapus; bila memang itu maksudnya, pakai --force
$site" "$st $(said)
$(sums "$out")"
run --force
is "and go with it" "0 9" "$st $(ls "$out"/berkas-*.txt | wc -l)"
many 60 50
is "50 files go without" "0 10" "$st $(ls "$out"/berkas-*.txt | wc -l)"
many 190 60
is "so do 60 that are less than 30 %" "0 130" "$st $(ls "$out"/berkas-*.txt | wc -l)"

# Strangers' files, without a manifest and with a damaged one.
project
mkdir -p "$out/dinas/lain" "$out/aset"
for file in dinas/akta.html dinas/lain/x .htaccess CNAME aset/y; do echo milik orang >"$out/$file"; done
site=$(sums "$out")
run
is "a path that is another's already" "3 sudah ada dan bukan tulisan maklumat: dinas/akta.html; pindahkan, atau pakai --adopt untuk menggantinya
$site" "$st $(said)
$(sums "$out")"
run --adopt
is "--adopt takes that path alone and names the others" "0 4 1
bukan buatan maklumat, dibiarkan: .htaccess
bukan buatan maklumat, dibiarkan: CNAME
bukan buatan maklumat, dibiarkan: aset/y
bukan buatan maklumat, dibiarkan: dinas/lain/" "$st $(grep -rl 'milik orang' "$out" | wc -l) $(grep -c '<h1>Akta' "$out/dinas/akta.html")
$(grep bukan "$tmp/out")"
for damage in 'sed -i 4s/a/b/ .maklumat' 'sed -i 3d .maklumat' 'head -c 100 .maklumat >x && mv x .maklumat' ': >.maklumat'; do
    project; run
    (cd "$out" && eval "$damage")
    rm "$tmp/p/content/dinas/akta.md"
    site=$(sums "$out")
    run --force
    is "a damaged manifest: nothing is known to be ours ($damage)" "3 daftar isi .maklumat rusak, jadi tidak diketahui apakah ini tulisan maklumat $site" \
        "$st $(said | sed 's/: .*//') $(sums "$out")"
    run --force --adopt
    is "nor deleted by --adopt" "0 1 1" "$st $(grep -c 'manifes .maklumat rusak' "$tmp/out") $(grep -c 'dibiarkan: dinas/akta.html' "$tmp/out")"
done

# What is in the way, each with a message of its own and nothing changed.
project; run
mkdir "$out/.maklumat-staging"
if command -v flock >/dev/null; then
    flock "$out/.maklumat-staging/lock" sh -c "'$m' build '$tmp/p' --no-posters >'$tmp/out' 2>'$tmp/err'"
    is "two builds at once" "3 $out: sedang ditulis oleh maklumat lain; tunggu sampai selesai, lalu ulangi" "$? $(said)"
    rm "$out/.maklumat-staging/lock"
fi
mkdir -p "$out/.maklumat-staging"
echo x >"$out/.maklumat-staging/punya-orang"
before=$(sums "$out")
run
is "a folder of that name that is not ours" "3 .maklumat-staging: nama ini dipakai maklumat selama menulis, tetapi isinya bukan dari maklumat; pindahkan dahulu
$before" "$st $(said)
$(sums "$out")"
rm -r "$out/.maklumat-staging"
rm "$out/dinas/akta.html"; mkdir "$out/dinas/akta.html"; echo x >"$out/dinas/akta.html/punya-orang"
before=$(sums "$out")
run --adopt
is "somebody's folder where a page belongs" "3 dinas/akta.html: ada berkas di tempat folder, atau folder di tempat berkas; pindahkan dahulu
$before" "$st $(said)
$(sums "$out")"
project
mkdir -p "$out"; echo x >"$out/dinas"
run --adopt
is "somebody's file where a folder belongs" "3 dinas: ada berkas di tempat folder, atau folder di tempat berkas; pindahkan dahulu x" "$st $(said) $(cat "$out/dinas")"
project
mkdir -p "$out" "$tmp/lain/dalam"; ln -s "$tmp/lain/dalam" "$out/dinas"
run --adopt
is "somebody's link where a folder belongs" "3 dinas: ada berkas di tempat folder, atau folder di tempat berkas; pindahkan dahulu 0" "$st $(said) $(find "$tmp/lain/dalam" -type f | wc -l)"

# Drafts.
project
mkdir -p "$out" && echo x >"$out/index.html"
run --draft
is "no draft over somebody's files" "3 $out: isinya bukan draf; draf hanya ditulis ke folder baru atau ke folder draf sebelumnya, misalnya dengan -o draf x" \
    "$st $(said) $(cat "$out/index.html")"
rm -r "$out"
run --draft
is "a draft into a new folder" "0 1" "$st $(grep -c 'class="draf"' "$out/index.html")"
charter akta 'Akta lain'
run --draft
is "a draft over a draft" "0 1" "$st $(grep -c '<h1>Akta lain' "$out/dinas/akta.html")"
run --only dinas
is "no part of a site into a draft" "3 $out: berisi draf; bangun dahulu seluruh situs tanpa --only" "$st $(said)"
run
is "a site over a draft" "0 0" "$st $(grep -rl 'class="draf"' "$out" | wc -l)"
run --draft
is "no draft over a site" "3" "$st"
echo "1..$n"
