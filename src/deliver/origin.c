#include "deliver/origin.h"
#include "base/fs.h"
#include "deliver/fault.h"

enum { FILE_MAX = 1024 * 1024 * 1024 };

gboolean
origin_open(Origin *origin, const char *path, DiagLang lang, GError **error)
{
    GError *failure = NULL;
    *origin = (Origin){.path = path, .lang = lang};
    origin->dir = fs_open_dir(FS_CWD, path, &failure);
    if (origin->dir < 0 ||
        (origin->manifest = fs_read(origin->dir, ORIGIN_MANIFEST, FILE_MAX,
                                    &origin->manifest_len, &failure)) == NULL) {
        if (!g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING)) {
            g_propagate_error(error, failure);
            return FALSE;
        }
        g_error_free(failure);
        return fault_set(lang, error, FAULT_NO_SITE, path);
    }
    g_autofree char *copy = g_memdup2(origin->manifest, origin->manifest_len + 1);
    g_autofree char *name = g_build_filename(path, ORIGIN_MANIFEST, NULL);
    origin->files = manifest_parse(copy, origin->manifest_len);
    if (origin->files == NULL)
        return fault_set(lang, error, FAULT_DAMAGED, name);
    return !origin->files->draft || fault_set(lang, error, FAULT_DRAFT, path);
}

void
origin_close(Origin *origin)
{
    g_clear_pointer(&origin->files, manifest_free);
    g_clear_pointer(&origin->manifest, g_free);
    if (origin->path != NULL)
        fs_close_dir(origin->dir);
}

gboolean
origin_read(
    const Origin *origin, const Parcel *parcel, char **bytes, gsize *len, GError **error)
{
    *bytes = fs_read(origin->dir, parcel->path, FILE_MAX, len, error);
    if (*bytes == NULL)
        return FALSE;
    if (*len == parcel->size && fs_hash(*bytes, *len, 0) == parcel->hash)
        return TRUE;
    g_autofree char *name = g_build_filename(origin->path, parcel->path, NULL);
    return fault_set(origin->lang, error, FAULT_EDITED, name);
}
