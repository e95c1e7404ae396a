/**
 * TextDiff: two texts compared line by line, as people read it.
 *
 * Lines only in the old one begin with "- ", only in the new one with "+ ",
 * common ones are left out but for one around a change. Pure.
 */
#pragma once
#include <glib.h>

/** Appends the differences; FALSE when there are none. */
gboolean text_diff_append(const char *old, const char *new, GString *out);
