#include "render/poster-layout.h"

/* A list under construction; its memory is the press's. */
typedef struct Unfolding {
    Press *press;
    GArray *steps; /* FlowStep */
    double w, size, most;
} Unfolding;

static double
height(const Unfolding *u, const FlowStep *step)
{
    return press_step(u->press, NULL, step, 0, 0, u->w, u->size);
}

/* A branch standing alone: a step without words of its own. */
static FlowStep
lone_branch(Unfolding *u, const FlowBranch *branch, const char *field)
{
    FlowBranch *copy = g_memdup2(branch, sizeof *branch);
    g_ptr_array_add(u->press->strings, copy);
    return (FlowStep){.field = field, .branches = copy, .n_branches = 1};
}

static const char *
continued(Press *press, const char *label)
{
    char *text = g_strconcat(label, " ", press_word(press, WORD_CONTINUED, NULL, NULL), NULL);
    g_ptr_array_add(press->strings, text);
    return text;
}

/* Steps begin … end-1 of a branch, with what stands before or behind all its steps. */
static FlowBranch
part_of(Press *press, const FlowBranch *branch, guint begin, guint end)
{
    FlowBranch part = *branch;
    part.steps = branch->steps + begin;
    part.n_steps = end - begin;
    if (begin > 0) {
        part.label = continued(press, branch->label);
        part.outcome = NULL;
        part.n_details = 0;
    }
    if (end < branch->n_steps) {
        part.n_branches = 0;
        part.time = part.end = NULL;
        part.ends = FALSE;
        part.back_to = 0;
    }
    return part;
}

static void add_branch(Unfolding *u, const FlowBranch *branch, const char *field);

/* One step of a branch that itself decides and is too tall: its branches follow in frames of their
 * own, labelled by both conditions. */
static void
add_deciding(Unfolding *u, const FlowBranch *part, const char *field)
{
    FlowStep *alone = g_memdup2(&part->steps[0], sizeof(FlowStep));
    g_ptr_array_add(u->press->strings, alone);
    alone->branches = NULL;
    alone->n_branches = 0;
    alone->decides = TRUE;
    FlowBranch head = *part;
    head.steps = alone;
    FlowStep step = lone_branch(u, &head, field);
    g_array_append_val(u->steps, step);
    for (guint i = 0; i < part->steps[0].n_branches; i++) {
        FlowBranch inner = part->steps[0].branches[i];
        char *label = g_strconcat(part->label, " › ", inner.label, NULL);
        g_ptr_array_add(u->press->strings, label);
        inner.label = label;
        add_branch(u, &inner, field);
    }
}

/* As many frames as it takes, each no taller than a sheet. */
static void
add_branch(Unfolding *u, const FlowBranch *branch, const char *field)
{
    FlowStep whole = lone_branch(u, branch, field);
    if (height(u, &whole) <= u->most || branch->n_steps == 0) {
        g_array_append_val(u->steps, whole);
        return;
    }
    for (guint begin = 0, end; begin < branch->n_steps; begin = end) {
        FlowBranch part = part_of(u->press, branch, begin, end = begin + 1);
        FlowStep step = lone_branch(u, &part, field);
        if (height(u, &step) > u->most && part.steps[0].n_branches > 0) {
            add_deciding(u, &part, field);
            continue;
        }
        for (; end < branch->n_steps; end++) {
            FlowBranch more = part_of(u->press, branch, begin, end + 1);
            FlowStep longer = lone_branch(u, &more, field);
            if (height(u, &longer) > u->most)
                break;
            step = longer;
        }
        g_array_append_val(u->steps, step);
    }
}

static void
add_step(Unfolding *u, const FlowStep *step)
{
    if (step->n_branches == 0 || height(u, step) <= u->most) {
        g_array_append_val(u->steps, *step);
        return;
    }
    FlowStep alone = *step;
    alone.branches = NULL;
    alone.n_branches = 0;
    alone.decides = TRUE;
    g_array_append_val(u->steps, alone);
    for (guint i = 0; i < step->n_branches; i++)
        add_branch(u, &step->branches[i], step->field);
}

void
press_unfold(Press *press, double most, double w, double size)
{
    for (guint s = 0; s < press->n_sections; s++) {
        PosterSection *section = &press->sections[s];
        if (section->kind != SECTION_FLOW)
            continue;
        Unfolding u = {press, g_array_new(FALSE, FALSE, sizeof(FlowStep)), w, size, most};
        for (guint i = 0; i < section->n; i++)
            add_step(&u, &section->steps[i]);
        section->n = u.steps->len;
        FlowStep *steps = (FlowStep *)(void *)g_array_free(u.steps, FALSE);
        g_ptr_array_add(press->strings, steps);
        section->steps = steps;
    }
}
