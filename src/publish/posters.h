/**
 * Posters: which posters an agency gets, and which of them are still good.
 *
 * Decides sizes and paths by the site's settings, keeps fonts for each worker
 * and asks the cache for posters whose every input is unchanged. What a poster
 * says is paper/content's business, how it looks paper/poster's. A
 * Posters is shared by the workers of one build, each with its own number.
 */
#pragma once
#include "page/render.h"
#include "paper/poster.h"
#include "publish/cache.h"

typedef struct Posters Posters;

/** Takes finished posters and, before that, asks whether those of an earlier build are still in place. */
typedef struct PosterSink {
    OutputPut put;
    gboolean (*keep)(gpointer data, const ManifestFile *files, guint n_files);
    /** The files put since the last call, for the cache; borrowed until the next put. */
    const ManifestFile *(*taken)(gpointer data, guint *n_files);
    gpointer data;
} PosterSink;

/** Workers are numbered 0 … n_workers-1. `cache` may be NULL. Style mistakes go to `diags`. Never NULL; fonts are looked for when the first poster is made. */
Posters *posters_new(const Render *render, Cache *cache, guint n_workers, DiagList *diags);
void posters_free(Posters *posters);

/* One agency's posters being made. */
typedef struct PosterMaking {
    guint worker;
    const PosterSink *sink; /* NULL: they are only judged */
    DiagList *diags;
} PosterMaking;

/**
 * Makes every poster of the agency, or judges whether they could be made. A text too long
 * for a sheet or without a glyph is reported to `diags` and its poster left out: the agency and its
 * services say so (Service.without_poster), for the pages that link to posters. FALSE and a GError when fonts are missing, a library or the sink fails.
 */
gboolean posters_make(Posters *posters,
                      const Loaded *agency,
                      const PosterMaking *making,
                      GError **error);

/** Which poster of an agency. */
typedef struct PosterSubject {
    PosterKind kind;
    const Service *service; /* POSTER_SERVICE */
} PosterSubject;

/* A file of posters that somebody asks for. */
typedef struct PosterOrder {
    PosterSubject subject; /* of a single one */
    PosterOptions options; /* date and style are filled in */
    GByteArray *out;       /* receives the file; nothing where words will not do */
    PosterReport report;   /* receives how the single one came out */
    guint n_posters;       /* receives how many are in a file of all */
    DiagList *diags;       /* receives which words will not do */
} PosterOrder;

/** Makes one poster. As poster_render(). */
gboolean
posters_single(Posters *posters, const Loaded *agency, PosterOrder *order, GError **error);

/**
 * Makes one PDF of the posters of all active services, the pledge and the channels; those that
 * will not do are reported and left out, as in a build.
 */
gboolean
posters_all(Posters *posters, const Loaded *agency, PosterOrder *order, GError **error);

/** How many of these files are posters and cards; a flow chart beside them is part of a page. */
guint posters_count(const ManifestFile *files, guint n_files);
/** Names of the cache entries an agency may use are added to `names` (g_malloc'ed texts). */
void posters_cache_names(const ScanAgency *agency, GPtrArray *names);

/** The folder that holds the fonts: $MAKLUMAT_DATADIR, the build tree, the installed data folder. g_free() it. */
char *posters_font_folder(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Posters, posters_free)
