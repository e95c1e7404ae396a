#include "page/theme.h"
#include <glib/gstdio.h>
#include <string.h>

static const char *const languages[] = {"id", "en", NULL};

/* Whoever asks first makes the theme: all who ask at once get the same one. */
static gpointer
ask(gpointer data)
{
    const Theme *theme = data;
    return (gpointer)(guintptr)theme_script(theme, "en", "maklumat");
}

static void
test_many_ask_first(void)
{
    enum { N = 4 };
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Theme) theme = theme_load(NULL, languages, diags, NULL);
    GThread *threads[N];
    for (guint i = 0; i < N; i++)
        threads[i] = g_thread_new("ask", ask, theme);
    const char *paths[N];
    for (guint i = 0; i < N; i++)
        paths[i] = g_thread_join(threads[i]);
    g_assert_true(g_str_has_prefix(paths[0], "aset/maklumat-"));
    for (guint i = 1; i < N; i++)
        g_assert_true(paths[i] == paths[0]);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
}

/* What outputs depend on is known before anything of the theme is, and stays. */
static void
test_hash(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Theme) theme = theme_load(NULL, languages, diags, NULL);
    guint64 hash = theme_hash(theme);
    g_assert_cmpuint(hash, !=, 0);
    g_assert_cmpstr(theme_label(theme, "id", "cari"), !=, "");
    g_assert_nonnull(theme_source(theme, "labels.id.yaml"));
    g_assert_cmpuint(theme_hash(theme), ==, hash);
}

/* A folder may have mistakes: they are told when it is loaded, and its bytes count. */
static void
test_folder(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autofree char *dir = g_dir_make_tmp("theme-XXXXXX", NULL);
    g_autofree char *static_dir = g_build_filename(dir, "static", NULL);
    g_autofree char *file = g_build_filename(dir, "labels.id.yaml", NULL);
    g_mkdir(static_dir, 0755);
    g_assert_true(g_file_set_contents(file, "cari: Temukan\nsalah_ketik: x\n", -1, NULL));
    g_autoptr(Theme) plain = theme_load(NULL, languages, diags, NULL);
    g_autoptr(Theme) theme = theme_load(dir, languages, diags, NULL);
    g_assert_cmpuint(diag_list_n(diags), ==, 1);
    g_assert_cmpint(diag_list_get(diags, 0)->code, ==, DIAG_KEY_UNKNOWN);
    g_assert_cmpstr(theme_label(theme, "id", "cari"), ==, "Temukan");
    g_assert_cmpstr(theme_label(plain, "id", "cari"), ==, "Cari");
    g_assert_cmpuint(theme_hash(theme), !=, theme_hash(plain));
    g_remove(file);
    g_rmdir(static_dir);
    g_rmdir(dir);
}

/* What would be published as nothing: an empty template, a colour that is none, a key that nobody reads. */
static void
test_nothing(void)
{
    static const DiagCode wanted[] = {DIAG_COLOR_UNREADABLE, DIAG_KEY_UNKNOWN, DIAG_KEY_FOREIGN,
                                      DIAG_VALUE_NOT_TEXT, DIAG_THEME_EMPTY};
    g_autoptr(DiagList) diags = diag_list_new();
    g_autofree char *dir = g_dir_make_tmp("theme-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename(dir, "templates", NULL),
                    *values = g_build_filename(dir, "theme.yaml", NULL),
                    *page = g_build_filename(folder, "layanan.mustache", NULL);
    g_autofree char *static_dir = g_build_filename(dir, "static", NULL);
    g_mkdir(folder, 0755);
    g_mkdir(static_dir, 0755);
    g_assert_true(g_file_set_contents(
        values, "warna: merah\nwarma: \"#fff\"\nx: 1\nnama: [a]\n", -1, NULL));
    g_assert_true(g_file_set_contents(page, " {{! nanti }}\n", -1, NULL));
    g_autoptr(Theme) theme = theme_load(dir, languages, diags, NULL);
    g_assert_cmpuint(diag_list_n(diags), ==, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++)
        g_assert_cmpint(diag_list_get(diags, i)->code, ==, wanted[i]);
    g_assert_true(g_file_set_contents(values, "warna: \"#802020\"\nnama: A\n", -1, NULL));
    g_assert_true(g_file_set_contents(page, "{{! judul }}<p>\n", -1, NULL));
    g_autoptr(DiagList) none = diag_list_new();
    g_autoptr(Theme) mended = theme_load(dir, languages, none, NULL);
    g_assert_cmpuint(diag_list_n(none), ==, 0);
    g_remove(page);
    g_remove(values);
    g_rmdir(folder);
    g_rmdir(static_dir);
    g_rmdir(dir);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/theme/many-ask-first", test_many_ask_first);
    g_test_add_func("/theme/hash", test_hash);
    g_test_add_func("/theme/folder", test_folder);
    g_test_add_func("/theme/nothing", test_nothing);
    return g_test_run();
}
