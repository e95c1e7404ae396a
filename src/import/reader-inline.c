#include "import/reader-private.h"
#include <string.h>

enum { MIN_LABELS = 3, MAX_LABELS = 32, INLINE_MAX_BYTES = 8000 };

/* Where the sentences of one paragraph begin that start with a component's name and a colon. */
typedef struct Labels {
    gsize at[MAX_LABELS];
    guint n, components; /* bits */
} Labels;

static void
find_labels(const char *text, Labels *out)
{
    *out = (Labels){0};
    for (const char *at = text; *at != '\0' && out->n < MAX_LABELS; at++) {
        gboolean begins =
            at == text || (at > text + 1 && at[-1] == ' ' && strchr(".;|,", at[-2]) != NULL);
        Heading heading;
        gsize len;
        if (!begins || !g_ascii_isupper(*at) || !heading_read_prefix(at, &heading, &len) ||
            at[len + strspn(at + len, " ")] != ':' ||
            (heading.kind != HEADING_COMPONENT && heading.kind != HEADING_TITLE))
            continue;
        out->at[out->n++] = (gsize)(at - text);
        out->components |= 1U << heading.component;
        at += len - 1;
    }
}

/* The pieces of a paragraph, each a block of its own. */
static void
cut(Arena *arena, const Block *block, const Labels *labels, BlockSink *out)
{
    const char *text = block->text;
    for (guint i = 0; i <= labels->n; i++) {
        gsize from = i == 0 ? 0 : labels->at[i - 1];
        gsize to = i < labels->n ? labels->at[i] : strlen(text);
        while (i < labels->n && to > from && strchr(" .;|,", text[to - 1]) != NULL)
            to--;
        if (to == from)
            continue;
        Block piece = *block;
        piece.text = arena_strndup(arena, text + from, to - from);
        piece.gap = 0;
        piece.flags = (piece.flags & ~(guint)BLOCK_STRONG) | BLOCK_APART | BLOCK_WHOLE;
        block_sink_put(out, &piece);
    }
}

BlockList
reader_cut_inline(Arena *arena, const BlockList *blocks)
{
    BlockSink sink;
    gboolean any = FALSE;
    block_sink_init(&sink, arena);
    for (guint i = 0; i < blocks->n; i++) {
        const Block *block = &blocks->items[i];
        Labels labels = {0};
        if (block->cells == NULL && strlen(block->text) <= INLINE_MAX_BYTES &&
            strchr(block->text, ':') != NULL)
            find_labels(block->text, &labels);
        if ((guint)__builtin_popcount(labels.components & ~1U) >= MIN_LABELS) {
            cut(arena, block, &labels, &sink);
            any = TRUE;
        } else {
            block_sink_put(&sink, block);
        }
    }
    BlockList list = any ? block_sink_take(&sink) : *blocks;
    block_sink_clear(&sink);
    return list;
}
