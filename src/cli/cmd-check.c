#include "audit/audit.h"
#include "base/work.h"
#include "cli/command.h"
#include "cli/content.h"
#include "cli/examine.h"
#include "cli/place.h"
#include "publish/build.h"
#include "value/hours.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const CommandOption check_options[] = {
    {"format", 0, "F", {"text (bawaan), json, atau github", "text (default), json or github"}},
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
    {"instrumen",
     0,
     "NAME",
     {"bukan temuan, melainkan butir demi butir penilaian: pekppp, ombudsman, atau berkas "
      "instrumen/",
      "instead of findings, an examination item by item: pekppp, ombudsman, or a file of "
      "instrumen/"}},
    CLI_OPTION_THEME,
    CLI_OPTION_JOBS,
    {"quiet",
     'q',
     NULL,
     {"hanya yang menghentikan, menurut --fail-on", "only what stops, by --fail-on"}},
    {0},
};

static gboolean
read_format(const Cli *cli, const char *text, DiagFormat *format)
{
    static const char *const names[] = {"text", "json", "github"};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (text == NULL || g_ascii_strcasecmp(text, names[i]) == 0) {
            *format = (DiagFormat)i;
            return TRUE;
        }
    }
    cli_error(cli, "--format memerlukan text, json, atau github, bukan \"%s\"",
              "--format takes text, json or github, not \"%s\"", text);
    return FALSE;
}

static gboolean
read_today(const Cli *cli, const char *text, Date *today)
{
    if (text == NULL) {
        *today = cli_today();
        return TRUE;
    }
    return cli_read_date(cli, "today", text, today);
}

/* The line that ends what `check` says, so that silence is never taken for an answer. */
static void
append_sums(const Cli *cli, const DiagList *diags, GString *out)
{
    guint n[DIAG_OFF + 1] = {0};
    for (guint i = 0; i < diag_list_n(diags); i++)
        n[diag_list_get(diags, i)->level]++;
    if (diag_list_n(diags) == 0)
        cli_append(cli, out, "tidak ada temuan\n", "no findings\n");
    else
        cli_append(cli, out, "%u kesalahan, %u peringatan, %u catatan\n",
                   "errors: %u, warnings: %u, notes: %u\n", n[DIAG_ERROR] + n[DIAG_FATAL],
                   n[DIAG_WARNING], n[DIAG_NOTE]);
}

/* How findings are told. */
typedef struct Telling {
    DiagFormat format;
    DiagLevel fail_on;
    gboolean quiet;   /* only what is at fail_on or above */
    const char *only; /* of this file alone, by its path as shown; NULL = of all */
} Telling;

static void
drop_untold(DiagList *diags, const Telling *telling)
{
    for (guint i = diag_list_n(diags); i-- > 0;) {
        const Diag *diag = diag_list_get(diags, i);
        if ((telling->quiet && diag->level < telling->fail_on) ||
            (telling->only != NULL && strcmp(diag->path, telling->only) != 0))
            diag_list_remove(diags, i);
    }
}

/* `complete`: everything could be judged, so that the sums are an answer. */
static Exit
report_findings(const Cli *cli, DiagList *diags, gboolean complete, const Telling *telling)
{
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean color = cli->color && isatty(STDOUT_FILENO) == 1;
    DiagPrint how = {cli->lang, color, CLI_MAX_PER_FILE};
    drop_untold(diags, telling);
    diag_list_print(diags, telling->format, &how, out);
    if (complete && telling->format == DIAG_FORMAT_TEXT)
        append_sums(cli, diags, out);
    cli_put(out->str, out->len);
    gboolean stops = diag_list_n(diags) > 0 && diag_list_worst(diags) >= telling->fail_on;
    return stops ? EXIT_FINDINGS : EXIT_FINE;
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

typedef struct Input {
    const Content *content;
    const char *as; /* NULL: not said */
    Date today;
    char *bytes;
    gsize len;
} Input;

/* Judges the text in the place of its file, whatever kind that is. *used: there is such a file. */
static gboolean
judge_file(const Input *input, gboolean *used, DiagList *diags, GError **error)
{
    Scan *scan = input->content->scan;
    ScanGiven given = {content_path(input->as), input->as, input->bytes, input->len, FALSE};
    const ScanAgency *which = content_find_agency(input->content, input->as);
    scan->given = &given;
    g_autoptr(SiteData) data = site_load(scan, diags, error);
    gboolean fine = data != NULL;
    if (fine)
        audit_site(scan, data, diags);
    if (fine && !given.used && which != NULL) {
        g_autoptr(Loaded) loaded = load_agency(scan, data, which, diags, error);
        fine = loaded != NULL;
        if (fine)
            audit_agency(scan, loaded, input->today, diags);
    }
    scan->given = NULL;
    *used = given.used;
    diag_list_keep_path(diags, input->as);
    return fine;
}

/* Files of the contract that are no charters; without one on the disk there is nothing to read them for. */
static gboolean
is_record_name(const char *path)
{
    static const char *const names[] = {"instansi.md", "instansi.yaml", "keperluan.yaml",
                                        "situs.yaml", "wilayah.yaml"};
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(name, names[i]) == 0)
            return TRUE;
    }
    return g_str_has_prefix(name, "libur-") && g_str_has_suffix(name, ".yaml");
}

/* A charter that is no file yet, as if it lay in its agency. */
static gboolean
judge_new(const Input *input, const ScanAgency *which, DiagList *diags, GError **error)
{
    const Content *content = input->content;
    g_autofree char *folder =
        input->as != NULL ? g_path_get_dirname(content_path(input->as)) : NULL;
    g_autoptr(Loaded) loaded = load_text(
        content->scan, content->data,
        &(LooseText){which, folder != NULL ? scan_find_folder(content->scan, folder) : NULL,
                     input->as != NULL ? input->as : "-",
                     g_memdup2(input->bytes, input->len + 1), input->len},
        diags, error);
    if (loaded != NULL)
        audit_services(loaded, input->today, diags);
    return loaded != NULL;
}

static gboolean
refuse(const Cli *cli, CommandText why, Exit *exit)
{
    cli_error(cli, "%s", "%s", cli_text(cli, why));
    *exit = EXIT_USAGE;
    return FALSE;
}

/* TRUE when the text was judged; otherwise *exit is the command's. */
static gboolean
judge_input(const Cli *cli, const Input *input, DiagList *diags, Exit *exit)
{
    g_autoptr(GError) error = NULL;
    const Content *content = input->content;
    gboolean used = FALSE;
    gboolean fine = input->as == NULL || judge_file(input, &used, diags, &error);
    if (fine && !used) {
        const ScanAgency *which = input->as != NULL ? content_find_agency(content, input->as)
                                  : content->scan->n_agencies > 0 ? &content->scan->agencies[0]
                                                                  : NULL;
        if (input->as != NULL && is_record_name(input->as))
            return refuse(
                cli,
                (CommandText){"berkas ini belum ada; simpan dahulu, lalu periksa lagi",
                              "there is no such file yet; save it first, then check again"},
                exit);
        if (which == NULL)
            return refuse(cli,
                          (CommandText){"tidak ada instansi yang memiliki berkas ini",
                                        "no agency owns this file"},
                          exit);
        fine = judge_new(input, which, diags, &error);
    }
    if (!fine)
        *exit = cli_environment(cli, error);
    audit_set_levels(&content->data->site, scan_ignores_case(content->scan), diags);
    diag_list_sort(diags);
    return fine;
}

static gboolean
check_text(const Cli *cli, const char *as, Date today, DiagList *diags, Exit *exit)
{
    g_autoptr(GError) error = NULL;
    Content content;
    if (!content_open(".", &content, &error)) {
        *exit = cli_project_failed(cli, ".", error);
        return FALSE;
    }
    Input input = {.content = &content, .as = as, .today = today};
    input.bytes = read_input(&input.len);
    gboolean fine = judge_input(cli, &input, diags, exit);
    g_free(input.bytes);
    content_close(&content);
    return fine;
}

/* ---- the command ---- */

static Exit
check_project(const Cli *cli, const BuildOptions *options, const Telling *telling)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    BuildReport report;
    gboolean fine = build_run(options, diags, &report, &error);
    Exit exit = report_findings(cli, diags, fine, telling);
    if (!fine)
        exit = cli_project_failed(cli, options->dir, error);
    build_report_clear(&report);
    return exit;
}

/* The project of the argument, a folder or one of its files. */
static Exit
check_place(const Cli *cli, const char *given, BuildOptions *options, Telling *telling)
{
    g_autofree char *inside = NULL, *agency = NULL, *shown = NULL;
    g_autofree char *of_file = given != NULL ? place_file(given, &inside) : NULL;
    g_autofree char *project = of_file == NULL ? place_project(given) : NULL;
    options->dir = of_file != NULL ? of_file : project;
    if (inside != NULL) {
        agency = place_agency(options->dir, inside);
        options->only = *agency != '\0' ? agency : NULL;
        shown = strcmp(options->dir, ".") == 0
                    ? g_build_filename("content", inside, NULL)
                    : g_build_filename(options->dir, "content", inside, NULL);
        telling->only = shown;
    }
    return check_project(cli, options, telling);
}

/* A folder of the content is meant with all agencies in it. */
static Exit
check_exam(const Cli *cli, const CliArgs *args, const Telling *telling, Date today)
{
    const char *given = args->rest[0];
    g_autofree char *inside = NULL, *root = given != NULL ? content_root(given) : NULL;
    g_autofree char *of_file = given != NULL ? place_file(given, &inside) : NULL;
    g_autofree char *project = of_file == NULL && root == NULL ? place_project(given) : NULL;
    g_autofree char *only = NULL;
    if (of_file != NULL)
        only = place_agency(of_file, inside);
    else if (root != NULL)
        only = content_below(given);
    g_autofree char *here = g_get_current_dir();
    if (root != NULL && strcmp(root, here) == 0)
        g_strlcpy(root, ".", strlen(root) + 1); /* as it is shown elsewhere */
    Examine options = {.dir = of_file != NULL ? of_file
                              : root != NULL  ? root
                                              : project,
                       .only = only,
                       .name = cli_option(args, "instrumen"),
                       .json = telling->format == DIAG_FORMAT_JSON,
                       .fail_on = telling->fail_on,
                       .today = today};
    if (telling->format == DIAG_FORMAT_TEXT || telling->format == DIAG_FORMAT_JSON)
        return examine_run(cli, &options);
    return cli_usage(cli, "--instrumen ditulis sebagai text atau json",
                     "--instrumen is told as text or json");
}

static Exit
run_check(const Cli *cli, const CliArgs *args)
{
    Telling telling = {.fail_on = DIAG_ERROR};
    BuildOptions options = {
        .check = TRUE, .confine = TRUE, .fail_on = DIAG_ERROR, .lang = cli->lang};
    if (!read_format(cli, cli_option(args, "format"), &telling.format) ||
        !cli_read_level(cli, cli_option(args, "fail-on"), &telling.fail_on) ||
        !cli_read_count(cli, args, "jobs", WORK_MAX_JOBS, &options.jobs) ||
        !read_today(cli, cli_option(args, "today"), &options.today))
        return EXIT_USAGE;
    Exit exit;
    gboolean stdin_text = g_strcmp0(args->rest[0], "-") == 0;
    if (!stdin_text && cli_option(args, "as") != NULL)
        return cli_usage(cli, "--as hanya berlaku dengan -: maklumat check --as FILE -",
                         "--as goes with - only: maklumat check --as FILE -");
    if (!stdin_text && !cli_names_place(cli, args->rest[0], FALSE))
        return EXIT_USAGE;
    telling.quiet = cli_option(args, "quiet") != NULL;
    options.theme = cli_option(args, "theme");
    if (cli_option(args, "instrumen") != NULL)
        return check_exam(cli, args, &telling, options.today);
    if (!stdin_text)
        return check_place(cli, args->rest[0], &options, &telling);
    g_autoptr(DiagList) diags = diag_list_new();
    return check_text(cli, cli_option(args, "as"), options.today, diags, &exit)
               ? report_findings(cli, diags, TRUE, &telling)
               : exit;
}

const Command command_check = {
    "check",
    "[DIR|FILE|-]",
    {"memeriksa isi tanpa menulis apa pun", "judges the content and writes nothing"},
    check_options,
    run_check,
    1,
};
