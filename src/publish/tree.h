/**
 * Tree: brings a set of files into an output folder, whole or not at all.
 *
 * Knows paths, bytes and what an earlier build left (the manifest); knows
 * nothing of charters or pages. Files are staged beside their place on the
 * same file system and renamed at the end in three steps: paths that did not
 * exist, changed ones, deletions. A build that fails changes nothing; one that
 * is cut off while renaming leaves whole pages and working links, and the next
 * tree_open() finishes it. Only files of the manifest are ever deleted;
 * strangers' files stay. A Tree belongs to one thread, but for tree_put(),
 * tree_put_file() and tree_keep(): these may be called from several threads at
 * once, each with a TreeWorker of its own. All errors are the environment's
 * (TREE_ERROR, FS_ERROR), in the language asked for.
 */
#pragma once
#include "base/diag.h"
#include "publish/manifest.h"

typedef struct Tree Tree;

#define TREE_ERROR (tree_error_quark())
GQuark tree_error_quark(void);
typedef enum TreeErrorCode {
    TREE_ERROR_BUSY,       /* another process publishes into the folder */
    TREE_ERROR_HOME,       /* the root, the home folder or one above it */
    TREE_ERROR_FORBIDDEN,  /* a folder of `forbidden`, one above or one inside */
    TREE_ERROR_LINK,       /* a symbolic link that leads out of the folder it is in */
    TREE_ERROR_NOT_DRAFT,  /* a draft over something that is not one */
    TREE_ERROR_ONLY_DRAFT, /* part of a site into a draft */
    TREE_ERROR_IN_THE_WAY, /* strangers' files where new ones belong; `adopt` takes them over */
    TREE_ERROR_UNKNOWN, /* the same when the manifest is damaged: whose they are cannot be said */
    TREE_ERROR_CONFLICT, /* a file where a folder is needed, or the reverse */
    TREE_ERROR_MANY,     /* more deletions than go without `force` */
    TREE_ERROR_PATH,     /* a path that cannot be published */
    TREE_ERROR_TWICE,    /* two outputs of one path */
    TREE_ERROR_STAGING,  /* something that is not ours has the staging folder's name */
    N_TREE_ERRORS
} TreeErrorCode;

enum {
    TREE_MANY_FILES = 50,  /* more deletions than this … */
    TREE_MANY_PERCENT = 30 /* … and more than this part of what is published need `force` */
};

typedef struct TreeOptions {
    const char *out;              /* as the user typed it; need not exist */
    const char *home;             /* the user's home folder, or NULL */
    const char *const *forbidden; /* content and theme folders, ended by NULL; NULL = none */
    const char *only; /* only this folder of OUT is written, and cleaned but for what is kept; NULL = all */
    const char *
        assets; /* this one may gain files all the same, and loses none; NULL = none; outlives the tree */
    gboolean adopt;   /* take over existing files at exactly the planned paths */
    gboolean force;   /* delete however many */
    gboolean draft;   /* OUT must be new or a draft */
    gboolean hasty;   /* no sync: whoever reads OUT can have it made anew */
    gboolean changes; /* TreeReport.changes is wanted */
    guint n_workers;  /* worker numbers are 0 … n_workers-1 */
    DiagLang lang;    /* of error messages */
} TreeOptions;

typedef struct TreeChange {
    ManifestState state; /* MANIFEST_NEW, _CHANGED or _DELETE */
    char path[];
} TreeChange;

typedef struct TreeReport {
    guint n_new, n_changed, n_unchanged, n_removed;
    GPtrArray
        *strangers; /* char *: files and folders (ending in /) of others that stay, sorted */
    GPtrArray *changes; /* TreeChange by folder and name, when they are wanted; else NULL */
    gboolean finished;  /* an interrupted publication was finished first */
    gboolean damaged;   /* the manifest was damaged, so nothing could be deleted */
} TreeReport;

/**
 * Checks the output folder, locks it, finishes an interrupted publication and makes an empty
 * staging folder. NULL and an error otherwise; then nothing has been changed (but for what
 * was finished).
 */
Tree *tree_open(const TreeOptions *options, GError **error);

/** The folder that everything is written below: OUT, or the one that will hold it. Borrowed. */
int tree_folder(const Tree *tree);
/** Whether outputs are one file there whose names differ in capital letters only; FALSE for NULL. */
gboolean tree_ignores_case(const Tree *tree);

/** Ends the work with a tree: what was not committed is dropped and OUT stays as it was. NULL is fine. */
void tree_free(Tree *tree);

/* What one thread has in its hands. */
typedef struct TreeWorker TreeWorker;
/** The worker of that number, borrowed. */
TreeWorker *tree_worker(Tree *tree, guint number);

/**
 * Says what is to be at file->path. Bytes equal to the published ones are not staged. *file
 * receives their size and hash, for tree_keep() in a later build.
 */
gboolean
tree_put(TreeWorker *worker, ManifestFile *file, const void *bytes, gsize len, GError **error);

/** As tree_put() with the bytes of the file from_dir/from. */
gboolean tree_put_file(
    TreeWorker *worker, ManifestFile *file, int from_dir, const char *from, GError **error);

/**
 * Says that these files stay as an earlier build published them. Holds only if each is in the
 * manifest with that size and hash and is in place with that size; FALSE = none is kept, they
 * must be put.
 */
gboolean tree_keep(TreeWorker *worker, const ManifestFile *files, guint n_files);

/** Says that the file published at `path`, whatever it is, stays unless one is put. FALSE: there is none. */
gboolean tree_keep_published(TreeWorker *worker, const char *path);

/** The published files that a commit would delete now: char *, sorted, the caller's. */
GPtrArray *tree_deletions(const Tree *tree);
/** Whether an earlier build published this path. */
gboolean tree_was_published(const Tree *tree, const char *path);

/**
 * Publishes what was put and deletes what was neither put nor kept. On an error before the
 * first rename nothing has changed; on a later one the next tree_open() goes on. *report is
 * filled when it succeeds; tree_report_clear() empties it.
 */
gboolean tree_commit(Tree *tree, TreeReport *report, GError **error);
void tree_report_clear(TreeReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tree, tree_free)
