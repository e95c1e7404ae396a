#include "import/list-mark.h"
#include "import/pdf-private.h"
#include <math.h>
#include <string.h>

enum { COLUMNS = 12, LEVEL_PAGE = 1, LEVEL_WORD = 5, MAX_WORDS = 400000, MAX_PAGES = 2000 };

void
pdf_text_init(PdfText *text, Arena *arena)
{
    *text = (PdfText){.arena = arena,
                      .words = g_array_new(FALSE, FALSE, sizeof(PdfWord)),
                      .pages = g_array_new(FALSE, FALSE, sizeof(PdfPage))};
}

void
pdf_text_clear(PdfText *text)
{
    g_array_unref(text->words);
    g_array_unref(text->pages);
}

typedef struct Row {
    guint64 level, page, part[3]; /* paragraph, block, line */
    double x, y, width, height;
    const char *text; /* to the line's end */
    gsize len;
} Row;

/* One line of the table; FALSE when it is none (its head, or nonsense). */
static gboolean
read_row(const char *line, gsize len, Row *row)
{
    const char *parts[COLUMNS];
    guint n = 0;
    const char *at = line, *end = line + len;
    while (n < COLUMNS) {
        parts[n++] = at;
        const char *tab = n < COLUMNS ? memchr(at, '\t', (gsize)(end - at)) : NULL;
        if (tab == NULL)
            break;
        at = tab + 1;
    }
    if (n < COLUMNS || !g_ascii_isdigit(*line))
        return FALSE;
    row->level = g_ascii_strtoull(parts[0], NULL, 10);
    row->page = g_ascii_strtoull(parts[1], NULL, 10);
    for (guint i = 0; i < G_N_ELEMENTS(row->part); i++)
        row->part[i] = g_ascii_strtoull(parts[2 + i], NULL, 10);
    row->x = g_ascii_strtod(parts[6], NULL);
    row->y = g_ascii_strtod(parts[7], NULL);
    row->width = g_ascii_strtod(parts[8], NULL);
    row->height = g_ascii_strtod(parts[9], NULL);
    row->text = parts[11];
    row->len = (gsize)(end - parts[11]);
    return isfinite(row->x) && isfinite(row->y) && isfinite(row->width) &&
           isfinite(row->height) && fabs(row->x) < 1e6 && fabs(row->y) < 1e6 &&
           row->width >= 0 && row->height >= 0 && row->width < 1e6 && row->height < 1e6;
}

static void
add_page(PdfText *text, const Row *row)
{
    PdfPage page = {.width = row->width, .height = row->height, .first = text->words->len};
    if (text->pages->len < MAX_PAGES)
        g_array_append_val(text->pages, page);
}

static void
add_word(PdfText *text, const Row *row, guint line)
{
    guint gap;
    g_autofree char *word = block_fold(row->text, row->len, &gap);
    if (*word == '\0' || text->pages->len == 0 || text->words->len >= MAX_WORDS ||
        !g_utf8_validate(word, -1, NULL))
        return;
    PdfWord new = {row->x,
                   row->y,
                   row->x + row->width,
                   row->y + row->height,
                   arena_strndup(text->arena, word, strlen(word)),
                   text->pages->len,
                   0,
                   line,
                   FALSE};
    g_array_append_val(text->words, new);
    g_array_index(text->pages, PdfPage, text->pages->len - 1).n++;
}

void
pdf_text_read(PdfText *text, const char *tsv, gsize len)
{
    Row row, last = {0};
    guint line = text->words->len > 0
                     ? g_array_index(text->words, PdfWord, text->words->len - 1).line
                     : 0;
    for (const char *at = tsv, *end = tsv + len; at < end;) {
        const char *stop = memchr(at, '\n', (gsize)(end - at));
        gsize n = (gsize)((stop != NULL ? stop : end) - at);
        if (read_row(at, n - (n > 0 && at[n - 1] == '\r'), &row)) {
            if (row.level == LEVEL_PAGE)
                add_page(text, &row);
            if (row.level == LEVEL_PAGE || memcmp(row.part, last.part, sizeof row.part) != 0)
                line++;
            if (row.level == LEVEL_WORD)
                add_word(text, &row, line);
            last = row;
        }
        at += n + 1;
    }
}

static int
compare_doubles(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double
median(GArray *values, double otherwise)
{
    if (values->len == 0)
        return otherwise;
    g_array_sort(values, compare_doubles);
    return g_array_index(values, double, values->len / 2);
}

void
pdf_text_measure(PdfText *text)
{
    g_autoptr(GArray) heights = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < text->words->len; i++) {
        const PdfWord *word = &g_array_index(text->words, PdfWord, i);
        const PdfWord *last = i > 0 ? &g_array_index(text->words, PdfWord, i - 1) : NULL;
        double height = word->y1 - word->y0;
        g_array_append_val(heights, height);
        double gap = last != NULL ? word->y0 - last->y1 : -1;
        if (last != NULL && last->page == word->page && last->line != word->line &&
            word->y0 > last->y0 && gap < 2 * height)
            g_array_append_val(gaps, gap);
    }
    text->line_height = MAX(median(heights, 12), 0.1);
    text->line_gap = median(gaps, 0);
}

PdfLine
pdf_line_of(Arena *arena, PdfWord *const *words, guint n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    PdfLine line = {.x0 = words[0]->x0,
                    .y0 = words[0]->y0,
                    .x1 = words[0]->x1,
                    .y1 = words[0]->y1,
                    .first_width = words[0]->x1 - words[0]->x0,
                    .mark = "",
                    .page = words[0]->page};
    for (guint i = 0; i < n; i++) {
        const PdfWord *word = words[i];
        gboolean touches = i > 0 &&
                           word->x0 - words[i - 1]->x1 < 0.05 * (word->y1 - word->y0) &&
                           word->x0 >= words[i - 1]->x0;
        g_string_append_printf(text, "%s%s", i > 0 && !touches ? " " : "", word->text);
        line.flags |= word->flags;
        line.x0 = MIN(line.x0, word->x0);
        line.x1 = MAX(line.x1, word->x1);
        line.y0 = MIN(line.y0, word->y0);
        line.y1 = MAX(line.y1, word->y1);
    }
    line.text = arena_strndup(arena, text->str, text->len);
    line.words_x = line.x0;
    PdfWord **own = arena_alloc(arena, n * sizeof *own);
    memcpy(own, words, n * sizeof *own);
    line.words = own;
    line.n = n;
    ListMark mark;
    if (n > 1 && list_mark_scan(line.text, &mark) && mark.len == strlen(words[0]->text)) {
        line.mark = words[0]->text;
        line.words_x = words[1]->x0;
    }
    return line;
}
