/**
 * Command: the table of what maklumat can do, and how it talks.
 *
 * The only floor that prints or exits. Each command is a row of the table in
 * command.c and a file cmd-<name>.c; help texts, usage and shell completion
 * come from the rows. Messages are Indonesian; MAKLUMAT_LANG=en
 * makes them English. The locale is not asked.
 */
#pragma once
#include "base/diag.h"
#include "value/day.h"

typedef enum Exit {
    EXIT_FINE = 0,
    EXIT_FINDINGS = 1,    /* findings at or above --fail-on */
    EXIT_USAGE = 2,       /* the command line */
    EXIT_ENVIRONMENT = 3, /* disk, permissions, missing folder */
} Exit;

typedef struct Cli {
    DiagLang lang;
    gboolean color;    /* standard error is a terminal that wants colours */
    gboolean terminal; /* standard error is a terminal */
} Cli;

typedef struct CommandText {
    const char *id, *en;
} CommandText;

/** An option's row; several may follow, ended by a NULL name. */
typedef struct CommandOption {
    const char *name;  /* "base-url" */
    char letter;       /* 'o', or 0 */
    const char *value; /* "URL"; NULL = a switch */
    CommandText help;
} CommandOption;

/* Options of several commands. */
// clang-format off
#define CLI_OPTION_THEME {"theme", 0, "T", \
    {"nama tema di themes/, atau folder tema", "name of a theme in themes/, or a theme folder"}}
#define CLI_OPTION_JOBS {"jobs", 'j', "N", \
    {"jumlah pekerja (bawaan: semua inti)", "number of workers (default: all cores)"}}
// clang-format on

typedef struct CliArgs CliArgs;

typedef struct Command {
    const char *name;
    const char *arguments; /* "[DIR]", "PATH" */
    CommandText summary;
    const CommandOption *options;
    Exit (*run)(const Cli *cli, const CliArgs *args);
    guint max_rest; /* arguments it takes beside options */
} Command;

/** The commands for authors, in the order of the help; *n receives their number. */
const Command *const *cli_commands(guint *n);

/** Finds and runs the command of argv. */
Exit cli_main(int argc, char **argv);

enum { CLI_MAX_PER_FILE = 20 }; /* findings; the rest are counted */

/** What came of reading a command line by a table of options. */
struct CliArgs {
    const Command *command;
    const char **
        values; /* by row of command->options: the value, "" for a switch that was given, NULL = absent */
    const char **rest; /* other arguments, NULL-ended */
    guint n_rest;
};

/** The value of option `name`, "" for a switch that was given, NULL when absent. */
const char *cli_option(const CliArgs *args, const char *name);

/** One of the two texts by language. */
const char *cli_text(const Cli *cli, CommandText text);
/** Prints one of two printf formats by language to standard error; both take the same arguments. */
void cli_error(const Cli *cli, const char *id, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));
/** The same of a command line that will not do; returns EXIT_USAGE. */
Exit cli_usage(const Cli *cli, const char *id, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));
/** Appends one of two such formats. */
void cli_append(const Cli *cli, GString *out, const char *id, const char *en, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));
/** Prints to standard output or error; never fails loudly when the pipe is gone. */
void cli_put(const char *text, gsize len);
void cli_put_error(const char *text, gsize len);
/**
 * Prints the findings from that level on, in order, to standard error; those below go from the list.
 * TRUE: what is left holds an error.
 */
gboolean cli_put_findings(const Cli *cli, DiagList *diags, DiagLevel least);
/** Says what the environment refused and returns EXIT_ENVIRONMENT. */
Exit cli_environment(const Cli *cli, const GError *error);
/** As cli_environment(), for a project in `dir` that could not be opened; says how to get one when there is none. */
Exit cli_project_failed(const Cli *cli, const char *dir, GError *error);

/** FALSE, reported: `given`, NULL or a path, is nothing of a project; with `text` it must be of its content. */
gboolean cli_names_place(const Cli *cli, const char *given, gboolean text);
/** Reads a whole number 1 … max; absent leaves *count; FALSE with a message otherwise. */
gboolean cli_read_count(
    const Cli *cli, const CliArgs *args, const char *option, guint max, guint *count);
/** This machine's day in Jakarta; what is published never depends on it. */
Date cli_today(void);
/** Reads a date as content writes it; NULL leaves *date; FALSE with a message otherwise. */
gboolean cli_read_date(const Cli *cli, const char *option, const char *text, Date *date);
/** Reads --base-url; *url is g_malloc'ed, NULL when it was not given; FALSE with a message when it will not do. */
gboolean cli_read_base_url(const Cli *cli, const CliArgs *args, char **url);
/** Reads note, warning or error; NULL leaves *level; FALSE with a message otherwise. */
gboolean cli_read_level(const Cli *cli, const char *text, DiagLevel *level);

/* A command a line. */
extern const Command command_build;
extern const Command command_check;
extern const Command command_poster;
extern const Command command_explain;
extern const Command command_new;
extern const Command command_import;
extern const Command command_evidence;
extern const Command command_export;
extern const Command command_diff;
extern const Command command_record;
extern const Command command_deadline;
extern const Command command_schema;
extern const Command command_deploy;
extern const Command command_pack;
extern const Command command_verify;
extern const Command command_generate;
#ifndef NO_SERVE
extern const Command command_serve;
#endif
