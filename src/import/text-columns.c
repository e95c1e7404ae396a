#include "import/from-text.h"
#include "import/heading.h"
#include <string.h>

enum { MAX_COLUMNS = 6, LINE_MAX_BYTES = 2000 };

/* A table whose columns are made of spaces: characters at which they begin. */
typedef struct Columns {
    guint n, key;
    guint start[MAX_COLUMNS];
    gboolean number; /* the first holds numbers */
    gboolean
        values; /* of whatever they are: No, Parameter, Tarif; then each row must have its number */
} Columns;

/* A row being gathered: the lines of each cell. */
typedef struct Row {
    GString *cells[MAX_COLUMNS];
    guint number;
} Row;

/* The next word and the character it begins at; NULL at the end. `*at` goes behind it. */
static const char *
next_word(const char **at, guint *column, gsize *len)
{
    while (**at == ' ') {
        (*at)++;
        (*column)++;
    }
    const char *word = *at;
    *len = strcspn(word, " ");
    *at += *len;
    return *len > 0 ? word : NULL;
}

/* NO KOMPONEN URAIAN or NO PARAMETER TARIF, two spaces or more between: their places. */
static gboolean
read_header(const char *line, Columns *out)
{
    *out = (Columns){.key = G_MAXUINT};
    gboolean value = FALSE;
    guint column = 0;
    for (const char *at = line; *at != '\0';) {
        gsize blank = strspn(at, " ");
        at += blank;
        column += (guint)blank;
        const char *end = strstr(at, "  ");
        gsize len = end != NULL ? (gsize)(end - at) : strlen(at);
        if (len == 0)
            break;
        if (out->n == MAX_COLUMNS)
            return FALSE;
        g_autofree char *cell = g_strndup(at, len);
        if (heading_is_key_column(cell) && out->key == G_MAXUINT)
            out->key = out->n;
        else
            value = value || heading_is_value_column(cell);
        if (out->n == 0)
            out->number = g_ascii_strcasecmp(cell, "no") == 0 ||
                          g_ascii_strcasecmp(cell, "no.") == 0 ||
                          g_ascii_strcasecmp(cell, "nomor") == 0;
        out->start[out->n++] = column;
        at += len;
        column += (guint)g_utf8_strlen(cell, -1);
    }
    out->values = out->key == G_MAXUINT && out->number && out->n >= 3;
    if (out->values)
        out->key = 1;
    return out->values || (out->key != G_MAXUINT && value && out->n >= 2);
}

/* Whether a line of values has a number in front, or only goes on with the row above. */
static gboolean
is_of_values(GString **cells, guint n, gboolean begun)
{
    gboolean number =
        cells[0]->len > 0 && strspn(cells[0]->str, "0123456789.)") == cells[0]->len;
    gboolean empty = TRUE;
    for (guint c = 1; c < n; c++)
        empty = empty && cells[c]->len == 0;
    return !empty && (number || (begun && cells[0]->len == 0));
}

/* The words of a line by columns; FALSE when a sentence runs across the last border. */
static gboolean
split_line(const Columns *columns, const char *line, GString **cells)
{
    guint column = 0, last = 0, last_end = 0;
    gsize len;
    gboolean fits = TRUE;
    const char *at = line;
    for (const char *word; (word = next_word(&at, &column, &len)) != NULL;) {
        guint c = columns->n - 1;
        while (c > 0 && columns->start[c] > column + 1)
            c--;
        gboolean apart = column > last_end + 1 || column == 0 ||
                         (columns->values && column == columns->start[c]);
        fits = fits && (c == last || apart || last_end == 0);
        g_string_append_printf(cells[c], "%s%.*s", cells[c]->len > 0 ? " " : "", (int)len,
                               word);
        last = c;
        column += (guint)g_utf8_strlen(word, (gssize)len);
        last_end = column;
    }
    return fits;
}

static void
put_row(BlockSink *sink, const Columns *columns, Row *row)
{
    char *texts[MAX_COLUMNS];
    gboolean any = FALSE;
    for (guint c = 0; c < columns->n; c++) {
        texts[c] = row->cells[c]->str;
        any = any || row->cells[c]->len > 0;
    }
    if (any)
        text_put_row(sink, texts, columns->n, row->number);
    for (guint c = 0; c < columns->n; c++)
        g_string_truncate(row->cells[c], 0);
}

/* Whether a line begins a row: it has a number, or a name that does not go on with the one above. */
static gboolean
begins_row(const Columns *columns, const Row *row, GString **cells)
{
    Heading heading;
    const GString *name = cells[columns->key];
    if (columns->number && columns->key > 0)
        return cells[0]->len > 0;
    if (name->len == 0)
        return FALSE;
    g_autofree char *both = g_strjoin(" ", row->cells[columns->key]->str, name->str, NULL);
    g_strdelimit(both, "\n", ' ');
    return row->cells[columns->key]->len == 0 || !heading_read(both, strlen(both), &heading);
}

static void
take_line(BlockSink *sink, const Columns *columns, GString **cells, guint number, Row *row)
{
    if (begins_row(columns, row, cells)) {
        put_row(sink, columns, row);
        row->number = number;
    }
    for (guint c = 0; c < columns->n; c++)
        if (cells[c]->len > 0)
            g_string_append_printf(row->cells[c], "%s%s", row->cells[c]->len > 0 ? "\n" : "",
                                   cells[c]->str);
}

static char *
line_text(const Source *source, guint number)
{
    gsize len;
    const char *line = source_line(source, number, &len);
    return len <= LINE_MAX_BYTES ? g_strchomp(g_strndup(line, len)) : NULL;
}

static gboolean
begins_with_number(const Source *source, guint number)
{
    g_autofree char *line = number <= source_n_lines(source) ? line_text(source, number) : NULL;
    return line != NULL && g_ascii_isdigit(line[strspn(line, " ")]);
}

guint
text_put_spaced_table(BlockSink *sink, const Source *source, guint from)
{
    Columns columns;
    g_autofree char *header = line_text(source, from);
    if (header == NULL || !read_header(header, &columns) ||
        (columns.values && !begins_with_number(source, from + 1)))
        return from;
    GString *cells[MAX_COLUMNS];
    Row row = {.number = from};
    char *names[MAX_COLUMNS];
    for (guint c = 0; c < columns.n; c++) {
        cells[c] = g_string_new(NULL);
        row.cells[c] = g_string_new(NULL);
    }
    split_line(&columns, header, row.cells);
    for (guint c = 0; c < columns.n; c++)
        names[c] = row.cells[c]->str;
    text_put_row(sink, names, columns.n, from);
    for (guint c = 0; c < columns.n; c++)
        g_string_truncate(row.cells[c], 0);
    guint at = from + 1;
    for (; at <= source_n_lines(source); at++) {
        g_autofree char *line = line_text(source, at);
        for (guint c = 0; c < columns.n; c++)
            g_string_truncate(cells[c], 0);
        if (line == NULL || !split_line(&columns, line, cells) ||
            (columns.values && !is_of_values(cells, columns.n, at > from + 1)))
            break;
        take_line(sink, &columns, cells, at, &row);
    }
    put_row(sink, &columns, &row);
    for (guint c = 0; c < columns.n; c++) {
        g_string_free(cells[c], TRUE);
        g_string_free(row.cells[c], TRUE);
    }
    return at;
}
