/**
 * Build: its parts; inner part of the Build module.
 *
 * build.c is the way of the data from content to tree; build-shared.c is what is made from the cards of
 * all agencies. A Build is build_run()'s own; during work_run() worker i touches only the
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
    DiagList *diags; /* NULL: put away */
    const Shelf *shelf;  /* of the findings, as diag_list_pack() wrote them; NULL: not put away */
    ShelfPlace findings;
    gsize findings_len;
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
    guint n_slots;
    Arena *card_arenas[WORK_MAX_JOBS]; /* by worker */
    Shelf *shelves[WORK_MAX_JOBS];
    DiagTally tallies[WORK_MAX_JOBS]; /* of the findings that are put away */
    DiagLevel levels[N_DIAG_CODES];
    gboolean leveled; /* `levels` is set */
    guint n_joined;   /* slots whose findings are told */
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

/* Findings: a country's are put away as its agencies finish, and are read again when all else is gone (build-findings.c). */

/** Puts the packed findings of an agency away. */
void build_put_findings(Build *b, const guint8 *bytes, gsize len, guint worker, Slot *slot);
/** The same of the list of the slot, which a check keeps; `packed` are its bytes, NULL: not packed yet. */
void build_end_findings(Build *b, const GByteArray *packed, guint worker, Slot *slot);
/** Sets the levels of `diags`, and those that findings of the agencies will have. */
void build_set_levels(Build *b, DiagList *diags);
/** Whether a finding of an agency or among `diags` has at least this level; after build_set_levels(). */
gboolean build_findings_reach(const Build *b, const DiagList *diags, DiagLevel limit);
/** Adds the findings of the agencies, and sorts them if levels were set. FALSE and an error when they cannot be read. */
gboolean build_join_findings(const Build *b, DiagList *diags, GError **error);

/** Puts a card away for the slot; returns its bytes. */
GByteArray *build_put_card(Build *b, const AgencyCard *card, guint worker, Slot *slot);

/** Gives up, for good and for every thread to come, what this build does not need. */
void build_confine(const Build *b);

/**
 * With --only: what of its folder no agency there made stays (a region's page, static files, addresses that forward to agencies
 * elsewhere), since nothing made it this time either.
 */
void build_keep_others(const Build *b);

/** Names the services' pages that this build would delete: their printed QR codes and links would be dead, so an author must say so. */
void build_check_vanishing(const Build *b, DiagList *diags);

/** Makes what the pages of the agencies at hand load, for a build that leaves shared pages alone. */
gboolean build_put_assets(Build *b, GError **error);
/** Makes the shared pages, unless all cards are as an earlier build saw them, assets and linked files. */
gboolean build_put_shared(Build *b, DiagList *diags, BuildReport *report, GError **error);
