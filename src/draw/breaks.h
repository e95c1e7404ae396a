/**
 * Breaks: where a line of text may end.
 *
 * Pango's breaks (UAX 14) less those that make a reader stumble: between a number and its unit,
 * behind "per", inside codes ("KTP-el", "F-1.03", "470/021"). Pure functions of the text; any thread.
 */
#pragma once
#include <glib.h>

/**
 * One byte for each of `text`'s `len` bytes and one more: TRUE where a line may begin. `text` is
 * valid UTF-8 with single blanks. `is_code`: an address, broken at blanks and behind "/" only.
 * g_free() it.
 */
guint8 *text_breaks(const char *text, guint len, gboolean is_code);
