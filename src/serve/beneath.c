#include "serve/beneath.h"
#include "serve/guard.h"
#include <errno.h>
#include <string.h>

int
beneath_open(int root, const char *folder, gboolean make, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(folder, "/", -1);
    int dir = fs_open_dir(root, ".", error);
    if (*folder != '\0' && !guard_is_relative(folder)) {
        fs_set_error(error, EACCES, folder);
        fs_close_dir(dir);
        return -1;
    }
    for (char **part = parts; *part != NULL && dir >= 0; part++) {
        int next = !make || fs_mkdir_p(dir, *part, error) ? fs_open_dir(dir, *part, error) : -1;
        fs_close_dir(dir);
        dir = next;
    }
    return dir;
}

/* The folder a path lies in; *name receives its last part. */
static int
open_parent(int root, const char *path, gboolean make, const char **name, GError **error)
{
    const char *slash = strrchr(path, '/');
    g_autofree char *folder = g_strndup(path, slash != NULL ? (gsize)(slash - path) : 0);
    *name = slash != NULL ? slash + 1 : path;
    if (!guard_is_relative(path)) {
        fs_set_error(error, EACCES, path);
        return -1;
    }
    return beneath_open(root, folder, make, error);
}

char *
beneath_read(int root, const char *path, gsize max, gsize *len, GError **error)
{
    const char *name;
    int dir = open_parent(root, path, FALSE, &name, error);
    char *bytes = dir >= 0 ? fs_read(dir, name, max, len, error) : NULL;
    fs_close_dir(dir);
    return bytes;
}

gboolean
beneath_stat(int root, const char *path, FsStat *stat, GError **error)
{
    const char *name;
    GError *problem = NULL;
    int dir = open_parent(root, path, FALSE, &name, &problem);
    *stat = (FsStat){.kind = FS_NONE};
    if (dir >= 0) {
        gboolean fine = fs_stat(dir, name, stat, error);
        fs_close_dir(dir);
        return fine;
    }
    if (g_error_matches(problem, FS_ERROR, FS_ERROR_MISSING)) {
        g_clear_error(&problem);
        return TRUE;
    }
    g_propagate_error(error, problem);
    return FALSE;
}

gboolean
beneath_write(int root, const char *path, const void *bytes, gsize len, GError **error)
{
    const char *name;
    int dir = open_parent(root, path, TRUE, &name, error);
    gboolean fine = dir >= 0 && fs_replace(dir, name, bytes, len, error);
    fs_close_dir(dir);
    return fine;
}
