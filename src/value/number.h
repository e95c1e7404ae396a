/**
 * Number words: satu … seratus, in one table.
 *
 * Knows how Indonesian spells 1 to 100 (satu, sebelas, dua puluh lima,
 * seratus); knows nothing of units. Pure, any thread.
 */
#pragma once
#include "value/tokens.h"

/** Reads a number word at token `i`: its value to *number; returns how many tokens it takes, 0 = none. */
guint number_word_read(const Tokens *tokens, guint i, gint64 *number);
