/**
 * Content: the content folder of a project, opened for a command that builds nothing.
 *
 * Knows which agency a path belongs to. Findings about the site itself are
 * dropped: `check` reports them. Owned by the caller, who closes it.
 */
#pragma once
#include "model/site.h"

typedef struct Content {
    Scan *scan;
    SiteData *data;
} Content;

/**
 * The project that a path lies in by its name: what stands before its last part "content". NULL: the
 * path is in no such folder. Nothing is looked up on the disk. g_free() it.
 */
char *content_root(const char *path);

/** What of such a path lies in the content folder, without a slash at its end; "" = the folder itself. g_free() it. */
char *content_below(const char *path);

/** Opens DIR/content; FALSE and a GError when it cannot be read. */
gboolean content_open(const char *dir, Content *content, GError **error);
void content_close(Content *content);

/** The path within the content folder: "content/kab-x/situs.yaml" without what stands before. Borrows. */
const char *content_path(const char *path);

/**
 * The agency that a file or folder belongs to: "kab-x/dinas-y", "content/kab-x/dinas-y/akta.md".
 * NULL: none at or above it.
 */
const ScanAgency *content_find_agency(const Content *content, const char *path);
