#include "poster-random.h"
#include "poster-seeds.h"
#include "render/poster-layout.h"
#include <string.h>

static PosterFonts *fonts;

static const char *
fonts_dir(void)
{
    static char *dir;
    const char *data = g_getenv("MAKLUMAT_DATADIR");
    if (dir == NULL)
        dir = g_build_filename(data != NULL ? data : "themes/default", "fonts", NULL);
    return dir;
}

static gboolean
overlap(const SceneItem *a, const SceneItem *b)
{
    const double slack = 0.15;
    return a->x + a->w > b->x + slack && b->x + b->w > a->x + slack &&
           a->top + a->height > b->top + slack && b->top + b->height > a->top + slack;
}

static const char *
line_start(const SceneItem *item)
{
    const LinePiece *piece = &item->line->pieces[0];
    return piece->span.text->text + piece->span.text->glyphs[piece->begin].byte;
}

/* Every line of text keeps inside its band and off every other line. */
static void
check_scene(const Scene *scene, const char *name)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    for (guint i = 0; i < scene->items->len; i++) {
        SceneItem *item = scene_item(scene, i);
        if (item->kind != SCENE_LINE)
            continue;
        const SceneBand *band = &g_array_index(scene->bands, SceneBand, item->band);
        if (item->top < band->y - 0.1 || item->top + item->height > band->y + band->h + 0.1 ||
            item->x < 11 || item->x + item->w > scene->w - 11)
            g_error("%s: out of its band (%.1f %.1f %.1f %.1f in %.1f %.1f): %.40s", name,
                    item->x, item->top, item->w, item->height, band->y, band->h,
                    line_start(item));
        for (guint k = 0; k < lines->len; k++)
            if (overlap(item, g_ptr_array_index(lines, k)))
                g_error("%s: overlap of %.40s and %.40s", name, line_start(item),
                        line_start(g_ptr_array_index(lines, k)));
        g_ptr_array_add(lines, item);
    }
}

static void
append_unblank(GString *out, const char *text, gsize len)
{
    for (gsize i = 0; i < len; i++)
        if (!g_ascii_isspace(text[i]))
            g_string_append_c(out, text[i]);
}

/* All words of the sheets in reading order, without blanks. */
static char *
scene_words(PosterLayout *layout)
{
    GString *out = g_string_new(NULL);
    for (guint s = 0; s < layout->n_sheets; s++)
        for (guint i = 0; i < layout->sheets[s]->items->len; i++) {
            const SceneItem *item = scene_item(layout->sheets[s], i);
            for (guint p = 0; item->kind == SCENE_LINE && p < item->line->n; p++) {
                const LinePiece *piece = &item->line->pieces[p];
                const PosterText *text = piece->span.text;
                guint32 from = text->glyphs[piece->begin].byte;
                guint32 to =
                    piece->end < text->n_glyphs ? text->glyphs[piece->end].byte : text->len;
                append_unblank(out, text->text + from, to - from);
            }
        }
    return g_string_free(out, FALSE);
}

static void
check_text(const char *words, const char *text, const char *name)
{
    g_autoptr(GString) want = g_string_new(NULL);
    if (text == NULL)
        return;
    append_unblank(want, text, strlen(text));
    const char *at = strstr(words, want->str);
    if (at == NULL)
        g_error("%s: lost: %s", name, text);
}

static void check_steps(const char *words, const FlowStep *steps, guint n, const char *name);

static void
check_branches(const char *words, const FlowBranch *branches, guint n, const char *name)
{
    for (guint i = 0; i < n; i++) {
        check_text(words, branches[i].label, name);
        check_text(words, branches[i].outcome, name);
        check_steps(words, branches[i].steps, branches[i].n_steps, name);
        check_branches(words, branches[i].branches, branches[i].n_branches, name);
        for (guint k = 0; k < branches[i].n_details; k++)
            check_text(words, branches[i].details[k].text, name);
    }
}

static void
check_steps(const char *words, const FlowStep *steps, guint n, const char *name)
{
    for (guint i = 0; i < n; i++) {
        check_text(words, steps[i].heading, name);
        check_text(words, steps[i].actor, name);
        check_text(words, steps[i].text, name);
        check_text(words, steps[i].end, name);
        check_branches(words, steps[i].branches, steps[i].n_branches, name);
    }
}

/* Nothing of the content is lost, whatever the number of sheets. */
static void
check_complete(PosterLayout *layout, const PosterContent *c, const char *name)
{
    g_autofree char *words = scene_words(layout);
    check_text(words, c->title, name);
    check_text(words, c->agency, name);
    for (guint i = 0; i < c->n_facts; i++) {
        check_text(words, c->facts[i].value, name);
        check_text(words, c->facts[i].unit, name);
    }
    for (guint s = 0; s < c->n_sections; s++) {
        const PosterSection *section = &c->sections[s];
        if (section->n == 0)
            check_text(words, section->empty, name);
        if (section->kind == SECTION_FLOW)
            check_steps(words, section->steps, section->n, name);
        for (guint i = 0; section->kind != SECTION_FLOW && i < section->n; i++) {
            check_text(words, section->items[i].heading, name);
            check_text(words, section->items[i].text, name);
            if (section->kind == SECTION_TICKS)
                check_text(words, section->items[i].lead, name);
        }
    }
    for (guint i = 0; i < c->n_channels; i++)
        check_text(words, c->channels[i].text, name);
}

static void
check_layout(const PosterContent *content,
             const PosterOptions *options,
             double logo,
             const char *name)
{
    Press press;
    press_init(&press, fonts, content, options, logo);
    gboolean card = options->size >= POSTER_CARD;
    PosterLayout *layout = card ? poster_card_new(&press) : poster_layout_new(&press);
    if (layout == NULL) {
        g_assert_nonnull(press.too_long);
    } else {
        g_assert_cmpuint(layout->n_sheets, >=, 1);
        for (guint i = 0; i < layout->n_sheets; i++)
            check_scene(layout->sheets[i], name);
        if (!card)
            check_complete(layout, content, name);
    }
    if (layout == NULL && !card)
        g_test_message("%s: %s does not fit a sheet", name, press.too_long);
    poster_layout_free(layout);
    press_clear(&press);
}

static const PosterOptions WAYS[] = {
    {.size = POSTER_A3},
    {.size = POSTER_A4, .ink_saving = TRUE},
    {.size = POSTER_A4, .dense = TRUE},
    {.size = POSTER_CARD},
    {.size = POSTER_OG_IMAGE},
};

static void
test_seeds_layout(void)
{
    for (guint s = 0; s < N(SEEDS); s++)
        for (guint w = 0; w < N(WAYS); w++) {
            PosterOptions options = WAYS[w];
            options.style = poster_style_default();
            g_autofree char *name = g_strdup_printf("seed %u way %u", s, w);
            check_layout(&SEEDS[s], &options, 0.8, name);
        }
}

static PosterStyle *
style_of(const char *yaml)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = source_new("poster.yaml", g_strdup(yaml), strlen(yaml), diags);
    return poster_style_read(source, diags);
}

static void
test_random_layout(void)
{
    g_autoptr(PosterStyle) turned = style_of(
        "susunan: {fakta: [produk, biaya, waktu], isi: [tabel_biaya, prosedur, "
        "persyaratan], kaki: [alamat, kanal, url, sk, qr]}");
    for (guint i = 0; i < 500; i++) {
        g_autoptr(Arena) arena = arena_new();
        Dice dice = {g_rand_new_with_seed(i), arena, 0};
        PosterContent content = random_content(&dice);
        PosterOptions options = WAYS[i % N(WAYS)];
        options.style = i % 4 == 0 ? turned : poster_style_default();
        g_autofree char *name = g_strdup_printf("random %u", i);
        poster_fonts_trim(fonts);
        check_layout(&content, &options, i % 3 == 0 ? 0 : 0.8, name);
        g_rand_free(dice.rand);
    }
}

/* The words of a poster of seed 0 with these lists of slots, without blanks. */
static char *
ordered_words(const char *yaml, PosterSize size)
{
    g_autoptr(PosterStyle) style = style_of(yaml);
    PosterOptions options = {.size = size, .style = style};
    Press press;
    press_init(&press, fonts, &SEEDS[0], &options, 0.8);
    PosterLayout *layout =
        size == POSTER_CARD ? poster_card_new(&press) : poster_layout_new(&press);
    g_assert_nonnull(layout);
    for (guint i = 0; i < layout->n_sheets; i++)
        check_scene(layout->sheets[i], yaml);
    char *words = scene_words(layout);
    poster_layout_free(layout);
    press_clear(&press);
    return words;
}

/* Words that must follow one another; those behind "-" must not be there at all. */
static void
check_order(const char *yaml, PosterSize size, const char *const *want)
{
    g_autofree char *words = ordered_words(yaml, size);
    const char *at = words;
    gboolean absent = FALSE;
    for (; *want != NULL; want++) {
        if (strcmp(*want, "-") == 0) {
            absent = TRUE;
        } else if (absent) {
            g_assert_null(strstr(words, *want));
        } else {
            const char *found = strstr(at, *want);
            if (found == NULL)
                g_error("%s: %s is not in its place in %s", yaml, *want, words);
            at = found;
        }
    }
}

static void
test_order(void)
{
    static const char *const USUAL[] = {"Waktupeny", "Biaya",      "Produkp", "Persyaratan",
                                        "Prosedur",  "Adakeluhan", "SKNomor", "contoh.go.id",
                                        "Jl.Dr",     "Pindai",     NULL};
    static const char *const TURNED[] = {
        "Produkp", "Waktupeny", "Biaya", "Prosedur",   "Persyaratan",  "Jl.Dr",
        "SKNomor", "Pindai",    "-",     "Adakeluhan", "contoh.go.id", NULL};
    static const char *const LITTLE[] = {"Biaya",   "Prosedur",    "-",          "Waktupeny",
                                         "Produkp", "Persyaratan", "Adakeluhan", "SKNomor",
                                         "Pindai",  NULL};
    static const char *const BARE[] = {"DinasSosial", "DatadanInformasi", "-", "Biaya",
                                       "Prosedur",    "Pindai",           NULL};
    static const char *const CARD[] = {"Waktu", "Biaya", "Persyaratan", NULL};
    static const char turned[] = "susunan: {fakta: [produk, waktu, biaya], isi: [prosedur, "
                                 "persyaratan], kaki: [alamat, sk, qr]}";
    for (guint size = POSTER_A4; size <= POSTER_A3; size++) {
        check_order("", (PosterSize)size, USUAL);
        check_order(turned, (PosterSize)size, TURNED);
        check_order("susunan: {fakta: biaya, isi: prosedur, kaki: []}", (PosterSize)size,
                    LITTLE);
        check_order("susunan: {fakta: [], isi: [], kaki: []}", (PosterSize)size, BARE);
    }
    /* A card has its own order. */
    check_order(turned, POSTER_CARD, CARD);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GError) error = NULL;
    fonts = poster_fonts_new(fonts_dir(), &error);
    g_assert_no_error(error);
    g_test_add_func("/poster/seeds-layout", test_seeds_layout);
    g_test_add_func("/poster/random-layout", test_random_layout);
    g_test_add_func("/poster/order", test_order);
    int failed = g_test_run();
    poster_fonts_free(fonts);
    return failed;
}
