/**
 * Diff: what differs between two versions of a charter or an agency, as an official would say it.
 *
 * Goes through a record by the table of fields, whatever record it is: a value
 * that differs is told with both its words, items of a list are told as added,
 * removed or changed, and an item that only moved as moved. Words are compared
 * as written; typed values, places and comments are not. Texts live in `arena`
 * or borrow the records. No state, any thread.
 */
#pragma once
#include "model/charter.h"
#include "model/fields.h"

typedef enum DiffKind { DIFF_CHANGED, DIFF_ADDED, DIFF_REMOVED, DIFF_MOVED } DiffKind;

/* One difference; in an arena, as the texts it names. */
typedef struct DiffChange {
    DiffKind kind;
    const char *label;  /* "Biaya", "Varian Hilang: Persyaratan" */
    const char *key;    /* "biaya", "varian.persyaratan" */
    const char *before; /* NULL when added */
    const char *after;  /* NULL when removed */
} DiffChange;

/** Appends the differences between two records of the same kind to `out` (DiffChange), in the table's order. */
void
diff_records(Arena *arena, const Record *record, gconstpointer a, gconstpointer b, GArray *out);
/* What changes are called. */
typedef struct DiffName {
    const char *label, *key; /* as in DiffChange */
} DiffName;

/** The same of two Markdown texts ("" = none), by their lines. */
void diff_texts(Arena *arena, DiffName name, const char *a, const char *b, GArray *out);
