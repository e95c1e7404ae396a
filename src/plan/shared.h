/**
 * Shared: which shared pages a site has, and what stands on each.
 *
 * Made from the agencies' cards alone, which it borrows: lists of references
 * in the order they are shown, and of each service its date. Knows topics, life
 * events, comparisons, regions, the A–Z list, how lists are cut into pages and
 * the path of each; knows no template and no label. Withdrawn services are in
 * no list. Owned by its arena; constant once made, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/card.h"
#include "model/charter.h"

enum {
    SHARED_AZ_PAGE = 500,         /* services on a page of A–Z */
    SHARED_LIST_PAGE = 100,       /* services on a page of a topic or life event */
    SHARED_AGENCY_PAGE = 500,     /* agencies on a page of a region or of the root lists */
    SHARED_COMPARE_PAGE = 50,     /* services compared on one page */
    SHARED_SITEMAP_PART = 50000,  /* addresses in a sitemap: the limit of sitemaps.org */
    SHARED_HOME_AGENCIES = 60,    /* up to here the home page lists every agency */
    SHARED_HOME_SERVICES = 24,    /* up to here it lists every service */
    SHARED_HOME_COMPARISONS = 24, /* the largest comparisons, for the home page */
    SHARED_NONE = G_MAXINT32,
};

typedef struct CardRef {
    guint32 agency, service; /* indexes into the cards and into services of a card */
} CardRef;

typedef struct SharedGroup { /* a topic, a life event, a comparison */
    const char *slug;
    CardRef *refs;           /* topics and events: by title; comparisons: shortest time first */
    guint n, n_agencies;
} SharedGroup;

typedef struct SharedRegion {
    const char *path, *nama, *jenis; /* borrowed; all "" for agencies of no region */
    const char *folder;      /* of its page: "kab-x/"; NULL when it has none */
    guint first, n;   /* the agencies it is the nearest region of, in SharedPlan.agencies */
    guint n_services; /* theirs */
    Date own;         /* the newest date of theirs */
    guint parent; /* nearest region above that has a page, in SharedPlan.regions; SHARED_NONE */
    guint n_all, n_all_services; /* with those of the regions below */
    Date newest;                 /* of these agencies (AgencyCard.updated); {0} = none is dated */
} SharedRegion;

typedef struct SharedPlan {
    Arena *arena;
    const AgencyCard *const *cards;
    guint n_cards;
    gboolean
        rooted; /* an agency has the home page: no index, biaya, pengaduan, mutu of the site */
    guint *agencies; /* by region (those of none last), then by name */
    guint *rank;     /* by agency: its place by full name */
    guint *first;    /* by agency: how many services, withdrawn ones included, the ones before it have */
    Date *updated;   /* of each service, by `first` and its place in the card */
    Date *newest;    /* the same, or of its newest change when that is later */
    gboolean dated;  /* a service that is listed has a date or a change */
    CardRef *
        services; /* all, by title (those not beginning with a Latin letter first), agency, path */
    guint n_services;
    guint letters
        [28]; /* [0] others, [1] … [26] A … Z: where each begins in `services`; [27] the end */
    SharedRegion *regions; /* by name; the one of no region last */
    guint n_regions;
    SharedGroup *topics, *events, *comparisons; /* by slug */
    guint n_topics, n_events, n_comparisons;
} SharedPlan;

/**
 * Makes the plan in `arena`; borrows the cards and both arrays. `regions`: those of the content
 * folder, NULLs among them; a region that is the nearest of no agency has a page when there are
 * agencies below it.
 */
SharedPlan *shared_plan_new(Arena *arena,
                            const Region *const *regions,
                            guint n_regions,
                            const AgencyCard *const *cards,
                            guint n_cards);

static inline const AgencyCard *
shared_agency(const SharedPlan *plan, CardRef ref)
{
    return plan->cards[ref.agency];
}
static inline Date
shared_updated(const SharedPlan *plan, CardRef ref)
{
    return plan->updated[plan->first[ref.agency] + ref.service];
}
static inline Date
shared_newest(const SharedPlan *plan, CardRef ref)
{
    return plan->newest[plan->first[ref.agency] + ref.service];
}
/** As card_service(): mostly read into `arena`. */
static inline const ServiceCard *
shared_service(const SharedPlan *plan, CardRef ref, Arena *arena)
{
    return card_service(plan->cards[ref.agency], ref.service, arena);
}

/** As card_brief(). */
static inline const ServiceCard *
shared_brief(const SharedPlan *plan, CardRef ref, Arena *arena)
{
    return card_brief(plan->cards[ref.agency], ref.service, arena);
}

/** How many pages of `size` hold `n` items; at least 1. */
guint shared_n_pages(guint n, guint size);

/** One page of a comparison above SHARED_COMPARE_PAGE: the services of neighbouring regions, or some of one large region. */
typedef struct SharedPart {
    guint first, last; /* in SharedPlan.regions; neighbours in name may lie between two pages */
    guint before;      /* services of a large region on the pages before */
    gboolean large;    /* one region that needs several pages */
    CardRef *refs;     /* shortest time first */
    guint n;
} SharedPart;
/** Cuts a comparison by region, in the regions' order; *n_parts receives how many. Lives in `arena`. */
SharedPart *
shared_split(const SharedPlan *plan, const SharedGroup *group, Arena *arena, guint *n_parts);
