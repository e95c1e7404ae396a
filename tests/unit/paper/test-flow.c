#include "support/poster-random.h"
#include "support/poster-seeds.h"
#include "paper/layout.h"
#include "draw/scene-svg.h"
#include <string.h>

static PosterFonts *fonts;

static const FlowColors COLORS = {
    .brand = SCENE_RGB(0x0B4650),
    .ink = SCENE_RGB(0x10222B),
    .tint = SCENE_RGB(0xE9F1F2),
    .accent = SCENE_RGB(0xFFC93C),
    .paper = SCENE_RGB(0xFFFFFF),
    .muted = SCENE_RGB(0x4A5A61),
};
static const FlowWords WORDS = {"Mulai", "Selesai", "Pelaksana", "", "Lain"};

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
    SceneBand box = {G_MAXDOUBLE, G_MAXDOUBLE, 0, 0};
    double right = 0, low = 0;
    for (guint i = 0; i + 1 < item->n_points; i++) { /* the last one closes */
        box.x = MIN(box.x, (double)item->points[i].x[0]);
        box.y = MIN(box.y, (double)item->points[i].x[1]);
        right = MAX(right, (double)item->points[i].x[0]);
        low = MAX(low, (double)item->points[i].x[1]);
    }
    box.w = right - box.x;
    box.h = low - box.y;
    return box;
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

static GPtrArray *
chart(const FlowStep *steps, guint n)
{
    static const FlowPage PAGE = {.width_mm = 240, .type_mm = 3.4};
    GPtrArray *pages = flow_swimlane(fonts, steps, n, &PAGE, &COLORS, &WORDS);
    g_assert_cmpuint(pages->len, ==, 1);
    return pages;
}

static void
test_seeds(void)
{
    /* steps, outcomes, start and end */
    static const guint SYMBOLS[N(SEEDS)] = {13, 8, 10, 8, 13};
    for (guint i = 0; i < N(SEEDS); i++) {
        const PosterSection *section = &SEEDS[i].sections[1];
        g_autoptr(GPtrArray) pages = chart(section->steps, section->n);
        Scene *scene = g_ptr_array_index(pages, 0);
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
        g_autoptr(GPtrArray) pages = chart(random_steps(&dice, n, 0), n);
        Scene *scene = g_ptr_array_index(pages, 0);
        check_chart(scene);
        g_rand_free(dice.rand);
    }
}

static gboolean
is_connector(const SceneItem *item)
{
    return is_symbol(item) && item->kind == SCENE_PATH && item->n_points == 6;
}

/* The letter inside a connector, as the text that stands behind it. */
static char *
connector_letter(const Scene *scene, guint i)
{
    const SceneItem *item = scene_item(scene, i + 1);
    g_assert_cmpint(item->kind, ==, SCENE_LINE);
    return g_strdup(item->line->pieces[0].span.text->text);
}

/* Of every page: nothing runs through anything, nothing leaves it, and no letter stands alone. */
static void
check_pages(GPtrArray *pages, double most)
{
    g_autoptr(GHashTable) letters =
                  g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint p = 0; p < pages->len; p++) {
        const Scene *scene = g_ptr_array_index(pages, p);
        check_chart(scene);
        g_assert_true(scene->h <= most || count_symbols(scene) > 0);
        for (guint i = 0; i < scene->items->len; i++) {
            if (!is_connector(scene_item(scene, i)))
                continue;
            SceneBand box = symbol_box(scene_item(scene, i));
            g_assert_cmpfloat(box.y + box.h, <=, scene->h + 0.01);
            g_assert_cmpfloat(box.x + box.w, <=, scene->w);
            for (guint k = 0; k < i; k++)
                if (is_connector(scene_item(scene, k))) {
                    SceneBand other = symbol_box(scene_item(scene, k));
                    g_assert_true(box.x >= other.x + other.w || other.x >= box.x + box.w ||
                                  box.y >= other.y + other.h || other.y >= box.y + box.h);
                }
            char *letter = connector_letter(scene, i);
            guint n = GPOINTER_TO_UINT(g_hash_table_lookup(letters, letter));
            g_hash_table_insert(letters, letter, GUINT_TO_POINTER(n + 1));
        }
    }
    GHashTableIter iter;
    gpointer letter, n;
    g_hash_table_iter_init(&iter, letters);
    while (g_hash_table_iter_next(&iter, &letter, &n))
        g_assert_cmpuint(GPOINTER_TO_UINT(n), >=, 2);
    g_assert_cmpint(g_hash_table_size(letters) > 0, ==, pages->len > 1);
}

/* Off-page connectors: seeds and random charts on small pages. */
static void
test_pages(void)
{
    static const FlowPage SMALL = {240, 3.4, 90, 100};
    guint n_broken = 0;
    for (guint i = 0; i < N(SEEDS); i++) {
        const PosterSection *section = &SEEDS[i].sections[1];
        g_autoptr(GPtrArray) pages =
                      flow_swimlane(fonts, section->steps, section->n, &SMALL, &COLORS, &WORDS);
        g_autoptr(GPtrArray) whole = chart(section->steps, section->n);
        guint n = 0, n_connectors = 0;
        for (guint p = 0; p < pages->len; p++) {
            const Scene *scene = g_ptr_array_index(pages, p);
            n += count_symbols(scene);
            for (guint k = 0; k < scene->items->len; k++)
                n_connectors += is_connector(scene_item(scene, k)) ? 1 : 0;
        }
        check_pages(pages, 100);
        g_assert_cmpuint(n - n_connectors, ==, count_symbols(g_ptr_array_index(whole, 0)));
        n_broken += pages->len > 1 ? 1 : 0;
    }
    g_assert_cmpuint(n_broken, >=, 3);
    for (guint i = 0; i < 200; i++) {
        g_autoptr(Arena) arena = arena_new();
        Dice dice = {g_rand_new_with_seed(i), arena, 0};
        guint n = roll(&dice, 40);
        g_autoptr(GPtrArray) pages = flow_swimlane(fonts, random_steps(&dice, n, 0), n, &SMALL,
                                                   &COLORS, &WORDS);
        check_pages(pages, 100);
        g_rand_free(dice.rand);
    }
}

/* More actors than columns: the last one is for all others, and every step is there. */
static void
test_actors(void)
{
    g_autoptr(Arena) arena = arena_new();
    FlowStep *steps = arena_alloc(arena, 600 * sizeof *steps);
    for (guint i = 0; i < 600; i++) {
        g_autofree char *name = g_strdup_printf("Petugas %u", i);
        steps[i] = (FlowStep){.actor = arena_strndup(arena, name, strlen(name)), .text = "x"};
    }
    g_autoptr(GPtrArray) pages = chart(steps, 600);
    const Scene *scene = g_ptr_array_index(pages, 0);
    gboolean others = FALSE;
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        others = others || (item->kind == SCENE_LINE &&
                            strcmp(item->line->pieces[0].span.text->text, "Lain") == 0);
    }
    check_chart(scene);
    g_assert_true(others);
    g_assert_cmpuint(count_symbols(scene), ==, 602);
}

/* Presentation attributes only: an inline style would be global to the page and barred by its policy. */
static void
test_svg(void)
{
    static const FlowStep STEPS[] = {STEP(1, "A & B", "menulis <surat> \"penting\"")};
    g_autoptr(GPtrArray) pages = chart(STEPS, 1);
    Scene *scene = g_ptr_array_index(pages, 0);
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
    g_test_add_func("/flow/pages", test_pages);
    g_test_add_func("/flow/actors", test_actors);
    g_test_add_func("/flow/svg", test_svg);
    int failed = g_test_run();
    poster_fonts_free(fonts);
    return failed;
}
