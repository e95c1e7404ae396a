/**
 * Memory: what a build needs to know of an agency to skip it the next time.
 *
 * Puts together what the cache keeps (the inputs, the outputs, and as bytes the
 * card, the findings, linked files and the questions of model/asked.h) and judges
 * whether it still holds: files unchanged, and the same questions answered as
 * before. Anything doubtful is forgotten, and the agency is built again. Shared pages are known by the cards they were
 * made from. Threads as in cache.h.
 */
#pragma once
#include "model/card.h"
#include "model/load.h"
#include "publish/cache.h"

typedef struct Remembered {
    AgencyCard *outreach; /* card_outreach() */
    guint64 card_hash; /* memory_card_hash() of it */
    guint n_pages, n_services;
    const guint8 *findings; /* as diag_list_pack() wrote them; they live in the entry */
    gsize findings_len;
    DiagTally tally; /* of them */
    CacheEntry *entry;  /* entry->files are the outputs; free it with cache_entry_free() */
} Remembered;

/**
 * What is known of the agency, if it still holds: FALSE otherwise. What its card says about other paths than the agency's
 * own (former addresses, files above its folder) is made in `cards`, for shared pages that stay as they are need no more of
 * it; NULL when there is nothing. memory_card() has the whole.
 */
gboolean memory_recall(
    Cache *cache, const Scan *scan, const ScanAgency *agency, Arena *cards, Remembered *out);

/** The card of a known agency with its services, made in `cards`; NULL when the cache has lost it meanwhile. */
AgencyCard *memory_card(
    Cache *cache, const Scan *scan, const ScanAgency *agency, guint64 card_hash, Arena *cards);

/* What became of an agency. */
typedef struct Made {
    const Loaded *loaded;
    const GByteArray *card;     /* of card_write() */
    guint64 card_hash;          /* memory_card_hash() of it */
    const AgencyCard *outreach; /* card_outreach() */
    const GByteArray *findings; /* of diag_list_pack() */
    guint n_pages;
    const ManifestFile *files; /* its outputs */
    guint n_files;
} Made;

/** Keeps what became of an agency that was loaded from what the scan found. */
void memory_keep(Cache *cache,
                 const Scan *scan,
                 const SiteData *data,
                 const ScanAgency *agency,
                 const Made *made);

/** A hash of everything that shared pages can show of an agency: of the bytes of card_write(). */
guint64 memory_card_hash(const GByteArray *card);

/** The cache's name for the shared pages; no folder is called so. */
extern const char memory_shared_name[];

/**
 * The shared pages that were made when all cards together had the hash `cards`, or NULL. entry->files are
 * the outputs; free it with cache_entry_free().
 */
CacheEntry *memory_recall_shared(Cache *cache, guint64 cards, guint *n_pages);
void memory_keep_shared(
    Cache *cache, guint64 cards, guint n_pages, const ManifestFile *files, guint n_files);
