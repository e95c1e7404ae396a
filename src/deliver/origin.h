/**
 * Origin: the built site that is to be delivered or packed.
 *
 * Its manifest says which files belong to it; only bytes that are those of the manifest are
 * handed out, so that nothing half built or edited by hand travels.
 */
#pragma once
#include "base/diag.h"
#include "deliver/parcels.h"

#define ORIGIN_MANIFEST ".maklumat"

typedef struct Origin {
    const char *path; /* as the user typed it; borrowed */
    DiagLang lang;    /* of errors */
    int dir;
    char *manifest; /* as bytes */
    gsize manifest_len;
    Manifest *files;
} Origin;

/** Opens the site in `path`. FALSE and an error when there is none or it is a draft; *origin can be closed in any case. */
gboolean origin_open(Origin *origin, const char *path, DiagLang lang, GError **error);
void origin_close(Origin *origin);
/** Reads a file that the site wants. *bytes is g_malloc'ed. */
gboolean origin_read(
    const Origin *origin, const Parcel *parcel, char **bytes, gsize *len, GError **error);
