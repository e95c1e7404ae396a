/* Small sites for the tests of publish/tree: lists of pages, published and read back. */
#pragma once
#include "base/fs.h"
#include "publish/tree.h"
#include <string.h>

typedef struct Page {
    const char *path, *text; /* path NULL ends a list */
} Page;

/* A new folder, in memory where that can be had: these tests make and remove thousands of files. */
static inline char *
make_folder(void)
{
    g_autofree char *in_memory = g_strdup("/dev/shm/maklumat-XXXXXX");
    if (g_getenv("TMPDIR") == NULL && g_mkdtemp(in_memory) != NULL)
        return g_steal_pointer(&in_memory);
    char *folder = g_dir_make_tmp("maklumat-XXXXXX", NULL);
    g_assert_nonnull(folder);
    return folder;
}

/* A name below the test's own folder; the caller's to free. */
static inline char *
below(const char *folder, const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static inline void
put_text(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = below(folder, name), *above = g_path_get_dirname(path);
    GError *error = NULL;
    fs_mkdir_p(FS_CWD, above, &error);
    g_assert_no_error(error);
    fs_write(FS_CWD, path, text, strlen(text), &error);
    g_assert_no_error(error);
}

static inline gboolean
put_pages(Tree *tree, const Page *pages, GError **error)
{
    for (; pages->path != NULL; pages++)
        if (!tree_put(tree_worker(tree, 0), &(ManifestFile){.path = pages->path}, pages->text,
                      strlen(pages->text), error))
            return FALSE;
    return TRUE;
}

static inline gboolean
publish(const TreeOptions *options, const Page *pages, TreeReport *report, GError **error)
{
    g_autoptr(Tree) tree = tree_open(options, error);
    return tree != NULL && put_pages(tree, pages, error) && tree_commit(tree, report, error);
}

static inline void
dump_into(int dir, const char *prefix, gboolean whole, GString *out)
{
    g_autoptr(FsList) list = fs_list(dir, ".", FALSE, NULL);
    g_assert_nonnull(list);
    for (guint i = 0; i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        g_autofree char *path = g_strconcat(prefix, entry->name, NULL), *bytes = NULL;
        gsize len;
        if (!whole && g_str_has_prefix(path, ".maklumat")) {
            g_string_append_printf(out, "%s\n", path);
        } else if (entry->stat.kind == FS_DIR) {
            g_autofree char *inner = g_strconcat(path, "/", NULL);
            int fd = fs_open_dir(dir, entry->name, NULL);
            g_string_append_printf(out, "%s\n", inner);
            dump_into(fd, inner, whole, out);
            fs_close_dir(fd);
        } else if (entry->stat.kind == FS_FILE) {
            g_assert_true((bytes = fs_read(dir, entry->name, 1 << 20, &len, NULL)) != NULL);
            g_string_append_printf(out, "%s=%s\n", path, bytes);
        } else {
            g_string_append_printf(out, "%s@\n", path);
        }
    }
}

/* Everything in a folder: "folder/", "file=text", "link@", in order; of .maklumat the name only unless `whole`. */
static inline char *
dump(const char *folder, gboolean whole)
{
    GString *out = g_string_new(NULL);
    int dir = fs_open_dir(FS_CWD, folder, NULL);
    if (dir < 0)
        g_string_append(out, "nothing\n");
    else
        dump_into(dir, "", whole, out);
    fs_close_dir(dir);
    return g_string_free(out, FALSE);
}

static inline void
assert_holds(const char *folder, const char *expected)
{
    g_autofree char *found = dump(folder, FALSE);
    g_assert_cmpstr(found, ==, expected);
}
