#include "text/definition.h"
#include <string.h>

enum { LABEL_MAX = 999 }; /* characters, CommonMark 6.3 */

/* The end of the label that opens at `open`: its closing bracket; NULL: it has none. */
static const char *
find_close(const char *open, const char *end)
{
    for (const char *at = open + 1; at < end && at - open <= LABEL_MAX; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '[')
            return NULL;
        else if (*at == ']')
            return at;
    }
    return NULL;
}

/* Labels are the same in any case and with any blanks (CommonMark 6.3). */
static char *
label_of(const char *open, const char *close)
{
    g_autofree char *folded = g_utf8_casefold(open + 1, close - open - 1);
    GString *label = g_string_new(NULL);
    for (const char *at = folded; *at != '\0'; at++) {
        gboolean blank = g_ascii_isspace(*at);
        if (!blank)
            g_string_append_c(label, *at);
        else if (label->len > 0 && label->str[label->len - 1] != ' ')
            g_string_append_c(label, ' ');
    }
    g_strchomp(label->str);
    return g_string_free(label, FALSE);
}

/* Behind blanks, the signs of quotes and those of list items. */
static const char *
skip_containers(const char *at, const char *end)
{
    for (const char *from = NULL; from != at;) {
        from = at;
        while (at < end && (*at == ' ' || *at == '\t' || *at == '>'))
            at++;
        const char *mark = at;
        while (mark < end && g_ascii_isdigit(*mark))
            mark++;
        gboolean item = mark + 1 < end && strchr(mark > at ? ".)" : "-*+", *mark) != NULL &&
                        (mark[1] == ' ' || mark[1] == '\t');
        at = item ? mark + 1 : at;
    }
    return at;
}

/* Where brackets of what may be definitions stand, in order. */
static GArray *
find_openings(const char *text, const char *end)
{
    GArray *openings = g_array_new(FALSE, FALSE, sizeof(gsize));
    for (const char *line = text; line < end;) {
        const char *stop = memchr(line, '\n', (gsize)(end - line));
        const char *open = skip_containers(line, stop != NULL ? stop : end);
        const char *close = open < end && *open == '[' ? find_close(open, end) : NULL;
        gsize at = (gsize)(open - text);
        if (close != NULL && close + 1 < end && close[1] == ':')
            g_array_append_val(openings, at);
        line = stop != NULL ? stop + 1 : end;
    }
    return openings;
}

/* The labels that stand anywhere else. */
static GHashTable *
find_asked(const char *text, const char *end)
{
    GHashTable *asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (const char *at = text; (at = memchr(at, '[', (gsize)(end - at))) != NULL; at++) {
        const char *close = find_close(at, end);
        if (close != NULL)
            g_hash_table_add(asked, label_of(at, close));
    }
    return asked;
}

char *
definition_hide(const char *text, gsize len)
{
    g_autoptr(GArray) openings = find_openings(text, text + len);
    if (openings->len == 0)
        return NULL;
    g_autofree char *hidden = g_strndup(text, len);
    for (guint i = 0; i < openings->len; i++)
        hidden[g_array_index(openings, gsize, i)] = DEFINITION_SIGN;
    g_autoptr(GHashTable) asked = find_asked(hidden, hidden + len);
    guint n = openings->len;
    for (guint i = 0; i < openings->len; i++) {
        gsize at = g_array_index(openings, gsize, i);
        g_autofree char *label = label_of(text + at, find_close(text + at, text + len));
        if (!g_hash_table_remove(asked, label)) /* the first of a name is the one that counts */
            continue;
        hidden[at] = '[';
        n--;
    }
    return n > 0 ? g_steal_pointer(&hidden) : NULL;
}

gboolean
definition_show(char *text)
{
    gboolean found = FALSE;
    for (; (text = strchr(text, DEFINITION_SIGN)) != NULL; found = TRUE)
        *text = '[';
    return found;
}
