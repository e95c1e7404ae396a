#include "base/fs.h"
#include "deliver/fault.h"
#include "deliver/remote.h"
#include <string.h>

typedef struct Folder {
    Remote base;
    char *path; /* as the user typed it */
    int dir;    /* -1 = there is none yet */
    const RemoteOptions *options;
} Folder;

static void
folder_free(Remote *remote)
{
    Folder *folder = (Folder *)remote;
    fs_close_dir(folder->dir);
    g_free(folder->path);
    g_free(folder);
}

/* ---- what failed ---- */

/* Adds what fs.h, which was given the last part of `path` only, does not know. */
static void
add_place(const Folder *folder, const char *path, GError **failure)
{
    const char *slash = strrchr(path, '/');
    int above = slash != NULL ? (int)(slash + 1 - path) : 0;
    g_prefix_error(failure, "%s: %.*s", folder->path, above, path);
}

/* Whether nothing failed, or only because there is nothing of that name; hands on what else did. */
static gboolean
is_fine(GError *failure, GError **error)
{
    if (failure == NULL)
        return TRUE;
    if (!g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING) &&
        !g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_DIR)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    g_error_free(failure);
    return TRUE;
}

/* ---- the way to a file: part by part, so that no link leads out of the target ---- */

/* Opens the folder `path` of the target, which lies in the open folder `dir`. */
static int
step(const Folder *folder, int dir, const char *path, gboolean make, GError **error)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    g_autoptr(GError) failure = NULL;
    FsStat stat;
    int next = !make || fs_mkdir_p(dir, name, &failure) ? fs_open_dir(dir, name, &failure) : -1;
    if (next >= 0)
        return next;
    if (fs_stat(dir, name, &stat, NULL) && stat.kind == FS_LINK) {
        fault_set(folder->options->lang, error, FAULT_LINK, path);
        return -1;
    }
    add_place(folder, path, &failure);
    g_propagate_error(error, g_steal_pointer(&failure));
    return -1;
}

/* Opens a folder of the target, "" = itself, for fs_close_dir(); -1 and an error. */
static int
enter(const Folder *folder, const char *path, gboolean make, GError **error)
{
    int dir = fs_open_dir(folder->dir, ".", error);
    for (const char *end = path; dir >= 0 && *end != '\0';) {
        end += strcspn(end, "/");
        g_autofree char *part = g_strndup(path, (gsize)(end - path));
        int next = step(folder, dir, part, make, error);
        fs_close_dir(dir);
        dir = next;
        end += *end == '/';
    }
    return dir;
}

/* The folder that a path lies in; *name receives its last part. */
static int
enter_above(const Folder *folder, const char *path, const char **name, GError **error)
{
    const char *slash = strrchr(path, '/');
    g_autofree char *above = g_strndup(path, slash != NULL ? (gsize)(slash - path) : 0);
    *name = slash != NULL ? slash + 1 : path;
    return enter(folder, above, FALSE, error);
}

/* ---- operations ---- */

static gboolean
folder_read(
    Remote *remote, G_GNUC_UNUSED guint i, const char *path, GString **text, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    GError *failure = NULL;
    const char *name;
    gsize len;
    *text = NULL;
    if (folder->dir < 0)
        return TRUE;
    int dir = enter_above(folder, path, &name, &failure);
    g_autofree char *bytes =
        dir >= 0 ? fs_read(dir, name, REMOTE_READ_MAX, &len, &failure) : NULL;
    if (g_error_matches(failure, FS_ERROR, FS_ERROR_TOO_BIG)) {
        g_clear_error(&failure);
        fault_set(folder->options->lang, &failure, FAULT_TOO_MUCH, path);
    } else if (dir >= 0 && bytes == NULL)
        add_place(folder, path, &failure);
    fs_close_dir(dir);
    if (bytes != NULL)
        *text = g_string_new_len(bytes, (gssize)len);
    return is_fine(failure, error);
}

static gboolean
folder_put(Remote *remote, guint i, const RemoteFile *file, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    const char *name;
    g_autofree char *staged = g_strdup_printf(REMOTE_STAGING "-%u", i);
    if (!fs_write(folder->dir, staged, file->bytes, file->len, error)) {
        add_place(folder, staged, error);
        return FALSE;
    }
    int dir = enter_above(folder, file->path, &name, error);
    gboolean fine = dir >= 0 && fs_rename(folder->dir, staged, dir, name, error);
    if (dir >= 0 && !fine)
        add_place(folder, file->path, error);
    fs_close_dir(dir);
    if (fine && folder->options->sent != NULL)
        folder->options->sent(folder->options->sent_data, file->len);
    return fine;
}

static gboolean
folder_remove(Remote *remote, G_GNUC_UNUSED guint i, const char *path, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    GError *failure = NULL;
    const char *name;
    int dir = enter_above(folder, path, &name, &failure);
    if (dir >= 0 && !fs_unlink(dir, name, &failure))
        add_place(folder, path, &failure);
    fs_close_dir(dir);
    return is_fine(failure, error);
}

static gboolean
folder_make_dir(Remote *remote, G_GNUC_UNUSED guint i, const char *path, GError **error)
{
    Folder *folder = (Folder *)remote;
    if (*path != '\0') {
        int dir = enter(folder, path, TRUE, error);
        fs_close_dir(dir);
        return dir >= 0;
    }
    if (folder->dir < 0 && fs_mkdir_p(FS_CWD, folder->path, error))
        folder->dir = fs_open_dir(FS_CWD, folder->path, error);
    return folder->dir >= 0;
}

static gboolean
folder_remove_dir(Remote *remote,
                  G_GNUC_UNUSED guint i,
                  const char *path,
                  G_GNUC_UNUSED GError **error)
{
    const char *name;
    int dir = enter_above((const Folder *)remote, path, &name, NULL);
    if (dir >= 0)
        fs_rmdir(dir, name, NULL);
    fs_close_dir(dir);
    return TRUE;
}

static gboolean
folder_list(
    Remote *remote, G_GNUC_UNUSED guint i, const char *path, GPtrArray **names, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    GError *failure = NULL;
    *names = NULL;
    if (folder->dir < 0)
        return TRUE;
    int dir = enter(folder, path, FALSE, &failure);
    g_autoptr(FsList) list = dir >= 0 ? fs_list(dir, ".", FALSE, &failure) : NULL;
    if (dir >= 0 && list == NULL)
        add_place(folder, path, &failure);
    fs_close_dir(dir);
    if (list != NULL)
        *names = g_ptr_array_new_with_free_func(g_free);
    for (guint k = 0; list != NULL && k < list->n; k++)
        g_ptr_array_add(*names, g_strdup(list->entries[k].name));
    return is_fine(failure, error);
}

static gboolean
folder_exists(
    Remote *remote, G_GNUC_UNUSED guint i, const char *path, gboolean *exists, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    FsStat stat = {.kind = FS_NONE};
    GError *failure = NULL;
    const char *name;
    int dir = folder->dir >= 0 ? enter_above(folder, path, &name, &failure) : -1;
    if (dir >= 0 && !fs_stat(dir, name, &stat, &failure))
        add_place(folder, path, &failure);
    fs_close_dir(dir);
    *exists = stat.kind != FS_NONE;
    return is_fine(failure, error);
}

static gboolean
folder_probe(Remote *remote, G_GNUC_UNUSED GError **error)
{
    remote->move = REMOTE_MOVE_OVER;
    return TRUE;
}

static gboolean
folder_sync(Remote *remote, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    if (fs_sync(folder->dir, error))
        return TRUE;
    g_prefix_error(error, "%s: ", folder->path);
    return FALSE;
}

static const RemoteKind folder_kind = {
    folder_free,       folder_read, folder_put,    folder_remove, folder_make_dir,
    folder_remove_dir, folder_list, folder_exists, folder_probe,  folder_sync,
};

Remote *
remote_folder_open(const RemoteOptions *options, GError **error)
{
    GError *failure = NULL;
    int dir = fs_open_dir(FS_CWD, options->target.path, &failure);
    if (dir < 0 && !g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING)) {
        g_propagate_error(error, failure);
        return NULL;
    }
    g_clear_error(&failure);
    Folder *folder = g_new(Folder, 1);
    *folder = (Folder){
        {&folder_kind, REMOTE_MOVE_OVER}, g_strdup(options->target.path), dir, options};
    return &folder->base;
}
