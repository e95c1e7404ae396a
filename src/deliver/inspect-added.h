/** InspectAdded: what a page loads or leads to that another version of it does not; inner part of Inspect. */
#pragma once
#include <glib.h>

/** "element address" (inline scripts: "script" and their beginning) of each that is in `theirs` only, at most a hundred. NULL = none. */
GPtrArray *
inspect_added(const char *ours, gsize ours_len, const char *theirs, gsize theirs_len);
