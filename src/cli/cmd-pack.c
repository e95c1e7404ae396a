#include "base/chars.h"
#include "base/fs.h"
#include "cli/command.h"
#include "cli/deliver-module.h"
#include "cli/outfile.h"
#include "deliver/archive.h"
#include "deliver/fault.h"
#include <string.h>

enum { SHOWN_MAX = 4096, MANIFEST_MAX = 1024 * 1024 * 1024 };

/* The manifest of --since; NULL without an error: the option was not given. */
static gboolean
read_since(const Cli *cli, const char *path, Manifest **since, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize len;
    *since = NULL;
    if (path == NULL)
        return TRUE;
    bytes = fs_read(FS_CWD, path, MANIFEST_MAX, &len, error);
    if (bytes == NULL)
        return FALSE;
    *since = manifest_parse(bytes, len);
    return *since != NULL || fault_set(cli->lang, error, FAULT_MANIFEST, path);
}

static void
put_result(const Cli *cli, const Parcels *parcels, const char *out, guint n_files)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < parcels->list->len; i++) {
        const Parcel *parcel = &g_array_index(parcels->list, Parcel, i);
        if (parcel->wanted)
            continue;
        cli_append(cli, text, "hapus ", "delete ");
        chars_append_shown(text, parcel->path, strlen(parcel->path), SHOWN_MAX);
        g_string_append_c(text, '\n');
    }
    cli_append(cli, text, "%s: %u berkas; buka di folder situs pada pengelola berkas hosting\n",
               "%s: %u files; unpack it in the site's folder of your web host\n", out, n_files);
    if (parcels->n_deleted > 0)
        cli_append(cli, text, "sesudah itu hapus %u berkas yang disebut di atas\n",
                   "after that delete the %u files named above\n", parcels->n_deleted);
    cli_put(text->str, text->len);
}

Exit
deliver_pack_command(const Cli *cli, const CliArgs *args)
{
    const char *from = cli_option(args, "from"), *out = cli_option(args, "output");
    g_autoptr(GError) error = NULL;
    g_autoptr(Manifest) since = NULL;
    g_autoptr(Parcels) parcels = NULL;
    Origin origin;
    guint n_files = 0;
    static const char *const endings[] = {"zip", NULL};
    out = out != NULL ? out : "situs.zip";
    from = from != NULL ? from : "public";
    const Outfile file = {.path = out,
                          .dir = ".",
                          .inputs = {from, cli_option(args, "since")},
                          .endings = endings};
    Exit exit = outfile_check(cli, &file);
    if (exit != EXIT_FINE)
        return exit;
    gboolean fine = origin_open(&origin, from, cli->lang, &error) &&
                    read_since(cli, cli_option(args, "since"), &since, &error);
    if (fine) {
        parcels = parcels_new(origin.files, (const Manifest *const *)&since, 1, FALSE);
        fine = archive_write(&origin, parcels, out, &n_files, &error);
    }
    origin_close(&origin);
    if (!fine)
        return cli_environment(cli, error);
    put_result(cli, parcels, out, n_files);
    return EXIT_FINE;
}
