/*
 * Every output of an agency with everything a charter may hold (tests/golden/view/content): the
 * views of its pages as JSON, the open data, the forwarding pages and the list of paths, whole.
 * MAKLUMAT_WRITE_GOLDEN=1 writes the files instead: read the difference before committing it.
 */
#include "facts/card.h"
#include "support/view-site.h"
#include <stdio.h>

#define FOLDER "tests/golden/view/"

typedef struct Outputs {
    GString *paths;
    const char *wanted; /* this path's bytes are kept */
    GString *bytes;
    guint n, stop_after; /* 0 = never */
} Outputs;

static gboolean
keep_output(gpointer data, const char *path, const char *bytes, gsize len)
{
    Outputs *outputs = data;
    g_string_append_printf(outputs->paths, "%s\n", path);
    if (outputs->wanted != NULL && strcmp(path, outputs->wanted) == 0)
        g_string_append_len(outputs->bytes, bytes, (gssize)len);
    return ++outputs->n != outputs->stop_after;
}

static void
assert_golden(const char *name, const char *text)
{
    g_autofree char *path = g_strconcat(FOLDER, name, NULL);
    g_autofree char *golden = NULL;
    if (g_getenv("MAKLUMAT_WRITE_GOLDEN") != NULL) {
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
        return;
    }
    g_assert_true(g_file_get_contents(path, &golden, NULL, NULL));
    g_assert_cmpstr(text, ==, golden);
}

static void
open_site(ViewSite *v)
{
    view_site_open(v, FOLDER "content", "themes/default", "https://uji.contoh.go.id/");
    v->site.posters = TRUE;
}

static void
test_services(void)
{
    ViewSite v;
    open_site(&v);
    g_autoptr(Loaded) loaded = view_site_load(&v, "kab-contoh/dukcapil");
    for (guint i = 0; i < loaded->agency->services.n; i++) {
        const Service *original = &loaded->agency->services.items[i];
        for (guint k = 0; k <= original->translations.n; k++) {
            const Service *service = k > 0 ? &original->translations.items[k - 1] : original;
            g_autoptr(Arena) arena = arena_new();
            g_autoptr(GString) json = g_string_new(NULL);
            ViewHalamanLayanan view;
            Leaf leaf;
            leaf_init(&leaf, arena, &v.site, loaded->agency);
            view_context_page(&leaf.ctx, ADDRESS_SERVICE, service->lang,
                              leaf_page(&leaf.ctx, service));
            leaf_layanan_fill(&leaf, service, &view.layanan);
            leaf_halaman_layanan_fill(&leaf, service, json, &view);
            view.page.aset_css = view.page.aset_css_daftar = view.page.aset_css_petugas =
                view.page.aset_js = view.page.aset_js_daftar = view.page.aset_js_cari =
                    view.page.aset_js_papan = view.page.aset_js_janji =
                        view.page.aset_css_janji = view.page.aset_ikon = "";
            g_autofree char *dump = view_dump(view_class(PAGE_LAYANAN), &view);
            g_autofree char *base = g_path_get_basename(service->path);
            g_autofree char *name = g_strconcat(base, ".json", NULL);
            assert_golden(name, dump);
            leaf_clear(&leaf);
        }
    }
    view_site_close(&v);
}

static char *
dump_layanan(const ViewLayanan *layanan)
{
    ViewHalamanLayanan view = {.layanan = *layanan};
    return view_dump(view_class(PAGE_LAYANAN), &view);
}

/* What a page shows does not depend on the pages that were made before it. */
static void
test_one_leaf(void)
{
    ViewSite v;
    open_site(&v);
    g_autoptr(Loaded) loaded = view_site_load(&v, "kab-contoh/dukcapil");
    g_autoptr(Arena) arena = arena_new();
    Leaf leaf, fresh;
    leaf_init(&leaf, arena, &v.site, loaded->agency);
    for (guint i = 0; i < 2 * loaded->agency->services.n; i++) {
        const Service *original = &loaded->agency->services.items[i / 2];
        for (guint k = 0; k <= original->translations.n; k++) {
            const Service *service = k > 0 ? &original->translations.items[k - 1] : original;
            g_autoptr(GString) json = g_string_new(NULL);
            char *dumps[2];
            leaf_init(&fresh, arena, &v.site, loaded->agency);
            Leaf *both[] = {&leaf, &fresh};
            for (guint w = 0; w < G_N_ELEMENTS(both); w++) {
                ViewHalamanLayanan view;
                view_context_page(&both[w]->ctx, ADDRESS_SERVICE, service->lang,
                                  leaf_page(&both[w]->ctx, service));
                leaf_layanan_fill(both[w], service, &view.layanan);
                leaf_halaman_layanan_fill(both[w], service, json, &view);
                dumps[w] = view_dump(view_class(PAGE_LAYANAN), &view);
            }
            leaf_clear(&fresh);
            g_assert_cmpstr(dumps[0], ==, dumps[1]);
            g_free(dumps[0]);
            g_free(dumps[1]);
        }
    }
    leaf_clear(&leaf);
    view_site_close(&v);
}

/* On a page of several services ids begin with the service's own letters, and nothing else differs. */
static void
test_repeated(void)
{
    ViewSite v;
    open_site(&v);
    g_autoptr(Loaded) loaded = view_site_load(&v, "kab-contoh/dukcapil");
    g_autoptr(Arena) arena = arena_new();
    Leaf leaf;
    leaf_init(&leaf, arena, &v.site, loaded->agency);
    for (guint i = 0; i < loaded->agency->services.n; i++) {
        const Service *service = &loaded->agency->services.items[i];
        ViewLayanan once, again;
        view_context_page(&leaf.ctx, ADDRESS_SERVICE, service->lang,
                          leaf_page(&leaf.ctx, service));
        leaf_layanan_fill(&leaf, service, &once);
        leaf_layanan_repeat(&leaf, service, "l7-", &once, &again);
        g_autofree char *expected = dump_layanan(&once);
        g_autofree char *dump = dump_layanan(&again);
        g_assert_cmpstr(dump, !=, expected);
        g_auto(GStrv) parts = g_strsplit(dump, "l7-", -1);
        g_autofree char *plain = g_strjoinv("", parts);
        g_assert_cmpstr(plain, ==, expected);
    }
    leaf_clear(&leaf);
    view_site_close(&v);
}

static void
test_instansi(void)
{
    ViewSite v;
    open_site(&v);
    g_autoptr(Loaded) loaded = view_site_load(&v, "kab-contoh/dukcapil");
    g_autoptr(Arena) arena = arena_new();
    ViewHalamanMutuInstansi view = {0};
    LeafFindings findings;
    Leaf leaf;
    g_autofree char *file = scan_display_path(v.scan, "kab-contoh/dukcapil/ktp.md");
    diag_add_path(v.diags, DIAG_REVIEW_YEAR, file, "13", NULL); /* not for pages */
    diag_add_path(v.diags, DIAG_COMPONENT_MISSING, file, "9", "x", "y", NULL);
    leaf_init(&leaf, arena, &v.site, loaded->agency);
    leaf_findings_init(&findings, arena, v.diags);
    const ServiceList *services = &loaded->agency->services;
    ViewLayanan *layanan = arena_alloc(arena, services->n * sizeof *layanan);
    view_context_page(&leaf.ctx, ADDRESS_AGENCY_QUALITY, NULL, "kab-contoh/dukcapil/mutu.html");
    for (guint i = 0; i < services->n; i++)
        leaf_layanan_fill(&leaf, &services->items[i], &layanan[i]);
    leaf_halaman_fill(&leaf, "Mutu", &view.page);
    view.page.aset_css = view.page.aset_css_daftar = view.page.aset_css_petugas =
        view.page.aset_js = view.page.aset_js_daftar = view.page.aset_js_cari =
            view.page.aset_js_papan = view.page.aset_js_janji = view.page.aset_css_janji =
                view.page.aset_ikon = "";
    leaf_instansi_fill(&leaf, &view.instansi);
    leaf_mutu_fill(&leaf, layanan, &findings, &view);
    g_autofree char *dump = view_dump(view_class(PAGE_MUTU_INSTANSI), &view);
    assert_golden("mutu.json", dump);
    leaf_clear(&leaf);
    view_site_close(&v);
}

static void
test_outputs(void)
{
    static const struct {
        const char *path, *golden;
    } rows[] = {
        {"kab-contoh/dukcapil/data.json", "data.json"},
        {"kab-contoh/dukcapil/data.csv", "data.csv"},
    };
    ViewSite v;
    open_site(&v);
    g_autoptr(Loaded) loaded = view_site_load(&v, "kab-contoh/dukcapil");
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) paths = g_string_new(NULL);
        g_autoptr(GString) bytes = g_string_new(NULL);
        Outputs outputs = {paths, rows[i].path, bytes, 0, 0};
        OutputSink sink = {.put = keep_output, .data = &outputs};
        g_assert_true(render_agency(&v.site, loaded, v.diags, &sink));
        assert_golden("paths.txt", paths->str);
        assert_golden(rows[i].golden, bytes->str);
        g_assert_null(strstr(bytes->str, "19700101")); /* the head's NIP */
    }
    view_site_close(&v);
}

/* The sink says stop: nothing more is put, whatever the output. */
static void
test_stop(void)
{
    ViewSite v;
    open_site(&v);
    g_autoptr(Loaded) loaded = view_site_load(&v, "kab-contoh/dukcapil");
    guint n_all = G_MAXUINT;
    for (guint stop = 1; stop < n_all; stop++) {
        g_autoptr(GString) paths = g_string_new(NULL);
        g_autoptr(GString) bytes = g_string_new(NULL);
        Outputs outputs = {paths, NULL, bytes, 0, stop};
        OutputSink sink = {.put = keep_output, .data = &outputs};
        gboolean whole = render_agency(&v.site, loaded, v.diags, &sink);
        g_assert_true(!whole || outputs.n < stop);
        if (whole)
            n_all = outputs.n;
        else
            g_assert_cmpuint(outputs.n, ==, stop);
    }
    view_site_close(&v);
}

static void
test_card(void)
{
    ViewSite v;
    open_site(&v);
    g_autoptr(Loaded) loaded = view_site_load(&v, "kab-contoh/dukcapil");
    g_autoptr(Arena) arena = arena_new();
    const AgencyCard *card = card_make(arena, loaded->agency);
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_append_printf(out, "%s|%s|%s|%s|%s|%s|kanal %u|%04d-%02d-%02d\n", card->path,
                           card->nama, card->nama_lengkap, card->region, card->region_nama,
                           card->warna, card->n_kanal, card->updated.year, card->updated.month,
                           card->updated.day);
    for (guint i = 0; i < card->n_services; i++) {
        const ServiceCard *s = &card->services[i];
        g_string_append_printf(
            out,
            "%s|%s|%s|%s,%s,%d%d%d|%" G_GINT64_FORMAT "|%s,%s,%u %u %d|%u|%u,%u|%x|%u,%u,%u\n",
            s->page, s->judul, s->hasil, s->waktu.inti, s->waktu.untuk, s->waktu.banyak,
            s->waktu.tiap_langkah, s->waktu.ambigu, s->waktu.sort_minutes, s->biaya.inti,
            s->biaya.satuan, s->biaya.said, s->biaya.class, s->biaya.noted, s->status,
            s->n_syarat, s->n_langkah, s->components, s->syarat.n, s->languages.n,
            s->alamat_lama.n);
    }
    assert_golden("card.txt", out->str);
    view_site_close(&v);
}

/* ---- made-up sites ---- */

static void
write_file(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
remove_folder(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_assert_cmpint(remove(path), ==, 0);
    }
    g_assert_cmpint(remove(folder), ==, 0);
}

/* Texts that would do harm wherever they were not escaped. */
static const char *const harm[] = {"</script><script>alert(1)</script>",
                                   "\"><img src=x onerror=alert(1)>", "{{akar}}{{{jsonld}}}",
                                   "javascript:alert(1)"};

static guint
count(const char *bytes, gsize len, const char *text)
{
    guint n = 0;
    const char *end = bytes + len;
    for (const char *c = bytes; (c = g_strstr_len(c, end - c, text)) != NULL; c++)
        n++;
    return n;
}

static gboolean
check_output(gpointer data, const char *path, const char *bytes, gsize len)
{
    Outputs *outputs = data;
    g_string_append_printf(outputs->paths, "%s\n", path);
    g_assert_true(g_utf8_validate(bytes, (gssize)len, NULL));
    if (!g_str_has_suffix(path, ".html"))
        return TRUE;
    g_assert_null(g_strstr_len(bytes, (gssize)len, "<script>alert"));
    g_assert_null(g_strstr_len(bytes, (gssize)len, "<img src=x"));
    g_assert_null(g_strstr_len(bytes, (gssize)len, "href=\"javascript:"));
    g_assert_nonnull(g_strstr_len(bytes, (gssize)len, "</html>"));
    if (strcmp(path, "besar.html") == 0) { /* everything is there, as words */
        g_assert_cmpuint(count(bytes, len, "<input type=\"checkbox\">"), ==, 1500);
        g_assert_cmpuint(count(bytes, len, "<li><p>"), ==, 1500);
        g_assert_nonnull(
            g_strstr_len(bytes, (gssize)len, "&lt;img src=x onerror=alert(1)&gt;"));
    }
    return TRUE;
}

static void
append_hostile_service(GString *out, guint n_items)
{
    g_string_append(out, "---\njudul: '");
    for (guint i = 0; i < G_N_ELEMENTS(harm); i++)
        g_string_append(out, harm[i]);
    g_string_append(out, "'\nlayanan_serupa: x\nkeperluan: [tak-ada]\npersyaratan:\n");
    for (guint i = 0; i < n_items; i++)
        g_string_append_printf(
            out, "  - {teks: '%s', tautan: 'javascript:alert(1)', bila: 'jika'}\n",
            harm[i % G_N_ELEMENTS(harm)]);
    g_string_append(out, "prosedur:\n");
    for (guint i = 0; i < n_items; i++)
        g_string_append_printf(out,
                               "  - {oleh: '%s', teks: '', rincian: ['%s'], kembali: 99999}\n",
                               harm[i % G_N_ELEMENTS(harm)], harm[0]);
    g_string_append_printf(out, "waktu: '%s'\nbiaya: '%s'\nproduk: ['%s']\n", harm[0], harm[1],
                           harm[0]);
    g_string_append_printf(out,
                           "pengaduan: {kanal: ['%s', 'Web: %s']}\nsarana: ['kursi roda %s']\n",
                           harm[1], harm[3], harm[0]);
    g_string_append_printf(out, "---\n%s [x](javascript:alert(1))\n", harm[0]);
}

static void
test_single_hostile(void)
{
    g_autofree char *folder = g_dir_make_tmp("maklumat-view-XXXXXX", NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GString) paths = g_string_new(NULL);
    ViewSite v;
    write_file(folder, "instansi.yaml",
               "nama: \"\\\"><img src=x onerror=alert(1)>\"\nalamat: "
               "'</script><script>alert(1)</script>'\n"
               "warna: 'red;}'\nsitus_web: 'javascript:alert(1)'\nemail: ['\"><img src=x>']\n");
    append_hostile_service(text, 1500);
    write_file(folder, "besar.md", text->str);
    write_file(folder, "kosong.md", "---\njudul: ''\n---\n");
    view_site_open(&v, folder, "themes/default", NULL);
    g_assert_true(v.site.single_agency);
    g_autoptr(Loaded) loaded = view_site_load(&v, "");
    Outputs outputs = {paths, NULL, NULL, 0, 0};
    OutputSink sink = {.put = check_output, .data = &outputs};
    g_assert_true(render_agency(&v.site, loaded, v.diags, &sink));
    g_assert_true(g_str_has_prefix(paths->str, "besar.html\n"));
    g_assert_nonnull(strstr(paths->str, "\nindex.html\nbiaya.html\n"));
    g_autoptr(Arena) arena = arena_new();
    g_assert_cmpstr(card_make(arena, loaded->agency)->path, ==, "");
    view_site_close(&v);
    remove_folder(folder);
}

/* 250 services: three pages of a hundred cards, every service on one of them. */
static void
test_many(void)
{
    g_autofree char *folder = g_dir_make_tmp("maklumat-view-XXXXXX", NULL);
    g_autoptr(GString) paths = g_string_new(NULL);
    g_autoptr(GString) bytes = g_string_new(NULL);
    ViewSite v;
    write_file(folder, "instansi.yaml", "nama: Dinas\n");
    for (guint i = 0; i < 250; i++) {
        g_autofree char *name = g_strdup_printf("layanan-%03u.md", i);
        g_autofree char *text = g_strdup_printf("---\njudul: Layanan %03u\nkelompok: %s\n---\n",
                                                i, i % 2 ? "Ganjil" : "Genap");
        write_file(folder, name, text);
    }
    view_site_open(&v, folder, "themes/default", NULL);
    g_autoptr(Loaded) loaded = view_site_load(&v, "");
    static const struct {
        const char *path;
        guint n_cards;
    } pages[] = {{"index.html", 100}, {"index-2.html", 100}, {"index-3.html", 50}};
    for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
        guint n = 0;
        Outputs outputs = {paths, pages[i].path, g_string_truncate(bytes, 0), 0, 0};
        OutputSink sink = {.put = keep_output, .data = &outputs};
        g_assert_true(render_agency(&v.site, loaded, v.diags, &sink));
        for (const char *at = bytes->str; (at = strstr(at, "<p class=\"nama\">")) != NULL; at++)
            n++;
        g_assert_cmpuint(n, ==, pages[i].n_cards);
    }
    view_site_close(&v);
    remove_folder(folder);
}

/* Where complaints go to, by what the agency and its two services say. */
static void
test_complaints(void)
{
    static const struct {
        const char *agency, *first, *second;
        const char *expected; /* labels of the channels shown|only the national one */
    } rows[] = {
        {"", "", "", "SP4N-LAPOR!|1"},
        {"pengaduan: {kanal: ['WA: 081234567890']}\n", "", "", "WA|0"},
        {"", "pengaduan: {kanal: ['Fax: 021555010']}\n", "", "SP4N-LAPOR!|0"},
        {"", "pengaduan: {kanal: ['Fax: 021555010']}\n", "status: dicabut\n", "Fax|0"},
        {"", "pengaduan: {kanal: ['Fax: 021555010']}\nstatus: dicabut\n", "", "SP4N-LAPOR!|1"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *folder = g_dir_make_tmp("maklumat-view-XXXXXX", NULL);
        g_autofree char *agency = g_strconcat("nama: Dinas\n", rows[i].agency, NULL);
        g_autofree char *first = g_strconcat("---\njudul: A\n", rows[i].first, "---\n", NULL);
        g_autofree char *second = g_strconcat("---\njudul: B\n", rows[i].second, "---\n", NULL);
        g_autoptr(Arena) arena = arena_new();
        ViewInstansi view;
        ViewSite v;
        Leaf leaf;
        write_file(folder, "instansi.yaml", agency);
        write_file(folder, "a.md", first);
        write_file(folder, "b.md", second);
        view_site_open(&v, folder, "themes/default", NULL);
        g_autoptr(Loaded) loaded = view_site_load(&v, "");
        leaf_init(&leaf, arena, &v.site, loaded->agency);
        leaf_instansi_fill(&leaf, &view);
        g_autoptr(GString) shown = g_string_new(NULL);
        for (guint k = 0; k < view.pengaduan.kanal.n; k++)
            g_string_append(shown, ((const ViewKanal *)view.pengaduan.kanal.items)[k].label);
        g_string_append_printf(shown, "|%d", view.pengaduan.nasional_saja);
        g_assert_cmpstr(shown->str, ==, rows[i].expected);
        leaf_clear(&leaf);
        view_site_close(&v);
        remove_folder(folder);
    }
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/view-agency/services", test_services);
    g_test_add_func("/view-agency/one-leaf", test_one_leaf);
    g_test_add_func("/view-agency/repeated", test_repeated);
    g_test_add_func("/view-agency/instansi", test_instansi);
    g_test_add_func("/view-agency/outputs", test_outputs);
    g_test_add_func("/view-agency/stop", test_stop);
    g_test_add_func("/view-agency/card", test_card);
    g_test_add_func("/view-agency/single-hostile", test_single_hostile);
    g_test_add_func("/view-agency/many", test_many);
    g_test_add_func("/view-agency/complaints", test_complaints);
    return g_test_run();
}
