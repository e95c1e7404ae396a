#include "base/path.h"
#include "plan/plan.h"
#include "publish/build-private.h"
#include "text/address.h"
#include <string.h>

/* Pages of services lie in an agency's folder or below, and there its data were published. The folder; NULL: none. */
static char *
find_former_agency(const Tree *tree, const char *path)
{
    g_autofree char *folder = g_strdup(path);
    do {
        char *slash = strrchr(folder, '/');
        *(slash != NULL ? slash : folder) = '\0';
        g_autofree char *data =
            address_dup(ADDRESS_AGENCY_JSON, &(AddressParts){.folder = folder});
        if (tree_was_published(tree, data))
            return g_steal_pointer(&folder);
    } while (*folder != '\0');
    return NULL;
}

void
build_keep_others(const Build *b)
{
    const char *only = b->options->only;
    if (only == NULL)
        return;
    g_autoptr(GPtrArray) gone = tree_deletions(b->tree);
    for (guint i = 0; i < gone->len; i++) {
        const char *path = gone->pdata[i];
        g_autofree char *folder = find_former_agency(b->tree, path);
        if (folder == NULL || !path_is_at(folder, only) ||
            scan_has_static(b->scan, path, FALSE))
            tree_keep_published(tree_worker(b->tree, 0), path);
    }
}

static int
compare_to_path(gconstpointer path, gconstpointer item)
{
    return strcmp(path, *(const char *const *)item);
}

static gboolean
goes(const GPtrArray *gone, const char *path)
{
    return bsearch(path, gone->pdata, gone->len, sizeof *gone->pdata, compare_to_path) != NULL;
}

/* The whole agency goes, not a service of it. */
static gboolean
agency_goes(const GPtrArray *gone, const char *folder)
{
    g_autofree char *data = address_dup(ADDRESS_AGENCY_JSON, &(AddressParts){.folder = folder});
    return *folder != '\0' && goes(gone, data);
}

/* How many services' pages of the former agency go, from the `from`th on. */
static guint
count_former_services(const Build *b, const GPtrArray *gone, guint from, const char *folder)
{
    guint n = 0;
    for (guint i = from; i < gone->len; i++) {
        g_autofree char *other = plan_was_service(gone->pdata[i])
                                     ? find_former_agency(b->tree, gone->pdata[i])
                                     : NULL;
        n += g_strcmp0(other, folder) == 0 ? 1 : 0;
    }
    return n;
}

/* A renamed folder is one cause, however many pages it had: it is told at the first of them, the `from`th that goes. */
static void
report_former_agency(
    const Build *b, const GPtrArray *gone, guint from, const char *folder, DiagList *diags)
{
    char count[16];
    g_snprintf(count, sizeof count, "%u", count_former_services(b, gone, from, folder));
    g_autofree char *source = g_build_filename(b->content, folder, NULL);
    diag_add_path(diags, DIAG_AGENCY_VANISHED, source, folder, count, NULL);
}

/* The page of a translation goes, its original's stays. Where the text is still there, the site has given its language up: one
 * cause, however many pages it had. `told`: languages. */
static void
report_translation(const Build *b, const char *path, GHashTable *told, DiagList *diags)
{
    g_autofree char *page = g_strndup(path, strlen(path) - strlen(".html"));
    const ScanService *text = scan_find_page(b->scan, page, NULL);
    if (text == NULL) {
        g_autofree char *source = g_strconcat(b->content, "/", page, ".md", NULL);
        diag_add_path(diags, DIAG_TRANSLATION_VANISHED, source, path, NULL);
    } else if (g_hash_table_add(told, g_strdup(text->lang))) {
        g_autofree char *source = g_build_filename(b->content, "situs.yaml", NULL);
        diag_add_path(diags, DIAG_TRANSLATION_VANISHED, source, path, text->lang, NULL);
    }
}

static void
report_service(const Build *b, const char *path, DiagList *diags)
{
    g_autofree char *page = g_strndup(path, strlen(path) - strlen(".html"));
    g_autofree char *source = g_strconcat(b->content, "/", page, ".md", NULL);
    diag_add_path(diags, DIAG_PAGE_VANISHED, source, path, NULL);
}

void
build_check_vanishing(const Build *b, DiagList *diags)
{
    if (b->options->force || b->options->draft)
        return;
    g_autoptr(GPtrArray) gone = tree_deletions(b->tree);
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) langs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < gone->len; i++) {
        const char *path = gone->pdata[i];
        g_autofree char *original = plan_was_translation(path);
        gboolean service = plan_was_service(path);
        if (!service && (original == NULL || goes(gone, original)))
            continue;
        g_autofree char *folder = find_former_agency(b->tree, path);
        if (folder == NULL) {
            diag_add_path(diags, DIAG_ADDRESS_VANISHED, b->content, path, NULL);
        } else if (agency_goes(gone, folder)) {
            if (g_hash_table_add(told, g_strdup(folder)))
                report_former_agency(b, gone, i, folder, diags);
        } else if (service) {
            report_service(b, path, diags);
        } else {
            report_translation(b, path, langs, diags);
        }
    }
}
