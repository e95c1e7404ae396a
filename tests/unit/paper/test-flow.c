#include "draw/scene-svg.h"
#include "paper/press.h"
#include "support/fonts-dir.h"
#include "support/poster-random.h"
#include "support/poster-seeds.h"
#include <math.h>
#include <string.h>

static Fonts *fonts;

static const FlowLook LOOK = {
    .colors = {.brand = SCENE_RGB(0x0B4650),
               .ink = SCENE_RGB(0x10222B),
               .tint = SCENE_RGB(0xE9F1F2),
               .accent = SCENE_RGB(0xFFC93C),
               .paper = SCENE_RGB(0xFFFFFF),
               .muted = SCENE_RGB(0x4A5A61)},
    .words = {"Mulai", "Selesai", "Pelaksana", "Lain", "Ya", "Tidak", "No.", "Kegiatan",
              "Kelengkapan", "Waktu", "Keluaran"},
};

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

static SceneBox
symbol_box(const SceneItem *item)
{
    if (item->kind == SCENE_RECT)
        return (SceneBox){item->x, item->y, item->w, item->h};
    SceneBox box = {G_MAXDOUBLE, G_MAXDOUBLE, 0, 0};
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

/* TRUE when the upright or level stretch meets the inside of the diamond that fills the box. */
static gboolean
meets_diamond(const ScenePoint *a, const ScenePoint *b, SceneBox box)
{
    double sum = 0;
    for (guint k = 0; k < 2; k++) {
        double low = MIN((double)a->x[k], (double)b->x[k]),
               high = MAX((double)a->x[k], (double)b->x[k]),
               half = k == 0 ? box.w / 2 : box.h / 2, middle = (k == 0 ? box.x : box.y) + half;
        sum += fabs(CLAMP(middle, low, high) - middle) / half;
    }
    return sum < 0.98;
}

/* TRUE when the inside of the stretch meets the inside of the box. */
static gboolean
meets(const ScenePoint *a, const ScenePoint *b, SceneBox box)
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

/* Ways that share a stretch of the gutter come from one symbol or lead to one. */
static gboolean
shares_gutter(const SceneItem *a, const SceneItem *b)
{
    const float *a1 = a->points[1].x, *a2 = a->points[2].x, *b1 = b->points[1].x,
                *b2 = b->points[2].x;
    if (fabsf(a1[0] - b1[0]) > 0.01f)
        return FALSE;
    float low = MAX(MIN(a1[1], a2[1]), MIN(b1[1], b2[1]));
    float high = MIN(MAX(a1[1], a2[1]), MAX(b1[1], b2[1]));
    return low < high - 0.01f && fabsf(a1[1] - b1[1]) > 0.01f && fabsf(a2[1] - b2[1]) > 0.01f;
}

static gboolean
uses_gutter(const SceneItem *item)
{
    return item->kind == SCENE_PATH && item->fill == 0 && item->n_points == 4 &&
           fabsf(item->points[1].x[0] - item->points[2].x[0]) < 0.01f;
}

static gboolean
lines_cross(const SceneItem *a, const SceneItem *b)
{
    const double slack = 0.1;
    return a->x + a->w > b->x + slack && b->x + b->w > a->x + slack &&
           a->top + a->height > b->top + slack && b->top + b->height > a->top + slack;
}

/* No two ways are taken for one, no words lie on others. */
static void
check_apart(const Scene *scene)
{
    for (guint i = 0; i < scene->items->len; i++)
        for (guint k = 0; k < i; k++) {
            const SceneItem *a = scene_item(scene, i), *b = scene_item(scene, k);
            if (uses_gutter(a) && uses_gutter(b))
                g_assert_false(shares_gutter(a, b));
            if (a->kind == SCENE_LINE && b->kind == SCENE_LINE)
                if (lines_cross(a, b))
                    g_error("%s / %s", a->line->pieces[0].span.text->text,
                            b->line->pieces[0].span.text->text);
        }
}

/* No way runs through a symbol, and nothing leaves the chart. */
static void
check_chart(const Scene *scene)
{
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *way = scene_item(scene, i);
        for (guint k = 0; is_way(way) && k < scene->items->len; k++) {
            const SceneItem *symbol = scene_item(scene, k);
            gboolean diamond = symbol->kind == SCENE_PATH && symbol->n_points == 5;
            for (guint p = 1; is_symbol(symbol) && p < way->n_points; p++)
                g_assert_false((diamond ? meets_diamond : meets)(
                    &way->points[p - 1], &way->points[p], symbol_box(symbol)));
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
    static const FlowPage PAGE = {.width_mm = 240, .type_mm = 3.4, .fit = FLOW_ANY};
    GPtrArray *pages = flow_swimlane(fonts, steps, n, &PAGE, &LOOK);
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
        check_apart(scene);
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
        check_apart(scene);
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
            SceneBox box = symbol_box(scene_item(scene, i));
            g_assert_cmpfloat(box.y + box.h, <=, scene->h + 0.01);
            g_assert_cmpfloat(box.x + box.w, <=, scene->w);
            for (guint k = 0; k < i; k++)
                if (is_connector(scene_item(scene, k))) {
                    SceneBox other = symbol_box(scene_item(scene, k));
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
    static const FlowPage SMALL = {240, 3.4, 90, 100, 0, FLOW_ANY};
    guint n_broken = 0;
    for (guint i = 0; i < N(SEEDS); i++) {
        const PosterSection *section = &SEEDS[i].sections[1];
        g_autoptr(GPtrArray) pages =
                      flow_swimlane(fonts, section->steps, section->n, &SMALL, &LOOK);
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
        g_autoptr(GPtrArray) pages =
                      flow_swimlane(fonts, random_steps(&dice, n, 0), n, &SMALL, &LOOK);
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

/* The words of a chart's lines that are among the wanted, in their order, each with a bar behind. */
static char *
words_of(const Scene *scene, const char *wanted)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        if (item->kind != SCENE_LINE)
            continue;
        const char *text = item->line->pieces[0].span.text->text;
        g_autofree char *word = g_strconcat("|", text, "|", NULL);
        if (strstr(wanted, word) != NULL)
            g_string_append_printf(out, "%s|", text);
    }
    return g_string_free(out, FALSE);
}

#define BRANCHES(...)                              \
    .branches = (const FlowBranch[]){__VA_ARGS__}, \
    .n_branches = sizeof((const FlowBranch[]){__VA_ARGS__}) / sizeof(FlowBranch)

/* "Ya" and "Tidak" only where the branches say which is which. */
static void
test_answers(void)
{
    static const char WANTED[] =
        "|Ya|Tidak|Jika rusak|Jika hilang|Jika lengkap|Jika belum lengkap|";
    const struct {
        FlowStep step;
        const char *words;
    } ROWS[] = {
        {{.text = "a", BRANCHES({.label = "Jika belum lengkap", .outcome = "x", .ends = TRUE})},
         "Ya|Tidak|"},
        {{.text = "a",
          BRANCHES({.label = "Jika belum lengkap", .outcome = "x"},
                   {.label = "Jika lengkap", .outcome = "y"})},
         "Tidak|Ya|"},
        {{.text = "a",
          BRANCHES({.label = "Jika lengkap", .outcome = "x"},
                   {.label = "Jika tidak lengkap", .outcome = "y"})},
         "Ya|Tidak|"},
        {{.text = "a",
          BRANCHES({.label = "Jika rusak", .outcome = "x"},
                   {.label = "Jika hilang", .outcome = "y"})},
         "Jika rusak|Jika hilang|"},
        {{.text = "a",
          BRANCHES({.label = "Jika lengkap", .outcome = "x"},
                   {.label = "Jika tidak benar", .outcome = "y"})},
         "Jika lengkap|"},
    };
    for (guint i = 0; i < N(ROWS); i++) {
        g_autoptr(GPtrArray) pages = chart(&ROWS[i].step, 1);
        g_autofree char *words = words_of(g_ptr_array_index(pages, 0), WANTED);
        g_assert_cmpstr(words, ==, ROWS[i].words);
    }
}

/* A column for what SOP-AP wants to know is there when a step says it. */
static void
test_columns(void)
{
    static const char HEADS[] = "|No.|Kegiatan|Kelengkapan|Waktu|Keluaran|";
    const struct {
        FlowStep step;
        const char *heads;
    } ROWS[] = {
        {{.text = "a"}, "No.|Kegiatan|"},
        {{.text = "a", .time = "(5 menit)", .lasts = "5 menit"}, "No.|Kegiatan|Waktu|"},
        {{.text = "a", .needs = "KTP", .lasts = "5 menit", .output = "Kuitansi"},
         "No.|Kegiatan|Kelengkapan|Waktu|Keluaran|"},
    };
    for (guint i = 0; i < N(ROWS); i++) {
        g_autoptr(GPtrArray) pages = chart(&ROWS[i].step, 1);
        g_autofree char *heads = words_of(g_ptr_array_index(pages, 0), HEADS);
        g_autofree char *values =
            words_of(g_ptr_array_index(pages, 0), "|5 menit|KTP|Kuitansi|");
        g_assert_cmpstr(heads, ==, ROWS[i].heads);
        g_assert_cmpstr(values, ==,
                        i == 0   ? ""
                        : i == 1 ? "5 menit|"
                                 : "KTP|5 menit|Kuitansi|");
    }
}

/* An easy page is used to its foot, or is none. */
static void
test_easy(void)
{
    const FlowPage easy = {263, 4.4, 330, 330, 3.2, FLOW_EASY},
                   low = {263, 4.4, 60, 60, 3.2, FLOW_EASY},
                   narrow = {60, 4.4, 330, 330, 3.2, FLOW_EASY};
    const PosterSection *section = &SEEDS[0].sections[1];
    g_autoptr(GPtrArray) pages = flow_swimlane(fonts, section->steps, section->n, &easy, &LOOK);
    const Scene *scene = g_ptr_array_index(pages, 0);
    g_assert_cmpuint(pages->len, ==, 1);
    check_chart(scene);
    g_assert_cmpfloat(scene->h, <=, 330.01);
    g_assert_cmpfloat(scene->h, >=, 0.9 * 330);
    for (guint i = 0; i < scene->items->len; i++)
        if (scene_item(scene, i)->kind == SCENE_LINE)
            g_assert_cmpfloat(scene_item(scene, i)->size_mm, >=, 3.2 - 1e-9);
    g_assert_null(flow_swimlane(fonts, section->steps, section->n, &low, &LOOK));
    g_assert_null(flow_swimlane(fonts, section->steps, section->n, &narrow, &LOOK));
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
    g_autoptr(GError) error = NULL;
    fonts = fonts_new(fonts_dir(), &error);
    g_assert_no_error(error);
    g_test_add_func("/flow/count", test_count);
    g_test_add_func("/flow/seeds", test_seeds);
    g_test_add_func("/flow/random", test_random);
    g_test_add_func("/flow/pages", test_pages);
    g_test_add_func("/flow/actors", test_actors);
    g_test_add_func("/flow/answers", test_answers);
    g_test_add_func("/flow/columns", test_columns);
    g_test_add_func("/flow/easy", test_easy);
    g_test_add_func("/flow/svg", test_svg);
    int failed = g_test_run();
    fonts_free(fonts);
    return failed;
}
