/**
 * The five seed charters as poster contents, for the tests: texts as their source has them.
 */
#pragma once
#include "paper/poster.h"

#define N(x) G_N_ELEMENTS(x)
#define STEP(no, who, what)                                                 \
    {                                                                       \
        .field = "prosedur " #no, .number = #no, .actor = who, .text = what \
    }
#define TICK(no, what)                            \
    {                                             \
        .field = "persyaratan " #no, .text = what \
    }
#define FACTS(big, of, product)                                                                \
    .facts = {{SLOT_TIME, "waktu", ICON_TIME, "Waktu penyelesaian", NULL, big, of, NULL,       \
               NULL},                                                                          \
              {SLOT_FEE, "biaya", ICON_FEE, "Biaya", NULL, NULL, NULL, "Tidak dipungut biaya", \
               NULL},                                                                          \
              {SLOT_PRODUCT, "produk", ICON_PRODUCT, "Produk pelayanan", NULL, NULL, NULL,     \
               product, NULL}},                                                                \
    .n_facts = 3
#define BODY(ticks, track)                   \
    .sections = {{.slot = SLOT_REQUIREMENTS, \
                  .kind = SECTION_TICKS,     \
                  .heading = "Persyaratan",  \
                  .items = ticks,            \
                  .n = N(ticks)},            \
                 {.slot = SLOT_PROCEDURE,    \
                  .kind = SECTION_FLOW,      \
                  .heading = "Prosedur",     \
                  .steps = track,            \
                  .n = N(track)}},           \
    .n_sections = 2
#define CHANNELS(list)                                                      \
    .channels_heading = "Ada keluhan? Sampaikan ke sini", .channels = list, \
    .n_channels = N(list)

static const FlowStep DINSOS_YES[] = {
    STEP(4, "Staf", "menaikkan surat permohonan ke Kepala Dinas"),
    STEP(5, "Kepala Dinas", "mendisposisikan Surat permohonan ke Kepala Bidang"),
    STEP(6,
         "Kepala Bidang",
         "menindaklanjuti surat tersebut dan memberikan data dan informasi ke Pengguna "
         "Layanan;"),
};
static const FlowStep DINSOS_NO[] = {
    STEP(
        7,
        "Staf",
        "membuat surat penolakan data dan informasi jika data dan informasi termasuk data yang "
        "dikecualikan;"),
    STEP(8, "Sekretaris Dinas", "memverifikasi surat penolakan"),
    STEP(9, "Kepala Dinas Sosial", "menandatangani surat penolakan"),
    STEP(10, "Staf", "menyampaikan surat penolakan permintaan data dan informasi"),
    STEP(11,
         "Pengguna layanan",
         "menerima surat tanggapan permohonan data dan informasi yang ditolak"),
};
static const FlowBranch DINSOS_BRANCHES[] = {
    {.label = "Jika tidak dikecualikan", .steps = DINSOS_YES, .n_steps = N(DINSOS_YES)},
    {.label = "Jika dikecualikan", .steps = DINSOS_NO, .n_steps = N(DINSOS_NO)},
};
static const FlowStep DINSOS_STEPS[] = {
    STEP(1, "Pengguna layanan", "menyampaikan surat permohonan data dan informasi"),
    STEP(2, "Staf", "menerima Surat Permohonan data dan informasi"),
    {.field = "prosedur 3",
     .number = "3",
     .actor = "Sekretaris Dinas",
     .text = "memverifikasi data dan informasi sesuai dengan kategori tidak dikecualikan",
     .branches = DINSOS_BRANCHES,
     .n_branches = 2},
};
static const PosterItem DINSOS_TICKS[] = {
    TICK(1,
         "Identitas Pemohon meliputi nama perseorangan/instansi, kontak yang dapat dihubungi"),
    TICK(2, "Data dan informasi yang diminta secara jelas"),
    TICK(3, "Mencantumkan maksud dan tujuan permohonan data dan informasi dimaksud"),
    TICK(
        4,
        "Pengguna layanan wajib menggunakan data dan informasi dengan mencantumkan sumber dari "
        "mana memperoleh data dan informasi tersebut, baik yang digunakan untuk kepentingan "
        "sendiri maupun untuk kepentingan publikasi sesuai dengan ketentuan peraturan "
        "perundang-undangan."),
};
static const PosterItem DINSOS_CHANNELS[] = {
    {.label = "Fax.", .text = "(0343) 427605", .href = "tel:+62343427605"},
    {.label = "E-mail",
     .text = "dinsos@pasuruankab.go.id",
     .href = "mailto:dinsos@pasuruankab.go.id"},
    {.label = "Website",
     .text = "https://dinsos.pasuruankab.go.id",
     .href = "https://dinsos.pasuruankab.go.id"},
    {.label = "SP4N Lapor",
     .text = "https://www.lapor.go.id",
     .href = "https://www.lapor.go.id"},
    {.label = "Instagram",
     .text = "@dinsos_kab_pasuruan",
     .href = "https://www.instagram.com/dinsos_kab_pasuruan"},
};

static const FlowStep KOMINFO_YES[] = {
    {.field = "prosedur 5",
     .number = "5",
     .text = "Apabila disetujui, maka permohonan selesai",
     .end = "selesai",
     .ends = TRUE},
};
static const FlowStep KOMINFO_NO[] = {
    STEP(
        6,
        NULL,
        "Apabila ditolak, maka pemohon mengajukan keberatan dan apabila keberatan pemohon "
        "tidak "
        "ditindaklanjuti, pemohon mengajukan sengketa informasi ke Komisi Informasi Provinsi."),
};
static const FlowBranch KOMINFO_BRANCHES[] = {
    {.label = "Jika disetujui", .steps = KOMINFO_YES, .n_steps = 1},
    {.label = "Jika ditolak", .steps = KOMINFO_NO, .n_steps = 1},
};
static const FlowStep KOMINFO_STEPS[] = {
    STEP(1, "Pemohon layanan", "mengakses website dan medsos yang dikelola Dinas Kominfo;"),
    STEP(2, "Pemohon layanan", "mengirim permohonan informasi kepada Dinas Kominfo;"),
    STEP(3, "Dinas Kominfo", "melakukan koordinasi dengan OPD terkait;"),
    {.field = "prosedur 4",
     .number = "4",
     .actor = "Pemohon layanan informasi dan dokumentasi",
     .text = "menerima pemberitahuan terkait permohonan informasi, apakah disetujui/ ditolak;",
     .branches = KOMINFO_BRANCHES,
     .n_branches = 2},
};
static const PosterItem KOMINFO_TICKS[] = {TICK(1, "Membawa KTP")};
static const PosterItem KOMINFO_CHANNELS[] = {
    {.label = "SP4N-LAPOR! (kanal nasional)",
     .text = "www.lapor.go.id",
     .href = "https://www.lapor.go.id"},
};

static const FlowStep LEBAK_NO[] = {
    STEP(6,
         NULL,
         "dijelaskan jika informasi dikecualikan, PPID menyampaikan alasan sesuai ketentuan "
         "perundangan yang berlaku"),
};
static const FlowStep LEBAK_YES[] = {
    STEP(7, "Petugas", "memproses permintaan permohonan informasi"),
    STEP(8, "Petugas", "memberikan tanda bukti penyerahan Informasi Publik kepada pemohon"),
};
static const FlowBranch LEBAK_BRANCHES[] = {
    {.label = "Jika Tidak,", .steps = LEBAK_NO, .n_steps = N(LEBAK_NO)},
    {.label = "Jika Ya,", .steps = LEBAK_YES, .n_steps = N(LEBAK_YES)},
};
static const FlowStep LEBAK_STEPS[] = {
    STEP(1,
         "Front Office",
         "menerima permohonan/laporan pemohon yang datang dan menyampaikan ke sekretariat"),
    STEP(2, "Sekretariat", "Menerima dan menyampaikan kepada Kepala Dinas"),
    STEP(3, "Kepala Dinas", "menerima dan mendisposisikan kepada Sekretaris Dinas"),
    STEP(
        4,
        "Sekretaris Dinas",
        "menerima disposisi, dan menyerahkan kepada staf sekretariat untuk diverifikasi berkas "
        "permohonan"),
    {.field = "prosedur 5",
     .number = "5",
     .text = "Verifikasi berkas permohonan",
     .branches = LEBAK_BRANCHES,
     .n_branches = 2},
};
static const PosterItem LEBAK_TICKS[] = {
    TICK(1, "Identitas pemohon (KTP/ Kartu Keluarga)"),
    TICK(2, "Mengisi formulir permohonan"),
};
static const PosterItem LEBAK_CHANNELS[] = {
    {.label = "Tatap muka", .text = "langsung kepada Pejabat Pengelola Pengaduan;"},
    {.label = "Tertulis", .text = "disampaikan ke Kotak Pengaduan;"},
    {.label = "Email",
     .text = "dinsos.lebakkab@gmail.com;",
     .href = "mailto:dinsos.lebakkab@gmail.com"},
    {.label = "SP4N-LAPOR!",
     .text = "Online melalui website SP4N-LAPOR! (www.lapor.go.id);",
     .href = "https://www.lapor.go.id"},
    {.label = "Kontak Kami", .text = "https://dinsos/lebakkab.go.id;"},
    {.label = "Media Sosial",
     .text = "(Instagram : https://www.instagram.com/dinsos.lebakkab)",
     .href = "https://www.instagram.com/dinsos.lebakkab"},
};

static const FlowBranch DINKOP_BRANCHES[] = {
    {.label = "Jika data dan informasi yang diminta masuk dalam kategori tidak dikecualikan,",
     .outcome =
         "maka pengguna layanan akan menerima surat yang berisi data dan informasi sesuai "
         "permohonan yang disampaikan sebelumnya baik secara langsung maupun daring."},
    {.label = "Jika data dan informasi masuk dalam kategori dikecualikan,",
     .outcome =
         "maka pengguna layanan akan menerima surat penolakan yang disertai dengan alasan "
         "penolakan berdasarkan ketentuan peraturan perundang-undangan yang berlaku baik "
         "secara langsung maupun daring."},
};
static const FlowStep DINKOP_STEPS[] = {
    STEP(
        1,
        "Pengguna Layanan",
        "menyampaikan surat permohonan penyediaan data dan informasi kepada Unit Penyelenggara "
        "Pelayanan;"),
    STEP(2,
         "Unit Penyelenggara Pelayanan",
         "menerima Surat Permohonan Penyediaan Data dan Informasi dari pengguna layanan;"),
    STEP(3, "Pengguna layanan", "menerima tanda terima permohonan data dan informasi;"),
    {.field = "prosedur 4",
     .number = "4",
     .actor = "Pengguna layanan",
     .text = "menunggu hasil analisis oleh Unit Penyelenggara Pelayanan terhadap data dan "
             "informasi yang diminta, di mana :",
     .branches = DINKOP_BRANCHES,
     .n_branches = 2},
};
static const PosterItem DINKOP_TICKS[] = {
    TICK(1,
         "Identitas Pemohon meliputi nama perseorangan/instansi, kontak yang dapat dihubungi "
         "dan alamat email"),
    TICK(2, "Data dan Informasi yang diminta secara jelas"),
    TICK(3, "Mencantumkan maksud dan tujuan permohonan data dan informasi dimaksud"),
    TICK(
        4,
        "Pengguna layanan wajib menggunakan data dan informasi dengan mencantumkan sumber dari "
        "mana memperoleh data dan informasi tersebut, baik yang digunakan untuk kepentingan "
        "sendiri maupun untuk kepentingan publikasi sesuai dengan ketentuan peraturan "
        "perundang-undangan."),
};
static const PosterItem DINKOP_CHANNELS[] = {
    {.label = "Alamat",
     .text = "Dinas Koperasi, Usaha Kecil Dan Menengah Kabupaten Pasuruan Kompleks Perkantoran "
             "Pemerintah Daerah Kabupaten Pasuruan Jl. Raya Raci KM. 09"},
    {.label = "Telepon", .text = "( (0343) 5616140"},
    {.label = "Website",
     .text = "http://dinkop.pasuruankab.go.id/",
     .href = "http://dinkop.pasuruankab.go.id/"},
    {.label = "Web", .text = "https://bit.ly/35cATIU/", .href = "https://bit.ly/35cATIU/"},
};

static const FlowStep BANSOS_STEPS[] = {
    STEP(1,
         NULL,
         "Melakukan pemilahan Data Kpm Yang Layak Bansos Dari DtkS Dan Pmks Pemeriksaan "
         "Kelengkapan Berkas Penerimaan Gelandangan"),
    STEP(2,
         NULL,
         "Melakukan pemilahan Data Kpm Yang Layak Bansos Dari DtkS Dan Pmks Pemeriksaan "
         "Kelengkapan Berkas Penerimaan Gelandangan"),
    STEP(3, NULL, "Memilih Data Calon Penerima"),
    STEP(4, NULL, "Verifikasi Validasi Data Kpm Oleh Dinsos"),
    STEP(5, NULL, "Verifikasi Validasi Data Kpm Oleh Kelurahan"),
    STEP(6, NULL, "Pengusulan Calon Penerima Bantuan Dalam Bentuk Rekomendasi Ke Walikota"),
    STEP(7, NULL, "Penerbitan Sk Walikota"),
    STEP(8,
         "Dinas Sosial",
         "Mengajukan Anggaran Bantuan Sosial Kepada Badan Pengolahan Keuangan Dan Asset"),
    STEP(
        9,
        "Dinas Sosial",
        "Menyampaikan Data Kpm Penerima Bantuan Sosial Yang Sudah Ditetapkan Kepada Bank Jatim "
        "Untuk Dimintakan Nomer WA"),
    STEP(10, "Dinas Sosial", "Membuatkan Jadwal Penyaluran"),
    STEP(11, "Dinas Sosial", "Melakukan Penyaluran Bantuan Bekerja Sama Dengan Lurah"),
};
static const PosterItem BANSOS_TICKS[] = {
    TICK(1,
         "Klien pertama termasuk dalam kriteria yang telah ditentukan (termasuk dalam "
         "WRSE,Lansia "
         "Potensial, Fakir Miskin,Anak Yatim dan Disabilitas"),
    TICK(2,
         "Klien pertama termasuk dalam kriteria yang telah ditentukan (termasuk dalam "
         "WRSE,Lansia "
         "Potensial, Fakir Miskin,Anak Yatim dan Disabilitas"),
    TICK(3, "Penerima memiliki identitas yang jelas sebagai warga Kota Pasuruan"),
    TICK(4, "Berdomisili dalam Wilayah Kota Pasuruan"),
    TICK(5,
         "Diprioritaskan untuk maksud rehabilitasi sosial, perlindungan sosial,pemberdayaan "
         "sosial jaminan sosial, penanggulangan bencana"),
};
static const PosterItem BANSOS_CHANNELS[] = {
    {.label = "Datang langsung",
     .text =
         "Datang secara langsung ke MPP (Mall Pelayanan Publik) Kota Pasuruan Jl. KH. Wachid "
         "Hasyim, Kota Pasuruan."},
    {.label = "E-Sambat Kota Pasuruan",
     .text = "https://esambat.pasuruankota.go.id/",
     .href = "https://esambat.pasuruankota.go.id/"},
    {.label = "Lapor!", .text = "https://www.lapor.go.id/", .href = "https://www.lapor.go.id/"},
    {.label = "Website",
     .text = "https://dinsos.pasuruankota.go.id/",
     .href = "https://dinsos.pasuruankota.go.id/"},
    {.label = "Whatsapp", .text = "0856-0796-6637", .href = "https://wa.me/6285607966637"},
    {.label = "Instagram",
     .text = "@dinsoskotapasuruan",
     .href = "https://www.instagram.com/dinsoskotapasuruan"},
    {.label = "Facebook", .text = "dinsoskotapasuruan"},
    {.label = "Tiktok", .text = "@dinsoskotapasuruan"},
};

#define FINE(decree, address, page)             \
    .fine = {{decree, NULL, SLOT_DECREE},       \
             {page, "https://" page, SLOT_URL}, \
             {address, NULL, SLOT_ADDRESS}},    \
    .n_fine = 3, .url = "https://" page

static const PosterContent SEEDS[] = {
    {.government = "Pemerintah Kab. Pasuruan",
     .agency = "Dinas Sosial",
     .pill = "STANDAR PELAYANAN",
     .title = "Data dan Informasi",
     FACTS("260", "Menit", "Ketersediaan Data dan Informasi"),
     BODY(DINSOS_TICKS, DINSOS_STEPS),
     CHANNELS(DINSOS_CHANNELS),
     FINE("SK Nomor 000.8.3.2/43/ 424.077/2024",
          "Jl. Dr Wahidin Sudirohusodo No 59, 67126 · (0343) 427605",
          "contoh.go.id/kab-pasuruan/dinas-sosial/data-dan-informasi.html")},
    {.government = "Pemerintah Kab. Pasuruan",
     .agency = "Dinas Komunikasi dan Informatika",
     .pill = "STANDAR PELAYANAN",
     .title = "Informasi Pelayanan Publik",
     FACTS("4", "Hari", "SPAN LAPOR"),
     BODY(KOMINFO_TICKS, KOMINFO_STEPS),
     CHANNELS(KOMINFO_CHANNELS),
     FINE("Nomor SK belum dicantumkan",
          "Komplek Perkantoran Pemerintah Kabupaten Pasuruan Jl. Raya Raci KM 9 Bangil – "
          "Pasuruan Telp. (0343) 429064, 67153 · (0343) 429064",
          "contoh.go.id/kab-pasuruan/dinas-komunikasi-dan-informatika/"
          "informasi-pelayanan-publik.html")},
    {.government = "Pemerintah Kab. Lebak",
     .agency = "Dinas Sosial",
     .pill = "STANDAR PELAYANAN",
     .title = "Permohonan Informasi dan Dokumentasi",
     FACTS("5", "Hari kerja", "Informasi publik di lingkungan Dinas Sosial Kabupaten Lebak."),
     BODY(LEBAK_TICKS, LEBAK_STEPS),
     CHANNELS(LEBAK_CHANNELS),
     FINE("Nomor SK belum dicantumkan",
          "Jl. Jendral Sudirman No. 30 Km 03 Narimbang Mulya, 42319 · (0252) 5285255",
          "contoh.go.id/kab-lebak/dinas-sosial/permohonan-informasi-dan-dokumentasi.html")},
    {.government = "Pemerintah Kab. Pasuruan",
     .agency = "Dinas Koperasi Usaha Kecil dan Menengah",
     .pill = "STANDAR PELAYANAN",
     .title = "Data dan Informasi",
     FACTS("1", "Hari", "Ketersediaan Data dan Informasi"),
     BODY(DINKOP_TICKS, DINKOP_STEPS),
     CHANNELS(DINKOP_CHANNELS),
     FINE("SK Nomor 950/384/424.085/2022",
          "Jalan raya Raci Km. 9 Bangil, 67000 · 0812-3551-0080",
          "contoh.go.id/kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah/"
          "data-dan-informasi.html")},
    {.government = "Pemerintah Kota Pasuruan",
     .agency = "Dinas Sosial",
     .pill = "STANDAR PELAYANAN",
     .title = "Bansos Bidang Rehabilitas Sosial",
     FACTS("5", "Hari kerja", "Form Usulan Penerima Dansos; Sk Walikota Penerima Dansos"),
     BODY(BANSOS_TICKS, BANSOS_STEPS),
     CHANNELS(BANSOS_CHANNELS),
     FINE("Nomor SK belum dicantumkan",
          "Jl. Balai Kota No. 10, 67125 · (0343) 423628",
          "contoh.go.id/kota-pasuruan/dinas-sosial/bansos-bidang-rehabilitas-sosial.html")},
};

static const char SEED_LOGO[] =
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 76'><path d='M3 6 30 3l27 3v38c0 "
    "15-13 23-27 29C16 67 3 59 3 44z' fill='#1f7a43' stroke='#fff' stroke-width='5'/><path "
    "d='M30 "
    "20 50 48H10z' fill='#f2c230'/><circle cx='30' cy='18' r='5' fill='#fff'/></svg>";
