#include "base/fs.h"
#include "model/scan-private.h"
#include "text/address.h"
#include <stdlib.h>
#include <string.h>

/* ---- paths ---- */

static const char *
path_of(const ScanService *service, const char *ext, Arena *arena)
{
    const char *folder = service->folder->path;
    gsize above = strlen(folder), own = strlen(service->slug), more = strlen(ext);
    gsize lang = service->lang != NULL ? strlen(service->lang) + 1 : 0;
    char *path = arena_new_text(arena, above + (above > 0) + own + lang + more), *end = path;
    memcpy(end, folder, above);
    end += above;
    if (above > 0)
        *end++ = '/';
    memcpy(end, service->slug, own);
    end += own;
    if (lang > 0) {
        *end++ = '.';
        memcpy(end, service->lang, lang - 1);
        end += lang - 1;
    }
    memcpy(end, ext, more);
    return path;
}

const char *
scan_service_path(const ScanService *service, Arena *arena)
{
    return path_of(service, service->ext, arena);
}

const char *
scan_service_page(const ScanService *service, Arena *arena)
{
    return path_of(service, "", arena);
}

char *
scan_display_path(const Scan *scan, const char *path)
{
    return *path == '\0' ? g_strdup(scan->label) : g_strconcat(scan->label, "/", path, NULL);
}

/* ---- finding ---- */

gboolean
scan_ignores_case(const Scan *scan)
{
    return scan->n_agencies > 0 &&
           fs_ignores_case(scan->dir, scan->agencies[0].folder->agency->path);
}

const ScanFile *
scan_find_other(const Scan *scan, const char *path)
{
    ScanFile key = {.path = path};
    return bsearch(&key, scan->others.items, scan->others.n, sizeof key, scan_compare_files);
}

const ScanFile *
scan_find_own_page(const Scan *scan, const char *page)
{
    g_autofree char *path = g_strconcat(page, ".md", NULL);
    ScanFile key = {.path = path};
    return bsearch(&key, scan->pages.items, scan->pages.n, sizeof key, scan_compare_files);
}

/* Index of the first path that is not before the wanted one. */
static guint
first_from(const ScanFileList *files, const char *wanted)
{
    guint low = 0, high = files->n;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(files->items[middle].path, wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

guint
scan_first_other(const Scan *scan, const char *folder)
{
    g_autofree char *wanted = g_strconcat(folder, *folder != '\0' ? "/" : "", NULL);
    return first_from(&scan->others, wanted);
}

const ScanFolder *
scan_find_owner(const Scan *scan, const char *file)
{
    const char *slash = strrchr(file, '/');
    g_autofree char *path = g_strndup(file, slash != NULL ? (gsize)(slash - file) : 0);
    if (g_str_has_prefix(file, ADDRESS_OWN_PAGES "/"))
        return NULL;
    return scan_owner_of(scan_find_folder(scan, path));
}

gboolean
scan_has_static(const Scan *scan, const char *path, gboolean folder)
{
    g_autofree char *wanted = g_strconcat("statis/", path, folder ? "/" : "", NULL);
    guint low = first_from(&scan->statics, wanted);
    const char *found = low < scan->statics.n ? scan->statics.items[low].path : "";
    return folder ? g_str_has_prefix(found, wanted) : strcmp(found, wanted) == 0;
}

const ScanFolder *
scan_find_folder(const Scan *scan, const char *path)
{
    ScanFolder folder = {.path = path};
    const ScanFolder *key = &folder;
    const ScanFolder **found =
        bsearch(&key, scan->folders, scan->n_folders, sizeof key, scan_compare_folders);
    return found ? *found : NULL;
}

const ScanAgency *
scan_find_agency(const Scan *scan, const char *path)
{
    ScanFolder folder = {.path = path};
    ScanAgency key = {.folder = &folder};
    return bsearch(&key, scan->agencies, scan->n_agencies, sizeof key, scan_compare_agencies);
}

const ScanService *
scan_find_page(const Scan *scan, const char *page, const ScanAgency **agency)
{
    const char *slash = strrchr(page, '/');
    g_autofree char *path = g_strndup(page, slash ? (gsize)(slash - page) : 0);
    const ScanFolder *folder = scan_find_folder(scan, path);
    const ScanFolder *owner = scan_owner_of(folder);
    const ScanAgency *found = owner ? scan_find_agency(scan, owner->path) : NULL;
    if (found == NULL)
        return NULL;
    g_autofree char *stem = g_strdup(slash ? slash + 1 : page);
    ScanService key = {.folder = folder};
    scan_split_lang(stem, &key.slug, &key.lang);
    const ScanService *service =
        bsearch(&key, found->services, found->n_services, sizeof key, scan_compare_pages);
    if (service != NULL && agency != NULL)
        *agency = found;
    return service;
}
