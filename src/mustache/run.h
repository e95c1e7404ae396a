/**
 * Run: a template being rendered.
 *
 * mu_render() runs the template's program; what of it could not be linked is ops, looked up on a
 * context stack as they are met. Private to the engine. One thread per run.
 */
#pragma once
#include "mustache/code.h"

typedef struct MuRun {
    const MuSet *set;
    GString *out;
    gsize max_len;
    gint64 steps;      /* left */
    gboolean at_start; /* of a line of template text */
} MuRun;

/** What is on a level of the program. */
typedef struct MuLevel {
    const char *self;
    guint left; /* items of its list, this one too */
} MuLevel;

/** Renders ops of a program. FALSE: a limit was met. */
gboolean mu_run_part(MuRun *run, const MuPart *part, const MuLevel *levels);
