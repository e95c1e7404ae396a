#include "import/heading.h"
#include "import/list-mark.h"
#include "import/pdf-private.h"
#include <math.h>
#include <string.h>

enum {
    MIDDLE_MAX_LINES = 300, /* of a table whose names stand in the middle of their cells */
    NO_ROW = G_MAXUINT
};

/* The columns of a table by what they say, each with its own lines. */
typedef enum Side { SIDE_NUMBER, SIDE_KEY, SIDE_VALUE, N_SIDES } Side;

typedef struct Grid {
    const PdfText *text;
    const GArray *lines;
    PdfColumns *columns;
    guint first, n;
    guint *row[N_SIDES]; /* by line: its row; row 0 goes on with the page before */
    guint n_rows;
} Grid;

static guint
column_of(const PdfColumns *columns, const PdfWord *word)
{
    double middle = (word->x0 + word->x1) / 2;
    guint c = 0;
    while (c + 1 < columns->n && middle > columns->gutters[c])
        c++;
    return c;
}

/* The words of one column in one line. */
static gboolean
grid_cell(const Grid *grid, guint line, guint column, PdfLine *out)
{
    const Visual *visual = pdf_visual_at(grid->lines, grid->first + line);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (guint i = 0; i < visual->words->len; i++)
        if (column_of(grid->columns, pdf_visual_word(visual, i)) == column &&
            !(words->len == 0 && column == grid->columns->key + 1 && !grid->columns->wide &&
              strcmp(pdf_visual_word(visual, i)->text, ":") == 0)) /* between name and text */
            g_ptr_array_add(words, g_ptr_array_index(visual->words, i));
    if (words->len == 0)
        return FALSE;
    *out = pdf_line_of(grid->text->arena, (PdfWord *const *)words->pdata, words->len);
    return TRUE;
}

static Side
side_of(const Grid *grid, guint column)
{
    if (grid->columns->wide || grid->columns->header || column > grid->columns->key)
        return SIDE_VALUE;
    return column == grid->columns->key ? SIDE_KEY : SIDE_NUMBER;
}

static gboolean
is_row_number(const char *text)
{
    gsize digits = strspn(text, "0123456789");
    return digits > 0 && digits <= 3 && strspn(text + digits, ".)") == strlen(text + digits);
}

/* ---- rows that begin at the top of their cells ---- */

/* Gives all columns one row a line: a new one where `starts` says so. */
static void
set_rows(Grid *grid, const gboolean *starts)
{
    guint row = 0;
    for (guint i = 0; i < grid->n; i++) {
        row += starts[i] ? 1 : 0;
        for (guint side = 0; side < N_SIDES; side++)
            grid->row[side][i] = row;
    }
    grid->n_rows = row + 1;
}

/* A row begins at each number. FALSE when there is none. */
static gboolean
start_at_numbers(const Grid *grid, gboolean *starts)
{
    gboolean found = FALSE;
    PdfLine cell;
    for (guint i = 0; i < grid->n && grid->columns->number; i++) {
        starts[i] = grid_cell(grid, i, 0, &cell) && is_row_number(cell.text);
        found = found || starts[i];
    }
    return found;
}

/*
 * In a wide table whose cells stand in the middle of their rows, a number stands beside the middle of its row:
 * rows part where the widest band without any word lies between two numbers.
 */
static void
start_at_bands(const Grid *grid, gboolean *starts)
{
    guint last = NO_ROW;
    for (guint i = 0; i < grid->n; i++) {
        if (!starts[i])
            continue;
        starts[i] = FALSE;
        guint best = last == NO_ROW ? 0 : i;
        double widest = 0, low = 0;
        for (guint k = last; last != NO_ROW && k <= i; k++) {
            const Visual *line = pdf_visual_at(grid->lines, grid->first + k);
            if (k > last && line->y0 - low > widest) {
                widest = line->y0 - low;
                best = k;
            }
            for (guint w = 0; w < line->words->len; w++)
                low = MAX(low, pdf_visual_word(line, w)->y1);
        }
        starts[best] = TRUE;
        last = i;
    }
}

/* A wide table without numbers: rows part at bands wider than between lines, above a text in the first column. */
static void
start_at_names_of_rows(const Grid *grid, gboolean *starts)
{
    double low = 0;
    guint open = 0;
    gboolean named = FALSE;
    PdfLine cell;
    for (guint i = 0; i < grid->n; i++) {
        const Visual *line = pdf_visual_at(grid->lines, grid->first + i);
        if (i > 0 &&
            line->y0 - low > MAX(grid->text->line_gap, 0) + 0.25 * grid->text->line_height) {
            open = named ? i : open;
            named = FALSE;
        }
        if (!named && grid_cell(grid, i, 0, &cell)) {
            named = TRUE;
            starts[open] = open > 0 || starts[open];
        }
        for (guint w = 0; w < line->words->len; w++)
            low = MAX(low, pdf_visual_word(line, w)->y1);
    }
}

/* The component a text names alone, HEADING_OTHER's and all: -1 = none. */
static int
named_by(const char *text)
{
    Heading heading;
    gsize skip = list_mark_len(text), len = strlen(text + skip);
    while (len > 0 && strchr(": ", text[skip + len - 1]) != NULL)
        len--;
    return heading_read(text + skip, len, &heading) ? (int)heading.component : -1;
}

static gboolean
is_name(const char *text)
{
    return named_by(text) >= 0;
}

/* The least room between two lines of a text; more than any when none has two. */
static double
closest_room(const Grid *grid)
{
    double closest = G_MAXDOUBLE, low = 0;
    PdfLine cell;
    for (guint i = 0; i < grid->n; i++) {
        if (!grid_cell(grid, i, grid->columns->key + 1, &cell))
            continue;
        closest = low > 0 && cell.y0 > low - grid->text->line_height
                      ? MIN(closest, cell.y0 - low)
                      : closest;
        low = cell.y1;
    }
    return closest;
}

/*
 * Lines of the key column are taken together as long as they make a name; a new row begins when they do
 * and the next line adds nothing to it, or stands apart.
 */
static void
start_at_names(const Grid *grid, gboolean *starts)
{
    g_autoptr(GString) name = g_string_new(NULL);
    double last_y1 = 0, closest = closest_room(grid);
    PdfLine cell;
    for (guint i = 0; i < grid->n; i++) {
        if (!grid_cell(grid, i, grid->columns->key, &cell))
            continue;
        g_autofree char *both =
            g_strconcat(name->str, name->len > 0 ? " " : "", cell.text, NULL);
        /* "Sarana" over "Pengaduan", further apart than lines of one cell: two names. */
        gboolean two = is_name(name->str) && named_by(cell.text) > 0 &&
                       named_by(cell.text) != named_by(name->str);
        gboolean apart =
            cell.y0 - last_y1 > (two ? closest + 0.2 * grid->text->line_height
                                     : grid->text->line_gap + 0.7 * grid->text->line_height);
        gboolean goes_on = name->len > 0 && !apart && (!is_name(name->str) || is_name(both)) &&
                           !(is_name(cell.text) && !is_name(both));
        if (!goes_on) {
            starts[i] = TRUE;
            g_string_truncate(name, 0);
        }
        g_string_append_printf(name, "%s%s", name->len > 0 ? " " : "", cell.text);
        last_y1 = cell.y1;
    }
}

/* ---- names in the middle of their cells ---- */

/* The lines of one side, and where each stands. */
typedef struct Middle {
    guint n, m;      /* lines of values, names */
    guint *line;     /* n, as the grid counts */
    double *y0, *y1; /* n */
    gboolean *fresh; /* n: a list, or what stands apart, begins here */
    double *center;  /* m */
    double *top;     /* m */
} Middle;

static gboolean
value_line(const Grid *grid, guint line, PdfLine *out)
{
    for (guint c = grid->columns->key + 1; c < grid->columns->n; c++)
        if (grid_cell(grid, line, c, out))
            return TRUE;
    return FALSE;
}

static void
middle_clear(Middle *middle)
{
    g_free(middle->line);
    g_free(middle->y0);
    g_free(middle->y1);
    g_free(middle->fresh);
    g_free(middle->center);
    g_free(middle->top);
}

static void
read_middle(const Grid *grid, const gboolean *starts, Middle *out)
{
    *out = (Middle){0};
    out->line = g_new0(guint, grid->n + 1);
    out->y0 = g_new0(double, grid->n + 1);
    out->y1 = g_new0(double, grid->n + 1);
    out->fresh = g_new0(gboolean, grid->n + 1);
    out->center = g_new0(double, grid->n + 1);
    out->top = g_new0(double, grid->n + 1);
    PdfLine cell;
    for (guint i = 0; i < grid->n; i++) {
        if (grid_cell(grid, i, grid->columns->key, &cell)) {
            if (starts[i])
                out->top[out->m++] = cell.y0;
            if (out->m > 0)
                out->center[out->m - 1] = (out->top[out->m - 1] + cell.y1) / 2;
        }
        if (!value_line(grid, i, &cell))
            continue;
        ListMark mark;
        guint at = out->n++;
        gboolean first = list_mark_scan(cell.text, &mark) && mark.value == 1;
        gboolean apart = at > 0 && cell.y0 - out->y1[at - 1] >
                                       grid->text->line_gap + 0.12 * grid->text->line_height;
        out->line[at] = i;
        out->y0[at] = cell.y0;
        out->y1[at] = cell.y1;
        out->fresh[at] = at == 0 || first || apart;
    }
}

/* How badly lines a … b - 1 stand around the middle of name r, in line heights. */
static double
row_cost(const Grid *grid, const Middle *middle, guint r, guint a, guint b)
{
    if (a == b)
        return 2;
    double off = (middle->y0[a] + middle->y1[b - 1]) / 2 - middle->center[r];
    return fabs(off) / grid->text->line_height + (middle->fresh[a] ? 0 : 1.2);
}

/*
 * Shares the lines out among the names so that each name stands in the middle of its own, by the least sum of
 * costs; first[r] receives the first line of row r, first[m] = n. On a page that goes on with a table,
 * lines before first[0] belong to the row of the page before.
 */
static void
share_lines(const Grid *grid, const Middle *middle, gboolean goes_on, guint *first)
{
    guint n = middle->n, m = middle->m, width = n + 1;
    g_autofree double *best = g_new0(double, (m + 1) * width);
    g_autofree guint *from = g_new0(guint, (m + 1) * width);
    for (guint b = 1; b <= n; b++)
        best[b] = goes_on ? 0.3 : 1e9;
    for (guint r = 1; r <= m; r++)
        for (guint b = 0; b <= n; b++) {
            best[r * width + b] = 1e18;
            for (guint a = 0; a <= b; a++) {
                double cost = best[(r - 1) * width + a] + row_cost(grid, middle, r - 1, a, b);
                if (cost >= best[r * width + b])
                    continue;
                best[r * width + b] = cost;
                from[r * width + b] = a;
            }
        }
    first[m] = n;
    for (guint r = m; r > 0; r--)
        first[r - 1] = from[r * width + first[r]];
}

/* Gives each name the lines from its own height on, down to the next name. */
static void
share_down(const Grid *grid, const Middle *middle, guint *first)
{
    guint v = 0;
    for (guint r = 0; r < middle->m; r++) {
        while (v < middle->n && (middle->y0[v] + middle->y1[v]) / 2 <
                                    middle->top[r] - 0.2 * grid->text->line_height)
            v++;
        first[r] = v;
    }
    first[middle->m] = middle->n;
}

/* Whether names stand beside the middle of their texts: some have no line of text at their own height. */
static gboolean
are_middle(const Grid *grid, const gboolean *starts)
{
    guint names = 0, beside = 0;
    PdfLine key, value;
    for (guint i = 0; i < grid->n; i++) {
        if (!starts[i] || !grid_cell(grid, i, grid->columns->key, &key))
            continue;
        names++;
        gboolean level = value_line(grid, i, &value);
        /* At the top of its cell a name stands at a line that begins something. */
        ListMark mark;
        gboolean inside = level && list_mark_scan(value.text, &mark) && mark.value > 1;
        beside += !level || inside ? 1 : 0;
    }
    return names > 1 && beside * 4 > names;
}

/* How far names stand from the middle of the lines they were given, in line heights. */
static double
middle_cost(const Grid *grid, const Middle *middle, const guint *first)
{
    double cost = 0;
    for (guint r = 0; r < middle->m; r++)
        cost += row_cost(grid, middle, r, first[r], first[r + 1]);
    return cost + (grid->columns->begun ? 0 : first[0]);
}

/* How far names stand from the top of them; a margin that all of them have does not count. */
static double
top_cost(const Grid *grid, const Middle *middle, const guint *first)
{
    double cost = 0, margin = 1e9;
    for (guint r = 0; r < middle->m; r++)
        if (first[r] < first[r + 1])
            margin = MIN(margin, fabs(middle->y0[first[r]] - middle->top[r]));
    for (guint r = 0; r < middle->m; r++)
        cost += first[r] == first[r + 1]
                    ? 2
                    : (fabs(middle->y0[first[r]] - middle->top[r]) - margin) /
                              grid->text->line_height +
                          (middle->fresh[first[r]] ? 0 : 1.2);
    return cost + (grid->columns->begun ? 0 : first[0]);
}

/* Whether names stand nearer to the middle of their texts than to the top, by where all lines are. */
static gboolean
fit_middle(const Grid *grid, const gboolean *starts)
{
    Middle middle;
    read_middle(grid, starts, &middle);
    g_autofree guint *first = g_new0(guint, middle.m + 2), *down = g_new0(guint, middle.m + 2);
    share_lines(grid, &middle, grid->columns->begun, first);
    share_down(grid, &middle, down);
    gboolean fits = middle.m > 1 && middle_cost(grid, &middle, first) + 0.2 * middle.m <
                                        top_cost(grid, &middle, down);
    middle_clear(&middle);
    return fits;
}

static void
set_middle_rows(Grid *grid, const gboolean *starts)
{
    Middle middle;
    read_middle(grid, starts, &middle);
    g_autofree guint *first = g_new0(guint, middle.m + 2);
    share_lines(grid, &middle, grid->columns->begun, first);
    guint row = 0;
    PdfLine cell;
    for (guint i = 0, v = 0; i < grid->n; i++) {
        row += starts[i] ? 1 : 0;
        grid->row[SIDE_KEY][i] = row;
        if (v < middle.n && middle.line[v] == i) {
            guint r = 0;
            while (r < middle.m && v >= first[r])
                r++;
            grid->row[SIDE_VALUE][i] = r;
            v++;
        }
        guint nearest = 0;
        if (grid->columns->key > 0 && grid_cell(grid, i, 0, &cell))
            for (guint r = 0; r < middle.m; r++)
                if (fabs(middle.center[r] - (cell.y0 + cell.y1) / 2) <
                    fabs(middle.center[nearest] - (cell.y0 + cell.y1) / 2))
                    nearest = r;
        grid->row[SIDE_NUMBER][i] = nearest + 1;
    }
    grid->n_rows = middle.m + 1;
    middle_clear(&middle);
}

/* ---- cells ---- */

/* How far the words of a column reach in any line. */
static double
column_right(const Grid *grid, guint column)
{
    double right = 0;
    PdfLine cell;
    for (guint i = 0; i < grid->n; i++)
        if (grid_cell(grid, i, column, &cell))
            right = MAX(right, cell.x1);
    return right;
}

/* The lines of a column that belong to a row. */
static BlockList
row_cell(const Grid *grid, guint column, guint row, double right)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(PdfLine));
    BlockSink sink;
    PdfLine cell;
    for (guint i = 0; i < grid->n; i++)
        if (grid->row[side_of(grid, column)][i] == row && grid_cell(grid, i, column, &cell))
            g_array_append_val(lines, cell);
    block_sink_init(&sink, grid->text->arena);
    gboolean key = side_of(grid, column) == SIDE_KEY;
    if (key && lines->len > 0) { /* a name is one paragraph however it was broken */
        g_autoptr(GString) name = g_string_new(NULL);
        for (guint i = 0; i < lines->len; i++)
            g_string_append_printf(name, "%s%s", i > 0 ? " " : "",
                                   g_array_index(lines, PdfLine, i).text);
        block_sink_add(&sink, name->str, name->len)->flags =
            BLOCK_WHOLE | g_array_index(lines, PdfLine, 0).flags;
    } else if (lines->len > 0) {
        pdf_add_paragraphs(grid->text, (const PdfLine *)(gpointer)lines->data, lines->len,
                           right, &sink);
    }
    return block_sink_end(&sink);
}

static BlockList
grid_blocks(const Grid *grid, guint page)
{
    BlockSink sink;
    double *right = grid->columns->right;
    block_sink_init(&sink, grid->text->arena);
    for (guint c = 0; c < grid->columns->n; c++)
        right[c] = MAX(right[c], column_right(grid, c));
    for (guint r = 0; r < grid->n_rows; r++) {
        Block row = {.text = "", .mark = "", .page = page, .flags = BLOCK_APART};
        row.cells = arena_alloc(grid->text->arena, grid->columns->n * sizeof *row.cells);
        for (guint c = 0; c < grid->columns->n; c++) {
            BlockList blocks = row_cell(grid, c, r, right[c]);
            if (blocks.n > 0)
                row.cells[row.n_cells++] = (BlockCell){c, 1, blocks};
        }
        row.flags |=
            pdf_visual_word(pdf_visual_at(grid->lines, grid->first), 0)->flags & BLOCK_SCANNED;
        if (row.n_cells > 0)
            block_sink_put(&sink, &row);
    }
    return block_sink_end(&sink);
}

BlockList
pdf_rows(
    const PdfText *text, const GArray *lines, PdfColumns *columns, PdfSpan span, guint page)
{
    Grid grid = {text, lines, columns, span.first, span.last - span.first + 1, {NULL}, 0};
    g_autofree gboolean *starts = g_new0(gboolean, grid.n + 1);
    g_autofree gboolean *names = g_new0(gboolean, grid.n + 1);
    g_autofree guint *rows = g_new0(guint, N_SIDES * (grid.n + 1));
    for (guint side = 0; side < N_SIDES; side++)
        grid.row[side] = rows + side * (grid.n + 1);
    gboolean named = !columns->wide && !columns->header;
    if (named)
        start_at_names(&grid, names);
    columns->middle =
        columns->middle || (named && grid.n <= MIDDLE_MAX_LINES &&
                            (are_middle(&grid, names) || fit_middle(&grid, names)));
    if (named && grid.n <= MIDDLE_MAX_LINES && columns->middle) {
        set_middle_rows(&grid, names);
    } else {
        gboolean numbers = !columns->header && start_at_numbers(&grid, starts);
        columns->middle =
            columns->middle || (columns->wide && numbers && !columns->begun && !starts[0]);
        if (numbers && columns->wide && columns->middle)
            start_at_bands(&grid, starts);
        else if (!numbers && columns->wide && !columns->number && !columns->header)
            start_at_names_of_rows(&grid, starts);
        else if (!columns->header && !numbers && named)
            memcpy(starts, names, grid.n * sizeof *starts);
        set_rows(&grid, starts);
    }
    return grid_blocks(&grid, page);
}
