#include "poster-random.h"
#include "poster-seeds.h"
#include "render/poster-layout.h"
#include "render/scene-svg.h"
#include <string.h>

static PosterFonts *fonts;

static const FlowColors COLORS = {
    .brand = SCENE_RGB(0x0B4650),
    .ink = SCENE_RGB(0x10222B),
    .tint = SCENE_RGB(0xE9F1F2),
    .accent = SCENE_RGB(0xFFC93C),
    .negative = SCENE_RGB(0x8E2A12),
    .negative_tint = SCENE_RGB(0xFBF1EE),
    .paper = SCENE_RGB(0xFFFFFF),
    .muted = SCENE_RGB(0x4A5A61),
};
static const FlowWords WORDS = {"Mulai", "Selesai", "Pelaksana", ""};

static void
test_count(void)
{
    static const FlowStep HEADED[] = {
        {.heading = "Baru"}, STEP(1, NULL, "a"), {.heading = "Ulang"}};
    static const struct {
        const FlowStep *steps;
        guint n, count;
        gboolean branches;
    } ROWS[] = {
        {DINSOS_STEPS, N(DINSOS_STEPS), 11, TRUE},
        {KOMINFO_STEPS, N(KOMINFO_STEPS), 6, TRUE},
        {LEBAK_STEPS, N(LEBAK_STEPS), 8, TRUE},
        {DINKOP_STEPS, N(DINKOP_STEPS), 4, TRUE},
        {BANSOS_STEPS, N(BANSOS_STEPS), 11, FALSE},
        {HEADED, N(HEADED), 1, FALSE},
        {NULL, 0, 0, FALSE},
    };
    for (guint i = 0; i < N(ROWS); i++) {
        g_assert_cmpuint(flow_count(ROWS[i].steps, ROWS[i].n), ==, ROWS[i].count);
        g_assert_cmpint(flow_has_branches(ROWS[i].steps, ROWS[i].n), ==, ROWS[i].branches);
    }
}

/* The symbols of a chart: diamonds, and rectangles that are neither ground nor head. */
static gboolean
is_symbol(const SceneItem *item)
{
    if (item->kind == SCENE_PATH)
        return item->fill != 0 && item->stroke != 0;
    return item->kind == SCENE_RECT && item->stroke != 0;
}

static SceneBand
symbol_box(const SceneItem *item)
{
    if (item->kind == SCENE_RECT)
        return (SceneBand){item->x, item->y, item->w, item->h};
    double w = (double)item->points[1].x[0] - (double)item->points[3].x[0];
    double h = (double)item->points[2].x[1] - (double)item->points[0].x[1];
    return (SceneBand){(double)item->points[3].x[0], (double)item->points[0].x[1], w, h};
}

/* TRUE when the inside of the stretch meets the inside of the box. */
static gboolean
meets(const ScenePoint *a, const ScenePoint *b, SceneBand box)
{
    const double slack = 0.02;
    double left = MIN((double)a->x[0], (double)b->x[0]),
           right = MAX((double)a->x[0], (double)b->x[0]);
    double top = MIN((double)a->x[1], (double)b->x[1]),
           low = MAX((double)a->x[1], (double)b->x[1]);
    return left < box.x + box.w - slack && right > box.x + slack &&
           top < box.y + box.h - slack && low > box.y + slack;
}

static gboolean
is_way(const SceneItem *item)
{
    return item->kind == SCENE_PATH && item->fill == 0 && item->n_points >= 2;
}

/* No way runs through a symbol, and nothing leaves the chart. */
static void
check_chart(const Scene *scene)
{
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *way = scene_item(scene, i);
        for (guint k = 0; is_way(way) && k < scene->items->len; k++) {
            const SceneItem *symbol = scene_item(scene, k);
            for (guint p = 1; is_symbol(symbol) && p < way->n_points; p++)
                g_assert_false(meets(&way->points[p - 1], &way->points[p], symbol_box(symbol)));
        }
        if (way->kind == SCENE_LINE) {
            g_assert_cmpfloat(way->x, >=, 0);
            g_assert_cmpfloat(way->x + way->w, <=, scene->w);
            g_assert_cmpfloat(way->top + way->height, <=, scene->h);
        }
    }
}

static guint
count_symbols(const Scene *scene)
{
    guint n = 0;
    for (guint i = 0; i < scene->items->len; i++)
        n += is_symbol(scene_item(scene, i)) ? 1 : 0;
    return n;
}

static Scene *
chart(const FlowStep *steps, guint n)
{
    return flow_swimlane(fonts, steps, n, 240, 3.4, &COLORS, &WORDS);
}

static void
test_seeds(void)
{
    /* steps, outcomes, start and end */
    static const guint SYMBOLS[N(SEEDS)] = {13, 8, 10, 8, 13};
    for (guint i = 0; i < N(SEEDS); i++) {
        const PosterSection *section = &SEEDS[i].sections[1];
        g_autoptr(Scene) scene = chart(section->steps, section->n);
        check_chart(scene);
        g_assert_cmpuint(count_symbols(scene), ==, SYMBOLS[i]);
    }
}

static void
test_random(void)
{
    for (guint i = 0; i < 200; i++) {
        g_autoptr(Arena) arena = arena_new();
        Dice dice = {g_rand_new_with_seed(i), arena, 0};
        guint n = roll(&dice, 20);
        g_autoptr(Scene) scene = chart(random_steps(&dice, n, 0), n);
        check_chart(scene);
        g_rand_free(dice.rand);
    }
}

/* Presentation attributes only: an inline style would be global to the page and barred by its policy. */
static void
test_svg(void)
{
    static const FlowStep STEPS[] = {STEP(1, "A & B", "menulis <surat> \"penting\"")};
    g_autoptr(Scene) scene = chart(STEPS, 1);
    g_autoptr(GString) svg = g_string_new(NULL);
    SceneSvg how = {.prefix = "alur", .title = "Bagan <alur>"};
    scene_svg_append(&how, scene, svg);
    g_assert_true(g_str_has_prefix(svg->str, "<svg class=\"alur\" viewBox=\"0 0 240 "));
    g_assert_nonnull(strstr(svg->str, " role=\"img\"><title>Bagan &lt;alur&gt;</title>"));
    g_assert_nonnull(strstr(svg->str, ">menulis &lt;surat&gt; &quot;penting&quot;</text>"));
    g_assert_nonnull(strstr(svg->str, "class=\"alur-t\""));
    g_assert_null(strstr(svg->str, "style"));
    g_assert_null(strstr(svg->str, "<script"));
    g_assert_true(g_str_has_suffix(svg->str, "</svg>\n"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    const char *data = g_getenv("MAKLUMAT_DATADIR");
    g_autofree char *dir =
        g_build_filename(data != NULL ? data : "themes/default", "fonts", NULL);
    g_autoptr(GError) error = NULL;
    fonts = poster_fonts_new(dir, &error);
    g_assert_no_error(error);
    g_test_add_func("/flow/count", test_count);
    g_test_add_func("/flow/seeds", test_seeds);
    g_test_add_func("/flow/random", test_random);
    g_test_add_func("/flow/svg", test_svg);
    int failed = g_test_run();
    poster_fonts_free(fonts);
    return failed;
}
