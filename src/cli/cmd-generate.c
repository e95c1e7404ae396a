#include "cli/command.h"
#include "model/schema.h"
#include <string.h>

static const CommandOption generate_options[] = {{0}};

/* ---- manual pages: what tables say, as roff ---- */

/* Text that roff takes for what it is. */
static void
append_roff(GString *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        g_string_append(out, "\\&");
    for (; *text != '\0'; text++) {
        if (*text == '\\')
            g_string_append(out, "\\(rs");
        else if (*text == '-')
            g_string_append(out, "\\-");
        else
            g_string_append_c(out, *text);
    }
}

static void
append_man_option(const Cli *cli, const CommandOption *option, GString *out)
{
    g_string_append(out, ".TP\n");
    if (option->letter != 0)
        g_string_append_printf(out, "\\fB\\-%c\\fR, ", option->letter);
    g_string_append(out, "\\fB\\-\\-");
    append_roff(out, option->name);
    g_string_append(out, "\\fR");
    if (option->value != NULL)
        g_string_append_printf(out, " \\fI%s\\fR", option->value);
    g_string_append_c(out, '\n');
    append_roff(out, cli_text(cli, option->help));
    g_string_append(out, ".\n");
}

static void
generate_commands(const Cli *cli, GString *out)
{
    guint n;
    const Command *const *commands = cli_commands(&n);
    for (guint i = 0; i < n; i++) {
        const Command *command = commands[i];
        g_string_append_printf(out, ".SS \"%s ", command->name);
        append_roff(out, command->arguments);
        g_string_append(out, "\"\n");
        append_roff(out, cli_text(cli, command->summary));
        g_string_append(out, ".\n");
        for (const CommandOption *option = command->options; option->name != NULL; option++)
            append_man_option(cli, option, out);
    }
}

static void
append_man_field(const Cli *cli, const Field *field, GString *out)
{
    gboolean en = cli->lang == DIAG_LANG_EN;
    const char *choice;
    g_string_append(out, ".TP\n.B ");
    append_roff(out, field->key);
    g_string_append_c(out, '\n');
    append_roff(out, en ? field->doc_en : field->doc_id);
    g_string_append_printf(out, ".\n%s: ", en ? "Value" : "Isi");
    append_roff(out, schema_type_words(field->type, cli->lang));
    for (guint i = 0; field->choice != NULL && (choice = field->choice(i)) != NULL; i++) {
        g_string_append(out, i == 0 ? ": " : ", ");
        append_roff(out, choice);
    }
    g_string_append(out, ".\n");
    if (field->record != NULL) {
        g_string_append(out, en ? "Keys: see " : "Kuncinya: lihat ");
        append_roff(out, en ? field->record->doc_en : field->record->doc_id);
        g_string_append(out, ".\n");
    }
    if (field->component > 0)
        g_string_append_printf(out, "%s %u (PermenPANRB 15/2014).\n",
                               en ? "Component" : "Komponen", field->component);
    if (field->flags & FIELD_REQUIRED)
        g_string_append(out, en ? "Required.\n" : "Wajib.\n");
    if (field->example != NULL) {
        g_string_append_printf(out, "%s:\n.B ", en ? "Example" : "Contoh");
        append_roff(out, field->example);
        g_string_append_c(out, '\n');
    }
}

static void
generate_fields(const Cli *cli, GString *out)
{
    guint n;
    const Record *const *records = records_all(&n);
    for (guint i = 0; i < n; i++) {
        const Record *record = records[i];
        g_string_append(out, ".SS \"");
        append_roff(out, cli->lang == DIAG_LANG_EN ? record->doc_en : record->doc_id);
        g_string_append(out, "\"\n");
        FIELD_FOREACH (record, field)
            append_man_field(cli, field, out);
    }
}

/* ---- completions ---- */

/* Text inside single quotes of a shell. */
static void
append_quoted(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            g_string_append(out, "'\\''");
        else
            g_string_append_c(out, *text);
    }
}

static void
append_names(GString *out)
{
    guint n;
    const Command *const *commands = cli_commands(&n);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, " %s", commands[i]->name);
}

static void
generate_bash(G_GNUC_UNUSED const Cli *cli, GString *out)
{
    guint n;
    const Command *const *commands = cli_commands(&n);
    g_string_append(out, "# bash completion for maklumat; made from its table of commands\n"
                         "_maklumat()\n{\n"
                         "    local word=${COMP_WORDS[COMP_CWORD]} options\n"
                         "    case $COMP_CWORD,${COMP_WORDS[1]} in\n"
                         "    1,*) options='--help --version");
    append_names(out);
    g_string_append(out, "' ;;\n");
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "    *,%s) options='--help", commands[i]->name);
        for (const CommandOption *o = commands[i]->options; o->name != NULL; o++)
            g_string_append_printf(out, " --%s", o->name);
        g_string_append(out, "' ;;\n");
    }
    g_string_append(out, "    esac\n"
                         "    [[ $COMP_CWORD -gt 1 && $word != -* ]] && options=\n"
                         "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
                         "}\n"
                         "complete -o default -F _maklumat maklumat\n");
}

/* In zsh's specifications a colon and brackets have a meaning of their own. */
static void
append_zsh(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr("[]:\\", *text) != NULL)
            g_string_append_c(out, '\\');
        g_string_append(out, *text == '\'' ? "'\\'" : "");
        g_string_append_c(out, *text);
    }
}

static void
append_zsh_option(const Cli *cli, const CommandOption *option, GString *out)
{
    const char *value = option->value != NULL ? "=" : "";
    g_string_append_printf(out, " \\\n            '--%s%s[", option->name, value);
    append_zsh(out, cli_text(cli, option->help));
    g_string_append_c(out, ']');
    if (option->value != NULL)
        g_string_append_printf(out, ":%s:_files", option->value);
    g_string_append_c(out, '\'');
}

static void
generate_zsh(const Cli *cli, GString *out)
{
    guint n;
    const Command *const *commands = cli_commands(&n);
    g_string_append(out, "#compdef maklumat\n"
                         "# made from maklumat's table of commands\n"
                         "_maklumat() {\n"
                         "    if (( CURRENT == 2 )); then\n"
                         "        local -a commands=(\n");
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "            '%s:", commands[i]->name);
        append_zsh(out, cli_text(cli, commands[i]->summary));
        g_string_append(out, "'\n");
    }
    g_string_append(out, "        )\n"
                         "        _describe maklumat commands\n"
                         "        return\n"
                         "    fi\n"
                         "    local name=$words[2]\n"
                         "    shift words; (( CURRENT-- ))\n"
                         "    case $name in\n");
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(out, "    %s)\n        _arguments", commands[i]->name);
        for (const CommandOption *o = commands[i]->options; o->name != NULL; o++)
            append_zsh_option(cli, o, out);
        g_string_append(out, " \\\n            '*:file:_files' ;;\n");
    }
    g_string_append(out, "    esac\n}\n_maklumat \"$@\"\n");
}

static void
append_fish_option(const Cli *cli, const char *name, const CommandOption *option, GString *out)
{
    g_string_append_printf(out,
                           "complete -c maklumat -n '__fish_seen_subcommand_from %s' -l %s",
                           name, option->name);
    if (option->letter != 0)
        g_string_append_printf(out, " -s %c", option->letter);
    g_string_append_printf(out, "%s -d '", option->value != NULL ? " -r" : "");
    append_quoted(out, cli_text(cli, option->help));
    g_string_append(out, "'\n");
}

static void
generate_fish(const Cli *cli, GString *out)
{
    guint n;
    const Command *const *commands = cli_commands(&n);
    g_string_append(out, "# fish completion for maklumat; made from its table of commands\n");
    for (guint i = 0; i < n; i++) {
        const Command *command = commands[i];
        g_string_append_printf(
            out, "complete -c maklumat -n __fish_use_subcommand -f -a %s -d '", command->name);
        append_quoted(out, cli_text(cli, command->summary));
        g_string_append(out, "'\n");
        for (const CommandOption *o = command->options; o->name != NULL; o++)
            append_fish_option(cli, command->name, o, out);
    }
}

/* ---- the command ---- */

static const struct {
    const char *name;
    void (*append)(const Cli *cli, GString *out);
} kinds[] = {
    {"commands", generate_commands}, {"fields", generate_fields}, {"bash", generate_bash},
    {"zsh", generate_zsh},           {"fish", generate_fish},
};

static Exit
run_generate(const Cli *cli, const CliArgs *args)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_strcmp0(kinds[i].name, args->rest[0]) != 0)
            continue;
        kinds[i].append(cli, out);
        cli_put(out->str, out->len);
        return EXIT_FINE;
    }
    return cli_usage(cli, "tulis commands, fields, bash, zsh, atau fish",
                     "write commands, fields, bash, zsh or fish");
}

const Command command_generate = {
    "generate",
    "commands|fields|bash|zsh|fish",
    {"mencetak bagian halaman manual dan pelengkap perintah, untuk pemasangan",
     "prints parts of manual pages and shell completions, for installing"},
    generate_options,
    run_generate,
    1,
};
