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

typedef struct Pack {
    GByteArray *out; /* writing; NULL = reading */
    Arena *arena;    /* reading: where texts and arrays go */
    const guint8 *at, *end;
    gboolean borrow; /* reading what this process wrote: texts stay in the bytes, which outlive them */
    gboolean bad;
} Pack;

void pack_number(Pack *pack, gint64 *value);
void pack_uint(Pack *pack, guint *value); /* up to G_MAXINT32 */
void pack_bool(Pack *pack, gboolean *value);
/** A text that is never NULL. */
void pack_text(Pack *pack, const char **text);
/** The same for texts that many records share: read ones are kept once in the arena. */
void pack_common_text(Pack *pack, const char **text);
/** Any bytes; read ones are borrowed from the input. */
void pack_bytes(Pack *pack, const guint8 **bytes, guint *len);
/** The number of items that follow; returns the items: the given ones, or new zeroed room for them (NULL for none). */
void *pack_items(Pack *pack, guint *n, void *items, gsize size);
/** Reading: TRUE when everything was read and nothing was damaged. */
gboolean pack_is_done(const Pack *pack);
