/**
 * Color: sRGB colours of themes and agencies, and whether text on them can be read.
 *
 * Contrast is WCAG 2.2's relative luminance ratio, 1 … 21. Pure, any thread.
 */
#pragma once
#include <glib.h>

typedef struct Color {
    guint8 r, g, b;
} Color;

/** Reads `#rrggbb` or `#rgb`, any case; FALSE, *color unchanged, when it is neither. NULL is FALSE. */
gboolean color_parse(const char *text, Color *color);
/** Appends `#rrggbb` in lower case. */
void color_append_hex(GString *out, Color color);
double color_contrast(Color a, Color b);
/** Darkens in steps of 4 % until the contrast with white is at least `ratio` (7.0 for text). */
Color color_darken(Color color, double ratio);
