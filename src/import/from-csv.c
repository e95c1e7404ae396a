#include "import/from-text.h"
#include "import/heading.h"
#include <string.h>

enum { COMPONENTS_OF_A_HEADER = 2, HEADER_MAX_BYTES = 4000 };

/* One field from `at` on, quotes taken off; what follows it (the delimiter, a line end or the end). */
static const char *
read_field(const char *at, char delimiter, GString *out)
{
    g_string_truncate(out, 0);
    const char *start = at + strspn(at, " ");
    if (*start == '"') {
        for (at = start + 1; *at != '\0'; at++) {
            if (*at == '"' && at[1] != '"')
                break;
            at += *at == '"';
            g_string_append_c(out, *at);
        }
        at += *at == '"';
    }
    while (*at != '\0' && *at != delimiter && *at != '\n')
        g_string_append_c(out, *at++);
    return at;
}

/* The fields of one row; NULL at the end of the text. */
static GPtrArray *
read_row(const char **at, char delimiter, guint *lines)
{
    if (**at == '\0')
        return NULL;
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) field = g_string_new(NULL);
    const char *start = *at;
    for (;;) {
        *at = read_field(*at, delimiter, field);
        g_ptr_array_add(cells, g_strdup(field->str));
        if (**at != delimiter)
            break;
        (*at)++;
    }
    *at += **at == '\n';
    *lines = 0;
    for (const char *c = start; c < *at; c++)
        *lines += *c == '\n';
    return cells;
}

gboolean
csv_is_table(const char *text, char *delimiter)
{
    static const char delimiters[] = {',', ';', '\t'};
    for (guint d = 0; d < G_N_ELEMENTS(delimiters); d++) {
        g_autofree char *head =
            g_strndup(text, MIN(strcspn(text, "\n"), (gsize)HEADER_MAX_BYTES));
        const char *at = head;
        guint lines, components = 0, titles = 0;
        g_autoptr(GPtrArray) cells = read_row(&at, delimiters[d], &lines);
        for (guint i = 0; cells != NULL && cells->len > 2 && i < cells->len; i++) {
            g_autofree char *cell = g_strstrip(g_strdup(g_ptr_array_index(cells, i)));
            Heading heading;
            if (!heading_read(cell, strlen(cell), &heading))
                continue;
            components += heading.kind == HEADING_COMPONENT;
            titles += heading.kind == HEADING_TITLE;
        }
        *delimiter = delimiters[d];
        if (components > COMPONENTS_OF_A_HEADER ||
            (components >= COMPONENTS_OF_A_HEADER && titles > 0))
            return TRUE;
    }
    return FALSE;
}

BlockList
blocks_from_csv(Arena *arena, const char *text, char delimiter)
{
    BlockSink sink;
    guint number = 1, lines;
    GPtrArray *cells;
    block_sink_init(&sink, arena);
    for (const char *at = text; (cells = read_row(&at, delimiter, &lines)) != NULL;) {
        text_put_row(&sink, (char *const *)cells->pdata, cells->len, number);
        g_ptr_array_unref(cells);
        number += lines;
    }
    BlockList list = block_sink_take(&sink);
    block_sink_clear(&sink);
    return list;
}
