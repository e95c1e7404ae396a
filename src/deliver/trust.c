#include "deliver/trust.h"
#include "base/fs.h"
#include "deliver/fault.h"
#include <string.h>

enum { FILE_MAX = 1024 * 1024 };

char *
trust_path(void)
{
    const char *state = g_get_user_state_dir();
    g_autofree char *usual = g_build_filename(g_get_home_dir(), ".local", "state", NULL);
    return g_build_filename(g_path_is_absolute(state) ? state : usual, "maklumat", "tujuan",
                            NULL);
}

/* A path in a line. */
static char *
escape(const char *path)
{
    return g_uri_escape_string(path, "/ !\"#$&'()*+,:;<=>?@[]", TRUE);
}

char *
trust_name(const Target *target)
{
    if (target->kind == TARGET_FOLDER) {
        g_autofree char *place = fs_real_place(target->path);
        return escape(place);
    }
    GString *text = g_string_new(NULL);
    target_append_text(target, text);
    return g_string_free(text, FALSE);
}

/* A target, a tab, an absolute path. */
static gboolean
is_line(const char *line)
{
    const char *tab = strchr(line, '\t');
    return tab != NULL && tab > line && tab[1] == '/' && strchr(tab + 1, '\t') == NULL;
}

/* The lines of a list that is whole; NULL: it is not. */
static char **
split(const char *text, gsize len)
{
    if (strlen(text) != len || (len > 0 && text[len - 1] != '\n'))
        return NULL;
    char **lines = g_strsplit(text, "\n", -1);
    guint n = g_strv_length(lines);
    for (guint i = 0; i + 1 < n;
         i++) { /* the last is what stands behind the last line's end: nothing */
        if (!is_line(lines[i])) {
            g_strfreev(lines);
            return NULL;
        }
    }
    return lines;
}

/* The list's lines; of none or a damaged one no lines. NULL and an error: it cannot be read. */
static char **
read_lines(const char *path, gboolean *damaged, GError **error)
{
    gsize len = 0;
    GError *problem = NULL;
    g_autofree char *text = fs_read(FS_CWD, path, FILE_MAX, &len, &problem);
    gboolean missing = g_error_matches(problem, FS_ERROR, FS_ERROR_MISSING);
    if (problem != NULL && !missing && !g_error_matches(problem, FS_ERROR, FS_ERROR_TOO_BIG)) {
        g_propagate_error(error, problem);
        return NULL;
    }
    g_clear_error(&problem);
    char **lines = text != NULL ? split(text, len) : NULL;
    *damaged = lines == NULL && !missing;
    return lines != NULL ? lines : g_new0(char *, 1);
}

/* What a line of the project ends with. */
static char *
tail_of(const char *project)
{
    g_autofree char *shown = escape(project);
    return g_strconcat("\t", shown, NULL);
}

char *
trust_find(const char *path, const char *project, DiagLang lang, GError **error)
{
    gboolean damaged = FALSE;
    g_auto(GStrv) lines = read_lines(path, &damaged, error);
    g_autofree char *tail = tail_of(project);
    for (guint i = 0; lines != NULL && lines[i] != NULL; i++) {
        if (g_str_has_suffix(lines[i], tail))
            return g_strndup(lines[i], strlen(lines[i]) - strlen(tail));
    }
    if (damaged)
        fault_set(lang, error, FAULT_TRUST, path);
    return NULL;
}

/* The folder of the list, and those above it. */
static gboolean
make_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path), *above = g_path_get_dirname(folder);
    GError *problem = NULL;
    if (!fs_mkdir_p(FS_CWD, above, error))
        return FALSE;
    if (fs_mkdir_private(FS_CWD, folder, &problem) ||
        g_error_matches(problem, FS_ERROR, FS_ERROR_EXISTS)) {
        g_clear_error(&problem);
        return TRUE;
    }
    g_propagate_error(error, problem);
    return FALSE;
}

gboolean
trust_keep(const char *path, const char *project, const char *target, GError **error)
{
    gboolean damaged;
    g_auto(GStrv) lines = read_lines(path, &damaged, error);
    if (lines == NULL)
        return FALSE;
    g_autofree char *tail = tail_of(project);
    g_autoptr(GString) list = g_string_new(NULL);
    for (char **line = lines; *line != NULL; line++) {
        if (**line != '\0' && !g_str_has_suffix(*line, tail))
            g_string_append_printf(list, "%s\n", *line);
    }
    g_string_append_printf(list, "%s%s\n", target, tail);
    return make_folder(path, error) &&
           fs_replace_private(FS_CWD, path, list->str, list->len, error);
}
