/**
 * Front: a file with keys between two lines of --- and prose behind them, or of keys alone.
 *
 * Finds the parts and reads the keys as a tree; a file that does not end in .md is keys
 * alone. Mistakes go to the list. No state, any thread.
 */
#pragma once
#include "model/fields.h"
#include "text/yaml.h"

typedef struct Front {
    const char *body; /* the prose, "" when there is none; the source's */
    guint body_line;  /* its first line; 0 = the file has none */
} Front;

/** The keys as a tree in `arena`; NULL: nothing to bind. *front is set in any case. */
YamlNode *front_read(
    Arena *arena, const Source *source, const Record *record, Front *front, DiagList *diags);
