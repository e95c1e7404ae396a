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
    Count count = {0, 1, {0, 0, NULL, NULL}};
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
    guint n_sheets; /* 0 = none fits */
} SheetPlan;

static PosterLayout *
draw_sheets(const Press *press, const Frames *frames, const SheetPlan *chosen)
{
    const guint n_sheets = chosen->n_sheets;
    const double size = chosen->size;
    PosterLayout *layout = g_new0(PosterLayout, 1);
    layout->body_mm = size;
    layout->sheets = g_new0(Scene *, n_sheets);
    BodyCursor cursor = {0, 0, NULL, NULL};
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

/* The largest type at which the plan needs no more sheets than at the least. */
static double
sheets_size(const Press *press,
            const Frames *frames,
            const BodyPlan *plan,
            double least,
            guint n_sheets)
{
    double low = least, high = MAX(low, press->style->body_pt.max * PT * 0.8);
    while (high - low > 0.25 * PT) {
        double middle = (low + high) / 2;
        guint n = count_sheets(press, frames, plan, middle).n;
        if (n > 0 && n <= n_sheets)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The plan of the fewest sheets, of these the one with the largest type and no empty sheet. */
static SheetPlan
choose_sheets(const Press *press, const Frames *frames, BodyCursor *stuck)
{
    BodyPlan plans[MAX_PLANS];
    SheetPlan best = {.n_sheets = 0};
    double least = plan_least_mm(press);
    guint n = plan_list(press, plans);
    for (guint i = 0; i < n; i++) {
        if (plans[i].ratio > 0)
            continue;
        Count count = count_sheets(press, frames, &plans[i], least);
        *stuck = count.stuck;
        if (count.n == 0 || (best.n_sheets > 0 && count.n > best.n_sheets))
            continue;
        double size = sheets_size(press, frames, &plans[i], least, count.n);
        double filled = count_sheets(press, frames, &plans[i], size).least_filled;
        double score = size * MIN(0.4 + filled, 1.2);
        if (best.n_sheets == 0 || count.n < best.n_sheets || score > best.score)
            best = (SheetPlan){plans[i], size, score, count.n};
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
        if (count_sheets(press, frames, &best->plan, best->size).n == best->n_sheets)
            low = press->spread;
        else
            high = press->spread;
    }
    press->spread = low;
}

PosterLayout *
press_lay_sheets(Press *press, PosterMisfit *misfit)
{
    BodyCursor stuck = {0, 0, NULL, NULL};
    const Frames frames = {plan_frame(press, 0), plan_frame(press, 1)};
    SheetPlan best = choose_sheets(press, &frames, &stuck);
    if (best.n_sheets == 0) {
        /* A word wider than any column: rather broken than lost. */
        press->may_break = TRUE;
        best = choose_sheets(press, &frames, &stuck);
    }
    if (best.n_sheets == 0) {
        *misfit = press_item_misfit(&press->sections[stuck.section], stuck.item);
        return NULL;
    }
    spread_sheets(press, &frames, &best);
    return draw_sheets(press, &frames, &best);
}
