#include "deliver/fault.h"
#include "deliver/secret.h"
#include <glib/gstdio.h>

static char *home;

static void
write_private(const char *name, const char *text, guint mode)
{
    g_autofree char *path = g_build_filename(home, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_assert_cmpint(g_chmod(path, mode), ==, 0);
}

/* "user password" that is found for user@h; "-" for what there is not; the error's code. */
static void
check(const char *file, const char *user, const char *wanted)
{
    Target target = {TARGET_FTPS, g_strdup(user), g_strdup("h.example"), 0, g_strdup("")};
    g_autofree char *path = file != NULL ? g_build_filename(home, file, NULL) : NULL;
    g_autoptr(GError) error = NULL;
    char *password;
    g_autofree char *found = NULL;
    if (secret_find(&target, &(SecretPlaces){path, home, DIAG_LANG_ID}, &password, &error))
        found = g_strdup_printf("%s %s", target.user ? target.user : "-",
                                password ? password : "-");
    else
        found = g_strdup_printf("%s %d", g_quark_to_string(error->domain), error->code);
    g_assert_cmpstr(found, ==, wanted);
    secret_free(password);
    target_clear(&target);
}

static void
test_sources(void)
{
    g_autofree char *refused = g_strdup_printf("fault_error %d", FAULT_PASSWORD_FILE);
    check(NULL, "budi", "budi -");
    write_private(".netrc",
                  "machine lain.example login x password y\n"
                  "macdef init\nmachine h.example password salah\n\n"
                  "machine H.example\n  login budi\n  password \"a \\\"b\"\n"
                  "machine h.example login ani password c\n"
                  "default login tamu password d\n",
                  0600);
    check(NULL, "budi", "budi a \"b");
    check(NULL, "ani", "ani c");
    check(NULL, NULL, "budi a \"b");
    check(NULL, "tono", "tono -");
    check(NULL, "tamu", "tamu d");
    write_private("sandi", "e f\r\n", 0600);
    check("sandi", "budi", "budi e f");
    g_setenv(SECRET_VARIABLE, "g", TRUE);
    check(NULL, "budi", "budi g");
    check("sandi", "budi", "budi e f");
    g_unsetenv(SECRET_VARIABLE);
    write_private("sandi", "e\n", 0640);
    check("sandi", "budi", refused);
    write_private(".netrc", "machine h.example password a\n", 0604);
    check(NULL, "budi", refused);
    write_private(".netrc", "machine", 0600);
    check(NULL, "budi", "budi -");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_unsetenv(SECRET_VARIABLE);
    home = g_dir_make_tmp("maklumat-secret-XXXXXX", NULL);
    g_test_add_func("/secret/sources", test_sources);
    int status = g_test_run();
    const char *names[] = {".netrc", "sandi", ""};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(home, names[i], NULL);
        g_remove(path);
    }
    g_free(home);
    return status;
}
