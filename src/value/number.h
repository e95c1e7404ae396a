/**
 * Number words: satu … sembilan ratus sembilan puluh sembilan, and their thousands.
 *
 * Knows how Indonesian spells whole numbers (sebelas, dua puluh lima,
 * "empatbelas" in one word, dua ratus ribu); knows nothing of units. Pure, any thread.
 */
#pragma once
#include "value/tokens.h"

/** Reads a number word at token `i`: its value to *number; returns how many tokens it takes, 0 = none. */
guint number_word_read(const Tokens *tokens, guint i, gint64 *number);

/** The same with ribu, juta and miliar: "satu juta dua ratus lima puluh ribu", "seribu lima ratus". */
guint number_words_read(const Tokens *tokens, guint i, gint64 *number);
