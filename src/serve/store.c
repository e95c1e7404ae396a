#include "serve/store.h"
#include "serve/beneath.h"
#include "serve/preview.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The preview's folders are cleared: a link in their place would clear somebody's. */
static gboolean
is_linked(const char *dir, GError **error)
{
    static const char *const folders[] = {".maklumat-cache", PREVIEW_FOLDER,
                                          PREVIEW_FOLDER "/situs", PREVIEW_FOLDER "/ingatan",
                                          PREVIEW_FOLDER "/urung"};
    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(dir, folders[i], NULL);
        FsStat stat;
        if (fs_stat(FS_CWD, path, &stat, NULL) && stat.kind == FS_LINK) {
            fs_set_error(error, ENOTDIR, path);
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
store_open(Store *store, const char *dir, GError **error)
{
    *store = (Store){.content = -1};
    if (is_linked(dir, error))
        return FALSE;
    g_autofree char *content = g_build_filename(dir, "content", NULL);
    store->undo_dir = g_build_filename(dir, PREVIEW_FOLDER, "urung", NULL);
    store->content = fs_open_dir(FS_CWD, content, error);
    return store->content >= 0;
}

void
store_close(Store *store)
{
    fs_close_dir(store->content);
    g_free(store->undo_dir);
}

char *
store_read(const Store *store, const char *path, gsize *len, guint64 *hash, GError **error)
{
    char *bytes = beneath_read(store->content, path, STORE_MAX_FILE, len, error);
    if (bytes != NULL)
        *hash = fs_hash(bytes, *len, 0);
    return bytes;
}

/* ---- what a save replaced ---- */

/* A kept text is DIR/NUMBER-HASH: in order, and the hash of what was written over it. */
static char *
undo_folder(const Store *store, const char *path)
{
    char name[20];
    g_snprintf(name, sizeof name, "%016" G_GINT64_MODIFIER "x", fs_hash(path, strlen(path), 0));
    return g_build_filename(store->undo_dir, name, NULL);
}

typedef struct Former {
    const char *bytes;
    gsize len;
    guint64 after; /* the hash of what is written over it */
} Former;

static gboolean
keep(const Store *store, const char *path, const Former *former, GError **error)
{
    g_autofree char *folder = undo_folder(store, path);
    if (!fs_mkdir_p(FS_CWD, folder, error))
        return FALSE;
    g_autoptr(FsList) list = fs_list(FS_CWD, folder, FALSE, error);
    if (list == NULL)
        return FALSE;
    guint64 number = 1;
    if (list->n > 0)
        number = g_ascii_strtoull(list->entries[list->n - 1].name, NULL, 10) + 1;
    g_autofree char *name =
        g_strdup_printf("%s/%010" G_GUINT64_FORMAT "-%016" G_GINT64_MODIFIER "x", folder,
                        number, former->after);
    if (!fs_replace(FS_CWD, name, former->bytes, former->len, error))
        return FALSE;
    for (guint i = 0; i + STORE_UNDOS <= list->n; i++) {
        g_autofree char *old = g_build_filename(folder, list->entries[i].name, NULL);
        fs_unlink(FS_CWD, old, NULL);
    }
    return TRUE;
}

guint
store_n_undos(const Store *store, const char *path)
{
    g_autofree char *folder = undo_folder(store, path);
    g_autoptr(FsList) list = fs_list(FS_CWD, folder, FALSE, NULL);
    return list != NULL ? list->n : 0;
}

/* ---- writing ---- */

Stored
store_save(
    const Store *store, const char *path, const GString *text, guint64 *hash, GError **error)
{
    g_autofree char *now = NULL;
    gsize len;
    guint64 present, after = fs_hash(text->str, text->len, 0);
    g_autoptr(GError) problem = NULL;
    now = store_read(store, path, &len, &present, &problem);
    if (now == NULL) {
        gboolean gone = g_error_matches(problem, FS_ERROR, FS_ERROR_MISSING) ||
                        g_error_matches(problem, FS_ERROR, FS_ERROR_NOT_A_FILE) ||
                        g_error_matches(problem, FS_ERROR, FS_ERROR_NOT_A_DIR);
        if (!gone)
            g_propagate_error(error, g_steal_pointer(&problem));
        return gone ? STORE_CHANGED : STORE_FAILED;
    }
    if (present != *hash)
        return STORE_CHANGED;
    if (present == after)
        return STORED;
    if (!keep(store, path, &(Former){now, len, after}, error) ||
        !beneath_write(store->content, path, text->str, text->len, error))
        return STORE_FAILED;
    *hash = after;
    return STORED;
}

Stored
store_undo(const Store *store, const char *path, GError **error)
{
    g_autofree char *folder = undo_folder(store, path), *now = NULL, *old = NULL;
    g_autoptr(FsList) list = fs_list(FS_CWD, folder, FALSE, NULL);
    gsize len;
    guint64 present;
    if (list == NULL || list->n == 0)
        return STORE_NONE;
    const char *name = list->entries[list->n - 1].name, *dash = strchr(name, '-');
    now = store_read(store, path, &len, &present, NULL);
    if (now == NULL || dash == NULL || g_ascii_strtoull(dash + 1, NULL, 16) != present)
        return STORE_CHANGED;
    g_autofree char *kept = g_build_filename(folder, name, NULL);
    old = fs_read(FS_CWD, kept, STORE_MAX_FILE, &len, error);
    if (old == NULL || !beneath_write(store->content, path, old, len, error))
        return STORE_FAILED;
    fs_unlink(FS_CWD, kept, NULL);
    return STORED;
}

Stored
store_create(const Store *store, const char *path, const void *bytes, gsize len, GError **error)
{
    FsStat stat;
    if (!beneath_stat(store->content, path, &stat, error))
        return STORE_FAILED;
    if (stat.kind != FS_NONE)
        return STORE_EXISTS;
    return beneath_write(store->content, path, bytes, len, error) ? STORED : STORE_FAILED;
}

gboolean
store_remove(const Store *store, const char *path, GError **error)
{
    const char *slash = strrchr(path, '/');
    g_autofree char *folder = g_strndup(path, slash != NULL ? (gsize)(slash - path) : 0);
    int dir = beneath_open(store->content, folder, FALSE, error);
    gboolean fine = dir >= 0 && fs_unlink(dir, slash != NULL ? slash + 1 : path, error);
    fs_close_dir(dir);
    return fine;
}
