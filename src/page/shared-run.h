/**
 * SharedRun: the shared pages on their way, one at a time.
 *
 * What the files that render shared pages have in common: turning to a page,
 * filling its Halaman, handing it out. Private to them; lives on the stack of
 * render_shared(). One thread.
 */
#pragma once
#include "data/sitemap.h"
#include "model/dates.h"
#include "page/view-shared.h"

typedef struct SharedRun {
    ViewContext ctx;
    const SharedPlan *plan;
    const OutputSink *sink;
    Arena *page_arena; /* of the page at hand */
    GString *html;
    Date newest;      /* of all agencies */
    Sitemap *sitemap; /* NULL: the site's address is not known */
} SharedRun;

/** Begins the page of that kind at `path` (copied) with a fresh arena; texts of the page before are gone. */
void shared_turn_to(SharedRun *run, AddressKind kind, const char *path);
/** Halaman with the crumbs home, then `title` unless it is NULL. */
void shared_fill_page(SharedRun *run, const char *title, ViewHalaman *out);
/** Renders the page; `view` begins with its Halaman. FALSE when the sink stopped. */
gboolean shared_put(SharedRun *run, PageKind kind, gconstpointer view);

/** The newest date of the services, or NULL. */
const ViewTanggal *shared_newest_of(SharedRun *run, const CardRef *refs, guint n);
/** Where one page of several stands; NULL when there is only one. */
const ViewPenomoran *
shared_paging(SharedRun *run, guint page, guint n_pages, const char *before, const char *after);
/** The address of a page of a topic, life event or comparison, in the page's arena. */
const char *
shared_group_page(SharedRun *run, AddressKind kind, const SharedGroup *group, guint page);

/* The sorts of pages; each FALSE when the sink stopped. */
gboolean shared_put_comparisons(SharedRun *run);
gboolean shared_put_own_page(SharedRun *run, const OwnPage *page);
/** biaya, pengaduan and mutu of the whole site, tentang, aksesibilitas, the site's own pages, 404, data, search, feed. */
gboolean shared_put_site(SharedRun *run);
