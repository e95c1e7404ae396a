/* Any bytes as a request to the preview server: what is let through is of this computer and inside the project. */
#include "fuzz.h"
#include "serve/guard.h"
#include <string.h>

static void
check_path(const char *path)
{
    g_assert_true(g_utf8_validate(path, -1, NULL));
    g_assert_null(strstr(path, "/."));
    g_assert_null(strchr(path, '\\'));
    g_assert_null(strstr(path, "//"));
    for (const char *at = path; *at != '\0'; at++)
        g_assert_true((guchar)*at >= 0x20 && *at != 0x7F);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    g_autofree char *text = g_strndup((const char *)bytes, len);
    g_autofree char *path = guard_path(text), *name = guard_file_name(text);
    if (path != NULL) {
        g_assert_true(path[0] == '/');
        check_path(path);
    }
    if (guard_is_relative(text)) {
        g_autofree char *whole = g_strconcat("/", text, NULL);
        check_path(whole);
    }
    g_assert_true(strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789.-") == strlen(name));
    g_assert_true(name[0] != '.');
    if (guard_host(text, 8080))
        g_assert_true(g_str_has_prefix(text, "127.") ||
                      g_ascii_strncasecmp(text, "localhost", 9) == 0 ||
                      g_str_has_prefix(text, "[::1]"));
    if (guard_origin(text, 8080))
        g_assert_true(g_str_has_prefix(text, "http://"));
    g_assert_false(guard_key(text, strlen(text), "kunci-yang-tidak-ditebak-siapa-pun"));
    guard_cookie(text, "kunci", "kunci-yang-tidak-ditebak-siapa-pun");
    return 0;
}
