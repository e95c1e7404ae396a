#include "base/error.h"
#include "base/fs.h"
#include "base/path.h"
#include "publish/tree-private.h"
#include <string.h>

GQuark
tree_error_quark(void)
{
    return g_quark_from_static_string("maklumat-tree-error");
}

static const char *const error_texts[N_TREE_ERRORS][2] = {
    [TREE_ERROR_BUSY] =
        {"%s: sedang ditulis oleh maklumat lain; tunggu sampai selesai, lalu ulangi",
         "%s: another maklumat is writing there; wait until it is done and try again"},
    [TREE_ERROR_HOME] =
        {"%s: folder rumah, folder di atasnya, dan akar sistem tidak boleh menjadi "
         "folder keluaran; pilih folder tersendiri",
         "%s: the home folder, a folder above it or the root cannot be the output "
         "folder; choose a folder of its own"},
    [TREE_ERROR_FORBIDDEN] =
        {"%s: folder keluaran tidak boleh sama dengan folder isi, tema, atau .maklumat-cache, "
         "di dalamnya, atau di atasnya; pilih folder tersendiri",
         "%s: the output folder cannot be the folder of content or themes or .maklumat-cache, "
         "inside it or above it; choose a folder of its own"},
    [TREE_ERROR_LINK] =
        {"%s: tautan simbolik ke luar foldernya; tulis folder tujuannya sendiri",
         "%s: a symbolic link that leads elsewhere; name the folder it leads to"},
    [TREE_ERROR_NOT_DRAFT] =
        {"%s: isinya bukan draf; draf hanya ditulis ke folder baru atau ke "
         "folder draf sebelumnya, misalnya dengan -o draf",
         "%s: does not hold a draft; a draft is only written to a new folder "
         "or over an earlier draft, for example with -o draf"},
    [TREE_ERROR_ONLY_DRAFT] = {"%s: berisi draf; bangun dahulu seluruh situs tanpa --only",
                               "%s: holds a draft; build the whole site once, without --only"},
    [TREE_ERROR_IN_THE_WAY] =
        {"sudah ada dan bukan tulisan maklumat: %s; pindahkan, atau pakai "
         "--adopt untuk menggantinya",
         "there already and not written by maklumat: %s; move them, or use "
         "--adopt to replace them"},
    [TREE_ERROR_UNKNOWN] =
        {"daftar isi .maklumat rusak, jadi tidak diketahui apakah ini tulisan "
         "maklumat: %s; pindahkan, atau pakai --adopt untuk menggantinya",
         "the list .maklumat is damaged, so it is not known whether maklumat "
         "wrote these: %s; move them, or use --adopt to replace them"},
    [TREE_ERROR_CONFLICT] = {"%s: ada berkas di tempat folder, atau folder di tempat berkas; "
                             "pindahkan dahulu",
                             "%s: a file is where a folder belongs, or a folder where a file "
                             "belongs; move it first"},
    [TREE_ERROR_MANY] = {"%s berkas yang sudah terbit akan dihapus; bila memang itu maksudnya, "
                         "pakai --force",
                         "%s published files would be deleted; if that is what you want, use "
                         "--force"},
    [TREE_ERROR_PATH] = {"%s: tidak dapat diterbitkan dengan nama ini",
                         "%s: cannot be published under this name"},
    [TREE_ERROR_TWICE] = {"%s: dua halaman atau berkas akan terbit dengan nama yang sama",
                          "%s: two pages or files would have the same name"},
    [TREE_ERROR_STAGING] = {"%s: nama ini dipakai maklumat selama menulis, tetapi isinya bukan "
                            "dari maklumat; pindahkan dahulu",
                            "%s: maklumat uses this name while it writes, but what is there is "
                            "not its own; move it first"},
};

gboolean
tree_fail_in(DiagLang lang, GError **error, TreeErrorCode code, const char *subject)
{
    error_set_about(error, TREE_ERROR, (gint)code, error_texts[code][lang], subject);
    return FALSE;
}

gboolean
tree_fail(const Tree *tree, GError **error, TreeErrorCode code, const char *subject)
{
    return tree_fail_in(tree->options.lang, error, code, subject);
}

gboolean
tree_fail_disk(const Tree *tree, GError **error, GError *failure)
{
    if (failure->domain == FS_ERROR)
        g_prefix_error(&failure, "%s: ", tree->out);
    g_propagate_error(error, failure);
    return FALSE;
}

/* The real path of the nearest folder at or above `path` that exists, and what is missing below it. */
static gboolean
split_existing(const char *path, TreePlace *place, GError **error)
{
    g_autofree char *above = g_strdup(path);
    for (;;) {
        GError *failure = NULL;
        place->base = fs_real_path(above, &failure);
        if (place->base != NULL)
            break;
        if (!g_error_matches(failure, FS_ERROR, FS_ERROR_MISSING) || strcmp(above, "/") == 0) {
            g_propagate_error(error, failure);
            return FALSE;
        }
        g_error_free(failure);
        char *parent = g_path_get_dirname(above);
        g_free(above);
        above = parent;
    }
    const char *rest = path + strlen(above);
    place->rest = g_strdup(*rest == '/' ? rest + 1 : rest);
    return TRUE;
}

/* A folder given for comparison: its real path, or as written when it is not there. */
static char *
real_or_written(const char *path)
{
    char *real = fs_real_path(path, NULL);
    return real != NULL ? real : g_canonicalize_filename(path, NULL);
}

/* An output folder that is a link must lead into the folder the link is in. */
static gboolean
check_link(const TreeOptions *options, const char *path, const TreePlace *place, GError **error)
{
    FsStat found;
    if (!fs_stat(FS_CWD, path, &found, error))
        return FALSE;
    if (found.kind != FS_LINK)
        return TRUE;
    g_autofree char *parent = g_path_get_dirname(path);
    g_autofree char *real_parent = real_or_written(parent);
    gboolean within = *place->rest == '\0' && path_is_at(place->base, real_parent) &&
                      strcmp(place->base, real_parent) != 0;
    return within || tree_fail_in(options->lang, error, TREE_ERROR_LINK, path);
}

gboolean
tree_find_place(const TreeOptions *options, TreePlace *place, GError **error)
{
    g_autofree char *path = g_canonicalize_filename(options->out, NULL);
    *place = (TreePlace){NULL, NULL};
    if (!split_existing(path, place, error) || !check_link(options, path, place, error))
        return FALSE;
    g_autofree char *real = *place->rest == '\0'
                                ? g_strdup(place->base)
                                : g_build_filename(place->base, place->rest, NULL);
    g_autofree char *home = options->home == NULL ? NULL : real_or_written(options->home);
    if (strcmp(real, "/") == 0 || (home != NULL && path_is_at(home, real)))
        return tree_fail_in(options->lang, error, TREE_ERROR_HOME, options->out);
    for (guint i = 0; options->forbidden != NULL && options->forbidden[i] != NULL; i++) {
        g_autofree char *other = real_or_written(options->forbidden[i]);
        if (path_is_at(real, other) || path_is_at(other, real))
            return tree_fail_in(options->lang, error, TREE_ERROR_FORBIDDEN, options->out);
    }
    return TRUE;
}

void
tree_place_clear(TreePlace *place)
{
    g_free(place->base);
    g_free(place->rest);
}
