#include "facts/picture.h"
#include "paper/press.h"
#include <string.h>

/* Read from three metres: capitals of 13 mm are seen under 15 minutes of arc there. */
static const double CAP_EM = 0.727, VALUE_CAP_MM = 13, TITLE_LEAST_PT = 90, TITLE_MOST_PT = 150;
static const double PAD = 9;

double
press_distance_height(PosterSize size)
{
    return size == POSTER_BANNER ? SHEET_W * 160 / 60 : SHEET_H;
}

static double
real_pt(const Press *press, double pt)
{
    return pt * PT / press->scale;
}

/* What is given up where the sheet is full: large titles, then words beside the numbers, then the
 * ways to apply, then the hours. All of it stands on the next sheet. */
enum { LEVEL_LARGE, LEVEL_USUAL, LEVEL_BARE, LEVEL_LEAST, N_LEVELS };

/* Names and title on the brand; returns the height. */
static double
set_head(const Press *press, Scene *scene, guint level)
{
    const PosterContent *c = press->content;
    const PosterPalette *p = &press->palette;
    Place at = {press->x, PAD + press->edge, press->w, press->style->agency_pt * PT};
    Para agency = press_para(press, FACE_BOLD, c->agency, p->header_label);
    at.size =
        press_fit(&agency, &(Room){at.w, 100, 2, 1.16}, (PosterRange){0.5 * at.size, at.size});
    at.y += press_set_as(scene, TAG_P, &agency, at, 1.16) + 4;
    Para title = press_para(press, FACE_DISPLAY, c->title, p->header_text);
    double h = press_distance_height(press->options->size);
    double least = real_pt(press, TITLE_LEAST_PT), most = real_pt(press, TITLE_MOST_PT);
    const Room few = {at.w, 0.24 * h, 3, 1.04},
               many = {at.w, (level < LEVEL_LEAST ? 0.5 : 0.36) * h, 6, 1.04};
    at.size =
        level == LEVEL_LARGE ? press_fit(&title, &few, (PosterRange){least, most}) : least;
    if (!press_fits(&title, &many, at.size)) /* a title of many words, or of a very long one */
        at.size = press_fit(&title, &many, (PosterRange){0.3 * least, least});
    if (scene != NULL)
        scene->field = "judul";
    at.y += press_set_as(scene, TAG_H1, &title, at, 1.04) + PAD;
    return at.y;
}

static Para
value_para(const Press *press, const PosterFact *fact)
{
    Para value = {.n = 0};
    const char *parts[] = {fact->before, fact->number, fact->unit, fact->value};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i] != NULL)
            para_add(&value, shaped_text_get_spaced(press->fonts, FACE_DISPLAY, parts[i]),
                     press->palette.facts_text, 0);
    return value;
}

/* The label with its icon, the value below it as large as it may be. */
static double
set_fact(const Press *press, Scene *scene, const PosterFact *fact, Place at, guint level)
{
    SceneColor color = press->palette.facts_text;
    double top = at.y, small = MAX(22 * PT, press_type(press, 0)), icon = small * 1.2;
    Para label = press_para(press, FACE_BOLD, fact->label, color);
    if (scene != NULL) {
        press_icon(scene, fact->icon, (Place){at.x, at.y, icon, 0}, color);
        scene->field = fact->field;
    }
    Place beside = {at.x + icon + 3, at.y, at.w - icon - 3, small};
    at.y += press_set_as(scene, TAG_P, &label, beside, 1.25);
    Para value = value_para(press, fact);
    double least = VALUE_CAP_MM / CAP_EM / press->scale;
    double most = press->options->size == POSTER_BANNER ? 3 * least : 1.5 * least;
    at.size = press_fit(&value, &(Room){at.w, 1e4, 1, 1.08}, (PosterRange){least, most});
    if (!press_fits(&value, &(Room){at.w, 1e4, 2, 1.08}, at.size)) /* a sentence or a formula */
        at.size = press_fit(&value, &(Room){at.w, 1e4, level < LEVEL_LEAST ? 3 : 2, 1.08},
                            (PosterRange){0.8 * small, least});
    at.y += press_set_as(scene, TAG_P, &value, at, 1.08);
    const char *more[] = {fact->after, fact->note};
    at.size = small;
    for (guint i = 0; level < LEVEL_BARE && i < G_N_ELEMENTS(more); i++) {
        Para words = press_para(press, FACE_BOLD, more[i], color);
        at.y += press_set_as(scene, TAG_P, &words, at, 1.25);
    }
    return at.y - top;
}

/* Side by side where both values keep their size on one line. */
static gboolean
stand_beside(const Press *press, double w)
{
    double least = VALUE_CAP_MM / CAP_EM / press->scale;
    for (guint i = 0; i < press->n_facts; i++) {
        Para value = value_para(press, &press->facts[i]);
        if (press->facts[i].icon != ICON_PRODUCT && para_full_width(&value) * least > w)
            return FALSE;
    }
    return press->options->size != POSTER_BANNER;
}

/* Time and price; what one gets stands on the next sheet. */
static double
set_facts(const Press *press, Scene *scene, double y, guint level)
{
    double half = (press->w - PAD) / 2, highest = 0;
    gboolean beside = stand_beside(press, 0.92 * half);
    Place at = {press->x, y + PAD, beside ? half : press->w, 0};
    for (guint i = 0; i < press->n_facts; i++) {
        if (press->facts[i].icon == ICON_PRODUCT)
            continue;
        double h = set_fact(press, scene, &press->facts[i], at, level);
        highest = MAX(highest, h);
        if (beside)
            at.x += half + PAD;
        else
            at.y += h + 0.6 * PAD;
    }
    return at.y + (beside ? highest : 0) + 0.6 * PAD - y;
}

/* A requirement with its pictogram. */
static double
set_requirement(const Press *press, Scene *scene, const PosterItem *item, Place at)
{
    const PosterPalette *p = &press->palette;
    double side = 1.5 * at.size, top = at.y;
    Para para = press_requirement_para(press, item, p->ink);
    if (scene != NULL) {
        scene->field = item->field;
        scene_pictogram(scene, picture_of(item->text),
                        &(SceneBox){at.x, at.y - 0.1 * at.size, side, side}, p->brand);
    }
    at.x += side + 0.6 * at.size;
    at.w -= side + 0.6 * at.size;
    double h = press_set_as(scene, TAG_BODY, &para, at, press->leading);
    return MAX(h, at.y + side - top);
}

static const PosterSection *
find_slot(const Press *press, PosterSlot slot)
{
    for (guint i = 0; i < press->content->n_sections; i++)
        if (press->content->sections[i].slot == slot)
            return &press->content->sections[i];
    return NULL;
}

/* Entries begin … end-1, one below the other. */
static double
set_entries(const Press *press, Scene *scene, const Run *run, Place at)
{
    double top = at.y;
    for (guint i = run->begin; i < run->end; i++) {
        const PosterItem *item = &run->section->items[i];
        if (scene != NULL)
            scene_begin(scene, TAG_ITEM, NULL);
        at.y += item->heading != NULL ? press_group(press, scene, item->heading, at)
                                      : set_requirement(press, scene, item, at);
        if (scene != NULL)
            scene_end(scene);
        at.y += 0.45 * at.size;
    }
    return at.y - top;
}

/* Where the second of two columns begins: no lower than the first, under no heading of its. */
static guint
split_entries(const Press *press, const PosterSection *section, guint n, Place at)
{
    at.y = 0; /* sums that differ in their last digit would part elsewhere */
    double all = set_entries(press, NULL, &(Run){section, 0, n}, at), first = 0;
    guint k = 0;
    while (k < n && (first < all / 2 - 0.01 || (k > 0 && press_is_heading(section, k - 1)))) {
        first += set_entries(press, NULL, &(Run){section, k, k + 1}, at);
        k++;
    }
    return k;
}

/* Which entries are shown, and in how many columns. */
typedef struct Shown {
    guint n, columns;
} Shown;

/* The first entries of the list, and how many more there are. */
static double
set_requirements(const Press *press,
                 Scene *scene,
                 const PosterSection *section,
                 const Shown *shown,
                 Place at)
{
    double top = at.y;
    guint left_out = press_count_items(section, shown->n);
    at.y += press_heading(press, scene, section->heading, at);
    if (scene != NULL)
        scene_begin(scene, TAG_LIST, NULL);
    Place column = at;
    if (shown->columns == 2)
        column.w = (at.w - PAD) / 2;
    guint split =
        shown->columns == 2 ? split_entries(press, section, shown->n, column) : shown->n;
    double h = set_entries(press, scene, &(Run){section, 0, split}, column);
    column.x += column.w + PAD;
    double other = set_entries(press, scene, &(Run){section, split, shown->n}, column);
    at.y += MAX(h, other);
    if (scene != NULL)
        scene_end(scene);
    char number[16];
    g_snprintf(number, sizeof number, "%u", left_out);
    Para more = press_para(press, FACE_BOLD, press_word(press, WORD_MORE, number, NULL),
                           press->palette.brand);
    if (left_out > 0)
        at.y += press_set_as(scene, TAG_P, &more, at, press->leading);
    return at.y - top;
}

/* No more than these can fit so many columns: the columns' heights together are those of their
 * entries. Looks no further than at the first that is too many, and errs by rounding to neither side. */
static guint
most_entries(
    const Press *press, const PosterSection *section, guint columns, Place at, double room)
{
    double sum = 0, rounding = 0.01;
    double all = columns * (room - press_heading(press, NULL, section->heading, at) + rounding);
    if (columns == 2)
        at.w = (at.w - PAD) / 2;
    for (guint n = 0; n < section->n; n++) {
        sum += set_entries(press, NULL, &(Run){section, n, n + 1}, at);
        if (sum > all)
            return n;
    }
    return section->n;
}

enum { LEAST_PT = 18, MOST_PT = 36, BANNER_PT = 60, MAX_SIZES = BANNER_PT - LEAST_PT + 2 };

/* How many entries each way to set them could hold, from the largest type down. */
typedef struct Ways {
    double sizes[MAX_SIZES];
    guint most[MAX_SIZES][2]; /* in one column, in two */
    guint n, any;             /* any: the most of them all */
} Ways;

static void
weigh_ways(const Press *press, const PosterSection *section, double room, Ways *ways)
{
    const double least = LEAST_PT * PT;
    double most = (press->options->size == POSTER_BANNER ? BANNER_PT : MOST_PT) * PT;
    ways->n = ways->any = 0;
    for (double size = most; size >= least && ways->n < MAX_SIZES; size -= PT) {
        const Place at = {0, 0, press->w, size};
        guint *fits = ways->most[ways->n];
        ways->sizes[ways->n++] = size;
        for (guint k = 0; k < 2; k++) {
            fits[k] = most_entries(press, section, k + 1, at, room);
            ways->any = MAX(ways->any, fits[k]);
        }
    }
}

/* Whether so many entries may be shown: none under their heading, and of many not one alone, which
 * looks like all. */
static gboolean
can_end(const PosterSection *section, guint n)
{
    const guint few = 2;
    return !press_is_heading(section, n - 1) &&
           (n == section->n ||
            press_count_items(section, 0) - press_count_items(section, n) >= few);
}

/* As many requirements as the room holds, in the largest type that holds them; two columns only
 * where one would not do. */
static double
fit_requirements(const Press *press, const PosterSection *section, double room, Shown *shown)
{
    Ways ways;
    weigh_ways(press, section, room, &ways);
    for (shown->n = ways.any; shown->n > 0; shown->n--) {
        if (!can_end(section, shown->n))
            continue;
        for (shown->columns = 1; shown->columns <= 2; shown->columns++)
            for (guint i = 0; i < ways.n; i++) {
                const Place at = {0, 0, press->w, ways.sizes[i]};
                if (shown->n <= ways.most[i][shown->columns - 1] &&
                    set_requirements(press, NULL, section, shown, at) <= room)
                    return at.size;
            }
    }
    return 0;
}

/* Where and when, above the foot; of the least only when, which stands last. */
static double
set_place(const Press *press, Scene *scene, Place at, guint level)
{
    const PosterSection *section = find_slot(press, SLOT_PLACE);
    if (section == NULL || level == LEVEL_LEAST)
        return 0;
    const Run run = {section, level == LEVEL_BARE ? section->n - 1 : 0, section->n};
    return press_column(press, scene, &run, at);
}

/* The heights of a sheet's parts, from the top. */
typedef struct Parts {
    double head, facts, place, foot;
    double left; /* for requirements */
} Parts;

static Parts
measure_parts(const Press *press, guint level)
{
    const Place at = {press->x, 0, press->w, 22 * PT};
    Parts p = {.head = set_head(press, NULL, level),
               .facts = set_facts(press, NULL, 0, level),
               .place = set_place(press, NULL, at, level),
               .foot = press_footer(press, NULL, 0)};
    p.left = press_distance_height(press->options->size) - p.head - p.facts - p.place - p.foot -
             (p.place > 0 ? 3 : 2) * PAD;
    return p;
}

static void
draw_body(const Press *press, Scene *scene, const Parts *parts, guint level)
{
    const PosterSection *requirements = find_slot(press, SLOT_REQUIREMENTS);
    Place at = {press->x, parts->head + parts->facts + PAD, press->w, 0};
    Shown shown = {0, 1};
    if (requirements != NULL && requirements->n > 0) {
        at.size = fit_requirements(press, requirements, parts->left, &shown);
        if (at.size > 0)
            set_requirements(press, scene, requirements, &shown, at);
    }
    at.y = scene->h - parts->foot - PAD - parts->place;
    at.size = 22 * PT;
    set_place(press, scene, at, level);
    scene->field = NULL;
}

static Scene *
draw_sheet(const Press *press, guint level)
{
    const PosterPalette *p = &press->palette;
    const Parts parts = measure_parts(press, level);
    double h = press_distance_height(press->options->size), top = parts.head + parts.facts;
    Scene *scene = scene_new(SHEET_W, h);
    scene_begin(scene, TAG_SECT, NULL);
    press_band(scene, 0, parts.head, p->header_fill);
    set_head(press, scene, level);
    press_band(scene, parts.head, parts.facts, p->facts_fill);
    set_facts(press, scene, parts.head, level);
    if (press->options->ink_saving)
        for (guint i = 0; i < 2; i++)
            scene_rule(scene, (SceneSpot){press->x, i == 0 ? parts.head : top},
                       (SceneSpot){press->x + press->w, i == 0 ? parts.head : top}, 1, p->ink);
    press_band(scene, top, h - top - parts.foot, p->paper);
    draw_body(press, scene, &parts, level);
    press_footer(press, scene, h);
    scene_end(scene);
    return scene;
}

/* The first level that leaves room for a few requirements; where none does, the first that fills the
 * sheet without them. NULL: not even the least fits. */
static Scene *
choose_sheet(const Press *press)
{
    const PosterSection *requirements = find_slot(press, SLOT_REQUIREMENTS);
    guint fits = N_LEVELS;
    Shown shown;
    for (guint level = 0; level < N_LEVELS; level++) {
        double left = measure_parts(press, level).left;
        if (left >= 0 && requirements != NULL &&
            fit_requirements(press, requirements, left, &shown) > 0)
            return draw_sheet(press, level);
        if (left >= 0 && fits == N_LEVELS)
            fits = level;
    }
    return fits < N_LEVELS ? draw_sheet(press, fits) : NULL;
}

PosterLayout *
poster_distance_new(Press *press, PosterMisfit *misfit)
{
    gboolean banner = press->options->size == POSTER_BANNER;
    PosterLayout *layout = banner ? g_new0(PosterLayout, 1) : poster_layout_new(press, misfit);
    if (layout == NULL)
        return NULL;
    if (banner)
        press_order(press);
    memcpy(press->facts, press->content->facts, sizeof press->facts);
    press->n_facts = press->content->n_facts;
    press->n_channels = MIN(press->n_channels, 4u);
    Scene *sheet = choose_sheet(press);
    if (sheet == NULL) {
        *misfit = (PosterMisfit){"judul", press->content->title};
        poster_layout_free(layout);
        return NULL;
    }
    guint n = layout->n_sheets;
    layout->sheets = g_renew(Scene *, layout->sheets, n + 1);
    memmove(layout->sheets + 1, layout->sheets, n * sizeof(Scene *));
    layout->sheets[0] = sheet;
    layout->n_sheets = n + 1;
    if (banner)
        layout->body_mm = 22 * PT;
    return layout;
}
