#include "draw/pdf-page.h"
#include "draw/pdf-ink.h"
#include "draw/typeface.h"
#include <math.h>
#include <string.h>

enum { UNITS_PER_MM = 1000 };
static const double KAPPA = 0.5522847498; /* a quarter of a circle as one curve */
static const double MM = 72 / 25.4;

typedef enum Mode { MODE_NONE, MODE_ARTIFACT, MODE_TAGGED } Mode;

struct PdfPage {
    GString *out;
    const PdfFonts *fonts;
    PdfTree *tree;
    PdfFrame frame;
    double h_mm;
    /* what the last operators set */
    Mode mode;
    guint node; /* MODE_TAGGED */
    gboolean in_text;
    gint64 line_x, line_y;
    SceneColor fill, stroke;
    gboolean fills_words; /* `fill` in the inks of words */
    double stroke_mm, dash_mm, size_mm, tracking, rise;
    const PdfFont *font;
    gboolean in_array, in_string;
    double cursor; /* thousandths of an em from the line's start */
};

/* ---- numbers ---- */

static gint64
units(double mm)
{
    return llround(mm * UNITS_PER_MM);
}

static void
put_int(PdfPage *page, gint64 value)
{
    pdf_append_int(page->out, value);
    g_string_append_c(page->out, ' ');
}

static void
put_number(PdfPage *page, double value, guint decimals)
{
    pdf_append_number(page->out, value, decimals);
    g_string_append_c(page->out, ' ');
}

static void
put(PdfPage *page, const char *operator)
{
    g_string_append(page->out, operator);
    g_string_append_c(page->out, '\n');
}

/* A place of the scene, whose y goes downwards. */
static void
put_point(PdfPage *page, double x, double y)
{
    put_int(page, units(x));
    put_int(page, units(page->h_mm - y));
}

/* Operators of a colour: grey, three lights, four inks. */
typedef struct ColorNames {
    const char *gray, *rgb, *cmyk;
} ColorNames;
static const ColorNames FILL = {"g", "rg", "k"}, STROKE = {"G", "RG", "K"};

static void
put_ink(PdfPage *page, const PdfInk *ink, const char *operator)
{
    put_number(page, ink->c, 3);
    put_number(page, ink->m, 3);
    put_number(page, ink->y, 3);
    put_number(page, ink->k, 3);
    put(page, operator);
}

static void
put_color(PdfPage *page, SceneColor color, const ColorNames *names)
{
    guint r = color >> 16 & 0xFF, g = color >> 8 & 0xFF, b = color & 0xFF;
    if (page->frame.cmyk) {
        PdfInk ink;
        pdf_ink_of(color, &ink);
        put_ink(page, &ink, names->cmyk);
        return;
    }
    put_number(page, r / 255.0, 3);
    if (r != g || g != b) {
        put_number(page, g / 255.0, 3);
        put_number(page, b / 255.0, 3);
    }
    put(page, r != g || g != b ? names->rgb : names->gray);
}

static void
set_fill(PdfPage *page, SceneColor color)
{
    if (page->fill == color && !page->fills_words)
        return;
    page->fill = color;
    page->fills_words = FALSE;
    put_color(page, color, &FILL);
}

static void
set_word_fill(PdfPage *page, SceneColor color)
{
    if (!page->frame.cmyk) {
        set_fill(page, color);
        return;
    }
    if (page->fill == color && page->fills_words)
        return;
    PdfInk ink;
    page->fill = color;
    page->fills_words = TRUE;
    pdf_ink_of_words(color, &ink);
    put_ink(page, &ink, FILL.cmyk);
}

/* ---- marks ---- */

static void
end_text(PdfPage *page)
{
    if (page->in_text)
        put(page, "ET");
    page->in_text = FALSE;
}

static void
end_mark(PdfPage *page)
{
    end_text(page);
    if (page->mode != MODE_NONE)
        put(page, "EMC");
    page->mode = MODE_NONE;
}

static void
begin_artifact(PdfPage *page)
{
    if (page->mode == MODE_ARTIFACT)
        return;
    end_mark(page);
    put(page, "/Artifact BMC");
    page->mode = MODE_ARTIFACT;
}

static void
begin_tagged(PdfPage *page)
{
    const char *name;
    guint node = pdf_tree_here(page->tree);
    if (page->mode == MODE_TAGGED && page->node == node)
        return;
    end_mark(page);
    guint mark = pdf_tree_mark(page->tree, node, &name);
    g_string_append_c(page->out, '/');
    g_string_append(page->out, name);
    g_string_append(page->out, "<</MCID ");
    pdf_append_int(page->out, mark);
    put(page, ">>BDC");
    page->mode = MODE_TAGGED;
    page->node = node;
}

/* Shapes are said only as parts of a figure, which has words. */
static void
begin_shape(PdfPage *page)
{
    if (pdf_tree_in_figure(page->tree))
        begin_tagged(page);
    else
        begin_artifact(page);
    end_text(page);
}

static void
cover(PdfPage *page, double x, double y, double w, double h)
{
    double per_mm = page->frame.per_mm, left = page->frame.x, low = page->frame.y;
    PdfBox box = {left + x * per_mm, low + (page->h_mm - y - h) * per_mm,
                  left + (x + w) * per_mm, low + (page->h_mm - y) * per_mm};
    pdf_tree_cover(page->tree, &box);
}

/* ---- the page ---- */

/* Two hairlines at each corner of the finished sheet. */
static void
put_crop_marks(PdfPage *page, double w, double h)
{
    const double near = PDF_MARK_AWAY_MM * MM, far = near + PDF_MARK_MM * MM;
    const double xs[2] = {page->frame.x, page->frame.x + w},
                 ys[2] = {page->frame.y, page->frame.y + h};
    begin_artifact(page);
    put(page, page->frame.cmyk ? ".25 w 0 0 0 1 K" : ".25 w 0 G");
    for (guint i = 0; i < 4; i++) {
        double x = xs[i & 1], y = ys[i >> 1], out_x = i & 1 ? 1 : -1, out_y = i >> 1 ? 1 : -1;
        const double ends[2][4] = {{x + out_x * near, y, x + out_x * far, y},
                                   {x, y + out_y * near, x, y + out_y * far}};
        for (guint k = 0; k < 2; k++) {
            put_number(page, ends[k][0], 2);
            put_number(page, ends[k][1], 2);
            g_string_append(page->out, "m ");
            put_number(page, ends[k][2], 2);
            put_number(page, ends[k][3], 2);
            put(page, "l");
        }
    }
    put(page, "S");
    end_mark(page);
}

PdfPage *
pdf_page_new(const Scene *scene, const PdfFrame *frame, const PdfFonts *fonts, PdfTree *tree)
{
    PdfPage *page = g_new0(PdfPage, 1);
    *page = (PdfPage){.out = g_string_sized_new(16 * 1024),
                      .fonts = fonts,
                      .tree = tree,
                      .frame = *frame,
                      .h_mm = scene->h,
                      .stroke_mm = -1};
    double w = scene->w * frame->per_mm, h = scene->h * frame->per_mm;
    if (frame->bleed > 0) {
        put_crop_marks(page, w, h);
        put_number(page, frame->x - frame->bleed, 2);
        put_number(page, frame->y - frame->bleed, 2);
        put_number(page, w + 2 * frame->bleed, 2);
        put_number(page, h + 2 * frame->bleed, 2);
        put(page, "re W n");
    }
    double unit = frame->per_mm / UNITS_PER_MM;
    put_number(page, unit, 9);
    g_string_append(page->out, "0 0 ");
    put_number(page, unit, 9);
    put_number(page, frame->x, 3);
    put_number(page, frame->y, 3);
    put(page, "cm 1 J 1 j");
    return page;
}

void
pdf_page_free(PdfPage *page)
{
    if (page == NULL)
        return;
    g_string_free(page->out, TRUE);
    g_free(page);
}

const GString *
pdf_page_finish(PdfPage *page)
{
    end_mark(page);
    return page->out;
}

/* ---- shapes ---- */

static void
put_curve(PdfPage *page, const double at[6])
{
    for (guint i = 0; i < 6; i += 2)
        put_point(page, at[i], at[i + 1]);
    put(page, "c");
}

static void
trace_rect(PdfPage *page, const SceneItem *i)
{
    double r = MIN(i->r, MIN(i->w, i->h) / 2), k = r * (1 - KAPPA);
    double left = i->x, right = i->x + i->w, top = i->y, bottom = i->y + i->h;
    if (r <= 0) {
        put_point(page, left, bottom);
        put_int(page, units(right) - units(left));
        put_int(page, units(page->h_mm - top) - units(page->h_mm - bottom));
        put(page, "re");
        return;
    }
    put_point(page, left + r, top);
    g_string_append(page->out, "m ");
    put_point(page, right - r, top);
    put(page, "l");
    put_curve(page, (double[]){right - k, top, right, top + k, right, top + r});
    put_point(page, right, bottom - r);
    put(page, "l");
    put_curve(page, (double[]){right, bottom - k, right - k, bottom, right - r, bottom});
    put_point(page, left + r, bottom);
    put(page, "l");
    put_curve(page, (double[]){left + k, bottom, left, bottom - k, left, bottom - r});
    put_point(page, left, top + r);
    put(page, "l");
    put_curve(page, (double[]){left, top + k, left + k, top, left + r, top});
    put(page, "h");
}

static void
trace_ellipse(PdfPage *page, const SceneItem *item)
{
    /* The ends of the half axes, and from each a control's way along the edge. */
    const double a = item->w, b = item->h;
    const double ends[5][2] = {{a, 0}, {0, b}, {-a, 0}, {0, -b}, {a, 0}};
    put_point(page, item->x + a, item->y);
    put(page, "m");
    for (guint i = 0; i < 4; i++) {
        const double *p = ends[i], *q = ends[i + 1];
        put_curve(page, (double[]){item->x + p[0] + KAPPA * q[0], item->y + p[1] + KAPPA * q[1],
                                   item->x + q[0] + KAPPA * p[0], item->y + q[1] + KAPPA * p[1],
                                   item->x + q[0], item->y + q[1]});
    }
    put(page, "h");
}

static void
trace_path(PdfPage *page, const SceneItem *item)
{
    static const struct {
        const char *name;
        guint n;
    } OPERATORS[] = {[PATH_MOVE] = {"m", 2},
                     [PATH_TO] = {"l", 2},
                     [PATH_CURVE] = {"c", 6},
                     [PATH_CLOSE] = {"h", 0}};
    for (guint i = 0; i < item->n_points; i++) {
        const ScenePoint *p = &item->points[i];
        for (guint k = 0; k < OPERATORS[p->op].n; k += 2)
            put_point(page, (double)p->x[k], (double)p->x[k + 1]);
        put(page, OPERATORS[p->op].name);
    }
}

static void
set_stroke(PdfPage *page, const SceneItem *item)
{
    double dash = item->dashed ? item->stroke_mm * 4 : 0;
    if (page->stroke != item->stroke) {
        page->stroke = item->stroke;
        put_color(page, item->stroke, &STROKE);
    }
    if (fabs(page->stroke_mm - item->stroke_mm) > 1e-4) {
        page->stroke_mm = item->stroke_mm;
        put_number(page, item->stroke_mm * UNITS_PER_MM, 0);
        put(page, "w");
    }
    if (fabs(page->dash_mm - dash) > 1e-4) {
        page->dash_mm = dash;
        g_string_append_c(page->out, '[');
        if (dash > 0)
            pdf_append_number(page->out, dash * UNITS_PER_MM, 0);
        put(page, "]0 d");
    }
}

static void
cover_shape(PdfPage *page, const SceneItem *item)
{
    if (!pdf_tree_in_figure(page->tree))
        return;
    if (item->kind == SCENE_RECT) {
        cover(page, item->x, item->y, item->w, item->h);
    } else if (item->kind == SCENE_ELLIPSE) {
        double reach = MAX(item->w, item->h);
        cover(page, item->x - reach, item->y - reach, 2 * reach, 2 * reach);
    }
    for (guint i = 0; i < item->n_points; i++)
        for (guint k = 0; k < 6 && item->points[i].op != PATH_CLOSE; k += 2)
            if (k == 0 || item->points[i].op == PATH_CURVE)
                cover(page, (double)item->points[i].x[k], (double)item->points[i].x[k + 1], 0,
                      0);
}

static void
paint_shape(PdfPage *page, const SceneItem *item)
{
    if (item->fill == 0 && item->stroke == 0)
        return;
    begin_shape(page);
    cover_shape(page, item);
    if (item->fill != 0)
        set_fill(page, item->fill);
    if (item->stroke != 0)
        set_stroke(page, item);
    if (item->kind == SCENE_RECT)
        trace_rect(page, item);
    else if (item->kind == SCENE_ELLIPSE)
        trace_ellipse(page, item);
    else
        trace_path(page, item);
    put(page, item->stroke == 0 ? "f" : item->fill == 0 ? "S" : "B");
}

void
pdf_page_picture(PdfPage *page, const SceneItem *item, const char *name)
{
    begin_shape(page);
    cover(page, item->x, item->y, item->w, item->h);
    g_string_append(page->out, "q ");
    put_int(page, units(item->w));
    g_string_append(page->out, "0 0 ");
    put_int(page, units(item->h));
    put_point(page, item->x, item->y + item->h);
    g_string_append_printf(page->out, "cm/%s Do Q\n", name);
}

/* ---- words ---- */

static void
end_string(PdfPage *page)
{
    if (page->in_string)
        g_string_append_c(page->out, ')');
    page->in_string = FALSE;
}

static void
end_array(PdfPage *page)
{
    end_string(page);
    if (page->in_array)
        put(page, "]TJ");
    page->in_array = FALSE;
}

static void
begin_array(PdfPage *page)
{
    if (!page->in_array)
        g_string_append_c(page->out, '[');
    page->in_array = TRUE;
}

static void
put_byte(PdfPage *page, guint8 byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        g_string_append_c(page->out, '\\');
    if (byte == '\r')
        g_string_append(page->out, "\\r");
    else
        g_string_append_c(page->out, (char)byte);
}

/* One glyph at `x`, `y` (em; y downwards) from the line's start. */
static void
put_glyph(PdfPage *page, const PdfGlyph *glyph, double x, double y)
{
    enum { LEAST = 2 /* thousandths of an em that nobody sees */ };
    double rise = fabs(y) < 0.0005 ? 0 : -y * page->size_mm * UNITS_PER_MM;
    if (fabs(rise - page->rise) > 0.5) {
        end_array(page);
        put_number(page, rise, 0);
        put(page, "Ts");
        page->rise = rise;
    }
    gint64 off = llround(page->cursor - x * 1000);
    begin_array(page);
    if (ABS(off) >= LEAST) {
        end_string(page);
        pdf_append_int(page->out, off);
        page->cursor -= (double)off;
    }
    if (!page->in_string)
        g_string_append_c(page->out, '(');
    page->in_string = TRUE;
    put_byte(page, (guint8)(glyph->code >> 8));
    put_byte(page, (guint8)glyph->code);
    page->cursor += glyph->width + page->tracking * 1000;
}

static void
set_font(PdfPage *page, const PdfFont *font, double size_mm, double tracking)
{
    if (page->font != font || fabs(page->size_mm - size_mm) > 1e-6) {
        g_string_append_printf(page->out, "/F%u ", font->index);
        put_number(page, size_mm * UNITS_PER_MM, 1);
        put(page, "Tf");
        page->tracking *= page->size_mm / size_mm;
    }
    if (fabs(page->tracking - tracking) > 1e-6) {
        put_number(page, tracking * size_mm * UNITS_PER_MM, 1);
        put(page, "Tc");
    }
    page->font = font;
    page->size_mm = size_mm;
    page->tracking = tracking;
}

static void
move_to(PdfPage *page, double x, double y)
{
    gint64 to_x = units(x), to_y = units(page->h_mm - y);
    put_int(page, to_x - page->line_x);
    put_int(page, to_y - page->line_y);
    put(page, "Td");
    page->line_x = to_x;
    page->line_y = to_y;
    page->cursor = 0;
}

/* What a group of glyphs says, where their own meanings, put together, would say something else. */
static void
begin_saying(PdfPage *page, const char *text, guint len)
{
    end_array(page);
    g_string_append(page->out, "/Span<</ActualText");
    pdf_append_text(page->out, text, len);
    put(page, ">>BDC");
}

/* Glyphs `from` … `to` of one run, the first at `x`, `y`. */
static void
show_run(PdfPage *page, const ParaSpan *span, const TextRun *run, guint from, guint to)
{
    const ShapedText *text = span->text;
    double pen = 0;
    for (guint i = from, next; i < to; i = next) {
        guint32 begin, end;
        next = shaped_text_cluster(text, run, i, &begin, &end);
        const PdfGlyph *first = NULL;
        guint n = 0;
        for (guint k = i; k < next; k++)
            if (text->glyphs[k].index < run->type->n_glyphs && n++ == 0)
                first = &page->font->glyphs[text->glyphs[k].index];
        gboolean saying =
            n > 1 || (n == 1 && !pdf_glyph_says(first, text->text + begin, end - begin));
        if (saying)
            begin_saying(page, text->text + begin, end - begin);
        for (guint k = i; k < next; k++) {
            const TextGlyph *g = &text->glyphs[k];
            if (g->index < run->type->n_glyphs)
                put_glyph(page, &page->font->glyphs[g->index], pen + (double)g->x,
                          (double)g->y);
            pen += (double)(g->advance + span->tracking);
        }
        if (saying) {
            end_array(page);
            put(page, "EMC");
        }
    }
    end_array(page);
}

static void
show_piece(PdfPage *page, const SceneItem *item, const LinePiece *piece)
{
    const ShapedText *text = piece->span.text;
    double pen = 0;
    for (guint r = 0; r < text->n_runs; r++) {
        const TextRun *run = &text->runs[r];
        guint from = MAX(piece->begin, run->begin), to = MIN(piece->end, run->end);
        const PdfFont *font = from < to ? pdf_fonts_find(page->fonts, run->type) : NULL;
        if (font == NULL)
            continue;
        if (font->n_used > 0) {
            set_word_fill(page, piece->span.color);
            set_font(page, font, item->size_mm, (double)piece->span.tracking);
            move_to(page, item->x + ((double)piece->x + pen) * item->size_mm, item->y);
            show_run(page, &piece->span, run, from, to);
        }
        for (guint i = from; i < to; i++)
            pen += (double)(text->glyphs[i].advance + piece->span.tracking);
    }
}

static void
paint_line(PdfPage *page, const SceneItem *item)
{
    if (item->line->n == 0)
        return;
    begin_tagged(page);
    cover(page, item->x, item->top, item->w, item->height);
    if (!page->in_text) {
        put(page, "BT");
        page->in_text = TRUE;
        page->line_x = page->line_y = 0;
    }
    for (guint p = 0; p < item->line->n; p++)
        show_piece(page, item, &item->line->pieces[p]);
}

void
pdf_page_paint(PdfPage *page, const SceneItem *item)
{
    if (item->kind == SCENE_LINE)
        paint_line(page, item);
    else
        paint_shape(page, item);
}
