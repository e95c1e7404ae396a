#include "paper/plan.h"
#include "paper/press.h"
#include <math.h>
#include <string.h>

static const double EMPTY_WEIGHT = 0.6; /* of the unused share in a plan's score */

/* ---- what no band can hold becomes a section of the body ---- */

/* The band of facts: as high as it may be, and as high as it is where that costs no sheet. */
static const double FACTS_MOST = 96, FACTS_USUAL = 72, FOOTER_MOST = 118;

static void
spill_fact(Press *press, guint index)
{
    PosterFact *fact = &press->facts[index];
    PosterItem *items = press->spilled[index];
    const char *text = fact->value;
    if (fact->number != NULL)
        text = g_strstrip((char *)(guintptr)press_concat(
            press, fact->before != NULL ? fact->before : "", " ", fact->number, " ", fact->unit,
            fact->after != NULL ? " " : "", fact->after != NULL ? fact->after : "", NULL));
    items[0] = (PosterItem){.field = fact->field, .text = text};
    items[1] = (PosterItem){.field = fact->field, .text = fact->note};
    press->sections[press->n_sections++] = (PosterSection){.kind = SECTION_ROWS,
                                                           .heading = fact->label,
                                                           .items = items,
                                                           .n = fact->note != NULL ? 2 : 1};
    *fact = (PosterFact){.field = fact->field,
                         .icon = fact->icon,
                         .label = fact->label,
                         .value = press_word(press, WORD_SEE_BELOW, NULL, NULL)};
}

static gsize
text_len(const char *text)
{
    return text != NULL ? strlen(text) : 0;
}

/* The fact to leave the band: time and price are what people look for, so the product before them,
 * then the longest. n_facts: there is none left. */
static guint
fact_to_spill(const Press *press)
{
    guint longest = press->n_facts;
    gsize most = 0;
    for (guint i = 0; i < press->n_facts; i++) {
        const PosterFact *f = &press->facts[i];
        gsize len = text_len(f->value) + text_len(f->unit) + text_len(f->before) +
                    text_len(f->after) + text_len(f->note);
        const gsize short_product = 40; /* bytes: its going would win nothing */
        if (press->spilled[i][0].text != NULL)
            continue;
        if (f->icon == ICON_PRODUCT && len > short_product)
            return i;
        if (len > most) {
            most = len;
            longest = i;
        }
    }
    return longest;
}

static void
spill(Press *press)
{
    const PosterContent *c = press->content;
    while (press_facts(press, NULL, 0) > FACTS_MOST) {
        guint i = fact_to_spill(press);
        if (i == press->n_facts)
            break;
        spill_fact(press, i);
    }
    guint n_channels = press->n_channels;
    while (press->n_channels > 0 && press_footer(press, NULL, 0) > FOOTER_MOST)
        press->n_channels--;
    if (press->n_channels < n_channels)
        press->sections[press->n_sections++] =
            (PosterSection){.kind = SECTION_ROWS,
                            .heading = c->channels_heading,
                            .items = c->channels + press->n_channels,
                            .n = n_channels - press->n_channels};
}

/* *height receives what the plan takes at this size. */
static gboolean
plan_fits(const Press *press,
          const BodyPlan *plan,
          const BodyRoom *room,
          double *area,
          double *height)
{
    guint mark = press_mark(press);
    *height = press_arrange(press, NULL, plan, room, area);
    press_forget(press, mark);
    return *height <= room->bottom - room->y;
}

/* The size to try after one that took `height`: heights grow at least with the size and at most
 * with its square, so far above the room there is no need to try every step. */
static double
next_size(double size, double height, double room, double step)
{
    const double margin = 1.06;
    double guess = size * sqrt(room / height) * margin;
    double steps = guess < size ? floor((size - guess) / step) : 1;
    return size - step * MAX(steps, 1);
}

/* The largest size above `enough` at which the plan fits `room`; 0 when there is none. Steps down
 * from above, coarse then fine: heights jump where branches change sides, so halving would miss
 * sizes that fit. */
static double
plan_size(const Press *press, const BodyPlan *plan, double room_h, double enough, double *area)
{
    const double coarse = 0.8 * PT, fine = 0.2 * PT;
    double largest =
        press->style->body_pt.max * (press->sections[0].kind == SECTION_TABLE ? 0.8 : 1);
    double least = plan_least_mm(press), most = MAX(least, largest * PT), height;
    BodyRoom room = {0, room_h, most};
    while (room.size > enough && !plan_fits(press, plan, &room, area, &height)) {
        if (room.size <= least)
            return 0;
        room.size = MAX(next_size(room.size, height, room_h, coarse), least);
    }
    if (room.size <= enough || room.size >= most)
        return room.size > enough ? room.size : 0;
    double fits = room.size;
    for (double next = fits + coarse - fine; next > fits + fine / 2; next -= fine) {
        room.size = MIN(next, most);
        if (plan_fits(press, plan, &room, area, &height))
            return room.size;
    }
    room.size = fits;
    plan_fits(press, plan, &room, area, &height);
    return fits;
}

/* The plan of the highest score for one sheet: large type, little emptiness. FALSE: none fits. */
static gboolean
choose_plan(const Press *press, double room, BodyPlan *best, double *best_size)
{
    BodyPlan plans[MAX_PLANS];
    guint n = plan_list(press, plans);
    double best_score = -1;
    for (guint i = 0; i < n; i++) {
        double area = 0, size = plan_size(press, &plans[i], room, best_score, &area);
        if (size <= 0)
            continue;
        double empty = CLAMP(1 - area / (room * press->w), 0, 1);
        double score = size * (1 - EMPTY_WEIGHT * empty);
        if (score > best_score + 1e-6) {
            best_score = score;
            *best = plans[i];
            *best_size = size;
        }
    }
    return best_score >= 0;
}

/* Room left over goes between the items, up to two and a half times the usual gaps. */
static void
spread_out(Press *press, const BodyPlan *plan, const BodyRoom *room)
{
    double low = 1, high = 2.5, area, height;
    for (int i = 0; i < 7; i++) {
        press->spread = (low + high) / 2;
        if (plan_fits(press, plan, room, &area, &height))
            low = press->spread;
        else
            high = press->spread;
    }
    press->spread = low;
}

/* Level 3 also sets lines and items closer: only where another sheet would be the price. */
enum { LEVELS = 4, LAST_COMPACT = 2 };

static void
set_level(Press *press, guint level)
{
    gboolean tight = level > LAST_COMPACT;
    press->compact = MIN(level, (guint)LAST_COMPACT);
    press->leading = press->style->leading * (tight ? 0.96 : 1);
    press->gap_em = press->style->gap_em * (tight ? 0.75 : 1);
}

/* Generous bands if the body stays easy to read beside them, else lower ones, each step down
 * having to pay for itself. FALSE: one sheet is not enough. */
static gboolean
choose_bands(Press *press, BodyPlan *best, double *best_size)
{
    const double easy = 18 * PT, gain = 1.04;
    guint chosen = 1;
    *best_size = 0;
    for (guint level = 0; level < LEVELS; level++) {
        BodyPlan plan;
        double size = 0;
        if (*best_size >= easy || (level > LAST_COMPACT && *best_size > 0))
            break;
        set_level(press, level);
        double room = plan_body_room(press);
        if (room <= 0 || !choose_plan(press, room, &plan, &size))
            continue;
        if (*best_size <= 0 || size > *best_size * gain) {
            *best = plan;
            *best_size = size;
            chosen = level;
        }
    }
    set_level(press, chosen);
    return *best_size > 0;
}

/* A long product leaves a high band, since one sheet is not enough. */
static gboolean
spill_product(Press *press)
{
    guint i = press_facts(press, NULL, 0) > FACTS_USUAL ? fact_to_spill(press) : press->n_facts;
    if (i == press->n_facts || press->facts[i].icon != ICON_PRODUCT)
        return FALSE;
    spill_fact(press, i);
    press_weigh_tables(press);
    return TRUE;
}

/* The title and the pledge stand in bands that leave room for a body. */
static PosterMisfit
check_bands(const Press *press)
{
    if (press_header(press, NULL) > SHEET_H / 2)
        return (PosterMisfit){"judul", press->content->title};
    if (press->content->pledge != NULL && press_pledge(press, NULL, 0) > SHEET_H * 0.55)
        return (PosterMisfit){"maklumat.teks", press->content->pledge};
    return (PosterMisfit){NULL, NULL};
}

static PosterLayout *
lay_one_sheet(Press *press, const BodyPlan *plan, double size)
{
    PosterLayout *layout = g_new0(PosterLayout, 1);
    BodyRoom room = plan_frame(press, 0);
    double area;
    room.size = size;
    spread_out(press, plan, &room);
    layout->body_mm = size;
    layout->sheets = g_new0(Scene *, 1);
    Scene *scene = layout->sheets[layout->n_sheets++] = scene_new(SHEET_W, SHEET_H);
    plan_draw_bands(press, scene, 0, 1);
    press_arrange(press, scene, plan, &room, &area);
    plan_draw_end(press, scene, 0);
    return layout;
}

PosterLayout *
poster_layout_new(Press *press, PosterMisfit *misfit)
{
    BodyPlan plan;
    double size;
    press_order(press);
    spill(press);
    press_weigh_tables(press);
    *misfit = check_bands(press);
    if (misfit->field != NULL)
        return NULL;
    if (choose_bands(press, &plan, &size) ||
        (spill_product(press) && choose_bands(press, &plan, &size)))
        return lay_one_sheet(press, &plan, size);
    return press_lay_sheets(press, misfit);
}

void
poster_layout_free(PosterLayout *layout)
{
    if (layout == NULL)
        return;
    for (guint i = 0; i < layout->n_sheets + layout->n_annexes; i++)
        scene_free(layout->sheets[i]);
    g_free(layout->sheets);
    g_free(layout);
}
