#include "model/scan-names.h"
#include "model/scan-private.h"
#include "text/slug.h"
#include <string.h>

gboolean
scan_version_read(Arena *arena, const char *folder, const char *name, ScanVersion *version)
{
    enum { DAY = sizeof "2026-01-16" - 1 };
    const char *ext = scan_has_ext(name, ".md") ? ".md" : ".yaml";
    gsize n = strlen(name);
    if (!scan_has_ext(name, ext) || n < strlen(ext) + DAY + 2)
        return FALSE;
    gsize slug_len = n - strlen(ext) - DAY - 1;
    g_autofree char *day = g_strndup(name + slug_len + 1, DAY);
    g_autofree char *slug = g_strndup(name, slug_len);
    version->page = arena_concat(arena, folder, *folder != '\0' ? "/" : "", slug, NULL);
    return name[slug_len] == '.' && slug_is_valid(slug) && g_ascii_isdigit(day[0]) &&
           date_parse(day, &version->date) == DATE_READ;
}

static int
compare_versions(gconstpointer a, gconstpointer b)
{
    const ScanVersion *x = a, *y = b;
    int order = strcmp(x->page, y->page);
    if (order == 0)
        order = date_compare(x->date, y->date);
    return order != 0 ? order : strcmp(x->file.path, y->file.path);
}

void
scan_versions_freeze(Scan *scan, GArray *versions)
{
    guint n = scan->n_versions = versions->len;
    if (n == 0)
        return;
    g_array_sort(versions, compare_versions);
    ScanVersion *all = arena_alloc(scan->arena, n * sizeof *all);
    memcpy(all, versions->data, n * sizeof *all);
    scan->versions = all;
}

/* Those of one charter stand together. */
const ScanVersion *
scan_find_versions(const Scan *scan, const ScanService *service, guint *n)
{
    const ScanVersion *all = scan->versions;
    guint low = 0, high = scan->n_versions;
    *n = 0;
    if (high == 0 || service->lang != NULL)
        return NULL;
    g_autoptr(Arena) arena = arena_new();
    const char *page = scan_service_page(service, arena);
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(all[middle].page, page) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + *n < scan->n_versions && strcmp(all[low + *n].page, page) == 0)
        ++*n;
    return all + low;
}
