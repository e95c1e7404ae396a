#include "base/html.h"
#include "base/append.h"
#include "base/span.h"
#include <string.h>

/* Index into `references`; 0 = the byte passes. */
static const guint8 kinds[256] = {['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5};

static const struct {
    const char *text;
    gsize len;
} references[] = {
    {"", 0}, {"&amp;", 5}, {"&lt;", 4}, {"&gt;", 4}, {"&quot;", 6}, {"&#39;", 5},
};

static inline gboolean
needs_reference(SpanBlock bytes)
{
    /* & and ' differ in one bit, < and > in another */
    return span_any((SpanBlock)(((bytes | 1) == '\'') | ((bytes | 2) == '>') | (bytes == '"')));
}

/* A block of what is copied: `size` bytes from the first on and as many up to the last. FALSE: some need a reference. */
static inline gboolean
copy_block(char *to, const char *text, gsize len, gsize size)
{
    SpanBlock bytes;
    memcpy(&bytes, text, size);
    memcpy((char *)&bytes + sizeof bytes - size, text + len - size, size);
    memcpy(to, &bytes, size);
    memcpy(to + len - size, (char *)&bytes + sizeof bytes - size, size);
    return !needs_reference(bytes);
}

/* Copies up to the first byte that needs a reference, and says how many. What follows in `to` may be anything. */
static gsize
copy_plain(char *to, const char *text, gsize len)
{
    enum { BLOCK = sizeof(SpanBlock) };
    gsize i = 0;
    while (len - i >= BLOCK && copy_block(to + i, text + i, BLOCK, BLOCK))
        i += BLOCK;
    if (len - i < BLOCK) { /* the last bytes, of which some may have been copied already */
        if (len >= BLOCK ? copy_block(to + len - BLOCK, text + len - BLOCK, BLOCK, BLOCK)
                         : len >= BLOCK / 2 && copy_block(to, text, len, BLOCK / 2))
            return len;
    }
    for (; i < len && kinds[(guchar)text[i]] == 0; i++)
        to[i] = text[i];
    return i;
}

void
html_append_escaped(GString *out, const char *text, gssize len)
{
    gsize left = len < 0 ? strlen(text) : (gsize)len;
    for (;;) {
        const gsize at = out->len, run = copy_plain(append_room(out, left), text, left);
        if (run == left)
            return;
        g_string_truncate(out, at + run);
        guint8 kind = kinds[(guchar)text[run]];
        append_bytes(out, references[kind].text, references[kind].len);
        text += run + 1;
        left -= run + 1;
    }
}
