/**
 * Words: small questions about the words of an author's text.
 *
 * Texts are UTF-8 and never NULL; results point into them or live in the arena
 * given. No locale, no state, any thread.
 */
#pragma once
#include "base/arena.h"

/** Behind one leading word of the list (NULL-terminated, lower-case ASCII, any case), or `text`. */
const char *words_drop_lead(const char *text, const char *const *leads);
/** Without spaces and , ; : at its end (a list's punctuation); `text` itself where nothing goes. */
const char *words_trim(Arena *arena, const char *text);
/** At most `max` characters, cut between words with an ellipsis; `text` itself where nothing goes. */
const char *words_cut(Arena *arena, const char *text, guint max);
/** TRUE when `raw` says the same as `shown` and `more` together but for spaces, punctuation and ASCII case. */
gboolean words_are_same(const char *raw, const char *shown, const char *more);
