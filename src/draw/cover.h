/**
 * Cover: a colour laid over a picture as far as a mask covers it.
 *
 * The sums are those of Cairo, bit for bit, so that what was covered once (glyphs, patterns) can be laid again without
 * it. For pictures of plain pixels (RGB24), scaled evenly and neither turned nor moved. No state, any thread.
 */
#pragma once
#include "draw/scene.h"

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;

/** Right and down from an origin; `to` is behind the last. */
typedef struct CoverBox {
    int x, y, to_x, to_y;
} CoverBox;

/** The scale of such a picture; 0 for any other. */
double cover_scale(cairo_t *cr);
/** The part of the box that is on the picture; it may be empty or turned. */
CoverBox cover_visible(cairo_surface_t *picture, CoverBox box);
/** How a half is rounded: Cairo fills shapes by itself and leaves glyphs to pixman. */
typedef enum CoverKind { COVER_GLYPHS, COVER_SHAPES } CoverKind;
/** `mask`: a byte for each pixel of the box, row by row; 0 leaves the ground, 255 hides it. */
void cover_lay(cairo_surface_t *picture,
               CoverKind kind,
               const guint8 *mask,
               CoverBox box,
               SceneColor color);
