#include "draw/breaks.h"
#include <pango/pango.h>
#include <string.h>

static void
break_code(const char *t, guint len, guint8 *breaks)
{
    for (guint i = 1; i < len; i++)
        breaks[i] = t[i - 1] == ' ' ||
                    (t[i - 1] == '/' && i > 1 && t[i - 2] != '/' && t[i] != '/' && t[i] != ' ');
}

static void
break_words(const char *text, guint len, guint8 *breaks)
{
    guint n = (guint)g_utf8_strlen(text, len) + 1;
    g_autofree PangoLogAttr *attrs = g_new0(PangoLogAttr, n);
    pango_get_log_attrs(text, (int)len, -1, pango_language_from_string("id"), attrs, (int)n);
    const char *p = text;
    for (guint i = 0; i + 1 < n; i++, p += g_utf8_skip[(guchar)*p])
        breaks[p - text] = i > 0 && attrs[i].is_line_break;
}

/* A stretch without blanks. */
typedef struct Token {
    const char *start;
    gsize len;
} Token;

static gboolean
is_letter(const char *p)
{
    return g_unichar_isalpha(g_utf8_get_char(p));
}

/* Letters on the side of `at` that `step` points to, none of them a digit or in a word of capitals. */
static guint
word_letters(const Token *token, const char *at, int step)
{
    guint n = 0, n_small = 0;
    const char *end = token->start + token->len;
    const char *p = step > 0 ? at : (at > token->start ? g_utf8_prev_char(at) : NULL);
    while (p != NULL && p < end && is_letter(p)) {
        n++;
        n_small += g_unichar_islower(g_utf8_get_char(p)) ? 1 : 0;
        p = step > 0 ? g_utf8_next_char(p) : p > token->start ? g_utf8_prev_char(p) : NULL;
    }
    gboolean digit = p != NULL && p < end && g_ascii_isdigit(*p);
    return digit || 2 * n_small < n ? 0 : n;
}

/* "Antar-Kabupaten", "Kabupaten/Kota" may be parted; codes, and short pieces like that of "KTP-el",
 * may not, unless no line could hold them. */
static void
join_codes(const char *text, const Token *token, guint8 *breaks)
{
    const guint fewest = 4;
    const gsize longest = 24;
    for (gsize i = 1; i < token->len; i++) {
        const char *at = token->start + i;
        if (!breaks[at - text] || token->len > longest)
            continue;
        const char *mark = g_utf8_prev_char(at);
        breaks[at - text] =
            word_letters(token, mark, -1) >= fewest && word_letters(token, at, 1) >= fewest;
    }
}

static gboolean
is_one_of(const Token *token, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strlen(*words) == token->len &&
            g_ascii_strncasecmp(*words, token->start, token->len) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
ends_in_number(const Token *token)
{
    static const char *const FRACTIONS[] = {"\xC2\xBD", "\xC2\xBC", "\xC2\xBE"};
    for (guint i = 0; i < G_N_ELEMENTS(FRACTIONS); i++)
        if (token->len >= 2 && memcmp(token->start + token->len - 2, FRACTIONS[i], 2) == 0)
            return TRUE;
    return g_ascii_isdigit(token->start[token->len - 1]);
}

static gboolean
begins_number(const Token *token)
{
    return g_ascii_isdigit(*token->start) ||
           (token->len > 2 && g_ascii_strncasecmp(token->start, "rp", 2) == 0 &&
            (g_ascii_isdigit(token->start[2]) || token->start[2] == '.'));
}

/* "(sepuluh)" behind a number */
static gboolean
is_bracketed(const Token *token)
{
    return token->len > 2 && token->start[0] == '(' && token->start[token->len - 1] == ')' &&
           is_letter(token->start + 1);
}

/* What a reader takes in as one: a number and what it counts, "Rp 5.000", "per m³", "4 × 6 cm". */
static gboolean
belong_together(const Token *before, const Token *a, const Token *b)
{
    static const char *const LEADS[] = {
        "rp",           "rp.",          "no.",   "nomor", "pasal",  "jl.",   "ke", "\xC2\xB1",
        "\xE2\x89\xA4", "\xE2\x89\xA5", "loket", "lt.",   "lantai", "angka", NULL};
    static const char *const TIMES[] = {"\xC3\x97", "x", NULL};
    static const char *const PER[] = {"per", "/", NULL};
    static const char *const JOINTS[] = {
        "dan",   "atau", "s.d.", "s/d",  "sampai", "hingga", "dari", "sejak", "setelah",
        "untuk", "di",   "ke",   "yang", "dengan", "pada",   "per",  "/",     NULL};
    const gsize longest_unit = 14;
    if (is_one_of(b, TIMES))
        return ends_in_number(a);
    if (is_one_of(a, TIMES))
        return begins_number(b) || (*a->start != 'x' && b->len <= longest_unit);
    if (is_one_of(a, PER))
        return b->len <= longest_unit;
    if (is_one_of(a, LEADS))
        return begins_number(b);
    if (ends_in_number(a))
        return (is_letter(b->start) || is_bracketed(b) || *b->start == '%') &&
               b->len <= longest_unit && !is_one_of(b, JOINTS);
    return is_bracketed(a) && before->len > 0 && ends_in_number(before) &&
           is_letter(b->start) && b->len <= longest_unit && !is_one_of(b, JOINTS);
}

static void
join_tokens(const char *text, guint len, guint8 *breaks)
{
    Token before = {0}, last = {0};
    for (guint i = 0; i < len;) {
        gsize n = strcspn(text + i, " ");
        Token token = {text + i, n};
        join_codes(text, &token, breaks);
        if (last.len > 0 && n > 0 && belong_together(&before, &last, &token))
            breaks[i] = FALSE;
        before = last;
        last = token;
        i += (guint)n + 1;
    }
}

guint8 *
text_breaks(const char *text, guint len, gboolean is_code)
{
    guint8 *breaks = g_new0(guint8, len + 1);
    if (is_code) {
        break_code(text, len, breaks);
        return breaks;
    }
    break_words(text, len, breaks);
    join_tokens(text, len, breaks);
    return breaks;
}
