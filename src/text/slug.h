/**
 * Slug: names of folders and charter files, which become the URL.
 *
 * Knows which names are allowed, which the site keeps for its own pages, and
 * how to correct one. No state, any thread.
 */
#pragma once
#include <glib.h>

enum { SLUG_MAX_BYTES = 120 };

/** TRUE for [a-z0-9-], 1 … SLUG_MAX_BYTES bytes, neither beginning nor ending with `-`. */
gboolean slug_is_valid(const char *text);

/** TRUE for a further page of a long list: index-2, biaya-3, a-z-4. */
gboolean slug_is_list_page(const char *text);

/** TRUE for a name of the site's own pages and folders (index, cetak, data …), list pages included. */
gboolean slug_is_reserved(const char *text);

/**
 * The slug nearest to any text: folded case, Latin accents dropped, everything else one
 * `-`; a reserved name gets "layanan-" before it. "" when nothing is left. g_free() it.
 */
char *slug_from(const char *text);

/** Appends a path for a URL: all bytes but A-Z a-z 0-9 - . _ ~ and / percent-encoded. */
void slug_append_encoded_path(GString *out, const char *path);
