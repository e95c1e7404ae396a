#include "draw/qr.h"
#include "paper/press.h"
#include <string.h>

/* Cards use the sheet's unit: 297 of them across. */
static const double CARD_H = SHEET_W * 1350 / 1080;
static const double PX = SHEET_W / 1080;
static const double QR_PX = 186, QR_MOST_PX = 260, SQUARE_PX = 3, LARGEST_PX = 46,
                    LEAST_PX = 32, PAD = 11;

typedef struct Card {
    Press *press;
    PosterContent content; /* the poster's without the pill, and with two facts */
} Card;

static void
card_init(Card *card, Press *press)
{
    *card = (Card){press, *press->content};
    card->content.pill = NULL;
    press->facts[0].label = press_word(press, WORD_TIME_SHORT, NULL, NULL);
    press->content = &card->content;
    press->n_facts = MIN(press->n_facts, 2u);
    press->label_scale = 1.25;
}

/* Address without the scheme: people read it, phones add it. */
static const char *
bare_url(const char *url)
{
    const char *host = strstr(url, "://");
    return host != NULL ? host + 3 : url;
}

/* The national channel if it is there, else the first that fits on a line. */
static const PosterItem *
card_channel(const PosterContent *content)
{
    const PosterItem *first = NULL;
    for (guint i = 0; i < content->n_channels; i++) {
        const PosterItem *item = &content->channels[i];
        if (item->text == NULL || item->label == NULL)
            continue;
        gsize len = strlen(item->label) + strlen(item->text);
        if (len <= 60 && strstr(item->text, "lapor.go.id") != NULL)
            return item;
        if (first == NULL && len <= 48)
            first = item;
    }
    return first;
}

static double
set_address(const Press *press, Scene *scene, Place at)
{
    const PosterPalette *p = &press->palette;
    double top = at.y;
    if (press->content->url != NULL) {
        Para over = press_para(press, FACE_REGULAR,
                               press_word(press, WORD_CARD_LINK, NULL, NULL), p->footer_label);
        at.size = 26 * PX;
        at.y += press_set_as(scene, TAG_P, &over, at, 1.3);
        Para url =
            press_para(press, FACE_CODE_BOLD, bare_url(press->content->url), p->footer_text);
        at.size = press_fit(&url, &(Room){at.w, 100, 2, 1.22}, (PosterRange){20 * PX, 36 * PX});
        at.y += press_set_as(scene, TAG_P, &url, at, 1.22) + 1.5;
    } else {
        Para agency = press_para(press, FACE_BOLD, press->content->agency, p->footer_text);
        at.size = 32 * PX;
        at.y += press_set_as(scene, TAG_P, &agency, at, 1.22) + 1.5;
    }
    const PosterItem *channel = card_channel(press->content);
    if (channel != NULL) {
        const char *pair = press_concat(press, channel->label, " ", channel->text, NULL);
        Para line =
            press_para(press, FACE_BOLD, press_word(press, WORD_CARD_COMPLAINT, pair, NULL),
                       p->footer_head);
        at.size = press_fit(&line, &(Room){at.w, 100, 1, 1.3}, (PosterRange){20 * PX, 26 * PX});
        at.y += press_set_as(scene, TAG_P, &line, at, 1.3);
    }
    return at.y - top;
}

/* No square under three pixels: messengers shrink pictures. */
static double
card_code_side(const Press *press)
{
    guint n = press->code != NULL ? qr_count_modules(strlen(press->code), QR_MEDIUM) : 0;
    double px = (n + 2 * QR_QUIET) * SQUARE_PX;
    return press->content->url != NULL ? CLAMP(px, QR_PX, QR_MOST_PX) * PX : 0;
}

static double
set_footer(const Press *press, Scene *scene, double bottom)
{
    const double pad = 8;
    double qr = card_code_side(press), left = qr > 0 ? qr + 10 : 0;
    double text_h = set_address(press, NULL, (Place){0, 0, press->w - left, 0});
    double h = MAX(qr, text_h) + 2 * pad, y = bottom - h;
    if (scene == NULL)
        return h;
    press_band(scene, y, h, press->palette.footer_fill);
    if (qr > 0) {
        scene_rect(scene, (SceneBox){press->x, y + pad, qr, qr}, 0)->fill =
            press->palette.paper;
        scene_begin(scene, TAG_FIGURE, press->content->url);
        scene_qr(scene, (SceneSpot){press->x, y + pad}, qr, press->code);
        scene_end(scene);
    }
    set_address(press, scene,
                (Place){press->x + left, y + (h - text_h) / 2, press->w - left, 0});
    return h;
}

/* The first `n` items and, when some are left out, the line that says how many. */
static double
set_list(const Press *press, Scene *scene, guint n, double y, double size)
{
    const PosterSection *section = &press->sections[0];
    const Run run = {section, 0, n};
    Place at = {press->x, y, press->w, size};
    at.y += press_heading(press, scene, section->heading, at);
    at.y += press_column(press, scene, &run, at);
    if (section->n <= n)
        return at.y - y;
    char left_out[16];
    g_snprintf(left_out, sizeof left_out, "%u", press_count_items(section, n));
    PosterWordKey key = press->content->url != NULL ? WORD_MORE_REQUIREMENTS : WORD_MORE;
    Para more = press_para(press, FACE_BOLD, press_word(press, key, left_out, NULL),
                           press->palette.brand);
    at.y += 0.4 * size;
    at.x += 1.66 * size;
    at.w -= 1.66 * size;
    at.size = 0.76 * size;
    at.y += press_set_as(scene, TAG_P, &more, at, 1.3);
    return at.y - y;
}

/* Large type first; when even small type cannot hold all items, as many as there is room for at
 * the least; then the largest type at which so many fit. */
static gboolean
fit_list(const Press *press, double room, guint *n, double *size)
{
    const PosterSection *section = &press->sections[0];
    *n = section->n;
    for (*size = LARGEST_PX * PX; *size >= LEAST_PX * PX; *size -= PX)
        if (set_list(press, NULL, *n, 0, *size) <= room)
            return TRUE;
    *size = LEAST_PX * PX;
    for (*n = MIN(section->n, 24u); *n > 0; (*n)--)
        if (!press_is_heading(section, *n - 1) && set_list(press, NULL, *n, 0, *size) <= room)
            break;
    while (*n > 0 && set_list(press, NULL, *n, 0, *size + PX) <= room)
        *size += PX;
    return set_list(press, NULL, *n, 0, *size) <= room;
}

static PosterLayout *
one_scene(Scene *scene, double size)
{
    PosterLayout *layout = g_new0(PosterLayout, 1);
    layout->sheets = g_new0(Scene *, 1);
    layout->sheets[layout->n_sheets++] = scene;
    layout->body_mm = size;
    return layout;
}

static PosterLayout *
lay_card(Press *press, PosterMisfit *misfit)
{
    double top = 0, bottom = 0, size = 0;
    guint n = 0;
    gboolean fits = FALSE;
    for (guint level = 0; level <= 2 && !fits; level++) {
        press->compact = level;
        top = press_header(press, NULL);
        top += press_facts(press, NULL, top);
        bottom = CARD_H - set_footer(press, NULL, 0);
        double room = bottom - top - 2 * PAD;
        if (room < 60 && level < 2)
            continue;
        fits = room > 0 && (press->n_sections == 0 || fit_list(press, room, &n, &size));
    }
    if (!fits) {
        *misfit = (PosterMisfit){"judul", press->content->title};
        return NULL;
    }
    Scene *scene = scene_new(SHEET_W, CARD_H);
    double y = press_header(press, scene);
    press_facts(press, scene, y);
    press_band(scene, top, bottom - top, press->palette.paper);
    if (press->n_sections > 0)
        set_list(press, scene, n, top + PAD, size);
    set_footer(press, scene, CARD_H);
    PosterLayout *layout = one_scene(scene, size);
    layout->n_dropped = press->n_sections > 0 ? press_count_items(&press->sections[0], n) : 0;
    return layout;
}

PosterLayout *
poster_card_new(Press *press, PosterMisfit *misfit)
{
    Card card;
    const PosterContent *whole = press->content;
    card_init(&card, press);
    PosterLayout *layout = lay_card(press, misfit);
    press->content = whole;
    return layout;
}
