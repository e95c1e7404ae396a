/**
 * SceneCairo: paints a Scene with cairo.
 *
 * For pictures; structure tags and links are left out. Decides nothing
 * about places or sizes. The logo is given by the caller, read once. No state;
 * one thread per cairo context.
 */
#pragma once
#include "draw/qr.h"
#include "draw/scene.h"

typedef struct _cairo cairo_t;
typedef struct SceneLogo SceneLogo;

enum { LOGO_MAX_BYTES = 1024 * 1024, LOGO_MAX_PIXELS = 4096 };

/**
 * Reads an SVG or PNG. Nothing outside the bytes is loaded. DRAW_ERROR_LOGO when it is
 * neither, too large, broken, or without a size.
 */
SceneLogo *scene_logo_new(const guint8 *bytes, gsize len, GError **error);
void scene_logo_free(SceneLogo *logo);
double scene_logo_ratio(const SceneLogo *logo); /* width / height */
/** Paints it into the box, its proportions kept. */
gboolean scene_logo_paint(SceneLogo *logo, cairo_t *cr, const SceneBox *box, GError **error);

/** TRUE when the bytes are a logo that can be drawn. */
gboolean scene_logo_is_fine(const guint8 *bytes, gsize len);

typedef struct SceneCairo {
    cairo_t *cr;
    QrLevel qr_level;
    SceneLogo *logo; /* may be NULL: SCENE_LOGO items are left out */
} SceneCairo;

/** Paints in the units of the context: scale it to millimetres first. */
gboolean scene_cairo_paint(const SceneCairo *to, const Scene *scene, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SceneLogo, scene_logo_free)
