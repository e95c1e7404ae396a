/**
 * Plan: which path of the site belongs to which output.
 *
 * Names alone decide every page's address, so collisions are found before
 * anything is rendered: a former address that is a page again, a linked file
 * with a page's name, a static file over a page. No disk, no content.
 */
#pragma once
#include "model/card.h"
#include "model/load.h"

/** TRUE when the program writes this path for the files of the scan (pages, posters, shared pages, assets). */
gboolean plan_is_taken(const Scan *scan, const char *path);

/** Appends the path of a former address: ".html" is added to a path without extension, index.html to a folder. */
void plan_append_former(GString *out, const char *former);

/** Checks the agency's former addresses and linked files against all pages; a former address that is taken is dropped. */
void plan_check_agency(const Scan *scan, const Loaded *agency, DiagList *diags);
/** Checks the former addresses of all agencies against each other; cards in the order of the scan. */
void plan_check_formers(const Scan *scan,
                        const AgencyCard *const *cards,
                        guint n_cards,
                        DiagList *diags);
/** Checks the static files against all pages. */
void plan_check_statics(const Scan *scan, DiagList *diags);

/** TRUE when a published path was, by its name, the page of a service in the site's first language. */
gboolean plan_was_service(const char *path);
