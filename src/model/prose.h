/**
 * Prose: the Markdown below a charter's keys, read once for its mistakes.
 *
 * Finds the files it links to, the ids of its headings and what CommonMark would print
 * as it stands. Writes no HTML that is kept. Findings go to the LinkBase's list; ids live
 * in its arena. One thread per LinkBase.
 */
#pragma once
#include "model/fields.h"
#include "model/front.h"
#include "model/link.h"
#include "text/markdown.h"

/** A body that is being read. On the stack, between prose_open() and prose_close(). */
typedef struct Prose {
    const Source *source;
    const char *body; /* borrowed */
    guint line;       /* of the source, where it begins */
    Markdown *read;   /* NULL: empty or too long */
} Prose;

void prose_open(Prose *prose, const Source *source, const Front *front);
void prose_close(Prose *prose);

/** The ids of the headings, NULL-ended; never NULL. The same as pages have. */
const char *const *prose_headings(Arena *arena, const Prose *prose);

/**
 * Looks for the body's mistakes, last. Returns it, or "" when it is too long. `record`:
 * whose keys are looked for among the prose, where a line --- too early has put them.
 */
const char *prose_check(const LinkBase *links, const Record *record, Prose *prose);

/** Reports links to parts of this agency's pages that those do not have. Parts of other agencies' pages are not known. */
void prose_check_fragments(const Agency *agency, const GPtrArray *fragments, DiagList *diags);
