#include "paper/press.h"

static const double FOOTER_TOP = 8.5, FOOTER_BOTTOM = 10.5, CARD_PAD = 1.5, CARD_TOP = 5.6,
                    GAP = 9;

static double
footer_bottom(const Press *press)
{
    return MAX(FOOTER_BOTTOM, press->edge);
}

static double
qr_card(const Press *press)
{
    return press->code != NULL ? press->qr_mm + 2 * CARD_PAD : 0;
}

enum { MAX_COLUMNS = 3 };
typedef struct Channels {
    guint n, columns;
    double x[MAX_COLUMNS], w[MAX_COLUMNS];
    double size; /* of all values: sizes that differ would look like ranks */
} Channels;

static const double GUTTER = 5;

static Para
value_para(const Press *press, guint index)
{
    return press_para(press, FACE_CODE_BOLD, press->content->channels[index].text,
                      press->palette.footer_text);
}

/* A value too long for any column gets a row of its own. */
static gboolean
is_wide(const Press *press, guint index, guint columns, double w)
{
    Para value = value_para(press, index);
    return columns > 1 && para_full_width(&value) * 12 * PT > w * (columns == 2 ? 0.6 : 0.46);
}

/* Columns as wide as their longest value asks for, at the size at which all stay on one line;
 * equal columns where that would be too small. */
static Channels
plan_columns(const Press *press, guint n, guint columns, double w)
{
    const PosterStyle *style = press->style;
    Channels c = {.n = n, .columns = columns, .size = press_type(press, style->channel_pt)};
    double label = style->channel_label_pt / style->channel_pt, sum = 0,
           room = w - GUTTER * (columns - 1);
    guint at = 0;
    for (guint i = 0; i < n; i++) {
        gboolean wide = is_wide(press, i, columns, w);
        Para value = value_para(press, i);
        Para name = press_para(press, FACE_REGULAR, press->content->channels[i].label, 0);
        double value_em = para_full_width(&value), name_em = para_full_width(&name) * label;
        double em = MAX(value_em, name_em);
        at = wide ? 0 : at;
        if (!wide)
            c.w[at] = MAX(c.w[at], em);
        at = wide ? 0 : (at + 1) % columns;
    }
    for (guint k = 0; k < columns; k++)
        sum += c.w[k];
    double fitting = room / MAX(sum, 1e-3);
    double least = press_type(press, style->channel_least_pt);
    gboolean natural = fitting >= least;
    c.size = natural ? MIN(c.size, fitting) : MAX(12 * PT, least);
    double x = 0, spare = MAX(room - sum * c.size, 0) / columns;
    for (guint k = 0; k < columns; k++) {
        c.w[k] = natural ? c.w[k] * c.size + spare : room / columns;
        c.x[k] = x;
        x += c.w[k] + GUTTER;
    }
    return c;
}

static double
set_channel(const Press *press, Scene *scene, guint index, const Channels *c, Place at)
{
    const PosterItem *item = &press->content->channels[index];
    Para label = press_para(press, FACE_REGULAR, item->label, press->palette.footer_label);
    Para value = value_para(press, index);
    at.size = press_type(press, press->style->channel_label_pt);
    double h = press_set_as(scene, TAG_P, &label, at, 1.2);
    if (value.n == 0)
        return h;
    at.y += h;
    at.size = c->size;
    return h + press_set_link(scene, item->href, &value, at, 1.22);
}

static double
set_grid(const Press *press, Scene *scene, const Channels *c, Place at_grid)
{
    double x = at_grid.x, y = at_grid.y, w = at_grid.w, row_h = 0, top = y;
    guint at = 0;
    for (guint i = 0; i < c->n; i++) {
        gboolean wide = is_wide(press, i, c->columns, w);
        if (at == c->columns || (wide && at > 0)) {
            y += row_h + 1.6;
            row_h = 0;
            at = 0;
        }
        if (scene != NULL)
            scene->field = press->content->channels[i].field;
        double item_x = x + (wide ? 0 : c->x[at]), item_w = wide ? w : c->w[at];
        double item_h = set_channel(press, scene, i, c, (Place){item_x, y, item_w, 0});
        row_h = MAX(row_h, item_h);
        at = wide ? c->columns : at + 1;
    }
    if (scene != NULL)
        scene->field = NULL;
    return c->n > 0 ? y + row_h - top : 0;
}

/* One column for one channel, two up to four, three above; one less where that reads better. */
static double
set_channels(const Press *press, Scene *scene, guint n, Place at)
{
    guint most = n <= 1 ? 1 : n <= 4 ? 2 : MAX_COLUMNS;
    Channels best = {.n = 0};
    double best_cost = G_MAXDOUBLE;
    for (guint columns = most; columns >= 1 && columns + 1 >= most; columns--) {
        Channels c = plan_columns(press, n, columns, at.w);
        double cost = set_grid(press, NULL, &c, at) - 6 * c.size;
        if (cost < best_cost - 0.5) {
            best_cost = cost;
            best = c;
        }
    }
    return set_grid(press, scene, &best, at);
}

static double
set_fine(const Press *press, Scene *scene, double x, double y, double w)
{
    double top = y;
    for (guint i = 0; i < press->n_fine; i++) {
        const PosterFine *fine = &press->fine[i];
        Para para = press_para(press, FACE_CODE, fine->text, press->palette.footer_label);
        y += press_set_link(scene, fine->href, &para,
                            (Place){x, y, w, press_type(press, press->style->fine_pt)}, 1.32);
    }
    return y - top;
}

/* The left side: channels, a hairline, the fine print at the bottom. Returns the least height. */
static double
set_left(const Press *press, Scene *scene, double y, double h, double w)
{
    const PosterPalette *p = &press->palette;
    double x = press->x, top = y;
    y += FOOTER_TOP;
    if (press->n_channels > 0) {
        Para head =
            press_para(press, FACE_DISPLAY, press->content->channels_heading, p->footer_head);
        y += press_set_as(scene, TAG_H2, &head,
                          (Place){x, y, w, press_type(press, press->style->footer_head_pt)},
                          1.24) +
             1;
        y += set_channels(press, scene, press->n_channels, (Place){x, y, w, 0}) + 2.4;
    }
    double fine_h = set_fine(press, NULL, 0, 0, w);
    double least = y - top + 1.8 + fine_h + footer_bottom(press);
    if (scene == NULL)
        return least;
    y = top + h - footer_bottom(press) - fine_h;
    if (press->n_channels > 0)
        scene_rule(scene, (SceneSpot){x, y - 1.8}, (SceneSpot){x + w, y - 1.8}, 0.25,
                   p->footer_label);
    set_fine(press, scene, x, y, w);
    return least;
}

static double
set_right(const Press *press, Scene *scene, double y)
{
    double card = qr_card(press);
    if (card <= 0)
        return 0;
    Para caption = press_para(press, FACE_BOLD, press_word(press, WORD_SCAN, NULL, NULL),
                              press->palette.footer_text);
    double fitting = (card + 7) / para_full_width(&caption);
    double size = MIN(press_type(press, press->style->caption_pt), fitting);
    double h = CARD_TOP + card + 2 + size * 1.2 + footer_bottom(press);
    if (scene == NULL)
        return h;
    double x = press->x + press->w - card;
    scene_rect(scene, (SceneBox){x, y + CARD_TOP, card, card}, 2)->fill = press->palette.paper;
    scene_begin(scene, TAG_FIGURE, press_word(press, WORD_QR_ALT, press->code, NULL));
    scene_qr(scene, (SceneSpot){x + CARD_PAD, y + CARD_TOP + CARD_PAD}, card - 2 * CARD_PAD,
             press->code);
    scene_end(scene);
    double text_w = para_full_width(&caption) * size;
    Place below = {x + (card - text_w) / 2, y + CARD_TOP + card + 2, text_w + 1, size};
    press_set_as(scene, TAG_P, &caption, below, 1.2);
    return h;
}

double
press_footer(const Press *press, Scene *scene, double bottom)
{
    double card = qr_card(press), w = press->w - (card > 0 ? card + GAP : 0);
    double left_h = set_left(press, NULL, 0, 0, w), right_h = set_right(press, NULL, 0);
    double h = MAX(left_h, right_h);
    if (scene == NULL)
        return h;
    double y = bottom - h;
    press_band(scene, y, h, press->palette.footer_fill);
    if (press->options->ink_saving)
        scene_rule(scene, (SceneSpot){press->x, y}, (SceneSpot){press->x + press->w, y}, 0.7,
                   press->palette.brand);
    set_left(press, scene, y, h, w);
    set_right(press, scene, y);
    return h;
}

/* The lines above and below the place for a signature. */
static double
sign_line(const Press *press, Scene *scene, FontFace face, const char *text, Place at)
{
    if (text == NULL || *text == '\0')
        return 0;
    Para para = press_para(press, face, text, press->palette.ink);
    return press_set_as(scene, TAG_P, &para, at, 1.3);
}

double
press_signer(const Press *press, Scene *scene, double y)
{
    const PosterSigner *signer = press->content->signer;
    if (signer == NULL)
        return 0;
    const double w = 128, stamp_h = 34;
    Place at = {press->x + press->w - w, y, w, press_type(press, 19)};
    at.y += sign_line(press, scene, FACE_REGULAR, signer->place_date, at);
    at.y += sign_line(press, scene, FACE_BOLD, signer->title, at) + stamp_h;
    if (signer->name == NULL || *signer->name == '\0') {
        if (scene != NULL)
            scene_rule(scene, (SceneSpot){at.x, at.y}, (SceneSpot){at.x + w * 0.8, at.y}, 0.5,
                       press->palette.ink);
        at.y += 1;
    }
    at.y += sign_line(press, scene, FACE_BOLD, signer->name, at);
    at.y += sign_line(press, scene, FACE_REGULAR, signer->rank, at);
    at.y += sign_line(press, scene, FACE_REGULAR, signer->nip, at);
    return at.y - y;
}
