/**
 * Block: what every source makes of a document, and all that the reader sees.
 *
 * A document is a list of blocks in reading order: paragraphs with the list
 * mark and the heading level their source knew of, and table rows whose cells
 * hold blocks again. Which file they came from is forgotten; where they stood
 * is kept. Words are the document's, with one space between them.
 *
 * Blocks cross from a child that parses strangers' files as lines of text
 * (blocks_print, blocks_parse), so nothing of that child is trusted. Everything
 * lives in the arena. Pure, any thread.
 */
#pragma once
#include "base/arena.h"

enum {
    BLOCK_APART = 1 << 0,   /* an empty line or more room than between lines stands before it */
    BLOCK_WHOLE = 1 << 1,   /* a whole paragraph: nothing that follows continues it */
    BLOCK_STRONG = 1 << 2,  /* all of it is printed bold or in larger letters */
    BLOCK_SCANNED = 1 << 3, /* read from a picture */
    BLOCK_KEY = 1 << 4,     /* a table's cell that names what the next cells say */
    BLOCK_SERVICE = 1 << 5, /* names a service of its own: a row of a list of services */
    BLOCK_CONTENT = 1 << 6, /* begins a section or an item, so it is of no page header */
    BLOCK_GONE = 1 << 7,    /* of a page header: passed over */
    BLOCK_AFTER = 1 << 8,   /* stands behind a table: belongs to no row of it */
    BLOCK_STRAY = 1 << 9,   /* of no section: stood in a page header but in no other one */
    BLOCK_CLOSE =
        1 << 10, /* whether a line begins or goes on with it was told by little room */
    BLOCK_HIDDEN = 1 << 11, /* of no section: hidden in a workbook */
    BLOCK_CELL = 1 << 12,   /* begins another cell: goes on with nothing above it */
    BLOCK_FLAGS = (1 << 13) - 1,
};
enum {
    BLOCKS_MAX_DEPTH = 4,               /* tables within tables */
    BLOCKS_MAX_CELLS = 64,              /* of one row */
    BLOCKS_MAX_BLOCKS = 400000,         /* of one document */
    BLOCKS_MAX_BYTES = 16 * 1024 * 1024 /* of one document, printed */
};

typedef struct Block Block;

typedef struct BlockList {
    Block *items;
    guint n;
} BlockList;

typedef struct BlockCell {
    guint column, span; /* columns from 0, as the table counts them; span at least 1 */
    BlockList blocks;
} BlockCell;

struct Block {
    const char *text;   /* "" for a row */
    const char *mark;   /* the list mark the source knew of, not in `text`; "" = none known */
    guint number, page; /* line of a text, 0 = none; page from 1, 0 = none */
    guint flags, level; /* BLOCK_…; heading level 1 … 6 told by the source, 0 = none */
    guint depth;        /* how deep the source nests this item, 1 = outermost; 0 = not told */
    guint gap;          /* byte of `text` behind the first wide gap, 0 = none */
    BlockCell *cells;   /* NULL = a paragraph */
    guint n_cells;
};

/** Growing lists; block_sink_take() copies one into the arena and empties it. */
typedef struct BlockSink {
    Arena *arena;
    GArray *items; /* Block */
} BlockSink;

void block_sink_init(BlockSink *sink, Arena *arena);
void block_sink_clear(BlockSink *sink);
/** Adds a paragraph of these words, white space folded; NULL when there are none. The pointer holds until the next. */
Block *block_sink_add(BlockSink *sink, const char *text, gsize len);
/** Adds a copy of a block. */
Block *block_sink_put(BlockSink *sink, const Block *block);
/** Adds a row of these cells (BlockCell; taken over) that begins in line `number`, 0 = none; nothing
 * when there are none. What is beyond BLOCKS_MAX_CELLS goes on in further rows. */
void block_sink_put_row(BlockSink *sink, GArray *cells, guint number);
BlockList block_sink_take(BlockSink *sink);
/** The same for the last time: the sink is cleared. */
BlockList block_sink_end(BlockSink *sink);
/** A copy of these (Block). */
BlockList blocks_of(Arena *arena, const GArray *blocks);
/** Adds the blocks of `more` behind those of `sink`, and clears it. */
void block_sink_append(BlockSink *sink, BlockSink *more);

/** One space between words, whatever white space there was, no-break and zero-width too; *gap as in Block. */
char *block_fold(const char *text, gsize len, guint *gap);

/** Appends the words of a list, rows included, one space between. */
void blocks_append_text(const BlockList *list, GString *out);

/** Appends the list as lines of text. */
void blocks_print(const BlockList *list, GString *out);
/** Reads what blocks_print() wrote; FALSE when it is anything else or beyond the limits. */
gboolean blocks_parse(Arena *arena, const char *text, gsize len, BlockList *out);
