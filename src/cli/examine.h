/**
 * Examine: tells how agencies stand in an examination, item by item.
 *
 * The printing half of `check --instrumen`; audit/exam judges. Reads the project,
 * writes nothing but to standard output.
 */
#pragma once
#include "cli/command.h"
#include "value/day.h"

typedef struct Examine {
    const char *dir; /* the project */
    const char
        *only; /* path in the content folder, of an agency or of folders above; NULL = all */
    const char *name; /* of the examination: "pekppp", "pekppp-2023" */
    gboolean json;
    DiagLevel fail_on; /* an item that lacks something counts as a warning */
    Date today;
} Examine;

Exit examine_run(const Cli *cli, const Examine *options);
