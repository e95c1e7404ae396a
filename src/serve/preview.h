/**
 * Preview: the site as it would be, built again whenever something changes.
 *
 * Runs the pipeline of `build` on a thread of its own, as a draft that
 * remembers, into a folder of the cache and never into public/. One build at a
 * time; what changes meanwhile is built next. What was built stays readable all
 * the while. Findings are those of the last build. Used by the main loop's thread.
 */
#pragma once
#include "base/diag.h"

typedef struct Preview Preview;

typedef struct PreviewOptions {
    const char *dir;   /* project folder; outlives the preview */
    const char *theme; /* as in BuildOptions; outlives the preview; NULL = as situs.yaml says */
    DiagLang lang;
    void (*built)(gpointer data); /* called in the main loop after each build */
    gpointer data;
} PreviewOptions;

/** The folder below the project that holds what serving keeps. */
#define PREVIEW_FOLDER ".maklumat-cache/serve"

Preview *preview_new(const PreviewOptions *options);
void preview_free(Preview *preview); /* waits for a build that runs; NULL is fine */

/** Asks for a build; several at once are one. */
void preview_build(Preview *preview);
/** How many builds have ended. */
guint preview_version(const Preview *preview);
/** Of the last build, sorted; never NULL. Valid until the next one ends. */
const DiagList *preview_findings(const Preview *preview);
/** What the environment refused in the last build; NULL = nothing. */
const GError *preview_trouble(const Preview *preview);
/** Reads a file of the built site. FALSE: there is none. *bytes is g_malloc'ed. */
gboolean preview_read(const Preview *preview, const char *path, char **bytes, gsize *len);
