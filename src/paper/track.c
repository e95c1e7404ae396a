#include "paper/layout.h"

/* Lengths in em of the body. A disc of 0.9 holds two figures. */
static const double DISC = 0.9, INNER_DISC = 0.8, DIAMOND = 1.28, TEXT_GAP = 0.62, LINE = 0.16;
static const double BOX_PAD = 0.75, BOX_RADIUS = 0.5, BOX_GAP = 1.2, DROP = 1.0, CHIP = 0.82;
static const double SIDE_BY_SIDE = 26;

/* What a track looks like: the trunk's filled discs, or the rings inside a branch. */
typedef struct Look {
    SceneColor line, disc, number;
    gboolean ring;
    guint depth;
} Look;

typedef struct Place {
    double x, y, w, size;
} Place;

/* Where a track forks. */
typedef struct Fork {
    const FlowBranch *branches;
    guint n;
    const Look *look;
    double tip;       /* where its symbol ends */
    gboolean goes_on; /* another step follows in the list */
} Fork;

static double set_steps(
    Press *press, Scene *scene, const FlowStep *steps, guint n, const Look *look, Place at);
static double set_fork(Press *press, Scene *scene, const Fork *fork, Place at);

static Look
trunk_look(const Press *press)
{
    const PosterPalette *p = &press->palette;
    return (Look){p->brand, p->brand, p->paper, FALSE, 0};
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
draw_number(Press *press,
            Scene *scene,
            const char *number,
            double cx,
            double cy,
            double size,
            SceneColor color)
{
    Para para = press_para(press, FACE_BOLD, number, color);
    double width = para_full_width(&para);
    double em = MIN(0.86 * size, 1.3 * size / MAX(width, 0.1));
    press_set_as(scene, TAG_LABEL, &para, cx - width * em / 2, cy - em * 0.6, width * em + 1,
                 em, 1.2);
}

static void
draw_disc(Press *press,
          Scene *scene,
          const FlowStep *step,
          const Look *look,
          double cx,
          double cy,
          double size)
{
    const PosterPalette *p = &press->palette;
    double radius = disc_radius(look, size);
    if (is_decision(step)) {
        float half = (float)(DIAMOND * radius);
        const ScenePoint points[] = {{PATH_MOVE, {0, -half}},
                                     {PATH_TO, {half, 0}},
                                     {PATH_TO, {0, half}},
                                     {PATH_TO, {-half, 0}},
                                     {PATH_CLOSE, {0}}};
        SceneItem *diamond = scene_path(scene, points, G_N_ELEMENTS(points), cx, cy, 1);
        diamond->fill = p->accent;
        diamond->stroke = p->ink;
        diamond->stroke_mm = 0.12 * size;
        if (step->number != NULL)
            draw_number(press, scene, step->number, cx, cy, size, p->ink);
        return;
    }
    SceneItem *disc = scene_ellipse(scene, cx, cy, radius, radius, 0);
    disc->fill = look->disc;
    if (look->ring) {
        disc->w = disc->h = radius - 0.06 * size;
        disc->stroke = look->line;
        disc->stroke_mm = 0.12 * size;
    }
    if (step->number != NULL)
        draw_number(press, scene, step->number, cx, cy, size, look->number);
}

/* A few words in a rounded frame; returns the height. */
static double
set_chip(Scene *scene, const Para *para, const Place *at, SceneColor fill, SceneColor edge)
{
    double em = CHIP * at->size, pad_x = 0.55 * at->size, pad_y = 0.2 * at->size;
    double room = MAX(at->w - 2 * pad_x, em);
    double text_h = press_set(NULL, para, 0, 0, room, em, 1.22), h = text_h + 2 * pad_y;
    if (scene == NULL)
        return h;
    double text_w = para_full_width(para) * em, w = MIN(text_w, room) + 2 * pad_x;
    SceneItem *chip = scene_rect(scene, at->x, at->y, w, h, 0.3 * at->size);
    chip->fill = fill;
    chip->stroke = edge;
    chip->stroke_mm = edge != 0 ? 0.08 * at->size : 0;
    press_set_as(scene, TAG_P, para, at->x + pad_x, at->y + pad_y, room, em, 1.22);
    return h;
}

static double
set_time(Press *press, Scene *scene, const char *time, Place at)
{
    Para para = press_para(press, FACE_BOLD, time, press->palette.muted);
    return press_set_as(scene, TAG_P, &para, at.x, at.y, at.w, at.size, press->leading);
}

static double
set_end(Press *press, Scene *scene, const char *end, const Look *look, Place at)
{
    if (end == NULL)
        return 0;
    Para para = press_para(press, FACE_BOLD, end, look->line);
    double gap = 0.3 * at.size;
    at.y += gap;
    return gap + set_chip(scene, &para, &at, press->palette.paper, look->line);
}

/* The words of a step: condition, actor, text, time, details, chip. */
static double
set_words(Press *press, Scene *scene, const FlowStep *step, const Look *look, Place at)
{
    const PosterPalette *p = &press->palette;
    double top = at.y;
    Para para = {.n = 0};
    if (step->when != NULL)
        para_add(&para, poster_text_get_spaced(press->fonts, FACE_BOLD, step->when), p->muted,
                 0);
    if (step->actor != NULL)
        para_add(&para, poster_text_get_spaced(press->fonts, FACE_BOLD, step->actor),
                 look->line, 0);
    para_add(&para, poster_text_get_spaced(press->fonts, FACE_REGULAR, step->text), p->ink, 0);
    if (step->time != NULL && step->n_details == 0)
        para_add(&para, poster_text_get(press->fonts, FACE_BOLD, step->time), p->muted, 0);
    press_check_room(press, &para, at.w, at.size);
    at.y += press_set(scene, &para, at.x, at.y, at.w, at.size, press->leading);
    at.y +=
        press_details(press, scene, step->details, step->n_details, at.x, at.y, at.w, at.size);
    if (step->time != NULL && step->n_details > 0)
        at.y += set_time(press, scene, step->time, at);
    at.y += set_end(press, scene, step->end, look, at);
    return at.y - top;
}

/* One step with its branches; `goes_on` when another follows in the list. */
static double
set_step(Press *press,
         Scene *scene,
         const FlowStep *step,
         const Look *look,
         Place at,
         gboolean goes_on)
{
    double size = at.size, radius = disc_radius(look, size), top = at.y;
    double indent = text_x(look, size);
    /* A diamond is taller than a disc: the step makes room for it. */
    if (is_lone_branch(step))
        return set_fork(press, scene,
                        &(Fork){step->branches, step->n_branches, look, at.y, goes_on}, at);
    double reach = radius * (is_decision(step) ? DIAMOND : 1);
    double cy = at.y + reach;
    Place words = {at.x + indent, cy - press->leading * size / 2, at.w - indent, size};
    if (scene != NULL) {
        scene_begin(scene, TAG_ITEM, NULL);
        draw_disc(press, scene, step, look, at.x + radius, cy, size);
        scene_begin(scene, TAG_BODY, NULL);
    }
    double words_h = set_words(press, scene, step, look, words);
    at.y = MAX(cy + reach, words.y + words_h);
    if (step->n_branches > 0)
        at.y +=
            set_fork(press, scene,
                     &(Fork){step->branches, step->n_branches, look, cy + reach, goes_on}, at);
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
    Press *press, Scene *scene, const FlowBranch *branch, const Look *look, Place at)
{
    double top = at.y;
    if (branch->outcome != NULL) {
        Para para = press_para(press, FACE_REGULAR, branch->outcome, press->palette.ink);
        at.y += press_set_as(scene, TAG_P, &para, at.x, at.y, at.w, at.size, press->leading);
    }
    at.y += press_details(press, scene, branch->details, branch->n_details, at.x, at.y, at.w,
                          at.size);
    if (branch->n_steps > 0) {
        if (scene != NULL)
            scene_begin(scene, TAG_LIST, NULL);
        at.y += set_steps(press, scene, branch->steps, branch->n_steps, look, at);
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

/* A framed branch; `h` > 0 stretches the frame. Returns the height it needs. */
static double
set_branch(
    Press *press, Scene *scene, const FlowBranch *branch, guint depth, Place at, double h)
{
    const PosterPalette *p = &press->palette;
    SceneColor color = branch->negative ? p->negative : p->brand;
    Look look = {color, p->paper, color, TRUE, depth + 1};
    double pad = BOX_PAD * at.size, y = at.y + pad;
    if (scene != NULL) {
        SceneItem *box = scene_rect(scene, at.x, at.y, at.w, h, BOX_RADIUS * at.size);
        box->fill = branch->negative ? p->negative_tint : p->tint;
        box->stroke = color;
        box->stroke_mm = 0.1 * at.size;
        box->dashed = branch->negative;
    }
    Place inner = {at.x + pad, y, at.w - 2 * pad, at.size};
    Para label = press_para(press, FACE_BOLD, branch->label, p->paper);
    inner.y += set_chip(scene, &label, &inner, color, 0) + 0.5 * at.size;
    inner.y += set_branch_body(press, scene, branch, &look, inner);
    return inner.y + pad - at.y;
}

/* Two branches side by side: the share of the first that makes the taller one least tall. */
static double
best_share(Press *press,
           const FlowBranch *branches,
           guint depth,
           double w,
           double size,
           double *height)
{
    static const double SHARES[] = {0.5, 0.46, 0.54, 0.42, 0.58};
    double best = SHARES[0];
    *height = G_MAXDOUBLE;
    for (guint i = 0; i < G_N_ELEMENTS(SHARES); i++) {
        Place one = {0, 0, w * SHARES[i], size}, other = {0, 0, w * (1 - SHARES[i]), size};
        double left = set_branch(press, NULL, &branches[0], depth, one, 0);
        double right = set_branch(press, NULL, &branches[1], depth, other, 0);
        double h = MAX(left, right);
        if (h < *height - 0.01) {
            *height = h;
            best = SHARES[i];
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
    SceneItem *way = scene_path(scene, points, MIN(n, (guint)G_N_ELEMENTS(points)), 0, 0, 1);
    way->stroke = look->line;
    way->stroke_mm = LINE * size * 0.75;
}

static double
set_pair(Press *press, Scene *scene, const Fork *fork, Place at)
{
    const FlowBranch *branches = fork->branches;
    const Look *look = fork->look;
    double size = at.size, gap = BOX_GAP * size, room = at.w - gap, h;
    double share = best_share(press, branches, look->depth, room, size, &h);
    double tail = fork->goes_on ? DROP * size : 0;
    if (scene == NULL)
        return DROP * size + h + tail;
    Place one = {at.x, at.y + DROP * size, room * share, size};
    Place other = {at.x + one.w + gap, one.y, room - one.w, size};
    double trunk = at.x + disc_radius(look, size), bar = one.y - DROP * size * 0.5;
    double far_x = other.x + disc_radius(look, size), below = one.y + h + tail * 0.5;
    const double down[] = {trunk, fork->tip, trunk, one.y};
    const double across[] = {trunk, bar, far_x, bar, far_x, other.y};
    const double back[] = {far_x, one.y + h, far_x, below, trunk, below};
    gboolean first_ends = branches[0].ends || branches[0].back_to > 0;
    const double on[] = {trunk, first_ends ? below : one.y + h, trunk, one.y + h + tail};
    draw_way(scene, down, 2, look, size);
    draw_way(scene, across, 3, look, size);
    if (fork->goes_on) {
        draw_way(scene, on, 2, look, size);
        if (!branches[1].ends && branches[1].back_to == 0)
            draw_way(scene, back, 3, look, size);
    }
    set_branch(press, scene, &branches[0], look->depth, one, h);
    set_branch(press, scene, &branches[1], look->depth, other, h);
    return DROP * size + h + tail;
}

static double
set_stack(Press *press, Scene *scene, const Fork *fork, Place at)
{
    const FlowBranch *branches = fork->branches;
    const Look *look = fork->look;
    double size = at.size, trunk = at.x + disc_radius(look, size), top = at.y;
    double indent = disc_radius(look, size) + size, last = fork->tip;
    for (guint i = 0; i < fork->n; i++) {
        at.y += 0.6 * size;
        Place box = {at.x + indent, at.y, at.w - indent, size};
        double h = set_branch(press, NULL, &branches[i], look->depth, box, 0);
        double middle = at.y + (BOX_PAD + 0.7) * size;
        if (scene != NULL) {
            const double way[] = {trunk, last, trunk, middle, box.x, middle};
            draw_way(scene, way, 3, look, size);
            set_branch(press, scene, &branches[i], look->depth, box, h);
        }
        last = middle;
        at.y += h;
    }
    double tail = fork->goes_on ? 0.6 * size : 0;
    const double on[] = {trunk, last, trunk, at.y + tail};
    if (scene != NULL && fork->goes_on)
        draw_way(scene, on, 2, look, size);
    return at.y + tail - top;
}

static double
set_fork(Press *press, Scene *scene, const Fork *fork, Place at)
{
    if (fork->n == 2 && fork->look->depth == 0 && at.w > SIDE_BY_SIDE * at.size)
        return set_pair(press, scene, fork, at);
    return set_stack(press, scene, fork, at);
}

static gboolean
is_heading(const FlowStep *step)
{
    return step->heading != NULL;
}

static double
set_any(Press *press,
        Scene *scene,
        const FlowStep *step,
        const Look *look,
        Place at,
        gboolean goes_on)
{
    if (!is_heading(step))
        return set_step(press, scene, step, look, at, goes_on);
    return press_group(press, scene, step->heading, at.x, at.y, at.w, at.size);
}

/* A straight piece of trunk: from a disc, or from below a decision's branches, to the next disc. */
static void
join_discs(Scene *scene,
           const FlowStep *from,
           const FlowStep *to,
           const Look *look,
           Place at,
           double from_y,
           double end_y,
           double to_y)
{
    if (is_heading(from) || is_heading(to) || from->ends)
        return;
    double x = at.x + disc_radius(look, at.size);
    double begin = from->n_branches > 0 ? end_y : from_y + step_reach(from, look, at.size);
    scene_rule(scene, x, begin, x, to_y + step_reach(to, look, at.size), LINE * at.size,
               look->line);
}

static double
set_list(Press *press,
         Scene *scene,
         const FlowStep *steps,
         guint n,
         const Look *look,
         Place at,
         double gap)
{
    double top = at.y, last = at.y;
    if (scene != NULL)
        scene_begin(scene, TAG_NONSTRUCT, NULL);
    for (guint i = 0; scene != NULL && i < n; i++) {
        double y = i > 0 ? at.y + gap * (is_heading(&steps[i]) ? 1.5 : 1) : at.y;
        if (i > 0)
            join_discs(scene, &steps[i - 1], &steps[i], look, at, last, at.y, y);
        at.y = last = y;
        at.y += set_any(press, NULL, &steps[i], look, at, i + 1 < n);
    }
    if (scene != NULL)
        scene_end(scene);
    at.y = top;
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            at.y += gap * (is_heading(&steps[i]) ? 1.5 : 1);
        if (scene != NULL && steps[i].field != NULL)
            scene->field = steps[i].field;
        at.y += set_any(press, scene, &steps[i], look, at, i + 1 < n);
    }
    return at.y - top;
}

static double
set_steps(
    Press *press, Scene *scene, const FlowStep *steps, guint n, const Look *look, Place at)
{
    return set_list(press, scene, steps, n, look, at, press->gap_em * at.size);
}

double
press_step(
    Press *press, Scene *scene, const FlowStep *step, double x, double y, double w, double size)
{
    Look look = trunk_look(press);
    Place at = {x, y, w, size};
    return set_any(press, scene, step, &look, at, TRUE);
}

double
press_track(Press *press,
            Scene *scene,
            const FlowStep *steps,
            guint begin,
            guint end,
            double x,
            double y,
            double w,
            double size)
{
    Look look = trunk_look(press);
    Place at = {x, y, w, size};
    double gap = press->gap_em * size * press->spread;
    return set_list(press, scene, steps + begin, end - begin, &look, at, gap);
}
