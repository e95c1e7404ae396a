#include "draw/scene-svg.h"
#include "base/html.h"
#include <math.h>

typedef struct Writer {
    const SceneSvg *how;
    GString *out;
    GArray *links; /* gboolean: whether the open structure element is a link */
} Writer;

/* Up to two decimals, no locale. */
static void
append_number(GString *out, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    gint64 hundredths = (gint64)llround(value * 100);
    const char *format = hundredths % 100 == 0  ? "%.0f"
                         : hundredths % 10 == 0 ? "%.1f"
                                                : "%.2f";
    g_string_append(out,
                    g_ascii_formatd(digits, sizeof digits, format, (double)hundredths / 100));
}

static void
append_pair(GString *out, const char *key, double value)
{
    g_string_append_printf(out, " %s=\"", key);
    append_number(out, value);
    g_string_append_c(out, '"');
}

static void
append_paint(GString *out, const char *key, SceneColor color)
{
    if (color == 0)
        g_string_append_printf(out, " %s=\"none\"", key);
    else
        g_string_append_printf(out, " %s=\"#%06x\"", key, color & 0xFFFFFF);
}

static void
append_style(GString *out, const SceneItem *item)
{
    append_paint(out, "fill", item->fill);
    if (item->stroke == 0)
        return;
    append_paint(out, "stroke", item->stroke);
    append_pair(out, "stroke-width", item->stroke_mm);
    g_string_append(out, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    if (item->dashed)
        append_pair(out, "stroke-dasharray", item->stroke_mm * 4);
}

static void
write_rect(GString *out, const SceneItem *i)
{
    g_string_append(out, "<rect");
    append_pair(out, "x", i->x);
    append_pair(out, "y", i->y);
    append_pair(out, "width", i->w);
    append_pair(out, "height", i->h);
    if (i->r > 0)
        append_pair(out, "rx", MIN(i->r, MIN(i->w, i->h) / 2));
    append_style(out, i);
    g_string_append(out, "/>");
}

static void
write_ellipse(GString *out, const SceneItem *i)
{
    g_string_append(out, "<ellipse");
    append_pair(out, "cx", i->x);
    append_pair(out, "cy", i->y);
    append_pair(out, "rx", i->w);
    append_pair(out, "ry", i->h);
    append_style(out, i);
    g_string_append(out, "/>");
}

static void
write_path(GString *out, const SceneItem *item)
{
    static const struct {
        char letter;
        guint n;
    } OPS[] = {[PATH_MOVE] = {'M', 2},
               [PATH_TO] = {'L', 2},
               [PATH_CURVE] = {'C', 6},
               [PATH_CLOSE] = {'Z', 0}};
    g_string_append(out, "<path d=\"");
    for (guint i = 0; i < item->n_points; i++) {
        const ScenePoint *p = &item->points[i];
        g_string_append_c(out, OPS[p->op].letter);
        for (guint k = 0; k < OPS[p->op].n; k++) {
            if (k > 0)
                g_string_append_c(out, ' ');
            append_number(out, (double)p->x[k]);
        }
    }
    g_string_append_c(out, '"');
    append_style(out, item);
    g_string_append(out, "/>");
}

static guint32
glyph_byte(const ShapedText *text, guint glyph)
{
    return glyph < text->n_glyphs ? text->glyphs[glyph].byte : text->len;
}

/* The width a piece was given, without its trailing blanks. */
static double
piece_width(const LinePiece *piece, guint *end)
{
    const ShapedText *text = piece->span.text;
    double width = 0, ink = 0;
    *end = piece->begin;
    for (guint i = piece->begin; i < piece->end; i++) {
        width += (double)(text->glyphs[i].advance + piece->span.tracking);
        if (text->text[text->glyphs[i].byte] != ' ') {
            ink = width;
            *end = i + 1;
        }
    }
    return ink;
}

static void
write_line(Writer *w, const SceneItem *item)
{
    static const char *const WEIGHTS[N_FONT_FACES] = {
        [FACE_BOLD] = "700",
        [FACE_DISPLAY] = "800",
        [FACE_CODE_BOLD] = "700",
    };
    for (guint p = 0; p < item->line->n; p++) {
        const LinePiece *piece = &item->line->pieces[p];
        const ShapedText *text = piece->span.text;
        guint end;
        double width = piece_width(piece, &end) * item->size_mm;
        if (end == piece->begin)
            continue;
        g_string_append_printf(w->out, "<text class=\"%s-t\"", w->how->prefix);
        append_pair(w->out, "x", item->x + (double)piece->x * item->size_mm);
        append_pair(w->out, "y", item->y);
        append_pair(w->out, "font-size", item->size_mm);
        append_pair(w->out, "textLength", width);
        g_string_append(w->out, " lengthAdjust=\"spacingAndGlyphs\"");
        if (WEIGHTS[text->face] != NULL)
            g_string_append_printf(w->out, " font-weight=\"%s\"", WEIGHTS[text->face]);
        append_paint(w->out, "fill", piece->span.color);
        g_string_append_c(w->out, '>');
        guint32 from = glyph_byte(text, piece->begin), to = glyph_byte(text, end);
        html_append_escaped(w->out, text->text + from, (gssize)(to - from));
        g_string_append(w->out, "</text>");
    }
}

static void
write_qr(Writer *w, const SceneItem *item)
{
    g_autoptr(Qr) qr = qr_new(item->text, w->how->qr_level);
    if (qr == NULL)
        return;
    double module = item->w / (qr->n_modules + 2 * QR_QUIET);
    g_string_append(w->out, "<path transform=\"translate(");
    append_number(w->out, item->x + QR_QUIET * module);
    g_string_append_c(w->out, ' ');
    append_number(w->out, item->y + QR_QUIET * module);
    g_string_append(w->out, ") scale(");
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append(w->out, g_ascii_formatd(digits, sizeof digits, "%.5f", module));
    g_string_append(w->out, ")\" shape-rendering=\"crispEdges\" fill=\"#000\" d=\"");
    for (guint i = 0; i < qr->n_runs; i++)
        g_string_append_printf(w->out, "M%u %uh%uv1h-%uz", qr->runs[i].x, qr->runs[i].y,
                               qr->runs[i].w, qr->runs[i].w);
    g_string_append(w->out, "\"/>");
}

static void
write_logo(Writer *w, const SceneItem *item)
{
    if (!w->how->xml || w->how->logo == NULL)
        return;
    gboolean png = w->how->logo_len > 4 && w->how->logo[0] == 0x89;
    g_autofree char *data = g_base64_encode(w->how->logo, w->how->logo_len);
    g_string_append(w->out, "<image");
    append_pair(w->out, "x", item->x);
    append_pair(w->out, "y", item->y);
    append_pair(w->out, "width", item->w);
    append_pair(w->out, "height", item->h);
    g_string_append_printf(w->out, " href=\"data:image/%s;base64,%s\"/>",
                           png ? "png" : "svg+xml", data);
}

/* Only links are opened and closed; other structure has no counterpart in SVG. */
static void
write_begin(Writer *w, const SceneItem *item)
{
    gboolean link = item->tag == TAG_LINK && item->text != NULL;
    g_array_append_val(w->links, link);
    if (!link)
        return;
    g_string_append(w->out, "<a href=\"");
    html_append_escaped(w->out, item->text, -1);
    g_string_append(w->out, "\">");
}

static void
write_end(Writer *w)
{
    if (w->links->len == 0)
        return;
    if (g_array_index(w->links, gboolean, w->links->len - 1))
        g_string_append(w->out, "</a>");
    g_array_set_size(w->links, w->links->len - 1);
}

static void
write_item(Writer *w, const SceneItem *item)
{
    switch (item->kind) {
    case SCENE_RECT:
        write_rect(w->out, item);
        return;
    case SCENE_ELLIPSE:
        write_ellipse(w->out, item);
        return;
    case SCENE_PATH:
        write_path(w->out, item);
        return;
    case SCENE_LINE:
        write_line(w, item);
        return;
    case SCENE_QR:
        write_qr(w, item);
        return;
    case SCENE_LOGO:
        write_logo(w, item);
        return;
    case SCENE_BEGIN:
        write_begin(w, item);
        return;
    case SCENE_END:
        write_end(w);
        return;
    }
}

void
scene_svg_append(const SceneSvg *how, const Scene *scene, GString *out)
{
    Writer w = {.how = how, .out = out, .links = g_array_new(FALSE, FALSE, sizeof(gboolean))};
    if (how->xml)
        g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_string_append_printf(out, "<svg class=\"%s\"", how->prefix);
    if (how->xml)
        g_string_append(out, " xmlns=\"http://www.w3.org/2000/svg\"");
    if (how->w_mm > 0) {
        append_pair(out, "width", how->w_mm);
        out->str[--out->len] = '\0';
        g_string_append(out, "mm\"");
    }
    g_string_append(out, " viewBox=\"0 0 ");
    append_number(out, scene->w);
    g_string_append_c(out, ' ');
    append_number(out, scene->h);
    g_string_append(out, "\" font-family=\"Inter, system-ui, sans-serif\"");
    if (how->title != NULL) {
        g_string_append(out, " role=\"img\"><title>");
        html_append_escaped(out, how->title, -1);
        g_string_append(out, "</title>");
    } else {
        g_string_append_c(out, '>');
    }
    for (guint i = 0; i < scene->items->len; i++)
        write_item(&w, scene_item(scene, i));
    g_string_append(out, "</svg>\n");
    g_array_free(w.links, TRUE);
}
