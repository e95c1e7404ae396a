/**
 * Entries: the lines of one section as items and sub-items.
 *
 * Reads 1. 1) (1) a. a) - and bullets in any nesting, joins wrapped lines,
 * splits "a. … b. … c. …" written into one item, and keeps what it is not sure
 * of as text of the item before. The words stay whole and in order; only list
 * marks go. What was doubtful is told in `doubts`. Knows no keys. Entries live
 * in the arena. Pure, any thread.
 */
#pragma once
#include "import/sippn.h"

typedef enum EntryDoubt {
    ENTRY_NUMBERED_TWICE = 1 << 0, /* "a. 1. …": the digits were taken */
    ENTRY_OUT_OF_ORDER = 1 << 1,   /* 1, 2, 4 */
    ENTRY_TOO_DEEP = 1 << 2,       /* a third level: left in the text with its marks */
    ENTRY_SPLIT = 1 << 3,          /* several items stood in one text */
} EntryDoubt;

typedef struct Entry Entry;
struct Entry {
    const char *text; /* without its mark; "" only with children */
    const char *mark; /* "1." as written, the one that was taken; "" = none, a paragraph */
    guint number;     /* line in the source */
    Entry *children;  /* one level only */
    guint n;
};

typedef struct EntryList {
    Entry *items;
    guint n;
    guint doubts; /* EntryDoubt */
} EntryList;

/**
 * Reads `n` lines. `labels` TRUE: a line "Label: …" or an address begins an item of its own, as
 * contacts are written.
 */
void
entries_read(Arena *arena, const SippnLine *lines, guint n, gboolean labels, EntryList *out);

/** Bytes of the list mark a text begins with, and the space behind it; 0 = none. */
gsize entries_mark_len(const char *text);

/** TRUE when a paragraph announces what follows: it has no mark and ends with a colon. */
gboolean entry_is_lead(const Entry *entry);

/** Appends the entry with the marks of its children, as one text. */
void entry_append_whole(const Entry *entry, GString *out);
