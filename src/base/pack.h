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

enum { PACK_NUMBER_BYTES = 8 };

typedef struct Pack {
    GByteArray *out; /* writing; NULL = reading */
    Arena *arena;    /* reading: where texts and arrays go */
    const guint8 *at, *end;
    gboolean
        borrow; /* reading what this process wrote: texts stay in the bytes, which outlive them */
    gboolean bad;
} Pack;

/* Inner parts of what stands below. */
void pack_write_number(Pack *pack, guint64 value);
void pack_write_text(Pack *pack, const char *text);
const char *pack_take_text(Pack *pack, gsize n, gboolean common);

/* Inline as is all that reads: of each service's card, shared pages read forty numbers and texts again and again. */
static inline guint64
pack_read_number(Pack *pack)
{
    guint64 number = 0;
    if (G_UNLIKELY(pack->bad || pack->end - pack->at < PACK_NUMBER_BYTES)) {
        pack->bad = TRUE;
        return 0;
    }
    memcpy(&number, pack->at, PACK_NUMBER_BYTES);
    pack->at += PACK_NUMBER_BYTES;
    return GUINT64_FROM_LE(number);
}

static inline void
pack_number(Pack *pack, gint64 *value)
{
    if (pack->out != NULL)
        pack_write_number(pack, (guint64)*value);
    else
        *value = (gint64)pack_read_number(pack);
}

/** Up to G_MAXINT32. */
static inline void
pack_uint(Pack *pack, guint *value)
{
    guint64 number = *value;
    if (pack->out != NULL)
        pack_write_number(pack, number);
    else
        number = pack_read_number(pack);
    if (G_UNLIKELY(number > G_MAXINT32)) {
        pack->bad = TRUE;
        number = 0;
    }
    *value = (guint)number;
}

static inline void
pack_bool(Pack *pack, gboolean *value)
{
    guint number = *value ? 1 : 0;
    pack_uint(pack, &number);
    *value = number != 0;
}

static inline void
pack_any_text(Pack *pack, const char **text, gboolean common)
{
    if (pack->out != NULL) {
        pack_write_text(pack, *text);
        return;
    }
    gsize n = pack_read_number(pack);
    const char *here = (const char *)pack->at;
    if (n == 0) {
        *text = "";
    } else if (pack->borrow && n < (gsize)(pack->end - pack->at) && here[n] == '\0') {
        *text = here;
        pack->at += n + 1;
    } else {
        *text = pack_take_text(pack, n, common);
    }
}

/** A text that is never NULL. */
static inline void
pack_text(Pack *pack, const char **text)
{
    pack_any_text(pack, text, FALSE);
}

/** The same for texts that many records share: read ones are kept once in the arena. */
static inline void
pack_common_text(Pack *pack, const char **text)
{
    pack_any_text(pack, text, TRUE);
}

/** Any bytes; read ones are borrowed from the input. */
void pack_bytes(Pack *pack, const guint8 **bytes, guint *len);
/** The number of items that follow; returns the items: the given ones, or new zeroed room for them (NULL for none). */
void *pack_items(Pack *pack, guint *n, void *items, gsize size);
/** Reading: TRUE when everything was read and nothing was damaged. */
gboolean pack_is_done(const Pack *pack);
