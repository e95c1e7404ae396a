#include "publish/tree.h"
#include "base/fs.h"
#include "base/path.h"
#include "publish/journal.h"
#include "publish/tree-private.h"
#include <string.h>

#define STAGING "maklumat-staging"

enum {
    LOCK_TRIES = 5, /* another process may remove the folder just as we open it */
    FILE_MAX = 256 * 1024 * 1024
};

/* Whether a folder with the staging name is ours: it has our lock, or nothing at all. */
static gboolean
is_our_staging(int stage, gboolean *ours, GError **error)
{
    g_autoptr(FsList) list = fs_list(stage, ".", FALSE, error);
    if (list == NULL)
        return FALSE;
    *ours = list->n == 0;
    for (guint i = 0; i < list->n; i++)
        *ours |= strcmp(list->entries[i].name, "lock") == 0;
    return TRUE;
}

typedef struct Staging {
    int dir, lock; /* -1 = not opened */
} Staging;

/* Opens and locks the folder parent/name. staging->dir is -1 when it went away meanwhile. */
static gboolean
lock_staging(Tree *tree, int parent, const char *name, Staging *staging, GError **error)
{
    GError *failure = NULL;
    gboolean ours;
    staging->lock = -1;
    staging->dir = fs_open_dir(parent, name, &failure);
    if (staging->dir < 0 && g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING)) {
        g_error_free(failure);
        return TRUE;
    }
    if (staging->dir < 0) {
        gboolean other = !g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_DIR) &&
                         !g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_FILE);
        if (other) {
            g_propagate_error(error, failure);
            return FALSE;
        }
        g_error_free(failure);
        return tree_fail(tree, error, TREE_ERROR_STAGING, name);
    }
    if (!is_our_staging(staging->dir, &ours, error))
        return FALSE;
    if (!ours)
        return tree_fail(tree, error, TREE_ERROR_STAGING, name);
    staging->lock = fs_lock(staging->dir, "lock", &failure);
    if (staging->lock >= 0)
        return TRUE;
    if (g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING)) {
        g_error_free(failure);
        fs_close_dir(staging->dir);
        staging->dir = -1;
        return TRUE;
    }
    if (!g_error_matches(failure, FS_ERROR, FS_ERROR_EXISTS)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    g_error_free(failure);
    return tree_fail(tree, error, TREE_ERROR_BUSY, tree->out);
}

static gboolean
open_staging(Tree *tree, GError **error)
{
    for (guint i = 0; tree->stage_dir < 0 && i < LOCK_TRIES; i++) {
        GError *failure = NULL;
        if (!fs_mkdir_private(tree->parent_dir, tree->stage_name, &failure) &&
            !g_error_matches(failure, FS_ERROR, FS_ERROR_EXISTS)) {
            g_propagate_error(error, failure);
            return FALSE;
        }
        g_clear_error(&failure);
        Staging staging;
        gboolean fine = lock_staging(tree, tree->parent_dir, tree->stage_name, &staging, error);
        tree->stage_dir = staging.dir;
        tree->lock = staging.lock;
        if (!fine) {
            fs_rmdir(tree->parent_dir, tree->stage_name, NULL); /* only when it is empty */
            return FALSE;
        }
    }
    return tree->stage_dir >= 0 || tree_fail(tree, error, TREE_ERROR_BUSY, tree->out);
}

/* Empties a locked staging folder but for the lock, by which the next build knows it as ours. */
static gboolean
empty_staging(int stage, GError **error)
{
    g_autoptr(FsList) list = fs_list(stage, ".", FALSE, error);
    if (list == NULL)
        return FALSE;
    for (guint i = 0; i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        gboolean lock = strcmp(entry->name, "lock") == 0, folder = entry->stat.kind == FS_DIR;
        if (!lock && !(folder ? fs_remove_tree : fs_unlink)(stage, entry->name, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
remove_staging(int parent, const char *name, int stage, GError **error)
{
    return empty_staging(stage, error) && fs_unlink(stage, "lock", error) &&
           fs_rmdir(parent, name, error);
}

/* Removes what a build left beside OUT that was cut off just when OUT came to be. */
static gboolean
remove_beside(Tree *tree, const char *out, GError **error)
{
    g_autofree char *above = g_path_get_dirname(out), *base = g_path_get_basename(out);
    g_autofree char *name = g_strdup_printf(".%s." STAGING, base);
    int parent = fs_open_dir(FS_CWD, above, NULL);
    Staging staging = {-1, -1};
    FsStat found;
    gboolean fine = TRUE;
    if (parent >= 0 && fs_stat(parent, name, &found, NULL) && found.kind == FS_DIR)
        fine = lock_staging(tree, parent, name, &staging, error) &&
               (staging.dir < 0 || remove_staging(parent, name, staging.dir, error));
    fs_close_dir(staging.dir);
    fs_unlock(staging.lock);
    fs_close_dir(parent);
    return fine;
}

static gboolean
open_place(Tree *tree, GError **error)
{
    TreePlace place;
    gboolean fine = tree_find_place(&tree->options, &place, error);
    if (fine && *place.rest == '\0') {
        tree->out_dir = fs_open_dir(FS_CWD, place.base, error);
        tree->parent_dir = tree->out_dir;
        tree->stage_name = g_strdup("." STAGING);
        fine = tree->out_dir >= 0 && remove_beside(tree, place.base, error);
    } else if (fine) {
        g_autofree char *base = g_path_get_basename(place.rest);
        tree->parent_dir = fs_open_dir(FS_CWD, place.base, error);
        tree->stage_name = g_strdup_printf(".%s." STAGING, base);
        tree->out_path = g_strdup(place.rest);
        fine = tree->parent_dir >= 0;
    }
    tree_place_clear(&place);
    return fine && open_staging(tree, error);
}

/* Finishes what was cut off, then empties the staging folder but for the lock. */
static gboolean
clean_staging(Tree *tree, GError **error)
{
    gboolean holds = FALSE;
    tree->armed = TRUE; /* until we know better */
    if (tree->out_dir >= 0 && !journal_look(tree->stage_dir, tree->out_dir, &holds, error))
        return FALSE;
    if (holds &&
        !journal_run(tree->stage_dir, tree->out_dir, TREE_MANIFEST, JOURNAL_AGAIN, error))
        return FALSE;
    tree->finished = holds;
    tree->armed = FALSE;
    if (!empty_staging(tree->stage_dir, error))
        return FALSE;
    if (!fs_mkdir_p(tree->stage_dir, JOURNAL_TREE, error))
        return FALSE;
    tree->tree_dir = fs_open_dir(tree->stage_dir, JOURNAL_TREE, error);
    return tree->tree_dir >= 0;
}

/* Whether nobody can have published anything here: only names with a dot in front. */
static gboolean
is_new(const Tree *tree, gboolean *new, GError **error)
{
    *new = TRUE;
    if (tree->out_dir < 0)
        return TRUE;
    g_autoptr(FsList) list = fs_list(tree->out_dir, ".", FALSE, error);
    for (guint i = 0; list != NULL && i < list->n; i++)
        *new &= list->entries[i].name[0] == '.';
    return list != NULL;
}

static gboolean
check_draft(Tree *tree, GError **error)
{
    gboolean draft = tree->published != NULL && tree->published->draft, new;
    if (!tree->options.draft)
        return !draft || tree->only == NULL ||
               tree_fail(tree, error, TREE_ERROR_ONLY_DRAFT, tree->out);
    if (draft)
        return TRUE;
    if (!is_new(tree, &new, error))
        return FALSE;
    return (new && tree->published == NULL && !tree->damaged) ||
           tree_fail(tree, error, TREE_ERROR_NOT_DRAFT, tree->out);
}

static Tree *
tree_new(const TreeOptions *options)
{
    Tree *tree = g_new0(Tree, 1);
    tree->options = *options;
    tree->out = g_strdup(options->out);
    tree->only = g_strdup(options->only);
    tree->out_dir = tree->parent_dir = tree->stage_dir = tree->tree_dir = tree->lock = -1;
    tree->options.n_workers = MAX(options->n_workers, 1);
    tree->workers = g_new0(TreeWorker, tree->options.n_workers);
    for (guint i = 0; i < tree->options.n_workers; i++)
        tree->workers[i] = (TreeWorker){.tree = tree,
                                        .dir = g_string_new(NULL),
                                        .stage_dir = -1,
                                        .out_dir = -1,
                                        .added = manifest_new()};
    return tree;
}

Tree *
tree_open(const TreeOptions *options, GError **error)
{
    g_autoptr(Tree) tree = tree_new(options);
    if (options->only != NULL && !manifest_path_is_valid(options->only)) {
        tree_fail(tree, error, TREE_ERROR_PATH, options->only);
        return NULL;
    }
    GError *failure = NULL;
    if (open_place(tree, &failure) && clean_staging(tree, &failure) &&
        (tree->out_dir < 0 || manifest_read(tree->out_dir, TREE_MANIFEST, &tree->published,
                                            &tree->damaged, &failure)) &&
        check_draft(tree, &failure))
        return g_steal_pointer(&tree);
    tree_fail_disk(tree, error, failure);
    return NULL;
}

static void
leave_dir(TreeWorker *worker)
{
    fs_close_dir(worker->stage_dir);
    fs_close_dir(worker->out_dir);
    worker->stage_dir = worker->out_dir = -1;
    worker->inside = worker->looked = FALSE;
}

void
tree_leave_dirs(Tree *tree)
{
    for (guint i = 0; i < tree->options.n_workers; i++)
        leave_dir(&tree->workers[i]);
}

int
tree_folder(const Tree *tree)
{
    return tree->parent_dir;
}

gboolean
tree_ignores_case(const Tree *tree)
{
    return tree != NULL && fs_ignores_case(tree->parent_dir, tree->stage_name);
}

void
tree_free(Tree *tree)
{
    if (tree == NULL)
        return;
    tree_leave_dirs(tree);
    for (guint i = 0; i < tree->options.n_workers; i++) {
        manifest_free(tree->workers[i].added);
        g_string_free(tree->workers[i].dir, TRUE);
    }
    fs_close_dir(tree->tree_dir);
    /* The lock is held, so the folder is ours. What cannot be removed now, the next build removes. */
    if (tree->lock >= 0 && !tree->armed)
        remove_staging(tree->parent_dir, tree->stage_name, tree->stage_dir, NULL);
    fs_unlock(tree->lock);
    fs_close_dir(tree->stage_dir);
    if (tree->parent_dir != tree->out_dir)
        fs_close_dir(tree->parent_dir);
    fs_close_dir(tree->out_dir);
    g_clear_pointer(&tree->published, manifest_free);
    g_free(tree->workers);
    g_free(tree->stage_name);
    g_free(tree->out_path);
    g_free(tree->only);
    g_free(tree->out);
    g_free(tree);
}

gboolean
tree_is_in_scope(const Tree *tree, const char *path)
{
    return tree->only == NULL || path_is_at(path, tree->only);
}

/* Makes the folder of `path` the worker's; returns the name in it. */
static const char *
enter_dir(TreeWorker *worker, const char *path)
{
    const char *slash = strrchr(path, '/');
    gsize len = slash == NULL ? 0 : (gsize)(slash - path);
    if (!worker->inside || worker->dir->len != len ||
        memcmp(worker->dir->str, path, len) != 0) {
        leave_dir(worker);
        g_string_truncate(worker->dir, 0);
        g_string_append_len(worker->dir, path, (gssize)len);
        worker->inside = TRUE;
    }
    return slash == NULL ? path : slash + 1;
}

static const char *
dir_or_dot(const TreeWorker *worker)
{
    return worker->dir->len == 0 ? "." : worker->dir->str;
}

/* Whether a file of that size stands published under `name` in the worker's folder. */
static gboolean
is_in_place(TreeWorker *worker, const char *name, guint64 size)
{
    const Tree *tree = worker->tree;
    FsStat found;
    if (!worker->looked) {
        worker->looked = TRUE;
        worker->out_dir =
            tree->out_dir < 0 ? -1 : fs_open_dir(tree->out_dir, dir_or_dot(worker), NULL);
    }
    return worker->out_dir >= 0 && fs_stat(worker->out_dir, name, &found, NULL) &&
           found.kind == FS_FILE && found.size == size;
}

static gboolean
write_staged(TreeWorker *worker, const char *name, const void *bytes, gsize len, GError **error)
{
    const Tree *tree = worker->tree;
    if (worker->stage_dir < 0) {
        if (worker->dir->len > 0 && !fs_mkdir_p(tree->tree_dir, worker->dir->str, error))
            return FALSE;
        worker->stage_dir = fs_open_dir(tree->tree_dir, dir_or_dot(worker), error);
        if (worker->stage_dir < 0)
            return FALSE;
    }
    return fs_write(worker->stage_dir, name, bytes, len, error);
}

static gboolean
stage_file(TreeWorker *worker, const char *path, const void *bytes, gsize len, GError **error)
{
    const Tree *tree = worker->tree;
    GError *failure = NULL;
    const char *slash = strrchr(path, '/');
    if (write_staged(worker, slash == NULL ? path : slash + 1, bytes, len, &failure))
        return TRUE;
    if (g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_DIR) ||
        g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_FILE)) {
        g_error_free(failure);
        return tree_fail(tree, error, TREE_ERROR_CONFLICT, path);
    }
    return tree_fail_disk(tree, error, failure);
}

/* Says once what becomes of a published file; FALSE when another output has said so before. */
static gboolean
claim(ManifestEntry *entry, ManifestState state)
{
    return g_atomic_int_compare_and_exchange(&entry->state, MANIFEST_OLD, (gint)state) ||
           g_atomic_int_compare_and_exchange(&entry->state, MANIFEST_KEPT, (gint)state);
}

TreeWorker *
tree_worker(Tree *tree, guint number)
{
    g_assert(number < tree->options.n_workers);
    return &tree->workers[number];
}

gboolean
tree_put(TreeWorker *worker, ManifestFile *file, const void *bytes, gsize len, GError **error)
{
    const Tree *tree = worker->tree;
    const char *path = file->path;
    const char *assets = tree->options.assets;
    if (!manifest_path_is_valid(path) ||
        !(tree_is_in_scope(tree, path) || (assets != NULL && path_is_at(path, assets))))
        return tree_fail(tree, error, TREE_ERROR_PATH, path);
    file->size = len;
    file->hash = fs_hash(bytes, len, 0);
    const char *name = enter_dir(worker, path);
    ManifestEntry *entry =
        tree->published == NULL ? NULL : manifest_find(tree->published, path);
    if (entry == NULL) {
        manifest_add(worker->added, file, MANIFEST_NEW);
        return stage_file(worker, path, bytes, len, error);
    }
    gboolean in_place = is_in_place(worker, name, entry->size);
    gboolean same = entry->size == file->size && entry->hash == file->hash;
    ManifestState state = !in_place ? MANIFEST_LOST : same ? MANIFEST_KEPT : MANIFEST_CHANGED;
    if (!claim(entry, state))
        return tree_fail(tree, error, TREE_ERROR_TWICE, path);
    entry->size = file->size;
    entry->hash = file->hash;
    return state == MANIFEST_KEPT || stage_file(worker, path, bytes, len, error);
}

gboolean
tree_put_file(
    TreeWorker *worker, ManifestFile *file, int from_dir, const char *from, GError **error)
{
    gsize len;
    g_autofree char *bytes = fs_read(from_dir, from, FILE_MAX, &len, error);
    return bytes != NULL && tree_put(worker, file, bytes, len, error);
}

/* The published file, when it is in place just as `file` says. */
static ManifestEntry *
find_same(TreeWorker *worker, const ManifestFile *file)
{
    ManifestEntry *entry =
        manifest_find_next(worker->tree->published, file->path, &worker->found);
    if (entry == NULL || entry->size != file->size || entry->hash != file->hash)
        return NULL;
    const char *name = enter_dir(worker, file->path);
    return is_in_place(worker, name, file->size) ? entry : NULL;
}

gboolean
tree_keep(TreeWorker *worker, const ManifestFile *files, guint n_files)
{
    if (worker->tree->published == NULL)
        return n_files == 0;
    g_autofree ManifestEntry **entries = g_new(ManifestEntry *, n_files);
    for (guint i = 0; i < n_files; i++) {
        entries[i] = find_same(worker, &files[i]);
        if (entries[i] == NULL)
            return FALSE;
    }
    for (guint i = 0; i < n_files; i++)
        g_atomic_int_compare_and_exchange(&entries[i]->state, MANIFEST_OLD, MANIFEST_KEPT);
    return TRUE;
}

gboolean
tree_keep_published(TreeWorker *worker, const char *path)
{
    const Tree *tree = worker->tree;
    ManifestEntry *entry =
        tree->published != NULL ? manifest_find(tree->published, path) : NULL;
    if (entry == NULL || !is_in_place(worker, enter_dir(worker, path), entry->size))
        return FALSE;
    g_atomic_int_compare_and_exchange(&entry->state, MANIFEST_OLD, MANIFEST_KEPT);
    return TRUE;
}

gboolean
tree_was_published(const Tree *tree, const char *path)
{
    return tree->published != NULL && manifest_find(tree->published, path) != NULL;
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
tree_deletions(const Tree *tree)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    const Manifest *published = tree->published;
    for (guint i = 0; published != NULL && i < published->dirs->len; i++) {
        const ManifestDir *dir = &g_array_index(published->dirs, ManifestDir, i);
        const char *folder = published->text->str + dir->path;
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            const ManifestEntry *entry = &g_array_index(published->entries, ManifestEntry, k);
            if (entry->state != MANIFEST_OLD)
                continue;
            const char *name = published->text->str + entry->name;
            g_autofree char *path =
                *folder == '\0' ? g_strdup(name) : g_strconcat(folder, "/", name, NULL);
            if (tree_is_in_scope(tree, path))
                g_ptr_array_add(paths, g_steal_pointer(&path));
        }
    }
    g_ptr_array_sort(paths, compare_paths); /* folders come before names that go on with "-" */
    return paths;
}

void
tree_report_clear(TreeReport *report)
{
    g_clear_pointer(&report->strangers, g_ptr_array_unref);
    g_clear_pointer(&report->changes, g_ptr_array_unref);
    *report = (TreeReport){0};
}
