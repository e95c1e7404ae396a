#include "value/number.h"

static const struct {
    const char *text;
    guint n;
    gint64 value;
} words[] = {
    {"satu", 1, 1},
    {"Sembilan", 1, 9},
    {"sepuluh", 1, 10},
    {"SEBELAS", 1, 11},
    {"dua belas", 2, 12},
    {"empatbelas", 1, 14},
    {"dua puluh", 2, 20},
    {"dua puluh lima hari", 3, 25},
    {"duapuluh lima", 2, 25},
    {"sembilan puluh sembilan", 3, 99},
    {"seratus", 1, 100},
    {"seratus dua puluh", 3, 120},
    {"dua ratus enam puluh", 4, 260},
    {"satu dua", 1, 1},
    {"nol", 1, 0},
    {"belas", 0, 0},
    {"puluh", 0, 0},
    {"ketujuh", 0, 0},
    {"tujuhan", 0, 0},
    {"14", 0, 0},
    {"", 0, 0},
};

static void
test_words(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        g_auto(Tokens) tokens;
        tokens_read(&tokens, words[i].text);
        gint64 value = 0;
        g_test_message("%s", words[i].text);
        g_assert_cmpuint(number_word_read(&tokens, 0, &value), ==, words[i].n);
        if (words[i].n > 0)
            g_assert_cmpint(value, ==, words[i].value);
    }
}

static const struct {
    const char *text;
    guint n;
    gint64 value;
} large_words[] = {
    {"lima", 1, 5},
    {"lima puluh ribu rupiah", 3, 50000},
    {"lima ratus ribu", 3, 500000},
    {"seribu lima ratus", 3, 1500},
    {"satu juta dua ratus lima puluh ribu", 7, 1250000},
    {"dua miliar tiga juta seribu satu", 6, 2003001001},
    {"seribu dua ribu", 2, 1002},
    {"dua ribu tiga juta", 3, 2003},
    {"ribu", 0, 0},
    {"nol", 1, 0},
};

static void
test_large_words(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(large_words); i++) {
        g_auto(Tokens) tokens;
        tokens_read(&tokens, large_words[i].text);
        gint64 value = -1;
        g_test_message("%s", large_words[i].text);
        g_assert_cmpuint(number_words_read(&tokens, 0, &value), ==, large_words[i].n);
        g_assert_cmpint(value, ==, large_words[i].value);
    }
}

/* Tokens as "w:Jum’at n:8 n-:07.30 m:–". */
static void
append_tokens(GString *out, const char *text)
{
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    for (guint i = 0; i < tokens.n; i++) {
        const Token *token = &tokens.at[i];
        static const char *const names[] = {"w", "n", "m"};
        g_string_append_printf(out, "%s%s%s:%.*s", i > 0 ? " " : "", names[token->kind],
                               token->kind == TOKEN_NUMBER && token->number < 0 ? "-" : "",
                               (int)token->len, text + token->start);
    }
}

static const struct {
    const char *text, *expected;
} cuts[] = {
    {"", ""},
    {"  5 Hari kerja ", "n:5 w:Hari w:kerja"},
    {"Jum’at s/d Sabtu", "w:Jum’at w:s m:/ w:d w:Sabtu"},
    {"07.30–16.00", "n-:07.30 m:– n-:16.00"},
    {"1.440 menit", "n:1.440 w:menit"},
    {"1,5 jam", "n-:1,5 w:jam"},
    {"1.44 1.4400 1440.000 1234567890", "n-:1.44 n-:1.4400 n-:1440.000 n-:1234567890"},
    {"1.234.567 1.2345.678 1.23.456", "n:1.234.567 n-:1.2345.678 n-:1.23.456"},
    {"3x24", "n:3 w:x24"},
    {"±15’", "m:± n:15 m:’"},
    {"hari.", "w:hari m:."},
    {"SP4N-LAPOR!", "w:SP4N m:- w:LAPOR m:!"},
    {"a\xff"
     "b\xe2\x80",
     "w:a m:\xff w:b m:\xe2 m:\x80"},
};

static void
test_cuts(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(cuts); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        append_tokens(out, cuts[i].text);
        g_assert_cmpstr(out->str, ==, cuts[i].expected);
    }
}

static void
test_many(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 20000; i++)
        g_string_append(text, "7 x ");
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text->str);
    g_assert_cmpuint(tokens.n, ==, 40000);
    g_assert_true(tokens_is_word(&tokens, 39999, "x"));
    g_assert_false(tokens_is_word(&tokens, 40000, "x"));
}

static const struct {
    const char *text, *phrase;
    guint n;
} matches[] = {
    {"Paling  Lama 5", "paling lama", 2},
    {"selambat-lambatnya", "selambat lambatnya", 3},
    {"selambat lambatnya", "selambat lambatnya", 2},
    {"s.d. 5", "s . d .", 4},
    {"s.d 5", "s . d .", 0},
    {"± 5", "±", 1},
    {"paling", "paling lama", 0},
    {"palinglama", "paling lama", 0},
};

static void
test_matches(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(matches); i++) {
        g_auto(Tokens) tokens;
        tokens_read(&tokens, matches[i].text);
        g_test_message("%s", matches[i].text);
        g_assert_cmpuint(tokens_match(&tokens, 0, matches[i].phrase), ==, matches[i].n);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number/words", test_words);
    g_test_add_func("/number/large-words", test_large_words);
    g_test_add_func("/tokens/cuts", test_cuts);
    g_test_add_func("/tokens/many", test_many);
    g_test_add_func("/tokens/matches", test_matches);
    return g_test_run();
}
