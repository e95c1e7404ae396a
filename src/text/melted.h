/**
 * Melted: list items that YAML joined into one text, because no "- " parts them.
 *
 * Word and WhatsApp paste "-KTP", "• KTP", "1. KTP", or a hyphen and a no-break space; a list one
 * blank too far to the right is no list either. YAML folds such lines into one text without
 * a word. Looks at the lines of the source, knows no key. No state, any thread.
 */
#pragma once
#include "text/yaml.h"

/** Bytes of a list's mark and the blanks behind it at the start of `text`: "-", "•", "1.", "b)", "(2)"; 0 = none. */
gsize melted_mark(const char *text, gsize len);

typedef struct Melted {
    char *first, *second; /* two of its items, without their marks; owned */
    Mark mark;            /* where the first mark stands */
} Melted;

static inline void
melted_clear(Melted *melted)
{
    g_free(melted->first);
    g_free(melted->second);
}

/* Zeroed: what was not found holds nothing. */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Melted, melted_clear)

/** TRUE when the lines of the text `node` (YAML_TEXT) are items of a list. */
gboolean melted_find(const YamlNode *node, Melted *melted);
/** TRUE when they may be: each is short and begins with a capital or a digit, though nothing marks it. */
gboolean melted_find_lines(const YamlNode *node, Melted *melted);
