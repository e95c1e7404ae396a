/**
 * Deflate: bytes packed as zlib does (RFC 1950), for PNG and PDF.
 *
 * The same bytes and level give the same result. No state, any thread.
 */
#pragma once
#include <glib.h>

/** Appends `len` packed bytes to `out`; level 1 (quick) … 9 (small). FALSE: no memory left. */
gboolean deflate_append(GByteArray *out, const guint8 *bytes, gsize len, int level);
