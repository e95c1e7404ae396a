/**
 * ViewShared: the views of shared pages, filled from cards.
 *
 * Turns references of the plan into the classes of docs/tema.md: cards of
 * services, rows of agencies, links to lists. Knows nothing of charters; texts
 * are borrowed from the cards or live in the context's arena. One thread per
 * context.
 */
#pragma once
#include "page/view-common.h"
#include "plan/shared.h"

/** "kab-x/dinas-y/slug.html", as an address. */
const char *shared_service_path(ViewContext *ctx, const ServiceCard *service);

ViewWaktuRingkas shared_brief_time(const CardTime *time);
ViewBiayaRingkas shared_brief_fee(const CardFee *fee);

/** MuList of ViewKartu. */
MuList shared_cards(ViewContext *ctx, const SharedPlan *plan, const CardRef *refs, guint n);
/** MuList of ViewBarisBanding for the services `refs`, which are `cards`; ids b1, b2, … */
MuList shared_comparison_rows(ViewContext *ctx,
                              const SharedPlan *plan,
                              const CardRef *refs,
                              const ServiceCard *const *cards,
                              guint n);
/** MuList of ViewBarisInstansi for `n` agencies of the plan's order from `first`. */
MuList shared_agencies(ViewContext *ctx, const SharedPlan *plan, guint first, guint n);
/** MuList of ViewWilayahInstansi for the same. */
MuList
shared_agencies_by_region(ViewContext *ctx, const SharedPlan *plan, guint first, guint n);
/** MuList of ViewRujukanWilayah; `detailed`: all of them with their agencies, else those with none above. */
MuList shared_regions(ViewContext *ctx, const SharedPlan *plan, gboolean detailed);
/** MuList of ViewRujukanWilayah: the regions whose nearest one above this is. */
MuList
shared_regions_below(ViewContext *ctx, const SharedPlan *plan, const SharedRegion *region);

/** What a comparison is called. */
const char *shared_comparison_name(ViewContext *ctx, const char *slug);

/** MuList of ViewRujukan: topics by name, life events in the order of a life, the largest comparisons by name. */
MuList shared_topic_links(ViewContext *ctx, const SharedPlan *plan);
MuList shared_event_links(ViewContext *ctx, const SharedPlan *plan);
MuList shared_comparison_links(ViewContext *ctx, const SharedPlan *plan);

/** MuList of ViewUrutan: the journeys of a life event, with the steps that lead somewhere. */
MuList shared_journeys(ViewContext *ctx, const SharedPlan *plan, const char *event);

/** A number and whether it takes the plural. */
static inline void
shared_count(guint n, guint *out, gboolean *jamak)
{
    *out = n;
    *jamak = n != 1;
}
