/**
 * Scene: what stands on a sheet, solved, before it is painted.
 *
 * A list of shapes, lines of text and structure tags in reading order, in
 * millimetres of the reference sheet. Layout appends, painters (scene-cairo,
 * scene-svg) read; neither knows the other. A Scene owns its items and copies
 * of the strings given to it; it borrows the texts of its lines, which
 * must outlive it. One thread at a time.
 */
#pragma once
#include "draw/text.h"

/* 0xAARRGGBB; 0 = nothing is painted. */
typedef guint32 SceneColor;
#define SCENE_RGB(rgb) (0xFF000000u | (rgb))

typedef enum SceneKind {
    SCENE_RECT,    /* x y w h, corners of radius r */
    SCENE_ELLIPSE, /* centre x y, half axes w h */
    SCENE_PATH,
    SCENE_LINE, /* one line of text, baseline at x y */
    SCENE_QR,   /* square x y w of the modules themselves */
    SCENE_LOGO, /* box x y w h */
    SCENE_BEGIN,
    SCENE_END
} SceneKind;

typedef enum SceneTag {
    TAG_DOCUMENT,
    TAG_SECT,
    TAG_NONSTRUCT,
    TAG_H1,
    TAG_H2,
    TAG_P,
    TAG_LIST,
    TAG_ITEM,
    TAG_LABEL,
    TAG_BODY,
    TAG_TABLE,
    TAG_ROW,
    TAG_HEAD,
    TAG_CELL,
    TAG_FIGURE,
    TAG_LINK
} SceneTag;

typedef enum ScenePathOp { PATH_MOVE, PATH_TO, PATH_CURVE, PATH_CLOSE } ScenePathOp;
typedef struct ScenePoint {
    ScenePathOp op;
    float x[6]; /* MOVE, TO: x y; CURVE: two controls and the end */
} ScenePoint;

typedef struct SceneItem {
    SceneKind kind;
    double x, y, w, h, r;
    SceneColor fill, stroke;
    double stroke_mm;
    gboolean dashed;
    /* SCENE_PATH */
    ScenePoint *points;
    guint n_points;
    /* SCENE_LINE */
    double size_mm;     /* em */
    double top, height; /* the line's box, for the test of the layout */
    Line *line;
    const char *field; /* borrowed: whose text it is, for messages; may be NULL */
    guint band;        /* of the sheet: which of the bands it must stay in */
    /* SCENE_BEGIN: the link's target or the figure's words. SCENE_QR: the text to encode */
    SceneTag tag;
    char *text;
} SceneItem;

/* mm from the sheet's left top */
typedef struct SceneSpot {
    double x, y;
} SceneSpot;
typedef struct SceneBox {
    double x, y, w, h;
} SceneBox;

typedef struct Scene {
    double w, h;   /* mm */
    GArray *items; /* SceneItem */
    GArray *bands; /* SceneBox: parts of the sheet that no text of another part may enter */
    guint band;    /* given to the lines added now */
    const char *field;
} Scene;

Scene *scene_new(double w_mm, double h_mm);
void scene_free(Scene *scene);

/** Opens a band; lines added from now on belong to it. */
void scene_band(Scene *scene, SceneBox band);

SceneItem *scene_rect(Scene *scene, SceneBox box, double radius);
SceneItem *scene_ellipse(Scene *scene, SceneSpot centre, double rx, double ry);
/** `n` points, scaled by `scale` and moved by `by`. */
SceneItem *
scene_path(Scene *scene, const ScenePoint *points, guint n, SceneSpot by, double scale);
/** A straight line, dashed or not. */
SceneItem *scene_rule(Scene *scene, SceneSpot from, SceneSpot to, double mm, SceneColor color);
/** One line of text, its baseline at `at`; `line` is copied. */
SceneItem *scene_line(Scene *scene, const Line *line, SceneSpot at, double size_mm);
SceneItem *scene_qr(Scene *scene, SceneSpot at, double w, const char *text);
SceneItem *scene_logo(Scene *scene, SceneBox box);
/** Opens a structure element; `text` (may be NULL) is a link's target or a figure's words. */
void scene_begin(Scene *scene, SceneTag tag, const char *text);
void scene_end(Scene *scene);

/** Moves everything of `from` behind what is there, shifted; `from` is left empty. */
void scene_take(Scene *scene, Scene *from, double dx, double dy);

/** The item at `index`: pointers to items do not survive the next append. */
SceneItem *scene_item(const Scene *scene, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scene, scene_free)
