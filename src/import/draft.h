/**
 * Draft: an export as the files an author then checks.
 *
 * Writes the charter and instansi.yaml of a Sippn by the table of fields, the
 * words as they are: no actor and no branch is guessed, a section that is not
 * there is left out. Where a decision was doubtful a comment "# periksa: …"
 * stands above the key and says what and why; text that belongs to no
 * component becomes Markdown below. Pure.
 */
#pragma once
#include "import/sippn.h"

/** Where the text came from, for `sumber`. */
typedef struct DraftOrigin {
    const char
        *link; /* "/seeds/x.txt" from the project's root; NULL = only its name can be told */
    const char *name; /* the file's name, fit for showing */
} DraftOrigin;

/** Appends the charter; FALSE, reported, when a text or list is beyond the contract's limits. */
gboolean draft_append_charter(const Sippn *sippn,
                              const DraftOrigin *origin,
                              GString *out,
                              DiagList *diags);

/** Appends instansi.yaml; the page header must have named the agency. */
void draft_append_agency(const SippnAgency *agency, GString *out);
