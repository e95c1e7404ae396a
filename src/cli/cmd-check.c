#include "cli/command.h"
#include "publish/build.h"
#include <string.h>

static const CommandOption check_options[] = {
    {"format",
     0,
     "F",
     {"text (bawaan), json, sarif, atau github", "text (default), json, sarif or github"}},
    {"fail-on",
     0,
     "LEVEL",
     {"kode keluar 1 mulai tingkat ini: note, warning, error (bawaan)",
      "exit 1 from this level on: note, warning, error (default)"}},
    {"today",
     0,
     "DATE",
     {"menilai usia peninjauan menurut tanggal ini (bawaan: hari ini)",
      "judge the age of reviews by this date (default: today)"}},
    {"theme",
     0,
     "T",
     {"nama tema di themes/, atau folder tema",
      "name of a theme in themes/, or a theme folder"}},
    {"jobs",
     'j',
     "N",
     {"jumlah pekerja (bawaan: semua inti)", "number of workers (default: all cores)"}},
    {0},
};

static gboolean
read_format(const Cli *cli, const char *text, DiagFormat *format)
{
    static const char *const names[] = {"text", "json", "sarif", "github"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (text == NULL || strcmp(text, names[i]) == 0) {
            *format = (DiagFormat)i;
            return TRUE;
        }
    }
    cli_error(cli,
              (CommandText){"--format memerlukan text, json, sarif, atau github, bukan \"%s\"",
                            "--format takes text, json, sarif or github, not \"%s\""},
              text);
    return FALSE;
}

static gboolean
read_today(const Cli *cli, const char *text, Date *today)
{
    if (text == NULL) {
        *today = date_from_day((gint32)(g_get_real_time() / G_USEC_PER_SEC / 86400));
        return TRUE;
    }
    if (date_parse(text, today) == DATE_READ)
        return TRUE;
    cli_error(cli,
              (CommandText){"--today memerlukan tanggal seperti 2026-11-22, bukan \"%s\"",
                            "--today takes a date like 2026-11-22, not \"%s\""},
              text);
    return FALSE;
}

static Exit
report_findings(const Cli *cli, const DiagList *diags, DiagFormat format, DiagLevel fail_on)
{
    g_autoptr(GString) out = g_string_new(NULL);
    DiagPrint how = {cli->lang, cli->color && format == DIAG_FORMAT_TEXT, 20,
                     "maklumat " VERSION};
    diag_list_print(diags, format, &how, out);
    cli_put(out->str, out->len);
    return diag_list_n(diags) > 0 && diag_list_worst(diags) >= fail_on ? EXIT_FINDINGS
                                                                       : EXIT_FINE;
}

static Exit
run_check(const Cli *cli, int argc, char **argv)
{
    CliArgs args;
    DiagFormat format;
    DiagLevel fail_on = DIAG_ERROR;
    BuildOptions options = {.check = TRUE, .fail_on = DIAG_ERROR, .lang = cli->lang};
    if (!cli_read_args(cli, &command_check, argc, argv, 1, &args) ||
        !read_format(cli, cli_option(&args, "format"), &format) ||
        !cli_read_level(cli, cli_option(&args, "fail-on"), &fail_on) ||
        !read_today(cli, cli_option(&args, "today"), &options.today)) {
        cli_args_clear(&args);
        return EXIT_USAGE;
    }
    options.dir = args.n_rest > 0 ? args.rest[0] : ".";
    options.theme = cli_option(&args, "theme");
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    BuildReport report;
    gboolean fine = build_run(&options, diags, &report, &error);
    Exit exit = report_findings(cli, diags, format, fail_on);
    if (!fine)
        exit = cli_environment(cli, error);
    build_report_clear(&report);
    cli_args_clear(&args);
    return exit;
}

const Command command_check = {
    "check",
    "[DIR]",
    {"memeriksa isi tanpa menulis apa pun", "judges the content and writes nothing"},
    check_options,
    run_check,
};
