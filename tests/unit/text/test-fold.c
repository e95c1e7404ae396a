#include "text/fold.h"

static void
test_words(void)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", ""},
        {"  – ", ""},
        {"Kartu Tanda Penduduk", "kartu|tanda|penduduk"},
        {"e-KTP (baru)", "e|ktp|baru"},
        {"Jum’at, Jum'at", "jumat|jumat"},
        {"RÉSUMÉ naïve Ĳssel", "resume|naive|ĳssel"},
        {"F-1.02", "f|1|02"},
        {"Rp50.000,-", "rp50|000"},
        {"ꦧꦱ ᮞᮥᮔ", "ꦧꦱ|ᮞᮥᮔ"},
        {"رقم", "رقم"},
        {"a😀b\xff"
         "c",
         "a|b|c"},
        {"×2 ÷3", "2|3"},
        {"“Data”", "data"},
        {"ABC\xCC\x81" "d E\xCC\x81" "f", "abcd|ef"},
        {"x' Y'z 'w", "x|yz|w"},
        {"abcdefghijklmnopqrstuvwxyzABCDEF abcdefghijklmnopqrstuvwxyzABCDEFG",
         "abcdefghijklmnopqrstuvwxyzabcdef|abcdefghijklmnopqrstuvwxyzabcdef"},
        {"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz z",
         "abcdefghijklmnopqrstuvwxyzabcdef|z"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) word = g_string_new(NULL);
        g_autoptr(GString) all = g_string_new(NULL);
        for (const char *at = cases[i].text; fold_next_word(&at, word);) {
            g_string_append(all, all->len > 0 ? "|" : "");
            g_string_append(all, word->str);
        }
        g_assert_cmpstr(all->str, ==, cases[i].words);
    }
}

static void
test_order(void)
{
    /* each one before the next; those after "=" equal the one before */
    static const char *const texts[] = {
        "",
        "“2 tahun”",
        "Akta",
        "=  akta!",
        "=ÁKTA",
        "Akta Kelahiran",
        "Akta-Nikah",
        "Aktaa",
        "Bansos",
        "bantuan sosial",
        "=Bantuan  Sosial",
        "Zakat",
        "ڪتاب",
    };
    for (gsize i = 1; i < G_N_ELEMENTS(texts); i++) {
        gboolean same = texts[i][0] == '=';
        const char *a = texts[i - 1] + (texts[i - 1][0] == '='), *b = texts[i] + same;
        int wanted = same ? 0 : -1;
        g_assert_cmpint(fold_compare(a, b), ==, wanted);
        g_assert_cmpint(fold_compare(b, a), ==, -wanted);
        g_assert_true(same ? fold_prefix(a) == fold_prefix(b)
                           : fold_prefix(a) <= fold_prefix(b));
    }
}

static void
test_letter(void)
{
    g_assert_cmpint(fold_letter("“izin”"), ==, 'I');
    g_assert_cmpint(fold_letter("Éclair"), ==, 'E');
    g_assert_cmpint(fold_letter("3 hari"), ==, 0);
    g_assert_cmpint(fold_letter("ꦧꦱ"), ==, 0);
    g_assert_cmpint(fold_letter(""), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fold/words", test_words);
    g_test_add_func("/fold/order", test_order);
    g_test_add_func("/fold/letter", test_letter);
    return g_test_run();
}
