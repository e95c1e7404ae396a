/**
 * Pdf: writes a PDF made by cairo again, smaller and with what cairo has no words for.
 *
 * Everything that is no stream goes packed into one object stream (ISO 32000-1, 7.5.7): of a
 * tagged poster a third. Reads only the plain layout cairo writes at version 1.4 (pdf-scan.h),
 * writes version 1.5. No state, any thread.
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
 * Appends to `out` the PDF that is the whole of `file`, with /Lang, DisplayDocTitle, XMP metadata,
 * /Alt of figures, /Contents of links (their targets), TrimBox and BleedBox, and an /ID made from
 * the content. FALSE and a PDF_ERROR when `file` is not laid out as cairo does; `out` then holds
 * a part.
 */
gboolean
pdf_rewrite(const GByteArray *file, const PdfExtras *extras, GByteArray *out, GError **error);
