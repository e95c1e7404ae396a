#include "support/fonts-dir.h"
#include "support/golden-picture.h"
#include "support/poster-seeds.h"
#include "support/same-bytes.h"
#include <glib/gstdio.h>
#include <string.h>

static Fonts *fonts;

static PosterContent
seed(guint i)
{
    PosterContent content = SEEDS[i];
    content.logo = (const guint8 *)SEED_LOGO;
    content.logo_len = strlen(SEED_LOGO);
    return content;
}

static GByteArray *
render(const PosterContent *content, const PosterOptions *options, PosterReport *report)
{
    g_autoptr(GError) error = NULL;
    GByteArray *out = g_byte_array_new();
    gboolean done = poster_render(fonts, &(PosterJob){content, options}, out, report, &error);
    g_assert_no_error(error);
    g_assert_true(done);
    return out;
}

static const PosterOptions PDF_A3 = {.size = POSTER_A3, .date = "2025-06-14T00:00:00Z"};
static const PosterOptions PDF_A4 = {.size = POSTER_A4, .ink_saving = TRUE};

/* ---- reports ---- */

static void
test_report(void)
{
    static const struct {
        PosterSize size;
        gboolean dense;
        double least_pt, least_m; /* the floor, and how far it is read from */
        guint sheets;
    } ROWS[] = {
        {POSTER_A3, FALSE, 13, 0.7, 1}, {POSTER_A4, FALSE, 12, 0.7, 2},
        {POSTER_A4, TRUE, 10, 0.58, 1}, {POSTER_A2, FALSE, 18.3, 1.0, 1},
        {POSTER_A1, FALSE, 26, 1.5, 1},
    };
    PosterContent content = seed(4);
    for (guint i = 0; i < N(ROWS); i++) {
        PosterOptions options = {.size = ROWS[i].size, .dense = ROWS[i].dense};
        PosterReport report;
        g_autoptr(GByteArray) out = render(&content, &options, &report);
        g_assert_cmpuint(report.n_sheets, ==, ROWS[i].sheets);
        g_assert_cmpfloat(report.body_pt, >=, ROWS[i].least_pt - 0.01);
        g_assert_cmpfloat(report.reading_distance_m, >=, ROWS[i].least_m);
        g_assert_cmpstr(report.field, ==, "");
    }
}

static void
test_card_drops(void)
{
    PosterContent content = seed(4);
    PosterOptions options = {.size = POSTER_CARD, .format = POSTER_PNG};
    PosterReport report;
    g_autoptr(GByteArray) out = render(&content, &options, &report);
    g_assert_cmpuint(report.n_dropped, ==, 1);
}

/* ---- errors ---- */

static void
test_unknown_glyph(void)
{
    PosterContent content = seed(0);
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    content.title = "Layanan \xE0\xB8\x81"; /* Thai: none of the fonts has it */
    g_assert_false(poster_render(fonts, &(PosterJob){&content, &PDF_A3}, out, NULL, &error));
    g_assert_error(error, DRAW_ERROR, DRAW_ERROR_GLYPH);
    g_assert_nonnull(strstr(error->message, content.title));
    g_assert_cmpuint(out->len, ==, 0);
}

static void
test_too_long(void)
{
    g_autoptr(GString) words = g_string_new(NULL);
    while (words->len < 12000)
        g_string_append(words, "perundang-undangan yang berlaku ");
    PosterItem item = {.field = "persyaratan 1", .text = words->str};
    FlowStep step = {.field = "prosedur 1", .number = "1", .text = words->str};
    PosterContent contents[3] = {seed(0), seed(0), seed(0)};
    static const char *const FIELDS[3] = {"persyaratan 1", "prosedur 1", "judul"};
    contents[0].sections[0].items = &item;
    contents[0].sections[0].n = 1;
    contents[1].sections[1].steps = &step;
    contents[1].sections[1].n = 1;
    contents[2].title = words->str;
    for (guint i = 0; i < 3; i++) {
        g_autoptr(GByteArray) out = g_byte_array_new();
        g_autoptr(GError) error = NULL;
        PosterReport report;
        g_assert_false(
            poster_render(fonts, &(PosterJob){&contents[i], &PDF_A4}, out, &report, &error));
        g_assert_error(error, DRAW_ERROR, DRAW_ERROR_TOO_LONG);
        g_assert_cmpstr(report.field, ==, FIELDS[i]);
        g_assert_nonnull(strstr(error->message, FIELDS[i]));
    }
}

static void
test_logos(void)
{
    static const char *const BAD[] = {
        "", "GIF89a", "<svg", "\x89PNG\r\n\x1a\n",
        "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>"};
    for (guint i = 0; i < N(BAD); i++) {
        PosterContent content = seed(0);
        g_autoptr(GByteArray) out = g_byte_array_new();
        g_autoptr(GError) error = NULL;
        content.logo = (const guint8 *)BAD[i];
        content.logo_len = strlen(BAD[i]);
        g_assert_false(
            poster_render(fonts, &(PosterJob){&content, &PDF_A3}, out, NULL, &error));
        g_assert_error(error, DRAW_ERROR, DRAW_ERROR_LOGO);
    }
}

static void
test_no_fonts(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *empty = g_dir_make_tmp("poster-XXXXXX", NULL);
    g_assert_null(fonts_new(empty, &error));
    g_assert_error(error, DRAW_ERROR, DRAW_ERROR_FONTS);
    g_rmdir(empty);
}

/* ---- the same bytes ---- */

static void
test_same_bytes(void)
{
    static const PosterOptions WAYS[] = {
        {.size = POSTER_A3},
        {.size = POSTER_A3, .crop_marks = TRUE},
        {.size = POSTER_A4, .ink_saving = TRUE},
        {.size = POSTER_CARD, .format = POSTER_PNG},
        {.size = POSTER_A3, .format = POSTER_SVG},
    };
    g_autoptr(Fonts) first = fonts;
    for (guint i = 0; i < N(WAYS); i++) {
        PosterContent content = seed(2);
        g_autoptr(GByteArray) one = render(&content, &WAYS[i], NULL);
        fonts = fonts_new(fonts_dir(), NULL);
        g_setenv("TZ", i % 2 == 0 ? "Asia/Jayapura" : "UTC", TRUE);
        g_autoptr(GByteArray) other = render(&content, &WAYS[i], NULL);
        assert_same_bytes(one->data, one->len, other->data, other->len);
        fonts_free(fonts);
        fonts = first;
    }
    g_steal_pointer(&first);
}

/* A second size shapes no text again but what only it prints. */
static void
test_cache(void)
{
    PosterContent content = seed(1);
    g_autoptr(GByteArray) a3 = render(&content, &PDF_A3, NULL);
    guint before = fonts_n_shaped(fonts);
    g_autoptr(GByteArray) again = render(&content, &PDF_A3, NULL);
    g_assert_cmpuint(fonts_n_shaped(fonts), ==, before);
    g_autoptr(GByteArray) a4 = render(&content, &PDF_A4, NULL);
    g_assert_cmpuint(fonts_n_shaped(fonts), <=, before + 4);
}

/* ---- other programs' opinions ---- */

static char *
write_temp(const GByteArray *bytes, const char *suffix)
{
    g_autofree char *name = g_strconcat("poster-XXXXXX", suffix, NULL);
    char *path = NULL;
    g_autoptr(GError) error = NULL;
    int fd = g_file_open_tmp(name, &path, &error);
    g_assert_no_error(error);
    g_close(fd, NULL);
    g_file_set_contents(path, (const char *)bytes->data, bytes->len, &error);
    g_assert_no_error(error);
    return path;
}

/* What `argv` prints; NULL when the program is not installed. */
static char *
run(const char *const *argv)
{
    char *out = NULL;
    int status = 0;
    g_autoptr(GError) error = NULL;
    g_autofree char *program = g_find_program_in_path(argv[0]);
    if (program == NULL) {
        g_test_message("%s is not installed", argv[0]);
        return NULL;
    }
    g_spawn_sync(NULL, (char **)(guintptr)argv, NULL,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                 &status, &error);
    g_assert_no_error(error);
    g_assert_true(g_spawn_check_wait_status(status, NULL));
    return out;
}

static void
test_qpdf(void)
{
    for (guint i = 0; i < N(SEEDS); i++) {
        PosterContent content = seed(i);
        PosterOptions options = {.size = i % 2 == 0 ? POSTER_A3 : POSTER_A4,
                                 .crop_marks = i == 0};
        g_autoptr(GByteArray) pdf = render(&content, &options, NULL);
        g_autofree char *path = write_temp(pdf, ".pdf");
        g_autofree char *said = run((const char *const[]){"qpdf", "--check", path, NULL});
        g_unlink(path);
        g_assert_true(said == NULL ||
                      strstr(said, "No syntax or stream encoding errors") != NULL);
    }
}

/* One Document over all pages, whatever is on them, and nothing beside it. */
static void
test_structure(void)
{
    static const PosterOptions OPTIONS[] = {
        {.size = POSTER_A3},
        {.size = POSTER_A3, .crop_marks = TRUE},
        {.size = POSTER_A4, .ink_saving = TRUE, .annex = TRUE},
    };
    for (guint i = 0; i < N(SEEDS); i++)
        for (guint o = 0; o < N(OPTIONS); o++) {
            PosterContent content = seed(i);
            g_autoptr(GByteArray) pdf = render(&content, &OPTIONS[o], NULL);
            g_autofree char *path = write_temp(pdf, ".pdf");
            g_autofree char *tree =
                run((const char *const[]){"pdfinfo", "-struct", path, NULL});
            g_unlink(path);
            if (tree == NULL)
                return;
            g_auto(GStrv) lines = g_strsplit(tree, "\n", -1);
            g_assert_cmpstr(lines[0], ==, "Document");
            for (guint k = 1; lines[k] != NULL && *lines[k] != '\0'; k++)
                g_assert_true(lines[k][0] == ' ');
            g_assert_nonnull(strstr(tree, "\n    H1 "));
            g_assert_nonnull(strstr(tree, "\n      LI "));
        }
}

/* The chart is a page of its own, behind the sheets, and says every step again. */
static void
test_annex(void)
{
    PosterContent content = seed(0);
    PosterOptions options = {.size = POSTER_A4, .annex = TRUE};
    PosterReport report;
    g_autoptr(GByteArray) pdf = render(&content, &options, &report);
    g_autofree char *path = write_temp(pdf, ".pdf");
    g_autofree char *first = g_strdup_printf("%u", report.n_sheets + 1);
    g_autofree char *text =
        run((const char *const[]){"pdftotext", "-raw", "-f", first, path, "-", NULL});
    g_autofree char *said = run((const char *const[]){"qpdf", "--check", path, NULL});
    g_unlink(path);
    g_assert_true(said == NULL || strstr(said, "No syntax or stream encoding errors") != NULL);
    if (text == NULL)
        return;
    g_assert_true(g_str_has_prefix(text, "Bagan alur \xC2\xB7 Prosedur"));
    g_assert_nonnull(strstr(text, "6\nKepala Bidang"));
    g_assert_nonnull(strstr(text, "Selesai"));
}

/* Words in the order they are read, with nothing said twice. */
static void
test_text_order(void)
{
    static const char *const ORDER[] = {"PEMERINTAH KAB. PASURUAN\n",
                                        "Dinas Sosial\n",
                                        "STANDAR PELAYANAN\n",
                                        "Data dan Informasi\n",
                                        "Waktu penyelesaian\n",
                                        "260 Menit\n",
                                        "Biaya\n",
                                        "Tidak dipungut",
                                        "Produk pelayanan\n",
                                        "Persyaratan\n",
                                        "Identitas Pemohon",
                                        "Prosedur\n",
                                        "1 Pengguna layanan menyampaikan",
                                        "3 Sekretaris Dinas",
                                        "Jika tidak dikecualikan\n",
                                        "6 Kepala Bidang",
                                        "Jika dikecualikan\n",
                                        "7 Staf membuat",
                                        "11 Pengguna layanan",
                                        "Ada keluhan? Sampaikan ke sini\n",
                                        "(0343) 427605\n",
                                        "@dinsos_kab_pasuruan\n",
                                        "SK Nomor 000.8.3.2/43/ 424.077/2024\n",
                                        "Pindai: versi terbaru\n"};
    PosterContent content = seed(0);
    g_autoptr(GByteArray) pdf = render(&content, &PDF_A3, NULL);
    g_autofree char *path = write_temp(pdf, ".pdf");
    g_autofree char *text = run((const char *const[]){"pdftotext", "-raw", path, "-", NULL});
    g_unlink(path);
    const char *at = text;
    for (guint i = 0; at != NULL && i < N(ORDER); i++) {
        const char *found = strstr(at, ORDER[i]);
        if (found == NULL)
            g_error("not in its place: %s", ORDER[i]);
        at = found + strlen(ORDER[i]);
    }
    if (text != NULL)
        g_assert_null(strstr(strstr(text, "STANDAR PELAYANAN") + 1, "STANDAR PELAYANAN"));
}

static void
check_code(const GByteArray *bytes, const char *suffix, const char *url)
{
    g_autofree char *path = write_temp(bytes, suffix), *picture = g_strdup(path);
    if (g_str_has_suffix(suffix, ".pdf")) {
        g_autofree char *stem = g_strndup(path, strlen(path) - 4);
        g_autofree char *said = run((const char *const[]){"pdftoppm", "-r", "100", "-png",
                                                          "-singlefile", path, stem, NULL});
        g_free(picture);
        picture = said != NULL ? g_strconcat(stem, ".png", NULL) : NULL;
    }
    g_autofree char *read =
        picture != NULL
            ? run((const char *const[]){"zbarimg", "-q", "--raw", "--nodbus", picture, NULL})
            : NULL;
    if (read != NULL)
        g_assert_cmpstr(g_strstrip(read), ==, url);
    g_unlink(path);
    if (picture != NULL)
        g_unlink(picture);
}

/* At 100 dpi, as a cheap scanner sees it. */
static void
test_code_is_read(void)
{
    for (guint i = 0; i < N(SEEDS); i++) {
        PosterContent content = seed(i);
        PosterOptions card = {.size = POSTER_CARD, .format = POSTER_PNG};
        g_autoptr(GByteArray) a3 = render(&content, &PDF_A3, NULL);
        check_code(a3, ".pdf", content.url);
        g_autoptr(GByteArray) picture = render(&content, &card, NULL);
        check_code(picture, ".png", content.url);
        PosterOptions dense = {.size = POSTER_A4, .ink_saving = TRUE, .dense = TRUE};
        g_autoptr(GByteArray) a4 = render(&content, &dense, NULL);
        check_code(a4, ".pdf", content.url);
    }
}

/* ---- golden pictures ---- */

static void
test_golden(void)
{
    for (guint i = 0; i < N(SEEDS); i++) {
        PosterContent content = seed(i);
        for (guint w = 0; w < 3; w++) {
            static const char *const NAMES[] = {"a3", "a4", "kartu"};
            PosterOptions options = {.size = w == 0   ? POSTER_A3
                                             : w == 1 ? POSTER_A4
                                                      : POSTER_CARD,
                                     .format = POSTER_PNG,
                                     .ink_saving = w == 1,
                                     .dpi = w == 0 ? 40 : 56};
            g_autofree char *name = g_strdup_printf("seed-%u-%s", i, NAMES[w]);
            g_autoptr(GByteArray) png = render(&content, &options, NULL);
            golden_check(name, png->data, png->len);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    fonts = fonts_new(fonts_dir(), &error);
    g_assert_no_error(error);
    g_test_add_func("/poster-render/report", test_report);
    g_test_add_func("/poster-render/card-drops", test_card_drops);
    g_test_add_func("/poster-render/unknown-glyph", test_unknown_glyph);
    g_test_add_func("/poster-render/too-long", test_too_long);
    g_test_add_func("/poster-render/logos", test_logos);
    g_test_add_func("/poster-render/no-fonts", test_no_fonts);
    g_test_add_func("/poster-render/same-bytes", test_same_bytes);
    g_test_add_func("/poster-render/cache", test_cache);
    g_test_add_func("/poster-render/qpdf", test_qpdf);
    g_test_add_func("/poster-render/structure", test_structure);
    g_test_add_func("/poster-render/annex", test_annex);
    g_test_add_func("/poster-render/text-order", test_text_order);
    g_test_add_func("/poster-render/code-is-read", test_code_is_read);
    g_test_add_func("/poster-render/golden", test_golden);
    int failed = g_test_run();
    fonts_free(fonts);
    return failed;
}
