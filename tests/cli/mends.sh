# What an author does who follows the remedy of tests/diag/TAG: sourced by remedies.t, run in a copy of the project.
# $f and $l are the finding's file and line, $fixtures is tests/diag. Nothing may be done that the remedy does not say.
# shellcheck shell=sh disable=SC2154,SC2016

put() { awk -v l="$l" -v t="$1" 'NR == l { print t; next } { print }' "$f" >.mend && cat .mend >"$f" && rm .mend; }
del() { sed -i "${l},$((l + ${1:-1} - 1))d" "$f"; }
after() { awk -v l="$l" -v t="$1" '{ print } NR == l { print t }' "$f" >.mend && cat .mend >"$f" && rm .mend; }
add() { # below the title, or at the end of a file of keys alone
    case $f in *.md) l=2 && after "$1" ;; *) echo "$1" >>"$f" ;; esac
}
sub() { # sub OLD NEW: in the finding's line, as they stand
    awk -v l="$l" -v a="$1" -v b="$2" 'NR == l && (i = index($0, a)) {
        $0 = substr($0, 1, i - 1) b substr($0, i + length(a)) } { print }' "$f" >.mend && cat .mend >"$f" && rm .mend
}
says() { # the line that follows "tulis: " in the remedy, in place of the one that is there
    better=${fix#*tulis: } put "$(sed -n "${l}s/^\( *\).*/\1/p" "$f")${fix#*tulis: }"
}
swap() { for name in "$@"; do mv "${name%%=*}" "${name#*=}"; done; }
charter() { also='.*-(missing|undated)|poster-empty' && printf -- '---\njudul: %s\n---\n' "$2" >"$1"; }
office() { also='.*-(missing|undated)' && printf 'nama: %s\n' "$2" >"$1"; }
no() { reason=$1; } # a remedy that nobody can follow here

mend() {
    case $1 in
    address-missing) add 'alamat: Jl. Raya No. 1' ;;
    address-phone) sub ' Telp. (0343) 427605' '' && { grep -q '^telepon:' "$f" || add 'telepon: (0343) 427605'; } ;;
    address-vanished) sed -i /^alamat_lama/d content/dinas/nikah.md && mkdir -p content/statis/lama && echo akta >content/statis/lama/akta.html ;;
    agency-at-root) mkdir content/dinas-sosial && mv content/instansi.yaml content/dinas-sosial/ ;;
    agency-twice) rm content/dinas/instansi.md ;;
    agency-vanished) echo 'alamat_lama: dinas' >>content/disduk-baru/instansi.yaml ;;
    body-repeats) l=19 && del 4 ;;
    body-too-long) sed -i '100,$d' "$f" && echo pindahan >content/dinas/lanjutan.txt && echo '[Lanjutan](lanjutan.txt)' >>"$f" ;;
    bracket-open) sub 'berlaku' 'berlaku)' ;;
    branch-empty) after '        maka: diterima' ;;
    branch-too-deep) awk 'NR < 8 { print } NR == 8 { print "prosedur: {oleh: Pemohon, teks: datang}\nvarian:\n  - nama: keadaan 1\n    prosedur: Datang" } /^waktu:/ { tail = 1 } tail { print }' "$f" >.mend && mv .mend "$f" ;;
    branch-yes-no) sub 'Ya,' 'berkas lengkap' ;;
    change-empty) after '    biaya: Rp50.000' ;;
    channel-area) sub '427605' '(0343) 427605' ;;
    channel-email-as-web) sub 'Website:' 'Email:' ;;
    channel-email) sub 'dinsos@gmail,com' 'dinsos@gmail.com' ;;
    channel-empty) sub 'melalui email' 'Email: dinas@contoh.go.id' ;;
    channel-kind) put '    - {jenis: web, label: E-Sambat, nilai: "https://esambat.contoh.go.id"}' ;;
    channel-page-name) sub 'Dinas Sosial Tembilahan' '"@dinsoskab"' ;;
    channel-phone) sub '0343' '(0343) 427605' ;;
    channel-several) put '    - Email: a@contoh.go.id' && after '    - Email: b@contoh.go.id' ;;
    channel-two-labels) put '    - Instagram: https://www.instagram.com/dinsos' ;;
    channel-two-phones) put '    - Telepon: (0343) 24795' && after '    - Telepon: (0343) 23626' ;;
    channel-url) sub 'https://dinsos/lebakkab.go.id' 'https://dinsos.lebakkab.go.id' ;;
    channel-user) put '    - Email: dinsos@inhilkab.go.id' ;;
    char-bidi | char-control | char-nul) put 'judul: Akta Kelahiran' ;;
    char-invisible) put "${fix#*: }" ;;
    char-line-separator) put 'judul: Akta' && after '  Kelahiran' ;;
    char-private) put '  - Fotokopi KTP - asli' ;;
    charter-twice) rm content/dinas/akta.yaml ;;
    choice-unknown) sub aktip aktif && sed -i 's/pesta/lahir/' "$f" ;;
    color-unreadable) sub hijau '"#0b4650"' ;;
    comma-space) sub , ', ' ;;
    compensation-unclear) put '  - {teks: Hasil diantar ke rumah tanpa biaya, kepada: Loket 1, batas_waktu: 3 hari kerja, bila: terlambat, oleh: Pemohon}' ;;
    complaint-channel-missing) after '  kanal: "WhatsApp: 0856-0796-6637"' ;;
    complaint-counts) sub 'masuk: 0' 'masuk: 3' ;;
    complaint-deadline-missing) after '  batas_waktu: 5 hari kerja' ;;
    complaint-officer-missing) after '  petugas: Subbagian Umum' ;;
    complaint-steps-missing) after '  alur: Petugas menjawab pengaduan' ;;
    component-empty) put 'sarana: Ruang tunggu' ;;
    component-missing) add 'produk: Kutipan akta kelahiran' ;;
    component-shared) printf 'bawaan:\n' >>"$f" && for key in dasar_hukum sarana kompetensi_pelaksana pengawasan_internal \
        jumlah_pelaksana jaminan_pelayanan jaminan_keamanan evaluasi_kinerja; do echo "  $key: isi dari SK" >>"$f"; done ;;
    contact-missing) add 'telepon: (0343) 427605' ;;
    content-empty) mkdir -p content/dinas && office content/dinas/instansi.yaml Dinas ;;
    date-future) sub 2026 2025 ;;
    date-impossible) sub '30 Februari' '28 Februari' ;;
    date-unreadable) sub 16/01/2026 '16 Januari 2026' ;;
    day-ahead) add 'ditinjau: 2026-11-20' ;;
    day-passed) sed -i 's/^ditinjau: .*/ditinjau: 2026-11-20/' "$f" ;;
    detail-too-deep) put '      - KTP' && l=$((l + 1)) && put '      - Asli' ;;
    draft-kept) sed -i '/^status: draf/d; s/^wakto/waktu/' "$f" ;;
    duration-ambiguous) sub 'hari' 'hari kerja' ;;
    duration-open) put 'waktu: 5 hari kerja' ;;
    duration-several) put 'waktu:' && after '  - {untuk: Baru, waktu: 5 hari kerja}
  - {untuk: Ulang, waktu: 2 hari kerja}' ;;
    duration-steps) sub 20 25 ;;
    effective-future) no 'it is true until that day' ;;
    effective-missing) add 'berlaku_sejak: 2024-01-16' ;;
    fax-is-phone) sub 427605 427606 ;;
    fee-amount-missing) after '      jumlah: Rp50.000' ;;
    fee-amount-unreadable) sub 'Rp ,-' Rp50.000 ;;
    fee-contradiction) sub ', jumlah: Rp5.000' '' ;;
    fee-no-price) put 'biaya:' && after '  tarif: {untuk: Akta, jumlah: Rp50.000}' ;;
    fee-thousands) sub 'Rp. 5' Rp5.000 ;;
    fee-unread) sub 'Ditanggung pemohon' 'Tidak dipungut biaya' ;;
    file-heavy) head -c 100000 content/dinas/foto-loket.jpg >.mend && mv .mend content/dinas/foto-loket.jpg ;;
    file-kind) swap content/dinas/formulir.f201=content/dinas/formulir.pdf && sed -i 's/formulir\.f201/formulir.pdf/' content/dinas/akta.md ;;
    file-page) echo '%PDF-1.7' >content/dinas/formulir.pdf && printf 'PK\3\4' >content/dinas/daftar.xls ;;
    file-program) swap content/dinas/Formulir.exe=content/dinas/formulir.pdf && sed -i 's/Formulir\.exe/formulir.pdf/' content/dinas/akta.md ;;
    file-runs) rm content/dinas/formulir.html && echo '%PDF-1.7' >content/dinas/formulir.pdf && sed -i 's/formulir\.html/formulir.pdf/' content/dinas/akta.md ;;
    file-too-big) charter "$f" Akta ;;
    file-unlinked) charter content/dinas/akta.md Akta && sed -i '/^judul/a dasar_hukum:\n  - {teks: Daftar, tautan: "../daftar.pdf"}\n  - {teks: Formulir, tautan: "formulir.pdf"}\n  - {teks: Peta, tautan: "../gambar/peta.png"}' content/dinas/akta.md &&
        rm -f content/gambar/peta.png content/kab/surat.pdf && sed -i '/peta.png/d' content/dinas/akta.md ;;
    folder-too-deep) rm -r content/1/2 ;;
    front-matter-missing) charter "$f" 'Akta Kelahiran' ;;
    front-matter-open) echo --- >>"$f" ;;
    group-empty) after '    butir: [Fotokopi KTP]' ;;
    group-too-deep) l=8 && put '    butir: [Fotokopi KTP]' && l=9 && del 2 ;;
    group-unnamed) sub '- butir' '- kelompok: Umum
    butir' ;;
    group-with-details) del && sed -i 's/butir: \[Fotokopi KTP\]/butir: [Syarat, Fotokopi KTP]/' "$f" ;;
    group-with-text) del && sed -i 's/butir: \[Fotokopi KTP\]/butir: [Syarat, Fotokopi KTP]/' "$f" ;;
    history-behind) "$MAKLUMAT" record >/dev/null ;;
    history-name) also=history-behind && swap 'content/dinas/riwayat/layanan lama.md=content/dinas/riwayat/layanan.2026-01-16.md' ;;
    holiday-name) swap content/libur-0000.yaml=content/libur-2026.yaml ;;
    holiday-year) swap content/libur-2026.yaml=content/libur-2027.yaml ;;
    hours-backwards) put '  - {hari: Senin, jam: 15.00–24.00}' && after '  - {hari: Selasa, jam: 00.00–08.00}' ;;
    hours-break) sub 16.00–17.00 12.00–13.00 ;;
    hours-day) sub Senen Senin–Kamis ;;
    hours-many) sub '08.00–09.00, 10.00–11.00' 08.00–11.00 ;;
    hours-missing) printf '%s\n' 'jam_layanan:' '  - {hari: Senin–Kamis, jam: 07.30–16.00, istirahat: 12.00–13.00}' >>"$f" ;;
    hours-overlap) sub Jumat Sabtu ;;
    hours-time) sub pagi 07.30–16.00 ;;
    hours-zone) add 'zona_waktu: WITA' ;;
    import-damaged | import-entity) cp "$fixtures/../import/24-headed-word-docx.docx" naskah.docx ;;
    import-empty | import-heavy | import-kind | import-picture | pdf-unreadable | pdf-no-text | import-locked | import-no-program | import-page) text_instead ;;
    import-no-agency) "$MAKLUMAT" new agency content/dinas >/dev/null ;;
    import-no-section) printf 'Akta\n\nPersyaratan\n\n1. KTP\n' >surat.txt ;;
    import-no-title) printf 'Akta\nNo. SK : 1/2024\n\nPersyaratan\n1. KTP\n' >___.txt ;;
    import-other-agency) again='"$MAKLUMAT" import z.txt -o content/dinas-z && "$MAKLUMAT" import x.txt -o content/dinas-x' ;;
    import-too-long) printf 'Akta\n\nPersyaratan\n1. KTP\n' >naskah.txt ;;
    instrument-many) rm instrumen/uji42.yaml instrumen/uji43.yaml ;;
    instrument-rule) sed -i 's/cara: dokumen, aturan/cara: situs, aturan/; s/\[situs, foto\]/foto/; s/{paling_lama: 3}/{ada: skm.nilai}/' "$f" ;;
    item-empty) del ;;
    item-numbered) sub '1. ' '' ;;
    item-twice) del ;;
    item-without-text) sub '- ' '- teks: Fotokopi KTP
    ' ;;
    items-inline) put '  - teks: Fotokopi' && after '    rincian: [KTP, Kartu Keluarga, Ijazah]' ;;
    journey-comparison) sub akta-lahir akte-lahir ;;
    journey-link) after '        tautan: dinas/akta.md' ;;
    journey-unused) sed -i '/^judul/a peristiwa: [sekolah]' content/dinas/akta.md ;;
    journey-withdrawn) sub akta-lama akta ;;
    key-elsewhere) del && { grep -q '^telepon:' content/dinas/instansi.yaml || echo 'telepon: (0343) 427605' >>content/dinas/instansi.yaml; } ;;
    key-foreign) del && echo 'zona: WIB' >>"$f" ;;
    key-in-body) sed -i 6d "$f" ;;
    key-not-translated) del ;;
    key-required) sed -i '1a judul: Akta Kelahiran' "$f" ;;
    key-unknown) sed -i /^produk/d "$f" && sub prodak produk ;;
    languages-many) sed -i 's/, ar$//; s/, ar\]/]/' "$f" ;;
    theme-missing) del ;;
    language-bad) sub Inggris en ;;
    lapor-misnamed) sub 'SPAN LAPOR' 'SP4N-LAPOR!' ;;
    level-tag-unknown) sub sk-hilang sk-missing ;;
    level-unknown) sub penting peringatan ;;
    lines-joined) put '  - Fotokopi KTP' && l=$((l + 1)) && put '  - Kartu Keluarga' ;;
    link-anchor) sub '#tidak-ada' '#biaya' && sed -i 's/#jadwal/#waktu/' "$f" ;;
    link-bad) sub dinsos/ dinsos. ;;
    link-email) sub dinsos@ mailto:dinsos@ ;;
    link-foreign) cp content/lain/formulir.pdf content/dinas/ && sub ../lain/ '' ;;
    link-insecure) sub http: https: ;;
    link-missing) sub formulir-f102.pdf formulir-f101.pdf && sed -i s,akte,akta, "$f" ;;
    link-outside) echo rahasia >content/dinas/rahasia.pdf && sub ../../ '' ;;
    link-percent) sub 50%.pdf 50%25.pdf && echo potongan >content/dinas/50%.pdf ;;
    link-rooted) sub / '' && echo peraturan >content/dinas/peraturan.pdf && sed -i 's|/dinas/instansi.yaml|instansi.yaml|; s|(/dinas/)|(.)|; s|/layanan.md|layanan.md|' "$f" ;;
    link-scheme) sub ftp: https: ;;
    link-short) sub '{jenis' '{label: Formulir pengaduan, jenis' ;;
    link-user) sub http://dinsos mailto:dinsos ;;
    link-wordless) sub '[]' '[Formulir permohonan]' ;;
    list-melted) put '  - Fotokopi KTP' && l=$((l + 1)) && put '  - Kartu Keluarga' ;;
    list-nested) put '  - kelompok: Persyaratan Umum' && after '    butir:' ;;
    markdown-address) sub '(Formulir A.pdf)' '(<Formulir A.pdf>)' && echo a >'content/dinas/Formulir A.pdf' ;;
    markdown-fence) sub ' Jadwal' '' && after 'Jadwal' ;;
    markdown-heading) says ;;
    markdown-html) sub '<b>tebal</b>' '**tebal**' ;;
    markdown-list) sub - '- ' && l=$((l + 1)) && sub - '- ' ;;
    markdown-sign) sub '~~Senin~~ ' '' ;;
    markdown-table) del 3 && echo '- KTP: 1 lembar' >>"$f" ;;
    name-device) swap content/dinas/con.md=content/dinas/layanan-con.md content/dinas/lpt1.yaml=content/dinas/layanan-lpt1.yaml content/aux=content/dinas-aux ;;
    name-extension) swap content/dinas/akta.yml=content/dinas/akta.yaml content/dinas/kematian.md.txt=content/dinas/kematian.md \
        content/dinas/lahir.MD=content/dinas/lahir.md content/libur-2027.YAML=content/libur-2027.yaml &&
        charter content/dinas/kematian.md Kematian && charter content/dinas/lahir.md Kelahiran && echo 'judul: Akta' >content/dinas/akta.yaml &&
        echo 'libur: [{tanggal: 2027-01-01, nama: Tahun Baru}]' >content/libur-2027.yaml ;;
    name-not-slug) swap 'content/dinas/Akta Kelahiran.md=content/dinas/akta-kelahiran.md' ;;
    name-reserved) swap content/dinas/cetak.md=content/dinas/layanan-cetak.md content/dinas/index-2.md=content/dinas/layanan-index-2.md && sed -i 's/^judul: /&Cetak /' content/dinas/layanan-cetak.md ;;
    not-a-file) rm content/dinas/gambar.png && charter content/dinas/akta.md Akta ;;
    not-utf8) iconv -f WINDOWS-1252 -t UTF-8 "$f" >.mend && mv .mend "$f" ;;
    notice-over) sub 2026-10-01 2026-12-31 ;;
    number-unreadable) sub awal 1 ;;
    number-words) sub empat 'empat belas' ;;
    origin-missing) mkdir seeds && echo naskah >seeds/naskah.txt ;;
    page-too-big) rm -r themes/uji ;;
    page-vanished) sed -i '/^judul/a alamat_lama: dinas/nikah.html' content/dinas/akta.md ;;
    path-bad) sub https://contoh.go.id/akta layanan/akta.html ;;
    path-case) swap content/dinas/formulir/F-1.pdf=content/dinas/formulir/formulir-1.pdf content/statis/A-Z.html=content/statis/abjad.html && sed -i 's/Dinas\/Akta/lama\/akta/; s/F-1\.pdf/formulir-1.pdf/' content/dinas/*.md ;;
    path-clash) swap content/dinas/akta.html=content/dinas/formulir && sed -i 's/akta\.html\/formulir/formulir\/formulir/' content/dinas/akta.md &&
        sed -i /^alamat_lama/d content/dinas/nikah.md ;;
    path-control) rm content/statis/* && echo verifikasi >content/statis/verifikasi-baru.html ;;
    path-encoded) sub %20 ' ' ;;
    path-program) del && mkdir -p content/statis && echo 'Redirect 301 /lama/akta.php https://contoh.example/dinas/layanan.html' >content/statis/.htaccess ;;
    path-taken | path-too-long) sub "$(sed -n "${l}s/^alamat_lama: //p" "$f")" lama/pendek.html ;;
    period-backwards) sub 2026-02-18 2026-03-19 && sed -i "$((l - 1))s/2026-03-19/2026-02-18/" "$f" ;;
    picture-big) printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\001\000\000\000\001\010\002\000\000\000\220wS\336' >content/dinas/denah.png ;;
    placeholder) sub 08xxxx '0856-0796-6637' ;;
    pledge-improvement) sub 'standar pelayanan,' 'standar pelayanan, memberikan pelayanan sesuai kewajiban dan melakukan perbaikan secara terus-menerus,' ;;
    pledge-missing) "$MAKLUMAT" new agency content/baru >/dev/null && sed -n '/^maklumat:/,/^$/p' content/baru/instansi.yaml >>"$f" && rm -r content/baru && also='.*-(missing|undated)' ;;
    pledge-promise) sub 'teks: ' 'teks: Kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan, ' ;;
    pledge-sanction) sub 'standar pelayanan,' 'standar pelayanan, bersedia menerima sanksi dan/atau memberikan kompensasi,' ;;
    pledge-undated) after '  tanggal: 2026-01-16' ;;
    postcode-doubtful) sub 67000 67116 ;;
    poster-crowded) del ;;
    poster-glyph) sub ' 💍' '' ;;
    poster-logo) rm content/dinas/logo.jpg; sed -i "s/logo.jpg/logo.svg/" content/dinas/instansi.yaml; echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' >content/dinas/logo.svg ;;
    logo-unreadable) echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' >content/dinas/logo.svg ;;
    poster-empty) add 'waktu: 3 hari kerja' ;;
    poster-slot-missing) sub '[' '[persyaratan, ' ;;
    poster-slot-twice) sub ', waktu, produk' ', produk' ;;
    poster-translation) add 'prosedur:
  - {oleh: Applicant, teks: hands in the papers}' ;;
    poster-too-long) put 'persyaratan: [Fotokopi KTP, Kartu Keluarga]' ;;
    qr-dense) mv content/pelayanan-*/*/* content/dinas/ && mv content/dinas/penerbitan-* content/dinas/akta.md ;;
    review-due) sed -i 's/^ditinjau: .*/ditinjau: 2026-11-20/' "$f" ;;
    review-interval) sub '2 tahun' '1 tahun' ;;
    review-missing) add 'ditinjau: 2026-01-16' ;;
    review-overdue | review-year) sub "$(sed -n "${l}s/^ditinjau: //p" "$f")" 2026-11-20 ;;
    row-expected) after '  tarif:' && l=$((l + 1)) && sed -i 's/^  - Baru: Rp 50.000/  - {untuk: Baru, jumlah: Rp 50.000}/; s/^  - Hilang: Rp 25.000/  - {untuk: Hilang, jumlah: Rp 25.000}/; s/^  tarif:$//' "$f" && sed -i 's/^biaya:$/biaya:\n  tarif:/; /^$/d' "$f" ;;
    sentence-long) put '  - Pemohon membawa berkas asli dan salinan' ;;
    service-without-agency) office content/lain/instansi.yaml 'Dinas Lain' ;;
    site-missing) also='.*-(missing|undated)' && echo 'nama: Maklumat Pelayanan' >content/situs.yaml ;;
    site-robots) no 'it is done on the host, outside of the project' ;;
    site-target-bad) sub http://contoh.example/ ftps://pengguna@ftp.contoh.example/public_html ;;
    site-target-password) sed -i s/:rahasia@/@/ content/situs.yaml ;;
    site-url-bad) sub contoh https://contoh.example/ ;;
    site-url-missing) add 'url: https://contoh.example/' ;;
    sk-file) echo sk >content/dinas/SK-kelahiran.pdf && put 'sk: {nomor: 188.4/12/2024, tautan: SK-kelahiran.pdf}' ;;
    sk-missing) add 'sk: 188.4/12/2024' ;;
    sk-space) sub '/ 12' /12 ;;
    skm-mean) sub 92,10 89,72 ;;
    skm-old) after '  - {nilai: "88,31", periode: Semester II 2025}' ;;
    skm-parts) sed -i 's/nilai: .*/nilai: "87,78"/' "$f" && put '  unsur: {persyaratan: 3.6, prosedur: 3.5, waktu: 3.5, biaya: 3.5, produk: 3.5, kompetensi: 3.5, perilaku: 3.5, pengaduan: 3.5, sarana: 3.5}' ;;
    skm-range) sub 888 '"88,31"' ;;
    skm-respondents) sub '200 orang' '293 orang' ;;
    slug-bad) sub 'Akta Kelahiran' akta-kelahiran ;;
    step-actor-only) sub Pengaduan 'Pengaduan memeriksa aduan' ;;
    step-back-unknown) sed -i 's/kembali: 5/kembali: 1/' "$f" ;;
    step-empty) after '    teks: menyerahkan berkas' ;;
    step-not-citizen) after '  - {oleh: Pemohon, teks: menyerahkan berkas}' ;;
    svg-unsafe) spoken=1 && echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' >content/dinas/alur.svg ;;
    switch-unreadable) sub yes ya ;;
    text-too-long) put 'ringkasan: Singkat' ;;
    theme-big) echo '{{<dasar}}{{/dasar}}' >"$f" ;;
    theme-block) put '{{<dasar}}{{$utama}}x{{/utama}}{{/dasar}}' ;;
    theme-close) put '{{#layanan}}{{judul}}{{/layanan}}' ;;
    theme-deep) put 'x' ;;
    theme-dropped) put '{{<dasar}}{{$utama}}hilang{{/utama}}{{/dasar}}' ;;
    theme-empty) rm themes/uji/static/css/gaya.css ;;
    theme-label) for lang in id en; do echo 'tidak_ada: ada' >>themes/uji/labels.$lang.yaml; done ;;
    theme-name) put '{{#layanan}}{{judul}}{{/layanan}}' ;;
    theme-not-text) put '{{#layanan}}x{{/layanan}}' ;;
    theme-partial) mkdir -p themes/uji/partials themes/uji/static/js/bagian && echo x >themes/uji/partials/tidak-ada.mustache &&
        echo "var x;" >themes/uji/static/js/bagian/tidak-ada.js ;;
    theme-raw) sub '{{{judul}}}' '{{judul}}' ;;
    theme-tag) put '{{#layanan}}{{judul}}{{/layanan}}' ;;
    theme-unclosed) put '{{#layanan}}{{/layanan}}' ;;
    theme-unreadable) rm -r themes/uji/partials/aduan.mustache themes/uji/static/gambar.svg themes/uji/templates/layanan.mustache ;;
    theme-unsupported) put '{{>nama}}' && mkdir -p themes/uji/partials && echo x >themes/uji/partials/nama.mustache ;;
    title-twice) sub 'Akta Kelahiran' 'Akta Kelahiran baru' ;;
    topic-unknown) sed -i 's/kependudukn/kependudukan/' "$f" ;;
    translation-count) sed -i '/Family card/d' "$f" ;;
    translation-lang) also=poster-translation && echo 'bahasa: [id, en]' >>content/situs.yaml ;;
    translation-numbers) sub 3 5 ;;
    translation-of-data) spoken=1 && rm content/*.en.yaml content/dinas/instansi.en.* ;;
    translation-of-nothing) charter content/dinas/akta.md 'Akta Kelahiran' ;;
    translation-own) spoken=1 && rm "$f" ;;
    translation-vanished) sed -i '/^judul/a alamat_lama: dinas/nikah.en.html' content/dinas/nikah.md ;;
    translation-value) sed -i 's/telepon/daring/; s/, kembali: 2//; /^  jenis: gratis/d' "$f" ;;
    value-not-map) put 'jam_layanan: {hari: Senin–Kamis, jam: 07.30–16.00}' ;;
    value-not-text) put 'ringkasan: a; b' ;;
    value-required) put 'judul: Akta Kelahiran' ;;
    value-twice) sub ', a3' '' ;;
    website-missing) add 'situs_web: https://dukcapil.contoh.go.id' ;;
    yaml-depth) put 'ringkasan: Singkat' ;;
    yaml-directive | yaml-documents) del ;;
    yaml-duplicate) del && sed -i '13s/$/ Akta/' "$f" ;;
    yaml-indent) sub ' - ' '  - ' ;;
    yaml-items | yaml-size) sed -i '/^kata_kunci/,/^---/{/^---/!d}' "$f" ;;
    yaml-key-line) put 'ringkasan: Untuk semua warga' ;;
    yaml-key) del && put 'ringkasan: b' ;;
    yaml-many) sed -i '/^ringkasan/d' "$f" ;;
    yaml-merge) del ;;
    yaml-not-list) says ;;
    yaml-not-map) also='.*-(missing|undated)' && put 'judul: Akta Kelahiran' ;;
    yaml-syntax) sed -i '/^ringkasan/,/^---/{/^---/!d}' "$f" ;;
    yaml-tab) put "${fix#*spasi: }" ;;
    yaml-alias | yaml-bracket | yaml-colon | yaml-comma | yaml-comment | yaml-escape | yaml-quote | yaml-space | yaml-start | yaml-tag) says ;;
    *) return 1 ;;
    esac
}

# The text of a paper that cannot be read, typed into a .txt.
text_instead() {
    printf 'Akta\n\nPersyaratan\n\n1. KTP\n' >naskah.txt
    again='"$MAKLUMAT" import naskah.txt -o content/dinas'
}
