#include "draw/pdf-picture.h"
#include "draw/pdf-ink.h"
#include <cairo.h>
#include <math.h>
#include <string.h>

/* As a picture of a few pixels a module: a twentieth of the bytes of as many rectangles. Viewers
 * that draw it small average them, which reads better than whole modules dropped. */
guint
pdf_picture_qr(PdfFile *file, const Qr *qr)
{
    enum { PIXELS = 6 };
    guint side = (qr->n_modules + 2 * QR_QUIET) * PIXELS, stride = (side + 7) / 8;
    g_autofree guint8 *bits = g_malloc(stride * side);
    memset(bits, 0xFF, stride * side);
    for (guint i = 0; i < qr->n_runs; i++) {
        const QrRun *run = &qr->runs[i];
        guint x = (guint)(run->x + QR_QUIET) * PIXELS, y = (guint)(run->y + QR_QUIET) * PIXELS;
        guint8 *row = bits + y * stride;
        for (guint end = x + (guint)run->w * PIXELS; x < end; x++)
            row[x / 8] &= (guint8) ~(0x80 >> x % 8);
    }
    for (guint y = 0; y < side; y++)
        memcpy(bits + y * stride, bits + (y - y % PIXELS) * stride, stride);
    guint number = pdf_file_number(file);
    g_autofree char *keys = g_strdup_printf("/Type/XObject/Subtype/Image/Width %u/Height %u"
                                            "/ColorSpace/DeviceGray/BitsPerComponent 1",
                                            side, side);
    pdf_file_stream(file, number, &(PdfStream){PDF_PACK, keys, bits, stride * side});
    return number;
}

/* Colours without what shines through, and how much does. */
typedef struct Layers {
    guint8 *colors, *alpha;
    guint n_parts; /* of a colour: 3 lights or 4 inks */
    gboolean is_opaque;
} Layers;

static guint8
unmixed(guint32 channel, guint32 alpha)
{
    return (guint8)MIN((channel * 255 + alpha / 2) / alpha, 255u);
}

static void
put_pixel(guint8 *to, guint n_parts, guint8 r, guint8 g, guint8 b)
{
    PdfInk ink;
    if (n_parts == 3) {
        to[0] = r;
        to[1] = g;
        to[2] = b;
        return;
    }
    pdf_ink_of(SCENE_RGB((guint32)r << 16 | (guint32)g << 8 | b), &ink);
    const double parts[4] = {ink.c, ink.m, ink.y, ink.k};
    for (guint i = 0; i < 4; i++)
        to[i] = (guint8)lround(parts[i] * 255);
}

static void
split(cairo_surface_t *surface, guint w, guint h, Layers *layers)
{
    const guint8 *pixels = cairo_image_surface_get_data(surface);
    gsize stride = (gsize)cairo_image_surface_get_stride(surface);
    layers->colors = g_malloc0((gsize)w * h * layers->n_parts);
    layers->alpha = g_malloc0((gsize)w * h);
    layers->is_opaque = TRUE;
    for (guint y = 0; y < h; y++)
        for (guint x = 0; x < w; x++) {
            guint32 pixel;
            gsize at = (gsize)y * w + x;
            memcpy(&pixel, pixels + y * stride + (gsize)x * 4, 4);
            guint32 alpha = pixel >> 24;
            layers->alpha[at] = (guint8)alpha;
            layers->is_opaque &= alpha == 255;
            if (alpha > 0)
                put_pixel(layers->colors + at * layers->n_parts, layers->n_parts,
                          unmixed(pixel >> 16 & 0xFF, alpha), unmixed(pixel >> 8 & 0xFF, alpha),
                          unmixed(pixel & 0xFF, alpha));
        }
}

static guint
write_layers(PdfFile *file, const Layers *layers, guint w, guint h)
{
    guint number = pdf_file_number(file), mask = 0;
    g_autoptr(GString) keys = g_string_new(NULL);
    if (!layers->is_opaque) {
        mask = pdf_file_number(file);
        g_string_printf(keys,
                        "/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/DeviceGray"
                        "/BitsPerComponent 8",
                        w, h);
        pdf_file_stream(file, mask,
                        &(PdfStream){PDF_PACK, keys->str, layers->alpha, (gsize)w * h});
    }
    g_string_printf(keys,
                    "/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/%s"
                    "/BitsPerComponent 8",
                    w, h, layers->n_parts == 3 ? "DeviceRGB" : "DeviceCMYK");
    if (mask != 0)
        g_string_append_printf(keys, "/SMask %u 0 R", mask);
    pdf_file_stream(
        file, number,
        &(PdfStream){PDF_PACK, keys->str, layers->colors, (gsize)w * h * layers->n_parts});
    return number;
}

guint
pdf_picture_logo(
    PdfFile *file, SceneLogo *logo, const SceneItem *box, const PdfLook *look, GError **error)
{
    /* Twice what a printer's screen shows of a picture, and what edges of letters in it need. */
    const double per_mm = 400 / 25.4;
    enum { MOST = 2000 };
    double w_mm = box->w * look->scale, h_mm = box->h * look->scale,
           scale = MIN(per_mm, MOST / MAX(w_mm, h_mm));
    int w = MAX((int)lround(w_mm * scale), 1), h = MAX((int)lround(h_mm * scale), 1);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
    cairo_t *cr = cairo_create(surface);
    Layers layers = {.n_parts = look->cmyk ? 4 : 3};
    guint number = 0;
    gboolean painted = scene_logo_paint(logo, cr, &(SceneBox){0, 0, w, h}, error);
    cairo_surface_flush(surface);
    if (painted && cairo_status(cr) != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_FAILED, "logo: %s",
                    cairo_status_to_string(cairo_status(cr)));
        painted = FALSE;
    }
    if (painted) {
        split(surface, (guint)w, (guint)h, &layers);
        number = write_layers(file, &layers, (guint)w, (guint)h);
    }
    g_free(layers.colors);
    g_free(layers.alpha);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return number;
}
