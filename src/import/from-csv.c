#include "import/from-text.h"
#include "import/heading.h"
#include <string.h>

enum { NAMED_MIN = 2, ROWS_MAX = 200, CELL_MAX_BYTES = 200 };

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

/* Behind "sep=;", which Excel writes and reads as the first line. */
static const char *
skip_separator(const char *text)
{
    if (!g_str_has_prefix(text, "sep=") || text[4] == '\0' || strcspn(text + 5, "\n") > 1)
        return text;
    return text + 5 + strspn(text + 5, "\r\n");
}

static guint
width_of(const GPtrArray *cells)
{
    guint n = cells->len;
    while (n > 0 && *g_strchug(g_ptr_array_index(cells, n - 1)) == '\0')
        n--;
    return n;
}

/* Which components the cells of a row name, as bits. */
static guint
named_by(const GPtrArray *cells)
{
    guint bits = 0;
    for (guint i = 0; i < cells->len; i++) {
        const char *cell = g_strstrip(g_ptr_array_index(cells, i));
        Heading heading;
        if (strlen(cell) <= CELL_MAX_BYTES && heading_read(cell, strlen(cell), &heading) &&
            heading.kind == HEADING_COMPONENT && !heading.typed)
            bits |= 1U << heading.component;
    }
    return bits;
}

/* Whether the rows are mostly of one width, and name components. */
static gboolean
fits_delimiter(const char *text, char delimiter)
{
    guint widths[ROWS_MAX], n = 0, most = 0, same = 0, bits = 0, rows = 0, lines;
    for (const char *at = text; n < ROWS_MAX;) {
        g_autoptr(GPtrArray) cells = read_row(&at, delimiter, &lines);
        if (cells == NULL)
            break;
        guint filled = width_of(cells);
        rows += filled > 0 ? 1 : 0;
        guint named = filled > 1 ? named_by(cells) : 0;
        if (n == 0 && __builtin_popcount(named) > NAMED_MIN)
            return TRUE; /* a header, however wide the rows are */
        bits |= named;
        widths[n] = cells->len;
        most = filled > 1 ? MAX(most, cells->len) : most;
        n += filled > 1 ? 1 : 0; /* others are lines over the table */
    }
    for (guint i = 0; i < n; i++)
        same += widths[i] == most ? 1 : 0;
    return n > 1 && n * 2 >= rows && same * 10 >= n * 9 &&
           __builtin_popcount(bits) >= NAMED_MIN;
}

gboolean
csv_is_table(const char *text, char *delimiter)
{
    static const char delimiters[] = {';', ',', '\t'};
    for (guint d = 0; d < G_N_ELEMENTS(delimiters); d++) {
        *delimiter = delimiters[d];
        if (fits_delimiter(skip_separator(text), *delimiter))
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
    for (const char *at = skip_separator(text);
         (cells = read_row(&at, delimiter, &lines)) != NULL;) {
        text_put_row(&sink, (char *const *)cells->pdata, cells->len, number);
        g_ptr_array_unref(cells);
        number += lines;
    }
    return block_sink_end(&sink);
}
