#include "base/fs.h"
#include "base/module.h"
#include "cli/command.h"
#include "serve/serve.h"
#include <stdio.h>
#include <string.h>

static const CommandOption serve_options[] = {
    {"port",
     'p',
     "N",
     {"nomor porta (bawaan: 8014, atau yang bebas sesudahnya)",
      "port number (default: 8014, or the next that is free)"}},
    {"open", 0, NULL, {"buka di peramban", "open it in the browser"}},
    {"read-only",
     0,
     NULL,
     {"hanya pratinjau; tidak menulis apa pun", "preview only, writes nothing"}},
    CLI_OPTION_THEME,
    {0},
};

typedef struct Session {
    const Cli *cli;
    gboolean open;
} Session;

static void
on_ready(const char *url, gboolean opened, gpointer data)
{
    const Session *session = data;
    g_autoptr(GString) out = g_string_new(NULL);
    cli_append(session->cli, out,
               "Pratinjau dan penyunting: %s\n"
               "Hanya komputer ini yang dapat membukanya. Ctrl-C mengakhirinya.\n",
               "Preview and editor: %s\n"
               "Only this computer can open it. Ctrl-C ends it.\n",
               url);
    cli_put(out->str, out->len);
    (void)fflush(stdout);
    if (session->open && !opened)
        cli_error(session->cli, "peramban tidak dapat dibuka; salin alamat di atas",
                  "the browser cannot be opened; copy the address above");
}

static void
on_built(const DiagList *findings, const GError *trouble, gpointer data)
{
    const Session *session = data;
    guint n_errors = 0, n = diag_list_n(findings);
    if (trouble != NULL) {
        cli_environment(session->cli, trouble);
        return;
    }
    for (guint i = 0; i < n; i++)
        n_errors += diag_list_get(findings, i)->level >= DIAG_ERROR ? 1 : 0;
    g_autoptr(GString) out = g_string_new(NULL);
    cli_append(session->cli, out, "Disusun: %u temuan, %u kesalahan\n",
               "Built: %u findings, %u errors\n", n, n_errors);
    cli_put(out->str, out->len);
    (void)fflush(stdout);
}

static Exit
serve(const Cli *cli, const ServeOptions *options)
{
    g_autoptr(GError) error = NULL;
    const ServeModule *module = module_open("serve", &error);
    if (module == NULL)
        return cli_environment(cli, error);
    if (module->run(options, &error))
        return EXIT_FINE;
    if (!g_error_matches(error, FS_ERROR, FS_ERROR_EXISTS))
        return cli_project_failed(cli, options->dir, error);
    cli_error(cli, "%s sudah dipakai program lain; pilih porta lain dengan --port",
              "%s is taken by another program; choose another with --port", error->message);
    return EXIT_ENVIRONMENT;
}

static Exit
run_serve(const Cli *cli, const CliArgs *args)
{
    Session session = {cli, FALSE};
    ServeOptions options = {
        .dir = ".", .lang = cli->lang, .ready = on_ready, .built = on_built, .data = &session};
    if (!cli_read_count(cli, args, "port", 65535, &options.port))
        return EXIT_USAGE;
    if (args->n_rest > 0)
        options.dir = args->rest[0];
    options.theme = cli_option(args, "theme");
    options.read_only = cli_option(args, "read-only") != NULL;
    session.open = options.open = cli_option(args, "open") != NULL;
    return serve(cli, &options);
}

const Command command_serve = {
    "serve",
    "[DIR]",
    {"pratinjau dan penyunting di peramban", "preview and editor in the browser"},
    serve_options,
    run_serve,
    1,
};
