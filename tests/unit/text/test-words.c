#include "text/words.h"
#include <glib.h>

static void
test_drop_lead(void)
{
    static const char *const leads[] = {"untuk", "bagi", NULL};
    g_assert_cmpstr(words_drop_lead("Untuk  umum", leads), ==, "umum");
    g_assert_cmpstr(words_drop_lead("untukmu", leads), ==, "untukmu");
    g_assert_cmpstr(words_drop_lead("bagi", leads), ==, "bagi");
    g_assert_cmpstr(words_drop_lead("", leads), ==, "");
}

static void
test_same(void)
{
    static const struct {
        const char *raw, *shown, *more;
        gboolean same;
    } same[] = {
        {"Rp. 5.000,- per lembar", "Rp5.000", "per lembar", TRUE},
        {"GRATIS (–)", "Gratis", "", TRUE},
        {"Rp5.000", "Rp5.000", "per lembar", FALSE},
        {"5.000 rupiah", "Rp5.000", "", FALSE},
        {"é", "e", "", FALSE},
        {"", "", "", TRUE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
        g_assert_cmpint(words_are_same(same[i].raw, same[i].shown, same[i].more), ==,
                        same[i].same);
}

static void
test_trim(void)
{
    g_autoptr(Arena) arena = arena_new();
    const char *whole = "KTP (asli)";
    g_assert_cmpstr(words_trim(arena, "KTP asli ,; "), ==, "KTP asli");
    g_assert_true(words_trim(arena, whole) == whole);
    g_assert_cmpstr(words_trim(arena, " ;:"), ==, "");
}

static void
test_cut(void)
{
    static const struct {
        const char *text, *cut;
    } cuts[] = {
        {"satu dua", "satu dua"},     {"satu dua tiga", "satu dua…"},
        {"satu, duatiga", "satu…"},   {"sepuluhsepuluh", "sepuluhse…"},
        {"ééééé ééééé éé", "ééééé…"},
    };
    g_autoptr(Arena) arena = arena_new();
    for (gsize i = 0; i < G_N_ELEMENTS(cuts); i++)
        g_assert_cmpstr(words_cut(arena, cuts[i].text, 10), ==, cuts[i].cut);
    g_assert_true(words_cut(arena, cuts[0].text, 8) == cuts[0].text);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/drop-lead", test_drop_lead);
    g_test_add_func("/words/cut", test_cut);
    g_test_add_func("/words/same", test_same);
    g_test_add_func("/words/trim", test_trim);
    return g_test_run();
}
