#include "base/fs.h"
#include "base/module.h"
#include "base/path.h"
#include "cli/command.h"
#include "cli/content.h"
#include "cli/outfile.h"
#include "model/load.h"
#include "paper/engine.h"
#include "publish/posters.h"
#include "publish/project.h"
#include <string.h>

static const CommandOption evidence_options[] = {
    {"output", 'o', "FILE", {"PDF yang ditulis (wajib)", "the PDF to write (required)"}},
    {"instrumen",
     0,
     "NAME",
     {"penilaiannya: pekppp (bawaan), ombudsman, atau berkas instrumen/",
      "the examination: pekppp (default), ombudsman, or a file of instrumen/"}},
    {"today",
     0,
     "DATE",
     {"menilai usia tanggal menurut tanggal ini dan mencetaknya (bawaan: tidak dinilai)",
      "judge the age of dates by this date and print it (default: not judged)"}},
    {"base-url",
     0,
     "URL",
     {"alamat situs, untuk kode QR", "address of the site, for the QR codes"}},
    CLI_OPTION_THEME,
    {"dir", 0, "DIR", {"folder proyek (bawaan: .)", "project folder (default: .)"}},
    {0},
};

/* What was asked for, and what came of it. */
typedef struct Evidence {
    const Cli *cli;
    const CliArgs *args;
    Date today;
    char *base_url;
    Project project;
    DiagList *diags;
    GPtrArray *loaded; /* Loaded, owned */
} Evidence;

static gboolean
is_wanted(const char *folder, const char *const *paths)
{
    gboolean wanted = *paths == NULL;
    for (; !wanted && *paths != NULL; paths++)
        wanted = path_is_at(folder, content_path(*paths));
    return wanted;
}

static gboolean
load(Evidence *e, GError **error)
{
    const Scan *scan = e->project.scan;
    for (guint i = 0; i < scan->n_agencies; i++) {
        if (!is_wanted(scan->agencies[i].folder->path, e->args->rest))
            continue;
        Loaded *loaded =
            load_agency(scan, e->project.data, &scan->agencies[i], e->diags, error);
        if (loaded == NULL)
            return FALSE;
        g_ptr_array_add(e->loaded, loaded);
    }
    return TRUE;
}

static Exit
refuse(const Evidence *e, GError *error)
{
    if (!g_error_matches(error, DRAW_ERROR, DRAW_ERROR_GLYPH))
        return cli_environment(e->cli, error);
    cli_error(e->cli, "tidak ada huruf untuk sebagian teks ini: %s",
              "no font has all characters of this text: %s", error->message);
    g_error_free(error);
    return EXIT_FINDINGS;
}

/* The logo of the one agency there is; a file that is no picture is left out, as on pages (`check` tells). */
static char *
read_logo(const Evidence *e, const PosterEngine *engine, gsize *len)
{
    enum { MAX_BYTES = 2 * 1024 * 1024 };
    const Loaded *first = e->loaded->pdata[0];
    const char *file = e->loaded->len == 1 ? first->agency->logo.file : NULL;
    char *bytes = NULL;
    if (file == NULL ||
        (bytes = fs_read(e->project.scan->dir, file, MAX_BYTES, len, NULL)) == NULL)
        return NULL;
    if (!engine->logo_is_fine((const guint8 *)bytes, *len))
        g_clear_pointer(&bytes, g_free);
    return bytes;
}

static Exit
print(Evidence *e, const Instrument *instrument)
{
    GError *error = NULL;
    const PosterEngine *engine = module_open("poster", &error);
    g_autofree char *folder = posters_font_folder();
    Fonts *fonts = engine != NULL ? engine->fonts_new(folder, &error) : NULL;
    if (fonts == NULL)
        return cli_environment(e->cli, error);
    Render render;
    project_describe(&e->project, e->base_url, &render);
    const Source *source = theme_source(render.theme, "poster.yaml");
    g_autoptr(PosterStyle) own = source != NULL ? poster_style_read(source, e->diags) : NULL;
    g_autofree ExamSubject *subjects = g_new0(ExamSubject, e->loaded->len);
    for (guint i = 0; i < e->loaded->len; i++) {
        const Loaded *loaded = e->loaded->pdata[i];
        subjects[i] = (ExamSubject){loaded->agency, loaded->site, render.url, e->today};
    }
    gsize logo_len = 0;
    g_autofree char *logo = read_logo(e, engine, &logo_len);
    EvidenceJob job = {.instrument = instrument,
                       .subjects = subjects,
                       .n = e->loaded->len,
                       .style = own != NULL ? own : poster_style_default(),
                       .logo = (const guint8 *)logo,
                       .logo_len = logo_len};
    g_autoptr(GByteArray) out = g_byte_array_new();
    Exit exit = EXIT_FINE;
    if (!engine->evidence(fonts, &job, out, &error))
        exit = refuse(e, error);
    else if (!fs_replace(FS_CWD, cli_option(e->args, "output"), out->data, out->len, &error))
        exit = cli_environment(e->cli, error);
    engine->fonts_free(fonts);
    return exit;
}

static const char *
project_of(const CliArgs *args)
{
    return cli_option(args, "dir") != NULL ? cli_option(args, "dir") : ".";
}

static Exit
make(Evidence *e)
{
    GError *error = NULL;
    const char *name = cli_option(e->args, "instrumen");
    const char *dir = project_of(e->args);
    ProjectOptions options = {
        .dir = dir, .theme = cli_option(e->args, "theme"), .jobs = 1, .day = e->today};
    if (!project_open(&e->project, &options, e->diags, &error))
        return cli_project_failed(e->cli, dir, error);
    const Instrument *instrument =
        instrument_find(e->project.instruments, name != NULL ? name : "pekppp");
    if (instrument == NULL) {
        return cli_usage(e->cli, "tidak ada instrumen \"%s\"", "there is no instrument \"%s\"",
                         name != NULL ? name : "pekppp");
    }
    if (!load(e, &error))
        return cli_environment(e->cli, error);
    if (cli_put_findings(e->cli, e->diags, DIAG_ERROR)) /* `check` tells the rest */
        return EXIT_FINDINGS;
    if (e->loaded->len == 0) {
        return cli_usage(e->cli, "tidak ada instansi di sana", "there is no agency there");
    }
    return print(e, instrument);
}

static gboolean
read_options(Evidence *e)
{
    if (!cli_read_base_url(e->cli, e->args, &e->base_url))
        return FALSE;
    const char *output = cli_option(e->args, "output"), *today = cli_option(e->args, "today");
    if (today != NULL && date_parse(today, &e->today) != DATE_READ) {
        cli_error(e->cli, "--today memerlukan tanggal seperti 2026-11-22, bukan \"%s\"",
                  "--today takes a date like 2026-11-22, not \"%s\"", today);
        return FALSE;
    }
    if (output == NULL || *output == '\0') {
        cli_error(e->cli, "sebutkan berkasnya: -o bukti.pdf", "name the file: -o bukti.pdf");
        return FALSE;
    }
    return TRUE;
}

static Exit
run_evidence(const Cli *cli, const CliArgs *args)
{
    Evidence e = {.cli = cli,
                  .args = args,
                  .diags = diag_list_new(),
                  .loaded = g_ptr_array_new_with_free_func((GDestroyNotify)loaded_free)};
    static const char *const endings[] = {"pdf", NULL};
    Exit exit = EXIT_USAGE;
    if (read_options(&e)) {
        const Outfile file = {.path = cli_option(args, "output"),
                              .dir = project_of(args),
                              .inputs = {cli_option(args, "theme")},
                              .endings = endings};
        exit = outfile_check(cli, &file);
    }
    if (exit == EXIT_FINE)
        exit = make(&e);
    g_ptr_array_unref(e.loaded);
    project_close(&e.project);
    diag_list_free(e.diags);
    g_free(e.base_url);
    return exit;
}

const Command command_evidence = {
    "evidence",
    "-o FILE [PATH…]",
    {"mencetak buku bukti untuk penilaian PEKPPP atau Ombudsman",
     "prints the book of evidence for the examination by PEKPPP or the Ombudsman"},
    evidence_options,
    run_evidence,
    G_MAXUINT,
};
