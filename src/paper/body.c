#include "paper/press.h"
#include <string.h>

/* Lengths in em of the body. */
static const double TICK = 0.96, TICK_INDENT = 1.66, DETAIL_INDENT = 1.3, LABEL_SIZE = 0.8;
static const double GROUP_SIZE = 0.98;

double
press_heading(const Press *press, Scene *scene, const char *text, Place at)
{
    double heading = MAX(press->style->heading_em * at.size, press_type(press, 18));
    Para para = press_para(press, FACE_DISPLAY, text, press->palette.brand);
    double h = press_set_as(scene, TAG_H2, &para, (Place){at.x, at.y, at.w, heading}, 1.2) +
               0.12 * heading;
    if (scene != NULL)
        scene_rule(scene, (SceneSpot){at.x, at.y + h}, (SceneSpot){at.x + at.w, at.y + h}, 0.6,
                   press->palette.brand);
    return h + 0.62 * at.size;
}

double
press_details(const Press *press, Scene *scene, const Details *details, Place at)
{
    double top = at.y, indent = DETAIL_INDENT * at.size;
    if (scene != NULL && details->n > 0)
        scene_begin(scene, TAG_LIST, NULL);
    for (guint i = 0; i < details->n && at.y <= details->end; i++) {
        const FlowDetail *detail = &details->items[i];
        Para label = press_para(press, FACE_BOLD, detail->label, press->palette.muted);
        Para text = press_para(press, FACE_REGULAR, detail->text, press->palette.ink);
        at.y += 0.12 * at.size;
        if (scene != NULL) {
            scene_begin(scene, TAG_ITEM, NULL);
            press_set_as(scene, TAG_LABEL, &label, at, press->leading);
        }
        Place words = {at.x + indent, at.y, at.w - indent, at.size};
        at.y += press_too_narrow(press, &text, words);
        at.y += press_set_as(scene, TAG_BODY, &text, words, press->leading);
        if (scene != NULL)
            scene_end(scene);
    }
    if (scene != NULL && details->n > 0)
        scene_end(scene);
    return at.y - top;
}

Para
press_requirement_para(const Press *press, const PosterItem *item, SceneColor other)
{
    const PosterPalette *p = &press->palette;
    Para para = {.n = 0};
    if (item->lead != NULL)
        para_add(&para, shaped_text_get_spaced(press->fonts, FACE_BOLD, item->lead), p->brand,
                 0);
    para_add(&para, shaped_text_get_spaced(press->fonts, FACE_REGULAR, item->text), p->ink, 0);
    if (item->other != NULL)
        para_add(&para, shaped_text_get(press->fonts, FACE_BOLD, item->other), other, 0);
    return para;
}

/* The box to tick, and the structure around what follows it. */
static void
begin_tick(const Press *press, Scene *scene, const PosterItem *item, const Para *para, Place at)
{
    double side = TICK * at.size, line = press_line_height(para, at.size, press->leading);
    scene_begin(scene, TAG_ITEM, NULL);
    if (!item->continues) {
        SceneItem *box = scene_rect(
            scene, (SceneBox){at.x + 0.05 * at.size, at.y + (line - side) / 2, side, side},
            0.22 * at.size);
        box->stroke = press->palette.brand;
        box->stroke_mm = 0.1 * at.size;
    }
    scene_begin(scene, TAG_BODY, NULL);
}

static double
set_tick(const Press *press, Scene *scene, const PosterItem *item, Place at, double end)
{
    double indent = TICK_INDENT * at.size, top = at.y;
    Para para = press_requirement_para(press, item, press->palette.muted);
    if (scene != NULL)
        begin_tick(press, scene, item, &para, at);
    at.x += indent;
    at.w -= indent;
    gboolean links = press_begin_link(scene, item->href);
    at.y += press_too_narrow(press, &para, at);
    at.y += press_set(scene, &para, at, press->leading);
    if (links)
        scene_end(scene);
    const Details details = {item->details, item->n_details, end};
    at.y += press_details(press, scene, &details, at);
    if (scene != NULL) {
        scene_end(scene);
        scene_end(scene);
    }
    return at.y - top;
}

static double
set_row(const Press *press, Scene *scene, const PosterItem *item, Place at)
{
    /* Numbers to turn to are read from two metres at A3: capitals of 8.7 mm. */
    const double far = 34.5 * PT;
    double top = at.y, size = at.size, most = size;
    if (press->content->kind == POSTER_CHANNELS)
        most = MAX(1.5 * size, far);
    if (item->label != NULL) {
        Para label = press_para(press, FACE_BOLD, item->label, press->palette.muted);
        at.size = MAX(LABEL_SIZE * size, press_type(press, 0));
        at.y += press_set_as(scene, TAG_P, &label, at, 1.24);
    }
    Para value = press_para(press, FACE_CODE_BOLD, item->text, press->palette.ink);
    PosterRange range = {size, most};
    at.size = press_fit(&value, &(Room){at.w, 1e5, 2, 1.24}, range);
    at.y += press_too_narrow(press, &value, at);
    at.y += press_set_link(scene, item->href, &value, at, 1.24);
    return at.y - top;
}

/* ---- tables ---- */

/* Where the columns of a table begin, and the width of each; stacked: its cells stand one below
 * the other, since not all of its words would fit their columns. */
typedef struct Columns {
    double at[3], width[3];
    gboolean stacked;
} Columns;

static guint
count_columns(const PosterSection *section)
{
    return section->columns[2] != NULL ? 3 : 2;
}

/* Each column has the width of its longest word at least; the rest goes where lines are longest. */
static Columns
divide_columns(const Press *press, const PosterSection *section, Place at)
{
    const TableWidths *t = &press->tables[section - press->sections];
    guint n = count_columns(section);
    Columns c = {.stacked = FALSE};
    double room = at.w / at.size - (n - 1), least = 0, want = 0, x = 0;
    for (guint i = 0; i < n; i++) {
        least += t->least[i];
        want += MIN(t->full[i], 0.6 * room) - t->least[i];
    }
    c.stacked = least > room;
    double share = want > 0 ? (room - least) / want : 0;
    for (guint i = 0; i < n; i++) {
        double em = t->least[i] + share * (MIN(t->full[i], 0.6 * room) - t->least[i]);
        if (want <= 0)
            em += (room - least) / n;
        c.at[i] = x;
        c.width[i] = em * at.size;
        x += c.width[i] + at.size;
    }
    return c;
}

/* A row's texts, or the head's. */
typedef struct Cells {
    const char *texts[3];
    SceneTag tag;
    FontFace faces[3];
    SceneColor color;
} Cells;

static double
set_cells(const Press *press, Scene *scene, const Columns *c, const Cells *cells, Place at)
{
    double h = 0;
    for (guint i = 0; i < 3; i++) {
        if (cells->texts[i] == NULL || c->width[i] <= 0)
            continue;
        Para para = press_para(press, cells->faces[i], cells->texts[i], cells->color);
        Place cell = {at.x + c->at[i], at.y, c->width[i] + 0.01, at.size};
        double cell_h = press_set_as(scene, cells->tag, &para, cell, 1.24);
        h = MAX(h, cell_h);
    }
    return h;
}

/* The cells of a row one below the other, all as wide as the table; each says what column it is. */
static double
set_stacked(const Press *press,
            Scene *scene,
            const PosterSection *section,
            const Cells *cells,
            Place at)
{
    double top = at.y;
    for (guint i = 0; i < 3; i++) {
        const char *text = cells->texts[i];
        Para para = {.n = 0};
        if (text == NULL || *text == '\0')
            continue;
        if (i > 0 && section->columns[i] != NULL)
            para_add(&para,
                     shaped_text_get_spaced(press->fonts, FACE_BOLD, section->columns[i]),
                     press->palette.muted, 0);
        para_add(&para, shaped_text_get(press->fonts, i > 0 ? FACE_REGULAR : FACE_BOLD, text),
                 press->palette.ink, 0);
        at.y += press_too_narrow(press, &para, at);
        at.y += press_set_as(scene, TAG_CELL, &para, at, press->leading);
    }
    return at.y - top;
}

/* A row with a long text in a narrow cell is set in full width where that is much lower. */
static double
set_table_row(const Press *press,
              Scene *scene,
              const PosterSection *section,
              const PosterItem *item,
              Place at)
{
    const Cells cells = {{item->label, item->text, item->other},
                         TAG_CELL,
                         {FACE_BOLD, FACE_REGULAR, FACE_REGULAR},
                         press->palette.ink};
    const double many_lines = 8, much = 0.85;
    Columns c = divide_columns(press, section, at);
    double h = c.stacked ? 0 : set_cells(press, NULL, &c, &cells, at);
    gboolean stacks = c.stacked || (h > many_lines * 1.24 * at.size &&
                                    set_stacked(press, NULL, section, &cells, at) < much * h);
    if (scene == NULL)
        return stacks ? set_stacked(press, NULL, section, &cells, at) : h;
    scene_begin(scene, TAG_ROW, NULL);
    h = stacks ? set_stacked(press, scene, section, &cells, at)
               : set_cells(press, scene, &c, &cells, at);
    scene_end(scene);
    return h;
}

static double
set_column_head(const Press *press, Scene *scene, const PosterSection *section, Place at)
{
    const Cells cells = {{section->columns[0], section->columns[1], section->columns[2]},
                         TAG_HEAD,
                         {FACE_BOLD, FACE_BOLD, FACE_BOLD},
                         press->palette.muted};
    if (section->kind != SECTION_TABLE || section->columns[1] == NULL)
        return 0;
    Columns c = divide_columns(press, section, at);
    if (c.stacked)
        return 0;
    double gap = 0.25 * at.size;
    at.size = MAX(LABEL_SIZE * at.size, press_type(press, 0));
    if (scene != NULL)
        scene_begin(scene, TAG_ROW, NULL);
    double h = set_cells(press, scene, &c, &cells, at);
    if (scene != NULL)
        scene_end(scene);
    return h + gap;
}

double
press_column_head(const Press *press, const PosterSection *section, Place at)
{
    return set_column_head(press, NULL, section, at);
}

static void
weigh(const Press *press, TableWidths *t, guint i, FontFace face, const char *text)
{
    Para para = press_para(press, face, text, 0);
    t->least[i] = MAX(t->least[i], para_min_width(&para));
    t->full[i] = MAX(t->full[i], para_full_width(&para));
}

void
press_weigh_tables(Press *press)
{
    for (guint s = 0; s < press->n_sections; s++) {
        const PosterSection *section = &press->sections[s];
        TableWidths *t = &press->tables[s];
        *t = (TableWidths){{0}, {0}};
        for (guint i = 0; section->kind == SECTION_TABLE && i < section->n; i++) {
            weigh(press, t, 0, FACE_BOLD, section->items[i].label);
            weigh(press, t, 1, FACE_REGULAR, section->items[i].text);
            weigh(press, t, 2, FACE_REGULAR, section->items[i].other);
        }
        for (guint k = 0; section->kind == SECTION_TABLE && k < 3; k++)
            weigh(press, t, k, FACE_BOLD, section->columns[k]);
    }
}

/* ---- items ---- */

double
press_group(const Press *press, Scene *scene, const char *text, Place at)
{
    Para para = press_para(press, FACE_DISPLAY, text, press->palette.brand);
    at.size *= GROUP_SIZE;
    return press_set_as(scene, TAG_P, &para, at, 1.2);
}

static double
set_item(const Press *press, Scene *scene, const PosterSection *section, guint index, Place at)
{
    if (section->kind == SECTION_FLOW)
        return press_step(press, scene, &section->steps[index], at);
    const PosterItem *item = &section->items[index];
    if (item->heading != NULL)
        return press_group(press, scene, item->heading, at);
    switch (section->kind) {
    case SECTION_TICKS:
        return set_tick(press, scene, item, at, PRESS_NO_END);
    case SECTION_ROWS:
        return set_row(press, scene, item, at);
    case SECTION_TABLE:
        return set_table_row(press, scene, section, item, at);
    case SECTION_FLOW:
        break;
    }
    return 0;
}

static void
prefer(const char **longest, const char *text)
{
    if (text != NULL && (*longest == NULL || strlen(text) > strlen(*longest)))
        *longest = text;
}

static void
prefer_details(const char **longest, const FlowDetail *details, guint n)
{
    for (guint i = 0; i < n; i++)
        prefer(longest, details[i].text);
}

static void
prefer_steps(const char **longest, const FlowStep *steps, guint n)
{
    for (guint i = 0; i < n; i++) {
        const FlowStep *s = &steps[i];
        prefer(longest, s->text);
        prefer(longest, s->actor);
        prefer(longest, s->when);
        prefer(longest, s->heading);
        prefer_details(longest, s->details, s->n_details);
        for (guint k = 0; k < s->n_branches; k++) {
            const FlowBranch *b = &s->branches[k];
            prefer(longest, b->outcome);
            prefer(longest, b->label);
            prefer_details(longest, b->details, b->n_details);
            prefer_steps(longest, b->steps, b->n_steps);
        }
    }
}

PosterMisfit
press_item_misfit(const PosterSection *section, guint index)
{
    const char *longest = NULL;
    if (index >= section->n)
        return (PosterMisfit){section->heading, section->heading};
    if (section->kind == SECTION_FLOW) {
        prefer_steps(&longest, &section->steps[index], 1);
        return (PosterMisfit){section->steps[index].field, longest};
    }
    const PosterItem *item = &section->items[index];
    prefer(&longest, item->text);
    prefer(&longest, item->lead);
    prefer(&longest, item->label);
    prefer(&longest, item->other);
    prefer(&longest, item->heading);
    prefer_details(&longest, item->details, item->n_details);
    return (PosterMisfit){item->field, longest};
}

double
press_item_height(const Press *press, const PosterSection *section, guint index, Place at)
{
    return set_item(press, NULL, section, index, at);
}

double
press_item_height_to(
    const Press *press, const PosterSection *section, guint index, Place at, double end)
{
    if (section->kind == SECTION_FLOW)
        return press_step_height_to(press, &section->steps[index], at, end);
    if (section->kind == SECTION_TICKS && section->items[index].heading == NULL)
        return set_tick(press, NULL, &section->items[index], at, end);
    return press_item_height(press, section, index, at);
}

gboolean
press_is_heading(const PosterSection *section, guint index)
{
    return section->kind == SECTION_FLOW ? section->steps[index].heading != NULL
                                         : section->items[index].heading != NULL;
}

guint
press_count_items(const PosterSection *section, guint begin)
{
    guint n = 0;
    for (guint i = begin; i < section->n; i++)
        n += press_is_heading(section, i) ? 0 : 1;
    return n;
}

double
press_gap(const Press *press, const PosterSection *section, guint index, double size)
{
    static const double EXTRA_EM[] = {[SECTION_TICKS] = 0.05,
                                      [SECTION_FLOW] = 0,
                                      [SECTION_ROWS] = 0.1,
                                      [SECTION_TABLE] = 0.3};
    double gap = (press->gap_em + EXTRA_EM[section->kind]) * size * press->spread;
    return press_is_heading(section, index) ? gap * 1.5 : gap;
}

static void
begin_list(Scene *scene, PosterSectionKind kind)
{
    switch (kind) {
    case SECTION_TICKS:
    case SECTION_FLOW:
        scene_begin(scene, TAG_LIST, NULL);
        return;
    case SECTION_ROWS:
        scene_begin(scene, TAG_SECT, NULL);
        return;
    case SECTION_TABLE:
        scene_begin(scene, TAG_TABLE, NULL);
        return;
    }
}

static double
set_items(const Press *press, Scene *scene, const Run *run, Place at)
{
    const PosterSection *section = run->section;
    double top = at.y;
    at.y += set_column_head(press, scene, section, at);
    for (guint i = run->begin; i < run->end; i++) {
        if (i > run->begin) {
            double gap = press_gap(press, section, i, at.size), middle = at.y + gap / 2;
            if (scene != NULL && section->kind == SECTION_TABLE)
                scene_rule(scene, (SceneSpot){at.x, middle}, (SceneSpot){at.x + at.w, middle},
                           0.25, press->palette.hairline);
            at.y += gap;
        }
        if (scene != NULL)
            scene->field = press_item_misfit(section, i).field;
        at.y += set_item(press, scene, section, i, at);
    }
    if (scene != NULL)
        scene->field = NULL;
    return at.y - top;
}

double
press_column(const Press *press, Scene *scene, const Run *run, Place at)
{
    const PosterSection *section = run->section;
    gboolean flow = section->kind == SECTION_FLOW;
    if (section->n == 0) {
        Para para = press_para(press, FACE_REGULAR, section->empty, press->palette.muted);
        return press_set_as(scene, TAG_P, &para, at, press->leading);
    }
    if (scene != NULL)
        begin_list(scene, section->kind);
    double h = flow ? press_track(press, scene, run, at) : set_items(press, scene, run, at);
    if (scene != NULL)
        scene_end(scene);
    return h;
}
