/**
 * Fold: texts as people compare and search them: words without case and marks.
 *
 * A text becomes its words (letters and digits of any script), lower case,
 * Latin accents and apostrophes dropped, one space between them: "Jum’at –
 * É" is "jumat e". The page's script holds the same rules (kata() in
 * maklumat.js) and a test compares the two. No locale, no state, any thread.
 */
#pragma once
#include <glib.h>

enum { FOLD_MAX_WORD = 32 }; /* characters; the rest of a longer word is left out */

/** Replaces *out by the next word and moves *at behind it; FALSE when there is none. */
gboolean fold_next_word(const char **at, GString *out);

/** Compares two texts by their words; < 0, 0, > 0. */
int fold_compare(const char *a, const char *b);

/** A number that orders texts as fold_compare() does, but is equal for texts that begin alike. */
guint64 fold_prefix(const char *text);

/** The first letter as 'A' … 'Z'; 0 when the text does not begin with a Latin letter. */
char fold_letter(const char *text);
