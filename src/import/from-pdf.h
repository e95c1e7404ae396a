/**
 * FromPdf: PDF and pictures of pages as blocks.
 *
 * pdftotext gives words with their boxes (-tsv); pages without words go through
 * pdftoppm and tesseract, which give the same. Layout (pdf-layout.c) makes
 * lines, columns and tables of them. Children only (child.h).
 */
#pragma once
#include "import/input.h"

/** TRUE when the bytes are a PDF: "%PDF-" within the first 1024 (ISO 32000-1, Annex H). */
gboolean from_pdf_is(const char *bytes, gsize len);

IntakeStatus from_pdf_read(
    Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags, GError **error);

/** A picture of a page. */
IntakeStatus from_picture_read(
    Arena *arena, const IntakeFile *file, Intake *out, DiagList *diags, GError **error);
