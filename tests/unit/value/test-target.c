#include "value/target.h"

static const struct {
    const char *text, *wanted;
} rows[] = {
    {"ftps://budi@ftp.contoh.example/public_html",
     "2 budi ftp.contoh.example 0 public_html | ftps://budi@ftp.contoh.example/public_html"},
    {"ftp://h", "1 - h 0  | ftp://h/"},
    {"ftp://h//var/www/", "1 - h 0 /var/www | ftp://h//var/www"},
    {"FTPS://h:2121/a%20b/", "2 - h 2121 a b | ftps://h:2121/a b"},
    {"sftp://a%40b@h:22/var/www", "3 a@b h 22 /var/www | sftp://a%40b@h:22/var/www"},
    {"ftps://h%2Fwww@lain/x", "2 h/www lain 0 x | ftps://h%2Fwww@lain/x"},
    {"ftps://u@b\xd0\xb0nk.example/x",
     "2 u b\xd0\xb0nk.example 0 x | ftps://u@b%D0%B0nk.example/x"},
    {"sftp://h/~/www", "3 - h 0 www | sftp://h/~/www"},
    {"sftp://h/~", "3 - h 0  | sftp://h"},
    {"sftp://h", "3 - h 0  | sftp://h"},
    {"ftps://u@[::1]:2121/x", "2 u [::1] 2121 x | ftps://u@[::1]:2121/x"},
    {"/var/www/html", "0 - - 0 /var/www/html | /var/www/html"},
    {"../web", "0 - - 0 ../web | ../web"},
    {"D:/web", "0 - - 0 D:/web | D:/web"},
    {"ftps://budi:rahasia@h/x", "fault 2"},
    {"ftp://:rahasia@h/x", "fault 2"},
    {"ftp://budi:a@b@h/x", "fault 2"},
    {"http://h/x", "fault 1"},
    {"ftpes://h/x", "fault 1"},
    {"scp://h/x", "fault 1"},
    {"", "fault 3"},
    {"ftp://", "fault 3"},
    {"ftp:///x", "fault 3"},
    {"ftp://@h/x", "fault 3"},
    {"ftp://h:0/", "fault 3"},
    {"ftp://h:65536/", "fault 3"},
    {"ftp://h:21x/", "fault 3"},
    {"ftp://h h/", "fault 3"},
    {"ftp://[::1/", "fault 3"},
    {"ftp://h/a%0Ab", "fault 3"},
    {"ftp://h/a%zz", "fault 3"},
    {"ftp://h"
     "\r/x",
     "fault 3"},
    {"a\nb", "fault 3"},
};

static void
test_rows(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Target target = {.path = NULL};
        TargetFault fault = target_read(rows[i].text, &target);
        g_autoptr(GString) found = g_string_new(NULL);
        if (fault != TARGET_FINE) {
            g_string_printf(found, "fault %d", (int)fault);
            g_assert_null(target.path);
        } else {
            g_string_printf(found, "%d %s %s %u %s | ", (int)target.kind,
                            target.user ? target.user : "-", target.host ? target.host : "-",
                            target.port, target.path);
            target_append_text(&target, found);
        }
        g_assert_cmpstr(found->str, ==, rows[i].wanted);
        target_clear(&target);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/target/rows", test_rows);
    return g_test_run();
}
