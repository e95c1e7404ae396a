/**
 * Sniff: whether a browser that is told no type takes a file for a page, whatever its name.
 *
 * Servers tell the type of the endings they know. Of others browsers read the first bytes, and what they take for HTML or
 * XML runs scripts with the rights of the site. No state, any thread.
 */
#pragma once
#include <glib.h>

enum {
    SNIFF_HEAD =
        4096, /* bytes of a file that are enough: browsers look at 1,445 (WHATWG MIME Sniffing, 5.2) */
    SNIFF_WORD = 16 /* bytes of the words that say so, with the NUL */
};

/**
 * Whether `bytes`, a file's first ones, begin as a page or as XML; `word` = what says so ("<script", "<!--", "<?xml"), or "": there
 * are SNIFF_HEAD of them and all are blank.
 */
gboolean sniff_is_page(const char *bytes, gsize len, char word[SNIFF_WORD]);
