#include "base/chars.h"
#include "base/work.h"
#include "cli/command.h"
#include "cli/content.h"
#include "cli/deliver-module.h"
#include "deliver/inspect.h"
#include <string.h>

enum { SHOWN_MAX = 4096, ADDED_SHOWN = 10 };

/* What the command line names, or the address in situs.yaml. NULL, reported: neither. */
static char *
find_target(const Cli *cli, const CliArgs *args)
{
    Content content = {NULL, NULL};
    if (args->n_rest > 0)
        return g_strdup(args->rest[0]);
    char *url = NULL;
    if (content_open(".", &content, NULL)) {
        url = g_strdup(content.data->site.url.str);
        content_close(&content);
    }
    if (url == NULL || *url == '\0') {
        g_clear_pointer(&url, g_free);
        cli_error(
            cli,
            "tulis alamat situsnya, misalnya maklumat verify https://layanan.contoh.example/, "
            "atau sebuah folder; atau isi url di content/situs.yaml",
            "write the site's address, for example maklumat verify "
            "https://layanan.contoh.example/, or a folder; or set url in content/situs.yaml");
    }
    return url;
}

static void
append_shown(GString *out, const char *text)
{
    chars_append_shown(out, text, strlen(text), SHOWN_MAX);
}

static void
append_finding(const Cli *cli, const InspectFinding *finding, GString *out)
{
    static const CommandText kinds[N_INSPECT_KINDS] = {
        [INSPECT_CHANGED] = {"berubah", "changed"},
        [INSPECT_MISSING] = {"hilang", "missing"},
        [INSPECT_FOREIGN] = {"bukan dari maklumat", "not of maklumat"},
        [INSPECT_REDIRECTED] = {"dialihkan", "redirected"},
        [INSPECT_UNREADABLE] = {"tidak terbaca", "unreadable"},
    };
    g_string_append(out, cli_text(cli, kinds[finding->kind]));
    g_string_append(out, ": ");
    append_shown(out, finding->path);
    if (finding->detail != NULL) {
        g_string_append(out, finding->kind == INSPECT_REDIRECTED ? " -> " : " (");
        append_shown(out, finding->detail);
        g_string_append(out, finding->kind == INSPECT_REDIRECTED ? "" : ")");
    }
    g_string_append_c(out, '\n');
    for (guint i = 0; finding->added != NULL && i < MIN(finding->added->len, ADDED_SHOWN);
         i++) {
        cli_append(cli, out, "  disisipkan: ", "  slipped in: ");
        append_shown(out, finding->added->pdata[i]);
        g_string_append_c(out, '\n');
    }
    if (finding->added != NULL && finding->added->len > ADDED_SHOWN)
        cli_append(cli, out, "  … dan %u lagi\n", "  … and %u more\n",
                   finding->added->len - ADDED_SHOWN);
}

static Exit
put_result(const Cli *cli, const Inspection *inspection)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint n[N_INSPECT_KINDS] = {0};
    for (guint i = 0; i < inspection->findings->len; i++) {
        const InspectFinding *finding = &g_array_index(inspection->findings, InspectFinding, i);
        n[finding->kind]++;
        append_finding(cli, finding, out);
    }
    cli_append(cli, out,
               "%u berkas sama, %u berubah, %u hilang, %u bukan dari maklumat, %u dialihkan, "
               "%u tidak terbaca\n",
               "%u files the same, %u changed, %u missing, %u not of maklumat, %u redirected, "
               "%u unreadable\n",
               inspection->n_same, n[INSPECT_CHANGED], n[INSPECT_MISSING], n[INSPECT_FOREIGN],
               n[INSPECT_REDIRECTED], n[INSPECT_UNREADABLE]);
    cli_put(out->str, out->len);
    return inspection->findings->len > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

Exit
deliver_verify_command(const Cli *cli, const CliArgs *args)
{
    InspectOptions options = {.pages_only = cli_option(args, "pages") != NULL,
                              .ca_file = cli_option(args, "ca-file"),
                              .lang = cli->lang};
    if (!cli_read_count(cli, args, "jobs", WORK_MAX_JOBS, &options.jobs))
        return EXIT_USAGE;
    g_autofree char *target = find_target(cli, args);
    if (target == NULL)
        return EXIT_USAGE;
    const char *from = cli_option(args, "from");
    g_autoptr(GError) error = NULL;
    Inspection inspection = {NULL, 0};
    gboolean fine =
        inspect_run(from != NULL ? from : "public", target, &options, &inspection, &error);
    Exit exit = fine ? put_result(cli, &inspection) : cli_environment(cli, error);
    inspection_clear(&inspection);
    return exit;
}
