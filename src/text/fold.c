#include "text/fold.h"
#include "base/append.h"

/* Code points of a text, folded: letters and digits, ' ' between words, 0 at the end. */
typedef struct Folder {
    const char *at;
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH]; /* of the character before `at` */
    gsize n, next;
    gunichar ahead; /* a letter held back while a space was handed out */
    gboolean begun;
} Folder;

static const struct {
    gunichar first, last;
} letter_ranges[] = {{'0', '9'},       {'a', 'z'},       {0xC0, 0xD6},
                     {0xD8, 0xF6},     {0xF8, 0x1FFF},   {0x2C00, 0x2FFF},
                     {0x3040, 0xD7FF}, {0xE000, 0xFEFF}, {0xFF10, 0xFFFF}};

static gboolean
is_letter(gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalnum((char)c);
    for (gsize i = 0; i < G_N_ELEMENTS(letter_ranges); i++) {
        if (c <= letter_ranges[i].last)
            return c >= letter_ranges[i].first;
    }
    return FALSE;
}

static gboolean
is_dropped(gunichar c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || (c >= 0x300 && c <= 0x36F);
}

/* The next code point in lower case, decomposed; 0 at the end. */
static gunichar
next_part(Folder *f)
{
    if (f->next < f->n)
        return g_unichar_tolower(f->parts[f->next++]);
    guchar c = (guchar)*f->at;
    if (c < 0x80) {
        f->at += c != '\0';
        return (guchar)g_ascii_tolower((char)c);
    }
    gunichar whole = g_utf8_get_char_validated(f->at, -1);
    if (whole >= 0x110000) {
        f->at++;
        return ' ';
    }
    f->at += g_utf8_skip[c];
    f->n = g_unichar_fully_decompose(whole, FALSE, f->parts, G_N_ELEMENTS(f->parts));
    f->next = 1;
    return g_unichar_tolower(f->parts[0]);
}

static gunichar
next_folded(Folder *f)
{
    gboolean gap = FALSE;
    if (f->ahead != 0) {
        gunichar c = f->ahead;
        f->ahead = 0;
        return c;
    }
    for (;;) {
        gunichar c = next_part(f);
        if (c == 0)
            return 0;
        if (is_dropped(c))
            continue;
        if (!is_letter(c)) {
            gap = TRUE;
            continue;
        }
        if (gap && f->begun)
            f->ahead = c;
        f->begun = TRUE;
        return f->ahead != 0 ? ' ' : c;
    }
}

/* A word of ASCII letters and digits alone, which nearly all are; FALSE: look closer. */
static gboolean
next_plain_word(const char **at, GString *out)
{
    const char *begin = *at;
    while (*begin != '\0' && (guchar)*begin < 0x80 && *begin != '\'' &&
           !g_ascii_isalnum(*begin))
        begin++;
    const char *end = begin;
    while (g_ascii_isalnum(*end))
        end++;
    gsize n = (gsize)(end - begin);
    if (n == 0 || n > FOLD_MAX_WORD || *end == '\'' || (guchar)*end >= 0x80)
        return FALSE;
    char *word = append_room(out, n);
    for (gsize i = 0; i < n; i++)
        word[i] = begin[i] | 0x20; /* which digits and small letters have */
    *at = end;
    return TRUE;
}

gboolean
fold_next_word(const char **at, GString *out)
{
    Folder f = {.at = *at};
    guint n = 0;
    g_string_truncate(out, 0);
    if (next_plain_word(at, out))
        return TRUE;
    for (;;) {
        const char *before = f.at;
        gunichar c = next_folded(&f);
        if (c == 0 || c == ' ') {
            *at = c == 0 ? f.at : before;
            return out->len > 0;
        }
        if (n++ >= FOLD_MAX_WORD)
            continue;
        if (c < 0x80)
            g_string_append_c(out, (char)c);
        else
            g_string_append_unichar(out, c);
    }
}

/* Bytes that two texts begin with alike, up to a letter or digit of ASCII: they fold alike, and leave nothing behind. */
static gsize
common_start(const char *a, const char *b)
{
    gsize same = 0;
    for (gsize i = 0; a[i] == b[i] && a[i] != '\0'; i++)
        same = g_ascii_isalnum(a[i]) ? i + 1 : same;
    return same;
}

int
fold_compare(const char *a, const char *b)
{
    gsize same = common_start(a, b);
    Folder x = {.at = a + same, .begun = same > 0}, y = {.at = b + same, .begun = same > 0};
    for (;;) {
        gunichar c = next_folded(&x), d = next_folded(&y);
        if (c != d)
            return c < d ? -1 : 1;
        if (c == 0)
            return 0;
    }
}

guint64
fold_prefix(const char *text)
{
    Folder f = {.at = text};
    char bytes[8 + 6] = {0}; /* UTF-8, whose bytes order as code points do */
    guint n = 0;
    for (gunichar c; n < 8 && (c = next_folded(&f)) != 0;)
        n += (guint)g_unichar_to_utf8(c, bytes + n);
    guint64 prefix = 0;
    for (guint i = 0; i < 8; i++)
        prefix = prefix << 8 | (guchar)bytes[i];
    return prefix;
}

char
fold_letter(const char *text)
{
    Folder f = {.at = text};
    gunichar c = next_folded(&f);
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : '\0';
}
