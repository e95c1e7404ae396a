#include "paper/book-private.h"
#include <string.h>

static const double CELL_PAD = 1.6;

static guint
n_columns(const BookTable *table)
{
    guint n = 0;
    while (n < BOOK_MAX_COLUMNS && table->widths[n] > 0)
        n++;
    return n;
}

static double
column_width(const Book *book, guint i)
{
    double all = 0;
    for (guint k = 0; k < n_columns(book->table); k++)
        all += book->table->widths[k];
    return (BOOK_TEXT_W - book->left - book->right) * book->table->widths[i] / all;
}

typedef struct Row {
    guint n; /* columns */
    GArray *strips[BOOK_MAX_COLUMNS];
    guint done[BOOK_MAX_COLUMNS];
    gboolean is_head;
} Row;

/* The most that fits of each cell, at least a line of each on an empty page; returns the slice's height, 0 for nothing. */
static double
measure_slice(const Book *book, const Row *row, double room, guint *counts)
{
    double tallest = 0;
    gboolean some = FALSE, left = FALSE;
    for (guint i = 0; i < row->n; i++) {
        double h;
        counts[i] = book_count_fitting(row->strips[i], row->done[i], room - 2 * CELL_PAD, &h);
        if (counts[i] == 0 && book->fresh && row->done[i] < row->strips[i]->len) {
            counts[i] = 1;
            h = strip_height(&g_array_index(row->strips[i], Strip, row->done[i]));
        }
        some |= counts[i] > 0;
        left |= row->done[i] < row->strips[i]->len;
        tallest = MAX(tallest, h);
    }
    return some || !left ? tallest + 2 * CELL_PAD : 0;
}

static void
draw_slice(Book *book, Row *row, const guint *counts, double h)
{
    Scene *scene = book->scene;
    SceneColor edge = SCENE_RGB(book->info.style->muted);
    double x = BOOK_LEFT + book->left;
    scene_begin(scene, TAG_ROW, NULL);
    for (guint i = 0; i < row->n; i++) {
        double w = column_width(book, i);
        SceneItem *box = scene_rect(scene, (SceneBox){x, book->y, w, h}, 0);
        box->stroke = edge;
        box->stroke_mm = 0.25;
        if (row->is_head)
            box->fill = SCENE_RGB(book->info.style->tint);
        scene_begin(scene, row->is_head ? TAG_HEAD : TAG_CELL, NULL);
        if (counts[i] > 0)
            g_array_index(row->strips[i], Strip, row->done[i]).above = 0;
        book_set_strips(scene, row->strips[i], row->done[i], row->done[i] + counts[i],
                        (SceneSpot){x + CELL_PAD, book->y + CELL_PAD});
        scene_end(scene);
        row->done[i] += counts[i];
        x += w;
    }
    scene_end(scene);
    book->y += h;
    book->fresh = FALSE;
}

static gboolean
is_whole(const Row *row)
{
    for (guint i = 0; i < row->n; i++)
        if (row->done[i] < row->strips[i]->len)
            return FALSE;
    return TRUE;
}

static void
break_row(Book *book, const BookCell *cells, Row *row)
{
    for (guint i = 0; i < row->n; i++) {
        row->strips[i] = g_array_new(FALSE, TRUE, sizeof(Strip));
        for (guint k = 0; k < cells[i].n; k++)
            book_break_line(book, &cells[i].lines[k], column_width(book, i) - 2 * CELL_PAD,
                            row->strips[i]);
    }
}

static void
free_row(Row *row)
{
    for (guint i = 0; i < BOOK_MAX_COLUMNS; i++)
        g_clear_pointer(&row->strips[i], g_array_unref);
}

static void
set_head(Book *book)
{
    BookLine lines[BOOK_MAX_COLUMNS];
    BookCell cells[BOOK_MAX_COLUMNS];
    Row row = {.is_head = TRUE, .n = n_columns(book->table)};
    guint counts[BOOK_MAX_COLUMNS];
    for (guint i = 0; i < row.n; i++) {
        lines[i] = (BookLine){.kind = BOOK_BOLD, .text = book->table->heads[i]};
        cells[i] = (BookCell){&lines[i], 1};
    }
    break_row(book, cells, &row);
    scene_begin(book->scene, TAG_TABLE, NULL);
    book->in_rows = TRUE;
    double h = measure_slice(book, &row, BOOK_PAGE_H, counts);
    draw_slice(book, &row, counts, h);
    free_row(&row);
}

void
book_table_begin(Book *book, const BookTable *table)
{
    book->table = table;
    book_space(book, 1.5);
    book_need(book, 30);
}

void
book_row(Book *book, const BookCell *cells)
{
    Row row = {.is_head = FALSE, .n = n_columns(book->table)};
    guint counts[BOOK_MAX_COLUMNS];
    break_row(book, cells, &row);
    do {
        double h;
        if (!book->in_rows)
            set_head(book);
        h = measure_slice(book, &row, BOOK_BOTTOM - book->y, counts);
        /* A few lines at the foot of a page are worth less than a row in one piece. */
        guint whole[BOOK_MAX_COLUMNS];
        double all = measure_slice(book, &row, 1e6, whole);
        gboolean torn = memcmp(whole, counts, row.n * sizeof *whole) != 0;
        if (h <= 0 || (torn && all < 60 && BOOK_BOTTOM - book->y < 60))
            book_page(book);
        else
            draw_slice(book, &row, counts, h);
    } while (!is_whole(&row));
    free_row(&row);
}

void
book_table_end(Book *book)
{
    book_end_rows(book);
    book->table = NULL;
    book_space(book, 2);
}
