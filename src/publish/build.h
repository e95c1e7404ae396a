/**
 * Build: the whole way from a content folder to a published site.
 *
 * publish/build.c reads like the picture in ARCHITECTURE.md: scan, load, audit,
 * render, cards, shared pages, publish. Prints nothing; findings come back as a
 * sorted list, numbers in a report, the environment's trouble as a GError.
 */
#pragma once
#include "base/diag.h"
#include "publish/tree.h"
#include "value/day.h"

typedef struct BuildOptions {
    const char *dir;   /* project folder: holds content/ */
    const char *out;   /* output folder; NULL = dir/public */
    const char *theme; /* a folder, or the name of one in themes/; NULL = as situs.yaml says */
    const char *base_url; /* NULL = as situs.yaml says */
    const char *only;     /* only this folder's outputs; NULL = all */
    guint jobs;           /* 0 = one per core */
    gboolean draft, force, adopt;
    gboolean no_posters; /* make and link none */
    gboolean changes;    /* BuildReport.tree.changes is wanted */
    gboolean check;      /* judge only, write nothing */
    gboolean confine;    /* give up for good what this build does not need (base/confine.h) */
    /* With `draft`: this folder remembers it, and of what cannot be read the pages of the last build
     * stay; nothing waits for the disk. NULL = a draft remembers nothing; other builds remember in dir/.maklumat-cache. */
    const char *memory;
    Date today;          /* check: judges review age by it; {0} = not at all */
    Date day; /* the day the site is made for; {0} = none was given: model/life.h says what then */
    DiagLang lang;       /* of the environment's error messages */
    DiagLevel fail_on;   /* findings from this level on stop a build; never above DIAG_ERROR */
    void (*progress)(gpointer data,
                     guint done,
                     guint total); /* called now and then by one thread; may be NULL */
    gpointer progress_data;
} BuildOptions;

typedef struct BuildReport {
    guint n_agencies, n_services, n_pages, n_posters;
    TreeReport tree;
    gboolean published;
} BuildReport;

/**
 * Builds the site or, with `check`, judges it. TRUE when the way was gone to its end: the
 * findings are in `diags`, sorted, levels as the site sets them; with errors among them (and no
 * `draft`) nothing was published. FALSE and a GError: the environment failed, nothing changed.
 */
gboolean
build_run(const BuildOptions *options, DiagList *diags, BuildReport *report, GError **error);
void build_report_clear(BuildReport *report);
