/**
 * Slug: names of folders and charter files, which become the URL.
 *
 * Knows which names are allowed and how to correct one; which the site keeps
 * for its own pages is text/address.h's to know. No state, any thread.
 */
#pragma once
#include <glib.h>

enum { SLUG_MAX_BYTES = 120 };

/** TRUE for [a-z0-9-], 1 … SLUG_MAX_BYTES bytes, neither beginning nor ending with `-`. */
gboolean slug_is_valid(const char *text);

/**
 * TRUE for con, prn, aux, nul, com1 … com9, lpt1 … lpt9: Windows takes them for devices, with any ending, so that no file or folder
 * can have such a name there (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
 */
gboolean slug_is_device(const char *slug);

/**
 * The slug nearest to any text: folded case, Latin accents dropped, everything else one
 * `-`; a reserved name and a device's get "layanan-" before it. "" when nothing is left. g_free() it.
 */
char *slug_from(const char *text);

/** Appends a path for a URL: all bytes but A-Z a-z 0-9 - . _ ~ and / percent-encoded. */
void slug_append_encoded_path(GString *out, const char *path);
