#include "model/load.h"
#include "base/borrow.h"
#include "base/fs.h"
#include "base/sort.h"
#include "base/suggest.h"
#include "model/bind.h"
#include "model/front.h"
#include "model/history.h"
#include "model/life.h"
#include "model/prose.h"
#include "model/steps.h"
#include "model/timetable.h"
#include "model/translate.h"
#include "model/walk.h"
#include "text/picture.h"
#include <stdlib.h>
#include <string.h>

typedef struct Loader {
    const Scan *scan;
    const SiteData *data;
    const ScanAgency *which;
    DiagList *diags;
    Loaded *out;
    GPtrArray *fragments; /* LinkFragment: links to parts of other pages */
    gboolean past;        /* a former text is read: it adds no files and asks nothing */
} Loader;

enum { LOGO_MAX_FILE = 2 * 1024 * 1024 };

/* ---- the agency ---- */

/* Address book entries that the contract gives as plain texts are read as channels too. */
static void
read_plain_channels(Loader *l, Agency *agency)
{
    guint n = agency->email.n + (text_has_words(agency->telepon) ? 1 : 0),
          k = 0;
    Channel *all = arena_alloc(l->out->arena, n * sizeof *all);
    if (n > agency->email.n) {
        all[k].jenis = CHANNEL_TELEPON;
        all[k++].nilai = agency->telepon;
    }
    for (guint i = 0; i < agency->email.n; i++) {
        all[k].jenis = CHANNEL_EMAIL;
        all[k++].nilai = agency->email.items[i];
    }
    for (guint i = 0; i < n; i++) {
        all[i].head.mark = all[i].nilai.mark;
        channel_read_value(l->out->arena, (ChannelKind)all[i].jenis, all[i].nilai.str,
                           &all[i].value);
    }
    agency->surel = (ChannelList){all, n};
}

/* Read here alone: pages need its size, and whoever wrote it wants to know when there is none. */
static void
measure_logo(Loader *l, Agency *agency)
{
    const Link *logo = &agency->logo;
    g_autofree char *bytes = NULL;
    gsize len = 0;
    guint32 width = 0, height = 0;
    if (logo->file == NULL)
        return;
    bytes = fs_read(l->scan->dir, logo->file, LOGO_MAX_FILE, &len, NULL);
    if (bytes == NULL ||
        (!picture_measure(bytes, len, &width, &height) &&
         !picture_measure_svg(bytes, len, &width, &height)) ||
        width == 0 || height == 0) {
        diag_add(l->diags, DIAG_LOGO_UNREADABLE, logo->raw.mark, (guint)strlen(logo->raw.str),
                 logo->raw.str, NULL);
    } else if (!picture_is_huge(width, height)) { /* which audit/linked tells */
        agency->logo_width = width;
        agency->logo_height = height;
    }
}

static gboolean
load_own(Loader *l, GError **error)
{
    Loaded *out = l->out;
    Agency *agency = out->agency;
    const ScanFolder *folder = l->which->folder;
    agency->path = folder->path;
    agency->source = site_read(l->scan, folder->agency->path,
                               (SiteTexts){out->sources, &out->hash}, l->diags, error);
    if (agency->source == NULL)
        return FALSE;
    guint n_near = 0;
    LinkBase links = {.arena = out->arena,
                      .diags = l->diags,
                      .scan = l->scan,
                      .folder = folder->path,
                      .agency = folder->path,
                      .files = out->files,
                      .asked = out->asked,
                      .fragments = l->fragments,
                      .n_near = &n_near};
    Bind bind = {out->arena, l->diags, &links, FALSE};
    Front front;
    YamlNode *root = front_read(out->arena, agency->source, &record_agency, &front, l->diags);
    agency->body_line = front.body_line;
    links.body = front.body;
    links.headings = &agency->headings;
    if (root != NULL)
        bind_record(&bind, &record_agency, root, agency);
    agency->body = prose_check(&links, &record_agency, agency->source, &front);
    agency->region = site_region(l->data, folder);
    Timetable timetable = {out->arena, l->diags, l->data, folder, agency};
    timetable_read(&timetable, &agency->jam_layanan, &agency->hours);
    agency->calendar = timetable_calendar(&timetable);
    read_plain_channels(l, agency);
    measure_logo(l, agency);
    steps_number(&agency->pengaduan.alur, &agency->sebutan_pemohon, l->diags, NULL);
    return TRUE;
}

/* ---- services ---- */

static gboolean
every_variant_names(const Service *service, guint component)
{
    for (guint i = 0; i < service->varian.n; i++) {
        gboolean names = FALSE;
        FIELD_FOREACH (&record_variant, field) {
            names |= field->component == component &&
                     !field_is_empty(field, &service->varian.items[i]);
        }
        if (!names)
            return FALSE;
    }
    return service->varian.n > 0;
}

/* Components 7-14 left out are inherited whole; the complaints from the agency itself. */
static gboolean
inherit(Service *service, const Agency *agency, const Field *field)
{
    const Record *from = field->component == 6 ? &record_agency : &record_defaults;
    gconstpointer self =
        field->component == 6 ? (gconstpointer)agency : (gconstpointer)&agency->bawaan;
    const Field *source = field_find(from, field->key, -1);
    if (source == NULL || field_is_empty(source, self))
        return FALSE;
    gsize size = field->component == 6 ? sizeof(Complaint) : sizeof(ItemList);
    memcpy((char *)service + field->offset, field_value(source, self), size);
    return TRUE;
}

/* Those from `first` to `last`. */
static void
judge_components(Service *service, const Agency *agency, guint first, guint last)
{
    for (guint c = first; c <= last; c++) {
        const Field *field = field_component(c);
        ComponentState state = COMPONENT_MISSING;
        if (!field_is_empty(field, service) || every_variant_names(service, c))
            state = COMPONENT_PRESENT;
        else if (field_is_given(&record_service, service, field))
            state = COMPONENT_EMPTY;
        else if (c >= 6 && inherit(service, agency, field))
            state = COMPONENT_INHERITED;
        service->component[c] = state;
    }
}

/* What stands beside the components in `bawaan` and is left out here. */
static void
inherit_others(Service *service, const Defaults *defaults)
{
    FIELD_FOREACH (&record_defaults, from) {
        if (from->component != 0 || field_is_empty(from, defaults))
            continue;
        const Field *field = field_find(&record_service, from->key, -1);
        if (field_is_given(&record_service, service, field))
            continue;
        memcpy((char *)service + field->offset, field_value(from, defaults), field_size(field));
        service->inherited |= (guint64)1 << (field - record_service.fields);
    }
}

static gboolean
path_is_plain(const char *path)
{
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    for (char **p = parts; *p != NULL; p++) {
        if (**p == '\0' || **p == '.' || strchr(*p, '\\') != NULL)
            return FALSE;
    }
    return TRUE;
}

/* A .txt origin is shown on the page: one beside the charter, or `/…` from the project's root. */
static void
read_origin(Loader *l, Service *service)
{
    Origin *origin = &service->sumber;
    const char *raw = origin->tautan.raw.str;
    if (raw == NULL || !g_str_has_suffix(raw, ".txt") || *origin->tautan.href)
        return;
    gboolean rooted = *raw == '/';
    const char *path = rooted ? raw + 1 : origin->tautan.file;
    if (path == NULL)
        return;
    g_autofree char *from_content = g_strconcat(rooted ? "../" : "", path, NULL);
    gsize len = 0;
    char *bytes = path_is_plain(path)
                      ? fs_read(l->scan->dir, from_content, SOURCE_MAX_BYTES, &len, NULL)
                      : NULL;
    if (bytes == NULL) {
        diag_add(l->diags, DIAG_ORIGIN_MISSING, origin->tautan.raw.mark, (guint)strlen(raw),
                 raw, NULL);
        return;
    }
    LoadedOrigin outside = {path, fs_hash(bytes, len, 0)};
    Source *text = source_new(raw, bytes, len, l->diags);
    g_ptr_array_add(l->out->sources, text);
    if (rooted)
        g_array_append_val(l->out->origins, outside);
    origin->text = source_is_readable(text) ? source_text(text) : NULL;
}

static void
check_topics(Loader *l, Service *service)
{
    TextList *list = &service->keperluan;
    g_autofree const char **names = g_new(const char *, l->data->site.topics.n + 1);
    guint kept = 0, n = 0, n_unknown = 0;
    for (guint i = 0; i < l->data->site.topics.n; i++) {
        if (l->data->site.topics.items[i].slug.str != NULL)
            names[n++] = l->data->site.topics.items[i].slug.str;
    }
    for (guint i = 0; i < list->n; i++) {
        Text text = list->items[i];
        if (site_topic(l->data, text.str) != NULL) {
            ((Text *)list->items)[kept++] = text;
            continue;
        }
        gboolean looked_up = n_unknown++ < SUGGEST_MAX_PER_FILE;
        diag_add(l->diags, DIAG_TOPIC_UNKNOWN, text.mark, (guint)strlen(text.str), text.str,
                 looked_up ? suggest_word(text.str, names, n) : NULL, NULL);
    }
    list->n = kept;
}

static void
number_variants(Loader *l, const VariantList *variants)
{
    for (guint i = 0; i < variants->n; i++) {
        requirements_number(&variants->items[i].persyaratan);
        steps_number(&variants->items[i].prosedur, &l->out->agency->sebutan_pemohon, l->diags,
                     NULL);
    }
}

static void
number_service(Loader *l, Service *service)
{
    const TextList *applicants = &l->out->agency->sebutan_pemohon;
    service->n_persyaratan = requirements_number(&service->persyaratan);
    service->n_langkah =
        steps_number(&service->prosedur, applicants, l->diags, &service->n_anda);
    steps_number(&service->pengaduan.alur, applicants, l->diags, NULL);
    number_variants(l, &service->varian);
    for (guint i = 0; i < service->perubahan.n; i++) {
        Change *change = &service->perubahan.items[i];
        change->n_persyaratan = requirements_number(&change->persyaratan);
        change->n_langkah =
            steps_number(&change->prosedur, applicants, l->diags, &change->n_anda);
        number_variants(l, &change->varian);
    }
}

/* service->path is set. */
static gboolean
bind_service(Loader *l, const ScanService *scanned, const Source *source, Service *service)
{
    Loaded *out = l->out;
    *service = (Service){.slug = scanned->slug,
                         .lang = scanned->lang,
                         .path = service->path,
                         .source = source,
                         .biaya.jenis = FEE_UNREAD};
    guint n_near = 0;
    LinkBase links = {.arena = out->arena,
                      .diags = l->diags,
                      .scan = l->scan,
                      .folder = scanned->folder->path,
                      .agency = out->agency->path,
                      .files = l->past ? NULL : out->files,
                      .asked = l->past ? NULL : out->asked,
                      .fragments = l->past ? NULL : l->fragments,
                      .n_near = &n_near,
                      .variants = &service->varian};
    Bind bind = {out->arena, l->diags, &links, scanned->lang != NULL};
    Front front;
    YamlNode *root = front_read(out->arena, source, &record_service, &front, l->diags);
    service->body = front.body;
    service->body_line = front.body_line;
    if (root == NULL)
        return FALSE;
    links.body = front.body;
    links.headings = &service->headings;
    bind_record(&bind, &record_service, root, service);
    service->body = prose_check(&links, &record_service, source, &front);
    return TRUE;
}

static void
complete_service(Loader *l, const ScanFolder *folder, Service *service)
{
    number_service(l, service);
    Timetable timetable = {l->out->arena, l->diags, l->data, l->which->folder, l->out->agency};
    timetable_read(&timetable, &service->jam_layanan, &service->hours);
    service->calendar = timetable_service_calendar(&timetable, service, folder);
    for (guint i = 0; i < service->lokasi.n; i++)
        timetable_read(&timetable, &service->lokasi.items[i].jam_layanan,
                       &service->lokasi.items[i].hours);
    read_origin(l, service);
    check_topics(l, service);
    judge_components(service, l->out->agency, 1, N_COMPONENTS);
    inherit_others(service, &l->out->agency->bawaan);
}

static gboolean
may_publish_language(Loader *l, const ScanService *scanned)
{
    gboolean own = scanned->lang != NULL && site_is_first_language(l->data, scanned->lang);
    if (scanned->lang == NULL || (!own && site_has_language(l->data, scanned->lang)))
        return TRUE;
    g_autofree char *display =
        scan_display_path(l->scan, scan_service_path(scanned, l->out->arena));
    diag_add_path(l->diags, own ? DIAG_TRANSLATION_OWN : DIAG_TRANSLATION_LANG, display,
                  scanned->lang, own ? scanned->slug : NULL, NULL);
    return FALSE;
}

/* What was bound of an agency, before the day is known on which it is shown. */
typedef struct Bound {
    Service *services, *translations; /* originals with their translations behind them, in place */
    guint n, n_translations;
    const char *draft; /* the slug of a draft, whose translations are drafts, too */
} Bound;

/* A draft that an editor is working on is shown to it. */
static gboolean
is_kept_out(const Loader *l, const ScanService *scanned, const Service *service)
{
    const ScanGiven *given = l->scan->given;
    const char *path = scan_service_path(scanned, l->out->arena);
    return service->status == STATUS_DRAF && (given == NULL || strcmp(given->path, path) != 0);
}

static void
place_service(Loader *l, const ScanService *scanned, const Service *service, Bound *bound)
{
    Service *last = bound->n > 0 ? &bound->services[bound->n - 1] : NULL;
    if (scanned->lang == NULL) {
        Service *place = &bound->services[bound->n++];
        *place = *service;
        complete_service(l, scanned->folder, place);
    } else if (last != NULL && strcmp(last->slug, scanned->slug) == 0) {
        Service *place = &bound->translations[bound->n_translations++];
        *place = *service;
        if (last->translations.n++ == 0)
            last->translations.items = place;
        translate_join(place, last, l->diags);
    }
}

/* Findings of a draft, and of its translations, are notes; it is not placed. */
static void
keep_out(Loader *l, const ScanService *scanned, const Service *service, Bound *bound)
{
    if (scanned->lang == NULL) {
        bound->draft = scanned->slug;
        diag_add(l->diags, DIAG_DRAFT_KEPT, service->head.mark, 0, NULL);
    }
    diag_list_make_draft(l->diags);
}

/* The former texts, oldest first; their mistakes were told when they were new. NULL when the disk fails. */
static HistoryVersion *
read_versions(Loader *l, const ScanService *scanned, GError **error)
{
    Arena *arena = l->out->arena;
    guint n;
    const ScanVersion *found = scan_find_versions(l->scan, scanned, &n);
    HistoryVersion *versions = arena_alloc(arena, (n + 1) * sizeof *versions);
    g_autoptr(DiagList) quiet = diag_list_new();
    Loader past = *l;
    past.diags = quiet;
    past.past = TRUE;
    for (guint i = 0; i < n; i++) {
        const Source *source =
            site_read(l->scan, found[i].file.path, (SiteTexts){l->out->sources, &l->out->hash},
                      quiet, error);
        if (source == NULL)
            return NULL;
        versions[i] = (HistoryVersion){found[i].date, arena_new0(arena, Service)};
        versions[i].service->path = scan_service_page(scanned, arena);
        bind_service(&past, scanned, source, versions[i].service);
    }
    return versions;
}

static gboolean
read_history(Loader *l, const ScanService *scanned, Service *service, GError **error)
{
    guint n;
    scan_find_versions(l->scan, scanned, &n);
    const HistoryVersion *versions = n > 0 ? read_versions(l, scanned, error) : NULL;
    if (n == 0 || versions == NULL)
        return n == 0;
    service->riwayat =
        history_of(l->out->arena, versions, n, service, &service->unrecorded);
    if (service->unrecorded) {
        g_autoptr(GString) day = g_string_new(NULL);
        date_append_long(day, versions[n - 1].date, FALSE);
        diag_add(l->diags, DIAG_HISTORY_BEHIND, service->head.mark, 0, day->str, NULL);
    }
    return TRUE;
}

static gboolean
bind_file(Loader *l, const ScanService *scanned, Bound *bound, GError **error)
{
    Loaded *out = l->out;
    Service service = {.path = scan_service_page(scanned, out->arena)};
    const Source *source = site_read(l->scan, scan_service_path(scanned, out->arena),
                                     (SiteTexts){out->sources, &out->hash}, l->diags, error);
    if (source == NULL)
        return FALSE;
    gboolean fine = bind_service(l, scanned, source, &service);
    if (fine && !read_history(l, scanned, &service, error))
        return FALSE;
    gboolean of_draft =
        scanned->lang != NULL && bound->draft != NULL && strcmp(bound->draft, scanned->slug) == 0;
    if (scanned->lang == NULL)
        bound->draft = NULL;
    if ((fine && is_kept_out(l, scanned, &service)) || of_draft)
        keep_out(l, scanned, &service, bound);
    else if (fine)
        place_service(l, scanned, &service, bound);
    return TRUE;
}

/* The last year whose holidays are known for all; 0: none is. */
static int
last_holiday_year(const SiteData *data)
{
    const HolidayFileList *list = &data->holidays[0];
    int year = 0;
    for (guint i = 0; i < list->n; i++)
        year = MAX(year, list->items[i].libur.n > 0 ? list->items[i].year : 0);
    return year;
}

/* A change may bring or replace what the charter itself must hold: components 1 to 5. */
static void
show_as_of_day(Loader *l, Bound *bound)
{
    enum { LAST_CHANGED = 5 };
    Agency *agency = l->out->agency;
    Life life = life_of(l->scan, l->out->asked, agency, last_holiday_year(l->data));
    life_judge_notices(&life, &agency->pemberitahuan);
    for (guint i = 0; i < bound->n; i++) {
        Service *service = &bound->services[i];
        Service before = *service;
        life_apply(&life, service);
        history_finish(l->out->arena, &before, service);
        judge_components(service, agency, 1, LAST_CHANGED);
        for (guint k = 0; k < service->translations.n; k++) {
            life_apply(&life, &service->translations.items[k]);
            translate_complete(&service->translations.items[k], service);
        }
    }
}

/* Originals come before their translations. */
static gboolean
load_services(Loader *l, GError **error)
{
    Loaded *out = l->out;
    guint n = l->which->n_services;
    Bound bound = {.services = arena_alloc(out->arena, n * sizeof(Service)),
                   .translations = arena_alloc(out->arena, n * sizeof(Service))};
    DiagList *all = l->diags;
    gboolean fine = TRUE;
    for (guint i = 0; fine && i < n; i++) {
        const ScanService *scanned = &l->which->services[i];
        if (!may_publish_language(l, scanned))
            continue;
        l->diags = diag_list_new();
        fine = bind_file(l, scanned, &bound, error);
        diag_list_take(all, l->diags);
        l->diags = all;
    }
    out->agency->services = (ServiceList){bound.services, bound.n};
    if (fine)
        show_as_of_day(l, &bound);
    return fine;
}

static void
sort_files(Loader *l)
{
    GPtrArray *files = l->out->files;
    g_ptr_array_sort(files, sort_compare_texts);
    const char **kept = arena_alloc(l->out->arena, files->len * sizeof *kept);
    guint n = 0;
    for (guint i = 0; i < files->len; i++) {
        if (n == 0 || strcmp(kept[n - 1], files->pdata[i]) != 0)
            kept[n++] = files->pdata[i];
    }
    l->out->agency->files = kept;
    l->out->agency->n_files = n;
}

static Loaded *
loaded_new(void)
{
    Loaded *out = g_new0(Loaded, 1);
    out->arena = arena_new();
    out->sources = g_ptr_array_new_with_free_func((GDestroyNotify)source_free);
    out->files = g_ptr_array_new();
    out->origins = g_array_new(FALSE, FALSE, sizeof(LoadedOrigin));
    out->asked = asked_new();
    out->agency = arena_new0(out->arena, Agency);
    return out;
}

Loaded *
load_agency(const Scan *scan,
            const SiteData *data,
            const ScanAgency *which,
            DiagList *diags,
            GError **error)
{
    g_autoptr(GPtrArray) fragments = g_ptr_array_new();
    Loader l = {scan, data, which, diags, loaded_new(), fragments, FALSE};
    l.out->site = &data->site;
    asked_ask(l.out->asked, scan, ASKED_NAMES, which->folder->path);
    if (!load_own(&l, error) || !load_services(&l, error)) {
        loaded_free(l.out);
        return NULL;
    }
    prose_check_fragments(l.out->arena, l.out->agency, fragments, diags);
    sort_files(&l);
    return l.out;
}

Loaded *
load_text(const Scan *scan,
          const SiteData *data,
          const LooseText *text,
          DiagList *diags,
          GError **error)
{
    g_autoptr(DiagList) ignored = diag_list_new();
    Loader l = {scan, data, text->which, ignored, loaded_new(), NULL, FALSE};
    l.out->site = &data->site;
    if (!load_own(&l, error)) {
        loaded_free(l.out);
        g_free(text->bytes);
        return NULL;
    }
    l.diags = diags;
    ScanService scanned = {.slug = "piagam",
                           .folder = text->folder != NULL ? text->folder : text->which->folder};
    Source *source = source_new(text->name, text->bytes, text->len, diags);
    g_ptr_array_add(l.out->sources, source);
    ServiceList *list = &l.out->agency->services;
    list->items = arena_new0(l.out->arena, Service);
    list->items->path = scanned.slug;
    if (bind_service(&l, &scanned, source, list->items))
        complete_service(&l, scanned.folder, &list->items[list->n++]);
    sort_files(&l);
    return l.out;
}

void
loaded_free(Loaded *loaded)
{
    arena_free(loaded->arena);
    g_ptr_array_unref(loaded->sources);
    g_ptr_array_unref(loaded->files);
    g_array_unref(loaded->origins);
    asked_free(loaded->asked);
    g_free(loaded);
}
