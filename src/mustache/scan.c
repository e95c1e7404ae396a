#include "mustache/scan.h"
#include <string.h>

void
mu_scanner_init(MuScanner *s, const char *text, gsize len, guint first_line)
{
    *s = (MuScanner){.text = text,
                     .len = len,
                     .open = "{{",
                     .close = "}}",
                     .open_len = 2,
                     .close_len = 2,
                     .line = first_line,
                     .col = 1};
}

static gboolean
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

gboolean
mu_is_space(char c)
{
    return is_blank(c) || c == '\n' || c == '\r';
}

static gsize
skip_space(const MuScanner *s, gsize i)
{
    while (i < s->len && mu_is_space(s->text[i]))
        i++;
    return i;
}

gboolean
mu_starts_line(const MuScanner *s, gsize at, gsize *white)
{
    gsize i = at;
    while (i > s->pos && is_blank(s->text[i - 1]))
        i--;
    *white = i;
    return !s->flat && (i == 0 || s->text[i - 1] == '\n');
}

gboolean
mu_ends_line(const MuScanner *s, gsize at, gsize *next)
{
    gsize i = at;
    while (i < s->len && is_blank(s->text[i]))
        i++;
    if (i + 1 < s->len && s->text[i] == '\r' && s->text[i + 1] == '\n')
        i++;
    *next = MIN(i + 1, s->len);
    return !s->flat && (i == s->len || s->text[i] == '\n');
}

gboolean
mu_find_indent(const MuScanner *s, gsize pos, gsize *from, gsize *to)
{
    *from = pos;
    gsize i = pos;
    for (; i < s->len && mu_is_space(s->text[i]); i++)
        if (s->text[i] == '\n')
            *from = i + 1;
    *to = i;
    if (s->len - i < s->open_len || memcmp(s->text + i, s->open, s->open_len) != 0)
        return i < s->len;
    i = skip_space(s, i + s->open_len);
    return i < s->len && s->text[i] != '/';
}

/* Moves the place that line and column are known of forward to `at`. */
static void
move_mark(MuScanner *s, gsize at)
{
    for (; s->mark < at; s->mark++) {
        s->col += ((guchar)s->text[s->mark] & 0xc0) != 0x80;
        if (s->text[s->mark] == '\n') {
            s->line++;
            s->col = 1;
        }
    }
}

MuFound
mu_scan_tag(MuScanner *s, MuTag *tag)
{
    const char *found = memmem(s->text + s->pos, s->len - s->pos, s->open, s->open_len);
    if (found == NULL)
        return MU_FOUND_END;
    *tag = (MuTag){.from = (gsize)(found - s->text)};
    move_mark(s, tag->from);
    tag->line = s->line;
    tag->col = s->col;
    gsize i = skip_space(s, tag->from + s->open_len);
    char first = i < s->len ? s->text[i] : '\0';
    if (first != '\0' && strchr("#^/>&!<$={", first) != NULL) {
        tag->sigil = first;
        i++;
    }
    char end[MU_MAX_DELIM + 1];
    gsize end_len = 0;
    if (first == '{' || first == '=')
        end[end_len++] = first == '{' ? '}' : '=';
    memcpy(end + end_len, s->close, s->close_len);
    end_len += s->close_len;
    found = memmem(s->text + i, s->len - i, end, end_len);
    gsize to = found != NULL ? (gsize)(found - s->text) : s->len;
    tag->to = found != NULL ? to + end_len : to;
    i = MIN(skip_space(s, i), to);
    while (to > i && mu_is_space(s->text[to - 1]))
        to--;
    tag->name = s->text + i;
    tag->len = to - i;
    return found != NULL ? MU_FOUND_TAG : MU_FOUND_UNCLOSED;
}

gboolean
mu_scan_delimiters(MuScanner *s, const MuTag *tag)
{
    gsize n = 0;
    while (n < tag->len && !mu_is_space(tag->name[n]))
        n++;
    gsize second = n;
    while (second < tag->len && mu_is_space(tag->name[second]))
        second++;
    gsize rest = tag->len - second;
    gboolean good = n > 0 && n <= MU_MAX_DELIM && rest > 0 && rest <= MU_MAX_DELIM &&
                    memchr(tag->name, '=', tag->len) == NULL;
    for (gsize i = second; i < tag->len; i++)
        good = good && !mu_is_space(tag->name[i]);
    if (!good)
        return FALSE;
    s->open = tag->name;
    s->open_len = n;
    s->close = tag->name + second;
    s->close_len = rest;
    return TRUE;
}
