/**
 * Definition: "[Telepon]: 0343-427605", which CommonMark takes for the address of a link and does not show.
 *
 * Whoever writes it in a charter's prose mostly means the words. A definition is one only when a
 * link elsewhere in the text asks for it (CommonMark 4.7); all others are to be read as words. Code is not looked for: the bracket comes back there, too.
 * No state, any thread.
 */
#pragma once
#include <glib.h>

/** Stands for the bracket that is no link's; content holds no control characters. As long as a bracket, so that places stay. */
#define DEFINITION_SIGN '\x02'

/** The text (valid UTF-8) with DEFINITION_SIGN in place of the [ of each definition that no link asks for, NUL behind it;
 * NULL: there is none. The caller's. */
char *definition_hide(const char *text, gsize len);
/** The brackets again, in place. TRUE when there was one. */
gboolean definition_show(char *text);
