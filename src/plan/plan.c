#include "plan/plan.h"
#include "text/slug.h"
#include <string.h>

/* Folders at the root that hold generated pages only. */
static const char *const shared_folders[] = {"aset", "bandingkan", "cari",
                                             "data", "keperluan",  "peristiwa"};
/* Files at the root beside the home page; each agency's folder has the second list. */
static const char *const shared_names[] = {
    "404.html",    "a-z.html",     "aksesibilitas.html", "biaya.html",
    "index.html",  "mutu.html",    "pengaduan.html",     "robots.txt",
    "sitemap.xml", "tentang.html", "umpan.xml",
};
static const char *const agency_names[] = {
    "biaya.html", "cetak.html", "data.csv",   "data.json",
    "index.html", "mutu.html",  "papan.html", "pengaduan.html",
};

static gboolean
is_one_of(const char *name, const char *const *names, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        if (strcmp(name, names[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_shared(const char *path)
{
    const char *slash = strchr(path, '/');
    if (g_str_has_prefix(path, ".maklumat")) /* the manifest, and what publishing uses */
        return TRUE;
    if (slash == NULL)
        return is_one_of(path, shared_names, G_N_ELEMENTS(shared_names)) ||
               g_str_has_prefix(path, "a-z-") || g_str_has_prefix(path, "sitemap-");
    g_autofree char *first = g_strndup(path, (gsize)(slash - path));
    return is_one_of(first, shared_folders, G_N_ELEMENTS(shared_folders));
}

static gboolean
is_list_page(const char *name)
{
    if (!g_str_has_suffix(name, ".html"))
        return FALSE;
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".html"));
    return slug_is_list_page(stem);
}

gboolean
plan_is_taken(const Scan *scan, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    g_autofree char *folder = g_strndup(path, slash ? (gsize)(slash - path) : 0);
    if (is_shared(path) || is_list_page(name))
        return TRUE;
    if (g_str_has_suffix(path, ".html")) {
        g_autofree char *page = g_strndup(path, strlen(path) - strlen(".html"));
        if (scan_find_page(scan, page, NULL) != NULL)
            return TRUE;
    }
    if (scan_find_agency(scan, folder) != NULL &&
        is_one_of(name, agency_names, G_N_ELEMENTS(agency_names)))
        return TRUE;
    const ScanFolder *here = scan_find_folder(scan, folder);
    if (here != NULL && strcmp(name, "index.html") == 0)
        return here->region != NULL;
    return g_str_has_suffix(folder, "/poster") || strcmp(folder, "poster") == 0;
}

gboolean
plan_climb(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash != NULL)
        *slash = '\0';
    return slash != NULL;
}

gboolean
plan_is_file(const Scan *scan, const char *path)
{
    return plan_is_taken(scan, path) || scan_find_other(scan, path) != NULL ||
           scan_has_static(scan, path, FALSE);
}

static gboolean
is_folder(const Scan *scan, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (scan_find_folder(scan, path) != NULL || scan_has_static(scan, path, TRUE))
        return TRUE;
    if (slash == NULL)
        return is_one_of(path, shared_folders, G_N_ELEMENTS(shared_folders));
    g_autofree char *above = g_strndup(path, (gsize)(slash - path));
    return strcmp(slash, "/poster") == 0 && scan_find_agency(scan, above) != NULL;
}

char *
plan_find_clash(const Scan *scan, const char *path)
{
    g_autofree char *above = g_strdup(path);
    if (is_folder(scan, path))
        return g_strconcat(path, "/", NULL);
    while (plan_climb(above)) {
        if (plan_is_file(scan, above))
            return g_steal_pointer(&above);
    }
    return NULL;
}

gboolean
plan_is_free(const Scan *scan, const char *path)
{
    if (plan_is_file(scan, path))
        return FALSE;
    g_autofree char *clash = plan_find_clash(scan, path);
    return clash == NULL;
}

static gboolean
ends_as_page(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL &&
           (g_ascii_strcasecmp(dot, ".html") == 0 || g_ascii_strcasecmp(dot, ".htm") == 0);
}

void
plan_append_former(GString *out, const char *former)
{
    const char *slash = strrchr(former, '/'), *name = slash ? slash + 1 : former;
    g_string_append(out, former);
    if (*name == '\0')
        g_string_append(out, "index.html");
    else if (!ends_as_page(name))
        g_string_append(out, ".html");
}

void
plan_append_moved(GString *out, const char *former, const char *page)
{
    gsize len = strlen(former);
    while (len > 0 && former[len - 1] == '/')
        len--;
    g_string_append_len(out, former, (gssize)len);
    g_string_append_c(out, '/');
    g_string_append(out, page);
}

gboolean
plan_was_service(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (is_shared(path) || is_list_page(name) || !g_str_has_suffix(name, ".html"))
        return FALSE;
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(".html"));
    return slug_is_valid(stem) && !slug_is_reserved(stem);
}
