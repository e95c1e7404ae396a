/**
 * Manifest: which files the program has written into an output folder.
 *
 * Knows for every file its path, size and hash, and what the running build
 * has decided about it; knows nothing of pages. On disk it is OUT/.maklumat: a
 * head line, one line `path TAB size TAB hash` per file sorted by folder and
 * name, and a last line with count and checksum. One that is lost or damaged
 * is no manifest: nothing is then known to be ours. A Manifest owns all its
 * texts. It takes 24 bytes and the file name for each file. Reading lookups
 * are for any thread, adding for one.
 */
#pragma once
#include <glib.h>

typedef enum ManifestState {
    MANIFEST_OLD,     /* from an earlier build; this one has not named it (yet) */
    MANIFEST_KEPT,    /* named, and in place with the same bytes */
    MANIFEST_CHANGED, /* other bytes are staged */
    MANIFEST_LOST,   /* staged again, since the published file is missing or has another size */
    MANIFEST_NEW,    /* staged, not published before */
    MANIFEST_DELETE, /* to be deleted */
    MANIFEST_FORGET  /* no longer there and no longer wanted */
} ManifestState;

typedef struct ManifestEntry {
    guint64 hash, size;
    guint32 name; /* offset in Manifest.text */
    gint state;   /* ManifestState; changed with g_atomic_int_* while workers run */
} ManifestEntry;

typedef struct ManifestDir {
    guint32 path; /* offset in Manifest.text; "" = the output folder itself */
    guint32 first, n;
} ManifestDir;

typedef struct Manifest {
    GArray *dirs;    /* ManifestDir */
    GArray *entries; /* ManifestEntry, grouped by folder */
    GString *text;
    gboolean draft; /* what was published is a draft */
} Manifest;

/** A file in the words of callers. */
typedef struct ManifestFile {
    const char *path;
    guint64 size, hash;
} ManifestFile;

Manifest *manifest_new(void);
void manifest_free(Manifest *manifest);

/**
 * Whether `path` may be in a manifest: relative, of parts joined by single slashes, none of
 * them empty, "." or "..", without control characters, not beginning with ".maklumat".
 */
gboolean manifest_path_is_valid(const char *path);

/** Adds a file. In any order, though files of one folder in a row take less memory. The path is valid. */
void manifest_add(Manifest *manifest, const ManifestFile *file, ManifestState state);

/**
 * Reads dir/path. *manifest stays NULL when there is none or it is damaged (*damaged tells);
 * FALSE and an FS_ERROR only when the disk refuses. Every entry is MANIFEST_OLD.
 */
gboolean manifest_read(
    int dir, const char *path, Manifest **manifest, gboolean *damaged, GError **error);

/** As manifest_read() from bytes in memory, which it writes into; NULL when they are damaged. */
Manifest *manifest_parse(char *bytes, gsize len);

/** A manifest written file by file into a text, for places that are no file system. On the stack. */
typedef struct ManifestText {
    GString *out;
    guint64 checksum, n_files;
} ManifestText;

void manifest_text_begin(ManifestText *text, GString *out);
/** Files come in the order of manifest_compare_dirs() and, within a folder, of their names. */
void manifest_text_add(ManifestText *text, const ManifestFile *file);
void manifest_text_end(ManifestText *text);

/** The entry of `path` in a manifest that was read (so: sorted); NULL when it has none. */
ManifestEntry *manifest_find(const Manifest *manifest, const char *path);

/** Where the last file was found; {0} before the first. */
typedef struct ManifestPlace {
    const ManifestDir *dir;
    guint next; /* entry behind it */
} ManifestPlace;

/** The same for whoever asks for many paths, mostly in their order; *place belongs to this manifest. */
ManifestEntry *
manifest_find_next(const Manifest *manifest, const char *path, ManifestPlace *place);

/** The order of folders: bytes, but a slash before everything, so that a folder's tree is in a row. */
int manifest_compare_dirs(const char *a, const char *b);

typedef struct MergedFile {
    const char *name; /* borrowed from its Manifest */
    ManifestEntry *entry;
} MergedFile;

typedef struct MergedDir {
    const char *path;
    guint first, n;  /* its files in Merged.files, sorted by name */
    guint parent;    /* index; the first one, "", is its own parent */
    gboolean exists; /* in the output folder: the caller's to set */
    guint n_live;    /* files that stay or come, in the folder and below */
    guint n_staged;  /* those that come */
    guint n_old;     /* files an earlier build wrote, here and below */
    gboolean pages;  /* an HTML page comes, here or below */
} MergedDir;

/** Several manifests as one sorted list, with every folder on the way; borrows their entries. */
typedef struct Merged {
    GArray *dirs;        /* MergedDir, by manifest_compare_dirs(); [0] is "" */
    GArray *files;       /* MergedFile */
    GStringChunk *texts; /* of folders that no manifest names */
    char *twice;         /* a path that is in two of them, or NULL */
} Merged;

Merged *merged_new(Manifest *const *parts, guint n_parts);
void merged_free(Merged *merged);
/** The folder of that path, or NULL. */
MergedDir *merged_find_dir(const Merged *merged, const char *path);
/** The file of that name in the folder, or NULL. */
MergedFile *merged_find_file(const Merged *merged, const MergedDir *dir, const char *name);
/** Appends "folder/name" (or the name alone) to an emptied `path`. */
void merged_path(const MergedDir *dir, const char *name, GString *path);

/** Whether an entry in this state will be among the published files. */
gboolean manifest_state_is_live(gint state);
/** Whether the file's bytes lie in the staging folder. */
gboolean manifest_state_is_staged(gint state);

/** Writes the live files as a manifest to dir/path, straight under that name. */
gboolean
merged_write(const Merged *merged, gboolean draft, int dir, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Manifest, manifest_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Merged, merged_free)
