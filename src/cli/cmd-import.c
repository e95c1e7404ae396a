#include "base/chars.h"
#include "base/confine.h"
#include "base/fs.h"
#include "cli/command.h"
#include "cli/content.h"
#include "cli/import-module.h"
#include "import/draft.h"
#include "import/from-annex.h"
#include "import/intake.h"
#include "import/text-diff.h"
#include "text/address.h"
#include "text/fold.h"
#include "text/slug.h"
#include <string.h>

enum { SHOWN_MAX = 4000 /* bytes of a path */ };

/* One charter that was made. */
typedef struct Made {
    char *path;
    GString *text;
    DraftReport report;
} Made;

typedef struct Import {
    const Cli *cli;
    const char *dir; /* NULL = print */
    gboolean force, diff;
    Arena *arena;
    DiagList *diags;
    GPtrArray *sources;       /* Source, borrowed by the readings */
    const ReadAgency *agency; /* of the first text that names one */
    GPtrArray *made;          /* Made */
    GHashTable
        *paths; /* of what was made: char *, owned, and the number of the next of its name */
} Import;

static void
made_free(gpointer data)
{
    Made *made = data;
    g_string_free(made->text, TRUE);
    g_free(made->path);
    g_free(made);
}

/* The worse of two ends: the environment's, the command line's, findings. */
static Exit
worse(Exit a, Exit b)
{
    return MAX(a, b);
}

/* ---- reading ---- */

/* The agency of all texts of a run is one: a folder holds one. FALSE: this one is another's. */
static gboolean
check_agency(Import *import, const Reading *reading)
{
    const ReadAgency *here = &reading->agency;
    if (here->name == NULL)
        return TRUE;
    if (import->agency == NULL)
        import->agency = here;
    const ReadAgency *first = import->agency;
    if (fold_compare(here->name, first->name) == 0 &&
        fold_compare(here->parent, first->parent) == 0)
        return TRUE;
    diag_add(import->diags, DIAG_IMPORT_OTHER_AGENCY, source_mark(reading->source, 0), 0,
             here->name, here->parent, first->name, first->parent, NULL);
    return FALSE;
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

/* "Akta_Kelahiran.pdf" is "Akta Kelahiran": the service's name where the text has none. */
static char *
title_of_file(const char *base)
{
    g_autoptr(GString) name = g_string_new(NULL);
    const char *dot = strrchr(base, '.');
    gsize len = dot != NULL && dot > base ? (gsize)(dot - base) : strlen(base);
    chars_append_shown(name, base, len, SHOWN_MAX);
    char *title = g_strdelimit(g_strdup(name->str), "_", ' ');
    return g_strstrip(title);
}

static char *
slug_of(const char *title)
{
    g_autofree char *slug = slug_from(title);
    /* instansi.md would be the agency's own file. */
    return strcmp(slug, "instansi") == 0 ? g_strdup("layanan-instansi")
                                         : g_steal_pointer(&slug);
}

/* The path of a charter; two of one name in a run get numbers. import->paths holds the next number of each. */
static char *
take_path(Import *import, const char *slug)
{
    const char *dir = import->dir != NULL ? import->dir : ".";
    char *path = g_strdup_printf("%s/%s.md", dir, slug);
    guint first = GPOINTER_TO_UINT(g_hash_table_lookup(import->paths, path)), n = first;
    if (first > 0) {
        char *numbered = NULL;
        do {
            g_free(numbered);
            numbered = g_strdup_printf("%s/%s-%u.md", dir, slug, n++);
        } while (g_hash_table_contains(import->paths, numbered));
        g_hash_table_insert(import->paths, path, GUINT_TO_POINTER(n));
        path = numbered;
    }
    g_hash_table_insert(import->paths, g_strdup(path), GUINT_TO_POINTER(2));
    return path;
}

static void
add_charter(Import *import,
            const char *path,
            const Reading *reading,
            const ReadCharter *charter,
            const char *note)
{
    g_autofree char *base = g_path_get_basename(path), *named = title_of_file(base);
    g_autofree char *link = origin_link(import, path);
    ReadCharter own = *charter;
    g_autofree char *slug = slug_of(own.title);
    if (*slug == '\0') { /* no letter in it */
        g_free(slug);
        slug = slug_of(named);
        own.title = "";
    }
    if (*slug == '\0') {
        diag_add(import->diags, DIAG_IMPORT_NO_TITLE, source_mark(reading->source, 0), 0, NULL);
        return;
    }
    g_autoptr(GString) name = g_string_new(NULL);
    chars_append_shown(name, base, strlen(base), SHOWN_MAX);
    Made *made = g_new0(Made, 1);
    made->text = g_string_new(NULL);
    made->path = take_path(import, slug);
    DraftOrigin origin = {link, name->str, named, note};
    if (!draft_append_charter(reading, &own, &origin,
                              &(DraftSink){made->text, &made->report, import->diags})) {
        made_free(made);
        return;
    }
    g_ptr_array_add(import->made, made);
}

/* ---- an annex of ours ---- */

/* The components that the keys of a charter's text name. */
static guint
components_of(const char *text)
{
    guint found = 0;
    for (guint c = 1; c < G_N_ELEMENTS(component_names); c++) {
        g_autofree char *key = g_strdup_printf("\n%s:", field_component(c)->key);
        found |= strstr(text, key) != NULL ? 1U << c : 0;
    }
    return found;
}

static void
add_carried(Import *import, const AnnexCharter *charter)
{
    Made *made = g_new0(Made, 1);
    made->text = g_string_new_len(charter->text, (gssize)charter->len);
    made->path = take_path(import, charter->slug);
    made->report.found = components_of(made->text->str);
    made->report.decree = TRUE; /* as its author has it */
    g_ptr_array_add(import->made, made);
}

/* TRUE: the file carries its charters, and they were taken as they are. */
static gboolean
read_carried(Import *import, const char *path, const char *bytes, gsize len)
{
    g_autoptr(GArray) charters = annex_read_charters(bytes, len);
    for (guint i = 0; i < charters->len; i++) {
        const AnnexCharter *charter = &g_array_index(charters, AnnexCharter, i);
        g_autoptr(DiagList) dropped = diag_list_new();
        g_autoptr(Source) source = source_new(path, g_strndup(charter->text, charter->len),
                                              charter->len, dropped);
        if (!source_is_readable(source))
            return FALSE; /* no text of ours: the words are read instead */
    }
    for (guint i = 0; i < charters->len; i++)
        add_carried(import, &g_array_index(charters, AnnexCharter, i));
    return charters->len > 0;
}

/* What is wrong with the text is a finding, what the environment refuses a message; neither stops the rest. */
static Exit
read_file(Import *import, const char *path)
{
    g_autoptr(GError) error = NULL;
    gsize len;
    Intake intake;
    g_autofree char *bytes = fs_read(FS_CWD, path, INTAKE_MAX_BYTES, &len, &error);
    if (bytes == NULL) {
        if (!g_error_matches(error, FS_ERROR, FS_ERROR_TOO_BIG))
            return cli_environment(import->cli, error);
        diag_add_path(import->diags, DIAG_IMPORT_HEAVY, path, NULL);
        return EXIT_FINE;
    }
    if (read_carried(import, path, bytes, len))
        return EXIT_FINE;
    IntakeStatus status = intake_read(import->arena, &(IntakeFile){path, bytes, len}, &intake,
                                      import->diags, &error);
    if (intake.source != NULL)
        g_ptr_array_add(import->sources, intake.source);
    if (status == INTAKE_FAILED)
        return cli_environment(import->cli, error);
    if (status == INTAKE_FINDING)
        return EXIT_FINE;
    const Reading *reading =
        reading_new(import->arena, intake.source, &intake.blocks, import->diags);
    if (reading == NULL || !check_agency(import, reading))
        return EXIT_FINE;
    for (guint i = 0; i < reading->n; i++)
        add_charter(import, path, reading, &reading->charters[i], intake.note);
    return EXIT_FINE;
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
        return cli_usage(import->cli, "%s sudah ada; hapus atau pindahkan dahulu",
                         "%s exists already; delete or move it first", there ? other : path);
    if (old.kind != FS_NONE && !import->force)
        return cli_usage(
            import->cli,
            "%s sudah ada; tulis --force untuk menggantikannya, atau --diff untuk melihat "
            "bedanya",
            "%s exists already; write --force to replace it, or --diff to see how it differs",
            path);
    return EXIT_FINE;
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
    draft_append_agency(import->agency, text);
    return write_text(path, text, error);
}

/* ---- the report ---- */

/* The keys of the components whose bits are set, among the first `n`. */
static void
append_keys(guint bits, guint n, GString *out)
{
    gboolean first = TRUE;
    for (guint c = 1; c <= n; c++) {
        if (!(bits & (1U << c)))
            continue;
        g_string_append_printf(out, "%s%s", first ? "" : ", ", field_component(c)->key);
        first = FALSE;
    }
}

/* One line a charter: found, unsure, missing, not placed. */
static void
append_report(const Import *import, const Made *made, GString *out)
{
    enum { DELIVERY = 6 }; /* components 1 … 6 must be published (PermenPANRB 15/2014) */
    const DraftReport *report = &made->report;
    guint n = 0, all = G_N_ELEMENTS(component_names) - 1;
    guint missing = ~report->found & (((1U << DELIVERY) - 1) << 1);
    for (guint c = 1; c <= all; c++)
        n += report->found >> c & 1;
    chars_append_shown(out, made->path, strlen(made->path), SHOWN_MAX);
    cli_append(import->cli, out, ": %u dari %u komponen", ": %u of %u components", n, all);
    if (report->doubts > 0) {
        cli_append(import->cli, out, "; periksa %u", "; to check: %u", report->doubts);
        if (report->unsure != 0) {
            g_string_append(out, " (");
            append_keys(report->unsure, all, out);
            g_string_append(out, ")");
        }
    }
    if (missing != 0) {
        cli_append(import->cli, out, "; tidak ada: ", "; missing: ");
        append_keys(missing, DELIVERY, out);
    }
    if (report->unplaced > 0)
        cli_append(import->cli, out, "; tidak ditempatkan: %u", "; not placed: %u",
                   report->unplaced);
    g_string_append_c(out, '\n');
}

static void
put_report(const Import *import)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint doubts = 0, without = 0;
    for (guint i = 0; i < import->made->len; i++) {
        const Made *made = g_ptr_array_index(import->made, i);
        append_report(import, made, out);
        doubts += made->report.doubts;
        without += made->report.decree ? 0 : 1;
    }
    cli_put_error(out->str, out->len);
    if (without > 0)
        cli_error(
            import->cli,
            "%u piagam tanpa nomor SK, karena naskahnya tidak memuatnya; isi \"sk:\" bila ada",
            "charters without the number of a decree, which their texts do not name: %u; fill "
            "in \"sk:\" where there is one",
            without);
    if (doubts > 0)
        cli_error(import->cli,
                  "%u komentar \"periksa:\" perlu dibaca; sesudah itu jalankan maklumat check",
                  "comments \"periksa:\" to be read: %u; then run maklumat check", doubts);
}

/* Writes what may be written; what stands there already is left alone. */
static Exit
write_all(Import *import)
{
    g_autoptr(GError) error = NULL;
    Exit exit = EXIT_FINE;
    for (guint i = 0; i < import->made->len;) {
        const Made *made = g_ptr_array_index(import->made, i);
        Exit old = check_old(import, made->path);
        exit = worse(exit, old);
        if (old == EXIT_FINE)
            i++;
        else
            g_ptr_array_remove_index(import->made, i);
    }
    if (import->made->len == 0)
        return exit;
    if (!fs_mkdir_p(FS_CWD, import->dir, &error) || !write_agency(import, &error))
        return cli_environment(import->cli, error);
    for (guint i = 0; i < import->made->len; i++) {
        const Made *made = g_ptr_array_index(import->made, i);
        if (!write_text(made->path, made->text, &error))
            return cli_environment(import->cli, error);
    }
    put_report(import);
    return exit;
}

/* ---- comparing ---- */

static Exit
print_diffs(const Import *import)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < import->made->len; i++) {
        const Made *made = g_ptr_array_index(import->made, i);
        g_autoptr(GError) error = NULL;
        g_autofree char *old = NULL;
        gsize len;
        gboolean there;
        chars_append_shown(out, made->path, strlen(made->path), SHOWN_MAX);
        if (!stands_there(made->path, &there, &error) ||
            (there &&
             (old = fs_read(FS_CWD, made->path, SOURCE_MAX_BYTES, &len, &error)) == NULL))
            return cli_environment(import->cli, error);
        g_string_append(out, "\n");
        g_autoptr(GString) diff = g_string_new(NULL), shown = g_string_new(NULL);
        if (!there)
            cli_append(import->cli, out, "  belum ada\n", "  is not there yet\n");
        else if (!text_diff_append(old, made->text->str, diff))
            cli_append(import->cli, out, "  sama\n", "  is the same\n");
        g_auto(GStrv) lines = g_strsplit(diff->str, "\n", -1);
        for (char **line = lines; *line != NULL && (**line != '\0' || line[1] != NULL);
             line++) {
            chars_append_shown(shown, *line, strlen(*line), SHOWN_MAX);
            g_string_append_c(shown, '\n');
        }
        g_string_append(out, shown->str);
    }
    cli_put(out->str, out->len);
    return EXIT_FINE;
}

/* ---- the command ---- */

static Exit
import_files(Import *import, const char *const *files)
{
    Exit exit = EXIT_FINE;
    for (; *files != NULL; files++)
        exit = worse(exit, read_file(import, *files));
    if (import->dir != NULL)
        exit = worse(exit, import->diff ? print_diffs(import) : write_all(import));
    for (guint i = 0; i < import->made->len && import->dir == NULL; i++) {
        const Made *made = g_ptr_array_index(import->made, i);
        cli_put(made->text->str, made->text->len);
    }
    return cli_put_findings(import->cli, import->diags, DIAG_NOTE) ? worse(exit, EXIT_FINDINGS)
                                                                   : exit;
}

/* Each part of the folder's path below content/ becomes part of an address. */
static Exit
check_dir(const Cli *cli, const char *dir)
{
    g_autofree char *root = content_root(dir), *whole = g_canonicalize_filename(dir, NULL);
    if (root == NULL) {
        return cli_usage(
            cli,
            "%s tidak berada di dalam content/, jadi tidak akan dibaca; tulis misalnya "
            "-o content/dinas-sosial, atau --print",
            "%s is not inside content/, so it would not be read; write for example -o "
            "content/dinas-sosial, or --print",
            dir);
    }
    g_auto(GStrv) parts = g_strsplit(whole + strlen(root), "/", -1);
    for (char **part = parts + 2; parts[0] != NULL && parts[1] != NULL && *part != NULL;
         part++) {
        g_autofree char *better = slug_from(*part);
        if (slug_is_valid(*part) && !address_is_reserved(*part) && !slug_is_device(*part))
            continue;
        return cli_usage(cli, "nama itu tidak dapat menjadi alamat; tulis \"%s\"",
                         "that name cannot be an address; write \"%s\"",
                         *better != '\0' ? better : "dinas");
    }
    return EXIT_FINE;
}

/* From here on: the texts and the project to read, the folder to write. */
static void
confine(const Import *import, const char *const *files)
{
    Confine *rest = confine_new();
    g_autofree char *root = import->dir != NULL ? content_root(import->dir) : NULL;
    confine_read_system(rest);
    confine_read(rest, root);
    for (; *files != NULL; files++)
        confine_read(rest, *files);
    if (import->dir != NULL && !import->diff)
        confine_write(rest, import->dir);
    confine_enter(rest);
}

Exit
import_command(const Cli *cli, const CliArgs *args)
{
    const char *wanted = cli_option(args, "output");
    gboolean print = cli_option(args, "print") != NULL || g_strcmp0(wanted, "-") == 0;
    if (args->n_rest == 0) {
        return cli_usage(
            cli, "tulis misalnya: maklumat import naskah.pdf -o content/dinas-sosial",
            "write for example: maklumat import export.pdf -o content/dinas-sosial");
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
        .diff = cli_option(args, "diff") != NULL,
        .arena = arena_new(),
        .diags = diag_list_new(),
        .sources = g_ptr_array_new_with_free_func((GDestroyNotify)source_free),
        .made = g_ptr_array_new_with_free_func(made_free),
        .paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    confine(&import, args->rest);
    exit = import_files(&import, args->rest);
    g_hash_table_unref(import.paths);
    g_ptr_array_unref(import.made);
    g_ptr_array_unref(import.sources);
    diag_list_free(import.diags);
    arena_free(import.arena);
    return exit;
}
