#include "paper/press.h"

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
press_icon(Scene *scene, PosterIcon icon, Place at, SceneColor color)
{
    SceneItem *item = scene_path(scene, ICONS[icon].points, ICONS[icon].n,
                                 (SceneSpot){at.x, at.y}, at.w / 24);
    item->stroke = color;
    item->stroke_mm = at.w / 12;
}

static const double NUMBER_LEADING = 0.92, UNIT_LEADING = 1.14, VALUE_LEADING = 1.16;
static const double SIDE_LEADING = 1.2;
/* A big number is set tighter than its letters are high: what stands below keeps off, in em. */
static const double OVERHANG = 0.05;

typedef struct NumberFit {
    double number, unit; /* sizes */
    double number_w, gap;
    double w, h;
} NumberFit;

/* How a fact is set: a big number with its unit beside it, or words. */
typedef struct ValueFit {
    gboolean big;
    NumberFit number;
    double words;        /* size */
    double before, side; /* sizes of what stands above the number, and of what stands below */
    double below;        /* the gap over the note */
    double least;        /* the smallest of number, unit and words */
    double h;
} ValueFit;

static Para
words_para(const Press *press, FontFace face, const char *text)
{
    return press_para(press, face, text, press->palette.facts_text);
}

static gboolean
fit_beside(const Para pair[2], double size, guint lines, Room room, NumberFit *fit)
{
    /* Short units should stay on one line, at half the number's size. */
    double least = (lines == 1 ? 20 : lines == 2 ? 16 : 13) * PT;
    double number_w = para_full_width(&pair[0]) * size, gap = size * 0.14;
    double number_h = press_line_height(&pair[0], size, NUMBER_LEADING);
    room.w -= number_w + gap;
    room.lines = lines;
    if (room.w <= 0 || number_h > room.h || !press_fits(&pair[1], &room, least))
        return FALSE;
    double unit = press_fit(&pair[1], &room, (PosterRange){least, MAX(28 * PT, size * 0.45)});
    double unit_h = press_set(NULL, &pair[1], (Place){0, 0, room.w, unit}, UNIT_LEADING);
    *fit = (NumberFit){size, unit, number_w, gap, room.w, MAX(number_h, unit_h)};
    return TRUE;
}

/* A big number and its unit. FALSE when the unit does not fit even small. */
static gboolean
fit_number(const Press *press, const PosterFact *fact, double w, double h, NumberFit *fit)
{
    static const double SHARE[] = {1, 0.82, 0.66};
    if (fact->number == NULL)
        return FALSE;
    Para pair[2] = {{.n = 0}, words_para(press, FACE_DISPLAY, fact->unit)};
    para_add(&pair[0], shaped_text_get_spaced(press->fonts, FACE_DISPLAY, fact->number),
             press->palette.facts_text, 0);
    PosterRange range = press->style->number_pt;
    range.max = MAX(range.min, range.max * SHARE[press->compact]);
    for (guint lines = 1; lines <= 3; lines++)
        for (double size = range.max * PT; size >= range.min * PT; size -= PT)
            if (fit_beside(pair, size, lines, (Room){w, h, 0, UNIT_LEADING}, fit))
                return TRUE;
    return FALSE;
}

static void
set_number(
    const Press *press, Scene *scene, const PosterFact *fact, const NumberFit *fit, Place at)
{
    Para number = {.n = 0}, unit = words_para(press, FACE_DISPLAY, fact->unit);
    para_add(&number, shaped_text_get_spaced(press->fonts, FACE_DISPLAY, fact->number),
             press->palette.facts_text, 0);
    double number_h = press_line_height(&number, fit->number, NUMBER_LEADING);
    scene_begin(scene, TAG_P, NULL);
    press_set(scene, &number,
              (Place){at.x - fit->number * 0.02, at.y + (fit->h - number_h) / 2,
                      fit->number_w + 1, fit->number},
              NUMBER_LEADING);
    Place beside = {at.x + fit->number_w + fit->gap, at.y, fit->w, fit->unit};
    double h = press_set(NULL, &unit, beside, UNIT_LEADING);
    double line = press_line_height(&unit, fit->unit, UNIT_LEADING);
    /* One line stands on the number's baseline, more are centred on it. */
    beside.y = at.y + (fit->h - h) / 2;
    if (h < line * 1.5)
        beside.y = at.y + fit->h / 2 + (fit->number - fit->unit) * 0.364 - line / 2;
    press_set(scene, &unit, beside, UNIT_LEADING);
    scene_end(scene);
}

static PosterRange
value_range(const PosterStyle *style, PosterIcon icon)
{
    return icon == ICON_PRODUCT ? style->product_pt : style->fee_pt;
}

static Para
fact_words(const Press *press, const PosterFact *fact)
{
    Para para = {.n = 0};
    const char *parts[] = {fact->before, fact->number, fact->unit, fact->after, fact->value};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i] != NULL && *parts[i] != '\0')
            para_add(&para, shaped_text_get_spaced(press->fonts, FACE_DISPLAY, parts[i]),
                     press->palette.facts_text, -0.01f);
    return para;
}

static double
fit_words(const Press *press, const PosterFact *fact, double w)
{
    Para para = fact_words(press, fact);
    PosterRange range = value_range(press->style, fact->icon);
    PosterRange usual = {range.min * PT, range.max * PT};
    Room room = {w, 21, 2, VALUE_LEADING};
    double size = press_fit(&para, &room, usual);
    if (press_fits(&para, &room, size))
        return size;
    room.h = 26;
    room.lines = 5;
    return press_fit(&para, &room, (PosterRange){press_type(press, 13), usual.min});
}

static gboolean
has(const char *text)
{
    return text != NULL && *text != '\0';
}

static double
side_height(const Press *press, const char *text, double w, double size)
{
    Para para = words_para(press, FACE_BOLD, text);
    return press_set(NULL, &para, (Place){0, 0, w, size}, SIDE_LEADING);
}

static ValueFit
fit_value(const Press *press, const PosterFact *fact, double w)
{
    double side = press_type(press, 14.5), most = has(fact->before) ? 17 : 24;
    ValueFit fit = {.side = side, .before = side};
    fit.big = fit_number(press, fact, w, most, &fit.number);
    if (fit.big) {
        fit.h = fit.number.h;
        fit.least = fit.number.unit;
        if (has(fact->before))
            fit.h += side_height(press, fact->before, w, fit.before);
        if (has(fact->after))
            fit.h +=
                side_height(press, fact->after, w, fit.side) + OVERHANG * fit.number.number;
    } else {
        Para para = fact_words(press, fact);
        fit.words = fit.least = fit_words(press, fact, w);
        fit.h = press_set(NULL, &para, (Place){0, 0, w, fit.words}, VALUE_LEADING);
    }
    fit.below = 0.8 + (fit.big && !has(fact->after) ? OVERHANG * fit.number.number : 0);
    if (has(fact->note))
        fit.h += fit.below + side_height(press, fact->note, w, press_type(press, 12.5));
    return fit;
}

static double
set_side(const Press *press, Scene *scene, const char *text, Place at)
{
    Para para = words_para(press, FACE_BOLD, text);
    return press_set_as(scene, TAG_P, &para, at, SIDE_LEADING);
}

/* Everything of a fact under its label. */
static void
set_value(
    const Press *press, Scene *scene, const PosterFact *fact, const ValueFit *fit, Place at)
{
    if (fit->big) {
        at.size = fit->before;
        if (has(fact->before))
            at.y += set_side(press, scene, fact->before, at);
        set_number(press, scene, fact, &fit->number, at);
        at.y += fit->number.h;
        at.size = fit->side;
        if (has(fact->after)) {
            at.y += OVERHANG * fit->number.number;
            at.y += set_side(press, scene, fact->after, at);
        }
    } else {
        Para para = fact_words(press, fact);
        at.size = fit->words;
        at.y += press_set_as(scene, TAG_P, &para, at, VALUE_LEADING);
    }
    at.size = press_type(press, 12.5);
    at.y += fit->below;
    if (has(fact->note))
        set_side(press, scene, fact->note, at);
}

/* ---- the band ---- */

enum { MAX_FACTS = 3 };
static const double EASY_PT = 17; /* read from where the number is read */

/* Rows and columns of the band. */
typedef struct Grid {
    guint row[MAX_FACTS]; /* of each fact */
    double x[MAX_FACTS], w[MAX_FACTS];
    ValueFit fit[MAX_FACTS];
    double row_h[2];
    guint n_rows;
    double least; /* the smallest type */
} Grid;

static void
weigh_grid(const Press *press, Grid *g)
{
    const double row_least = FACTS_H - 4 * press->compact;
    g->least = G_MAXDOUBLE;
    g->row_h[0] = g->row_h[1] = 0;
    for (guint i = 0; i < press->n_facts; i++) {
        g->fit[i] = fit_value(press, &press->facts[i], g->w[i]);
        g->least = MIN(g->least, g->fit[i].least);
        double h = VALUE_TOP + g->fit[i].h + FACTS_BOTTOM;
        g->row_h[g->row[i]] = MAX(g->row_h[g->row[i]], h);
    }
    if (g->n_rows == 1)
        g->row_h[0] = MAX(g->row_h[0], row_least);
}

/* `n` facts side by side: each is as wide as its share says. */
static void
share_row(const Press *press, Grid *g, const guint *facts, const double *shares, guint n)
{
    double x = press->x;
    for (guint k = 0; k < n; k++) {
        guint i = facts[k];
        double w = press->w * shares[k], left = k > 0 ? INSET : 0;
        g->x[i] = x + left;
        g->w[i] = w - left - (k + 1 < n ? INSET : 0);
        x += w;
    }
}

/* All in one row; products have the most words, as a rule. */
static Grid
one_row(const Press *press)
{
    static const double THREE[][MAX_FACTS] = {{0.28, 0.32, 0.40},
                                              {0.26, 0.42, 0.32},
                                              {0.34, 0.34, 0.32},
                                              {0.36, 0.26, 0.38},
                                              {0.42, 0.28, 0.30}};
    static const double HALF[MAX_FACTS] = {0.5, 0.5, 0}, ONE[MAX_FACTS] = {1, 0, 0};
    guint order[MAX_FACTS] = {0, 1, 2};
    Grid best = {.least = -1};
    guint n = MIN(press->n_facts, MAX_FACTS), n_shares = n == 3 ? G_N_ELEMENTS(THREE) : 1;
    for (guint k = 0; k < n_shares; k++) {
        Grid g = {.n_rows = 1};
        double shares[MAX_FACTS] = {0};
        for (guint i = 0; i < n; i++)
            shares[i] = n == 3 ? THREE[k][press->facts[i].icon] : n == 2 ? HALF[i] : ONE[i];
        share_row(press, &g, order, shares, n);
        weigh_grid(press, &g);
        if (k == 0 && g.least >= EASY_PT * PT && g.row_h[0] <= FACTS_H - 4 * press->compact)
            return g;
        /* Another division has to pay for itself. */
        if (g.least > best.least * 1.12 ||
            (g.least > best.least * 0.98 && g.row_h[0] < best.row_h[0] * 0.85))
            best = g;
    }
    return best;
}

/* The fact with the most words in a row of its own. */
static Grid
two_rows(const Press *press, guint longest)
{
    static const double HALF[2] = {0.4, 0.6}, ONE[1] = {1};
    Grid g = {.n_rows = 2};
    guint others[2], n = 0;
    for (guint i = 0; i < press->n_facts; i++)
        if (i != longest)
            others[n++] = i;
    g.row[longest] = 1;
    share_row(press, &g, others, n == 2 ? HALF : ONE, n);
    share_row(press, &g, &longest, ONE, 1);
    weigh_grid(press, &g);
    return g;
}

/* One row, unless its words get too small. */
static Grid
choose_grid(const Press *press)
{
    Grid one = one_row(press);
    if (one.least >= EASY_PT * PT || press->n_facts < 2)
        return one;
    guint longest = 0;
    for (guint i = 1; i < press->n_facts; i++)
        if (one.fit[i].least < one.fit[longest].least)
            longest = i;
    Grid two = two_rows(press, longest);
    return two.least > one.least * 1.15 ? two : one;
}

static void
set_cell(const Press *press, Scene *scene, const Grid *g, guint i, const SceneBox *row)
{
    const PosterFact *fact = &press->facts[i];
    SceneColor color = press->palette.facts_text;
    double x = g->x[i], w = g->w[i], y = row->y;
    press_icon(scene, fact->icon, (Place){x, y + LABEL_TOP - 0.6, ICON, 0}, color);
    Para label = press_para(press, FACE_BOLD, fact->label, color);
    double fitting = (w - ICON - 2) / para_full_width(&label);
    double size =
        MIN(press_type(press, press->style->fact_label_pt * press->label_scale), fitting);
    double line = size * 1.2;
    press_set_as(scene, TAG_P, &label,
                 (Place){x + ICON + 2, y + LABEL_TOP + 2.9 - line / 2, w, size}, 1.2);
    double room = row->h - VALUE_TOP - FACTS_BOTTOM;
    scene->field = fact->field;
    set_value(press, scene, fact, &g->fit[i],
              (Place){x, y + VALUE_TOP + MAX(0, (room - g->fit[i].h) / 2), w, 0});
    scene->field = NULL;
}

static void
draw_grid(const Press *press, Scene *scene, const Grid *g, double y)
{
    const PosterPalette *p = &press->palette;
    SceneBox rows[2] = {{press->x, y, press->w, g->row_h[0]},
                        {press->x, y + g->row_h[0], press->w, g->row_h[1]}};
    for (guint i = 0; i < press->n_facts; i++) {
        const SceneBox *row = &rows[g->row[i]];
        if (g->x[i] > press->x)
            scene_rule(scene, (SceneSpot){g->x[i] - INSET, row->y + LABEL_TOP - 0.6},
                       (SceneSpot){g->x[i] - INSET, row->y + row->h - LABEL_TOP + 1.4}, 0.7,
                       p->facts_text);
        set_cell(press, scene, g, i, row);
    }
    if (g->n_rows == 2)
        scene_rule(scene, (SceneSpot){press->x, rows[1].y + 1},
                   (SceneSpot){press->x + press->w, rows[1].y + 1}, 0.4, p->facts_text);
}

double
press_facts(const Press *press, Scene *scene, double y)
{
    if (press->n_facts == 0)
        return 0;
    Grid g = choose_grid(press);
    double h = g.row_h[0] + g.row_h[1];
    if (scene == NULL)
        return h;
    press_band(scene, y, h, press->palette.facts_fill);
    if (press->options->ink_saving)
        scene_rule(scene, (SceneSpot){press->x, y + h}, (SceneSpot){press->x + press->w, y + h},
                   0.5, press->palette.ink);
    draw_grid(press, scene, &g, y);
    return h;
}

double
press_pledge(const Press *press, Scene *scene, double y)
{
    const double pad = 11, leading = 1.28;
    Para para = press_para(press, FACE_BOLD, press->content->pledge, press->palette.facts_text);
    static const double SHARE[] = {1, 0.8, 0.62};
    double least = press_type(press, press->style->pledge_pt.min);
    PosterRange range = {least,
                         MAX(least, press->style->pledge_pt.max * SHARE[press->compact] * PT)};
    Place at = {press->x, y + pad, press->w, 0};
    at.size = press_fit(&para, &(Room){press->w, 95, 40, leading}, range);
    double h = press_set(NULL, &para, at, leading) + 2 * pad;
    if (scene == NULL)
        return h;
    press_band(scene, y, h, press->palette.facts_fill);
    if (press->options->ink_saving)
        scene_rule(scene, (SceneSpot){press->x, y + h}, (SceneSpot){press->x + press->w, y + h},
                   0.5, press->palette.ink);
    scene->field = "maklumat.teks";
    press_set_as(scene, TAG_P, &para, at, leading);
    scene->field = NULL;
    return h;
}
