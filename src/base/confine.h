/**
 * Confine: what the process gives up for good, where the kernel has Landlock (Linux 5.13).
 *
 * A command that has read its options needs a few folders and no network. Who confines it names
 * them; everything else is refused from then on, with EACCES, to this thread and to every thread and
 * program it starts later. Files that are open already stay so. Without support in the kernel or
 * in the headers of the build nothing happens: it is a second wall, not the first.
 * Source of the numbers: linux/landlock.h and landlock(7).
 */
#pragma once
#include <glib.h>

typedef struct Confine Confine;

/** The version of Landlock in the kernel that runs; 0 = none. Files from 1, renaming between folders from 2, TCP from 4. */
guint confine_version(void);

/** NULL: no support. Every function takes a NULL Confine and does nothing. */
Confine *confine_new(void);

/** What lies at or below `path` may be read. A path that is not there is passed over. NULL is fine. */
void confine_read(Confine *confine, const char *path);
/** The same, and made, changed, renamed and removed. Where `path` is not there yet: the nearest folder above it that is. */
void confine_write(Confine *confine, const char *path);
/** The same for an open folder; -1 = none. */
void confine_write_folder(Confine *confine, int folder);
/** Reads what programs and libraries read: the system's folders, the program's own, its data, the fonts of the user. */
void confine_read_system(Confine *confine);

/** From here on only what was named; no TCP connection either. Frees it. FALSE: nothing has changed. */
gboolean confine_enter(Confine *confine);
