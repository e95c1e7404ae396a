/**
 * PostersJob: one agency's posters while they are made; the inner part of Posters.
 *
 * posters.c makes what a build publishes, posters-order.c single posters and files of many on demand.
 * Each worker has a job of its own.
 */
#pragma once
#include "paper/content.h"
#include "paper/engine.h"
#include "publish/posters.h"

struct Posters {
    const Render *render;
    Cache *cache;
    const PosterStyle *style; /* the default one, or `own` */
    PosterStyle *own;
    PosterSize sizes[N_POSTER_SIZES];
    guint n_sizes;
    Fonts **fonts; /* of each worker */
    guint n_workers;
};

/* One poster's subject while its files are made. */
typedef struct Job {
    Posters *posters;
    guint worker;
    Arena *arena;
    const Agency *agency;
    const Service *service; /* NULL: a poster of the agency */
    const PosterSink *sink;
    DiagList *diags;
    gboolean refused; /* the poster cannot be made, which was reported */
    guint64 key;      /* of everything that goes in, beyond the cache's own key */
    PosterInput input;
    GByteArray *bytes;               /* of the file made last */
    guint8 n_sheets;                 /* in it */
    guint8 sheets[MAX_POSTER_SIZES]; /* of the subject's poster in each size */
} Job;

/** All that draws, loaded now if need be. Who has fonts has it already, and may pass NULL. */
const PosterEngine *posters_engine(GError **error);
/** The worker's fonts. NULL and an error when they are missing. */
Fonts *posters_fonts(Posters *posters, guint worker, GError **error);
/** What all posters of an agency share; `logo` receives bytes to free. */
gboolean posters_begin(Job *job, const Agency *agency, char **logo, GError **error);
/** The author's words that do not fit or cannot be drawn are findings; anything else ends the run: FALSE. Consumes
 * `problem`. */
gboolean posters_refuse(Job *job, const PosterReport *report, GError *problem, GError **error);

/** What the site says of all its posters goes into the options. */
void posters_settle(const Posters *posters, PosterOptions *options);

/** One PDF of the agency's posters that can be printed, for options that are settled; job->service is NULL
 * afterwards. */
gboolean posters_join(
    Job *job, const PosterOptions *options, GByteArray *out, guint *n_posters, GError **error);

/* What is printed; job->service says of which service. */
const PosterContent *posters_service_content(Job *job);
const PosterContent *posters_pledge_content(Job *job);
const PosterContent *posters_channels_content(Job *job);
