#include "deliver/inspect.h"
#include "base/borrow.h"
#include "base/fs-words.h"
#include "base/fs.h"
#include "base/path.h"
#include "base/work.h"
#include "deliver/fault.h"
#include "deliver/inspect-added.h"
#include "deliver/origin.h"
#include "deliver/web.h"
#include <libxml/parser.h>
#include <string.h>

enum {
    PAGE_LIMIT = 8 * 1024 * 1024, /* of a page whose links are compared */
    FOREIGN_MAX = 1000,           /* names of others' files */
    DEPTH_MAX = 32,               /* folders in folders */
    JOBS = 4
};

/* ---- findings ---- */

static void
clear_finding(gpointer data)
{
    InspectFinding *finding = data;
    g_free(finding->path);
    g_free(finding->detail);
    g_clear_pointer(&finding->added, g_ptr_array_unref);
}

void
inspection_clear(Inspection *inspection)
{
    g_clear_pointer(&inspection->findings, g_array_unref);
}

static void
add(Inspection *inspection, InspectKind kind, const char *path)
{
    InspectFinding finding = {.kind = kind, .path = g_strdup(path)};
    g_array_append_val(inspection->findings, finding);
}

static gboolean
is_page(const char *path)
{
    return g_str_has_suffix(path, ".html");
}

/* A file of which only what stands in pages is wanted, or that no server shows. */
static gboolean
is_wanted(const char *path, const InspectOptions *options, gboolean served)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    if (served && *name == '.')
        return FALSE;
    return !options->pages_only || is_page(path) || g_str_has_suffix(path, ".css") ||
           g_str_has_suffix(path, ".js");
}

/* A file of the site. */
typedef struct Ours {
    const Parcel *parcel;
    const char *bytes;
    gsize len;
} Ours;

/* What a file that was read is, compared with ours. */
static void
judge(const Ours *ours, const GString *theirs, InspectFinding *finding)
{
    if (theirs->len == ours->len && memcmp(theirs->str, ours->bytes, ours->len) == 0) {
        finding->kind = N_INSPECT_KINDS; /* nothing to tell */
        return;
    }
    finding->kind = INSPECT_CHANGED;
    if (is_page(ours->parcel->path) && theirs->len <= PAGE_LIMIT)
        finding->added = inspect_added(ours->bytes, ours->len, theirs->str, theirs->len);
}

/* ---- a folder ---- */

/* Our names in small letters, where the folder takes any letters for them; else NULL. */
static GHashTable *
names_alike(const Parcels *parcels, int folder)
{
    if (!fs_ignores_case(folder, ORIGIN_MANIFEST))
        return NULL;
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < parcels->list->len; i++)
        g_hash_table_add(names, path_small(g_array_index(parcels->list, Parcel, i).path));
    return names;
}

static gboolean
is_ours(const Origin *origin, GHashTable *alike, const char *path)
{
    if (alike == NULL)
        return manifest_find(origin->files, path) != NULL;
    g_autofree char *small = path_small(path);
    return g_hash_table_contains(alike, small);
}

typedef struct Strangers {
    const Origin *origin;
    GHashTable *alike; /* of names_alike() */
    int folder;
    Inspection *inspection;
} Strangers;

/* Others' files below `path` ("" = the folder itself), in the order of names. */
static gboolean
find_foreign(const Strangers *strangers, const char *path, guint depth, GError **error)
{
    g_autoptr(FsList) list =
                  fs_list(strangers->folder, *path != '\0' ? path : ".", FALSE, error);
    if (list == NULL)
        return FALSE;
    Inspection *inspection = strangers->inspection;
    for (guint i = 0; i < list->n && inspection->findings->len < FOREIGN_MAX; i++) {
        const FsEntry *entry = &list->entries[i];
        g_autofree char *name =
            *path != '\0' ? g_strconcat(path, "/", entry->name, NULL) : g_strdup(entry->name);
        if (g_str_has_prefix(name, ORIGIN_MANIFEST))
            continue;
        if (entry->stat.kind == FS_DIR && depth < DEPTH_MAX) {
            if (!find_foreign(strangers, name, depth + 1, error))
                return FALSE;
        } else if (!is_ours(strangers->origin, strangers->alike, name)) {
            add(inspection, INSPECT_FOREIGN, name);
        }
    }
    return TRUE;
}

static gboolean
compare_file(const Origin *origin,
             const Parcel *parcel,
             int folder,
             Inspection *inspection,
             GError **error)
{
    g_autofree char *ours = NULL, *theirs = NULL;
    gsize ours_len, len;
    g_autoptr(GError) failure = NULL;
    if (!origin_read(origin, parcel, &ours, &ours_len, error))
        return FALSE;
    InspectFinding finding = {.path = g_strdup(parcel->path)};
    theirs = fs_read(folder, parcel->path, WEB_MAX, &len, &failure);
    if (theirs != NULL) {
        GString text = {theirs, len, len};
        judge(&(Ours){parcel, ours, ours_len}, &text, &finding);
    } else if (g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING)) {
        finding.kind = INSPECT_MISSING;
    } else {
        finding.kind = INSPECT_UNREADABLE;
        finding.detail = fs_words(origin->lang, failure);
    }
    if (finding.kind == N_INSPECT_KINDS) {
        inspection->n_same++;
        clear_finding(&finding);
    } else {
        g_array_append_val(inspection->findings, finding);
    }
    return TRUE;
}

static gboolean
inspect_folder(const Origin *origin,
               const char *folder,
               const InspectOptions *options,
               Inspection *inspection,
               GError **error)
{
    g_autoptr(Parcels) parcels = parcels_new(origin->files, NULL, 0, FALSE);
    int dir = fs_open_dir(FS_CWD, folder, error);
    gboolean fine = dir >= 0;
    for (guint i = 0; fine && i < parcels->list->len; i++) {
        const Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        if (is_wanted(parcel->path, options, FALSE))
            fine = compare_file(origin, parcel, dir, inspection, error);
    }
    Strangers strangers = {origin, fine ? names_alike(parcels, dir) : NULL, dir, inspection};
    fine = fine && find_foreign(&strangers, "", 0, error);
    g_clear_pointer(&strangers.alike, g_hash_table_unref);
    fs_close_dir(dir);
    return fine;
}

/* ---- a server ---- */

typedef struct Visit {
    const Origin *origin;
    const InspectOptions *options;
    const char *url;
    GPtrArray *parcels;       /* const Parcel */
    InspectFinding *findings; /* of each; kind N_INSPECT_KINDS = as it should be */
    CURL *easy[WORK_MAX_JOBS];
    GError **errors; /* of each worker */
    gint stop;       /* atomic: ours cannot be read */
} Visit;

/* The address that readers use: a folder's page is the folder. */
static char *
address_of(const char *site, const char *path)
{
    GString *url = g_string_new(site);
    gsize len = strlen(path), home = strlen("index.html");
    if (len >= home && strcmp(path + len - home, "index.html") == 0 &&
        (len == home || path[len - home - 1] == '/'))
        len -= home;
    g_autofree char *shown = g_strndup(path, len);
    g_string_append_uri_escaped(url, shown, "/", FALSE);
    return g_string_free(url, FALSE);
}

/* TRUE when one address is the other but for http and https. */
static gboolean
is_same_place(const char *a, const char *b)
{
    const char *of_a = strstr(a, "://"), *of_b = strstr(b, "://");
    return of_a != NULL && of_b != NULL && strcmp(of_a, of_b) == 0;
}

static void
ask(const Visit *visit, CURL *easy, const Ours *ours, InspectFinding *finding)
{
    g_autoptr(GString) theirs = g_string_new(NULL);
    g_autofree char *url = address_of(visit->url, ours->parcel->path);
    long status = 0;
    const char *end = NULL;
    CURLcode code = web_get(easy, url, visit->options->ca_file, theirs);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy, CURLINFO_EFFECTIVE_URL, &end);
    if (code != CURLE_OK) {
        finding->kind = INSPECT_UNREADABLE;
        finding->detail = g_strdup(web_words(visit->options->lang, code));
    } else if (end != NULL && !is_same_place(url, end)) {
        finding->kind = INSPECT_REDIRECTED;
        finding->detail = g_strdup(end);
    } else if (status == 404 || status == 410) {
        finding->kind = INSPECT_MISSING;
    } else if (status >= 400) {
        finding->kind = INSPECT_UNREADABLE;
        finding->detail = g_strdup_printf("HTTP %ld", status);
    } else {
        judge(ours, theirs, finding);
    }
}

static void
visit_one(guint item, guint worker, gpointer data)
{
    Visit *visit = data;
    const Parcel *parcel = visit->parcels->pdata[item];
    InspectFinding *finding = &visit->findings[item];
    g_autofree char *ours = NULL;
    gsize len;
    finding->path = g_strdup(parcel->path);
    finding->kind = N_INSPECT_KINDS;
    if (g_atomic_int_get(&visit->stop))
        return;
    if (!origin_read(visit->origin, parcel, &ours, &len, &visit->errors[worker])) {
        g_atomic_int_set(&visit->stop, TRUE);
        return;
    }
    if (visit->easy[worker] == NULL)
        visit->easy[worker] = curl_easy_init();
    ask(visit, visit->easy[worker], &(Ours){parcel, ours, len}, finding);
}

/* A server that does not answer at all is no finding about each of its files. */
static gboolean
reach(const Visit *visit, GError **error)
{
    CURL *easy = curl_easy_init();
    g_autoptr(GString) page = g_string_new(NULL);
    CURLcode code = web_get(easy, visit->url, visit->options->ca_file, page);
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(easy);
    if (code == CURLE_OK || status > 0)
        return TRUE;
    g_autofree char *said =
        g_strdup_printf("%s (%s)", visit->url, web_words(visit->options->lang, code));
    return fault_set(
        visit->origin->lang, error,
        code == CURLE_PEER_FAILED_VERIFICATION ? FAULT_CERTIFICATE : FAULT_UNREACHABLE, said);
}

/* What the workers found, in the order of the files. */
static gboolean
join(Visit *visit, guint n_jobs, Inspection *inspection, GError **error)
{
    gboolean fine = TRUE;
    for (guint i = 0; i < visit->parcels->len; i++) {
        InspectFinding *finding = &visit->findings[i];
        if (finding->kind == N_INSPECT_KINDS) {
            inspection->n_same++;
            clear_finding(finding);
        } else {
            g_array_append_val(inspection->findings, *finding);
        }
    }
    for (guint i = 0; i < n_jobs; i++) {
        if (visit->easy[i] != NULL)
            curl_easy_cleanup(visit->easy[i]);
        if (visit->errors[i] != NULL && fine) {
            g_propagate_error(error, visit->errors[i]);
            fine = FALSE;
        } else {
            g_clear_error(&visit->errors[i]);
        }
    }
    return fine;
}

static gboolean
inspect_url(const Origin *origin,
            const char *url,
            const InspectOptions *options,
            Inspection *inspection,
            GError **error)
{
    g_autofree char *site =
        g_str_has_suffix(url, "/") ? g_strdup(url) : g_strconcat(url, "/", NULL);
    g_autoptr(Parcels) parcels = parcels_new(origin->files, NULL, 0, FALSE);
    g_autoptr(GPtrArray) wanted = g_ptr_array_new();
    for (guint i = 0; i < parcels->list->len; i++) {
        Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        if (is_wanted(parcel->path, options, TRUE))
            g_ptr_array_add(wanted, parcel);
    }
    Visit visit = {.origin = origin, .options = options, .url = site, .parcels = wanted};
    if (!reach(&visit, error))
        return FALSE;
    guint n_jobs = work_jobs(wanted->len, options->jobs > 0 ? options->jobs : JOBS);
    visit.findings = g_new0(InspectFinding, wanted->len + 1);
    visit.errors = g_new0(GError *, n_jobs);
    xmlInitParser(); /* before there are threads */
    work_run(wanted->len, n_jobs, visit_one, &visit);
    gboolean fine = join(&visit, n_jobs, inspection, error);
    g_free(visit.findings);
    g_free(visit.errors);
    return fine;
}

gboolean
inspect_run(const char *site,
            const char *target,
            const InspectOptions *options,
            Inspection *inspection,
            GError **error)
{
    gboolean is_url = g_ascii_strncasecmp(target, "http://", 7) == 0 ||
                      g_ascii_strncasecmp(target, "https://", 8) == 0;
    *inspection = (Inspection){.findings = g_array_new(FALSE, FALSE, sizeof(InspectFinding))};
    g_array_set_clear_func(inspection->findings, clear_finding);
    Origin origin;
    gboolean fine =
        origin_open(&origin, site, options->lang, error) &&
        (is_url ? inspect_url : inspect_folder)(&origin, target, options, inspection, error);
    origin_close(&origin);
    return fine;
}
