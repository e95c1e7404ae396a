/**
 * Work: a loop whose rounds run on several threads.
 *
 * Item i writes only to slot i of the caller's results, so the outcome does
 * not depend on the number of threads; the caller joins the slots in order.
 * work_run() returns when every item is done. No locks but one counter.
 */
#pragma once
#include <glib.h>

/** Does item `item`; `worker` (0 … jobs-1) is the thread's own number, for buffers kept per worker. */
typedef void (*WorkFunc)(guint item, guint worker, gpointer data);

enum { WORK_MAX_JOBS = 64 };

/** How many workers work_run() will use for these: 0 jobs = one per core; never more than items, at least 1. */
guint work_jobs(guint n_items, guint n_jobs);

/** Calls `func` once for every item 0 … n_items-1. One job: in order, in the calling thread. */
void work_run(guint n_items, guint n_jobs, WorkFunc func, gpointer data);
