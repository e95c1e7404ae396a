#include "import/text-diff.h"
#include <string.h>

enum {
    MAX_CELLS = 4 * 1024 * 1024
}; /* of the table of common lines; beyond it the middles differ as wholes */

typedef struct Lines {
    char **items;
    guint n;
} Lines;

static void
put(GString *out, char sign, const char *line)
{
    g_string_append_printf(out, "%c %s\n", sign, line);
}

/* How many lines are common from (i, j) on: table[i * (m + 1) + j]. */
static guint16 *
make_table(const Lines *a, const Lines *b)
{
    const guint n = a->n, m = b->n;
    guint16 *table = g_new0(guint16, (gsize)(n + 1) * (m + 1));
    for (guint i = n; i-- > 0;)
        for (guint j = m; j-- > 0;) {
            guint16 *cell = &table[(gsize)i * (m + 1) + j];
            if (strcmp(a->items[i], b->items[j]) == 0)
                *cell = (guint16)MIN(table[(gsize)(i + 1) * (m + 1) + j + 1] + 1, G_MAXUINT16);
            else
                *cell =
                    MAX(table[(gsize)(i + 1) * (m + 1) + j], table[(gsize)i * (m + 1) + j + 1]);
        }
    return table;
}

static void
put_middle(const Lines *a, const Lines *b, GString *out)
{
    const guint n = a->n, m = b->n;
    g_autofree guint16 *table = (gsize)(n + 1) * (m + 1) <= MAX_CELLS ? make_table(a, b) : NULL;
    guint i = 0, j = 0;
    gboolean shown = TRUE;
    while (i < n || j < m) {
        gboolean same =
            table != NULL && i < n && j < m && strcmp(a->items[i], b->items[j]) == 0;
        gboolean old =
            !same && i < n &&
            (j == m || table == NULL ||
             table[(gsize)(i + 1) * (m + 1) + j] >= table[(gsize)i * (m + 1) + j + 1]);
        if (same && !shown) {
            put(out, ' ', a->items[i]);
            shown = TRUE;
        } else if (!same) {
            put(out, old ? '-' : '+', old ? a->items[i] : b->items[j]);
            shown = FALSE;
        }
        i += same || old;
        j += same || !old;
    }
}

gboolean
text_diff_append(const char *old, const char *new, GString *out)
{
    g_auto(GStrv) left = g_strsplit(old, "\n", -1);
    g_auto(GStrv) right = g_strsplit(new, "\n", -1);
    Lines a = {left, g_strv_length(left)}, b = {right, g_strv_length(right)};
    guint skip = 0, end = 0;
    while (skip < a.n && skip < b.n && strcmp(a.items[skip], b.items[skip]) == 0)
        skip++;
    while (end < a.n - skip && end < b.n - skip &&
           strcmp(a.items[a.n - 1 - end], b.items[b.n - 1 - end]) == 0)
        end++;
    if (skip == a.n && skip == b.n)
        return FALSE;
    if (skip > 0)
        put(out, ' ', a.items[skip - 1]);
    const Lines old_middle = {a.items + skip, a.n - skip - end},
                new_middle = {b.items + skip, b.n - skip - end};
    put_middle(&old_middle, &new_middle, out);
    return TRUE;
}
