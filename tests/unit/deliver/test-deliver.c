#include "base/fs.h"
#include "deliver/deliver.h"
#include "deliver/origin.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = {".maklumat", ".maklumat-kirim", "dinas/akta.html",
                                    "index.html"};

/* What stood in the target whenever it was brought to the disk, a line each; `sick_at` = the sync at which the disk fails. */
static GString *syncs;
static guint n_syncs, sick_at;

/* In place of the C library's. */
int
syncfs(int fd)
{
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (faccessat(fd, names[i], F_OK, 0) == 0)
            g_string_append_printf(syncs, "%s ", names[i]);
    }
    g_string_append_c(syncs, '\n');
    errno = EIO;
    return ++n_syncs == sick_at ? -1 : 0;
}

static void
put(const char *top, const char *path, const char *text, gsize len)
{
    g_autofree char *whole = g_build_filename(top, path, NULL);
    g_autofree char *above = g_path_get_dirname(whole);
    g_assert_cmpint(g_mkdir_with_parents(above, 0755), ==, 0);
    g_assert_true(g_file_set_contents(whole, text, (gssize)len, NULL));
}

/* A site of two pages. */
static void
make_site(const char *top)
{
    static const char *const pages[] = {"index.html", "dinas/akta.html"};
    g_autoptr(GString) manifest = g_string_new(NULL);
    ManifestText text;
    manifest_text_begin(&text, manifest);
    for (guint i = 0; i < G_N_ELEMENTS(pages); i++) {
        gsize len = strlen(pages[i]);
        put(top, pages[i], pages[i], len);
        manifest_text_add(&text, &(ManifestFile){pages[i], len, fs_hash(pages[i], len, 0)});
    }
    manifest_text_end(&text);
    put(top, ORIGIN_MANIFEST, manifest->str, manifest->len);
}

/* Delivers a site to a new folder. Gives the syncs and what is there in the end. */
static char *
deliver(guint sick)
{
    static const char *const forbidden[] = {NULL};
    g_autofree char *top = g_dir_make_tmp("deliver-XXXXXX", NULL);
    g_autofree char *site = g_build_filename(top, "situs", NULL);
    g_autofree char *web = g_build_filename(top, "web", NULL);
    g_autoptr(GError) error = NULL;
    make_site(site);
    RemoteOptions remote = {.target = {TARGET_FOLDER, NULL, NULL, 0, web}, .n_connections = 1};
    DeliverOptions options = {.site = site, .forbidden = forbidden, .remote = &remote};
    DeliverReport report;
    syncs = g_string_new(NULL);
    n_syncs = 0;
    sick_at = sick;
    if (!deliver_run(&options, &report, &error))
        g_string_append_printf(syncs, "%s %d\n", g_quark_to_string(error->domain), error->code);
    deliver_report_clear(&report);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(web, names[i], NULL);
        if (g_access(path, F_OK) == 0)
            g_string_append_printf(syncs, "%s ", names[i]);
    }
    g_assert_true(fs_remove_tree(FS_CWD, top, NULL));
    return g_string_free(syncs, FALSE);
}

/* No record says of a file that it is there before the disk has it. */
static void
test_order_on_disk(void)
{
    g_autofree char *fine = deliver(0), *sick = deliver(2);
    g_autofree char *wanted =
        g_strdup_printf("\n.maklumat-kirim dinas/akta.html index.html \n%s %d\n"
                        ".maklumat-kirim dinas/akta.html index.html ",
                        g_quark_to_string(FS_ERROR), FS_ERROR_BROKEN);
    g_assert_cmpstr(fine, ==,
                    "\n.maklumat-kirim dinas/akta.html index.html \n"
                    ".maklumat .maklumat-kirim dinas/akta.html index.html \n"
                    ".maklumat dinas/akta.html index.html ");
    g_assert_cmpstr(sick, ==, wanted);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deliver/order-on-disk", test_order_on_disk);
    return g_test_run();
}
