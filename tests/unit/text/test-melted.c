#include "text/markup.h"
#include "text/melted.h"
#include <string.h>

static void
check(const char *yaml, const char *wanted)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autofree char *text = g_strconcat("a:", yaml, "\n", NULL);
    g_autoptr(Source) source = source_new("a.yaml", g_strdup(text), strlen(text), diags);
    YamlNode *root = yaml_read(arena, &(YamlPart){source, 1, 99, FALSE}, NULL, NULL, diags);
    const YamlNode *value = yaml_find(root, "a");
    g_autoptr(GString) got = g_string_new(NULL);
    Melted melted;
    g_assert_nonnull(value);
    if (melted_find(value, &melted)) {
        g_string_append_printf(got, "%u:%u %s|%s", melted.mark.line, melted.mark.col,
                               melted.first, melted.second != NULL ? melted.second : "");
        g_free(melted.first);
        g_free(melted.second);
    }
    g_assert_cmpstr(got->str, ==, wanted);
}

static void
test_lists(void)
{
    check("\n  -KTP\n  -Kartu Keluarga", "2:3 KTP|Kartu Keluarga");
    check("\n  -\u00A0KTP\n  -\u00A0KK", "2:3 KTP|KK");
    check("\n  \u2022 KTP\n  \u2022KK", "2:3 KTP|KK");
    check("\n  \uF0B7 KTP\n  \uF0B7 KK", "2:3 KTP|KK");
    check("\n  \u2013 KTP\n  \u2013 KK", "2:3 KTP|KK");
    check("\n  1. Datang\n  2. Pulang", "2:3 Datang|Pulang");
    check("\n  1.Datang\n  2.Pulang", "2:3 Datang|Pulang");
    check("\n  1) Datang\n  2) Pulang", "2:3 Datang|Pulang");
    check("\n  (1) Datang\n  (2) Pulang", "2:3 Datang|Pulang");
    check("\n  a. Datang\n  b. Pulang", "2:3 Datang|Pulang");
    check("\n  i. Datang\n  ii. Pulang\n  iii. Tidur", "2:3 Datang|Pulang");
    check("\n  I) Datang\n  II) Pulang", "2:3 Datang|Pulang");
    check("\n  i. Datang\n  v. Pulang", "");
    check("\n  -- KTP\n  -- KK", "2:3 KTP|KK");
    check("\n  + KTP\n  + KK", "2:3 KTP|KK");
    check("\n  o KTP\n  o KK", "2:3 KTP|KK");
    check("\n  +62343427605\n  +62343427606", "");
    check("\n  o\n  oleh", "");
    check(" Umum\n   - KTP\n   - KK", "2:4 KTP|KK"); /* one blank too many */
    check(" Umum\n   - KTP", "2:4 KTP|");
    check(" |\n  - KTP\n  - KK", "2:3 KTP|KK");
    check(" >\n  1. KTP\n  2. KK", "2:3 KTP|KK");
    check(" \"-KTP\n  -KK\"", "1:5 KTP|KK");
}

static void
test_texts(void)
{
    check(" Fotokopi KTP", "");
    check(" Fotokopi KTP yang masih\n  berlaku", "");
    check(" Pasal\n  1. ayat yang disebut", "");          /* a number alone begins a line */
    check(" Diatur dalam\n  2. dan\n  3. peraturan", ""); /* counts from no beginning */
    check(" pada suhu\n  -5 derajat", "");
    check(" Senin \u2013\n  Jumat", "");
    check(" oleh A. Karim\n  b. Hasan", "");
    check(" -KTP", "");
    check(" ''", "");
}

static void
take(const MarkupSlip *slip, gpointer data)
{
    g_string_append_printf(data, "%u %.*s\n", slip->kind, (int)slip->len, slip->at);
}

static void
check_prose(const char *text, const char *wanted)
{
    g_autoptr(GString) got = g_string_new(NULL);
    markup_each_slip(text, strlen(text), take, got);
    g_assert_cmpstr(got->str, ==, wanted);
}

static void
test_markup(void)
{
    check_prose("| A | B |\n|---|:-:|\n| 1 | 2 |\n", "0 | A | B |\n");
    check_prose("A | B\n--|--\n1 | 2", "0 A | B\n");
    check_prose("#Judul\n\n## Baik\n\n###", "1 #Judul\n");
    check_prose("[a](b c.pdf) [d](<b c.pdf>) [e](f.pdf \"judul\") [g](h.pdf)", "2 b c.pdf\n");
    check_prose("\u2022 satu\n\u2022 dua\n", "3 \u2022 satu\n");
    check_prose("-satu\n-dua\n", "3 -satu\n");
    check_prose("1.Datang\n2.Pulang\n", "3 1.Datang\n");
    check_prose("- satu\n* dua\n+ lima\n1. tiga\n> empat\n*miring*\n**tebal**\n---\n", "");
    check_prose("~~lama~~ kata[^1]\n- [ ] tugas\n", "4 ~~\n4 [^1]\n4 [ ]\n");
    check_prose("```\n#Judul\n| a |\n|---|\n```\n    -kode\n`~~x~~`\n", "");
    check_prose("jalan ~ 5 km, 3-4 hari, a|b", "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/melted/lists", test_lists);
    g_test_add_func("/melted/texts", test_texts);
    g_test_add_func("/melted/markup", test_markup);
    return g_test_run();
}
