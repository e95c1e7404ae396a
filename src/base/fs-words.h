/**
 * FsWords: what the file system refused, in the reader's language.
 *
 * No state, any thread.
 */
#pragma once
#include "base/diag.h"

/**
 * The words of an error: in Indonesian those of its FsErrorCode behind the path in place of the system's; others, and those of
 * other domains, as they are. g_free() it.
 */
char *fs_words(DiagLang lang, const GError *error);
