#include "base/diag.h"
#include <string.h>

static const DiagPrint indonesian = {DIAG_LANG_ID, FALSE, 0};
static const DiagPrint english = {DIAG_LANG_EN, FALSE, 0};

static Source *
open_text(const char *text)
{
    g_autoptr(DiagList) diags = diag_list_new();
    return source_new("kab-x/a b.md", g_strdup(text), strlen(text), diags);
}

/* The one finding of `width` at line:col of a text, printed. */
static char *
print_at(const char *text, guint32 line, guint32 col, guint width, const DiagPrint *how)
{
    g_autoptr(DiagList) list = diag_list_new();
    g_autoptr(Source) source = open_text(text);
    GString *out = g_string_new(NULL);
    diag_add(list, DIAG_YAML_DUPLICATE, (Mark){source, line, col}, width, "sk", "3", NULL);
    diag_list_print(list, DIAG_FORMAT_TEXT, how, out);
    return g_string_free(out, FALSE);
}

#define FIX "  = saran: gabungkan isinya di satu tempat lalu hapus yang lain\n"
#define HEAD(place) \
    "kab-x/a b.md" place "kesalahan: kunci sk sudah ditulis di baris 3 [yaml-duplicate]\n"
#define FIFTY        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define TEN_BLANKS   "          "
#define SIXTY_BLANKS TEN_BLANKS TEN_BLANKS TEN_BLANKS TEN_BLANKS TEN_BLANKS TEN_BLANKS

static void
test_text(void)
{
    static const struct {
        const char *text;
        guint line, col, width;
        const char *expected;
    } cases[] = {
        {"judul: a\nsk: b\n", 2, 1, 2, HEAD(":2:1: ") "    2 | sk: b\n      | ^~\n" FIX},
        {"judul: a\n", 1, 8, 0, HEAD(":1:8: ") "    1 | judul: a\n      |        ^\n" FIX},
        {"\tsk\tb\n", 1, 5, 9, HEAD(":1:5: ") "    1 | \tsk\tb\n      | \t  \t^\n" FIX},
        {"“é” 漢字 x\n", 1, 8, 1,
         HEAD(":1:8: ") "    1 | “é” 漢字 x\n      |          ^\n" FIX},
        {"a 漢字 x\n", 1, 3, 2, HEAD(":1:3: ") "    1 | a 漢字 x\n      |   ^~~~\n" FIX},
        {"a\n", 1, 2, 1, HEAD(":1:2: ") "    1 | a\n      |  ^\n" FIX},
        {"a\n", 1, 9, 1, HEAD(":1:9: ") "    1 | a\n      |  ^\n" FIX},
        {"a\n", 0, 0, 0, HEAD(": ") FIX},
        {"a\n\n", 2, 1, 0, HEAD(":2:1: ") FIX},
        {FIFTY FIFTY "y\n", 1, 1, 1,
         HEAD(":1:1: ") "    1 | " FIFTY FIFTY "…\n      | ^\n" FIX},
        {FIFTY FIFTY FIFTY "sk" FIFTY FIFTY "\n", 1, 151, 2,
         HEAD(":1:151: ") "    1 | …xxxxxxxxxx" FIFTY "sk"
                          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n"
                          "      |  " SIXTY_BLANKS "^~\n" FIX},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *shown =
            print_at(cases[i].text, cases[i].line, cases[i].col, cases[i].width, &indonesian);
        g_assert_cmpstr(shown, ==, cases[i].expected);
    }
    g_autofree char *shown = print_at("sk: b\n", 1, 1, 2, &english);
    g_assert_cmpstr(shown, ==,
                    "kab-x/a b.md:1:1: error: the key sk was written before, in line 3 "
                    "[yaml-duplicate]\n    1 | sk: b\n      | ^~\n"
                    "  = help: bring the two together in one place and delete the other\n");
}

/* A line of a megabyte keeps only what is around the caret, and the caret stays on its letter. */
static void
test_long_line(void)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < 500000; i++)
        g_string_append(text, i == 400000 ? "@" : "é");
    g_autoptr(Source) source = open_text(text->str);
    g_autoptr(DiagList) list = diag_list_new();
    g_autoptr(GString) out = g_string_new(NULL);
    diag_add(list, DIAG_YAML_START, (Mark){source, 1, 400001}, 1, text->str, "@", NULL);
    diag_list_print(list, DIAG_FORMAT_TEXT, &indonesian, out);
    g_assert_cmpuint(out->len, <, 2000);
    g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
    const char *caret = strchr(lines[2], '^'), *sign = strchr(lines[1], '@');
    g_assert_nonnull(caret);
    g_assert_nonnull(sign);
    g_assert_cmpint(g_utf8_pointer_to_offset(lines[1], sign), ==,
                    g_utf8_pointer_to_offset(lines[2], caret));
    g_string_free(text, TRUE);
}

static void
test_color(void)
{
    DiagPrint how = {DIAG_LANG_EN, TRUE, 0};
    g_autofree char *shown = print_at("sk: b\n", 1, 1, 2, &how);
    g_assert_cmpstr(
        shown, ==,
        "\033[1mkab-x/a b.md:1:1: \033[31merror: \033[0mthe key sk was written "
        "before, in line 3 [yaml-duplicate]\n    1 | sk: b\n      | \033[31m^~\033[0m\n"
        "  = help: bring the two together in one place and delete the other\n");
}

static void
test_cap(void)
{
    g_autoptr(DiagList) list = diag_list_new();
    g_autoptr(GString) out = g_string_new(NULL);
    for (int i = 0; i < 5; i++) {
        char value[] = {(char)('0' + i), '\0'};
        diag_add_path(list, DIAG_YAML_SYNTAX, i < 4 ? "a" : "b", value, NULL);
    }
    DiagPrint how = {DIAG_LANG_ID, FALSE, 1};
    diag_list_sort(list);
    diag_list_print(list, DIAG_FORMAT_TEXT, &how, out);
    g_assert_cmpstr(out->str, ==,
                    "a: kesalahan: susunan YAML di sini tidak terbaca (0) [yaml-syntax]\n"
                    "  = saran: periksa tanda petik, kurung, dan jumlah spasi di baris ini dan "
                    "di baris di atasnya\n"
                    "a: dan 3 temuan lain di berkas ini\n"
                    "b: kesalahan: susunan YAML di sini tidak terbaca (4) [yaml-syntax]\n"
                    "  = saran: periksa tanda petik, kurung, dan jumlah spasi di baris ini dan "
                    "di baris di atasnya\n");
}

/* However many notes stand before it, an error is shown. */
static void
test_cap_keeps_worst(void)
{
    g_autoptr(DiagList) list = diag_list_new();
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(DiagList) ignored = diag_list_new();
    Source *source = source_new("a", g_strdup("b\n"), 2, ignored);
    for (guint line = 1; line <= 6; line++)
        diag_add(list, line < 5 ? DIAG_REVIEW_MISSING : DIAG_YAML_SYNTAX,
                 (Mark){source, line, 1}, 1, "x", NULL);
    source_free(source);
    DiagPrint how = {DIAG_LANG_EN, FALSE, 3};
    diag_list_print(list, DIAG_FORMAT_TEXT, &how, out);
    g_autofree char *shown = g_strdup(out->str);
    g_string_truncate(out, 0);
    for (char **lines = g_strsplit(shown, "\n", -1), **line = lines;; line++) {
        if (*line == NULL) {
            g_strfreev(lines);
            break;
        }
        if (g_str_has_prefix(*line, "a:"))
            g_string_append_printf(out, "%.*s\n", 10, *line);
    }
    g_assert_cmpstr(out->str, ==, "a:1:1: not\na:5:1: err\na:6:1: err\na: and 3 m\n");
}

/* Values come from strangers: nothing in them reaches a terminal as a command. */
static void
test_hostile_values(void)
{
    g_autoptr(DiagList) list = diag_list_new();
    diag_add_path(list, DIAG_YAML_SYNTAX, "a\033b\xFF\n", "\033[2J\xE2\x80\xAE\xFFx\ny", NULL);
    const Diag *diag = diag_list_get(list, 0);
    g_assert_cmpstr(diag->path, ==, "a\uFFFDb\uFFFD ");
    g_assert_cmpstr(diag->args[0], ==, "\uFFFD[2J\uFFFD\uFFFDx y");
    g_autofree char *long_value = g_strnfill(5000, 'x');
    diag_add_path(list, DIAG_YAML_SYNTAX, "a", long_value, NULL);
    g_assert_cmpuint(strlen(diag_list_get(list, 1)->args[0]), <, 500);
}

static DiagList *
two_findings(Source *source)
{
    DiagList *list = diag_list_new();
    diag_add(list, DIAG_YAML_DUPLICATE, (Mark){source, 2, 1}, 2, "<\"sk,:%", "1", NULL);
    diag_add_path(list, DIAG_YAML_SYNTAX, "", "x", NULL);
    diag_list_sort(list);
    return list;
}

static void
test_json(void)
{
    g_autoptr(Source) source = open_text("a\nsk: b\n");
    g_autoptr(DiagList) list = two_findings(source);
    g_autoptr(GString) out = g_string_new(NULL);
    diag_list_print(list, DIAG_FORMAT_JSON, &english, out);
    g_assert_cmpstr(
        out->str, ==,
        "[\n"
        "  {\n    \"file\": \"\",\n    \"line\": 0,\n    \"column\": 0,\n    \"width\": 1,\n"
        "    \"level\": \"error\",\n    \"tag\": \"yaml-syntax\",\n"
        "    \"message\": \"the YAML here cannot be read (x)\",\n"
        "    \"fix\": \"check the quotes, brackets and spaces of this line and the one "
        "above\"\n"
        "  },\n"
        "  {\n    \"file\": \"kab-x/a b.md\",\n    \"line\": 2,\n    \"column\": 1,\n    "
        "\"width\": "
        "2,\n"
        "    \"level\": \"error\",\n    \"tag\": \"yaml-duplicate\",\n"
        "    \"message\": \"the key \\u003c\\\"sk,:% was written before, in line 1\",\n"
        "    \"fix\": \"bring the two together in one place and delete the other\"\n"
        "  }\n]\n");
    g_autoptr(DiagList) none = diag_list_new();
    g_string_truncate(out, 0);
    diag_list_print(none, DIAG_FORMAT_JSON, &english, out);
    g_assert_cmpstr(out->str, ==, "[]\n");
}

static void
test_github(void)
{
    g_autoptr(Source) source = open_text("a\nsk: b\n");
    g_autoptr(DiagList) list = two_findings(source);
    g_autoptr(GString) out = g_string_new(NULL);
    diag_list_print(list, DIAG_FORMAT_GITHUB, &english, out);
    g_assert_cmpstr(
        out->str, ==,
        "::error title=yaml-syntax::the YAML here cannot be read (x)%0Acheck the quotes, "
        "brackets "
        "and spaces of this line and the one above\n"
        "::error file=kab-x/a b.md,line=2,col=1,endColumn=3,title=yaml-duplicate::the key "
        "<\"sk,:%25 was written before, in line 1%0Abring the two together in one place and "
        "delete the other\n");
}

static void
test_sort_and_take(void)
{
    g_autoptr(Source) source = open_text("a\nb\n");
    g_autoptr(DiagList) list = diag_list_new();
    DiagList *more = diag_list_new();
    diag_add(list, DIAG_YAML_TAB, (Mark){source, 2, 1}, 1, "b", NULL);
    diag_add(list, DIAG_YAML_TAB, (Mark){source, 1, 2}, 1, "b", NULL);
    diag_add(more, DIAG_YAML_TAB, (Mark){source, 1, 2}, 1, "b", NULL);
    diag_add(more, DIAG_YAML_TAB, (Mark){source, 1, 2}, 1, "a", NULL);
    diag_add(more, DIAG_NOT_UTF8, (Mark){source, 1, 2}, 1, "x", NULL);
    diag_add_path(more, DIAG_YAML_TAB, "a", NULL);
    diag_list_take(list, more);
    g_assert_cmpuint(diag_list_n(list), ==, 6);
    diag_list_sort(list);
    static const char *const expected[] = {NULL, "x", "a", "b", "b"};
    g_assert_cmpuint(diag_list_n(list), ==, 5);
    for (guint i = 0; i < 5; i++)
        g_assert_cmpstr(diag_list_get(list, i)->args[0], ==, expected[i]);
    g_assert_cmpuint(diag_list_get(list, 4)->line, ==, 2);
}

static void
test_levels(void)
{
    g_autoptr(DiagList) list = diag_list_new();
    g_assert_cmpint(diag_list_worst(list), ==, DIAG_NOTE);
    diag_add_path(list, DIAG_YAML_TAB, "a", "x", NULL);
    g_assert_cmpint(diag_list_worst(list), ==, DIAG_ERROR);
    g_assert_cmpint(diag_list_get(list, 0)->level, ==, DIAG_ERROR);
    g_autofree DiagLevel *levels = g_new(DiagLevel, N_DIAG_CODES);
    for (guint i = 0; i < N_DIAG_CODES; i++)
        levels[i] = DIAG_OFF;
    DiagCode soft;
    for (guint i = 0; i < N_DIAG_CODES; i++)
        if (diag_info((DiagCode)i)->level < DIAG_ERROR) {
            soft = (DiagCode)i;
            diag_add_path(list, soft, "a", "x", NULL);
            diag_list_override(list, levels);
            g_assert_cmpuint(diag_list_n(list), ==, 1); /* removed; the error stays */
            levels[soft] = DIAG_ERROR;
            diag_add_path(list, soft, "a", "x", NULL);
            diag_list_override(list, levels);
            g_assert_cmpuint(diag_list_n(list), ==, 2);
            g_assert_cmpint(diag_list_get(list, 1)->level, ==, DIAG_ERROR);
            return;
        }
    diag_list_override(list, levels);
    g_assert_cmpuint(diag_list_n(list), ==, 1);
}

/* A tally of packed findings says of every level whether overriding would leave one that has it. */
static void
test_tally(void)
{
    g_autofree DiagLevel *levels = g_new(DiagLevel, N_DIAG_CODES);
    for (guint row = 0; row < 8 * DIAG_OFF * (DIAG_OFF + 1); row++) {
        g_autoptr(DiagList) list = diag_list_new(), drafts = diag_list_new();
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        DiagLevel limit = row / 8 % DIAG_OFF, set = row / 8 / DIAG_OFF;
        for (guint i = 0; i < N_DIAG_CODES; i++)
            levels[i] = set;
        if (row & 1)
            diag_add_path(list, DIAG_FILE_UNLINKED, "a", "x", NULL);
        if (row & 2)
            diag_add_path(list, DIAG_YAML_TAB, "b", "x", NULL);
        if (row & 4)
            diag_add_path(drafts, DIAG_YAML_TAB, "c", "x", NULL);
        diag_list_make_draft(drafts);
        diag_list_take(list, g_steal_pointer(&drafts));
        diag_list_pack(list, bytes);
        DiagTally tally = {0}, joined = {0};
        g_assert_true(diag_tally_packed(&tally, bytes->data, bytes->len));
        diag_tally_join(&joined, &tally);
        diag_list_override(list, levels);
        g_assert_cmpint(diag_tally_reaches(&joined, levels, limit), ==,
                        diag_list_n(list) > 0 && diag_list_worst(list) >= limit);
        for (guint n = 0; n < bytes->len; n++)
            g_assert_false(diag_tally_packed(&tally, bytes->data, n));
    }
}

/* A remedy that quotes a value has a second form for when there is none, or says nothing. */
static void
test_fix_without_value(void)
{
    static const struct {
        DiagCode code;
        const char *value, *fix;
    } cases[] = {
        {DIAG_LINK_MISSING, "b.pdf",
         "tulis \"b.pdf\", atau salin berkasnya ke folder berkas layanan ini"},
        {DIAG_LINK_MISSING, NULL,
         "periksa ejaan namanya, atau salin berkasnya ke folder berkas layanan ini"},
        {DIAG_LINK_MISSING, "",
         "periksa ejaan namanya, atau salin berkasnya ke folder berkas layanan ini"},
        {DIAG_LINK_EMAIL, NULL, ""},
        {DIAG_PATH_ENCODED, "a|b", "tulis \"a|b\""},
        {DIAG_PATH_ENCODED, NULL, "ganti setiap kode % dengan hurufnya"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(DiagList) list = diag_list_new();
        g_autoptr(GString) fix = g_string_new(NULL);
        diag_add_path(list, cases[i].code, "x", "a.pdf", cases[i].value, NULL);
        diag_append_fix(diag_list_get(list, 0), DIAG_LANG_ID, fix);
        g_assert_cmpstr(fix->str, ==, cases[i].fix);
    }
}

/* Every row is complete, and both languages use the same values. */
static void
test_table(void)
{
    for (guint i = 0; i < N_DIAG_CODES; i++) {
        const DiagInfo *info = diag_info((DiagCode)i);
        DiagCode found;
        g_assert_true(diag_code_find(info->tag, &found));
        g_assert_cmpuint(found, ==, i); /* tags are unique */
        for (guint lang = 0; lang < 2; lang++) {
            gsize len = strlen(info->text[lang]);
            g_assert_cmpuint(len, >, 0);
            g_assert_cmpint(info->text[lang][len - 1], !=, '.');
            g_assert_cmpuint(strlen(info->why[lang]), >, 0);
        }
        for (char digit = '1'; digit <= '4'; digit++) {
            char place[] = {'%', digit, '\0'};
            g_assert_cmpint(strstr(info->text[0], place) != NULL, ==,
                            strstr(info->text[1], place) != NULL);
            g_assert_cmpint(strstr(info->fix[0], place) != NULL, ==,
                            strstr(info->fix[1], place) != NULL);
        }
        g_assert_cmpint(info->fix[0][0] == '\0', ==, info->fix[1][0] == '\0');
        for (const char *at = info->tag; *at != '\0'; at++)
            g_assert_true(g_ascii_islower(*at) || g_ascii_isdigit(*at) || *at == '-');
    }
    DiagCode none;
    g_assert_false(diag_code_find("tidak-ada", &none));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diag/text", test_text);
    g_test_add_func("/diag/long-line", test_long_line);
    g_test_add_func("/diag/color", test_color);
    g_test_add_func("/diag/cap", test_cap);
    g_test_add_func("/diag/cap-keeps-worst", test_cap_keeps_worst);
    g_test_add_func("/diag/hostile-values", test_hostile_values);
    g_test_add_func("/diag/json", test_json);
    g_test_add_func("/diag/github", test_github);
    g_test_add_func("/diag/sort-and-take", test_sort_and_take);
    g_test_add_func("/diag/levels", test_levels);
    g_test_add_func("/diag/tally", test_tally);
    g_test_add_func("/diag/table", test_table);
    g_test_add_func("/diag/fix-without-value", test_fix_without_value);
    return g_test_run();
}
