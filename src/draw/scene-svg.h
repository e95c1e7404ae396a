/**
 * SceneSvg: a Scene as SVG for a page or as a file.
 *
 * Colours and sizes are presentation attributes, classes carry a prefix and
 * there is no style element, so it can stand in a page beside others under a
 * strict content policy. Words stay text, stretched to the width they were
 * given. No state, any thread.
 */
#pragma once
#include "draw/qr.h"
#include "draw/scene.h"

typedef struct SceneSvg {
    const char *prefix; /* of classes and ids */
    const char *title;  /* accessible name, may be NULL */
    double w_mm;        /* width of a file; 0 = as wide as its place in the page */
    gboolean xml;       /* a file: with namespace and XML declaration */
    QrLevel qr_level;
    const guint8 *logo; /* embedded as data in a file; NULL = left out */
    gsize logo_len;
} SceneSvg;

void scene_svg_append(const SceneSvg *how, const Scene *scene, GString *out);
