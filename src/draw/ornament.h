/**
 * Ornament: what many small shapes of one colour cover of a picture, kept for the next one.
 *
 * The pattern on a masthead is a thousand curves and the same on every picture of a size. What it covers depends on
 * the shapes and the scale alone, so that a picture does not depend on what was painted before it. A thread keeps its last ones;
 * any thread.
 */
#pragma once
#include "draw/scene.h"

typedef struct _cairo cairo_t;

/* What a pattern depends on; g_free(). */
typedef struct OrnamentKey OrnamentKey;

/** The key of the paths `first` … before `end`; NULL: too few, or no picture of plain pixels. */
OrnamentKey *ornament_key(cairo_t *cr, const Scene *scene, guint first, guint end);
/** Paints the pattern when it is known. */
gboolean ornament_recall(const OrnamentKey *key, cairo_t *cr, SceneColor color);
/** Fills the current path, which is the pattern's, and keeps what it covers unless it is large. */
void ornament_fill(OrnamentKey *key, cairo_t *cr, SceneColor color);
