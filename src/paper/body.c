#include "paper/layout.h"
#include <string.h>

/* Lengths in em of the body. */
static const double TICK = 0.96, TICK_INDENT = 1.66, DETAIL_INDENT = 1.3, LABEL_SIZE = 0.8;
static const double GROUP_SIZE = 0.98;

double
press_heading(
    Press *press, Scene *scene, const char *text, double x, double y, double w, double size)
{
    double heading = MAX(press->style->heading_em * size, 18 * PT);
    Para para = press_para(press, FACE_DISPLAY, text, press->palette.brand);
    double h = press_set_as(scene, TAG_H2, &para, x, y, w, heading, 1.2) + 0.12 * heading;
    if (scene != NULL)
        scene_rule(scene, x, y + h, x + w, y + h, 0.6, press->palette.brand);
    return h + 0.62 * size;
}

double
press_details(Press *press,
              Scene *scene,
              const FlowDetail *details,
              guint n,
              double x,
              double y,
              double w,
              double size)
{
    double top = y, indent = DETAIL_INDENT * size;
    if (scene != NULL && n > 0)
        scene_begin(scene, TAG_LIST, NULL);
    for (guint i = 0; i < n; i++) {
        Para label = press_para(press, FACE_BOLD, details[i].label, press->palette.muted);
        Para text = press_para(press, FACE_REGULAR, details[i].text, press->palette.ink);
        y += 0.12 * size;
        if (scene != NULL) {
            scene_begin(scene, TAG_ITEM, NULL);
            press_set_as(scene, TAG_LABEL, &label, x, y, w, size, press->leading);
        }
        y += press_set_as(scene, TAG_BODY, &text, x + indent, y, w - indent, size,
                          press->leading);
        if (scene != NULL)
            scene_end(scene);
    }
    if (scene != NULL && n > 0)
        scene_end(scene);
    return y - top;
}

static double
set_tick(Press *press,
         Scene *scene,
         const PosterItem *item,
         double x,
         double y,
         double w,
         double size)
{
    const PosterPalette *p = &press->palette;
    double leading = press->leading, indent = TICK_INDENT * size, top = y;
    Para para = {.n = 0};
    if (item->lead != NULL)
        para_add(&para, poster_text_get_spaced(press->fonts, FACE_BOLD, item->lead), p->brand,
                 0);
    para_add(&para, poster_text_get_spaced(press->fonts, FACE_REGULAR, item->text), p->ink, 0);
    if (item->other != NULL)
        para_add(&para, poster_text_get(press->fonts, FACE_BOLD, item->other), p->muted, 0);
    press_check_room(press, &para, w - indent, size);
    if (scene != NULL) {
        double side = TICK * size, line = press_line_height(&para, size, leading);
        scene_begin(scene, TAG_ITEM, NULL);
        if (!item->continues) {
            SceneItem *box = scene_rect(scene, x + 0.05 * size, y + (line - side) / 2, side,
                                        side, 0.22 * size);
            box->stroke = p->brand;
            box->stroke_mm = 0.1 * size;
        }
        scene_begin(scene, TAG_BODY, NULL);
    }
    gboolean links = press_begin_link(scene, item->href);
    y += press_set(scene, &para, x + indent, y, w - indent, size, leading);
    if (links)
        scene_end(scene);
    y += press_details(press, scene, item->details, item->n_details, x + indent, y, w - indent,
                       size);
    if (scene != NULL) {
        scene_end(scene);
        scene_end(scene);
    }
    return y - top;
}

static double
set_row(Press *press,
        Scene *scene,
        const PosterItem *item,
        double x,
        double y,
        double w,
        double size)
{
    Para value = press_para(press, FACE_CODE_BOLD, item->text, press->palette.ink);
    double h = 0;
    press_check_room(press, &value, w, size);
    if (item->label != NULL) {
        Para label = press_para(press, FACE_BOLD, item->label, press->palette.muted);
        h = press_set_as(scene, TAG_P, &label, x, y, w, LABEL_SIZE * size, 1.24);
    }
    h += press_set_link(scene, item->href, &value, x, y + h, w, size, 1.24);
    return h;
}

/* Where the three columns of a table begin, and the width of each. */
static void
table_columns(const PosterSection *section, double w, double gap, double at[3], double width[3])
{
    static const double THREE[3] = {0.52, 0.21, 0.27}, TWO[3] = {0.6, 0.4, 0};
    const double *parts = section->columns[2] != NULL ? THREE : TWO;
    double x = 0;
    for (guint i = 0; i < 3; i++) {
        at[i] = x;
        width[i] = MAX(parts[i] * w - gap, 0);
        x += parts[i] * w;
    }
}

static double
set_cells(Press *press,
          Scene *scene,
          const PosterSection *section,
          SceneTag tag,
          const char *const texts[3],
          const PosterFace faces[3],
          SceneColor color,
          double x,
          double y,
          double w,
          double size)
{
    double at[3], width[3], h = 0;
    table_columns(section, w, size, at, width);
    for (guint i = 0; i < 3; i++) {
        if (texts[i] == NULL || width[i] <= 0)
            continue;
        Para para = press_para(press, faces[i], texts[i], color);
        press_check_room(press, &para, width[i], size);
        double cell_h = press_set_as(scene, tag, &para, x + at[i], y, width[i], size, 1.24);
        h = MAX(h, cell_h);
    }
    return h;
}

/* The cells of a row one below the other, all as wide as the table; each says what column it is. */
static double
set_stacked(Press *press,
            Scene *scene,
            const PosterSection *section,
            const char *const texts[3],
            double x,
            double y,
            double w,
            double size)
{
    double top = y;
    for (guint i = 0; i < 3; i++) {
        Para para = {.n = 0};
        if (texts[i] == NULL || *texts[i] == '\0')
            continue;
        if (i > 0 && section->columns[i] != NULL)
            para_add(&para,
                     poster_text_get_spaced(press->fonts, FACE_BOLD, section->columns[i]),
                     press->palette.muted, 0);
        para_add(&para,
                 poster_text_get(press->fonts, i > 0 ? FACE_REGULAR : FACE_BOLD, texts[i]),
                 press->palette.ink, 0);
        press_check_room(press, &para, w, size);
        y += press_set_as(scene, TAG_CELL, &para, x, y, w, size, press->leading);
    }
    return y - top;
}

/* A row with a long text in a narrow cell is set in full width where that is much lower. */
static double
set_table_row(Press *press,
              Scene *scene,
              const PosterSection *section,
              const PosterItem *item,
              double x,
              double y,
              double w,
              double size)
{
    static const PosterFace FACES[3] = {FACE_BOLD, FACE_REGULAR, FACE_REGULAR};
    const char *const texts[3] = {item->label, item->text, item->other};
    const double many_lines = 8, much = 0.7;
    gboolean cramped = press->cramped;
    double h = set_cells(press, NULL, section, TAG_CELL, texts, FACES, press->palette.ink, x, y,
                         w, size);
    gboolean stacks = h > many_lines * 1.24 * size &&
                      set_stacked(press, NULL, section, texts, x, y, w, size) < much * h;
    if (scene == NULL && !stacks)
        return h;
    if (scene != NULL)
        scene_begin(scene, TAG_ROW, NULL);
    if (stacks) {
        press->cramped = cramped;
        h = set_stacked(press, scene, section, texts, x, y, w, size);
    } else {
        set_cells(press, scene, section, TAG_CELL, texts, FACES, press->palette.ink, x, y, w,
                  size);
    }
    if (scene != NULL)
        scene_end(scene);
    return h;
}

static double
set_column_head(Press *press,
                Scene *scene,
                const PosterSection *section,
                double x,
                double y,
                double w,
                double size)
{
    static const PosterFace FACES[3] = {FACE_BOLD, FACE_BOLD, FACE_BOLD};
    if (section->kind != SECTION_TABLE || section->columns[1] == NULL)
        return 0;
    if (scene != NULL)
        scene_begin(scene, TAG_ROW, NULL);
    double h = set_cells(press, scene, section, TAG_HEAD, section->columns, FACES,
                         press->palette.muted, x, y, w, LABEL_SIZE * size);
    if (scene != NULL)
        scene_end(scene);
    return h + 0.25 * size;
}

double
press_column_head(Press *press, const PosterSection *section, double w, double size)
{
    return set_column_head(press, NULL, section, 0, 0, w, size);
}

double
press_group(
    Press *press, Scene *scene, const char *text, double x, double y, double w, double size)
{
    Para para = press_para(press, FACE_DISPLAY, text, press->palette.brand);
    return press_set_as(scene, TAG_P, &para, x, y, w, GROUP_SIZE * size, 1.2);
}

static double
set_item(Press *press,
         Scene *scene,
         const PosterSection *section,
         guint index,
         double x,
         double y,
         double w,
         double size)
{
    if (section->kind == SECTION_FLOW)
        return press_step(press, scene, &section->steps[index], x, y, w, size);
    const PosterItem *item = &section->items[index];
    if (item->heading != NULL)
        return press_group(press, scene, item->heading, x, y, w, size);
    switch (section->kind) {
    case SECTION_TICKS:
        return set_tick(press, scene, item, x, y, w, size);
    case SECTION_ROWS:
        return set_row(press, scene, item, x, y, w, size);
    case SECTION_TABLE:
        return set_table_row(press, scene, section, item, x, y, w, size);
    case SECTION_FLOW:
        break;
    }
    return 0;
}

const char *
press_item_field(const PosterSection *section, guint index)
{
    if (index >= section->n)
        return section->heading;
    return section->kind == SECTION_FLOW ? section->steps[index].field
                                         : section->items[index].field;
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

const char *
press_item_words(const PosterSection *section, guint index)
{
    const char *longest = NULL;
    if (index >= section->n)
        return section->heading;
    if (section->kind == SECTION_FLOW) {
        prefer_steps(&longest, &section->steps[index], 1);
        return longest;
    }
    const PosterItem *item = &section->items[index];
    prefer(&longest, item->text);
    prefer(&longest, item->lead);
    prefer(&longest, item->label);
    prefer(&longest, item->other);
    prefer(&longest, item->heading);
    prefer_details(&longest, item->details, item->n_details);
    return longest;
}

void
press_too_long(Press *press, const char *field, const char *words)
{
    press->too_long = field;
    press->too_long_words = words;
}

double
press_item_height(
    Press *press, const PosterSection *section, guint index, double w, double size)
{
    return set_item(press, NULL, section, index, 0, 0, w, size);
}

static gboolean
is_heading(const PosterSection *section, guint index)
{
    return section->kind == SECTION_FLOW ? section->steps[index].heading != NULL
                                         : section->items[index].heading != NULL;
}

double
press_gap(const Press *press, const PosterSection *section, guint index, double size)
{
    static const double EXTRA_EM[] = {[SECTION_TICKS] = 0.05,
                                      [SECTION_FLOW] = 0,
                                      [SECTION_ROWS] = 0.1,
                                      [SECTION_TABLE] = 0.3};
    double gap = (press->gap_em + EXTRA_EM[section->kind]) * size * press->spread;
    return is_heading(section, index) ? gap * 1.5 : gap;
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
set_items(Press *press,
          Scene *scene,
          const PosterSection *section,
          guint begin,
          guint end,
          double x,
          double y,
          double w,
          double size)
{
    double top = y;
    y += set_column_head(press, scene, section, x, y, w, size);
    for (guint i = begin; i < end; i++) {
        if (i > begin) {
            double gap = press_gap(press, section, i, size);
            if (scene != NULL && section->kind == SECTION_TABLE)
                scene_rule(scene, x, y + gap / 2, x + w, y + gap / 2, 0.25,
                           press->palette.hairline);
            y += gap;
        }
        if (scene != NULL)
            scene->field = press_item_field(section, i);
        y += set_item(press, scene, section, i, x, y, w, size);
    }
    if (scene != NULL)
        scene->field = NULL;
    return y - top;
}

double
press_column(Press *press,
             Scene *scene,
             const PosterSection *section,
             guint begin,
             guint end,
             double x,
             double y,
             double w,
             double size)
{
    if (section->n == 0) {
        Para para = press_para(press, FACE_REGULAR, section->empty, press->palette.muted);
        return press_set_as(scene, TAG_P, &para, x, y, w, size, press->leading);
    }
    if (scene == NULL && section->kind != SECTION_FLOW)
        return set_items(press, NULL, section, begin, end, x, y, w, size);
    if (scene == NULL)
        return press_track(press, NULL, section->steps, begin, end, x, y, w, size);
    begin_list(scene, section->kind);
    double h = section->kind == SECTION_FLOW
                   ? press_track(press, scene, section->steps, begin, end, x, y, w, size)
                   : set_items(press, scene, section, begin, end, x, y, w, size);
    scene_end(scene);
    return h;
}
