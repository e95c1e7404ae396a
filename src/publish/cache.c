#include "publish/cache.h"
#include "base/append.h"
#include "base/fs.h"
#include <string.h>

#define MAGIC "MKLCACH1"

enum {
    ENTRY_MAX = 64 * 1024 * 1024,
    INPUT_MAX = 256 * 1024 * 1024,
    HEAD_SIZE = 8 + 8 + 8 /* magic, key, checksum of the rest */
};

struct Cache {
    int dir;
    guint64 key;
    gint64 opened_ns; /* by the clock of the file system */
};

static const char stamp_name[] = "stamp";
static const char preview_name[] = "serve"; /* a folder of the preview, which may be here first */

/* Backup programs pass over a folder with this file (bford.info/cachedir). */
static const char tag_name[] = "CACHEDIR.TAG";
static const char tag_text[] = "Signature: 8a477f597d28d172789f06886806bc55\n"
                               "# maklumat may make everything in this folder again.\n";

/* What the file system's clock says now: the time of a file just written. */
static gboolean
read_clock(Cache *cache)
{
    FsStat stamp;
    if (!fs_replace(cache->dir, stamp_name, "", 0, NULL) ||
        !fs_stat(cache->dir, stamp_name, &stamp, NULL))
        return FALSE;
    cache->opened_ns = stamp.changed_ns;
    return TRUE;
}

/* "0123456789abcdef.e" of entry_name(), ".maklumat-…" of a fs_replace() that was cut off. */
static gboolean
is_ours(const char *name)
{
    gsize digits = strspn(name, "0123456789abcdef");
    return (digits == 16 && strcmp(name + digits, ".e") == 0) ||
           g_str_has_prefix(name, ".maklumat-");
}

gboolean
cache_is_own(const char *dir)
{
    FsStat at;
    if (!fs_stat(FS_CWD, dir, &at, NULL) || at.kind == FS_LINK)
        return FALSE;
    if (at.kind == FS_NONE)
        return TRUE;
    g_autoptr(FsList) list = fs_list(FS_CWD, dir, FALSE, NULL);
    gboolean tagged = FALSE, strange = list == NULL;
    for (guint i = 0; list != NULL && i < list->n; i++) {
        const FsEntry *entry = &list->entries[i];
        gboolean file = entry->stat.kind == FS_FILE;
        tagged = tagged || (file && strcmp(entry->name, tag_name) == 0);
        strange = strange || !(file ? is_ours(entry->name) || strcmp(entry->name, stamp_name) == 0
                                    : entry->stat.kind == FS_DIR &&
                                          strcmp(entry->name, preview_name) == 0);
    }
    return tagged || !strange;
}

Cache *
cache_open(const char *dir, const char *key)
{
    if (!cache_is_own(dir) || !fs_mkdir_p(FS_CWD, dir, NULL))
        return NULL;
    Cache *cache = g_new0(Cache, 1);
    FsStat tag;
    cache->dir = fs_open_dir(FS_CWD, dir, NULL);
    cache->key = fs_hash(key, strlen(key), 0);
    if (cache->dir < 0 || !read_clock(cache)) {
        cache_close(cache);
        return NULL;
    }
    if (fs_stat(cache->dir, tag_name, &tag, NULL) && tag.kind == FS_NONE)
        fs_replace(cache->dir, tag_name, tag_text, strlen(tag_text), NULL);
    return cache;
}

int
cache_folder(const Cache *cache)
{
    return cache != NULL ? cache->dir : -1;
}

void
cache_close(Cache *cache)
{
    if (cache == NULL)
        return;
    fs_close_dir(cache->dir);
    g_free(cache);
}

static void
entry_name(const char *name, char *out, gsize size)
{
    g_snprintf(out, (gulong)size, "%016" G_GINT64_MODIFIER "x.e",
               fs_hash(name, strlen(name), 0));
}

static void
put_number(GString *out, guint64 number)
{
    guint64 bytes = GUINT64_TO_LE(number);
    append_bytes(out, (const char *)&bytes, sizeof bytes);
}

static void
put_text(GString *out, const char *text)
{
    append_bytes(out, text, strlen(text) + 1);
}

/* A place in an entry that is being read; `at` NULL = it was not as it should be. */
typedef struct Reader {
    const char *at, *end;
} Reader;

static guint64
get_number(Reader *reader)
{
    guint64 bytes = 0;
    if (reader->at == NULL || (gsize)(reader->end - reader->at) < sizeof bytes) {
        reader->at = NULL;
        return 0;
    }
    memcpy(&bytes, reader->at, sizeof bytes);
    reader->at += sizeof bytes;
    return GUINT64_FROM_LE(bytes);
}

static const char *
get_text(Reader *reader)
{
    const char *text = reader->at;
    const char *nul = text == NULL ? NULL : memchr(text, '\0', (gsize)(reader->end - text));
    reader->at = nul == NULL ? NULL : nul + 1;
    return nul == NULL ? "" : text;
}

/* A count of things that take at least `least` bytes each. */
static guint
get_count(Reader *reader, gsize least)
{
    guint64 n = get_number(reader);
    if (reader->at != NULL && n > (guint64)(reader->end - reader->at) / least)
        reader->at = NULL;
    return reader->at == NULL ? 0 : (guint)n;
}

/* Reads the undamaged entry of `name` made under our key; *reader then stands behind the name. */
static char *
read_entry(const Cache *cache, const char *name, Reader *reader)
{
    char file[32];
    g_autofree char *bytes = NULL;
    gsize len;
    entry_name(name, file, sizeof file);
    bytes = fs_read(cache->dir, file, ENTRY_MAX, &len, NULL);
    if (bytes == NULL || len < HEAD_SIZE || memcmp(bytes, MAGIC, 8) != 0)
        return NULL;
    *reader = (Reader){bytes + 8, bytes + len};
    guint64 key = get_number(reader), checksum = get_number(reader);
    if (key != cache->key || checksum != fs_hash(reader->at, len - HEAD_SIZE, key) ||
        strcmp(get_text(reader), name) != 0)
        return NULL;
    return reader->at == NULL ? NULL : g_steal_pointer(&bytes);
}

/* Compares the recorded inputs with `inputs`: FALSE = other paths. *equal = the stats agree as well. */
static gboolean
compare_inputs(Reader *reader, const CacheInput *inputs, guint n_inputs, gboolean *equal)
{
    guint n = get_count(reader, 25);
    *equal = TRUE;
    if (n != n_inputs)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        guint64 size = get_number(reader), inode = get_number(reader),
                time = get_number(reader);
        if (strcmp(get_text(reader), inputs[i].path) != 0)
            return FALSE;
        *equal = *equal && size == inputs[i].size && inode == inputs[i].inode &&
                 time == (guint64)inputs[i].changed_ns;
    }
    return reader->at != NULL;
}

static void
skip_inputs(Reader *reader)
{
    for (guint n = get_count(reader, 25); n > 0; n--) {
        for (guint k = 0; k < 3; k++)
            get_number(reader);
        get_text(reader);
    }
}

/* The rest of an entry, from `content` on. Takes `bytes`. */
static CacheEntry *
finish_entry(Reader *reader, char *bytes)
{
    g_autoptr(CacheEntry) entry = g_new0(CacheEntry, 1);
    entry->bytes = bytes;
    entry->content = get_number(reader);
    entry->n_files = get_count(reader, 17);
    entry->files = g_new(ManifestFile, entry->n_files);
    for (guint i = 0; i < entry->n_files; i++) {
        guint64 size = get_number(reader), hash = get_number(reader);
        entry->files[i] = (ManifestFile){get_text(reader), size, hash};
    }
    entry->blob_len = get_count(reader, 1);
    entry->blob = (const guint8 *)reader->at;
    if (reader->at == NULL || (gsize)(reader->end - reader->at) != entry->blob_len)
        return NULL;
    return g_steal_pointer(&entry);
}

/* Adds up the shares of the inputs as they are now; FALSE when one cannot be read. */
static gboolean
hash_inputs(int dir, const CacheInput *inputs, guint n_inputs, guint64 *content)
{
    *content = 0;
    for (guint i = 0; i < n_inputs; i++) {
        gsize len;
        g_autofree char *bytes = fs_read(dir, inputs[i].path, INPUT_MAX, &len, NULL);
        if (bytes == NULL)
            return FALSE;
        *content += fs_share(inputs[i].path, fs_hash(bytes, len, 0));
    }
    return TRUE;
}

CacheEntry *
cache_lookup(
    Cache *cache, const char *name, const CacheInput *inputs, guint n_inputs, int content_dir)
{
    Reader reader;
    gboolean equal;
    guint64 content;
    g_autofree char *bytes = cache == NULL ? NULL : read_entry(cache, name, &reader);
    if (bytes == NULL || !compare_inputs(&reader, inputs, n_inputs, &equal))
        return NULL;
    g_autoptr(CacheEntry) entry = finish_entry(&reader, g_steal_pointer(&bytes));
    if (entry == NULL || equal)
        return g_steal_pointer(&entry);
    if (!hash_inputs(content_dir, inputs, n_inputs, &content) || content != entry->content)
        return NULL;
    const CacheRecord known = {inputs,         n_inputs,    content,        entry->files,
                               entry->n_files, entry->blob, entry->blob_len};
    cache_store(cache, name, &known);
    return g_steal_pointer(&entry);
}

CacheEntry *
cache_lookup_content(Cache *cache, const char *name, guint64 content)
{
    Reader reader;
    char *bytes = cache == NULL ? NULL : read_entry(cache, name, &reader);
    if (bytes == NULL)
        return NULL;
    skip_inputs(&reader);
    g_autoptr(CacheEntry) entry = finish_entry(&reader, bytes);
    return entry != NULL && entry->content == content ? g_steal_pointer(&entry) : NULL;
}

void
cache_entry_free(CacheEntry *entry)
{
    if (entry == NULL)
        return;
    g_free(entry->files);
    g_free(entry->bytes);
    g_free(entry);
}

gboolean
cache_is_young(const Cache *cache, gint64 changed_ns)
{
    return cache != NULL && changed_ns >= cache->opened_ns;
}

void
cache_store(Cache *cache, const char *name, const CacheRecord *record)
{
    char file[32];
    if (cache == NULL)
        return;
    g_autoptr(GString) out = g_string_new(MAGIC);
    put_number(out, cache->key);
    put_number(out, 0);
    put_text(out, name);
    put_number(out, record->n_inputs);
    for (guint i = 0; i < record->n_inputs; i++) {
        const CacheInput *input = &record->inputs[i];
        gboolean young = cache_is_young(cache, input->changed_ns);
        put_number(out, input->size);
        put_number(out, input->inode);
        put_number(out, young ? (guint64)G_MININT64 : (guint64)input->changed_ns);
        put_text(out, input->path);
    }
    put_number(out, record->content);
    put_number(out, record->n_files);
    for (guint i = 0; i < record->n_files; i++) {
        put_number(out, record->files[i].size);
        put_number(out, record->files[i].hash);
        put_text(out, record->files[i].path);
    }
    put_number(out, record->blob_len);
    append_bytes(out, (const char *)record->blob, record->blob_len);
    guint64 checksum =
        GUINT64_TO_LE(fs_hash(out->str + HEAD_SIZE, out->len - HEAD_SIZE, cache->key));
    memcpy(out->str + HEAD_SIZE - 8, &checksum, 8);
    entry_name(name, file, sizeof file);
    fs_replace(cache->dir, file, out->str, out->len, NULL);
}

void
cache_prune(Cache *cache, const char *const *names, guint n_names)
{
    if (cache == NULL)
        return;
    g_autoptr(FsList) list = fs_list(cache->dir, ".", FALSE, NULL);
    g_autoptr(GHashTable) wanted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < n_names; i++) {
        char file[32];
        entry_name(names[i], file, sizeof file);
        g_hash_table_add(wanted, g_strdup(file));
    }
    for (guint i = 0; list != NULL && i < list->n; i++) {
        const char *name = list->entries[i].name;
        if (list->entries[i].stat.kind == FS_FILE && is_ours(name) &&
            !g_hash_table_contains(wanted, name))
            fs_unlink(cache->dir, name, NULL);
    }
}
