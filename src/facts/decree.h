/**
 * Decree: what the annex of the decree that fixes standards says beside its tables.
 *
 * The block at its head and the one for the signature, for every form it is written in. What the
 * charters do not say is left to be filled in, never made up. Texts are never NULL but `rank`; they
 * live in `arena` or borrow the model. No state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

/* A place to write by hand. */
#define DECREE_BLANK "........................"

typedef struct DecreeWords {
    const char *head;                 /* "LAMPIRAN KEPUTUSAN KEPALA DINAS …" */
    const char *number, *day, *about; /* of the one decree of all services, else blanks */
    const char *place_day, *office, *name, *nip;
    const char *rank; /* NULL = not said */
} DecreeWords;

void decree_words(Arena *arena,
                  const Agency *agency,
                  const Service *const *services,
                  guint n,
                  DecreeWords *out);
/** "STANDAR PELAYANAN Akta Kelahiran" */
const char *decree_title(Arena *arena, const Service *service);
