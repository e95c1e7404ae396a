#include "cli/content.h"
#include <string.h>

char *
content_root(const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    if (g_str_has_suffix(whole, "/content"))
        return g_strndup(whole, strlen(whole) - strlen("/content"));
    const char *found = g_strrstr(whole, "/content/");
    return found != NULL ? g_strndup(whole, (gsize)(found - whole)) : NULL;
}

char *
content_below(const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    const char *found = g_strrstr(whole, "/content/");
    return g_strdup(found != NULL && !g_str_has_suffix(whole, "/content")
                        ? found + strlen("/content/")
                        : "");
}

gboolean
content_open(const char *dir, Content *content, GError **error)
{
    g_autoptr(DiagList) dropped = diag_list_new();
    g_autofree char *path = g_build_filename(dir, "content", NULL);
    *content = (Content){scan_new(path, 1, dropped, error), NULL};
    if (content->scan != NULL)
        content->data = site_load(content->scan, dropped, error);
    if (content->data != NULL)
        return TRUE;
    content_close(content);
    return FALSE;
}

void
content_close(Content *content)
{
    g_clear_pointer(&content->data, site_free);
    g_clear_pointer(&content->scan, scan_free);
}

const char *
content_path(const char *path)
{
    while (g_str_has_prefix(path, "./"))
        path += 2;
    if (strcmp(path, "content") == 0 || g_str_has_prefix(path, "content/"))
        path += strlen("content") + (path[7] == '/');
    return path;
}

const ScanAgency *
content_find_agency(const Content *content, const char *path)
{
    g_autofree char *folder = g_strdup(content_path(path));
    for (;;) {
        gsize len = strlen(folder);
        while (len > 0 && folder[len - 1] == '/')
            folder[--len] = '\0';
        const ScanAgency *found = scan_find_agency(content->scan, folder);
        if (found != NULL || len == 0)
            return found;
        char *slash = strrchr(folder, '/');
        *(slash != NULL ? slash : folder) = '\0';
    }
}
