#include "audit/finding.h"
#include <string.h>

enum { MAX_SHOWN = 60, MAX_FOLDING = 4096, MAX_LINE = 100, MAX_TRIES = 24 };

gboolean
audit_owns(const Audit *audit, const Text *text)
{
    return text_has_words(*text) && text->mark.source == audit->source;
}

static gsize
offset_of(Mark mark)
{
    return (gsize)(source_at(mark.source, mark.line, mark.col) - source_text(mark.source));
}

/* Bytes of `len` that stand on one line of the source: up to the n-th last space. */
static gsize
shorten(const char *fragment, gsize len)
{
    while (len > 0 && fragment[len - 1] != ' ')
        len--;
    while (len > 0 && fragment[len - 1] == ' ')
        len--;
    return len;
}

/* The occurrence of the fragment in the source that is the one at `start` of the text. */
static const char *
find_occurrence(const Text *text, gsize start, gsize len)
{
    const Source *source = text->mark.source;
    gsize from = MIN(offset_of(text->mark), source_len(source));
    gsize window = MIN(strlen(text->str) * 2 + MAX_FOLDING, source_len(source) - from);
    const char *at = source_text(source) + from, *end = at + window;
    const char *before = text->str;
    guint skip = 0;
    for (; (before = memmem(before, (gsize)(text->str + start - before), text->str + start,
                            len)) != NULL;
         before++)
        skip++;
    for (; (at = memmem(at, (gsize)(end - at), text->str + start, len)) != NULL; at++) {
        if (skip-- == 0)
            return at;
    }
    return NULL;
}

static Mark
locate(const Text *text, gsize start, gsize len, guint *width)
{
    const char *fragment = text->str + start, *found = NULL;
    const char *newline = memchr(fragment, '\n', len);
    if (newline != NULL)
        len = (gsize)(newline - fragment);
    for (guint tries = 0; len > 0 && tries < MAX_TRIES && found == NULL; tries++) {
        found = find_occurrence(text, start, len);
        if (found == NULL)
            len = shorten(fragment, MIN(len, MAX_LINE));
    }
    *width = found != NULL ? (guint)g_utf8_strlen(found, (gssize)len) : 0;
    return found != NULL
               ? source_mark(text->mark.source, (gsize)(found - source_text(text->mark.source)))
               : text->mark;
}

void
finding_at(
    const Audit *audit, DiagCode code, const Text *text, const char *first, const char *second)
{
    guint width = 0;
    Mark mark = text->mark;
    if (text_has_words(*text) && mark.source != NULL)
        mark = locate(text, 0, strlen(text->str), &width);
    diag_add(audit->diags, code, mark, width, first, second, NULL);
}

void
finding_in(
    const Audit *audit, DiagCode code, const Text *text, FindingPart part, const char *second)
{
    guint width;
    Mark mark = locate(text, part.start, part.len, &width);
    g_autofree char *whole = g_strndup(text->str + part.start, part.len);
    g_strdelimit(whole, "\n", ' ');
    if (g_utf8_strlen(whole, -1) > MAX_SHOWN) {
        g_autofree char *head = g_utf8_substring(whole, 0, MAX_SHOWN);
        g_free(whole);
        whole = g_strconcat(g_strchomp(head), " …", NULL);
    }
    diag_add(audit->diags, code, mark, width, whole, second, NULL);
}

/* The line of a top-level key and what follows its colon; 0 = none before the end of the front matter. */
static guint
find_key_line(const Source *source, const char *key, const char **rest, gsize *rest_len)
{
    gsize n = strlen(key);
    for (guint line = 1; line <= source_n_lines(source); line++) {
        gsize len;
        const char *text = source_line(source, line, &len);
        if (line > 1 && len == 3 && memcmp(text, "---", 3) == 0)
            return 0;
        if (len > n && memcmp(text, key, n) == 0 && text[n] == ':') {
            *rest = text + n + 1;
            *rest_len = len - n - 1;
            return line;
        }
    }
    return 0;
}

gboolean
finding_lacks_key(const Source *source, const char *key)
{
    const char *rest;
    gsize len;
    return find_key_line(source, key, &rest, &len) == 0;
}

gboolean
finding_is_explained(const Audit *audit, const Source *source, const char *key)
{
    for (guint i = 0; i < audit->n_loaded; i++) {
        const Diag *diag = diag_list_get(audit->diags, i);
        gboolean misspelt =
            diag->code == DIAG_KEY_UNKNOWN && g_strcmp0(diag->args[1], key) == 0;
        gboolean refused =
            diag->code == DIAG_VALUE_NOT_TEXT && g_strcmp0(diag->args[0], key) == 0;
        if ((misspelt || refused || diag->code == DIAG_KEY_IN_BODY) &&
            strcmp(diag->path, source_path(source)) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Words below a key, indented or as items, before the next key. */
static gboolean
has_words_below(const Source *source, guint line)
{
    for (line++; line <= source_n_lines(source); line++) {
        gsize len, at = 0;
        const char *text = source_line(source, line, &len);
        while (at < len && strchr(" \t-", text[at]) != NULL)
            at++;
        if (at < len && text[at] != '#')
            return at > 0;
        if (at == 3 && len == 3 && text[0] == '-')
            return FALSE;
    }
    return FALSE;
}

gboolean
finding_is_blank(const Source *source, const char *key)
{
    const char *rest = "";
    gsize len = 0;
    guint line = find_key_line(source, key, &rest, &len);
    while (len > 0 && strchr(" -\"'[]{}", *rest) != NULL) {
        rest++;
        len--;
    }
    return (len == 0 || *rest == '#') && (line == 0 || !has_words_below(source, line));
}

Mark
finding_key(const Source *source, const char *key)
{
    const char *rest;
    gsize len;
    guint line = find_key_line(source, key, &rest, &len);
    return (Mark){source, MAX(line, 1), 1};
}
