#include "page/theme-files.h"
#include "base/built-in.h"
#include "base/fs.h"
#include "base/sort.h"
#include <string.h>

#define PREFIX "/maklumat/themes/default/"

enum { MAX_FILE = 4 * 1024 * 1024, MAX_DEPTH = 8 };

struct ThemeFiles {
    int dir; /* -1: only what is built in */
    char *label;
    DiagList *diags;
    GHashTable *sources, *bytes;
    GHashTable *unreadable; /* paths that were reported */
    GPtrArray *statics;
    guint64 hash;
};

/* What lies in the theme and cannot be used is not passed over for what is built in. */
static void
report_unreadable(ThemeFiles *files, const char *path)
{
    g_autofree char *shown = g_strconcat(files->label, "/", path, NULL);
    if (g_hash_table_add(files->unreadable, g_strdup(path)))
        diag_add_path(files->diags, DIAG_THEME_UNREADABLE, shown, path, NULL);
}

static gboolean
list_folder(ThemeFiles *files, const char *path, guint depth, GError **error)
{
    FsStat stat;
    if (!fs_stat(files->dir, path, &stat, error))
        return FALSE;
    if (stat.kind != FS_DIR)
        return TRUE;
    g_autoptr(FsList) list = fs_list(files->dir, path, FALSE, error);
    if (list == NULL)
        return FALSE;
    for (guint i = 0; i < list->n; i++) {
        g_autofree char *name = g_strconcat(path, "/", list->entries[i].name, NULL);
        if (list->entries[i].name[0] == '.')
            continue;
        if (list->entries[i].stat.kind == FS_FILE)
            g_ptr_array_add(files->statics, g_steal_pointer(&name));
        else if (list->entries[i].stat.kind == FS_DIR && depth < MAX_DEPTH &&
                 !list_folder(files, name, depth + 1, error))
            return FALSE;
        else if (list->entries[i].stat.kind != FS_DIR)
            report_unreadable(files, name);
    }
    return TRUE;
}

static void
list_built_in(ThemeFiles *files, const char *path)
{
    g_autofree char *folder = g_strconcat(PREFIX, path, NULL);
    g_auto(GStrv) names = built_in_children(folder);
    for (char **name = names; name != NULL && *name != NULL; name++) {
        g_autofree char *whole = g_strconcat(path, "/", *name, NULL);
        if (g_str_has_suffix(*name, "/")) {
            whole[strlen(whole) - 1] = '\0';
            list_built_in(files, whole);
        } else {
            g_ptr_array_add(files->statics, g_steal_pointer(&whole));
        }
    }
}

static void
sort_statics(ThemeFiles *files)
{
    GPtrArray *all = files->statics;
    g_ptr_array_sort(all, sort_compare_texts);
    for (guint i = 1; i < all->len;) {
        if (strcmp(all->pdata[i - 1], all->pdata[i]) == 0)
            g_ptr_array_remove_index(all, i);
        else
            i++;
    }
    g_ptr_array_add(all, NULL);
}

static guint64
hash_built_in(void)
{
    guint64 hash = 0;
    for (guint i = 0; i < n_built_in_files; i++) {
        const BuiltIn *file = &built_in_files[i];
        if (g_str_has_prefix(file->path, PREFIX))
            hash = fs_hash(file->begin, (gsize)(file->end - file->begin),
                           fs_hash(file->path, strlen(file->path), hash));
    }
    return hash;
}

ThemeFiles *
theme_files_open(const char *dir, DiagList *diags, GError **error)
{
    int fd = -1;
    if (dir != NULL && (fd = fs_open_dir(FS_CWD, dir, error)) < 0)
        return NULL;
    ThemeFiles *files = g_new0(ThemeFiles, 1);
    files->dir = fd;
    files->label = g_strdup(dir != NULL ? dir : "themes/default");
    files->diags = diags;
    files->sources =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)source_free);
    files->bytes =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
    files->unreadable = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    files->statics = g_ptr_array_new_with_free_func(g_free);
    list_built_in(files, "static");
    if (fd >= 0 && !list_folder(files, "static", 0, error)) {
        theme_files_free(files);
        return NULL;
    }
    sort_statics(files);
    if (fd < 0)
        files->hash = hash_built_in();
    return files;
}

void
theme_files_free(ThemeFiles *files)
{
    fs_close_dir(files->dir);
    g_hash_table_unref(files->sources);
    g_hash_table_unref(files->bytes);
    g_hash_table_unref(files->unreadable);
    g_ptr_array_unref(files->statics);
    g_free(files->label);
    g_free(files);
}

/* The overlay's file, else the built-in one. *shown receives the path for diagnostics. */
static GBytes *
find(ThemeFiles *files, const char *path, char **shown)
{
    g_autoptr(GError) error = NULL;
    char *bytes;
    gsize len;
    if (files->dir >= 0 &&
        (bytes = fs_read(files->dir, path, MAX_FILE, &len, &error)) != NULL) {
        *shown = g_strconcat(files->label, "/", path, NULL);
        return g_bytes_new_take(bytes, len);
    }
    if (error != NULL && !g_error_matches(error, FS_ERROR, FS_ERROR_MISSING))
        report_unreadable(files, path);
    g_autofree char *resource = g_strconcat(PREFIX, path, NULL);
    *shown = g_strconcat("themes/default/", path, NULL);
    return built_in_lookup(resource);
}

GBytes *
theme_files_bytes(ThemeFiles *files, const char *path)
{
    GBytes *bytes = g_hash_table_lookup(files->bytes, path);
    if (bytes != NULL)
        return bytes;
    g_autofree char *shown = NULL;
    bytes = find(files, path, &shown);
    if (bytes == NULL)
        return NULL;
    gsize len;
    gconstpointer data = g_bytes_get_data(bytes, &len);
    if (files->dir >= 0)
        files->hash = fs_hash(data, len, fs_hash(path, strlen(path), files->hash));
    g_hash_table_insert(files->bytes, g_strdup(path), bytes);
    return bytes;
}

const Source *
theme_files_source(ThemeFiles *files, const char *path)
{
    Source *source = g_hash_table_lookup(files->sources, path);
    GBytes *bytes = source == NULL ? theme_files_bytes(files, path) : NULL;
    if (source != NULL || bytes == NULL)
        return source;
    g_autofree char *shown = NULL;
    g_bytes_unref(find(files, path, &shown));
    gsize len;
    gconstpointer data = g_bytes_get_data(bytes, &len);
    char *copy = g_malloc(len + 1);
    if (len > 0)
        memcpy(copy, data, len);
    copy[len] = '\0';
    source = source_new(shown, copy, len, files->diags);
    g_hash_table_insert(files->sources, g_strdup(path), source);
    return source;
}

const Source *
theme_files_built_in(ThemeFiles *files, const char *path)
{
    g_autofree char *shown = g_strconcat("themes/default/", path, NULL);
    g_autofree char *resource = g_strconcat(PREFIX, path, NULL);
    Source *source = g_hash_table_lookup(files->sources, shown);
    if (source != NULL)
        return source;
    g_autoptr(GBytes) bytes = built_in_lookup(resource);
    if (bytes == NULL)
        return NULL;
    gsize len;
    const char *data = g_bytes_get_data(bytes, &len);
    source = source_new(shown, g_strndup(data, len), len, files->diags);
    g_hash_table_insert(files->sources, g_steal_pointer(&shown), source);
    return source;
}

char **
theme_files_static(const ThemeFiles *files)
{
    return (char **)files->statics->pdata;
}

guint64
theme_files_hash(const ThemeFiles *files)
{
    return files->hash;
}
