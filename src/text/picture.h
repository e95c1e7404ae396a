/**
 * Picture: how much a picture unpacks to, read from its first bytes.
 *
 * A file of some kilobytes may hold four gigabytes of one colour, which a phone cannot show and
 * may stop at. Only headers are read, nothing is unpacked. No state, any thread.
 */
#pragma once
#include <glib.h>

/** 64 million pixels: an A4 sheet scanned at 800 dpi; 256 MB once it is unpacked. */
enum { PICTURE_MAX_PIXELS = 64 * 1000 * 1000 };

/** Width and height in pixels of a PNG, JPEG, GIF or WebP; FALSE, both 0: another kind, or cut off. */
gboolean picture_measure(const void *bytes, gsize len, guint32 *width, guint32 *height);
/**
 * Width and height in units of an SVG, by its root's attributes in pixels, else by its viewBox; what stands before the
 * root, comments of any length too, is passed over. FALSE, both 0: it is none, or says no size.
 */
gboolean picture_measure_svg(const char *bytes, gsize len, guint32 *width, guint32 *height);
/** Whether it has more than PICTURE_MAX_PIXELS. */
gboolean picture_is_huge(guint32 width, guint32 height);
