/**
 * Cache: what earlier builds made of each agency, so that an unchanged one is skipped.
 *
 * A folder of its own beside the content, one file per agency: the inputs (size,
 * time and inode, and one hash over their bytes), the outputs, and bytes of
 * the caller's (its card). Only ever a cache: an entry that is missing, cut
 * short, altered or of another program, theme or settings is no entry, never
 * a wrong one, and nothing here is an error. Whatever else the outcome depends
 * on belongs into `key`. Functions take a NULL cache as an empty one. Any
 * thread may look up and store, as long as two do not use one name at once.
 */
#pragma once
#include "publish/manifest.h"

typedef struct Cache Cache;

typedef struct CacheInput {
    const char *path; /* relative to the content folder */
    guint64 size, inode;
    gint64 changed_ns;
} CacheInput;

/* What is to be remembered under a name; all borrowed. */
typedef struct CacheRecord {
    const CacheInput *inputs;
    guint n_inputs;
    guint64 content;           /* a hash of everything that went in */
    const ManifestFile *files; /* outputs */
    guint n_files;
    const void *blob; /* the caller's bytes */
    gsize blob_len;
} CacheRecord;

typedef struct CacheEntry {
    ManifestFile *files; /* outputs */
    guint n_files;
    const guint8 *blob; /* the caller's bytes */
    gsize blob_len;
    guint64 content; /* as given to cache_store() */
    char *bytes;     /* holds all of the above */
} CacheEntry;

/**
 * Whether the folder may be written and cleared: it is not there, empty, or carries the tag of a cache
 * (CACHEDIR.TAG, bford.info/cachedir). A link is nobody's: it would lead the clearing elsewhere.
 */
gboolean cache_is_own(const char *dir);
/**
 * Opens the folder, making it when need be. `key` names everything that all entries depend
 * on: program version, theme, settings. NULL when there can be no cache here. To be called before
 * the first input is read.
 */
Cache *cache_open(const char *dir, const char *key);
void cache_close(Cache *cache);
/** Its folder, borrowed; -1 for NULL. */
int cache_folder(const Cache *cache);

/**
 * The entry of `name` when its inputs are these (in the same order): equal by stat, or else equal
 * by content, for which they are read below `content_dir`. NULL otherwise.
 */
CacheEntry *cache_lookup(
    Cache *cache, const char *name, const CacheInput *inputs, guint n_inputs, int content_dir);
/** The entry of `name` when it was stored with this `content`; its inputs are not looked at. */
CacheEntry *cache_lookup_content(Cache *cache, const char *name, guint64 content);
void cache_entry_free(CacheEntry *entry);

/** TRUE for the time of a file as young as this build: it may yet change, or have changed, without its time telling. */
gboolean cache_is_young(const Cache *cache, gint64 changed_ns);

/**
 * Remembers. The stats were taken before the bytes were read, and `content` comes from the very bytes
 * that were used.
 */
void cache_store(Cache *cache, const char *name, const CacheRecord *record);

/** Removes the entries of all other names. */
void cache_prune(Cache *cache, const char *const *names, guint n_names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Cache, cache_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CacheEntry, cache_entry_free)
