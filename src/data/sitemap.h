/**
 * Sitemap: sitemap.xml and robots.txt, for sites whose address is known.
 *
 * Pages are added one by one. Up to 50,000 of them are sitemap.xml; more are
 * cut into sitemap-1.xml, sitemap-2.xml, … which sitemap.xml lists. A draft
 * has no sitemap. Borrows the address and the sink. One thread.
 */
#pragma once
#include "base/output.h"
#include "plan/shared.h"

typedef struct Sitemap {
    const char *url; /* of the site, ends in "/" */
    gboolean draft;
    const OutputSink *sink;
    GString *part, *path;
    guint n_pages; /* in the part */
    guint n_parts; /* written */
    guint max_pages;
    gboolean stopped; /* the sink said so */
} Sitemap;

/** Ready for pages. `max_pages` of a part is SHARED_SITEMAP_PART but in tests. */
void sitemap_init(
    Sitemap *map, const char *url, gboolean draft, const OutputSink *sink, guint max_pages);
/** Adds a page; the date of its content, {0} = not known. */
void sitemap_add(Sitemap *map, const char *path, Date date);
/** Adds the pages of every agency and service that are meant to be found. */
void sitemap_add_cards(Sitemap *map, const SharedPlan *plan);
/** Writes what is left, and robots.txt. FALSE when the sink stopped. Clears the map. */
gboolean sitemap_finish(Sitemap *map);
