/**
 * Evidence: the book that officials hand in for an examination.
 *
 * A cover, the contents, and for each item what the charters say about it, the address and
 * code of the page that shows it, what is still missing, what is to be added by hand and,
 * where photographs are asked for, room for one. Judged by audit/exam; nothing is scored,
 * and what the program cannot know is said. Same input, same bytes; no date but the one given.
 */
#pragma once
#include "audit/exam.h"
#include "paper/style.h"

typedef struct Fonts Fonts;

typedef struct EvidenceJob {
    const Instrument *instrument;
    const ExamSubject *subjects; /* of each agency; n > 0 */
    guint n;
    const PosterStyle *style;
    const guint8 *logo; /* of the agency, if it is one: SVG or PNG; NULL = none */
    gsize logo_len;
} EvidenceJob;

/** Appends the PDF. FALSE and a DRAW_ERROR when it cannot be made; `out` is then as it was. */
gboolean evidence_append_pdf(Fonts *fonts,
                             const EvidenceJob *job,
                             GByteArray *out,
                             GError **error);
