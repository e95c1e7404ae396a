/**
 * Book: a document of A4 pages for files and inspections: text that flows, tables, codes, room to paste in.
 *
 * Set in the posters' faces and colours and written by their PDF writer. Paragraphs and rows go on over pages,
 * a table's head is repeated, no word is cut. Knows no charter. A Book borrows the fonts, whose texts must not
 * be trimmed while it lives, and copies the words given to it. One thread.
 */
#pragma once
#include "draw/scene-cairo.h"
#include "paper/style.h"

typedef struct Book Book;

typedef struct BookInfo {
    Fonts *fonts;
    const PosterStyle *style;          /* colours */
    const char *title, *author, *lang; /* of the PDF: "id-ID" */
    const char *foot;                  /* on every page but the first, left of its number */
    SceneLogo *logo;                   /* for book_logo(); NULL = none */
} BookInfo;

typedef enum BookKind {
    BOOK_TITLE,
    BOOK_HEADING, /* begins a part */
    BOOK_QUESTION,
    BOOK_TEXT,
    BOOK_BOLD,
    BOOK_SMALL,
    BOOK_CODE, /* addresses */
    N_BOOK_KINDS
} BookKind;

/* One paragraph: in a cell, or by itself. */
typedef struct BookLine {
    BookKind kind;
    guint level;        /* steps to the right */
    const char *marker; /* "1.", before the text and outside of it; NULL or "" = none */
    const char *text;
    const char *href; /* where it leads; NULL = nowhere */
} BookLine;

enum { BOOK_MAX_COLUMNS = 4 };

typedef struct BookCell {
    const BookLine *lines;
    guint n;
} BookCell;

/* Of one table: widths in parts of the text's, ended by 0; the words of its head. */
typedef struct BookTable {
    double widths[BOOK_MAX_COLUMNS + 1];
    const char *heads[BOOK_MAX_COLUMNS];
} BookTable;

Book *book_new(const BookInfo *info);
void book_free(Book *book);

/** A paragraph. One that is a heading never stands alone at the foot of a page. */
void book_add(Book *book, const BookLine *line);
/** The same with the rest left out: a kind and a text. */
void book_text(Book *book, BookKind kind, const char *text);
/** Room above what follows, not at the head of a page. */
void book_space(Book *book, double mm);
/** A new page, unless this one is empty. */
void book_page(Book *book);
/** A new page when less than `mm` is left. */
void book_need(Book *book, double mm);
/** The number of the page that is being filled, from 1. */
guint book_page_number(const Book *book);

/** What follows keeps free `mm` at the right, until 0 is given. */
void book_narrow(Book *book, double mm);
/** What follows stands `mm` further right, until 0 is given. */
void book_indent(Book *book, double mm);

void book_table_begin(Book *book, const BookTable *table);
/** One cell a column. A row taller than the page goes on on the next. */
void book_row(Book *book, const BookCell *cells);
void book_table_end(Book *book);

/** A square code at the right edge of the page, level with what comes next; `alt` says what it is. */
void book_code(Book *book, double mm, const char *text, const char *alt);
/** What comes next stands below the last code, if that is on this page. */
void book_clear(Book *book);
/** A framed place of this height to paste something in, its label inside at the top. */
void book_frame(Book *book, double mm, const char *label);
/** A short word in a frame, filled or not, before the paragraph that follows. */
void book_chip(Book *book, const char *word, gboolean filled);
/** The logo, `mm` high and no wider than twice that; nothing without one. `alt` says what it is. */
void book_logo(Book *book, double mm, const char *alt);
/** A band of the main colour, `mm` high, over the head of an empty page; what follows stands below it. */
void book_band(Book *book, double mm);

/** Appends the PDF. FALSE and DRAW_ERROR_GLYPH when a word cannot be set; *fault then begins with it. */
gboolean book_append_pdf(Book *book, GByteArray *out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Book, book_free)
