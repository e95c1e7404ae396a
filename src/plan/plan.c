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
    if (slash == NULL)
        return is_one_of(path, shared_names, G_N_ELEMENTS(shared_names)) ||
               g_str_has_prefix(path, "a-z-") || g_str_has_prefix(path, "sitemap-") ||
               strcmp(path, ".maklumat") == 0;
    g_autofree char *first = g_strndup(path, (gsize)(slash - path));
    return is_one_of(first, shared_folders, G_N_ELEMENTS(shared_folders));
}

/* index-2.html, biaya-3.html: further pages of a long list. */
static gboolean
is_numbered(const char *name)
{
    const char *dash = strrchr(name, '-');
    if (dash == NULL || !g_str_has_suffix(name, ".html"))
        return FALSE;
    gsize digits = strspn(dash + 1, "0123456789");
    return digits > 0 && strcmp(dash + 1 + digits, ".html") == 0;
}

static gboolean
is_list_page(const char *name)
{
    static const char *const lists[] = {"index-", "biaya-", "mutu-", "pengaduan-"};
    for (gsize i = 0; is_numbered(name) && i < G_N_ELEMENTS(lists); i++) {
        if (g_str_has_prefix(name, lists[i]))
            return TRUE;
    }
    return FALSE;
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

void
plan_append_former(GString *out, const char *former)
{
    const char *slash = strrchr(former, '/'), *name = slash ? slash + 1 : former;
    g_string_append(out, former);
    if (*name == '\0')
        g_string_append(out, "index.html");
    else if (!g_str_has_suffix(name, ".html") && !g_str_has_suffix(name, ".htm"))
        g_string_append(out, ".html");
}

static void
check_formers(const Scan *scan, TextList *list, GHashTable *seen, DiagList *diags)
{
    guint kept = 0;
    for (guint i = 0; i < list->n; i++) {
        Text former = list->items[i];
        g_autoptr(GString) path = g_string_new(NULL);
        plan_append_former(path, former.str);
        if (plan_is_taken(scan, path->str) || !g_hash_table_add(seen, g_strdup(path->str)))
            diag_add(diags, DIAG_PATH_TAKEN, former.mark, (guint)strlen(former.str), path->str,
                     NULL);
        else
            ((Text *)list->items)[kept++] = former;
    }
    list->n = kept;
}

void
plan_check_agency(const Scan *scan, const Loaded *loaded, DiagList *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Agency *agency = loaded->agency;
    for (guint i = 0; i < agency->services.n; i++)
        check_formers(scan, &agency->services.items[i].alamat_lama, seen, diags);
    for (guint i = 0; i < agency->n_files; i++) {
        if (!plan_is_taken(scan, agency->files[i]))
            continue;
        g_autofree char *display = scan_display_path(scan, agency->files[i]);
        diag_add_path(diags, DIAG_PATH_TAKEN, display, agency->files[i], NULL);
    }
}

static void
claim(const Scan *scan, GHashTable *seen, const char *path, const char *file, DiagList *diags)
{
    if (g_hash_table_add(seen, g_strdup(path)))
        return;
    g_autofree char *display = scan_display_path(scan, file);
    diag_add_path(diags, DIAG_PATH_TAKEN, display, path, NULL);
}

/* What stands in the agency's former folders: forwarding pages for its home page and services. */
static void
claim_folders(const Scan *scan, GHashTable *seen, const AgencyCard *card, DiagList *diags)
{
    const ScanAgency *agency = scan_find_agency(scan, card->path);
    gsize own = strlen(card->path) + (*card->path != '\0');
    for (guint k = 0; k < card->alamat_lama.n; k++) {
        g_autofree char *folder = g_strdup(card->alamat_lama.items[k]);
        while (g_str_has_suffix(folder, "/"))
            folder[strlen(folder) - 1] = '\0';
        for (guint i = 0; *folder != '\0' && i <= card->n_services; i++) {
            const char *page = i < card->n_services ? card->services[i].page + own : "index";
            g_autofree char *path = g_strconcat(folder, "/", page, ".html", NULL);
            if (!plan_is_taken(scan, path))
                claim(scan, seen, path, agency->folder->agency->path, diags);
        }
    }
}

void
plan_check_formers(const Scan *scan,
                   const AgencyCard *const *cards,
                   guint n_cards,
                   DiagList *diags)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < n_cards; i++) {
        for (guint k = 0; k < cards[i]->n_services; k++) {
            const ServiceCard *service = &cards[i]->services[k];
            const ScanService *scanned = scan_find_page(scan, service->page, NULL);
            for (guint j = 0; scanned != NULL && j < service->alamat_lama.n; j++) {
                g_autoptr(GString) path = g_string_new(NULL);
                plan_append_former(path, service->alamat_lama.items[j]);
                claim(scan, seen, path->str, scanned->file.path, diags);
            }
        }
        claim_folders(scan, seen, cards[i], diags);
    }
}

void
plan_check_statics(const Scan *scan, DiagList *diags)
{
    for (guint i = 0; i < scan->statics.n; i++) {
        const char *path = scan->statics.items[i].path + strlen("statis/");
        if (!plan_is_taken(scan, path) && scan_find_other(scan, path) == NULL)
            continue;
        g_autofree char *display = scan_display_path(scan, scan->statics.items[i].path);
        diag_add_path(diags, DIAG_PATH_TAKEN, display, path, NULL);
    }
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
