#include "base/html.h"
#include <string.h>

static void
test_escape(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", ""},
        {"biasa é 漢", "biasa é 漢"},
        {"<\"&'>", "&lt;&quot;&amp;&#39;&gt;"},
        {"a<b", "a&lt;b"},
        {"&amp;", "&amp;amp;"},
        {"</script><script>", "&lt;/script&gt;&lt;script&gt;"},
        {"\n\t/=`", "\n\t/=`"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new("x");
        html_append_escaped(out, cases[i].text, -1);
        g_assert_cmpstr(out->str + 1, ==, cases[i].expected);
        g_autoptr(GString) part = g_string_new(NULL);
        g_autofree char *longer = g_strconcat(cases[i].text, "<lain>", NULL);
        html_append_escaped(part, longer, (gssize)strlen(cases[i].text));
        g_assert_cmpstr(part->str, ==, cases[i].expected);
    }
}

/* All 256 bytes: five change, the rest (broken UTF-8 too) passes. */
static void
test_bytes(void)
{
    for (guint byte = 1; byte < 256; byte++) {
        char text[] = {(char)byte, '\0'};
        g_autoptr(GString) out = g_string_new(NULL);
        html_append_escaped(out, text, 1);
        g_assert_cmpint(strcmp(out->str, text) == 0, ==, strchr("&<>\"'", (int)byte) == NULL);
    }
}

/* Texts of every length about the sizes that are copied at once, with one byte that changes anywhere, or none. */
static void
test_lengths(void)
{
    enum { MOST = 50 };
    for (guint len = 0; len <= MOST; len++) {
        for (guint at = 0; at <= len; at++) {
            char text[MOST + 1];
            for (guint i = 0; i < len; i++)
                text[i] = i == at ? '<' : (char)('A' + i);
            g_autofree char *exact = g_memdup2(text, len); /* so that reading further is seen */
            g_autoptr(GString) out = g_string_new("x"), expected = g_string_new("x");
            g_string_append_len(expected, text, at);
            if (at < len)
                g_string_append(expected, "&lt;");
            g_string_append_len(expected, text + at + 1, at < len ? len - at - 1 : 0);
            html_append_escaped(out, len > 0 ? exact : "", len);
            g_assert_cmpstr(out->str, ==, expected->str);
            g_assert_cmpuint(out->len, ==, expected->len);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/html/escape", test_escape);
    g_test_add_func("/html/bytes", test_bytes);
    g_test_add_func("/html/lengths", test_lengths);
    return g_test_run();
}
