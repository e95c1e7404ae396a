/**
 * Archive: a built site as one zip file, for the file managers of web hosts.
 *
 * The same site gives the same bytes: files in the manifest's order, no times, no owners. The manifest is the last
 * file in it, so that `maklumat deploy` can go on from there.
 */
#pragma once
#include "deliver/origin.h"

/** Writes `out` whole or not at all: the wanted parcels whose turn has come, and the manifest. *n_files counts them. */
gboolean archive_write(const Origin *origin,
                       const Parcels *parcels,
                       const char *out,
                       guint *n_files,
                       GError **error);
