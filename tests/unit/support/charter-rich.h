/**
 * Charters as agencies write them, put together by chance: conditions, groups, decisions in
 * decisions, fee tables, formulas, variants. The same number gives the same text everywhere.
 */
#pragma once
#include <glib.h>

typedef struct Chance {
    guint64 state;
} Chance;

static inline guint
chance_below(Chance *c, guint n)
{
    guint64 z = c->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (guint)((z ^ (z >> 31)) % n);
}

#define CHANCE_OF(c, words) ((words)[chance_below((c), G_N_ELEMENTS(words))])

static inline const char *
rich_paper(Chance *c)
{
    static const char *const PAPERS[] = {
        "Fotokopi Kartu Keluarga",
        "KTP-el asli dan fotokopi pada kertas A4",
        "Surat pengantar RT/RW",
        "Surat pernyataan bermeterai Rp10.000",
        "Pasfoto berlatar merah ukuran 4 × 6 cm",
        "Akta kelahiran atau ijazah terakhir",
        "NPWP perusahaan dan bukti lapor SPT tahunan 2 tahun terakhir",
        "Sertifikat hak atas tanah (SHM, HGB, HGU, atau Hak Pakai)",
        "Bukti lunas PBB-P2 tahun berjalan",
        "Surat kuasa bermeterai Rp10.000 dan KTP penerima kuasa",
        "Gambar rencana arsitektur, struktur, serta mekanikal, elektrikal, dan perpipaan",
        "Dokumen UKL-UPL yang sudah disahkan",
        "Rekomendasi dari organisasi profesi yang masih berlaku paling singkat 6 bulan",
        "Surat keterangan sehat dari puskesmas atau rumah sakit pemerintah"};
    return CHANCE_OF(c, PAPERS);
}

static inline const char *
rich_condition(Chance *c)
{
    static const char *const WHEN[] = {
        "dikuasakan",         "tanah disewa",
        "berkas hilang",      "pemohon belum berumur 17 tahun",
        "ada perubahan data", "bangunan lebih dari dua lantai dan dipakai umum"};
    return CHANCE_OF(c, WHEN);
}

static inline const char *
rich_actor(Chance *c)
{
    static const char *const ACTORS[] = {
        "Pemohon",       "Petugas loket", "Kepala Bidang Pelayanan Perizinan",
        "Tim teknis",    "Kepala Dinas",  "Bendahara",
        "Operator SIAK", "Pemohon",       "Petugas survei"};
    return CHANCE_OF(c, ACTORS);
}

static inline const char *
rich_act(Chance *c)
{
    static const char *const ACTS[] = {
        "mengisi formulir F-1.01 dan menyerahkan berkas ke loket 3",
        "memeriksa kelengkapan dan keabsahan berkas",
        "mencatat permohonan dan memberikan tanda terima",
        "meninjau lokasi bersama pemohon dan membuat berita acara peninjauan lapangan",
        "membayar retribusi di bank paling lambat 3 hari kerja setelah surat ketetapan terbit",
        "menandatangani dokumen secara elektronik",
        "mengunggah dokumen pada aplikasi",
        "menghitung besar retribusi menurut peraturan daerah",
        "menerima dokumen dan memeriksa datanya"};
    return CHANCE_OF(c, ACTS);
}

static inline const char *
rich_time(Chance *c)
{
    static const char *const TIMES[] = {"5 menit",      "15 menit", "1 hari kerja",
                                        "3 hari kerja", "2 jam",    "10 (sepuluh) hari kerja"};
    return CHANCE_OF(c, TIMES);
}

static inline void
rich_requirements(GString *out, Chance *c, guint n, const char *indent)
{
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "%s- {teks: \"%s\"", indent, rich_paper(c));
        if (chance_below(c, 4) == 0)
            g_string_append_printf(out, ", bila: %s", rich_condition(c));
        if (chance_below(c, 5) == 0)
            g_string_append_printf(out, ", jumlah: %u lembar", 1 + chance_below(c, 4));
        if (chance_below(c, 9) == 0)
            g_string_append(out, ", formulir: F-1.02");
        if (chance_below(c, 9) == 0)
            g_string_append(out, ", rincian: [memuat nama lengkap, memuat tempat dan tanggal "
                                 "lahir, memuat nama orang tua]");
        g_string_append(out, "}\n");
    }
}

static inline void rich_steps(GString *out, Chance *c, guint n, guint depth, gboolean first);

static inline void
rich_branches(GString *out, Chance *c, guint depth, gboolean may_return)
{
    static const char *const IFS[][2] = {{"belum lengkap", "lengkap dan sah"},
                                         {"memenuhi standar teknis", "perlu perbaikan"},
                                         {"tidak ada keberatan warga sekitar", "ada keberatan"},
                                         {"disetujui", "ditolak"}};
    guint which = chance_below(c, G_N_ELEMENTS(IFS)), n = 1 + (chance_below(c, 5) > 0);
    const char *in = "                        " + (24 - MIN(4 * depth + 4, 24));
    g_string_append_printf(out, "%scabang:\n", in);
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "%s  - jika: %s\n", in, IFS[which][i]);
        if (chance_below(c, 2) == 0) {
            g_string_append_printf(out, "%s    maka: %s\n", in, rich_act(c));
        } else {
            g_string_append_printf(out, "%s    langkah:\n", in);
            rich_steps(out, c, 1 + chance_below(c, 4), depth + 2, FALSE);
        }
        if (i == 0 && may_return && chance_below(c, 2) == 0)
            g_string_append_printf(out, "%s    kembali: 1\n", in);
        else if (i == 1 && chance_below(c, 4) == 0)
            g_string_append_printf(out, "%s    selesai: ya\n", in);
    }
}

static inline void
rich_steps(GString *out, Chance *c, guint n, guint depth, gboolean first)
{
    const char *in = "                        " + (24 - MIN(4 * depth + 2, 24));
    for (guint i = 0; i < n; i++) {
        /* One pick a statement: the order of arguments is the compiler's own. */
        const char *actor = rich_actor(c), *act = rich_act(c);
        g_string_append_printf(out, "%s- oleh: %s\n%s  teks: %s\n", in, actor, in, act);
        if (chance_below(c, 2) == 0)
            g_string_append_printf(out, "%s  waktu: %s\n", in, rich_time(c));
        if ((!first || i > 0) && chance_below(c, depth == 0 ? 4 : 8) == 0 && depth < 4)
            rich_branches(out, c, depth, depth == 0);
    }
}

static inline void
rich_fee(GString *out, Chance *c)
{
    static const char *const FOR[] = {"Rumah tinggal sederhana", "Usaha mikro dan kecil",
                                      "Pemeriksaan laboratorium darah lengkap",
                                      "Sambungan ½ inci, pipa dinas sampai 6 m", "Per dokumen"};
    static const char *const UNITS[] = {"per permohonan", "/m³", "per m²", "/bulan",
                                        "per sertifikat"};
    guint n = 2 + chance_below(c, 7);
    switch (chance_below(c, 5)) {
    case 0:
        g_string_append(out, "biaya: Tidak dipungut biaya\n");
        return;
    case 1:
        g_string_append(out, "biaya: Rp 150.000 per sertifikat\n");
        return;
    case 2:
        g_string_append(out, "biaya:\n  jenis: rumus\n  rumus: \"Luas total lantai × (indeks "
                             "lokalitas × SHST) × indeks terintegrasi × indeks bangunan\"\n");
        return;
    default:
        break;
    }
    g_string_append(out, "biaya:\n  jenis: tabel\n  tarif:\n");
    for (guint i = 0; i < n; i++) {
        const char *what = CHANCE_OF(c, FOR);
        guint rupiah = 2500 * (1 + chance_below(c, 500));
        const char *unit = CHANCE_OF(c, UNITS);
        g_string_append_printf(out, "    - {untuk: \"%s %u\", jumlah: %u, satuan: \"%s\"", what,
                               i + 1, rupiah, unit);
        g_string_append(out, i > n / 2 ? ", kelompok: Denda}\n" : "}\n");
    }
}

/* The front matter of charter number `i`. */
static inline char *
rich_charter(guint i)
{
    static const char *const TITLES[] = {
        "Izin Praktik Tenaga Kesehatan",
        "Kartu Identitas Anak (KIA)",
        "Persetujuan Kesesuaian Kegiatan Pemanfaatan Ruang untuk Kegiatan Berusaha",
        "Uji Berkala Kendaraan Bermotor",
        "Rekomendasi Bantuan Sosial",
        "Peminjaman Buku"};
    static const char *const TIMES[] = {
        "waktu: 60 menit\n",
        "waktu: 3 hari kerja setelah berkas lengkap\n",
        "waktu: paling lama 14 (empat belas) hari kerja sejak permohonan diterima lengkap\n",
        "waktu: sesuai jadwal yang ditetapkan bersama pemohon\n",
        "waktu:\n  - {untuk: permohonan baru, waktu: 5 hari kerja}\n"
        "  - {untuk: perpanjangan, waktu: 60 menit}\n",
        ""};
    Chance c = {i * 7919u + 1};
    GString *out = g_string_new("---\n");
    g_string_append_printf(out, "judul: %s\nsk: CONTOH/%u/2026\npersyaratan:\n",
                           CHANCE_OF(&c, TITLES), i);
    if (chance_below(&c, 4) == 0) {
        g_string_append(out, "  - kelompok: Administrasi\n    butir:\n");
        rich_requirements(out, &c, 2 + chance_below(&c, 5), "      ");
        g_string_append(out, "  - kelompok: Teknis\n    butir:\n");
        rich_requirements(out, &c, 2 + chance_below(&c, 6), "      ");
    } else {
        rich_requirements(out, &c, 2 + chance_below(&c, 12), "  ");
    }
    g_string_append(out, "prosedur:\n");
    rich_steps(out, &c, 3 + chance_below(&c, 8), 0, TRUE);
    g_string_append(out, CHANCE_OF(&c, TIMES));
    rich_fee(out, &c);
    g_string_append(out, "produk: [Surat izin, Lampiran]\n");
    if (chance_below(&c, 5) == 0) {
        g_string_append(out, "varian:\n  - nama: Permohonan baru\n    waktu: 60 menit\n"
                             "  - nama: Hilang atau rusak\n    waktu: 30 menit\n"
                             "    persyaratan:\n");
        rich_requirements(out, &c, 1 + chance_below(&c, 4), "      ");
    }
    g_string_append(out, "---\n");
    return g_string_free(out, FALSE);
}
