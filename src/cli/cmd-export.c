#include "base/borrow.h"
#include "base/fs.h"
#include "base/module.h"
#include "base/path.h"
#include "cli/command.h"
#include "cli/content.h"
#include "cli/outfile.h"
#include "export/papers.h"
#include "model/load.h"
#include "paper/engine.h"
#include "publish/posters.h"
#include <string.h>

static const CommandOption export_options[] = {
    {"output",
     'o',
     "FILE",
     {"berkas yang ditulis (bawaan: keluaran baku untuk sippn dan csv)",
      "the file to write (default: standard output for sippn and csv)"}},
    {"dir", 0, "DIR", {"folder proyek (bawaan: .)", "project folder (default: .)"}},
    {0},
};

/* What was asked for, loaded; rows borrow the agencies. */
typedef struct Chosen {
    const Scan *scan;
    GPtrArray *agencies; /* Loaded, owned */
    GArray *rows;        /* SheetRow */
    const char *output;  /* file; NULL = standard output */
} Chosen;

typedef struct ExportForm {
    const char *name;
    const char *file; /* must be written into one, as this; NULL = may go to standard output */
    const char *endings[3];
    gboolean one_agency;
    gboolean (*make)(const Cli *cli,
                     const Papers *papers,
                     const Chosen *chosen,
                     GByteArray *out);
} ExportForm;

/* ---- choosing ---- */

/* The path in the content folder, without the ending of a file. g_free() it. */
static char *
page_of(const char *path)
{
    char *page = g_strdup(content_path(path)), *dot = strrchr(page, '.');
    if (dot != NULL && strchr(dot, '/') == NULL)
        *dot = '\0';
    return page;
}

static gboolean
is_wanted(const Service *service, const char *agency, const char *const *paths)
{
    if (service->status == STATUS_DICABUT)
        return FALSE;
    if (*paths == NULL)
        return TRUE;
    for (; *paths != NULL; paths++) {
        g_autofree char *path = page_of(*paths);
        if (strcmp(path, service->path) == 0 || path_is_at(agency, path))
            return TRUE;
    }
    return FALSE;
}

static gboolean
choose(const Content *content, const char *const *paths, Chosen *chosen, GError **error)
{
    g_autoptr(DiagList) dropped = diag_list_new();
    for (guint i = 0; i < content->scan->n_agencies; i++) {
        const ScanAgency *agency = &content->scan->agencies[i];
        Loaded *loaded = load_agency(content->scan, content->data, agency, dropped, error);
        if (loaded == NULL)
            return FALSE;
        guint before = chosen->rows->len;
        for (guint k = 0; k < loaded->agency->services.n; k++) {
            SheetRow row = {loaded->agency, &loaded->agency->services.items[k]};
            if (is_wanted(row.service, agency->folder->path, paths))
                g_array_append_val(chosen->rows, row);
        }
        if (chosen->rows->len > before)
            g_ptr_array_add(chosen->agencies, loaded);
        else
            loaded_free(loaded);
    }
    return TRUE;
}

/* ---- writing ---- */

static gboolean
print_annex(const Cli *cli, const DecreeJob *job, GByteArray *out)
{
    GError *error = NULL;
    const PosterEngine *engine = module_open("poster", &error);
    g_autofree char *folder = posters_font_folder();
    Fonts *fonts = engine != NULL ? engine->fonts_new(folder, &error) : NULL;
    gboolean fine = fonts != NULL && engine->decree(fonts, job, out, &error);
    if (g_error_matches(error, DRAW_ERROR, DRAW_ERROR_GLYPH))
        cli_error(cli, "tidak ada huruf untuk sebagian teks ini: %s; tulis sebagai odt",
                  "no font has all characters of this text: %s; write it as odt",
                  error->message);
    else if (error != NULL)
        cli_error(cli, "%s", "%s", error->message);
    g_clear_error(&error);
    if (fonts != NULL)
        engine->fonts_free(fonts);
    return fine;
}

static gboolean
make_annex(const Cli *cli, const Papers *papers, const Chosen *chosen, GByteArray *out)
{
    const Loaded *loaded = chosen->agencies->pdata[0];
    g_autoptr(GPtrArray) services = g_ptr_array_new();
    for (guint i = 0; i < chosen->rows->len; i++)
        g_ptr_array_add(services, BORROW(g_array_index(chosen->rows, SheetRow, i).service));
    const DecreeJob job = {loaded->agency, (const Service *const *)(void *)services->pdata,
                           services->len, poster_style_default()};
    return outfile_ends_in(chosen->output, "pdf")
               ? print_annex(cli, &job, out)
               : papers->annex(job.agency, job.services, job.n, out);
}

static gboolean
make_xlsx(const Cli *cli, const Papers *papers, const Chosen *chosen, GByteArray *out)
{
    guint n_cut = 0;
    gboolean fine = papers->xlsx((const SheetRow *)(const void *)chosen->rows->data,
                                 chosen->rows->len, out, &n_cut);
    if (n_cut > 0)
        cli_error(cli,
                  "%u sel lebih panjang daripada yang dimuat lembar kerja (32.767 huruf) dan "
                  "dipotong; pakai csv",
                  "%u cells are longer than a workbook takes (32,767 characters) and were cut; "
                  "use csv",
                  n_cut);
    return fine && n_cut == 0;
}

typedef void (*AppendRows)(const SheetRow *rows, guint n, GString *out);

static gboolean
make_text(AppendRows append, const Chosen *chosen, GByteArray *out)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append((const SheetRow *)(const void *)chosen->rows->data, chosen->rows->len, text);
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return TRUE;
}

static gboolean
make_csv(G_GNUC_UNUSED const Cli *cli,
         const Papers *papers,
         const Chosen *chosen,
         GByteArray *out)
{
    return make_text(papers->csv, chosen, out);
}

static gboolean
make_sippn(G_GNUC_UNUSED const Cli *cli,
           const Papers *papers,
           const Chosen *chosen,
           GByteArray *out)
{
    return make_text(papers->sippn, chosen, out);
}

static Exit
write_out(const Cli *cli, const char *path, const GByteArray *out)
{
    GError *error = NULL;
    if (path == NULL) {
        cli_put((const char *)out->data, out->len);
        return EXIT_FINE;
    }
    if (!fs_replace(FS_CWD, path, out->data, out->len, &error))
        return cli_environment(cli, error);
    return EXIT_FINE;
}

static const char *
project_of(const CliArgs *args)
{
    return cli_option(args, "dir") != NULL ? cli_option(args, "dir") : ".";
}

/* Whether a path names a charter, or a folder with agencies at or below it. */
static gboolean
is_known(const Scan *scan, const char *path)
{
    const ScanAgency *owner = NULL;
    g_autofree char *page = page_of(path);
    scan_find_page(scan, page, &owner);
    for (guint i = 0; owner == NULL && i < scan->n_agencies; i++)
        if (path_is_at(scan->agencies[i].folder->path, page))
            owner = &scan->agencies[i];
    return owner != NULL;
}

static Exit
check_choice(const Cli *cli, const ExportForm *form, const CliArgs *args, const Chosen *chosen)
{
    for (const char **path = args->rest + 1; *path != NULL; path++)
        if (!is_known(chosen->scan, *path))
            return cli_usage(cli, "%s: tidak ada layanan di sana",
                             "%s: there is no service there", *path);
    if (form->one_agency && chosen->agencies->len > 1)
        return cli_usage(
            cli,
            "lampiran keputusan berisi layanan satu instansi saja; sebutkan folder instansinya",
            "the annex of a decree holds the services of one agency; name the folder of that "
            "agency");
    if (chosen->rows->len > 0)
        return EXIT_FINE;
    cli_error(cli, "belum ada layanan di proyek ini",
              "there is no service in this project yet");
    return EXIT_FINDINGS;
}

static Exit
export_to(const Cli *cli, const ExportForm *form, const CliArgs *args)
{
    GError *error = NULL;
    Content content;
    const char *dir = project_of(args);
    const Papers *papers = module_open("export", &error);
    if (papers == NULL)
        return cli_environment(cli, error);
    if (!content_open(dir, &content, &error))
        return cli_project_failed(cli, dir, error);
    Chosen chosen = {content.scan, g_ptr_array_new_with_free_func((GDestroyNotify)loaded_free),
                     g_array_new(FALSE, FALSE, sizeof(SheetRow)), cli_option(args, "output")};
    g_autoptr(GByteArray) out = g_byte_array_new();
    Exit exit = choose(&content, args->rest + 1, &chosen, &error)
                    ? check_choice(cli, form, args, &chosen)
                    : cli_environment(cli, error);
    if (exit == EXIT_FINE)
        exit = form->make(cli, papers, &chosen, out) ? write_out(cli, chosen.output, out)
                                                     : EXIT_FINDINGS;
    g_array_unref(chosen.rows);
    g_ptr_array_unref(chosen.agencies);
    content_close(&content);
    return exit;
}

/* ---- the command ---- */

static const ExportForm forms[] = {
    {"lampiran", "lampiran.odt", {"odt", "pdf"}, TRUE, make_annex},
    {"sippn", NULL, {"txt"}, FALSE, make_sippn},
    {"csv", NULL, {"csv"}, FALSE, make_csv},
    {"xlsx", "layanan.xlsx", {"xlsx"}, FALSE, make_xlsx},
};

/* NULL = there is no such form, or it wants a file; said already. */
static const ExportForm *
read_form(const Cli *cli, const CliArgs *args)
{
    const char *name = args->n_rest > 0 ? args->rest[0] : "";
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (strcmp(name, forms[i].name) != 0)
            continue;
        if (forms[i].file == NULL || cli_option(args, "output") != NULL)
            return &forms[i];
        cli_error(cli, "sebutkan berkasnya: -o %s", "name the file: -o %s", forms[i].file);
        return NULL;
    }
    cli_error(cli, "sebutkan bentuknya: lampiran, sippn, csv, atau xlsx",
              "say which form: lampiran, sippn, csv or xlsx");
    return NULL;
}

static Exit
run_export(const Cli *cli, const CliArgs *args)
{
    const ExportForm *form = read_form(cli, args);
    if (form == NULL)
        return EXIT_USAGE;
    const Outfile file = {
        .path = cli_option(args, "output"), .dir = project_of(args), .endings = form->endings};
    Exit exit = file.path != NULL ? outfile_check(cli, &file) : EXIT_FINE;
    return exit == EXIT_FINE ? export_to(cli, form, args) : exit;
}

const Command command_export = {
    "export",
    "FORM [PATH…]",
    {"menulis piagam sebagai lampiran keputusan (odt, pdf), isian SIPPN, csv, atau xlsx",
     "writes charters as the annex of a decree (odt, pdf), the sheet for SIPPN, csv or xlsx"},
    export_options,
    run_export,
    G_MAXUINT,
};
