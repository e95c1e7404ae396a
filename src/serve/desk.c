#include "serve/desk.h"
#include "audit/audit.h"
#include "plan/plan.h"
#include "serve/draft.h"
#include "value/hours.h"
#include <string.h>

void
desk_init(Desk *desk, const char *dir, const char *theme, DiagLang lang)
{
    *desk = (Desk){.dir = dir, .theme = theme, .lang = lang};
}

static void
shut(Desk *desk)
{
    g_clear_pointer(&desk->posters, posters_free);
    if (desk->is_open)
        project_close(&desk->project);
    desk->is_open = FALSE;
}

void
desk_clear(Desk *desk)
{
    shut(desk);
}

gboolean
desk_refresh(Desk *desk, GError **error)
{
    g_autoptr(DiagList) dropped = diag_list_new(); /* the preview's build tells them */
    ProjectOptions options = {.dir = desk->dir, .theme = desk->theme, .jobs = 1};
    shut(desk);
    if (!project_open(&desk->project, &options, dropped, error)) {
        project_close(&desk->project);
        return FALSE;
    }
    desk->is_open = TRUE;
    project_describe(&desk->project, NULL, &desk->render);
    desk->render.draft = TRUE;
    desk->posters = posters_new(&desk->render, NULL, 1, dropped);
    return TRUE;
}

Date
desk_today(void)
{
    gint64 seconds = g_get_real_time() / G_USEC_PER_SEC + zone_offset_minutes(ZONE_NONE) * 60;
    return date_from_day((gint32)(seconds / 86400));
}

/* ---- one text ---- */

static char *
without_end(const char *path)
{
    const char *dot = strrchr(path, '.');
    return g_strndup(path, dot != NULL ? (gsize)(dot - path) : strlen(path));
}

/* The agency with this one charter alone (and its translations): what it says depends on no other. */
static const ScanAgency *
narrow(const Scan *scan, const char *path, ScanAgency *out)
{
    g_autofree char *page = without_end(path);
    const ScanAgency *agency = NULL;
    const ScanService *service = scan_find_page(scan, page, &agency);
    if (service == NULL)
        return NULL;
    guint first = (guint)(service - agency->services), last = first + 1;
    while (first > 0 && agency->services[first].lang != NULL)
        first--;
    while (last < agency->n_services && agency->services[last].lang != NULL)
        last++;
    *out = (ScanAgency){agency->folder, &agency->services[first], last - first};
    return out;
}

/* The agency whose own file this is. */
static const ScanAgency *
own_agency(const Scan *scan, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    const ScanAgency *agency = scan_find_agency(scan, strcmp(folder, ".") == 0 ? "" : folder);
    return agency != NULL && strcmp(agency->folder->agency->path, path) == 0 ? agency : NULL;
}

static void
find_service(DeskView *view, const char *shown)
{
    const ServiceList *services = &view->loaded->agency->services;
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        if (strcmp(source_path(service->source), shown) == 0)
            view->service = service;
        for (guint k = 0; k < service->translations.n; k++)
            if (strcmp(source_path(service->translations.items[k].source), shown) == 0)
                view->service = &service->translations.items[k];
    }
}

static void
find_own_page(DeskView *view, const char *shown)
{
    const OwnPageList *pages = &view->data->site.pages;
    for (guint i = 0; i < pages->n; i++) {
        if (strcmp(source_path(pages->items[i].source), shown) == 0)
            view->page = &pages->items[i];
    }
}

static gboolean
judge(Desk *desk, const DeskText *text, const char *shown, DeskView *view, GError **error)
{
    Scan *scan = desk->project.scan;
    ScanAgency one;
    const ScanAgency *agency = narrow(scan, text->path, &one);
    if (agency == NULL)
        agency = own_agency(scan, text->path);
    if (agency == NULL) {
        view->data = site_load(scan, view->diags, error);
        if (view->data == NULL)
            return FALSE;
        audit_site(scan, view->data, view->diags);
        plan_check_own_pages(scan, &view->data->site.pages, view->diags);
        find_own_page(view, shown);
        return TRUE;
    }
    view->loaded = load_agency(scan, desk->project.data, agency, view->diags, error);
    if (view->loaded == NULL)
        return FALSE;
    plan_check_agency(scan, view->loaded, view->diags);
    audit_agency(scan, view->loaded, desk_today(), view->diags);
    find_service(view, shown);
    return TRUE;
}

gboolean
desk_judge(Desk *desk, const DeskText *text, DeskView *view, GError **error)
{
    Scan *scan = desk->project.scan;
    g_autofree char *shown = scan_display_path(scan, text->path);
    ScanGiven given = {text->path, shown, text->bytes, text->len, FALSE};
    *view = (DeskView){.diags = diag_list_new()};
    scan->given = &given;
    gboolean fine = judge(desk, text, shown, view, error);
    scan->given = NULL;
    diag_list_keep_path(view->diags, shown);
    audit_set_levels(view->data != NULL ? &view->data->site : &desk->project.data->site,
                     scan_ignores_case(scan), view->diags);
    diag_list_sort(view->diags);
    return fine;
}

void
desk_view_clear(DeskView *view)
{
    g_clear_pointer(&view->diags, diag_list_free);
    g_clear_pointer(&view->loaded, loaded_free);
    g_clear_pointer(&view->data, site_free);
}

/* ---- pages ---- */

char *
desk_page_of(const Desk *desk, const char *path)
{
    g_autofree char *page = without_end(path);
    const ScanAgency *agency = own_agency(desk->project.scan, path);
    if (agency != NULL)
        return g_build_filename(agency->folder->path, "index.html", NULL);
    if (scan_find_page(desk->project.scan, page, NULL) != NULL ||
        scan_find_own_page(desk->project.scan, page) != NULL)
        return g_strconcat(page, ".html", NULL);
    return strchr(path, '/') == NULL ? g_strdup("index.html") : NULL;
}

char *
desk_file_of(const Desk *desk, const char *page)
{
    const Scan *scan = desk->project.scan;
    g_autofree char *name = without_end(page);
    g_autoptr(Arena) arena = arena_new();
    const ScanService *service = scan_find_page(scan, name, NULL);
    const ScanFile *own = scan_find_own_page(scan, name);
    if (service != NULL)
        return g_strdup(scan_service_path(service, arena));
    if (own != NULL)
        return g_strdup(own->path);
    g_autofree char *folder = g_strdup(page);
    do {
        char *slash = strrchr(folder, '/');
        *(slash != NULL ? slash : folder) = '\0';
        const ScanAgency *agency = scan_find_agency(scan, folder);
        if (agency != NULL)
            return g_strdup(agency->folder->agency->path);
    } while (*folder != '\0');
    return scan->site != NULL ? g_strdup(scan->site->path) : NULL;
}

typedef struct Wanted {
    const char *path;
    GString *html;
    gboolean found;
} Wanted;

static gboolean
take_page(gpointer data, const char *path, const char *bytes, gsize len)
{
    Wanted *wanted = data;
    if (strcmp(path, wanted->path) != 0)
        return TRUE;
    g_string_append_len(wanted->html, bytes, (gssize)len);
    wanted->found = TRUE;
    return FALSE; /* that was the one */
}

gboolean
desk_render(Desk *desk, const DeskText *text, GString *html)
{
    g_autofree char *page = desk_page_of(desk, text->path);
    DeskView view;
    Wanted wanted = {page, html, FALSE};
    OutputSink sink = {take_page, &wanted, NULL};
    if (page != NULL && desk_judge(desk, text, &view, NULL)) {
        Render render = desk->render;
        if (view.loaded != NULL)
            render_agency(&desk->render, view.loaded, view.diags, &sink);
        else if (view.page != NULL) {
            render.data = view.data;
            render_own_page(&render, view.page, &sink);
        }
    }
    if (page != NULL)
        desk_view_clear(&view);
    return wanted.found;
}

gboolean
desk_poster(Desk *desk, const DeskText *text, PosterOptions *options, GByteArray *out)
{
    DeskView view;
    gboolean fine = desk_judge(desk, text, &view, NULL) && view.loaded != NULL;
    PosterOrder order = {
        .subject = {view.service != NULL ? POSTER_SERVICE : POSTER_PLEDGE, view.service},
        .options = *options,
        .out = out,
        .diags = view.diags};
    if (fine && (view.service != NULL || own_agency(desk->project.scan, text->path) != NULL))
        fine = posters_single(desk->posters, view.loaded, &order, NULL) &&
               options->sheet < order.report.n_sheets;
    desk_view_clear(&view);
    return fine && out->len > 0;
}
