/**
 * PngPack: rows of one byte a pixel, packed for a PNG of flat colours (RFC 1950, 1951).
 *
 * A general packer looks at every byte several times; a poster's rows are runs, or what stands in the row above, and
 * that is found eight bytes at a time. What is neither is looked up once, at the beginning of each piece. A fifth
 * of the work of libdeflate's quickest level for about its size. Same rows, same bytes. No state, any thread.
 */
#pragma once
#include <glib.h>

/** Appends `len` bytes as one zlib stream; what stands `row` bytes before is taken for the row above (1 … 32768). */
void png_pack(GByteArray *out, const guint8 *bytes, gsize len, gsize row);
