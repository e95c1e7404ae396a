#include "base/chars.h"
#include "base/fs.h"
#include "cli/command.h"
#include "cli/content.h"
#include "import/draft.h"
#include "import/pdftext.h"
#include "text/address.h"
#include "text/slug.h"
#include <string.h>

enum { MAX_PER_FILE = 20, SHOWN_MAX = 4000 /* bytes of a path */ };

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
    {"force",
     0,
     NULL,
     {"menggantikan berkas layanan yang sudah ada (instansi.yaml tidak)",
      "replaces charters that exist (not instansi.yaml)"}},
    {0},
};

typedef struct Import {
    const Cli *cli;
    const char *dir; /* NULL = print */
    gboolean force;
    Arena *arena;
    DiagList *diags;
    GPtrArray *sources;  /* Source, borrowed by the texts */
    const Sippn *agency; /* the first text that names its agency */
    GPtrArray *paths;    /* of the charters, char * */
    GPtrArray *charters; /* GString, one a path */
} Import;

static void
free_text(gpointer text)
{
    g_string_free(text, TRUE);
}

/* ---- reading ---- */

/* Replaces the bytes of a PDF by its text; FALSE with *exit, or with a finding, when it cannot. */
static gboolean
take_text(Import *import, const char *path, char **bytes, gsize *len, Exit *exit)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *pdf = *bytes;
    *bytes = NULL;
    switch (pdftext_read(pdf, *len, PDFTEXT_SECONDS, SOURCE_MAX_BYTES, bytes, len, &error)) {
    case PDFTEXT_READ:
        if (*len > 0 && strspn(*bytes, " \t\r\n\f") < *len)
            return TRUE;
        g_clear_pointer(bytes, g_free);
        diag_add_path(import->diags, DIAG_PDF_NO_TEXT, path, NULL);
        return FALSE;
    case PDFTEXT_NO_PROGRAM:
        cli_error(
            import->cli,
            (CommandText){"%s: PDF dibaca dengan pdftotext, yang belum terpasang; pasang "
                          "dengan: sudo apt install poppler-utils",
                          "%s: PDF is read with pdftotext, which is not installed; install "
                          "it with: sudo apt install poppler-utils"},
            path);
        *exit = EXIT_ENVIRONMENT;
        return FALSE;
    case PDFTEXT_UNREADABLE:
    case PDFTEXT_SLOW:
        diag_add_path(import->diags, DIAG_PDF_UNREADABLE, path, NULL);
        return FALSE;
    case PDFTEXT_FAILED:
        break;
    }
    *exit = cli_environment(import->cli, error);
    return FALSE;
}

/* The agency of all texts of a run is one: a folder holds one. */
static void
check_agency(Import *import, const Sippn *sippn)
{
    const SippnAgency *here = &sippn->agency;
    if (here->name == NULL)
        return;
    if (import->agency == NULL)
        import->agency = sippn;
    const SippnAgency *first = &import->agency->agency;
    if (strcmp(here->name, first->name) != 0 || strcmp(here->parent, first->parent) != 0)
        diag_add(import->diags, DIAG_IMPORT_OTHER_AGENCY, source_mark(sippn->source, 0), 0,
                 here->name, here->parent, first->name, first->parent, NULL);
}

/* "/seeds/x.txt" when the text lies in the project of the output folder; else NULL. */
static char *
origin_link(const Import *import, const char *path)
{
    static const char fine[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/";
    g_autofree char *root = import->dir != NULL ? content_root(import->dir) : NULL;
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    if (root == NULL || !g_str_has_prefix(whole, root) || whole[strlen(root)] != '/')
        return NULL;
    const char *link = whole + strlen(root);
    return g_str_has_suffix(link, ".txt") && strspn(link, fine) == strlen(link) ? g_strdup(link)
                                                                                : NULL;
}

static char *
slug_of(const Sippn *sippn)
{
    g_autofree char *slug = slug_from(sippn->title);
    /* instansi.md would be the agency's own file. */
    return strcmp(slug, "instansi") == 0 ? g_strdup("layanan-instansi")
                                         : g_steal_pointer(&slug);
}

static void
add_charter(Import *import, const char *path, const Sippn *sippn)
{
    g_autofree char *slug = slug_of(sippn), *link = origin_link(import, path);
    g_autofree char *base = g_path_get_basename(path);
    g_autoptr(GString) name = g_string_new(NULL);
    if (*slug == '\0') {
        diag_add(import->diags, DIAG_IMPORT_NO_TITLE, source_mark(sippn->source, 0), 0, NULL);
        return;
    }
    chars_append_shown(name, base, strlen(base), SHOWN_MAX);
    GString *text = g_string_new(NULL);
    draft_append_charter(sippn, &(DraftOrigin){link, name->str}, text, import->diags);
    g_ptr_array_add(import->charters, text);
    g_ptr_array_add(import->paths,
                    g_strdup_printf("%s/%s.md", import->dir != NULL ? import->dir : ".", slug));
}

/* FALSE with *exit when the environment fails; what is wrong with the text is a finding. */
static gboolean
read_file(Import *import, const char *path, Exit *exit)
{
    g_autoptr(GError) error = NULL;
    char *bytes;
    gsize len;
    if (!fs_read(FS_CWD, path, PDFTEXT_MAX_BYTES, &bytes, &len, &error)) {
        *exit = cli_environment(import->cli, error);
        return FALSE;
    }
    if (pdftext_is_pdf(bytes, len) && !take_text(import, path, &bytes, &len, exit))
        return *exit == EXIT_FINE;
    Source *source = source_new(path, bytes, len, import->diags);
    g_ptr_array_add(import->sources, source);
    const Sippn *sippn = sippn_read(import->arena, source, import->diags);
    if (sippn == NULL)
        return TRUE;
    check_agency(import, sippn);
    add_charter(import, path, sippn);
    return TRUE;
}

/* ---- writing ---- */

static gboolean
stands_there(const char *path, gboolean *there, GError **error)
{
    FsStat stat;
    if (!fs_stat(FS_CWD, path, &stat, error))
        return FALSE;
    *there = stat.kind != FS_NONE;
    return TRUE;
}

static Exit
refuse(const Import *import, CommandText text, const char *path)
{
    cli_error(import->cli, text, path);
    return EXIT_USAGE;
}

/* Refuses a charter that is there: as .yaml or as anything but a file --force does not help. */
static Exit
check_old(const Import *import, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *stem = g_strndup(path, strlen(path) - strlen(".md"));
    g_autofree char *other = g_strconcat(stem, ".yaml", NULL);
    gboolean there;
    FsStat old;
    if (!fs_stat(FS_CWD, path, &old, &error) || !stands_there(other, &there, &error))
        return cli_environment(import->cli, error);
    if (there || (import->force && old.kind != FS_NONE && old.kind != FS_FILE))
        return refuse(import,
                      (CommandText){"%s sudah ada; hapus atau pindahkan dahulu",
                                    "%s exists already; delete or move it first"},
                      there ? other : path);
    if (old.kind != FS_NONE && !import->force)
        return refuse(import,
                      (CommandText){"%s sudah ada; tulis --force untuk menggantikannya",
                                    "%s exists already; write --force to replace it"},
                      path);
    return EXIT_FINE;
}

/* No two texts of one name, and nothing of the author's. */
static Exit
check_paths(const Import *import)
{
    Exit exit = EXIT_FINE;
    for (guint i = 0; i < import->paths->len && exit == EXIT_FINE; i++) {
        const char *path = g_ptr_array_index(import->paths, i);
        for (guint k = 0; k < i; k++)
            if (strcmp(g_ptr_array_index(import->paths, k), path) == 0)
                return refuse(import,
                              (CommandText){"dua naskah akan menjadi %s; impor satu per satu, "
                                            "dan ganti nama berkas yang pertama",
                                            "two texts would become %s; import one at a time, "
                                            "and rename the first file"},
                              path);
        exit = check_old(import, path);
    }
    return exit;
}

static gboolean
write_text(const char *path, const GString *text, GError **error)
{
    if (!fs_replace(FS_CWD, path, text->str, text->len, error))
        return FALSE;
    g_autoptr(GString) line = g_string_new(NULL);
    chars_append_shown(line, path, strlen(path), SHOWN_MAX);
    g_string_append_c(line, '\n');
    cli_put(line->str, line->len);
    return TRUE;
}

/* instansi.yaml, unless the folder has one or no text names its agency. */
static gboolean
write_agency(const Import *import, GError **error)
{
    static const char *const names[] = {"instansi.yaml", "instansi.md"};
    g_autofree char *path = g_build_filename(import->dir, names[0], NULL);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *old = g_build_filename(import->dir, names[i], NULL);
        gboolean there;
        if (!stands_there(old, &there, error))
            return FALSE;
        if (there)
            return TRUE;
    }
    if (import->agency == NULL) {
        diag_add_path(import->diags, DIAG_IMPORT_NO_AGENCY, import->dir, import->dir, NULL);
        return TRUE;
    }
    g_autoptr(GString) text = g_string_new(NULL);
    draft_append_agency(&import->agency->agency, text);
    return write_text(path, text, error);
}

static guint
count_doubts(const Import *import)
{
    guint n = 0;
    for (guint i = 0; i < import->charters->len; i++) {
        const GString *text = g_ptr_array_index(import->charters, i);
        for (const char *at = text->str; (at = strstr(at, "# periksa: ")) != NULL; at++)
            n++;
    }
    return n;
}

static Exit
write_all(const Import *import)
{
    g_autoptr(GError) error = NULL;
    Exit exit = check_paths(import);
    if (exit != EXIT_FINE)
        return exit;
    if (!fs_mkdir_p(FS_CWD, import->dir, &error) || !write_agency(import, &error))
        return cli_environment(import->cli, error);
    for (guint i = 0; i < import->paths->len; i++)
        if (!write_text(g_ptr_array_index(import->paths, i),
                        g_ptr_array_index(import->charters, i), &error))
            return cli_environment(import->cli, error);
    guint n = count_doubts(import);
    if (n > 0)
        cli_error(
            import->cli,
            (CommandText){"%u komentar \"periksa:\" perlu dibaca; sesudah itu jalankan "
                          "maklumat check",
                          "comments \"periksa:\" to be read: %u; then run maklumat check"},
            n);
    return EXIT_FINE;
}

/* ---- the command ---- */

static void
put_findings(const Import *import)
{
    g_autoptr(GString) out = g_string_new(NULL);
    DiagPrint how = {import->cli->lang, import->cli->color, MAX_PER_FILE, "maklumat " VERSION};
    diag_list_sort(import->diags);
    diag_list_print(import->diags, DIAG_FORMAT_TEXT, &how, out);
    cli_put_error(out->str, out->len);
}

static Exit
import_files(Import *import, const char *const *files)
{
    Exit exit = EXIT_FINE;
    for (; *files != NULL; files++)
        if (!read_file(import, *files, &exit))
            return exit;
    if (diag_list_n(import->diags) > 0) {
        put_findings(import);
        return EXIT_FINDINGS;
    }
    if (import->dir != NULL) {
        exit = write_all(import);
        put_findings(import);
        return exit;
    }
    for (guint i = 0; i < import->charters->len; i++) {
        const GString *text = g_ptr_array_index(import->charters, i);
        cli_put(text->str, text->len);
    }
    return EXIT_FINE;
}

/* Each part of the folder's path below content/ becomes part of an address. */
static Exit
check_dir(const Cli *cli, const char *dir)
{
    g_autofree char *root = content_root(dir), *whole = g_canonicalize_filename(dir, NULL);
    if (root == NULL) {
        cli_error(
            cli,
            (CommandText){"%s tidak berada di dalam content/, jadi tidak akan dibaca; tulis "
                          "misalnya -o content/dinas-sosial, atau --print",
                          "%s is not inside content/, so it would not be read; write for "
                          "example -o content/dinas-sosial, or --print"},
            dir);
        return EXIT_USAGE;
    }
    g_auto(GStrv) parts = g_strsplit(whole + strlen(root), "/", -1);
    for (char **part = parts + 2; parts[0] != NULL && parts[1] != NULL && *part != NULL;
         part++) {
        g_autofree char *better = slug_from(*part);
        if (slug_is_valid(*part) && !address_is_reserved(*part))
            continue;
        cli_error(cli,
                  (CommandText){"nama itu tidak dapat menjadi alamat; tulis \"%s\"",
                                "that name cannot be an address; write \"%s\""},
                  *better != '\0' ? better : "dinas");
        return EXIT_USAGE;
    }
    return EXIT_FINE;
}

static Exit
run_args(const Cli *cli, const CliArgs *args)
{
    const char *wanted = cli_option(args, "output");
    gboolean print = cli_option(args, "print") != NULL || g_strcmp0(wanted, "-") == 0;
    if (args->n_rest == 0) {
        cli_error(cli, (CommandText){"tulis misalnya: maklumat import naskah.pdf -o "
                                     "content/dinas-sosial",
                                     "write for example: maklumat import export.pdf -o "
                                     "content/dinas-sosial"});
        return EXIT_USAGE;
    }
    g_autofree char *dir = g_strdup(wanted != NULL && *wanted != '\0' ? wanted : ".");
    for (gsize len = strlen(dir); len > 1 && dir[len - 1] == '/'; len--)
        dir[len - 1] = '\0';
    Exit exit = print ? EXIT_FINE : check_dir(cli, dir);
    if (exit != EXIT_FINE)
        return exit;
    Import import = {
        .cli = cli,
        .dir = print ? NULL : dir,
        .force = cli_option(args, "force") != NULL,
        .arena = arena_new(),
        .diags = diag_list_new(),
        .sources = g_ptr_array_new_with_free_func((GDestroyNotify)source_free),
        .paths = g_ptr_array_new_with_free_func(g_free),
        .charters = g_ptr_array_new_with_free_func(free_text),
    };
    exit = import_files(&import, args->rest);
    g_ptr_array_unref(import.charters);
    g_ptr_array_unref(import.paths);
    g_ptr_array_unref(import.sources);
    diag_list_free(import.diags);
    arena_free(import.arena);
    return exit;
}

static Exit
run_import(const Cli *cli, int argc, char **argv)
{
    CliArgs args;
    Exit exit = EXIT_USAGE;
    if (cli_read_args(cli, &command_import, argc, argv, G_MAXUINT, &args))
        exit = run_args(cli, &args);
    cli_args_clear(&args);
    return exit;
}

const Command command_import = {
    "import",
    "FILE… [-o DIR]",
    {"membuat berkas layanan dari ekspor SIPPN (PDF atau teks)",
     "makes charters from exports of SIPPN (PDF or text)"},
    import_options,
    run_import,
};
