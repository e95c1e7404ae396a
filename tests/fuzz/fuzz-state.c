/* Any bytes as what an earlier build left: manifest, journal, packed findings. They are taken whole or not at all. */
#include "base/diag.h"
#include "base/fs.h"
#include "fuzz.h"
#include "publish/journal.h"
#include "publish/manifest.h"
#include <stdlib.h>

static char *folder_path;

static void
remove_folder(void)
{
    fs_remove_tree(FS_CWD, folder_path, NULL);
    g_free(folder_path);
}

/* A folder of this process alone, gone when it ends well. */
static int
get_folder(void)
{
    static int folder = -1;
    if (folder < 0) {
        folder_path = g_dir_make_tmp("fuzz-state-XXXXXX", NULL);
        folder = fs_open_dir(FS_CWD, folder_path, NULL);
        atexit(remove_folder);
    }
    return folder;
}

static void
read_manifest(int folder)
{
    g_autoptr(Manifest) manifest = NULL;
    g_autoptr(GError) error = NULL;
    gboolean damaged;
    if (!manifest_read(folder, "state", &manifest, &damaged, &error) || manifest == NULL)
        return;
    for (guint i = 0; i < manifest->dirs->len; i++) {
        const ManifestDir *dir = &g_array_index(manifest->dirs, ManifestDir, i);
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            const char *above = manifest->text->str + dir->path;
            const ManifestEntry *entry = &g_array_index(manifest->entries, ManifestEntry, k);
            g_autofree char *path =
                g_build_filename(above, manifest->text->str + entry->name, NULL);
            g_assert_true(manifest_path_is_valid(path));
            g_assert_true(manifest_find(manifest, path) == entry);
        }
    }
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    int folder = get_folder();
    gboolean armed;
    g_autoptr(DiagList) diags = diag_list_new();
    g_assert_true(fs_write(folder, "state", bytes, len, NULL));
    read_manifest(folder);
    g_assert_true(fs_rename(folder, "state", folder, "journal", NULL));
    journal_look(folder, folder, &armed, NULL);
    if (!diag_list_unpack(diags, bytes, len))
        g_assert_cmpuint(diag_list_n(diags), ==, 0);
    return 0;
}
