/**
 * Load: one agency with its services, read, bound and made whole.
 *
 * The unit of work, of caching and of memory: reads the agency's files, binds
 * them by the table, numbers requirements and steps, computes hours and
 * calendars, inherits components, joins translations with their originals. An
 * Agency is constant once returned. One thread loads one agency; several may
 * load at the same time from the same Scan and SiteData.
 */
#pragma once
#include "model/asked.h"
#include "model/site.h"

/* A text of `sumber` outside the content folder. */
typedef struct LoadedOrigin {
    const char *path; /* from the project's root */
    guint64 hash;     /* of its bytes */
} LoadedOrigin;

typedef struct Loaded {
    Arena *arena;
    const Site *site; /* borrowed from the SiteData */
    GPtrArray *sources; /* Source, owned */
    GPtrArray *files;   /* content paths to copy, borrowed from the arena */
    GArray *origins;    /* LoadedOrigin */
    Agency *agency;
    Asked *asked;     /* about the rest of the site, by loading and by those who work with it */
    guint64 hash;     /* shares of the agency's file and its services */
} Loaded;

/** Reads the agency. Mistakes go to `diags`; NULL and FS_ERROR only when the disk fails. */
Loaded *load_agency(const Scan *scan,
                    const SiteData *data,
                    const ScanAgency *which,
                    DiagList *diags,
                    GError **error);
/* A charter that is no file yet. */
typedef struct LooseText {
    const ScanAgency *which;
    const ScanFolder *folder; /* of the agency, as if it lay there; NULL = the agency's own */
    const char *name;         /* what findings call it */
    char *bytes;              /* g_malloc'ed; load_text() takes them */
    gsize len;
} LooseText;

/** Reads one service text; for editors. A text that stands for a file of the scan is Scan.given instead. */
Loaded *load_text(const Scan *scan,
                  const SiteData *data,
                  const LooseText *text,
                  DiagList *diags,
                  GError **error);
void loaded_free(Loaded *loaded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Loaded, loaded_free)
