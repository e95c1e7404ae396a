#include "base/fs.h"
#include "deliver/fault.h"
#include "deliver/remote.h"

enum { FILE_MAX = 1024 * 1024 * 1024 };

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
    if (folder->dir >= 0)
        fs_sync(folder->dir, NULL);
    fs_close_dir(folder->dir);
    g_free(folder->path);
    g_free(folder);
}

/* Whether a GError says that there is nothing; it is freed then. */
static gboolean
is_missing(GError *failure)
{
    if (!g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING))
        return FALSE;
    g_error_free(failure);
    return TRUE;
}

static gboolean
fail(const Folder *folder, GError **error, GError *failure)
{
    g_prefix_error(&failure, "%s: ", folder->path);
    g_propagate_error(error, failure);
    return FALSE;
}

static gboolean
folder_read(
    Remote *remote, G_GNUC_UNUSED guint i, const char *path, GString **text, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    GError *failure = NULL;
    gsize len;
    *text = NULL;
    if (folder->dir < 0)
        return TRUE;
    g_autofree char *bytes = fs_read(folder->dir, path, FILE_MAX, &len, &failure);
    if (bytes != NULL) {
        *text = g_string_new_len(bytes, (gssize)len);
        return TRUE;
    }
    return is_missing(failure) || fail(folder, error, failure);
}

static gboolean
folder_put(Remote *remote, guint i, const RemoteFile *file, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    GError *failure = NULL;
    g_autofree char *staged = g_strdup_printf(REMOTE_STAGING "-%u", i);
    if (!fs_write(folder->dir, staged, file->bytes, file->len, &failure) ||
        !fs_rename(folder->dir, staged, folder->dir, file->path, &failure))
        return fail(folder, error, failure);
    if (folder->options->sent != NULL)
        folder->options->sent(folder->options->sent_data, file->len);
    return TRUE;
}

static gboolean
folder_remove(Remote *remote, G_GNUC_UNUSED guint i, const char *path, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    GError *failure = NULL;
    if (fs_unlink(folder->dir, path, &failure) || is_missing(failure))
        return TRUE;
    return fail(folder, error, failure);
}

static gboolean
folder_make_dir(Remote *remote, G_GNUC_UNUSED guint i, const char *path, GError **error)
{
    Folder *folder = (Folder *)remote;
    GError *failure = NULL;
    if (*path != '\0')
        return fs_mkdir_p(folder->dir, path, &failure) || fail(folder, error, failure);
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
    fs_rmdir(((const Folder *)remote)->dir, path, NULL);
    return TRUE;
}

static gboolean
folder_list(
    Remote *remote, G_GNUC_UNUSED guint i, const char *path, GPtrArray **names, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    GError *failure = NULL;
    FsStat stat;
    *names = NULL;
    if (folder->dir < 0)
        return TRUE;
    if (*path != '\0' && fs_stat(folder->dir, path, &stat, NULL) && stat.kind == FS_LINK)
        return fault_set(folder->options->lang, error, FAULT_LINK, path);
    g_autoptr(FsList) list = fs_list(folder->dir, *path == '\0' ? "." : path, FALSE, &failure);
    if (list == NULL && g_error_matches(failure, FS_ERROR, FS_ERROR_NOT_A_DIR))
        g_clear_error(&failure);
    else if (list == NULL)
        return is_missing(failure) || fail(folder, error, failure);
    else
        *names = g_ptr_array_new_with_free_func(g_free);
    for (guint k = 0; list != NULL && k < list->n; k++)
        g_ptr_array_add(*names, g_strdup(list->entries[k].name));
    return TRUE;
}

static gboolean
folder_exists(
    Remote *remote, G_GNUC_UNUSED guint i, const char *path, gboolean *exists, GError **error)
{
    const Folder *folder = (const Folder *)remote;
    FsStat stat = {.kind = FS_NONE};
    GError *failure = NULL;
    gboolean fine =
        folder->dir < 0 || fs_stat(folder->dir, path, &stat, &failure) || is_missing(failure);
    *exists = stat.kind != FS_NONE;
    return fine || fail(folder, error, failure);
}

static gboolean
folder_probe(Remote *remote, G_GNUC_UNUSED GError **error)
{
    remote->move = REMOTE_MOVE_OVER;
    return TRUE;
}

static const RemoteKind folder_kind = {
    folder_free,       folder_read, folder_put,    folder_remove, folder_make_dir,
    folder_remove_dir, folder_list, folder_exists, folder_probe,
};

Remote *
remote_folder_open(const RemoteOptions *options, GError **error)
{
    GError *failure = NULL;
    int dir = fs_open_dir(FS_CWD, options->target.path, &failure);
    if (dir < 0 && !is_missing(failure)) {
        g_propagate_error(error, failure);
        return NULL;
    }
    Folder *folder = g_new(Folder, 1);
    *folder = (Folder){
        {&folder_kind, REMOTE_MOVE_OVER}, g_strdup(options->target.path), dir, options};
    return &folder->base;
}
