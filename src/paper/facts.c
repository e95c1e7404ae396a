#include "paper/layout.h"

static const double FACTS_H = 41, LABEL_TOP = 7.6, VALUE_TOP = 15.6, FACTS_BOTTOM = 4.4;
static const double INSET = 5.6, ICON = 7;

#define M(a, b)    \
    {              \
        PATH_MOVE, \
        {          \
            a, b   \
        }          \
    }
#define L(a, b)  \
    {            \
        PATH_TO, \
        {        \
            a, b \
        }        \
    }
#define C(a, b, c, d, e, f)  \
    {                        \
        PATH_CURVE,          \
        {                    \
            a, b, c, d, e, f \
        }                    \
    }
#define Z           \
    {               \
        PATH_CLOSE, \
        {           \
            0       \
        }           \
    }
/* Drawn on a 24 × 24 grid with a pen of 2. */
static const ScenePoint TIME[] = {
    M(21, 12),
    C(21, 16.97f, 16.97f, 21, 12, 21),
    C(7.03f, 21, 3, 16.97f, 3, 12),
    C(3, 7.03f, 7.03f, 3, 12, 3),
    C(16.97f, 3, 21, 7.03f, 21, 12),
    Z,
    M(12, 7),
    L(12, 12.3f),
    L(15.4f, 14.3f),
};
static const ScenePoint FEE[] = {
    M(4, 6),
    L(20, 6),
    C(21.1f, 6, 22, 6.9f, 22, 8),
    L(22, 16),
    C(22, 17.1f, 21.1f, 18, 20, 18),
    L(4, 18),
    C(2.9f, 18, 2, 17.1f, 2, 16),
    L(2, 8),
    C(2, 6.9f, 2.9f, 6, 4, 6),
    Z,
    M(14.6f, 12),
    C(14.6f, 13.44f, 13.44f, 14.6f, 12, 14.6f),
    C(10.56f, 14.6f, 9.4f, 13.44f, 9.4f, 12),
    C(9.4f, 10.56f, 10.56f, 9.4f, 12, 9.4f),
    C(13.44f, 9.4f, 14.6f, 10.56f, 14.6f, 12),
    Z,
    M(5.6f, 12),
    L(6.2f, 12),
    M(17.8f, 12),
    L(18.4f, 12),
};
static const ScenePoint PRODUCT[] = {
    M(5, 4),
    C(5, 2.9f, 5.9f, 2, 7, 2),
    L(14, 2),
    L(19, 7),
    L(19, 20),
    C(19, 21.1f, 18.1f, 22, 17, 22),
    L(7, 22),
    C(5.9f, 22, 5, 21.1f, 5, 20),
    Z,
    M(8.8f, 13.6f),
    L(11.2f, 16),
    L(15.4f, 11.2f),
};
#undef M
#undef L
#undef C
#undef Z
static const struct {
    const ScenePoint *points;
    guint n;
} ICONS[] = {
    [ICON_TIME] = {TIME, G_N_ELEMENTS(TIME)},
    [ICON_FEE] = {FEE, G_N_ELEMENTS(FEE)},
    [ICON_PRODUCT] = {PRODUCT, G_N_ELEMENTS(PRODUCT)},
};

void
press_icon(Scene *scene, PosterIcon icon, double x, double y, double w, SceneColor color)
{
    SceneItem *item = scene_path(scene, ICONS[icon].points, ICONS[icon].n, x, y, w / 24);
    item->stroke = color;
    item->stroke_mm = w / 12;
}

static const double NUMBER_LEADING = 0.92, UNIT_LEADING = 1.14, VALUE_LEADING = 1.16;

typedef struct NumberFit {
    double number, unit; /* sizes */
    double number_w, gap;
    double w, h;
} NumberFit;

/* A big number with its unit beside it. FALSE when the unit does not fit even small. */
static gboolean
fit_number(const Press *press,
           const Para *number,
           const Para *unit,
           double w,
           double h,
           NumberFit *fit)
{
    static const double SHARE[] = {1, 0.82, 0.66};
    PosterRange range = press->style->number_pt;
    range.max = MAX(range.min, range.max * SHARE[press->compact]);
    for (guint lines = 1; lines <= 3; lines++) {
        /* Short units should stay on one line, at half the number's size. */
        double unit_least = (lines == 1 ? 20 : lines == 2 ? 16 : 13) * PT;
        for (double size = range.max * PT; size >= range.min * PT; size -= PT) {
            double number_w = para_full_width(number) * size, gap = size * 0.14;
            double room = w - number_w - gap;
            if (room <= 0 || press_line_height(number, size, NUMBER_LEADING) > h)
                continue;
            if (!press_fits(unit, room, h, lines, unit_least, UNIT_LEADING))
                continue;
            PosterRange unit_range = {unit_least, 28 * PT};
            double unit_size = press_fit(unit, room, h, lines, unit_range, UNIT_LEADING);
            *fit = (NumberFit){size, unit_size, number_w, gap, room, 0};
            double number_h = press_line_height(number, size, NUMBER_LEADING);
            double unit_h = press_set(NULL, unit, 0, 0, room, unit_size, UNIT_LEADING);
            fit->h = MAX(number_h, unit_h);
            return TRUE;
        }
    }
    return FALSE;
}

static void
set_number(Scene *scene,
           const Para *number,
           const Para *unit,
           const NumberFit *fit,
           double x,
           double y)
{
    double number_h = press_line_height(number, fit->number, NUMBER_LEADING);
    scene_begin(scene, TAG_P, NULL);
    press_set(scene, number, x - fit->number * 0.02, y + (fit->h - number_h) / 2,
              fit->number_w + 1, fit->number, NUMBER_LEADING);
    double unit_x = x + fit->number_w + fit->gap;
    double h = press_set(NULL, unit, 0, 0, fit->w, fit->unit, UNIT_LEADING);
    double line = press_line_height(unit, fit->unit, UNIT_LEADING);
    /* One line stands on the number's baseline, more are centred on it. */
    double top = y + (fit->h - h) / 2;
    if (h < line * 1.5)
        top = y + fit->h / 2 + (fit->number - fit->unit) * 0.364 - line / 2;
    press_set(scene, unit, unit_x, top, fit->w, fit->unit, UNIT_LEADING);
    scene_end(scene);
}

static PosterRange
value_range(const PosterStyle *style, PosterIcon icon)
{
    switch (icon) {
    case ICON_TIME:
    case ICON_FEE:
        return style->fee_pt;
    case ICON_PRODUCT:
        return style->product_pt;
    }
    return style->product_pt;
}

static double
set_words(Press *press, Scene *scene, const PosterFact *fact, double x, double y, double w)
{
    Para para = {.n = 0};
    const char *parts[] = {fact->before, fact->number, fact->unit, fact->value};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i] != NULL && *parts[i] != '\0')
            para_add(&para, poster_text_get_spaced(press->fonts, FACE_DISPLAY, parts[i]),
                     press->palette.facts_text, -0.01f);
    PosterRange range = value_range(press->style, fact->icon);
    PosterRange usual = {range.min * PT, range.max * PT};
    double size = press_fit(&para, w, 21, 2, usual, VALUE_LEADING);
    if (!press_fits(&para, w, 21, 2, size, VALUE_LEADING)) {
        PosterRange small = {13 * PT, usual.min};
        size = press_fit(&para, w, 24, 5, small, VALUE_LEADING);
    }
    return press_set_as(scene, TAG_P, &para, x, y, w, size, VALUE_LEADING);
}

/* Everything of a fact under its label; returns the height. */
static double
set_value(Press *press, Scene *scene, const PosterFact *fact, double x, double y, double w)
{
    SceneColor color = press->palette.facts_text;
    double top = y;
    NumberFit fit;
    Para number = {.n = 0};
    para_add(&number, poster_text_get_spaced(press->fonts, FACE_DISPLAY, fact->number), color,
             0);
    Para unit = press_para(press, FACE_DISPLAY, fact->unit, color);
    gboolean has_before = fact->before != NULL && *fact->before != '\0';
    if (fact->number != NULL &&
        fit_number(press, &number, &unit, w, has_before ? 17 : 24, &fit)) {
        if (has_before) {
            Para before = press_para(press, FACE_BOLD, fact->before, color);
            y += press_set_as(scene, TAG_P, &before, x, y, w, 13 * PT, 1.2);
        }
        if (scene != NULL)
            set_number(scene, &number, &unit, &fit, x, y);
        y += fit.h;
    } else {
        y += set_words(press, scene, fact, x, y, w);
    }
    if (fact->note != NULL && *fact->note != '\0') {
        Para note = press_para(press, FACE_BOLD, fact->note, color);
        y += 0.8 + press_set_as(scene, TAG_P, &note, x, y + 0.8, w, 11.5 * PT, 1.22);
    }
    return y - top;
}

/* Products have the most words. */
static void
cell_widths(const Press *press, double widths[3])
{
    static const double THREE[] = {
        [ICON_TIME] = 0.28, [ICON_FEE] = 0.32, [ICON_PRODUCT] = 0.40};
    for (guint i = 0; i < press->n_facts; i++)
        widths[i] = press->w *
                    (press->n_facts == 3 ? THREE[press->facts[i].icon] : 1.0 / press->n_facts);
}

static void
set_cell(
    Press *press, Scene *scene, const PosterFact *fact, double x, double y, double w, double h)
{
    SceneColor color = press->palette.facts_text;
    press_icon(scene, fact->icon, x, y + LABEL_TOP - 0.6, ICON, color);
    Para label = press_para(press, FACE_BOLD, fact->label, color);
    double fitting = (w - ICON - 2) / para_full_width(&label);
    double size = MIN(press->style->fact_label_pt * press->label_scale * PT, fitting);
    double line = size * 1.2;
    press_set_as(scene, TAG_P, &label, x + ICON + 2, y + LABEL_TOP + 2.9 - line / 2, w, size,
                 1.2);
    double value_h = set_value(press, NULL, fact, 0, 0, w);
    double room = h - VALUE_TOP - FACTS_BOTTOM;
    scene->field = fact->field;
    set_value(press, scene, fact, x, y + VALUE_TOP + MAX(0, (room - value_h) / 2), w);
    scene->field = NULL;
}

double
press_facts(Press *press, Scene *scene, double y)
{
    guint n = press->n_facts;
    if (n == 0)
        return 0;
    double widths[3] = {0}, h = FACTS_H - 4 * press->compact;
    cell_widths(press, widths);
    for (guint i = 0; i < n; i++) {
        double inner = widths[i] - (i > 0 ? INSET : 0) - (i + 1 < n ? INSET : 0);
        double value_h = set_value(press, NULL, &press->facts[i], 0, 0, inner);
        h = MAX(h, VALUE_TOP + value_h + FACTS_BOTTOM);
    }
    if (scene == NULL)
        return h;
    const PosterPalette *p = &press->palette;
    press_band(scene, y, h, p->facts_fill);
    if (press->options->ink_saving)
        scene_rule(scene, press->x, y + h, press->x + press->w, y + h, 0.5, p->ink);
    double x = press->x;
    for (guint i = 0; i < n; i++) {
        if (i > 0)
            scene_rule(scene, x, y + LABEL_TOP - 0.6, x, y + h - LABEL_TOP + 1.4, 0.7,
                       p->facts_text);
        double left = i > 0 ? INSET : 0;
        set_cell(press, scene, &press->facts[i], x + left, y,
                 widths[i] - left - (i + 1 < n ? INSET : 0), h);
        x += widths[i];
    }
    return h;
}

double
press_pledge(Press *press, Scene *scene, double y)
{
    const double pad = 11;
    Para para = press_para(press, FACE_BOLD, press->content->pledge, press->palette.facts_text);
    PosterRange range = {press->style->pledge_pt.min * PT, press->style->pledge_pt.max * PT};
    double size = press_fit(&para, press->w, 95, 40, range, 1.28);
    double text_h = press_set(NULL, &para, 0, 0, press->w, size, 1.28), h = text_h + 2 * pad;
    if (h > SHEET_H * 0.55)
        press_too_long(press, "maklumat.teks", press->content->pledge);
    if (scene == NULL)
        return h;
    press_band(scene, y, h, press->palette.facts_fill);
    if (press->options->ink_saving)
        scene_rule(scene, press->x, y + h, press->x + press->w, y + h, 0.5, press->palette.ink);
    scene->field = "maklumat.teks";
    press_set_as(scene, TAG_P, &para, press->x, y + pad, press->w, size, 1.28);
    scene->field = NULL;
    return h;
}
