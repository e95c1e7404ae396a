/**
 * Project: a folder with content/, opened with its settings and its theme.
 *
 * What every command that reads a site begins with. Owns what it opens.
 */
#pragma once
#include "page/render.h"

typedef struct Project {
    char *dir, *content; /* content: as shown in diagnostics */
    char *theme_folder;  /* NULL: the theme that is built in */
    Scan *scan;
    SiteData *data;
    Theme *theme;
    InstrumentSet *instruments;
} Project;

typedef struct ProjectOptions {
    const char *dir;
    const char *theme; /* a folder, or a name in themes/ of the project or of the installed data; NULL = as situs.yaml says */
    guint jobs;        /* threads that look for files; 0 = one per core */
    Date day;          /* the day the site is made for; {0} = none was given (model/life.h) */
} ProjectOptions;

/** Opens the project. FALSE and a GError when the disk refuses; *project can be closed in any case. */
gboolean project_open(Project *project,
                      const ProjectOptions *options,
                      DiagList *diags,
                      GError **error);
void project_close(Project *project);

/** Fills in what rendering needs; `base_url` NULL = as situs.yaml says. Borrows the project. */
void project_describe(const Project *project, const char *base_url, Render *render);
