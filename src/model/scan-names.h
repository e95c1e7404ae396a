/**
 * ScanNames: how the files of the contract are called, and how authors call them.
 *
 * Windows hides extensions and knows no capitals, so names come in many spellings; each is
 * told the one that is read. Looks at names alone. No state, any thread.
 */
#pragma once
#include <glib.h>

/**
 * "akta.en" -> slug "akta", lang "en" (NULL = none), also behind folders. A language is two or three small letters.
 * Writes into `stem`, which both borrow.
 */
void scan_split_lang(char *stem, const char **slug, const char **lang);

/** TRUE for libur-2027.yaml. */
gboolean scan_is_year_file(const char *name);

/** TRUE for the files of the contract that are no charters: instansi.yaml, wilayah.yaml, libur-2027.yaml and, at the root, situs.yaml … */
gboolean scan_is_data_name(const char *name, gboolean at_root);

/** TRUE when the name ends in `ext` and has more than that. */
gboolean scan_has_ext(const char *name, const char *ext);

/** The name nearest to `name` that a page of the site itself may have; "" = none. g_free() it. */
char *scan_own_page_slug(const char *name);

/**
 * The name a file of the contract should have, of one that is spelt otherwise: in capitals, with a blank
 * at its end, with another extension. Notepad adds the .txt, and Windows does not show it. NULL: other
 * files, and names that are right. g_free() it.
 */
char *scan_better_name(const char *name);
