#include "import/unfold.h"
#include "import/list-mark.h"
#include "import/unfold-private.h"
#include "import/word-list.h"
#include <string.h>

enum { LINE_MAX_BYTES = 160 };

/* ---- cells ---- */

const BlockCell *
unfold_cell_at(const Block *row, guint column)
{
    for (guint c = 0; c < row->n_cells; c++)
        if (column >= row->cells[c].column &&
            column < row->cells[c].column + row->cells[c].span)
            return &row->cells[c];
    return NULL;
}

char *
unfold_cell_text(const BlockCell *cell)
{
    GString *text = g_string_new(NULL);
    if (cell != NULL)
        blocks_append_text(&cell->blocks, text);
    return g_string_free(text, FALSE);
}

/* What a cell names, a number before it left out. */
gboolean
unfold_cell_heading(const BlockCell *cell, Heading *heading)
{
    g_autofree char *text = unfold_cell_text(cell);
    gsize skip = list_mark_len(text), len = strlen(text + skip);
    while (len > 0 && strchr(": .", text[skip + len - 1]) != NULL)
        len--;
    return heading_read(text + skip, len, heading);
}

gboolean
unfold_cell_says(const BlockCell *cell, const char *words)
{
    g_autofree char *text = unfold_cell_text(cell);
    return word_list_says(words, text);
}

gboolean
unfold_is_empty(const BlockCell *cell)
{
    g_autofree char *text = unfold_cell_text(cell);
    return *text == '\0' || strcmp(text, ":") == 0;
}

/* Digits only, perhaps with a dot or brackets: the number of a row. */
gboolean
unfold_is_number(const BlockCell *cell)
{
    g_autofree char *text = unfold_cell_text(cell);
    return *text != '\0' && strlen(text) <= 6 && strspn(text, "0123456789.()") == strlen(text);
}

static guint
count_columns(const Table *table)
{
    guint n = 0;
    for (guint i = 0; i < table->n; i++)
        for (guint c = 0; c < table->rows[i].n_cells; c++)
            n = MAX(n, table->rows[i].cells[c].column +
                           MIN(table->rows[i].cells[c].span, MAX_COLUMNS));
    return MIN(n, MAX_COLUMNS);
}

/* ---- what a row is ---- */

static gboolean
is_column_header(const Block *row)
{
    gboolean key = FALSE, value = FALSE;
    for (guint c = 0; c < row->n_cells; c++) {
        g_autofree char *text = unfold_cell_text(&row->cells[c]);
        key = key || heading_is_key_column(text);
        value = value || heading_is_value_column(text);
    }
    return key || (value && row->n_cells > 1);
}

/* How many different components the cells of a row name. */
guint
unfold_count_components(const Block *row)
{
    guint seen = 0, n = 0;
    for (guint c = 0; c < row->n_cells; c++) {
        Heading heading;
        if (!unfold_cell_heading(&row->cells[c], &heading) ||
            heading.kind != HEADING_COMPONENT || (seen & (1U << heading.component)))
            continue;
        seen |= 1U << heading.component;
        n++;
    }
    return n;
}

/* The column that names components in most rows; *n receives how many. */
static guint
key_column(const Table *table, guint *n)
{
    guint best = 0;
    *n = 0;
    for (guint column = 0; column + 1 < table->n_columns; column++) {
        guint found = 0;
        for (guint i = 0; i < table->n; i++) {
            const BlockCell *cell = unfold_cell_at(&table->rows[i], column);
            Heading heading;
            found += cell != NULL && cell->column == column &&
                     unfold_cell_heading(cell, &heading) && heading.kind != HEADING_OTHER;
        }
        if (found <= *n)
            continue;
        *n = found;
        best = column;
    }
    return best;
}

/* ---- writing ---- */

void
unfold_put_blocks(BlockSink *out, const BlockList *blocks, guint flags)
{
    for (guint i = 0; i < blocks->n; i++) {
        Block block = blocks->items[i];
        if (block.cells == NULL && strcmp(block.text, ":") == 0)
            continue;
        if (block.cells == NULL && block.text[0] == ':' && block.text[1] == ' ')
            block.text += 2;
        block.flags |= i == 0 ? flags : 0;
        block_sink_put(out, &block);
    }
}

void
unfold_put_text(BlockSink *out, const char *text, const Block *row, guint flags)
{
    Block *block = block_sink_add(out, text, strlen(text));
    if (block == NULL)
        return;
    block->flags = flags | (row->flags & BLOCK_SCANNED);
    block->number = row->number;
    block->page = row->page;
}

guint
unfold_filled_cells(const Block *row)
{
    guint n = 0;
    for (guint c = 0; c < row->n_cells; c++)
        n += !unfold_is_empty(&row->cells[c]);
    return n;
}

gboolean
unfold_names_row_number(const BlockCell *header)
{
    static const char names[] = "no|nomor|no urut|#";
    return header != NULL && unfold_cell_says(header, names);
}

/* A row of a table that only arranges: one line when it is short, else its cells one by one. */
void
unfold_put_loose_row(BlockSink *out, const Block *row, guint flags)
{
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean line = TRUE;
    for (guint c = 0; c < row->n_cells; c++) {
        if (c == 0 && row->n_cells > 1 && unfold_names_row_number(&row->cells[c]))
            continue; /* "No" beside a title */
        line = line && row->cells[c].blocks.n <= 1;
        blocks_append_text(&row->cells[c].blocks, text);
    }
    if (line && text->len <= LINE_MAX_BYTES && text->len > 0) {
        unfold_put_text(out, text->str, row, flags | BLOCK_APART | BLOCK_WHOLE);
        return;
    }
    for (guint c = 0; c < row->n_cells; c++)
        unfold_put_blocks(out, &row->cells[c].blocks, flags | BLOCK_APART);
}

/* ---- rows ---- */

/* "1 2 3 4" under the header: the columns' numbers. */
gboolean
unfold_numbers_columns(const Block *row)
{
    for (guint c = 0; c < row->n_cells; c++)
        if (!unfold_is_number(&row->cells[c]))
            return FALSE;
    return row->n_cells > 2;
}

static void
append_blocks(Arena *arena, BlockList *to, const BlockList *from)
{
    Block *items = arena_alloc(arena, (to->n + from->n) * sizeof *items);
    if (to->n > 0)
        memcpy(items, to->items, to->n * sizeof *items);
    if (from->n > 0)
        memcpy(items + to->n, from->items, from->n * sizeof *items);
    *to = (BlockList){items, to->n + from->n};
}

/* The row above with the cells of this one behind its own. */
Block
unfold_joined_rows(Arena *arena, const Block *above, const Block *row)
{
    Block both = *above;
    both.cells = arena_alloc(arena, (above->n_cells + row->n_cells) * sizeof *both.cells);
    memcpy(both.cells, above->cells, above->n_cells * sizeof *both.cells);
    for (guint c = 0; c < row->n_cells; c++) {
        BlockCell *same = NULL;
        for (guint k = 0; k < both.n_cells && same == NULL; k++)
            same = both.cells[k].column == row->cells[c].column ? &both.cells[k] : NULL;
        if (same != NULL)
            append_blocks(arena, &same->blocks, &row->cells[c].blocks);
        else
            both.cells[both.n_cells++] = row->cells[c];
    }
    return both;
}

/* ---- one component a row ---- */

/* "A", "b.": the letter of a row. */
static gboolean
is_letter(const char *text)
{
    return *text == '\0' || (g_ascii_isalpha(*text) && (text[1] == '\0' || text[2] == '\0'));
}

/* "a", "2." alone in a cell: the mark of what stands in the next one; "" = it is none. */
static const char *
lone_mark(Arena *arena, const BlockCell *cell)
{
    g_autofree char *text = unfold_cell_text(cell), *dotted = g_strconcat(text, ".", NULL);
    ListMark mark;
    if (strlen(text) > 3 || (!list_mark_scan(text, &mark) && !list_mark_scan(dotted, &mark)))
        return "";
    return arena_strndup(arena, list_mark_scan(text, &mark) ? text : dotted, strlen(text) + 1);
}

static void
put_component_row(BlockSink *out, const Block *row, guint key)
{
    const BlockCell *name = unfold_cell_at(row, key);
    g_autofree char *text = unfold_cell_text(name);
    gboolean named = name != NULL && !unfold_is_empty(name);
    if (unfold_filled_cells(row) == 1 && named && (name->span > 1 || row->n_cells == 1)) {
        unfold_put_loose_row(out, row, BLOCK_AFTER | BLOCK_STRONG);
        return;
    }
    for (guint c = 0; named && c < row->n_cells; c++) {
        const BlockCell *cell = &row->cells[c];
        g_autofree char *part = unfold_cell_text(cell);
        if (cell->column < key && cell != name && !unfold_is_number(cell) && !is_letter(part))
            unfold_put_text(out, part, row,
                            BLOCK_STRAY); /* "Penyampaian Pelayanan" beside its rows */
    }
    if (named)
        unfold_put_text(out, text, row, BLOCK_KEY | BLOCK_APART | BLOCK_WHOLE);
    const char *mark = "";
    gboolean valued = FALSE;
    for (guint c = 0; c < row->n_cells; c++) {
        const BlockCell *cell = &row->cells[c];
        if (cell == name || (cell->column < key && (unfold_is_number(cell) || named)))
            continue;
        guint first = out->items->len;
        unfold_put_blocks(out, &cell->blocks,
                          (named ? BLOCK_APART : 0U) | (valued ? BLOCK_CELL : 0U));
        valued = valued || (out->items->len > first && named);
        Block *begun =
            out->items->len > first ? &g_array_index(out->items, Block, first) : NULL;
        if (begun != NULL && begun->cells == NULL && *mark != '\0' && *begun->mark == '\0')
            begun->mark = mark;
        mark = begun != NULL && c + 1 < row->n_cells ? lone_mark(out->arena, cell) : "";
        if (*mark != '\0') {
            g_array_set_size(out->items, first); /* it is the next cell's */
            valued = FALSE;
        }
    }
}

/* A name broken by a page's end: this row's name makes one with that of the row above, and none alone. */
static gboolean
continues_name(const Block *above, const Block *row, guint key)
{
    const BlockCell *first = unfold_cell_at(above, key), *second = unfold_cell_at(row, key);
    Heading heading;
    if (first == NULL || second == NULL || unfold_is_empty(first) || unfold_is_empty(second) ||
        (key > 0 && !unfold_is_empty(unfold_cell_at(row, 0))))
        return FALSE;
    gboolean named = unfold_cell_heading(second, &heading);
    g_autofree char *a = unfold_cell_text(first), *b = unfold_cell_text(second);
    g_autofree char *both = g_strjoin(" ", a, b, NULL);
    gsize skip = list_mark_len(both);
    return heading_read(both + skip, strlen(both + skip), &heading) && !heading.typed &&
           (!named || (key > 0 && heading.official)); /* "Kompetensi" "Pelaksana" */
}

/* The name over a column of texts beside "KOMPONEN", where each service has a column of its own; else NULL. */
static const BlockCell *
service_column(const Block *header, guint key, guint column)
{
    const BlockCell *cell = unfold_cell_at(header, column);
    if (column <= key || cell == NULL || cell->column != column || unfold_is_empty(cell))
        return NULL;
    g_autofree char *text = unfold_cell_text(cell);
    return heading_is_value_column(text) || heading_is_key_column(text) ? NULL : cell;
}

/* KOMPONEN | Service A | Service B: a service a column. FALSE: there are not two such columns. */
static gboolean
unfold_crossed(BlockSink *out, const Table *table, guint key, guint header)
{
    const Block *names = &table->rows[header];
    guint n = 0;
    for (guint column = 0; column < table->n_columns; column++)
        n += service_column(names, key, column) != NULL;
    for (guint column = 0; n > 1 && column < table->n_columns; column++) {
        const BlockCell *name = service_column(names, key, column);
        if (name == NULL)
            continue;
        g_autofree char *title = unfold_cell_text(name);
        unfold_put_text(out, title, names, BLOCK_SERVICE | BLOCK_APART | BLOCK_WHOLE);
        for (guint i = header + 1; i < table->n; i++) {
            const BlockCell *cell = unfold_cell_at(&table->rows[i], column);
            g_autofree char *text = unfold_cell_text(unfold_cell_at(&table->rows[i], key));
            if (cell == NULL || unfold_is_empty(cell))
                continue;
            unfold_put_text(out, text, &table->rows[i], BLOCK_KEY | BLOCK_APART | BLOCK_WHOLE);
            unfold_put_blocks(out, &cell->blocks, BLOCK_APART);
        }
    }
    return n > 1;
}

static gboolean
unfold_components(BlockSink *out, const Table *table)
{
    guint n, header = G_MAXUINT;
    guint key = key_column(table, &n);
    for (guint i = 0; i < MIN(table->n, HEADER_ROWS) && header == G_MAXUINT; i++)
        if (is_column_header(&table->rows[i]))
            header = i;
    if (n < 2 && !(n == 1 && header != G_MAXUINT))
        return FALSE;
    if (header != G_MAXUINT && unfold_crossed(out, table, key, header))
        return TRUE;
    Block open = {0};
    for (guint i = 0; i < table->n; i++) {
        const Block *row = &table->rows[i];
        if (is_column_header(row) || unfold_numbers_columns(row))
            continue;
        if (open.cells != NULL && continues_name(&open, row, key)) {
            open = unfold_joined_rows(out->arena, &open, row);
            continue;
        }
        if (open.cells != NULL)
            put_component_row(out, &open, key);
        gboolean above = header != G_MAXUINT && i < header;
        open = (Block){0};
        if (!above)
            open = *row;
        else
            unfold_put_loose_row(out, row, 0);
    }
    if (open.cells != NULL)
        put_component_row(out, &open, key);
    return TRUE;
}

/* ---- the document ---- */

/* Whether a block is a heading of a component: a table behind it that says none belongs to a text. */
static gboolean
opens_section(const Block *block)
{
    gsize skip = list_mark_len(block->text);
    Heading heading;
    return (block->flags & BLOCK_KEY) ||
           (block->cells == NULL &&
            heading_read(block->text + skip, strcspn(block->text + skip, ":"), &heading) &&
            heading.kind == HEADING_COMPONENT);
}

static void
unfold_one(BlockSink *out, Table *table)
{
    table->n_columns = count_columns(table);
    if (unfold_services(out, table) || unfold_components(out, table))
        return;
    gboolean kept = table->inside && table->n_columns > 1;
    for (guint i = 0; i < table->n; i++) {
        if (kept)
            block_sink_put(out, &table->rows[i]);
        else
            unfold_put_loose_row(out, &table->rows[i], 0);
    }
}

/* Whether a table has a row here, or goes on behind a foot of its page. */
static gboolean
goes_on(const BlockList *blocks, guint i)
{
    while (i < blocks->n && (blocks->items[i].flags & BLOCK_STRAY) && blocks->items[i].page > 0)
        i++;
    return i < blocks->n && blocks->items[i].cells != NULL;
}

BlockList
unfold_tables(Arena *arena, const BlockList *blocks)
{
    BlockSink sink;
    block_sink_init(&sink, arena);
    gboolean behind = FALSE, inside = FALSE;
    for (guint i = 0; i < blocks->n;) {
        const Block *block = &blocks->items[i];
        if (block->cells == NULL) {
            Block *copy = block_sink_put(&sink, block);
            copy->flags |= behind ? BLOCK_AFTER : 0;
            behind = behind && (block->flags & BLOCK_STRAY);
            inside = inside || opens_section(block);
            i++;
            continue;
        }
        g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Block));
        while (i < blocks->n && goes_on(blocks, i)) {
            if (blocks->items[i].cells != NULL)
                g_array_append_val(rows, blocks->items[i]);
            else
                block_sink_put(&sink, &blocks->items[i]); /* a page's foot between its rows */
            i++;
        }
        BlockList own = blocks_of(arena, rows);
        Table table = {own.items, own.n, 0, inside};
        guint before = sink.items->len;
        unfold_one(&sink, &table);
        for (guint k = before; k < sink.items->len; k++)
            behind = behind || (g_array_index(sink.items, Block, k).flags & BLOCK_KEY);
        inside = inside || behind;
    }
    return block_sink_end(&sink);
}
