/**
 * Parcels: what has to happen at the target, file by file.
 *
 * Compares the manifest of a site with what earlier deliveries left: the
 * manifest of the last finished one or, after one that was cut off, its
 * journal. The journal is a manifest too, of all files that are or may be ours;
 * where it is not known what stands under a name it has no real hash but one of the two
 * marks below. Knows nothing of connections. One thread, but for Parcel.done.
 *
 * Order of turns: what is new comes before pages that lead to it, and what is no longer wanted
 * goes when no page leads to it any more. A delivery that stops anywhere leaves links whole.
 */
#pragma once
#include "publish/manifest.h"

enum {
    PARCEL_UNKNOWN_NEW = 0,    /* as a hash: nothing, or any version of the file, is there */
    PARCEL_UNKNOWN_CHANGED = 1 /* some version is there */
};

typedef enum ParcelTurn {
    TURN_CLEAR,     /* deletions where a folder becomes a file, or a file a folder */
    TURN_NEW_FILES, /* pictures, style sheets, posters, data */
    TURN_NEW_PAGES,
    TURN_NEW_HOME,
    TURN_CHANGED_FILES,
    TURN_CHANGED_PAGES,
    TURN_CHANGED_HOME,
    TURN_LISTS, /* sitemap, feeds, robots.txt: what machines read */
    TURN_DELETIONS,
    TURN_NONE, /* stays as it is */
} ParcelTurn;

typedef struct Parcel {
    const char *path;
    guint64 size, hash;        /* wanted */
    guint64 there_size, there; /* size and hash at the target, or a mark */
    gboolean wanted, ours;     /* is in the site; is of an earlier delivery */
    ParcelTurn turn;
    gint done; /* atomic: its turn is over */
} Parcel;

typedef struct Parcels {
    GArray *list; /* Parcel, by folder and name as manifests are sorted */
    GStringChunk *paths;
    guint n_new, n_changed, n_kept, n_deleted, n_ours;
    guint64 n_bytes; /* to be sent */
} Parcels;

/** `there` = manifests of earlier deliveries, of which any may be NULL; `again`: nothing of them is believed to be in place. */
Parcels *
parcels_new(const Manifest *site, const Manifest *const *there, guint n_there, gboolean again);
void parcels_free(Parcels *parcels);
/**
 * Whether paths of two parcels differ in capital letters only. *both, of two files that are wanted, receives "a, b", to be freed
 * with g_free(); NULL where one of each two goes.
 */
gboolean parcels_any_alike(const Parcels *parcels, char **both);
/** For a target that takes such paths for one: what goes in one spelling and comes in another is changed. */
void parcels_join_alike(Parcels *parcels);
/** Whether anything has to be done. */
gboolean parcels_any(const Parcels *parcels);
/** Appends the journal that holds now: of every file what is known of the target. */
void parcels_append_journal(const Parcels *parcels, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Parcels, parcels_free)
