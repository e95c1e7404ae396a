/**
 * Error: a GError whose words stand in a table, with one subject in them.
 *
 * No state, any thread.
 */
#pragma once
#include <glib.h>
#include <string.h>

/** Sets an error of these words; their one "%s" is where `subject` stands. They come from a table, so they are no format. */
static inline void
error_set_about(
    GError **error, GQuark domain, gint code, const char *words, const char *subject)
{
    const char *hole = strstr(words, "%s");
    g_autofree char *message =
        g_strdup_printf("%.*s%s%s", (int)(hole - words), words, subject, hole + 2);
    g_set_error_literal(error, domain, code, message);
}
