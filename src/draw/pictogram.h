/**
 * Pictogram: small pictures of papers and facilities, as paths.
 *
 * Knows shapes only; which words they stand beside is facts/picture's business. Constant data, any
 * thread.
 */
#pragma once
#include "draw/scene.h"

typedef enum Pictogram {
    PICTOGRAM_NONE,
    PICTOGRAM_CARD, /* an identity card */
    PICTOGRAM_FAMILY,
    PICTOGRAM_CERTIFICATE,
    PICTOGRAM_BOOK,
    PICTOGRAM_PHOTO,
    PICTOGRAM_STAMP,
    PICTOGRAM_LETTER,
    PICTOGRAM_FORM,
    PICTOGRAM_RECEIPT,
    PICTOGRAM_DRAWING,
    PICTOGRAM_VEHICLE,
    PICTOGRAM_PHONE,
    PICTOGRAM_WHEELCHAIR,
    PICTOGRAM_PRAM,
    PICTOGRAM_SCHOOL,
    PICTOGRAM_WORK,
    PICTOGRAM_SHOP,
    PICTOGRAM_RINGS,
    PICTOGRAM_MOVE, /* a house and an arrow away from it */
    PICTOGRAM_HEALTH,
    PICTOGRAM_ELDER,
    PICTOGRAM_CANDLE, /* a death */
    PICTOGRAM_HOUSE,
    PICTOGRAM_WATER,
    PICTOGRAM_LEAF,
    PICTOGRAM_SCALES,
    PICTOGRAM_PEOPLE,
    PICTOGRAM_RAMP,
    PICTOGRAM_TOILET,
    PICTOGRAM_COUNTER, /* somebody behind one */
    PICTOGRAM_NURSING, /* a bottle */
    PICTOGRAM_GUIDING, /* a tile with bars that feet and sticks feel */
    PICTOGRAM_PARKING,
    PICTOGRAM_BRAILLE,
    PICTOGRAM_HAND, /* sign language */
    PICTOGRAM_CHAIR,
    PICTOGRAM_SWING,
    PICTOGRAM_LIFT,
    PICTOGRAM_DOOR,
    N_PICTOGRAMS
} Pictogram;

/** Strokes on a grid of 24 × 24, made for a pen of 1.6. */
typedef struct PictogramShape {
    const ScenePoint *points;
    guint n;
} PictogramShape;
const PictogramShape *pictogram_shape(Pictogram pictogram);

/** The same as the `d` of an SVG path, for pages. Kept; "" for PICTOGRAM_NONE. Any thread. */
const char *pictogram_path(Pictogram pictogram);

/** Draws it `w` wide and high with its left top at x, y. Nothing for PICTOGRAM_NONE. */
void scene_pictogram(Scene *scene, Pictogram pictogram, const SceneBox *at, SceneColor color);
