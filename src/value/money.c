#include "value/money.h"
#include <string.h>

static const struct {
    const char *word;
    gint64 factor;
} multipliers[] = {
    {"ribu", 1000},  {"rb", 1000},           {"juta", 1000000},
    {"jt", 1000000}, {"miliar", 1000000000}, {"milyar", 1000000000},
};

static const char *const endings[] = {",-", ".-", ",00", ",=", ".00"};

static const char *
skip_space(const char *p)
{
    for (;;) {
        gunichar ch = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char_validated(p, -1);
        /* word processors put no-break and thin spaces behind Rp */
        if (ch > G_MAXINT32 ||
            (ch < 0x80 ? !g_ascii_isspace((char)ch) : !g_unichar_isspace(ch)))
            return p;
        p += ch < 0x80 ? 1 : g_unichar_to_utf8(ch, NULL);
    }
}

/* Does the word `word` stand at `p`? Its bytes, or 0. */
static gsize
match_word(const char *p, const char *word)
{
    gsize len = strlen(word);
    if (g_ascii_strncasecmp(p, word, len) != 0 || g_ascii_isalpha(p[len]))
        return 0;
    return len;
}

/* Rp, Rp., IDR: its bytes, or 0. */
static gsize
match_currency(const char *p)
{
    gsize len = match_word(p, "rp");
    if (len == 0)
        len = match_word(p, "idr");
    return len > 0 && p[len] == '.' ? len + 1 : len;
}

/* Digits, all in threes behind the first dot or without any: their bytes, or 0. */
static gsize
read_digits(const char *p, gint64 *value, gboolean *too_large)
{
    gsize len = 0, in_group = 0;
    gboolean grouped = FALSE;
    *value = 0;
    *too_large = FALSE;
    for (;; len++) {
        if (p[len] == '.' && g_ascii_isdigit(p[len + 1]) && g_ascii_isdigit(p[len + 2]) &&
            g_ascii_isdigit(p[len + 3])) {
            if (in_group == 0 || in_group > 3 || (grouped && in_group != 3))
                return 0;
            grouped = TRUE;
            in_group = 0;
            continue;
        }
        if (!g_ascii_isdigit(p[len]))
            break;
        in_group++;
        if (__builtin_mul_overflow(*value, 10, value) ||
            __builtin_add_overflow(*value, p[len] - '0', value))
            *too_large = TRUE;
    }
    gboolean padded = len > 1 && p[0] == '0'; /* "000.000", "050": nobody writes an amount so */
    return padded || (grouped && in_group != 3) ? 0 : len;
}

/* A number goes on in a way that is not read: "50,000", "5.00.1", "1/2". */
static gboolean
goes_on(const char *p)
{
    return *p != '\0' && strchr(".,/:", *p) != NULL && g_ascii_isdigit(p[1]);
}

static gsize
match_ending(const char *p)
{
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize len = strlen(endings[i]);
        if (strncmp(p, endings[i], len) == 0 && !g_ascii_isdigit(p[len]) && !goes_on(p + len))
            return len;
    }
    return 0;
}

/* "ribu", "juta" at `word`, which change the value; its length, 0 = none, or it cannot be meant. */
static gsize
read_multiplier(const char *word, gint64 *value, gboolean *too_large, gboolean *twice)
{
    for (guint i = 0; i < G_N_ELEMENTS(multipliers); i++) {
        gsize n = match_word(word, multipliers[i].word);
        if (n == 0)
            continue;
        gboolean whole = *value >= 1000; /* "Rp 50.000 ribu": one of the two is too much */
        *too_large |= __builtin_mul_overflow(*value, multipliers[i].factor, value);
        *twice = whole && !*too_large;
        return n;
    }
    return 0;
}

/* "50.00", "5.000.00": cents, or a zero that is missing? */
static gboolean
is_cut(const char *number, gsize digits, gint64 value, gsize ending)
{
    return ending > 0 && number[digits] == '.' && number[digits + 1] == '0' &&
           (value < 1000 || memchr(number, '.', digits) != NULL);
}

MoneyStatus
money_read_prefix(const char *text, gint64 *rupiah, gsize *len, gboolean *marked)
{
    gboolean too_large, twice = FALSE;
    gint64 value;
    gsize currency = match_currency(text);
    const char *p = currency > 0 ? skip_space(text + currency) : text;
    gsize digits = read_digits(p, &value, &too_large);
    *rupiah = 0;
    *len = 0;
    *marked = currency > 0;
    if (digits == 0)
        return MONEY_UNREADABLE;
    p += digits;
    gsize ending = match_ending(p);
    if (is_cut(p - digits, digits, value, ending) || (ending == 0 && goes_on(p)))
        return MONEY_UNREADABLE;
    p += ending;
    *marked = *marked || ending > 0;
    const char *word = skip_space(p);
    gsize multiplier = read_multiplier(word, &value, &too_large, &twice);
    if (twice)
        return MONEY_UNREADABLE;
    if (multiplier > 0) {
        *marked = TRUE;
        p = word + multiplier;
        word = skip_space(p);
    }
    gsize unit = match_word(word, "rupiah");
    if (unit > 0) {
        *marked = TRUE;
        p = word + unit;
    }
    *len = (gsize)(p - text);
    if (too_large)
        return MONEY_TOO_LARGE;
    *rupiah = value;
    return multiplier == 0 && value > 0 && value < 100 ? MONEY_THOUSANDS_LOST : MONEY_READ;
}

MoneyStatus
money_parse(const char *text, gint64 *rupiah)
{
    *rupiah = 0;
    const char *p = skip_space(text == NULL ? "" : text);
    if (*p == '\0' || (*p == '-' && *skip_space(p + 1) == '\0'))
        return MONEY_EMPTY;
    gsize len;
    gboolean marked;
    MoneyStatus status = money_read_prefix(p, rupiah, &len, &marked);
    const char *rest = skip_space(p + len);
    if (status == MONEY_UNREADABLE || (*rest == '.' && *skip_space(rest + 1) == '\0'))
        return status;
    if (*rest != '\0') {
        *rupiah = 0;
        return MONEY_UNREADABLE;
    }
    return status;
}

void
money_append(GString *out, gint64 rupiah)
{
    char digits[24];
    guint64 value = rupiah < 0 ? 0 - (guint64)rupiah : (guint64)rupiah;
    int n = g_snprintf(digits, sizeof digits, "%" G_GUINT64_FORMAT, value);
    g_string_append(out, rupiah < 0 ? "-Rp" : "Rp");
    for (int i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0)
            g_string_append_c(out, '.');
        g_string_append_c(out, digits[i]);
    }
}
