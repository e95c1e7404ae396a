/*
 * What the names in a content folder mean, and which will not do.
 */
#include "model/scan.h"
#include <glib/gstdio.h>
#include <string.h>

static char *
make_folder(const char *const *paths)
{
    char *root = g_dir_make_tmp("maklumat-scan-XXXXXX", NULL);
    g_assert_nonnull(root);
    for (; *paths != NULL; paths++) {
        g_autofree char *path = g_build_filename(root, *paths, NULL);
        g_autofree char *folder = g_path_get_dirname(path);
        g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
        g_assert_true(g_file_set_contents(path, "x", 1, NULL));
    }
    return root;
}

static void
remove_folder(char *root, const char *const *paths)
{
    for (; *paths != NULL; paths++) {
        g_autofree char *path = g_build_filename(root, *paths, NULL);
        g_unlink(path);
        for (char *slash = strrchr(path, '/'); slash - path >= (gssize)strlen(root);
             slash = strrchr(path, '/')) {
            *slash = '\0';
            g_rmdir(path);
        }
    }
    g_free(root);
}

static void
append_files(GString *out, const char *what, const ScanFileList *list)
{
    for (guint i = 0; i < list->n; i++)
        g_string_append_printf(out, "%s %s\n", what, list->items[i].path);
}

static void
append_scan(GString *out, const Scan *scan)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < scan->n_agencies; i++) {
        const ScanAgency *agency = &scan->agencies[i];
        g_string_append_printf(out, "instansi %s (%s)\n", agency->folder->path,
                               agency->folder->agency->path);
        for (guint k = 0; k < agency->n_services; k++) {
            const ScanService *service = &agency->services[k];
            g_string_append_printf(out, "  %s%s%s -> %s in %s\n", service->slug,
                                   service->lang ? " " : "", service->lang ? service->lang : "",
                                   scan_service_page(service, arena), service->folder->path);
        }
    }
    for (guint i = 0; i < scan->n_folders; i++) {
        if (scan->folders[i]->region != NULL)
            g_string_append_printf(out, "wilayah %s\n", scan->folders[i]->path);
        append_files(out, "libur", &scan->folders[i]->holidays);
    }
    append_files(out, "lain", &scan->others);
    append_files(out, "statis", &scan->statics);
}

static void
append_findings(GString *out, DiagList *diags, const char *root)
{
    diag_list_sort(diags);
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        const char *path = diag->path + strlen(root);
        g_string_append_printf(out, "! %s %s%s%s\n", *path == '/' ? path + 1 : path,
                               diag_info(diag->code)->tag, diag->args[1] ? " " : "",
                               diag->args[1] ? diag->args[1] : "");
    }
}

static void
assert_scans(const char *const *paths, const char *expected)
{
    char *root = make_folder(paths);
    for (guint jobs = 1; jobs <= 4; jobs += 3) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Scan) scan = scan_new(root, jobs, diags, NULL);
        g_autoptr(GString) out = g_string_new(NULL);
        append_scan(out, scan);
        append_findings(out, diags, root);
        g_assert_cmpstr(out->str, ==, expected);
    }
    remove_folder(root, paths);
}

static void
test_names(void)
{
    static const char *const paths[] = {"situs.yaml",
                                        "keperluan.yaml",
                                        "libur-2026.yaml",
                                        "libur-2025.yaml",
                                        "statis/.htaccess",
                                        "statis/google1.html",
                                        "kab/wilayah.yaml",
                                        "kab/libur-2026.yaml",
                                        "kab/umum.pdf",
                                        "kab/dinas/instansi.yaml",
                                        "kab/dinas/b.md",
                                        "kab/dinas/a.yaml",
                                        "kab/dinas/a.en.md",
                                        "kab/dinas/izin/c.md",
                                        "kab/dinas/Formulir F-1.01.pdf",
                                        "kab/dinas/upt/instansi.md",
                                        "kab/dinas/upt/d.md",
                                        "kab/dinas/.git/x",
                                        "kab/dinas/~$b.docx",
                                        "kab/dinas/Thumbs.db",
                                        NULL};
    assert_scans(paths, "instansi kab/dinas (kab/dinas/instansi.yaml)\n"
                        "  a -> kab/dinas/a in kab/dinas\n"
                        "  a en -> kab/dinas/a.en in kab/dinas\n"
                        "  b -> kab/dinas/b in kab/dinas\n"
                        "  c -> kab/dinas/izin/c in kab/dinas/izin\n"
                        "instansi kab/dinas/upt (kab/dinas/upt/instansi.md)\n"
                        "  d -> kab/dinas/upt/d in kab/dinas/upt\n"
                        "libur libur-2025.yaml\nlibur libur-2026.yaml\n"
                        "wilayah kab\nlibur kab/libur-2026.yaml\n"
                        "lain kab/dinas/Formulir F-1.01.pdf\nlain kab/umum.pdf\n"
                        "statis statis/.htaccess\nstatis statis/google1.html\n");
}

static void
test_mistakes(void)
{
    static const char *const paths[] = {"dinas/instansi.yaml", "dinas/instansi.md",
                                        "dinas/Akta Lahir.md", "dinas/cetak.md",
                                        "dinas/b.yml",         "dinas/c.md",
                                        "dinas/c.yaml",        "dinas/e.en.md",
                                        "lain/f.md",           NULL};
    assert_scans(paths, "instansi dinas (dinas/instansi.md)\n  c -> dinas/c in dinas\n"
                        "! dinas/Akta Lahir.md name-not-slug akta-lahir.md\n"
                        "! dinas/b.yml name-extension b.yaml\n"
                        "! dinas/c.yaml charter-twice\n"
                        "! dinas/cetak.md name-reserved layanan-cetak\n"
                        "! dinas/e.en.md translation-of-nothing\n"
                        "! dinas/instansi.yaml agency-twice\n"
                        "! lain/f.md service-without-agency\n");
}

/*
 * Services stand in the order of agencies and slugs: a slug before a longer one whatever their files' order, and whole folders
 * whose names have another order than their paths ("kab-a" and "kab-a-b") in their places.
 */
static void
test_order(void)
{
    enum { N = 40 };
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) expected = g_string_new(NULL);
    for (guint way = 0; way < 2; way++) {
        const char *kab = way == 0 ? "kab-a-b" : "kab-a";
        g_ptr_array_add(paths, g_strdup_printf("%s/d/instansi.yaml", kab));
        g_string_append_printf(expected, "instansi %s/d (%s/d/instansi.yaml)\n", kab, kab);
        for (guint i = 0; i < N; i++) {
            for (guint k = 0; k < 2; k++) {
                const char *more = k == 1 ? "-x" : "";
                g_ptr_array_add(paths, g_strdup_printf("%s/d/s%02u%s.md", kab, i, more));
                g_string_append_printf(expected, "  s%02u%s -> %s/d/s%02u%s in %s/d\n", i, more,
                                       kab, i, more, kab);
            }
        }
    }
    g_ptr_array_add(paths, NULL);
    assert_scans((const char *const *)paths->pdata, expected->str);
}

/* What lies too deep to be published is said, whatever folder it is in. */
static void
test_depth(void)
{
    static const char deep[] =
        "statis/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/"
        "23/24/25/26/27/28/29/30/31/32/x.txt";
    static const char *const paths[] = {deep, NULL};
    g_autofree char *folder = g_path_get_dirname(deep);
    g_autofree char *expected = g_strdup_printf("! %s folder-too-deep\n", folder);
    assert_scans(paths, expected);
}

static void
test_find(void)
{
    static const char *const paths[] = {"a/instansi.yaml", "a/s.md", "a/s.en.md", "a/f.pdf",
                                        NULL};
    char *root = make_folder(paths);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Scan) scan = scan_new(root, 1, diags, NULL);
    const ScanAgency *agency = NULL;
    g_assert_cmpstr(scan_find_page(scan, "a/s", &agency)->slug, ==, "s");
    g_assert_cmpstr(agency->folder->path, ==, "a");
    g_assert_null(scan_find_page(scan, "a/t", NULL));
    g_assert_nonnull(scan_find_other(scan, "a/f.pdf"));
    g_assert_null(scan_find_other(scan, "a/s.md"));
    g_assert_true(scan_find_agency(scan, "a") == &scan->agencies[0]);
    g_assert_null(scan_find_agency(scan, ""));
    g_assert_nonnull(scan_find_folder(scan, ""));
    g_assert_null(scan_find_folder(scan, "a/b"));
    remove_folder(root, paths);
}

static void
test_missing(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_assert_null(scan_new("/tidak/ada", 1, diags, &error));
    g_assert_nonnull(error);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scan/names", test_names);
    g_test_add_func("/scan/mistakes", test_mistakes);
    g_test_add_func("/scan/order", test_order);
    g_test_add_func("/scan/depth", test_depth);
    g_test_add_func("/scan/find", test_find);
    g_test_add_func("/scan/missing", test_missing);
    return g_test_run();
}
