/**
 * DecreePaper: the annex of the decree that fixes service standards, as a PDF.
 *
 * The same words as the OpenDocument text (export/annex): title block, for each service a
 * table NO / KOMPONEN / URAIAN with the 14 components, and the block for the signature.
 */
#pragma once
#include "model/charter.h"
#include "paper/style.h"

typedef struct Fonts Fonts;

typedef struct DecreeJob {
    const Agency *agency;
    const Service *const *services;
    guint n;
    const PosterStyle *style;
} DecreeJob;

/** Appends the PDF. FALSE and a DRAW_ERROR when it cannot be made; `out` is then as it was. */
gboolean
decree_append_pdf(Fonts *fonts, const DecreeJob *job, GByteArray *out, GError **error);
