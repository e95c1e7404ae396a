#include "base/diag.h"
#include <string.h>

static Source *
open_text(const char *text, gsize len, DiagList *diags)
{
    return source_new("a.md", g_memdup2(text, len), len, diags);
}

/* One line per finding: place, tag, value. */
static char *
show_findings(DiagList *diags)
{
    GString *out = g_string_new(NULL);
    diag_list_sort(diags);
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        g_string_append_printf(out, "%u:%u %s %s\n", diag->line, diag->col,
                               diag_info(diag->code)->tag, diag->args[0]);
    }
    return g_string_free(out, FALSE);
}

typedef struct Case {
    const char *bytes;
    gsize len;
    const char *text, *findings;
} Case;
#define BYTES(s) s, sizeof(s) - 1

static void
test_bytes(void)
{
    static const Case cases[] = {
        {BYTES(""), "", ""},
        {BYTES("a\nb\n"), "a\nb\n", ""},
        {BYTES("\xEF\xBB\xBF"
               "a"),
         "a", ""},
        {BYTES("a\r\nb\rc\n\r\n\r"), "a\nb\nc\n\n\n", ""},
        {BYTES("é “x” 😀\t\xE2\x80\x8F"), "é “x” 😀\t\xE2\x80\x8F", ""},
        {BYTES("a\n\xE9t\xE9"), "", "2:1 not-utf8 0xE9\n"},
        {BYTES("\xFF\xFE"
               "a\0"),
         "", "1:1 not-utf8 0xFF\n1:4 char-nul U+0000 NULL\n"},
        {BYTES("ab\xE2\x80"), "", "1:3 not-utf8 0xE2\n"},
        {BYTES("\xED\xA0\x80"), "", "1:1 not-utf8 0xED\n"},
        {BYTES("é\0é\0"), "", "1:2 char-nul U+0000 NULL\n"},
        {BYTES("a\x1b[1m\n\x07"), "", "1:2 char-control U+001B ESCAPE\n"},
        {BYTES("a\x7f"), "", "1:2 char-control U+007F DELETE\n"},
        {BYTES("a\xC2\x9F"), "", "1:2 char-control U+009F CONTROL\n"},
        {BYTES("a\xEF\xBB\xBF"), "",
         "1:2 char-control U+FEFF ZERO WIDTH NO-BREAK SPACE (BOM)\n"},
        {BYTES("x\n“\xE2\x80\xAE”"), "", "2:2 char-bidi U+202E RIGHT-TO-LEFT OVERRIDE\n"},
        {BYTES("\xE2\x81\xA6"), "", "1:1 char-bidi U+2066 LEFT-TO-RIGHT ISOLATE\n"},
        {BYTES("a\xC2\x85"
               "b"),
         "", "1:2 char-line-separator U+0085 NEXT LINE\n"},
        {BYTES("a\xE2\x80\xA8\xE2\x80\xA9"), "",
         "1:2 char-line-separator U+2028 LINE SEPARATOR\n"},
        {BYTES("\xFF\0\x01\xE2\x80\xAA\xE2\x80\xA8"), "",
         "1:1 not-utf8 0xFF\n1:2 char-nul U+0000 NULL\n1:3 char-control U+0001 START OF "
         "HEADING\n1:4 char-bidi U+202A LEFT-TO-RIGHT EMBEDDING\n1:5 char-line-separator "
         "U+2028 "
         "LINE SEPARATOR\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Source) source = open_text(cases[i].bytes, cases[i].len, diags);
        g_autofree char *findings = show_findings(diags);
        g_assert_cmpstr(findings, ==, cases[i].findings);
        g_assert_cmpstr(source_text(source), ==, cases[i].text);
        g_assert_cmpuint(source_len(source), ==, strlen(cases[i].text));
        g_assert_cmpint(source_is_readable(source), ==, cases[i].findings[0] == '\0');
        g_assert_cmpstr(source_path(source), ==, "a.md");
    }
}

static void
test_too_big(void)
{
    g_autoptr(DiagList) diags = diag_list_new();
    gsize len = SOURCE_MAX_BYTES + 1;
    g_autoptr(Source) source = source_new("a.md", g_malloc0(len), len, diags);
    g_autofree char *findings = show_findings(diags);
    g_assert_cmpstr(findings, ==, "0:0 file-too-big 4194305\n");
    g_assert_cmpuint(source_n_lines(source), ==, 0);
    g_autoptr(DiagList) none = diag_list_new();
    char *spaces = g_malloc(SOURCE_MAX_BYTES);
    memset(spaces, ' ', SOURCE_MAX_BYTES);
    g_autoptr(Source) largest = source_new("a.md", spaces, SOURCE_MAX_BYTES, none);
    g_assert_true(source_is_readable(largest));
}

static void
test_lines(void)
{
    static const struct {
        const char *text;
        guint n;
        const char *lines[4];
    } cases[] = {
        {"", 0, {NULL}},         {"a", 1, {"a"}},       {"a\n", 1, {"a"}},
        {"a\n\n", 2, {"a", ""}}, {"\nb", 2, {"", "b"}}, {"a\r\n\r\nc", 3, {"a", "", "c"}},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Source) source = open_text(cases[i].text, strlen(cases[i].text), diags);
        g_assert_cmpuint(source_n_lines(source), ==, cases[i].n);
        for (guint j = 0; j <= cases[i].n + 1; j++) {
            gsize len;
            const char *line = source_line(source, j, &len);
            g_autofree char *copy = g_strndup(line, len);
            gboolean within = j > 0 && j <= cases[i].n;
            g_assert_cmpstr(copy, ==, within ? cases[i].lines[j - 1] : "");
        }
    }
}

static void
test_marks(void)
{
    static const char text[] = "aé\n\nb“c\n";
    static const struct {
        gsize offset;
        guint line, col;
    } cases[] = {{0, 1, 1}, {1, 1, 2}, {3, 1, 3},  {4, 2, 1},  {5, 3, 1},
                 {6, 3, 2}, {9, 3, 3}, {10, 3, 4}, {11, 3, 4}, {999, 3, 4}};
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = open_text(text, strlen(text), diags);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Mark mark = source_mark(source, cases[i].offset);
        g_assert_true(mark.source == source);
        g_assert_cmpuint(mark.line, ==, cases[i].line);
        g_assert_cmpuint(mark.col, ==, cases[i].col);
    }
    g_autoptr(Source) empty = open_text("", 0, diags);
    Mark mark = source_mark(empty, 0);
    g_assert_cmpuint(mark.line, ==, 1);
    g_assert_cmpuint(mark.col, ==, 1);
}

/* Short and long lines, all widths of characters: every place found both ways, against GLib's counting. */
static void
test_columns(void)
{
    static const char *const letters[] = {"a", "é", "–", "😀"};
    static const guint n_letters[] = {0, 3, 900, 5000, 1, 1024, 2048};
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    for (guint i = 0; i < G_N_ELEMENTS(n_letters); i++) {
        for (guint k = 0; k < n_letters[i]; k++)
            g_string_append(text, letters[(k * k + i) % G_N_ELEMENTS(letters)]);
        g_string_append_c(text, '\n');
    }
    g_autoptr(Source) source = open_text(text->str, text->len, diags);
    for (guint i = 1; i <= source_n_lines(source); i++) {
        gsize len;
        const char *line = source_line(source, i, &len), *at = line;
        for (guint col = 1; col <= n_letters[i - 1] + 1; col++) {
            g_assert_true(source_at(source, i, col) == at);
            for (const char *byte = at; byte < g_utf8_next_char(at); byte++) {
                Mark mark = source_mark(source, (gsize)(byte - source_text(source)));
                g_assert_cmpuint(mark.line, ==, i);
                g_assert_cmpuint(mark.col, ==, col);
            }
            at = g_utf8_next_char(at);
        }
        g_assert_true(source_at(source, i, G_MAXUINT) == line + len);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/source/bytes", test_bytes);
    g_test_add_func("/source/too-big", test_too_big);
    g_test_add_func("/source/lines", test_lines);
    g_test_add_func("/source/marks", test_marks);
    g_test_add_func("/source/columns", test_columns);
    return g_test_run();
}
