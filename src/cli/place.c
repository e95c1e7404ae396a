#include "cli/place.h"
#include "base/fs.h"
#include "base/path.h"
#include <string.h>

static gboolean
is_kind(const char *path, FsKind kind)
{
    FsStat stat;
    return fs_stat(FS_CWD, path, &stat, NULL) && stat.kind == kind;
}

static gboolean
has_content(const char *dir)
{
    g_autofree char *content = g_build_filename(dir, "content", NULL);
    return is_kind(content, FS_DIR);
}

/* Further up only what is a site for certain: any folder may be called content. */
static gboolean
is_site(const char *dir)
{
    g_autofree char *site = g_build_filename(dir, "content", "situs.yaml", NULL);
    return is_kind(site, FS_FILE);
}

/* A folder as one would write it from here: "." and what lies below or above; else the whole path. */
static char *
shown_from_here(const char *whole)
{
    g_autofree char *here = g_canonicalize_filename(".", NULL);
    gsize n = strlen(whole), h = strlen(here);
    if (strcmp(whole, here) == 0)
        return g_strdup(".");
    if (strncmp(whole, here, h) == 0 && whole[h] == '/')
        return g_strdup(whole + h + 1);
    if (strncmp(here, whole, n) != 0 || here[n] != '/')
        return g_strdup(whole);
    GString *up = g_string_new("..");
    for (const char *at = here + n + 1; (at = strchr(at, '/')) != NULL; at++)
        g_string_append(up, "/..");
    return g_string_free(up, FALSE);
}

char *
place_project(const char *given)
{
    const char *start = given != NULL ? given : ".";
    if (has_content(start))
        return g_strdup(start);
    g_autofree char *whole = g_canonicalize_filename(start, NULL);
    for (char *slash; (slash = strrchr(whole, '/')) != NULL && slash != whole;) {
        *slash = '\0';
        if (is_site(whole))
            return shown_from_here(whole);
    }
    return g_strdup(start);
}

/* Whether a file lies in a folder of a project that builds read beside the content. */
static gboolean
is_beside_content(const char *file)
{
    static const char *const folders[] = {"instrumen", "themes"};
    g_autofree char *whole = g_canonicalize_filename(file, NULL);
    g_autofree char *above = g_path_get_dirname(file);
    g_autofree char *found = place_project(above), *root = g_canonicalize_filename(found, NULL);
    gboolean beside = FALSE;
    for (guint i = 0; !beside && i < G_N_ELEMENTS(folders) && is_site(root); i++) {
        g_autofree char *folder = g_build_filename(root, folders[i], NULL);
        beside = path_is_at(whole, folder);
    }
    return beside;
}

PlaceFault
place_look(const char *given)
{
    if (given == NULL || g_file_test(given, G_FILE_TEST_IS_DIR))
        return PLACE_FINE;
    g_autofree char *inside = NULL, *project = place_file(given, &inside);
    if (!g_file_test(given, G_FILE_TEST_EXISTS)) {
        project = place_project(given);
        return strcmp(project, given) == 0 ? PLACE_FINE : PLACE_MISSING;
    }
    if (project != NULL)
        return PLACE_FINE;
    return is_beside_content(given) ? PLACE_NO_TEXT : PLACE_OUTSIDE;
}

char *
place_file(const char *file, char **inside)
{
    *inside = NULL;
    if (!is_kind(file, FS_FILE))
        return NULL;
    g_autofree char *folder = g_path_get_dirname(file);
    g_autofree char *found = place_project(folder),
                    *root = g_canonicalize_filename(found, NULL);
    g_autofree char *project =
        g_path_is_absolute(file) ? g_strdup(root) : shown_from_here(root);
    g_autofree char *content = g_build_filename(project, "content", NULL);
    g_autofree char *from = g_canonicalize_filename(content, NULL);
    g_autofree char *to = g_canonicalize_filename(file, NULL);
    gsize n = strlen(from);
    if (strncmp(to, from, n) != 0 || to[n] != '/')
        return NULL;
    *inside = g_strdup(to + n + 1);
    return g_steal_pointer(&project);
}

char *
place_agency(const char *project, const char *inside)
{
    g_autofree char *folder = g_path_get_dirname(inside);
    for (;;) {
        const char *shown = strcmp(folder, ".") == 0 ? "" : folder;
        g_autofree char *yaml =
            g_build_filename(project, "content", shown, "instansi.yaml", NULL);
        g_autofree char *prose =
            g_build_filename(project, "content", shown, "instansi.md", NULL);
        if (is_kind(yaml, FS_FILE) || is_kind(prose, FS_FILE) || *shown == '\0')
            return g_strdup(shown);
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
    }
}
