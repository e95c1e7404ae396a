/**
 * Deflate: bytes packed by libdeflate as zlib does (RFC 1950), for PNG and PDF.
 *
 * The same bytes and level give the same result. No state but a compressor a thread, kept until the thread ends.
 */
#pragma once
#include <glib.h>

/* Of a poster's PDF: 4 is 2 % larger for 6 % less work, 6 the other way round for nothing. */
enum { DEFLATE_LEVEL = 5 };

/** Appends `len` packed bytes to `out`; level 1 (quick) … 12 (small). */
void deflate_append(GByteArray *out, const guint8 *bytes, gsize len, int level);

/** CRC-32 of the bytes behind those that gave `crc`; 0 at the start. */
guint32 deflate_crc(guint32 crc, const guint8 *bytes, gsize len);

/** Adler-32, the sum that ends a zlib stream (RFC 1950). */
guint32 deflate_adler(const guint8 *bytes, gsize len);
