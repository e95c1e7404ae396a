#include "import/heading.h"
#include "import/list-mark.h"
#include "import/pdf-private.h"
#include "import/word-list.h"
#include <math.h>
#include <string.h>

enum {
    PAGE_MAX_LINES = 1500 /* more is no page of a document */,
    NAMED_MAX_LINES = 60,
    HEADER_LINES = 3,
    MIN_ROWS = 2,
    WIDE_COMPONENTS = 3
};

/* ---- headers ---- */

/* A cell of a header: what stands close together in up to three lines. */
typedef struct HeadCell {
    double x0, x1;
    GString *text;
} HeadCell;

static void
head_cell_clear(gpointer data)
{
    g_string_free(((HeadCell *)data)->text, TRUE);
}

static const char number_columns[] = "no|no.|nomor|no urut";

/* NO KOMPONEN URAIAN and nothing else: a cell each, however narrow their columns are. */
static gboolean
names_columns(const Visual *line)
{
    gboolean key = FALSE, value = FALSE;
    for (guint i = 0; i < line->words->len; i++) {
        const char *word = pdf_visual_word(line, i)->text;
        gboolean is_key = heading_is_key_column(word), is_value = heading_is_value_column(word);
        if (!is_key && !is_value && !word_list_says(number_columns, word))
            return FALSE;
        key = key || is_key;
        value = value || is_value;
    }
    return key && value;
}

/* The cells of `n` lines: words whose boxes are nearer than half a line's height are of one cell. */
static GArray *
head_cells(const PdfText *text, const GArray *lines, guint at, guint n)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(HeadCell));
    g_array_set_clear_func(cells, head_cell_clear);
    double near = names_columns(pdf_visual_at(lines, at)) ? 0 : 0.55 * text->line_height;
    for (guint i = at; i < at + n && i < lines->len; i++) {
        const Visual *line = pdf_visual_at(lines, i);
        for (guint w = 0; w < line->words->len; w++) {
            const PdfWord *word = pdf_visual_word(line, w);
            HeadCell *cell = NULL;
            for (guint c = 0; c < cells->len && cell == NULL; c++) {
                HeadCell *old = &g_array_index(cells, HeadCell, c);
                if (word->x0 < old->x1 + near && word->x1 > old->x0 - near)
                    cell = old;
            }
            if (cell == NULL) {
                HeadCell new = {word->x0, word->x1, g_string_new(NULL)};
                g_array_append_val(cells, new);
                cell = &g_array_index(cells, HeadCell, cells->len - 1);
            }
            cell->x0 = MIN(cell->x0, word->x0);
            cell->x1 = MAX(cell->x1, word->x1);
            g_string_append_printf(cell->text, "%s%s", cell->text->len > 0 ? " " : "",
                                   word->text);
        }
    }
    return cells;
}

static int
compare_cells(gconstpointer a, gconstpointer b)
{
    const HeadCell *x = a, *y = b;
    return (x->x0 > y->x0) - (x->x0 < y->x0);
}

typedef enum HeaderKind { NO_HEADER, HEADER_ROWS, HEADER_WIDE } HeaderKind;

/* Whether the cells are NO KOMPONEN URAIAN, or name one component each; *named = cells that name something. */
static HeaderKind
judge_header(const GArray *cells, guint *key, guint *named)
{
    guint components = 0, seen = 0, value = G_MAXUINT;
    *key = G_MAXUINT;
    *named = 0;
    for (guint c = 0; c < cells->len; c++) {
        const HeadCell *cell = &g_array_index(cells, HeadCell, c);
        Heading heading = {.kind = HEADING_OTHER};
        gboolean found = heading_read(cell->text->str, cell->text->len, &heading) &&
                         heading.kind != HEADING_OTHER;
        *named += found ? 1 : 0;
        if (heading_is_key_column(cell->text->str) && *key == G_MAXUINT)
            *key = c;
        else if (heading_is_value_column(cell->text->str) && value == G_MAXUINT)
            value = c;
        else if (found && heading.kind == HEADING_COMPONENT &&
                 !(seen & (1U << heading.component))) {
            seen |= 1U << heading.component;
            components++;
        }
    }
    if (components >= WIDE_COMPONENTS && cells->len <= BLOCKS_MAX_CELLS)
        return HEADER_WIDE;
    *named += 2;
    return *key != G_MAXUINT && value != G_MAXUINT && *key < value && cells->len <= 6
               ? HEADER_ROWS
               : NO_HEADER;
}

/* ---- gutters ---- */

static char *
line_words(const Visual *line)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < line->words->len; i++)
        g_string_append_printf(words, "%s%s", i > 0 ? " " : "", pdf_visual_word(line, i)->text);
    return g_string_free(words, FALSE);
}

/* "SERVICE DELIVERY": a row across all columns, which says what the rows below it are. */
static gboolean
is_band(const Visual *line)
{
    g_autofree char *words = line_words(line);
    gsize skip = list_mark_len(words);
    Heading heading;
    return g_unichar_isupper(g_utf8_get_char(words + skip)) &&
           heading_read(words + skip, strlen(words + skip), &heading) &&
           heading.kind == HEADING_OTHER && heading.words > 1;
}

/* How many lines from `at` on leave x free, rows across all columns passed over. */
static guint
free_run(const GArray *lines, guint at, double x)
{
    guint n = 0;
    while (at + n < lines->len && (!pdf_visual_crosses(pdf_visual_at(lines, at + n), x, x) ||
                                   is_band(pdf_visual_at(lines, at + n))))
        n++;
    return n;
}

typedef struct Gutter {
    double x, reach; /* as in PdfColumns */
} Gutter;

/*
 * The gutter between `from` and `to` that stays free for the most lines; of equals the leftmost that is
 * wide enough, its right end.
 */
static Gutter
find_gutter(const PdfText *text, const GArray *lines, guint at, double from, double to)
{
    double step = MAX(text->line_height / 14, (to - from) / 400), best_width = 0;
    Gutter found = {(from + to) / 2, (from + to) / 2};
    double wide = 0.3 * text->line_height;
    guint best = 0;
    for (double x = from; x < to;) {
        guint run = free_run(lines, at, x);
        double end = x;
        while (end + step < to && free_run(lines, at, end + step) == run)
            end += step;
        double width = end - x;
        if (run > best || (run == best && best_width < wide && width > best_width)) {
            best = run;
            best_width = width;
            /* What stands right of it begins at one place, what stands left may reach further. */
            found = (Gutter){end - MIN(0.3 * text->line_height, 0.25 * width), x};
        }
        x = end + step;
    }
    return found;
}

/* Whether the line fits into the columns: nothing lies across a gutter by more than a little. */
static gboolean
fits(const PdfText *text, const Visual *line, const PdfColumns *columns)
{
    double little = 0.15 * text->line_height;
    for (guint i = 0; i < line->words->len; i++) {
        const PdfWord *word = pdf_visual_word(line, i);
        for (guint c = 0; c + 1 < columns->n; c++)
            if (word->x0 < columns->gutters[c] - little &&
                word->x1 > columns->gutters[c] + little)
                return FALSE;
    }
    return TRUE;
}

/*
 * On a new page texts may begin further left than those seen so far (a list is indented, a sentence not):
 * moves a gutter there, if all that stood left of it on earlier pages leaves the room.
 */
static void
move_gutters(const PdfText *text, const Visual *line, PdfColumns *columns)
{
    double little = 0.15 * text->line_height, near = 0.55 * text->line_height;
    for (guint i = 0; i < line->words->len; i++) {
        const PdfWord *word = pdf_visual_word(line, i);
        gboolean apart = i == 0 || word->x0 - pdf_visual_word(line, i - 1)->x1 > near;
        for (guint c = 0; c + 1 < columns->n; c++) {
            if (word->x0 >= columns->gutters[c])
                continue;
            if (apart && word->x0 > columns->reach[c] + little)
                columns->gutters[c] = word->x0 - little;
            else
                columns->reach[c] = MAX(columns->reach[c], MIN(word->x1, columns->gutters[c]));
        }
    }
}

/* ---- finding ---- */

static void
set_columns(
    const PdfText *text, const GArray *lines, guint at, const GArray *cells, PdfColumns *out)
{
    for (guint c = 0; c + 1 < cells->len; c++) {
        const HeadCell *left = &g_array_index(cells, HeadCell, c);
        const HeadCell *next = &g_array_index(cells, HeadCell, c + 1);
        Gutter gutter = find_gutter(text, lines, at, (left->x0 + left->x1) / 2, next->x1);
        out->gutters[c] = gutter.x;
        out->reach[c] = gutter.reach;
    }
    out->n = cells->len;
}

/* Words of one line that stand apart by more than words of a text do. */
static guint
count_cells(const PdfText *text, const Visual *line)
{
    guint n = 1;
    for (guint i = 1; i < line->words->len; i++)
        n += pdf_visual_word(line, i)->x0 - pdf_visual_word(line, i - 1)->x1 >
                     0.55 * text->line_height
                 ? 1
                 : 0;
    return n;
}

/* Whether a line has only the ends of names: "Prosedur" below "Sistem, Mekanisme dan". */
static gboolean
ends_names(const Visual *line, const GArray *cells)
{
    for (guint w = 0; w < line->words->len; w++) {
        const PdfWord *word = pdf_visual_word(line, w);
        Heading heading;
        gboolean found = FALSE;
        for (guint c = 0; c < cells->len && !found; c++) {
            const HeadCell *cell = &g_array_index(cells, HeadCell, c);
            found = word->x0 >= cell->x0 && word->x1 <= cell->x1 &&
                    heading_read(cell->text->str, cell->text->len, &heading) &&
                    heading.kind == HEADING_COMPONENT;
        }
        if (!found)
            return FALSE;
    }
    return TRUE;
}

/* A header from line `at` on: its columns; *n receives its lines. */
static gboolean
find_header(const PdfText *text, const GArray *lines, guint at, PdfColumns *out, guint *n)
{
    guint best = 0;
    if (count_cells(text, pdf_visual_at(lines, at)) < 2 &&
        !names_columns(pdf_visual_at(lines, at)))
        return FALSE;
    for (guint count = 1; count <= HEADER_LINES && at + count <= lines->len; count++) {
        g_autoptr(GArray) cells = head_cells(text, lines, at, count);
        guint key, named;
        g_array_sort(cells, compare_cells);
        HeaderKind kind = judge_header(cells, &key, &named);
        if (kind == NO_HEADER || named < best ||
            (named == best && !ends_names(pdf_visual_at(lines, at + count - 1), cells)))
            continue;
        best = named;
        *out = (PdfColumns){.wide = kind == HEADER_WIDE, .key = kind == HEADER_ROWS ? key : 0};
        out->number =
            word_list_says(number_columns, g_array_index(cells, HeadCell, 0).text->str);
        *n = count;
        set_columns(text, lines, at + count, cells, out);
    }
    return best > 0;
}

/* A name and, behind a wide gap in the same line, its text; *from and *to receive the gap. */
static gboolean
names_row(const PdfText *text, const Visual *line, double *from, double *to)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for (guint i = 0; i + 1 < line->words->len; i++) {
        const PdfWord *word = pdf_visual_word(line, i), *next = pdf_visual_word(line, i + 1);
        g_string_append_printf(name, "%s%s", i > 0 ? " " : "", word->text);
        gsize skip = list_mark_len(name->str);
        Heading heading;
        if (next->x0 - word->x1 < 0.8 * text->line_height || name->str[skip] == '\0')
            continue;
        if (!heading_read(name->str + skip, strlen(name->str + skip), &heading) ||
            heading.typed || heading.kind == HEADING_OTHER)
            return FALSE;
        *from = word->x1;
        *to = next->x0;
        return TRUE;
    }
    return FALSE;
}

/* Columns of a table without a header from its first name on; the number before it is a column of its own. */
static void
set_named(const PdfText *text, const GArray *lines, guint at, Gutter gutter, PdfColumns *out)
{
    const Visual *line = pdf_visual_at(lines, at);
    const PdfWord *first = pdf_visual_word(line, 0);
    ListMark mark;
    gboolean numbered = line->words->len > 1 && list_mark_scan(first->text, &mark) &&
                        first->text[mark.len] == '\0' && list_mark_counts(mark.style);
    *out = (PdfColumns){.n = numbered ? 3 : 2, .key = numbered ? 1 : 0, .number = numbered};
    if (numbered) {
        Gutter before = find_gutter(text, lines, at, first->x1, pdf_visual_word(line, 1)->x0);
        out->gutters[0] = before.x;
        out->reach[0] = before.reach;
    }
    out->gutters[out->key] = gutter.x;
    out->reach[out->key] = gutter.reach;
}

/* A table without a header: two lines that name a component, their texts beginning at one place. */
static gboolean
find_named(const PdfText *text, const GArray *lines, guint at, PdfColumns *out)
{
    double from, to, other_from, other_to, little = 0.5 * text->line_height;
    if (!names_row(text, pdf_visual_at(lines, at), &from, &to))
        return FALSE;
    for (guint i = at + 1; i < lines->len && i < at + NAMED_MAX_LINES; i++) {
        if (!names_row(text, pdf_visual_at(lines, i), &other_from, &other_to) ||
            fabs(other_to - to) > little)
            continue;
        set_named(text, lines, at, find_gutter(text, lines, at, MAX(from, other_from), to),
                  out);
        return free_run(lines, at, out->gutters[out->key]) > i - at;
    }
    return FALSE;
}

/* Lines above the first name that stand in the column of texts: names stand in the middle of their cells. */
static guint
reach_up(
    const PdfText *text, const GArray *lines, guint at, guint from, const PdfColumns *columns)
{
    double border = columns->gutters[columns->key];
    while (at > from) {
        const Visual *line = pdf_visual_at(lines, at - 1), *below = pdf_visual_at(lines, at);
        if (pdf_visual_word(line, 0)->x0 < border ||
            below->y0 - line->y1 > text->line_gap + 0.7 * text->line_height)
            break;
        at--;
    }
    return at;
}

/* A page whose tables are being found. */
typedef struct TablePage {
    const PdfText *text;
    const GArray *lines; /* Visual */
    guint page;
    GArray *out; /* PdfArea */
} TablePage;

/* The rows of lines `at` … `end` - 1. */
static void
add_rows(const TablePage *p, PdfColumns *columns, guint at, guint end)
{
    if (end == at)
        return;
    BlockList rows = pdf_rows(p->text, p->lines, columns, (PdfSpan){at, end - 1}, p->page);
    PdfArea area = {-G_MAXDOUBLE, pdf_visual_at(p->lines, at)->y0, G_MAXDOUBLE,
                    pdf_visual_at(p->lines, end - 1)->y1, rows};
    g_array_append_val(p->out, area);
    columns->begun = TRUE;
}

/* A row across all columns. */
static void
add_band(const TablePage *p, PdfColumns *columns, const Visual *line)
{
    BlockSink sink, row;
    g_autofree char *words = line_words(line);
    block_sink_init(&sink, p->text->arena);
    block_sink_add(&sink, words, strlen(words))->page = p->page;
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(BlockCell));
    BlockCell cell = {0, columns->n, block_sink_take(&sink)};
    g_array_append_val(cells, cell);
    block_sink_clear(&sink);
    block_sink_init(&row, p->text->arena);
    block_sink_put_row(&row, cells, 0);
    PdfArea area = {-G_MAXDOUBLE, line->y0, G_MAXDOUBLE, line->y1, block_sink_end(&row)};
    g_array_append_val(p->out, area);
    columns->begun = FALSE; /* nothing goes on below it */
}

/* Takes the lines from `at` on that fit; returns the first that does not. */
static guint
take_table(const TablePage *p, PdfColumns *columns, guint at)
{
    const PdfText *text = p->text;
    const GArray *lines = p->lines;
    guint end = at, from = at;
    gboolean begun = columns->begun;
    for (; end < lines->len; end++) {
        const Visual *line = pdf_visual_at(lines, end);
        gboolean left = pdf_visual_word(line, 0)->x0 < columns->gutters[columns->key];
        if (columns->n > 1 && !columns->wide && left && is_band(line)) {
            add_rows(p, columns, from, end);
            add_band(p, columns, line);
            from = end + 1;
            continue;
        }
        if (begun)
            move_gutters(text, line, columns);
        if (!fits(text, line, columns))
            break;
    }
    if (end == at)
        return at;
    add_rows(p, columns, from, end);
    columns->begun = TRUE;
    columns->to_end = end == lines->len;
    return end;
}

/* The header's own row, which tells the reader what the columns are. */
static void
add_header(const TablePage *p, const PdfColumns *columns, guint at, guint n)
{
    const GArray *lines = p->lines;
    PdfColumns names = *columns;
    names.header = TRUE;
    PdfArea area = {-G_MAXDOUBLE, pdf_visual_at(lines, at)->y0, G_MAXDOUBLE,
                    pdf_visual_at(lines, at + n - 1)->y1,
                    pdf_rows(p->text, lines, &names, (PdfSpan){at, at + n - 1}, p->page)};
    for (guint c = 0; c < area.rows.items[0].n_cells; c++) {
        BlockCell *cell = &area.rows.items[0].cells[c];
        g_autoptr(GString) name = g_string_new(NULL);
        blocks_append_text(&cell->blocks, name);
        cell->blocks.items[0].text = arena_strndup(p->text->arena, name->str, name->len);
        cell->blocks.items[0].mark = "";
        cell->blocks.n = 1;
    }
    g_array_append_val(p->out, area);
}

/* ---- tables of a page ---- */

void
pdf_find_tables(const PdfText *text, guint page, PdfColumns *open, GArray *out)
{
    if (g_array_index(text->pages, PdfPage, page - 1).split > 0)
        return;
    g_autoptr(GArray) lines = pdf_visual_lines(text, page);
    if (lines->len > PAGE_MAX_LINES)
        return;
    const TablePage p = {text, lines, page, out};
    for (guint at = 0, done = 0; at < lines->len;) {
        PdfColumns columns;
        guint n = 0, end = at;
        if (find_header(text, lines, at, &columns, &n)) {
            gboolean again = open->n == columns.n && open->to_end;
            if (!again)
                *open = columns;
            add_header(&p, open, at, n);
            end = take_table(&p, open, at + n);
            end = MAX(end, at + n);
        } else if (at == 0 && open->n > 0 && open->to_end) {
            end = take_table(&p, open, at);
        } else if (find_named(text, lines, at, &columns)) {
            *open = columns;
            end = take_table(&p, open, reach_up(text, lines, at, done, &columns));
        }
        done = end > at ? end : done;
        at = MAX(end, at + 1);
        open->to_end = open->to_end && at == lines->len;
    }
}
