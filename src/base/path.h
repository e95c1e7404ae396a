/**
 * Path: whether a path lies in a folder, and whether two differ in capital letters only, said once.
 *
 * Paths have "/" between their names and none that are "." or ".."; both are relative to the same folder or both
 * absolute. Slashes at the end of a folder do not count, so "" and "/" hold everything. Knows no disk.
 */
#pragma once
#include <glib.h>
#include <string.h>

/** "kab-x/dinas" lies in "kab-x"; "kab-x" itself and "kab-xy/dinas" do not. */
static inline gboolean
path_is_below(const char *path, const char *folder)
{
    gsize n = strlen(folder);
    while (n > 0 && folder[n - 1] == '/')
        n--;
    return n == 0 || (strncmp(path, folder, n) == 0 && path[n] == '/');
}

/** The folder itself, too. */
static inline gboolean
path_is_at(const char *path, const char *folder)
{
    gsize n = strlen(folder);
    while (n > 0 && folder[n - 1] == '/')
        n--;
    return path_is_below(path, folder) || (strncmp(path, folder, n) == 0 && path[n] == '\0');
}

/** The path in small letters, to be freed with g_free(): what it is to a disk that ignores case. Bytes that are no UTF-8 stay. */
static inline char *
path_small(const char *path)
{
    return g_utf8_validate(path, -1, NULL) ? g_utf8_strdown(path, -1) : g_strdup(path);
}
