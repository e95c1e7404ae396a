/* Posters of charters as agencies write them, under the eye of sheet-check.h: twelve in tests/rich
 * and 500 put together by chance, their agencies' pledges and channels. */
#include "facts/picture.h"
#include "model/load.h"
#include "paper/content.h"
#include "support/charter-rich.h"
#include "support/content-files.h"
#include "support/fonts-dir.h"
#include "support/sheet-check.h"

static Fonts *fonts;

typedef struct Way {
    const char *name;
    PosterOptions options;
    SheetRules rules;
} Way;

static const Way WAYS[] = {
    {"a3", {.size = POSTER_A3}, {1, 9, 0, FALSE, 0}},
    {"a4", {.size = POSTER_A4, .ink_saving = TRUE}, {210 / SHEET_W, 9, 10, TRUE, 0}},
    {"a3 far", {.size = POSTER_A3, .distance = TRUE}, {1, 9, 0, FALSE, 1}},
    {"banner", {.size = POSTER_BANNER, .distance = TRUE}, {600 / SHEET_W, 9, 0, FALSE, 1}},
};

/* Titles of 90 pt, and a time with capitals of 13 mm, on the sheet that is read from three metres. */
static void
check_distance(GString *faults,
               const char *name,
               const PosterLayout *layout,
               const PosterContent *content,
               double scale)
{
    /* Seven lines of a title leave no room for anything else at A3. */
    double least = g_utf8_strlen(content->title, -1) <= 55 ? 89.9 : 70, title = 0, time = 0;
    for (guint i = 0; i < layout->sheets[0]->items->len; i++) {
        const SceneItem *item = scene_item(layout->sheets[0], i);
        if (item->kind == SCENE_LINE && g_strcmp0(item->field, "judul") == 0)
            title = MAX(title, item->size_mm * scale / PT);
        if (item->kind == SCENE_LINE && g_strcmp0(item->field, "waktu") == 0)
            time = MAX(time, item->size_mm * scale * 0.727);
    }
    if (title < least || (content->facts[0].number != NULL && time < 12.9))
        g_string_append_printf(faults, "%s: title %.0f pt, time %.1f mm\n", name, title, time);
}

static void
check_content(GString *faults, const char *name, const PosterContent *content)
{
    for (guint w = 0; w < G_N_ELEMENTS(WAYS); w++) {
        if (WAYS[w].options.distance && content->kind != POSTER_SERVICE)
            continue;
        PosterOptions options = WAYS[w].options;
        options.style = poster_style_default();
        Press press;
        fonts_trim(fonts);
        press_init(&press, fonts, content, &options, 0);
        PosterMisfit misfit;
        PosterLayout *layout = options.distance ? poster_distance_new(&press, &misfit)
                                                : poster_layout_new(&press, &misfit);
        g_autofree char *which = g_strconcat(name, " ", WAYS[w].name, NULL);
        if (layout == NULL)
            g_string_append_printf(faults, "%s: no room for %s\n", which, misfit.field);
        else
            check_poster(faults, which, layout, content, &WAYS[w].rules);
        if (layout != NULL && options.distance)
            check_distance(faults, which, layout, content, WAYS[w].rules.scale);
        poster_layout_free(layout);
        press_clear(&press);
    }
}

static void
check_agency(GString *faults, const Loaded *loaded)
{
    const Agency *agency = loaded->agency;
    g_autoptr(Arena) arena = arena_new();
    PosterInput input = {.style = poster_style_default(),
                         .url = "https://layanan.contoh.example/kota-contoh/dinas/halaman.html",
                         .national_channel = TRUE};
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        check_content(faults, service->slug,
                      poster_content_service(arena, agency, service, &input));
    }
    check_content(faults, "maklumat", poster_content_pledge(arena, agency, &input));
    check_content(faults, "kanal", poster_content_channels(arena, agency, &input));
}

static void
check_folder(GString *faults, const char *folder)
{
    g_autoptr(GError) error = NULL;
    DiagList *diags = diag_list_new();
    Scan *scan = scan_new(folder, 1, diags, &error);
    g_assert_no_error(error);
    SiteData *site = site_load(scan, diags, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < scan->n_agencies; i++) {
        Loaded *loaded = load_agency(scan, site, &scan->agencies[i], diags, &error);
        g_assert_no_error(error);
        check_agency(faults, loaded);
        loaded_free(loaded);
    }
    for (guint i = 0; i < diag_list_n(diags); i++)
        if (diag_list_get(diags, i)->level >= DIAG_ERROR)
            g_error("%s:%u: %s", diag_list_get(diags, i)->path, diag_list_get(diags, i)->line,
                    diag_info(diag_list_get(diags, i)->code)->tag);
    site_free(site);
    scan_free(scan);
    diag_list_free(diags);
}

static void
report(const GString *faults)
{
    if (faults->len == 0)
        return;
    g_auto(GStrv) lines = g_strsplit(faults->str, "\n", -1);
    guint n = g_strv_length(lines) - 1;
    for (guint i = 0; i < MIN(n, 60u); i++)
        g_test_message("%s", lines[i]);
    g_test_message("%u faults", n);
    g_test_fail();
}

static void
test_real(void)
{
    g_autoptr(GString) faults = g_string_new(NULL);
    check_folder(faults, "tests/rich/content");
    report(faults);
}

/* ---- pictograms ---- */

static void
append_pictures(GString *out, const PosterContent *content, guint *n, guint *n_with)
{
    static const char *const NAMES[N_PICTOGRAMS] = {
        "-",      "card", "family",  "certificate", "book",    "photo", "stamp",
        "letter", "form", "receipt", "drawing",     "vehicle", "phone", "wheelchair"};
    const PosterSection *needs = &content->sections[0];
    for (guint i = 0; i < needs->n; i++) {
        if (needs->items[i].heading != NULL)
            continue;
        Pictogram picture = picture_of(needs->items[i].text);
        g_string_append_printf(out, "%s\t%s\n", NAMES[picture], needs->items[i].text);
        *n_with += picture != PICTOGRAM_NONE ? 1 : 0;
        (*n)++;
    }
}

/* Which picture stands beside which requirement, judged by eye once: tests/rich/pictograms.txt. */
static void
test_pictures(void)
{
    static const char path[] = "tests/rich/pictograms.txt";
    g_autoptr(GString) got = g_string_new(NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autofree char *want = NULL;
    guint n = 0, n_with = 0;
    Scan *scan = scan_new("tests/rich/content", 1, diags, NULL);
    SiteData *site = site_load(scan, diags, NULL);
    const PosterInput input = {.style = poster_style_default()};
    for (guint i = 0; i < scan->n_agencies; i++) {
        g_autoptr(Arena) arena = arena_new();
        Loaded *loaded = load_agency(scan, site, &scan->agencies[i], diags, NULL);
        const ServiceList *services = &loaded->agency->services;
        for (guint k = 0; k < services->n; k++)
            append_pictures(
                got, poster_content_service(arena, loaded->agency, &services->items[k], &input),
                &n, &n_with);
        loaded_free(loaded);
    }
    site_free(site);
    scan_free(scan);
    if (g_strcmp0(g_getenv("MAKLUMAT_GOLDEN"), "write") == 0)
        g_file_set_contents(path, got->str, -1, NULL);
    g_assert_true(g_file_get_contents(path, &want, NULL, NULL));
    g_assert_cmpstr(got->str, ==, want);
    g_assert_cmpuint(n_with * 100, >=, n * 80);
}

/* Shapes keep to their grid, and pages get the same ones. */
static void
test_shapes(void)
{
    for (guint i = PICTOGRAM_NONE + 1; i < N_PICTOGRAMS; i++) {
        const PictogramShape *shape = pictogram_shape((Pictogram)i);
        g_assert_cmpuint(shape->n, >, 3);
        g_assert_cmpint(*pictogram_path((Pictogram)i), ==, 'M');
        for (guint k = 0; k < shape->n; k++)
            for (guint c = 0; c < 6; c++)
                g_assert_true(shape->points[k].x[c] >= 0 && shape->points[k].x[c] <= 24);
    }
}

enum { AGENCIES = 25, SERVICES = 20 };

/* For tests/cli/layout.t, which judges the finished PDFs: MAKLUMAT_LEAVE names the folder to be made. */
static void
leave_files(const char *root)
{
    const char *to = g_getenv("MAKLUMAT_LEAVE");
    if (to == NULL)
        return;
    const char *const argv[] = {"cp", "-R", root, to, NULL};
    g_assert_true(g_spawn_sync(NULL, (char **)(guintptr)argv, NULL, G_SPAWN_SEARCH_PATH, NULL,
                               NULL, NULL, NULL, NULL, NULL));
}

static void
test_generated(void)
{
    static const char AGENCY[] =
        "nama: Dinas Contoh\ninstansi_induk: Pemerintah Kota Contoh\nalamat: Jl. Contoh 1\n"
        "jam_layanan: [{hari: Senin–Jumat, jam: 08.00–15.00}]\n"
        "kepala: {jabatan: Kepala Dinas Contoh}\n"
        "maklumat: {teks: \"Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan "
        "sesuai "
        "standar, melakukan perbaikan terus-menerus, dan menerima sanksi.\", tempat: Contoh}\n"
        "pengaduan: {kanal: [\"WhatsApp: 081200000001\", \"Email: aduan@contoh.example\"]}\n";
    g_autoptr(GString) faults = g_string_new(NULL);
    g_autoptr(GArray) files = g_array_new(TRUE, TRUE, sizeof(File));
    g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
    File site = {"situs.yaml", "nama: Contoh\nbahasa: [id]\n"};
    g_array_append_val(files, site);
    for (guint a = 0; a < AGENCIES; a++) {
        File agency = {g_strdup_printf("dinas-%u/instansi.yaml", a), AGENCY};
        g_ptr_array_add(strings, (gpointer)(guintptr)agency.path);
        g_array_append_val(files, agency);
        for (guint s = 0; s < SERVICES; s++) {
            guint i = a * SERVICES + s;
            File charter = {g_strdup_printf("dinas-%u/layanan-%u.md", a, i), rich_charter(i)};
            g_ptr_array_add(strings, (gpointer)(guintptr)charter.path);
            g_ptr_array_add(strings, (gpointer)(guintptr)charter.text);
            g_array_append_val(files, charter);
        }
    }
    const File *all = (const File *)(const void *)files->data;
    char *root = write_files(all);
    check_folder(faults, root);
    leave_files(root);
    remove_files(root, all);
    report(faults);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    fonts = fonts_new(fonts_dir(), &error);
    g_assert_no_error(error);
    g_test_add_func("/rich/pictures", test_pictures);
    g_test_add_func("/rich/shapes", test_shapes);
    g_test_add_func("/rich/real", test_real);
    g_test_add_func("/rich/generated", test_generated);
    int failed = g_test_run();
    fonts_free(fonts);
    return failed;
}
