#include "base/json.h"
#include <string.h>

static void
test_strings(void)
{
    static const struct {
        const char *text;
        gssize len;
        const char *expected;
    } cases[] = {
        {"", -1, "\"\""},
        {"a\"b\\c/", -1, "\"a\\\"b\\\\c/\""},
        {"\b\f\n\r\t\x01\x7f", -1, "\"\\b\\f\\n\\r\\t\\u0001\\u007f\""},
        {"a\0b", 3, "\"a\\u0000b\""},
        {"</script>&", -1, "\"\\u003c/script\\u003e\\u0026\""},
        {"é漢😀", -1, "\"é漢😀\""},
        {"\xE2\x80\xA8\xE2\x80\xA9", -1, "\"\\u2028\\u2029\""},
        {"a\xFF\xC3", -1, "\"a\uFFFD\uFFFD\""},
        {"\xED\xA0\x80", -1, "\"\uFFFD\uFFFD\uFFFD\""},
        {"abcdef", 2, "\"ab\""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_append_string(out, cases[i].text, cases[i].len);
        g_assert_cmpstr(out->str, ==, cases[i].expected);
    }
}

static void
write_all(Json *json)
{
    json_object_begin(json);
    json_text_pair(json, "a", "x");
    json_text_pair(json, "none", NULL);
    json_key(json, "b");
    json_array_begin(json);
    json_int(json, G_MININT64);
    json_bool(json, TRUE);
    json_null(json);
    json_text(json, NULL, -1);
    json_array_begin(json);
    json_int(json, 1);
    json_array_end(json);
    json_array_begin(json);
    json_int(json, 2);
    json_array_end(json);
    json_object_begin(json);
    json_object_end(json);
    json_array_end(json);
    json_key(json, "r");
    json_raw(json, "[{\"x\":1}]");
    json_int_pair(json, "c", 5);
    json_bool_pair(json, "d", FALSE);
    json_object_end(json);
}

static void
test_nesting(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    Json json;
    json_init(&json, out, 0);
    write_all(&json);
    g_assert_cmpstr(out->str, ==,
                    "{\"a\":\"x\",\"b\":[-9223372036854775808,true,null,null,[1],[2],{}],\"r\":"
                    "[{\"x\":1}],\"c\":5,"
                    "\"d\":false}");
    g_string_truncate(out, 0);
    json_init(&json, out, 1);
    write_all(&json);
    g_assert_cmpstr(out->str, ==,
                    "{\n \"a\": \"x\",\n \"b\": [\n  -9223372036854775808,\n  true,\n  null,\n"
                    "  null,\n  [\n   1\n  ],\n  [\n   2\n  ],\n  {}\n ],\n \"r\": "
                    "[{\"x\":1}],\n \"c\": 5,\n \"d\": false\n}");
    g_string_truncate(out, 0);
    json_init(&json, out, 1);
    json.lines = 2;
    json_array_begin(&json);
    write_all(&json);
    json_array_end(&json);
    g_assert_cmpstr(
        out->str, ==,
        "[\n {\n  \"a\": \"x\",\n  \"b\": [-9223372036854775808,true,null,null,[1],[2],{}],\n"
        "  \"r\": [{\"x\":1}],\n  \"c\": 5,\n  \"d\": false\n }\n]");
}

static void
test_depth(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GString) expected = g_string_new(NULL);
    Json json;
    json_init(&json, out, 0);
    for (guint i = 0; i < JSON_MAX_DEPTH; i++) {
        json_array_begin(&json);
        g_string_append(expected, "[");
    }
    for (guint i = 0; i < JSON_MAX_DEPTH; i++) {
        json_array_end(&json);
        g_string_append(expected, "]");
    }
    g_assert_cmpstr(out->str, ==, expected->str);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/strings", test_strings);
    g_test_add_func("/json/nesting", test_nesting);
    g_test_add_func("/json/depth", test_depth);
    return g_test_run();
}
