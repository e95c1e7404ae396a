#include "paper/press.h"

static const double COLUMN_GAP = 11, SECTION_GAP_EM = 1.15;

/* Where a section of several columns is cut into two of about equal height. */
static guint
split_point(const double *heights, const double *gaps, guint n)
{
    double left = 0, right = 0, best = G_MAXDOUBLE;
    guint at = n;
    for (guint i = 0; i < n; i++)
        right += heights[i] + (i > 0 ? gaps[i] : 0);
    for (guint i = 0; i < n; i++) {
        left += heights[i] + (i > 0 ? gaps[i] : 0);
        right -= heights[i] + (i + 1 < n ? gaps[i + 1] : 0);
        if (MAX(left, right) < best - 0.01) {
            best = MAX(left, right);
            at = i + 1;
        }
    }
    return at;
}

typedef struct Measured {
    double *heights, *gaps; /* of items from the first one measured */
    guint n;
} Measured;

/* Items of the run, or as many as are together taller than `most`. */
static Measured
measure_items(const Press *press, const Run *run, Place at, double most)
{
    guint n = run->end - run->begin;
    double sum = 0;
    Measured m = {g_new(double, n + 1), g_new(double, n + 1), 0};
    for (; m.n < n && sum <= most; m.n++) {
        guint i = run->begin + m.n;
        m.heights[m.n] = press_item_height(press, run->section, i, at);
        m.gaps[m.n] = press_gap(press, run->section, i, at.size);
        sum += m.heights[m.n];
    }
    return m;
}

static void
measured_clear(Measured *m)
{
    g_free(m->heights);
    g_free(m->gaps);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Measured, measured_clear)

static double
half_width(double w)
{
    return (w - COLUMN_GAP) / 2;
}

/* A run in two columns; returns the height. */
static double
set_halves(const Press *press, Scene *scene, const Run *run, Place at)
{
    if (run->end - run->begin < 2)
        return press_column(press, scene, run, at);
    double left_x = at.x;
    at.w = half_width(at.w);
    g_auto(Measured) m = measure_items(press, run, at, G_MAXDOUBLE);
    guint cut = run->begin + split_point(m.heights, m.gaps, m.n);
    const Run first = {run->section, run->begin, cut}, second = {run->section, cut, run->end};
    double left = press_column(press, scene, &first, at), right = 0;
    at.x = left_x + at.w + COLUMN_GAP;
    if (cut < run->end)
        right = press_column(press, scene, &second, at);
    return MAX(left, right);
}

static double
set_section(
    const Press *press, Scene *scene, const PosterSection *section, guint columns, Place at)
{
    const Run all = {section, 0, section->n};
    if (scene != NULL)
        scene_begin(scene, TAG_SECT, NULL);
    double top = at.y;
    at.y += press_heading(press, scene, section->heading, at);
    at.y += columns == 2 ? set_halves(press, scene, &all, at)
                         : press_column(press, scene, &all, at);
    if (scene != NULL)
        scene_end(scene);
    return at.y - top;
}

/* The first section in the left column, the second in the right; a procedure gets the larger one. */
static double
arrange_beside(
    const Press *press, Scene *scene, double ratio, const BodyRoom *room, double *area)
{
    double y = room->y, size = room->size;
    if (press->sections[0].kind == SECTION_FLOW && press->sections[1].kind != SECTION_FLOW)
        ratio = 1 - ratio;
    double left_w = press->w * ratio - COLUMN_GAP / 2, right_w = press->w - left_w - COLUMN_GAP;
    Place left = {press->x, y, left_w, size};
    Place right = {press->x + left_w + COLUMN_GAP, y, right_w, size};
    left.y += set_section(press, scene, &press->sections[0], 1, left);
    right.y += set_section(press, scene, &press->sections[1], 1, right);
    for (guint i = 2; i < press->n_sections; i++) {
        /* Further sections go where there is more room. */
        Place *column = left.y <= right.y ? &left : &right;
        column->y += SECTION_GAP_EM * size;
        column->y += set_section(press, scene, &press->sections[i], 1, *column);
    }
    *area = (left.y - y) * left_w + (right.y - y) * right_w;
    return MAX(left.y, right.y) - y;
}

/* ---- filling ---- */

/* A column being filled: `at` is where its next text stands. */
typedef struct Column {
    Place at;
    double top, bottom;
} Column;

static Column
column_of(const Press *press, const BodyRoom *room)
{
    return (Column){{press->x, room->y, press->w, room->size}, room->y, room->bottom};
}

static double
height_left(const Column *column)
{
    return column->bottom - column->at.y;
}

/* What of a section is set in one column. */
typedef struct Taken {
    PosterSection own; /* its items, one or two of them parts */
    Run run;
    BodyCursor next;
} Taken;

static gboolean
is_parted(PosterSectionKind kind)
{
    return kind == SECTION_FLOW || kind == SECTION_TICKS;
}

static gsize
item_size(PosterSectionKind kind)
{
    return kind == SECTION_FLOW ? sizeof(FlowStep) : sizeof(PosterItem);
}

/* The item at the cursor, or what is left of it. */
static gconstpointer
item_at(const PosterSection *section, const BodyCursor *c)
{
    if (section->kind == SECTION_FLOW)
        return c->step != NULL ? c->step : &section->steps[c->item];
    return c->tick != NULL ? c->tick : &section->items[c->item];
}

static PosterSection
section_of(const PosterSection *from, gconstpointer items, guint n)
{
    PosterSection section = *from;
    section.n = n;
    if (from->kind == SECTION_FLOW)
        section.steps = items;
    else
        section.items = items;
    return section;
}

/* The first part of the item at the cursor goes to `list`, the rest to the cursor. */
static gboolean
take_part(const Press *press,
          const PosterSection *section,
          GArray *list,
          BodyCursor *c,
          const Column *column)
{
    gconstpointer item = item_at(section, c);
    double left = height_left(column);
    if (section->kind == SECTION_FLOW) {
        FlowStep parts[2];
        if (!press_split_step(press, item, &column->at, left, parts))
            return FALSE;
        g_array_append_vals(list, &parts[0], 1);
        c->step = press_keep(press, &parts[1], sizeof parts[1]);
        return TRUE;
    }
    PosterItem parts[2];
    if (!press_split_tick(press, item, &column->at, left, parts))
        return FALSE;
    g_array_append_vals(list, &parts[0], 1);
    c->tick = press_keep(press, &parts[1], sizeof parts[1]);
    return TRUE;
}

/* The share of the column from which on an item is worth parting. */
static double
tall_share(PosterSectionKind kind)
{
    return kind == SECTION_FLOW ? 0.12 : 0.7;
}

/* Whether an item is worth parting: where it would leave a hole. */
static gboolean
leaves_hole(PosterSectionKind kind, guint n_before, double item, double left)
{
    const double hole = 0.08;
    return n_before == 0 || (left > hole && item > tall_share(kind));
}

/* The height of the item at the cursor, or of as much of it as shows that it does not fit the column
 * and whether it is tall. */
static double
height_at(const Press *press,
          const PosterSection *section,
          const BodyCursor *c,
          const Column *column,
          double whole)
{
    const Place *at = &column->at;
    if (section->kind == SECTION_TABLE)
        return press_item_height(press, section, c->item, *at);
    const PosterSection one = section_of(section, item_at(section, c), 1);
    double tall = at->y + tall_share(section->kind) * whole;
    return press_item_height_to(press, &one, 0, *at, MAX(column->bottom, tall) + 1);
}

/* Items that fit, without regard to how they look. */
static GArray *
collect(const Press *press, const PosterSection *section, BodyCursor *c, Column column)
{
    GArray *list = g_array_new(FALSE, FALSE, (guint)item_size(section->kind));
    double whole = height_left(&column);
    while (c->item < section->n) {
        gconstpointer item = item_at(section, c);
        const PosterSection one = section_of(section, item, 1);
        double h = height_at(press, section, c, &column, whole);
        if (list->len > 0)
            column.at.y += press_gap(press, &one, 0, column.at.size);
        if (column.at.y + h > column.bottom) {
            if (is_parted(section->kind) &&
                leaves_hole(section->kind, list->len, h / whole, height_left(&column) / whole))
                take_part(press, section, list, c, &column);
            break;
        }
        g_array_append_vals(list, item, 1);
        column.at.y += h;
        *c = (BodyCursor){.section = c->section, .item = c->item + 1};
    }
    return list;
}

/* Whether exactly `n` of the entries from `begin` on are items. */
static gboolean
has_items(const PosterSection *section, guint begin, guint n)
{
    guint found = 0;
    for (guint i = begin; i < section->n && found <= n; i++)
        found += press_is_heading(section, i) ? 0 : 1;
    return found == n;
}

/* Gives the last item back. */
static void
drop_last(GArray *list, BodyCursor *c)
{
    gboolean parted = c->step != NULL || c->tick != NULL;
    *c = (BodyCursor){.section = c->section, .item = parted ? c->item : c->item - 1};
    g_array_set_size(list, list->len - 1);
}

static void
drop_headings(const PosterSection *section, GArray *list, BodyCursor *c)
{
    while (list->len > 0 && c->item < section->n) {
        const PosterSection all = section_of(section, list->data, list->len);
        if (!press_is_heading(&all, list->len - 1))
            return;
        drop_last(list, c);
    }
}

/* No heading stands last, no item alone behind the others or before them. `first`: of its column. */
static void
mend_end(
    const PosterSection *section, GArray *list, BodyCursor *c, BodyCursor start, gboolean first)
{
    gboolean parted = c->step != NULL || c->tick != NULL;
    guint had = list->len;
    drop_headings(section, list, c);
    if (!parted && list->len > 2 && has_items(section, c->item, 1)) {
        drop_last(list, c);
        drop_headings(section, list, c);
    }
    gboolean begins = start.item == 0 && start.step == NULL && start.tick == NULL;
    const PosterSection taken = section_of(section, list->data, list->len);
    guint few = has_items(section, 0, 3) ? 2 : 1;
    if (!first && begins && !parted && c->item < section->n &&
        press_count_items(&taken, 0) <= few) {
        g_array_set_size(list, 0);
        *c = start;
    }
    if (first && list->len == 0 && had > 0) { /* rather an ugly end than none */
        g_array_append_vals(list, item_at(section, &start), 1);
        *c = (BodyCursor){.section = start.section, .item = start.item + 1};
    }
}

static Taken
take(const Press *press,
     const PosterSection *section,
     const BodyCursor *cursor,
     Column column,
     gboolean first)
{
    Taken taken = {.next = *cursor};
    GArray *list = collect(press, section, &taken.next, column);
    mend_end(section, list, &taken.next, *cursor, first);
    guint n = list->len;
    if (section->kind == SECTION_TABLE || n == 0) {
        taken.run = (Run){section, cursor->item, cursor->item + n};
        g_array_free(list, TRUE);
        return taken;
    }
    gpointer items = g_array_free(list, FALSE);
    g_ptr_array_add(press->strings, items);
    taken.own = section_of(section, items, n);
    taken.run = (Run){NULL, 0, n};
    return taken;
}

/* Height of the first `n` measured items in two columns. */
static double
halves_height(const Measured *m, guint n)
{
    guint cut = n < 2 ? n : split_point(m->heights, m->gaps, n);
    double left = 0, right = 0;
    for (guint i = 0; i < cut; i++)
        left += m->heights[i] + (i > 0 ? m->gaps[i] : 0);
    for (guint i = cut; i < n; i++)
        right += m->heights[i] + (i > cut ? m->gaps[i] : 0);
    return MAX(left, right);
}

/* As many items as fit side by side, two columns of them. */
static Taken
take_halves(const Press *press,
            const PosterSection *section,
            const BodyCursor *cursor,
            Column column)
{
    double most = height_left(&column);
    const Run left = {section, cursor->item, section->n};
    column.at.w = half_width(column.at.w);
    g_auto(Measured) m = measure_items(press, &left, column.at, 2 * most);
    guint low = 0, high = m.n;
    while (low < high) {
        guint middle = (low + high + 1) / 2;
        if (halves_height(&m, middle) <= most)
            low = middle;
        else
            high = middle - 1;
    }
    guint end = cursor->item + low;
    if (low > 2 && has_items(section, end, 1))
        end--;
    while (end > cursor->item && end < section->n && press_is_heading(section, end - 1))
        end--;
    return (Taken){.run = {section, cursor->item, end},
                   .next = {.section = cursor->section, .item = end}};
}

static const char *
heading_text(const Press *press, const PosterSection *section, const BodyCursor *c)
{
    if (c->item == 0 && c->step == NULL && c->tick == NULL)
        return section->heading;
    return press_concat(press, section->heading, " ",
                        press_word(press, WORD_CONTINUED, NULL, NULL), NULL);
}

/* Whether a run is headings and nothing else. */
static gboolean
is_all_headings(const Run *run)
{
    for (guint i = run->begin; i < run->end; i++)
        if (!press_is_heading(run->section, i))
            return FALSE;
    return run->end > run->begin;
}

/* Sets what fits of one section and moves on; TRUE when the section is done. */
static gboolean
fill_section(
    const Press *press, Scene *scene, guint columns, BodyCursor *cursor, Column *column)
{
    const PosterSection *section = &press->sections[cursor->section];
    gboolean first = column->at.y <= column->top; /* of its column */
    const char *heading = heading_text(press, section, cursor);
    Column body = *column;
    body.at.y += press_heading(press, NULL, heading, column->at);
    body.at.y += press_column_head(press, section, column->at);
    Taken taken = columns == 2 ? take_halves(press, section, cursor, body)
                               : take(press, section, cursor, body, first);
    if (taken.run.section == NULL)
        taken.run.section = &taken.own;
    guint n = taken.run.end - taken.run.begin;
    if (n == 0 && (section->n > 0 || height_left(&body) < 2 * body.at.size))
        return FALSE;
    if (scene != NULL)
        scene_begin(scene, TAG_SECT, NULL);
    column->at.y += press_heading(press, scene, heading, column->at);
    column->at.y += columns == 2 ? set_halves(press, scene, &taken.run, column->at)
                                 : press_column(press, scene, &taken.run, column->at);
    if (scene != NULL)
        scene_end(scene);
    gboolean done = taken.next.item >= section->n;
    taken.next.alone = cursor->alone + (!done && is_all_headings(&taken.run) ? 1 : 0);
    *cursor = taken.next;
    return done;
}

/* One column; returns where its text ends. */
static double
fill_column(
    const Press *press, Scene *scene, const BodyPlan *plan, BodyCursor *cursor, Column column)
{
    double end = column.at.y;
    while (!press_is_done(press, cursor)) {
        guint columns = plan->flows ? 1 : plan->columns[cursor->section];
        gboolean done = fill_section(press, scene, columns, cursor, &column);
        end = column.at.y;
        if (!done)
            break;
        *cursor = (BodyCursor){.section = cursor->section + 1, .alone = cursor->alone};
        column.at.y += SECTION_GAP_EM * column.at.size;
    }
    return end;
}

gboolean
press_is_done(const Press *press, const BodyCursor *cursor)
{
    return cursor->section >= press->n_sections;
}

/* *area receives what the text covers. */
static double
fill_flow(
    const Press *press, Scene *scene, BodyCursor *cursor, const BodyRoom *room, double *area)
{
    const BodyPlan plan = {.flows = TRUE};
    Column column = column_of(press, room);
    column.at.w = half_width(press->w);
    double left = fill_column(press, scene, &plan, cursor, column), right = room->y;
    column.at.x += column.at.w + COLUMN_GAP;
    if (!press_is_done(press, cursor))
        right = fill_column(press, scene, &plan, cursor, column);
    *area = (left + right - 2 * room->y) * (column.at.w + COLUMN_GAP / 2);
    return MAX(left, right);
}

/* The least height at which two columns hold what is left, where the room holds it. */
static BodyRoom
even_columns(const Press *press, const BodyCursor *cursor, const BodyRoom *room)
{
    BodyRoom best = *room, trial = *room;
    double low = room->y, area;
    guint alone = cursor->alone;
    for (int i = 0; i < 8; i++) {
        BodyCursor c = *cursor;
        guint mark = press_mark(press);
        trial.bottom = i == 0 ? best.bottom : (low + best.bottom) / 2;
        fill_flow(press, NULL, &c, &trial, &area);
        press_forget(press, mark);
        alone = i == 0 ? c.alone : alone;
        if (press_is_done(press, &c) && c.alone <= alone)
            best = trial;
        else if (i == 0)
            return *room;
        else
            low = trial.bottom;
    }
    return best;
}

double
press_fill(const Press *press,
           Scene *scene,
           const BodyPlan *plan,
           BodyCursor *cursor,
           const BodyRoom *room)
{
    static const BodyPlan WIDE = {0};
    if (!plan->flows)
        return fill_column(press, scene, plan, cursor, column_of(press, room));
    double area;
    BodyCursor trial = *cursor;
    guint mark = press_mark(press);
    double end = fill_flow(press, NULL, &trial, room, &area);
    /* What is too tall for half the width and this room may be low enough in the whole width. */
    if (trial.alone > cursor->alone) {
        press_forget(press, mark);
        return fill_column(press, scene, &WIDE, cursor, column_of(press, room));
    }
    if (scene == NULL) {
        *cursor = trial;
        return end;
    }
    press_forget(press, mark);
    BodyRoom even = even_columns(press, cursor, room);
    return fill_flow(press, scene, cursor, &even, &area);
}

/* How high two columns had to be for what is left after them, about. */
static double
height_wanted(const Press *press, BodyCursor cursor, const BodyRoom *room)
{
    const BodyPlan plan = {.flows = TRUE};
    Column column = column_of(press, room);
    column.at.w = half_width(press->w);
    double most = room->bottom - room->y, sum = 2 * most;
    for (guint i = 0; i < 6 && !press_is_done(press, &cursor); i++)
        sum += fill_column(press, NULL, &plan, &cursor, column) - room->y;
    return MAX(sum / 2, most * 1.02);
}

/* All in two columns, where they hold it. */
static double
arrange_flow(const Press *press, Scene *scene, const BodyRoom *room, double *area)
{
    BodyCursor cursor = {0};
    BodyRoom even = scene != NULL ? even_columns(press, &cursor, room) : *room;
    double end = fill_flow(press, scene, &cursor, &even, area);
    return press_is_done(press, &cursor) ? end - room->y : height_wanted(press, cursor, room);
}

double
press_arrange(
    const Press *press, Scene *scene, const BodyPlan *plan, const BodyRoom *room, double *area)
{
    if (plan->flows)
        return arrange_flow(press, scene, room, area);
    if (plan->ratio > 0)
        return arrange_beside(press, scene, plan->ratio, room, area);
    Place at = {press->x, room->y, press->w, room->size};
    for (guint i = 0; i < press->n_sections; i++) {
        if (i > 0)
            at.y += SECTION_GAP_EM * room->size;
        at.y += set_section(press, scene, &press->sections[i], plan->columns[i], at);
    }
    *area = (at.y - room->y) * press->w;
    return at.y - room->y;
}
