#include "base/built-in.h"
#include <stdlib.h>
#include <string.h>

static int
compare_path(const void *path, const void *file)
{
    return strcmp(path, ((const BuiltIn *)file)->path);
}

GBytes *
built_in_lookup(const char *path)
{
    const BuiltIn *file =
        bsearch(path, built_in_files, n_built_in_files, sizeof *file, compare_path);
    return file != NULL ? g_bytes_new_static(file->begin, (gsize)(file->end - file->begin))
                        : NULL;
}

char **
built_in_children(const char *folder)
{
    gsize n = strlen(folder);
    GPtrArray *names = g_ptr_array_new();
    g_autofree char *inside =
        n > 0 && folder[n - 1] == '/' ? g_strdup(folder) : g_strconcat(folder, "/", NULL);
    n = strlen(inside);
    for (guint i = 0; i < n_built_in_files; i++) {
        const char *path = built_in_files[i].path;
        if (strncmp(path, inside, n) != 0)
            continue;
        const char *slash = strchr(path + n, '/');
        char *name = slash != NULL ? g_strndup(path + n, (gsize)(slash + 1 - path) - n)
                                   : g_strdup(path + n);
        if (names->len > 0 && strcmp(names->pdata[names->len - 1], name) == 0)
            g_free(name);
        else
            g_ptr_array_add(names, name);
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}
