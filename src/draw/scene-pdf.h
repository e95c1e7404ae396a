/**
 * ScenePdf: sheets as one PDF with text that can be read, searched, followed and heard.
 *
 * Keeps the machine rules of PDF/UA-1 (ISO 14289-1) whatever the scenes hold: words are tagged as they are painted,
 * in the order of the scene. Brings together fonts, structure, pages and pictures (pdf-*.h). No state but that of the
 * scenes' typefaces; one thread at a time.
 */
#pragma once
#include "draw/scene-cairo.h"

typedef struct ScenePdf {
    Scene *const *scenes;
    guint n_scenes;
    double w_mm; /* of the finished sheets, their shorter side; each scene is scaled to it and
                    keeps its proportions */
    double paper_mm;     /* longer side of the paper they are printed on, each in its middle; 0 = theirs.
                            Not with crop marks, which tell where to cut */
    gboolean crop_marks; /* 3 mm bleed, marks outside it */
    gboolean cmyk;       /* colours in a printer's inks (pdf-ink.h) */
    SceneLogo *logo;     /* NULL: SCENE_LOGO items are left out */
    const char *title, *author, *lang;
    const char *date; /* ISO 8601 in UTC: "2025-06-14T00:00:00Z"; NULL: the file has none */
} ScenePdf;

/** Appends the file. Same scenes, same bytes, whatever the machine's time, zone and locale. */
gboolean scene_pdf_append(const ScenePdf *pdf, GByteArray *out, GError **error);
