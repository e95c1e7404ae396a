/**
 * FsTree: the names in a folder and in all folders below, read by several threads.
 *
 * Asking the system for names and times is most of the work of a build in which
 * nothing changed, and the folders of one depth do not depend on each other.
 * Knows nothing of what the names mean. A tree owns its paths and lists; once
 * made it is constant.
 */
#pragma once
#include "base/fs.h"

typedef struct FsTree FsTree;
struct FsTree {
    char *path;     /* from the folder it began in; "" is that folder itself */
    FsList *list;   /* with stats; NULL: see `error` */
    GError *error;  /* FS_ERROR */
    FsTree **below; /* by entry of the list, NULL for what is no folder or was not entered */
};

/** Whether to go into the folder `name` that lies in `path`. Called by the thread that calls fs_tree_new(). */
typedef gboolean (*FsTreeEnter)(const char *path, const char *name);

/**
 * Lists the folder of the descriptor `dir` and up to `max_depth` levels below, on `jobs` threads
 * (0 = one per core). Links are not followed. Never NULL; what cannot be read has an error.
 */
FsTree *fs_tree_new(int dir, guint max_depth, FsTreeEnter enter, guint jobs);
void fs_tree_free(FsTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FsTree, fs_tree_free)
