/* A small content folder for a test, written from texts, and the findings of it as lines. */
#pragma once
#include "base/diag.h"
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct File {
    const char *path, *text;
} File;

static inline char *
write_files(const File *files)
{
    char *root = g_dir_make_tmp("maklumat-load-XXXXXX", NULL);
    g_assert_nonnull(root);
    for (; files->path != NULL; files++) {
        g_autofree char *path = g_build_filename(root, files->path, NULL);
        g_autofree char *folder = g_path_get_dirname(path);
        g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
        g_assert_true(g_file_set_contents(path, files->text, -1, NULL));
    }
    return root;
}

static inline void
remove_files(char *root, const File *files)
{
    for (; files->path != NULL; files++) {
        g_autofree char *path = g_build_filename(root, files->path, NULL);
        g_unlink(path);
        for (char *slash = strrchr(path, '/'); slash - path >= (gssize)strlen(root);
             slash = strrchr(path, '/')) {
            *slash = '\0';
            g_rmdir(path);
        }
    }
    g_free(root);
}

static inline void
append_findings(GString *out, DiagList *diags)
{
    diag_list_sort(diags);
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        const char *name = strrchr(diag->path, '/');
        g_string_append_printf(out, "%s:%u:%u %s\n", name != NULL ? name + 1 : diag->path,
                               diag->line, diag->col, diag_info(diag->code)->tag);
    }
}
