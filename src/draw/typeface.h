/**
 * Typeface: one font program, as painters need it.
 *
 * Made by the fonts (text.h) for the runs of a text and owned by them. Holds what is asked again and again: names,
 * measures, and the last subsets made of it, so that the files of one service share the work. One thread at a time.
 */
#pragma once
#include <glib.h>

typedef struct hb_face_t hb_face_t;
typedef struct hb_font_t hb_font_t;
typedef struct _cairo_font_face cairo_font_face_t;

enum { TYPEFACE_SUBSETS = 2 };

/* A subset and what it was made for. */
typedef struct TypefaceSubset {
    guint32 *glyphs; /* of the font, ascending */
    guint n_glyphs;
    guint16 *codes;     /* of each: its number in the subset */
    GByteArray *packed; /* the font program, deflated */
    gsize len;          /* before it was */
} TypefaceSubset;

typedef struct Typeface {
    hb_face_t *face, *bare;   /* bare: what subsets are made of */
    hb_font_t *font;          /* in units of the em */
    cairo_font_face_t *cairo; /* for pictures */
    char *name;               /* PostScript */
    guint n_glyphs;
    double per_em; /* thousandths of an em in one unit */
    gboolean is_cff;
    TypefaceSubset subsets[TYPEFACE_SUBSETS]; /* the newest first */
    struct GlyphPixels *pixels; /* NULL until asked for */
} Typeface;

/** Borrows `face` for the new typeface's life. */
Typeface *typeface_new(hb_face_t *face, cairo_font_face_t *cairo);
void typeface_free(Typeface *type);

/** Of a glyph, in thousandths of an em. */
double typeface_advance(const Typeface *type, guint32 glyph);

/** Its glyphs as pixels, see glyph-pixels.h; NULL for outlines that are not CFF. Borrowed. */
struct GlyphPixels *typeface_pixels(Typeface *type);

/**
 * A font program with these glyphs alone: a bare CFF table, or a TrueType file, deflated. `glyphs` are ascending. The same
 * glyphs give the same bytes, whatever was asked before. Borrowed until the next call; NULL: HarfBuzz could not.
 */
const TypefaceSubset *typeface_subset(Typeface *type, const guint32 *glyphs, guint n);
