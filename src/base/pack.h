/**
 * Pack: numbers and texts as bytes that are the same on every machine, and back.
 *
 * One description of a record serves both directions: pack_text (p, &text)
 * writes or reads. Reading damaged bytes never fails loudly: `bad` is set and
 * everything after is empty; a count beyond what the bytes left could hold is
 * damage too. A Pack lives on the stack and borrows everything. One thread.
 */
#pragma once
#include "base/arena.h"
#include <string.h>

typedef struct Pack {
    GByteArray *out; /* writing; NULL = reading */
    Arena *arena;    /* reading: where texts and arrays go */
    const guint8 *at, *end;
    gboolean borrow; /* reading what this process wrote: texts stay in the bytes, which outlive them */
    gboolean bad;
} Pack;

/* What the functions below are made of: cards are read many times over, a few dozen values each. */
void pack_write_uint(Pack *pack, guint value);
void pack_write_text(Pack *pack, const char *text);
const char *pack_keep_text(Pack *pack, const char *text, gsize len, gboolean common);
void *pack_room(Pack *pack, guint *n, gsize size);

static inline guint
pack_read_uint(Pack *pack)
{
    guint32 number;
    if (G_UNLIKELY(pack->bad || (gsize)(pack->end - pack->at) < sizeof number)) {
        pack->bad = TRUE;
        return 0;
    }
    memcpy(&number, pack->at, sizeof number);
    pack->at += sizeof number;
    number = GUINT32_FROM_LE(number);
    pack->bad = number > G_MAXINT32;
    return pack->bad ? 0 : number;
}

static inline const char *
pack_read_text(Pack *pack, gboolean common)
{
    gsize len = pack_read_uint(pack);
    const char *text = (const char *)pack->at;
    if (len == 0)
        return "";
    if (G_UNLIKELY(len >= (gsize)(pack->end - pack->at) || text[len] != '\0')) {
        pack->bad = TRUE;
        return "";
    }
    pack->at += len + 1;
    return pack->borrow ? text : pack_keep_text(pack, text, len, common);
}

/** Up to G_MAXINT32. */
static inline void
pack_uint(Pack *pack, guint *value)
{
    if (pack->out != NULL)
        pack_write_uint(pack, *value);
    else
        *value = pack_read_uint(pack);
}

static inline void
pack_bool(Pack *pack, gboolean *value)
{
    guint number = *value ? 1 : 0;
    pack_uint(pack, &number);
    *value = number != 0;
}

/** A text that is never NULL. */
static inline void
pack_text(Pack *pack, const char **text)
{
    if (pack->out != NULL)
        pack_write_text(pack, *text);
    else
        *text = pack_read_text(pack, FALSE);
}

/** The same for texts that many records share: read ones are kept once in the arena. */
static inline void
pack_common_text(Pack *pack, const char **text)
{
    if (pack->out != NULL)
        pack_write_text(pack, *text);
    else
        *text = pack_read_text(pack, TRUE);
}

void pack_number(Pack *pack, gint64 *value);
/** Any bytes; read ones are borrowed from the input. */
void pack_bytes(Pack *pack, const guint8 **bytes, guint *len);
/** The number of items that follow; returns the items: the given ones, or new zeroed room for them (NULL for none). */
static inline void *
pack_items(Pack *pack, guint *n, void *items, gsize size)
{
    pack_uint(pack, n);
    if (pack->out != NULL)
        return items;
    return *n > 0 ? pack_room(pack, n, size) : NULL;
}

/** Reading: TRUE when everything was read and nothing was damaged. */
gboolean pack_is_done(const Pack *pack);
