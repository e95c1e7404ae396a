/**
 * Version: a state of charters that two are compared of: a file, a folder, or a revision.
 *
 * A revision is read by git (a child process) into a folder of its own that is
 * removed again; the checkout and its index stay as they are. Faults of the
 * charters are not told here: what can be read is compared. Owned by the caller,
 * who closes it.
 */
#pragma once
#include "cli/content.h"

typedef struct Version {
    Scan *scan;
    SiteData *data;
    char *made; /* the folder made for it, removed by version_close(); NULL = none */
} Version;

/**
 * Opens what `name` means: a charter's file, a project, a content folder, or else a revision of the
 * git checkout that `dir` lies in. FALSE and a GError when it is none of these or cannot be read;
 * *version can be closed in any case.
 */
gboolean version_open(const char *name, const char *dir, Version *version, GError **error);
void version_close(Version *version);
