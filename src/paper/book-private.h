/**
 * BookPrivate: the inside of a Book, for those who set its parts (book.c, book-table.c).
 */
#pragma once
#include "paper/book.h"

/* mm */
#define BOOK_PAGE_W 210.0
#define BOOK_PAGE_H 297.0
#define BOOK_LEFT   20.0
#define BOOK_TEXT_W 170.0
#define BOOK_BOTTOM 275.0

/* One printed line of a paragraph, ready to be put down. */
typedef struct Strip {
    Line line, marker; /* marker.n 0 = none */
    double x, marker_x, size, pitch, above;
    const BookLine *of; /* the paragraph: the same for all of its lines */
} Strip;

struct Book {
    BookInfo info;
    GPtrArray *pages; /* Scene */
    GPtrArray *words; /* copies of texts and paragraphs */
    Scene *scene;     /* the page being filled */
    double y, right, left;
    double code_end; /* foot of the last code on this page */
    gboolean fresh;  /* nothing on the page yet */
    const BookTable *table;
    gboolean in_rows; /* the table's tag is open on this page */
    char *chip;
    gboolean chip_filled;
};

static inline double
strip_height(const Strip *strip)
{
    return strip->above + strip->pitch;
}

/** Closes the table's tag on this page. */
void book_end_rows(Book *book);
/** The paragraph's lines (Strip), appended; `w` is what they may take. The book keeps its words. */
void book_break_line(Book *book, const BookLine *given, double w, GArray *strips);
/** How many lines from `first` on fit into `room`; *h receives their height. */
guint book_count_fitting(const GArray *strips, guint first, double room, double *h);
/** Lines first … last-1 at `at`; returns where they end. */
double
book_set_strips(Scene *scene, const GArray *strips, guint first, guint last, SceneSpot at);
