#include "base/pack.h"

enum { UINT_BYTES = 4 }; /* the least an item of a list takes */

static guint8 *
room(Pack *pack, gsize len)
{
    guint at = pack->out->len;
    g_byte_array_set_size(pack->out, at + (guint)len);
    return pack->out->data + at;
}

static void
put_uint(guint8 *at, guint value)
{
    guint32 number = GUINT32_TO_LE(value);
    g_assert(value <= G_MAXINT32);
    memcpy(at, &number, sizeof number);
}

void
pack_write_uint(Pack *pack, guint value)
{
    put_uint(room(pack, UINT_BYTES), value);
}

/* With its NUL, unless there is nothing before it. */
void
pack_write_text(Pack *pack, const char *text)
{
    gsize len = strlen(text), ended = len > 0 ? len + 1 : 0;
    guint8 *at = room(pack, UINT_BYTES + ended);
    put_uint(at, (guint)len);
    memcpy(at + UINT_BYTES, text, ended);
}

/* Of bytes that an earlier run wrote: nobody may have put a NUL into the text. */
const char *
pack_keep_text(Pack *pack, const char *text, gsize len, gboolean common)
{
    if (memchr(text, '\0', len) != NULL) {
        pack->bad = TRUE;
        return "";
    }
    return common ? arena_intern(pack->arena, text, len)
                  : arena_strndup(pack->arena, text, len);
}

void
pack_number(Pack *pack, gint64 *value)
{
    if (pack->out != NULL) {
        const gint64 written = GINT64_TO_LE(*value);
        memcpy(room(pack, sizeof written), &written, sizeof written);
        return;
    }
    gint64 number = 0;
    pack->bad |= (gsize)(pack->end - pack->at) < sizeof number;
    if (!pack->bad) {
        memcpy(&number, pack->at, sizeof number);
        pack->at += sizeof number;
    }
    *value = GINT64_FROM_LE(number);
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
pack_room(Pack *pack, guint *n, gsize size)
{
    if (*n <= (gsize)(pack->end - pack->at) / UINT_BYTES)
        return arena_alloc(pack->arena, *n * size);
    pack->bad = TRUE;
    *n = 0;
    return NULL;
}

gboolean
pack_is_done(const Pack *pack)
{
    return !pack->bad && pack->at == pack->end;
}
