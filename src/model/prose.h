/**
 * Prose: the Markdown below a charter's keys, read once for its mistakes.
 *
 * Finds the files it links to, the ids of its headings and what CommonMark would print
 * as it stands. Writes no HTML that is kept. Findings go to the LinkBase's list; ids live
 * in its arena. One thread per LinkBase.
 */
#pragma once
#include "model/fields.h"
#include "model/link.h"

/** The ids of the headings in `body`, NULL-ended; never NULL. The same as pages have. */
const char *const *prose_headings(Arena *arena, const char *body);

/**
 * Reads the body, which begins at `line` of the source. Returns it, or "" when it is too long. `record`:
 * whose keys are looked for among the prose, where a line --- too early has put them.
 */
const char *prose_check(const LinkBase *links,
                        const Record *record,
                        const Source *source,
                        const char *body,
                        guint line);

/** Reports links to parts of this agency's pages that those do not have. Parts of other agencies' pages are not known. */
void prose_check_fragments(const Agency *agency, const GPtrArray *fragments, DiagList *diags);
