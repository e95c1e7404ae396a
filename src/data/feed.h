/**
 * Feed: umpan.xml, an Atom feed of the services whose standards changed last.
 *
 * Only services with a date are in it (ditinjau, berlaku_sejak, sk.tanggal),
 * so the same content gives the same bytes on any day. Needs the site's
 * address. No state.
 */
#pragma once
#include "facts/telling.h"
#include "plan/shared.h"

enum { FEED_ENTRIES = 100 };

/** FALSE when nothing is dated: then there is no feed, and no link to one. */
gboolean feed_has_entries(const SharedPlan *plan);
/** Appends the feed, which has entries; the site has an address. */
void feed_append(const Telling *tell, const SharedPlan *plan, GString *out);
