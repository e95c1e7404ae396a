#include "draw/glyph-paint.h"
#include "draw/glyph-pixels.h"
#include "draw/typeface.h"
#include <cairo.h>
#include <math.h>
#include <string.h>

typedef struct Placed {
    const GlyphCover *cover;
    int x, y; /* of its first pixel on the picture */
} Placed;

/* Glyphs on a picture, and the pixels that hold them all. */
typedef struct Run {
    Placed *glyphs;
    guint n;
    CoverBox box;
    gboolean touching; /* the outline of one reaches into the box of those before */
} Run;

static CoverBox
joined(CoverBox a, CoverBox b)
{
    return (CoverBox){MIN(a.x, b.x), MIN(a.y, b.y), MAX(a.to_x, b.to_x), MAX(a.to_y, b.to_y)};
}

static gboolean
overlap(CoverBox a, CoverBox b)
{
    return b.x < b.to_x && b.y < b.to_y && b.to_x > a.x && b.x < a.to_x && b.to_y > a.y &&
           b.y < a.to_y;
}

static CoverBox
moved(CoverBox box, int x, int y)
{
    return (CoverBox){box.x + x, box.y + y, box.to_x + x, box.to_y + y};
}

/* The outline at a place, in 1/256 of a pixel. */
static CoverBox
ink_at(const CoverBox *units, double per_unit, int x, int y)
{
    CoverBox ink = {(int)lrint(units->x * per_unit), (int)lrint(units->y * per_unit),
                    (int)lrint(units->to_x * per_unit), (int)lrint(units->to_y * per_unit)};
    return moved(ink, x * 256, y * 256);
}

/* Cairo leaves out glyphs that are off the picture, and then others may not touch. */
static gboolean
is_on(cairo_surface_t *picture, double x, double y)
{
    return x >= 0 && y >= 0 && x <= cairo_image_surface_get_width(picture) &&
           y <= cairo_image_surface_get_height(picture);
}

/* Where each glyph comes to stand: on whole pixels, as Cairo rounds. `px`: of an em. */
static gboolean
place(cairo_t *cr, GlyphPixels *pixels, double px, const GArray *glyphs, Run *run)
{
    cairo_surface_t *picture = cairo_get_target(cr);
    const double scale = cover_scale(cr), per_unit = px * 256 / glyph_pixels_per_em(pixels);
    GlyphSize *size = glyph_pixels_at(pixels, px);
    const CoverBox none = {G_MAXINT, G_MAXINT, G_MININT, G_MININT};
    CoverBox ink = none;
    run->box = none;
    if (size == NULL)
        return FALSE;
    for (; run->n < glyphs->len; run->n++) {
        const cairo_glyph_t *glyph = &g_array_index(glyphs, cairo_glyph_t, run->n);
        const GlyphCover *cover = glyph_size_cover(size, (guint32)glyph->index);
        if (cover == NULL || !is_on(picture, glyph->x * scale, glyph->y * scale))
            return FALSE;
        int x = (int)floor(glyph->x * scale + 0.5), y = (int)floor(glyph->y * scale + 0.5);
        CoverBox its_ink = ink_at(&cover->ink, per_unit, x, y);
        run->glyphs[run->n] = (Placed){cover, x + cover->x, y + cover->y};
        run->touching = run->touching || overlap(ink, its_ink);
        ink = joined(ink, its_ink);
        if (cover->w > 0 && cover->h > 0)
            run->box = joined(run->box, moved((CoverBox){0, 0, cover->w, cover->h},
                                              x + cover->x, y + cover->y));
    }
    return TRUE;
}

/* Adds what a glyph covers of the box. */
static void
join(guint8 *mask, const CoverBox *box, const Placed *glyph)
{
    const GlyphCover *cover = glyph->cover;
    gsize w = (gsize)(box->to_x - box->x);
    int from_x = MAX(glyph->x, box->x), to_x = MIN(glyph->x + cover->w, box->to_x);
    int from_y = MAX(glyph->y, box->y), to_y = MIN(glyph->y + cover->h, box->to_y);
    for (int y = from_y; y < to_y; y++) {
        const guint8 *from = cover->cover + (y - glyph->y) * cover->w + (from_x - glyph->x);
        guint8 *to = mask + (gsize)(y - box->y) * w + (from_x - box->x);
        for (int i = 0; i < to_x - from_x; i++)
            to[i] = (guint8)MIN(to[i] + from[i], 255);
    }
}

/* Glyphs that touch are joined first: laid one over the other they would be lighter where they meet. */
static void
lay_run(cairo_surface_t *surface, const Run *run, SceneColor color)
{
    CoverBox box = cover_visible(surface, run->box);
    if (!run->touching) {
        for (guint i = 0; i < run->n; i++) {
            const Placed *glyph = &run->glyphs[i];
            CoverBox its = {0, 0, glyph->cover->w, glyph->cover->h};
            cover_lay(surface, COVER_GLYPHS, glyph->cover->cover,
                      moved(its, glyph->x, glyph->y), color);
        }
        return;
    }
    if (box.x >= box.to_x || box.y >= box.to_y)
        return;
    g_autofree guint8 *mask = g_malloc0((gsize)(box.to_x - box.x) * (gsize)(box.to_y - box.y));
    for (guint i = 0; i < run->n; i++)
        join(mask, &box, &run->glyphs[i]);
    cover_lay(surface, COVER_GLYPHS, mask, box, color);
}

gboolean
glyph_paint(cairo_t *cr, Typeface *type, double size, SceneColor color, const GArray *glyphs)
{
    double px = size * cover_scale(cr);
    GlyphPixels *pixels = px > 0 ? typeface_pixels(type) : NULL;
    if (pixels == NULL)
        return FALSE;
    g_autofree Placed *placed = g_new(Placed, glyphs->len + 1);
    Run run = {.glyphs = placed};
    if (!place(cr, pixels, px, glyphs, &run))
        return FALSE;
    lay_run(cairo_get_target(cr), &run, color);
    return TRUE;
}
