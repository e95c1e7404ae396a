/**
 * Append: short pieces onto a GString without a call for each.
 *
 * g_string_append_len() goes through the general insertion, which costs more
 * than copying a word; pages and data are made of millions of words. Knows
 * nothing of what is appended. No state, any thread.
 */
#pragma once
#include <glib.h>
#include <string.h>

/** Appends `len` bytes; they must not be part of `out`. */
static inline void
append_bytes(GString *out, const char *bytes, gsize len)
{
    if (G_UNLIKELY(len >= out->allocated_len - out->len)) {
        g_string_append_len(out, bytes, (gssize)len);
        return;
    }
    memcpy(out->str + out->len, bytes, len);
    out->len += len;
    out->str[out->len] = '\0';
}
