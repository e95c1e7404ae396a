/*
 * A folder of files becomes agencies: inheritance, numbers, variants, translations, calendars, origins.
 *
 * Each test writes a small content folder and asserts a dump of what was made of it, and every finding.
 */
#include "base/suggest.h"
#include "support/content-files.h"
#include "support/hours-open.h"
#include "model/load.h"
#include <string.h>

static const char *
words(const Text *text)
{
    return text->str == NULL ? "(none)" : text->str;
}

static void
append_items(GString *out, const char *name, const ItemList *list)
{
    g_string_append_printf(out, " %s:", name);
    for (guint i = 0; i < list->n; i++) {
        const Item *item = &list->items[i];
        g_string_append_printf(out, " [%s",
                               words(item->kelompok.str ? &item->kelompok : &item->teks));
        for (guint k = 0; k < item->butir.n; k++)
            g_string_append_printf(out, " /%s", words(&item->butir.items[k].teks));
        g_string_append_c(out, ']');
    }
}

static void append_branches(GString *out, const BranchList *branches);

static void
append_steps(GString *out, const StepList *steps)
{
    for (guint i = 0; i < steps->n; i++) {
        const Step *step = &steps->items[i];
        g_string_append_printf(out, " %u%s%s", step->nomor, step->anda ? "!" : "",
                               step->selesai ? "." : "");
        if (step->kembali > 0)
            g_string_append_printf(out, "<%d", (int)step->kembali);
        append_branches(out, &step->cabang);
    }
}

static void
append_branches(GString *out, const BranchList *branches)
{
    for (guint i = 0; i < branches->n; i++) {
        g_string_append(out, " (");
        append_steps(out, &branches->items[i].langkah);
        append_branches(out, &branches->items[i].cabang);
        g_string_append(out, " )");
    }
}

static void
append_requirements(GString *out, const RequirementList *list)
{
    for (guint i = 0; i < list->n; i++) {
        g_string_append_printf(out, " %u", list->items[i].nomor);
        append_requirements(out, &list->items[i].butir);
    }
}

static void
append_service(GString *out, const Service *service)
{
    static const char states[] = {'-', '0', '+', '^'};
    g_string_append_printf(out, "%s%s%s \"%s\" ", service->path, service->lang ? "." : "",
                           service->lang ? service->lang : "", words(&service->judul));
    for (guint c = 1; c <= N_COMPONENTS; c++)
        g_string_append_c(out, states[service->component[c]]);
    g_string_append_printf(out, "\n  syarat %u:", service->n_persyaratan);
    append_requirements(out, &service->persyaratan);
    g_string_append_printf(out, "\n  langkah %u:", service->n_langkah);
    append_steps(out, &service->prosedur);
    g_string_append(out, "\n ");
    append_items(out, "hukum", &service->dasar_hukum);
    append_items(out, "sarana", &service->sarana);
    g_string_append_printf(out, " kanal %u", service->pengaduan.kanal.n);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < service->translations.n; i++)
        append_service(out, &service->translations.items[i]);
}

/* Loads the only agency and dumps it with every finding of the whole folder. */
static char *
load_shown(const File *files)
{
    char *root = write_files(files);
    GString *out = g_string_new(NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autofree char *content = g_build_filename(root, "content", NULL);
    g_autoptr(Scan) scan = scan_new(content, 1, diags, NULL);
    g_assert_nonnull(scan);
    g_autoptr(SiteData) site = site_load(scan, diags, NULL);
    for (guint i = 0; i < scan->n_agencies; i++) {
        g_autoptr(Loaded) loaded = load_agency(scan, site, &scan->agencies[i], diags, NULL);
        const Agency *agency = loaded->agency;
        g_string_append_printf(out, "%s \"%s\"%s%s\n", agency->path, words(&agency->nama),
                               agency->region ? " di " : "",
                               agency->region ? words(&agency->region->nama) : "");
        for (guint k = 0; k < agency->services.n; k++)
            append_service(out, &agency->services.items[k]);
        for (guint k = 0; k < agency->n_files; k++)
            g_string_append_printf(out, "berkas %s\n", agency->files[k]);
    }
    append_findings(out, diags);
    remove_files(root, files);
    return g_string_free(out, FALSE);
}

static void
assert_loads(const File *files, const char *expected)
{
    g_autofree char *shown = load_shown(files);
    g_assert_cmpstr(shown, ==, expected);
}

#define SITE "nama: Situs\nbahasa: [id, en]\n"

static void
test_inheritance(void)
{
    static const File files[] = {
        {"content/situs.yaml", SITE},
        {"content/kab/wilayah.yaml", "nama: Kabupaten X\n"},
        {"content/kab/dinas/instansi.yaml",
         "nama: Dinas\npengaduan: {kanal: [\"Email: a@b.id\"]}\nbawaan:\n  dasar_hukum: UU "
         "25/2009\n  sarana:\n    - {kelompok: Ruang, butir: [AC, Kursi]}\n"},
        {"content/kab/dinas/a.md", "---\njudul: A\nsarana: Loket\n---\n"},
        {"content/kab/dinas/b.yaml", "judul: B\nsarana:\npengaduan:\n"},
        {"content/kab/dinas/upt/instansi.yaml", "nama: UPT\n"},
        {"content/kab/dinas/upt/c.md", "---\njudul: C\n---\n"},
        {NULL, NULL},
    };
    assert_loads(files, "kab/dinas \"Dinas\" di Kabupaten X\n"
                        "kab/dinas/a \"A\" -----^^+------\n  syarat 0:\n  langkah 0:\n "
                        " hukum: [UU 25/2009] sarana: [Loket] kanal 1\n"
                        "kab/dinas/b \"B\" -----0^0------\n  syarat 0:\n  langkah 0:\n "
                        " hukum: [UU 25/2009] sarana: kanal 0\n"
                        "kab/dinas/upt \"UPT\" di Kabupaten X\n"
                        "kab/dinas/upt/c \"C\" --------------\n  syarat 0:\n  langkah 0:\n "
                        " hukum: sarana: kanal 0\n");
}

static void
test_numbers(void)
{
    static const File files[] = {
        {"content/situs.yaml", SITE},
        {"content/instansi.yaml", "nama: Dinas\nsebutan_pemohon: Peternak\n"},
        {"content/a.md",
         "---\njudul: A\npersyaratan:\n  - KTP\n  - kelompok: Umum\n    butir: [KK, Akta]\n"
         "  - teks: Foto\n    rincian: [depan, samping]\nprosedur:\n"
         "  - {oleh: pemohon layanan, teks: datang}\n"
         "  - teks: Diperiksa\n    cabang:\n"
         "      - {jika: lengkap, langkah: [{oleh: Peternak, teks: bayar}, {teks: Cetak, "
         "selesai: ya}]}\n"
         "      - {jika: tidak, maka: ditolak, kembali: 1}\n"
         "  - {teks: Ulang, kembali: 2}\n---\n"},
        {NULL, NULL},
    };
    assert_loads(files, " \"Dinas\"\na \"A\" ++------------\n  syarat 4: 1 0 2 3 4\n"
                        "  langkah 5: 1! 2 ( 3! 4. ) ( ) 5<2\n  hukum: sarana: kanal 0\n");
}

static void
test_variants(void)
{
    static const File files[] = {
        {"content/situs.yaml", SITE},
        {"content/instansi.yaml", "nama: Dinas\n"},
        {"content/a.md",
         "---\njudul: A\nvarian:\n  - {nama: Baru, waktu: 1 jam, biaya: gratis}\n"
         "  - {nama: Hilang, waktu: 2 jam}\n---\n"},
        {NULL, NULL},
    };
    assert_loads(files, " \"Dinas\"\na \"A\" --+-----------\n  syarat 0:\n  langkah 0:\n"
                        "  hukum: sarana: kanal 0\n");
}

static void
test_translations(void)
{
    static const File files[] = {
        {"content/situs.yaml", SITE},
        {"content/instansi.yaml", "nama: Dinas\nbawaan: {sarana: Loket}\n"},
        {"content/a.md", "---\njudul: A\npersyaratan: [KTP, KK]\ndasar_hukum: UU\n---\n"},
        {"content/a.en.md",
         "---\njudul: A in English\npersyaratan: [ID card, Family card]\n---\n"},
        {"content/b.md", "---\njudul: B\npersyaratan: [KTP, KK]\n---\n"},
        {"content/b.en.md", "---\npersyaratan: [ID card]\nsk: 1\n---\n"},
        {NULL, NULL},
    };
    g_autofree char *shown = load_shown(files);
    g_assert_nonnull(strstr(shown, "a.en.en \"A in English\""));
    g_assert_nonnull(strstr(shown, "b.en.en \"B\""));
    g_assert_nonnull(strstr(shown, "b.en.md:2:15 translation-count\nb.en.md:3:1 "
                                   "key-not-translated\n"));
}

static void
test_files(void)
{
    static const File files[] = {
        {"content/situs.yaml", SITE},
        {"seeds/naskah.txt", "Naskah\n"},
        {"content/kab/umum.pdf", "x"},
        {"content/kab/a/instansi.yaml", "nama: A\nlogo: logo.svg\n"},
        {"content/kab/a/logo.svg", "<svg/>"},
        {"content/kab/a/form.pdf", "x"},
        {"content/kab/a/s.md",
         "---\njudul: S\npersyaratan: [{teks: F, tautan: form.pdf}, {teks: "
         "U, tautan: ../umum.pdf}, {teks: Z, tautan: ../b/milik.pdf}]\n"
         "sumber: {tautan: /seeds/naskah.txt}\n---\n[lihat](form.pdf)\n"},
        {"content/kab/b/instansi.yaml", "nama: B\n"},
        {"content/kab/b/milik.pdf", "x"},
        {NULL, NULL},
    };
    g_autofree char *shown = load_shown(files);
    g_assert_nonnull(strstr(shown, "berkas kab/a/form.pdf\nberkas kab/a/logo.svg\nberkas "
                                   "kab/umum.pdf\n"));
    g_assert_nonnull(strstr(shown, "s.md:3:94 link-foreign\n"));
    g_assert_null(strstr(shown, "origin-missing"));
}

/* The holidays of the folders above, the agency's own hours and closures. */
static void
test_calendar(void)
{
    static const File files[] = {
        {"content/situs.yaml", SITE},
        {"content/libur-2026.yaml", "libur:\n  - {tanggal: 2026-12-25, nama: Natal}\n  - "
                                    "{tanggal: 2026-12-25, nama: Lagi}\n"},
        {"content/kab/libur-2026.yaml",
         "libur: [{tanggal: 2026-09-18, nama: Hari Jadi, jenis: daerah}]\n"},
        {"content/kab/a/instansi.yaml",
         "nama: A\nhari_tutup: [2026-12-28, 2026-12-24]\njam_layanan: [{hari: Senin–Jumat, "
         "jam: "
         "08.00–15.00}]\njam_khusus: [{dari: 2026-02-18, sampai: 2026-03-19, nama: Ramadan, "
         "jam_layanan: [{hari: Senin–Jumat, jam: 08.00–14.00}]}]\n"},
        {"content/kab/a/s.md",
         "---\njudul: S\njam_layanan: [{hari: Sabtu, jam: 08.00–12.00}]\n---\n"},
        {NULL, NULL},
    };
    char *root = write_files(files);
    g_autofree char *content = g_build_filename(root, "content", NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Scan) scan = scan_new(content, 1, diags, NULL);
    g_autoptr(SiteData) site = site_load(scan, diags, NULL);
    g_autoptr(Loaded) loaded = load_agency(scan, site, &scan->agencies[0], diags, NULL);
    const Calendar *agency = loaded->agency->calendar;
    const Calendar *service = loaded->agency->services.items[0].calendar;
    const struct {
        const Calendar *calendar;
        Date date;
        gboolean works;
    } days[] = {
        {agency, {2026, 12, 25}, FALSE}, {agency, {2026, 9, 18}, FALSE},
        {agency, {2026, 12, 24}, FALSE}, {agency, {2026, 12, 28}, FALSE},
        {agency, {2026, 12, 29}, TRUE},  {agency, {2026, 11, 21}, FALSE},
        {service, {2026, 11, 21}, TRUE}, {service, {2026, 11, 20}, FALSE},
        {service, {2026, 12, 26}, TRUE},
    };
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    g_assert_cmpuint(agency->n_holidays, ==, 2);
    g_assert_cmpuint(agency->n_years, ==, 1);
    g_assert_true(calendar_covers(agency, date_to_day((Date){2026, 1, 1})));
    g_assert_false(calendar_covers(agency, date_to_day((Date){2027, 1, 1})));
    for (guint i = 0; i < G_N_ELEMENTS(days); i++)
        g_assert_cmpint(calendar_is_working_day(days[i].calendar, date_to_day(days[i].date)),
                        ==, days[i].works);
    g_assert_true(hours_is_open(calendar_hours(agency, date_to_day((Date){2026, 2, 17})),
                                SELASA, 14 * 60 + 30));
    g_assert_false(hours_is_open(calendar_hours(agency, date_to_day((Date){2026, 2, 18})), RABU,
                                 14 * 60 + 30));
    remove_files(root, files);
}

/* A mistake costs its own key; other files and keys are read all the same. */
static void
test_mistakes(void)
{
    static const File files[] = {
        {"content/situs.yaml", SITE},
        {"content/instansi.yaml", "nama: Dinas\ntelpon: 1\n"},
        {"content/a.md", "---\njudul: A\nprosedur: @x\npersyaratan: [KTP]\n---\n"},
        {"content/b.md", "judul: B\n"},
        {"content/c.md", "---\njudul: C\nditinjau: 31 Juni 2026\nstatus: tutup\n---\n"},
        {NULL, NULL},
    };
    assert_loads(files,
                 " \"Dinas\"\na \"A\" +-------------\n  syarat 1: 1\n  langkah 0:\n"
                 "  hukum: sarana: kanal 0\nc \"C\" --------------\n  syarat 0:\n  langkah "
                 "0:\n  hukum: sarana: kanal 0\n"
                 "a.md:3:11 yaml-start\nb.md:1:1 front-matter-missing\nc.md:3:11 "
                 "date-impossible\nc.md:4:9 choice-unknown\ninstansi.yaml:2:1 "
                 "key-unknown\n");
}

/*
 * As many topics as a list may hold, none known and each with one near; beside them missing files
 * in a folder with others. The first ones are told what is near, the rest is not compared at all.
 */
static void
test_many_near(void)
{
    enum { N = 2000 };
    g_autoptr(GString) topics = g_string_new(NULL), charter = g_string_new(NULL);
    g_string_append(charter, "---\njudul: A\nkeperluan:\n");
    for (guint i = 0; i < N; i++) {
        g_string_append_printf(topics, "- {slug: topik-%040u-satu, label: T}\n", i);
        g_string_append_printf(charter, "  - topik-%040u-satuan\n", i);
    }
    g_string_append(charter, "dasar_hukum:\n");
    for (guint i = 0; i < N; i++)
        g_string_append_printf(charter, "  - {teks: T, tautan: formulir-%u.pdf}\n", i);
    g_string_append(charter, "---\n");
    File files[] = {
        {"content/situs.yaml", SITE},
        {"content/keperluan.yaml", topics->str},
        {"content/dinas/instansi.yaml", "nama: Dinas\n"},
        {"content/dinas/a.md", charter->str},
        {"content/dinas/formulir-000.pdf", "x"},
        {NULL, NULL},
    };
    char *root = write_files(files);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autofree char *content = g_build_filename(root, "content", NULL);
    g_autoptr(Scan) scan = scan_new(content, 1, diags, NULL);
    g_autoptr(SiteData) site = site_load(scan, diags, NULL);
    g_autoptr(Loaded) loaded = load_agency(scan, site, &scan->agencies[0], diags, NULL);
    guint found[2] = {0}, told[2] = {0};
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        guint kind = diag->code == DIAG_LINK_MISSING;
        g_assert_cmpstr(diag_info(diag->code)->tag, ==,
                        kind ? "link-missing" : "topic-unknown");
        found[kind]++;
        told[kind] += diag->args[1] != NULL;
    }
    for (guint kind = 0; kind < 2; kind++) {
        g_assert_cmpuint(found[kind], ==, N);
        g_assert_cmpuint(told[kind], ==, SUGGEST_MAX_PER_FILE);
    }
    remove_files(root, files);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/load/inheritance", test_inheritance);
    g_test_add_func("/load/numbers", test_numbers);
    g_test_add_func("/load/variants", test_variants);
    g_test_add_func("/load/translations", test_translations);
    g_test_add_func("/load/files", test_files);
    g_test_add_func("/load/calendar", test_calendar);
    g_test_add_func("/load/mistakes", test_mistakes);
    g_test_add_func("/load/many-near", test_many_near);
    return g_test_run();
}
