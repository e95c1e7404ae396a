/**
 * Journal: the steps of one publication, written down before the first is done.
 *
 * Lies in the staging folder beside `tree/` (the staged files) and `manifest`.
 * Its name appears only after everything it speaks of is on the disk, so one
 * that can be read can be carried out; every step may be repeated. Knows paths
 * only. One thread.
 */
#pragma once
#include <glib.h>

#define JOURNAL_TREE     "tree"
#define JOURNAL_MANIFEST "manifest"

typedef enum JournalStep {
    JOURNAL_MOVE,   /* tree/PATH to OUT/PATH: a file, or a whole folder that OUT has not */
    JOURNAL_DELETE, /* the file OUT/PATH */
    JOURNAL_RMDIR   /* the folder OUT/PATH, if it is empty now */
} JournalStep;

/* How to carry one out; 0 = for the first time, and nothing counts before it is on the disk. */
enum {
    JOURNAL_AGAIN = 1, /* steps may have been done before */
    JOURNAL_HASTY = 2  /* no sync: what is made can be made anew */
};

typedef struct Journal Journal;

/** Begins a journal in the staging folder `stage`. */
Journal *journal_begin(int stage, GError **error);
void journal_add(Journal *journal, JournalStep step, const char *path);
/** Ends it and frees it. It does not hold until journal_arm(). */
gboolean journal_end(Journal *journal, GError **error);
/** Syncs the file system, unless `hasty`, and makes the journal hold. */
gboolean journal_arm(int stage, gboolean hasty, GError **error);

/**
 * Tells whether `stage` has a journal that holds, is undamaged and stays inside `out`: a folder that
 * was copied from elsewhere may hold one that was made to lead out, by dots or through a link.
 */
gboolean journal_look(int stage, int out, gboolean *armed, GError **error);

/**
 * Carries the journal out: all steps in order, then the manifest takes its place as
 * `manifest_name` in `out`, a sync, and the journal is gone. `how`: JOURNAL_AGAIN, JOURNAL_HASTY.
 */
gboolean
journal_run(int stage, int out, const char *manifest_name, guint how, GError **error);
