#include "deliver/archive.h"
#include "base/fs.h"
#include "deliver/fault.h"
#include <archive.h>
#include <archive_entry.h>

enum { FILE_MODE = 0644 };

static gboolean
fail(const Origin *origin, struct archive *zip, const char *out, GError **error)
{
    const char *words = archive_error_string(zip);
    int number = archive_errno(zip);
    if (number > 0) { /* what the system said of the file */
        fs_set_error(error, number, out);
        return FALSE;
    }
    g_autofree char *said =
        words == NULL ? g_strdup(out) : g_strdup_printf("%s (%s)", out, words);
    return fault_set(origin->lang, error, FAULT_ARCHIVE, said);
}

/* A time would be written in the machine's time zone; without one all files are of 1980. */
static gboolean
add_file(struct archive *zip, const char *path, const void *bytes, gsize len)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, path);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, FILE_MODE);
    archive_entry_set_size(entry, (la_int64_t)len);
    gboolean fine = archive_write_header(zip, entry) == ARCHIVE_OK &&
                    archive_write_data(zip, bytes, len) == (la_ssize_t)len &&
                    archive_write_finish_entry(zip) == ARCHIVE_OK;
    archive_entry_free(entry);
    return fine;
}

static gboolean
add_all(const Origin *origin,
        const Parcels *parcels,
        struct archive *zip,
        const char *out,
        GError **error)
{
    for (guint i = 0; i < parcels->list->len; i++) {
        const Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        g_autofree char *bytes = NULL;
        gsize len;
        if (!parcel->wanted || parcel->turn == TURN_NONE)
            continue;
        if (!origin_read(origin, parcel, &bytes, &len, error))
            return FALSE;
        if (!add_file(zip, parcel->path, bytes, len))
            return fail(origin, zip, out, error);
    }
    return (add_file(zip, ORIGIN_MANIFEST, origin->manifest, origin->manifest_len) &&
            archive_write_close(zip) == ARCHIVE_OK) ||
           fail(origin, zip, out, error);
}

gboolean
archive_write(const Origin *origin,
              const Parcels *parcels,
              const char *out,
              guint *n_files,
              GError **error)
{
    g_autofree char *staged = g_strconcat(out, ".maklumat", NULL);
    struct archive *zip = archive_write_new();
    gboolean fine = archive_write_set_format_zip(zip) == ARCHIVE_OK &&
                    archive_write_set_options(zip, "zip:compression=deflate") == ARCHIVE_OK &&
                    archive_write_open_filename(zip, staged) == ARCHIVE_OK;
    if (!fine)
        fail(origin, zip, out, error);
    fine = fine && add_all(origin, parcels, zip, out, error);
    archive_write_free(zip);
    fine = fine && fs_rename(FS_CWD, staged, FS_CWD, out, error);
    if (!fine)
        fs_unlink(FS_CWD, staged, NULL);
    *n_files = parcels->n_new + parcels->n_changed + 1;
    return fine;
}
