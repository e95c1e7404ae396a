/**
 * Number words: satu … seratus, and on to sembilan ratus sembilan puluh sembilan.
 *
 * Knows how Indonesian spells whole numbers below a thousand (sebelas, dua
 * puluh lima, "empatbelas" in one word); knows nothing of units. Pure, any thread.
 */
#pragma once
#include "value/tokens.h"

/** Reads a number word at token `i`: its value to *number; returns how many tokens it takes, 0 = none. */
guint number_word_read(const Tokens *tokens, guint i, gint64 *number);
