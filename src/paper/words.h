/**
 * PosterWords: every text of a poster, in order, before anything is laid out.
 *
 * For judging a poster without fonts: which characters it needs, whether it could be too
 * long. Knows the members of PosterContent and nothing of sizes. No state, any thread.
 */
#pragma once
#include "paper/poster.h"

/** Given each text that is not NULL; `text` NULL: what follows may stand on another sheet. */
typedef void (*PosterEachText)(const char *text, gpointer data);
void poster_each_text(const PosterContent *content, PosterEachText each, gpointer data);

/**
 * FALSE when every piece is so short that it fits a sheet for certain: less than half of the
 * shortest that was seen not to (a name of 1,230 bytes at the head, a requirement of 2,800).
 * TRUE: only the layout can tell.
 */
gboolean poster_may_be_too_long(const PosterContent *content);
