#include "base/fs.h"
#include "base/path.h"
#include "base/sort.h"
#include "publish/journal.h"
#include "publish/tree-private.h"
#include <string.h>

enum { NAMED_PATHS = 5 }; /* as many an error message names */

/* A commit on its way from what was put to the steps that publish it. */
typedef struct Commit {
    Tree *tree;
    Merged *merged;
    TreeReport *report;
    GString *path;          /* scratch */
    GPtrArray *in_the_way;  /* char *: strangers' files where new ones belong */
    GHashTable *alike;      /* of tree_join_alike(), or NULL */
    guint n_ours, n_forget; /* published files this build is about; those found gone */
} Commit;

/* How late a new file goes out: what pages need before the pages, the way in last. */
typedef enum Turn { TURN_OTHER, TURN_PAGE, TURN_HOME, N_TURNS } Turn;

static MergedDir *
dir_at(const Commit *commit, guint i)
{
    return &g_array_index(commit->merged->dirs, MergedDir, i);
}

static MergedFile *
file_at(const Commit *commit, guint i)
{
    return &g_array_index(commit->merged->files, MergedFile, i);
}

static const char *
path_of(const Commit *commit, const MergedDir *dir, const char *name)
{
    merged_path(dir, name, commit->path);
    return commit->path->str;
}

static gboolean
merge(Commit *commit, GError **error)
{
    Tree *tree = commit->tree;
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    if (tree->published != NULL)
        g_ptr_array_add(parts, tree->published);
    for (guint i = 0; i < tree->options.n_workers; i++)
        g_ptr_array_add(parts, tree->workers[i].added);
    commit->merged = merged_new((Manifest *const *)parts->pdata, parts->len);
    return commit->merged->twice == NULL ||
           tree_fail(tree, error, TREE_ERROR_TWICE, commit->merged->twice);
}

/* Counts, folder by folder from the leaves up, what stays, comes and was there. */
static void
count(Commit *commit)
{
    for (guint i = commit->merged->dirs->len; i-- > 0;) {
        MergedDir *dir = dir_at(commit, i);
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            MergedFile *file = file_at(commit, k);
            ManifestEntry *entry = file->entry;
            gboolean ours = commit->tree->only == NULL ||
                            tree_is_in_scope(commit->tree, path_of(commit, dir, file->name));
            if (entry->state == MANIFEST_OLD && !ours)
                entry->state = MANIFEST_KEPT;
            else if (entry->state == MANIFEST_KEPT)
                commit->report->n_unchanged++;
            dir->n_old += entry->state != MANIFEST_NEW;
            commit->n_ours += ours && entry->state != MANIFEST_NEW;
            dir->n_live += manifest_state_is_live(entry->state) ? 1 : 0;
            if (manifest_state_is_staged(entry->state)) {
                dir->n_staged++;
                dir->pages |= g_str_has_suffix(file->name, ".html");
            }
        }
        if (i > 0) {
            MergedDir *parent = dir_at(commit, dir->parent);
            parent->n_old += dir->n_old;
            parent->n_live += dir->n_live;
            parent->n_staged += dir->n_staged;
            parent->pages |= dir->pages;
        }
    }
}

/* Our file of the folder's own name, of this build or an earlier one; NULL = there is none. */
static const MergedFile *
namesake(const Commit *commit, const MergedDir *dir)
{
    const char *slash = strrchr(dir->path, '/');
    return merged_find_file(commit->merged, dir_at(commit, dir->parent),
                            slash == NULL ? dir->path : slash + 1);
}

/* Whether a folder of ours goes because it, or one above it, is to be a file. */
static gboolean
folder_makes_way(const Commit *commit, const MergedDir *dir)
{
    for (; dir->n_live == 0 && *dir->path != '\0'; dir = dir_at(commit, dir->parent)) {
        const MergedFile *file = namesake(commit, dir);
        if (file != NULL && manifest_state_is_live(file->entry->state))
            return TRUE;
    }
    return FALSE;
}

/* Whether a file of ours goes because its name, or that of a folder it lies in, is to be of the other kind. */
static gboolean
file_makes_way(const Commit *commit, const MergedDir *dir, const MergedFile *file)
{
    if (file->entry->state != MANIFEST_DELETE)
        return FALSE;
    const MergedDir *below = merged_find_dir(commit->merged, path_of(commit, dir, file->name));
    return (below != NULL && below->n_live > 0) || folder_makes_way(commit, dir);
}

/* Among what is to be there: no name is both a file and a folder. */
static gboolean
check_names(const Commit *commit, GError **error)
{
    for (guint i = 1; i < commit->merged->dirs->len; i++) {
        const MergedDir *dir = dir_at(commit, i);
        const MergedFile *file = namesake(commit, dir);
        if (dir->n_live > 0 && file != NULL && manifest_state_is_live(file->entry->state))
            return tree_fail(commit->tree, error, TREE_ERROR_CONFLICT, dir->path);
    }
    return TRUE;
}

/* Decides about one of our files, given what stands under its name in OUT. */
static gboolean
meet(Commit *commit, const MergedDir *dir, MergedFile *file, FsKind kind, GError **error)
{
    ManifestEntry *entry = file->entry;
    if (entry->state == MANIFEST_OLD) {
        gboolean there = kind == FS_FILE || kind == FS_LINK;
        entry->state = there ? MANIFEST_DELETE : MANIFEST_FORGET;
        *(there ? &commit->report->n_removed : &commit->n_forget) += 1;
        return TRUE;
    }
    if (kind == FS_DIR && manifest_state_is_live(entry->state)) {
        const char *path = path_of(commit, dir, file->name);
        const MergedDir *below = merged_find_dir(commit->merged, path);
        if (below == NULL || below->n_live > 0 || below->n_old == 0)
            return tree_fail(commit->tree, error, TREE_ERROR_CONFLICT, path);
        kind = FS_NONE; /* a folder of ours, gone by then */
    }
    if (kind == FS_NONE && entry->state == MANIFEST_CHANGED) {
        entry->state = MANIFEST_LOST;
    } else if (kind != FS_NONE && entry->state == MANIFEST_LOST) {
        entry->state = MANIFEST_CHANGED;
    } else if (kind != FS_NONE && entry->state == MANIFEST_NEW) {
        if (!commit->tree->options.adopt)
            g_ptr_array_add(commit->in_the_way, g_strdup(path_of(commit, dir, file->name)));
        entry->state = MANIFEST_CHANGED;
    }
    return TRUE;
}

/* Whether a name is ours in other capital letters, which the disk takes for it. */
static gboolean
is_alike(const Commit *commit, const char *path)
{
    g_autofree char *name = commit->alike != NULL ? path_small(path) : NULL;
    return name != NULL && g_hash_table_contains(commit->alike, name);
}

/* A name in OUT that no manifest has: a folder on the way to our files, or a stranger. */
static gboolean
meet_other(Commit *commit, guint dir_index, const FsEntry *found, GError **error)
{
    const MergedDir *dir = dir_at(commit, dir_index);
    if (dir_index == 0 && g_str_has_prefix(found->name, TREE_MANIFEST))
        return TRUE;
    const MergedDir *below = merged_find_dir(commit->merged, path_of(commit, dir, found->name));
    if (found->stat.kind == FS_DIR && below != NULL)
        return TRUE;
    if (below != NULL && below->n_live > 0)
        return tree_fail(commit->tree, error, TREE_ERROR_CONFLICT, below->path);
    if (folder_makes_way(commit, dir))
        return tree_fail(commit->tree, error, TREE_ERROR_CONFLICT, commit->path->str);
    if (is_alike(commit, commit->path->str))
        return TRUE;
    g_ptr_array_add(
        commit->report->strangers,
        g_strconcat(commit->path->str, found->stat.kind == FS_DIR ? "/" : "", NULL));
    return TRUE;
}

/* Whether a folder of that name may be a stranger's where a deleted file of ours was. */
static gboolean
meet_listed(
    Commit *commit, guint dir_index, MergedFile *file, const FsEntry *found, GError **error)
{
    if (!meet(commit, dir_at(commit, dir_index), file, found->stat.kind, error))
        return FALSE;
    return file->entry->state != MANIFEST_FORGET || meet_other(commit, dir_index, found, error);
}

/* What stands under a name that was not listed: nothing, or, where the disk ignores case, the same in other letters. */
static FsKind
kind_unlisted(const Commit *commit, const MergedDir *dir, const MergedFile *file)
{
    FsStat stat = {.kind = FS_NONE};
    if (commit->alike != NULL)
        fs_stat(commit->tree->out_dir, path_of(commit, dir, file->name), &stat, NULL);
    return stat.kind;
}

/* Compares the names in one folder of OUT with the files we know there; both are sorted. */
static gboolean
meet_all(Commit *commit, guint dir_index, const FsList *list, GError **error)
{
    const MergedDir *dir = dir_at(commit, dir_index);
    guint k = dir->first, end = dir->first + dir->n, i = 0;
    guint n_found = list == NULL ? 0 : list->n;
    while (k < end || i < n_found) {
        const FsEntry *found = i < n_found ? &list->entries[i] : NULL;
        MergedFile *file = k < end ? file_at(commit, k) : NULL;
        int order = i >= n_found ? -1 : k >= end ? 1 : strcmp(file->name, found->name);
        gboolean fine = order < 0
                            ? meet(commit, dir, file, kind_unlisted(commit, dir, file), error)
                        : order > 0 ? meet_other(commit, dir_index, found, error)
                                    : meet_listed(commit, dir_index, file, found, error);
        if (!fine)
            return FALSE;
        k += order <= 0;
        i += order >= 0;
    }
    return TRUE;
}

/* Lists one folder of OUT; *list stays NULL when there is none. */
static gboolean
list_dir(const Commit *commit, const MergedDir *dir, FsList **list, GError **error)
{
    if (commit->tree->out_dir < 0 || !dir_at(commit, dir->parent)->exists)
        return TRUE;
    GError *failure = NULL;
    *list =
        fs_list(commit->tree->out_dir, *dir->path == '\0' ? "." : dir->path, FALSE, &failure);
    if (*list != NULL)
        return TRUE;
    gboolean other = g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_DIR) ||
                     g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_FILE);
    const MergedFile *file = other ? namesake(commit, dir) : NULL;
    gboolean ours = file != NULL && file->entry->state == MANIFEST_DELETE;
    if (other && !ours && dir->n_live > 0) {
        g_error_free(failure);
        return tree_fail(commit->tree, error, TREE_ERROR_CONFLICT, dir->path);
    }
    if (other || g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING)) {
        g_error_free(failure);
        return TRUE;
    }
    g_propagate_error(error, failure);
    return FALSE;
}

/* Looks at every folder of OUT that has or will have files of ours. Parents come first. */
static gboolean
survey(Commit *commit, GError **error)
{
    dir_at(commit, 0)->exists = commit->tree->out_dir >= 0;
    for (guint i = 0; i < commit->merged->dirs->len; i++) {
        g_autoptr(FsList) list = NULL;
        if (!list_dir(commit, dir_at(commit, i), &list, error))
            return FALSE;
        dir_at(commit, i)->exists = list != NULL;
        if (!meet_all(commit, i, list, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
refuse_in_the_way(const Commit *commit, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);
    guint n = commit->in_the_way->len;
    for (guint i = 0; i < MIN(n, NAMED_PATHS); i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "",
                               (const char *)commit->in_the_way->pdata[i]);
    if (n > NAMED_PATHS)
        g_string_append_printf(names, ", … (+%u)", n - NAMED_PATHS);
    return tree_fail(commit->tree, error,
                     commit->tree->damaged ? TREE_ERROR_UNKNOWN : TREE_ERROR_IN_THE_WAY,
                     names->str);
}

static gboolean
check_limits(const Commit *commit, GError **error)
{
    const TreeReport *report = commit->report;
    if (commit->in_the_way->len > 0)
        return refuse_in_the_way(commit, error);
    if (commit->tree->options.force || report->n_removed <= TREE_MANY_FILES ||
        (guint64)report->n_removed * 100 <= (guint64)commit->n_ours * TREE_MANY_PERCENT)
        return TRUE;
    g_autofree char *numbers = g_strdup_printf("%u/%u", report->n_removed, commit->n_ours);
    return tree_fail(commit->tree, error, TREE_ERROR_MANY, numbers);
}

static Turn
turn_of(const MergedDir *dir, const char *name)
{
    if (*dir->path == '\0' && strcmp(name, "index.html") == 0)
        return TURN_HOME;
    return g_str_has_suffix(name, ".html") ? TURN_PAGE : TURN_OTHER;
}

/* Moves into place what was not there: files of existing folders, and new folders as a whole; those that are one to the disk
 * (`moved`, when it ignores case) once. */
static void
write_new(const Commit *commit, Turn turn, GHashTable *moved, Journal *journal)
{
    for (guint i = 0; i < commit->merged->dirs->len; i++) {
        const MergedDir *dir = dir_at(commit, i);
        if (!dir->exists) {
            gboolean whole = dir_at(commit, dir->parent)->exists && dir->n_staged > 0;
            if (whole && turn == (dir->pages ? TURN_PAGE : TURN_OTHER) &&
                (moved == NULL || g_hash_table_add(moved, path_small(dir->path))))
                journal_add(journal, JOURNAL_MOVE, dir->path);
            continue;
        }
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            const MergedFile *file = file_at(commit, k);
            gint state = file->entry->state;
            if ((state == MANIFEST_NEW || state == MANIFEST_LOST) &&
                turn_of(dir, file->name) == turn)
                journal_add(journal, JOURNAL_MOVE, path_of(commit, dir, file->name));
        }
    }
}

static void
write_changed(const Commit *commit, Journal *journal)
{
    for (guint i = 0; i < commit->merged->dirs->len; i++) {
        const MergedDir *dir = dir_at(commit, i);
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            const MergedFile *file = file_at(commit, k);
            if (file->entry->state == MANIFEST_CHANGED)
                journal_add(journal, JOURNAL_MOVE, path_of(commit, dir, file->name));
        }
    }
}

/* Deletions, and the folders that lose their last file by them, the inner ones first. Those that make way
 * for a name of the other kind come before everything else, the rest at the end. */
static void
write_deletions(const Commit *commit, gboolean making_way, Journal *journal)
{
    for (guint i = 0; i < commit->merged->dirs->len; i++) {
        const MergedDir *dir = dir_at(commit, i);
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            const MergedFile *file = file_at(commit, k);
            if (file->entry->state == MANIFEST_DELETE &&
                file_makes_way(commit, dir, file) == making_way)
                journal_add(journal, JOURNAL_DELETE, path_of(commit, dir, file->name));
        }
    }
    for (guint i = commit->merged->dirs->len; i-- > 1;) {
        const MergedDir *dir = dir_at(commit, i);
        if (dir->exists && dir->n_live == 0 && dir->n_old > 0 &&
            folder_makes_way(commit, dir) == making_way)
            journal_add(journal, JOURNAL_RMDIR, dir->path);
    }
}

static gboolean
write_journal(const Commit *commit, GError **error)
{
    Journal *journal = journal_begin(commit->tree->stage_dir, error);
    if (journal == NULL)
        return FALSE;
    g_autoptr(GHashTable) moved =
                  commit->alike != NULL
                      ? g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)
                      : NULL;
    write_deletions(commit, TRUE, journal);
    for (Turn turn = 0; turn < N_TURNS; turn++)
        write_new(commit, turn, moved, journal);
    write_changed(commit, journal);
    write_deletions(commit, FALSE, journal);
    return journal_end(journal, error);
}

static gboolean
write_manifest(const Commit *commit, int dir, const char *name, GError **error)
{
    return merged_write(commit->merged, commit->tree->options.draft, dir, name, error);
}

/* OUT does not exist: the staged files become it with one rename. */
static gboolean
publish_whole(const Commit *commit, GError **error)
{
    const Tree *tree = commit->tree;
    g_autofree char *above = g_path_get_dirname(tree->out_path);
    return write_manifest(commit, tree->tree_dir, TREE_MANIFEST, error) &&
           (tree->options.hasty || fs_sync(tree->stage_dir, error)) &&
           (strcmp(above, ".") == 0 || fs_mkdir_p(tree->parent_dir, above, error)) &&
           fs_rename(tree->stage_dir, JOURNAL_TREE, tree->parent_dir, tree->out_path, error) &&
           (tree->options.hasty || fs_sync(tree->parent_dir, error));
}

static gboolean
publish_steps(const Commit *commit, GError **error)
{
    Tree *tree = commit->tree;
    gboolean hasty = tree->options.hasty;
    if (!write_manifest(commit, tree->stage_dir, JOURNAL_MANIFEST, error) ||
        !write_journal(commit, error) || !journal_arm(tree->stage_dir, hasty, error))
        return FALSE;
    tree->armed = TRUE;
    if (!journal_run(tree->stage_dir, tree->out_dir, TREE_MANIFEST, hasty ? JOURNAL_HASTY : 0,
                     error))
        return FALSE;
    tree->armed = FALSE;
    return TRUE;
}

/* Whether the published files and their manifest are already as they should be. */
static gboolean
is_done(const Commit *commit)
{
    const Manifest *published = commit->tree->published;
    return published != NULL && published->draft == commit->tree->options.draft &&
           dir_at(commit, 0)->n_staged == 0 && commit->report->n_removed == 0 &&
           commit->n_forget == 0;
}

static void
note_change(Commit *commit, const MergedDir *dir, const MergedFile *file)
{
    static const ManifestState told[] = {
        [MANIFEST_CHANGED] = MANIFEST_CHANGED,
        [MANIFEST_LOST] = MANIFEST_NEW,
        [MANIFEST_NEW] = MANIFEST_NEW,
        [MANIFEST_DELETE] = MANIFEST_DELETE,
    };
    gint state = file->entry->state;
    if (commit->report->changes == NULL || state >= (gint)G_N_ELEMENTS(told) ||
        told[state] == MANIFEST_OLD)
        return;
    const char *path = path_of(commit, dir, file->name);
    gsize size = strlen(path) + 1;
    TreeChange *change = g_malloc(sizeof *change + size);
    change->state = told[state];
    memcpy(change->path, path, size);
    g_ptr_array_add(commit->report->changes, change);
}

static void
count_written(Commit *commit)
{
    if (commit->tree->options.changes)
        commit->report->changes = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < commit->merged->dirs->len; i++) {
        const MergedDir *dir = dir_at(commit, i);
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            const MergedFile *file = file_at(commit, k);
            gint state = file->entry->state;
            commit->report->n_new += state == MANIFEST_NEW || state == MANIFEST_LOST;
            commit->report->n_changed += state == MANIFEST_CHANGED;
            note_change(commit, dir, file);
        }
    }
}

static gboolean
run(Commit *commit, GError **error)
{
    if (!merge(commit, error))
        return FALSE;
    commit->alike = tree_join_alike(commit->tree, commit->merged);
    count(commit);
    if (!check_names(commit, error) || !survey(commit, error) || !check_limits(commit, error))
        return FALSE;
    count_written(commit);
    g_ptr_array_sort(commit->report->strangers, sort_compare_texts);
    if (is_done(commit))
        return TRUE;
    return commit->tree->out_dir < 0 ? publish_whole(commit, error)
                                     : publish_steps(commit, error);
}

gboolean
tree_commit(Tree *tree, TreeReport *report, GError **error)
{
    *report = (TreeReport){.strangers = g_ptr_array_new_with_free_func(g_free),
                           .finished = tree->finished,
                           .damaged = tree->damaged};
    Commit commit = {.tree = tree, .report = report, .path = g_string_new(NULL)};
    commit.in_the_way = g_ptr_array_new_with_free_func(g_free);
    tree_leave_dirs(tree);
    GError *failure = NULL;
    gboolean fine = run(&commit, &failure);
    if (!fine)
        tree_fail_disk(tree, error, failure);
    g_clear_pointer(&commit.merged, merged_free);
    g_clear_pointer(&commit.alike, g_hash_table_unref);
    g_ptr_array_unref(commit.in_the_way);
    g_string_free(commit.path, TRUE);
    if (!fine)
        tree_report_clear(report);
    return fine;
}
