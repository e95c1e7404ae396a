/**
 * Zip: an archive in memory, the same bytes for the same parts on any day.
 *
 * OpenDocument and Office Open XML files are zips. Parts stand in the order they
 * are added, dated 1980-01-01, the first one stored when it is to be (OpenDocument
 * wants its mimetype so). One thread per Zip.
 */
#pragma once
#include <glib.h>

typedef struct Zip Zip;

/** Begins an archive that is appended to `out` (borrowed). */
Zip *zip_new(GByteArray *out);
/** Adds a part; `stored`: not compressed. */
void zip_add(Zip *zip, const char *name, const char *bytes, gsize len, gboolean stored);
/** Ends and frees the archive. FALSE when a part or the whole is larger than a zip takes (2 GiB); `out` is then of no use. */
gboolean zip_close(Zip *zip);
