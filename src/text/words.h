/**
 * Words: small questions about the words of an author's text.
 *
 * Texts are UTF-8 and never NULL; results point into them. No locale, no state,
 * any thread.
 */
#pragma once

/** Behind one leading word of the list (NULL-terminated, lower-case ASCII, any case), or `text`. */
const char *words_drop_lead(const char *text, const char *const *leads);
