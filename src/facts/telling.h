/**
 * Telling: what a site calls things, for outputs that no template writes.
 *
 * Data, feeds and the search index say the time and the fee of a service, the name of a topic and the
 * address of a page in the site's words. The words are labels of a theme, which is asked by a function:
 * nothing here knows templates. Made on the stack for one output, it borrows everything; its texts live
 * in `arena` or are borrowed, never NULL. One thread.
 */
#pragma once
#include "base/arena.h"
#include "model/card.h"
#include "model/site.h"
#include "text/address.h"

typedef struct Telling {
    Arena *arena;
    const SiteData *data;
    const char *name; /* of the site */
    const char *url;  /* absolute, ends in "/"; NULL = not known */
    const char *lang;
    const char *(*label)(gconstpointer labels, const char *lang, const char *name);
    gconstpointer labels;
} Telling;

/** A label in the language told in; "" when there is none. */
const char *telling_label(const Telling *tell, const char *name);
/** The time and the fee in the words of a service's card: "5 Hari kerja", "Gratis". */
const char *telling_time(const Telling *tell, const CardTime *waktu);
const char *telling_fee(const Telling *tell, const CardFee *biaya);
/** What a topic and a life event are called; their slug when nothing says. */
const char *telling_topic(const Telling *tell, const char *slug);
const char *telling_event(const Telling *tell, const char *slug);
/** The path of an output; see text/address.h. */
const char *telling_address(const Telling *tell, AddressKind kind, const AddressParts *parts);
/** The address in full, "" without a site address. */
const char *telling_canonical(const Telling *tell, const char *path);

/** The slugs of life events, in the order of a life; NULL behind the last. */
const char *telling_life_event(guint i);
