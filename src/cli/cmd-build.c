#include "base/chars.h"
#include "base/fs.h"
#include "base/module.h"
#include "base/work.h"
#include "cli/command.h"
#include "cli/place.h"
#include "draw/text.h"
#include "publish/build.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { STRANGER_MAX = 4096 }; /* bytes shown of a path that is not ours */

static const CommandOption build_options[] = {
    {"output",
     'o',
     "OUT",
     {"folder hasil (bawaan: DIR/public)", "output folder (default: DIR/public)"}},
    CLI_OPTION_THEME,
    {"base-url",
     0,
     "URL",
     {"alamat situs setelah diunggah", "address of the site once uploaded"}},
    CLI_OPTION_JOBS,
    {"date",
     0,
     "D",
     {"situs seperti pada hari itu (bawaan: tanggal terbaru di naskah, bukan hari ini)",
      "the site as of that day (default: the newest date of the texts, not today)"}},
    {"only",
     0,
     "FOLDER",
     {"hanya halaman folder ini, tanpa halaman bersama",
      "only this folder's pages, no shared page"}},
    {"draft",
     0,
     NULL,
     {"buat draf walau ada kesalahan, tanpa layanan yang salah",
      "build a draft despite errors, without the faulty services"}},
    {"force",
     0,
     NULL,
     {"izinkan menghapus banyak berkas atau halaman layanan",
      "allow deleting many files or service pages"}},
    {"adopt",
     0,
     NULL,
     {"ambil alih berkas yang sudah ada di alamat yang sama",
      "take over existing files of the same paths"}},
    {"fail-on",
     0,
     "LEVEL",
     {"berhenti mulai tingkat ini: note, warning, error (bawaan)",
      "stop from this level on: note, warning, error (default)"}},
    {"no-posters", 0, NULL, {"tanpa poster dan kartu", "no posters and cards"}},
    {"changes",
     0,
     NULL,
     {"daftar berkas yang baru, berubah, dan dihapus, untuk yang mengunggah sendiri",
      "list new, changed and deleted files, for those who upload by hand"}},
    {"quiet", 'q', NULL, {"tanpa catatan dan peringatan", "no notes and warnings"}},
    {0},
};

static void
put_summary(const Cli *cli, const BuildReport *report, double seconds)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const TreeReport *tree = &report->tree;
    cli_append(cli, out,
               "%u layanan dari %u instansi: %u halaman, %u poster; %u ditulis, %u tetap, %u "
               "dihapus (%.2f detik)\n",
               "%u services of %u agencies: %u pages, %u posters; %u written, %u unchanged, %u "
               "removed (%.2f s)\n",
               report->n_services, report->n_agencies, report->n_pages, report->n_posters,
               tree->n_new + tree->n_changed, tree->n_unchanged, tree->n_removed, seconds);
    if (tree->finished)
        cli_append(cli, out, "pembuatan sebelumnya terputus; sudah diselesaikan\n",
                   "the build before was cut off; it has been finished\n");
    if (tree->damaged)
        cli_append(cli, out,
                   "manifes .maklumat rusak, jadi tidak ada berkas lama yang dihapus\n",
                   "the manifest .maklumat was damaged, so no old file was deleted\n");
    for (guint i = 0; tree->strangers != NULL && i < tree->strangers->len; i++) {
        const char *path = tree->strangers->pdata[i];
        cli_append(cli, out,
                   "bukan buatan maklumat, dibiarkan: ", "not made by maklumat, left alone: ");
        chars_append_shown(out, path, strlen(path), STRANGER_MAX);
        g_string_append_c(out, '\n');
    }
    cli_put(out->str, out->len);
}

static void
put_changes(const Cli *cli, const GPtrArray *changes)
{
    static const CommandText words[] = {
        [MANIFEST_CHANGED] = {"ubah ", "change"},
        [MANIFEST_NEW] = {"baru ", "new   "},
        [MANIFEST_DELETE] = {"hapus", "delete"},
    };
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; changes != NULL && i < changes->len; i++) {
        const TreeChange *change = changes->pdata[i];
        g_string_append(out, cli_text(cli, words[change->state]));
        g_string_append_c(out, ' ');
        chars_append_shown(out, change->path, strlen(change->path), STRANGER_MAX);
        g_string_append_c(out, '\n');
    }
    cli_put(out->str, out->len);
}

typedef struct Progress {
    const Cli *cli;
    gint64 start, last;
    gboolean shown;
} Progress;

/* Only on a terminal, only when it takes longer than a second. */
static void
show_progress(gpointer data, guint done, guint total)
{
    Progress *progress = data;
    gint64 now = g_get_monotonic_time();
    if (!progress->cli->terminal || now - progress->start < G_USEC_PER_SEC ||
        now - progress->last < G_USEC_PER_SEC / 10)
        return;
    double rate = (double)done / ((double)(now - progress->start) / G_USEC_PER_SEC);
    g_autoptr(GString) line = g_string_new(NULL);
    cli_append(progress->cli, line, "\r%u/%u instansi, %.0f per detik, sisa %.0f detik\033[K",
               "\r%u/%u agencies, %.0f a second, %.0f s left\033[K", done, total, rate,
               (double)(total - done) / MAX(rate, 0.001));
    cli_put_error(line->str, line->len);
    progress->last = now;
    progress->shown = TRUE;
}

/* "./content/kab-x/dinas-y/", as a shell completes it, is kab-x/dinas-y. FALSE (reported): no folder inside content/. */
static gboolean
read_folder(const Cli *cli, const char *text, char **folder)
{
    const char *path = text;
    *folder = NULL;
    if (text == NULL)
        return TRUE;
    while (g_str_has_prefix(path, "./"))
        path += 2;
    if (g_str_has_prefix(path, "content/") && path[8] != '\0')
        path += 8;
    g_autofree char *name = g_strdup(path);
    gsize len = strlen(name);
    while (len > 0 && name[len - 1] == '/')
        name[--len] = '\0';
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    gboolean fine = len > 0;
    for (char **part = parts; *part != NULL; part++)
        fine &= **part != '\0' && strcmp(*part, ".") != 0 && strcmp(*part, "..") != 0;
    if (fine)
        *folder = g_steal_pointer(&name);
    else
        cli_error(cli,
                  "--only memerlukan folder di dalam content/, seperti "
                  "kab-pasuruan/dinas-sosial, bukan \"%s\"",
                  "--only takes a folder inside content/ such as kab-pasuruan/dinas-sosial, "
                  "not \"%s\"",
                  text);
    return fine;
}

/* After trouble that may pass: what became of the site, and what to do. */
static void
put_comfort(const Cli *cli, const GError *error)
{
    static const FsErrorCode passing[] = {FS_ERROR_DENIED, FS_ERROR_READ_ONLY, FS_ERROR_FULL,
                                          FS_ERROR_BROKEN, FS_ERROR_BUSY,      FS_ERROR_FAILED};
    for (guint i = 0; i < G_N_ELEMENTS(passing); i++) {
        if (g_error_matches(error, FS_ERROR, (gint)passing[i]))
            cli_error(cli,
                      "halaman yang sudah terbit tetap utuh; setelah gangguannya diatasi, "
                      "jalankan lagi perintah ini",
                      "published pages are still whole; once the trouble is over, run this "
                      "command again");
    }
}

/* The command line as options, but for the folders. FALSE when it will not do, which was told. */
static gboolean
read_options(const Cli *cli, const CliArgs *args, BuildOptions *options)
{
    *options = (BuildOptions){
        .confine = TRUE,
        .fail_on = DIAG_ERROR,
        .lang = cli->lang,
        .out = cli_option(args, "output"),
        .theme = cli_option(args, "theme"),
        .draft = cli_option(args, "draft") != NULL,
        .force = cli_option(args, "force") != NULL,
        .adopt = cli_option(args, "adopt") != NULL,
        .no_posters = cli_option(args, "no-posters") != NULL || !module_any(),
        .changes = cli_option(args, "changes") != NULL,
    };
    return cli_read_count(cli, args, "jobs", WORK_MAX_JOBS, &options->jobs) &&
           cli_read_date(cli, "date", cli_option(args, "date"), &options->day) &&
           cli_read_level(cli, cli_option(args, "fail-on"), &options->fail_on);
}

static Exit
put_published(const Cli *cli, const CliArgs *args, const BuildReport *report, double seconds)
{
    put_changes(cli, report->tree.changes);
    put_summary(cli, report, seconds);
    if (cli_option(args, "no-posters") == NULL && !module_any())
        cli_error(
            cli, "poster dan kartu belum dapat dibuat di Windows; buat di WSL atau Debian",
            "posters and cards cannot be made on Windows yet; make them in WSL or Debian");
    return EXIT_FINE;
}

static Exit
build(const Cli *cli, const CliArgs *args, const BuildOptions *wanted)
{
    Progress progress = {cli, g_get_monotonic_time(), 0, FALSE};
    BuildOptions options = *wanted;
    options.progress = show_progress;
    options.progress_data = &progress;
    /* A web server reads the files, whatever this user keeps to themselves. */
    umask(umask(0777) & 0222);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    BuildReport report;
    gboolean fine = build_run(&options, diags, &report, &error);
    double seconds = (double)(g_get_monotonic_time() - progress.start) / G_USEC_PER_SEC;
    Exit exit = EXIT_FINDINGS;
    if (progress.shown)
        cli_put_error("\r\033[K", 4);
    /* What cannot stop this build is left out of what --quiet prints; the exit code is the same. */
    cli_put_findings(cli, diags,
                     cli_option(args, "quiet") != NULL ? options.fail_on : DIAG_NOTE);
    if (!fine) {
        exit = cli_project_failed(cli, options.dir, error);
        if (g_error_matches(error, DRAW_ERROR, DRAW_ERROR_FONTS))
            cli_error(cli, "tanpa poster dan kartu: --no-posters",
                      "without posters and cards: --no-posters");
        put_comfort(cli, error);
    } else if (report.published) {
        exit = put_published(cli, args, &report, seconds);
    } else {
        cli_error(cli, "tidak ada yang diterbitkan; perbaiki kesalahan di atas",
                  "nothing was published; correct the errors above");
    }
    build_report_clear(&report);
    return exit;
}

static Exit
run_build(const Cli *cli, const CliArgs *args)
{
    BuildOptions options;
    Exit exit = EXIT_USAGE;
    g_autofree char *base_url = NULL, *only = NULL;
    if (cli_read_base_url(cli, args, &base_url) &&
        read_folder(cli, cli_option(args, "only"), &only) &&
        read_options(cli, args, &options) && cli_names_place(cli, args->rest[0], FALSE)) {
        g_autofree char *dir = place_project(args->rest[0]);
        options.dir = dir;
        options.base_url = base_url;
        options.only = only;
        exit = build(cli, args, &options);
    }
    return exit;
}

const Command command_build = {
    "build",
    "[DIR]",
    {"membuat situs dari DIR/content ke DIR/public",
     "makes the site from DIR/content into DIR/public"},
    build_options,
    run_build,
    1,
};
