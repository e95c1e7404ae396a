#include "paper/layout.h"
#include <string.h>

/* What is taller than a sheet is taken apart where its parts part: a decision into frames of its
 * branches, a branch into runs of its steps, a list of details into runs. Frames say what they go on
 * with. Only a single text cannot be parted. */
typedef struct Unfolding {
    Press *press;
    GArray *steps; /* FlowStep, the new list; its memory is the press's */
    double w, size, most;
} Unfolding;

/* The frames that one branch becomes. */
typedef struct Frames {
    Unfolding *u;
    const FlowBranch *branch;
    const char *field;
    guint n;   /* so far */
    guint end; /* where the last one stands in the list, from 1 */
} Frames;

static void add_branch(Unfolding *u, const FlowBranch *branch, const char *field);

static gpointer
keep(Press *press, gconstpointer record, gsize size)
{
    gpointer copy = g_memdup2(record, size);
    g_ptr_array_add(press->strings, copy);
    return copy;
}

static const char *
joined(Press *press, const char *a, const char *between, const char *b)
{
    char *text = g_strconcat(a != NULL ? a : "", between, b, NULL);
    g_ptr_array_add(press->strings, text);
    return text;
}

static const char *
continued(Press *press, const char *label)
{
    return joined(press, label, " ", press_word(press, WORD_CONTINUED, NULL, NULL));
}

static gboolean
fits(const Unfolding *u, const FlowStep *step, double most)
{
    return press_step(u->press, NULL, step, 0, 0, u->w, u->size) <= most;
}

/* A branch standing alone: a step without words of its own. */
static FlowStep
lone_branch(Unfolding *u, const FlowBranch *branch, const char *field)
{
    const FlowBranch *copy = keep(u->press, branch, sizeof *branch);
    return (FlowStep){.field = field, .branches = copy, .n_branches = 1};
}

static gboolean
frame_fits(const Frames *f, const FlowBranch *part, double most)
{
    FlowStep alone = {.branches = part, .n_branches = 1};
    return fits(f->u, &alone, most);
}

/* The next frame, still empty. */
static FlowBranch
next_frame(const Frames *f)
{
    const FlowBranch *branch = f->branch;
    return (FlowBranch){.label =
                            f->n > 0 ? continued(f->u->press, branch->label) : branch->label,
                        .negative = branch->negative};
}

static void
put(Frames *f, const FlowBranch *part)
{
    FlowStep step = lone_branch(f->u, part, f->field);
    g_array_append_val(f->u->steps, step);
    f->n++;
    f->end = f->u->steps->len;
}

/* Frames of as many details as fit; details begin … of `n`. */
static void
put_details(Frames *f, const FlowDetail *details, guint begin, guint n)
{
    while (begin < n) {
        FlowBranch part = next_frame(f);
        part.details = details + begin;
        for (part.n_details = 1; begin + part.n_details < n; part.n_details++) {
            FlowBranch more = part;
            more.n_details++;
            if (!frame_fits(f, &more, f->u->most))
                break;
        }
        put(f, &part);
        begin += part.n_details;
    }
}

/* "Langkah 3", or what the frame around an unnumbered step says. */
static const char *
step_name(Unfolding *u, const FlowStep *step, const char *around)
{
    return step->number != NULL ? press_word(u->press, WORD_STEP, step->number, NULL) : around;
}

/* The details and branches that a step has no room for, in frames named after it. */
static void
put_rest(
    Unfolding *u, const FlowStep *step, guint n_shown, const char *around, const char *field)
{
    const char *name = step_name(u, step, around);
    if (n_shown < step->n_details) {
        FlowBranch rest = {.label = name != NULL ? name : ""};
        Frames frames = {u, &rest, field, 1, 0};
        put_details(&frames, step->details, n_shown, step->n_details);
    }
    for (guint i = 0; i < step->n_branches; i++) {
        FlowBranch branch = step->branches[i];
        if (name != NULL)
            branch.label = joined(u->press, name, " › ", branch.label);
        add_branch(u, &branch, field);
    }
}

/* `step` without its branches, and with as many details as fit; in a frame when `f` is given. */
static FlowStep
shortened(Unfolding *u, const Frames *f, const FlowStep *step)
{
    FlowStep alone = *step;
    alone.branches = NULL;
    alone.n_branches = 0;
    alone.decides = step->decides || step->n_branches > 0;
    for (;; alone.n_details -= (alone.n_details + 7) / 8) {
        FlowBranch part = {
            .label = f != NULL ? next_frame(f).label : NULL, .steps = &alone, .n_steps = 1};
        if (alone.n_details == 0 ||
            (f != NULL ? frame_fits(f, &part, u->most) : fits(u, &alone, u->most)))
            return alone;
    }
}

/* One step of a branch that is too tall by itself. */
static void
put_tall_step(Frames *f, const FlowStep *step)
{
    Unfolding *u = f->u;
    FlowStep alone = shortened(u, f, step);
    FlowBranch part = next_frame(f);
    part.steps = keep(u->press, &alone, sizeof alone);
    part.n_steps = 1;
    put(f, &part);
    put_rest(u, step, alone.n_details, f->branch->label, f->field);
}

/* Runs of the branch's steps, the first one behind what `part` holds already: it may start low on
 * a sheet, and is short for that. */
static void
put_steps(Frames *f, FlowBranch part)
{
    const FlowBranch *branch = f->branch;
    for (guint begin = 0; begin < branch->n_steps;) {
        double most = f->u->most * (f->n == 0 ? 0.45 : 1);
        FlowBranch longer = part;
        longer.steps = branch->steps + begin;
        longer.n_steps = 1;
        if (!frame_fits(f, &longer, f->u->most)) {
            if (part.outcome != NULL || part.n_details > 0)
                put(f, &part);
            else
                put_tall_step(f, &branch->steps[begin++]);
            part = next_frame(f);
            continue;
        }
        do {
            part = longer;
            longer.n_steps++;
        } while (begin + part.n_steps < branch->n_steps && frame_fits(f, &longer, most));
        begin += part.n_steps;
        put(f, &part);
        part = next_frame(f);
    }
}

static void
set_end(FlowBranch *part, const FlowBranch *branch)
{
    part->time = branch->time;
    part->end = branch->end;
    part->ends = branch->ends;
    part->back_to = branch->back_to;
}

/* What stands behind a branch's steps goes into its last frame, unless another's follows that one;
 * else into a frame of its own. */
static void
put_end(Frames *f)
{
    const FlowBranch *branch = f->branch;
    if (branch->time == NULL && branch->end == NULL)
        return;
    if (f->n > 0 && f->end == f->u->steps->len) {
        FlowStep *last = &g_array_index(f->u->steps, FlowStep, f->end - 1);
        FlowBranch longer = last->branches[0];
        set_end(&longer, branch);
        if (frame_fits(f, &longer, f->u->most)) {
            last->branches = keep(f->u->press, &longer, sizeof longer);
            return;
        }
    }
    FlowBranch own = next_frame(f);
    set_end(&own, branch);
    put(f, &own);
}

static void
add_branch(Unfolding *u, const FlowBranch *branch, const char *field)
{
    FlowStep whole = lone_branch(u, branch, field);
    if (fits(u, &whole, u->most)) {
        g_array_append_val(u->steps, whole);
        return;
    }
    Frames f = {u, branch, field, 0, 0};
    FlowBranch head = next_frame(&f);
    head.outcome = branch->outcome;
    head.details = branch->details;
    head.n_details = branch->n_details;
    if (branch->n_details > 0 && !frame_fits(&f, &head, u->most)) {
        head.n_details = 0;
        if (head.outcome != NULL)
            put(&f, &head);
        put_details(&f, branch->details, 0, branch->n_details);
        head = next_frame(&f);
    }
    if (branch->n_steps > 0)
        put_steps(&f, head);
    else if (head.outcome != NULL || head.n_details > 0)
        put(&f, &head);
    put_end(&f);
    FlowStep rest = {.branches = branch->branches, .n_branches = branch->n_branches};
    put_rest(u, &rest, 0, branch->label, field);
}

static void
add_step(Unfolding *u, const FlowStep *step)
{
    if (fits(u, step, u->most)) {
        g_array_append_val(u->steps, *step);
        return;
    }
    FlowStep alone = shortened(u, NULL, step);
    g_array_append_val(u->steps, alone);
    put_rest(u, step, alone.n_details, NULL, step->field);
}

static void
unfold_steps(Press *press, PosterSection *section, double most, double w, double size)
{
    Unfolding u = {press, g_array_new(FALSE, FALSE, sizeof(FlowStep)), w, size, most};
    for (guint i = 0; i < section->n; i++)
        add_step(&u, &section->steps[i]);
    section->n = u.steps->len;
    FlowStep *steps = (FlowStep *)(void *)g_array_free(u.steps, FALSE);
    g_ptr_array_add(press->strings, steps);
    section->steps = steps;
}

/* Requirements with more details than a sheet holds. */
static void
unfold_ticks(Press *press, PosterSection *section, double most, double w, double size)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(PosterItem));
    for (guint i = 0; i < section->n; i++) {
        PosterItem item = section->items[i];
        PosterSection one = {.kind = SECTION_TICKS, .items = &item, .n = 1};
        guint left = item.n_details;
        while (left > 0 && press_item_height(press, &one, 0, w, size) > most) {
            for (item.n_details = 1; item.n_details < left; item.n_details++)
                if (press_item_height(press, &one, 0, w, size) > most)
                    break;
            item.n_details -= item.n_details > 1 ? 1 : 0;
            g_array_append_val(items, item);
            left -= item.n_details;
            item = (PosterItem){.field = item.field,
                                .continues = TRUE,
                                .text = press_word(press, WORD_CONTINUED, NULL, NULL),
                                .details = item.details + item.n_details,
                                .n_details = left};
        }
        if (left > 0 || !item.continues)
            g_array_append_val(items, item);
    }
    section->n = items->len;
    PosterItem *kept = (PosterItem *)(void *)g_array_free(items, FALSE);
    g_ptr_array_add(press->strings, kept);
    section->items = kept;
}

void
press_unfold(Press *press, double most, double w, double size)
{
    for (guint s = 0; s < press->n_sections; s++) {
        PosterSection *section = &press->sections[s];
        if (section->kind == SECTION_FLOW)
            unfold_steps(press, section, most, w, size);
        else if (section->kind == SECTION_TICKS)
            unfold_ticks(press, section, most, w, size);
    }
}
