#include "base/module.h"
#include "cli/import-module.h"

static const CommandOption import_options[] = {
    {"output",
     'o',
     "DIR",
     {"folder instansi di dalam content/; - mencetak saja",
      "the agency's folder inside content/; - prints only"}},
    {"print",
     0,
     NULL,
     {"mencetak berkas layanan, tidak menulis berkas",
      "prints the charter and writes no file"}},
    {"diff",
     0,
     NULL,
     {"mencetak bedanya dengan berkas layanan yang sudah ada, tidak menulis berkas",
      "prints how it differs from charters that exist and writes no file"}},
    {"force",
     0,
     NULL,
     {"menggantikan berkas layanan yang sudah ada (instansi.yaml tidak)",
      "replaces charters that exist (not instansi.yaml)"}},
    {0},
};

static Exit
run_import(const Cli *cli, const CliArgs *args)
{
    g_autoptr(GError) error = NULL;
    const ImportModule *module = module_open("import", &error);
    return module != NULL ? module->import(cli, args) : cli_environment(cli, error);
}

const Command command_import = {
    "import",
    "FILE… [-o DIR]",
    {"membuat berkas layanan dari PDF, Word, Excel, halaman web, atau teks",
     "makes charters from PDF, Word, Excel, web pages or text"},
    import_options,
    run_import,
    G_MAXUINT,
};
