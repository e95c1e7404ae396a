#include "publish/memory.h"
#include "base/borrow.h"
#include "base/fs.h"
#include "base/pack.h"
#include "plan/plan.h"
#include <string.h>

/* A file the outcome depended on that is found only by reading the charters. */
typedef struct Extra {
    const char *path; /* from the content folder; "../seeds/x.txt" for a text outside */
    gint64 size, changed_ns, inode, hash;
} Extra;

typedef struct Record {
    guint n_pages, n_services, n_extras, n_questions;
    Extra *extras;
    AskedQuestion *questions;
    const guint8 *card, *outreach, *findings;
    guint card_len, outreach_len, findings_len;
    gint64 card_hash; /* memory_card_hash() */
} Record;

static void
pass_extra(Pack *pack, Extra *extra)
{
    pack_text(pack, &extra->path);
    pack_number(pack, &extra->size);
    pack_number(pack, &extra->changed_ns);
    pack_number(pack, &extra->inode);
    pack_number(pack, &extra->hash);
}

static void
pass_question(Pack *pack, AskedQuestion *question)
{
    g_assert(question != NULL); /* pack_items() has made room for all that it counts */
    guint kind = (guint)question->kind;
    pack_uint(pack, &kind);
    question->kind = (AskedKind)kind;
    pack_text(pack, &question->subject);
    pack_number(pack, &question->answer);
    pack->bad = pack->bad || kind > ASKED_FREE;
}

static void
pass_record(Pack *pack, Record *record)
{
    pack_uint(pack, &record->n_pages);
    pack_uint(pack, &record->n_services);
    record->extras =
        pack_items(pack, &record->n_extras, record->extras, sizeof *record->extras);
    for (guint i = 0; i < record->n_extras && !pack->bad; i++)
        pass_extra(pack, &record->extras[i]);
    record->questions =
        pack_items(pack, &record->n_questions, record->questions, sizeof *record->questions);
    for (guint i = 0; i < record->n_questions && !pack->bad; i++)
        pass_question(pack, &record->questions[i]);
    pack_bytes(pack, &record->card, &record->card_len);
    pack_bytes(pack, &record->outreach, &record->outreach_len);
    pack_number(pack, &record->card_hash);
    pack_bytes(pack, &record->findings, &record->findings_len);
}

/* ---- inputs ---- */

/* The agency's file, its services, and the regions and holidays above: all known from the scan. */
static CacheInput *
collect_inputs(const Scan *scan, const ScanAgency *agency, Arena *arena, guint *n)
{
    GArray *inputs =
        g_array_sized_new(FALSE, FALSE, sizeof(CacheInput), agency->n_services + 8);
    const ScanFile *own = agency->folder->agency;
    CacheInput input = {own->path, own->size, own->inode, own->changed_ns};
    g_array_append_val(inputs, input);
    for (guint i = 0; i < agency->n_services; i++) {
        const ScanService *service = &agency->services[i];
        guint n_versions;
        const ScanVersion *versions = scan_find_versions(scan, service, &n_versions);
        input = (CacheInput){scan_service_path(service, arena), service->size, service->inode,
                             service->changed_ns};
        g_array_append_val(inputs, input);
        for (guint k = 0; k < n_versions; k++) {
            const ScanFile *file = &versions[k].file;
            input = (CacheInput){file->path, file->size, file->inode, file->changed_ns};
            g_array_append_val(inputs, input);
        }
    }
    for (const ScanFolder *folder = agency->folder; folder != NULL; folder = folder->parent) {
        for (guint i = 0; i < folder->holidays.n; i++) {
            const ScanFile *file = &folder->holidays.items[i];
            input = (CacheInput){file->path, file->size, file->inode, file->changed_ns};
            g_array_append_val(inputs, input);
        }
        if (folder->region != NULL) {
            input = (CacheInput){folder->region->path, folder->region->size,
                                 folder->region->inode, folder->region->changed_ns};
            g_array_append_val(inputs, input);
        }
    }
    *n = inputs->len;
    return (CacheInput *)(void *)g_array_free(inputs, FALSE);
}

/* Services may lie in folders below the agency's with holidays of their own; those agencies are not remembered. */
static gboolean
is_simple(const ScanAgency *agency)
{
    for (guint i = 0; i < agency->n_services; i++) {
        for (const ScanFolder *f = agency->services[i].folder; f != agency->folder;
             f = f->parent) {
            if (f->holidays.n > 0)
                return FALSE;
        }
    }
    return TRUE;
}

/* ---- recalling ---- */

static gboolean
extra_holds(const Scan *scan, const Extra *extra)
{
    FsStat stat;
    if (!fs_stat(scan->dir, extra->path, &stat, NULL) || stat.kind != FS_FILE ||
        (gint64)stat.size != extra->size)
        return FALSE;
    if (stat.changed_ns == extra->changed_ns && (gint64)stat.inode == extra->inode)
        return TRUE;
    gsize len;
    g_autofree char *bytes = fs_read(scan->dir, extra->path, stat.size, &len, NULL);
    return bytes != NULL && (gint64)fs_hash(bytes, len, 0) == extra->hash;
}

static gboolean
record_holds(const Scan *scan, const Record *record)
{
    gboolean holds = TRUE;
    for (guint i = 0; holds && i < record->n_extras; i++)
        holds = extra_holds(scan, &record->extras[i]);
    for (guint i = 0; holds && i < record->n_questions; i++) {
        const AskedQuestion *question = &record->questions[i];
        holds = plan_answer(scan, question->kind, question->subject) == question->answer;
    }
    return holds;
}

/* The entry of an agency and what it holds, which borrows the entry and the arena; NULL: there is none. */
static CacheEntry *
find_record(
    Cache *cache, const Scan *scan, const ScanAgency *agency, Arena *arena, Record *record)
{
    guint n_inputs;
    g_autofree CacheInput *inputs = collect_inputs(scan, agency, arena, &n_inputs);
    g_autoptr(CacheEntry) entry =
                  cache_lookup(cache, agency->folder->path, inputs, n_inputs, scan->dir);
    if (entry == NULL)
        return NULL;
    Pack pack = {.arena = arena, .at = entry->blob, .end = entry->blob + entry->blob_len};
    pass_record(&pack, record);
    return pack_is_done(&pack) ? g_steal_pointer(&entry) : NULL;
}

gboolean
memory_recall(
    Cache *cache, const Scan *scan, const ScanAgency *agency, Arena *cards, Remembered *out)
{
    g_autoptr(Arena) arena = arena_new();
    Record record = {0};
    g_autoptr(CacheEntry) entry = find_record(cache, scan, agency, arena, &record);
    AgencyCard *outreach = NULL;
    if (entry == NULL)
        return FALSE;
    if (record.outreach_len > 0) {
        outreach = card_read(cards, record.outreach, record.outreach_len);
        if (outreach == NULL)
            return FALSE;
    }
    DiagTally tally = {0};
    if (!record_holds(scan, &record) ||
        !diag_tally_packed(&tally, record.findings, record.findings_len))
        return FALSE;
    *out = (Remembered){.outreach = outreach,
                        .card_hash = (guint64)record.card_hash,
                        .n_pages = record.n_pages,
                        .n_services = record.n_services,
                        .findings = record.findings,
                        .findings_len = record.findings_len,
                        .tally = tally,
                        .entry = g_steal_pointer(&entry)};
    return TRUE;
}

AgencyCard *
memory_card(
    Cache *cache, const Scan *scan, const ScanAgency *agency, guint64 card_hash, Arena *cards)
{
    g_autoptr(Arena) arena = arena_new();
    Record record = {0};
    g_autoptr(CacheEntry) entry = find_record(cache, scan, agency, arena, &record);
    if (entry == NULL || (guint64)record.card_hash != card_hash)
        return NULL;
    return card_read(cards, record.card, record.card_len);
}

/* ---- keeping ---- */

/* The file was read before it is looked at here: should it have been written since, its hash must tell. */
static void
add_extra(const Cache *cache, GArray *extras, const Scan *scan, const char *path, guint64 hash)
{
    FsStat stat;
    Extra extra = {.path = path, .hash = (gint64)hash, .size = -1};
    if (fs_stat(scan->dir, path, &stat, NULL)) {
        extra.size = (gint64)stat.size;
        extra.changed_ns = cache_is_young(cache, stat.changed_ns) ? G_MININT64 : stat.changed_ns;
        extra.inode = (gint64)stat.inode;
    }
    g_array_append_val(extras, extra);
}

/* Outputs that are copies of linked files have the file's path and hash. */
static GArray *
collect_extras(const Cache *cache, const Scan *scan, const Made *made, GStringChunk *texts)
{
    const GArray *origins = made->loaded->origins;
    GArray *extras = g_array_new(FALSE, FALSE, sizeof(Extra));
    for (guint i = 0; i < made->n_files; i++) {
        const ManifestFile *file = &made->files[i];
        if (scan_find_other(scan, file->path) != NULL)
            add_extra(cache, extras, scan, file->path, file->hash);
    }
    for (guint i = 0; i < origins->len; i++) {
        const LoadedOrigin *origin = &g_array_index(origins, LoadedOrigin, i);
        g_autofree char *path = g_strconcat("../", origin->path, NULL);
        add_extra(cache, extras, scan, g_string_chunk_insert_const(texts, path), origin->hash);
    }
    return extras;
}

/* Of all texts that it is made from: its own, and those of the folders above. */
static guint64
content_hash(const SiteData *data, const ScanAgency *agency, const Made *made)
{
    guint64 hash = made->loaded->hash;
    for (const ScanFolder *folder = agency->folder; folder != NULL; folder = folder->parent)
        hash += data->folder_hash[folder->index];
    return hash;
}

void
memory_keep(Cache *cache,
            const Scan *scan,
            const SiteData *data,
            const ScanAgency *agency,
            const Made *made)
{
    if (cache == NULL || !is_simple(agency))
        return;
    GStringChunk *texts = g_string_chunk_new(1024);
    g_autoptr(GArray) extras = collect_extras(cache, scan, made, texts);
    g_autoptr(GByteArray) outreach_bytes = g_byte_array_new(), blob = g_byte_array_new();
    if (made->outreach != NULL)
        card_write(made->outreach, outreach_bytes, NULL);
    Record record = {
        .n_pages = made->n_pages,
        .n_services = made->loaded->agency->services.n,
        .n_extras = extras->len,
        .extras = (Extra *)(void *)extras->data,
        .n_questions = made->loaded->asked->questions->len,
        .questions = (AskedQuestion *)(void *)made->loaded->asked->questions->data,
        .card = made->card->data,
        .card_len = made->card->len,
        .outreach = outreach_bytes->data,
        .outreach_len = outreach_bytes->len,
        .card_hash = (gint64)made->card_hash,
        .findings = made->findings->data,
        .findings_len = made->findings->len,
    };
    Pack pack = {.out = blob};
    pass_record(&pack, &record);
    guint n_inputs;
    g_autoptr(Arena) arena = arena_new();
    g_autofree CacheInput *inputs = collect_inputs(scan, agency, arena, &n_inputs);
    cache_store(cache, agency->folder->path,
                &(CacheRecord){inputs, n_inputs, content_hash(data, agency, made), made->files,
                               made->n_files, blob->data, blob->len});
    g_string_chunk_free(texts);
}

/* ---- shared pages ---- */

const char memory_shared_name[] = "//";

guint64
memory_card_hash(const GByteArray *card)
{
    return fs_hash(card->data, card->len, 0);
}

CacheEntry *
memory_recall_shared(Cache *cache, guint64 cards, guint *n_pages)
{
    CacheEntry *entry = cache_lookup_content(cache, memory_shared_name, cards);
    if (entry != NULL && entry->blob_len == sizeof *n_pages) {
        memcpy(n_pages, entry->blob, sizeof *n_pages);
        return entry;
    }
    cache_entry_free(entry);
    return NULL;
}

void
memory_keep_shared(
    Cache *cache, guint64 cards, guint n_pages, const ManifestFile *files, guint n_files)
{
    cache_store(cache, memory_shared_name,
                &(CacheRecord){.content = cards,
                               .files = files,
                               .n_files = n_files,
                               .blob = &n_pages,
                               .blob_len = sizeof n_pages});
}
