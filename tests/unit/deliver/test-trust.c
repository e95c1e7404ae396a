#include "base/fs.h"
#include "deliver/fault.h"
#include "deliver/trust.h"
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *home;

static char *
read_list(const char *path)
{
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void
assert_mode(const char *path, guint mode)
{
    struct stat st;
    g_assert_cmpint(stat(path, &st), ==, 0);
    g_assert_cmphex(st.st_mode & 0777, ==, mode);
}

static void
assert_found(const char *path, const char *project, const char *wanted)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *found = trust_find(path, project, DIAG_LANG_ID, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(found, ==, wanted);
}

static void
keep(const char *path, const char *project, const char *target)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(trust_keep(path, project, target, &error));
    g_assert_no_error(error);
    assert_found(path, project, target);
}

/* One target for each project, and what is written of them. */
static void
test_list(void)
{
    g_autofree char *path = trust_path();
    g_autofree char *wanted = g_build_filename(home, "state/maklumat/tujuan", NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_assert_cmpstr(path, ==, wanted);
    assert_found(path, "/srv/a", NULL);
    keep(path, "/srv/a", "ftps://budi@h.example/www");
    assert_mode(path, 0600);
    assert_mode(folder, 0700);
    keep(path, "/srv/situs kami/b", "sftp://h.example:2222/var/a b");
    keep(path, "/srv/100%\t\n\xff", "ftp://h/");
    assert_found(path, "/srv/a", "ftps://budi@h.example/www");
    static const char *const others[] = {"/", "/srv", "/srv/", "/srv/A", "/srv/a/", "/a", "/b"};
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        assert_found(path, others[i], NULL);
    keep(path, "/srv/a", "ftps://budi@h.example/lain");
    g_autofree char *text = read_list(path);
    g_assert_cmpstr(text, ==,
                    "sftp://h.example:2222/var/a b\t/srv/situs kami/b\n"
                    "ftp://h/\t/srv/100%25%09%0A%FF\n"
                    "ftps://budi@h.example/lain\t/srv/a\n");
}

/* Others might write into a list that they could write to before. */
static void
test_open_list(void)
{
    g_autofree char *path = g_build_filename(home, "terbuka", NULL);
    g_assert_true(g_file_set_contents(path, "ftp://h/\t/a\n", -1, NULL));
    g_assert_cmpint(g_chmod(path, 0666), ==, 0);
    keep(path, "/b", "ftp://i/");
    assert_mode(path, 0600);
    assert_found(path, "/a", "ftp://h/");
}

static const struct {
    const char *text;
    gsize len;
} damaged[] = {
    {"x\n", 2},
    {"ftps://a\n", 9},           /* no project */
    {"ftps://a/\t/p", 12},       /* cut off */
    {"ftps://a/\t/p\n\n", 14},   /* an empty line */
    {"\t/p\n", 4},               /* no target */
    {"ftps://a/\tp\n", 12},      /* no absolute path */
    {"ftps://a/\t/q\t/p\n", 16}, /* a tab too many */
    {"ftps://a/\t/p\n\0b\n", 16},
};

/* A list that is not wholly one is told, counts as empty, and is written anew. */
static void
test_damaged(void)
{
    g_autofree char *path = g_build_filename(home, "rusak", NULL);
    g_autofree char *big = g_strnfill(2 * 1024 * 1024, 'x');
    g_autofree char *words =
        g_strconcat(path,
                    ": the list of agreed targets is damaged and counts as empty; delete that "
                    "file and agree to the targets again at a terminal",
                    NULL);
    for (guint i = 0; i <= G_N_ELEMENTS(damaged); i++) {
        g_autoptr(GError) error = NULL;
        gboolean last = i == G_N_ELEMENTS(damaged);
        g_assert_true(g_file_set_contents(path, last ? big : damaged[i].text,
                                          last ? -1 : (gssize)damaged[i].len, NULL));
        g_assert_null(trust_find(path, "/p", DIAG_LANG_EN, &error));
        g_assert_error(error, FAULT_ERROR, FAULT_TRUST);
        g_assert_cmpstr(error->message, ==, words);
        keep(path, "/r", "ftps://b/");
        g_autofree char *text = read_list(path);
        g_assert_cmpstr(text, ==, "ftps://b/\t/r\n");
    }
    g_assert_true(g_file_set_contents(path, "", 0, NULL)); /* nothing is no damage */
    assert_found(path, "/p", NULL);
}

/* What cannot be read or written is told and stays. */
static void
test_refused(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_build_filename(home, "folder", NULL);
    g_autofree char *file = g_build_filename(home, "berkas", NULL);
    g_autofree char *below = g_build_filename(file, "maklumat", "tujuan", NULL);
    g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
    g_assert_null(trust_find(folder, "/p", DIAG_LANG_ID, &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_FILE);
    g_clear_error(&error);
    g_assert_false(trust_keep(folder, "/p", "ftps://b/", &error));
    g_assert_error(error, FS_ERROR, FS_ERROR_NOT_A_FILE);
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(file, "x", -1, NULL));
    g_assert_false(trust_keep(below, "/p", "ftps://b/", &error));
    g_assert_nonnull(error);
    g_autofree char *text = read_list(file);
    g_assert_cmpstr(text, ==, "x");
}

static void
assert_name(const char *text, const char *wanted)
{
    Target target;
    g_assert_cmpint(target_read(text, &target), ==, TARGET_FINE);
    g_autofree char *name = trust_name(&target);
    g_assert_cmpstr(name, ==, wanted);
    target_clear(&target);
}

/* A server is named as people know it, a folder by where it is, in one line. */
static void
test_name(void)
{
    g_autofree char *folder = g_build_filename(home, "a\tb%", NULL);
    g_autofree char *link = g_build_filename(home, "tautan", NULL);
    g_autofree char *real = fs_real_path(home, NULL);
    g_autofree char *there = g_strconcat(real, "/a%09b%25", NULL);
    g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
    g_assert_cmpint(symlink("a\tb%", link), ==, 0);
    assert_name("ftps://budi@h.example/www", "ftps://budi@h.example/www");
    assert_name(link, there);
    static const char *const below[] = {"/baru", "/baru/lagi", "/baru/../baru/./lagi/"};
    static const char *const wanted[] = {"/baru", "/baru/lagi", "/baru/lagi"};
    for (guint i = 0; i < G_N_ELEMENTS(below); i++) {
        g_autofree char *text = g_strconcat(link, below[i], NULL);
        g_autofree char *name = g_strconcat(there, wanted[i], NULL);
        assert_name(text, name);
    }
    g_autofree char *aside =
        g_strconcat(link, "/../baru", NULL); /* beside the folder, not the link */
    g_autofree char *name = g_strconcat(real, "/baru", NULL);
    assert_name(aside, name);
    g_autofree char *back =
        g_build_filename(home, "tiada/../tautan/x", NULL); /* missing, then a link */
    g_autofree char *x = g_strconcat(there, "/x", NULL);
    assert_name(back, x);
    g_autofree char *circle = g_build_filename(home, "lingkar", NULL),
                    *at = g_strconcat(real, "/lingkar", NULL);
    g_assert_cmpint(symlink("lingkar", circle), ==, 0);
    assert_name(circle, at);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    home = g_dir_make_tmp("maklumat-trust-XXXXXX", NULL);
    g_autofree char *state = g_build_filename(home, "state", NULL);
    g_setenv("XDG_STATE_HOME", state, TRUE);
    g_test_add_func("/trust/list", test_list);
    g_test_add_func("/trust/name", test_name);
    g_test_add_func("/trust/open", test_open_list);
    g_test_add_func("/trust/damaged", test_damaged);
    g_test_add_func("/trust/refused", test_refused);
    int status = g_test_run();
    fs_remove_tree(FS_CWD, home, NULL);
    g_free(home);
    return status;
}
