#include "draw/scene-cairo.h"
#include "draw/glyph-paint.h"
#include "draw/ornament.h"
#include "draw/typeface.h"
#include <cairo.h>
#include <math.h>
#include <pango/pango.h>
#include <string.h>

static void
set_color(cairo_t *cr, SceneColor color)
{
    cairo_set_source_rgb(cr, (color >> 16 & 0xFF) / 255.0, (color >> 8 & 0xFF) / 255.0,
                         (color & 0xFF) / 255.0);
}

static void
trace_rect(cairo_t *cr, const SceneItem *i)
{
    double r = MIN(i->r, MIN(i->w, i->h) / 2);
    if (r <= 0) {
        cairo_rectangle(cr, i->x, i->y, i->w, i->h);
        return;
    }
    cairo_arc(cr, i->x + i->w - r, i->y + r, r, -G_PI_2, 0);
    cairo_arc(cr, i->x + i->w - r, i->y + i->h - r, r, 0, G_PI_2);
    cairo_arc(cr, i->x + r, i->y + i->h - r, r, G_PI_2, G_PI);
    cairo_arc(cr, i->x + r, i->y + r, r, G_PI, 3 * G_PI_2);
    cairo_close_path(cr);
}

static void
trace_ellipse(cairo_t *cr, const SceneItem *i)
{
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    cairo_translate(cr, i->x, i->y);
    cairo_scale(cr, i->w, i->h);
    cairo_arc(cr, 0, 0, 1, 0, 2 * G_PI);
    cairo_close_path(cr);
    cairo_set_matrix(cr, &matrix);
}

static void
trace_path(cairo_t *cr, const SceneItem *item)
{
    for (guint i = 0; i < item->n_points; i++) {
        const ScenePoint *p = &item->points[i];
        const float *x = p->x;
        switch (p->op) {
        case PATH_MOVE:
            cairo_move_to(cr, (double)x[0], (double)x[1]);
            break;
        case PATH_TO:
            cairo_line_to(cr, (double)x[0], (double)x[1]);
            break;
        case PATH_CURVE:
            cairo_curve_to(cr, (double)x[0], (double)x[1], (double)x[2], (double)x[3],
                           (double)x[4], (double)x[5]);
            break;
        case PATH_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
}

static void
paint_shape(cairo_t *cr, const SceneItem *item)
{
    cairo_new_path(cr);
    if (item->kind == SCENE_RECT)
        trace_rect(cr, item);
    else if (item->kind == SCENE_ELLIPSE)
        trace_ellipse(cr, item);
    else
        trace_path(cr, item);
    if (item->fill != 0) {
        set_color(cr, item->fill);
        if (item->stroke != 0)
            cairo_fill_preserve(cr);
        else
            cairo_fill(cr);
    }
    if (item->stroke != 0) {
        double dash = item->stroke_mm * 4;
        set_color(cr, item->stroke);
        cairo_set_line_width(cr, item->stroke_mm);
        cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(cr, &dash, item->dashed ? 1 : 0, 0);
        cairo_stroke(cr);
    }
    cairo_new_path(cr);
}

/* Neighbouring shapes of one colour (the ornament's petals) are filled as one path. */
static gboolean
is_petal(const SceneItem *item)
{
    return item->kind == SCENE_PATH && item->stroke == 0;
}

static guint
paint_petals(cairo_t *cr, const Scene *scene, guint first)
{
    guint i = first;
    SceneColor fill = scene_item(scene, first)->fill;
    for (; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        if (!is_petal(item) || item->fill != fill)
            break;
    }
    g_autofree OrnamentKey *key = ornament_key(cr, scene, first, i);
    if (key != NULL && ornament_recall(key, cr, fill))
        return i - first;
    cairo_new_path(cr);
    for (guint k = first; k < i; k++)
        trace_path(cr, scene_item(scene, k));
    set_color(cr, fill);
    if (key != NULL)
        ornament_fill(key, cr, fill);
    else
        cairo_fill(cr);
    return i - first;
}

/* Glyphs `begin` … `end` of one run. */
typedef struct RunPart {
    const ParaSpan *span;
    const TextRun *run;
    guint begin, end;
} RunPart;

/* The first glyph's pen stands at `at`. `room` is emptied first. */
static void
show_run(cairo_t *cr, const RunPart *part, SceneSpot at, double size, GArray *room)
{
    const ParaSpan *span = part->span;
    const TextRun *run = part->run;
    const TextGlyph *glyphs = span->text->glyphs;
    double pen = 0;
    g_array_set_size(room, 0);
    for (guint i = part->begin; i < part->end; i++) {
        cairo_glyph_t glyph = {glyphs[i].index, at.x + size * (pen + (double)glyphs[i].x),
                               at.y + size * (double)glyphs[i].y};
        if (glyphs[i].index != PANGO_GLYPH_EMPTY)
            g_array_append_val(room, glyph);
        pen += (double)(glyphs[i].advance + span->tracking);
    }
    if (glyph_paint(cr, run->type, size, span->color, room))
        return;
    cairo_set_font_face(cr, run->type->cairo);
    cairo_set_font_size(cr, size);
    cairo_show_glyphs(cr, (const cairo_glyph_t *)(void *)room->data, (int)room->len);
}

static void
paint_line(cairo_t *cr, const SceneItem *item, GArray *room)
{
    for (guint p = 0; p < item->line->n; p++) {
        const LinePiece *piece = &item->line->pieces[p];
        const ShapedText *text = piece->span.text;
        double pen = (double)piece->x;
        set_color(cr, piece->span.color);
        for (guint r = 0; r < text->n_runs; r++) {
            const TextRun *run = &text->runs[r];
            guint from = MAX(piece->begin, run->begin), to = MIN(piece->end, run->end);
            if (from < to)
                show_run(cr, &(RunPart){&piece->span, run, from, to},
                         (SceneSpot){item->x + pen * item->size_mm, item->y}, item->size_mm,
                         room);
            for (guint i = from; i < to; i++)
                pen += (double)(text->glyphs[i].advance + piece->span.tracking);
        }
    }
}

/* The first pixel of those from the edge on, as cairo rounds without antialiasing: to 1/256, halves down. */
static int
pixel_at(double edge, double len)
{
    long fixed = lrint(edge * 256) + lrint(len * 256);
    return (int)((fixed + 127) >> 8);
}

/* Modules are whole pixels, so they are written as such: as a path of 600 rectangles they cost as much as the texts. */
static void
paint_runs(cairo_surface_t *surface, const Qr *qr, SceneSpot at, double module, guint32 color)
{
    int w = cairo_image_surface_get_width(surface), h = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface);
    cairo_surface_flush(surface);
    guint8 *pixels = cairo_image_surface_get_data(surface);
    for (guint i = 0; i < qr->n_runs; i++) {
        double left = at.x + qr->runs[i].x * module, top = at.y + qr->runs[i].y * module;
        int to_x = MIN(pixel_at(left, qr->runs[i].w * module), w);
        int to_y = MIN(pixel_at(top, module), h);
        for (int row = MAX(pixel_at(top, 0), 0); row < to_y; row++) {
            guint32 *line = (guint32 *)(void *)(pixels + (gsize)row * (gsize)stride);
            for (int col = MAX(pixel_at(left, 0), 0); col < to_x; col++)
                line[col] = color;
        }
    }
    cairo_surface_mark_dirty(surface);
}

static gboolean
paint_qr(const SceneCairo *to, const SceneItem *item)
{
    g_autoptr(Qr) qr = qr_new(item->text, to->qr_level);
    if (qr == NULL)
        return FALSE;
    double module = item->w / (qr->n_modules + 2 * QR_QUIET), quiet = QR_QUIET * module;
    SceneSpot at = {item->x + quiet, item->y + quiet};
    double unused = 0;
    cairo_user_to_device(to->cr, &at.x, &at.y);
    cairo_user_to_device_distance(to->cr, &module, &unused);
    paint_runs(cairo_get_target(to->cr), qr, at, module, item->fill);
    return TRUE;
}

typedef struct Painting {
    const SceneCairo *to;
    GArray *glyphs; /* room for cairo_glyph_t */
} Painting;

static gboolean
paint_item(Painting *painting, const SceneItem *item, GError **error)
{
    const SceneCairo *to = painting->to;
    switch (item->kind) {
    case SCENE_RECT:
    case SCENE_ELLIPSE:
    case SCENE_PATH:
        paint_shape(to->cr, item);
        return TRUE;
    case SCENE_LINE:
        paint_line(to->cr, item, painting->glyphs);
        return TRUE;
    case SCENE_QR:
        if (paint_qr(to, item))
            return TRUE;
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_TOO_LONG, "QR: %s", item->text);
        return FALSE;
    case SCENE_LOGO:
        return to->logo == NULL ||
               scene_logo_paint(to->logo, to->cr,
                                &(SceneBox){item->x, item->y, item->w, item->h}, error);
    case SCENE_BEGIN:
    case SCENE_END:
        return TRUE;
    }
    return TRUE;
}

gboolean
scene_cairo_paint(const SceneCairo *to, const Scene *scene, GError **error)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(to->cr, options);
    cairo_font_options_destroy(options);
    cairo_set_antialias(to->cr, CAIRO_ANTIALIAS_GRAY);
    Painting painting = {to, g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t))};
    gboolean painted = TRUE;
    for (guint i = 0; painted && i < scene->items->len;) {
        const SceneItem *item = scene_item(scene, i);
        if (is_petal(item)) {
            i += paint_petals(to->cr, scene, i);
            continue;
        }
        painted = paint_item(&painting, item, error);
        i++;
    }
    g_array_free(painting.glyphs, TRUE);
    return painted;
}
