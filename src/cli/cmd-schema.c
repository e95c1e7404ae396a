#include "cli/command.h"
#include "model/schema.h"

static const CommandOption schema_options[] = {{0}};

static Exit
say_unknown(const Cli *cli, const char *name)
{
    guint n;
    const SchemaFile *files = schema_files(&n);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", files[i].name);
    return cli_usage(cli, "tidak ada skema \"%s\"; yang ada: %s",
                     "there is no schema \"%s\"; there are: %s", name, all->str);
}

static Exit
run_schema(const Cli *cli, const CliArgs *args)
{
    const char *name = args->n_rest > 0 ? args->rest[0] : "layanan";
    const SchemaFile *file = schema_file(name);
    Exit exit = EXIT_FINE;
    g_autoptr(GString) out = g_string_new(NULL);
    if (file != NULL)
        schema_append_json(file, cli->lang, out);
    else
        exit = say_unknown(cli, name);
    cli_put(out->str, out->len);
    return exit;
}

const Command command_schema = {
    "schema",
    "[FILE]",
    {"mencetak JSON Schema: layanan, instansi, situs, wilayah, keperluan, libur",
     "prints a JSON Schema: layanan, instansi, situs, wilayah, keperluan, libur"},
    schema_options,
    run_schema,
    1,
};
