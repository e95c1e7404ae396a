#include "import/unfold-private.h"
#include <string.h>

typedef struct Columns {
    const BlockCell *header[MAX_COLUMNS];
    guint title; /* G_MAXUINT = none */
} Columns;

/* "Nama Izin | Syarat": the last column before those of components, whatever it is called. */
static guint
column_before(const Columns *columns, guint n)
{
    guint title = G_MAXUINT;
    for (guint column = 0; column < n; column++) {
        const BlockCell *header = columns->header[column];
        Heading heading;
        if (header == NULL || unfold_names_row_number(header))
            continue;
        if (unfold_cell_heading(header, &heading))
            return title;
        title = column;
    }
    return G_MAXUINT;
}

/* The header cells: those of `row`, and where it names nothing those of the rows above it. */
static void
read_columns(const Table *table, guint row, Columns *columns)
{
    *columns = (Columns){.title = G_MAXUINT};
    for (guint column = 0; column < table->n_columns; column++) {
        for (guint i = row + 1; i-- > 0 && columns->header[column] == NULL;) {
            const BlockCell *cell = unfold_cell_at(&table->rows[i], column);
            if (cell != NULL && !unfold_is_empty(cell))
                columns->header[column] = cell;
        }
        Heading heading;
        if (columns->header[column] != NULL && columns->title == G_MAXUINT &&
            unfold_cell_heading(columns->header[column], &heading) &&
            heading.kind == HEADING_TITLE)
            columns->title = column;
    }
    static const char names[] = "layanan|pelayanan|jenis|nama|produk layanan|uraian|judul";
    for (guint column = 0; column < table->n_columns && columns->title == G_MAXUINT; column++)
        if (columns->header[column] != NULL && unfold_cell_says(columns->header[column], names))
            columns->title = column;
    if (columns->title == G_MAXUINT)
        columns->title = column_before(columns, table->n_columns);
}

static void
put_service_row(BlockSink *out, const Block *row, const Columns *columns)
{
    const BlockCell *title =
        columns->title != G_MAXUINT ? unfold_cell_at(row, columns->title) : NULL;
    g_autofree char *name = unfold_cell_text(title);
    if (*name != '\0')
        unfold_put_text(out, name, row, BLOCK_SERVICE | BLOCK_APART | BLOCK_WHOLE);
    for (guint c = 0; c < row->n_cells; c++) {
        const BlockCell *cell = &row->cells[c];
        const BlockCell *header =
            cell->column < MAX_COLUMNS ? columns->header[cell->column] : NULL;
        g_autofree char *key = unfold_cell_text(header);
        if (cell == title || unfold_is_empty(cell) ||
            (unfold_names_row_number(header) && unfold_is_number(cell)))
            continue;
        unfold_put_text(out, *key != '\0' ? key : "-", row,
                        BLOCK_KEY | BLOCK_APART | BLOCK_WHOLE);
        unfold_put_blocks(out, &cell->blocks, BLOCK_APART);
    }
}

/* Whether a row lacks the number that the header asks for: it goes on with the row above, on a new page. */
static gboolean
lacks_number(const Block *row, const Columns *columns)
{
    for (guint column = 0; column < MAX_COLUMNS; column++)
        if (unfold_names_row_number(columns->header[column]))
            return unfold_is_empty(unfold_cell_at(row, column));
    return columns->title != G_MAXUINT && unfold_is_empty(unfold_cell_at(row, columns->title));
}

/* "Waktu | Biaya" under "Penyelesaian": names for the columns of one cell of the header. */
static gboolean
divides_header(const Block *header, const Block *row)
{
    guint divided = 0;
    for (guint c = 0; c < row->n_cells; c++) {
        const BlockCell *above = unfold_cell_at(header, row->cells[c].column);
        Heading heading;
        if (unfold_is_empty(&row->cells[c]))
            continue;
        if (above == NULL || above->span < 2 || !unfold_cell_heading(&row->cells[c], &heading))
            return FALSE;
        divided++;
    }
    return divided > 0;
}

/* The names of cells that others divide: words of no column. */
static void
put_divided(BlockSink *out, const Block *header)
{
    for (guint c = 0; c < header->n_cells; c++) {
        g_autofree char *text = unfold_cell_text(&header->cells[c]);
        if (header->cells[c].span > 1)
            unfold_put_text(out, text, header, BLOCK_STRAY);
    }
}

/* The row among the first that names the most components; `n` says how many. */
static guint
find_header(const Table *table, guint *n)
{
    guint header = 0;
    *n = 0;
    for (guint i = 0; i < MIN(table->n, HEADER_ROWS); i++) {
        guint named = unfold_count_components(&table->rows[i]);
        if (named > *n) {
            *n = named;
            header = i;
        }
    }
    return header;
}

/* "Persyaratan | Waktu" over rows that name nothing: one service, a component a column. */
static gboolean
names_both_columns(const Table *table)
{
    gboolean both = !table->inside && table->n > 1 && table->n_columns == 2;
    for (guint i = 0; both && i < table->n; i++)
        both = unfold_count_components(&table->rows[i]) == (i == 0 ? 2 : 0);
    return both;
}

gboolean
unfold_services(BlockSink *out, Table *table)
{
    guint best, header = find_header(table, &best);
    if (best < 3 && !(best == 2 && table->rows[header].n_cells <= 4 && header == 0))
        return FALSE;
    Columns columns;
    if (header + 1 < table->n && divides_header(&table->rows[header], &table->rows[header + 1]))
        put_divided(out, &table->rows[header++]);
    read_columns(table, header, &columns);
    if (best == 2 && columns.title == G_MAXUINT && !names_both_columns(table))
        return FALSE;
    for (guint i = 0; i < header; i++)
        if (unfold_count_components(&table->rows[i]) == 0 &&
            unfold_filled_cells(&table->rows[i]) == 1)
            unfold_put_loose_row(out, &table->rows[i], 0);
    Block open = {0};
    for (guint i = header + 1; i < table->n; i++) {
        const Block *row = &table->rows[i];
        if (unfold_numbers_columns(row) || unfold_count_components(row) >= best)
            continue; /* the header again, on the next page */
        gboolean loose = unfold_filled_cells(row) == 1 && row->n_cells == 1 &&
                         (open.cells == NULL || row->cells[0].span > 1);
        if (!loose && open.cells != NULL && lacks_number(row, &columns)) {
            open = unfold_joined_rows(out->arena, &open, row);
            continue;
        }
        if (open.cells != NULL)
            put_service_row(out, &open, &columns);
        open = (Block){0};
        if (!loose)
            open = *row;
        else
            unfold_put_loose_row(out, row, BLOCK_AFTER | BLOCK_STRONG);
    }
    if (open.cells != NULL)
        put_service_row(out, &open, &columns);
    return TRUE;
}
