#include "draw/scene-cairo.h"
#include <cairo.h>
#include <pango/pango.h>
#include <string.h>

static const char *const TAG_NAMES[] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_SECT] = "Sect",
    [TAG_NONSTRUCT] = "NonStruct",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_P] = "P",
    [TAG_LIST] = "L",
    [TAG_ITEM] = "LI",
    [TAG_LABEL] = "Lbl",
    [TAG_BODY] = "LBody",
    [TAG_TABLE] = "Table",
    [TAG_ROW] = "TR",
    [TAG_HEAD] = "TH",
    [TAG_CELL] = "TD",
    [TAG_FIGURE] = "Figure",
    [TAG_LINK] = "Link",
};

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
    cairo_rotate(cr, i->r);
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
    cairo_new_path(cr);
    for (; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        if (!is_petal(item) || item->fill != fill)
            break;
        trace_path(cr, item);
    }
    set_color(cr, fill);
    cairo_fill(cr);
    return i - first;
}

typedef struct GlyphRun {
    GArray *glyphs, *clusters;
} GlyphRun;

static void
show_run(cairo_t *cr,
         const LinePiece *piece,
         const PosterRun *run,
         guint begin,
         guint end,
         double x,
         double y,
         double size,
         GlyphRun *room)
{
    const PosterText *text = piece->span.text;
    guint from = MAX(begin, run->begin), to = MIN(end, run->end);
    if (from >= to)
        return;
    double pen = 0;
    for (guint i = begin; i < from; i++)
        pen += (double)(text->glyphs[i].advance + piece->span.tracking);
    g_array_set_size(room->glyphs, 0);
    g_array_set_size(room->clusters, 0);
    for (guint i = from; i < to; i++) {
        const PosterGlyph *g = &text->glyphs[i];
        gboolean empty = g->index == PANGO_GLYPH_EMPTY;
        cairo_glyph_t glyph = {g->index, x + size * (pen + (double)g->x),
                               y + size * (double)g->y};
        if (!empty)
            g_array_append_val(room->glyphs, glyph);
        if (i > from && text->glyphs[i - 1].byte == g->byte) {
            cairo_text_cluster_t *last =
                &g_array_index(room->clusters, cairo_text_cluster_t, room->clusters->len - 1);
            last->num_glyphs += empty ? 0 : 1;
        } else {
            guint next = i + 1;
            while (next < text->n_glyphs && text->glyphs[next].byte == g->byte)
                next++;
            guint32 stop = next < text->n_glyphs ? text->glyphs[next].byte : text->len;
            cairo_text_cluster_t cluster = {(int)(stop - g->byte), empty ? 0 : 1};
            g_array_append_val(room->clusters, cluster);
        }
        pen += (double)(g->advance + piece->span.tracking);
    }
    guint32 byte = text->glyphs[from].byte;
    guint32 stop = to < text->n_glyphs ? text->glyphs[to].byte : text->len;
    cairo_set_font_face(cr, run->face);
    cairo_set_font_size(cr, size);
    cairo_show_text_glyphs(cr, text->text + byte, (int)(stop - byte),
                           (const cairo_glyph_t *)(void *)room->glyphs->data,
                           (int)room->glyphs->len,
                           (const cairo_text_cluster_t *)(void *)room->clusters->data,
                           (int)room->clusters->len, 0);
}

static void
paint_line(cairo_t *cr, const SceneItem *item, GlyphRun *room)
{
    for (guint p = 0; p < item->line->n; p++) {
        const LinePiece *piece = &item->line->pieces[p];
        const PosterText *text = piece->span.text;
        double x = item->x + (double)piece->x * item->size_mm;
        set_color(cr, piece->span.color);
        for (guint r = 0; r < text->n_runs; r++)
            show_run(cr, piece, &text->runs[r], piece->begin, piece->end, x, item->y,
                     item->size_mm, room);
    }
}

/* As a picture of a few pixels a module: a twentieth of the bytes of as many rectangles. Viewers
 * that draw it small average them, which reads better than whole modules dropped. */
static void
paint_qr_image(cairo_t *cr, const Qr *qr, const SceneItem *item)
{
    enum { PIXELS = 6 };
    int side = ((int)qr->n_modules + 2 * QR_QUIET) * PIXELS;
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side);
    cairo_t *modules = cairo_create(image);
    cairo_set_antialias(modules, CAIRO_ANTIALIAS_NONE);
    cairo_set_source_rgb(modules, 1, 1, 1);
    cairo_paint(modules);
    cairo_scale(modules, PIXELS, PIXELS);
    for (guint i = 0; i < qr->n_runs; i++)
        cairo_rectangle(modules, qr->runs[i].x + QR_QUIET, qr->runs[i].y + QR_QUIET,
                        qr->runs[i].w, 1);
    cairo_set_source_rgb(modules, 0, 0, 0);
    cairo_fill(modules);
    cairo_destroy(modules);
    cairo_save(cr);
    cairo_translate(cr, item->x, item->y);
    cairo_scale(cr, item->w / side, item->w / side);
    cairo_set_source_surface(cr, image, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
    cairo_paint(cr);
    cairo_restore(cr);
    cairo_surface_destroy(image);
}

static gboolean
paint_qr(const SceneCairo *to, const SceneItem *item)
{
    g_autoptr(Qr) qr = qr_new(item->text, to->qr_level);
    if (qr == NULL)
        return FALSE;
    if (to->tags) {
        paint_qr_image(to->cr, qr, item);
        return TRUE;
    }
    double module = item->w / (qr->n_modules + 2 * QR_QUIET), quiet = QR_QUIET * module;
    cairo_new_path(to->cr);
    for (guint i = 0; i < qr->n_runs; i++)
        cairo_rectangle(to->cr, item->x + quiet + qr->runs[i].x * module,
                        item->y + quiet + qr->runs[i].y * module, qr->runs[i].w * module,
                        module);
    set_color(to->cr, item->fill);
    cairo_set_antialias(to->cr, CAIRO_ANTIALIAS_NONE);
    cairo_fill(to->cr);
    cairo_set_antialias(to->cr, CAIRO_ANTIALIAS_GRAY);
    return TRUE;
}

/* Attribute strings are quoted with ', escaped with a backslash. Cairo 1.16 puts the address into a PDF string as it
 * is: a parenthesis or backslash would move that string's end, and goes as RFC 3986, 2.1 writes any byte. */
static void
begin_tag(const SceneCairo *to, const SceneItem *item)
{
    if (item->tag != TAG_LINK || item->text == NULL) {
        cairo_tag_begin(to->cr, TAG_NAMES[item->tag], NULL);
        return;
    }
    g_autoptr(GString) attributes = g_string_new("uri='");
    for (const char *p = item->text; *p != '\0'; p++) {
        if (strchr("()\\", *p) != NULL)
            g_string_append_printf(attributes, "%%%02X", (guint)(guchar)*p);
        else if (*p == '\'')
            g_string_append(attributes, "\\'");
        else
            g_string_append_c(attributes, *p);
    }
    g_string_append_c(attributes, '\'');
    cairo_tag_begin(to->cr, TAG_NAMES[TAG_LINK], attributes->str);
}

typedef struct Painting {
    const SceneCairo *to;
    GArray *open; /* SceneTag */
    GlyphRun room;
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
        paint_line(to->cr, item, &painting->room);
        return TRUE;
    case SCENE_QR:
        if (paint_qr(to, item))
            return TRUE;
        g_set_error(error, POSTER_ERROR, POSTER_ERROR_TOO_LONG, "QR: %s", item->text);
        return FALSE;
    case SCENE_LOGO:
        return to->logo == NULL ||
               scene_logo_paint(to->logo, to->cr, item->x, item->y, item->w, item->h, error);
    case SCENE_BEGIN:
        g_array_append_val(painting->open, item->tag);
        if (to->tags)
            begin_tag(to, item);
        return TRUE;
    case SCENE_END:
        if (to->tags && painting->open->len > 0)
            cairo_tag_end(
                to->cr,
                TAG_NAMES[g_array_index(painting->open, SceneTag, painting->open->len - 1)]);
        g_array_set_size(painting->open, MAX(painting->open->len, 1u) - 1);
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
    Painting painting = {to,
                         g_array_new(FALSE, FALSE, sizeof(SceneTag)),
                         {g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
                          g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t))}};
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
    g_array_free(painting.open, TRUE);
    g_array_free(painting.room.glyphs, TRUE);
    g_array_free(painting.room.clusters, TRUE);
    return painted;
}
