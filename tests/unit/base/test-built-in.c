#include "base/built-in.h"
#include "support/same-bytes.h"
#include <string.h>

static void
test_order(void)
{
    g_assert_cmpuint(n_built_in_files, >, 10);
    for (guint i = 1; i < n_built_in_files; i++)
        g_assert_cmpint(strcmp(built_in_files[i - 1].path, built_in_files[i].path), <, 0);
}

/* Every file is found, with the bytes of the source tree. */
static void
test_lookup(void)
{
    for (guint i = 0; i < n_built_in_files; i++) {
        const char *path = built_in_files[i].path;
        g_autoptr(GBytes) bytes = built_in_lookup(path);
        g_autofree char *want = NULL;
        gsize len;
        g_assert_nonnull(bytes);
        g_assert_true(g_str_has_prefix(path, "/maklumat/"));
        g_assert_true(g_file_get_contents(path + strlen("/maklumat/"), &want, &len, NULL));
        assert_same_bytes(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes),
                          (const guint8 *)want, len);
    }
    static const char *const NONE[] = {"",
                                       "/",
                                       "/maklumat/themes/default",
                                       "/maklumat/themes/default/theme.yam",
                                       "/zz",
                                       "/maklumat/themes/default/theme.yaml/"};
    for (guint i = 0; i < G_N_ELEMENTS(NONE); i++)
        g_assert_null(built_in_lookup(NONE[i]));
}

static void
test_children(void)
{
    static const char *const ROWS[][2] = {
        {"/maklumat/themes/", "default/"},
        {"/maklumat/themes", "default/"},
#ifdef NO_SERVE
        {"/maklumat", "content/ instrumen/ scaffold/ themes/"},
#else
        {"/maklumat", "content/ instrumen/ scaffold/ src/ themes/"},
#endif
        {"/maklumat/themes/default/fonts", ""},
        {"/maklumat/them", ""},
        {"/maklumat/themes/default/theme.yaml", ""},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_auto(GStrv) names = built_in_children(ROWS[i][0]);
        g_autofree char *line = g_strjoinv(" ", names);
        g_assert_cmpstr(line, ==, ROWS[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/built-in/order", test_order);
    g_test_add_func("/built-in/lookup", test_lookup);
    g_test_add_func("/built-in/children", test_children);
    return g_test_run();
}
