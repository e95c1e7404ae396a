/**
 * Fs: the only place that talks to the file system.
 *
 * Paths are relative to an open folder (a descriptor from fs_open_dir(), or
 * FS_CWD). Relative to a folder of ours a symbolic link is never followed in
 * the last part, so content cannot reach outside its tree; with FS_CWD (words
 * the user typed) links are followed. Interrupted calls are restarted, short
 * writes finished, errors of close() reported. A GError names the path and
 * what the system said. No state: any thread may call anything.
 */
#pragma once
#include <glib.h>

enum { FS_CWD = -100 }; /* AT_FDCWD, checked in fs.c */

#define FS_ERROR (fs_error_quark())
GQuark fs_error_quark(void);
typedef enum FsErrorCode {
    FS_ERROR_MISSING,    /* nothing of that name, or a folder on the way is missing */
    FS_ERROR_EXISTS,     /* something of that name is there already */
    FS_ERROR_NOT_EMPTY,  /* a folder that still holds something */
    FS_ERROR_NOT_A_FILE, /* a folder, link, device or pipe where a regular file is wanted */
    FS_ERROR_NOT_A_DIR,
    FS_ERROR_TOO_BIG,   /* larger than the caller's limit */
    FS_ERROR_LONG_NAME, /* longer than the file system takes, a part or the whole path */
    FS_ERROR_DENIED,
    FS_ERROR_READ_ONLY, /* the whole file system is */
    FS_ERROR_FULL,      /* disk or quota */
    FS_ERROR_BROKEN,    /* the device failed (EIO) */
    FS_ERROR_BUSY,      /* the system or a program holds it */
    FS_ERROR_FAILED     /* anything else */
} FsErrorCode;

typedef enum FsKind { FS_NONE, FS_FILE, FS_DIR, FS_LINK, FS_OTHER } FsKind;

typedef struct FsStat {
    FsKind kind; /* FS_NONE = nothing there */
    guint64 size;
    gint64 mtime_ns;
    gint64 changed_ns; /* of bytes or rights, the later: nobody can set it back */
    guint64 inode, device;
} FsStat;

typedef struct FsEntry {
    const char *name; /* owned by the FsList */
    FsStat stat;      /* only `kind` is set when no stat was asked for */
} FsEntry;

typedef struct FsList {
    FsEntry *entries; /* sorted by the bytes of the name; without . and .. */
    guint n;
    GStringChunk *names;
} FsList;

/** Fills in the code and words of a system error (errno) for `path`. */
void fs_set_error(GError **error, int system_error, const char *path);

/** Opens a folder for reading and as the start of other paths; -1 and an error when it cannot be. */
int fs_open_dir(int dir, const char *path, GError **error);
/** Closes a descriptor of fs_open_dir(); FS_CWD and -1 do nothing. */
void fs_close_dir(int dir);

/**
 * Reads a whole regular file: *len bytes and a NUL behind them, g_malloc'ed, the caller's. NULL and
 * an error when it cannot be; more than `max` bytes: FS_ERROR_TOO_BIG.
 */
char *fs_read(int dir, const char *path, gsize max, gsize *len, GError **error);
/** Reads the first `n` bytes (> 0) of a regular file, or all when it has fewer; as fs_read() otherwise. */
char *fs_read_head(int dir, const char *path, gsize n, gsize *len, GError **error);

/** Looks at one name without following a link. Nothing there: TRUE with kind FS_NONE. */
gboolean fs_stat(int dir, const char *path, FsStat *stat, GError **error);
/** Whether `path`, which exists, is also there when the letters A to Z of its last part are small ones and the reverse. */
gboolean fs_ignores_case(int dir, const char *path);

/** The names in a folder; with `want_stat` one stat each, else the kinds only. NULL and an error on failure. */
FsList *fs_list(int dir, const char *path, gboolean want_stat, GError **error);
void fs_list_free(FsList *list);

/** Writes a file that may exist: a temporary name in the same folder, then a rename. No sync. */
gboolean fs_replace(int dir, const char *path, const void *bytes, gsize len, GError **error);
/** The same of a file that only this user may read, whatever was there. */
gboolean
fs_replace_private(int dir, const char *path, const void *bytes, gsize len, GError **error);
/** Writes a file straight under its name, truncating what is there (staging, where nobody reads yet). */
gboolean fs_write(int dir, const char *path, const void *bytes, gsize len, GError **error);

/** Makes a folder and those above it; existing ones are fine. */
gboolean fs_mkdir_p(int dir, const char *path, GError **error);
/** Makes one folder that only this user may enter; an existing one is FS_ERROR_EXISTS. */
gboolean fs_mkdir_private(int dir, const char *path, GError **error);
gboolean fs_rename(int from_dir, const char *from, int to_dir, const char *to, GError **error);
gboolean
fs_unlink(int dir, const char *path, GError **error); /* a file or link; missing is an error */
gboolean fs_rmdir(int dir, const char *path, GError **error);
/** Removes a folder of our own with everything in it, entering no link; a missing one is fine. */
gboolean fs_remove_tree(int dir, const char *path, GError **error);
/** Writes everything of the file system that holds the folder to the disk. */
gboolean fs_sync(int dir, GError **error);

/**
 * Makes the file if need be and locks it until fs_unlock() or the end of the process, without
 * waiting. Returns its descriptor; -1 and FS_ERROR_EXISTS when another process holds it.
 * On a file system without locks it holds nothing off.
 */
int fs_lock(int dir, const char *path, GError **error);
void fs_unlock(int lock);

/** The absolute path without links of something that exists; NULL and an error otherwise. g_free() it. */
char *fs_real_path(const char *path, GError **error);
/** The same of what need not exist: what cannot be followed, a link to nothing as well, counts as it is written. g_free() it. */
char *fs_real_place(const char *path);

/** A fast hash against accidental change (cache, manifest); not against people. Same on every machine. */
guint64 fs_hash(const void *bytes, gsize len, guint64 seed);
/** A file's share in the hash of a set of files: the shares are added up, in any order. `hash` = fs_hash(bytes, len, 0). */
guint64 fs_share(const char *path, guint64 hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FsList, fs_list_free)
