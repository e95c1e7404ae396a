#include "text/melted.h"
#include <string.h>

/* What a line begins with. Numbers and letters count on, so a year or an initial is no list. */
typedef enum MarkKind {
    MARK_NONE,
    MARK_HYPHEN,
    MARK_BULLET,
    MARK_NUMBER,
    MARK_LETTER,
    MARK_ROMAN
} MarkKind;

typedef struct LineMark {
    MarkKind kind;
    guint value; /* of a number; 1 = a */
    gsize len;   /* with the blanks behind it */
} LineMark;

static gboolean
is_blank(gunichar c)
{
    return c == ' ' || c == '\t' || c == 0x00A0 || c == 0x2007 || c == 0x202F || c == 0x3000 ||
           c == 0x200B || c == 0xFEFF;
}

static gsize
skip_blanks(const char *text, gsize len, gsize at)
{
    while (at < len && is_blank(g_utf8_get_char(text + at)))
        at += (gsize)g_utf8_skip[(guchar)text[at]];
    return at;
}

/* Bullets of word processors and messengers; private characters are those of Symbol and Wingdings. */
static gboolean
is_bullet(gunichar c)
{
    static const gunichar bullets[] = {
        0x00B7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8,
        0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6, 0x2605, 0x2606, 0x2610, 0x2611, 0x2705,
        0x2713, 0x2714, 0x2756, 0x2794, 0x27A2, 0x27A4, 0x2981, '*',    '>',
    };
    for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++) {
        if (bullets[i] == c)
            return TRUE;
    }
    return c >= 0xF000 && c <= 0xF0FF;
}

static gboolean
is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 ||
           c == 0x2014 || c == 0x2212;
}

/* "1." "12)" "a." "(3)": the sign behind a number or letter, and a blank or a letter behind that. */
static LineMark
counted_mark(const char *text, gsize len)
{
    gsize open = len > 0 && text[0] == '(' ? 1 : 0, at = open;
    guint value = 0;
    MarkKind kind = MARK_NUMBER;
    while (at < len && at < open + 2 && g_ascii_isdigit(text[at]))
        value = value * 10 + (guint)(text[at++] - '0');
    if (at == open && at < len && g_ascii_isalpha(text[at])) {
        kind = MARK_LETTER;
        value = (guint)(g_ascii_tolower(text[at++]) - 'a') + 1;
    }
    gboolean sign =
        at > open && at < len && (text[at] == ')' || (text[at] == '.' && open == 0));
    if (!sign)
        return (LineMark){MARK_NONE, 0, 0};
    gsize behind = skip_blanks(text, len, at + 1);
    gboolean word = behind > at + 1 || (kind == MARK_NUMBER && behind < len &&
                                        g_unichar_isalpha(g_utf8_get_char(text + behind)));
    return behind < len && word ? (LineMark){kind, value, behind} : (LineMark){MARK_NONE, 0, 0};
}

static LineMark
mark_of(const char *text, gsize len)
{
    if (len == 0)
        return (LineMark){MARK_NONE, 0, 0};
    gunichar c = g_utf8_get_char(text);
    gsize one = (gsize)g_utf8_skip[(guchar)text[0]], behind = skip_blanks(text, len, one);
    while (behind == one && one < len && is_hyphen(c) && c < 0x80 && text[one] == text[0])
        behind = skip_blanks(text, len, ++one); /* "-- KTP" */
    gunichar next = behind < len ? g_utf8_get_char(text + behind) : 0;
    if (behind < len && is_hyphen(c) &&
        (g_unichar_isalpha(next) || next == '(' || next == '"' ||
         (behind > one && g_unichar_isdigit(next))))
        return (LineMark){MARK_HYPHEN, 0, behind};
    if (behind < len && behind > one && (c == '+' || c == 'o'))
        return (LineMark){MARK_BULLET, 0, behind}; /* o: Word's second level, in Courier */
    if (behind < len && is_bullet(c) && next != c)
        return (LineMark){MARK_BULLET, 0, behind};
    return counted_mark(text, len);
}

gsize
melted_mark(const char *text, gsize len)
{
    return mark_of(text, len).len;
}

/* "i." "iv)" up to ten, any case: its value and the blanks behind it. */
static LineMark
roman_mark(const char *text, gsize len)
{
    static const char *const numerals[] = {"i",  "ii",  "iii",  "iv", "v",
                                           "vi", "vii", "viii", "ix", "x"};
    gsize n = 0;
    while (n < len && strchr("ivxIVX", text[n]) != NULL)
        n++;
    gsize behind = n < len && strchr(".)", text[n]) != NULL ? skip_blanks(text, len, n + 1) : 0;
    for (guint i = 0; behind > n + 1 && behind < len && i < G_N_ELEMENTS(numerals); i++) {
        if (strlen(numerals[i]) == n && g_ascii_strncasecmp(text, numerals[i], n) == 0)
            return (LineMark){MARK_ROMAN, i + 1, behind};
    }
    return (LineMark){MARK_NONE, 0, 0};
}

typedef struct Found {
    const char *at[2]; /* the first two items */
    gsize len[2];
    const char *begin; /* the first mark */
    LineMark last;
    guint n, n_lines;
    gboolean later; /* a hyphen or bullet begins a line behind the first */
} Found;

static void
take_line(Found *found, const char *line, gsize len)
{
    gsize from = skip_blanks(line, len, 0);
    while (len > from && g_ascii_isspace(line[len - 1]))
        len--;
    if (from == len)
        return;
    LineMark mark = mark_of(line + from, len - from),
             roman = roman_mark(line + from, len - from);
    if (roman.kind != MARK_NONE &&
        (found->n == 0 ? roman.value == 1 : found->last.kind == MARK_ROMAN))
        mark = roman;
    gboolean counted =
        mark.kind == MARK_NUMBER || mark.kind == MARK_LETTER || mark.kind == MARK_ROMAN;
    found->n_lines++;
    if (mark.kind == MARK_NONE || (found->n > 0 && mark.kind != found->last.kind) ||
        (counted && found->n > 0 && mark.value != found->last.value + 1) ||
        (counted && found->n == 0 && mark.value != 1))
        return;
    found->later |= !counted && found->n_lines > 1 && (guchar)line[from] < 0x80;
    found->begin = found->n == 0 ? line + from : found->begin;
    if (found->n < 2) {
        found->at[found->n] = line + from + mark.len;
        found->len[found->n] = len - from - mark.len;
    }
    found->last = mark;
    found->n++;
}

/* The item's own words, for a remedy of one line. */
static char *
shown(const char *text, gsize len)
{
    enum { MAX_SHOWN = 40 };
    g_autofree char *whole = g_strndup(text, len);
    if (g_utf8_strlen(whole, -1) <= MAX_SHOWN)
        return g_steal_pointer(&whole);
    g_autofree char *head = g_utf8_substring(whole, 0, MAX_SHOWN);
    return g_strconcat(g_strchomp(head), " …", NULL);
}

/* The words of a text of several lines, without the line of a block's sign or quotes; FALSE: it is one line. */
static gboolean
find_lines(const YamlNode *node, const char **at, const char **end)
{
    const char *text = source_text(node->mark.source);
    *at = text + node->start;
    *end = text + node->end;
    if (memchr(*at, '\n', node->end - node->start) == NULL)
        return FALSE;
    if (strchr("|>", **at) != NULL)
        *at = (const char *)memchr(*at, '\n', (gsize)(*end - *at)) + 1;
    else if (strchr("\"'", **at) != NULL) {
        (*at)++;
        (*end)--;
    }
    return TRUE;
}

gboolean
melted_find_lines(const YamlNode *node, Melted *melted)
{
    enum { SHORT = 40 }; /* characters: who wraps a text breaks it later */
    const char *at, *end, *lines[2] = {NULL, NULL};
    gsize lens[2] = {0, 0};
    guint n = 0;
    if (!find_lines(node, &at, &end))
        return FALSE;
    for (const char *stop; at < end; at = stop + 1) {
        stop = memchr(at, '\n', (gsize)(end - at));
        stop = stop != NULL ? stop : end;
        gsize len = (gsize)(stop - at), from = skip_blanks(at, len, 0);
        while (len > from && g_ascii_isspace(at[len - 1]))
            len--;
        if (len == from)
            continue;
        gunichar first = g_utf8_get_char(at + from);
        if (g_utf8_strlen(at + from, (gssize)(len - from)) > SHORT ||
            !(g_unichar_isupper(first) || g_unichar_isdigit(first)))
            return FALSE;
        if (n < 2) {
            lines[n] = at + from;
            lens[n] = len - from;
        }
        n++;
    }
    if (n < 2)
        return FALSE;
    melted->mark =
        source_mark(node->mark.source, (gsize)(lines[0] - source_text(node->mark.source)));
    melted->first = shown(lines[0], lens[0]);
    melted->second = shown(lines[1], lens[1]);
    return TRUE;
}

gboolean
melted_find(const YamlNode *node, Melted *melted)
{
    const char *text = source_text(node->mark.source), *at, *end;
    Found found = {.n = 0};
    if (!find_lines(node, &at, &end))
        return FALSE;
    while (at < end) {
        const char *stop = memchr(at, '\n', (gsize)(end - at));
        stop = stop != NULL ? stop : end;
        take_line(&found, at, (gsize)(stop - at));
        at = stop + 1;
    }
    if (found.n < 2 && !found.later)
        return FALSE;
    melted->mark = source_mark(node->mark.source, (gsize)(found.begin - text));
    melted->first = shown(found.at[0], found.len[0]);
    melted->second = found.n > 1 ? shown(found.at[1], found.len[1]) : NULL;
    return TRUE;
}
