#include "paper/plan.h"

static const double NOTE_H = 8;
enum { MAX_SHEETS = 4000 /* no file of charters is large enough for that many */ };

static void
draw_note(const Press *press, Scene *scene, double bottom, guint sheet, guint n_sheets)
{
    char next[16], total[16];
    g_snprintf(next, sizeof next, "%u", sheet + 2);
    g_snprintf(total, sizeof total, "%u", n_sheets);
    Para para = press_para(press, FACE_BOLD, press_word(press, WORD_CONTINUES, next, total),
                           press->palette.brand);
    double size = press_type(press, 13), w = para_full_width(&para) * size;
    Place at = {press->x + press->w - w, bottom + NOTE_H - size * 1.2 - 1, w + 1, size};
    press_set_as(scene, TAG_P, &para, at, 1.2);
}

/* How many sheets a plan takes at a size, and how they look. */
typedef struct Count {
    guint n;             /* 0: the item at `stuck` is taller than a sheet */
    double least_filled; /* of all sheets but the last: the share of the body that is used */
    BodyCursor stuck;
} Count;

/* The rooms under the bands of the first sheet and of the others: the bands are set once, the body
 * tried in many sizes. */
typedef struct Frames {
    BodyRoom first, later;
} Frames;

static Count
fill_sheets(const Press *press, const Frames *frames, const BodyPlan *plan, double size)
{
    const BodyRoom first = frames->first, later = frames->later;
    Count count = {.least_filled = 1};
    BodyCursor *c = &count.stuck;
    do {
        BodyRoom room = count.n == 0 ? first : later;
        const BodyCursor before = *c;
        room.size = size;
        room.bottom -= NOTE_H;
        double end = press_fill(press, NULL, plan, c, &room);
        gboolean moved = c->section != before.section || c->item != before.item ||
                         c->step != before.step || c->tick != before.tick;
        /* What is too tall for the room under the first sheet's bands may fit the next. */
        gboolean larger = count.n == 0 && later.bottom - later.y > first.bottom - first.y;
        if ((!moved && !press_is_done(press, c) && !larger) || count.n >= MAX_SHEETS)
            return (Count){0, 0, *c};
        if (!press_is_done(press, c))
            count.least_filled =
                MIN(count.least_filled, (end - room.y) / (room.bottom - room.y));
        count.n++;
    } while (!press_is_done(press, c));
    return count;
}

static Count
count_sheets(const Press *press, const Frames *frames, const BodyPlan *plan, double size)
{
    guint mark = press_mark(press);
    Count count = fill_sheets(press, frames, plan, size);
    press_forget(press, mark);
    count.stuck.step = NULL; /* parts that are forgotten */
    count.stuck.tick = NULL;
    return count;
}

typedef struct SheetPlan {
    BodyPlan plan;
    double size, score;
    Count count; /* n = 0: none fits */
} SheetPlan;

static PosterLayout *
draw_sheets(const Press *press, const Frames *frames, const SheetPlan *chosen)
{
    const guint n_sheets = chosen->count.n;
    const double size = chosen->size;
    PosterLayout *layout = g_new0(PosterLayout, 1);
    layout->body_mm = size;
    layout->sheets = g_new0(Scene *, n_sheets);
    BodyCursor cursor = {0};
    for (guint i = 0; i < n_sheets; i++) {
        Scene *scene = layout->sheets[layout->n_sheets++] = scene_new(SHEET_W, SHEET_H);
        BodyRoom room = i == 0 ? frames->first : frames->later;
        room.size = size;
        room.bottom -= NOTE_H;
        plan_draw_bands(press, scene, i, n_sheets);
        press_fill(press, scene, &chosen->plan, &cursor, &room);
        if (i + 1 < n_sheets)
            draw_note(press, scene, room.bottom, i, n_sheets);
        plan_draw_end(press, scene, i);
    }
    return layout;
}

/* Whether a plan comes out no worse in another size or with other gaps: on as few sheets, with no further heading alone. */
static gboolean
is_as_good(const Count *count, const Count *than)
{
    return count->n > 0 && count->n <= than->n && count->stuck.alone <= than->stuck.alone;
}

/* The largest type at which the plan comes out as well as at the least. */
static double
sheets_size(const Press *press,
            const Frames *frames,
            const BodyPlan *plan,
            double least,
            const Count *at_least)
{
    double low = least, high = MAX(low, press->style->body_pt.max * PT * 0.8);
    while (high - low > 0.25 * PT) {
        double middle = (low + high) / 2;
        Count count = count_sheets(press, frames, plan, middle);
        if (is_as_good(&count, at_least))
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Fewer sheets, on as many fewer headings alone, with as many a better score. */
static gboolean
looks_better(const SheetPlan *plan, const SheetPlan *than)
{
    const Count *a = &plan->count, *b = &than->count;
    if (a->n != b->n)
        return a->n < b->n;
    if (a->stuck.alone != b->stuck.alone)
        return a->stuck.alone < b->stuck.alone;
    return plan->score > than->score;
}

/* The plan of the fewest sheets, of these the one with the largest type and no empty sheet. */
static SheetPlan
choose_sheets(const Press *press, const Frames *frames, BodyCursor *stuck)
{
    BodyPlan plans[MAX_PLANS];
    SheetPlan best = {.count = {.n = 0}};
    double least = plan_least_mm(press);
    guint n = plan_list(press, plans);
    for (guint i = 0; i < n; i++) {
        if (plans[i].ratio > 0)
            continue;
        Count count = count_sheets(press, frames, &plans[i], least);
        *stuck = count.stuck;
        if (count.n == 0 || (best.count.n > 0 && count.n > best.count.n))
            continue;
        double size = sheets_size(press, frames, &plans[i], least, &count);
        count = count_sheets(press, frames, &plans[i], size);
        const SheetPlan plan = {plans[i], size, size * MIN(0.4 + count.least_filled, 1.2),
                                count};
        if (best.count.n == 0 || looks_better(&plan, &best))
            best = plan;
    }
    return best;
}

/* Gaps up to 1.8 times as large, as long as no further sheet is needed. */
static void
spread_sheets(Press *press, const Frames *frames, const SheetPlan *best)
{
    double low = 1, high = 1.8;
    for (int i = 0; i < 5; i++) {
        press->spread = (low + high) / 2;
        Count count = count_sheets(press, frames, &best->plan, best->size);
        if (is_as_good(&count, &best->count))
            low = press->spread;
        else
            high = press->spread;
    }
    press->spread = low;
}

PosterLayout *
press_lay_sheets(Press *press, PosterMisfit *misfit)
{
    BodyCursor stuck = {0};
    const Frames frames = {plan_frame(press, 0), plan_frame(press, 1)};
    SheetPlan best = choose_sheets(press, &frames, &stuck);
    if (best.count.n == 0) {
        /* A word wider than any column: rather broken than lost. */
        press->may_break = TRUE;
        best = choose_sheets(press, &frames, &stuck);
    }
    if (best.count.n == 0) {
        *misfit = press_item_misfit(&press->sections[stuck.section], stuck.item);
        return NULL;
    }
    spread_sheets(press, &frames, &best);
    return draw_sheets(press, &frames, &best);
}
