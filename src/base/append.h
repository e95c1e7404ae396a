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

/** Where `len` more bytes of `out` are to be written at once; what stands there is anything. */
static inline char *
append_room(GString *out, gsize len)
{
    gsize at = out->len;
    if (G_UNLIKELY(len >= out->allocated_len - at)) {
        g_string_set_size(out, at + len);
    } else {
        out->len = at + len;
        out->str[out->len] = '\0';
    }
    return out->str + at;
}

/** Appends `len` bytes; they must not be part of `out`. */
static inline void
append_bytes(GString *out, const char *bytes, gsize len)
{
    if (G_UNLIKELY(len >= out->allocated_len - out->len)) {
        g_string_append_len(out, bytes, (gssize)len);
        return;
    }
    if (len > 0) /* no bytes may be at NULL */
        memcpy(out->str + out->len, bytes, len);
    out->len += len;
    out->str[out->len] = '\0';
}

/** Appends `value` in decimal, with leading zeros up to `width` digits (at most 20). */
static inline void
append_digits(GString *out, guint64 value, guint width)
{
    char digits[20];
    gsize at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    while (sizeof digits - at < width)
        digits[--at] = '0';
    append_bytes(out, digits + at, sizeof digits - at);
}

/** Appends `value` in decimal. */
static inline void
append_int(GString *out, gint64 value)
{
    if (value < 0)
        append_bytes(out, "-", 1);
    append_digits(out, value < 0 ? 0 - (guint64)value : (guint64)value, 1);
}

/** Appends all sixteen hexadecimal digits of `value`. */
static inline void
append_hex(GString *out, guint64 value)
{
    char digits[16];
    for (gsize at = sizeof digits; at-- > 0; value >>= 4)
        digits[at] = "0123456789abcdef"[value & 15];
    append_bytes(out, digits, sizeof digits);
}

/** Appends a text that ends with NUL. */
static inline void
append_text(GString *out, const char *text)
{
    append_bytes(out, text, strlen(text));
}
