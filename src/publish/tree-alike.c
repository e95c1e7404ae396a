#include "base/borrow.h"
#include "base/fs.h"
#include "base/path.h"
#include "publish/tree-private.h"
#include <string.h>

/* ---- a new spelling of an old name ---- */

/* Gives what is there as `old` the letters of `new`, folder by folder; to the disk both are one path, so if it will not, no matter. */
static void
respell(int out, const char *old, const char *new)
{
    g_auto(GStrv) was = g_strsplit(old, "/", -1), is = g_strsplit(new, "/", -1);
    g_autoptr(GString) above = g_string_new(NULL);
    for (guint i = 0; was[i] != NULL && is[i] != NULL; i++) {
        g_autofree char *from = g_strconcat(above->str, was[i], NULL);
        g_string_append(above, is[i]);
        if (strcmp(was[i], is[i]) != 0)
            fs_rename(out, from, out, above->str, NULL);
        g_string_append_c(above, '/');
    }
}

typedef struct Joining {
    Tree *tree;
    const Merged *merged;
    GHashTable *names;     /* char *, owned: in small letters, each folder and file of ours */
    GHashTable *published; /* char * in small letters, owned, to MergedFile */
    GHashTable *paths;     /* MergedFile to its path, owned */
    GHashTable
        *folders; /* char * in small letters, owned, to the published path, of a MergedDir */
} Joining;

static void
note(Joining *joining, const MergedDir *dir, MergedFile *file, GString *path)
{
    merged_path(dir, file->name, path);
    g_autofree char *small = path_small(path->str);
    g_hash_table_add(joining->names, g_strdup(small));
    if (file->entry->state != MANIFEST_NEW)
        g_hash_table_insert(joining->folders, path_small(dir->path), BORROW(dir->path));
    if (file->entry->state != MANIFEST_OLD)
        return;
    g_hash_table_insert(joining->published, g_steal_pointer(&small), file);
    g_hash_table_insert(joining->paths, file, g_strdup(path->str));
}

static void
join(Joining *joining, const MergedDir *dir, MergedFile *file, GString *path)
{
    if (file->entry->state != MANIFEST_NEW)
        return;
    merged_path(dir, file->name, path);
    g_autofree char *small = path_small(path->str), *folder = path_small(dir->path);
    MergedFile *old = g_hash_table_lookup(joining->published, small);
    const char *published = g_hash_table_lookup(joining->folders, folder);
    if (published != NULL)
        respell(joining->tree->out_dir, published, dir->path);
    if (old == NULL)
        return;
    respell(joining->tree->out_dir, g_hash_table_lookup(joining->paths, old), path->str);
    old->entry->state = MANIFEST_FORGET;
    file->entry->state = MANIFEST_CHANGED;
}

static void
each(Joining *joining, void (*func)(Joining *, const MergedDir *, MergedFile *, GString *))
{
    g_autoptr(GString) path = g_string_new(NULL);
    for (guint i = 0; i < joining->merged->dirs->len; i++) {
        const MergedDir *dir = &g_array_index(joining->merged->dirs, MergedDir, i);
        for (guint k = dir->first; k < dir->first + dir->n; k++)
            func(joining, dir, &g_array_index(joining->merged->files, MergedFile, k), path);
    }
}

/* ---- for the commit ---- */

GHashTable *
tree_join_alike(Tree *tree, const Merged *merged)
{
    if (tree->out_dir < 0 || !tree_ignores_case(tree))
        return NULL;
    Joining joining = {tree,
                       merged,
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                       g_hash_table_new_full(NULL, NULL, NULL, g_free),
                       g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (guint i = 0; i < merged->dirs->len; i++)
        g_hash_table_add(joining.names,
                         path_small(g_array_index(merged->dirs, MergedDir, i).path));
    each(&joining, note);
    each(&joining, join);
    g_hash_table_unref(joining.published);
    g_hash_table_unref(joining.paths);
    g_hash_table_unref(joining.folders);
    return joining.names;
}
