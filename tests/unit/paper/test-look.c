/* The posters of the twelve charters of tests/rich, as pictures that were looked at, in colour, grey and as
 * who sees no green sees them. MAKLUMAT_GOLDEN=write writes them anew. */
#include "model/load.h"
#include "paper/content.h"
#include "support/fonts-dir.h"
#include "support/golden-picture.h"

static Fonts *fonts;

typedef struct Way {
    const char *name;
    PosterOptions options;
} Way;

/* Small, but words of the body can still be told apart. */
static const Way WAYS[] = {
    {"a3", {.size = POSTER_A3, .format = POSTER_PNG, .dpi = 21}},
    {"a4", {.size = POSTER_A4, .format = POSTER_PNG, .ink_saving = TRUE, .dpi = 27}},
};

static guint
check_service(Arena *arena, const Agency *agency, const Service *service)
{
    const PosterInput input = {.style = poster_style_default(),
                               .url = "https://layanan.contoh.example/kota-contoh/halaman.html",
                               .national_channel = TRUE};
    const PosterContent *content = poster_content_service(arena, agency, service, &input);
    guint n = 0;
    for (guint w = 0; w < G_N_ELEMENTS(WAYS); w++) {
        PosterReport report = {.n_sheets = 1};
        for (guint sheet = 0; sheet < report.n_sheets; sheet++, n++) {
            g_autoptr(GError) error = NULL;
            g_autoptr(GByteArray) png = g_byte_array_new();
            PosterOptions options = WAYS[w].options;
            options.sheet = sheet;
            poster_render(fonts, &(PosterJob){content, &options}, png, &report, &error);
            g_assert_no_error(error);
            g_autofree char *name =
                g_strdup_printf("%s-%s-%u", service->slug, WAYS[w].name, sheet + 1);
            golden_check(name, png->data, png->len);
        }
    }
    return n;
}

static void
test_rich(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    Scan *scan = scan_new("tests/rich/content", 1, diags, NULL);
    SiteData *site = site_load(scan, diags, NULL);
    guint n_services = 0, n_sheets = 0;
    for (guint i = 0; i < scan->n_agencies; i++) {
        g_autoptr(Arena) arena = arena_new();
        Loaded *loaded = load_agency(scan, site, &scan->agencies[i], diags, NULL);
        const ServiceList *services = &loaded->agency->services;
        for (guint k = 0; k < services->n; k++, n_services++)
            n_sheets += check_service(arena, loaded->agency, &services->items[k]);
        loaded_free(loaded);
    }
    site_free(site);
    scan_free(scan);
    g_assert_cmpuint(n_services, ==, 12);
    g_test_message("%u sheets", n_sheets);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    fonts = fonts_new(fonts_dir(), &error);
    g_assert_no_error(error);
    g_test_add_func("/look/rich", test_rich);
    int failed = g_test_run();
    fonts_free(fonts);
    return failed;
}
