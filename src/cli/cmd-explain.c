#include "base/suggest.h"
#include "cli/command.h"
#include "model/schema.h"
#include <string.h>

static const CommandOption explain_options[] = {
    {"tags", 0, NULL, {"sebutkan nama semua temuan", "list the names of all findings"}},
    {"keys", 0, NULL, {"sebutkan semua kunci", "list all keys"}},
    {0},
};

/* A message with its places for values shown as dots. */
static void
append_template(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (text[0] == '%' && text[1] >= '1' && text[1] <= '4') {
            g_string_append(out, "…");
            text++;
        } else {
            g_string_append_c(out, *text);
            text += text[0] == '%' && text[1] == '%';
        }
    }
}

static void
explain_tag(const Cli *cli, DiagCode code, GString *out)
{
    const DiagInfo *info = diag_info(code);
    DiagLang lang = cli->lang;
    g_string_append_printf(out, "%s (%s)\n  ", info->tag, diag_level_name(info->level, lang));
    append_template(out, info->text[lang]);
    if (*info->fix[lang] != '\0') {
        g_string_append(out, lang == DIAG_LANG_EN ? "\n  Help: " : "\n  Saran: ");
        g_autofree char *fix = g_strndup(info->fix[lang], strcspn(info->fix[lang], "|"));
        append_template(out, fix);
    }
    g_string_append(out, "\n\n  ");
    g_string_append(out, info->why[lang]);
    g_string_append_c(out, '\n');
}

static void
append_record(const Cli *cli, const Record *record, GString *out)
{
    gboolean en = cli->lang == DIAG_LANG_EN;
    g_string_append_printf(out, "%s\n", en ? record->doc_en : record->doc_id);
    FIELD_FOREACH (record, field)
        g_string_append_printf(out, "  %-22s %s\n", field->key,
                               en ? field->doc_en : field->doc_id);
}

/* All keys of a record, called by its name. */
static gboolean
explain_record(const Cli *cli, const char *word, GString *out)
{
    guint n;
    const Record *const *records = records_all(&n);
    for (guint i = 0; i < n; i++) {
        if (strcmp(word, records[i]->name) != 0 && strcmp(word, records[i]->doc_id) != 0)
            continue;
        append_record(cli, records[i], out);
        return TRUE;
    }
    return FALSE;
}

/* Every place of a key; "layanan.waktu" or "service.waktu" names one record. */
static gboolean
explain_key(const Cli *cli, const char *word, GString *out)
{
    guint n;
    gboolean found = FALSE;
    const Record *const *records = records_all(&n);
    const char *dot = strrchr(word, '.'), *key = dot != NULL ? dot + 1 : word;
    g_autofree char *owner = dot != NULL ? g_strndup(word, (gsize)(dot - word)) : NULL;
    for (guint i = 0; i < n; i++) {
        const Field *field = field_find(records[i], key, -1);
        if (field == NULL || (owner != NULL && strcmp(owner, records[i]->name) != 0 &&
                              strcmp(owner, records[i]->doc_id) != 0))
            continue;
        if (found)
            g_string_append_c(out, '\n');
        schema_append_field(records[i], field, cli->lang, out);
        found = TRUE;
    }
    return found;
}

static Exit
say_unknown(const Cli *cli, const char *word)
{
    guint n;
    const Record *const *records = records_all(&n);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < N_DIAG_CODES; i++)
        g_ptr_array_add(names, (gpointer)(guintptr)diag_info((DiagCode)i)->tag);
    for (guint i = 0; i < n; i++) {
        FIELD_FOREACH (records[i], field)
            g_ptr_array_add(names, (gpointer)(guintptr)field->key);
    }
    const char *near = suggest_word(word, (const char *const *)names->pdata, names->len);
    if (near != NULL)
        cli_error(cli, "\"%s\" bukan nama temuan atau kunci; mungkin \"%s\"?",
                  "\"%s\" is no finding and no key; perhaps \"%s\"?", word, near);
    else
        cli_error(cli, "\"%s\" bukan nama temuan atau kunci", "\"%s\" is no finding and no key",
                  word);
    return EXIT_USAGE;
}

static void
append_tags(GString *out)
{
    for (guint i = 0; i < N_DIAG_CODES; i++)
        g_string_append_printf(out, "%s\n", diag_info((DiagCode)i)->tag);
}

static void
append_keys(const Cli *cli, GString *out)
{
    guint n;
    const Record *const *records = records_all(&n);
    for (guint i = 0; i < n; i++) {
        g_string_append(out, i > 0 ? "\n" : "");
        append_record(cli, records[i], out);
    }
}

static Exit
run_explain(const Cli *cli, const CliArgs *args)
{
    DiagCode code;
    Exit exit = EXIT_FINE;
    g_autoptr(GString) out = g_string_new(NULL);
    const char *word = args->rest[0];
    if (cli_option(args, "tags") != NULL)
        append_tags(out);
    else if (word == NULL || cli_option(args, "keys") != NULL)
        append_keys(cli, out);
    else if (diag_code_find(word, &code))
        explain_tag(cli, code, out);
    else if (!explain_key(cli, word, out) && !explain_record(cli, word, out))
        exit = say_unknown(cli, word);
    cli_put(out->str, out->len);
    return exit;
}

const Command command_explain = {
    "explain",
    "[TAG|KEY]",
    {"menjelaskan sebuah temuan atau kunci", "explains a finding or a key"},
    explain_options,
    run_explain,
    1,
};
