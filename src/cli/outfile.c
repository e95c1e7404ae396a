#include "cli/outfile.h"
#include "base/fs.h"
#include "base/path.h"
#include <string.h>

static const char *const input_folders[] = {"content", "themes", "instrumen"};

/* ---- the ending ---- */

/* Endings that promise a kind of file. Any other, as in "loket.lantai-2", is a part of the name. */
static gboolean
is_kind_of_file(const char *ending)
{
    static const char *const known[] = {
        "7z",   "bmp",      "c",    "conf",     "css",  "csv", "doc",  "docx", "gif",
        "gz",   "h",        "htm",  "html",     "ico",  "ini", "jpeg", "jpg",  "js",
        "json", "maklumat", "md",   "mustache", "odp",  "ods", "odt",  "pdf",  "png",
        "ppt",  "pptx",     "rar",  "rtf",      "sh",   "svg", "tar",  "tgz",  "toml",
        "tsv",  "txt",      "webp", "xls",      "xlsx", "xml", "yaml", "yml",  "zip",
    };
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strcasecmp(ending, known[i]) == 0)
            return TRUE;
    return FALSE;
}

/* What stands behind the last dot of the name; NULL: nothing does. Borrows. */
static const char *
ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    return dot != NULL && (slash == NULL || dot > slash) ? dot + 1 : NULL;
}

static gboolean
is_among(const char *ending, const char *const *endings)
{
    for (; *endings != NULL; endings++)
        if (g_ascii_strcasecmp(ending, *endings) == 0)
            return TRUE;
    return FALSE;
}

gboolean
outfile_ends_in(const char *path, const char *ending)
{
    const char *own = ending_of(path);
    return own != NULL && g_ascii_strcasecmp(own, ending) == 0;
}

static gboolean
has_right_ending(const Cli *cli, const Outfile *file)
{
    const char *ending = ending_of(file->path);
    if (ending == NULL || is_among(ending, file->endings) || !is_kind_of_file(ending))
        return TRUE;
    g_autofree char *kind = g_ascii_strup(file->endings[0], -1);
    gsize stem = (gsize)(ending - 1 - file->path);
    gboolean nameless = stem == 0 || file->path[stem - 1] == '/';
    g_autofree char *better = g_strdup_printf("%.*s%s.%s", (int)stem, file->path,
                                              nameless ? "maklumat" : "", file->endings[0]);
    if (file->other != NULL && is_among(ending, file->others)) {
        g_autofree char *small = g_ascii_strdown(ending, -1);
        cli_error(cli, "%s: yang ditulis %s; tulis -o %s, atau tambahkan %s %s",
                  "%s: what is written is %s; write -o %s, or add %s %s", file->path, kind,
                  better, file->other, small);
    } else {
        cli_error(cli, "%s: yang ditulis %s; tulis -o %s",
                  "%s: what is written is %s; write -o %s", file->path, kind, better);
    }
    return FALSE;
}

/* ---- the place ---- */

static gboolean
exists_in(const char *dir, const char *name)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    FsStat stat;
    return fs_stat(FS_CWD, path, &stat, NULL) && stat.kind != FS_NONE;
}

/* Where the file would lie, without links on the way; NULL: that folder cannot be looked at. */
static char *
real_place(const char *path)
{
    g_autofree char *above = g_path_get_dirname(path), *name = g_path_get_basename(path);
    g_autofree char *folder = fs_real_path(above, NULL);
    return folder != NULL ? g_build_filename(folder, name, NULL) : NULL;
}

static gboolean
is_at(const char *whole, const char *input)
{
    g_autofree char *real = fs_real_path(input, NULL);
    return real != NULL && path_is_at(whole, real);
}

/* Whether it lies in an input folder of any project: the one it is called for, or one that stands above the file. */
static gboolean
is_in_project(const char *whole, const char *dir)
{
    for (guint i = 0; i < G_N_ELEMENTS(input_folders); i++) {
        g_autofree char *folder = g_build_filename(dir, input_folders[i], NULL);
        g_autofree char *part = g_strconcat("/", input_folders[i], "/", NULL);
        if (is_at(whole, folder))
            return TRUE;
        for (const char *at = whole; (at = strstr(at, part)) != NULL; at++) {
            g_autofree char *above = g_strndup(whole, (gsize)(at - whole));
            if (exists_in(above, "content/situs.yaml"))
                return TRUE;
        }
    }
    return FALSE;
}

static gboolean
is_input(const Outfile *file)
{
    g_autofree char *whole = real_place(file->path);
    gboolean input = whole != NULL && is_in_project(whole, file->dir);
    for (guint i = 0; whole != NULL && !input && i < OUTFILE_INPUTS; i++)
        input = file->inputs[i] != NULL && is_at(whole, file->inputs[i]);
    return input;
}

Exit
outfile_check(const Cli *cli, const Outfile *file)
{
    const char *path = file->path;
    if (*path == '\0')
        return cli_usage(cli, "-o memerlukan nama berkas, misalnya -o maklumat.%s",
                         "-o takes the name of a file, for example -o maklumat.%s",
                         file->endings[0]);
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        return cli_usage(cli, "%s: ini folder; sebutkan berkasnya, misalnya -o %s%smaklumat.%s",
                         "%s: this is a folder; name the file, for example -o %s%smaklumat.%s",
                         path, path, g_str_has_suffix(path, "/") ? "" : "/", file->endings[0]);
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        cli_error(cli, "%s: ini perangkat atau pipa, bukan berkas biasa; sebutkan berkas lain",
                  "%s: this is a device or a pipe, no regular file; name another file", path);
        return EXIT_ENVIRONMENT;
    }
    if (is_input(file))
        return cli_usage(cli,
                         "%s: berkas di sini dibaca maklumat, jadi tidak ditimpa; sebutkan "
                         "berkas di luar content, themes, dan instrumen",
                         "%s: maklumat reads the files here and does not write over them; name "
                         "a file outside content, themes and instrumen",
                         path);
    return has_right_ending(cli, file) ? EXIT_FINE : EXIT_USAGE;
}
