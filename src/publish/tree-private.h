/**
 * What the files tree-*.c share: the inside of a Tree. Nobody else includes this.
 */
#pragma once
#include "publish/tree.h"

#define TREE_MANIFEST ".maklumat"

/** What one thread keeps: the folder it is in and the new files it has staged. */
struct TreeWorker {
    Tree *tree;
    GString *dir;    /* folder of the descriptors below */
    gboolean inside; /* dir is meaningful */
    int stage_dir;   /* that folder in staging, -1 = not opened yet */
    int out_dir;     /* that folder in OUT, -1 = not there */
    gboolean looked; /* out_dir is known */
    ManifestPlace found;
    Manifest *added;
};

struct Tree {
    TreeOptions options; /* texts are not kept but for `only`, `out` and `assets` */
    char *out, *only;
    int out_dir;    /* -1 = OUT does not exist yet */
    int parent_dir; /* folder that holds the staging folder */
    char *out_path; /* of OUT below parent_dir when it does not exist */
    char *stage_name;
    int stage_dir, tree_dir, lock;
    gboolean armed; /* a journal holds: the staging folder must stay */
    gboolean finished, damaged;
    Manifest *published; /* NULL = none, or damaged */
    TreeWorker *workers;
};

/** Where OUT is: `base` exists, `rest` is what is still missing below it ("" = OUT is there). */
typedef struct TreePlace {
    char *base, *rest;
} TreePlace;

gboolean tree_find_place(const TreeOptions *options, TreePlace *place, GError **error);
void tree_place_clear(TreePlace *place);

/** Sets TREE_ERROR `code` with its words about `subject`. Returns FALSE. */
gboolean tree_fail(const Tree *tree, GError **error, TreeErrorCode code, const char *subject);
gboolean tree_fail_in(DiagLang lang, GError **error, TreeErrorCode code, const char *subject);

/** Puts the output folder's name before an FS_ERROR about something in it. Returns FALSE. */
gboolean tree_fail_disk(const Tree *tree, GError **error, GError *failure);

/** Whether this build is about `path` (a file or folder below OUT). */
gboolean tree_is_in_scope(const Tree *tree, const char *path);
/** Closes what workers hold open. */
void tree_leave_dirs(Tree *tree);

/**
 * Where OUT lies on such a file system: what was published in other capital letters gets those it has now and is no
 * longer both new and to be deleted. Every folder and file of ours by path_small(), the caller's; NULL
 * where letters are told apart, or OUT does not exist.
 */
GHashTable *tree_join_alike(Tree *tree, const Merged *merged);
