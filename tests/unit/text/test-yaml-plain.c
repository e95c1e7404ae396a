/* YamlPlain makes the nodes that libyaml makes, and gives up at every doubt. */
#include "support/yaml-twice.h"
#include <string.h>

/* TRUE when this module reads it; then as libyaml does. */
static gboolean
compare(const char *text, gboolean root_list)
{
    if (!yaml_twice_is_plain(text, root_list))
        return FALSE;
    g_autofree char *ours = yaml_twice_show(text, root_list, FALSE);
    g_autofree char *theirs = yaml_twice_show(text, root_list, TRUE);
    if (strcmp(ours, theirs) != 0)
        g_test_fail_printf("%s\n-> %s\nnot %s", text, ours, theirs);
    return TRUE;
}

static const char *const ours[] = {
    "a: b\n",
    "# komentar\n\na: b\n  # dalam\nc: d\n",
    "a:\nb:\n",
    "a:\n  b: c\n  d:\n    e: f\ng: h\n",
    "a:\n- b\n- c\nd: e\n",
    "a:\n  - b\n  -\n  - c: d\n    e: f\n  -   g:\n      - h\n      - i\n",
    "a:\n  -\n    b: c\n  -\n    teks saja\n",
    "a: satu\n  dua\n\n\n  tiga\nb: c\n",
    "a:\n  teks di bawah\n  dan lagi - \"begini\"\n",
    "a: 'it''s'\nb: \"dua  kata \"\nc: ''\nd: \"\"\n",
    "a: |\n  satu\n   dua\n\n  tiga\n\n\nb: c\n",
    "a: >\n  satu\n  dua\n\n  tiga\n    empat\n    lima\n  enam\nb: |-\n\n  x\nc: >+\n  y\n\n# "
    "z\n",
    "a:\n  - |\n    satu\n    dua\n  - >-\n    tiga\n    empat\n",
    "a: >\n  satu\n \n  dua\n",
    "a: \"satu  \n\n  dua # \n   \n\n  tiga\" # x\nb: 'a''b\n   c '\n",
    "a: [b, c d, 'e, f', \"g\"]\nb: []\nc: {}\nd: {e: f g, h: [i, j], k: {l: m}}\n",
    "a: http://x.id:80/a#b\nb: 08:00-16:00\nc: [08:00, http://x/y]\n",
    "a: [x]  # daftar\nb: 'c'\n",
    "a: é – ü\nkéy: [ä, ö]\nb:\n  - ñ: ß\n",
    "a: b   \nc:   d\ne  : f\n",
    "a: b - c ? d ! e & f * g\n",
};

static const char *const doubts[] = {
    "a: b: c\n",
    "a: b\na: c\n",
    "a: b\n  c: d\n",
    "a: b\n c\nd\n",
    "a:\tb\n",
    "a: b",
    " a: b\n",
    "'a': b\n",
    "? a\n",
    "a: &b c\n",
    "a: *b\n",
    "a: !x b\n",
    "a: @b\n",
    "a: - b\n",
    "a: \"b\\n\"\n",
    "a: \"b\nc\"\n",
    "a: [\"b\n  c\"]\n",
    "a: >\n  satu\n     \n  dua\n",
    "a: 'b' c\n",
    "a: [b, c\n",
    "a: [b,]\n",
    "a: [b?]\n",
    "a: [b: c]\n",
    "a: {b, c}\n",
    "a: {b: }\n",
    "a: {b: c,\n  d: e}\n",
    "a: [b] c\n",
    "a: [b]\n  c\n",
    "a: |2\n  b\n",
    "a: | # c\n  b\n",
    "a: |\nb: c\n",
    "a: |\n     \n  b\n",
    "a: b\n--- \nc: d\n",
    "%YAML 1.2\na: b\n",
    "a: b\n...\n",
    "<<: b\n",
    "a:\n...  b:\n",
    "a:\n    b: c\n  d: e\n",
    "a:\n  - b\n c: d\n",
    "a:\n  - - b\n",
    "a: b\n- c\n",
    "a: b # c\n  d\n",
    "a: x\xEF\xBB\xBFy\n",
    "a: b:é\n",
    "a: <b\n",
    "a: .b\n",
    "a: [b, 'c\n",
    "a: [[b, 'c\n",
    "a: {b: [c, \"d\n",
    "- a\n",
};

static void
test_plain(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(ours); i++)
        if (!compare(ours[i], FALSE))
            g_test_fail_printf("a doubt: %s", ours[i]);
    g_assert_true(compare("- a\n- b: c\n  d: e\n-\n- [f]\n", TRUE));
    g_assert_true(compare("# nothing\n", FALSE));
}

static void
test_doubts(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(doubts); i++)
        if (yaml_twice_is_plain(doubts[i], FALSE))
            g_test_fail_printf("no doubt: %s", doubts[i]);
    g_autoptr(GString) deep = g_string_new(NULL), wide = g_string_new("a:\n");
    for (guint i = 0; i <= YAML_MAX_DEPTH; i++)
        g_string_append_printf(deep, "%*sa:\n", (int)i, "");
    g_assert_false(yaml_twice_is_plain(deep->str, FALSE));
    for (guint i = 0; i <= YAML_MAX_ITEMS; i++)
        g_string_append(wide, "- x\n");
    g_assert_false(yaml_twice_is_plain(wide->str, FALSE));
    g_autofree char *word = g_strnfill(YAML_MAX_TEXT + 1, 'x');
    g_autofree char *wordy = g_strconcat("a: ", word, "\n  b\n", NULL);
    g_assert_false(yaml_twice_is_plain(wordy, FALSE));
}

/* A comment that may be words of the text: only libyaml's way reports it. */
static void
test_comments(void)
{
    g_assert_false(yaml_twice_is_plain("- Jalan Merdeka #12\n", TRUE));
    g_assert_true(yaml_twice_is_plain("- 'Jalan Merdeka'  # catatan\n", TRUE));
}

/* Pieces that meet in files, one behind the other by chance; the seed is fixed. */
static const char *const pieces[] = {
    "a",          "b",          "kunci",       "teks panjang",
    ": ",         ":",          ":\n",         "\n",
    "\n\n",       "\n  ",       "\n    ",      "\n- ",
    "\n  - ",     "- ",         "-",           " ",
    "  ",         "#",          " # c",        "'",
    "''",         "\"",         "|\n",         ">\n",
    "|-\n",       ">+\n",       "[",           "]",
    "{",          "}",          ", ",          ",",
    "é",          "—",          "&",           "*",
    "!",          "?",          "? ",          "%",
    "@",          "---",        "...",         "\\",
    "0",          "\n c",       "\n  d: e",    "\nf: g",
    "\n  - h: i", "\n    j: k", "http://x.id",
};

static void
test_random(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20261130);
    guint n_plain = 0;
    for (guint i = 0; i < 40000; i++) {
        g_autoptr(GString) text = g_string_new(i % 4 == 3 ? "- " : "a: ");
        for (gint n = g_rand_int_range(random, 1, 14); n > 0; n--)
            g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        g_string_append_c(text, '\n');
        n_plain += compare(text->str, i % 4 == 3) ? 1 : 0;
    }
    g_assert_cmpuint(n_plain, >, 4000);
}

/* Bytes of the site's files taken out, doubled and swapped. */
static void
mutate(GString *text, GRand *random)
{
    gsize at = (gsize)g_rand_int_range(random, 0, (gint)text->len);
    switch (g_rand_int_range(random, 0, 4)) {
    case 0:
        g_string_erase(text, (gssize)at, 1);
        break;
    case 1:
        g_string_insert_c(text, (gssize)at,
                          text->str[g_rand_int_range(random, 0, (gint)text->len)]);
        break;
    case 2:
        g_string_insert(text, (gssize)at,
                        pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        break;
    default:
        text->str[at] = text->str[g_rand_int_range(random, 0, (gint)text->len)];
    }
    if (text->len == 0 || text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
}

/* The front matter of a charter, or a YAML file as it is; NULL for another file. */
static char *
read_yaml_of(const char *path)
{
    char *text = NULL;
    gboolean charter = g_str_has_suffix(path, ".md");
    if ((!charter && !g_str_has_suffix(path, ".yaml")) ||
        !g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    char *end = charter && g_str_has_prefix(text, "---\n") ? strstr(text, "\n---\n") : NULL;
    if (charter && end == NULL) {
        g_free(text);
        return NULL;
    }
    if (charter) {
        end[1] = '\0';
        memmove(text, text + 4, strlen(text + 4) + 1);
    }
    return text;
}

static void
add_texts(GPtrArray *texts, const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        char *text = read_yaml_of(path);
        if (text != NULL)
            g_ptr_array_add(texts, text);
        else if (g_file_test(path, G_FILE_TEST_IS_DIR))
            add_texts(texts, path);
    }
}

static gboolean
begins_list(const char *text)
{
    while (*text == '#' || *text == '\n')
        text = strchr(text, '\n') + 1;
    return *text == '-';
}

static void
test_files(void)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GRand) random = g_rand_new_with_seed(20261130);
    add_texts(texts, "content");
    g_assert_cmpuint(texts->len, >=, 10);
    for (guint i = 0; i < texts->len; i++)
        if (!compare(texts->pdata[i], begins_list(texts->pdata[i])))
            g_test_fail_printf("a doubt in %s", (char *)texts->pdata[i]);
    add_texts(texts, "tests/diag");
    guint n_plain = 0;
    for (guint i = 0; i < texts->len; i++) {
        gboolean list = begins_list(texts->pdata[i]);
        for (guint j = 0; j < 20; j++) {
            g_autoptr(GString) text = g_string_new(texts->pdata[i]);
            for (guint k = 0; k < j % 4 && text->len > 0; k++)
                mutate(text, random);
            n_plain += compare(text->str, list) ? 1 : 0;
        }
    }
    g_assert_cmpuint(n_plain, >, texts->len * 4);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/yaml-plain/plain", test_plain);
    g_test_add_func("/yaml-plain/doubts", test_doubts);
    g_test_add_func("/yaml-plain/comments", test_comments);
    g_test_add_func("/yaml-plain/random", test_random);
    g_test_add_func("/yaml-plain/files", test_files);
    return g_test_run();
}
