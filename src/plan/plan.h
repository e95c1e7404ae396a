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
/** TRUE when that path is taken, or is a file of the content or a static one. */
gboolean plan_is_file(const Scan *scan, const char *path);
/**
 * What keeps a file at `path` from being made since a name cannot be both file and folder: a file
 * on the way, or the folder of that name with a slash at its end. NULL = nothing. g_free() it.
 */
char *plan_find_clash(const Scan *scan, const char *path);
/** Cuts the last part off a path; FALSE, nothing cut, when it is the only one. */
gboolean plan_climb(char *path);
/** TRUE when a forwarding page can be made there: no file, nothing that clashes. */
gboolean plan_is_free(const Scan *scan, const char *path);

/** As plan_is_free(), and remembered in `asked` (may be NULL). */
gboolean plan_ask_free(Asked *asked, const Scan *scan, const char *path);
/** The answer to any question of asked.h. */
gint64 plan_answer(const Scan *scan, AskedKind kind, const char *subject);

/** Appends the path of a former address: a folder gets index.html, what does not end in .html or .htm gets .html. */
void plan_append_former(GString *out, const char *former);

/**
 * Appends where the translation into `lang` stood beside that former page: "lama/akta.html" had "lama/akta.en.html".
 * FALSE, and nothing: it is no page's address, as that of a folder or a program, or no disk takes the name.
 */
gboolean plan_append_former_translation(GString *out, const char *former, const char *lang);
/** Appends where `page`, a path below an agency's folder, stood when the agency had the folder `former`. */
void plan_append_moved(GString *out, const char *former, const char *page);

/** TRUE when the program writes this path, or a file where a folder on the way to it must be. */
gboolean plan_is_blocked(const Scan *scan, const char *path);

/** Checks the files that the site's own pages link to against pages. */
void plan_check_own_pages(const Scan *scan, const OwnPageList *pages, DiagList *diags);
/** Checks the agency's former addresses and linked files against pages and other files. */
void plan_check_agency(const Scan *scan, const Loaded *agency, DiagList *diags);
/** Checks the former addresses of all agencies against each other; cards in the order of the scan. */
void plan_check_formers(const Scan *scan,
                        const AgencyCard *const *cards,
                        guint n_cards,
                        DiagList *diags);
/** Checks static files against all pages and files, and all files for names that differ in case only. */
void plan_check_files(const Scan *scan, DiagList *diags);

/** TRUE when a published path was, by its name, the page of a service in the site's first language. */
gboolean plan_was_service(const char *path);
/** The path of the original's page when a published path was, by its name, that of a translation, else NULL. g_free() it. */
char *plan_was_translation(const char *path);
