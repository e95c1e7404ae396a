#include "draw/scene-cairo.h"
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <string.h>

struct SceneLogo {
    RsvgHandle *svg;
    cairo_surface_t *png;
    double w, h;
};

static const guint8 PNG_MAGIC[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

typedef struct Bytes {
    const guint8 *at;
    gsize left;
} Bytes;

static cairo_status_t
read_bytes(void *closure, unsigned char *data, unsigned int length)
{
    Bytes *bytes = closure;
    if (length > bytes->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, bytes->at, length);
    bytes->at += length;
    bytes->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static guint32
big_endian(const guint8 *p)
{
    return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3];
}

/* Width and height stand in the first chunk: looked at before anything is unpacked. */
static gboolean
read_png(SceneLogo *logo, const guint8 *bytes, gsize len)
{
    if (len < 33)
        return FALSE;
    guint32 w = big_endian(bytes + 16), h = big_endian(bytes + 20);
    if (w == 0 || h == 0 || w > LOGO_MAX_PIXELS || h > LOGO_MAX_PIXELS)
        return FALSE;
    Bytes from = {bytes, len};
    logo->png = cairo_image_surface_create_from_png_stream(read_bytes, &from);
    logo->w = w;
    logo->h = h;
    return cairo_surface_status(logo->png) == CAIRO_STATUS_SUCCESS;
}

/* Without a base address librsvg loads no other file. */
static gboolean
read_svg(SceneLogo *logo, const guint8 *bytes, gsize len, GError **error)
{
    logo->svg = rsvg_handle_new_from_data(bytes, len, error);
    if (logo->svg == NULL)
        return FALSE;
    rsvg_handle_set_dpi(logo->svg, 96);
    if (rsvg_handle_get_intrinsic_size_in_pixels(logo->svg, &logo->w, &logo->h))
        return logo->w > 0 && logo->h > 0;
    gboolean has_w, has_h, has_box;
    RsvgLength w, h;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(logo->svg, &has_w, &w, &has_h, &h, &has_box, &box);
    if (!has_box || !(box.width > 0) || !(box.height > 0))
        return FALSE;
    logo->w = box.width;
    logo->h = box.height;
    return TRUE;
}

SceneLogo *
scene_logo_new(const guint8 *bytes, gsize len, GError **error)
{
    SceneLogo *logo = g_new0(SceneLogo, 1);
    gboolean is_png =
        len >= sizeof PNG_MAGIC && memcmp(bytes, PNG_MAGIC, sizeof PNG_MAGIC) == 0;
    gboolean read = FALSE;
    g_autoptr(GError) cause = NULL;
    if (len <= LOGO_MAX_BYTES)
        read = is_png ? read_png(logo, bytes, len) : read_svg(logo, bytes, len, &cause);
    double ratio = read ? logo->w / logo->h : 0;
    if (read && ratio > 0.05 && ratio < 20)
        return logo;
    g_set_error(error, DRAW_ERROR, DRAW_ERROR_LOGO, "logo: %s",
                cause != NULL ? cause->message : "neither an SVG nor a PNG of a usable size");
    scene_logo_free(logo);
    return NULL;
}

void
scene_logo_free(SceneLogo *logo)
{
    if (logo == NULL)
        return;
    g_clear_object(&logo->svg);
    g_clear_pointer(&logo->png, cairo_surface_destroy);
    g_free(logo);
}

double
scene_logo_ratio(const SceneLogo *logo)
{
    return logo->w / logo->h;
}

gboolean
scene_logo_paint(SceneLogo *logo, cairo_t *cr, const SceneBox *box, GError **error)
{
    if (logo->svg != NULL) {
        RsvgRectangle view = {box->x, box->y, box->w, box->h};
        return rsvg_handle_render_document(logo->svg, cr, &view, error);
    }
    double scale = MIN(box->w / logo->w, box->h / logo->h);
    cairo_save(cr);
    cairo_translate(cr, box->x + (box->w - logo->w * scale) / 2,
                    box->y + (box->h - logo->h * scale) / 2);
    cairo_scale(cr, scale, scale);
    cairo_set_source_surface(cr, logo->png, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    cairo_paint(cr);
    cairo_restore(cr);
    return TRUE;
}

gboolean
scene_logo_is_fine(const guint8 *bytes, gsize len)
{
    enum { PROBE_PX = 32 };
    g_autoptr(SceneLogo) logo = scene_logo_new(bytes, len, NULL);
    if (logo == NULL)
        return FALSE;
    cairo_surface_t *probe = cairo_image_surface_create(CAIRO_FORMAT_RGB24, PROBE_PX, PROBE_PX);
    cairo_t *cr = cairo_create(probe);
    gboolean fine = scene_logo_paint(logo, cr, &(SceneBox){0, 0, PROBE_PX, PROBE_PX}, NULL) &&
                    cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    cairo_surface_destroy(probe);
    return fine;
}
