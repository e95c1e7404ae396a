#include "support/shared-cards.h"
#include "support/view-site.h"
#include <glib/gstdio.h>

/* A theme that says only what a page is made of. */
static const struct {
    const char *name, *text;
} templates[] = {
    {"beranda",
     "{{judul_tab}}|{{n_layanan}}/{{n_instansi}}|{{#keperluan}}{{nama}} {{jalur}} "
     "{{n_layanan}}/{{n_instansi}};{{/keperluan}}|{{#peristiwa}}{{nama}};{{/peristiwa}}|"
     "{{#bandingkan}}{{nama}} {{n_layanan}};{{/bandingkan}}|{{#layanan}}{{judul}} "
     "{{instansi}};{{/layanan}}|{{#wilayah}}[{{nama}} {{jalur}}{{#instansi}} "
     "{{nama}}{{/instansi}}]{{/wilayah}}|{{#diperbarui}}{{iso}}{{/diperbarui}}"},
    {"wilayah", "{{judul}} {{n_instansi}}/{{n_layanan}}{{#instansi}} {{jalur}}{{/instansi}}"},
    {"a-z", "{{#abjad}}{{huruf}}{{#tautan}}({{tautan}}){{/tautan}}{{/abjad}}{{#daftar}} {{id}}:"
            "{{#layanan}} {{judul}}{{/layanan}}{{/daftar}}"},
    {"keperluan", "{{judul}}:{{#layanan}} {{jalur}}{{#nonaktif}}!{{/nonaktif}}{{/layanan}}"},
    {"peristiwa", "{{judul}}:{{#layanan}} {{jalur}}{{/layanan}}"},
    {"bandingkan", "{{judul}} {{n_layanan}}/{{n_instansi}}:{{#baris}} {{id}} {{jalur}} "
                   "{{waktu.inti}}{{/baris}}{{#bagian}} [{{nama}} {{jalur}}{{#ini}} "
                   "ini{{/ini}}]{{/bagian}}"},
    {"biaya", "biaya{{#wilayah}} {{nama}}:{{#instansi}} {{jalur_biaya}} "
              "{{n_gratis}}/{{n_layanan}}{{/instansi}}{{/wilayah}}"},
    {"pengaduan", "{{#kanal_nasional}}{{label}}{{/kanal_nasional}}"},
    {"mutu", "mutu{{#wilayah}}{{#instansi}} {{n_enam}}/{{n_lengkap}}{{/instansi}}{{/wilayah}}"},
    {"tentang", "{{#remah}}{{nama}} {{jalur}}{{^ini}} > {{/ini}}{{/remah}}"},
    {"aksesibilitas", "{{n_layanan}}"},
    {"404", "{{akar}}{{#tanpa_tautan}} tanpa tautan{{/tanpa_tautan}}"},
};

static const CardRow rows[] = {
    {"kab-a/x", "X", "kab-a", "Kabupaten A", "kab-a/x/akta", "Akta", "informasi-publik",
     "lahir", "akta-lahir", 900, STATUS_AKTIF, NULL, 2025},
    {"kab-a/x", NULL, NULL, NULL, "kab-a/x/batal", "Batal", "informasi-publik", "lahir",
     "akta-lahir", 60, STATUS_DICABUT, NULL, 2026},
    {"pusat", "Pusat", NULL, NULL, "pusat/zakat", "Zakat & <b>", "informasi-publik", NULL,
     "akta-lahir", 60, STATUS_NONAKTIF, "sedekah", 0},
    {"pusat", NULL, NULL, NULL, "pusat/17", "17 Agustus", NULL, NULL, "sendiri", 0,
     STATUS_AKTIF, NULL, 2024},
};

static const char pages[] =
    "index.html: Maklumat Pelayanan|3/2|Data dan informasi publik "
    "keperluan/informasi-publik.html "
    "2/2;|Kelahiran anak;|Akta lahir 2;|17 Agustus Pusat;Akta X;Zakat &amp; &lt;b&gt; Pusat;|[ "
    " "
    "Pusat][Kabupaten A kab-a/index.html X]|2026-02-05\n"
    "kab-a/index.html: Kabupaten A 1/1 kab-a/x/index.html\n"
    "a-z.html: 0–9(#huruf-0)A(#huruf-a)BCDEFGHIJKLMNOPQRSTUVWXYZ(#huruf-z) huruf-0: 17 Agustus "
    "huruf-a: Akta huruf-z: Zakat &amp; &lt;b&gt;\n"
    "keperluan/informasi-publik.html: Data dan informasi publik: kab-a/x/akta.html "
    "pusat/zakat.html!\n"
    "peristiwa/lahir.html: Kelahiran anak: kab-a/x/akta.html\n"
    "bandingkan/akta-lahir.html: Akta lahir 2/2: b1 pusat/zakat.html 1 jam b2 "
    "kab-a/x/akta.html 1 "
    "jam\n"
    "bandingkan/sendiri.html: Sendiri 1/1: b1 pusat/17.html \n"
    "biaya.html: biaya Kabupaten A: kab-a/x/biaya.html 1/1 : pusat/biaya.html 2/2\n"
    "pengaduan.html: SP4N-LAPOR!\n"
    "mutu.html: mutu 1/0 2/0\n"
    "tentang.html: Beranda index.html > Tentang situs ini tentang.html\n"
    "aksesibilitas.html: 3\n";

typedef struct Fixture {
    char *theme;
    ViewSite v;
    Cards cards;
    Kept kept;
} Fixture;

static void
open_fixture(Fixture *f, gconstpointer url)
{
    f->theme = g_dir_make_tmp("tema-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename(f->theme, "templates", NULL);
    g_mkdir(folder, 0700);
    for (gsize i = 0; i < G_N_ELEMENTS(templates); i++) {
        g_autofree char *name = g_strconcat(folder, "/", templates[i].name, ".mustache", NULL);
        g_assert_true(g_file_set_contents(name, templates[i].text, -1, NULL));
    }
    view_site_open(&f->v, "content", f->theme, url);
    g_assert_cmpuint(diag_list_n(f->v.diags), <=, 1); /* the site has no address */
    cards_open(&f->cards, rows, G_N_ELEMENTS(rows));
    kept_open(&f->kept);
}

static void
close_fixture(Fixture *f, gconstpointer url)
{
    (void)url;
    g_autofree char *folder = g_build_filename(f->theme, "templates", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(templates); i++) {
        g_autofree char *name = g_strconcat(folder, "/", templates[i].name, ".mustache", NULL);
        g_remove(name);
    }
    g_rmdir(folder);
    g_rmdir(f->theme);
    g_free(f->theme);
    kept_close(&f->kept);
    cards_close(&f->cards);
    view_site_close(&f->v);
}

static gboolean
render(Fixture *f)
{
    OutputSink sink = {.put = kept_put, .data = &f->kept};
    return render_shared(&f->v.site, f->cards.items, f->cards.n, &sink);
}

/* The pages' texts, one a line; other outputs by path only. */
static char *
pages_of(const Kept *kept)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < kept->items->len; i++) {
        const KeptOutput *output = &g_array_index(kept->items, KeptOutput, i);
        if (g_str_has_suffix(output->path, ".html") && strcmp(output->path, "404.html") != 0)
            g_string_append_printf(out, "%s: %s\n", output->path, output->text);
    }
    return g_string_free(out, FALSE);
}

static void
test_offline(Fixture *f, gconstpointer url)
{
    (void)url;
    g_assert_true(render(f));
    g_autofree char *out = pages_of(&f->kept);
    g_assert_cmpstr(out, ==, pages);
    g_assert_cmpstr(kept_text(&f->kept, "404.html"), ==, " tanpa tautan");
    g_assert_cmpstr(kept_text(&f->kept, "data/instansi.json"), ==,
                    "{\n"
                    " \"situs\": \"Maklumat Pelayanan\",\n"
                    " \"wilayah\": [\n"
                    "  {\n"
                    "   \"nama\": \"Kabupaten A\",\n"
                    "   \"jenis\": \"kabupaten\",\n"
                    "   \"folder\": \"kab-a\"\n"
                    "  }\n"
                    " ],\n"
                    " \"instansi\": [\n"
                    "  {\n"
                    "   \"nama\": \"X\",\n"
                    "   \"nama_lengkap\": \"X\",\n"
                    "   \"wilayah\": \"Kabupaten A\",\n"
                    "   \"halaman\": \"kab-a/x/index.html\",\n"
                    "   \"data_json\": \"kab-a/x/data.json\",\n"
                    "   \"data_csv\": \"kab-a/x/data.csv\",\n"
                    "   \"n_layanan\": 1,\n"
                    "   \"diperbarui\": \"2026-02-05\"\n"
                    "  },\n"
                    "  {\n"
                    "   \"nama\": \"Pusat\",\n"
                    "   \"nama_lengkap\": \"Pusat\",\n"
                    "   \"wilayah\": \"\",\n"
                    "   \"halaman\": \"pusat/index.html\",\n"
                    "   \"data_json\": \"pusat/data.json\",\n"
                    "   \"data_csv\": \"pusat/data.csv\",\n"
                    "   \"n_layanan\": 2,\n"
                    "   \"diperbarui\": \"2024-02-05\"\n"
                    "  }\n"
                    " ]\n"
                    "}\n");
    g_assert_nonnull(kept_text(&f->kept, "cari/indeks.js"));
    g_assert_null(kept_text(&f->kept, "sitemap.xml"));
    g_assert_null(kept_text(&f->kept, "robots.txt"));
    g_assert_null(kept_text(&f->kept, "umpan.xml"));
}

static const char feed[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"id\"><title>Perubahan standar "
    "pelayanan – Maklumat Pelayanan</title><id>https://a.example/umpan.xml</id>"
    "<updated>2025-02-05T00:00:00+07:00</updated><author><name>Maklumat "
    "Pelayanan</name></author><link rel=\"self\" type=\"application/atom+xml\" "
    "href=\"https://a.example/umpan.xml\"/><link href=\"https://a.example/index.html\"/>\n"
    "<entry><title>Akta – X</title><id>https://a.example/kab-a/x/akta.html</id>"
    "<updated>2025-02-05T00:00:00+07:00</updated><link "
    "href=\"https://a.example/kab-a/x/akta.html\"/><summary>Waktu: 1 jam. Biaya: "
    "Gratis.</summary></entry>\n"
    "<entry><title>17 Agustus – Pusat</title><id>https://a.example/pusat/17.html</id>"
    "<updated>2024-02-05T00:00:00+07:00</updated><link "
    "href=\"https://a.example/pusat/17.html\"/><summary>Waktu: Belum ditetapkan. Biaya: "
    "Gratis.</summary></entry>\n"
    "</feed>\n";

static const char sitemap[] =
    "index.html 2026-02-05\nkab-a/index.html 2026-02-05\na-z.html 2025-02-05\n"
    "keperluan/informasi-publik.html 2025-02-05\nperistiwa/lahir.html 2025-02-05\n"
    "bandingkan/akta-lahir.html 2025-02-05\nbandingkan/sendiri.html 2024-02-05\n"
    "biaya.html 2026-02-05\npengaduan.html 2026-02-05\nmutu.html 2026-02-05\n"
    "tentang.html\naksesibilitas.html\n"
    "kab-a/x/index.html 2026-02-05\nkab-a/x/biaya.html 2026-02-05\n"
    "kab-a/x/pengaduan.html 2026-02-05\nkab-a/x/mutu.html 2026-02-05\n"
    "kab-a/x/cetak.html 2026-02-05\nkab-a/x/akta.html 2025-02-05\n"
    "pusat/index.html 2024-02-05\npusat/biaya.html 2024-02-05\n"
    "pusat/pengaduan.html 2024-02-05\npusat/mutu.html 2024-02-05\n"
    "pusat/cetak.html 2024-02-05\npusat/zakat.html\npusat/17.html 2024-02-05\n";

/* "path date" as the sitemap has it. */
static char *
sitemap_of(const char *lines)
{
    g_auto(GStrv) pages_and_dates = g_strsplit(lines, "\n", -1);
    GString *out =
        g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (char **line = pages_and_dates; **line != '\0'; line++) {
        char *date = strchr(*line, ' ');
        if (date != NULL)
            *date++ = '\0';
        g_string_append_printf(out, "<url><loc>https://a.example/%s</loc>", *line);
        if (date != NULL)
            g_string_append_printf(out, "<lastmod>%s</lastmod>", date);
        g_string_append(out, "</url>\n");
    }
    g_string_append(out, "</urlset>\n");
    return g_string_free(out, FALSE);
}

static void
test_online(Fixture *f, gconstpointer url)
{
    (void)url;
    g_autofree char *wanted = sitemap_of(sitemap);
    g_assert_true(render(f));
    g_assert_cmpstr(kept_text(&f->kept, "404.html"), ==, "https://a.example/");
    g_assert_cmpstr(kept_text(&f->kept, "umpan.xml"), ==, feed);
    g_assert_cmpstr(kept_text(&f->kept, "sitemap.xml"), ==, wanted);
    g_assert_cmpstr(kept_text(&f->kept, "robots.txt"), ==,
                    "User-agent: *\nAllow: /\nSitemap: https://a.example/sitemap.xml\n");
}

static void
test_draft(Fixture *f, gconstpointer url)
{
    (void)url;
    f->v.site.draft = TRUE;
    g_assert_true(render(f));
    g_assert_null(kept_text(&f->kept, "sitemap.xml"));
    g_assert_cmpstr(kept_text(&f->kept, "robots.txt"), ==, "User-agent: *\nDisallow: /\n");
}

/* The site of one agency: its own pages are the home page and the lists. */
static void
test_one_agency(Fixture *f, gconstpointer url)
{
    (void)url;
    static const CardRow own[] = {
        {"", "Dinas", NULL, NULL, "akta", "Akta", NULL, NULL, NULL, 0, STATUS_AKTIF, NULL, 0}};
    static const char *const absent[] = {"index.html", "biaya.html", "pengaduan.html",
                                         "mutu.html"};
    cards_close(&f->cards);
    cards_open(&f->cards, own, 1);
    g_assert_true(render(f));
    for (gsize i = 0; i < G_N_ELEMENTS(absent); i++)
        g_assert_null(kept_text(&f->kept, absent[i]));
    g_assert_nonnull(kept_text(&f->kept, "a-z.html"));
    kept_close(&f->kept);
    kept_open(&f->kept);
    f->v.data->site.nama = (Text){.str = NULL};
    g_assert_true(render(f));
    g_assert_nonnull(strstr(kept_text(&f->kept, "data/instansi.json"), "\"situs\": \"Dinas\""));
    g_assert_nonnull(
        strstr(kept_text(&f->kept, "data/instansi.json"), "\"halaman\": \"index.html\""));
}

static void
test_stop(Fixture *f, gconstpointer url)
{
    (void)url;
    g_assert_true(render(f));
    guint n = f->kept.items->len;
    for (guint stop = 1; stop < n; stop++) {
        kept_close(&f->kept);
        kept_open(&f->kept);
        f->kept.stop_at = stop;
        g_assert_false(render(f));
        g_assert_cmpuint(f->kept.items->len, >=, stop);
        g_assert_cmpuint(f->kept.items->len, <=, stop + 1); /* the sitemap may still ask once */
    }
}

/* Many services of one comparison and topic: pages, parts and the ways between them. */
static void
test_pages(Fixture *f, gconstpointer url)
{
    (void)url;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) many = g_array_new(FALSE, TRUE, sizeof(CardRow));
    for (guint i = 0; i < 501; i++) {
        g_autofree char *page = g_strdup_printf("kab-%c/d/%03u", 'a' + (int)(i % 4), i);
        CardRow row = {.agency = arena_strndup(arena, page, 7),
                       .nama = "D",
                       .region = arena_strndup(arena, page, 5),
                       .region_nama = arena_strndup(arena, page, 5),
                       .page = arena_strndup(arena, page, strlen(page)),
                       .judul = i == 500 ? "Zakat" : "Akta",
                       .topics = "informasi-publik",
                       .similar = i < 55 ? "akta" : NULL,
                       .minutes = i + 1};
        g_array_append_val(many, row);
    }
    cards_close(&f->cards);
    cards_open(&f->cards, (const CardRow *)(gconstpointer)many->data, many->len);
    g_assert_true(render(f));
    g_assert_true(g_str_has_suffix(kept_text(&f->kept, "a-z.html"), "Akta Akta"));
    g_assert_nonnull(strstr(kept_text(&f->kept, "a-z.html"), "Z(a-z-2.html#huruf-z)"));
    g_assert_true(g_str_has_suffix(kept_text(&f->kept, "a-z-2.html"), " huruf-z: Zakat"));
    g_assert_nonnull(strstr(kept_text(&f->kept, "a-z-2.html"), "A(a-z.html#huruf-a)"));
    g_assert_nonnull(kept_text(&f->kept, "keperluan/informasi-publik/6.html"));
    g_assert_null(kept_text(&f->kept, "keperluan/informasi-publik/7.html"));
    g_assert_true(g_str_has_suffix(
        kept_text(&f->kept, "bandingkan/akta.html"),
        " b50 kab-b/d/049.html 1 jam [Lima puluh layanan dengan waktu paling pendek "
        "bandingkan/akta.html ini] [kab-a – kab-c bandingkan/akta/2.html] [kab-d "
        "bandingkan/akta/3.html]"));
    g_assert_true(g_str_has_suffix(
        kept_text(&f->kept, "bandingkan/akta/3.html"),
        " b13 kab-d/d/051.html 1 jam [Lima puluh layanan dengan waktu paling pendek "
        "bandingkan/akta.html] [kab-a – kab-c bandingkan/akta/2.html] [kab-d "
        "bandingkan/akta/3.html ini]"));
}

int
main(int argc, char **argv)
{
    static const char url[] = "https://a.example/";
    g_test_init(&argc, &argv, NULL);
    g_test_add("/shared/pages/offline", Fixture, NULL, open_fixture, test_offline,
               close_fixture);
    g_test_add("/shared/pages/online", Fixture, url, open_fixture, test_online, close_fixture);
    g_test_add("/shared/pages/draft", Fixture, url, open_fixture, test_draft, close_fixture);
    g_test_add("/shared/pages/one-agency", Fixture, NULL, open_fixture, test_one_agency,
               close_fixture);
    g_test_add("/shared/pages/stop", Fixture, url, open_fixture, test_stop, close_fixture);
    g_test_add("/shared/pages/many", Fixture, NULL, open_fixture, test_pages, close_fixture);
    return g_test_run();
}
