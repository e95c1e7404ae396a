/**
 * Pdf: adds to a PDF written by cairo what cairo has no words for.
 *
 * An incremental update (ISO 32000-1, 7.5.6): the file stays as it is, changed
 * objects and a new cross-reference section are appended. Reads only the plain
 * layout cairo writes at version 1.4; anything else is an error, never a guess.
 * No state, any thread.
 */
#pragma once
#include <glib.h>

#define PDF_ERROR (pdf_error_quark())
GQuark pdf_error_quark(void);
typedef enum PdfErrorCode { PDF_ERROR_STRUCTURE } PdfErrorCode;

typedef struct PdfExtras {
    const char *lang; /* "id-ID" */
    const char *title, *author;
    const char *date;               /* ISO 8601, for the XMP packet */
    double trim_inset, bleed_inset; /* points inside each page's edges */
    const char *const *figures;     /* words for each Figure, in reading order */
    guint n_figures;
} PdfExtras;

/**
 * Appends the update to the PDF that is the whole of `file`: /Lang, DisplayDocTitle, XMP metadata,
 * /Alt of figures, /Contents of links (their targets), TrimBox and BleedBox, and an /ID made from the content.
 */
gboolean pdf_update(GByteArray *file, const PdfExtras *extras, GError **error);
