#include "draw/qr.h"
#include "paper/press.h"
#include <stdarg.h>
#include <string.h>

/* Nothing on a sheet is smaller, whatever its size. */
static const double LEAST_PT = 9;

const char *
press_word(const Press *press, PosterWordKey key, const char *a, const char *b)
{
    char *word = poster_style_word(press->style, press->content->lang, key, a, b);
    g_ptr_array_add(press->strings, word);
    return word;
}

const char *
press_capitals(const Press *press, const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p += g_utf8_skip[(guchar)*p])
        g_string_append_unichar(out, g_unichar_toupper(g_utf8_get_char(p)));
    char *capitals = g_string_free(out, FALSE);
    g_ptr_array_add(press->strings, capitals);
    return capitals;
}

const char *
press_concat(const Press *press, ...)
{
    GString *out = g_string_new(NULL);
    va_list args;
    va_start(args, press);
    for (const char *text; (text = va_arg(args, const char *)) != NULL;)
        g_string_append(out, text);
    va_end(args);
    char *text = g_string_free(out, FALSE);
    g_ptr_array_add(press->strings, text);
    return text;
}

gpointer
press_keep(const Press *press, gconstpointer record, gsize size)
{
    gpointer copy = g_memdup2(record, size);
    g_ptr_array_add(press->strings, copy);
    return copy;
}

guint
press_mark(const Press *press)
{
    return press->strings->len;
}

void
press_forget(const Press *press, guint mark)
{
    g_ptr_array_set_size(press->strings, (int)mark);
}

double
press_type(const Press *press, double pt)
{
    return MAX(pt, LEAST_PT / press->scale) * PT;
}

/* What office printers may leave out along a sheet's edge, and some to spare. */
static const double CLIPPED_MM = 10.2;

static SceneColor
rgb(guint32 color)
{
    return SCENE_RGB(color);
}

static guint32
from_color(Color color)
{
    return (guint32)color.r << 16 | (guint32)color.g << 8 | color.b;
}

/* A tone between a colour and white. */
static guint32
toward_white(guint32 color, guint percent)
{
    guint32 tone = 0;
    for (guint shift = 0; shift < 24; shift += 8) {
        guint32 part = color >> shift & 0xFF;
        tone |= (part + (255 - part) * percent / 100) << shift;
    }
    return tone;
}

static PosterPalette
full_palette(const PosterStyle *s, const PosterContent *content, gboolean plain)
{
    guint32 brand = s->brand, tone = s->tone;
    if (content->has_brand) {
        brand = from_color(color_darken(content->brand, 7.0));
        tone = toward_white(brand, 8); /* the ornament, hairlines on the brand */
    }
    return (PosterPalette){
        .paper = rgb(0xFFFFFF),
        .ink = rgb(s->ink),
        .muted = rgb(s->muted),
        .hairline = rgb(toward_white(s->muted, 62)),
        .brand = rgb(brand),
        .tint = rgb(s->tint),
        .accent = rgb(s->accent),
        .header_fill = rgb(brand),
        .header_text = rgb(0xFFFFFF),
        .header_label = rgb(s->label),
        .ornament = s->ornament && !plain ? rgb(tone) : 0,
        .pill_fill = rgb(s->accent),
        .pill_text = rgb(s->ink),
        .facts_fill = rgb(s->accent),
        .facts_text = rgb(s->ink),
        .footer_fill = rgb(brand),
        .footer_text = rgb(0xFFFFFF),
        .footer_label = rgb(s->label),
        .footer_head = rgb(s->accent),
        .footer_rule = rgb(tone),
    };
}

/* White ground and pure black: what an office printer does not screen. The brand is left for the
 * rules under the bands, which carry no letters. */
static void
save_ink(PosterPalette *p)
{
    const SceneColor black = rgb(0);
    p->ink = p->muted = black;
    p->header_fill = p->facts_fill = p->footer_fill = p->paper;
    p->header_text = p->facts_text = p->footer_text = black;
    p->header_label = p->footer_label = p->footer_head = p->footer_rule = black;
    p->ornament = 0;
    p->pill_fill = 0;
    p->pill_edge = p->pill_text = black;
    p->tint = p->paper;
    p->accent = p->paper;
    p->hairline = p->brand = black;
}

/* Squares of half a millimetre are read by cheap cameras and from scans of 100 dpi (measured with
 * zbarimg): the code of a long address grows up to a size that leaves room for the channels. */
static double
code_side(const Press *press)
{
    const double least_mm = 0.62, most = 64;
    double side = press->style->qr_mm;
    guint n = press->code != NULL ? qr_count_modules(strlen(press->code), QR_QUARTILE) : 0;
    return MAX(side, MIN(most, (n + 2 * QR_QUIET) * least_mm / press->scale));
}

void
press_init(Press *press,
           Fonts *fonts,
           const PosterContent *content,
           const PosterOptions *options,
           double logo_ratio)
{
    const double width_mm = poster_size_measure(options->size)->w_mm;
    const PosterStyle *style = options->style;
    *press = (Press){
        .fonts = fonts,
        .style = style,
        .content = content,
        .options = options,
        .palette = full_palette(style, content, options->plain),
        .scale = width_mm / SHEET_W,
        .x = style->margin_mm,
        .w = SHEET_W - 2 * style->margin_mm,
        .edge = options->ink_saving ? CLIPPED_MM / (width_mm / SHEET_W) : 0,
        .logo_ratio = logo_ratio,
        .spread = 1,
        .leading = style->leading,
        .gap_em = style->gap_em,
        .label_scale = 1,
        .strings = g_ptr_array_new_with_free_func(g_free),
        .n_channels = content->n_channels,
        .n_facts = MIN(content->n_facts, 3u),
        .n_fine = MIN(content->n_fine, (guint)POSTER_MAX_FINE),
        .code = content->code != NULL ? content->code : content->url,
        .n_sections = MIN(content->n_sections, (guint)POSTER_MAX_SECTIONS),
    };
    memcpy(press->facts, content->facts, sizeof press->facts);
    memcpy(press->sections, content->sections, sizeof content->sections);
    memcpy(press->fine, content->fine, sizeof press->fine);
    press->qr_mm = code_side(press);
    if (options->ink_saving) {
        save_ink(&press->palette);
        press->x = MAX(press->x, press->edge);
        press->w = SHEET_W - 2 * press->x;
    }
}

void
press_clear(Press *press)
{
    g_clear_pointer(&press->strings, g_ptr_array_unref);
}

void
press_band(Scene *scene, double y, double h, SceneColor ground)
{
    const double bleed = 5; /* 3 mm of the smallest sheet */
    double above = y <= 0 ? bleed : 0, below = y + h >= scene->h - 0.01 ? bleed : 0;
    scene_band(scene, (SceneBox){0, y, scene->w, h});
    scene_rect(scene, (SceneBox){-bleed, y - above, scene->w + 2 * bleed, h + above + below}, 0)
        ->fill = ground;
}

Para
press_para(const Press *press, FontFace face, const char *text, SceneColor color)
{
    Para para = {.n = 0};
    para_add(&para, shaped_text_get(press->fonts, face, text), color, 0);
    return para;
}

/* Inter's own extents; only what reaches further asks for more room than its leading. */
static const double USUAL_EXTENT = 0.99;

static void
para_extents(const Para *para, double *ascent, double *descent)
{
    *ascent = *descent = 0;
    for (guint i = 0; i < para->n; i++) {
        *ascent = MAX(*ascent, (double)para->spans[i].text->ascent);
        *descent = MAX(*descent, (double)para->spans[i].text->descent);
    }
}

double
press_line_height(const Para *para, double size, double leading)
{
    double ascent, descent;
    para_extents(para, &ascent, &descent);
    return size * (ascent + descent > USUAL_EXTENT ? MAX(leading, ascent + descent) : leading);
}

typedef struct Setting {
    Scene *scene;
    double x, baseline, size, pitch, ascent, descent;
} Setting;

static void
set_line(const Line *line, gpointer data)
{
    Setting *set = data;
    SceneItem *item =
        scene_line(set->scene, line, (SceneSpot){set->x, set->baseline}, set->size);
    item->top = set->baseline - set->ascent * set->size;
    item->height = (set->ascent + set->descent) * set->size;
    set->baseline += set->pitch;
}

/* Half the height of Inter's capitals: a line is centred on them. */
static const double HALF_CAP = 0.364;

double
press_set(Scene *scene, const Para *para, Place at, double leading)
{
    double ascent, descent, size = at.size;
    para_extents(para, &ascent, &descent);
    double pitch = press_line_height(para, size, leading);
    double baseline = at.y + pitch / 2 + HALF_CAP * size;
    /* Scripts that reach further than Latin are centred on their own height. */
    if (ascent + descent > USUAL_EXTENT)
        baseline = at.y + (pitch - (ascent + descent) * size) / 2 + ascent * size;
    Setting set = {scene, at.x, baseline, size, pitch, ascent, descent};
    return pitch * para_break(para, at.w / size, scene != NULL ? set_line : NULL, &set);
}

double
press_set_as(Scene *scene, SceneTag tag, const Para *para, Place at, double leading)
{
    if (scene == NULL)
        return press_set(NULL, para, at, leading);
    scene_begin(scene, tag, NULL);
    double h = press_set(scene, para, at, leading);
    scene_end(scene);
    return h;
}

gboolean
press_begin_link(Scene *scene, const char *href)
{
    if (scene == NULL || href == NULL || *href == '\0')
        return FALSE;
    scene_begin(scene, TAG_LINK, href);
    return TRUE;
}

double
press_set_link(Scene *scene, const char *href, const Para *para, Place at, double leading)
{
    gboolean links = press_begin_link(scene, href);
    double h = press_set_as(scene, links ? TAG_NONSTRUCT : TAG_P, para, at, leading);
    if (links)
        scene_end(scene);
    return h;
}

double
press_too_narrow(const Press *press, const Para *para, Place at)
{
    const double few_letters = 4.5, no_sheet = 1e5;
    double widest = few_letters;
    if (press->may_break)
        return 0;
    for (guint i = 0; i < para->n; i++)
        widest = MAX(widest, (double)para->spans[i].text->widest);
    return widest * at.size > at.w + 1e-3 ? no_sheet : 0;
}

/* `least`: para_min_width(). */
static gboolean
fits(const Para *para, double least, const Room *room, double size)
{
    if (least * size > room->w)
        return FALSE;
    guint lines = para_break(para, room->w / size, NULL, NULL);
    return lines <= room->lines &&
           lines * press_line_height(para, size, room->leading) <= room->h;
}

gboolean
press_fits(const Para *para, const Room *room, double size)
{
    return fits(para, para_min_width(para), room, size);
}

double
press_fit(const Para *para, const Room *room, PosterRange range)
{
    double least = para_min_width(para);
    if (fits(para, least, room, range.max))
        return range.max;
    double low = range.min, high = range.max;
    for (int i = 0; i < 10; i++) {
        double middle = (low + high) / 2;
        if (fits(para, least, room, middle))
            low = middle;
        else
            high = middle;
    }
    return low;
}
