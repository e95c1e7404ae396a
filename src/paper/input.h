/**
 * PosterInput: what the texts of an agency's posters are made with, beside its model.
 */
#pragma once
#include "paper/poster.h"

typedef struct PosterInput {
    const PosterStyle *style; /* its words */
    PosterLang lang;
    const char *url;   /* absolute, of the page; NULL = no QR code, no address line */
    const char *color; /* the site's, "#rrggbb"; the agency's own goes before it; may be NULL */
    gboolean national_channel; /* SP4N-LAPOR! where there is no channel at all */
    const guint8 *logo;        /* bytes of the agency's logo; NULL = none */
    gsize logo_len;
} PosterInput;
