#include "search/terms.h"
#include "text/fold.h"
#include <string.h>

/* ---- words, as the page's script cuts them too ---- */

static void
append_word(GString *out, const char *word)
{
    if (out->len > 0)
        g_string_append_c(out, ' ');
    g_string_append(out, word);
}

static void
cut(const char *text, GString *out)
{
    g_autoptr(GString) word = g_string_new(NULL);
    while (fold_next_word(&text, word))
        append_word(out, word->str);
}

static void
stem(const char *word, GString *out)
{
    char stems[TERMS_MAX_STEMS][80];
    guint n = term_stems(word, stems);
    for (guint i = 0; i < n; i++)
        append_word(out, stems[i]);
}

static void
test_words(void)
{
    g_autofree char *text = NULL;
    guint n = 0;
    g_assert_true(g_file_get_contents("tests/golden/kata.txt", &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        char *colon = strchr(*line, ':'), *equals = strstr(*line, " =");
        if (**line == '#' || **line == '\0')
            continue;
        g_autoptr(GString) out = g_string_new(NULL);
        *colon = *equals = '\0';
        if (strcmp(*line, "akar") == 0)
            stem(colon + 2, out);
        else
            cut(colon + 2, out);
        g_assert_cmpstr(out->str, ==, g_strchug(equals + 2));
        n++;
    }
    g_assert_cmpuint(n, >, 50);
}

/* ---- lists ---- */

static char *
all_terms(Terms *words)
{
    guint n;
    Term **terms = terms_sorted(words, &n);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "%s ", terms[i]->text);
        term_append(terms[i], out);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static void
test_fields(void)
{
    g_autoptr(Terms) words = terms_new();
    static const char *const agency[] = {"Dinas Sosial", "Pasuruan 67126"};
    const TermText *text = terms_prepare(words, agency, 2, 64);
    terms_add_text(words, "Pembuatan e-KTP dan KK 2024", 64, 0, TERM_TITLE);
    terms_add_text(words, "ijin ijin", 64, 0, TERM_KEYWORD);
    terms_add_text(words, "Pembuatan 2024 kartu tanda penduduk", 64, 0, TERM_OTHER);
    terms_add(text, 0, TERM_OTHER);
    terms_add_text(words, "KTP", 64, 1, TERM_TITLE);
    terms_add_text(words, "satu dua tiga", 2, 5, TERM_TITLE);
    g_autofree char *out = all_terms(words);
    /* '?' is document 0; '@' two documents from 0, '?' more; 'A' document 1 after document 0. */
    g_assert_cmpstr(out, ==,
                    "2024 ?\n"
                    "67126 !!!?\n"
                    "buat ?!!!?\n"
                    "dinas !!!?\n"
                    "dinsos !!!?\n"
                    "dua I\n"
                    "izin !?\n"
                    "kartu !!!?\n"
                    "kk ?\n"
                    "ktp @?!!!?\n"
                    "pasuru !!!?\n"
                    "pasuruan !!!?\n"
                    "pembuatan ?\n"
                    "penduduk !!!?\n"
                    "satu I\n"
                    "sosial !!!?\n"
                    "tanda !!!?\n");
}

/* Names are found by their words, whole and with their words run together; initials from three words on. */
static void
test_names(void)
{
    g_autoptr(Terms) words = terms_new();
    terms_add_name(words, "Rawat  INAP", 64, 0, TERM_TITLE);
    terms_add_name(words, "a b c d e f g h i", 64, 0, TERM_TITLE);
    terms_add_name(words, "", 64, 0, TERM_TITLE);
    terms_add_name(words, "F-1.02 dan AK-1", 64, 1, TERM_KEYWORD);
    terms_add_name(words, "Perpanjangan keanggotaan", 64, 1, TERM_KEYWORD);
    terms_add_name(words, "Ijin foto kopi", 64, 1, TERM_KEYWORD);
    terms_add_initials(words, "Kantor Urusan Agama", 2, TERM_KEYWORD);
    terms_add_initials(words, "Penanaman Modal dan Pelayanan Terpadu", 2, TERM_KEYWORD);
    terms_add_initials(words, "Dinas Sosial", 2, TERM_KEYWORD);
    g_autofree char *out = all_terms(words);
    g_assert_cmpstr(out, ==,
                    "02 !A\n"
                    "1 !A\n"
                    "=f=1=02=dan=ak=1 !A\n"
                    "=ijin=foto=kopi !A\n"
                    "=perpanjangan=keanggotaan !A\n"
                    "=rawat=inap ?\n"
                    "ak !A\n"
                    "ak1 !A\n"
                    "anggota !A\n"
                    "f102 !A\n"
                    "foto !A\n"
                    "fotokopi !A\n"
                    "inap ?\n"
                    "izin !A\n"
                    "izinfoto !A\n"
                    "keanggotaan !A\n"
                    "kopi !A\n"
                    "kua !C\n"
                    "panjang !A\n"
                    "perpanjangan !A\n"
                    "pmpt !C\n"
                    "rawat ?\n"
                    "rawatinap ?\n");
}

/* A topic with more synonyms than anybody writes: each word is taken once, whatever came before. */
static void
test_many_words(void)
{
    enum { N = 300000 };
    g_autoptr(Terms) words = terms_new();
    g_autoptr(GString) text = g_string_new(NULL);
    guint n;
    for (guint i = 0; i < N; i++)
        g_string_append_printf(text, "%u ", 1000000 + i);
    const char *texts[] = {text->str, text->str};
    const TermText *twice = terms_prepare(words, texts, 2, G_MAXUINT);
    const TermText *again = terms_prepare(words, texts, 1, G_MAXUINT);
    terms_add(twice, 0, TERM_KEYWORD);
    terms_add(again, 1, TERM_KEYWORD);
    Term **terms = terms_sorted(words, &n);
    g_assert_cmpuint(n, ==, N);
    for (guint i = 0; i < N; i++)
        g_assert_cmpuint(terms[i]->lists[TERM_KEYWORD].to, ==, 2);
}

static void
test_runs(void)
{
    static const struct {
        guint from, to;
    } runs[] = {{0, 1}, {2, 4}, {100, 1200}, {199999, 200000}};
    g_autoptr(Terms) words = terms_new();
    for (gsize i = 0; i < G_N_ELEMENTS(runs); i++)
        for (guint doc = runs[i].from; doc < runs[i].to; doc++)
            terms_add_text(words, "akta akta", 9, doc, TERM_TITLE);
    g_autofree char *out = all_terms(words);
    /* 0 | gap 1, run of 2 | gap 96 × 2 + 1 = 193 = 1 + 6 × 32, 1098 = 10 + 2 × 32 + 32² | … */
    g_assert_cmpstr(out, ==, "akta ?B?`Eia@}gcK\n");
}

/* A word that stands in too many places keeps only the first of them. */
static void
test_common(void)
{
    g_autoptr(Terms) words = terms_new();
    for (guint doc = 0; doc < 200000; doc += 2)
        terms_add_text(words, "izin", 9, doc, TERM_TITLE);
    g_autofree char *out = all_terms(words);
    g_assert_true(g_str_has_prefix(out, "izin *?AA"));
    g_assert_cmpuint(strlen(out), ==, strlen("izin *\n") + TERMS_MAX_KEPT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/search/words", test_words);
    g_test_add_func("/search/fields", test_fields);
    g_test_add_func("/search/names", test_names);
    g_test_add_func("/search/many-words", test_many_words);
    g_test_add_func("/search/runs", test_runs);
    g_test_add_func("/search/common", test_common);
    return g_test_run();
}
