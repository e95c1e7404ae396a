/*
 * Logos as offices have them: PNGs of every kind of colour, drawings with and without a size. Each is painted with its
 * proportions kept, in the middle of its box, or refused.
 */
#include "draw/scene-cairo.h"
#include "draw/text.h"
#include <cairo.h>
#include <string.h>

enum {
    W = 40,
    H = 40,
    RED = 0xFFFF0000,
    BLUE = 0xFF0000FF,
    BLACK = 0xFF000000,
    WHITE = 0xFFFFFFFF,
    GROUND = 0xFF00FF00
};

/* All are 8 wide and 4 high, the left half of one colour, the right half of another. */
static const struct {
    const char *name, *base64;
    guint32 left, right;
} pngs[] = {
    {"red, green, blue",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+"
     "mnAAAAFklEQVQI12P8z4AAjAwIHhMDDkC6BAC5kwIHMgvqPwAAAABJRU5ErkJggg==",
     RED, BLUE},
    {"with transparency",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAYAAACzzX7wAAAAGklEQVQI12P8z8DwnwEJMKJyGZgYCADKFQAAdaIDB"
     "rvcSz4AAAAASUVORK5CYII=",
     RED, BLUE},
    {"a palette",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAMAAACEE47CAAAABlBMVEX/"
     "AAAAAP9sof2OAAAAEUlEQVQI12NgAAJGIGDAzQAAASQAEdq7M4sAAAAASUVORK5CYII=",
     RED, BLUE},
    {"16 bits",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAEEAIAAABsPzXkAAAAGklEQVQI12P8/"
     "58BK2BkZGDAJsfEQCKgvQYA1HUEBuV7w4wAAAAASUVORK5CYII=",
     RED, BLUE},
    {"interlaced",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAFLqNkxAAAAJ0lEQVQI11XKsREAQAiEwPX77/kM/"
     "EDJGBAQgdRoCY48i1+sPpxr0wrNCgGVDYyQAAAAAElFTkSuQmCC",
     RED, BLUE},
    {"gray",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAAAAACWpiEsAAAAFklEQVQI12NkYGBg+M/"
     "AwMDEAAWYDAAflQEH0dGzdQAAAABJRU5ErkJggg==",
     BLACK, WHITE},
    {"gray with transparency",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAQAAAAZxLZ7AAAAGElEQVQI12Nk+M/"
     "AwMDAAKMYmBjQAGEBAH3XAgbb0G2GAAAAAElFTkSuQmCC",
     BLACK, WHITE},
    {"one bit",
     "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAEAQAAAACbtkNdAAAADElEQVQI12PgZwBDAAD4AD3ab+"
     "xIAAAAAElFTkSuQmCC",
     BLACK, WHITE},
};

static void
paint(SceneLogo *logo, guint32 *pixels)
{
    for (guint i = 0; i < W * H; i++)
        pixels[i] = GROUND;
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((guint8 *)pixels, CAIRO_FORMAT_RGB24, W, H, W * 4);
    cairo_t *cr = cairo_create(surface);
    g_assert_true(scene_logo_paint(logo, cr, &(SceneBox){4, 4, 32, 32}, NULL));
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
}

/* A box of 32 by 32 from (4, 4) shows what is twice as wide as high from line 12 to line 27; a picture made larger is soft at its edges. */
static void
assert_two_halves(const guint32 *pixels, guint32 left, guint32 right, const char *name)
{
    g_test_message("%s", name);
    g_assert_cmphex(pixels[20 * W + 8], ==, left);
    g_assert_cmphex(pixels[20 * W + 31], ==, right);
    g_assert_cmphex(pixels[14 * W + 8], ==, left);
    g_assert_cmphex(pixels[25 * W + 31], ==, right);
    g_assert_cmphex(pixels[9 * W + 20], ==, GROUND);
    g_assert_cmphex(pixels[30 * W + 20], ==, GROUND);
    g_assert_cmphex(pixels[20 * W + 1], ==, GROUND);
    g_assert_cmphex(pixels[20 * W + 39], ==, GROUND);
}

static void
test_png(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(pngs); i++) {
        gsize len;
        g_autofree guchar *bytes = g_base64_decode(pngs[i].base64, &len);
        g_autoptr(GError) error = NULL;
        g_autoptr(SceneLogo) logo = scene_logo_new(bytes, len, &error);
        guint32 pixels[W * H];
        g_assert_no_error(error);
        g_assert_cmpfloat(scene_logo_ratio(logo), ==, 2);
        paint(logo, pixels);
        assert_two_halves(pixels, pngs[i].left, pngs[i].right, pngs[i].name);
    }
}

#define HALVES                                                                 \
    "<rect width='4' height='4' fill='red'/><rect x='4' width='4' height='4' " \
    "fill='blue'/></svg>"
#define SVG "<svg xmlns='http://www.w3.org/2000/svg' "

static void
test_svg(void)
{
    static const char *const drawings[] = {
        SVG "viewBox='0 0 8 4'>" HALVES,
        SVG "width='8' height='4'>" HALVES,
        SVG "width='80mm' height='40mm' viewBox='0 0 8 4'>" HALVES,
        SVG "width='100%' height='100%' viewBox='0 0 8 4'>" HALVES,
    };
    for (gsize i = 0; i < G_N_ELEMENTS(drawings); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(SceneLogo) logo =
                      scene_logo_new((const guint8 *)drawings[i], strlen(drawings[i]), &error);
        guint32 pixels[W * H];
        g_assert_no_error(error);
        g_assert_cmpfloat_with_epsilon(scene_logo_ratio(logo), 2, 0.001);
        paint(logo, pixels);
        assert_two_halves(pixels, RED, BLUE, drawings[i]);
    }
}

static void
assert_refused(const guint8 *bytes, gsize len, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_test_message("%s", name);
    g_assert_false(scene_logo_is_fine(bytes, len));
    g_assert_null(scene_logo_new(bytes, len, &error));
    g_assert_error(error, DRAW_ERROR, DRAW_ERROR_LOGO);
}

static void
test_refused(void)
{
    static const char *const drawings[] = {
        "",
        "GIF89a",
        "<svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        SVG "width='0' height='4'>" HALVES,
        SVG "viewBox='0 0 0 4'>" HALVES,
        SVG "viewBox='0 0 100 4'>" HALVES, /* 25 times as wide as high */
        SVG "viewBox='0 0 4 100'>" HALVES,
    };
    for (gsize i = 0; i < G_N_ELEMENTS(drawings); i++)
        assert_refused((const guint8 *)drawings[i], strlen(drawings[i]), drawings[i]);
    gsize len;
    g_autofree guchar *png = g_base64_decode(pngs[0].base64, &len);
    for (gsize n = 0; n < len - 12; n++) /* the last chunk holds nothing */
        assert_refused(png, n, "a picture that was cut off");
    png[16 + 2] = 0x10; /* 4,104 wide */
    assert_refused(png, len, "too wide");
    png[16 + 2] = 0;
    png[16 + 3] = 0;
    assert_refused(png, len, "without width");
    png[16 + 3] = 9;
    assert_refused(png, len, "another width than its sum says");
    g_autofree guint8 *large = g_malloc0(LOGO_MAX_BYTES + 1);
    memcpy(large, drawings[3], strlen(drawings[3]));
    assert_refused(large, LOGO_MAX_BYTES + 1, "too many bytes");
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/logo/png", test_png);
    g_test_add_func("/logo/svg", test_svg);
    g_test_add_func("/logo/refused", test_refused);
    return g_test_run();
}
