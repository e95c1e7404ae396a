#include "publish/project.h"
#include "base/fs.h"
#include "model/life.h"
#include <string.h>

static gboolean
is_folder(const char *path)
{
    FsStat stat;
    return fs_stat(FS_CWD, path, &stat, NULL) && stat.kind == FS_DIR;
}

static char *
find_theme(const char *dir, const char *wanted)
{
    if (wanted == NULL || *wanted == '\0' || strcmp(wanted, "default") == 0)
        return NULL;
    g_autofree char *here = strcmp(dir, ".") == 0
                                ? g_build_filename("themes", wanted, NULL)
                                : g_build_filename(dir, "themes", wanted, NULL);
    g_autofree char *installed = g_build_filename(DATADIR, "themes", wanted, NULL);
    gboolean is_name = strchr(wanted, '/') == NULL;
    if (is_name && is_folder(here))
        return g_steal_pointer(&here);
    if (is_name && is_folder(installed))
        return g_steal_pointer(&installed);
    /* A name that is nowhere is missed where the author would put it. */
    return is_name && !is_folder(wanted) ? g_steal_pointer(&here) : g_strdup(wanted);
}

static Theme *
open_theme(Project *project, const char *theme, DiagList *diags, GError **error)
{
    const TextList *list = &project->data->site.bahasa;
    g_autofree const char **languages = g_new0(const char *, list->n + 2);
    for (guint i = 0; i < list->n; i++)
        languages[i] = list->items[i].str;
    if (list->n == 0)
        languages[0] = "id";
    const Text *own = &project->data->site.tema;
    project->theme_folder = find_theme(project->dir, theme != NULL ? theme : own->str);
    if (theme == NULL && project->theme_folder != NULL && !is_folder(project->theme_folder)) {
        diag_add(diags, DIAG_THEME_MISSING, own->mark, (guint)g_utf8_strlen(own->str, -1),
                 own->str, NULL);
        g_clear_pointer(&project->theme_folder, g_free);
    }
    return theme_load(project->theme_folder, languages, diags, error);
}

gboolean
project_open(Project *project,
             const ProjectOptions *options,
             DiagList *diags,
             GError **error)
{
    const char *dir = options->dir;
    *project =
        (Project){.dir = g_strdup(dir),
                  .content = strcmp(dir, ".") == 0 ? g_strdup("content")
                                                   : g_build_filename(dir, "content", NULL)};
    project->scan = scan_new(project->content, options->jobs, diags, error);
    if (project->scan == NULL)
        return FALSE;
    project->scan->day = options->day;
    project->data = site_load(project->scan, diags, error);
    if (project->data == NULL)
        return FALSE;
    Life life = {.scan = project->scan};
    life_judge_notices(&life, &project->data->site.pemberitahuan);
    project->instruments = instrument_set_load(dir, diags, error);
    if (project->instruments == NULL)
        return FALSE;
    project->data->hash += project->instruments->hash; /* every agency shows how it stands */
    project->theme = open_theme(project, options->theme, diags, error);
    return project->theme != NULL;
}

void
project_close(Project *project)
{
    g_clear_pointer(&project->theme, theme_free);
    g_clear_pointer(&project->instruments, instrument_set_free);
    g_clear_pointer(&project->data, site_free);
    g_clear_pointer(&project->scan, scan_free);
    g_free(project->content);
    g_free(project->theme_folder);
    g_free(project->dir);
}

void
project_describe(const Project *project, const char *base_url, Render *render)
{
    const Site *settings = &project->data->site;
    const Scan *scan = project->scan;
    const char *url = base_url != NULL ? base_url : settings->url.str;
    *render = (Render){
        .scan = scan,
        .data = project->data,
        .theme = project->theme,
        .instruments = project->instruments,
        .url = url != NULL && *url != '\0' ? url : NULL,
        .lang = settings->bahasa.n > 0 ? settings->bahasa.items[0].str : "id",
        .single_agency = scan->n_agencies == 1 && *scan->agencies[0].folder->path == '\0',
    };
}
