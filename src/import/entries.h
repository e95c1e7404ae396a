/**
 * Entries: the blocks of one section as items and sub-items.
 *
 * Reads list marks (list-mark.h) in any nesting, joins wrapped lines, splits
 * "a. … b. … c. …" and "• … • …" written into one item, takes lines without
 * marks for items where their breaks were meant, and keeps what it is not sure
 * of as text of the item before. The words stay whole and in order; only list
 * marks go. What was doubtful is told in `doubts`. Knows no keys. Entries live
 * in the arena. Pure, any thread.
 */
#pragma once
#include "import/block.h"

typedef enum EntryDoubt {
    ENTRY_NUMBERED_TWICE = 1 << 0, /* "a. 1. …": the digits were taken */
    ENTRY_OUT_OF_ORDER = 1 << 1,   /* 1, 2, 4 */
    ENTRY_TOO_DEEP = 1 << 2,       /* a third level: left in the text with its marks */
    ENTRY_SPLIT = 1 << 3,          /* several items stood in one text */
    ENTRY_LINES = 1 << 4,    /* no marks: each line that was broken on purpose is an item */
    ENTRY_HEADLIKE = 1 << 5, /* a line that looks like a heading stands among the items */
    ENTRY_JOINED =
        1 << 7, /* an unmarked line with a capital was taken for the rest of an item */
    ENTRY_STRAY = 1 << 6, /* an unmarked paragraph behind marked items */
} EntryDoubt;

typedef struct Entry Entry;
struct Entry {
    const char *text;  /* without its mark; "" only with children */
    const char *mark;  /* "1." as written, the one that was taken; "" = none, a paragraph */
    guint number;      /* line in the source */
    gboolean group;    /* "A. …" before a list: a heading over the items that follow */
    gboolean headlike; /* looks like a heading */
    const char *const *cells; /* of a table's row, n_cells texts; NULL = no row */
    guint n_cells;
    Entry *children; /* one level only */
    guint n;
};

typedef struct EntryList {
    Entry *items;
    guint n;
    guint doubts; /* EntryDoubt */
} EntryList;

/**
 * Reads a list of blocks. `labels` TRUE: a line "Label: …" or an address begins an item of its own, as
 * contacts are written.
 */
void entries_read(Arena *arena, const BlockList *blocks, gboolean labels, EntryList *out);

/**
 * Cuts the only item of a list, when it has no mark, at the first of these signs (NULL behind the last) that parts it:
 * "KTP; KK; ijazah". At commas only what is no sentence, and three pieces at least.
 */
void entries_cut_signs(Arena *arena, const char *const *signs, EntryList *list);

/** TRUE when a paragraph announces what follows: a group, or without a mark and ending with a colon. */
gboolean entry_is_lead(const Entry *entry);

/** Appends the entry with the marks of its children, as one text. */
void entry_append_whole(const Entry *entry, GString *out);

/**
 * Appends a line to a text: with a space, or without one where the line was broken inside a word, a
 * number or an address ("2-" "14 hari", "perundang-" "undangan", "dishub@contoh." "go.id").
 */
void entries_join(GString *text, const char *line);

/** TRUE when the `len` bytes of a text end with a word after which a sentence goes on: "dan", "ke", "yang", "Nomor". */
gboolean entries_ends_open(const char *text, gsize len);
