/**
 * PdfPrivate: words with their boxes, and what the files of from-pdf share.
 *
 * All lengths are in the units of the table they came from (points of pdftotext,
 * pixels of tesseract); only ratios are used. Pages count from 1.
 */
#pragma once
#include "import/block.h"

typedef struct PdfWord {
    double x0, y0, x1, y1;
    const char *text;
    guint page;
    guint flags; /* BLOCK_SCANNED; BLOCK_GONE and BLOCK_STRAY: of a head or foot, in no table */
    guint line;  /* running number of the line poppler or tesseract put it in */
    gboolean ruled; /* it stands in a cell of a table that is drawn with lines */
} PdfWord;

/** Words of one line, or of one column of it. */
typedef struct PdfLine {
    double x0, y0, x1, y1;
    double first_width; /* of its first word */
    const char *text;
    const char
        *mark; /* its first word, when that is a list mark with room behind it; "" = none */
    double words_x;        /* where the words behind the mark begin; x0 without one */
    guint page, flags;     /* BLOCK_… */
    PdfWord *const *words; /* n of them */
    guint n;
} PdfLine;

/** A drawn line: y of a level one, x of an upright one; where it runs. */
typedef struct PdfRule {
    double at, from, to;
} PdfRule;

typedef struct PdfRules {
    const PdfRule *items;
    guint n;
} PdfRules;

/** The middle of a small filled mark that is no word: a bullet that is drawn. */
typedef struct PdfDot {
    double x, y;
} PdfDot;

typedef struct PdfPage {
    double width, height;
    guint first, n;  /* words */
    double split;    /* the gap between two columns of text; 0 = one column */
    double left;     /* where the leftmost words begin */
    double right[2]; /* how far words reach left of it, and anywhere */
    PdfRules level, upright;
    const PdfDot *dots; /* n_dots of them */
    guint n_dots;
} PdfPage;

typedef struct PdfText {
    Arena *arena;
    GArray *words;                /* PdfWord, in reading order */
    GArray *pages;                /* PdfPage; [0] is page 1 */
    double line_height, line_gap; /* median height of words, median room between lines */
} PdfText;

/** Reads a table of words as `pdftotext -tsv` and `tesseract … tsv` write it; pages count on from those there are. */
void pdf_text_read(PdfText *text, const char *tsv, gsize len);
void pdf_text_init(PdfText *text, Arena *arena);
void pdf_text_clear(PdfText *text);
/** Medians; call it when all is read. */
void pdf_text_measure(PdfText *text);

/** Copies a text, each column of a folded leaflet as a page of its own; both have been init'ed. */
void pdf_unfold_leaflets(const PdfText *from, PdfText *to);

/** A line of `n` words from `words`, in their order. */
PdfLine pdf_line_of(Arena *arena, PdfWord *const *words, guint n);

/**
 * Paragraphs of lines that stand below each other in one column: a break was meant where the next word
 * would have fitted before `right`. Appends blocks.
 */
void pdf_add_paragraphs(
    const PdfText *text, const PdfLine *lines, guint n, double right, BlockSink *out);

/** Appends the lines (PdfLine) of a page outside of its tables (NULL: all of them), in reading order; feet last. */
void pdf_page_lines(const PdfText *text, guint page, const GArray *areas, GArray *out);
/** Where a line stands on a page in two columns: 1 = left, 2 = right; 0 = across both, or one column. */
guint pdf_line_side(const PdfText *text, const PdfLine *line);
/** Joins list marks whose words are a line of their own on their right with those. */
void pdf_join_marks(const PdfText *text, GArray *lines);

/** Words whose middles are on one height, from left to right. */
typedef struct Visual {
    double y0, y1;
    GPtrArray *words; /* PdfWord, const */
} Visual;

/** The lines of a page by height (Visual), heads and feet left out; g_array_unref() it. */
GArray *pdf_visual_lines(const PdfText *text, guint page);
/** The same of these words (PdfWord), which it sorts. */
GArray *pdf_visual_of(GPtrArray *words);
const Visual *pdf_visual_at(const GArray *lines, guint i);
const PdfWord *pdf_visual_word(const Visual *line, guint i);
/** Whether a word of the line lies in part between x0 and x1; both may be the same. */
gboolean pdf_visual_crosses(const Visual *line, double x0, double x1);

/** The room a table takes on a page. */
typedef struct PdfArea {
    double x0, y0, x1, y1;
    BlockList rows;
} PdfArea;

/** Columns that go on over pages. */
typedef struct PdfColumns {
    guint n; /* of columns, 0 = no table is open */
    double gutters[BLOCKS_MAX_CELLS];
    double
        reach[BLOCKS_MAX_CELLS]; /* how far left each gutter may move: what is free there too */
    double right
        [BLOCKS_MAX_CELLS]; /* how far the words of each column reach on all pages so far */
    guint key;              /* column of the components */
    gboolean wide;          /* one service a row */
    gboolean number;        /* the first column holds numbers */
    gboolean to_end;        /* it reached the end of its page */
    gboolean begun;         /* rows stand on an earlier page */
    gboolean header;        /* these lines are the header: one row */
    gboolean middle;        /* names stand in the middle of their cells */
} PdfColumns;

/** Finds whether the text of a page stands in two columns, and how far it reaches; `table`: one goes on here. */
void pdf_find_columns(PdfText *text, guint page, gboolean table);

/** Lines of a table, first and last. */
typedef struct PdfSpan {
    guint first, last;
} PdfSpan;

/** The rows of a table whose lines (Visual) fit into its columns. */
BlockList pdf_rows(
    const PdfText *text, const GArray *lines, PdfColumns *columns, PdfSpan span, guint page);

/** Finds the tables of a page; `open` is the one of the page before, and what is left open. Areas in `out` (PdfArea). */
void pdf_find_tables(const PdfText *text, guint page, PdfColumns *open, GArray *out);

/** Gives lines (PdfLine) the bullets that are drawn before them. */
void pdf_take_dots(const PdfText *text, GArray *lines);
/** Takes the lines and bullets drawn on each page from pictures (PGM) of all pages, one behind the other. */
void pdf_rules_read(PdfText *text, const char *pictures, gsize len);
/**
 * Finds the tables of a page that are drawn with lines, and marks their words. `columns` (double) holds where those
 * of the last one part, of whatever page. Areas in `out` (PdfArea).
 */
void pdf_ruled_tables(const PdfText *text, guint page, GArray *columns, GArray *out);

/** The whole document as blocks. */
BlockList pdf_layout(PdfText *text);
