#include "base/fs-tree.h"
#include "base/work.h"

typedef struct Listing {
    int dir;
    GPtrArray *level; /* FsTree of one depth */
} Listing;

static void
list_one(guint item, guint worker G_GNUC_UNUSED, gpointer data)
{
    const Listing *listing = data;
    FsTree *tree = listing->level->pdata[item];
    tree->list = fs_list(listing->dir, *tree->path ? tree->path : ".", TRUE, &tree->error);
}

/* Makes the folders below that are to be entered (none for a NULL `enter`) and appends them to `next`. */
static void
descend(FsTree *tree, FsTreeEnter enter, GPtrArray *next)
{
    if (tree->list == NULL)
        return;
    tree->below = g_new0(FsTree *, tree->list->n + 1);
    for (guint i = 0; i < tree->list->n; i++) {
        const FsEntry *entry = &tree->list->entries[i];
        if (entry->stat.kind != FS_DIR || enter == NULL || !enter(tree->path, entry->name))
            continue;
        FsTree *below = g_new0(FsTree, 1);
        below->path =
            g_strconcat(tree->path, *tree->path != '\0' ? "/" : "", entry->name, NULL);
        tree->below[i] = below;
        g_ptr_array_add(next, below);
    }
}

FsTree *
fs_tree_new(int dir, guint max_depth, FsTreeEnter enter, guint jobs)
{
    FsTree *root = g_new0(FsTree, 1);
    Listing listing = {dir, g_ptr_array_new()};
    root->path = g_strdup("");
    g_ptr_array_add(listing.level, root);
    for (guint depth = 0; listing.level->len > 0; depth++) {
        GPtrArray *next = g_ptr_array_new();
        work_run(listing.level->len, jobs, list_one, &listing);
        for (guint i = 0; i < listing.level->len; i++)
            descend(listing.level->pdata[i], depth < max_depth ? enter : NULL, next);
        g_ptr_array_unref(listing.level);
        listing.level = next;
    }
    g_ptr_array_unref(listing.level);
    return root;
}

void
fs_tree_free(FsTree *tree)
{
    if (tree == NULL)
        return;
    for (guint i = 0; tree->below != NULL && i < tree->list->n; i++)
        fs_tree_free(tree->below[i]);
    fs_list_free(tree->list);
    g_clear_error(&tree->error);
    g_free(tree->below);
    g_free(tree->path);
    g_free(tree);
}
