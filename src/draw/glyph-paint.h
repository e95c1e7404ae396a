/**
 * GlyphPaint: a run of glyphs painted on a picture, pixel by pixel as Cairo does it.
 *
 * Cairo spends more on arranging a run than on its pixels. Glyphs of one run that touch are joined before
 * they are laid over the picture. For pictures in RGB24 that are scaled evenly, and typefaces whose pixels
 * are known (glyph-pixels.h); the rest stays Cairo's. One thread a picture and typeface.
 */
#pragma once
#include "draw/cover.h"

/** FALSE: nothing was painted, cairo_show_glyphs() must. `glyphs` in units of the user, as Cairo takes them. */
gboolean glyph_paint(cairo_t *cr,
                     Typeface *type,
                     double size,
                     SceneColor color,
                     const GArray *glyphs /* cairo_glyph_t */);
