/*
 * Glyphs painted by ourselves are, pixel by pixel, those that Cairo paints: at any size and place, touching or apart, in any
 * colour on any ground, cut by the picture's edges. What is not ours to paint is left to Cairo.
 */
#include "draw/glyph-paint.h"
#include "draw/typeface.h"
#include "support/fonts-dir.h"
#include "support/same-bytes.h"
#include <cairo.h>
#include <math.h>

enum { W = 160, H = 90 };

typedef struct Case {
    double scale, size; /* of the picture; an em of it */
    double x, y, tracking;
    SceneColor color;
} Case;

static Fonts *fonts;

static GArray *
glyphs_of(const ShapedText *text, const Case *how)
{
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
    double pen = 0;
    for (guint i = 0; i < text->n_glyphs; i++) {
        cairo_glyph_t glyph = {text->glyphs[i].index, how->x + how->size * pen, how->y};
        g_array_append_val(glyphs, glyph);
        pen += (double)text->glyphs[i].advance + how->tracking;
    }
    return glyphs;
}

/* A ground of every shade, so that no rounding is hidden. */
static cairo_surface_t *
ground(cairo_format_t format)
{
    cairo_surface_t *surface = cairo_image_surface_create(format, W, H);
    guint8 *bytes = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    cairo_surface_flush(surface);
    for (int y = 0; y < H; y++)
        for (int x = 0; x < W; x++)
            ((guint32 *)(void *)(bytes + y * stride))[x] =
                0xFF000000u | (guint32)(x * 13 + y * 7) % 256 << 16 |
                (guint32)(y * 11) % 256 << 8 | (guint32)(255 - x);
    cairo_surface_mark_dirty(surface);
    return surface;
}

static cairo_t *
painter(cairo_surface_t *surface, double scale)
{
    cairo_t *cr = cairo_create(surface);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr, options);
    cairo_font_options_destroy(options);
    cairo_scale(cr, scale, scale);
    return cr;
}

static void
paint_by_cairo(cairo_surface_t *surface, Typeface *type, const Case *how, const GArray *glyphs)
{
    cairo_t *cr = painter(surface, how->scale);
    cairo_set_source_rgb(cr, (how->color >> 16 & 0xFF) / 255.0,
                         (how->color >> 8 & 0xFF) / 255.0, (how->color & 0xFF) / 255.0);
    cairo_set_font_face(cr, type->cairo);
    cairo_set_font_size(cr, how->size);
    cairo_show_glyphs(cr, (const cairo_glyph_t *)(void *)glyphs->data, (int)glyphs->len);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
}

/* Whether the origins of all are on the picture. */
static gboolean
all_on(const Case *how, const GArray *glyphs)
{
    for (guint i = 0; i < glyphs->len; i++) {
        const cairo_glyph_t *glyph = &g_array_index(glyphs, cairo_glyph_t, i);
        double x = glyph->x * how->scale, y = glyph->y * how->scale;
        if (x < 0 || y < 0 || x > W || y > H)
            return FALSE;
    }
    return TRUE;
}

static void
check(const ShapedText *text, const Case *how)
{
    g_autoptr(GArray) glyphs = glyphs_of(text, how);
    cairo_surface_t *ours = ground(CAIRO_FORMAT_RGB24), *cairos = ground(CAIRO_FORMAT_RGB24);
    cairo_t *cr = painter(ours, how->scale);
    gboolean painted = glyph_paint(cr, text->runs[0].type, how->size, how->color, glyphs);
    g_assert_true(painted == all_on(how, glyphs));
    cairo_destroy(cr);
    if (painted)
        paint_by_cairo(cairos, text->runs[0].type, how, glyphs);
    gsize len = (gsize)H * (gsize)cairo_image_surface_get_stride(ours);
    assert_same_bytes(cairo_image_surface_get_data(ours), len,
                      cairo_image_surface_get_data(cairos), len);
    cairo_surface_destroy(ours);
    cairo_surface_destroy(cairos);
}

static void
test_same(void)
{
    if (cairo_version() >= CAIRO_VERSION_ENCODE(1, 17, 4)) {
        g_test_skip("this Cairo sets glyphs between pixels");
        return;
    }
    static const char *const texts[] = {"Akta",
                                        "Tutup, Wafi & jj fi ÄÖ@%",
                                        "Rp10.000 Kartu Tanda Penduduk Elektronik",
                                        "i",
                                        "a b",
                                        "WAVTo"};
    static const FontFace faces[] = {FACE_REGULAR, FACE_BOLD, FACE_DISPLAY};
    static const SceneColor colors[] = {SCENE_RGB(0x10222B), SCENE_RGB(0xFFFFFF),
                                        SCENE_RGB(0x8F01FE)};
    for (guint i = 0; i < 6000; i++) {
        /* Sizes from a pixel up, dense where glyphs are smallest; places off the picture on every side. */
        Case how = {.scale = 0.5 + i % 11 * 0.37, .color = colors[i % 3]};
        how.size = (1.01 + pow(i % 97 / 97.0, 3) * 60) / how.scale;
        how.x = ((int)(i * 37 % 220) - 40 + i % 7 / 7.0) / how.scale;
        how.y = ((int)(i * 53 % 150) - 20 + i % 5 / 5.0) / how.scale;
        how.tracking = (int)(i % 5) * 0.03 - 0.06;
        check(shaped_text_get(fonts, faces[i % 3], texts[i / 3 % G_N_ELEMENTS(texts)]), &how);
    }
}

static void
test_left_to_cairo(void)
{
    const Case how = {.scale = 1, .size = 20, .x = 10, .y = 40, .color = SCENE_RGB(0)};
    const ShapedText *latin = shaped_text_get(fonts, FACE_REGULAR, "Akta"),
                     *javanese = shaped_text_get(fonts, FACE_REGULAR, "\xEA\xA6\xB2");
    g_autoptr(GArray) glyphs = glyphs_of(latin, &how);
    cairo_surface_t *plain = ground(CAIRO_FORMAT_RGB24), *alpha = ground(CAIRO_FORMAT_ARGB32);
    cairo_t *cr = painter(plain, 1), *clear = painter(alpha, 1);
    Typeface *type = latin->runs[0].type;
    g_assert_false(glyph_paint(clear, type, 20, 0, glyphs));
    g_assert_false(glyph_paint(cr, type, 0.5, 0, glyphs));
    g_assert_false(glyph_paint(cr, javanese->runs[0].type, 20, 0, glyphs));
    g_array_index(glyphs, cairo_glyph_t, 0).x = 1e9;
    g_assert_false(glyph_paint(cr, type, 20, 0, glyphs));
    g_array_index(glyphs, cairo_glyph_t, 0).x = 10;
    cairo_translate(cr, 1, 0);
    g_assert_false(glyph_paint(cr, type, 20, 0, glyphs));
    cairo_translate(cr, -1, 0);
    cairo_rotate(cr, 0.1);
    g_assert_false(glyph_paint(cr, type, 20, 0, glyphs));
    cairo_destroy(cr);
    cairo_destroy(clear);
    cairo_surface_destroy(plain);
    cairo_surface_destroy(alpha);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    fonts = fonts_new(fonts_dir(), NULL);
    g_assert_nonnull(fonts);
    g_test_add_func("/glyph-paint/same", test_same);
    g_test_add_func("/glyph-paint/left-to-cairo", test_left_to_cairo);
    int failed = g_test_run();
    fonts_free(fonts);
    return failed;
}
