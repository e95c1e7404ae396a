/**
 * Render: what every page is made with, and where finished outputs go.
 *
 * A Render is constant during a build and shared by all threads. Leaf
 * outputs depend on one agency (and what stands above it) only; shared outputs
 * on cards only: see ARCHITECTURE.md. Nothing here touches a disk: finished
 * bytes are handed to an OutputSink.
 */
#pragma once
#include "base/output.h"
#include "model/card.h"
#include "model/instrument.h"
#include "model/load.h"
#include "page/theme.h"

typedef struct Render {
    const Scan *scan;
    const SiteData *data;
    const Theme *theme;
    const InstrumentSet *instruments; /* NULL: none are shown */
    const char *url;  /* absolute, ends in "/"; NULL = not known */
    const char *lang; /* first language of the site */
    gboolean draft;
    gboolean posters;       /* posters and cards are built: pages link to them */
    gboolean single_agency; /* the content folder itself is the only agency */
} Render;

/** Renders every page of an agency: its services, agency page, biaya, pengaduan, mutu, cetak, papan, data, forwarding pages. */
gboolean render_agency(const Render *render,
                       const Loaded *agency,
                       const DiagList *findings,
                       const OutputSink *sink);

/** Renders one page of the site itself; `render` has the data that it is of. */
gboolean render_own_page(const Render *render, const OwnPage *page, const OutputSink *sink);

/** Renders every shared page from the cards, which are in the order of the scan's agencies. */
gboolean render_shared(const Render *render,
                       const AgencyCard *const *cards,
                       guint n_cards,
                       const OutputSink *sink);
