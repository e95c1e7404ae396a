/**
 * PosterEngine: all that needs the libraries that draw, loaded with the first poster.
 *
 * What a poster says (content, make, words), its style and its sizes are judged without them. The functions are those of
 * poster.h, lane.h, evidence.h, decree.h, draw/text.h and draw/scene-cairo.h, whose comments hold.
 */
#pragma once
#include "paper/decree.h"
#include "paper/evidence.h"
#include "paper/lane.h"

typedef struct PosterEngine {
    Fonts *(*fonts_new)(const char *dir, GError **error);
    void (*fonts_free)(Fonts *fonts);
    void (*fonts_trim)(Fonts *fonts);
    gboolean (*render)(Fonts *fonts,
                       const PosterJob *job,
                       GByteArray *out,
                       PosterReport *report,
                       GError **error);
    gboolean (*render_all)(Fonts *fonts,
                           const PosterSet *set,
                           const PosterOptions *options,
                           GByteArray *out,
                           GError **error);
    gboolean (*fits)(Fonts *fonts, const PosterJob *job, PosterReport *report, GError **error);
    gboolean (*lane)(Fonts *fonts,
                     const PosterContent *content,
                     const PosterStyle *style,
                     GString *out);
    gboolean (*evidence)(Fonts *fonts, const EvidenceJob *job, GByteArray *out, GError **error);
    gboolean (*decree)(Fonts *fonts, const DecreeJob *job, GByteArray *out, GError **error);
    gboolean (*logo_is_fine)(const guint8 *bytes, gsize len);
    /* Of the libraries, one a line: "pango 1.50.12". */
    void (*append_versions)(GString *out);
} PosterEngine;
