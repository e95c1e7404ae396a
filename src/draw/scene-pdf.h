/**
 * ScenePdf: sheets as one PDF with text that can be read, searched and followed.
 *
 * Cairo draws pages, structure and links; pdf.h then adds what cairo cannot
 * say (language, descriptions, boxes, identifiers). Structure, language and
 * title are set; conformance to PDF/UA is not claimed. No state, any thread.
 */
#pragma once
#include "draw/scene-cairo.h"

typedef struct ScenePdf {
    Scene *const *scenes;
    guint n_scenes;
    double
        w_mm; /* of the finished sheets; each scene is scaled to it and keeps its proportions */
    gboolean crop_marks; /* 3 mm bleed, marks outside it */
    SceneLogo *logo;
    const char *title, *author, *lang;
    const char *date; /* ISO 8601 in UTC: "2025-06-14T00:00:00Z" */
} ScenePdf;

/** Appends the file. Same scenes, same bytes, whatever the machine's time, zone and locale. */
gboolean scene_pdf_append(const ScenePdf *pdf, GByteArray *out, GError **error);
