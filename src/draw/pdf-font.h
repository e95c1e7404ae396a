/**
 * PdfFont: the fonts of one PDF, with the glyphs it shows and what they mean.
 *
 * First the texts are shown to it, then it writes composite fonts (ISO 32000-1, 9.7): Identity-H, codes are glyphs
 * of a subset, a ToUnicode map says which characters each one is. A glyph that stands for different characters in
 * different places keeps the first; pdf_glyph_says() tells the painter, who names the others in the text itself.
 * One thread at a time; texts are borrowed until pdf_fonts_free().
 */
#pragma once
#include "draw/pdf-file.h"
#include "draw/text.h"

typedef struct PdfGlyph {
    guint16 code;
    gint16 width; /* thousandths of an em */
    gboolean is_used;
    const char *text; /* borrowed */
    guint len;
} PdfGlyph;

typedef struct PdfFont {
    Typeface *type;
    guint index;      /* its name in a page's resources: F and this */
    PdfGlyph *glyphs; /* by number in the typeface */
    guint n_used;
} PdfFont;

typedef struct PdfFonts PdfFonts;

PdfFonts *pdf_fonts_new(void);
void pdf_fonts_free(PdfFonts *fonts);

/** Counts the glyphs `begin` … `end` of a text in. */
void pdf_fonts_add(PdfFonts *fonts, const ShapedText *text, guint begin, guint end);

/**
 * Writes all fonts and appends "/F0 7 0 R …" to `resources`. FALSE and DRAW_ERROR_FAILED when HarfBuzz cannot
 * make a subset.
 */
gboolean pdf_fonts_write(PdfFonts *fonts, PdfFile *file, GString *resources, GError **error);

/** Of a run that was counted in. */
const PdfFont *pdf_fonts_find(const PdfFonts *fonts, const Typeface *type);

/** Whether the font says of the glyph that it is these characters. */
gboolean pdf_glyph_says(const PdfGlyph *glyph, const char *text, guint len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfFonts, pdf_fonts_free)
