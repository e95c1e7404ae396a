#include "base/html.h"
#include "base/append.h"
#include <string.h>

/* Index into `references`; 0 = the byte passes. */
static const guint8 kinds[256] = {['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5};

static const struct {
    const char *text;
    gsize len;
} references[] = {
    {"", 0}, {"&amp;", 5}, {"&lt;", 4}, {"&gt;", 4}, {"&quot;", 6}, {"&#39;", 5},
};

void
html_append_escaped(GString *out, const char *text, gssize len)
{
    const char *end = text + (len < 0 ? strlen(text) : (gsize)len);
    const char *run = text;
    for (; text < end; text++) {
        guint8 kind = kinds[(guchar)*text];
        if (G_LIKELY(kind == 0))
            continue;
        append_bytes(out, run, (gsize)(text - run));
        append_bytes(out, references[kind].text, references[kind].len);
        run = text + 1;
    }
    append_bytes(out, run, (gsize)(end - run));
}
