/**
 * Place: where the project lies that a command is meant for.
 *
 * A command run in a folder of the project, or given one of its files, means the project.
 * Looks at names on the disk and reads nothing.
 */
#pragma once
#include <glib.h>

/**
 * The project's folder, as a path that findings may begin with: ".", "..", "dinas-a". `given` NULL: the
 * folder the command runs in. What holds no project is returned as it is. g_free() it.
 */
char *place_project(const char *given);

typedef enum PlaceFault {
    PLACE_FINE,
    PLACE_MISSING, /* nothing of that name, though a project is there */
    PLACE_OUTSIDE, /* a file, but none that a project reads */
    PLACE_NO_TEXT, /* a file of a project, but none of its content folder */
} PlaceFault;

/** What keeps `given` from standing for a project; a folder never does, and NULL is fine. */
PlaceFault place_look(const char *given);

/** place_project() for one file; *inside receives its path in the content folder. NULL: it is no file of a project. g_free() both. */
char *place_file(const char *file, char **inside);

/** The folder of the nearest agency file at or above a path in the content folder, "" = the content folder. g_free() it. */
char *place_agency(const char *project, const char *inside);
