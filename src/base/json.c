#include "base/json.h"
#include "base/append.h"
#include "base/span.h"
#include <string.h>

void
json_init(Json *json, GString *out, guint indent)
{
    *json = (Json){.out = out, .indent = indent, .lines = indent > 0 ? JSON_MAX_DEPTH : 0};
}

static inline guint64
level_bit(const Json *json)
{
    return G_GUINT64_CONSTANT(1) << json->depth;
}

static inline gboolean
is_on_lines(const Json *json)
{
    return json->depth <= json->lines;
}

static inline char *
break_line(const Json *json, char *at)
{
    gsize blanks = json->indent * json->depth;
    *at = '\n';
    memset(at + 1, ' ', blanks);
    return at + 1 + blanks;
}

/* What stands before a key or an item; returns where its first `more` bytes go. */
static inline char *
begin_item(Json *json, gsize more)
{
    gboolean line = is_on_lines(json);
    gsize comma = json->has_items ? 1 : 0;
    char *at =
        append_room(json->out, comma + (line ? 1 + json->indent * json->depth : 0) + more);
    if (comma > 0)
        *at = ',';
    json->has_items = TRUE;
    return line ? break_line(json, at + comma) : at + comma;
}

/* What stands before a value; returns where its first `more` bytes go. */
static inline char *
begin_value(Json *json, gsize more)
{
    if (!json->after_key && json->depth > 0) {
        g_assert((json->is_object & level_bit(json)) == 0);
        return begin_item(json, more);
    }
    json->after_key = FALSE;
    return append_room(json->out, more);
}

static void
open_level(Json *json, gboolean is_object)
{
    g_assert(json->depth < JSON_MAX_DEPTH);
    *begin_value(json, 1) = is_object ? '{' : '[';
    json->depth++;
    json->has_items = FALSE;
    guint64 bit = level_bit(json);
    json->is_object = is_object ? json->is_object | bit : json->is_object & ~bit;
}

static void
close_level(Json *json, gboolean is_object)
{
    g_assert(json->depth > 0 && !json->after_key);
    g_assert(((json->is_object & level_bit(json)) != 0) == is_object);
    gboolean line = is_on_lines(json) && json->has_items;
    json->depth--;
    json->has_items = TRUE;
    char *at = append_room(json->out, line ? 2 + json->indent * json->depth : 1);
    *(line ? break_line(json, at) : at) = is_object ? '}' : ']';
}

void
json_object_begin(Json *json)
{
    open_level(json, TRUE);
}

void
json_object_end(Json *json)
{
    close_level(json, TRUE);
}

void
json_array_begin(Json *json)
{
    open_level(json, FALSE);
}

void
json_array_end(Json *json)
{
    close_level(json, FALSE);
}

void
json_key(Json *json, const char *key)
{
    g_assert(json->depth > 0 && (json->is_object & level_bit(json)) != 0 && !json->after_key);
    gsize len = strlen(key);
    gboolean line = is_on_lines(json);
    char *at = begin_item(json, len + (line ? 4 : 3));
    *at++ = '"';
    memcpy(at, key, len);
    at[len] = '"';
    at[len + 1] = ':';
    if (line)
        at[len + 2] = ' ';
    json->after_key = TRUE;
}

void
json_key_object(Json *json, const char *key)
{
    json_key(json, key);
    json_object_begin(json);
}

void
json_key_array(Json *json, const char *key)
{
    json_key(json, key);
    json_array_begin(json);
}

void
json_int(Json *json, gint64 value)
{
    (void)begin_value(json, 0);
    append_int(json->out, value);
}

void
json_raw(Json *json, const char *value)
{
    gsize len = strlen(value);
    memcpy(begin_value(json, len), value, len);
}

void
json_again(Json *json, gsize start, gsize len)
{
    char *to = begin_value(json, len);
    memcpy(to, json->out->str + start, len);
}

void
json_bool(Json *json, gboolean value)
{
    json_raw(json, value ? "true" : "false");
}

void
json_null(Json *json)
{
    json_raw(json, "null");
}

/* Bytes that do not stand for themselves. */
static const guint8 special[256] = {
    [0x00 ... 0x1F] = 1, ['"'] = 1, ['\\'] = 1,          ['<'] = 1,
    ['>'] = 1,           ['&'] = 1, [0x7F ... 0xFF] = 1,
};

/* " and & differ in one bit, < and > in another; as a signed number a byte above 0x7F is less than a blank. */
static inline SpanBlock
special_hits(SpanBlock bytes)
{
    typedef gint8 Signed __attribute__((vector_size(16)));
    return (SpanBlock)(((Signed)bytes < 0x20) | (bytes == 0x7F) | ((bytes & 0xFB) == '"') |
                       ((bytes | 2) == '>') | (bytes == '\\'));
}

static void
append_ascii_escape(GString *out, guchar c)
{
    static const char shorts[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
    const char *found = c != 0 ? strchr(shorts, c) : NULL;
    if (found != NULL) {
        g_string_append_c(out, '\\');
        g_string_append_c(out, letters[found - shorts]);
    } else {
        g_string_append_printf(out, "\\u%04x", c);
    }
}

/* The character at `text` as it is in a string; returns its bytes. */
static gsize
append_special(GString *out, const char *text, gsize len)
{
    if ((guchar)*text < 0x80) {
        append_ascii_escape(out, (guchar)*text);
        return 1;
    }
    gunichar c = g_utf8_get_char_validated(text, (gssize)len);
    gsize step = c >= 0x110000 ? 1 : (gsize)g_unichar_to_utf8(c, NULL);
    if (c >= 0x110000)
        append_text(out, "\uFFFD");
    else if (c == 0x2028 || c == 0x2029)
        g_string_append_printf(out, "\\u%04x", c);
    else
        append_bytes(out, text, step);
    return step;
}

/* From the first character that is not plain on, with the quote at the end. */
static void
append_rest(GString *out, const char *text, gsize left)
{
    while (left > 0) {
        gsize step = append_special(out, text, left), at = out->len;
        text += step;
        left -= step;
        gsize run = span_copy(append_room(out, left), text, left, special_hits, special);
        g_string_truncate(out, at + run);
        text += run;
        left -= run;
    }
    append_bytes(out, "\"", 1);
}

/* A string at `to`, the end of `out`, where there is room for the text and its quotes. */
static inline void
put_string(GString *out, char *to, const char *text, gsize len)
{
    *to++ = '"';
    gsize run = span_copy(to, text, len, special_hits, special);
    if (G_LIKELY(run == len)) {
        to[len] = '"';
        return;
    }
    g_string_truncate(out, (gsize)(to - out->str) + run);
    append_rest(out, text + run, len - run);
}

void
json_append_string(GString *out, const char *text, gssize len)
{
    gsize n = len < 0 ? strlen(text) : (gsize)len;
    put_string(out, append_room(out, n + 2), text, n);
}

void
json_text(Json *json, const char *text, gssize len)
{
    if (text == NULL) {
        json_null(json);
        return;
    }
    gsize n = len < 0 ? strlen(text) : (gsize)len;
    put_string(json->out, begin_value(json, n + 2), text, n);
}

void
json_text_pair(Json *json, const char *key, const char *text)
{
    if (text == NULL)
        return;
    json_key(json, key);
    json_text(json, text, -1);
}

void
json_int_pair(Json *json, const char *key, gint64 value)
{
    json_key(json, key);
    json_int(json, value);
}

void
json_bool_pair(Json *json, const char *key, gboolean value)
{
    json_key(json, key);
    json_bool(json, value);
}
