/**
 * Audit: judges a loaded agency by the law and by what offices get wrong.
 *
 * Everything the contract can read may still be incomplete, doubtful or
 * contradictory: that is said here, as diagnostics, and nothing is changed. The
 * findings depend on the agency alone and, when a date is given, on it.
 */
#pragma once
#include "model/card.h"
#include "model/load.h"

/** Judges the agency and its services. `today` {0}: nothing that depends on the date (pages never do). */
void audit_agency(const Scan *scan, const Loaded *loaded, Date today, DiagList *diags);
/** Judges the services alone: what load_text() gave. */
void audit_services(const Loaded *loaded, Date today, DiagList *diags);
/** Judges the site's own files and pages. */
void audit_site(const Scan *scan, const SiteData *data, DiagList *diags);
/** Names the files outside of all agencies' folders that neither an agency nor a page of the site links to. Cards in the order of the scan. */
void audit_shared_files(const Scan *scan,
                        const AgencyCard *const *cards,
                        guint n_cards,
                        const OwnPageList *pages,
                        DiagList *diags);
/** The levels that audit_set_levels() gives: `levels` has room for N_DIAG_CODES. */
void audit_levels(const Site *site, gboolean ignores_case, DiagLevel *levels);
/**
 * Gives findings the levels that `tingkat` of situs.yaml sets. Where the site or its content lies on a file
 * system that ignores case, path-case is an error: of two outputs one would be lost.
 */
void audit_set_levels(const Site *site, gboolean ignores_case, DiagList *diags);
