#include "draw/cover.h"
#include <cairo.h>
#include <string.h>

double
cover_scale(cairo_t *cr)
{
    cairo_surface_t *picture = cairo_get_target(cr);
    cairo_matrix_t m;
    cairo_get_matrix(cr, &m);
    gboolean plain = cairo_surface_get_type(picture) == CAIRO_SURFACE_TYPE_IMAGE &&
                     cairo_image_surface_get_format(picture) == CAIRO_FORMAT_RGB24 &&
                     m.xx == m.yy && m.xy == 0 && m.yx == 0 && m.x0 == 0 && m.y0 == 0;
    return plain ? m.xx : 0;
}

CoverBox
cover_visible(cairo_surface_t *picture, CoverBox box)
{
    return (CoverBox){MAX(box.x, 0), MAX(box.y, 0),
                      MIN(box.to_x, cairo_image_surface_get_width(picture)),
                      MIN(box.to_y, cairo_image_surface_get_height(picture))};
}

/* The four bytes of a pixel, sixteen bits apart. */
static inline guint64
spread(guint32 pixel)
{
    return (pixel & 0xFF00FF) | (guint64)(pixel >> 8 & 0xFF00FF) << 32;
}

/* A colour to lay. */
typedef struct Ink {
    guint32 color;
    guint64 four;   /* spread */
    guint64 halves; /* what is added before a product is cut */
} Ink;

/* Four products by `by`/255: x/255 = (x + x/256)/256, about a half added to x. */
static inline guint64
times(guint64 four, guint by, guint64 halves)
{
    const guint64 low = G_GUINT64_CONSTANT(0x00FF00FF00FF00FF);
    guint64 product = four * by + halves;
    return (product + (product >> 8 & low)) >> 8 & low;
}

static inline guint32
covered(const Ink *ink, guint32 ground, guint cover)
{
    if (cover == 0)
        return ground;
    if (cover == 255)
        return ink->color;
    guint64 sum =
        times(ink->four, cover, ink->halves) + times(spread(ground), 255 - cover, ink->halves);
    return (guint32)sum | (guint32)(sum >> 32) << 8;
}

/* Eight pixels at a time: most of a line of text is ground. */
static void
lay_row(guint32 *row, const guint8 *mask, int w, const Ink *ink)
{
    int x = 0;
    for (; x + 8 <= w; x += 8) {
        guint64 eight;
        memcpy(&eight, mask + x, sizeof eight);
        if (eight == 0)
            continue;
        if (eight == G_MAXUINT64) {
            for (int i = x; i < x + 8; i++)
                row[i] = ink->color;
            continue;
        }
        for (int i = x; i < x + 8; i++)
            row[i] = covered(ink, row[i], mask[i]);
    }
    for (; x < w; x++)
        row[x] = covered(ink, row[x], mask[x]);
}

void
cover_lay(cairo_surface_t *picture,
          CoverKind kind,
          const guint8 *mask,
          CoverBox box,
          SceneColor color)
{
    static const guint64 HALVES[] = {[COVER_GLYPHS] = G_GUINT64_CONSTANT(0x0080008000800080),
                                     [COVER_SHAPES] = G_GUINT64_CONSTANT(0x007F007F007F007F)};
    const Ink ink = {color, spread(color), HALVES[kind]};
    CoverBox seen = cover_visible(picture, box);
    int w = box.to_x - box.x;
    cairo_surface_flush(picture);
    guint8 *pixels = cairo_image_surface_get_data(picture);
    gsize stride = (gsize)cairo_image_surface_get_stride(picture);
    for (int y = seen.y; y < seen.to_y && seen.x < seen.to_x; y++) {
        guint32 *row = (guint32 *)(void *)(pixels + (gsize)y * stride) + seen.x;
        lay_row(row, mask + (y - box.y) * w + (seen.x - box.x), seen.to_x - seen.x, &ink);
    }
    cairo_surface_mark_dirty(picture);
}
