#include "base/suggest.h"
#include <string.h>

static void
test_words(void)
{
    static const char *const keys[] = {
        "judul",       "sk",     "biaya",    "waktu",       NULL,    "pengaduan", "produk",
        "jam_layanan", "sarana", "prosedur", "persyaratan", "Lapor", "telepon"};
    static const struct {
        const char *word, *expected;
    } cases[] = {
        {"baiya", "biaya"},
        {"biaya", "biaya"},
        {"BIAYA", "biaya"},
        {"judl", "judul"},
        {"juduls", "judul"},
        {"wkatu", "waktu"},
        {"persaratan", "persyaratan"},
        {"persyaratan_", "persyaratan"},
        {"persayratn", "persyaratan"},
        {"jamlayanan", "jam_layanan"},
        {"jam-layanan", "jam_layanan"},
        {"prosdur", "prosedur"},
        {"lapor", "Lapor"},
        {"s", "sk"},
        {"ks", "sk"},
        {"xy", NULL},
        {"nama", NULL},
        {"", NULL},
        {"alamat_lengkap", NULL},
        {"telpon", "telepon"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(suggest_word(cases[i].word, keys, G_N_ELEMENTS(keys)), ==,
                        cases[i].expected);
    g_assert_null(suggest_word("biaya", keys, 0));
}

static void
test_limits(void)
{
    g_autofree char *long_word = g_strnfill(100000, 'a'), *longest = g_strnfill(64, 'b');
    const char *words[] = {long_word, longest};
    g_assert_null(suggest_word(long_word, words, 2));
    g_assert_cmpstr(suggest_word(longest, words, 2), ==, longest);
    static const char *const equals[] = {"kota", "kata"};
    g_assert_cmpstr(suggest_word("kita", equals, 2), ==, "kota");
    static const char *const edges[] = {"abcdefghijk", "xyzabcdefgh", "abcdefg", "defghijk"};
    g_assert_cmpstr(suggest_word("abcdefghijkxyz", edges, 4), ==, "abcdefghijk");
    g_assert_cmpstr(suggest_word("abcdefghijklmn", edges, 4), ==, "abcdefghijk");
    g_assert_cmpstr(suggest_word("xyabcdefghij", edges + 1, 3), ==, "xyzabcdefgh");
    g_assert_cmpstr(suggest_word("badcfehgijk", edges, 4), ==, NULL);
    g_assert_cmpstr(suggest_word("badcfeghijk", edges, 4), ==, "abcdefghijk");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/suggest/words", test_words);
    g_test_add_func("/suggest/limits", test_limits);
    return g_test_run();
}
