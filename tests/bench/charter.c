#include "charter.h"
#include <stdarg.h>
#include <string.h>

#define PICK(random, words) ((words)[random_below((random), G_N_ELEMENTS(words))])

/* ---- chance that is the same everywhere ---- */

typedef struct Random {
    guint64 state;
} Random;

static guint64
random_next(Random *random)
{
    guint64 z = random->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static guint
random_below(Random *random, guint n)
{
    return (guint)(random_next(random) % n);
}

static gboolean
random_percent(Random *random, guint percent)
{
    return random_below(random, 100) < percent;
}

/* ---- writing ---- */

static void G_GNUC_PRINTF(2, 3) put(GString *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_string_append_vprintf(out, format, args);
    va_end(args);
}

char *
charter_slug(const char *text)
{
    GString *out = g_string_new(NULL);
    for (; *text; text++) {
        if (g_ascii_isalnum(*text))
            g_string_append_c(out, g_ascii_tolower(*text));
        else if (out->len > 0 && out->str[out->len - 1] != '-')
            g_string_append_c(out, '-');
    }
    return g_string_free(out, FALSE);
}

/* A list of `n` different rows, beginning anywhere. */
static void
put_list(GString *out,
         Random *random,
         const char *key,
         const char *const *rows,
         guint n_rows,
         guint n)
{
    guint start = random_below(random, n_rows);
    put(out, "%s:\n", key);
    for (guint i = 0; i < n && i < n_rows; i++)
        put(out, "  - %s\n", rows[(start + i) % n_rows]);
}
#define PUT_LIST(out, random, key, rows, n) \
    put_list((out), (random), (key), (rows), G_N_ELEMENTS(rows), (n))

static void
put_date(GString *out, Random *random, guint first_year, guint n_years)
{
    guint year = first_year + random_below(random, n_years);
    guint month = 1 + random_below(random, 12);
    put(out, "%04u-%02u-%02u", year, month, 1 + random_below(random, 28));
}

static void
put_rupiah(GString *out, Random *random)
{
    put(out, "Rp%u.%s", 5 + random_below(random, 495),
        random_percent(random, 70) ? "000" : "500");
}

/* ---- durations, of every shape the contract reads ---- */

typedef struct Shape {
    guint weight;
    const char *before;
    guint min, spread; /* spread of a second number; 0 = one number */
    const char *after;
} Shape;

static const Shape shapes[] = {
    {30, "", 1, 0, " hari kerja"},
    {9, "maksimal ", 2, 0, " hari kerja"},
    {7, "", 1, 3, " hari kerja"},
    {8, "", 10, 0, " menit"},
    {4, "± ", 15, 0, " menit"},
    {4, "", 1, 0, " jam"},
    {3, "1 jam ", 5, 0, " menit"},
    {7, "paling lama ", 3, 0, " hari kerja sejak berkas dinyatakan lengkap"},
    {4, "Paling lambat ", 2, 0, " hari kerja (di luar waktu peninjauan lapangan)"},
    {5, "", 1, 0, " hari"},
    {3, "", 7, 0, " hari kalender"},
    {2, "", 1, 0, " minggu"},
    {2, "", 1, 2, " bulan"},
    {2, "14 (empat belas) hari kerja", 0, 0, ""},
    {2, "selesai di tempat", 0, 0, ""},
    {1, "sesuai jadwal pelaksanaan", 0, 0, ""},
    {1, "", 20, 0, " hari kerja, dapat diperpanjang"},
};

static void
put_duration(GString *out, Random *random)
{
    guint total = 0;
    for (guint i = 0; i < G_N_ELEMENTS(shapes); i++)
        total += shapes[i].weight;
    guint at = random_below(random, total);
    const Shape *shape = shapes;
    while (at >= shape->weight)
        at -= shape++->weight;
    g_string_append(out, shape->before);
    if (shape->min > 0) {
        guint n = shape->min + random_below(random, 12);
        put(out, "%u", n);
        if (shape->spread > 0)
            put(out, "–%u", n + 1 + random_below(random, shape->spread));
    }
    g_string_append(out, shape->after);
}

static void
put_time(GString *out, Random *random, const char *indent)
{
    static const char *const cases[] = {"Dokumen baru", "Perpanjangan", "Perubahan data",
                                        "Penggantian"};
    if (random_percent(random, 90)) {
        put(out, "%swaktu: ", indent);
        put_duration(out, random);
        put(out, "\n");
        return;
    }
    put(out, "%swaktu:\n", indent);
    guint n = 2 + random_below(random, 3);
    for (guint i = 0; i < n; i++) {
        put(out, "%s  - untuk: %s\n%s    waktu: ", indent, cases[i], indent);
        put_duration(out, random);
        put(out, "\n");
    }
}

/* ---- fees ---- */

static void
put_fee_table(GString *out, Random *random)
{
    static const char *const rows[] = {"Luas sampai 50 m²",   "Luas 51 sampai 200 m²",
                                       "Luas di atas 200 m²", "Roda dua",
                                       "Roda empat",          "Angkutan barang"};
    static const char *const groups[] = {"Usaha kecil", "Usaha menengah"};
    gboolean grouped = random_percent(random, 30);
    guint n = 3 + random_below(random, 4);
    put(out, "biaya:\n  jenis: tabel\n  tarif:\n");
    for (guint i = 0; i < n; i++) {
        put(out, "    - untuk: %s\n", rows[i % G_N_ELEMENTS(rows)]);
        if (grouped)
            put(out, "      kelompok: %s\n", groups[i >= n / 2]);
        put(out, "      jumlah: ");
        put_rupiah(out, random);
        put(out, "\n      satuan: per %s\n", random_percent(random, 50) ? "dokumen" : "bulan");
    }
    put(out, "  dasar:\n    - Peraturan Daerah Nomor 7 Tahun 2023 tentang Pajak Daerah dan "
             "Retribusi Daerah\n");
}

static void
put_fee(GString *out, Random *random)
{
    guint at = random_below(random, 100);
    if (at < 66) {
        put(out, "biaya: Tidak dipungut biaya\n");
    } else if (at < 70) {
        put(out, "biaya: Gratis\n");
    } else if (at < 80) {
        put(out, "biaya: ");
        put_rupiah(out, random);
        put(out, " per dokumen\n");
    } else if (at < 91) {
        put_fee_table(out, random);
    } else if (at < 93) {
        put(out, "biaya:\n  jenis: rumus\n  rumus: luas bangunan x indeks terintegrasi x harga "
                 "satuan retribusi\n");
    } else if (at < 96) {
        put(out, "biaya:\n  jenis: sesuai_peraturan\n  dasar:\n    - teks: Peraturan Daerah "
                 "Nomor 7 Tahun 2023\n      tautan: https://jdih.go.id/perda/7-2023\n");
    } else if (at < 98) {
        put(out, "biaya:\n  jenis: gratis\n  catatan: biaya pengujian laboratorium ditanggung "
                 "pemohon\n");
    } else {
        put(out, "biaya: ditetapkan menurut hasil pengukuran\n");
    }
}

/* ---- requirements and steps ---- */

static void
put_requirement(GString *out, Random *random, const char *text, const char *indent)
{
    guint at = random_below(random, 100);
    if (at < 74) {
        put(out, "%s- %s\n", indent, text);
        return;
    }
    put(out, "%s- teks: %s\n", indent, text);
    if (at < 82)
        put(out, "%s  untuk: %s\n", indent, PICK(random, applicants));
    else if (at < 88)
        put(out, "%s  bila: %s\n", indent, PICK(random, conditions));
    else if (at < 94)
        put(out, "%s  jumlah: %s\n", indent, PICK(random, amounts));
    else if (at < 97)
        put(out, "%s  formulir: F-%u.%02u\n", indent, 1 + random_below(random, 6),
            1 + random_below(random, 60));
    else
        put(out,
            "%s  rincian:\n%s    - salinan yang dilegalisasi\n%s    - dokumen asli untuk "
            "dicocokkan\n",
            indent, indent, indent);
}

static void
put_requirements(GString *out, Random *random, const char *indent)
{
    guint n = 5 + random_below(random, 6), start = random_below(random, 20);
    gboolean grouped = random_percent(random, 8);
    g_autofree char *items = g_strconcat(indent, grouped ? "      " : "  ", NULL);
    put(out, "%spersyaratan:\n", indent);
    for (guint i = 0; i < n; i++) {
        if (grouped && i % 3 == 0)
            put(out, "%s  - kelompok: %s\n%s    butir:\n", indent,
                requirement_groups[i / 3 % G_N_ELEMENTS(requirement_groups)], indent);
        put_requirement(out, random, requirements[(start + i * 3) % G_N_ELEMENTS(requirements)],
                        items);
    }
}

static void
put_step(GString *out, Random *random, const char *indent, const char *actor, const char *text)
{
    put(out, "%s- oleh: %s\n%s  teks: %s\n", indent, actor, indent, text);
    if (random_percent(random, 12)) {
        put(out, "%s  waktu: %u menit\n", indent, 5 * (1 + random_below(random, 12)));
    }
}

static void
put_branches(GString *out, Random *random, const char *indent)
{
    guint which = random_below(random, G_N_ELEMENTS(decisions));
    put(out, "%s- oleh: %s\n%s  teks: %s\n%s  cabang:\n", indent, PICK(random, officers),
        indent, decisions[which], indent);
    put(out, "%s    - jika: %s\n", indent, yes_texts[which]);
    if (random_percent(random, 60)) {
        g_autofree char *deeper = g_strconcat(indent, "        ", NULL);
        put(out, "%s      langkah:\n", indent);
        put_step(out, random, deeper, PICK(random, officers), PICK(random, officer_steps));
    } else {
        put(out, "%s      maka: permohonan diproses lebih lanjut\n", indent);
    }
    put(out, "%s    - jika: %s\n%s      maka: %s\n", indent, no_texts[which], indent,
        PICK(random, no_outcomes));
    if (random_percent(random, 50))
        put(out, "%s      kembali: 1\n", indent);
    else
        put(out, "%s      selesai: ya\n", indent);
}

static void
put_steps(GString *out, Random *random, const char *indent)
{
    g_autofree char *items = g_strconcat(indent, "  ", NULL);
    const char *citizen = PICK(random, citizens);
    guint n = 5 + random_below(random, 4), start = random_below(random, 10);
    gint decision = random_percent(random, 35) ? (gint)random_below(random, n) : -1;
    put(out, "%sprosedur:\n", indent);
    put_step(out, random, items, citizen, citizen_steps[random_below(random, 3)]);
    for (guint i = 0; i < n; i++) {
        if ((gint)i == decision)
            put_branches(out, random, items);
        put_step(out, random, items, PICK(random, officers),
                 officer_steps[(start + i) % G_N_ELEMENTS(officer_steps)]);
    }
    put_step(out, random, items, citizen, citizen_steps[3 + random_below(random, 3)]);
    if (random_percent(random, 10))
        put(out, "%s- bila: diperlukan\n%s  teks: Peninjauan lapangan oleh tim teknis\n", items,
            items);
}

/* ---- complaints ---- */

static void
put_complaints(GString *out, Random *random, const char *domain)
{
    guint number = random_below(random, 9000000);
    put(out, "pengaduan:\n  kanal:\n");
    put(out, "    - \"WhatsApp: 0812%07u\"\n", 1000000 + number);
    put(out, "    - \"Telepon: (0%u) %u\"\n", 321 + random_below(random, 20) * 2,
        420000 + number % 79999);
    put(out, "    - \"Email: pengaduan@%s\"\n", domain);
    if (random_percent(random, 60))
        put(out, "    - \"Instagram: @%.*s\"\n", (int)strcspn(domain, "."), domain);
    if (random_percent(random, 60))
        put(out, "    - \"SP4N-LAPOR!: www.lapor.go.id\"\n");
    if (random_percent(random, 40))
        put(out, "    - jenis: kotak_saran\n      nilai: Ruang pelayanan lantai 1\n");
    if (random_percent(random, 40))
        put(out,
            "    - jenis: datang\n      nilai: Loket pengaduan %s Nomor %u\n"
            "      jam: Senin–Jumat 08.00–15.00\n",
            PICK(random, streets), 1 + random_below(random, 200));
    put(out, "  alur:\n");
    put_step(out, random, "    ", "Pelapor",
             "menyampaikan pengaduan melalui kanal yang tersedia");
    put_step(out, random, "    ", "Petugas pengaduan", "mencatat dan meneruskan pengaduan");
    put_step(out, random, "    ", "Kepala Bidang", "menindaklanjuti dan menjawab pengaduan");
    put(out,
        "  batas_waktu:\n    - untuk: Pengaduan ringan\n      waktu: paling lama %u hari "
        "kerja\n    - untuk: Pengaduan berat\n      waktu: paling lama %u hari kerja\n",
        3 + random_below(random, 3), 14 + random_below(random, 47));
    put(out,
        "  petugas:\n    nama: %s\n    jabatan: Kepala Subbagian Umum\n    kontak: "
        "\"0813%07u\"\n",
        PICK(random, people), 1000000 + number / 2);
}

/* ---- components 7 to 14 ---- */

static void
put_components(GString *out, Random *random, const char *indent)
{
    static const struct {
        const char *key;
        const char *const *rows;
        guint n_rows, n;
    } parts[] = {
        {"kompetensi_pelaksana", skills, G_N_ELEMENTS(skills), 3},
        {"pengawasan_internal", supervisions, G_N_ELEMENTS(supervisions), 2},
        {"jaminan_pelayanan", guarantees, G_N_ELEMENTS(guarantees), 2},
        {"jaminan_keamanan", safeties, G_N_ELEMENTS(safeties), 2},
        {"evaluasi_kinerja", evaluations, G_N_ELEMENTS(evaluations), 2},
    };
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        guint start = random_below(random, parts[i].n_rows);
        put(out, "%s%s:\n", indent, parts[i].key);
        for (guint k = 0; k < parts[i].n; k++)
            put(out, "%s  - %s\n", indent, parts[i].rows[(start + k) % parts[i].n_rows]);
    }
}

/* ---- one service ---- */

char *
charter_title(const Place *place, guint k)
{
    guint object = k / 2 % N_OBJECTS;
    guint which = (place->agency % AGENCIES_PER_REGION + object) % G_N_ELEMENTS(service_verbs);
    const char *verb = k % 2 == 0 ? service_verbs[which] : second_verbs[which];
    return g_strdup_printf("%s %s", verb, place->words->objects[object]);
}

static void
put_head(GString *out, Random *random, const Place *place, guint k, const char *title)
{
    guint object = k / 2;
    put(out, "judul: %s\n", title);
    put(out, "ringkasan: %s untuk warga %s yang diurus di %s dengan syarat yang ditetapkan.\n",
        title, place->region, place->words->name);
    if (random_percent(random, 88)) {
        put(out, "sk:\n  nomor: 065/%u/424.%03u/%u\n  tanggal: ", 1 + random_below(random, 900),
            50 + random_below(random, 90), 2021 + random_below(random, 5));
        put_date(out, random, 2021, 5);
        put(out, "\n  tentang: Penetapan Standar Pelayanan pada %s %s\n", place->words->name,
            place->region);
    }
    if (random_percent(random, 2))
        put(out, "status: %s\n", random_percent(random, 50) ? "nonaktif" : "dicabut");
    if (random_percent(random, 70)) {
        put(out, "berlaku_sejak: ");
        put_date(out, random, 2022, 3);
        put(out, "\n");
    }
    if (random_percent(random, 85)) {
        put(out, "ditinjau: ");
        put_date(out, random, 2025, 1);
        put(out, "\n");
    }
    put(out, "keperluan: [%s]\n", place->words->topics[object % 2]);
    if (place->words->event != NULL && object % 3 == 0)
        put(out, "peristiwa: [%s]\n", place->words->event);
    put(out, "kata_kunci: [%s, urus %s]\n", place->words->objects[object],
        place->words->objects[object]);
    if (k % 4 == 0) {
        g_autofree char *similar = charter_slug(title);
        put(out, "layanan_serupa: %s\n", similar);
    }
    put(out, "kelompok: %s\n", k % 2 == 0 ? "Pelayanan utama" : "Pelayanan lanjutan");
}

static void
put_access(GString *out, Random *random, const Place *place)
{
    if (random_percent(random, 45))
        put(out,
            "cara_akses:\n  - jenis: datang\n    tempat: Loket %u %s\n  - jenis: daring\n"
            "    tempat: Aplikasi layanan mandiri\n    tautan: https://layanan.%s/ajukan\n",
            1 + random_below(random, 9), place->words->name, place->domain);
}

static void
put_variants(GString *out, Random *random)
{
    if (!random_percent(random, 6))
        return;
    put(out, "varian:\n  - nama: Baru\n");
    put_requirements(out, random, "    ");
    put_time(out, random, "    ");
    put(out, "  - nama: Hilang atau rusak\n    biaya: ");
    put_rupiah(out, random);
    put(out, "\n");
    put_time(out, random, "    ");
}

void
charter_put_service(GString *out, const Place *place, guint k, const char *title)
{
    Random random = {((guint64)place->agency << 8) + k + 1};
    put(out, "---\n");
    put_head(out, &random, place, k, title);
    put_access(out, &random, place);
    put_requirements(out, &random, "");
    put_steps(out, &random, "");
    if (random_percent(&random, 97))
        put_time(out, &random, "");
    put_fee(out, &random);
    put(out, "produk:\n  - %s\n", place->words->objects[k / 2]);
    if (random_percent(&random, 30))
        put(out, "  - Salinan berita acara pelayanan\n");
    if (random_percent(&random, 35))
        put_complaints(out, &random, place->domain);
    PUT_LIST(out, &random, "dasar_hukum", laws, 4 + random_below(&random, 4));
    PUT_LIST(out, &random, "sarana", facilities, 4 + random_below(&random, 4));
    put(out, "jumlah_pelaksana: %u orang\n", 2 + random_below(&random, 12));
    if (random_percent(&random, 80))
        put_components(out, &random, "");
    put_variants(out, &random);
    if (random_percent(&random, 1))
        put(out, "alamat_lama: [lama/%s/%u.html]\n", place->region_slug,
            place->agency * SERVICES_PER_AGENCY + k);
    put(out, "---\n");
    if (random_percent(&random, 50)) {
        put(out, "\n%s\n\n## Catatan\n\n", PICK(&random, remarks));
        put(out, "1. %s.\n2. %s.\n", PICK(&random, guarantees), PICK(&random, safeties));
    }
}

/* ---- one agency ---- */

void
charter_put_agency(GString *out, const Place *place)
{
    Random random = {~(guint64)place->agency};
    put(out, "nama: %s\ninstansi_induk: Pemerintah %s\n", place->words->name, place->region);
    put(out, "alamat: %s Nomor %u\nkode_pos: \"6%04u\"\ntelepon: \"0343%06u\"\n",
        PICK(&random, streets), 1 + random_below(&random, 200), random_below(&random, 9999),
        420000 + random_below(&random, 9999));
    put(out, "email: kontak@%s\nsitus_web: https://%s/\n", place->domain, place->domain);
    put(out, "kepala:\n  jabatan: Kepala\n  nama: %s\n  pangkat: Pembina Tingkat I\n",
        PICK(&random, people));
    put(out,
        "visi: Terwujudnya pelayanan publik yang mudah, cepat, dan terbuka bagi warga %s\n",
        place->region);
    PUT_LIST(out, &random, "misi", evaluations, 3);
    put(out, "moto: Melayani dengan hati\n");
    put(out,
        "jam_layanan:\n  - hari: Senin–Kamis\n    jam: 07.30–16.00\n    istirahat: "
        "12.00–13.00\n  - hari: Jumat\n    jam: 07.30–16.30\n    istirahat: 11.30–13.00\n");
    put_complaints(out, &random, place->domain);
    put(out, "bawaan:\n");
    put_components(out, &random, "  ");
    put(out,
        "maklumat:\n  teks: Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan "
        "sesuai standar pelayanan yang telah ditetapkan, memberikan pelayanan sesuai dengan "
        "kewajiban dan akan melakukan perbaikan secara terus-menerus, serta bersedia "
        "menerima sanksi dan memberikan kompensasi apabila pelayanan yang diberikan tidak "
        "sesuai standar.\n  tempat: %s\n  tanggal: 2025-01-02\n",
        place->region + strcspn(place->region, " ") + 1);
    put(out,
        "skm:\n  nilai: \"8%u,%02u\"\n  periode: Semester I 2025\n  responden: %u\n  unsur:\n"
        "    persyaratan: \"3,%u\"\n    prosedur: \"3,%u\"\n    waktu: \"3,%u\"\n    biaya: "
        "\"3,%u\"\n",
        random_below(&random, 9), random_below(&random, 99), 50 + random_below(&random, 400),
        20 + random_below(&random, 70), 20 + random_below(&random, 70),
        20 + random_below(&random, 70), 20 + random_below(&random, 70));
}
