/** EntriesPrivate: items being built, what the files of entries-* share. */
#pragma once
#include "import/entries.h"
#include "import/list-mark.h"

enum { MAX_LEVELS = 3 /* of lists in lists */ };

typedef struct Node Node;
struct Node {
    GString *text;
    ListMark mark;
    const char *written; /* the mark as written */
    guint number;
    gboolean group, headlike;
    const Block *row;    /* a table's row; NULL = none */
    GPtrArray *children; /* Node */
};

typedef struct Builder {
    Arena *arena;
    GPtrArray *top;
    ListMark levels
        [MAX_LEVELS]; /* last marks of the lists that are open; the third stays in the text */
    guint n_levels;
    guint capital[2];         /* values of the last "A. …" and "I. …" */
    Node *open;               /* where continuation goes; NULL = nowhere yet */
    const Block *last, *next; /* the block above and the one below; NULL = none */
    guint doubts;
    guint width; /* characters of the longest line */
    guint depth; /* of its outermost items, as their source nests them; 0 = not told */
    gboolean labels, marked;
    gboolean numbered; /* its tables have a column of row numbers: entries_rows_count() */
    gboolean small; /* all its lines begin with a small letter, which then tells nothing */
    gboolean
        led; /* it begins with an unmarked line over a list, and has more of them: names of groups */
} Builder;

/* How an entry stands in the document. */
typedef struct Written {
    ListMark mark;
    const char *line; /* it begins, mark and all */
    guint number;     /* of the block */
} Written;

Node *entry_node_new(Arena *arena, const char *text, gsize len, Written written);
void entry_node_free(gpointer node);

/** Cuts texts that hold several items apart: "a. … b. …", "• … • …", "- … - …". */
void entries_split(Builder *b);

/** The blocks with bare numbers, "1 Surat permohonan", "2 KTP", as marks, when they count from 1 on; else the same. */
BlockList entries_mark_bare(Builder *b, const BlockList *blocks);

/** The number alone in the first cell of a row, before words with a capital; 0 = none. */
guint entries_row_number(const Block *row);
/** Whether those numbers count from 1 on, anew in a second table: "1, 1" and "2, 3" are numbers of copies. */
gboolean entries_rows_count(const BlockList *blocks);
