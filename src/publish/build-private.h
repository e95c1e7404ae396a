/**
 * Build: its parts; inner part of the Build module.
 *
 * build.c is the way of the data from content to tree; build-shared.c is what is made from the cards of
 * all agencies. A Build lives on the stack of build_run(); during work_run() worker i touches only the
 * slot of its agency and its own card arena.
 */
#pragma once
#include "base/work.h"
#include "publish/build.h"
#include "publish/memory.h"
#include "publish/posters.h"
#include "publish/project.h"

/* What one agency left behind. */
typedef struct Slot {
    DiagList *diags;
    gboolean loaded;  /* or known: it takes part */
    AgencyCard *card;     /* put away, the rest in a worker's card arena; NULL: not read, or not known */
    AgencyCard *outreach; /* card_outreach() */
    guint64 card_hash;
    guint n_pages, n_posters, n_services;
    GError *error;
} Slot;

typedef struct Build {
    const BuildOptions *options;
    Project project;
    char *out;
    const char *content; /* the project's, as its scan, data and theme */
    Scan *scan;
    SiteData *data;
    Theme *theme;
    Tree *tree;       /* NULL while checking */
    gboolean ignores_case; /* content or output lies where names that differ in capital letters are one */
    Cache *cache;     /* NULL: nothing is remembered */
    Posters *posters; /* NULL: none are made */
    Render render;
    guint *wanted; /* agencies to build: all, or those below `only` */
    guint n_wanted, n_jobs;
    Slot *slots; /* by agency */
    Arena *card_arenas[WORK_MAX_JOBS]; /* by worker */
    Shelf *shelves[WORK_MAX_JOBS];
    gint done; /* atomic */
} Build;

typedef struct Sink {
    Build *build;
    guint worker;
    guint n_pages;
    GArray *files;       /* ManifestFile: what was put; NULL = not wanted */
    GStringChunk *paths; /* of `files` */
    const char *blamed;  /* the file to name for a page that cannot be made */
    DiagList *diags;     /* such pages */
    GError **error;
} Sink;

/** OutputSink.put: `data` is a Sink. */
gboolean build_put_page(gpointer data, const char *path, const char *bytes, gsize len);

/** OutputSink.left_out, the same. */
void build_leave_out(gpointer data, const char *path);

/** Reads the cards that are not there yet; shared pages and journeys need all. */
gboolean build_read_cards(Build *b, GError **error);

/** Of agencies in order their cards or, where one has not been read, its outreach if it has any. g_free() it. */
const AgencyCard **build_cards(const Build *b, guint *n);
/** Of agencies in order their outreach, if there is any. g_free() it. */
const AgencyCard **build_outreach(const Build *b, guint *n);

/** Puts a card away for the slot; returns its bytes. */
GByteArray *build_put_card(Build *b, const AgencyCard *card, guint worker, Slot *slot);

/** Gives up, for good and for every thread to come, what this build does not need. */
void build_confine(const Build *b);

/** Names the services' pages that this build would delete: their printed QR codes and links would be dead, so an author must say so. */
void build_check_vanishing(const Build *b, DiagList *diags);

/** Makes what the pages of the agencies at hand load, for a build that leaves shared pages alone. */
gboolean build_put_assets(Build *b, GError **error);
/** Makes the shared pages, unless all cards are as an earlier build saw them, assets and linked files. */
gboolean build_put_shared(Build *b, DiagList *diags, BuildReport *report, GError **error);
