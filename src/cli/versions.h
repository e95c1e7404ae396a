/**
 * Versions: which libraries the running program uses, for reports of faults.
 */
#pragma once
#include <glib.h>

/** Appends a line "name version" for each. */
void versions_append(GString *out);
