/**
 * Suggest: the known word somebody may have meant ("baiya" -> "biaya").
 *
 * Counts inserted, lost, changed and swapped letters, ASCII case folded.
 * Knows no lists of its own. No state, any thread.
 */
#pragma once
#include <glib.h>

/* Findings of one file that name a nearest word; who has more of them has one cause, not many typing errors. */
enum { SUGGEST_MAX_PER_FILE = 20 };

/**
 * The candidate nearest to `word`, or NULL when none is near: one change is allowed up
 * to 4 bytes, two up to 8, three above; words over 64 bytes find nothing. The first of
 * equals wins. NULL entries in `candidates` are passed over.
 */
const char *suggest_word(const char *word, const char *const *candidates, gsize n_candidates);
