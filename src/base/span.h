/**
 * Span: how far a text goes before a byte that needs care.
 *
 * Pages, data and sources are almost wholly bytes that pass as they are: looking at
 * sixteen at once finds the few others at a fraction of the cost. Written with the
 * compiler's vectors (gcc and clang, any processor). No state, any thread.
 */
#pragma once
#include <glib.h>
#include <string.h>

typedef guint8 SpanBlock __attribute__((vector_size(16)));
/** All bits set where a byte needs care; may be set elsewhere too, that costs time only. */
typedef SpanBlock (*SpanHits)(SpanBlock bytes);

static inline gboolean
span_any(SpanBlock hits)
{
    typedef guint64 Halves __attribute__((vector_size(16)));
    Halves halves = (Halves)hits;
    return (halves[0] | halves[1]) != 0;
}

/** Bytes before the first whose `kinds` is not 0; `len` when there is none. `hits` covers all of those. */
static inline __attribute__((always_inline)) gsize
span_until(const char *text, gsize len, SpanHits hits, const guint8 kinds[256])
{
    gsize i = 0;
    for (; len - i >= sizeof(SpanBlock); i += sizeof(SpanBlock)) {
        SpanBlock bytes;
        memcpy(&bytes, text + i, sizeof bytes);
        if (!span_any(hits(bytes)))
            continue;
        for (gsize k = 0; k < sizeof bytes; k++) {
            if (kinds[(guchar)text[i + k]] != 0)
                return i + k;
        }
    }
    if (i > 0 && i < len) { /* the last sixteen bytes, some of which passed already */
        SpanBlock bytes;
        memcpy(&bytes, text + len - sizeof bytes, sizeof bytes);
        if (!span_any(hits(bytes)))
            return len;
    }
    while (i < len && kinds[(guchar)text[i]] == 0)
        i++;
    return i;
}

/* A block of what is copied: `size` bytes from the first on and as many up to the last. FALSE: some need care. */
static inline __attribute__((always_inline)) gboolean
span_copy_block(char *to, const char *text, gsize len, gsize size, SpanHits hits)
{
    SpanBlock bytes;
    memcpy(&bytes, text, size);
    memcpy((char *)&bytes + sizeof bytes - size, text + len - size, size);
    memcpy(to, &bytes, size);
    memcpy(to + len - size, (char *)&bytes + sizeof bytes - size, size);
    return !span_any(hits(bytes));
}

/** As span_until(), and copies what it says. What follows in `to`, which has room for `len` bytes, may be anything. */
static inline __attribute__((always_inline)) gsize
span_copy(char *to, const char *text, gsize len, SpanHits hits, const guint8 kinds[256])
{
    enum { BLOCK = sizeof(SpanBlock) };
    gsize i = 0;
    while (len - i >= BLOCK && span_copy_block(to + i, text + i, BLOCK, BLOCK, hits))
        i += BLOCK;
    if (len - i < BLOCK) { /* the last bytes, of which some may have been copied already */
        if (len >= BLOCK
                ? span_copy_block(to + len - BLOCK, text + len - BLOCK, BLOCK, BLOCK, hits)
                : len >= BLOCK / 2 && span_copy_block(to, text, len, BLOCK / 2, hits))
            return len;
    }
    for (; i < len && kinds[(guchar)text[i]] == 0; i++)
        to[i] = text[i];
    return i;
}

/** TRUE when no byte is above 0x7F: as many characters as bytes. */
static inline gboolean
span_is_ascii(const char *text, gsize len)
{
    SpanBlock seen = {0};
    guint8 rest = 0;
    gsize i = 0;
    for (; len - i >= sizeof(SpanBlock); i += sizeof(SpanBlock)) {
        SpanBlock bytes;
        memcpy(&bytes, text + i, sizeof bytes);
        seen |= bytes;
    }
    for (; i < len; i++)
        rest |= (guint8)text[i];
    return rest < 0x80 && !span_any(seen & 0x80);
}
