/*
 * What the checker says, and above all what it does not say: each row changes one key of a complete charter.
 *
 * The fixtures of tests/diag hold one positive case for each code; here are the borders of the rules.
 */
#include "audit/audit.h"
#include "audit/outcomes.h"
#include <string.h>

#define HEAD    "---\njudul: Akta\nsk: 1/2024\nberlaku_sejak: 2024-01-16\nditinjau: 2026-01-16\n"
#define NEEDS   "persyaratan: KTP\n"
#define STEPS   "prosedur: {oleh: Pemohon, teks: menyerahkan berkas}\n"
#define TIME    "waktu: 5 hari kerja\n"
#define FEE     "biaya: gratis\n"
#define PRODUCT "produk: Akta\n"
#define END     "---\n"
#define COMPLAINT(channel)                                                                     \
    "pengaduan:\n  kanal:\n    - " channel "\n  alur: Dijawab petugas\n  batas_waktu: 5 hari " \
    "kerja\n  petugas: Umum\n"

typedef struct Case {
    const char *text, *expected; /* "line:col+width tag value", joined by new lines */
} Case;

typedef struct Fixture {
    Scan *scan;
    SiteData *site;
} Fixture;

static char *
judge(const Fixture *fixture, const char *text, Date today)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Loaded) loaded = load_text(
        fixture->scan, fixture->site,
        &(LooseText){&fixture->scan->agencies[0], NULL, "x.md", g_strdup(text), strlen(text)},
        diags, NULL);
    audit_services(loaded, today, diags);
    diag_list_sort(diags);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        g_string_append_printf(out, "%s%u:%u+%u %s%s%s", i > 0 ? "\n" : "", diag->line,
                               diag->col, diag->width, diag_info(diag->code)->tag,
                               diag->args[0] ? " " : "", diag->args[0] ? diag->args[0] : "");
    }
    return g_string_free(out, FALSE);
}

static void
check(const Fixture *fixture, const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *found = judge(fixture, cases[i].text, (Date){2026, 11, 22});
        if (strcmp(found, cases[i].expected) != 0)
            g_test_fail_printf("%s\n-> %s\nnot %s", cases[i].text, found, cases[i].expected);
    }
}

static const Case times[] = {
    {HEAD NEEDS STEPS TIME FEE PRODUCT END, ""},
    {HEAD NEEDS STEPS "waktu: 15 menit\n" FEE PRODUCT END, ""},
    {HEAD NEEDS STEPS "waktu: selesai di tempat\n" FEE PRODUCT END, ""},
    {HEAD NEEDS STEPS "waktu: 7 (tujuh) hari kalender\n" FEE PRODUCT END, ""},
    {HEAD NEEDS STEPS "waktu: paling lama 2 minggu sejak berkas lengkap\n" FEE PRODUCT END, ""},
    {HEAD NEEDS STEPS "waktu: 1-2 hari\n" FEE PRODUCT END, "8:8+8 duration-ambiguous 1-2 hari"},
    {HEAD NEEDS STEPS "waktu: tidak dibatasi\n" FEE PRODUCT END,
     "8:8+14 duration-open tidak dibatasi"},
    {HEAD NEEDS STEPS "waktu: 14 (empat) hari kerja\n" FEE PRODUCT END,
     "8:8+10 number-words 14 (empat)"},
    {HEAD NEEDS STEPS "waktu:\n  - {untuk: baru, waktu: 5 hari}\n  - {untuk: ulang, waktu: 1 "
                      "jam}\n" FEE PRODUCT END,
     "9:26+6 duration-ambiguous 5 hari"},
    /* Steps: only where each has one time in the unit of the promise. */
    {HEAD NEEDS "prosedur:\n  - {oleh: Pemohon, teks: datang, waktu: 3 hari kerja}\n  - {teks: "
                "Diperiksa, waktu: 3 hari kerja}\n" TIME FEE PRODUCT END,
     "10:8+12 duration-steps 6 hari kerja"},
    {HEAD NEEDS "prosedur:\n  - {oleh: Pemohon, teks: datang, waktu: 2 hari kerja}\n  - {teks: "
                "Diperiksa, waktu: 3 hari kerja}\n" TIME FEE PRODUCT END,
     ""},
    {HEAD NEEDS "prosedur:\n  - {oleh: Pemohon, teks: datang, waktu: 9 jam}\n  - {teks: "
                "Diperiksa, waktu: 9 hari kerja}\n" TIME FEE PRODUCT END,
     ""},
    {HEAD NEEDS "prosedur:\n  - {oleh: Pemohon, teks: datang}\n  - {teks: Diperiksa, waktu: 9 "
                "hari kerja}\n" TIME FEE PRODUCT END,
     ""},
    {HEAD NEEDS "prosedur:\n  - {oleh: Pemohon, teks: datang, waktu: 2-9 hari kerja}\n  - "
                "{teks: Diperiksa, waktu: 3 hari kerja}\n" TIME FEE PRODUCT END,
     ""},
};

static const Case fees[] = {
    {HEAD NEEDS STEPS TIME "biaya: Rp. 50.000 per sertipikat\n" PRODUCT END, ""},
    {HEAD NEEDS STEPS TIME "biaya: Tidak dipungut biaya (gratis)\n" PRODUCT END, ""},
    {HEAD NEEDS STEPS TIME "biaya: {jenis: gratis, catatan: meterai}\n" PRODUCT END, ""},
    {HEAD NEEDS STEPS TIME "biaya: {jenis: gratis, jumlah: Rp0}\n" PRODUCT END, ""},
    {HEAD NEEDS STEPS TIME "biaya: {jenis: rumus, rumus: luas × tarif}\n" PRODUCT END, ""},
    {HEAD NEEDS STEPS TIME "biaya: {jenis: rumus}\n" PRODUCT END, "9:8+1 fee-amount-missing"},
    {HEAD NEEDS STEPS TIME "biaya: {jenis: tetap}\n" PRODUCT END, "9:8+1 fee-amount-missing"},
    {HEAD NEEDS STEPS TIME "biaya: {tarif: [{untuk: A, jumlah: Rp5.000}, {untuk: B, jumlah: Rp "
                           "7}]}\n" PRODUCT END,
     "9:65+4 fee-thousands Rp 7"},
    {HEAD NEEDS STEPS TIME "biaya: {jenis: sesuai_peraturan, dasar: [{teks: Perda 1, tautan: "
                           "https://contoh.go.id/perda}]}\n" PRODUCT END,
     ""},
    {HEAD NEEDS STEPS TIME "biaya: {jenis: sesuai_peraturan, dasar: Perda 1}\n" PRODUCT END,
     "9:8+1 fee-no-price"},
};

static const Case channels[] = {
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("SP4N-LAPOR!: www.lapor.go.id") END, ""},
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("Kotak saran") END, ""},
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("Tatap muka langsung di loket 3") END, ""},
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("\"Instagram: @dinsos\"") END, ""},
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("Call center: 112") END, ""},
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("{jenis: telepon}") END,
     "13:7+1 channel-empty Telepon"},
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("WhatsApp: 08xxxxxxxxxx") END,
     "13:19+10 placeholder xxxxxxxxxx"},
    {HEAD NEEDS STEPS TIME FEE PRODUCT COMPLAINT("Telepon: 24795/23626") END,
     "13:16+11 channel-two-phones 24795/23626"},
};

static const Case words[] = {
    {HEAD "persyaratan: [KTP (asli), a.n. sendiri, No. 1]\n" STEPS TIME FEE PRODUCT END, ""},
    {HEAD "persyaratan: \"1) KTP a) asli b) salinan\"\n" STEPS TIME FEE PRODUCT END,
     "6:15+2 item-numbered 1)"},
    {HEAD "persyaratan: [\"KTP, KK,akta\", \"biaya 50,000\", \"a,b@c.id\"]\n" STEPS TIME FEE
         PRODUCT END,
     "6:21+7 comma-space KK,akta"},
    {HEAD "persyaratan: 3 (tiga) lembar foto 4x6\n" STEPS TIME FEE PRODUCT END, ""},
    {HEAD "persyaratan: 3 (asli) lembar\n" STEPS TIME FEE PRODUCT END, ""},
    {HEAD "persyaratan: Pengantar RT ...\n" STEPS TIME FEE PRODUCT END, ""},
    {HEAD "persyaratan: Pengantar RT .....\n" STEPS TIME FEE PRODUCT END,
     "6:27+5 placeholder ....."},
    {HEAD "persyaratan: Nomor SK pensiun\n" STEPS TIME FEE PRODUCT END, ""},
    {HEAD "persyaratan: Nomor SK\n" STEPS TIME FEE PRODUCT END, "6:14+8 placeholder Nomor SK"},
    {HEAD "persyaratan: [Lapor diri, Surat pelapor]\n" STEPS TIME FEE PRODUCT END, ""},
    /* The place inside a folded text. */
    {HEAD "persyaratan:\n  - Surat pengantar dari ketua RT\n    lewat SPAN LAPOR kepada "
          "lurah\n" STEPS TIME FEE PRODUCT END,
     "8:11+10 lapor-misnamed SPAN LAPOR"},
    /* The second of two places. */
    {HEAD "persyaratan: KTP (asli) dan KK (asli\n" STEPS TIME FEE PRODUCT END,
     "6:32+1 bracket-open ("},
    {HEAD "kata_kunci: [akta, Akta, lahir]\n" NEEDS STEPS TIME FEE PRODUCT END,
     "6:20+4 item-twice 6"},
    {HEAD "persyaratan: [{teks: KTP, untuk: anak}, {teks: KTP, untuk: ibu}]\n" STEPS TIME FEE
         PRODUCT END,
     ""},
};

static const Case steps[] = {
    {HEAD NEEDS "prosedur: [Pemohon datang, Petugas Loket Menerima]\n" TIME FEE PRODUCT END,
     "7:1+1 step-not-citizen"},
    {HEAD NEEDS
     "prosedur: [{oleh: Warga, teks: datang}, Kepala Dinas Sosial]\n" TIME FEE PRODUCT END,
     "7:41+19 step-actor-only Kepala Dinas Sosial"},
    {HEAD NEEDS
     "prosedur: [{oleh: Warga, teks: datang}, Kepala Dinas Menandatangani]\n" TIME FEE PRODUCT
         END,
     ""},
    {HEAD NEEDS "prosedur: {oleh: Warga, teks: datang, cabang: [{jika: tidak lengkap, maka: "
                "kembali}]}\n" TIME FEE PRODUCT END,
     ""},
    {HEAD NEEDS "varian: [{nama: Baru, prosedur: {oleh: Warga, teks: datang}}, {nama: Ulang, "
                "prosedur: {oleh: Warga, teks: menelepon}}]\n" TIME FEE PRODUCT END,
     ""},
    {HEAD NEEDS "varian: [{nama: Baru, prosedur: {oleh: Warga, teks: datang}}, {nama: "
                "Ulang}]\n" TIME FEE PRODUCT END,
     "2:1+1 component-missing 2"},
};

static const Case standing[] = {
    {"---\njudul: Akta\nsk:\n" NEEDS STEPS TIME FEE PRODUCT END,
     "2:1+1 sk-missing\n2:1+1 effective-missing\n2:1+1 review-missing"},
    {"---\njudul: Akta\nstatus: dicabut\n---\n", ""},
    {"---\n@\n---\n", "2:1+1 yaml-key-line\n2:1+1 key-required judul"},
    {HEAD NEEDS STEPS TIME FEE "produk: \"-\"\nsarana: []\n" END,
     "10:1+1 component-empty 5\n11:1+1 component-empty 8"},
    {HEAD NEEDS STEPS TIME FEE "produk: @a\n" END, "10:9+2 yaml-start produk: \"@a\""},
};

#define TEST(name)                              \
    static void test_##name(gconstpointer data) \
    {                                           \
        check(data, name, G_N_ELEMENTS(name));  \
    }
TEST(times)
TEST(fees)
TEST(channels)
TEST(words)
TEST(steps)
TEST(standing)

/* Age is counted in whole months, and only against a given date. */
static void
test_review(gconstpointer data)
{
    static const struct {
        const char *reviewed;
        Date today;
        const char *expected;
    } cases[] = {
        {"2025-11-22", {2026, 11, 22}, ""},
        {"2025-11-21", {2026, 11, 22}, "5:11+10 review-year 12"},
        {"2024-02-29", {2025, 2, 28}, ""},
        {"2024-02-29", {2025, 3, 1}, "5:11+10 review-year 12"},
        {"2023-11-22", {2026, 11, 22}, "5:11+10 review-year 36"},
        {"2023-11-21", {2026, 11, 22}, "5:11+10 review-overdue 36"},
        {"2026-11-23", {2026, 11, 22}, "5:11+10 date-future 2026-11-23"},
        {"2010-01-01", {0, 0, 0}, ""},
        {"2099-01-01", {0, 0, 0}, ""},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text =
            g_strconcat("---\njudul: Akta\nsk: 1/2024\nberlaku_sejak: 2024-01-16\nditinjau: ",
                        cases[i].reviewed, "\n" NEEDS STEPS TIME FEE PRODUCT END, NULL);
        g_autofree char *found = judge(data, text, cases[i].today);
        g_assert_cmpstr(found, ==, cases[i].expected);
    }
}

/* Krejcie and Morgan (1970), table 1. */
static void
test_sample_size(void)
{
    static const gint64 rows[][2] = {{0, 0},      {10, 10},     {15, 14},      {100, 80},
                                     {150, 108},  {1000, 278},  {1300, 297},   {3500, 346},
                                     {10000, 370}, {75000, 382}, {1000000, 384}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(outcomes_sample_size(rows[i][0]), ==, rows[i][1]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Scan) scan = scan_new("tests/diag/_site/content", 1, diags, NULL);
    g_assert_nonnull(scan);
    g_autoptr(SiteData) site = site_load(scan, diags, NULL);
    Fixture fixture = {scan, site};
    g_test_add_func("/audit/sample-size", test_sample_size);
    g_test_add_data_func("/audit/times", &fixture, test_times);
    g_test_add_data_func("/audit/fees", &fixture, test_fees);
    g_test_add_data_func("/audit/channels", &fixture, test_channels);
    g_test_add_data_func("/audit/words", &fixture, test_words);
    g_test_add_data_func("/audit/steps", &fixture, test_steps);
    g_test_add_data_func("/audit/standing", &fixture, test_standing);
    g_test_add_data_func("/audit/review", &fixture, test_review);
    return g_test_run();
}
