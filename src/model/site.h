/**
 * Site: what holds for the whole site: settings, topics, regions, holidays.
 *
 * Reads situs.yaml, keperluan.yaml, every wilayah.yaml and libur-YYYY.yaml
 * and the site's own pages of a scan once; constant afterwards, any thread. Owns its arena and sources.
 */
#pragma once
#include "model/charter.h"
#include "model/scan.h"

typedef struct HolidayFileList {
    HolidayFile *items;
    guint n;
} HolidayFileList;

typedef struct SiteData {
    Arena *arena;
    GPtrArray *sources;
    Site site;
    const Region **regions;    /* by ScanFolder.index: its own, or NULL */
    HolidayFileList *holidays; /* by ScanFolder.index: its own */
    guint64 hash; /* of situs.yaml, keperluan.yaml and the menu: every page depends on it */
    guint64 pages_hash;        /* of the site's own pages: none but they depend on it */
    guint64 *folder_hash;      /* by ScanFolder.index: of its own region and holiday files */
} SiteData;

enum { SITE_MAX_LANGUAGES = 16 }; /* each makes all pages once more */

/** Reads the site's files. NULL and FS_ERROR only when the disk fails; the author's mistakes go to `diags`. */
SiteData *site_load(const Scan *scan, DiagList *diags, GError **error);
void site_free(SiteData *data);

/** The nearest region at or above the folder, or NULL. */
const Region *site_region(const SiteData *data, const ScanFolder *folder);
/** The topic of this slug, or NULL. */
const Topic *site_topic(const SiteData *data, const char *slug);
/** TRUE when the site publishes this language. */
gboolean site_has_language(const SiteData *data, const char *lang);

/** Is it the language the originals are in: the first of `bahasa`, without one Indonesian? */
gboolean site_is_first_language(const SiteData *data, const char *lang);

/**
 * A site's address: absolute, http or https, without a user name, query or fragment. A slash at the
 * end is added when it is missing. g_free() it; NULL: it will not do.
 */
char *site_url_read(const char *text);

/* Where texts are kept that were read, and what they count into. */
typedef struct SiteTexts {
    GPtrArray *sources; /* Source */
    guint64 *hash;      /* their shares (path and bytes) are added */
} SiteTexts;

/** Reads one file of the scan into a Source kept in `texts`. NULL and a GError when the disk fails. */
const Source *
site_read(const Scan *scan, const char *path, SiteTexts texts, DiagList *diags, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SiteData, site_free)
