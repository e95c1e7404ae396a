#include "base/pack.h"

/* Room for `n` more bytes. */
static guint8 *
room_for(Pack *pack, gsize n)
{
    guint at = pack->out->len;
    g_byte_array_set_size(pack->out, at + (guint)n);
    return pack->out->data + at;
}

void
pack_write_number(Pack *pack, guint64 value)
{
    guint64 number = GUINT64_TO_LE(value);
    memcpy(room_for(pack, PACK_NUMBER_BYTES), &number, PACK_NUMBER_BYTES);
}

/* With its NUL; nothing behind the length of an empty one. */
void
pack_write_text(Pack *pack, const char *text)
{
    guint n = (guint)strlen(text);
    pack_uint(pack, &n);
    if (n > 0)
        memcpy(room_for(pack, (gsize)n + 1), text, (gsize)n + 1);
}

/* The text of `n` bytes, not 0, that stands next; "" for a damaged one. Of bytes that an earlier run wrote: nobody may
   have put a NUL into the text. */
const char *
pack_take_text(Pack *pack, gsize n, gboolean common)
{
    const char *text = (const char *)pack->at;
    if (n >= (gsize)(pack->end - pack->at) || text[n] != '\0' ||
        memchr(text, '\0', n) != NULL) {
        pack->bad = TRUE;
        return "";
    }
    pack->at += n + 1;
    return common ? arena_intern(pack->arena, text, n) : arena_strndup(pack->arena, text, n);
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
    pack->bad |= *n > (gsize)(pack->end - pack->at) / PACK_NUMBER_BYTES;
    if (pack->bad)
        *n = 0;
    return *n > 0 ? arena_alloc(pack->arena, *n * size) : NULL;
}

gboolean
pack_is_done(const Pack *pack)
{
    return !pack->bad && pack->at == pack->end;
}
