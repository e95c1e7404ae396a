#include "paper/press.h"

/* Lengths in em of the body. A disc of 0.9 holds two figures. */
static const double DISC = 0.9, INNER_DISC = 0.8, DIAMOND = 1.28, TEXT_GAP = 0.62, LINE = 0.16;
static const double BOX_PAD = 0.75, BOX_RADIUS = 0.5, BOX_GAP = 1.2, DROP = 1.0, CHIP = 0.82;
static const double SIDE_BY_SIDE = 26;

/* What a track looks like: the trunk's filled discs, or the rings inside a branch. */
typedef struct Look {
    SceneColor line, disc, number;
    gboolean ring;
    guint depth;
    double end; /* what begins below it is not measured */
} Look;

/* Where a track forks. */
typedef struct Fork {
    const FlowBranch *branches;
    guint n;
    const Look *look;
    double tip;       /* where its symbol ends */
    gboolean goes_on; /* another step follows in the list */
} Fork;

/* Steps set one below the other. */
typedef struct Steps {
    const FlowStep *steps;
    guint n;
    const Look *look;
    double gap;
} Steps;

static double set_list(const Press *press, Scene *scene, const Steps *list, Place at);
static double set_fork(const Press *press, Scene *scene, const Fork *fork, Place at);

static Look
trunk_look(const Press *press)
{
    const PosterPalette *p = &press->palette;
    return (Look){p->brand, p->brand, p->paper, FALSE, 0, PRESS_NO_END};
}

static double
disc_radius(const Look *look, double size)
{
    return (look->ring ? INNER_DISC : DISC) * size;
}

/* A branch that stands apart from its decision has neither disc nor words. */
static gboolean
is_lone_branch(const FlowStep *step)
{
    return step->n_branches > 0 && step->number == NULL && step->text == NULL &&
           step->actor == NULL;
}

static gboolean
is_decision(const FlowStep *step)
{
    return step->n_branches > 0 || step->decides;
}

static double
text_x(const Look *look, double size)
{
    return 2 * disc_radius(look, size) + TEXT_GAP * size;
}

static void
draw_number(
    const Press *press, Scene *scene, const char *number, const Place *disc, SceneColor color)
{
    Para para = press_para(press, FACE_BOLD, number, color);
    double width = para_full_width(&para), size = disc->size;
    double em = MIN(0.86 * size, 1.3 * size / MAX(width, 0.1));
    press_set_as(scene, TAG_LABEL, &para,
                 (Place){disc->x - width * em / 2, disc->y - em * 0.6, width * em + 1, em},
                 1.2);
}

/* The symbol of a step: a diamond where it decides, else a disc; the middle is at `at`. */
static void
draw_disc(const Press *press, Scene *scene, const FlowStep *step, const Look *look, Place at)
{
    const PosterPalette *p = &press->palette;
    double radius = disc_radius(look, at.size);
    SceneColor number = look->number;
    if (is_decision(step)) {
        float half = (float)(DIAMOND * radius);
        const ScenePoint points[] = {{PATH_MOVE, {0, -half}},
                                     {PATH_TO, {half, 0}},
                                     {PATH_TO, {0, half}},
                                     {PATH_TO, {-half, 0}},
                                     {PATH_CLOSE, {0}}};
        SceneItem *diamond =
            scene_path(scene, points, G_N_ELEMENTS(points), (SceneSpot){at.x, at.y}, 1);
        diamond->fill = p->accent;
        diamond->stroke = number = p->ink;
        diamond->stroke_mm = 0.12 * at.size;
    } else {
        SceneItem *disc = scene_ellipse(scene, (SceneSpot){at.x, at.y}, radius, radius);
        disc->fill = look->disc;
        if (look->ring) {
            disc->w = disc->h = radius - 0.06 * at.size;
            disc->stroke = look->line;
            disc->stroke_mm = 0.12 * at.size;
        }
    }
    if (step->number != NULL)
        draw_number(press, scene, step->number, &at, number);
}

typedef struct Chip {
    Para para;
    SceneColor fill, edge;
} Chip;

/* A few words in a rounded frame; returns the height. */
static double
set_chip(const Press *press, Scene *scene, const Chip *chip, Place at)
{
    double em = MAX(CHIP * at.size, press_type(press, 0)), pad_x = 0.55 * at.size,
           pad_y = 0.2 * at.size;
    double room = MAX(at.w - 2 * pad_x, em);
    Place words = {at.x + pad_x, at.y + pad_y, room, em};
    double h = press_set(NULL, &chip->para, words, 1.22) + 2 * pad_y;
    if (scene == NULL)
        return h + press_too_narrow(press, &chip->para, words);
    double text_w = para_full_width(&chip->para) * em, w = MIN(text_w, room) + 2 * pad_x;
    SceneItem *frame = scene_rect(scene, (SceneBox){at.x, at.y, w, h}, 0.3 * at.size);
    frame->fill = chip->fill;
    frame->stroke = chip->edge;
    frame->stroke_mm = chip->edge != 0 ? 0.08 * at.size : 0;
    press_set_as(scene, TAG_P, &chip->para, words, 1.22);
    return h;
}

static double
set_time(const Press *press, Scene *scene, const char *time, Place at)
{
    Para para = press_para(press, FACE_BOLD, time, press->palette.muted);
    return press_set_as(scene, TAG_P, &para, at, press->leading);
}

static double
set_end(const Press *press, Scene *scene, const char *end, const Look *look, Place at)
{
    if (end == NULL)
        return 0;
    Chip chip = {press_para(press, FACE_BOLD, end, look->line), press->palette.paper,
                 look->line};
    double gap = 0.3 * at.size;
    at.y += gap;
    return gap + set_chip(press, scene, &chip, at);
}

/* The citizen's own steps carry the word that pages mark them with. */
static void
draw_own_mark(const Press *press, Scene *scene, const Para *mark, Place at)
{
    double line = press_line_height(mark, at.size, press->leading), h = 1.12 * at.size;
    SceneItem *frame = scene_rect(
        scene, (SceneBox){at.x, at.y + (line - h) / 2, para_full_width(mark) * at.size, h},
        0.26 * at.size);
    frame->fill = press->palette.accent;
    frame->stroke = press->palette.ink;
    frame->stroke_mm = 0.05 * at.size;
}

/* The words of a step: condition, actor, text, time, details, chip. */
static double
set_words(const Press *press, Scene *scene, const FlowStep *step, const Look *look, Place at)
{
    const PosterPalette *p = &press->palette;
    double top = at.y;
    Para para = {.n = 0};
    if (step->own != NULL) {
        para_add(&para, shaped_text_get_spaced(press->fonts, FACE_BOLD, step->own), p->ink, 0);
        if (scene != NULL)
            draw_own_mark(press, scene, &para, at);
    }
    if (step->when != NULL)
        para_add(&para, shaped_text_get_spaced(press->fonts, FACE_BOLD, step->when), p->muted,
                 0);
    if (step->actor != NULL)
        para_add(&para, shaped_text_get_spaced(press->fonts, FACE_BOLD, step->actor),
                 look->line, 0);
    para_add(&para, shaped_text_get_spaced(press->fonts, FACE_REGULAR, step->text), p->ink, 0);
    if (step->time != NULL && step->n_details == 0)
        para_add(&para, shaped_text_get(press->fonts, FACE_BOLD, step->time), p->muted, 0);
    at.y += press_too_narrow(press, &para, at);
    at.y += press_set(scene, &para, at, press->leading);
    const Details details = {step->details, step->n_details, look->end};
    at.y += press_details(press, scene, &details, at);
    if (step->time != NULL && step->n_details > 0)
        at.y += set_time(press, scene, step->time, at);
    at.y += set_end(press, scene, step->end, look, at);
    return at.y - top;
}

/* A step in its list: `goes_on` when another follows. */
typedef struct Stop {
    const FlowStep *step;
    const Look *look;
    gboolean goes_on;
} Stop;

/* One step with its branches. */
static double
set_step(const Press *press, Scene *scene, const Stop *stop, Place at)
{
    const FlowStep *step = stop->step;
    const Look *look = stop->look;
    double size = at.size, radius = disc_radius(look, size), top = at.y;
    double indent = text_x(look, size);
    Fork fork = {step->branches, step->n_branches, look, at.y, stop->goes_on};
    if (is_lone_branch(step))
        return set_fork(press, scene, &fork, at);
    /* A diamond is taller than a disc: the step makes room for it. */
    double reach = radius * (is_decision(step) ? DIAMOND : 1);
    double cy = at.y + reach;
    Place words = {at.x + indent, cy - press->leading * size / 2, at.w - indent, size};
    if (scene != NULL) {
        scene_begin(scene, TAG_ITEM, NULL);
        draw_disc(press, scene, step, look, (Place){at.x + radius, cy, 0, size});
        scene_begin(scene, TAG_BODY, NULL);
    }
    double words_h = set_words(press, scene, step, look, words);
    at.y = MAX(cy + reach, words.y + words_h);
    fork.tip = cy + reach;
    if (step->n_branches > 0)
        at.y += set_fork(press, scene, &fork, at);
    if (scene != NULL) {
        scene_end(scene);
        scene_end(scene);
    }
    return at.y - top;
}

static double
step_reach(const FlowStep *step, const Look *look, double size)
{
    if (is_lone_branch(step))
        return 0;
    return disc_radius(look, size) * (is_decision(step) ? DIAMOND : 1);
}

/* Everything inside a branch's frame but its label. */
static double
set_branch_body(
    const Press *press, Scene *scene, const FlowBranch *branch, const Look *look, Place at)
{
    double top = at.y;
    if (branch->outcome != NULL) {
        Para para = press_para(press, FACE_REGULAR, branch->outcome, press->palette.ink);
        at.y += press_too_narrow(press, &para, at);
        at.y += press_set_as(scene, TAG_P, &para, at, press->leading);
    }
    const Details details = {branch->details, branch->n_details, look->end};
    at.y += press_details(press, scene, &details, at);
    if (branch->n_steps > 0) {
        if (scene != NULL)
            scene_begin(scene, TAG_LIST, NULL);
        const Steps inner = {branch->steps, branch->n_steps, look, press->gap_em * at.size};
        at.y += set_list(press, scene, &inner, at);
        if (scene != NULL)
            scene_end(scene);
    }
    if (branch->time != NULL)
        at.y += set_time(press, scene, branch->time, at);
    if (branch->n_branches > 0)
        at.y += set_fork(press, scene,
                         &(Fork){branch->branches, branch->n_branches, look, at.y, FALSE}, at);
    at.y += set_end(press, scene, branch->end, look, at);
    return at.y - top;
}

/* A framed branch. Returns its height. */
static double
set_branch(
    const Press *press, Scene *scene, const FlowBranch *branch, const Look *outer, Place at)
{
    const PosterPalette *p = &press->palette;
    Look look = {p->brand, p->paper, p->brand, TRUE, outer->depth + 1, outer->end};
    double pad = BOX_PAD * at.size;
    if (scene != NULL) {
        double h = set_branch(press, NULL, branch, outer, at);
        SceneItem *box =
            scene_rect(scene, (SceneBox){at.x, at.y, at.w, h}, BOX_RADIUS * at.size);
        box->fill = p->tint;
        box->stroke = p->brand;
        box->stroke_mm = 0.1 * at.size;
    }
    Place inner = {at.x + pad, at.y + pad, at.w - 2 * pad, at.size};
    Chip chip = {press_para(press, FACE_BOLD, branch->label, p->paper), p->brand, 0};
    inner.y += set_chip(press, scene, &chip, inner) + 0.5 * at.size;
    inner.y += set_branch_body(press, scene, branch, &look, inner);
    return inner.y + pad - at.y;
}

/* Two branches side by side: places for them, as high as they are. */
typedef struct Pair {
    Place at[2];
    double h[2];
} Pair;

/* The share of the first that makes the taller one least tall. */
static Pair
place_pair(const Press *press, const Fork *fork, Place at)
{
    static const double SHARES[] = {0.5, 0.46, 0.54, 0.42, 0.58};
    double gap = BOX_GAP * at.size, room = at.w - gap, least = G_MAXDOUBLE;
    Pair best = {.h = {0, 0}};
    for (guint i = 0; i < G_N_ELEMENTS(SHARES); i++) {
        double w = room * SHARES[i], y = at.y + DROP * at.size;
        Pair pair = {.at = {{at.x, y, w, at.size}, {at.x + w + gap, y, room - w, at.size}}};
        for (guint k = 0; k < 2; k++)
            pair.h[k] = set_branch(press, NULL, &fork->branches[k], fork->look, pair.at[k]);
        double h = MAX(pair.h[0], pair.h[1]);
        if (h < least - 0.01) {
            least = h;
            best = pair;
        }
    }
    return best;
}

static void
draw_way(Scene *scene, const double *xy, guint n, const Look *look, double size)
{
    ScenePoint points[4] = {{PATH_MOVE, {(float)xy[0], (float)xy[1]}}};
    for (guint i = 1; i < n && i < G_N_ELEMENTS(points); i++)
        points[i] = (ScenePoint){PATH_TO, {(float)xy[2 * i], (float)xy[2 * i + 1]}};
    SceneItem *way =
        scene_path(scene, points, MIN(n, (guint)G_N_ELEMENTS(points)), (SceneSpot){0, 0}, 1);
    way->stroke = look->line;
    way->stroke_mm = LINE * size * 0.75;
}

static double
pair_height(const Fork *fork, const Pair *pair, double size)
{
    return DROP * size + MAX(pair->h[0], pair->h[1]) + (fork->goes_on ? DROP * size : 0);
}

static gboolean
branch_goes_on(const FlowBranch *branch)
{
    return !branch->ends && branch->back_to == 0;
}

static double
set_pair(const Press *press, Scene *scene, const Fork *fork, const Pair *pair, Place at)
{
    const FlowBranch *branches = fork->branches;
    const Look *look = fork->look;
    const Place *one = &pair->at[0], *other = &pair->at[1];
    double size = at.size, h = MAX(pair->h[0], pair->h[1]);
    double tail = fork->goes_on ? DROP * size : 0, end = one->y + h + tail;
    double trunk = at.x + disc_radius(look, size), bar = one->y - DROP * size * 0.5;
    double far_x = other->x + disc_radius(look, size), below = one->y + h + tail * 0.5;
    double one_end = one->y + pair->h[0], other_end = other->y + pair->h[1];
    const double down[] = {trunk, fork->tip, trunk, one->y};
    const double across[] = {trunk, bar, far_x, bar, far_x, other->y};
    const double back[] = {far_x, other_end, far_x, below, trunk, below};
    const double on[] = {trunk, branch_goes_on(&branches[0]) ? one_end : below, trunk, end};
    draw_way(scene, down, 2, look, size);
    draw_way(scene, across, 3, look, size);
    if (fork->goes_on) {
        draw_way(scene, on, 2, look, size);
        if (branch_goes_on(&branches[1]))
            draw_way(scene, back, 3, look, size);
    }
    for (guint k = 0; k < 2; k++)
        set_branch(press, scene, &branches[k], look, pair->at[k]);
    return pair_height(fork, pair, size);
}

static double
set_stack(const Press *press, Scene *scene, const Fork *fork, Place at)
{
    const FlowBranch *branches = fork->branches;
    const Look *look = fork->look;
    double size = at.size, trunk = at.x + disc_radius(look, size), top = at.y;
    double indent = disc_radius(look, size) + size, last = fork->tip;
    for (guint i = 0; i < fork->n && at.y <= look->end; i++) {
        at.y += 0.6 * size;
        Place box = {at.x + indent, at.y, at.w - indent, size};
        double middle = at.y + (BOX_PAD + 0.7) * size;
        if (scene != NULL) {
            const double way[] = {trunk, last, trunk, middle, box.x, middle};
            draw_way(scene, way, 3, look, size);
        }
        at.y += set_branch(press, scene, &branches[i], look, box);
        last = middle;
    }
    double tail = fork->goes_on ? 0.6 * size : 0;
    const double on[] = {trunk, last, trunk, at.y + tail};
    if (scene != NULL && fork->goes_on)
        draw_way(scene, on, 2, look, size);
    return at.y + tail - top;
}

/* Side by side where that is lower: a short branch beside a long one leaves a hole. */
static double
set_fork(const Press *press, Scene *scene, const Fork *fork, Place at)
{
    if (fork->n == 2 && fork->look->depth == 0 && at.w > SIDE_BY_SIDE * at.size) {
        Pair pair = place_pair(press, fork, at);
        double h = pair_height(fork, &pair, at.size);
        if (h <= set_stack(press, NULL, fork, at))
            return scene == NULL ? h : set_pair(press, scene, fork, &pair, at);
    }
    return set_stack(press, scene, fork, at);
}

static gboolean
is_heading(const FlowStep *step)
{
    return step->heading != NULL;
}

static double
set_any(const Press *press, Scene *scene, const Stop *stop, Place at)
{
    if (is_heading(stop->step))
        return press_group(press, scene, stop->step->heading, at);
    return set_step(press, scene, stop, at);
}

/* A straight piece of trunk: from a disc, or from below a decision's branches, to the next disc.
 * y: where the two steps begin; the first ends at at.y. */
static void
join_discs(Scene *scene, const FlowStep *pair, const Look *look, Place at, const double y[2])
{
    const FlowStep *from = &pair[0], *to = &pair[1];
    if (is_heading(from) || is_heading(to) || from->ends)
        return;
    double x = at.x + disc_radius(look, at.size);
    double begin = from->n_branches > 0 ? at.y : y[0] + step_reach(from, look, at.size);
    scene_rule(scene, (SceneSpot){x, begin},
               (SceneSpot){x, y[1] + step_reach(to, look, at.size)}, LINE * at.size,
               look->line);
}

/* Lines first: they lie under the discs and are no part of the text. */
static void
join_list(const Press *press, Scene *scene, const Steps *list, Place at)
{
    double y[2] = {at.y, at.y};
    scene_begin(scene, TAG_NONSTRUCT, NULL);
    for (guint i = 0; i < list->n; i++) {
        const Stop stop = {&list->steps[i], list->look, i + 1 < list->n};
        y[1] = i > 0 ? at.y + list->gap * (is_heading(stop.step) ? 1.5 : 1) : at.y;
        if (i > 0)
            join_discs(scene, stop.step - 1, list->look, at, y);
        at.y = y[0] = y[1];
        at.y += set_any(press, NULL, &stop, at);
    }
    scene_end(scene);
}

static double
set_list(const Press *press, Scene *scene, const Steps *list, Place at)
{
    double top = at.y;
    if (scene != NULL)
        join_list(press, scene, list, at);
    for (guint i = 0; i < list->n && at.y <= list->look->end; i++) {
        const Stop stop = {&list->steps[i], list->look, i + 1 < list->n};
        if (i > 0)
            at.y += list->gap * (is_heading(stop.step) ? 1.5 : 1);
        if (scene != NULL && stop.step->field != NULL)
            scene->field = stop.step->field;
        at.y += set_any(press, scene, &stop, at);
    }
    return at.y - top;
}

double
press_step(const Press *press, Scene *scene, const FlowStep *step, Place at)
{
    Look look = trunk_look(press);
    const Stop stop = {step, &look, TRUE};
    return set_any(press, scene, &stop, at);
}

double
press_step_height_to(const Press *press, const FlowStep *step, Place at, double end)
{
    Look look = trunk_look(press);
    look.end = end;
    const Stop stop = {step, &look, TRUE};
    return set_any(press, NULL, &stop, at);
}

double
press_track(const Press *press, Scene *scene, const Run *run, Place at)
{
    Look look = trunk_look(press);
    const Steps list = {run->section->steps + run->begin, run->end - run->begin, &look,
                        press->gap_em * at.size * press->spread};
    return set_list(press, scene, &list, at);
}
