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

/* Sorted by page, so those of one charter stand together. */
static void
find_versions(const ScanVersion *all, guint n, ScanService *service)
{
    guint low = 0, high = n;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (strcmp(all[middle].page, service->page) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    service->versions = all + low;
    while (low + service->n_versions < n &&
           strcmp(all[low + service->n_versions].page, service->page) == 0)
        service->n_versions++;
}

void
scan_versions_hand_out(Arena *arena, GArray *versions, ScanAgency *agencies, guint n_agencies)
{
    guint n = versions->len;
    if (n == 0)
        return;
    g_array_sort(versions, compare_versions);
    ScanVersion *all = arena_alloc(arena, n * sizeof *all);
    memcpy(all, versions->data, n * sizeof *all);
    for (guint a = 0; a < n_agencies; a++) {
        for (guint i = 0; i < agencies[a].n_services; i++) {
            if (agencies[a].services[i].lang == NULL)
                find_versions(all, n, &agencies[a].services[i]);
        }
    }
}
