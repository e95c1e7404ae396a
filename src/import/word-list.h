/**
 * WordList: whether a text is, or begins with, one of some words.
 *
 * A list is written "dinas|badan|rumah sakit". ASCII letters compare without case. No state, any thread.
 */
#pragma once
#include <glib.h>

/** TRUE when the first `len` bytes of a text are one of the words and nothing else. */
gboolean word_list_has(const char *list, const char *text, gsize len);

/** TRUE when a text is one of the words, signs and spaces around them left out (text/fold.h). */
gboolean word_list_says(const char *list, const char *text);

/** Bytes of the first of the words that a text begins with, behind which no letter and no digit stands; 0 = none. */
gsize word_list_begin(const char *list, const char *text);

/** TRUE when one of the words stands anywhere in a text, also inside of longer words. */
gboolean word_list_inside(const char *list, const char *text);
