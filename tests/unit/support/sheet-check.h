/**
 * What a print designer would send back: each fault of a solved sheet, as a line of text.
 *
 * Looks at the Scene alone, not at how it was made. Lengths are mm of the reference sheet.
 */
#pragma once
#include "paper/press.h"
#include <string.h>

typedef struct SheetRules {
    double scale;        /* sheet width / 297 mm */
    double least_pt;     /* of any type, on the sheet itself */
    double margin_mm;    /* without ink, on the sheet itself; 0 = bands run off the edge */
    gboolean black_text; /* every letter in pure black */
    guint n_far;         /* sheets to be read from a distance: they need not be full */
} SheetRules;

static inline const char *
piece_text(const LinePiece *piece, guint32 *from, guint32 *to)
{
    const ShapedText *text = piece->span.text;
    *from = text->glyphs[piece->begin].byte;
    *to = piece->end < text->n_glyphs ? text->glyphs[piece->end].byte : text->len;
    return text->text;
}

static inline char *
line_words(const SceneItem *item)
{
    GString *out = g_string_new(NULL);
    for (guint p = 0; p < item->line->n; p++) {
        guint32 from, to;
        const char *text = piece_text(&item->line->pieces[p], &from, &to);
        g_string_append_len(out, text + from, to - from);
    }
    return g_string_free(out, FALSE);
}

static inline gboolean
is_unit(const char *at)
{
    static const char *const UNITS[] = {"menit",     "jam",       "hari",    "minggu",  "bulan",
                                        "tahun",     "lembar",    "rangkap", "halaman", "meter",
                                        "m\xC2\xB2", "m\xC2\xB3", "cm",      "inci",    "kali",
                                        "orang",     "buku",      "%",       "jahitan"};
    gsize len = strcspn(at, " ,.;)");
    for (guint i = 0; i < G_N_ELEMENTS(UNITS); i++)
        if (strlen(UNITS[i]) == len && strncmp(UNITS[i], at, len) == 0)
            return TRUE;
    return FALSE;
}

/* Whether a line may end before byte `at` of a text: at a blank that does not part a number from
 * its unit, or behind a stroke between whole words. */
static inline gboolean
may_end(const char *text, guint32 at)
{
    if (at == 0)
        return TRUE;
    if (text[at - 1] == ' ') {
        gboolean number = at > 1 && g_ascii_isdigit(text[at - 2]);
        gboolean per =
            at > 5 && strncmp(text + at - 5, " per ", 5) == 0 && g_ascii_isdigit(text[at - 6]);
        return !(number && is_unit(text + at)) && !per;
    }
    gsize behind = strcspn(text + at, " ");
    gsize before = 0;
    while (before < at && text[at - before - 1] != ' ')
        before++;
    gboolean long_token = before + behind > 24 || strstr(text + at - before, "://") != NULL;
    return (text[at - 1] == '-' || text[at - 1] == '/' || (guchar)text[at - 1] >= 0x80) &&
           (long_token || (behind >= 4 && before >= 5)) && !g_ascii_isdigit(text[at]);
}

/* Where a line's ink ends: numbers have nothing below their baseline. */
static inline double
ink_bottom(const SceneItem *line)
{
    g_autofree char *words = line_words(line);
    gboolean number = words[strspn(words, "0123456789 \xC2\xB1\xE2\x80\x93")] == '\0';
    return number ? line->y + 0.03 * line->size_mm : line->top + line->height;
}

static inline gboolean
lines_overlap(const SceneItem *a, const SceneItem *b)
{
    const double slack = 0.15;
    return a->x + a->w > b->x + slack && b->x + b->w > a->x + slack &&
           a->top + a->height > b->top + slack && b->top + b->height > a->top + slack &&
           ink_bottom(a) > b->top + slack && ink_bottom(b) > a->top + slack;
}

typedef struct SheetFaults {
    GString *out;
    const char *name; /* of the poster and sheet */
} SheetFaults;

G_GNUC_PRINTF(2, 3)
static inline void
add_fault(const SheetFaults *f, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_string_append_printf(f->out, "%s: ", f->name);
    g_string_append_vprintf(f->out, format, args);
    g_string_append_c(f->out, '\n');
    va_end(args);
}

/* The word before a line's end, and the next line's first: "60 me|nit". */
static inline void
check_end(const SheetFaults *f, const SceneItem *item, const SceneItem *next)
{
    const LinePiece *last = &item->line->pieces[item->line->n - 1];
    guint32 from, to;
    const char *text = piece_text(last, &from, &to);
    if (next == NULL || last->end >= last->span.text->n_glyphs ||
        next->line->pieces[0].span.text != last->span.text || may_end(text, to))
        return;
    g_autofree char *a = line_words(item), *b = line_words(next);
    add_fault(f, "broken: %s|%s", a, b);
}

static inline gboolean
holds(const SceneItem *box, const SceneItem *line, double slack)
{
    return line->x >= box->x - slack && line->x + line->w <= box->x + box->w + slack &&
           line->top >= box->y - slack && line->top + line->height <= box->y + box->h + slack;
}

/* A line whose middle lies in a frame lies in it whole. */
static inline void
check_frames(const SheetFaults *f, const GPtrArray *boxes, const SceneItem *line)
{
    double cx = line->x + line->w / 2, cy = line->top + line->height / 2;
    for (guint i = 0; i < boxes->len; i++) {
        const SceneItem *box = g_ptr_array_index(boxes, i);
        if (cx < box->x || cx > box->x + box->w || cy < box->y || cy > box->y + box->h ||
            holds(box, line, 0.35))
            continue;
        g_autofree char *words = line_words(line);
        add_fault(f, "out of its box: %s", words);
    }
}

static inline void
check_line(const SheetFaults *f,
           const Scene *scene,
           const SheetRules *rules,
           const SceneItem *l)
{
    const SceneBox *band = &g_array_index(scene->bands, SceneBox, l->band);
    g_autofree char *words = line_words(l);
    double side = MAX(rules->margin_mm, 9) / rules->scale, pt = l->size_mm * rules->scale / PT;
    if (l->top < band->y - 0.1 || l->top + l->height > band->y + band->h + 0.1)
        add_fault(f, "out of its band: %s", words);
    if (l->x < side - 0.5 || l->x + l->w > scene->w - side + 0.1)
        add_fault(f, "in the margin: %s", words);
    if (rules->margin_mm > 0 &&
        (l->y - 0.73 * l->size_mm < rules->margin_mm / rules->scale - 0.1 ||
         l->y + 0.22 * l->size_mm > scene->h - rules->margin_mm / rules->scale + 0.1))
        add_fault(f, "too near the edge: %s", words);
    if (pt < rules->least_pt - 0.05)
        add_fault(f, "%.1f pt: %s", pt, words);
    for (guint p = 0; rules->black_text && p < l->line->n; p++)
        if ((l->line->pieces[p].span.color & 0xFFFFFF) != 0 &&
            (l->line->pieces[p].span.color & 0xFFFFFF) != 0xFFFFFF)
            add_fault(f, "not black: %s", words);
}

/* Ink on an office printer's sheet keeps off the edge, too. */
static inline void
check_ink(const SheetFaults *f,
          const Scene *scene,
          const SheetRules *rules,
          const SceneItem *item)
{
    gboolean white = item->fill == 0 || (item->fill & 0xFFFFFF) == 0xFFFFFF;
    double edge = rules->margin_mm / rules->scale - 0.1;
    if (item->kind != SCENE_RECT || rules->margin_mm <= 0 || (white && item->stroke == 0))
        return;
    if (item->x < edge || item->y < edge || item->x + item->w > scene->w - edge ||
        item->y + item->h > scene->h - edge)
        add_fault(f, "ink at the edge: %.1f %.1f %.1f %.1f", item->x, item->y, item->w,
                  item->h);
}

static inline void
check_sheet(const SheetFaults *f, const Scene *scene, const SheetRules *rules)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new(), boxes = g_ptr_array_new();
    for (guint i = 0; i < scene->items->len; i++) {
        SceneItem *item = scene_item(scene, i);
        if (item->kind == SCENE_LINE)
            g_ptr_array_add(lines, item);
        if (item->kind == SCENE_RECT && item->r > 0 && item->w < scene->w)
            g_ptr_array_add(boxes, item);
        check_ink(f, scene, rules, item);
    }
    for (guint i = 0; i < lines->len; i++) {
        const SceneItem *line = g_ptr_array_index(lines, i);
        check_line(f, scene, rules, line);
        check_frames(f, boxes, line);
        check_end(f, line, i + 1 < lines->len ? g_ptr_array_index(lines, i + 1) : NULL);
        for (guint k = 0; k < i; k++)
            if (lines_overlap(line, g_ptr_array_index(lines, k))) {
                g_autofree char *a = line_words(line);
                g_autofree char *b = line_words(g_ptr_array_index(lines, k));
                add_fault(f, "overlap: %s / %s", a, b);
            }
    }
}

/* The tallest band holds the body. */
static inline const SceneBox *
body_band(const Scene *scene)
{
    const SceneBox *best = NULL;
    for (guint i = 0; i < scene->bands->len; i++) {
        const SceneBox *band = &g_array_index(scene->bands, SceneBox, i);
        if (best == NULL || band->h > best->h)
            best = band;
    }
    return best;
}

/* How far down the body is used, the mean of its left and right half. */
static inline double
body_filled(const Scene *scene)
{
    const SceneBox *band = body_band(scene);
    double low[2] = {band->y, band->y}, middle = scene->w / 2;
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        gboolean line = item->kind == SCENE_LINE, box = item->kind == SCENE_RECT && item->r > 0;
        double top = line ? item->top : item->y, h = line ? item->height : item->h;
        if ((!line && !box) || top < band->y - 0.1 || top + h > band->y + band->h + 0.1)
            continue;
        for (guint side = 0; side < 2; side++)
            if (side == 0 ? item->x < middle : item->x + item->w > middle)
                low[side] = MAX(low[side], top + h);
    }
    return ((low[0] + low[1]) / 2 - band->y) / band->h;
}

/* Items of a list ("persyaratan 7") on the sheet, and the lines of text they have there. */
static inline guint
count_fields(const Scene *scene, const char *list, guint *n_lines)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    *n_lines = 0;
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        if (item->kind != SCENE_LINE || item->field == NULL ||
            !g_str_has_prefix(item->field, list))
            continue;
        g_hash_table_add(seen, (gpointer)(guintptr)item->field);
        (*n_lines)++;
    }
    return g_hash_table_size(seen);
}

/* One item of a list alone on a sheet, with a few lines, the others on another. */
static inline void
check_orphans(const SheetFaults *f, const PosterLayout *layout)
{
    static const char *const LISTS[] = {"persyaratan ", "prosedur "};
    const guint few_lines = 5;
    for (guint k = 0; k < G_N_ELEMENTS(LISTS); k++) {
        guint all = 0, n_lines;
        for (guint s = 0; s < layout->n_sheets; s++)
            all += count_fields(layout->sheets[s], LISTS[k], &n_lines);
        for (guint s = 0; s < layout->n_sheets; s++)
            if (all > 2 && count_fields(layout->sheets[s], LISTS[k], &n_lines) == 1 &&
                n_lines <= few_lines)
                add_fault(f, "sheet %u: one %salone", s + 1, LISTS[k]);
    }
}

/* A heading with nothing under it on its sheet. */
static inline void
check_headings(const SheetFaults *f, const Scene *scene)
{
    const SceneItem *heading = NULL;
    gboolean in_heading = FALSE;
    for (guint i = 0; i < scene->items->len; i++) {
        const SceneItem *item = scene_item(scene, i);
        if (item->kind == SCENE_BEGIN)
            in_heading = item->tag == TAG_H2;
        if (item->kind == SCENE_END)
            in_heading = FALSE;
        if (item->kind != SCENE_LINE)
            continue;
        if (heading != NULL && in_heading && heading->band == item->band &&
            heading->line->pieces[0].span.text != item->line->pieces[0].span.text) {
            g_autofree char *words = line_words(heading);
            add_fault(f, "heading without text: %s", words);
        }
        heading = in_heading ? item : NULL;
    }
}

static inline void
check_pledge(const SheetFaults *f, const PosterLayout *layout, const PosterContent *content)
{
    for (guint s = 0; content->pledge != NULL && s < layout->n_sheets; s++) {
        g_autoptr(GString) words = g_string_new(NULL);
        for (guint i = 0; i < layout->sheets[s]->items->len; i++) {
            const SceneItem *item = scene_item(layout->sheets[s], i);
            g_autofree char *line = item->kind == SCENE_LINE ? line_words(item) : NULL;
            g_string_append(words, line != NULL ? line : "");
        }
        gboolean signs = content->signer->title != NULL &&
                         strstr(words->str, content->signer->title) != NULL;
        if (signs != (s == 0))
            add_fault(f, "sheet %u: pledge and signature apart", s + 1);
    }
}

static inline void
check_poster(GString *out,
             const char *name,
             const PosterLayout *layout,
             const PosterContent *content,
             const SheetRules *rules)
{
    SheetFaults f = {out, name};
    for (guint s = 0; s < layout->n_sheets; s++) {
        double filled = body_filled(layout->sheets[s]);
        check_sheet(&f, layout->sheets[s], rules);
        check_headings(&f, layout->sheets[s]);
        if (s >= rules->n_far && s + 1 < layout->n_sheets && filled < 0.6)
            add_fault(&f, "sheet %u: %.0f %% filled", s + 1, filled * 100);
    }
    check_orphans(&f, layout);
    check_pledge(&f, layout, content);
}
