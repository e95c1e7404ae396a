#include "cli/version.h"
#include "base/fs.h"
#include "base/source.h"
#include <fcntl.h>
#include <string.h>

/* ---- git ---- */

/* Runs git without a shell; *out (may be NULL) receives what it printed. */
static gboolean
run_git(const char *const *argv, const char *index, char **out, GError **error)
{
    g_auto(GStrv) environment = g_get_environ();
    g_autofree char *printed = NULL, *complained = NULL;
    int status = 0;
    if (index != NULL)
        environment = g_environ_setenv(environment, "GIT_INDEX_FILE", index, TRUE);
    if (!g_spawn_sync(NULL, (char **)(guintptr)argv, environment, G_SPAWN_SEARCH_PATH, NULL,
                      NULL, &printed, &complained, &status, error) ||
        !g_spawn_check_wait_status(status, error))
        return FALSE;
    if (out != NULL)
        *out = g_steal_pointer(&printed);
    return TRUE;
}

/* The files of a revision, written to `into` by way of an index of its own. */
static gboolean
check_out(const char *name, const char *dir, const char *into, GError **error)
{
    g_autofree char *index = g_build_filename(into, ".index", NULL);
    g_autofree char *prefix = g_strconcat("--prefix=", into, "/", NULL);
    g_autofree char *commit = g_strconcat(name, "^{tree}", NULL), *tree = NULL;
    const char *const verify[] = {
        "git", "-C", dir, "rev-parse", "--verify", "-q", "--end-of-options", commit, NULL};
    if (!run_git(verify, NULL, &tree, error))
        return FALSE;
    g_strchomp(tree);
    const char *const read[] = {"git", "-C", dir, "read-tree", tree, NULL};
    const char *const write[] = {"git", "-C", dir, "checkout-index", "-a", prefix, NULL};
    return run_git(read, index, NULL, error) && run_git(write, index, NULL, error);
}

/* The project's folder within its checkout: "" or "situs/". */
static char *
place_in_checkout(const char *dir, GError **error)
{
    const char *const argv[] = {"git", "-C", dir, "rev-parse", "--show-prefix", NULL};
    char *place = NULL;
    if (!run_git(argv, NULL, &place, error))
        return NULL;
    return g_strchomp(place);
}

/* ---- folders ---- */

static gboolean
open_content(const char *folder, Version *version, GError **error)
{
    g_autoptr(DiagList) dropped = diag_list_new();
    version->scan = scan_new(folder, 1, dropped, error);
    if (version->scan != NULL)
        version->data = site_load(version->scan, dropped, error);
    return version->data != NULL;
}

/* The content folder of a project, or the folder itself. */
static gboolean
open_folder(const char *folder, Version *version, GError **error)
{
    g_autofree char *content = g_build_filename(folder, "content", NULL);
    return open_content(g_file_test(content, G_FILE_TEST_IS_DIR) ? content : folder, version,
                        error);
}

static gboolean
make_folder(Version *version, GError **error)
{
    version->made = g_dir_make_tmp("maklumat-XXXXXX", error);
    return version->made != NULL;
}

/* A charter alone, as if its agency had nothing else; an agency's own file stands for itself. */
static gboolean
open_file(const char *path, Version *version, GError **error)
{
    g_autofree char *bytes = NULL, *base = g_path_get_basename(path);
    gsize len;
    if (!make_folder(version, error) ||
        (bytes = fs_read(FS_CWD, path, SOURCE_MAX_BYTES, &len, error)) == NULL)
        return FALSE;
    static const char no_name[] = "nama: -\n";
    gboolean agency = g_str_has_prefix(base, "instansi.");
    const char *dot = strrchr(base, '.');
    g_autofree char *own = g_build_filename(version->made, "instansi.yaml", NULL);
    g_autofree char *copy =
        agency ? g_build_filename(version->made, base, NULL)
               : g_strconcat(version->made, "/piagam", dot != NULL ? dot : ".md", NULL);
    return (agency || fs_write(FS_CWD, own, no_name, strlen(no_name), error)) &&
           fs_write(FS_CWD, copy, bytes, len, error) &&
           open_content(version->made, version, error);
}

static gboolean
open_revision(const char *name, const char *dir, Version *version, GError **error)
{
    g_autofree char *place = place_in_checkout(dir, error);
    if (place == NULL || !make_folder(version, error) ||
        !check_out(name, dir, version->made, error))
        return FALSE;
    g_autofree char *project = g_build_filename(version->made, place, NULL);
    return open_folder(project, version, error);
}

gboolean
version_open(const char *name, const char *dir, Version *version, GError **error)
{
    *version = (Version){0};
    if (g_file_test(name, G_FILE_TEST_IS_DIR))
        return open_folder(name, version, error);
    if (g_file_test(name, G_FILE_TEST_EXISTS))
        return open_file(name, version, error);
    return open_revision(name, dir, version, error);
}

void
version_close(Version *version)
{
    g_clear_pointer(&version->data, site_free);
    g_clear_pointer(&version->scan, scan_free);
    if (version->made != NULL)
        fs_remove_tree(AT_FDCWD, version->made, NULL);
    g_clear_pointer(&version->made, g_free);
}
