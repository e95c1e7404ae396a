/** UnfoldPrivate: cells and rows of tables, what the files of unfold_tables() share. */
#pragma once
#include "import/block.h"
#include "import/heading.h"

enum {
    HEADER_ROWS = 6, /* so far down a header is looked for */
    MAX_COLUMNS = BLOCKS_MAX_CELLS
};

typedef struct Table {
    const Block *rows;
    guint n;
    guint n_columns;
    gboolean inside; /* a section's text */
} Table;

/** The cell that stands in this column; NULL = none. */
const BlockCell *unfold_cell_at(const Block *row, guint column);
/** Its words; "" for NULL. g_free() them. */
char *unfold_cell_text(const BlockCell *cell);
/** What a cell names, a number before it left out. */
gboolean unfold_cell_heading(const BlockCell *cell, Heading *heading);
/** Whether it says one of these words ("a|b c") and nothing else. */
gboolean unfold_cell_says(const BlockCell *cell, const char *words);
gboolean unfold_is_empty(const BlockCell *cell);
/** Digits only, perhaps with a dot or brackets: the number of a row. */
gboolean unfold_is_number(const BlockCell *cell);
/** "No" over the numbers of rows. */
gboolean unfold_names_row_number(const BlockCell *header);

guint unfold_filled_cells(const Block *row);
/** How many different components the cells of a row name. */
guint unfold_count_components(const Block *row);
/** "1 2 3 4" under the header: the columns' numbers. */
gboolean unfold_numbers_columns(const Block *row);
/** The row above with the cells of this one behind its own. */
Block unfold_joined_rows(Arena *arena, const Block *above, const Block *row);

/** Blocks of a cell, the first with these flags. */
void unfold_put_blocks(BlockSink *out, const BlockList *blocks, guint flags);
/** A paragraph of its own that stands where the row does. */
void unfold_put_text(BlockSink *out, const char *text, const Block *row, guint flags);
/** A row of a table that only arranges: one line when it is short, else its cells one by one. */
void unfold_put_loose_row(BlockSink *out, const Block *row, guint flags);

/** A table of one service a row (unfold-services.c); FALSE when it is another. */
gboolean unfold_services(BlockSink *out, Table *table);
