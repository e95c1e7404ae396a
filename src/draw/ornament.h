/**
 * Ornament: the pixels of many small shapes of one colour, kept for the next picture.
 *
 * The pattern on a masthead is a thousand curves and the same on every picture of an agency. What was painted is copied
 * only where shapes, scale, colour and the pixels below are the same, so a picture does not depend on what was
 * painted before it. A thread keeps its last ones; any thread.
 */
#pragma once
#include "draw/scene.h"

typedef struct _cairo cairo_t;

/* What a pattern depends on; g_free(). */
typedef struct OrnamentKey OrnamentKey;

/** The key of the paths `first` … before `end`; NULL: too few, or no picture of plain pixels. */
OrnamentKey *ornament_key(cairo_t *cr, const Scene *scene, guint first, guint end);
/** Writes the pattern's pixels when it is known and the ground is the one it was painted on. */
gboolean ornament_recall(const OrnamentKey *key, cairo_t *cr);
/** Fills the current path, which is the pattern's, and keeps its pixels unless it is large. */
void ornament_fill(OrnamentKey *key, cairo_t *cr);
