#include "import/block.h"
#include <string.h>

void
block_sink_init(BlockSink *sink, Arena *arena)
{
    sink->arena = arena;
    sink->items = g_array_new(FALSE, FALSE, sizeof(Block));
}

void
block_sink_clear(BlockSink *sink)
{
    g_clear_pointer(&sink->items, g_array_unref);
}

/* White space, and what shows nothing: zero-width letters, the soft hyphen, a BOM inside. */
static gboolean
shows_nothing(gunichar c)
{
    return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF ||
           c == 0xFE0F;
}

char *
block_fold(const char *text, gsize len, guint *gap)
{
    GString *out = g_string_sized_new(len);
    guint spaces = 0;
    *gap = 0;
    for (const char *at = text; at < text + len; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        if (shows_nothing(c))
            continue;
        if (g_unichar_isspace(c) || c < ' ') {
            spaces += c == '\t' ? 2 : 1;
            continue;
        }
        if (spaces > 0 && out->len > 0) {
            g_string_append_c(out, ' ');
            if (spaces > 1 && *gap == 0)
                *gap = (guint)out->len;
        }
        spaces = 0;
        g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

/* A place to write by hand, "........" or "NOMOR: ______": dots are no words, and nobody has filled them in. */
static void
cut_blank(char *text)
{
    enum { LEAST = 5 };
    guint n = 0;
    char *end = text + strlen(text);
    for (;;) {
        char *before = g_utf8_find_prev_char(text, end);
        gunichar c = before != NULL ? g_utf8_get_char(before) : 0;
        if (c != '.' && c != '_' && c != 0x2026 && c != ' ')
            break;
        n += c == 0x2026 ? 3 : c != ' ';
        end = before;
    }
    if (n >= LEAST && (end == text || end[-1] == ':'))
        *end = '\0';
}

Block *
block_sink_add(BlockSink *sink, const char *text, gsize len)
{
    guint gap;
    g_autofree char *folded = block_fold(text, len, &gap);
    cut_blank(folded);
    gap = gap < strlen(folded) ? gap : 0;
    if (*folded == '\0')
        return NULL;
    Block block = {
        .text = arena_strndup(sink->arena, folded, strlen(folded)), .mark = "", .gap = gap};
    return block_sink_put(sink, &block);
}

Block *
block_sink_put(BlockSink *sink, const Block *block)
{
    g_array_append_vals(sink->items, block, 1);
    return &g_array_index(sink->items, Block, sink->items->len - 1);
}

void
block_sink_put_row(BlockSink *sink, GArray *cells, guint number)
{
    for (guint from = 0; from < cells->len; from += BLOCKS_MAX_CELLS) {
        guint n = MIN(cells->len - from, (guint)BLOCKS_MAX_CELLS);
        Block row = {
            .text = "", .mark = "", .flags = BLOCK_APART, .number = number, .n_cells = n};
        row.cells = arena_alloc(sink->arena, n * sizeof *row.cells);
        memcpy(row.cells, &g_array_index(cells, BlockCell, from), n * sizeof *row.cells);
        block_sink_put(sink, &row);
    }
    g_array_unref(cells);
}

BlockList
blocks_of(Arena *arena, const GArray *blocks)
{
    BlockList list = {arena_alloc(arena, blocks->len * sizeof(Block)), blocks->len};
    if (list.n > 0)
        memcpy(list.items, blocks->data, list.n * sizeof(Block));
    return list;
}

BlockList
block_sink_take(BlockSink *sink)
{
    BlockList list = blocks_of(sink->arena, sink->items);
    g_array_set_size(sink->items, 0);
    return list;
}

BlockList
block_sink_end(BlockSink *sink)
{
    BlockList list = block_sink_take(sink);
    block_sink_clear(sink);
    return list;
}

void
block_sink_append(BlockSink *sink, BlockSink *more)
{
    g_array_append_vals(sink->items, more->items->data, more->items->len);
    block_sink_clear(more);
}

void
blocks_append_text(const BlockList *list, GString *out)
{
    for (guint i = 0; i < list->n; i++) {
        const Block *block = &list->items[i];
        for (guint c = 0; c < block->n_cells; c++)
            blocks_append_text(&block->cells[c].blocks, out);
        if (*block->mark != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", block->mark);
        if (*block->text != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", block->text);
    }
}

/* ---- as lines: P flags level depth number page gap mark text; R number page flags cells; C column span blocks ---- */

void
blocks_print(const BlockList *list, GString *out)
{
    for (guint i = 0; i < list->n; i++) {
        const Block *block = &list->items[i];
        if (block->cells == NULL) {
            g_string_append_printf(out, "P\t%u\t%u\t%u\t%u\t%u\t%u\t%s\t%s\n", block->flags,
                                   block->level, block->depth, block->number, block->page,
                                   block->gap, block->mark, block->text);
            continue;
        }
        g_string_append_printf(out, "R\t%u\t%u\t%u\t%u\n", block->flags, block->number,
                               block->page, block->n_cells);
        for (guint c = 0; c < block->n_cells; c++) {
            const BlockCell *cell = &block->cells[c];
            g_string_append_printf(out, "C\t%u\t%u\t%u\n", cell->column, cell->span,
                                   cell->blocks.n);
            blocks_print(&cell->blocks, out);
        }
    }
}

typedef struct Parser {
    Arena *arena;
    const char *at, *end;
    guint n_blocks;
} Parser;

enum { MAX_PARTS = 9 };

/* Splits the next line at its tabs into exactly `n` parts; FALSE when it is another. */
static gboolean
next_line(Parser *p, char kind, guint n, char **parts)
{
    const char *end = p->at < p->end ? memchr(p->at, '\n', (gsize)(p->end - p->at)) : NULL;
    if (end == NULL || *p->at != kind)
        return FALSE;
    const char *at = p->at;
    guint found = 0;
    for (; found < n; found++) {
        const char *tab = memchr(at, '\t', (gsize)(end - at));
        const char *stop = tab != NULL && found + 1 < n ? tab : end;
        parts[found] = arena_strndup(p->arena, at, (gsize)(stop - at));
        at = stop + (stop < end);
        if (stop == end) {
            found++;
            break;
        }
    }
    p->at = end + 1;
    return found == n;
}

static gboolean
number_of(const char *text, guint max, guint *out)
{
    guint64 value;
    gboolean fine = g_ascii_string_to_unsigned(text, 10, 0, max, &value, NULL);
    *out = fine ? (guint)value : 0;
    return fine;
}

static gboolean
parse_paragraph(Parser *p, Block *block)
{
    char *parts[MAX_PARTS];
    if (!next_line(p, 'P', 9, parts) || !number_of(parts[1], BLOCK_FLAGS, &block->flags) ||
        !number_of(parts[2], 6, &block->level) || !number_of(parts[3], 99, &block->depth) ||
        !number_of(parts[4], G_MAXINT, &block->number) ||
        !number_of(parts[5], G_MAXINT, &block->page) ||
        !number_of(parts[6], G_MAXINT, &block->gap))
        return FALSE;
    block->mark = parts[7];
    block->text = parts[8];
    return strchr(block->text, '\t') == NULL && *block->text != '\0' &&
           block->gap <= strlen(block->text) && g_utf8_validate(block->text, -1, NULL) &&
           g_utf8_validate(block->mark, -1, NULL);
}

static gboolean parse_list(Parser *p, guint depth, guint wanted, BlockList *out);

static gboolean
parse_row(Parser *p, guint depth, Block *block)
{
    char *parts[MAX_PARTS];
    if (depth >= BLOCKS_MAX_DEPTH || !next_line(p, 'R', 5, parts) ||
        !number_of(parts[1], BLOCK_FLAGS, &block->flags) ||
        !number_of(parts[2], G_MAXINT, &block->number) ||
        !number_of(parts[3], G_MAXINT, &block->page) ||
        !number_of(parts[4], BLOCKS_MAX_CELLS, &block->n_cells))
        return FALSE;
    block->text = block->mark = "";
    block->cells = arena_alloc(p->arena, (block->n_cells + 1) * sizeof(BlockCell));
    for (guint c = 0; c < block->n_cells; c++) {
        BlockCell *cell = &block->cells[c];
        guint n;
        if (!next_line(p, 'C', 4, parts) || !number_of(parts[1], G_MAXINT, &cell->column) ||
            !number_of(parts[2], G_MAXINT, &cell->span) ||
            !number_of(parts[3], BLOCKS_MAX_BLOCKS, &n) || cell->span == 0 ||
            !parse_list(p, depth + 1, n, &cell->blocks))
            return FALSE;
    }
    return TRUE;
}

/* `wanted` blocks, or all there are for G_MAXUINT. */
static gboolean
parse_list(Parser *p, guint depth, guint wanted, BlockList *out)
{
    BlockSink sink;
    gboolean fine = TRUE;
    block_sink_init(&sink, p->arena);
    while (fine && sink.items->len < wanted && (wanted < G_MAXUINT || p->at < p->end)) {
        Block block = {0};
        fine = p->at < p->end && ++p->n_blocks <= BLOCKS_MAX_BLOCKS &&
               (*p->at == 'R' ? parse_row(p, depth, &block) : parse_paragraph(p, &block));
        block_sink_put(&sink, &block);
    }
    *out = block_sink_end(&sink);
    return fine;
}

gboolean
blocks_parse(Arena *arena, const char *text, gsize len, BlockList *out)
{
    Parser parser = {arena, text, text + len, 0};
    *out = (BlockList){NULL, 0};
    return len <= BLOCKS_MAX_BYTES && parse_list(&parser, 0, G_MAXUINT, out);
}
