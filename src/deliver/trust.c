#include "deliver/trust.h"
#include "base/fs.h"
#include <string.h>

enum { FILE_MAX = 1024 * 1024 };

char *
trust_path(void)
{
    return g_build_filename(g_get_user_state_dir(), "maklumat", "tujuan", NULL);
}

gboolean
trust_has(const char *path, const char *server)
{
    gsize len;
    g_autofree char *text = fs_read(FS_CWD, path, FILE_MAX, &len, NULL);
    g_auto(GStrv) lines = text != NULL ? g_strsplit(text, "\n", -1) : NULL;
    return lines != NULL && *server != '\0' &&
           g_strv_contains((const char *const *)lines, server);
}

gboolean
trust_add(const char *path, const char *server, GError **error)
{
    gsize len;
    GError *problem = NULL;
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *text = fs_read(FS_CWD, path, FILE_MAX, &len, &problem);
    if (text == NULL && !g_error_matches(problem, FS_ERROR, FS_ERROR_MISSING)) {
        g_propagate_error(error, problem);
        return FALSE;
    }
    g_clear_error(&problem);
    g_autoptr(GString) list = g_string_new(text);
    if (list->len > 0 && list->str[list->len - 1] != '\n')
        g_string_append_c(list, '\n');
    g_string_append_printf(list, "%s\n", server);
    return fs_mkdir_p(FS_CWD, folder, error) &&
           fs_replace(FS_CWD, path, list->str, list->len, error);
}
