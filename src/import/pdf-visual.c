#include "import/heading.h"
#include "import/list-mark.h"
#include "import/pdf-private.h"
#include <math.h>
#include <string.h>

/* ---- lines by height ---- */

static int
compare_y(gconstpointer a, gconstpointer b)
{
    const PdfWord *x = *(PdfWord *const *)a, *y = *(PdfWord *const *)b;
    double p = x->y0 + x->y1, q = y->y0 + y->y1;
    return p < q ? -1 : p > q ? 1 : (x->x0 > y->x0) - (x->x0 < y->x0);
}

static int
compare_x(gconstpointer a, gconstpointer b)
{
    const PdfWord *x = *(PdfWord *const *)a, *y = *(PdfWord *const *)b;
    return (x->x0 > y->x0) - (x->x0 < y->x0);
}

static void
visual_clear(gpointer data)
{
    g_ptr_array_unref(((Visual *)data)->words);
}

GArray *
pdf_visual_of(GPtrArray *words)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Visual));
    g_array_set_clear_func(lines, visual_clear);
    g_ptr_array_sort(words, compare_y);
    for (guint i = 0; i < words->len; i++) {
        PdfWord *word = g_ptr_array_index(words, i);
        Visual *last = lines->len > 0 ? &g_array_index(lines, Visual, lines->len - 1) : NULL;
        double middle = (word->y0 + word->y1) / 2;
        double reach = last != NULL ? 0.4 * MIN(last->y1 - last->y0, word->y1 - word->y0) : 0;
        if (last != NULL && fabs(middle - (last->y0 + last->y1) / 2) <= reach) {
            g_ptr_array_add(last->words, word);
            continue;
        }
        Visual new = {word->y0, word->y1, g_ptr_array_new()};
        g_ptr_array_add(new.words, word);
        g_array_append_val(lines, new);
    }
    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_sort(g_array_index(lines, Visual, i).words, compare_x);
    return lines;
}

GArray *
pdf_visual_lines(const PdfText *text, guint page)
{
    const PdfPage *from = &g_array_index(text->pages, PdfPage, page - 1);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < from->n; i++) {
        PdfWord *word = &g_array_index(text->words, PdfWord, from->first + i);
        if (!(word->flags & (BLOCK_GONE | BLOCK_STRAY)) && !word->ruled)
            g_ptr_array_add(words, word);
    }
    return pdf_visual_of(words);
}

const Visual *
pdf_visual_at(const GArray *lines, guint i)
{
    return &g_array_index(lines, Visual, i);
}

const PdfWord *
pdf_visual_word(const Visual *line, guint i)
{
    return g_ptr_array_index(line->words, i);
}

gboolean
pdf_visual_crosses(const Visual *line, double x0, double x1)
{
    for (guint i = 0; i < line->words->len; i++)
        if (pdf_visual_word(line, i)->x0 < x1 && pdf_visual_word(line, i)->x1 > x0)
            return TRUE;
    return FALSE;
}

/* ---- columns of text ---- */

static gboolean
has_small_letter(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (g_unichar_islower(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}

/* Whether the words of a line on one side of x are a heading and nothing else. */
static gboolean
is_heading_beside(const Visual *line, double x, gboolean right)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (guint i = 0; i < line->words->len; i++)
        if ((pdf_visual_word(line, i)->x0 > x) == right)
            g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "",
                                   pdf_visual_word(line, i)->text);
    gsize skip = list_mark_len(words->str);
    Heading heading;
    return words->str[skip] != '\0' &&
           heading_read(words->str + skip, words->len - skip, &heading) &&
           heading.kind == HEADING_COMPONENT && !heading.typed &&
           (!heading.common || g_utf8_strchr(words->str, -1, ':') != NULL ||
            !has_small_letter(words->str));
}

/* NO KOMPONEN URAIAN: the page is a table. */
static gboolean
is_table_head(const Visual *line)
{
    gboolean key = FALSE, value = FALSE;
    for (guint i = 0; i < line->words->len; i++) {
        key = key || heading_is_key_column(pdf_visual_word(line, i)->text);
        value = value || heading_is_value_column(pdf_visual_word(line, i)->text);
    }
    return key && value;
}

/* What a gap between two columns of text would have on its sides. */
typedef struct Sides {
    guint left, right; /* headings */
    guint beside; /* headings on the right with words on the left at their height: no table's */
    guint across; /* lines that leave no gap */
} Sides;

static Sides
count_sides(const GArray *lines, double x, double half)
{
    Sides sides = {0};
    for (guint i = 0; i < lines->len; i++) {
        const Visual *line = pdf_visual_at(lines, i);
        if (pdf_visual_crosses(line, x - half, x + half)) {
            sides.across++;
            continue;
        }
        gboolean right = is_heading_beside(line, x, TRUE);
        sides.right += right ? 1 : 0;
        sides.beside += right && pdf_visual_word(line, 0)->x0 < x ? 1 : 0;
        sides.left += is_heading_beside(line, x, FALSE) ? 1 : 0;
    }
    return sides;
}

/* The gap between two columns of text near the middle of the page: where fewest words lie across; 0 = none. */
static double
find_split(const PdfText *text, const GArray *lines, double width)
{
    enum { STEPS = 60, MIN_LINES = 8, MIN_HEADINGS = 2, ACROSS_SHARE = 5 };
    double first = 0, last = 0;
    guint best = lines->len / ACROSS_SHARE + 1;
    for (guint i = 0; i < lines->len; i++)
        if (is_table_head(pdf_visual_at(lines, i)))
            return 0;
    for (guint i = 0; i < STEPS && lines->len >= MIN_LINES; i++) {
        double x = width * (0.35 + 0.3 * i / STEPS);
        Sides sides = count_sides(lines, x, 0.35 * text->line_height);
        if (sides.across > best || (sides.beside < MIN_HEADINGS &&
                                    (sides.right < MIN_HEADINGS || sides.left < MIN_HEADINGS)))
            continue;
        first = sides.across < best || first <= 0 ? x : first;
        last = x;
        best = sides.across;
    }
    return (first + last) / 2;
}

void
pdf_find_columns(PdfText *text, guint page, gboolean table)
{
    enum { MIN_LINES = 8 };
    PdfPage *own = &g_array_index(text->pages, PdfPage, page - 1);
    g_autoptr(GArray) lines = pdf_visual_lines(text, page);
    own->split = table ? 0 : find_split(text, lines, own->width);
    own->left = own->width;
    double head = lines->len >= MIN_LINES ? 0.2 * own->height : 0;
    double half = 0.35 * text->line_height, second = own->width;
    for (guint i = 0; i < lines->len; i++) {
        if (own->split > 0 &&
            pdf_visual_crosses(pdf_visual_at(lines, i), own->split - half, own->split + half))
            continue;
        for (guint w = 0;
             w < pdf_visual_at(lines, i)->words->len && pdf_visual_at(lines, i)->y0 >= head;
             w++) {
            const PdfWord *word = pdf_visual_word(pdf_visual_at(lines, i), w);
            own->right[1] = MAX(own->right[1], word->x1);
            own->left = MIN(own->left, word->x0);
            if (word->x1 <= own->split)
                own->right[0] = MAX(own->right[0], word->x1);
            else if (own->split > 0)
                second = MIN(second, word->x0);
        }
    }
    if (own->split <= 0)
        return;
    /* Both columns are of one width, the margins alike. */
    own->right[0] = MAX(own->right[0], own->width - second);
    own->right[1] = MAX(own->right[1], own->width - own->left);
}
