#include "paper/layout.h"
#include <math.h>
#include <string.h>

static const double BODY_TOP = 10.5, BODY_BOTTOM = 9, NOTE_H = 8, SIGNER_GAP = 9;
static const double EMPTY_WEIGHT = 0.6; /* of the unused share in a plan's score */
enum { MAX_SHEETS = 4000 /* no file of charters is large enough for that many */ };

typedef struct Frame {
    double top, bottom; /* of the body on a sheet */
} Frame;

static double
floor_mm(const Press *press)
{
    const PosterStyle *s = press->style;
    if (press->options->size != POSTER_A4)
        return s->body_pt.min * PT;
    return (press->options->dense ? s->floor_dense_pt : s->floor_a4_pt) * PT / press->scale;
}

/* Facts and channels no band can hold become sections of the body. */
static void
spill_fact(Press *press, guint index)
{
    PosterFact *fact = &press->facts[index];
    PosterItem *item = &press->spilled[index];
    const char *text = fact->value;
    if (fact->number != NULL) {
        char *joined = g_strjoin(" ", fact->before != NULL ? fact->before : "", fact->number,
                                 fact->unit, NULL);
        g_ptr_array_add(press->strings, g_strstrip(joined));
        text = joined;
    }
    *item = (PosterItem){.field = fact->field, .text = text, .other = fact->note};
    press->sections[press->n_sections++] =
        (PosterSection){.kind = SECTION_TICKS, .heading = fact->label, .items = item, .n = 1};
    *fact = (PosterFact){.field = fact->field,
                         .icon = fact->icon,
                         .label = fact->label,
                         .value = press_word(press, WORD_SEE_BELOW, NULL, NULL)};
}

static void
spill(Press *press)
{
    const double facts_most = 66, footer_most = 118;
    const PosterContent *c = press->content;
    while (press_facts(press, NULL, 0) > facts_most) {
        guint longest = 0;
        gsize most = 0;
        for (guint i = 0; i < press->n_facts; i++) {
            const PosterFact *f = &press->facts[i];
            gsize len = (f->value != NULL ? strlen(f->value) : 0) +
                        (f->unit != NULL ? strlen(f->unit) : 0) +
                        (f->before != NULL ? strlen(f->before) : 0) +
                        (f->note != NULL ? strlen(f->note) : 0);
            if (len > most) {
                most = len;
                longest = i;
            }
        }
        if (press->spilled[longest].text != NULL)
            break;
        spill_fact(press, longest);
    }
    guint n_channels = press->n_channels;
    while (press->n_channels > 0 && press_footer(press, NULL, 0) > footer_most)
        press->n_channels--;
    if (press->n_channels < n_channels)
        press->sections[press->n_sections++] =
            (PosterSection){.kind = SECTION_ROWS,
                            .heading = c->channels_heading,
                            .items = c->channels + press->n_channels,
                            .n = n_channels - press->n_channels};
}

static guint
make_plans(const Press *press, BodyPlan plans[16])
{
    static const double RATIOS[] = {0.30, 0.34, 0.38, 0.42, 0.46};
    guint n = 0;
    gboolean beside = press->n_sections >= 2;
    for (guint i = 0; i < MIN(press->n_sections, 2u); i++)
        beside = beside && press->sections[i].kind != SECTION_TABLE;
    for (guint i = 0; beside && i < G_N_ELEMENTS(RATIOS); i++)
        plans[n++] = (BodyPlan){.ratio = RATIOS[i]};
    for (guint k = 0; k < 4; k++) {
        BodyPlan plan = {.ratio = 0};
        gboolean differs = k == 0;
        for (guint i = 0; i < press->n_sections; i++) {
            const PosterSection *s = &press->sections[i];
            gboolean flow = s->kind == SECTION_FLOW;
            gboolean can_split = s->kind != SECTION_TABLE && s->n > 1 &&
                                 !(flow && flow_has_branches(s->steps, s->n));
            gboolean want = flow ? (k & 2) != 0 : (k & 1) != 0;
            plan.columns[i] = can_split && want ? 2 : 1;
            differs = differs || plan.columns[i] == 2;
        }
        if (differs)
            plans[n++] = plan;
    }
    return n;
}

/* *height receives what the plan takes at this size. */
static gboolean
plan_fits(
    Press *press, const BodyPlan *plan, double size, double room, double *area, double *height)
{
    press->cramped = FALSE;
    *height = press_arrange(press, NULL, plan, 0, size, area);
    if (*height > room)
        return FALSE;
    press->breaking_helps |= press->cramped;
    return press->may_break || !press->cramped;
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
plan_size(Press *press, const BodyPlan *plan, double room, double enough, double *area)
{
    const double coarse = 0.8 * PT, fine = 0.2 * PT;
    double largest =
        press->style->body_pt.max * (press->sections[0].kind == SECTION_TABLE ? 0.8 : 1);
    double least = floor_mm(press), most = MAX(least, largest * PT);
    double size = most;
    double height;
    while (size > enough && !plan_fits(press, plan, size, room, area, &height)) {
        if (size <= least)
            return 0;
        size = MAX(next_size(size, height, room, coarse), least);
    }
    if (size <= enough || size >= most)
        return size > enough ? size : 0;
    double fits = size;
    for (double next = size + coarse - fine; next > fits + fine / 2; next -= fine)
        if (plan_fits(press, plan, MIN(next, most), room, area, &height))
            return MIN(next, most);
    plan_fits(press, plan, fits, room, area, &height);
    return fits;
}

/* The plan of the highest score for one sheet: large type, little emptiness. FALSE: none fits. */
static gboolean
choose_plan(Press *press, double room, BodyPlan *best, double *best_size)
{
    BodyPlan plans[16];
    guint n = make_plans(press, plans);
    double best_score = -1;
    for (guint i = 0; i < n; i++) {
        double area, size = plan_size(press, &plans[i], room, best_score, &area);
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
spread_out(Press *press, const BodyPlan *plan, double size, double room)
{
    double low = 1, high = 2.5, area, height;
    for (int i = 0; i < 7; i++) {
        press->spread = (low + high) / 2;
        if (plan_fits(press, plan, size, room, &area, &height))
            low = press->spread;
        else
            high = press->spread;
    }
    press->spread = low;
}

static double
top_bands(Press *press, Scene *scene, guint sheet, guint n_sheets)
{
    if (sheet > 0)
        return press_later_header(press, scene, sheet, n_sheets);
    double y = press_header(press, scene);
    if (press->content->pledge != NULL)
        return y + press_pledge(press, scene, y);
    return y + press_facts(press, scene, y);
}

static Frame
frame_of(Press *press, guint sheet)
{
    return (Frame){top_bands(press, NULL, sheet, 88) + BODY_TOP,
                   SHEET_H - press_footer(press, NULL, 0) - BODY_BOTTOM};
}

/* The bands of a sheet and a ground for the body; leaves the scene in the body's band. */
static void
draw_bands(Press *press, Scene *scene, guint sheet, guint n_sheets)
{
    double top = top_bands(press, NULL, sheet, n_sheets);
    double bottom = SHEET_H - press_footer(press, NULL, 0);
    scene_begin(scene, TAG_SECT, NULL);
    top_bands(press, scene, sheet, n_sheets);
    scene_end(scene);
    press_band(scene, top, bottom - top, press->palette.paper);
}

static void
draw_footer(Press *press, Scene *scene)
{
    scene_begin(scene, TAG_SECT, NULL);
    press_footer(press, scene, SHEET_H);
    scene_end(scene);
}

static void
draw_note(Press *press, Scene *scene, double bottom, guint sheet, guint n_sheets)
{
    char next[16], total[16];
    g_snprintf(next, sizeof next, "%u", sheet + 2);
    g_snprintf(total, sizeof total, "%u", n_sheets);
    Para para = press_para(press, FACE_BOLD, press_word(press, WORD_CONTINUES, next, total),
                           press->palette.brand);
    double size = 13 * PT, w = para_full_width(&para) * size;
    press_set_as(scene, TAG_P, &para, press->x + press->w - w, bottom + NOTE_H - size * 1.2 - 1,
                 w + 1, size, 1.2);
}

/* How many sheets a plan takes at a size; 0 when an item is taller than a sheet. */
static guint
count_sheets(Press *press, const BodyPlan *plan, double size)
{
    Frame first = frame_of(press, 0), later = frame_of(press, 1);
    BodyCursor cursor = {0, 0};
    double signer = press_signer(press, NULL, 0), y = 0;
    guint n = 0;
    while (cursor.section < press->n_sections && n < MAX_SHEETS) {
        Frame frame = n == 0 ? first : later;
        BodyCursor before = cursor;
        if (!press_fill(press, NULL, plan, &cursor, frame.top, frame.bottom - NOTE_H, size,
                        &y)) {
            /* What is too tall for the room under the first sheet's bands may fit the next. */
            if (n > 0 || later.bottom - later.top <= first.bottom - first.top)
                return 0;
            press->too_long = NULL;
            cursor = before;
        }
        n++;
    }
    if (cursor.section < press->n_sections) {
        const PosterSection *section = &press->sections[cursor.section];
        press_too_long(press, press_item_field(section, cursor.item), NULL);
        return 0;
    }
    if (signer > 0 && y + SIGNER_GAP + signer > later.bottom)
        n++;
    return MAX(n, 1u);
}

static PosterLayout *
draw_sheets(Press *press, const BodyPlan *plan, double size, guint n_sheets)
{
    PosterLayout *layout = g_new0(PosterLayout, 1);
    layout->body_mm = size;
    layout->sheets = g_new0(Scene *, n_sheets);
    BodyCursor cursor = {0, 0};
    double signer = press_signer(press, NULL, 0), y = 0;
    for (guint i = 0; i < n_sheets; i++) {
        Scene *scene = layout->sheets[layout->n_sheets++] = scene_new(SHEET_W, SHEET_H);
        Frame frame = frame_of(press, i);
        draw_bands(press, scene, i, n_sheets);
        y = frame.top;
        press_fill(press, scene, plan, &cursor, frame.top, frame.bottom - NOTE_H, size, &y);
        if (i + 1 < n_sheets)
            draw_note(press, scene, frame.bottom - NOTE_H, i, n_sheets);
        else if (signer > 0)
            press_signer(press, scene, frame.bottom - signer);
        draw_footer(press, scene);
    }
    press->too_long = NULL;
    return layout;
}

typedef struct SheetPlan {
    BodyPlan plan;
    double size;
    guint n_sheets; /* 0 = none fits */
} SheetPlan;

/* The largest type at which the plan needs no more sheets than at the least. */
static double
sheets_size(Press *press, const BodyPlan *plan, double least, guint n_sheets)
{
    double low = least, high = MAX(low, press->style->body_pt.max * PT * 0.8);
    while (high - low > 0.25 * PT) {
        double middle = (low + high) / 2;
        guint n = count_sheets(press, plan, middle);
        if (n > 0 && n <= n_sheets)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The plan of the fewest sheets, of these the one with the largest type. */
static SheetPlan
choose_sheets(Press *press, double least)
{
    BodyPlan plans[16];
    SheetPlan best = {.n_sheets = 0};
    guint n = make_plans(press, plans);
    for (guint i = 0; i < n; i++) {
        guint n_sheets = plans[i].ratio > 0 ? 0 : count_sheets(press, &plans[i], least);
        if (n_sheets == 0 || (best.n_sheets > 0 && n_sheets > best.n_sheets))
            continue;
        double size = sheets_size(press, &plans[i], least, n_sheets);
        if (best.n_sheets == 0 || n_sheets < best.n_sheets || size > best.size)
            best = (SheetPlan){plans[i], size, n_sheets};
    }
    return best;
}

/* Gaps up to 1.8 times as large, as long as no further sheet is needed. */
static void
spread_sheets(Press *press, const SheetPlan *best)
{
    double low = 1, high = 1.8;
    for (int i = 0; i < 5; i++) {
        press->spread = (low + high) / 2;
        if (count_sheets(press, &best->plan, best->size) == best->n_sheets)
            low = press->spread;
        else
            high = press->spread;
    }
    press->spread = low;
}

/* Below the floor: more sheets. A section rather begins on a new one than with an item or two at
 * the foot of the last, unless that took one more. */
static PosterLayout *
lay_sheets(Press *press)
{
    Frame later = frame_of(press, 1);
    double least = floor_mm(press);
    press_unfold(press, later.bottom - later.top - NOTE_H - 3 * least, press->w, least);
    SheetPlan best = choose_sheets(press, least);
    if (best.n_sheets == 0)
        return NULL;
    press->whole_starts = TRUE;
    SheetPlan whole = choose_sheets(press, least);
    if (whole.n_sheets == best.n_sheets)
        best = whole;
    else
        press->whole_starts = FALSE;
    spread_sheets(press, &best);
    press->too_long = NULL;
    return draw_sheets(press, &best.plan, best.size, best.n_sheets);
}

static PosterLayout *
lay_one_sheet(Press *press, const BodyPlan *plan, double size, double room)
{
    PosterLayout *layout = g_new0(PosterLayout, 1);
    Frame frame = frame_of(press, 0);
    double area, signer = press_signer(press, NULL, 0);
    spread_out(press, plan, size, room);
    layout->body_mm = size;
    layout->sheets = g_new0(Scene *, 1);
    Scene *scene = layout->sheets[layout->n_sheets++] = scene_new(SHEET_W, SHEET_H);
    draw_bands(press, scene, 0, 1);
    press_arrange(press, scene, plan, frame.top, size, &area);
    if (signer > 0)
        press_signer(press, scene, frame.bottom - signer);
    draw_footer(press, scene);
    return layout;
}

static double
body_room(Press *press)
{
    Frame frame = frame_of(press, 0);
    double signer = press_signer(press, NULL, 0);
    return frame.bottom - frame.top - (signer > 0 ? signer + SIGNER_GAP : 0);
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
        double room = body_room(press);
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

PosterLayout *
poster_layout_new(Press *press)
{
    BodyPlan plan;
    double size;
    press_order(press);
    spill(press);
    frame_of(press, 0);
    if (press->too_long != NULL)
        return NULL;
    gboolean one_sheet = choose_bands(press, &plan, &size);
    if (!one_sheet && press->breaking_helps) {
        /* Rather a word broken between its letters than another sheet. */
        press->may_break = TRUE;
        one_sheet = choose_bands(press, &plan, &size);
    }
    if (one_sheet)
        return lay_one_sheet(press, &plan, size, body_room(press));
    return lay_sheets(press);
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
