/**
 * Draft: a document that was read, as the files an author then checks.
 *
 * Writes charters and instansi.yaml of a Reading by the table of fields, the
 * words as they are; a section that is not there is left out. Where a decision
 * was doubtful a comment "# periksa: …" stands above the key and says what is
 * unsure and what else it could be; actors and branches are proposed as
 * comments ready to be uncommented ("# usul: …"), never written; text that
 * belongs to no component stands under "# tidak ditempatkan:". Pure.
 */
#pragma once
#include "import/reading.h"

/** Where the text came from. */
typedef struct DraftOrigin {
    const char
        *link; /* "/seeds/x.txt" from the project's root; NULL = only its name can be told */
    const char *name;  /* the file's name, fit for showing */
    const char *title; /* the service's name where the text tells none; "" = none */
    const char *note;  /* a doubt about the whole document; NULL = none */
} DraftOrigin;

/** What is told of a charter on the terminal. */
typedef struct DraftReport {
    guint found;    /* bits of the components that are written */
    guint unsure;   /* bits of those with a doubt */
    guint doubts;   /* comments "periksa" */
    guint unplaced; /* paragraphs that belong to no component */
    gboolean decree;
} DraftReport;

/* Where a draft goes. */
typedef struct DraftSink {
    GString *out;
    DraftReport *report;
    DiagList *diags;
} DraftSink;

/** Appends the charter; FALSE, reported, when a text or list is beyond the contract's limits. */
gboolean draft_append_charter(const Reading *reading,
                              const ReadCharter *charter,
                              const DraftOrigin *origin,
                              const DraftSink *sink);

/** Appends instansi.yaml; the page header must have named the agency. */
void draft_append_agency(const ReadAgency *agency, GString *out);
