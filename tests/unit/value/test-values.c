/*
 * What is written for a key and cannot hold: each row is a small content folder and every finding of it.
 */
#include "model/fields.h"
#include "model/load.h"
#include "support/content-files.h"

typedef struct Row {
    const char *name;
    File files[3]; /* laid over situs.yaml and instansi.yaml */
    const char *findings;
} Row;

#define SERVICE(keys)                                  \
    {                                                  \
        "content/a.md", "---\njudul: A\n" keys "---\n" \
    }
#define TRANSLATION(keys)                       \
    {                                           \
        "content/a.en.md", "---\n" keys "---\n" \
    }
#define AGENCY(keys)                                  \
    {                                                 \
        "content/instansi.yaml", "nama: Dinas\n" keys \
    }
#define SITE     "content/situs.yaml"
#define HOLIDAYS "content/libur-2026.yaml"

static const Row rows[] = {
    /* An empty choice is none. */
    {"choice of a variant's fee",
     {SERVICE("varian: [{nama: A, biaya: {jenis: \"\", jumlah: Rp 50.000}}]\n")},
     "biaya tetap\n"},
    {"variants without a fee",
     {SERVICE("varian: [{nama: A}, {nama: B, biaya: }, {nama: C, biaya: {jenis: }}]\n")},
     "biaya \nbiaya \nbiaya \n"},
    {"choice of a channel",
     {SERVICE("pengaduan: {kanal: [{jenis: , nilai: a@b.go.id}]}\n")},
     "kanal lainnya\n"},
    {"required choice",
     {SERVICE("cara_akses: [{jenis: , tempat: Loket}]\n")},
     "a.md:3:22 value-required\n"},
    {"unknown required choice",
     {SERVICE("cara_akses: [{jenis: darng, tempat: Loket}]\n")},
     "a.md:3:22 choice-unknown\n"},
    /* What is required holds something. */
    {"list", {{HOLIDAYS, "libur:\n"}}, "libur-2026.yaml:1:7 value-required\n"},
    {"list of none", {{HOLIDAYS, "libur: []\n"}}, "libur-2026.yaml:1:8 value-required\n"},
    {"list of nothing",
     {{HOLIDAYS, "libur:\n  -\n"}},
     "libur-2026.yaml:2:3 value-required\nlibur-2026.yaml:2:4 item-empty\n"},
    {"date",
     {{HOLIDAYS, "libur: [{tanggal: , nama: Natal}]\n"}},
     "tahun 2026\nlibur-2026.yaml:1:19 value-required\n"},
    {"date that there is not",
     {{HOLIDAYS, "libur: [{tanggal: 31 Juni 2026, nama: Natal}]\n"}},
     "tahun 2026\nlibur-2026.yaml:1:19 date-impossible\n"},
    {"hours of a period",
     {AGENCY("jam_khusus: [{dari: 2026-02-18, sampai: 2026-03-19, jam_layanan: }]\n")},
     "instansi.yaml:2:66 value-required\n"},
    /* A pair is a text behind a dash only. */
    {"pair in a list", {SERVICE("persyaratan:\n  - untk: KTP\n")}, ""},
    {"pair outside a list",
     {SERVICE("persyaratan:\n  untk: KTP\n")},
     "a.md:4:3 key-unknown\na.md:4:3 item-without-text\n"},
    {"pair outside a list of texts",
     {SERVICE("kata_kunci:\n  kunci: KTP\n")},
     "a.md:4:3 value-not-text\n"},
    {"pair of a channel",
     {SERVICE("pengaduan:\n  kanal:\n    WhatsApp: 0856-0796-6637\n")},
     "kanal whatsapp\n"},
    /* A refused text is reported once. */
    {"refused text",
     {SERVICE("persyaratan: [{teks: [a, b]}]\n")},
     "a.md:3:22 value-not-text\n"},
    {"refused text of a link",
     {SERVICE("dasar_hukum: [{teks: [a], tautan: \"https://a.go.id\"}]\n")},
     "a.md:3:22 value-not-text\n"},
    {"refused step", {SERVICE("prosedur: [{teks: {a: b}}]\n")}, "a.md:3:19 value-not-text\n"},
    {"refused outcome",
     {SERVICE("prosedur: [{teks: A, cabang: [{jika: b, maka: [c]}]}]\n")},
     "a.md:3:47 value-not-text\n"},
    /* A translation holds only what is translated. */
    {"actor translated",
     {SERVICE("prosedur: [{oleh: Pemohon, teks: datang}]\n"),
      TRANSLATION("prosedur: [{oleh: Applicant}]\n")},
     ""},
    {"class translated",
     {SERVICE("persyaratan: [{untuk: anak, teks: KTP}]\n"),
      TRANSLATION("persyaratan: [{untuk: child}]\n")},
     ""},
    {"heading translated",
     {SERVICE("persyaratan: [{kelompok: Umum, butir: [KTP]}]\n"),
      TRANSLATION("persyaratan: [{kelompok: General}]\n")},
     ""},
    {"heading for a text",
     {SERVICE("persyaratan: [KTP]\n"),
      TRANSLATION("persyaratan: [{kelompok: General, butir: [ID card]}]\n")},
     "a.en.md:2:43 translation-count\n"},
    /* A finding about hours stands where its words are. */
    {"break inside jam",
     {AGENCY("jam_layanan: {hari: Senin, jam: 08.00-15.00 (istirahat 16.00-17.00)}\n")},
     "instansi.yaml:2:33 hours-break\n"},
    {"zone of a break",
     {AGENCY("jam_layanan: {hari: Senin, jam: 08.00-15.00, istirahat: 12.00-13.00 WIT}\n")},
     "instansi.yaml:2:57 hours-zone\n"},
    {"two zones in jam",
     {AGENCY("jam_layanan: {hari: Senin, jam: 08.00 WIB-15.00 WIT, istirahat: 12.00-13.00}\n")},
     "instansi.yaml:2:33 hours-zone\n"},
    {"closed, then open",
     {AGENCY("jam_layanan: [{hari: Jumat, jam: tutup}, {hari: Senin–Jumat, jam: "
             "08.00-15.00}]\n")},
     "instansi.yaml:2:67 hours-overlap\n"},
    {"open, then closed",
     {AGENCY("jam_layanan: [{hari: Senin–Jumat, jam: 08.00-15.00}, {hari: Jumat, jam: "
             "tutup}]\n")},
     "instansi.yaml:2:73 hours-overlap\n"},
    {"closed twice",
     {AGENCY("jam_layanan: [{hari: Jumat, jam: tutup}, {hari: Jumat–Minggu, jam: tutup}]\n")},
     ""},
    {"period of one day",
     {AGENCY(
         "jam_khusus: {dari: 2026-03-19, sampai: 2026-03-19, jam_layanan: {hari: Kamis, jam: "
         "8-9}}\n")},
     ""},
    /* The site's own settings. */
    {"address of the site",
     {{SITE, "nama: S\nurl: \"https://contoh.example/a b/\"\n"}},
     "situs.yaml:2:6 site-url-bad\n"},
    {"page as the address of the site",
     {{SITE, "nama: S\nurl: https://contoh.example/layanan/index.html\n"}},
     "situs.yaml:2:6 site-url-bad\n"},
    {"folder with a dot as the address of the site",
     {{SITE, "nama: S\nurl: https://contoh.example/v1.0\n"}},
     ""},
    {"languages",
     {{SITE, "nama: S\nbahasa: [id, Indonesia, en, id]\n"}},
     "situs.yaml:2:14 language-bad\nsitus.yaml:2:29 value-twice\n"},
    {"sizes of posters",
     {{SITE, "nama: S\nposter: {ukuran: [a3, a4, a3]}\n"}},
     "situs.yaml:2:27 value-twice\n"},
    {"topics",
     {{"content/keperluan.yaml", "- {slug: a, label: A}\n- {slug: a, label: B}\n"}},
     "keperluan.yaml:2:10 value-twice\n"},
    {"translation into the language of the originals",
     {SERVICE(""), {"content/a.id.md", "---\njudul: B\n---\n"}},
     "a.id.md:0:0 translation-own\n"},
    {"year of no calendar",
     {{"content/libur-0000.yaml", "libur: []\n"}},
     "libur-0000.yaml:0:0 holiday-name\n"},
    {"first year",
     {{"content/libur-1900.yaml", "libur: {tanggal: 1900-01-01, nama: A}\n"}},
     "tahun 1900\n"},
};

static const File site = {"content/situs.yaml", "nama: Situs\nbahasa: [id, en]\n"};
static const File agency = AGENCY("");

static gboolean
has_file(const File *files, guint n, const char *path)
{
    for (guint i = 0; i < n; i++) {
        if (strcmp(files[i].path, path) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The kinds that were made of choices. */
static void
append_kinds(GString *out, const ServiceList *services)
{
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        for (guint k = 0; k < service->varian.n; k++)
            g_string_append_printf(out, "biaya %s\n",
                                   fee_kind_key((FeeKind)service->varian.items[k].biaya.jenis));
        for (guint k = 0; k < service->pengaduan.kanal.n; k++) {
            const Channel *channel = &service->pengaduan.kanal.items[k];
            g_string_append_printf(out, "kanal %s\n",
                                   channel_kind_key((ChannelKind)channel->jenis));
        }
    }
}

static void
test_row(gconstpointer data)
{
    const Row *row = data;
    File files[6] = {0};
    guint n = 0;
    for (; n < G_N_ELEMENTS(row->files) && row->files[n].path != NULL; n++)
        files[n] = row->files[n];
    if (!has_file(files, n, site.path))
        files[n++] = site;
    if (!has_file(files, n, agency.path))
        files[n++] = agency;
    char *root = write_files(files);
    g_autofree char *content = g_build_filename(root, "content", NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Scan) scan = scan_new(content, 1, diags, NULL);
    g_autoptr(SiteData) loaded_site = site_load(scan, diags, NULL);
    g_autoptr(Loaded) loaded = load_agency(scan, loaded_site, &scan->agencies[0], diags, NULL);
    g_assert_nonnull(loaded);
    g_autoptr(GString) findings = g_string_new(NULL);
    for (guint i = 0; i < loaded->agency->calendar->n_years; i++)
        g_string_append_printf(findings, "tahun %d\n", loaded->agency->calendar->years[i]);
    append_kinds(findings, &loaded->agency->services);
    append_findings(findings, diags);
    g_assert_cmpstr(findings->str, ==, row->findings);
    remove_files(root, files);
}

/* "add a line "%1: %2"" is a remedy only with a value to write. */
static void
test_examples(void)
{
    guint n;
    const Record *const *records = records_all(&n);
    for (guint i = 0; i < n; i++) {
        FIELD_FOREACH (records[i], field) {
            if (field->flags & FIELD_REQUIRED)
                g_assert_nonnull(field->example);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions();
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/values/%s", rows[i].name);
        g_strdelimit(path + 1, " ", '-');
        g_test_add_data_func(path, &rows[i], test_row);
    }
    g_test_add_func("/values/examples", test_examples);
    return g_test_run();
}
