/**
 * DeflateRows: the rows of a picture with flat colours, packed (RFC 1950, 1951).
 *
 * Looks for what such pictures are made of: the same byte again, the row above
 * again, and shapes met a moment ago; four times as quick as zlib at about the
 * same size. The same bytes give the same result. No state, any thread.
 */
#pragma once
#include <glib.h>

/**
 * Appends `len` bytes, less than 4 GiB, packed to `out`; rows begin every `stride` bytes, 1 at least. Rows
 * longer than 32 KiB are not compared with the one above.
 */
void deflate_rows_append(GByteArray *out, const guint8 *bytes, gsize len, gsize stride);
