#include "paper/press.h"
#include <math.h>

static const double HEADER_TOP = 11.6, TITLE_LEADING = 1.04, TITLE_TRACKING = -0.012;
static const double PILL_H = 12, PILL_PAD = 5;

/* A quarter of a point at A3: numbers of few digits, many of them alike, pack to half the bytes. Not inlined:
 * where two are made at once, gcc 12 leaves out the rounding to a float. */
static G_NO_INLINE float
on_grid(double mm)
{
    return (float)(round(mm / (PT / 4)) * (PT / 4));
}

/* One leaf of the kawung pattern along a diagonal, drawn with two curves: the pattern would
 * otherwise be most of what is drawn. */
typedef struct Petal {
    double half, width, way;
} Petal;

static void
draw_petal(Scene *scene, const Petal *petal, double x, double y, SceneColor color)
{
    const double half = petal->half, width = petal->width, way = petal->way;
    const double tip = half * M_SQRT1_2, along = 0.62 * tip, bulge = width * half * M_SQRT1_2;
    const float t = on_grid(tip), tw = on_grid(tip * way);
    const float left_x = on_grid(-along - bulge * way), left_y = on_grid(-along * way + bulge);
    const float right_x = on_grid(along - bulge * way), right_y = on_grid(along * way + bulge);
    const ScenePoint points[] = {
        {PATH_MOVE, {-t, -tw}},
        {PATH_CURVE, {left_x, left_y, right_x, right_y, t, tw}},
        {PATH_CURVE, {-left_x, -left_y, -right_x, -right_y, -t, -tw}},
        {PATH_CLOSE, {0}},
    };
    scene_path(scene, points, G_N_ELEMENTS(points),
               (SceneSpot){(double)on_grid(x), (double)on_grid(y)}, 1)
        ->fill = color;
}

void
press_ornament(Scene *scene, const SceneBox *area, double pitch, SceneColor color)
{
    guint columns = (guint)ceil(area->w / pitch), rows = (guint)ceil(area->h / pitch);
    for (guint i = 0; i < columns; i++) {
        double part = columns > 1 ? (double)i / (columns - 1) : 1;
        double half = pitch * (0.2 + 0.5 * part);
        for (guint k = 0; k < rows; k++) {
            const Petal petal = {half, 0.44 + 0.12 * part, (i + k) % 2 == 0 ? 1 : -1};
            draw_petal(scene, &petal, area->x + (i + 0.5) * pitch, area->y + (k + 0.5) * pitch,
                       color);
        }
    }
}

/* Size and height of the title: the range of the style with two lines, three at its end, then
 * smaller down to title_least_pt in at most 55 mm; beyond that the band grows. */
static double
fit_title(const Press *press, const Para *title, double w)
{
    const PosterStyle *s = press->style;
    static const double SHARE[] = {1, 0.82, 0.68};
    double least = s->title_pt.min * PT;
    PosterRange usual = {least, MAX(least, s->title_pt.max * PT * SHARE[press->compact])};
    Room room = {w, 100, 1, TITLE_LEADING};
    if (press_fits(title, &room, usual.max))
        return usual.max;
    /* One line a little smaller beats two; two need less height than the largest size. */
    PosterRange one = {usual.max * 0.86, usual.max}, two = {usual.min, usual.max * 0.86};
    double size = press_fit(title, &room, one);
    if (press_fits(title, &room, size))
        return size;
    room.lines = 2;
    size = press_fit(title, &room, two);
    room.lines = 3;
    if (size > usual.min || press_fits(title, &room, size))
        return size;
    PosterRange small = {s->title_least_pt * PT, usual.min};
    room.h = 55;
    room.lines = 20;
    return press_fit(title, &room, small);
}

static Para
title_para(const Press *press, const char *text)
{
    Para para = {.n = 0};
    para_add(&para, shaped_text_get(press->fonts, FACE_DISPLAY, text),
             press->palette.header_text, (float)TITLE_TRACKING);
    return para;
}

/* The pill at the right of the first row; returns its width, 0 when there is none. */
static double
draw_pill(const Press *press, Scene *scene, double y, double h)
{
    const char *text = press->content->pill;
    if (text == NULL)
        return 0;
    Para para = {.n = 0};
    para_add(&para, shaped_text_get(press->fonts, FACE_BOLD, text), press->palette.pill_text,
             0.045f);
    double size = press_type(press, press->style->pill_pt),
           room = press->w * 0.45 - 2 * PILL_PAD;
    double em = para_full_width(&para);
    size = MIN(size, room / em);
    double text_w = em * size, w = text_w + 2 * PILL_PAD;
    if (scene == NULL)
        return w;
    double x = press->x + press->w - w, top = y + (h - PILL_H) / 2;
    SceneItem *pill = scene_rect(scene, (SceneBox){x, top, w, PILL_H}, PILL_H / 2);
    pill->fill = press->palette.pill_fill;
    pill->stroke = press->palette.pill_edge;
    pill->stroke_mm = pill->stroke != 0 ? 0.7 : 0;
    press_set_as(scene, TAG_P, &para,
                 (Place){x + PILL_PAD, top + (PILL_H - size * 1.2) / 2, text_w + 1, size}, 1.2);
    return w;
}

static double
set_names(const Press *press, Scene *scene, double x, double y, double w)
{
    const PosterContent *c = press->content;
    double h = 0;
    if (c->government != NULL && *c->government != '\0') {
        Para para = {.n = 0};
        para_add(&para,
                 shaped_text_get(press->fonts, FACE_BOLD, press_capitals(press, c->government)),
                 press->palette.header_label, 0.06f);
        h += press_set_as(scene, TAG_P, &para,
                          (Place){x, y, w, press_type(press, press->style->government_pt)},
                          1.25);
        h += 1.2;
    }
    Para agency = press_para(press, FACE_BOLD, c->agency, press->palette.header_text);
    PosterRange range = {press->style->agency_pt * 0.6 * PT, press->style->agency_pt * PT};
    double size = press_fit(&agency, &(Room){w, 100, 2, 1.16}, range);
    double even = para_balance(&agency, w / size) * size;
    return h + press_set_as(scene, TAG_P, &agency, (Place){x, y + h, even, size}, 1.16);
}

/* The row of logo, names and pill; returns its height. */
static double
set_row(const Press *press, Scene *scene, double y)
{
    double logo_h = press->logo_ratio > 0 ? press->style->logo_mm : 0;
    double logo_w = MIN(logo_h * press->logo_ratio, 2 * press->style->logo_mm);
    double indent = logo_h > 0 ? logo_w + 6.5 : 0;
    double pill_w = draw_pill(press, NULL, 0, 0);
    double w = press->w - indent - (pill_w > 0 ? pill_w + 8 : 0);
    double names_h = set_names(press, NULL, 0, 0, w);
    double h = MAX(MAX(logo_h, names_h), PILL_H);
    if (scene == NULL)
        return h;
    if (logo_h > 0) {
        scene_begin(scene, TAG_FIGURE,
                    press_word(press, WORD_LOGO_ALT, press->content->agency, NULL));
        scene_logo(scene, (SceneBox){press->x, y + (h - logo_h) / 2, logo_w, logo_h});
        scene_end(scene);
    }
    scene->field = "nama";
    set_names(press, scene, press->x + indent, y + (h - names_h) / 2, w);
    scene->field = NULL;
    draw_pill(press, scene, y, h);
    return h;
}

static double
set_header(const Press *press, Scene *scene)
{
    double y = MAX(HEADER_TOP, press->edge);
    y += set_row(press, scene, y) + 6.5 - 1.5 * press->compact;
    Para title = title_para(press, press->content->title);
    double size = fit_title(press, &title, press->w);
    double even = para_balance(&title, press->w / size) * size;
    /* Letters this large look indented by their side bearing. */
    double outdent = size * 0.03;
    if (scene != NULL)
        scene->field = "judul";
    y += press_set_as(scene, TAG_H1, &title, (Place){press->x - outdent, y, even, size},
                      TITLE_LEADING);
    if (scene != NULL)
        scene->field = NULL;
    return y + 6.8 - press->compact;
}

/* Ground, ornament and, when saving ink, the rule under the band. */
static void
draw_ground(const Press *press, Scene *scene, double h)
{
    const PosterPalette *p = &press->palette;
    press_band(scene, 0, h, p->header_fill);
    if (p->ornament != 0)
        press_ornament(scene, &(SceneBox){SHEET_W * 0.52, 0, SHEET_W * 0.48, h}, 10,
                       p->ornament);
    if (press->options->ink_saving) {
        double rule = 3 / press->scale;
        scene_rect(scene, (SceneBox){press->x, h - rule, press->w, rule}, 0)->fill = p->brand;
    }
}

double
press_header(const Press *press, Scene *scene)
{
    double h = set_header(press, NULL);
    if (press->options->ink_saving)
        h += 3 / press->scale;
    if (scene == NULL)
        return h;
    draw_ground(press, scene, h);
    set_header(press, scene);
    return h;
}

static double
set_later_header(const Press *press, Scene *scene, const char *line)
{
    double y = MAX(HEADER_TOP - 0.5, press->edge), small = press_type(press, 12);
    Para over = press_para(press, FACE_REGULAR, line, press->palette.header_label);
    y += press_set_as(scene, TAG_P, &over, (Place){press->x, y, press->w, small}, 1.3) + 1;
    Para title =
        press_para(press, FACE_DISPLAY, press->content->title, press->palette.header_text);
    double size =
        press_fit(&title, &(Room){press->w, 100, 2, 1.15}, (PosterRange){small, 26 * PT});
    if (scene != NULL)
        scene->field = "judul";
    y += press_set_as(scene, TAG_P, &title, (Place){press->x, y, press->w, size}, 1.15);
    if (scene != NULL)
        scene->field = NULL;
    return y + 4.5;
}

double
press_later_header(const Press *press, Scene *scene, guint sheet, guint n_sheets)
{
    const PosterContent *c = press->content;
    char number[16], total[16];
    g_snprintf(number, sizeof number, "%u", sheet + 1);
    g_snprintf(total, sizeof total, "%u", n_sheets);
    const char *of = press_word(press, WORD_SHEET, number, total);
    const char *line = c->government != NULL ? press_concat(press, c->agency, " · ",
                                                            c->government, " · ", of, NULL)
                                             : press_concat(press, c->agency, " · ", of, NULL);
    double h = set_later_header(press, NULL, line);
    if (press->options->ink_saving)
        h += 3 / press->scale;
    if (scene == NULL)
        return h;
    draw_ground(press, scene, h);
    set_later_header(press, scene, line);
    return h;
}
