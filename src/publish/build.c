#include "audit/audit.h"
#include "base/borrow.h"
#include "base/fs.h"
#include "base/path.h"
#include "base/work.h"
#include "facts/card.h"
#include "model/life.h"
#include "plan/journey.h"
#include "plan/plan.h"
#include "publish/build-private.h"
#include "publish/memory.h"
#include "text/address.h"
#include <string.h>

/* Of the cards of one worker: those of some thousand services. */
enum { SHELF_IN_MEMORY = 2 * 1024 * 1024 };

/* ---- opening ---- */

static gboolean
open_content(Build *b, DiagList *diags, GError **error)
{
    b->out = b->options->out ? g_strdup(b->options->out)
                             : g_build_filename(b->options->dir, "public", NULL);
    ProjectOptions options = {b->options->dir, b->options->theme, b->options->jobs,
                              b->options->day};
    if (!project_open(&b->project, &options, diags, error))
        return FALSE;
    b->content = b->project.content;
    b->scan = b->project.scan;
    b->data = b->project.data;
    b->theme = b->project.theme;
    if (b->scan->n_agencies == 0)
        diag_add_path(diags, DIAG_CONTENT_EMPTY, b->content, NULL);
    audit_site(b->scan, b->data, diags);
    plan_check_files(b->scan, diags);
    plan_check_own_pages(b->scan, &b->data->site.pages, diags);
    return TRUE;
}

static void
describe_site(Build *b)
{
    project_describe(&b->project, b->options->base_url, &b->render);
    b->render.draft = b->options->draft;
    b->render.posters = !b->options->draft && !b->options->no_posters;
}

/* A rebuilt program of the same version may render differently. */
static guint64
program_hash(void)
{
    FsStat stat;
    g_autofree char *path = g_file_read_link("/proc/self/exe", NULL);
    if (path == NULL || !fs_stat(FS_CWD, path, &stat, NULL))
        return 0;
    return fs_hash(&stat.changed_ns, sizeof stat.changed_ns, stat.size ^ stat.inode);
}

static gboolean
open_tree(Build *b, guint n_workers, GError **error)
{
    g_autofree char *themes = g_build_filename(b->options->dir, "themes", NULL);
    g_autofree char *cache = g_build_filename(b->options->dir, ".maklumat-cache", NULL);
    FsStat stat;
    const char *forbidden[] = {
        b->content, b->options->memory == NULL ? cache : b->content, fs_stat(FS_CWD, themes, &stat, NULL) && stat.kind == FS_DIR ? themes : NULL,
        NULL};
    TreeOptions options = {
        .out = b->out,
        .home = g_get_home_dir(),
        .forbidden = forbidden,
        .only = b->options->only,
        .assets = THEME_ASSETS,
        .adopt = b->options->adopt,
        .force = b->options->force,
        .draft = b->options->draft,
        .hasty = b->options->memory != NULL,
        .changes = b->options->changes,
        .n_workers = n_workers,
        .lang = b->options->lang,
    };
    b->tree = tree_open(&options, error);
    return b->tree != NULL;
}

/* Everything that all outputs depend on goes into the key; the program's own bytes stand for its version. */
static void
open_cache(Build *b)
{
    const char *memory = b->options->memory;
    if (b->options->check || (b->options->draft && memory == NULL))
        return;
    g_autofree char *dir = memory != NULL
                               ? g_strdup(memory)
                               : g_build_filename(b->options->dir, ".maklumat-cache", NULL);
    g_autofree char *key = g_strdup_printf(
        "%s %016" G_GINT64_MODIFIER "x %016" G_GINT64_MODIFIER "x %016" G_GINT64_MODIFIER
        "x %s %d %d %x",
        VERSION, program_hash(), theme_hash(b->theme), b->data->hash,
        b->render.url ? b->render.url : "", b->render.single_agency, b->render.posters,
        (guint)life_notices_state(&b->data->site.pemberitahuan));
    b->cache = cache_open(dir, key);
}

/* Entries of agencies that are gone are removed. */
static void
prune_cache(Build *b)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    if (b->cache == NULL || b->options->only != NULL)
        return;
    for (guint i = 0; i < b->scan->n_agencies; i++) {
        g_ptr_array_add(names, g_strdup(b->scan->agencies[i].folder->path));
        if (b->posters != NULL && b->slots[i].loaded)
            posters_cache_names(&b->scan->agencies[i], names);
    }
    g_ptr_array_add(names, g_strdup(memory_shared_name));
    cache_prune(b->cache, (const char *const *)names->pdata, names->len);
}

/* ---- one agency ---- */

static void
note_file(Sink *sink, const ManifestFile *put)
{
    if (sink->files == NULL)
        return;
    ManifestFile file = {g_string_chunk_insert(sink->paths, put->path), put->size, put->hash};
    g_array_append_val(sink->files, file);
}

static TreeWorker *
worker_of(const Sink *sink)
{
    return tree_worker(sink->build->tree, sink->worker);
}

gboolean
build_put_page(gpointer data, const char *path, const char *bytes, gsize len)
{
    Sink *sink = data;
    ManifestFile file = {.path = path};
    sink->n_pages++;
    if (!tree_put(worker_of(sink), &file, bytes, len, sink->error))
        return FALSE;
    note_file(sink, &file);
    return TRUE;
}

void
build_leave_out(gpointer data, const char *path)
{
    const Sink *sink = data;
    diag_add_path(sink->diags, DIAG_PAGE_TOO_BIG, sink->blamed, path, NULL);
}

/* A draft is built without the services that cannot be read as the contract says, and the files that are refused. */
static void
leave_out_broken(const Scan *scan, Agency *agency, const DiagList *diags)
{
    g_autoptr(GHashTable) broken = g_hash_table_new(g_str_hash, g_str_equal);
    guint kept = 0;
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        if (diag->level >= DIAG_ERROR)
            g_hash_table_add(broken, diag->path);
    }
    for (guint i = 0; i < agency->services.n; i++) {
        if (!g_hash_table_contains(broken, source_path(agency->services.items[i].source)))
            agency->services.items[kept++] = agency->services.items[i];
    }
    agency->services.n = kept;
    kept = 0;
    for (guint i = 0; i < agency->n_files; i++) {
        g_autofree char *display = scan_display_path(scan, agency->files[i]);
        if (!g_hash_table_contains(broken, display))
            agency->files[kept++] = agency->files[i];
    }
    agency->n_files = kept;
}

/* For whoever writes: a charter that cannot be read right now takes no page away. */
static void
keep_broken(Build *b, const ScanAgency *agency, guint worker, const DiagList *diags)
{
    gsize len = strlen(b->content);
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        if (diag->level < DIAG_ERROR || strncmp(diag->path, b->content, len) != 0)
            continue;
        for (guint k = 0; k < agency->n_services; k++) {
            const ScanService *service = &agency->services[k];
            const char *page =
                arena_concat(arena, scan_service_page(service, arena), ".html", NULL);
            if (strcmp(diag->path + len + 1, scan_service_path(service, arena)) == 0)
                tree_keep_published(tree_worker(b->tree, worker), page);
        }
    }
}

/* Linked files of the agency's own folder; those above it are copied once, for all. */
static gboolean
put_files(Sink *sink, const Agency *agency)
{
    Build *b = sink->build;
    for (guint i = 0; i < agency->n_files; i++) {
        const char *path = agency->files[i];
        ManifestFile file = {.path = path};
        if (!path_is_below(path, agency->path))
            continue;
        if (!tree_put_file(worker_of(sink), &file, b->scan->dir, path, sink->error))
            return FALSE;
        note_file(sink, &file);
    }
    return TRUE;
}

/* TRUE when the agency is as an earlier build left it: nothing to read, nothing to write. */
static gboolean
recall(Build *b, const ScanAgency *agency, guint worker, Slot *slot)
{
    Remembered known;
    if (b->cache == NULL || b->tree == NULL)
        return FALSE;
    if (!memory_recall(b->cache, b->scan, agency, b->card_arenas[worker], &known))
        return FALSE;
    gboolean kept =
        tree_keep(tree_worker(b->tree, worker), known.entry->files, known.entry->n_files);
    guint n_posters = posters_count(known.entry->files, known.entry->n_files);
    g_autoptr(CacheEntry) entry = known.entry;
    if (!kept)
        return FALSE;
    diag_tally_join(&b->tallies[worker], &known.tally);
    build_put_findings(b, known.findings, known.findings_len, worker, slot);
    slot->loaded = TRUE;
    slot->outreach = known.outreach;
    slot->card_hash = known.card_hash;
    slot->n_pages = known.n_pages;
    slot->n_posters = n_posters;
    slot->n_services = known.n_services;
    return TRUE;
}

/* ---- posters ---- */

static gboolean
keep_posters(gpointer data, const ManifestFile *files, guint n_files)
{
    Sink *sink = data;
    if (!tree_keep(worker_of(sink), files, n_files))
        return FALSE;
    for (guint i = 0; i < n_files; i++)
        note_file(sink, &files[i]);
    return TRUE;
}

static const ManifestFile *
taken_posters(gpointer data, guint *n_files)
{
    Sink *sink = data;
    *n_files = sink->files->len;
    return (const ManifestFile *)(const void *)sink->files->data;
}

static gboolean
put_poster(gpointer data, const char *path, const char *bytes, gsize len)
{
    Sink *sink = data;
    gboolean fine = build_put_page(data, path, bytes, len);
    sink->n_pages--; /* no page; see posters_count() */
    return fine;
}

static gboolean
make_posters(Sink *sink, const Loaded *loaded, DiagList *diags)
{
    PosterSink out = {put_poster, keep_posters, taken_posters, sink};
    return sink->build->posters == NULL ||
           posters_make(sink->build->posters, loaded,
                        &(PosterMaking){sink->worker, &out, diags}, sink->error);
}

typedef struct Making {
    const Loaded *loaded;
    const GByteArray *card; /* of card_write() */
    guint worker;
} Making;

static void
render_one(Build *b, const ScanAgency *agency, const Making *making, Slot *slot)
{
    const Loaded *loaded = making->loaded;
    g_autoptr(DiagList) left_out = diag_list_new(); /* the pages read the others meanwhile */
    Sink sink = {
        .build = b, .worker = making->worker, .error = &slot->error, .diags = left_out};
    sink.blamed = source_path(loaded->agency->source);
    sink.files = g_array_new(FALSE, FALSE, sizeof(ManifestFile));
    sink.paths = g_string_chunk_new(4096);
    OutputSink out = {build_put_page, &sink, build_leave_out};
    /* Posters first: pages link to those that could be made. */
    gboolean fine = make_posters(&sink, loaded, slot->diags) &&
                    render_agency(&b->render, loaded, slot->diags, &out) &&
                    put_files(&sink, loaded->agency);
    const ManifestFile *files = (const ManifestFile *)(const void *)sink.files->data;
    slot->n_pages = sink.n_pages;
    diag_list_take(slot->diags, g_steal_pointer(&left_out));
    slot->n_posters = posters_count(files, sink.files->len);
    diag_list_sort(
        slot->diags); /* here, beside other agencies, rather than all of them at the end */
    g_autoptr(GByteArray) findings = g_byte_array_new();
    diag_list_pack(slot->diags, findings);
    const Made made = {.loaded = loaded,
                       .card = making->card,
                       .card_hash = slot->card_hash,
                       .outreach = slot->outreach,
                       .findings = findings,
                       .n_pages = sink.n_pages,
                       .files = files,
                       .n_files = sink.files->len};
    if (fine && diag_list_worst(slot->diags) < DIAG_ERROR)
        memory_keep(b->cache, b->scan, b->data, agency, &made);
    build_end_findings(b, findings, making->worker, slot);
    g_array_unref(sink.files);
    g_string_chunk_free(sink.paths);
}

/* The agency's card, of which the slot keeps what has to stay in memory; returns its bytes. */
static GByteArray *
take_card(Build *b, const Loaded *loaded, guint worker, Slot *slot)
{
    g_autoptr(Arena) arena = arena_new();
    const AgencyCard *card = card_make(arena, loaded->agency);
    GByteArray *bytes = build_put_card(b, card, worker, slot);
    slot->card_hash = memory_card_hash(bytes);
    slot->outreach = card_outreach(card, b->card_arenas[worker]);
    return bytes;
}

static void
make_agency(Build *b, const ScanAgency *agency, guint worker, Slot *slot)
{
    g_autoptr(Loaded) loaded = load_agency(b->scan, b->data, agency, slot->diags, &slot->error);
    if (loaded == NULL)
        return;
    plan_check_agency(b->scan, loaded, slot->diags);
    audit_agency(b->scan, loaded, b->options->today, slot->diags);
    if (b->options->draft)
        leave_out_broken(b->scan, loaded->agency, slot->diags);
    if (b->options->check && b->posters != NULL &&
        !posters_make(b->posters, loaded, &(PosterMaking){worker, NULL, slot->diags},
                      &slot->error))
        return;
    g_autoptr(GByteArray) card = take_card(b, loaded, worker, slot);
    slot->n_services = loaded->agency->services.n;
    slot->loaded = TRUE;
    if (b->tree != NULL && b->options->draft && b->options->memory != NULL)
        keep_broken(b, agency, worker, slot->diags);
    if (b->tree != NULL && (b->options->draft || diag_list_worst(slot->diags) < DIAG_ERROR))
        render_one(b, agency, &(Making){loaded, card, worker}, slot);
}

static void
do_agency(guint item, guint worker, gpointer data)
{
    Build *b = data;
    guint which = b->wanted[item];
    Slot *slot = &b->slots[which];
    if (!recall(b, &b->scan->agencies[which], worker, slot)) {
        slot->diags = diag_list_new();
        make_agency(b, &b->scan->agencies[which], worker, slot);
    }
    if (slot->diags != NULL)
        build_end_findings(b, NULL, worker, slot);
    gint done = g_atomic_int_add(&b->done, 1) + 1;
    if (worker == 0 && b->options->progress != NULL)
        b->options->progress(b->options->progress_data, (guint)done, b->n_wanted);
}

static gboolean
is_wanted(const Build *b, const ScanAgency *agency)
{
    const char *only = b->options->only;
    return only == NULL || path_is_at(agency->folder->path, only);
}

/* With --only the scan keeps all names (links are checked against them) but few agencies are built. */
static void
keep_wanted(Build *b, DiagList *diags)
{
    b->wanted = g_new(guint, b->scan->n_agencies + 1);
    for (guint i = 0; i < b->scan->n_agencies; i++) {
        if (is_wanted(b, &b->scan->agencies[i]))
            b->wanted[b->n_wanted++] = i;
    }
    if (b->n_wanted == 0 && b->scan->n_agencies > 0) {
        g_autofree char *folder = g_build_filename(b->content, b->options->only, NULL);
        diag_add_path(diags, DIAG_CONTENT_EMPTY, folder, NULL);
    }
}

/* ---- publishing ---- */

static gboolean
join_slots(Build *b, BuildReport *report, GError **error)
{
    for (guint i = 0; i < b->scan->n_agencies; i++) {
        Slot *slot = &b->slots[i];
        b->n_joined = i + 1;
        if (slot->error != NULL) {
            if (error != NULL && *error == NULL)
                g_propagate_error(error, g_steal_pointer(&slot->error));
            return FALSE;
        }
        report->n_pages += slot->n_pages;
        report->n_posters += slot->n_posters;
        report->n_agencies += slot->loaded ? 1 : 0;
        report->n_services += slot->n_services;
    }
    return TRUE;
}

/* One agency alone cannot see that another claims the same former address; cards that have one are read. */
static void
check_formers(const Build *b, DiagList *diags)
{
    guint n;
    g_autofree const AgencyCard **cards = build_outreach(b, &n);
    plan_check_formers(b->scan, cards, n, diags);
}

/* Which files above the agencies are linked is known only when all have been read. */
static void
check_shared_files(const Build *b, DiagList *diags)
{
    guint n;
    g_autofree const AgencyCard **cards = build_outreach(b, &n);
    if (b->options->only == NULL)
        audit_shared_files(b->scan, cards, n, &b->data->site.pages, diags);
}

/* Forwarding pages that collide stop the tree before the cards are compared; they are the authors' mistake all the same. */
static gboolean
blame_authors(Build *b, DiagList *diags, GError **error)
{
    if (error == NULL || !(g_error_matches(*error, TREE_ERROR, TREE_ERROR_TWICE) ||
                           g_error_matches(*error, TREE_ERROR, TREE_ERROR_CONFLICT)))
        return FALSE;
    check_formers(b, diags);
    build_set_levels(b, diags);
    if (!build_findings_reach(b, diags, DIAG_ERROR))
        return FALSE;
    g_clear_error(error);
    return TRUE;
}

/* Steps lead to any agency, so all cards are looked at; a part of the site cannot tell. */
static gboolean
check_journeys(Build *b, DiagList *diags, GError **error)
{
    const JourneyList *journeys = &b->data->site.peristiwa;
    guint n;
    if (journeys->n == 0 || b->options->only != NULL)
        return TRUE;
    if (!build_read_cards(b, error))
        return FALSE;
    g_autofree const AgencyCard **cards = build_cards(b, &n);
    journey_check(journeys, cards, n, diags);
    return TRUE;
}

static gboolean
finish(Build *b, DiagList *diags, BuildReport *report, GError **error)
{
    check_formers(b, diags);
    check_shared_files(b, diags);
    if (!check_journeys(b, diags, error))
        return FALSE;
    build_set_levels(b, diags);
    DiagLevel limit = MIN(b->options->fail_on, DIAG_ERROR);
    if (b->tree == NULL || (!b->options->draft && build_findings_reach(b, diags, limit)))
        return TRUE;
    if (!(b->options->only == NULL ? build_put_shared(b, diags, report, error)
                                   : build_put_assets(b, error)))
        return FALSE;
    build_keep_others(b);
    build_check_vanishing(b, diags);
    if (!b->options->draft && build_findings_reach(b, diags, DIAG_ERROR))
        return TRUE;
    report->published = tree_commit(b->tree, &report->tree, error);
    prune_cache(b);
    return report->published;
}

/* Where cards go that are too many for memory; a check writes nothing. */
static int
shelf_folder(const Build *b)
{
    int cache = cache_folder(b->cache);
    return cache >= 0 ? cache : b->tree != NULL ? tree_folder(b->tree) : -1;
}

static gboolean
run(Build *b, DiagList *diags, BuildReport *report, GError **error)
{
    if (!open_content(b, diags, error))
        return FALSE;
    describe_site(b);
    keep_wanted(b, diags);
    b->n_jobs = work_jobs(b->n_wanted, b->options->jobs);
    if (!b->options->check && !open_tree(b, b->n_jobs, error))
        return FALSE;
    b->ignores_case = scan_ignores_case(b->scan) || tree_ignores_case(b->tree);
    open_cache(b);
    if (b->options->confine)
        build_confine(b);
    if (b->render.posters)
        b->posters = posters_new(&b->render, b->cache, b->n_jobs, diags);
    b->n_slots = b->scan->n_agencies;
    b->slots = g_new0(Slot, b->n_slots + 1);
    for (guint i = 0; i < b->n_jobs; i++) {
        b->card_arenas[i] = arena_new();
        b->shelves[i] = shelf_new(shelf_folder(b), SHELF_IN_MEMORY);
    }
    work_run(b->n_wanted, b->n_jobs, do_agency, b);
    if (!join_slots(b, report, error))
        return blame_authors(b, diags, error);
    return finish(b, diags, report, error);
}

/* All but what the agencies left. */
static void
close_build(Build *b)
{
    for (guint i = 0; i < WORK_MAX_JOBS; i++)
        g_clear_pointer(&b->card_arenas[i], arena_free);
    g_free(b->wanted);
    g_clear_pointer(&b->posters, posters_free);
    g_clear_pointer(&b->cache, cache_close);
    g_clear_pointer(&b->tree, tree_free);
    project_close(&b->project);
    g_free(b->out);
}

static void
free_slots(Build *b)
{
    for (guint i = 0; i < b->n_slots; i++) {
        g_clear_pointer(&b->slots[i].diags, diag_list_free);
        g_clear_error(&b->slots[i].error);
    }
    for (guint i = 0; i < WORK_MAX_JOBS; i++)
        g_clear_pointer(&b->shelves[i], shelf_free);
    g_free(b->slots);
}

gboolean
build_run(const BuildOptions *options, DiagList *diags, BuildReport *report, GError **error)
{
    g_autofree Build *b = g_new0(Build, 1);
    b->options = options;
    *report = (BuildReport){0};
    gboolean fine = run(b, diags, report, error);
    close_build(b);
    /* A country's findings come into memory when the rest has left it. */
    fine = build_join_findings(b, diags, fine ? error : NULL) && fine;
    free_slots(b);
    return fine;
}

void
build_report_clear(BuildReport *report)
{
    tree_report_clear(&report->tree);
}
