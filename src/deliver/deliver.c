#include "deliver/deliver.h"
#include "base/borrow.h"
#include "base/fs.h"
#include "base/path.h"
#include "base/work.h"
#include "deliver/fault.h"
#include "deliver/origin.h"
#include "deliver/survey.h"
#include "publish/tree.h"
#include <string.h>

#define JOURNAL REMOTE_STAGING
#define JOURNAL2 \
    REMOTE_STAGING "-b" /* where nothing can be renamed, and the first one is there */

enum {
    N_RECORDS = 3,              /* the journals and the manifest */
    STAGED_MAX = WORK_MAX_JOBS, /* names of staged files that a cut may have left */
    CHECKPOINT_SECONDS = 5,
    CHECKPOINT_SHARE = 4 /* the journal is sent again when this many times its size was sent */
};

typedef struct Delivery {
    const DeliverOptions *options;
    Remote *remote;
    Origin origin;
    Manifest *records[N_RECORDS]; /* what the target has of them; NULL = none */
    gboolean had_journal, same_manifest;
    const char *journal; /* the name this delivery's has */
    Parcels *parcels;
    char *
        both; /* two paths that are to be there and differ in capital letters only; NULL = none */
    GMutex lock; /* of what follows */
    GError *failure;
    DeliverProgress progress;
    guint64 unsaved; /* bytes sent since the journal was */
    gint64 saved_at;
    gsize journal_len;
} Delivery;

/* ---- before ---- */

static gboolean
check_place(const Delivery *d, GError **error)
{
    const Target *target = &d->options->remote->target;
    if (target->kind != TARGET_FOLDER)
        return TRUE;
    g_autofree char *real = fs_real_place(target->path);
    for (guint i = 0; d->options->forbidden[i] != NULL; i++) {
        g_autofree char *other = fs_real_place(d->options->forbidden[i]);
        if (path_is_at(real, other) || path_is_at(other, real))
            return fault_set(d->options->lang, error, FAULT_PLACE, target->path);
    }
    return TRUE;
}

static gboolean
read_records(Delivery *d, GError **error)
{
    static const char *const names[N_RECORDS] = {JOURNAL, JOURNAL2, ORIGIN_MANIFEST};
    for (guint i = 0; i < N_RECORDS; i++) {
        GString *text = NULL;
        if (!remote_read(d->remote, 0, names[i], &text, error))
            return FALSE;
        gboolean there = text != NULL, last = strcmp(names[i], ORIGIN_MANIFEST) == 0;
        if (last && there)
            d->same_manifest = text->len == d->origin.manifest_len &&
                               memcmp(text->str, d->origin.manifest, text->len) == 0;
        else if (there)
            d->had_journal = TRUE;
        if (there && (!last || (d->records[0] == NULL && d->records[1] == NULL)))
            d->records[i] = manifest_parse(text->str, text->len);
        if (there)
            g_string_free(text, TRUE);
    }
    d->journal = d->records[0] != NULL ? JOURNAL2 : JOURNAL;
    return TRUE;
}

static gboolean
check_deletions(const Delivery *d, GError **error)
{
    const Parcels *parcels = d->parcels;
    if (d->options->force || parcels->n_deleted <= TREE_MANY_FILES ||
        (guint64)parcels->n_deleted * 100 <= (guint64)parcels->n_ours * TREE_MANY_PERCENT)
        return TRUE;
    g_autofree char *numbers = g_strdup_printf("%u/%u", parcels->n_deleted, parcels->n_ours);
    return fault_set(d->options->lang, error, FAULT_MANY, numbers);
}

/* Whether the target takes names for one that differ in capital letters only; `name` = a file of ours there. */
static gboolean
ask_case(Delivery *d, const char *name, gboolean *ignores, GError **error)
{
    g_autofree char *capital = g_ascii_strup(name, -1);
    return remote_exists(d->remote, 0, capital, ignores, error);
}

/* Names that are one at such a target: a file that gets other letters must not be deleted after it has come. */
static gboolean
meet_alike(Delivery *d, GError **error)
{
    g_autofree char *both = NULL;
    gboolean ignores = FALSE, any = parcels_any_alike(d->parcels, &both);
    const char *name = d->records[0] != NULL   ? JOURNAL
                       : d->records[1] != NULL ? JOURNAL2
                       : d->records[2] != NULL ? ORIGIN_MANIFEST
                                               : NULL;
    d->both = g_steal_pointer(&both);
    if (!any || name == NULL)
        return TRUE;
    if (!ask_case(d, name, &ignores, error))
        return FALSE;
    if (ignores && d->both != NULL)
        return fault_set(d->options->lang, error, FAULT_ALIKE, d->both);
    if (ignores)
        parcels_join_alike(d->parcels);
    return TRUE;
}

/* The same at a target that had nothing of ours before the journal. */
static gboolean
check_alike(Delivery *d, GError **error)
{
    gboolean ignores = FALSE;
    if (d->both == NULL || d->had_journal || d->records[2] != NULL)
        return TRUE;
    if (!ask_case(d, d->journal, &ignores, error))
        return FALSE;
    return !ignores || (remote_remove(d->remote, 0, d->journal, error) &&
                        fault_set(d->options->lang, error, FAULT_ALIKE, d->both));
}

static gboolean
make_plan(Delivery *d, GError **error)
{
    if (!origin_open(&d->origin, d->options->site, d->options->lang, error) ||
        !check_place(d, error))
        return FALSE;
    d->remote = remote_open(d->options->remote, error);
    if (d->remote == NULL || !read_records(d, error))
        return FALSE;
    d->parcels = parcels_new(d->origin.files, (const Manifest *const *)d->records, N_RECORDS,
                             d->options->again);
    if (!meet_alike(d, error))
        return FALSE;
    if (d->options->planned != NULL)
        d->options->planned(d->options->data, d->parcels);
    return check_deletions(d, error) &&
           (d->options->adopt ||
            survey_strangers(d->remote, d->parcels, d->options->lang, error));
}

/* ---- the journal ---- */

static gboolean
save_journal(Delivery *d, guint connection, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    parcels_append_journal(d->parcels, text);
    g_mutex_lock(&d->lock);
    d->journal_len = text->len;
    g_mutex_unlock(&d->lock);
    return remote_sync(d->remote, error) &&
           remote_put(d->remote, connection, &(RemoteFile){d->journal, text->str, text->len},
                      error);
}

/* Now and then, so that a cut loses seconds and not hours. Where nothing can be renamed the first journal must stand. */
static gboolean
maybe_save_journal(Delivery *d, guint connection, gsize sent, GError **error)
{
    gint64 now = g_get_monotonic_time();
    g_mutex_lock(&d->lock);
    d->unsaved += sent;
    gboolean due = d->remote->move != REMOTE_MOVE_NONE &&
                   d->unsaved > (guint64)d->journal_len * CHECKPOINT_SHARE &&
                   now - d->saved_at > CHECKPOINT_SECONDS * G_USEC_PER_SEC;
    if (due) {
        d->unsaved = 0;
        d->saved_at = now;
    }
    g_mutex_unlock(&d->lock);
    return !due || save_journal(d, connection, error);
}

/* ---- turns ---- */

static gboolean
do_parcel(Delivery *d, Parcel *parcel, guint connection, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize len = 0;
    if (!parcel->wanted)
        return remote_remove(d->remote, connection, parcel->path, error);
    return origin_read(&d->origin, parcel, &bytes, &len, error) &&
           remote_put(d->remote, connection, &(RemoteFile){parcel->path, bytes, len}, error);
}

static void
note_done(Delivery *d, Parcel *parcel)
{
    g_atomic_int_set(&parcel->done, TRUE);
    g_mutex_lock(&d->lock);
    d->progress.files++;
    if (parcel->wanted)
        d->progress.bytes += parcel->size;
    if (d->options->progress != NULL)
        d->options->progress(d->options->data, &d->progress);
    g_mutex_unlock(&d->lock);
}

typedef struct Turn {
    Delivery *delivery;
    GPtrArray *parcels;
} Turn;

static void
do_one(guint i, guint worker, gpointer data)
{
    Turn *turn = data;
    Delivery *d = turn->delivery;
    Parcel *parcel = turn->parcels->pdata[i];
    GError *failure = NULL;
    g_mutex_lock(&d->lock);
    gboolean stopped = d->failure != NULL;
    g_mutex_unlock(&d->lock);
    if (stopped)
        return;
    gboolean fine = do_parcel(d, parcel, worker, &failure);
    if (fine) {
        note_done(d, parcel);
        fine =
            maybe_save_journal(d, worker, parcel->wanted ? (gsize)parcel->size : 0, &failure);
    }
    if (fine)
        return;
    g_mutex_lock(&d->lock);
    if (d->failure == NULL)
        d->failure = g_steal_pointer(&failure);
    g_mutex_unlock(&d->lock);
    g_clear_error(&failure);
}

static gboolean
do_turn(Delivery *d, ParcelTurn which, GError **error)
{
    g_autoptr(GPtrArray) parcels = g_ptr_array_new();
    for (guint i = 0; i < d->parcels->list->len; i++) {
        Parcel *parcel = &g_array_index(d->parcels->list, Parcel, i);
        if (parcel->turn == which)
            g_ptr_array_add(parcels, parcel);
    }
    Turn turn = {d, parcels};
    work_run(parcels->len, d->options->remote->n_connections, do_one, &turn);
    if (d->failure == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&d->failure));
    return FALSE;
}

/* ---- folders ---- */

/* Adds the folders above `path`, from the inside. */
static void
add_folders(GHashTable *folders, const char *path)
{
    g_autofree char *above = g_strdup(path);
    for (char *slash = strrchr(above, '/'); slash != NULL; slash = strrchr(above, '/')) {
        *slash = '\0';
        g_hash_table_add(folders, g_strdup(above));
    }
}

static GList *
sorted_keys(GHashTable *set)
{
    return g_list_sort(g_hash_table_get_keys(set), (GCompareFunc)strcmp);
}

/* Whether the folders above it are, too. */
static gboolean
is_there(const Delivery *d, const Parcel *parcel)
{
    return parcel->ours && parcel->there != PARCEL_UNKNOWN_NEW && !d->options->again;
}

static gboolean
make_folders(Delivery *d, GError **error)
{
    g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) there = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < d->parcels->list->len; i++) {
        const Parcel *parcel = &g_array_index(d->parcels->list, Parcel, i);
        if (parcel->wanted)
            add_folders(is_there(d, parcel) ? there : wanted, parcel->path);
    }
    g_autoptr(GList) names = sorted_keys(wanted); /* those above come first */
    gboolean fine = TRUE;
    for (GList *at = names; fine && at != NULL; at = at->next)
        fine = g_hash_table_contains(there, at->data) ||
               remote_make_dir(d->remote, 0, at->data, error);
    return fine;
}

/* Folders that have lost their last file of ours; those with files of others stay. */
static gboolean
remove_folders(Delivery *d, ParcelTurn which, GError **error)
{
    g_autoptr(GHashTable) left = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < d->parcels->list->len; i++) {
        const Parcel *parcel = &g_array_index(d->parcels->list, Parcel, i);
        if (parcel->wanted)
            add_folders(used, parcel->path);
        else if (parcel->turn == which)
            add_folders(left, parcel->path);
    }
    g_autoptr(GList) names = g_list_reverse(sorted_keys(left));
    gboolean fine = TRUE;
    for (GList *at = names; fine && at != NULL; at = at->next)
        fine = g_hash_table_contains(used, at->data) ||
               remote_remove_dir(d->remote, 0, at->data, error);
    return fine;
}

/* ---- the way ---- */

static gboolean
do_turns(Delivery *d, GError **error)
{
    for (ParcelTurn turn = TURN_CLEAR; turn < TURN_NONE; turn++) {
        if (!do_turn(d, turn, error))
            return FALSE;
        if ((turn == TURN_CLEAR || turn == TURN_DELETIONS) && !remove_folders(d, turn, error))
            return FALSE;
        if (turn == TURN_CLEAR && !make_folders(d, error))
            return FALSE;
    }
    return TRUE;
}

/* The manifest makes it hold; after that nobody needs the journals, nor what a cut left. */
static gboolean
finish(Delivery *d, GError **error)
{
    const RemoteFile manifest = {ORIGIN_MANIFEST, d->origin.manifest, d->origin.manifest_len};
    if (!remote_sync(d->remote, error) || !remote_put(d->remote, 0, &manifest, error) ||
        !remote_sync(d->remote, error))
        return FALSE;
    for (guint i = 0; d->had_journal && i < STAGED_MAX; i++) {
        g_autofree char *staged = g_strdup_printf(REMOTE_STAGING "-%u", i);
        gboolean there;
        if (!remote_exists(d->remote, 0, staged, &there, error) ||
            (there && !remote_remove(d->remote, 0, staged, error)))
            return FALSE;
        if (!there && i >= d->options->remote->n_connections)
            break;
    }
    return (!d->had_journal || remote_remove(d->remote, 0, JOURNAL2, error)) &&
           remote_remove(d->remote, 0, JOURNAL, error);
}

static gboolean
send_all(Delivery *d, GError **error)
{
    d->saved_at = g_get_monotonic_time();
    if (!remote_make_dir(d->remote, 0, "", error) || !remote_probe(d->remote, error))
        return FALSE;
    if (d->remote->move != REMOTE_MOVE_NONE)
        d->journal = JOURNAL;
    return save_journal(d, 0, error) && check_alike(d, error) && do_turns(d, error) &&
           finish(d, error);
}

static void
take_pages(const Delivery *d, DeliverReport *report)
{
    static const ParcelTurn turns[] = {TURN_CHANGED_PAGES, TURN_NEW_PAGES};
    for (guint t = 0; t < G_N_ELEMENTS(turns); t++) {
        for (guint i = 0; i < d->parcels->list->len; i++) {
            const Parcel *parcel = &g_array_index(d->parcels->list, Parcel, i);
            if (parcel->turn == turns[t])
                g_ptr_array_add(report->pages, g_strdup(parcel->path));
        }
    }
}

static void
fill_report(const Delivery *d, DeliverReport *report)
{
    report->n_new = d->parcels->n_new;
    report->n_changed = d->parcels->n_changed;
    report->n_kept = d->parcels->n_kept;
    report->n_deleted = d->parcels->n_deleted;
    report->n_bytes = d->parcels->n_bytes;
    report->resumed = d->had_journal;
    report->move = d->remote->move;
    take_pages(d, report);
}

gboolean
deliver_run(const DeliverOptions *options, DeliverReport *report, GError **error)
{
    Delivery d = {.options = options};
    g_mutex_init(&d.lock);
    *report = (DeliverReport){.pages = g_ptr_array_new_with_free_func(g_free)};
    gboolean fine = make_plan(&d, error);
    if (fine && !options->dry_run &&
        (parcels_any(d.parcels) || d.had_journal || !d.same_manifest)) {
        d.progress.n_files = d.parcels->n_new + d.parcels->n_changed + d.parcels->n_deleted;
        d.progress.n_bytes = d.parcels->n_bytes;
        fine = send_all(&d, error);
    }
    if (fine)
        fill_report(&d, report);
    g_clear_pointer(&d.parcels, parcels_free);
    g_clear_pointer(&d.remote, remote_free);
    for (guint i = 0; i < N_RECORDS; i++)
        g_clear_pointer(&d.records[i], manifest_free);
    g_free(d.both);
    origin_close(&d.origin);
    g_mutex_clear(&d.lock);
    return fine;
}

void
deliver_report_clear(DeliverReport *report)
{
    g_clear_pointer(&report->pages, g_ptr_array_unref);
}
