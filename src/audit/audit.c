#include "audit/audit.h"
#include "audit/channels.h"
#include "audit/components.h"
#include "audit/consistency.h"
#include "audit/freshness.h"
#include "audit/language.h"
#include "audit/linked.h"
#include "audit/outcomes.h"
#include "audit/promises.h"
#include "audit/values.h"
#include "base/borrow.h"
#include "model/walk.h"
#include <stdlib.h>
#include <string.h>

static void
audit_complaint(const Audit *audit, const Complaint *complaint)
{
    components_audit_complaint(audit, complaint);
    channels_audit(audit, &complaint->kanal);
    channels_audit_fax(audit, &complaint->kanal);
    promises_audit_complaint(audit, complaint);
    consistency_audit_steps(audit, &complaint->alur);
}

/* Everything that is words, of a record of any kind; of its lists, whether anything stands there twice. */
static void
audit_words(const Audit *audit, const Record *record, gconstpointer self)
{
    Audit copy = *audit;
    record_walk(record, self, &(Walk){language_check_text, consistency_check_list, &copy});
}

static void
audit_service_words(const Audit *audit, const Service *service)
{
    audit_words(audit, &record_service, service);
    language_audit_body(audit, service->body, service->body_line);
}

static void
audit_service(const Audit *of_agency, const Service *service)
{
    Audit audit = *of_agency;
    audit.source = service->source;
    if (service->status == STATUS_DICABUT || service->head.given == 0)
        return;
    components_audit(&audit, service);
    freshness_audit_service(&audit, service);
    values_audit_service(&audit, service);
    promises_audit_service(&audit, service);
    outcomes_audit_service(&audit, service);
    if (service->component[6] == COMPONENT_PRESENT)
        audit_complaint(&audit, &service->pengaduan);
    consistency_audit_service(&audit, service);
    audit_service_words(&audit, service);
    for (guint i = 0; i < service->translations.n; i++) {
        audit.source = service->translations.items[i].source;
        audit_service_words(&audit, &service->translations.items[i]);
    }
}

static void
audit_own(const Audit *audit)
{
    const Agency *agency = audit->agency;
    if (agency->head.given == 0)
        return;
    freshness_audit_agency(audit);
    channels_audit_agency(audit);
    values_audit_agency(audit);
    outcomes_audit_agency(audit);
    if (agency->pengaduan.head.given != 0)
        audit_complaint(audit, &agency->pengaduan);
    audit_words(audit, &record_agency, agency);
    language_audit_body(audit, agency->body, agency->body_line);
}

/* ---- files nobody links to ---- */

/* Does this file belong to the agency itself, to none nested in it? */
static gboolean
is_own_file(const Scan *scan, const char *path, const char *agency)
{
    const ScanFolder *owner = scan_find_owner(scan, path);
    return owner != NULL && strcmp(owner->path, agency) == 0;
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(a, *(const char *const *)b);
}

/* A logo that lies there, while instansi.yaml names none. */
static gboolean
is_forgotten_logo(const Agency *agency, const char *name)
{
    return !text_has_words(agency->logo.raw) && (g_ascii_strcasecmp(name, "logo.png") == 0 ||
                                                 g_ascii_strcasecmp(name, "logo.svg") == 0);
}

static void
audit_files(const Scan *scan, const Agency *agency, DiagList *diags)
{
    g_autofree char *prefix = g_strconcat(agency->path, *agency->path != '\0' ? "/" : "", NULL);
    guint i = scan_first_other(scan, agency->path);
    for (; i < scan->others.n && g_str_has_prefix(scan->others.items[i].path, prefix); i++) {
        const char *path = scan->others.items[i].path;
        if (bsearch(path, agency->files, agency->n_files, sizeof *agency->files,
                    compare_paths) != NULL ||
            !is_own_file(scan, path, agency->path))
            continue;
        g_autofree char *display = scan_display_path(scan, path);
        const char *name = path + strlen(prefix);
        diag_add_path(diags, DIAG_FILE_UNLINKED, display, name,
                      is_forgotten_logo(agency, name) ? name : NULL, NULL);
    }
}

/* How the first agency below the file's folder would link to it; NULL: there is none, so nobody may. g_free() it. */
static char *
link_from_below(const Scan *scan, const char *path)
{
    const char *slash = strrchr(path, '/');
    g_autofree char *folder = g_strndup(path, slash != NULL ? (gsize)(slash - path) + 1 : 0);
    for (guint i = 0; i < scan->n_agencies; i++) {
        const char *agency = scan->agencies[i].folder->path;
        if (!g_str_has_prefix(agency, folder))
            continue;
        GString *link = g_string_new("../");
        for (const char *at = agency + strlen(folder); *at != '\0'; at++)
            g_string_append(link, *at == '/' ? "../" : "");
        g_string_append(link, path + strlen(folder));
        return g_string_free(link, FALSE);
    }
    return NULL;
}

void
audit_shared_files(const Scan *scan,
                   const AgencyCard *const *cards,
                   guint n_cards,
                   const OwnPageList *pages,
                   DiagList *diags)
{
    g_autoptr(GHashTable) linked = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < pages->n; i++) {
        for (guint k = 0; k < pages->items[i].n_files; k++)
            g_hash_table_add(linked, BORROW(pages->items[i].files[k]));
    }
    for (guint i = 0; i < n_cards; i++) {
        for (guint k = 0; k < cards[i]->files_above.n; k++)
            g_hash_table_add(linked, BORROW(cards[i]->files_above.items[k]));
    }
    for (guint i = 0; i < scan->others.n; i++) {
        const char *path = scan->others.items[i].path;
        if (g_hash_table_contains(linked, path) || scan_find_owner(scan, path) != NULL)
            continue;
        g_autofree char *display = scan_display_path(scan, path);
        g_autofree char *link = link_from_below(scan, path);
        diag_add_path(diags, DIAG_FILE_UNLINKED, display, link, NULL);
    }
}

static void
audit_all_services(const Audit *audit)
{
    for (guint i = 0; i < audit->agency->services.n; i++)
        audit_service(audit, &audit->agency->services.items[i]);
}

static Audit
audit_of(const Loaded *loaded, Date today, DiagList *diags)
{
    const Agency *agency = loaded->agency;
    return (Audit){.agency = agency,
                   .source = agency->source,
                   .site = loaded->site,
                   .arena = loaded->arena,
                   .today = today,
                   .diags = diags,
                   .n_loaded = diag_list_n(diags)};
}

void
audit_services(const Loaded *loaded, Date today, DiagList *diags)
{
    Audit audit = audit_of(loaded, today, diags);
    audit_all_services(&audit);
}

void
audit_agency(const Scan *scan, const Loaded *loaded, Date today, DiagList *diags)
{
    Audit audit = audit_of(loaded, today, diags);
    audit_own(&audit);
    components_audit_shared(&audit);
    audit_all_services(&audit);
    values_audit_titles(&audit);
    linked_audit(scan, audit.agency->files, audit.agency->n_files, diags);
    audit_files(scan, audit.agency, diags);
}

static void
audit_own_page(const Scan *scan, const SiteData *data, const OwnPage *page, DiagList *diags)
{
    Audit audit = {
        .source = page->source, .site = &data->site, .arena = data->arena, .diags = diags};
    record_each_text(&record_own_page, page, language_check_text, &audit);
    language_audit_body(&audit, page->body, page->body_line);
    linked_audit(scan, page->files, page->n_files, diags);
}

void
audit_site(const Scan *scan, const SiteData *data, DiagList *diags)
{
    gboolean given = text_has_words(data->site.url);
    for (guint i = 0; i < data->site.pages.n; i++)
        audit_own_page(scan, data, &data->site.pages.items[i], diags);
    if (scan->site != NULL && !given && data->site.head.given != 0 &&
        finding_is_blank(data->site.head.mark.source, "url"))
        diag_add(diags, DIAG_SITE_URL_MISSING, data->site.head.mark, 0, NULL);
    gsize start, len;
    if (given && language_find_placeholder(data->site.url.str, &start, &len))
        diag_add(diags, DIAG_PLACEHOLDER, data->site.url.mark, 0, data->site.url.str, NULL);
    const char *host = given ? strstr(data->site.url.str, "://") : NULL;
    const char *folder = host != NULL ? strchr(host + strlen("://"), '/') : NULL;
    if (folder != NULL && folder[1] != '\0')
        diag_add(diags, DIAG_SITE_ROBOTS, data->site.url.mark,
                 (guint)strlen(data->site.url.str), folder, data->site.url.str, NULL);
}

void
audit_levels(const Site *site, gboolean ignores_case, DiagLevel *levels)
{
    for (guint i = 0; i < N_DIAG_CODES; i++)
        levels[i] = diag_info((DiagCode)i)->level;
    for (guint i = 0; i < site->tingkat.n; i++) {
        const LevelSetting *setting = &site->tingkat.items[i];
        DiagCode code;
        if (diag_code_find(setting->tag.str, &code))
            diag_level_find(setting->level.str, &levels[code]);
    }
    if (ignores_case)
        levels[DIAG_PATH_CASE] = DIAG_ERROR;
}

void
audit_set_levels(const Site *site, gboolean ignores_case, DiagList *diags)
{
    DiagLevel levels[N_DIAG_CODES];
    audit_levels(site, ignores_case, levels);
    diag_list_override(diags, levels);
}
