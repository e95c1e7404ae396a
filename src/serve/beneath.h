/**
 * Beneath: files below one folder, and nowhere else.
 *
 * Goes down part by part without following a link, so neither a link that is
 * there nor one that is put there meanwhile leads out of the folder. Paths are
 * those that guard_is_relative() lets through; "" is the folder itself.
 */
#pragma once
#include "base/fs.h"

/** Opens a folder below `root` (a descriptor); -1 and an error. `make`: missing ones are made. Close it with fs_close_dir(). */
int beneath_open(int root, const char *folder, gboolean make, GError **error);
/** As fs_read(). */
char *beneath_read(int root, const char *path, gsize max, gsize *len, GError **error);
/** As fs_stat(); a missing folder on the way is FS_NONE. */
gboolean beneath_stat(int root, const char *path, FsStat *stat, GError **error);
/** As fs_replace(), making folders on the way. What stands there is replaced, never followed. */
gboolean
beneath_write(int root, const char *path, const void *bytes, gsize len, GError **error);
