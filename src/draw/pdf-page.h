/**
 * PdfPage: a scene's shapes and words as one page's content (ISO 32000-1, 8 and 9).
 *
 * Paints in thousandths of the scene's millimetre, so that places are whole numbers. Words are tagged as they are
 * painted, everything outside of a figure is an artifact. Knows no other page and no object but the fonts' and
 * pictures' names. One thread at a time.
 */
#pragma once
#include "draw/pdf-font.h"
#include "draw/pdf-tree.h"
#include "draw/scene.h"

typedef struct PdfPage PdfPage;

/* Where the scene lies on the page: its lower left corner and a millimetre, in points. */
typedef struct PdfFrame {
    double x, y, per_mm;
    double bleed;  /* points painted around it, marks of where to cut outside; 0 = neither */
    gboolean cmyk; /* a printer's inks, dark words in black alone */
} PdfFrame;

/* How far from the sheet's corners the marks stand, and how long they are; mm. */
#define PDF_MARK_AWAY_MM 4.0
#define PDF_MARK_MM      5.0

/** `fonts` are written already, `tree` has the page begun; both are borrowed. */
PdfPage *
pdf_page_new(const Scene *scene, const PdfFrame *frame, const PdfFonts *fonts, PdfTree *tree);
void pdf_page_free(PdfPage *page);

/** Any item but a code, a logo and the tags. */
void pdf_page_paint(PdfPage *page, const SceneItem *item);
/** A picture from the page's resources in the item's box. */
void pdf_page_picture(PdfPage *page, const SceneItem *item, const char *name);

/** Ends the page; its content is borrowed. */
const GString *pdf_page_finish(PdfPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfPage, pdf_page_free)
