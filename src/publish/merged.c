#include "base/append.h"
#include "base/path.h"
#include "publish/manifest.h"
#include <string.h>

/* One folder of one manifest. */
typedef struct Part {
    const Manifest *manifest;
    const ManifestDir *dir;
    const char *path;
} Part;

static int
compare_parts(gconstpointer a, gconstpointer b)
{
    const Part *x = a, *y = b;
    return manifest_compare_dirs(x->path, y->path);
}

static int
compare_files(gconstpointer a, gconstpointer b)
{
    const MergedFile *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static GArray *
sorted_parts(Manifest *const *manifests, guint n)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(Part));
    for (guint i = 0; i < n; i++) {
        const Manifest *manifest = manifests[i];
        for (guint k = 0; k < manifest->dirs->len; k++) {
            const ManifestDir *dir = &g_array_index(manifest->dirs, ManifestDir, k);
            Part part = {manifest, dir, manifest->text->str + dir->path};
            g_array_append_val(parts, part);
        }
    }
    g_array_sort(parts, compare_parts);
    return parts;
}

static MergedDir *
last_dir(Merged *merged)
{
    return &g_array_index(merged->dirs, MergedDir, merged->dirs->len - 1);
}

/* Adds the folder `path`, and before it those on the way to it that are not there yet. */
static void
push_dir(Merged *merged, const char *path)
{
    guint parent = merged->dirs->len - 1;
    while (!path_is_below(path, g_array_index(merged->dirs, MergedDir, parent).path))
        parent = g_array_index(merged->dirs, MergedDir, parent).parent;
    const char *above = g_array_index(merged->dirs, MergedDir, parent).path;
    const char *slash = path + strlen(above) + (*above == '\0' ? 0 : 1);
    while ((slash = strchr(slash, '/')) != NULL) {
        MergedDir dir = {.first = merged->files->len, .parent = parent};
        dir.path = g_string_chunk_insert_len(merged->texts, path, slash - path);
        parent = merged->dirs->len;
        g_array_append_val(merged->dirs, dir);
        slash++;
    }
    MergedDir dir = {.path = path, .first = merged->files->len, .parent = parent};
    g_array_append_val(merged->dirs, dir);
}

static void
push_files(Merged *merged, const Part *part)
{
    MergedDir *dir = last_dir(merged);
    ManifestEntry *first =
        &g_array_index(part->manifest->entries, ManifestEntry, part->dir->first);
    guint at = merged->files->len;
    g_array_set_size(merged->files, at + part->dir->n); /* there is room */
    for (guint i = 0; i < part->dir->n; i++)
        g_array_index(merged->files, MergedFile, at + i) =
            (MergedFile){part->manifest->text->str + first[i].name, first + i};
    dir->n += part->dir->n;
}

/* Whether each name stands behind the one before: so they do when one manifest has all of the folder. */
static gboolean
is_sorted(const MergedFile *files, guint n)
{
    for (guint i = 1; i < n; i++) {
        if (strcmp(files[i - 1].name, files[i].name) >= 0)
            return FALSE;
    }
    return TRUE;
}

/* Sorts the files of the last folder and looks for one that is there twice. */
static void
finish_dir(Merged *merged)
{
    const MergedDir *dir = last_dir(merged);
    MergedFile *files = &g_array_index(merged->files, MergedFile, dir->first);
    if (dir->n == 0 || is_sorted(files, dir->n))
        return;
    qsort(files, dir->n, sizeof *files, compare_files);
    for (guint i = 1; i < dir->n && merged->twice == NULL; i++) {
        if (strcmp(files[i - 1].name, files[i].name) == 0) {
            g_autoptr(GString) path = g_string_new(NULL);
            merged_path(dir, files[i].name, path);
            merged->twice = g_strdup(path->str);
        }
    }
}

Merged *
merged_new(Manifest *const *manifests, guint n_parts)
{
    g_autoptr(GArray) parts = sorted_parts(manifests, n_parts);
    gsize n_files = 0;
    for (guint i = 0; i < n_parts; i++)
        n_files += manifests[i]->entries->len;
    g_assert(n_files < G_MAXUINT);
    Merged *merged = g_new0(Merged, 1);
    MergedDir top = {.path = ""};
    merged->dirs = g_array_new(FALSE, FALSE, sizeof(MergedDir));
    merged->files = g_array_sized_new(FALSE, FALSE, sizeof(MergedFile), (guint)n_files);
    merged->texts = g_string_chunk_new(4096);
    g_array_append_val(merged->dirs, top);
    for (guint i = 0; i < parts->len; i++) {
        const Part *part = &g_array_index(parts, Part, i);
        if (strcmp(part->path, last_dir(merged)->path) != 0) {
            finish_dir(merged);
            push_dir(merged, part->path);
        }
        push_files(merged, part);
    }
    finish_dir(merged);
    return merged;
}

void
merged_free(Merged *merged)
{
    g_array_unref(merged->dirs);
    g_array_unref(merged->files);
    g_string_chunk_free(merged->texts);
    g_free(merged->twice);
    g_free(merged);
}

static int
compare_dir_to_path(gconstpointer path, gconstpointer dir)
{
    return manifest_compare_dirs(path, ((const MergedDir *)dir)->path);
}

MergedDir *
merged_find_dir(const Merged *merged, const char *path)
{
    return bsearch(path, merged->dirs->data, merged->dirs->len, sizeof(MergedDir),
                   compare_dir_to_path);
}

static int
compare_file_to_name(gconstpointer name, gconstpointer file)
{
    return strcmp(name, ((const MergedFile *)file)->name);
}

MergedFile *
merged_find_file(const Merged *merged, const MergedDir *dir, const char *name)
{
    if (dir->n == 0)
        return NULL;
    return bsearch(name, &g_array_index(merged->files, MergedFile, dir->first), dir->n,
                   sizeof(MergedFile), compare_file_to_name);
}

void
merged_path(const MergedDir *dir, const char *name, GString *path)
{
    g_string_truncate(path, 0);
    append_text(path, dir->path);
    if (path->len > 0)
        append_bytes(path, "/", 1);
    append_text(path, name);
}
