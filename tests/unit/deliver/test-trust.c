#include "base/fs.h"
#include "deliver/trust.h"
#include <glib/gstdio.h>
#include <string.h>

static char *home;

static char *
read_list(const char *path)
{
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void
test_list(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = trust_path();
    g_autofree char *wanted = g_build_filename(home, "state/maklumat/tujuan", NULL);
    g_assert_cmpstr(path, ==, wanted);
    g_assert_false(trust_has(path, "ftps://budi@h.example"));
    g_assert_true(trust_add(path, "ftps://budi@h.example", &error));
    g_assert_no_error(error);
    g_assert_true(trust_add(path, "sftp://h.example:2222", &error));
    g_autofree char *text = read_list(path);
    g_assert_cmpstr(text, ==, "ftps://budi@h.example\nsftp://h.example:2222\n");
    g_assert_true(trust_has(path, "ftps://budi@h.example"));
    g_assert_true(trust_has(path, "sftp://h.example:2222"));
    static const char *const others[] = {"", "ftps://budi@h.example:21", "ftps://h.example",
                                         "ftp://budi@h.example", "ftps://budi@h.exampl"};
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        g_assert_false(trust_has(path, others[i]));
}

/* Lines that are no server are nobody's; a list that cannot be read is told and stays. */
static void
test_damaged(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(home, "rusak", NULL);
    g_assert_true(g_file_set_contents(path, "\xff\n\nftps://a", -1, NULL));
    g_assert_true(trust_has(path, "ftps://a"));
    g_assert_true(trust_add(path, "ftps://b", &error));
    g_autofree char *text = read_list(path);
    g_assert_cmpstr(text, ==, "\xff\n\nftps://a\nftps://b\n");
    g_assert_false(trust_add(home, "ftps://b", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_FILE);
    g_clear_error(&error);
    g_autofree char *big = g_strnfill(2 * 1024 * 1024, 'x');
    g_assert_true(g_file_set_contents(path, big, -1, NULL));
    g_assert_false(trust_has(path, "x"));
    g_assert_false(trust_add(path, "x", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_TOO_BIG);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    home = g_dir_make_tmp("maklumat-trust-XXXXXX", NULL);
    g_autofree char *state = g_build_filename(home, "state", NULL);
    g_setenv("XDG_STATE_HOME", state, TRUE);
    g_test_add_func("/trust/list", test_list);
    g_test_add_func("/trust/damaged", test_damaged);
    int status = g_test_run();
    fs_remove_tree(FS_CWD, home, NULL);
    g_free(home);
    return status;
}
