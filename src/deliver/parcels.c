#include "deliver/parcels.h"
#include "base/path.h"
#include <string.h>

/* ---- the list ---- */

static int
compare_paths(const char *a, const char *b)
{
    const char *ends[2] = {strrchr(a, '/'), strrchr(b, '/')};
    g_autofree char *dir_a =
        ends[0] != NULL ? g_strndup(a, (gsize)(ends[0] - a)) : g_strdup("");
    g_autofree char *dir_b =
        ends[1] != NULL ? g_strndup(b, (gsize)(ends[1] - b)) : g_strdup("");
    int order = manifest_compare_dirs(dir_a, dir_b);
    return order != 0
               ? order
               : strcmp(ends[0] != NULL ? ends[0] + 1 : a, ends[1] != NULL ? ends[1] + 1 : b);
}

static int
compare_items(gconstpointer a, gconstpointer b)
{
    return compare_paths(((const Parcel *)a)->path, ((const Parcel *)b)->path);
}

typedef void (*EntryFunc)(Parcels *parcels,
                          GHashTable *index,
                          const char *path,
                          const ManifestEntry *entry);

static void
each_entry(Parcels *parcels, GHashTable *index, const Manifest *manifest, EntryFunc func)
{
    g_autoptr(GString) path = g_string_new(NULL);
    for (guint i = 0; manifest != NULL && i < manifest->dirs->len; i++) {
        const ManifestDir *dir = &g_array_index(manifest->dirs, ManifestDir, i);
        const char *folder = manifest->text->str + dir->path;
        for (guint k = dir->first; k < dir->first + dir->n; k++) {
            const ManifestEntry *entry = &g_array_index(manifest->entries, ManifestEntry, k);
            g_string_printf(path, "%s%s%s", folder, *folder != '\0' ? "/" : "",
                            manifest->text->str + entry->name);
            func(parcels, index, path->str, entry);
        }
    }
}

/* The parcel of that path; its index + 1 is what the table holds. */
static Parcel *
parcel_of(Parcels *parcels, GHashTable *index, const char *path)
{
    guint at = GPOINTER_TO_UINT(g_hash_table_lookup(index, path));
    if (at == 0) {
        Parcel fresh = {.path = g_string_chunk_insert(parcels->paths, path), .turn = TURN_NONE};
        g_array_append_val(parcels->list, fresh);
        at = parcels->list->len;
        g_hash_table_insert(index, (gpointer)(guintptr)fresh.path, GUINT_TO_POINTER(at));
    }
    return &g_array_index(parcels->list, Parcel, at - 1);
}

static void
add_wanted(Parcels *parcels, GHashTable *index, const char *path, const ManifestEntry *entry)
{
    Parcel *parcel = parcel_of(parcels, index, path);
    parcel->wanted = TRUE;
    parcel->size = entry->size;
    parcel->hash = entry->hash;
}

/* Two records that differ about a file say that it is ours, and no more. */
static void
add_there(Parcels *parcels, GHashTable *index, const char *path, const ManifestEntry *entry)
{
    Parcel *parcel = parcel_of(parcels, index, path);
    gboolean differ =
        parcel->ours && (parcel->there != entry->hash || parcel->there_size != entry->size);
    gboolean missing = entry->hash == PARCEL_UNKNOWN_NEW || parcel->there == PARCEL_UNKNOWN_NEW;
    parcel->there = !differ   ? entry->hash
                    : missing ? PARCEL_UNKNOWN_NEW
                              : PARCEL_UNKNOWN_CHANGED;
    parcel->there_size = entry->size;
    parcel->ours = TRUE;
}

/* ---- the turns ---- */

static gboolean
is_list(const char *path)
{
    const char *name = strrchr(path, '/');
    name = name != NULL ? name + 1 : path;
    return g_str_has_prefix(name, "sitemap") || strcmp(name, "robots.txt") == 0 ||
           g_str_has_suffix(name, ".xml");
}

static ParcelTurn
turn_of(const Parcel *parcel)
{
    if (parcel->wanted && parcel->ours && parcel->there == parcel->hash &&
        parcel->there_size == parcel->size)
        return TURN_NONE;
    if (!parcel->wanted)
        return TURN_DELETIONS;
    if (is_list(parcel->path))
        return TURN_LISTS;
    gboolean fresh = !parcel->ours || parcel->there == PARCEL_UNKNOWN_NEW;
    if (strcmp(parcel->path, "index.html") == 0)
        return fresh ? TURN_NEW_HOME : TURN_CHANGED_HOME;
    if (g_str_has_suffix(parcel->path, ".html"))
        return fresh ? TURN_NEW_PAGES : TURN_CHANGED_PAGES;
    return fresh ? TURN_NEW_FILES : TURN_CHANGED_FILES;
}

/* Whether the name of a file that goes, or of a folder it lies in, is to be of the other kind. */
static gboolean
makes_way(const Parcels *parcels, GHashTable *folders, GHashTable *index, const Parcel *parcel)
{
    if (g_hash_table_contains(folders, parcel->path))
        return TRUE;
    g_autofree char *above = g_strdup(parcel->path);
    for (char *slash = strrchr(above, '/'); slash != NULL; slash = strrchr(above, '/')) {
        *slash = '\0';
        guint at = GPOINTER_TO_UINT(g_hash_table_lookup(index, above));
        if (at != 0 && g_array_index(parcels->list, Parcel, at - 1).wanted)
            return TRUE;
    }
    return FALSE;
}

static void
add_folders(GHashTable *folders, const char *path)
{
    g_autofree char *above = g_strdup(path);
    for (char *slash = strrchr(above, '/'); slash != NULL; slash = strrchr(above, '/')) {
        *slash = '\0';
        if (!g_hash_table_add(folders, g_strdup(above)))
            return;
    }
}

static void
count(Parcels *parcels, const Parcel *parcel)
{
    parcels->n_ours += parcel->ours ? 1 : 0;
    if (parcel->turn == TURN_NONE)
        parcels->n_kept++;
    else if (!parcel->wanted)
        parcels->n_deleted++;
    else if (parcel->ours && parcel->there != PARCEL_UNKNOWN_NEW)
        parcels->n_changed++;
    else
        parcels->n_new++;
    if (parcel->turn != TURN_NONE && parcel->wanted)
        parcels->n_bytes += parcel->size;
}

static void
give_turns(Parcels *parcels, GHashTable *index)
{
    g_autoptr(GHashTable) folders =
                  g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < parcels->list->len; i++) {
        Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        parcel->turn = turn_of(parcel);
        if (parcel->wanted)
            add_folders(folders, parcel->path);
    }
    for (guint i = 0; i < parcels->list->len; i++) {
        Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        if (!parcel->wanted && makes_way(parcels, folders, index, parcel))
            parcel->turn = TURN_CLEAR;
        count(parcels, parcel);
    }
}

Parcels *
parcels_new(const Manifest *site, const Manifest *const *there, guint n_there, gboolean again)
{
    Parcels *parcels = g_new0(Parcels, 1);
    g_autoptr(GHashTable) index = g_hash_table_new(g_str_hash, g_str_equal);
    parcels->list = g_array_new(FALSE, TRUE, sizeof(Parcel));
    parcels->paths = g_string_chunk_new(16 * 1024);
    each_entry(parcels, index, site, add_wanted);
    for (guint i = 0; i < n_there; i++)
        each_entry(parcels, index, there[i], add_there);
    for (guint i = 0; again && i < parcels->list->len; i++)
        g_array_index(parcels->list, Parcel, i).there = PARCEL_UNKNOWN_CHANGED;
    give_turns(parcels, index);
    g_array_sort(parcels->list, compare_items);
    return parcels;
}

void
parcels_free(Parcels *parcels)
{
    g_array_unref(parcels->list);
    g_string_chunk_free(parcels->paths);
    g_free(parcels);
}

/* ---- targets that ignore case ---- */

static Parcel *
parcel_at(const Parcels *parcels, guint i)
{
    return &g_array_index(parcels->list, Parcel, i);
}

/* For each parcel an earlier one whose path is the same in small letters, or NULL; *n = how many have one. g_free() it. */
static Parcel **
find_namesakes(const Parcels *parcels, guint *n)
{
    g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Parcel **namesakes = g_new0(Parcel *, parcels->list->len + 1);
    *n = 0;
    for (guint i = 0; i < parcels->list->len; i++) {
        Parcel *parcel = parcel_at(parcels, i);
        char *small = path_small(parcel->path);
        namesakes[i] = g_hash_table_lookup(first, small);
        if (namesakes[i] == NULL)
            g_hash_table_insert(first, small, parcel);
        else
            g_free(small);
        *n += namesakes[i] != NULL ? 1 : 0;
    }
    return namesakes;
}

gboolean
parcels_any_alike(const Parcels *parcels, char **both)
{
    guint n;
    g_autofree Parcel **namesakes = find_namesakes(parcels, &n);
    *both = NULL;
    for (guint i = 0; i < parcels->list->len && *both == NULL; i++) {
        if (namesakes[i] != NULL && namesakes[i]->wanted && parcel_at(parcels, i)->wanted)
            *both = g_strjoin(", ", namesakes[i]->path, parcel_at(parcels, i)->path, NULL);
    }
    return n > 0;
}

void
parcels_join_alike(Parcels *parcels)
{
    guint n;
    g_autofree Parcel **namesakes = find_namesakes(parcels, &n);
    g_autoptr(GHashTable) index = g_hash_table_new(g_str_hash, g_str_equal);
    GArray *left = g_array_new(FALSE, TRUE, sizeof(Parcel));
    for (guint i = 0; i < parcels->list->len; i++) {
        Parcel *one = parcel_at(parcels, i), *other = namesakes[i];
        Parcel *stays = other != NULL && other->wanted ? other : one;
        if (other == NULL || one->wanted == other->wanted)
            continue;
        stays->ours = TRUE;
        stays->there = PARCEL_UNKNOWN_CHANGED;
        *(stays == one ? other : one) = (Parcel){0};
    }
    for (guint i = 0; i < parcels->list->len; i++) {
        const Parcel *parcel = parcel_at(parcels, i);
        if (parcel->path == NULL)
            continue;
        g_array_append_val(left, *parcel);
        g_hash_table_insert(index, (gpointer)(guintptr)parcel->path,
                            GUINT_TO_POINTER(left->len));
    }
    g_array_unref(parcels->list);
    parcels->list = left;
    parcels->n_new = parcels->n_changed = parcels->n_kept = parcels->n_deleted =
        parcels->n_ours = 0;
    parcels->n_bytes = 0;
    give_turns(parcels, index);
}

gboolean
parcels_any(const Parcels *parcels)
{
    return parcels->n_new + parcels->n_changed + parcels->n_deleted > 0;
}

void
parcels_append_journal(const Parcels *parcels, GString *out)
{
    ManifestText text;
    manifest_text_begin(&text, out);
    for (guint i = 0; i < parcels->list->len; i++) {
        Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        gboolean done = parcel->turn == TURN_NONE || g_atomic_int_get(&parcel->done);
        if (done && !parcel->wanted)
            continue; /* gone */
        gboolean may_miss =
            !parcel->ours || !parcel->wanted || parcel->there == PARCEL_UNKNOWN_NEW;
        ManifestFile file = {parcel->path, parcel->wanted ? parcel->size : parcel->there_size,
                             done       ? parcel->hash
                             : may_miss ? PARCEL_UNKNOWN_NEW
                                        : PARCEL_UNKNOWN_CHANGED};
        manifest_text_add(&text, &file);
    }
    manifest_text_end(&text);
}
