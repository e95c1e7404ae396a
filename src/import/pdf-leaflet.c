#include "import/heading.h"
#include "import/pdf-private.h"
#include <math.h>
#include <string.h>

/*
 * A leaflet stands in three columns or four of one width, on paper that is folded. Each becomes a page of its
 * own: what knows pages then needs to know nothing of folds. A table that is as wide has its names in one line.
 */

enum { MIN_COLUMNS = 3, MAX_FOLDS = 4, MIN_LINES = 4, MIN_HEADINGS = 3, SHIFT_PERCENT = 6 };

typedef struct Fold {
    guint n;
    double at[MAX_FOLDS + 1]; /* where columns begin; at[n] is the page's width */
} Fold;

static gboolean
names_component(const Visual *line, double from, double to)
{
    g_autoptr(GString) words = g_string_new(NULL);
    Heading heading;
    for (guint i = 0; i < line->words->len; i++) {
        const PdfWord *word = pdf_visual_word(line, i);
        if (word->x0 >= from && word->x1 <= to)
            g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", word->text);
    }
    return words->len > 0 && heading_read(words->str, strcspn(words->str, ":"), &heading) &&
           heading.kind == HEADING_COMPONENT && !heading.typed;
}

/* The middle of the widest gap around x that no word crosses; 0 = none is wide enough. */
static double
gap_near(const PdfText *text, const GArray *lines, double x, double width)
{
    double step = width / 400, best = 0, found = 0, begun = -1;
    for (double at = x - width * SHIFT_PERCENT / 100; at <= x + width * SHIFT_PERCENT / 100;
         at += step) {
        gboolean free = TRUE;
        for (guint i = 0; free && i < lines->len; i++)
            free = !pdf_visual_crosses(pdf_visual_at(lines, i), at, at);
        begun = !free ? -1 : begun < 0 ? at : begun;
        if (begun >= 0 && at - begun > best) {
            best = at - begun;
            found = (at + begun) / 2;
        }
    }
    return best >= 0.8 * text->line_height ? found : 0;
}

/* How many columns name a component in this line; *mask receives which. */
static guint
count_names(const Visual *line, const Fold *fold, guint *mask)
{
    *mask = 0;
    for (guint c = 0; c < fold->n; c++)
        if (names_component(line, fold->at[c], fold->at[c + 1]))
            *mask |= 1U << c;
    return (guint)__builtin_popcount(*mask);
}

/*
 * Whether every column has lines, and two of them headings of their own: a table has all of its names in its
 * first column, or in one line.
 */
static gboolean
is_leaflet(const GArray *lines, const Fold *fold)
{
    guint headings = 0, most = 0, head = 0, with = 0, mask;
    for (guint i = 0; i < lines->len; i++) {
        guint n = count_names(pdf_visual_at(lines, i), fold, &mask);
        head = n > most ? i : head;
        most = MAX(most, n);
        headings += n;
    }
    for (guint c = 0; c < fold->n; c++) {
        guint n = 0;
        for (guint i = 0; i < lines->len; i++)
            n += pdf_visual_crosses(pdf_visual_at(lines, i), fold->at[c], fold->at[c + 1]) ? 1
                                                                                           : 0;
        if (n < MIN_LINES)
            return FALSE;
    }
    for (guint i = 0; i < lines->len; i++) {
        count_names(pdf_visual_at(lines, i), fold, &mask);
        with |= most > 2 && i == head ? 0 : mask;
    }
    return headings >= MIN_HEADINGS && (with & (with - 1)) != 0;
}

static Fold
find_fold(const PdfText *text, guint page)
{
    const PdfPage *own = &g_array_index(text->pages, PdfPage, page - 1);
    g_autoptr(GArray) lines = pdf_visual_lines(text, page);
    for (guint n = MIN_COLUMNS; n <= MAX_FOLDS && own->width > own->height; n++) {
        Fold fold = {.n = n};
        gboolean free = TRUE;
        for (guint c = 1; c < n && free; c++) {
            fold.at[c] = gap_near(text, lines, own->width * c / n, own->width);
            free = fold.at[c] > 0;
        }
        fold.at[n] = own->width;
        if (free && is_leaflet(lines, &fold))
            return fold;
    }
    return (Fold){.n = 1, .at = {0, own->width}};
}

void
pdf_unfold_leaflets(const PdfText *from, PdfText *to)
{
    for (guint page = 1; page <= from->pages->len; page++) {
        const PdfPage *own = &g_array_index(from->pages, PdfPage, page - 1);
        Fold fold = find_fold(from, page);
        for (guint c = 0; c < fold.n; c++) {
            PdfPage copy = {.width = fold.at[c + 1] - fold.at[c],
                            .height = own->height,
                            .first = to->words->len};
            if (fold.n == 1) {
                copy.level = own->level;
                copy.upright = own->upright;
                copy.dots = own->dots;
                copy.n_dots = own->n_dots;
            }
            for (guint i = 0; i < own->n; i++) {
                PdfWord word = g_array_index(from->words, PdfWord, own->first + i);
                double middle = (word.x0 + word.x1) / 2;
                if (fold.n > 1 && (middle < fold.at[c] || middle >= fold.at[c + 1]) &&
                    !(c == 0 && middle < 0) && !(c + 1 == fold.n && middle >= own->width))
                    continue;
                word.x0 -= fold.at[c];
                word.x1 -= fold.at[c];
                word.page = to->pages->len + 1;
                g_array_append_val(to->words, word);
                copy.n++;
            }
            g_array_append_val(to->pages, copy);
        }
    }
}
