/**
 * Sort: a stable sort whose comparison gets data, and the comparison of texts.
 *
 * GLib 2.82 (Debian 13) has a new name for the sort and warns of the old one, which Debian 12 needs.
 */
#pragma once
#include <glib.h>
#include <string.h>

/** Of two texts, each given by a pointer to it, by their bytes. */
static inline int
sort_compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static inline void
sort_stable(void *items, gsize n, gsize size, GCompareDataFunc compare, gpointer data)
{
#if GLIB_CHECK_VERSION(2, 82, 0)
    g_sort_array(items, n, size, compare, data);
#else
    g_qsort_with_data(items, (gint)n, size, compare, data);
#endif
}
