#include "text/yaml.h"
#include <string.h>

static void
append_node(GString *out, const YamlNode *node)
{
    switch (node->kind) {
    case YAML_TEXT:
        g_string_append_printf(out, node->plain ? "%s" : "'%s'", node->text);
        break;
    case YAML_LIST:
        g_string_append_c(out, '[');
        for (guint i = 0; i < node->n; i++) {
            g_string_append(out, i > 0 ? ", " : "");
            append_node(out, node->items[i]);
        }
        g_string_append_c(out, ']');
        break;
    case YAML_MAP:
        g_string_append_c(out, '{');
        for (guint i = 0; i < node->n; i++) {
            g_string_append_printf(out, "%s%s: ", i > 0 ? ", " : "", node->pairs[i].key->text);
            append_node(out, node->pairs[i].value);
        }
        g_string_append_c(out, '}');
        break;
    }
}

static gboolean
is_known(const char *key, gsize len, G_GNUC_UNUSED gconstpointer data)
{
    static const char *const keys[] = {"judul", "sk", "waktu", "syarat", "biaya"};
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strlen(keys[i]) == len && memcmp(keys[i], key, len) == 0)
            return TRUE;
    return FALSE;
}

/* The tree, then one line for each finding: place, width, tag and what is to be written. */
static char *
read_shown(const char *text, gboolean root_list)
{
    GString *out = g_string_new(NULL);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = source_new("x.yaml", g_strdup(text), strlen(text), diags);
    append_node(out, yaml_read(arena, &(YamlPart){source, 1, G_MAXUINT32, root_list}, is_known,
                               NULL, diags));
    diag_list_sort(diags);
    for (guint i = 0; i < diag_list_n(diags); i++) {
        const Diag *diag = diag_list_get(diags, i);
        g_string_append_printf(out, "\n%u:%u+%u %s", diag->line, diag->col, diag->width,
                               diag_info(diag->code)->tag);
        for (guint j = 0; j < 2 && diag->args[j] != NULL; j++)
            g_string_append_printf(out, " |%s", diag->args[j]);
    }
    return g_string_free(out, FALSE);
}

typedef struct Case {
    const char *yaml, *expected;
} Case;

static void
check_cases(const Case *cases, gsize n, gboolean root_list)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *shown = read_shown(cases[i].yaml, root_list);
        if (strcmp(shown, cases[i].expected) != 0)
            g_test_fail_printf("%s\n-> %s\nnot %s", cases[i].yaml, shown, cases[i].expected);
    }
}

static const Case values[] = {
    {"", "{}"},
    {"# x\n", "{}"},
    {"---\n", "{}"},
    {"judul: a\n", "{judul: a}"},
    {"judul: a", "{judul: a}"},
    {"---\njudul: a\n...\n", "{judul: a}"},
    {"judul:\ta\nsk: a  # komentar\n", "{judul: a, sk: a}"},
    {"judul: # komentar\nsk: \"a\" # komentar\n", "{judul: , sk: 'a'}"},
    {"judul: NO\nsk: 0856\nwaktu: 2024-01-16\nbiaya: ~\n",
     "{judul: NO, sk: 0856, waktu: 2024-01-16, biaya: ~}"},
    {"judul:\nsk: ''\n", "{judul: , sk: ''}"},
    {"judul: |\n  a\n  b\n\n\nsk: >-\n  x\n  y\n", "{judul: 'a\nb', sk: 'x y'}"},
    {"{judul: a, sk: [b, c]}\n", "{judul: a, sk: [b, c]}"},
    {"\"judul\": a b\n'sk' : c\n", "{judul: a b, sk: c}"},
    {"syarat:\n- a\n- {teks: b}\n- Label: isi\n", "{syarat: [a, {teks: b}, {Label: isi}]}"},
    {"sk: a\r\njudul: b\r\n", "{sk: a, judul: b}"},
    {"\xEF\xBB\xBFsk: a\n", "{sk: a}"},
    {"lain: a\n", "{lain: a}"},
    {"  sk: a\n  lain: b\n", "{sk: a, lain: b}"},
};

static const Case mistakes[] = {
    /* Words that YAML takes for a comment. */
    {"sk: Loket #2\njudul: b\n",
     "{sk: Loket, judul: b}\n1:11+2 yaml-comment |#2 |sk: \"Loket #2\""},
    {"sk: Jalan # 12\n", "{sk: Jalan}\n1:11+4 yaml-comment |# 12 |sk: \"Jalan # 12\""},
    {"sk: 3 hari # XXX hari kerja\n", "{sk: 3 hari}"},
    {"sk: #2\n", "{sk: }\n1:5+2 yaml-comment |#2"},
    /* What cannot be seen. */
    {"sk: a\njudul:\xC2\xA0" "b\n",
     "{}\n2:7+1 char-invisible |U+00A0 NO-BREAK SPACE |judul: b"},
    /* A text that begins with a sign of YAML's. */
    {"judul: @dinas\nsk: a\n", "{sk: a}\n1:8+6 yaml-start |judul: \"@dinas\" |@"},
    {"judul: @a # kata\nsk: a\n", "{sk: a}\n1:8+2 yaml-start |judul: \"@a\" # kata |@"},
    {"judul: %20\nsk: a\n", "{sk: a}\n1:8+3 yaml-start |judul: \"%20\" |%"},
    {"judul: `kode`\nsk: a\n", "{sk: a}\n1:8+6 yaml-start |judul: \"`kode`\" |`"},
    {"judul: *selesai di tempat\nsk: a\n",
     "{sk: a}\n1:8+18 yaml-start |judul: \"*selesai di tempat\" |*"},
    {"judul: *selesai*\nsk: a\n", "{sk: a}\n1:8+9 yaml-start |judul: \"*selesai*\" |*"},
    {"judul: &amp; b\nsk: a\n", "{sk: a}\n1:8+7 yaml-start |judul: \"&amp; b\" |&"},
    {"judul: [tidak] perlu\nsk: a\n",
     "{sk: a}\n1:8+13 yaml-start |judul: \"[tidak] perlu\" |["},
    {"judul: [tidak perlu\nsk: a\n", "{sk: a}\n1:8+12 yaml-start |judul: \"[tidak perlu\" |["},
    {"judul: {nama} x\nsk: a\n", "{sk: a}\n1:8+8 yaml-start |judul: \"{nama} x\" |{"},
    {"judul: | teks\nsk: a\n", "{sk: a}\n1:8+6 yaml-start |judul: \"| teks\" ||"},
    {"judul: - teks\nsk: a\n", "{sk: a}\n1:8+6 yaml-start |judul: teks |-"},
    {"syarat:\n  - @a\n  - b\nsk: a\n", "{sk: a}\n2:5+2 yaml-start |- \"@a\" |@"},
    {"sk: {nomor: 1, tentang: @x}\n",
     "{}\n1:25+2 yaml-start |sk: {nomor: 1, tentang: \"@x\"} |@"},
    {"sk: [@x, b]\n", "{}\n1:6+2 yaml-start |sk: [\"@x\", b] |@"},
    {"judul: @a \"b\"\n", "{}\n1:8+6 yaml-start |judul: '@a \"b\"' |@"},
    {"judul: @é’s\n", "{}\n1:8+4 yaml-start |judul: \"@é’s\" |@"},
    /* Colons. */
    {"judul: Layanan: untuk warga\nsk: a\n",
     "{sk: a}\n1:8+20 yaml-colon |judul: \"Layanan: untuk warga\" |L"},
    {"judul: é: “ü”: x\n", "{}\n1:8+9 yaml-colon |judul: \"é: “ü”: x\" |é"},
    {"syarat:\n  - Daftar: Ambil: nomor\nsk: a\n",
     "{sk: a}\n2:5+20 yaml-colon |- \"Daftar: Ambil: nomor\" |D"},
    {"syarat:\n  - teks: a: b\nsk: a\n", "{sk: a}\n2:11+4 yaml-colon |- teks: \"a: b\" |a"},
    {"sk: {tentang: a: b, nomor: 1}\n",
     "{}\n1:15+4 yaml-colon |sk: {tentang: \"a: b\", nomor: 1} |a"},
    {"judul:Akta\nsk: a\n", "{sk: a}\n1:1+10 yaml-space |judul: Akta"},
    {"sk: a\njudul:Akta\nwaktu: b\n", "{waktu: b}\n2:1+10 yaml-space |judul: Akta"},
    {"judul Akta\nsk: a\n", "{sk: a}\n1:1+10 yaml-key-line"},
    {"https://a.id\nsk: a\n", "{sk: a}\n1:1+12 yaml-key-line"},
    {"hanya teks\nlain\n", "{}\n1:1+10 yaml-key-line"},
    {"sk: a\n}\njudul: b\n", "{judul: b}\n2:1+1 yaml-key-line"},
    /* Commas and brackets. */
    {"sk: {tentang: Data, Informasi, nomor: 1}\n",
     "{sk: {tentang: Data, nomor: 1}}\n1:15+15 yaml-comma |sk: {tentang: \"Data, "
     "Informasi\", nomor: 1} |D"},
    {"sk: {jumlah: 50,000,000}\n",
     "{sk: {jumlah: 50}}\n1:14+10 yaml-comma |sk: {jumlah: \"50,000,000\"} |5"},
    {"sk: {nomor: 12, tentang: x\nwaktu: b\n",
     "{waktu: b}\n1:5+22 yaml-bracket |sk: {nomor: 12, tentang: x} |{"},
    {"sk: [a, b\nwaktu: b\n", "{waktu: b}\n1:5+5 yaml-bracket |sk: [a, b] |["},
    /* Quotes. */
    {"judul: \"Surat\nsk: a\n", "{sk: a}\n1:8+6 yaml-quote |judul: \"Surat\" |\""},
    {"judul: \"Surat\nsk: \"a\"\n", "{sk: 'a'}\n1:8+6 yaml-quote |judul: \"Surat\" |\""},
    {"judul: \"Surat\" asli\nsk: a\n",
     "{sk: a}\n1:8+12 yaml-quote |judul: '\"Surat\" asli' |\""},
    {"judul: 'it's ok'\nsk: a\n", "{sk: a}\n1:8+9 yaml-quote |judul: \"it's ok\" |'"},
    {"judul: \"C:\\Win\"\nsk: a\n", "{sk: a}\n1:8+8 yaml-escape |judul: 'C:\\Win' |\""},
    /* Places. */
    {"syarat:\n\t- a\nsk: a\n", "{sk: a}\n2:1+1 yaml-tab |  - a"},
    {"judul: a\n\tlanjut\nsk: a\n", "{sk: a}\n2:1+1 yaml-tab |  lanjut"},
    {"judul: Akta\n  sk: b\nwaktu: a\n", "{waktu: a}\n2:3+5 yaml-indent"},
    {"  judul: Akta\nsk: a\n", "{sk: a}\n1:3+1 yaml-indent"},
    {"syarat:\n  - a\n - b\nsk: a\n", "{sk: a}\n3:2+3 yaml-indent"},
    {"syarat:\n  - teks: a\n   oleh: b\nsk: a\n", "{sk: a}\n3:4+7 yaml-indent"},
    /* What YAML has and we have not. */
    {"judul: a\nsk: *b\n", "{judul: a, sk: }\n2:5+2 yaml-alias |sk: \"*b\" |*"},
    {"judul: &a b\n", "{judul: b}\n1:8+4 yaml-alias |judul: \"&a b\" |&"},
    {"sk: !!str a\n", "{sk: a}\n1:5+7 yaml-tag |sk: \"!!str a\" |!"},
    {"sk: ! a\n", "{sk: a}\n1:5+3 yaml-tag |sk: \"! a\" |!"},
    {"<<: a\nsk: b\n", "{sk: b}\n1:1+2 yaml-merge"},
    {"? [a]\n: b\nsk: c\n", "{sk: c}\n1:3+1 yaml-key"},
    {"sk: a\njudul: b\nsk: c\n", "{sk: a, judul: b}\n3:1+2 yaml-duplicate |sk |1"},
    {"sk: {a: 1, a: 2}\n", "{sk: {a: 1}}\n1:12+1 yaml-duplicate |a |1"},
    {"sk: a\n---\njudul: b\n", "{sk: a}\n2:1+3 yaml-documents"},
    {"sk: a\n...\njudul: b\n", "{sk: a}\n2:1+3 yaml-documents"},
    {"%YAML 1.1\n---\nsk: a\n", "{sk: a}\n1:1+9 yaml-directive"},
    {"sk: a\n%TAG ! x\njudul: b\n", "{judul: b}\n2:1+8 yaml-directive"},
    {"- a\n- b\n", "{}\n1:1+1 yaml-not-map"},
    /* Escapes make what no source may hold. */
    {"sk: \"a\\0\"\n", "{sk: ''}\n1:5+1 char-nul |U+0000 NULL"},
    {"sk: \"\\e\"\n", "{sk: ''}\n1:5+1 char-control |U+001B ESCAPE"},
    {"sk: \"a\\u202eb\"\n", "{sk: ''}\n1:5+1 char-bidi |U+202E RIGHT-TO-LEFT OVERRIDE"},
    {"sk: \"\\N\"\n", "{sk: ''}\n1:5+1 char-line-separator |U+0085 NEXT LINE"},
    /* Several at once: each costs its own key. */
    {"judul: @a\nsk: x: y\nwaktu: b\nbiaya: \"c\nlain: d\n",
     "{waktu: b}\n1:8+2 yaml-start |judul: \"@a\" |@\n2:5+4 yaml-colon |sk: \"x: y\" |x\n"
     "4:8+2 yaml-quote |biaya: \"c\" |\""},
    {"sk: *a\njudul: @b\n",
     "{sk: }\n1:5+2 yaml-alias |sk: \"*a\" |*\n2:8+2 yaml-start |judul: \"@b\" |@"},
};

static const Case lists[] = {
    {"- a\n- b: c\n", "[a, {b: c}]"},
    {"- a\n- @b\n- c\n", "[a, c]\n2:3+2 yaml-start |- \"@b\" |@"},
    {"a: b\n", "[]\n1:1+1 yaml-not-list"},
    {"teks\n- b\n", "[b]\n1:1+1 yaml-not-list"},
    {"", "[]"},
};

static void
test_values(void)
{
    check_cases(values, G_N_ELEMENTS(values), FALSE);
}

static void
test_mistakes(void)
{
    check_cases(mistakes, G_N_ELEMENTS(mistakes), FALSE);
}

static void
test_lists(void)
{
    check_cases(lists, G_N_ELEMENTS(lists), TRUE);
}

static void
assert_slice(const YamlNode *node, const char *expected)
{
    const char *text = source_text(node->mark.source);
    g_autofree char *slice = g_strndup(text + node->start, node->end - node->start);
    g_assert_cmpstr(slice, ==, expected);
}

/* Lines outside first … last are not read; marks and offsets are the file's. */
static void
test_places(void)
{
    static const char text[] = "---\njudul: é “x”\nsyarat: [ü, b]\n---\n@\n";
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = source_new("x.md", g_strdup(text), strlen(text), diags);
    YamlNode *root = yaml_read(arena, &(YamlPart){source, 2, 3, FALSE}, is_known, NULL, diags);
    g_assert_cmpuint(diag_list_n(diags), ==, 0);
    YamlNode *list = yaml_find(root, "syarat"), *item = list->items[1];
    g_assert_cmpuint(item->mark.line, ==, 3);
    g_assert_cmpuint(item->mark.col, ==, 13);
    assert_slice(item, "b");
    assert_slice(list, "[ü, b]");
    YamlNode *judul = yaml_find(root, "judul");
    assert_slice(judul, "é “x”");
    g_assert_null(yaml_find(root, "sk"));
}

/* Large mappings find their duplicates by hash. */
static void
test_many_keys(void)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < 1000; i++)
        g_string_append_printf(text, "k%u: a\n", i);
    g_string_append(text, "k0: b\nk30: b\nk999: b\n");
    gsize len = text->len;
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = source_new("x", g_string_free(text, FALSE), len, diags);
    YamlNode *root = yaml_read(arena, &(YamlPart){source, 1, 2000, FALSE}, NULL, NULL, diags);
    static const char *const lines[] = {"1", "31", "1000"};
    g_assert_cmpuint(root->n, ==, 1000);
    g_assert_cmpuint(diag_list_n(diags), ==, 3);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpstr(diag_list_get(diags, i)->args[1], ==, lines[i]);
}

static void
test_broken(void)
{
    static const char text[] = "judul: @a\nsk: b\nwaktu: c: d\n";
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = source_new("x.yaml", g_strdup(text), strlen(text), diags);
    YamlNode *root = yaml_read(arena, &(YamlPart){source, 1, 99, FALSE}, is_known, NULL, diags);
    g_assert_true(yaml_is_broken(root, "judul"));
    g_assert_true(yaml_is_broken(root, "waktu"));
    g_assert_false(yaml_is_broken(root, "sk"));
    g_assert_false(yaml_is_broken(root, "biaya"));
}

static void
test_source_text(void)
{
    static const Case cases[] = {
        {"- Pendaftaran: Ambil nomor\n", "Pendaftaran: Ambil nomor"},
        {"- Daftar :  Ambil\n     nomor # kata\n- x\n", "Daftar :  Ambil nomor"},
        {"- \"A\": 'b'\n", "A: b"},
        {"- Syarat:\n", "Syarat:"},
        {"- Syarat:\n    - a\n    - b\n", "Syarat: - a - b"},
        {"- Syarat: [a, b] # kata\n", "Syarat: [a, b]"},
        {"- {a: b, c: d}\n", "{a: b, c: d}"},
        {"- a: b\n  c: d\n\n- x\n", "a: b c: d"},
        {"- teks\n", "teks"},
        {"- 'teks'\n", "teks"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Source) source =
                      source_new("x", g_strdup(cases[i].yaml), strlen(cases[i].yaml), diags);
        YamlNode *root = yaml_read(arena, &(YamlPart){source, 1, 99, TRUE}, NULL, NULL, diags);
        g_assert_cmpuint(root->n, >, 0);
        g_assert_cmpstr(yaml_source_text(arena, root->items[0]), ==, cases[i].expected);
    }
}

#define TEN "a,a,a,a,a,a,a,a,a,a,"

/* Texts of `n` pieces that once hurt a YAML reader, each against its first finding. */
static void
test_limits(void)
{
    static const struct {
        const char *head, *piece, *tail;
        guint n;
        const char *tag;
    } cases[] = {
        {"sk: ", "[", "", 31, "yaml-start"},
        {"sk: ", "[", "", 40, "yaml-depth"},
        {"sk: ", "[", "", 2000000, "yaml-depth"},
        {"sk:\n", "- ", "", 1000000, "yaml-depth"},
        {"sk: [", "a, ", "]", 2000, NULL},
        {"sk: [", "a, ", "]", 2001, "yaml-items"},
        {"sk: [", "a, ", "]", 300000, "yaml-items"},
        {"sk: [", "[" TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN "],", "]", 1990, "yaml-size"},
        {"sk: ", "x", "", 65536, NULL},
        {"sk: ", "x", "", 65537, "text-too-long"},
        {"sk: ", "é", "", 40000, "text-too-long"},
        {"", "%TAG !a! b\n", "", 300000, "yaml-directive"},
        {"", "sk: @\n", "", 300000, "yaml-many"},
        {"", "a:\n", "", 300000, "yaml-many"},
        {"sk: \"", "x", "", 3000000, "yaml-quote"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        GString *text = g_string_new(cases[i].head);
        for (guint j = 0; j < cases[i].n; j++)
            g_string_append(text, cases[i].piece);
        g_string_append(text, cases[i].tail);
        gsize len = text->len;
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Source) source = source_new("x", g_string_free(text, FALSE), len, diags);
        yaml_read(arena, &(YamlPart){source, 1, G_MAXUINT32, FALSE}, is_known, NULL, diags);
        diag_list_sort(diags);
        g_assert_cmpuint(diag_list_n(diags), <=, YAML_MAX_FINDINGS + 2);
        g_assert_cmpuint(arena_bytes(arena), <=, 48 * 1024 * 1024);
        const char *tag =
            diag_list_n(diags) > 0 ? diag_info(diag_list_get(diags, 0)->code)->tag : NULL;
        g_assert_cmpstr(tag, ==, cases[i].tag);
    }
}

/* Every remedy that shows a line must itself be readable as one key. */
static void
test_remedies(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Arena) arena = arena_new();
        const char *text = mistakes[i].yaml;
        g_autoptr(Source) source = source_new("x", g_strdup(text), strlen(text), diags);
        yaml_read(arena, &(YamlPart){source, 1, 99, FALSE}, is_known, NULL, diags);
        for (guint j = 0; j < diag_list_n(diags); j++) {
            const Diag *diag = diag_list_get(diags, j);
            if (strcmp(diag_info(diag->code)->fix[DIAG_LANG_EN], "write: %1") != 0)
                continue;
            g_autoptr(DiagList) left = diag_list_new();
            g_autoptr(Source) fixed =
                          source_new("x", g_strdup(diag->args[0]), strlen(diag->args[0]), left);
            YamlNode *root = yaml_read(arena, &(YamlPart){fixed, 1, 1, diag->args[0][0] == '-'},
                                       NULL, NULL, left);
            g_assert_cmpuint(diag_list_n(left), ==, 0);
            g_assert_cmpuint(root->n, ==, 1);
        }
    }
}

static void
test_random(void)
{
    static const char bytes[] = "ab:-[]{}\"'\n\n  ,#&*!|>%@?.\t\\é";
    for (guint seed = 0; seed < 3000; seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        char text[120];
        gsize len = (gsize)g_rand_int_range(rand, 0, sizeof text);
        for (gsize i = 0; i < len; i++)
            text[i] = bytes[g_rand_int_range(rand, 0, sizeof bytes - 3)];
        memcpy(text, "judul: ", MIN(len, seed % 8));
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Source) source = source_new("x", g_memdup2(text, len + 1), len, diags);
        YamlNode *root =
            yaml_read(arena, &(YamlPart){source, 1, 99, seed % 2 == 0}, is_known, NULL, diags);
        for (guint i = 0; i < root->n; i++)
            yaml_source_text(arena,
                             root->kind == YAML_LIST ? root->items[i] : root->pairs[i].value);
        g_autoptr(GString) out = g_string_new(NULL);
        append_node(out, root);
        DiagPrint how = {DIAG_LANG_EN, FALSE, 0};
        diag_list_print(diags, DIAG_FORMAT_TEXT, &how, out);
        g_assert_true(g_utf8_validate(out->str, -1, NULL));
        g_rand_free(rand);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/yaml/values", test_values);
    g_test_add_func("/yaml/mistakes", test_mistakes);
    g_test_add_func("/yaml/lists", test_lists);
    g_test_add_func("/yaml/places", test_places);
    g_test_add_func("/yaml/many-keys", test_many_keys);
    g_test_add_func("/yaml/broken", test_broken);
    g_test_add_func("/yaml/source-text", test_source_text);
    g_test_add_func("/yaml/limits", test_limits);
    g_test_add_func("/yaml/remedies", test_remedies);
    g_test_add_func("/yaml/random", test_random);
    return g_test_run();
}
