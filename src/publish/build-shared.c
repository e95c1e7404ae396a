#include "base/borrow.h"
#include "base/fs.h"
#include "base/work.h"
#include "facts/card.h"
#include "publish/build-private.h"
#include "text/address.h"
#include <string.h>

static gboolean
put_asset(Sink *sink, const char *path, const char *bytes, gsize len)
{
    gboolean fine = build_put_page(sink, path, bytes, len);
    sink->n_pages--; /* no page */
    return fine;
}

/* The style sheet of a colour, unless it has been put. */
static gboolean
put_sheet(Build *b, ThemeSheet sheet, const char *warna, GHashTable *seen, Sink *sink)
{
    g_autoptr(GString) path = g_string_new(NULL);
    g_autoptr(GString) bytes = g_string_new(NULL);
    theme_css(b->theme, sheet, warna, path, NULL);
    if (!g_hash_table_add(seen, g_strdup(path->str)))
        return TRUE;
    g_string_truncate(path, 0);
    theme_css(b->theme, sheet, warna, path, bytes);
    return put_asset(sink, path->str, bytes->str, bytes->len);
}

static gboolean
put_assets(Build *b, const AgencyCard *const *cards, guint n, Sink *sink)
{
    guint n_assets;
    const ThemeAsset *assets = theme_assets(b->theme, &n_assets);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < n_assets; i++) {
        if (!put_asset(sink, assets[i].path, assets[i].bytes, assets[i].len))
            return FALSE;
    }
    for (guint i = 0; i <= n; i++) {
        const char *own = i < n && *cards[i]->warna ? cards[i]->warna : b->data->site.warna.str;
        for (guint sheet = 0; sheet < N_THEME_SHEETS; sheet++)
            if (!put_sheet(b, (ThemeSheet)sheet, own, seen, sink))
                return FALSE;
    }
    return TRUE;
}

/* Copies the files that are not in `seen`. */
static gboolean
put_once(Build *b, const char *const *files, guint n, GHashTable *seen, GError **error)
{
    for (guint i = 0; i < n; i++) {
        if (g_hash_table_add(seen, BORROW(files[i])) &&
            !tree_put_file(tree_worker(b->tree, 0), &(ManifestFile){.path = files[i]},
                           b->scan->dir, files[i], error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_statics(Build *b, const AgencyCard *const *cards, guint n, GError **error)
{
    const OwnPageList *pages = &b->data->site.pages;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < b->scan->statics.n; i++) {
        const char *path = b->scan->statics.items[i].path;
        ManifestFile file = {.path = path + strlen("statis/")};
        if (!tree_put_file(tree_worker(b->tree, 0), &file, b->scan->dir, path, error))
            return FALSE;
    }
    for (guint i = 0; i < n; i++) {
        if (!put_once(b, cards[i]->files_above.items, cards[i]->files_above.n, seen, error))
            return FALSE;
    }
    for (guint i = 0; i < pages->n; i++) {
        if (!put_once(b, pages->items[i].files, pages->items[i].n_files, seen, error))
            return FALSE;
    }
    return TRUE;
}

/* A card that could not be read was an empty one. */
static gboolean
check_shelves(const Build *b, GError **error)
{
    for (guint i = 0; i < b->n_jobs; i++) {
        if (!shelf_check(b->shelves[i], error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
render_all_shared(Sink *sink, const AgencyCard *const *cards, guint n, guint64 hash)
{
    Build *b = sink->build;
    guint before = diag_list_n(sink->diags);
    sink->files = g_array_new(FALSE, FALSE, sizeof(ManifestFile));
    sink->paths = g_string_chunk_new(4096);
    OutputSink out = {build_put_page, sink, build_leave_out};
    gboolean fine = render_shared(&b->render, cards, n, &out) &&
                    check_shelves(b, sink->error) && put_assets(b, cards, n, sink);
    if (fine && diag_list_n(sink->diags) == before)
        memory_keep_shared(b->cache, hash, sink->n_pages,
                           (const ManifestFile *)(const void *)sink->files->data,
                           sink->files->len);
    g_array_unref(sink->files);
    g_string_chunk_free(sink->paths);
    return fine;
}

/* TRUE, and how many pages, when the cards are those of an earlier build and what was made of them is in place. */
static gboolean
recall_shared(Build *b, guint64 hash, guint *n_pages)
{
    guint n_known = 0;
    g_autoptr(CacheEntry) entry = memory_recall_shared(b->cache, hash, &n_known);
    if (entry == NULL || !tree_keep(tree_worker(b->tree, 0), entry->files, entry->n_files))
        return FALSE;
    *n_pages = n_known;
    return TRUE;
}

const AgencyCard **
build_cards(const Build *b, guint *n)
{
    const AgencyCard **cards = g_new(const AgencyCard *, b->scan->n_agencies + 1);
    *n = 0;
    for (guint i = 0; i < b->scan->n_agencies; i++) {
        const Slot *slot = &b->slots[i];
        const AgencyCard *card = slot->card != NULL ? slot->card : slot->outreach;
        if (card != NULL)
            cards[(*n)++] = card;
    }
    return cards;
}

const AgencyCard **
build_outreach(const Build *b, guint *n)
{
    const AgencyCard **cards = g_new(const AgencyCard *, b->scan->n_agencies + 1);
    *n = 0;
    for (guint i = 0; i < b->scan->n_agencies; i++) {
        if (b->slots[i].outreach != NULL)
            cards[(*n)++] = b->slots[i].outreach;
    }
    return cards;
}

GByteArray *
build_put_card(Build *b, const AgencyCard *card, guint worker, Slot *slot)
{
    Arena *arena = b->card_arenas[worker];
    GByteArray *bytes = g_byte_array_new();
    guint32 *starts = arena_alloc(arena, (card->n_services + 1) * sizeof *starts);
    card_write(card, bytes, starts);
    slot->card = card_put_away(bytes, starts, b->shelves[worker], arena);
    return bytes;
}

/* Of an agency that was skipped; should the cache have lost it since, the charters are read after all. */
static void
read_card(guint item, guint worker, gpointer data)
{
    Build *b = data;
    Slot *slot = &b->slots[item];
    const ScanAgency *agency = &b->scan->agencies[item];
    if (!slot->loaded || slot->card != NULL)
        return;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) told = diag_list_new();
    g_autoptr(Loaded) loaded = NULL;
    const AgencyCard *card = memory_card(b->cache, b->scan, agency, slot->card_hash, arena);
    if (card == NULL) {
        loaded = load_agency(b->scan, b->data, agency, told, &slot->error);
        if (loaded == NULL)
            return;
        card = card_make(arena, loaded->agency);
    }
    g_byte_array_unref(build_put_card(b, card, worker, slot));
}

gboolean
build_read_cards(Build *b, GError **error)
{
    work_run(b->scan->n_agencies, b->n_jobs, read_card, b);
    for (guint i = 0; i < b->scan->n_agencies; i++) {
        if (b->slots[i].error == NULL)
            continue;
        g_propagate_error(error, g_steal_pointer(&b->slots[i].error));
        return FALSE;
    }
    return TRUE;
}

/* The site's own pages, and the sizes of files that stand beside links to them. */
static guint64
hash_own_pages(const Build *b)
{
    const OwnPageList *pages = &b->data->site.pages;
    guint64 hash = b->data->pages_hash;
    for (guint i = 0; i < pages->n; i++) {
        for (guint k = 0; k < pages->items[i].n_files; k++) {
            const ScanFile *file = scan_find_other(b->scan, pages->items[i].files[k]);
            if (file != NULL)
                hash = fs_hash(&file->size, sizeof file->size, hash);
        }
    }
    return hash;
}

/* All that shared pages are made from, but for what the cache's key holds: cards, and regions, which need have no agency. */
static guint64
hash_cards(const Build *b)
{
    guint64 hash = hash_own_pages(b);
    for (guint i = 0; i < b->scan->n_folders; i++) {
        const ScanFolder *folder = b->scan->folders[i];
        if (folder->region == NULL)
            continue;
        hash = fs_hash(folder->path, strlen(folder->path), hash);
        hash = fs_hash(&b->data->folder_hash[folder->index], sizeof hash, hash);
    }
    for (guint i = 0; i < b->scan->n_agencies; i++) {
        if (b->slots[i].loaded)
            hash = fs_hash(&b->slots[i].card_hash, sizeof hash, hash);
    }
    return hash;
}

gboolean
build_put_assets(Build *b, GError **error)
{
    guint n;
    Sink sink = {.build = b, .error = error};
    if (!build_read_cards(b, error))
        return FALSE;
    g_autofree const AgencyCard **cards = build_cards(b, &n);
    return put_assets(b, cards, n, &sink);
}

/* As keep_broken() of agencies: a page of the site that cannot be read right now is not taken away. */
static void
keep_broken_pages(Build *b)
{
    const OwnPageList *pages = &b->data->site.pages;
    for (guint i = 0; i < b->scan->pages.n && b->options->memory != NULL; i++) {
        g_autofree char *path = g_strdup(b->scan->pages.items[i].path);
        gboolean read = FALSE;
        path[strlen(path) - strlen(".md")] = '\0';
        for (guint k = 0; k < pages->n && !read; k++)
            read = strcmp(pages->items[k].slug, path + strlen(ADDRESS_OWN_PAGES "/")) == 0;
        g_autofree char *page = g_strconcat(path, ".html", NULL);
        if (!read)
            tree_keep_published(tree_worker(b->tree, 0), page);
    }
}

gboolean
build_put_shared(Build *b, DiagList *diags, BuildReport *report, GError **error)
{
    guint n;
    Sink sink = {.build = b, .error = error, .blamed = b->content, .diags = diags};
    guint64 hash = hash_cards(b);
    gboolean known = recall_shared(b, hash, &sink.n_pages);
    if (!known && !build_read_cards(b, error))
        return FALSE;
    g_autofree const AgencyCard **cards = build_cards(b, &n);
    if (!known && !render_all_shared(&sink, cards, n, hash))
        return FALSE;
    report->n_pages += sink.n_pages;
    keep_broken_pages(b);
    return put_statics(b, cards, n, error);
}
