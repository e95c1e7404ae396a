/**
 * Outfile: the one file that a command writes where -o says.
 *
 * One rule for all of them, asked before anything is read: never over what the program reads, never in place of a
 * folder, a device or a pipe (a rename would take their place), and the ending of the name says what is in the file.
 * Looks at names on the disk only.
 */
#pragma once
#include "cli/command.h"

enum { OUTFILE_INPUTS = 3 };

typedef struct Outfile {
    const char *path; /* as the user typed it */
    const char *dir;  /* the project: its content, themes and instrumen are read */
    const char
        *inputs[OUTFILE_INPUTS]; /* what else is read, files or folders, NULLs among them */
    const char *const *
        endings; /* what may stand behind the dot, small letters, NULL-ended; the first is proposed */
    const char *
        other; /* "--format %s" when an option makes the file that another ending promises, or NULL */
    const char *const *others; /* those endings, NULL-ended; not asked when `other` is NULL */
} Outfile;

/** EXIT_FINE: it may be written. Otherwise, reported, why the command ends; a device or pipe is EXIT_ENVIRONMENT. */
Exit outfile_check(const Cli *cli, const Outfile *file);
/** Whether the name ends so, in capital letters, too. */
gboolean outfile_ends_in(const char *path, const char *ending);
