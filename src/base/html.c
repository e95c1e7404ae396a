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

/* & and ' differ in one bit, < and > in another. */
static inline SpanBlock
reference_hits(SpanBlock bytes)
{
    return (SpanBlock)(((bytes | 1) == '\'') | ((bytes | 2) == '>') | (bytes == '"'));
}

void
html_append_escaped(GString *out, const char *text, gssize len)
{
    gsize left = len < 0 ? strlen(text) : (gsize)len;
    for (;;) {
        const gsize at = out->len,
                    run = span_copy(append_room(out, left), text, left, reference_hits, kinds);
        if (run == left)
            return;
        g_string_truncate(out, at + run);
        guint8 kind = kinds[(guchar)text[run]];
        append_bytes(out, references[kind].text, references[kind].len);
        text += run + 1;
        left -= run + 1;
    }
}
