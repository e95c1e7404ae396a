#include "text/markup.h"
#include "text/melted.h"
#include <string.h>

typedef struct Lines {
    const char *at, *end; /* the line, its end left out */
    const char *stop;     /* of the text */
    gboolean fenced;      /* inside ``` or ~~~ */
    gboolean in_list, in_table;
    MarkupEach each;
    gpointer data;
} Lines;

static gboolean
next_line(Lines *lines)
{
    lines->at = lines->end == NULL ? lines->at : lines->end + 1;
    if (lines->at >= lines->stop)
        return FALSE;
    lines->end = memchr(lines->at, '\n', (gsize)(lines->stop - lines->at));
    lines->end = lines->end != NULL ? lines->end : lines->stop;
    return TRUE;
}

static void
report(const Lines *lines, MarkupKind kind, const char *at, gsize len)
{
    const MarkupSlip slip = {kind, at, len};
    lines->each(&slip, lines->data);
}

/* The row below a table's head: |---|:--| */
static gboolean
is_rule(const char *at, const char *end)
{
    gboolean dash = FALSE, bar = FALSE;
    for (; at < end; at++) {
        if (strchr("|:- \t\r", *at) == NULL)
            return FALSE;
        dash |= *at == '-';
        bar |= *at == '|';
    }
    return dash && bar;
}

static void
look_for_table(Lines *lines, const char *from)
{
    gsize len = (gsize)(lines->end - from);
    gboolean row = memchr(from, '|', len) != NULL;
    const char *below = lines->end < lines->stop ? lines->end + 1 : lines->stop;
    const char *end = memchr(below, '\n', (gsize)(lines->stop - below));
    if (row && !lines->in_table && is_rule(below, end != NULL ? end : lines->stop))
        report(lines, MARKUP_TABLE, from, len);
    lines->in_table = row;
}

static void
look_for_heading(const Lines *lines, const char *from)
{
    gsize n = 0;
    while (from + n < lines->end && from[n] == '#')
        n++;
    if (n > 0 && n <= 6 && from + n < lines->end && strchr(" \t\r\\", from[n]) == NULL)
        report(lines, MARKUP_HEADING, from, (gsize)(lines->end - from));
}

static void
look_for_item(Lines *lines, const char *from)
{
    gsize len = (gsize)(lines->end - from);
    gsize mark = melted_mark(from, len);
    gboolean blank = mark > 0 && (from[mark - 1] == ' ' || from[mark - 1] == '\t');
    gboolean known = blank && (strchr("-*+>", from[0]) != NULL || g_ascii_isdigit(from[0]));
    gboolean slip = mark > 0 && !known && !g_ascii_isalpha(from[0]) && from[0] != '(' &&
                    from[0] != '>' && !(from[0] == '*' && !blank);
    if (slip && !lines->in_list)
        report(lines, MARKUP_LIST, from, len);
    lines->in_list = slip;
}

/* Where two bytes stand one behind the other; NULL: nowhere. */
static const char *
find_pair(const char *at, const char *end, const char pair[2])
{
    while ((at = memchr(at, pair[0], (gsize)(end - at))) != NULL &&
           (at + 1 == end || at[1] != pair[1]))
        at++;
    return at;
}

/* [words](an address with blanks), but not (address "title") and not (<an address>). */
static void
look_for_address(const Lines *lines, const char *from)
{
    for (const char *at = from; (at = find_pair(at, lines->end, "](")) != NULL;) {
        const char *open = at + 2, *close = memchr(open, ')', (gsize)(lines->end - open));
        at = open;
        if (close == NULL || open == close || *open == '<')
            continue;
        const char *blank = memchr(open, ' ', (gsize)(close - open));
        while (blank != NULL && blank < close && *blank == ' ')
            blank++;
        if (blank != NULL && blank < close && blank > open + 1 &&
            strchr("\"'(", *blank) == NULL)
            report(lines, MARKUP_ADDRESS, open, (gsize)(close - open));
    }
}

/* ~~struck~~, [^1] and [ ] behind a hyphen, in the line but not in `code`. */
static void
look_for_signs(const Lines *lines, const char *from)
{
    gsize len = (gsize)(lines->end - from);
    const char *struck = find_pair(from, lines->end, "~~");
    const char *note = find_pair(from, lines->end, "[^");
    gboolean task = len > 5 && strchr("-*+", from[0]) != NULL && from[1] == ' ' &&
                    from[2] == '[' && strchr(" xX", from[3]) != NULL && from[4] == ']';
    if (memchr(from, '`', len) != NULL)
        return;
    if (struck != NULL && find_pair(struck + 2, lines->end, "~~") != NULL)
        report(lines, MARKUP_SIGN, struck, 2);
    if (note != NULL && memchr(note, ']', (gsize)(lines->end - note)) != NULL)
        report(lines, MARKUP_SIGN, note,
               (gsize)((const char *)memchr(note, ']', (gsize)(lines->end - note)) + 1 - note));
    if (task)
        report(lines, MARKUP_SIGN, from + 2, 3);
}

void
markup_each_slip(const char *text, gsize len, MarkupEach each, gpointer data)
{
    Lines lines = {.at = text, .stop = text + len, .each = each, .data = data};
    while (next_line(&lines)) {
        const char *from = lines.at;
        while (from < lines.end && *from == ' ')
            from++;
        gboolean fence = lines.end - from >= 3 &&
                         (memcmp(from, "```", 3) == 0 || memcmp(from, "~~~", 3) == 0);
        if (fence)
            lines.fenced = !lines.fenced;
        if (fence || lines.fenced || from - lines.at >= 4 || from == lines.end)
            continue;
        look_for_table(&lines, from);
        look_for_heading(&lines, from);
        look_for_item(&lines, from);
        look_for_address(&lines, from);
        look_for_signs(&lines, from);
    }
}
