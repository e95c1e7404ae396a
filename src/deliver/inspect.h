/**
 * Inspect: whether the site that citizens see is the one that was built.
 *
 * Compares every file of a site's manifest with what a web server gives, or with what lies in a
 * folder. Of a page that differs it tells what leads or loads from elsewhere and was not written
 * by us: that is what an intruder adds. Reads only. What it reads is a stranger's: bounded, and
 * looked at by libxml2 without network.
 */
#pragma once
#include "base/diag.h"

typedef enum InspectKind {
    INSPECT_CHANGED,    /* other bytes */
    INSPECT_MISSING,    /* not there */
    INSPECT_FOREIGN,    /* there, and not ours; folders only */
    INSPECT_REDIRECTED, /* the server sends readers elsewhere: `detail` */
    INSPECT_UNREADABLE, /* why: `detail` */
    N_INSPECT_KINDS
} InspectKind;

typedef struct InspectFinding {
    InspectKind kind;
    char *path;   /* in the site; of a folder with a slash behind */
    char *detail; /* or NULL */
    GPtrArray
        *added; /* of a changed page: "script https://…", "a https://…"; NULL = nothing was */
} InspectFinding;

typedef struct Inspection {
    GArray *findings; /* InspectFinding, in the order of the manifest, foreign ones behind */
    guint n_same;
} Inspection;

typedef struct InspectOptions {
    gboolean pages_only; /* pages, style sheets and scripts; no posters, pictures or data */
    guint jobs;          /* connections at once; 0 = 4 */
    const char *ca_file; /* certificates to trust; NULL = the system's */
    DiagLang lang;       /* of errors */
} InspectOptions;

/**
 * Compares the site built in the folder `site` with what `target` shows: an http or https address, or a
 * folder. FALSE and an error when there is no such site, the folder cannot be read or the server does
 * not answer at all. *inspection is to be cleared in any case.
 */
gboolean inspect_run(const char *site,
                     const char *target,
                     const InspectOptions *options,
                     Inspection *inspection,
                     GError **error);
void inspection_clear(Inspection *inspection);
