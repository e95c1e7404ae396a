#include "deliver/survey.h"
#include "deliver/fault.h"
#include <string.h>

enum { NAMED_PATHS = 5 };

typedef struct Survey {
    Remote *remote;
    GHashTable *folders; /* path -> GHashTable of names; an empty one = no such folder */
} Survey;

static char *
folder_of(const char *path, const char **name)
{
    const char *slash = strrchr(path, '/');
    *name = slash != NULL ? slash + 1 : path;
    return slash != NULL ? g_strndup(path, (gsize)(slash - path)) : g_strdup("");
}

static GHashTable *names_in(Survey *survey, const char *folder, GError **error);

/* Whether a folder may be there: its parent shows it, or hides all names with a dot. */
static gboolean
may_be_there(Survey *survey, const char *folder, gboolean *maybe, GError **error)
{
    const char *name;
    g_autofree char *above = folder_of(folder, &name);
    GHashTable *names = *folder == '\0' ? NULL : names_in(survey, above, error);
    if (*folder != '\0' && names == NULL)
        return FALSE;
    *maybe = names == NULL || g_hash_table_contains(names, name) || *name == '.';
    return TRUE;
}

static GHashTable *
names_in(Survey *survey, const char *folder, GError **error)
{
    GHashTable *names = g_hash_table_lookup(survey->folders, folder);
    gboolean maybe;
    if (names != NULL)
        return names;
    if (!may_be_there(survey, folder, &maybe, error))
        return NULL;
    g_autoptr(GPtrArray) found = NULL;
    if (maybe && !remote_list(survey->remote, 0, folder, &found, error))
        return NULL;
    names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; found != NULL && i < found->len; i++)
        g_hash_table_add(names, g_strdup(found->pdata[i]));
    g_hash_table_insert(survey->folders, g_strdup(folder), names);
    return names;
}

static gboolean
look_for(Survey *survey, const char *path, gboolean *there, GError **error)
{
    const char *name;
    g_autofree char *folder = folder_of(path, &name);
    GHashTable *names = names_in(survey, folder, error);
    if (names == NULL)
        return FALSE;
    *there = g_hash_table_contains(names, name);
    return *there || *name != '.' || remote_exists(survey->remote, 0, path, there, error);
}

gboolean
survey_strangers(Remote *remote, const Parcels *parcels, DiagLang lang, GError **error)
{
    Survey survey = {remote, g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                                   (GDestroyNotify)g_hash_table_unref)};
    g_autoptr(GHashTable) folders = survey.folders;
    g_autoptr(GString) named = g_string_new(NULL);
    guint n = 0;
    for (guint i = 0; i < parcels->list->len; i++) {
        const Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        gboolean there = FALSE;
        if (!parcel->wanted || parcel->ours)
            continue;
        if (!look_for(&survey, parcel->path, &there, error))
            return FALSE;
        if (there && n++ < NAMED_PATHS)
            g_string_append_printf(named, "%s%s", n > 1 ? ", " : "", parcel->path);
    }
    if (n > NAMED_PATHS)
        g_string_append_printf(named, ", … (+%u)", n - NAMED_PATHS);
    return n == 0 || fault_set(lang, error, FAULT_IN_THE_WAY, named->str);
}
