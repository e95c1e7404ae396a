#include "audit/audit.h"
#include "base/work.h"
#include "cli/command.h"
#include "cli/content.h"
#include "publish/build.h"
#include "value/hours.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MAX_PER_FILE = 20 };

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
    {"as",
     0,
     "FILE",
     {"dengan -: berkas yang isinya dibaca dari masukan standar",
      "with -: the file whose text is read from standard input"}},
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
        /* The day in the office, not in Greenwich: seven hours of it are still yesterday there. */
        gint64 seconds =
            g_get_real_time() / G_USEC_PER_SEC + zone_offset_minutes(ZONE_NONE) * 60;
        *today = date_from_day((gint32)(seconds / 86400));
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
    gboolean color = cli->color && isatty(STDOUT_FILENO) == 1;
    DiagPrint how = {cli->lang, color, MAX_PER_FILE, "maklumat " VERSION};
    diag_list_print(diags, format, &how, out);
    cli_put(out->str, out->len);
    return diag_list_n(diags) > 0 && diag_list_worst(diags) >= fail_on ? EXIT_FINDINGS
                                                                       : EXIT_FINE;
}

/* ---- one text, for editors ---- */

/* Standard input, g_malloc'ed; what is beyond the limit of a Source is cut one byte behind it. */
static char *
read_input(gsize *len)
{
    GString *text = g_string_new(NULL);
    char buffer[16384];
    gsize n;
    while (text->len <= SOURCE_MAX_BYTES && (n = fread(buffer, 1, sizeof buffer, stdin)) > 0)
        g_string_append_len(text, buffer, (gssize)n);
    *len = text->len;
    return g_string_free(text, FALSE);
}

static gboolean
judge_text(const Content *content,
           const ScanAgency *which,
           const char *name,
           Date today,
           DiagList *diags,
           GError **error)
{
    gsize len;
    char *bytes = read_input(&len);
    g_autoptr(Loaded) loaded = load_text(content->scan, content->site, which, name, bytes, len,
                                         diags, error);
    if (loaded == NULL)
        return FALSE;
    audit_services(loaded, today, diags);
    audit_set_levels(&content->site->site, diags);
    diag_list_sort(diags);
    return TRUE;
}

/* TRUE when the text was judged; otherwise *exit is the command's. */
static gboolean
check_text(const Cli *cli, const char *as, Date today, DiagList *diags, Exit *exit)
{
    g_autoptr(GError) error = NULL;
    Content content;
    gboolean fine = FALSE;
    if (!content_open(".", &content, &error)) {
        *exit = cli_project_failed(cli, ".", error);
        return FALSE;
    }
    const ScanAgency *which = as != NULL                     ? content_find_agency(&content, as)
                              : content.scan->n_agencies > 0 ? &content.scan->agencies[0]
                                                             : NULL;
    if (which == NULL) {
        cli_error(cli, (CommandText){"tidak ada instansi yang memiliki berkas ini",
                                     "no agency owns this file"});
        *exit = EXIT_USAGE;
    } else {
        fine = judge_text(&content, which, as != NULL ? as : "-", today, diags, &error);
        if (!fine)
            *exit = cli_environment(cli, error);
    }
    content_close(&content);
    return fine;
}

/* ---- the command ---- */

static Exit
check_project(const Cli *cli,
              const BuildOptions *options,
              DiagList *diags,
              DiagFormat format,
              DiagLevel fail_on)
{
    g_autoptr(GError) error = NULL;
    BuildReport report;
    gboolean fine = build_run(options, diags, &report, &error);
    Exit exit = report_findings(cli, diags, format, fail_on);
    if (!fine)
        exit = cli_project_failed(cli, options->dir, error);
    build_report_clear(&report);
    return exit;
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
        !cli_read_count(cli, &args, "jobs", WORK_MAX_JOBS, &options.jobs) ||
        !read_today(cli, cli_option(&args, "today"), &options.today)) {
        cli_args_clear(&args);
        return EXIT_USAGE;
    }
    g_autoptr(DiagList) diags = diag_list_new();
    Exit exit = EXIT_FINE;
    if (args.n_rest > 0 && strcmp(args.rest[0], "-") == 0) {
        if (check_text(cli, cli_option(&args, "as"), options.today, diags, &exit))
            exit = report_findings(cli, diags, format, fail_on);
    } else {
        options.dir = args.n_rest > 0 ? args.rest[0] : ".";
        options.theme = cli_option(&args, "theme");
        exit = check_project(cli, &options, diags, format, fail_on);
    }
    cli_args_clear(&args);
    return exit;
}

const Command command_check = {
    "check",
    "[DIR|-]",
    {"memeriksa isi tanpa menulis apa pun", "judges the content and writes nothing"},
    check_options,
    run_check,
};
