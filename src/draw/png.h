/**
 * Png: a picture's pixels as a PNG file.
 *
 * Cairo's own writer spends most of a card's time in zlib; posters are flat
 * colours, so one byte a pixel is enough and light packing too. Same pixels,
 * same bytes. No state, any thread.
 */
#pragma once
#include <glib.h>

/** Appends a PNG of w × h opaque pixels, 0x..RRGGBB in native order, `stride` bytes a row. */
gboolean png_append(GByteArray *out, const guint8 *pixels, guint w, guint h, gsize stride);
