/**
 * ThemeFiles: the bytes of a theme's files, the built-in ones overlaid by a folder.
 *
 * Knows where files are, not what they mean. Sources are kept for diagnostics.
 */
#pragma once
#include "base/diag.h"

typedef struct ThemeFiles ThemeFiles;

/** `dir` NULL: the built-in theme alone. NULL and an FS_ERROR when the folder cannot be read. */
ThemeFiles *theme_files_open(const char *dir, DiagList *diags, GError **error);
void theme_files_free(ThemeFiles *files);

/** The file as a Source (read once, kept), or NULL when the theme has none of that path. */
const Source *theme_files_source(ThemeFiles *files, const char *path);
/** The built-in theme's file of that path, whatever lies in the folder; NULL when it has none. */
const Source *theme_files_built_in(ThemeFiles *files, const char *path);
/** The bytes of a file that need not be text; borrowed; NULL when there is none. */
GBytes *theme_files_bytes(ThemeFiles *files, const char *path);
/** Paths below static/, sorted, NULL-ended; borrowed. */
char **theme_files_static(const ThemeFiles *files);
/** Hash of every file read so far; of the built-in theme alone, of all that it has. */
guint64 theme_files_hash(const ThemeFiles *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ThemeFiles, theme_files_free)
