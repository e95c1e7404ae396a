/**
 * GlyphPixels: the glyphs of a typeface as pixels, made once for each size.
 *
 * Pictures of posters are small texts in ever new sizes, and five sixths of what FreeType does for a glyph is to run its
 * program, which says the same at any size. So outlines are read once, in units of the font, and scaled as FreeType scales
 * those that are not hinted: the pixels are the ones that Cairo paints. For fonts of CFF outlines alone; those of TrueType
 * are composed after scaling. Knows no picture. One thread at a time.
 */
#pragma once
#include "draw/cover.h"

typedef struct hb_face_t hb_face_t;
typedef struct GlyphPixels GlyphPixels;
typedef struct GlyphSize GlyphSize;

/** What a glyph covers around its origin, rows from the top down. */
typedef struct GlyphCover {
    CoverBox ink; /* of its outline, in units of the font */
    int x, y;     /* first pixel */
    int w, h;
    guint8 cover[]; /* w * h: 0 nothing … 255 the whole pixel */
} GlyphCover;

/** Opens the face's file anew: Cairo shares its faces between threads. NULL: FreeType cannot read it. */
GlyphPixels *glyph_pixels_new(hb_face_t *face);
void glyph_pixels_free(GlyphPixels *pixels);

/** Units of the font in an em. */
guint glyph_pixels_per_em(const GlyphPixels *pixels);
/** The glyphs at so many pixels an em; NULL below one pixel. Borrowed until the next call, as their covers. */
GlyphSize *glyph_pixels_at(GlyphPixels *pixels, double px);
/** NULL: FreeType cannot read it. */
const GlyphCover *glyph_size_cover(GlyphSize *size, guint32 glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(GlyphPixels, glyph_pixels_free)
