#include "paper/press.h"
#include "support/fonts-dir.h"
#include "support/poster-random.h"
#include "support/poster-seeds.h"
#include <string.h>

static Fonts *fonts;

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
        const SceneBox *band = &g_array_index(scene->bands, SceneBox, item->band);
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
                const ShapedText *text = piece->span.text;
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
        check_text(words, branches[i].time, name);
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
        for (guint k = 0; k < steps[i].n_details; k++)
            check_text(words, steps[i].details[k].text, name);
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

/* The number of sheets; 0 when a text does not fit one. */
static guint
check_layout(const PosterContent *content,
             const PosterOptions *options,
             double logo,
             const char *name)
{
    Press press;
    press_init(&press, fonts, content, options, logo);
    gboolean card = options->size >= POSTER_CARD;
    PosterMisfit misfit = {NULL, NULL};
    PosterLayout *layout =
        card ? poster_card_new(&press, &misfit) : poster_layout_new(&press, &misfit);
    if (layout == NULL) {
        g_assert_nonnull(misfit.field);
    } else {
        g_assert_cmpuint(layout->n_sheets, >=, 1);
        for (guint i = 0; i < layout->n_sheets; i++)
            check_scene(layout->sheets[i], name);
        if (!card)
            check_complete(layout, content, name);
    }
    if (layout == NULL && !card)
        g_test_message("%s: %s does not fit a sheet", name, misfit.field);
    guint n_sheets = layout != NULL ? layout->n_sheets : 0;
    poster_layout_free(layout);
    press_clear(&press);
    return n_sheets;
}

static const PosterOptions WAYS[] = {
    {.size = POSTER_A3},
    {.size = POSTER_A4, .ink_saving = TRUE},
    {.size = POSTER_A4, .dense = TRUE},
    {.size = POSTER_CARD},
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

/* ---- more than a sheet holds ---- */

enum { MANY = 300 };
static const char LONG_WORDS[] =
    "petugas memeriksa kelengkapan berkas permohonan dan mencatatnya";

static FlowDetail *
many_details(Arena *arena, guint n)
{
    FlowDetail *details = arena_alloc(arena, n * sizeof *details);
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = g_strdup_printf("rincian ke-%u: %s", i, LONG_WORDS);
        details[i] = (FlowDetail){"a.", arena_strndup(arena, text, strlen(text))};
    }
    return details;
}

static FlowStep *
many_steps(Arena *arena, guint n)
{
    FlowStep *steps = arena_alloc(arena, n * sizeof *steps);
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = g_strdup_printf("%s ke-%u,", LONG_WORDS, i);
        g_autofree char *number = g_strdup_printf("%u", i + 1);
        steps[i] = (FlowStep){.field = "prosedur",
                              .number = arena_strndup(arena, number, strlen(number)),
                              .actor = "Petugas",
                              .text = arena_strndup(arena, text, strlen(text))};
    }
    return steps;
}

static FlowBranch *
many_branches(Arena *arena, guint n)
{
    FlowBranch *branches = arena_alloc(arena, n * sizeof *branches);
    for (guint i = 0; i < n; i++) {
        g_autofree char *label = g_strdup_printf("Jika jenis %u:", i);
        branches[i] = (FlowBranch){.label = arena_strndup(arena, label, strlen(label)),
                                   .steps = many_steps(arena, 2),
                                   .n_steps = 2,
                                   .end = "selesai",
                                   .ends = TRUE};
    }
    return branches;
}

/* A step whose branches decide in turn, `depth` levels of them. */
static FlowStep
deep_step(Arena *arena, guint depth)
{
    FlowStep *step = many_steps(arena, 1), *inner = arena_alloc(arena, 2 * sizeof *inner);
    FlowBranch *branches = many_branches(arena, 2);
    if (depth == 0)
        return *step;
    for (guint i = 0; i < 2; i++) {
        inner[i] = deep_step(arena, depth - 1);
        branches[i].steps = &inner[i];
        branches[i].n_steps = 1;
    }
    step->branches = branches;
    step->n_branches = 2;
    return *step;
}

/* Makes one thing of a charter larger than any sheet; returns what it was, NULL for no more. */
static const char *
make_huge(guint kind, Arena *arena, PosterContent *content)
{
    FlowStep *step = many_steps(arena, 1);
    FlowBranch *branch = many_branches(arena, 1);
    PosterItem *tick = arena_new0(arena, PosterItem);
    content->sections[1].steps = step;
    content->sections[1].n = 1;
    step->branches = branch;
    step->n_branches = 1;
    switch (kind) {
    case 0:
        content->sections[1].steps = many_steps(arena, 2000);
        content->sections[1].n = 2000;
        return "2000 steps";
    case 1:
        step->branches = many_branches(arena, 500);
        step->n_branches = 500;
        return "500 branches";
    case 2:
        *step = deep_step(arena, 8);
        return "8 levels";
    case 3:
        branch->steps = many_steps(arena, MANY);
        branch->n_steps = MANY;
        branch->outcome = LONG_WORDS;
        branch->time = "(3 hari)";
        return "steps of a branch";
    case 4:
        branch->branches = many_branches(arena, MANY);
        branch->n_branches = MANY;
        return "branches of a branch";
    case 5:
        branch->details = many_details(arena, MANY);
        branch->n_details = MANY;
        branch->outcome = LONG_WORDS;
        return "details of a branch";
    case 6:
        step->n_branches = 0;
        step->details = many_details(arena, MANY);
        step->n_details = MANY;
        return "details of a step";
    case 7:
        branch->steps = many_steps(arena, 1);
        branch->n_steps = 1;
        ((FlowStep *)(guintptr)branch->steps)->details = many_details(arena, MANY);
        ((FlowStep *)(guintptr)branch->steps)->n_details = MANY;
        return "details of a step of a branch";
    case 8:
        *tick = (PosterItem){.field = "persyaratan 1",
                             .text = LONG_WORDS,
                             .details = many_details(arena, MANY),
                             .n_details = MANY};
        content->sections[0].items = tick;
        content->sections[0].n = 1;
        return "details of a requirement";
    case 9: { /* too long for its cell, but not for a sheet */
        GString *words = g_string_new(NULL);
        while (words->len < 1800)
            g_string_append_printf(words, "%s ", LONG_WORDS);
        *tick = (PosterItem){.field = "biaya.tarif",
                             .label = "Baru",
                             .text = arena_strndup(arena, words->str, words->len - 1),
                             .other = "Gratis"};
        g_string_free(words, TRUE);
        content->sections[2] = (PosterSection){.slot = SLOT_FEE_TABLE,
                                               .kind = SECTION_TABLE,
                                               .heading = "Rincian biaya",
                                               .columns = {"", "Tarif", "Biaya"},
                                               .items = tick,
                                               .n = 1};
        content->n_sections = 3;
        content->sections[1].steps = many_steps(arena, 60);
        content->sections[1].n = 60;
        return "a long text in a table";
    }
    default:
        return NULL;
    }
}

/* A heading over a decision of any height, also one that leaves no room for the heading. */
static void
test_tall_under_heading(void)
{
    for (guint n = 10; n < 60; n++) {
        g_autoptr(Arena) arena = arena_new();
        PosterContent content = SEEDS[0];
        FlowStep *steps = many_steps(arena, 3);
        FlowBranch *branch = many_branches(arena, 1);
        branch->steps = many_steps(arena, n);
        branch->n_steps = n;
        steps[0].branches = steps[2].branches = branch;
        steps[0].n_branches = steps[2].n_branches = 1;
        steps[1] = (FlowStep){.heading = "Perpanjangan"};
        content.sections[1].steps = steps;
        content.sections[1].n = 3;
        g_autofree char *name = g_strdup_printf("%u steps under a heading", n);
        for (guint w = 0; w < 3; w++) {
            PosterOptions options = WAYS[w];
            options.style = poster_style_default();
            g_assert_cmpuint(check_layout(&content, &options, 0.8, name), >=, 1);
        }
    }
}

/* The words of a text over and over, `len` bytes or some more. */
static const char *
long_text(Arena *arena, const char *start, gsize len)
{
    g_autoptr(GString) words = g_string_new(start);
    while (words->len < len)
        g_string_append_printf(words, " %s", LONG_WORDS);
    return arena_strndup(arena, words->str, words->len);
}

/* Behind a heading stands the first of its requirements, in the same column of the same sheet. */
static void
check_heading(PosterLayout *layout, const PosterItem items[2], const char *name)
{
    g_autofree char *words = scene_words(layout);
    g_autoptr(GString) want = g_string_new(NULL);
    append_unblank(want, items[0].heading, strlen(items[0].heading));
    append_unblank(want, items[1].text, strlen(items[1].text));
    if (strstr(words, want->str) == NULL)
        g_error("%s: a heading stands alone: %.20s", name, items[0].heading);
}

/* Groups of two requirements under headings of any length, also where the first sheet's head leaves no room for a column of them. */
static void
test_group_headings(void)
{
    static const gsize HEADINGS[] = {20, 60, 300};
    enum { GROUPS = 4 };
    for (guint k = 0; k < N(HEADINGS) * 12; k++) {
        g_autoptr(Arena) arena = arena_new();
        PosterContent content = SEEDS[0];
        PosterItem items[3 * GROUPS] = {0};
        gsize heading = HEADINGS[k % N(HEADINGS)], text = 100 * (1 + k / N(HEADINGS));
        for (guint i = 0; i < 3 * GROUPS; i++) {
            g_autofree char *start = g_strdup_printf("Butir %u", i);
            items[i].field = "persyaratan";
            if (i % 3 == 0)
                items[i].heading = long_text(arena, start, heading);
            else
                items[i].text = long_text(arena, start, text);
        }
        content.sections[0].items = items;
        content.sections[0].n = 3 * GROUPS;
        for (guint w = 0; w < 3; w++) {
            PosterOptions options = WAYS[w];
            options.style = poster_style_default();
            g_autofree char *name =
                g_strdup_printf("way %u, %u over %u", w, (guint)heading, (guint)text);
            Press press;
            PosterMisfit misfit = {NULL, NULL};
            press_init(&press, fonts, &content, &options, 0.8);
            PosterLayout *layout = poster_layout_new(&press, &misfit);
            g_assert_nonnull(layout);
            check_complete(layout, &content, name);
            for (guint i = 0; i < GROUPS; i++)
                check_heading(layout, &items[3 * i], name);
            poster_layout_free(layout);
            press_clear(&press);
        }
    }
}

typedef struct Tally {
    guint n_ends, n_kinds;
} Tally;

/* Frames of a part: ends "kembali ke langkah 1", branches "Jika jenis …"; each name is whole. */
static void
tally(const FlowBranch *branches, guint n, gboolean apart, Tally *t)
{
    for (guint i = 0; i < n; i++) {
        const FlowBranch *b = &branches[i];
        g_assert_true(!apart || g_str_has_prefix(b->label, "Langkah 1 › Jika"));
        t->n_ends += g_strcmp0(b->end, "kembali ke langkah 1") == 0 ? 1 : 0;
        t->n_kinds += strstr(b->label, "Jika jenis") != NULL ? 1 : 0;
        for (guint k = 0; k < b->n_steps; k++)
            tally(b->steps[k].branches, b->steps[k].n_branches, FALSE, t);
    }
}

/* Every part of a step that is parted again and again fits; no branch is lost or doubled, and the
 * end of a branch stands once. */
static void
test_split(void)
{
    g_autoptr(Arena) arena = arena_new();
    FlowStep *step = many_steps(arena, 1), *inner = many_steps(arena, 1);
    FlowBranch *branch = many_branches(arena, 1);
    step->branches = branch;
    step->n_branches = 1;
    inner->branches = many_branches(arena, MANY);
    inner->n_branches = MANY;
    *branch = (FlowBranch){
        .label = "Jika luar", .steps = inner, .n_steps = 1, .end = "kembali ke langkah 1"};
    PosterOptions options = {.size = POSTER_A3, .style = poster_style_default()};
    const double room = 200;
    Press press;
    press_init(&press, fonts, &SEEDS[0], &options, 0);
    Place at = {0, 0, press.w, 5};
    FlowStep rest = *step, parts[2];
    Tally t = {0, 0};
    guint n_parts = 0;
    for (; press_step(&press, NULL, &rest, at) > room; rest = parts[1], n_parts++) {
        g_assert_true(press_split_step(&press, &rest, &at, room, parts));
        g_assert_cmpfloat(press_step(&press, NULL, &parts[0], at), <=, room);
        tally(parts[0].branches, parts[0].n_branches, n_parts > 0, &t);
    }
    tally(rest.branches, rest.n_branches, TRUE, &t);
    g_assert_cmpuint(n_parts, >, 10);
    g_assert_cmpuint(t.n_ends, ==, 1);
    /* Those whose two steps stand on two sheets are named on both. */
    g_assert_cmpuint(t.n_kinds, >=, MANY);
    g_assert_cmpuint(t.n_kinds, <=, MANY + n_parts);
    press_clear(&press);
}

static void
test_huge(void)
{
    for (guint kind = 0;; kind++) {
        g_autoptr(Arena) arena = arena_new();
        PosterContent content = SEEDS[0];
        const char *name = make_huge(kind, arena, &content);
        if (name == NULL)
            return;
        for (guint w = 0; w < 3; w++) {
            PosterOptions options = WAYS[w];
            options.style = poster_style_default();
            fonts_trim(fonts);
            g_assert_cmpuint(check_layout(&content, &options, 0.8, name), >, 1);
        }
    }
}

/* The QR code is the page's URL; without one there is none, nor the words beside it. */
static void
test_code(void)
{
    for (guint s = 0; s < N(SEEDS); s++)
        for (guint w = 0; w < N(WAYS); w++)
            for (guint with = 0; with < 2; with++) {
                PosterContent content = SEEDS[s];
                PosterOptions options = WAYS[w];
                Press press;
                options.style = poster_style_default();
                content.url = with ? "https://contoh.go.id/a.html" : NULL;
                press_init(&press, fonts, &content, &options, 0);
                PosterMisfit misfit;
                PosterLayout *layout = options.size >= POSTER_CARD
                                           ? poster_card_new(&press, &misfit)
                                           : poster_layout_new(&press, &misfit);
                guint n_codes = 0;
                for (guint i = 0; i < layout->n_sheets; i++)
                    for (guint k = 0; k < layout->sheets[i]->items->len; k++) {
                        const SceneItem *item = scene_item(layout->sheets[i], k);
                        n_codes += item->kind == SCENE_QR ? 1 : 0;
                        g_assert_true(item->kind != SCENE_QR ||
                                      strcmp(item->text, content.url) == 0);
                    }
                g_autofree char *words = scene_words(layout);
                g_assert_cmpuint(n_codes, ==, with ? layout->n_sheets : 0);
                g_assert_true(with || strstr(words, "Pindai") == NULL);
                poster_layout_free(layout);
                press_clear(&press);
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
        fonts_trim(fonts);
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
    PosterMisfit misfit;
    PosterLayout *layout = size == POSTER_CARD ? poster_card_new(&press, &misfit)
                                               : poster_layout_new(&press, &misfit);
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
    fonts = fonts_new(fonts_dir(), &error);
    g_assert_no_error(error);
    g_test_add_func("/poster/seeds-layout", test_seeds_layout);
    g_test_add_func("/poster/random-layout", test_random_layout);
    g_test_add_func("/poster/code", test_code);
    g_test_add_func("/poster/huge", test_huge);
    g_test_add_func("/poster/tall-under-heading", test_tall_under_heading);
    g_test_add_func("/poster/group-headings", test_group_headings);
    g_test_add_func("/poster/split", test_split);
    g_test_add_func("/poster/order", test_order);
    int failed = g_test_run();
    fonts_free(fonts);
    return failed;
}
