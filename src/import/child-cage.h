/** ChildCage: shuts a child process in; inner part of Child. Async-signal-safe. */
#pragma once
#include <glib.h>

typedef struct ChildLimits {
    guint cpu_seconds;  /* of processor time */
    guint wall_seconds; /* of waiting, for a child that does nothing */
    gsize memory;       /* bytes */
    gsize output;       /* bytes; what is longer is cut one byte behind */
} ChildLimits;

/**
 * Limits of time and memory, no file to write, no socket, no other program unless `may_exec`. What the
 * kernel does not know is passed over: the limits always hold.
 */
void child_cage_enter(const ChildLimits *limits, gboolean may_exec);
