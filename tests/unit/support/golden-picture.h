/**
 * Pictures of sheets against those committed: what a person looked at once stays so.
 *
 * MAKLUMAT_GOLDEN=write writes them anew (look at each before it is committed). A picture that differs leaves
 * one of the difference in $BUILD/golden (build/golden without it): red where it does, over the new one in grey.
 */
#pragma once
#include <cairo.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct GoldenBytes {
    const guint8 *data;
    gsize len;
} GoldenBytes;

static inline cairo_status_t
golden_read(void *closure, unsigned char *data, unsigned int length)
{
    GoldenBytes *bytes = closure;
    if (length > bytes->len)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, bytes->data, length);
    bytes->data += length;
    bytes->len -= length;
    return CAIRO_STATUS_SUCCESS;
}

static inline cairo_surface_t *
golden_open(const guint8 *data, gsize len)
{
    GoldenBytes bytes = {data, len};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(golden_read, &bytes);
    g_assert_cmpint(cairo_surface_status(surface), ==, CAIRO_STATUS_SUCCESS);
    return surface;
}

static inline guint32 *
golden_row(cairo_surface_t *surface, int y)
{
    return (guint32 *)(void *)(cairo_image_surface_get_data(surface) +
                               y * cairo_image_surface_get_stride(surface));
}

/* From 1.17.4 on cairo puts glyphs at quarters of a pixel; before, and in the committed pictures, at whole ones. */
static inline gboolean
golden_same_cairo(void)
{
    return cairo_version() < CAIRO_VERSION_ENCODE(1, 17, 4);
}

/* Whether a channel is far from all that the picture has within `reach` of x, y, and not between them either. */
static inline gboolean
golden_far_from(cairo_surface_t *picture, int x, int y, guint32 pixel, int reach)
{
    int w = cairo_image_surface_get_width(picture), h = cairo_image_surface_get_height(picture);
    for (guint shift = 0; shift < 24; shift += 8) {
        int least = 255, most = 0, here = (int)(pixel >> shift & 0xFF);
        for (int j = MAX(y - reach, 0); j <= MIN(y + reach, h - 1); j++) {
            const guint32 *row = golden_row(picture, j);
            for (int i = MAX(x - reach, 0); i <= MIN(x + reach, w - 1); i++) {
                least = MIN(least, (int)(row[i] >> shift & 0xFF));
                most = MAX(most, (int)(row[i] >> shift & 0xFF));
            }
        }
        if (here < least - 64 || here > most + 64)
            return TRUE;
    }
    return FALSE;
}

/* How many pixels differ; *difference receives the picture of it. */
static inline int
golden_compare(cairo_surface_t *want, cairo_surface_t *got, cairo_surface_t **difference)
{
    int w = cairo_image_surface_get_width(got), h = cairo_image_surface_get_height(got), n = 0;
    int reach = golden_same_cairo() ? 0 : 1;
    *difference = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
    for (int y = 0; y < h; y++) {
        const guint32 *a = golden_row(want, y), *b = golden_row(got, y);
        guint32 *to = golden_row(*difference, y);
        for (int x = 0; x < w; x++) {
            gboolean differs = golden_far_from(want, x, y, b[x], reach) ||
                               golden_far_from(got, x, y, a[x], reach);
            guint32 grey = 160 + (b[x] >> 8 & 0xFF) / 3;
            n += differs ? 1 : 0;
            to[x] = differs ? 0xD00000 : grey << 16 | grey << 8 | grey;
        }
    }
    cairo_surface_mark_dirty(*difference);
    return n;
}

static inline char *
golden_write_difference(cairo_surface_t *picture, const char *name)
{
    const char *build = g_getenv("BUILD");
    g_autofree char *folder = g_build_filename(build != NULL ? build : "build", "golden", NULL);
    char *path = g_strconcat(folder, "/", name, ".png", NULL);
    g_mkdir_with_parents(folder, 0755);
    cairo_surface_write_to_png(picture, path);
    return path;
}

/**
 * Compares a PNG with tests/golden/look/NAME.png. With the cairo that drew those, one pixel of 2,000 may differ (a
 * short word is 60), for the edges of another FreeType. Another cairo puts glyphs elsewhere within their
 * pixels: then a pixel may be like one next to it, and one of 200 may differ.
 */
static inline void
golden_check(const char *name, const guint8 *png, gsize png_len)
{
    g_autofree char *path = g_strconcat("tests/golden/look/", name, ".png", NULL);
    g_autofree char *bytes = NULL;
    gsize len;
    if (g_strcmp0(g_getenv("MAKLUMAT_GOLDEN"), "write") == 0 && !golden_same_cairo())
        g_error("pictures are written with cairo before 1.17.4, which all are compared with");
    if (g_strcmp0(g_getenv("MAKLUMAT_GOLDEN"), "write") == 0)
        g_assert_true(g_file_set_contents(path, (const char *)png, (gssize)png_len, NULL));
    if (!g_file_get_contents(path, &bytes, &len, NULL))
        g_error("%s is not there; MAKLUMAT_GOLDEN=write writes it", path);
    cairo_surface_t *want = golden_open((const guint8 *)bytes, len);
    cairo_surface_t *got = golden_open(png, png_len);
    int w = cairo_image_surface_get_width(got), h = cairo_image_surface_get_height(got);
    g_assert_cmpint(cairo_image_surface_get_width(want), ==, w);
    g_assert_cmpint(cairo_image_surface_get_height(want), ==, h);
    cairo_surface_t *difference;
    int n = golden_compare(want, got, &difference);
    if (n > w * h / (golden_same_cairo() ? 2000 : 200)) {
        g_autofree char *picture = golden_write_difference(difference, name);
        g_test_message("%s: %d of %d pixels differ, see %s; MAKLUMAT_GOLDEN=write renews it",
                       name, n, w * h, picture);
        g_test_fail();
    }
    cairo_surface_destroy(difference);
    cairo_surface_destroy(want);
    cairo_surface_destroy(got);
}
