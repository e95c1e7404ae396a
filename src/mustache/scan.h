/**
 * Mustache scanner: where the tags of a template are, and what stands around them.
 *
 * Knows delimiters, sigils, blanks and line ends; knows nothing of what tags
 * mean. A scanner borrows the text; tags point into it. Used while compiling
 * only, by one thread.
 */
#pragma once
#include <glib.h>

enum { MU_MAX_DELIM = 16 };

/** A tag: from … to with its delimiters; the name without blanks around it. */
typedef struct MuTag {
    char sigil; /* one of # ^ / > & ! < $ = {, or 0 */
    gsize from, to;
    const char *name;
    gsize len;
    guint32 line, col;
    gboolean bad; /* the name was reported already */
} MuTag;

typedef enum MuFound { MU_FOUND_TAG, MU_FOUND_END, MU_FOUND_UNCLOSED } MuFound;

typedef struct MuScanner {
    const char *text;
    gsize len, pos; /* everything before pos is dealt with; moved by the caller */
    gboolean flat;  /* no tag ever stands alone on its line */
    const char *open, *close;
    gsize open_len, close_len;
    gsize mark; /* `line` and `col` are of this place */
    guint32 line, col;
} MuScanner;

void mu_scanner_init(MuScanner *s, const char *text, gsize len, guint first_line);

/** Finds the next tag from pos on. MU_FOUND_UNCLOSED: it has no end; its name is the rest. */
MuFound mu_scan_tag(MuScanner *s, MuTag *tag);

/** Takes the delimiters from a {{= =}} tag; FALSE: they make no sense, nothing changes. */
gboolean mu_scan_delimiters(MuScanner *s, const MuTag *tag);

gboolean mu_is_space(char c);

/** Whether only blanks are between the line's start and `at`. They begin at *white, always set. */
gboolean mu_starts_line(const MuScanner *s, gsize at, gsize *white);
/** Whether only blanks are between `at` and the line's end. The next line is at *next, always set. */
gboolean mu_ends_line(const MuScanner *s, gsize at, gsize *next);

/**
 * The indentation from … to of the first line that is not blank, from `pos` on.
 * FALSE: there is none, or a closing tag comes first.
 */
gboolean mu_find_indent(const MuScanner *s, gsize pos, gsize *from, gsize *to);
