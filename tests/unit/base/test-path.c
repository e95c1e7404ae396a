#include "base/path.h"

static void
test_path(void)
{
    static const struct {
        const char *path, *folder;
        gboolean below, at;
    } rows[] = {
        {"kab-x/dinas", "kab-x", TRUE, TRUE},
        {"kab-x/dinas", "kab-x/", TRUE, TRUE},
        {"kab-x", "kab-x", FALSE, TRUE},
        {"kab-x", "kab-x//", FALSE, TRUE},
        {"kab-xy/dinas", "kab-x", FALSE, FALSE},
        {"kab-x", "kab-x/dinas", FALSE, FALSE},
        {"kab-x", "", TRUE, TRUE},
        {"", "", TRUE, TRUE},
        {"", "kab-x", FALSE, FALSE},
        {"/a/b", "/", TRUE, TRUE},
        {"/a/b", "/a", TRUE, TRUE},
        {"/ab", "/a", FALSE, FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s in %s", rows[i].path, rows[i].folder);
        g_assert_cmpint(path_is_below(rows[i].path, rows[i].folder), ==, rows[i].below);
        g_assert_cmpint(path_is_at(rows[i].path, rows[i].folder), ==, rows[i].at);
    }
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/path/in-folder", test_path);
    return g_test_run();
}
