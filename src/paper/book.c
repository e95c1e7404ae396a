#include "draw/scene-pdf.h"
#include "paper/book-private.h"
#include <string.h>

#define PT (25.4 / 72)
static const double PAGE_W = BOOK_PAGE_W, LEFT = BOOK_LEFT, TEXT_W = BOOK_TEXT_W, TOP = 18,
                    BOTTOM = BOOK_BOTTOM, FOOT = 285, STEP = 6, KEEP = 14;

typedef struct Look {
    FontFace face;
    double pt, leading, above; /* above: in em */
    gboolean brand, muted, heading;
} Look;

static const Look looks[N_BOOK_KINDS] = {
    [BOOK_TITLE] = {FACE_DISPLAY, 26, 1.12, 0.2, TRUE, FALSE, TRUE},
    [BOOK_HEADING] = {FACE_DISPLAY, 16, 1.15, 0.8, TRUE, FALSE, TRUE},
    [BOOK_QUESTION] = {FACE_BOLD, 11.5, 1.25, 0.3, FALSE, FALSE, TRUE},
    [BOOK_TEXT] = {FACE_REGULAR, 10, 1.32, 0.28, FALSE, FALSE, FALSE},
    [BOOK_BOLD] = {FACE_BOLD, 10, 1.32, 0.28, FALSE, FALSE, FALSE},
    [BOOK_SMALL] = {FACE_REGULAR, 9, 1.3, 0.28, FALSE, TRUE, FALSE},
    [BOOK_CODE] = {FACE_CODE, 9, 1.3, 0.28, FALSE, FALSE, FALSE},
};

/* ---- pages ---- */

static void
new_page(Book *book)
{
    book->scene = scene_new(PAGE_W, BOOK_PAGE_H);
    scene_band(book->scene, (SceneBox){0, 0, PAGE_W, BOOK_PAGE_H});
    g_ptr_array_add(book->pages, book->scene);
    book->y = TOP;
    book->code_end = 0;
    book->fresh = TRUE;
    book->in_rows = FALSE;
}

Book *
book_new(const BookInfo *info)
{
    Book *book = g_new0(Book, 1);
    book->info = *info;
    book->pages = g_ptr_array_new_with_free_func((GDestroyNotify)scene_free);
    book->words = g_ptr_array_new_with_free_func(g_free);
    new_page(book);
    return book;
}

void
book_free(Book *book)
{
    g_ptr_array_unref(book->pages);
    g_ptr_array_unref(book->words);
    g_free(book->chip);
    g_free(book);
}

void
book_end_rows(Book *book)
{
    if (book->in_rows)
        scene_end(book->scene);
    book->in_rows = FALSE;
}

void
book_page(Book *book)
{
    book_end_rows(book);
    if (!book->fresh)
        new_page(book);
}

void
book_need(Book *book, double mm)
{
    if (book->y + mm > BOTTOM && !book->fresh)
        book_page(book);
}

guint
book_page_number(const Book *book)
{
    return book->pages->len;
}

void
book_space(Book *book, double mm)
{
    if (!book->fresh)
        book->y = MIN(book->y + mm, BOTTOM);
}

void
book_narrow(Book *book, double mm)
{
    book->right = mm;
}

void
book_indent(Book *book, double mm)
{
    book->left = mm;
}

void
book_clear(Book *book)
{
    if (book->code_end > 0)
        book->y = MAX(book->y, MIN(book->code_end, BOTTOM));
    book->code_end = 0;
}

/* ---- lines ---- */

static SceneColor
color_of(const Book *book, BookKind kind)
{
    const PosterStyle *style = book->info.style;
    const Look *look = &looks[kind];
    return SCENE_RGB(look->brand ? style->brand : look->muted ? style->muted : style->ink);
}

static Para
para_of(const Book *book, BookKind kind, const char *text)
{
    Para para = {.n = 0};
    para_add(&para, shaped_text_get(book->info.fonts, looks[kind].face, text),
             color_of(book, kind), 0);
    return para;
}

typedef struct Breaking {
    GArray *strips;
    Strip next;
} Breaking;

static void
add_strip(const Line *line, gpointer data)
{
    Breaking *breaking = data;
    breaking->next.line = *line;
    g_array_append_val(breaking->strips, breaking->next);
    breaking->next.above = 0;
    breaking->next.marker.n = 0;
}

static void
take_marker(const Line *line, gpointer data)
{
    *(Line *)data = *line;
}

static const BookLine *
keep_line(Book *book, const BookLine *line)
{
    BookLine *copy = g_memdup2(line, sizeof *line);
    char *text = g_strdup(line->text != NULL ? line->text : "");
    char *marker = g_strdup(line->marker != NULL ? line->marker : "");
    char *href = g_strdup(line->href);
    *copy = (BookLine){line->kind, line->level, marker, text, href};
    gpointer const kept[] = {copy, text, marker, href};
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
        if (kept[i] != NULL)
            g_ptr_array_add(book->words, kept[i]);
    return copy;
}

void
book_break_line(Book *book, const BookLine *given, double w, GArray *strips)
{
    const BookLine *line = keep_line(book, given);
    const Look *look = &looks[line->kind];
    double size = look->pt * PT, hang = *line->marker != '\0' ? STEP : 0;
    double x = MIN(line->level, 8u) * STEP;
    Para para = para_of(book, line->kind, line->text);
    Breaking breaking = {
        strips,
        {.x = x + hang, .marker_x = x, .size = size, .above = look->above * size, .of = line}};
    breaking.next.pitch = size * look->leading;
    if (*line->marker != '\0') {
        Para marker = para_of(book, line->kind, line->marker);
        double least = para_full_width(&marker) * size + 1;
        if (least > hang)
            breaking.next.x = x + least;
        para_break(&marker, 1000, take_marker, &breaking.next.marker);
    }
    para_break(&para, MAX(w - breaking.next.x, 4 * size) / size, add_strip, &breaking);
}

static void
set_line(Scene *scene, const Line *line, SceneSpot at, const Strip *strip)
{
    double top = at.y + strip->above;
    /* Inter's capitals, 0.727 em high, in the middle of the line. */
    at.y = top + strip->pitch / 2 + 0.364 * strip->size;
    SceneItem *item = scene_line(scene, line, at, strip->size);
    item->top = top;
    item->height = strip->pitch;
}

static SceneTag
tag_of(const BookLine *line)
{
    return line->kind == BOOK_TITLE ? TAG_H1 : looks[line->kind].heading ? TAG_H2 : TAG_P;
}

/* Opens what the paragraph is to those who hear it, and closes it. */
static void
begin_paragraph(Scene *scene, const Strip *strip)
{
    if (strip->marker.n > 0) {
        scene_begin(scene, TAG_LIST, NULL);
        scene_begin(scene, TAG_ITEM, NULL);
    } else {
        scene_begin(scene, tag_of(strip->of), NULL);
    }
}

static void
end_paragraph(Scene *scene, gboolean marked)
{
    scene_end(scene);
    if (marked) {
        scene_end(scene);
        scene_end(scene);
    }
}

double
book_set_strips(Scene *scene, const GArray *strips, guint first, guint last, SceneSpot at)
{
    for (guint i = first; i < last;) {
        const Strip *strip = &g_array_index(strips, Strip, i);
        const BookLine *of = strip->of;
        gboolean marked = strip->marker.n > 0, linked = of->href != NULL;
        begin_paragraph(scene, strip);
        if (marked) {
            scene_begin(scene, TAG_LABEL, NULL);
            set_line(scene, &strip->marker, (SceneSpot){at.x + strip->marker_x, at.y}, strip);
            scene_end(scene);
            scene_begin(scene, TAG_BODY, NULL);
        }
        if (linked)
            scene_begin(scene, TAG_LINK, of->href);
        for (; i < last && g_array_index(strips, Strip, i).of == of; i++) {
            strip = &g_array_index(strips, Strip, i);
            set_line(scene, &strip->line, (SceneSpot){at.x + strip->x, at.y}, strip);
            at.y += strip_height(strip);
        }
        if (linked)
            scene_end(scene);
        end_paragraph(scene, marked);
    }
    return at.y;
}

guint
book_count_fitting(const GArray *strips, guint first, double room, double *h)
{
    guint n = 0;
    *h = 0;
    while (first + n < strips->len) {
        double more = strip_height(&g_array_index(strips, Strip, first + n));
        if (*h + more > room)
            break;
        *h += more;
        n++;
    }
    return n;
}

/* ---- paragraphs ---- */

/* The word in its frame; returns how far it reaches. */
static double
set_chip(Book *book, double x, double y)
{
    const PosterStyle *style = book->info.style;
    double size = 8 * PT, h = 5.2;
    Para para = {.n = 0};
    SceneColor ink = book->chip_filled ? SCENE_RGB(0xFFFFFF) : SCENE_RGB(style->ink);
    para_add(&para, shaped_text_get(book->info.fonts, FACE_BOLD, book->chip), ink, 0);
    double w = para_full_width(&para) * size + 4;
    SceneItem *box = scene_rect(book->scene, (SceneBox){x, y, w, h}, 1.2);
    if (book->chip_filled) {
        box->fill = SCENE_RGB(style->brand);
    } else {
        box->stroke = SCENE_RGB(style->muted);
        box->stroke_mm = 0.35;
    }
    Strip strip = {.size = size, .pitch = h};
    para_break(&para, 1000, take_marker, &strip.line);
    scene_begin(book->scene, TAG_P, NULL);
    set_line(book->scene, &strip.line, (SceneSpot){x + 2, y}, &strip);
    scene_end(book->scene);
    g_clear_pointer(&book->chip, g_free);
    return h;
}

void
book_chip(Book *book, const char *word, gboolean filled)
{
    g_free(book->chip);
    book->chip = g_strdup(word);
    book->chip_filled = filled;
}

void
book_add(Book *book, const BookLine *line)
{
    g_autoptr(GArray) strips = g_array_new(FALSE, TRUE, sizeof(Strip));
    book_end_rows(book);
    book_break_line(book, line, TEXT_W - book->left - book->right, strips);
    if (looks[line->kind].heading)
        book_need(book, KEEP + (book->chip != NULL ? 7 : 0) +
                            strips->len * looks[line->kind].pt * PT * 1.2);
    if (book->chip != NULL)
        book->y += set_chip(book, LEFT + book->left, book->y) + 0.6;
    for (guint first = 0; first < strips->len;) {
        double h;
        Strip *head = &g_array_index(strips, Strip, first);
        if (book->fresh)
            head->above = 0;
        guint n = book_count_fitting(strips, first, BOTTOM - book->y, &h);
        if (n == 0 && !book->fresh) {
            book_page(book);
            continue;
        }
        n = MAX(n, 1);
        book->y = book_set_strips(book->scene, strips, first, first + n,
                                  (SceneSpot){LEFT + book->left, book->y});
        book->fresh = FALSE;
        first += n;
    }
}

void
book_text(Book *book, BookKind kind, const char *text)
{
    book_add(book, &(BookLine){.kind = kind, .text = text});
}

/* ---- codes, frames, bands ---- */

void
book_code(Book *book, double mm, const char *text, const char *alt)
{
    double x = LEFT + TEXT_W - mm;
    book_end_rows(book);
    scene_begin(book->scene, TAG_FIGURE, alt);
    scene_qr(book->scene, (SceneSpot){x, book->y + 1}, mm, text);
    scene_end(book->scene);
    book->code_end = book->y + mm + 3;
}

void
book_frame(Book *book, double mm, const char *label)
{
    book_end_rows(book);
    book_space(book, 2);
    book_need(book, mm + 1);
    SceneItem *box = scene_rect(
        book->scene, (SceneBox){LEFT + book->left, book->y, TEXT_W - book->left, mm}, 1.5);
    box->stroke = SCENE_RGB(book->info.style->muted);
    box->stroke_mm = 0.35;
    box->dashed = TRUE;
    double foot = book->y + mm, left = book->left;
    book->y += 2;
    book->left += 3;
    book->fresh = FALSE;
    book_text(book, BOOK_SMALL, label);
    book->left = left;
    book->y = foot + 2;
}

void
book_logo(Book *book, double mm, const char *alt)
{
    if (book->info.logo == NULL)
        return;
    double ratio = scene_logo_ratio(book->info.logo);
    double w = MIN(mm * ratio, 2 * mm);
    book_end_rows(book);
    scene_begin(book->scene, TAG_FIGURE, alt);
    scene_logo(book->scene, (SceneBox){BOOK_LEFT + book->left, book->y, w, w / ratio});
    scene_end(book->scene);
    book->y += w / ratio + 5;
    book->fresh = FALSE;
}

void
book_band(Book *book, double mm)
{
    SceneItem *band = scene_rect(book->scene, (SceneBox){0, 0, PAGE_W, mm}, 0);
    band->fill = SCENE_RGB(book->info.style->brand);
    scene_rect(book->scene, (SceneBox){0, mm, PAGE_W, 3}, 0)->fill =
        SCENE_RGB(book->info.style->accent);
    book->y = mm + 3 + TOP;
}

/* ---- the file ---- */

static void
set_foot(Book *book, guint page)
{
    char number[32];
    g_snprintf(number, sizeof number, "%u / %u", page + 1, book->pages->len);
    Scene *scene = g_ptr_array_index(book->pages, page);
    Strip strip = {.size = 8.5 * PT, .pitch = 4};
    Para left = para_of(book, BOOK_SMALL, book->info.foot),
         right = para_of(book, BOOK_SMALL, number);
    GArray *strips = g_array_new(FALSE, TRUE, sizeof(Strip));
    Breaking breaking = {strips, {.size = strip.size, .pitch = strip.pitch}};
    if (para_break(&left, (TEXT_W - 25) / strip.size, add_strip, &breaking) > 0) {
        scene_begin(scene, TAG_P, NULL);
        set_line(scene, &g_array_index(strips, Strip, 0).line, (SceneSpot){LEFT, FOOT}, &strip);
        scene_end(scene);
    }
    g_array_unref(strips);
    para_break(&right, 1000, take_marker, &strip.line);
    scene_begin(scene, TAG_P, NULL);
    set_line(scene, &strip.line,
             (SceneSpot){LEFT + TEXT_W - para_full_width(&right) * strip.size, FOOT}, &strip);
    scene_end(scene);
    scene_rule(scene, (SceneSpot){LEFT, FOOT - 1.5}, (SceneSpot){LEFT + TEXT_W, FOOT - 1.5},
               0.2, SCENE_RGB(book->info.style->muted));
}

gboolean
book_append_pdf(Book *book, GByteArray *out, GError **error)
{
    book_end_rows(book);
    if (book->fresh && book->pages->len > 1)
        g_ptr_array_set_size(book->pages, (int)book->pages->len - 1);
    for (guint i = 1; i < book->pages->len; i++)
        set_foot(book, i);
    const char *fault = fonts_fault(book->info.fonts);
    if (fault != NULL) {
        g_set_error(error, DRAW_ERROR, DRAW_ERROR_GLYPH, "%s", fault);
        return FALSE;
    }
    ScenePdf pdf = {.scenes = (Scene *const *)book->pages->pdata,
                    .n_scenes = book->pages->len,
                    .w_mm = PAGE_W,
                    .logo = book->info.logo,
                    .title = book->info.title,
                    .author = book->info.author,
                    .lang = book->info.lang};
    return scene_pdf_append(&pdf, out, error);
}
