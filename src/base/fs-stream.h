/**
 * FsStream: long text files written and read line by line.
 *
 * For lists of many hundred thousand lines that need not be in memory at
 * once. Both sides keep one checksum over all lines so far, so that a file can
 * end with it. Paths and errors are those of base/fs.h. An FsWriter
 * belongs to one thread.
 */
#pragma once
#include "base/fs.h"

typedef struct FsWriter FsWriter;

/** Begins a file straight under its name, truncating what is there; NULL and an error on failure. */
FsWriter *fs_writer_open(int dir, const char *path, GError **error);
/** Adds bytes (whole lines, for the checksum's sake). A failure is kept for fs_writer_close(). */
void fs_writer_add(FsWriter *writer, const char *bytes, gsize len);
/** The checksum of everything added so far, piece by piece. */
guint64 fs_writer_checksum(const FsWriter *writer);
/** Ends the file and frees the writer; FALSE and the first error when anything failed. */
gboolean fs_writer_close(FsWriter *writer, GError **error);

enum { FS_LINE_MAX = 16 * 1024 };

/**
 * Gets one line without its newline, NUL-terminated, `len` bytes; it may write into it.
 * `checksum` covers the lines before this one, each with its newline. FALSE ends the reading.
 */
typedef gboolean (*FsLineFunc)(char *line, gsize len, guint64 checksum, gpointer data);

/**
 * Calls `func` for every line of a regular file. A line over FS_LINE_MAX bytes ends the
 * reading with FS_ERROR_TOO_BIG; being ended by `func` is no error. A last piece without a
 * newline is not a line and is left out.
 */
gboolean
fs_each_line(int dir, const char *path, FsLineFunc func, gpointer data, GError **error);

/**
 * Opens a file that has no name, for fs_write_at() and fs_read_at(), gone once fs_close_dir() closes it; -1 where `dir` can hold none.
 * Only this user may see it.
 */
int fs_open_nameless(int dir);
/** Bytes that this user may yet write to the disk that `dir` lies on; 0 when nobody says. */
guint64 fs_room(int dir);
/** FALSE when not all of it could be written. */
gboolean fs_write_at(int file, guint64 at, const void *bytes, gsize len);
/** 0, or the system's error when not all of it could be read. */
int fs_read_at(int file, guint64 at, void *bytes, gsize len);
