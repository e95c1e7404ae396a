/*
 * The views of the five seed charters are what tests/golden/theme says they are, name by name.
 * Names that depend on the theme's bytes (paths with a hash) are set to the ones written there.
 * MAKLUMAT_WRITE_GOLDEN=1 writes the files instead: read the difference before committing it.
 */
#include "support/view-site.h"

typedef struct Seed {
    const char *golden, *folder, *slug;
} Seed;

static const Seed seeds[] = {
    {"layanan-000", "kab-pasuruan/dinas-sosial", "data-dan-informasi"},
    {"layanan-001", "kab-pasuruan/dinas-komunikasi-dan-informatika",
     "informasi-pelayanan-publik"},
    {"layanan-002", "kab-lebak/dinas-sosial", "permohonan-informasi-dan-dokumentasi"},
    {"layanan-003", "kab-pasuruan/dinas-koperasi-usaha-kecil-dan-menengah",
     "data-dan-informasi"},
    {"layanan-004", "kota-pasuruan/dinas-sosial", "bansos-bidang-rehabilitas-sosial"},
};

static void
fix_assets(ViewHalaman *page)
{
    page->aset_css = "aset/gaya-3f9a1c.css";
    page->aset_css_daftar = "aset/daftar-3f9a1c.css";
    page->aset_css_petugas = "aset/petugas-3f9a1c.css";
    page->aset_js_daftar = "aset/daftar-7c21e0.js";
    page->aset_js_cari = "aset/cari-5e8b2d.js";
    page->aset_js_papan = "aset/papan-3f9a1c.js";
    page->aset_css_janji = "aset/janji-3f9a1c.css";
    page->aset_js_janji = "aset/janji-3f9a1c.js";
    page->aset_js = "aset/maklumat-77b0de.js";
    page->aset_ikon = "aset/ikon.svg";
    page->warna_tema = "#0b3b34";
}

static void
assert_golden(const char *name, const char *dump)
{
    g_autofree char *path = g_strdup_printf("tests/golden/theme/%s.json", name);
    g_autofree char *golden = NULL;
    if (g_getenv("MAKLUMAT_WRITE_GOLDEN") != NULL) {
        g_assert_true(g_file_set_contents(path, dump, -1, NULL));
        return;
    }
    g_assert_true(g_file_get_contents(path, &golden, NULL, NULL));
    g_assert_cmpstr(dump, ==, golden);
}

static const Service *
find_service(const Agency *agency, const char *slug)
{
    for (guint i = 0; i < agency->services.n; i++)
        if (strcmp(agency->services.items[i].slug, slug) == 0)
            return &agency->services.items[i];
    g_assert_not_reached();
}

static void
test_seed_services(void)
{
    ViewSite v;
    view_site_open(&v, "content", "themes/default", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(seeds); i++) {
        g_autoptr(Loaded) loaded = view_site_load(&v, seeds[i].folder);
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GString) json = g_string_new(NULL);
        const Service *service = find_service(loaded->agency, seeds[i].slug);
        Leaf leaf;
        ViewHalamanLayanan view;
        leaf_init(&leaf, arena, &v.site, loaded->agency);
        view_context_page(&leaf.ctx, ADDRESS_SERVICE, NULL, leaf_page(&leaf.ctx, service));
        leaf_layanan_fill(&leaf, service, &view.layanan);
        leaf_halaman_layanan_fill(&leaf, service, json, &view);
        fix_assets(&view.page);
        g_autofree char *dump = view_dump(view_class(PAGE_LAYANAN), &view);
        assert_golden(seeds[i].golden, dump);
        leaf_clear(&leaf);
    }
    view_site_close(&v);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/view/seed-services", test_seed_services);
    return g_test_run();
}
