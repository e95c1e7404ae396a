#include "base/pack.h"
#include <string.h>

enum { NUMBER_BYTES = 8 };

static void
write_number(Pack *pack, guint64 value)
{
    guint64 number = GUINT64_TO_LE(value);
    g_byte_array_append(pack->out, (const guint8 *)&number, NUMBER_BYTES);
}

static inline guint64
read_number(Pack *pack)
{
    guint64 number = 0;
    if (G_UNLIKELY(pack->bad || pack->end - pack->at < NUMBER_BYTES)) {
        pack->bad = TRUE;
        return 0;
    }
    memcpy(&number, pack->at, NUMBER_BYTES);
    pack->at += NUMBER_BYTES;
    return GUINT64_FROM_LE(number);
}

void
pack_number(Pack *pack, gint64 *value)
{
    if (pack->out != NULL)
        write_number(pack, (guint64)*value);
    else
        *value = (gint64)read_number(pack);
}

void
pack_uint(Pack *pack, guint *value)
{
    guint64 number = *value;
    if (pack->out != NULL)
        write_number(pack, number);
    else
        number = read_number(pack);
    if (G_UNLIKELY(number > G_MAXINT32 || pack->bad)) {
        pack->bad = TRUE;
        number = 0;
    }
    *value = (guint)number;
}

void
pack_bool(Pack *pack, gboolean *value)
{
    guint number = *value ? 1 : 0;
    pack_uint(pack, &number);
    *value = number != 0;
}

/* Writes the text with its NUL. */
static void
write_text(Pack *pack, const char *text)
{
    guint n = (guint)strlen(text);
    pack_uint(pack, &n);
    g_byte_array_append(pack->out, (const guint8 *)text, n > 0 ? n + 1 : 0);
}

/* The next text, where it stands; "" for none and for a damaged one. *n receives its bytes. */
static inline const char *
find_text(Pack *pack, gsize *n)
{
    *n = read_number(pack);
    if (*n == 0)
        return "";
    const char *text = (const char *)pack->at;
    if (*n >= (gsize)(pack->end - pack->at) || text[*n] != '\0') {
        pack->bad = TRUE;
        *n = 0;
        return "";
    }
    pack->at += *n + 1;
    return text;
}

/* Of bytes that an earlier run wrote: nobody may have put a NUL into the text. */
static const char *
take_text(Pack *pack, gboolean common)
{
    gsize n;
    const char *text = find_text(pack, &n);
    if (n == 0 || pack->borrow)
        return text;
    if (memchr(text, '\0', n) != NULL) {
        pack->bad = TRUE;
        return "";
    }
    return common ? arena_intern(pack->arena, text, n) : arena_strndup(pack->arena, text, n);
}

void
pack_text(Pack *pack, const char **text)
{
    if (pack->out != NULL)
        write_text(pack, *text);
    else
        *text = take_text(pack, FALSE);
}

void
pack_common_text(Pack *pack, const char **text)
{
    if (pack->out != NULL)
        write_text(pack, *text);
    else
        *text = take_text(pack, TRUE);
}

void
pack_bytes(Pack *pack, const guint8 **bytes, guint *len)
{
    pack_uint(pack, len);
    if (pack->out != NULL) {
        g_byte_array_append(pack->out, *bytes, *len);
        return;
    }
    pack->bad |= (gsize)(pack->end - pack->at) < *len;
    if (pack->bad)
        *len = 0;
    *bytes = pack->at;
    pack->at += *len;
}

void *
pack_items(Pack *pack, guint *n, void *items, gsize size)
{
    pack_uint(pack, n);
    if (pack->out != NULL)
        return items;
    pack->bad |= *n > (gsize)(pack->end - pack->at) / NUMBER_BYTES;
    if (pack->bad)
        *n = 0;
    return *n > 0 ? arena_alloc(pack->arena, *n * size) : NULL;
}

gboolean
pack_is_done(const Pack *pack)
{
    return !pack->bad && pack->at == pack->end;
}
