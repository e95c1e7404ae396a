/*
 * A pattern that is laid again looks as one that is painted, in any colour and on any ground.
 */
#include "draw/scene-cairo.h"
#include "support/same-bytes.h"
#include <cairo.h>

enum { W = 200, H = 120, N_LEAVES = 40 };

typedef struct Picture {
    const Scene *scene;
    guint32 ground;
    double scale;
    guint32 pixels[W * H];
} Picture;

static gpointer
paint(gpointer data)
{
    Picture *picture = data;
    for (guint i = 0; i < W * H; i++)
        picture->pixels[i] = i > W * H / 4 ? picture->ground : 0xFF123456;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (guint8 *)picture->pixels, CAIRO_FORMAT_RGB24, W, H, W * 4);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, picture->scale, picture->scale);
    SceneCairo to = {.cr = cr};
    g_assert_true(scene_cairo_paint(&to, picture->scene, NULL));
    g_assert_false(cairo_has_current_point(cr)); /* nothing is left for the next shape */
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return NULL;
}

static Scene *
leaves(double shift, SceneColor fill)
{
    static const ScenePoint leaf[] = {{PATH_MOVE, {0, 0}},
                                      {PATH_CURVE, {3, 0, 4, 1, 4, 4}},
                                      {PATH_CURVE, {1, 4, 0, 3, 0, 0}},
                                      {PATH_CLOSE, {0}}};
    Scene *scene = scene_new(W, H);
    for (guint i = 0; i < N_LEAVES; i++)
        scene_path(scene, leaf, G_N_ELEMENTS(leaf), (SceneSpot){i % 8 * 5 + shift, i / 8 * 5.3},
                   1.1)
            ->fill = fill;
    return scene;
}

static void
test_same(void)
{
    g_autoptr(Scene) a = leaves(0, SCENE_RGB(0xAA5500)), b = leaves(0.3, SCENE_RGB(0xAA5500)),
                     c = leaves(0, SCENE_RGB(0x0055AA)), out = leaves(170, SCENE_RGB(0xAA5500));
    const Picture cases[] = {{.scene = a, .ground = 0xFFFFFFFF, .scale = 2.3},
                             {.scene = a, .ground = 0xFFFFFFFF, .scale = 2.3},
                             {.scene = a, .ground = 0xFF00FF00, .scale = 2.3},
                             {.scene = b, .ground = 0xFFFFFFFF, .scale = 2.3},
                             {.scene = c, .ground = 0xFFFFFFFF, .scale = 2.3},
                             {.scene = a, .ground = 0xFFFFFFFF, .scale = 2.4},
                             {.scene = out, .ground = 0xFFFFFFFF, .scale = 1},
                             {.scene = a, .ground = 0xFFFFFFFF, .scale = 2.3}};
    g_autofree Picture *here = g_new(Picture, 1), *fresh = g_new(Picture, 1);
    for (guint i = 0; i < 2 * G_N_ELEMENTS(cases); i++) {
        *here = *fresh = cases[i % G_N_ELEMENTS(cases)];
        paint(here);
        g_thread_join(g_thread_new("fresh", paint, fresh));
        assert_same_bytes((const char *)here->pixels, sizeof here->pixels,
                          (const char *)fresh->pixels, sizeof fresh->pixels);
    }
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ornament/same", test_same);
    return g_test_run();
}
