#include "import/list-mark.h"
#include "import/pdf-private.h"
#include <math.h>
#include <string.h>

static const double SMALL_PRINT = 0.75; /* of the median height of words */

enum { SORTED_MAX_LINES = 1500 /* of one page: more is no page of a document */ };

static gboolean
inside_area(const GArray *areas, const PdfWord *word)
{
    double middle = (word->y0 + word->y1) / 2;
    for (guint i = 0; i < areas->len; i++) {
        const PdfArea *area = &g_array_index(areas, PdfArea, i);
        if (middle >= area->y0 && middle <= area->y1 && word->x1 > area->x0 &&
            word->x0 < area->x1)
            return TRUE;
    }
    return FALSE;
}

/* The words of a page that are lines outside of its tables, those of feet or all others. */
static GPtrArray *
loose_words(const PdfText *text, guint page, const GArray *areas, gboolean stray)
{
    const PdfPage *from = &g_array_index(text->pages, PdfPage, page - 1);
    GPtrArray *words = g_ptr_array_new();
    for (guint i = 0; i < from->n; i++) {
        PdfWord *word = &g_array_index(text->words, PdfWord, from->first + i);
        if (!(word->flags & BLOCK_GONE) && ((word->flags & BLOCK_STRAY) != 0) == stray &&
            !word->ruled && (areas == NULL || stray || !inside_area(areas, word)))
            g_ptr_array_add(words, word);
    }
    return words;
}

/* Whether `right` stands behind `left` in one line, no further than justified words stand apart. */
static gboolean
are_halves(const PdfText *text, const PdfLine *left, const PdfLine *right)
{
    return fabs(left->y0 + left->y1 - right->y0 - right->y1) < 0.6 * text->line_height &&
           right->x0 > left->x1 && right->x0 - left->x1 < 4.5 * text->line_height &&
           ((left->flags ^ right->flags) & BLOCK_STRAY) == 0;
}

/* Joins lines from `from` on that wide gaps between words had taken apart. */
static void
join_halves(const PdfText *text, GArray *lines, guint from)
{
    for (guint i = from; i < lines->len; i++) {
        for (guint k = from; k < lines->len; k++) {
            const PdfLine *left = &g_array_index(lines, PdfLine, i);
            const PdfLine *right = &g_array_index(lines, PdfLine, k);
            if (k == i || !are_halves(text, left, right))
                continue;
            g_autoptr(GPtrArray) words = g_ptr_array_new();
            for (guint w = 0; w < left->n; w++)
                g_ptr_array_add(words, left->words[w]);
            for (guint w = 0; w < right->n; w++)
                g_ptr_array_add(words, right->words[w]);
            g_array_index(lines, PdfLine, i) =
                pdf_line_of(text->arena, (PdfWord *const *)words->pdata, words->len);
            g_array_remove_index(lines, k);
            i = k < i ? i - 1 : i;
            k = from - 1; /* once more: there may be a third part */
        }
    }
}

guint
pdf_line_side(const PdfText *text, const PdfLine *line)
{
    double split = g_array_index(text->pages, PdfPage, line->page - 1).split;
    return split <= 0 ? 0 : line->x1 <= split ? 1 : line->x0 >= split ? 2 : 0;
}

static int
compare_down(gconstpointer a, gconstpointer b)
{
    const PdfLine *x = a, *y = b;
    double p = x->y0 + x->y1, q = y->y0 + y->y1;
    return p < q ? -1 : p > q ? 1 : (x->x0 > y->x0) - (x->x0 < y->x0);
}

/* Puts the lines of a page in two columns in order: between lines across both first the left, then the right. */
static void
sort_columns(const PdfText *text, GArray *lines, guint from)
{
    g_autoptr(GArray) sorted = g_array_new(FALSE, FALSE, sizeof(PdfLine));
    g_autoptr(GArray) band = g_array_new(FALSE, FALSE, sizeof(PdfLine));
    g_array_append_vals(sorted, &g_array_index(lines, PdfLine, from), lines->len - from);
    g_array_sort(sorted, compare_down);
    g_array_set_size(lines, from);
    for (guint i = 0; i <= sorted->len; i++) {
        const PdfLine *line = i < sorted->len ? &g_array_index(sorted, PdfLine, i) : NULL;
        if (line != NULL && pdf_line_side(text, line) != 0) {
            g_array_append_vals(band, line, 1);
            continue;
        }
        for (guint side = 1; side <= 2; side++)
            for (guint k = 0; k < band->len; k++)
                if (pdf_line_side(text, &g_array_index(band, PdfLine, k)) == side)
                    g_array_append_vals(lines, &g_array_index(band, PdfLine, k), 1);
        g_array_set_size(band, 0);
        if (line != NULL)
            g_array_append_vals(lines, line, 1);
    }
}

void
pdf_page_lines(const PdfText *text, guint page, const GArray *areas, GArray *out)
{
    guint before = out->len;
    double split = g_array_index(text->pages, PdfPage, page - 1).split;
    for (guint stray = 0; stray < 2; stray++) {
        g_autoptr(GPtrArray) words = loose_words(text, page, areas, stray == 1);
        for (guint from = 0, to; from < words->len; from = to) {
            for (to = from + 1; to < words->len; to++)
                if (((PdfWord *)g_ptr_array_index(words, to - 1))->line !=
                    ((PdfWord *)g_ptr_array_index(words, to))->line)
                    break;
            PdfLine line =
                pdf_line_of(text->arena, (PdfWord *const *)words->pdata + from, to - from);
            if (line.y1 - line.y0 < SMALL_PRINT * text->line_height)
                line.flags |= BLOCK_STRAY; /* heads and feet that stand inside of a page */
            g_array_append_val(out, line);
        }
        if (stray == 0 && split > 0 && out->len > before)
            sort_columns(text, out, before);
    }
    if (out->len - before > SORTED_MAX_LINES)
        return;
    if (split > 0)
        return;
    join_halves(text, out, before);
}

void
pdf_join_marks(const PdfText *text, GArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        PdfLine *line = &g_array_index(lines, PdfLine, i);
        ListMark mark;
        if (!list_mark_scan(line->text, &mark) || line->text[mark.len] != '\0')
            continue;
        for (guint k = 0; k < lines->len; k++) {
            PdfLine *other = &g_array_index(lines, PdfLine, k);
            double middle = (line->y0 + line->y1) / 2;
            if (k == i || other->page != line->page || middle < other->y0 ||
                middle > other->y1 || other->x0 < line->x1 || list_mark_len(other->text) > 0 ||
                other->x0 - line->x1 > 4 * text->line_height)
                continue;
            g_autofree char *joined = g_strjoin(" ", line->text, other->text, NULL);
            other->text = arena_strndup(text->arena, joined, strlen(joined));
            other->mark = line->text;
            other->words_x = other->x0;
            other->x0 = line->x0;
            other->first_width = line->x1 - line->x0;
            g_array_remove_index(lines, i--);
            break;
        }
    }
}
