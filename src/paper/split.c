#include "paper/press.h"
#include <string.h>

/* A step is a tree of units, in reading order: its words, each of its details, then those of its
 * branches; of a branch its outcome, its details, the units of its steps and branches. A cut after
 * `k` units leaves a head, which is the step as it was so far, and a tail: frames of what is left.
 * Only a single text cannot be parted. Units are counted up to `most`, as a step may hold thousands
 * of others and a sheet does not: each sheet would count them all again. */
static guint branch_units(const FlowBranch *branch, guint most);

static guint
branches_units(const FlowBranch *branches, guint n, guint most)
{
    guint sum = 0;
    for (guint i = 0; i < n && sum < most; i++)
        sum += branch_units(&branches[i], most - sum);
    return sum;
}

static guint
step_units(const FlowStep *step, guint most)
{
    guint own = 1 + step->n_details;
    return own >= most ? most
                       : own + branches_units(step->branches, step->n_branches, most - own);
}

static guint
branch_units(const FlowBranch *branch, guint most)
{
    guint sum = 1 + branch->n_details;
    for (guint i = 0; i < branch->n_steps && sum < most; i++)
        sum += step_units(&branch->steps[i], most - sum);
    return sum >= most ? most
                       : sum + branches_units(branch->branches, branch->n_branches, most - sum);
}

static const char *
continued(const Press *press, const char *label)
{
    const char *word = press_word(press, WORD_CONTINUED, NULL, NULL);
    if (label == NULL)
        return word;
    return g_str_has_suffix(label, word) ? label : press_concat(press, label, " ", word, NULL);
}

/* Branches cut in two lists. What is left of a branch's step stands before what is left of the
 * branch, not in it: frames in frames would only get narrower. */
typedef struct Halves {
    GArray *head, *tail; /* FlowBranch */
} Halves;

static Halves cut_branches(const Press *press, const FlowBranch *branches, guint n, guint k);

static FlowBranch *
keep_branches(const Press *press, GArray *branches, guint *n)
{
    *n = branches->len;
    gpointer kept = g_array_free(branches, FALSE);
    g_ptr_array_add(press->strings, kept);
    return kept;
}

/* What comes after the words of a step, as a step without any: `name` says whose it is. */
static FlowStep
frame_of(const FlowStep *step, const FlowBranch *branches, guint n)
{
    return (FlowStep){.field = step->field,
                      .branches = branches,
                      .n_branches = n,
                      .ends = step->ends,
                      .back_to = step->back_to};
}

static const char *
step_name(const Press *press, const FlowStep *step)
{
    return step->number != NULL ? press_word(press, WORD_STEP, step->number, NULL) : NULL;
}

/* Branches apart from their step are named after it. */
static void
name_branches(const Press *press, const char *name, FlowBranch *branches, guint n)
{
    for (guint i = 0; name != NULL && i < n; i++) {
        if (!branches[i].apart)
            branches[i].label = press_concat(press, name, " › ", branches[i].label, NULL);
        branches[i].apart = TRUE;
    }
}

/* Within the details: the rest of them goes into a frame before those of the branches. */
static void
cut_in_details(const Press *press, const FlowStep *step, guint k, FlowStep parts[2])
{
    guint shown = k - 1, n = step->n_branches + 1;
    FlowBranch *frames = g_new0(FlowBranch, n);
    g_ptr_array_add(press->strings, frames);
    frames[0] = (FlowBranch){.label = continued(press, step_name(press, step)),
                             .details = step->details + shown,
                             .n_details = step->n_details - shown,
                             .time = step->time,
                             .end = step->end};
    for (guint i = 1; i < n; i++)
        frames[i] = step->branches[i - 1];
    name_branches(press, step_name(press, step), frames + 1, n - 1);
    parts[0].n_details = shown;
    parts[0].time = shown > 0 ? NULL : step->time;
    frames[0].time = shown > 0 ? step->time : NULL;
    parts[0].end = NULL;
    parts[1] = frame_of(step, frames, n);
}

static void
cut_step(const Press *press, const FlowStep *step, guint k, FlowStep parts[2])
{
    guint own = 1 + step->n_details;
    parts[0] = *step;
    parts[0].branches = NULL;
    parts[0].n_branches = 0;
    parts[0].decides = step->decides || step->n_branches > 0;
    parts[0].ends = FALSE;
    if (k < own) {
        cut_in_details(press, step, k, parts);
        return;
    }
    Halves h = cut_branches(press, step->branches, step->n_branches, k - own);
    guint n_tail;
    parts[0].branches = keep_branches(press, h.head, &parts[0].n_branches);
    FlowBranch *tail = keep_branches(press, h.tail, &n_tail);
    name_branches(press, step_name(press, step), tail, n_tail);
    parts[1] = frame_of(step, tail, n_tail);
}

static void
put(const Press *press, GArray *tail, FlowBranch *rest)
{
    if (rest->n_steps > 0 || rest->n_branches > 0 || rest->n_details > 0 ||
        rest->time != NULL || rest->end != NULL) {
        rest->label = continued(press, rest->label);
        g_array_append_vals(tail, rest, 1);
    }
}

/* The branches behind the steps of a branch, cut after `k` units. */
static void
cut_last(const Press *press, const FlowBranch *branch, guint k, FlowBranch *head, Halves *out)
{
    FlowBranch rest = {.label = branch->label,
                       .apart = branch->apart,
                       .time = branch->time,
                       .end = branch->end,
                       .ends = branch->ends,
                       .back_to = branch->back_to};
    Halves h = cut_branches(press, branch->branches, branch->n_branches, k);
    head->branches = keep_branches(press, h.head, &head->n_branches);
    g_array_append_vals(out->tail, h.tail->data, h.tail->len);
    g_array_free(h.tail, TRUE);
    put(press, out->tail, &rest);
}

/* Steps of a branch after `k` units: whole ones, and parts of one, to either side. */
static void
cut_steps(const Press *press, const FlowBranch *branch, guint k, FlowBranch *head, Halves *out)
{
    guint i = 0;
    for (guint units; i < branch->n_steps; i++, k -= units) {
        units = step_units(&branch->steps[i], k + 1);
        if (units > k)
            break;
    }
    head->steps = branch->steps;
    head->n_steps = i;
    if (i == branch->n_steps) {
        cut_last(press, branch, k, head, out);
        return;
    }
    if (k > 0) {
        FlowStep cut[2];
        cut_step(press, &branch->steps[i], k, cut);
        FlowStep *steps = g_new(FlowStep, i + 1);
        g_ptr_array_add(press->strings, steps);
        memcpy(steps, branch->steps, i * sizeof *steps);
        steps[head->n_steps++] = cut[0];
        head->steps = steps;
        g_array_append_vals(out->tail, cut[1].branches, cut[1].n_branches);
        i++;
    }
    FlowBranch rest = *branch;
    rest.outcome = NULL;
    rest.n_details = 0;
    rest.steps = branch->steps + i;
    rest.n_steps = branch->n_steps - i;
    put(press, out->tail, &rest);
}

static void
cut_branch(const Press *press, const FlowBranch *branch, guint k, Halves *out)
{
    guint own = 1 + branch->n_details;
    FlowBranch head = {.label = branch->label,
                       .apart = branch->apart,
                       .outcome = branch->outcome,
                       .details = branch->details,
                       .n_details = MIN(k - 1, branch->n_details)};
    if (k >= own) {
        cut_steps(press, branch, k - own, &head, out);
    } else {
        FlowBranch rest = *branch;
        rest.outcome = NULL;
        rest.details = branch->details + (k - 1);
        rest.n_details = branch->n_details - (k - 1);
        put(press, out->tail, &rest);
    }
    g_array_append_val(out->head, head);
}

/* A frame with nothing but its label is none. */
static guint
cut_units(const FlowBranch *branch, guint k)
{
    gboolean label_only = k == 1 && branch->outcome == NULL && branch_units(branch, 2) > 1;
    return label_only ? 0 : k;
}

static Halves
cut_branches(const Press *press, const FlowBranch *branches, guint n, guint k)
{
    Halves h = {g_array_new(FALSE, FALSE, sizeof(FlowBranch)),
                g_array_new(FALSE, FALSE, sizeof(FlowBranch))};
    for (guint i = 0; i < n; i++) {
        guint units = branch_units(&branches[i], k + 1), cut = MIN(k, units);
        k -= cut;
        cut = cut_units(&branches[i], cut);
        if (cut == units)
            g_array_append_val(h.head, branches[i]);
        else if (cut == 0)
            g_array_append_val(h.tail, branches[i]);
        else
            cut_branch(press, &branches[i], cut, &h);
    }
    return h;
}

/* A frame without branches shows nothing. */
static gboolean
is_empty(const FlowStep *step)
{
    return step->number == NULL && step->text == NULL && step->actor == NULL &&
           step->n_branches == 0;
}

/* Measured a little further than the room, so that no rounding lets in what is too tall. */
static double
end_of(const Place *at, double room)
{
    return at->y + room + 1;
}

static gboolean
cut_fits(const Press *press, const FlowStep *step, guint k, const Place *at, double room)
{
    FlowStep parts[2];
    guint mark = press_mark(press);
    cut_step(press, step, k, parts);
    gboolean fits = is_empty(&parts[0]) ||
                    press_step_height_to(press, &parts[0], *at, end_of(at, room)) <= room;
    press_forget(press, mark);
    return fits;
}

gboolean
press_split_step(
    const Press *press, const FlowStep *step, const Place *at, double room, FlowStep parts[2])
{
    guint fits = 0, above = 1;
    /* From below, in widening strides: a step may hold thousands of others. */
    for (; step_units(step, above + 1) > above && cut_fits(press, step, above, at, room);
         above *= 2)
        fits = above;
    above = step_units(step, above);
    while (above > fits + 1) {
        guint middle = (fits + above) / 2;
        if (cut_fits(press, step, middle, at, room))
            fits = middle;
        else
            above = middle;
    }
    if (fits == 0 || step->heading != NULL)
        return FALSE;
    cut_step(press, step, fits, parts);
    return !is_empty(&parts[0]);
}

static gboolean
tick_fits(const Press *press, const PosterItem *item, const Place *at, double room)
{
    const PosterSection one = {.kind = SECTION_TICKS, .items = item, .n = 1};
    return press_item_height_to(press, &one, 0, *at, end_of(at, room)) <= room;
}

gboolean
press_split_tick(const Press *press,
                 const PosterItem *item,
                 const Place *at,
                 double room,
                 PosterItem parts[2])
{
    guint fits = 0, above = item->n_details;
    parts[0] = *item;
    while (above > fits + 1) {
        parts[0].n_details = (fits + above) / 2;
        if (tick_fits(press, &parts[0], at, room))
            fits = parts[0].n_details;
        else
            above = parts[0].n_details;
    }
    if (fits == 0)
        return FALSE;
    parts[0].n_details = fits;
    parts[1] = (PosterItem){.field = item->field,
                            .continues = TRUE,
                            .text = press_word(press, WORD_CONTINUED, NULL, NULL),
                            .details = item->details + fits,
                            .n_details = item->n_details - fits};
    return TRUE;
}
