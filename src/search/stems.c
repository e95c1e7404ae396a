#include "search/terms.h"
#include <string.h>

/*
 * Affixes by the rules of Indonesian spelling: -nya, one suffix, one prefix. Where a prefix swallows
 * the root's first letter (menulis: tulis, menikah: nikah) both roots are given. A root that no dictionary
 * knows does no harm: queries are cut in the same way.
 */
typedef enum SuffixRead { SUFFIX_NONE, SUFFIX_KAN, SUFFIX_AN, SUFFIX_I } SuffixRead;

typedef struct Prefix {
    const char *text;
    const char *before;   /* letters the rest may begin with */
    guint min;            /* letters of the rest, at least */
    const char *roots[2]; /* put before the rest; NULL = no second root */
    guint suffixes;       /* bits of SuffixRead with which alone it counts; 0 = all */
} Prefix;

#define VOWELS     "aeiou"
#define CONSONANTS "bcdfghjklmnpqrstvwxyz"
#define LETTERS    VOWELS CONSONANTS

static const Prefix prefixes[] = {
    {"meng", VOWELS, 3, {"", "k"}, 0},
    {"peng", VOWELS, 3, {"", "k"}, 0},
    {"meng", CONSONANTS, 3, {"", NULL}, 0},
    {"peng", CONSONANTS, 3, {"", NULL}, 0},
    {"meny", VOWELS, 3, {"s", NULL}, 0},
    {"peny", VOWELS, 3, {"s", NULL}, 0},
    {"mem", VOWELS, 3, {"p", "m"}, 0},
    {"pem", VOWELS, 3, {"p", "m"}, 0},
    {"mem", "bfp", 3, {"", NULL}, 0},
    {"pem", "bfp", 3, {"", NULL}, 0},
    {"men", VOWELS, 3, {"t", "n"}, 0},
    {"pen", VOWELS, 3, {"t", "n"}, 0},
    {"men", "cdjstz", 3, {"", NULL}, 0},
    {"pen", "cdjstz", 3, {"", NULL}, 0},
    {"per", VOWELS, 4, {"", "r"}, 0},
    {"ber", VOWELS, 4, {"", "r"}, 0},
    {"per", CONSONANTS, 4, {"", NULL}, 0},
    {"ber", CONSONANTS, 4, {"", NULL}, 0},
    {"ter", LETTERS, 4, {"", NULL}, 0},
    {"me", CONSONANTS, 4, {"", NULL}, 0},
    {"pe", CONSONANTS, 4, {"", NULL}, 0},
    {"di", LETTERS, 4, {"", NULL}, 1 << SUFFIX_KAN | 1 << SUFFIX_I},
    {"ke", LETTERS, 3, {"", NULL}, 1 << SUFFIX_AN},
};

/* Words that only look as if they had an affix, and would be taken for another word: tinggal, duduk, adil … */
static const char *const whole_words[] = {"meninggal", "penduduk", "pengadilan", "perempuan",
                                          "terminal"};

static gboolean
is_whole(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(whole_words); i++)
        if (strcmp(word, whole_words[i]) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
begins(const char *word, const char *a, const char *b)
{
    return g_str_has_prefix(word, a) || g_str_has_prefix(word, b);
}

/* The length of the word without `suffix`; 0 unless it has it and `min` letters before. */
static gsize
without(const char *word, gsize len, const char *suffix, gsize min)
{
    gsize n = strlen(suffix);
    return len >= n + min && memcmp(word + len - n, suffix, n) == 0 ? len - n : 0;
}

static SuffixRead
cut_suffix(const char *word, gsize *len)
{
    gboolean verb = begins(word, "me", "di"), noun = begins(word, "pe", "ke");
    gsize cut = without(word, *len, "kan", 4);
    SuffixRead read = SUFFIX_KAN;
    if (cut == 0 || noun) {
        cut = without(word, *len, "an", 3);
        read = SUFFIX_AN;
    }
    if (cut == 0 && verb && word[*len - 2] != 's') { /* digitalisasi has no suffix -i */
        cut = without(word, *len, "i", 4);
        read = SUFFIX_I;
    }
    if (cut == 0)
        return SUFFIX_NONE;
    *len = cut;
    return read;
}

static gboolean
prefix_fits(const Prefix *prefix, const char *word, gsize len, SuffixRead suffix)
{
    gsize n = strlen(prefix->text);
    return len >= n + prefix->min && memcmp(word, prefix->text, n) == 0 &&
           strchr(prefix->before, word[n]) != NULL &&
           (prefix->suffixes == 0 || (prefix->suffixes & 1u << suffix) != 0);
}

guint
term_stems(const char *word, char out[TERMS_MAX_STEMS][80])
{
    gsize whole = strlen(word), len = whole;
    if (whole < 5 || whole > 64 || strspn(word, LETTERS) != whole || is_whole(word))
        return 0;
    gsize cut = without(word, len, "nya", 4);
    len = cut > 0 ? cut : len;
    SuffixRead suffix = cut_suffix(word, &len);
    for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        const Prefix *prefix = &prefixes[i];
        gsize n = strlen(prefix->text);
        if (!prefix_fits(prefix, word, len, suffix))
            continue;
        guint k = 0;
        for (; k < TERMS_MAX_STEMS && prefix->roots[k] != NULL; k++)
            g_snprintf(out[k], 80, "%s%.*s", prefix->roots[k], (int)(len - n), word + n);
        return k;
    }
    if (len == whole)
        return 0;
    g_snprintf(out[0], 80, "%.*s", (int)len, word);
    return 1;
}
