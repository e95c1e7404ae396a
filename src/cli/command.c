#include "cli/command.h"
#include "base/chars.h"
#include "base/fs-words.h"
#include "base/fs.h"
#include "base/suggest.h"
#include "cli/place.h"
#include "cli/versions.h"
#include "model/site.h"
#include "value/hours.h"
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MESSAGE_MAX = 8192 }; /* bytes of a message about names of any length */

/* clang-format off: a command a line */
static const Command *const table[] = {
    &command_build,    &command_check,    &command_poster, &command_explain, &command_new,
    &command_import,   &command_evidence, &command_export, &command_diff,    &command_record,
    &command_deadline, &command_schema,   &command_deploy, &command_pack,    &command_verify,
#ifndef NO_SERVE
    &command_serve,
#endif
};
/* clang-format on */

/* For packagers: in no help, manual or completion. */
static const Command *const internal[] = {&command_generate};

const Command *const *
cli_commands(guint *n)
{
    *n = G_N_ELEMENTS(table);
    return table;
}

const char *
cli_text(const Cli *cli, CommandText text)
{
    return cli->lang == DIAG_LANG_EN ? text.en : text.id;
}

void
cli_put(const char *text, gsize len)
{
    (void)fwrite(text, 1, len, stdout);
}

void
cli_put_error(const char *text, gsize len)
{
    (void)fwrite(text, 1, len, stderr);
}

gboolean
cli_put_findings(const Cli *cli, DiagList *diags, DiagLevel least)
{
    g_autoptr(GString) out = g_string_new(NULL);
    DiagPrint how = {cli->lang, cli->color, CLI_MAX_PER_FILE};
    for (guint i = diag_list_n(diags); i-- > 0;)
        if (diag_list_get(diags, i)->level < least)
            diag_list_remove(diags, i);
    diag_list_sort(diags);
    diag_list_print(diags, DIAG_FORMAT_TEXT, &how, out);
    cli_put_error(out->str, out->len);
    return diag_list_n(diags) > 0 && diag_list_worst(diags) >= DIAG_ERROR;
}

/* One line to standard error; names in it may hold anything, orders to a terminal as well. */
static void
put_message(const char *text)
{
    g_autoptr(GString) line = g_string_new("maklumat: ");
    chars_append_shown(line, text, strlen(text), MESSAGE_MAX);
    g_string_append_c(line, '\n');
    cli_put_error(line->str, line->len);
}

/* The two formats of a CommandText stand side by side in the source and take the same arguments. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
void
cli_append(const Cli *cli, GString *out, const char *id, const char *en, ...)
{
    va_list args;
    va_start(args, en);
    g_string_append_vprintf(out, cli_text(cli, (CommandText){id, en}), args);
    va_end(args);
}

static void
put_error(const Cli *cli, const char *id, const char *en, va_list args)
{
    g_autofree char *text = g_strdup_vprintf(cli_text(cli, (CommandText){id, en}), args);
    put_message(text);
}
#pragma GCC diagnostic pop

void
cli_error(const Cli *cli, const char *id, const char *en, ...)
{
    va_list args;
    va_start(args, en);
    put_error(cli, id, en, args);
    va_end(args);
}

Exit
cli_usage(const Cli *cli, const char *id, const char *en, ...)
{
    va_list args;
    va_start(args, en);
    put_error(cli, id, en, args);
    va_end(args);
    return EXIT_USAGE;
}

Exit
cli_environment(const Cli *cli, const GError *error)
{
    g_autofree char *message = fs_words(cli->lang, error);
    put_message(message);
    return EXIT_ENVIRONMENT;
}

Exit
cli_project_failed(const Cli *cli, const char *dir, GError *error)
{
    g_autofree char *content = g_build_filename(dir, "content", NULL);
    FsStat stat;
    cli_environment(cli, error);
    if (fs_stat(FS_CWD, content, &stat, NULL) && stat.kind == FS_NONE)
        cli_error(
            cli,
            "perintah ini dijalankan di folder yang berisi content/; `maklumat new site NAMA` "
            "membuatnya",
            "run this in the folder that holds content/; `maklumat new site NAME` makes one");
    return EXIT_ENVIRONMENT;
}

gboolean
cli_names_place(const Cli *cli, const char *given, gboolean text)
{
    PlaceFault fault = place_look(given);
    if (fault == PLACE_FINE || (fault == PLACE_NO_TEXT && !text))
        return TRUE;
    if (fault == PLACE_MISSING)
        cli_error(cli, "%s: tidak ada; sebutkan folder proyek atau berkas di content/ yang ada",
                  "%s: is not there; name a project's folder or a file in content/ that exists",
                  given);
    else
        cli_error(cli,
                  "%s: bukan berkas di folder content/ sebuah proyek; sebutkan folder proyek "
                  "atau berkas di content/",
                  "%s: no file in the folder content/ of a project; name a project's folder or "
                  "a file in content/",
                  given);
    return FALSE;
}

/* ---- arguments ---- */

static const CommandOption *
find_option(const Command *command, const char *arg, const char **value)
{
    for (const CommandOption *option = command->options; option->name != NULL; option++) {
        gsize n = strlen(option->name);
        *value = NULL;
        if (arg[0] == '-' && arg[1] == option->letter && option->letter != 0) {
            *value = arg[2] != '\0' ? arg + 2 : NULL;
            return option;
        }
        if (strncmp(arg, "--", 2) == 0 && g_ascii_strncasecmp(arg + 2, option->name, n) == 0) {
            if (arg[2 + n] == '=')
                *value = arg + 3 + n;
            if (arg[2 + n] == '=' || arg[2 + n] == '\0')
                return option;
        }
    }
    return NULL;
}

/* What is wrong with the command line of `command`. */
static gboolean
refuse(const Cli *cli, const Command *command, const char *id, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));
static gboolean
refuse(const Cli *cli, const Command *command, const char *id, const char *en, ...)
{
    va_list args;
    va_start(args, en);
    put_error(cli, id, en, args);
    va_end(args);
    cli_error(cli, "lihat `maklumat %s --help`", "see `maklumat %s --help`", command->name);
    return FALSE;
}

/* The option whose name is nearest to an unknown one; NULL: none is near. */
static const char *
nearest_option(const Command *command, const char *arg)
{
    const char *names[32];
    guint n = 0;
    for (; n < G_N_ELEMENTS(names) && command->options[n].name != NULL; n++)
        names[n] = command->options[n].name;
    g_autofree char *word =
        g_strndup(arg + strspn(arg, "-"), strcspn(arg + strspn(arg, "-"), "="));
    return suggest_word(word, names, n);
}

static gboolean
refuse_option(const Cli *cli, const Command *command, const char *arg)
{
    const char *near = nearest_option(command, arg);
    if (near == NULL)
        return refuse(cli, command, "pilihan %s tidak dikenal", "unknown option %s", arg);
    cli_error(cli, "pilihan %s tidak dikenal; mungkin maksud Anda --%s",
              "unknown option %s; perhaps you mean --%s", arg, near);
    return FALSE;
}

static gboolean
take_option(const Cli *cli, CliArgs *args, int argc, char **argv, int *i)
{
    const Command *command = args->command;
    const char *value;
    const CommandOption *option = find_option(command, argv[*i], &value);
    if (option == NULL)
        return refuse_option(cli, command, argv[*i]);
    if (option->value == NULL && value != NULL)
        return refuse(cli, command, "pilihan %s tidak memakai nilai",
                      "option %s takes no value", argv[*i]);
    if (option->value != NULL && value == NULL) {
        if (*i + 1 >= argc)
            return refuse(cli, command, "pilihan %s memerlukan nilai",
                          "option %s needs a value", argv[*i]);
        value = argv[++*i];
    }
    args->values[option - command->options] = value != NULL ? value : "";
    return TRUE;
}

/* Reads options and arguments behind argv[0], the command's name; FALSE, which is told, when they will not do. */
static gboolean
read_args(const Cli *cli, const Command *command, int argc, char **argv, CliArgs *args)
{
    guint n = 0;
    while (command->options[n].name != NULL)
        n++;
    *args = (CliArgs){command, g_new0(const char *, n + 1),
                      g_new0(const char *, (guint)argc + 1), 0};
    gboolean only_rest = FALSE;
    for (int i = 1; i < argc; i++) {
        if (!only_rest && strcmp(argv[i], "--") == 0) {
            only_rest = TRUE;
        } else if (only_rest || argv[i][0] != '-' || strcmp(argv[i], "-") == 0) {
            args->rest[args->n_rest++] = argv[i];
        } else if (!take_option(cli, args, argc, argv, &i)) {
            return FALSE;
        }
    }
    if (args->n_rest > command->max_rest)
        return refuse(cli, command, "argumen \"%s\" tidak terpakai",
                      "too many arguments: \"%s\"", args->rest[command->max_rest]);
    return TRUE;
}

const char *
cli_option(const CliArgs *args, const char *name)
{
    for (guint i = 0; args->command->options[i].name != NULL; i++) {
        if (strcmp(args->command->options[i].name, name) == 0)
            return args->values[i];
    }
    g_assert_not_reached();
}

gboolean
cli_read_count(const Cli *cli, const CliArgs *args, const char *option, guint max, guint *count)
{
    guint64 value;
    const char *text = cli_option(args, option);
    if (text == NULL)
        return TRUE;
    if (!g_ascii_string_to_unsigned(text, 10, 1, max, &value, NULL)) {
        cli_error(cli, "--%s memerlukan bilangan 1 sampai %u, bukan \"%s\"",
                  "--%s takes a number from 1 to %u, not \"%s\"", option, max, text);
        return FALSE;
    }
    *count = (guint)value;
    return TRUE;
}

Date
cli_today(void)
{
    /* The day in the office, not in Greenwich: seven hours of it are still yesterday there. */
    gint64 seconds = g_get_real_time() / G_USEC_PER_SEC + zone_offset_minutes(ZONE_NONE) * 60;
    return date_from_day((gint32)(seconds / 86400));
}

gboolean
cli_read_date(const Cli *cli, const char *option, const char *text, Date *date)
{
    if (text == NULL || date_parse(text, date) == DATE_READ)
        return TRUE;
    cli_error(cli, "--%s memerlukan tanggal seperti 2026-11-22, bukan \"%s\"",
              "--%s takes a date like 2026-11-22, not \"%s\"", option, text);
    return FALSE;
}

gboolean
cli_read_base_url(const Cli *cli, const CliArgs *args, char **url)
{
    const char *text = cli_option(args, "base-url");
    *url = text != NULL ? site_url_read(text) : NULL;
    if (text == NULL || *url != NULL)
        return TRUE;
    cli_error(
        cli,
        "--base-url memerlukan alamat seperti https://contoh.example/layanan/, bukan \"%s\"",
        "--base-url takes an address like https://contoh.example/layanan/, not \"%s\"", text);
    return FALSE;
}

gboolean
cli_read_level(const Cli *cli, const char *text, DiagLevel *level)
{
    if (text == NULL || diag_level_find(text, level))
        return TRUE;
    cli_error(cli,
              "--fail-on memerlukan catatan, peringatan, atau kesalahan (note, warning, "
              "error), bukan \"%s\"",
              "--fail-on takes note, warning or error, not \"%s\"", text);
    return FALSE;
}

/* ---- help ---- */

static void
append_option(const Cli *cli, const CommandOption *option, GString *out)
{
    g_autoptr(GString) left = g_string_new("  ");
    if (option->letter != 0)
        g_string_append_printf(left, "-%c, ", option->letter);
    g_string_append_printf(left, "--%s%s%s", option->name, option->value ? " " : "",
                           option->value ? option->value : "");
    g_string_append_printf(out, "%-26s %s\n", left->str, cli_text(cli, option->help));
}

static void
put_command_help(const Cli *cli, const Command *command)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_string_append_printf(out, "%s: maklumat %s %s\n\n%s\n",
                           cli_text(cli, (CommandText){"Pemakaian", "Usage"}), command->name,
                           command->arguments, cli_text(cli, command->summary));
    if (command->options->name != NULL)
        g_string_append_c(out, '\n');
    for (const CommandOption *option = command->options; option->name != NULL; option++)
        append_option(cli, option, out);
    cli_put(out->str, out->len);
}

static void
put_help(const Cli *cli)
{
    g_autoptr(GString) out = g_string_new(cli_text(
        cli, (CommandText){"maklumat membuat situs dan poster standar pelayanan dari folder "
                           "content/.\n\nPemakaian: maklumat PERINTAH …\n\n",
                           "maklumat makes a site and posters of service standards from the "
                           "folder content/.\n\nUsage: maklumat COMMAND …\n\n"}));
    for (guint i = 0; i < G_N_ELEMENTS(table); i++) {
        g_autofree char *left = g_strconcat(table[i]->name, " ", table[i]->arguments, NULL);
        int gap = MAX(30 - (int)g_utf8_strlen(left, -1), 1);
        g_string_append_printf(out, "  %s%*s%s\n", left, gap, "",
                               cli_text(cli, table[i]->summary));
    }
    cli_append(cli, out,
               "\n`maklumat PERINTAH --help` menjelaskan satu perintah; `maklumat "
               "--version` menyebut versinya.\n"
               "Kode keluar: 0 baik, 1 isi perlu diperbaiki, 2 perintah salah, "
               "3 gangguan disk, izin, atau jaringan.\n",
               "\n`maklumat COMMAND --help` explains one command; `maklumat --version` "
               "tells the version.\n"
               "Exit codes: 0 fine, 1 content to mend, 2 usage, 3 disk, permissions or network.\n");
    cli_put(out->str, out->len);
}

/* The versions of the libraries that run, one a line, for reports of faults. */
static void
put_version(gboolean verbose)
{
    g_autoptr(GString) out = g_string_new("maklumat " VERSION "\n");
    if (verbose)
        versions_append(out);
    cli_put(out->str, out->len);
}

/* ---- main ---- */

/* The locale is not asked: English on most machines, whatever the office that works on them speaks. */
static DiagLang
choose_language(void)
{
    const char *wanted = g_getenv("MAKLUMAT_LANG");
    if (wanted != NULL && *wanted != '\0')
        return g_ascii_strncasecmp(wanted, "en", 2) == 0 ? DIAG_LANG_EN : DIAG_LANG_ID;
    return DIAG_LANG_ID;
}

static gboolean
asks_help(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
            return TRUE;
    }
    return FALSE;
}

static const Command *
find_command(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(table); i++) {
        if (g_ascii_strcasecmp(table[i]->name, name) == 0)
            return table[i];
    }
    for (guint i = 0; i < G_N_ELEMENTS(internal); i++) {
        if (strcmp(internal[i]->name, name) == 0)
            return internal[i];
    }
    return NULL;
}

/* What people call a command elsewhere or in their own language. */
static const char *
meant_command(const char *word)
{
    static const struct {
        const char *word, *command;
    } others[] = {{"cek", "check"},        {"periksa", "check"},    {"lint", "check"},
                  {"validate", "check"},   {"buat", "build"},       {"bangun", "build"},
                  {"publish", "build"},    {"generate", "build"},   {"server", "serve"},
                  {"jelaskan", "explain"}, {"baru", "new"},         {"init", "new"},
                  {"impor", "import"},     {"tenggat", "deadline"}, {"skema", "schema"},
                  {"bantuan", "--help"}};
    const char *names[G_N_ELEMENTS(table)];
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        if (g_ascii_strcasecmp(others[i].word, word) == 0)
            return others[i].command;
    }
    for (guint i = 0; i < G_N_ELEMENTS(table); i++)
        names[i] = table[i]->name;
    return suggest_word(word, names, G_N_ELEMENTS(table));
}

static void
refuse_command(const Cli *cli, const char *word)
{
    const char *meant = meant_command(word);
    if (meant != NULL)
        cli_error(cli, "perintah \"%s\" tidak dikenal; mungkin maksud Anda `maklumat %s`",
                  "unknown command \"%s\"; perhaps you mean `maklumat %s`", word, meant);
    else
        cli_error(cli, "perintah \"%s\" tidak dikenal; lihat `maklumat --help`",
                  "unknown command \"%s\"; see `maklumat --help`", word);
}

static Exit
run_command(const Cli *cli, int argc, char **argv)
{
    CliArgs args;
    const Command *command = find_command(argv[0]);
    if (command == NULL) {
        refuse_command(cli, argv[0]);
        return EXIT_USAGE;
    }
    if (asks_help(argc, argv)) {
        put_command_help(cli, command);
        return EXIT_FINE;
    }
    Exit exit =
        read_args(cli, command, argc, argv, &args) ? command->run(cli, &args) : EXIT_USAGE;
    g_free(args.values);
    g_free(args.rest);
    return exit;
}

/* A file opened while one of 0, 1 and 2 is closed would take its number, and what is printed. */
static void
fill_closed_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF && open("/dev/null", O_RDWR) < 0)
            return;
    }
}

Exit
cli_main(int argc, char **argv)
{
    fill_closed_streams();
    /* Nothing printed or sorted may depend on it. */
    (void)setlocale(LC_ALL, "C"); // NOLINT(concurrency-mt-unsafe): before there are threads
    Cli cli = {.lang = choose_language(), .terminal = isatty(STDERR_FILENO) == 1};
    cli.color = cli.terminal && g_getenv("NO_COLOR") == NULL &&
                g_strcmp0(g_getenv("TERM"), "dumb") != 0;
    Exit exit = EXIT_FINE;
    if (argc < 2) {
        put_help(&cli);
        exit = EXIT_USAGE;
    } else if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
               strcmp(argv[1], "help") == 0) {
        put_help(&cli);
    } else if (strcmp(argv[1], "--version") == 0) {
        put_version(argc > 2 && strcmp(argv[2], "--verbose") == 0);
    } else {
        exit = run_command(&cli, argc - 1, argv + 1);
    }
    gboolean written = fflush(stdout) == 0 && ferror(stdout) == 0;
    if (!written)
        cli_error(&cli, "hasilnya tidak dapat ditulis ke keluaran standar",
                  "the result cannot be written to standard output");
    return written || exit != EXIT_FINE ? exit : EXIT_ENVIRONMENT;
}
