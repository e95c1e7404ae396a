#include "import/list-mark.h"
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

/* ---- questions and answers ---- */

enum { MIN_QUESTIONS = 3 };

/* Labels of questions and of their answers, pair by pair. */
static const char *const asked[][2] = {
    {"T", "J"}, {"Q", "A"}, {"P", "J"}, {"Tanya", "Jawab"}, {"Pertanyaan", "Jawaban"}};

/* Bytes of "T:", "Jawab 2 :" and what stands before it; 0 = the text begins otherwise. */
static gsize
label_of(const char *text, const char *label)
{
    gsize at = list_mark_picture_len(text), n = strlen(label);
    at += list_mark_len(text + at);
    if (g_ascii_strncasecmp(text + at, label, n) != 0)
        return 0;
    at += n;
    at += strspn(text + at, " ");
    at += strspn(text + at, "0123456789");
    at += strspn(text + at, " ");
    if (text[at] != ':' && !(text[at] == '.' && n == 1))
        return 0;
    return at + 1 + strspn(text + at + 1, " ");
}

/* Which pair of labels the questions of a document carry; NULL = it asks none. */
static const char *const *
find_pair(const BlockList *blocks)
{
    for (guint p = 0; p < G_N_ELEMENTS(asked); p++) {
        guint n[2] = {0, 0};
        for (guint i = 0; i < blocks->n; i++)
            for (guint k = 0; k < 2 && blocks->items[i].cells == NULL; k++)
                n[k] += label_of(blocks->items[i].text, asked[p][k]) > 0;
        if (n[0] >= MIN_QUESTIONS && n[1] >= MIN_QUESTIONS)
            return asked[p];
    }
    return NULL;
}

/* A block of the text from byte `from` on, without a mark of its own. */
static void
put_rest(const Block *block, gsize from, guint flags, BlockSink *out)
{
    Block piece = *block;
    piece.text += from;
    piece.mark = "";
    piece.gap = 0;
    piece.flags |= flags;
    if (*piece.text != '\0')
        block_sink_put(out, &piece);
}

BlockList
reader_cut_questions(Arena *arena, const BlockList *blocks)
{
    const char *const *pair = find_pair(blocks);
    BlockSink sink;
    if (pair == NULL)
        return *blocks;
    block_sink_init(&sink, arena);
    for (guint i = 0; i < blocks->n; i++) {
        const Block *block = &blocks->items[i];
        gsize question = block->cells == NULL ? label_of(block->text, pair[0]) : 0;
        gsize answer = block->cells == NULL ? label_of(block->text, pair[1]) : 0;
        if (question > 0)
            put_rest(block, question, BLOCK_KEY | BLOCK_APART | BLOCK_WHOLE, &sink);
        else if (answer > 0)
            put_rest(block, answer, BLOCK_APART, &sink);
        else
            block_sink_put(&sink, block);
    }
    return block_sink_end(&sink);
}
