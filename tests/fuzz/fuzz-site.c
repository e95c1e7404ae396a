/* Any bytes as one of the files above the charters; the first byte chooses which. The site is read, judged and its
 * theme opened, and every finding can be printed. Started in the source tree. */
#include "audit/audit.h"
#include "base/built-in.h"
#include "base/fs.h"
#include "fuzz.h"
#include "publish/project.h"
#include <stdlib.h>
#include <string.h>

static const char *const files[] = {
    "content/situs.yaml",      "content/keperluan.yaml",      "content/libur-2026.yaml",
    "content/wilayah.yaml",    "content/dinas/instansi.yaml", "content/halaman/tentang.md",
    "instrumen/sendiri.yaml",  "themes/kami/theme.yaml",      "themes/kami/labels.id.yaml",
    "themes/kami/poster.yaml",
};

static char *folder;

static void
remove_folder(void)
{
    fs_remove_tree(FS_CWD, folder, NULL);
    g_free(folder);
}

static void
put(const char *name, const void *bytes, gsize len)
{
    g_autofree char *path = g_build_filename(folder, name, NULL),
                    *above = g_path_get_dirname(path);
    g_assert_true(fs_mkdir_p(FS_CWD, above, NULL));
    g_assert_true(fs_write(FS_CWD, path, bytes, len, NULL));
}

static const char charter[] = "---\njudul: Akta\n---\n", office[] = "nama: Dinas\n",
                  site[] = "nama: Situs\n";

/* The theme's templates, scripts and sheets, in the program's own names, are short: compiling the program's anew for each
 * input would take nine tenths of the time and show nothing about the input. Labels stand in both and are judged as ever. */
static void
put_theme(void)
{
    static const char above[] = "/maklumat/themes/default/";
    static const char template[] = "<p title=\"{{l.tak_ada}}\">{{l.ke_beranda}}</p>\n";
    for (guint i = 0; i < n_built_in_files; i++) {
        const char *name = built_in_files[i].path;
        if (!g_str_has_prefix(name, above))
            continue;
        name += strlen(above);
        g_autofree char *path = g_strconcat("themes/kami/", name, NULL);
        const char *text = g_str_has_prefix(name, "templates/") ? template
                           : g_str_has_suffix(name, ".js")      ? "f(L.cari_semua)\n"
                           : g_str_has_suffix(name, ".css")     ? "a { color: red }\n"
                                                                : NULL;
        if (text != NULL)
            put(path, text, strlen(text));
    }
}

/* All but the file that is chosen, which takes the place of the one before. */
static void
lay_out(const char *chosen, const char *before)
{
    if (folder == NULL) {
        folder = g_dir_make_tmp("fuzz-site-XXXXXX", NULL);
        atexit(remove_folder);
        put_theme();
    }
    if (before != NULL && before != chosen) {
        g_autofree char *path = g_build_filename(folder, before, NULL);
        fs_unlink(FS_CWD, path, NULL);
    }
    if (before == NULL || before != chosen) {
        put("content/situs.yaml", site, sizeof site - 1);
        put("content/dinas/instansi.yaml", office, sizeof office - 1);
        put("content/dinas/akta.md", charter, sizeof charter - 1);
    }
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    if (len == 0)
        return 0;
    static const char *before;
    guint chosen = bytes[0] % G_N_ELEMENTS(files);
    lay_out(files[chosen], before);
    before = files[chosen];
    put(files[chosen], bytes + 1, len - 1);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    Project project;
    ProjectOptions options = {.dir = folder,
                              .theme =
                                  g_str_has_prefix(files[chosen], "themes/") ? "kami" : NULL,
                              .jobs = 1};
    if (project_open(&project, &options, diags, &error))
        audit_site(project.scan, project.data, diags);
    else
        g_assert_true(error != NULL);
    diag_list_sort(diags);
    DiagPrint how = {DIAG_LANG_ID, FALSE, 50};
    diag_list_print(diags, DIAG_FORMAT_TEXT, &how, out);
    diag_list_print(diags, DIAG_FORMAT_JSON, &how, out);
    g_assert_true(g_utf8_validate_len(out->str, out->len, NULL));
    project_close(&project);
    return 0;
}
