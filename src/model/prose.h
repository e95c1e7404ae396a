/**
 * Prose: the Markdown below a charter's keys, read once for its mistakes.
 *
 * Finds the files it links to and what CommonMark would print as it stands. Writes no HTML.
 * Findings go to the LinkBase's list. One thread per LinkBase.
 */
#pragma once
#include "model/fields.h"
#include "model/front.h"
#include "model/link.h"

/**
 * Looks for the body's mistakes, after those of the keys. Returns it, or "" when it is too long. `record`:
 * whose keys are looked for among the prose, where a line --- too early has put them.
 */
const char *prose_check(const LinkBase *links,
                        const Record *record,
                        const Source *source,
                        const Front *front);

/** Reports links to parts of this agency's pages that those do not have. Parts of other agencies' pages are not known. */
void prose_check_fragments(Arena *arena,
                           Agency *agency,
                           const GPtrArray *fragments,
                           DiagList *diags);
