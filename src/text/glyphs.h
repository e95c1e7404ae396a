/**
 * Glyphs: which characters can be printed on posters, and how the others are written plainly.
 *
 * The table says what every face of the committed fonts has (themes/default/fonts; a test
 * compares it with them), so that judging a text needs neither fonts nor a layout engine.
 * What offices paste from Word and WhatsApp (ticks, arrows, ligatures, the private characters
 * of Symbol and Wingdings) has a plain form; nothing is made up for the rest. A plain form
 * never makes a digit of what is none. No state, any thread.
 */
#pragma once
#include <glib.h>

/** TRUE for what every face has. Blanks count as had, private characters never do. */
gboolean glyphs_has(gunichar c);

/** Appends `c` itself or its plain form, "fi" for U+FB01; FALSE, nothing appended, when it has none. */
gboolean glyphs_append_plain(GString *out, gunichar c);

/** The first character of valid UTF-8 that cannot be printed in any form; NULL when there is none. */
const char *glyphs_find_missing(const char *text);

/** TRUE for characters that only the fonts Symbol and Wingdings of Word have, and any other private one. */
gboolean glyphs_is_private(gunichar c);
