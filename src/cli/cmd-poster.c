#include "base/fs.h"
#include "cli/command.h"
#include "cli/outfile.h"
#include "model/walk.h"
#include "publish/posters.h"
#include "publish/project.h"
#include <string.h>

static const CommandOption poster_options[] = {
    {"size",
     0,
     "SIZE",
     {"a4, a3 (bawaan), a2, a1, f4, xbanner (60×160 cm), atau kartu",
      "a4, a3 (default), a2, a1, f4, xbanner (60×160 cm) or kartu"}},
    {"format", 0, "F", {"pdf (bawaan), png, atau svg", "pdf (default), png or svg"}},
    {"output", 'o', "FILE", {"berkas hasil (wajib)", "output file (required)"}},
    {"kind",
     0,
     "K",
     {"layanan (bawaan), maklumat, atau kanal", "layanan (default), maklumat or kanal"}},
    {"base-url",
     0,
     "URL",
     {"alamat situs, untuk kode QR", "address of the site, for the QR code"}},
    CLI_OPTION_THEME,
    {"date", 0, "D", {"poster seperti pada hari itu", "the poster as of that day"}},
    {"crop-marks",
     0,
     NULL,
     {"PDF untuk percetakan: lebihan 3 mm dan tanda potong",
      "PDF for a print shop: 3 mm bleed and crop marks"}},
    {"cmyk",
     0,
     NULL,
     {"PDF untuk percetakan: warna tinta CMYK, teks gelap dengan tinta hitam saja",
      "PDF for a print shop: CMYK inks, dark text in black ink alone"}},
    {"annex",
     0,
     NULL,
     {"PDF: tambah halaman bagan alur untuk petugas",
      "PDF: add a page with the flow chart for officials"}},
    {"all",
     0,
     NULL,
     {"satu PDF berisi semua poster instansi di PATH, untuk dicetak sekaligus",
      "one PDF with all posters of the agency at PATH, to print at once"}},
    {"jarak",
     0,
     NULL,
     {"lembar pertama terbaca dari 3 m (a3, a2, a1, xbanner)",
      "a first sheet to be read from 3 m (a3, a2, a1, xbanner)"}},
    {"hemat-tinta", 0, NULL, {"hemat tinta", "save ink"}},
    {"padat", 0, NULL, {"huruf lebih kecil di A4", "smaller type at A4"}},
    {"sheet", 0, "N", {"lembar ke-N (png, svg)", "sheet number N (png, svg)"}},
    {"dpi", 0, "N", {"titik per inci (png; bawaan 96)", "dots per inch (png; default 96)"}},
    {0},
};

/* What the command line asks for. */
typedef struct Wish {
    const CliArgs *args;
    PosterOrder order;
    gboolean all;   /* posters of the agency */
    char *dir;      /* the project */
    char *page;     /* in the content folder, without extension */
    char *base_url; /* NULL = as situs.yaml says */
    Date day;       /* --date; {0} = not given */
} Wish;

static const char *const formats[] = {"pdf", "png", "svg", NULL};

static gboolean
choose(const Cli *cli,
       const char *option,
       const char *text,
       const char *const *names,
       guint *index)
{
    for (guint i = 0; names[i] != NULL; i++) {
        if (text == NULL || strcmp(text, names[i]) == 0) {
            *index = i;
            return TRUE;
        }
    }
    g_autofree char *all = g_strjoinv(", ", (char **)(guintptr)names);
    cli_error(cli, "--%s memerlukan salah satu dari %s, bukan \"%s\"",
              "--%s takes one of %s, not \"%s\"", option, all, text);
    return FALSE;
}

/* What the named sizes, formats and kinds allow together. */
static gboolean
go_together(const Cli *cli, const Wish *wish)
{
    const PosterOptions *o = &wish->order.options;
    if ((o->distance || o->size == POSTER_BANNER) &&
        (wish->order.subject.kind != POSTER_SERVICE || o->size == POSTER_A4 ||
         o->size == POSTER_CARD)) {
        cli_error(cli, "--jarak dan xbanner untuk poster layanan a3, a2, atau a1",
                  "--jarak and xbanner are for a service at a3, a2 or a1");
        return FALSE;
    }
    if (wish->all && (o->format != POSTER_PDF || o->size >= POSTER_BANNER || o->distance)) {
        cli_error(cli, "--all membuat PDF a4, a3, a2, a1, atau f4",
                  "--all makes a PDF of a4, a3, a2, a1 or f4");
        return FALSE;
    }
    return TRUE;
}

static gboolean
is_given(const Wish *wish, const char *option)
{
    return cli_option(wish->args, option) != NULL;
}

static gboolean
read_options(const Cli *cli, Wish *wish)
{
    static const char *const kinds[] = {"layanan", "maklumat", "kanal", NULL};
    PosterOptions *o = &wish->order.options;
    const char *size = cli_option(wish->args, "size");
    guint format = 0, kind = 0, sheet = 1;
    o->size = POSTER_A3;
    if (size != NULL && !poster_size_find(size, &o->size)) {
        cli_error(cli,
                  "--size memerlukan a4, a3, a2, a1, f4, xbanner, atau kartu, bukan \"%s\"",
                  "--size takes a4, a3, a2, a1, f4, xbanner or kartu, not \"%s\"", size);
        return FALSE;
    }
    if (!choose(cli, "format", cli_option(wish->args, "format"), formats, &format) ||
        !cli_read_base_url(cli, wish->args, &wish->base_url) ||
        !cli_read_date(cli, "date", cli_option(wish->args, "date"), &wish->day) ||
        !choose(cli, "kind", cli_option(wish->args, "kind"), kinds, &kind) ||
        !cli_read_count(cli, wish->args, "sheet", 1000, &sheet) ||
        !cli_read_count(cli, wish->args, "dpi", 600, &o->dpi))
        return FALSE;
    o->format = (PosterFormat)format;
    o->sheet = sheet - 1;
    o->crop_marks = is_given(wish, "crop-marks");
    o->cmyk = is_given(wish, "cmyk");
    o->annex = is_given(wish, "annex");
    o->distance = is_given(wish, "jarak");
    o->dense = is_given(wish, "padat");
    o->ink_saving = is_given(wish, "hemat-tinta") || poster_size_saves_ink(o->size);
    wish->all = is_given(wish, "all");
    wish->order.subject.kind = (PosterKind)kind;
    return go_together(cli, wish);
}

/* "x/content/kab/dinas/slug.md" names the project x and the page kab/dinas/slug; so does "kab/dinas/slug" inside x. */
static void
split_path(Wish *wish, const char *path)
{
    const char *at = g_str_has_prefix(path, "content/") ? path : strstr(path, "/content/");
    if (at == NULL) {
        wish->dir = g_strdup(".");
        wish->page = g_strdup(path);
    } else {
        wish->dir = at == path ? g_strdup(".") : g_strndup(path, (gsize)(at - path));
        wish->page = g_strdup(strstr(at, "content/") + strlen("content/"));
    }
    const char *const ends[] = {"/", ".md", ".yaml", ".html", "/instansi"};
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (g_str_has_suffix(wish->page, ends[i]))
            wish->page[strlen(wish->page) - strlen(ends[i])] = '\0';
    }
}

static const ScanAgency *
find_agency(const Scan *scan, const Wish *wish)
{
    const ScanAgency *agency = NULL;
    if (wish->order.subject.kind == POSTER_SERVICE && !wish->all)
        scan_find_page(scan, wish->page, &agency);
    else
        agency = scan_find_agency(scan, strcmp(wish->page, "instansi") == 0 ? "" : wish->page);
    return agency;
}

/* Whether the file cannot be read as the contract says: then nothing of it is published, here as in a build. */
static gboolean
has_error(const DiagList *diags, const Source *source)
{
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        if (diag->level >= DIAG_ERROR && strcmp(diag->path, source_path(source)) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
make(const Project *project, Wish *wish, const Loaded *loaded, GError **error)
{
    PosterOrder *order = &wish->order;
    Render render;
    project_describe(project, wish->base_url, &render);
    gboolean one = order->subject.kind == POSTER_SERVICE && !wish->all;
    order->subject.service = one ? agency_find_service(loaded->agency, wish->page) : NULL;
    const Service *service = order->subject.service;
    if ((one && service == NULL) ||
        (service != NULL && has_error(order->diags, service->source)) ||
        has_error(order->diags, loaded->agency->source))
        return TRUE;
    g_autoptr(Posters) posters = posters_new(&render, NULL, 1, order->diags);
    if (!(wish->all ? posters_all : posters_single)(posters, loaded, order, error))
        return FALSE;
    gboolean there = wish->all || order->options.sheet < order->report.n_sheets;
    return order->out->len == 0 || !there ||
           fs_replace(FS_CWD, cli_option(wish->args, "output"), order->out->data,
                      order->out->len, error);
}

static Exit
finish(const Cli *cli, const Wish *wish)
{
    const PosterOrder *order = &wish->order;
    const PosterReport *report = &order->report;
    g_autoptr(GString) out = g_string_new(NULL);
    cli_put_findings(cli, order->diags, DIAG_NOTE);
    if (order->out->len == 0)
        return EXIT_FINDINGS;
    if (wish->all) {
        cli_append(cli, out, "%u poster\n", "%u poster(s)\n", order->n_posters);
        cli_put(out->str, out->len);
        return EXIT_FINE;
    }
    if (wish->order.options.sheet >= report->n_sheets) {
        return cli_usage(cli, "poster ini hanya %u lembar; lembar ke-%u tidak ada",
                         "this poster has %u sheet(s); there is no sheet %u", report->n_sheets,
                         wish->order.options.sheet + 1);
    }
    cli_append(cli, out, "%u lembar, huruf %.1f pt, terbaca dari %.1f m\n",
               "%u sheet(s), type of %.1f pt, readable from %.1f m\n", report->n_sheets,
               report->body_pt, report->reading_distance_m);
    cli_put(out->str, out->len);
    return EXIT_FINE;
}

static Exit
make_poster(const Cli *cli, Wish *wish)
{
    Project project;
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    wish->order.diags = diags;
    wish->order.out = bytes;
    Exit exit = EXIT_ENVIRONMENT;
    ProjectOptions options = {
        .dir = wish->dir, .theme = cli_option(wish->args, "theme"), .day = wish->day};
    gboolean open = project_open(&project, &options, diags, &error);
    const ScanAgency *agency = open ? find_agency(project.scan, wish) : NULL;
    if (open && agency == NULL) {
        cli_error(cli, "tidak ada berkas layanan \"%s\" di %s",
                  "there is no charter \"%s\" in %s", wish->page, project.content);
        exit = EXIT_USAGE;
    } else if (open) {
        g_autoptr(Loaded) loaded =
                      load_agency(project.scan, project.data, agency, diags, &error);
        gboolean fine = loaded != NULL && make(&project, wish, loaded, &error);
        exit = fine ? finish(cli, wish) : EXIT_ENVIRONMENT;
    }
    if (exit == EXIT_ENVIRONMENT)
        cli_project_failed(cli, wish->dir, error);
    project_close(&project);
    return exit;
}

static Exit
check_output(const Cli *cli, const Wish *wish)
{
    const char *const endings[] = {formats[wish->order.options.format], NULL};
    const Outfile file = {.path = cli_option(wish->args, "output"),
                          .dir = wish->dir,
                          .inputs = {cli_option(wish->args, "theme")},
                          .endings = endings,
                          .other = "--format",
                          .others = formats};
    return outfile_check(cli, &file);
}

static Exit
run_poster(const Cli *cli, const CliArgs *args)
{
    Wish wish = {.args = args};
    Exit exit = EXIT_USAGE;
    if (read_options(cli, &wish)) {
        const char *output = cli_option(args, "output");
        if (args->n_rest == 1 && output != NULL && *output != '\0') {
            split_path(&wish, args->rest[0]);
            exit = check_output(cli, &wish);
            if (exit == EXIT_FINE)
                exit = make_poster(cli, &wish);
        } else {
            cli_error(
                cli,
                "sebutkan berkas layanannya dan berkas hasil: maklumat poster PATH -o FILE",
                "name the charter and the output: maklumat poster PATH -o FILE");
        }
    }
    g_free(wish.dir);
    g_free(wish.page);
    g_free(wish.base_url);
    return exit;
}

const Command command_poster = {
    "poster",
    "PATH -o FILE",
    {"membuat satu poster atau kartu", "makes one poster or card"},
    poster_options,
    run_poster,
    1,
};
