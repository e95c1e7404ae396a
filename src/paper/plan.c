#include "paper/plan.h"

static const double BODY_TOP = 10.5, BODY_BOTTOM = 9, SIGNER_GAP = 9;

double
plan_least_mm(const Press *press)
{
    const PosterStyle *s = press->style;
    if (press->options->size != POSTER_A4)
        return s->body_pt.min * PT;
    return (press->options->dense ? s->floor_dense_pt : s->floor_a4_pt) * PT / press->scale;
}

guint
plan_list(const Press *press, BodyPlan plans[MAX_PLANS])
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
    if (press->content->pledge == NULL && press->n_sections > 0)
        plans[n++] = (BodyPlan){.flows = TRUE};
    return n;
}

static double
top_bands(const Press *press, Scene *scene, guint sheet, guint n_sheets)
{
    if (sheet > 0)
        return press_later_header(press, scene, sheet, n_sheets);
    double y = press_header(press, scene);
    if (press->content->pledge != NULL)
        return y + press_pledge(press, scene, y);
    return y + press_facts(press, scene, y);
}

static double
signer_height(const Press *press, guint sheet)
{
    return sheet == 0 ? press_signer(press, NULL, 0) : 0;
}

BodyRoom
plan_frame(const Press *press, guint sheet)
{
    double signer = signer_height(press, sheet);
    return (BodyRoom){top_bands(press, NULL, sheet, 88) + BODY_TOP,
                      SHEET_H - press_footer(press, NULL, 0) - BODY_BOTTOM -
                          (signer > 0 ? signer + SIGNER_GAP : 0),
                      0};
}

double
plan_body_room(const Press *press)
{
    BodyRoom frame = plan_frame(press, 0);
    return frame.bottom - frame.y;
}

void
plan_draw_bands(const Press *press, Scene *scene, guint sheet, guint n_sheets)
{
    double top = top_bands(press, NULL, sheet, n_sheets);
    double bottom = SHEET_H - press_footer(press, NULL, 0);
    scene_begin(scene, TAG_SECT, NULL);
    top_bands(press, scene, sheet, n_sheets);
    scene_end(scene);
    press_band(scene, top, bottom - top, press->palette.paper);
}

void
plan_draw_end(const Press *press, Scene *scene, guint sheet)
{
    double signer = signer_height(press, sheet);
    if (signer > 0)
        press_signer(press, scene,
                     SHEET_H - press_footer(press, NULL, 0) - BODY_BOTTOM - signer);
    scene_begin(scene, TAG_SECT, NULL);
    press_footer(press, scene, SHEET_H);
    scene_end(scene);
}
