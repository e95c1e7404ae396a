#include "draw/breaks.h"
#include "draw/text.h"
#include "support/fonts-dir.h"
#include <string.h>

/* Places where a line may begin are written as "|". */
static void
check(const char *want, gboolean is_code)
{
    g_autoptr(GString) text = g_string_new(NULL), got = g_string_new(NULL);
    for (const char *p = want; *p != '\0'; p++)
        if (*p != '|')
            g_string_append_c(text, *p);
    g_autofree guint8 *breaks = text_breaks(text->str, (guint)text->len, is_code);
    for (gsize i = 0; i < text->len; i++) {
        if (breaks[i])
            g_string_append_c(got, '|');
        g_string_append_c(got, text->str[i]);
    }
    g_assert_cmpstr(got->str, ==, want);
}

static void
test_words(void)
{
    static const char *const WANT[] = {
        "paling |lama |3 hari |kerja |sejak |pembayaran",
        "10 (sepuluh) hari |kerja",
        "60–90 menit |tidak |termasuk",
        "Rp2.500 |per m³",
        "Rp 50.000 |per sertipikat",
        "(2 hari)",
        "(1 lembar)",
        "pipa |½ inci, |sampai |6 m",
        "Pasfoto |4 × 6 cm",
        "5% |× (nilai |perolehan",
        "KTP-el |atau |KK",
        "formulir |F-1.03, |UKL-UPL",
        "SK |470/021/KEP/2026",
        "tanah |dan/atau |bangunan |RT/RW",
        "Antar-|Kabupaten/|Kota",
        "Senin–|Kamis |08.00–15.30",
        "telepon |0856-0796-6637",
        "loket 3 |dan |4",
        "Undang-|Undang |Nomor 25 Tahun |2009",
        "± 30 menit",
        "1 |dan |2",
        "",
        "kata",
    };
    for (guint i = 0; i < G_N_ELEMENTS(WANT); i++)
        check(WANT[i], FALSE);
}

static void
test_codes(void)
{
    check("https://a.example/|b/|c |d-e", TRUE);
    check("0856-0796-6637", TRUE);
    check("", TRUE);
}

/* What no line could hold may be parted wherever Pango would. */
static void
test_long(void)
{
    g_autofree guint8 *breaks = text_breaks("AAAAAAAAAA-BBBBBBBBBB-CCCCCCCCCC", 32, FALSE);
    g_assert_true(breaks[11] && breaks[22]);
}

static void
append_line(const Line *line, gpointer data)
{
    GString *out = data;
    for (guint i = 0; i < line->n; i++) {
        const LinePiece *piece = &line->pieces[i];
        const ShapedText *text = piece->span.text;
        guint32 end = piece->end < text->n_glyphs ? text->glyphs[piece->end].byte : text->len;
        g_string_append_len(out, text->text + text->glyphs[piece->begin].byte,
                            end - text->glyphs[piece->begin].byte);
    }
    g_string_append_c(out, '|');
}

/* What is kept together but wider than its column breaks at its blanks, and only a word wider than the
 * column between its letters: a time deep in the branches of a sheet read "har|i". */
static void
test_narrow(void)
{
    static const struct {
        const char *text;
        double em;
        const char *lines;
    } ROWS[] = {
        {"(10 (sepuluh) hari kerja)", 9.5, "(10 (sepuluh) hari |kerja)|"},
        {"(10 (sepuluh) hari kerja)", 7, "(10 (sepuluh) |hari kerja)|"},
        {"dalam 10 (sepuluh) hari kerja", 5.5, "dalam |10 |(sepuluh) |hari kerja|"},
        {"perpanjangan", 4, "perpanj|angan|"},
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(Fonts) fonts = fonts_new(fonts_dir(), &error);
    g_assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autoptr(GString) got = g_string_new(NULL);
        Para para = {.n = 0};
        para_add(&para, shaped_text_get(fonts, FACE_BOLD, ROWS[i].text), 0, 0);
        guint n = para_break(&para, ROWS[i].em, append_line, got);
        g_assert_cmpstr(got->str, ==, ROWS[i].lines);
        /* Counted alone, the lines are as many. */
        g_assert_cmpuint(para_break(&para, ROWS[i].em, NULL, NULL), ==, n);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/breaks/words", test_words);
    g_test_add_func("/breaks/codes", test_codes);
    g_test_add_func("/breaks/long", test_long);
    g_test_add_func("/breaks/narrow", test_narrow);
    return g_test_run();
}
