/* A file as a text being written: what it is, where its parts lie, and changes that leave the rest alone. */
#include "serve/draft.h"
#include <string.h>

static void
test_kinds(void)
{
    static const char *const rows[][2] = {
        {"situs.yaml", "situs"},
        {"keperluan.yaml", "keperluan"},
        {"libur-2026.yaml", "libur"},
        {"kab-x/wilayah.yaml", "wilayah"},
        {"kab-x/dinas-y/instansi.yaml", "instansi"},
        {"kab-x/dinas-y/instansi.md", "instansi"},
        {"kab-x/dinas-y/akta.md", "layanan"},
        {"kab-x/dinas-y/akta.en.md", "layanan"},
        {"kab-x/dinas-y/situs.md", "layanan"},
        {"kab-x/dinas-y/akta.yaml", NULL},
        {"kab-x/dinas-y/Akta.md", NULL},
        {"kab-x/dinas-y/formulir.pdf", NULL},
        {"statis/catatan.md", NULL},
        {"akta", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const SchemaFile *kind = draft_kind(rows[i][0]);
        g_assert_cmpstr(kind != NULL ? kind->name : NULL, ==, rows[i][1]);
    }
    g_assert_true(draft_is_translation("a/akta.en.md"));
    g_assert_false(draft_is_translation("a.b/akta.md"));
}

static void
test_parts(void)
{
    static const struct {
        const char *path, *text, *body;
        gboolean faulty;
    } rows[] = {
        {"akta.md", "---\njudul: A\n---\nIsi.\n", "Isi.\n", FALSE},
        {"akta.md", "\xEF\xBB\xBF---\r\njudul: A\r\n---  \r\nIsi.\r\n", "Isi.\n", FALSE},
        {"akta.md", "---\n---\n", "", FALSE},
        {"akta.md", "judul: A\n", "", TRUE},
        {"akta.md", "---\njudul: A\n", "", TRUE},
        {"akta.md", "", "", TRUE},
        {"akta.md", "---\njudul: [A\n---\nIsi.\n", "Isi.\n", TRUE},
        {"akta.md", "---\njudul: \xff\n---\n", "", TRUE},
        {"instansi.yaml", "nama: A\n", "", FALSE},
        {"keperluan.yaml", "- slug: a\n", "", FALSE},
        {"keperluan.yaml", "slug: a\n", "", TRUE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Draft draft;
        draft_open(&draft, rows[i].path, rows[i].text, strlen(rows[i].text));
        g_assert_cmpint(draft.faulty, ==, rows[i].faulty);
        if (!draft.faulty)
            g_assert_cmpstr(draft_body(&draft), ==, rows[i].body);
        draft_close(&draft);
    }
}

static void
test_body(void)
{
    static const char *const rows[][3] = {
        {"---\na: 1\n---\nsatu\ndua\ntiga\n", "satu\nDUA\ntiga\n",
         "---\na: 1\n---\nsatu\nDUA\ntiga\n"},
        {"---\r\na: 1\r\n---\r\nsatu\r\ndua\r\n", "satu\nbaru\ndua\n",
         "---\r\na: 1\r\n---\r\nsatu\r\nbaru\r\ndua\r\n"},
        /* lines that stay keep the ends they have */
        {"---\r\na: 1\r\n---\r\nsatu\ndua\r\ntiga\n", "satu\nempat\ntiga\n",
         "---\r\na: 1\r\n---\r\nsatu\nempat\r\ntiga\n"},
        {"---\na: 1\n---\n", "baru\n", "---\na: 1\n---\nbaru\n"},
        {"---\na: 1\n---", "baru\n", "---\na: 1\n---\nbaru\n"},
        {"---\na: 1\n---\nlama\n", "", "---\na: 1\n---\n"},
        {"---\na: 1\n---\nsama\n", "sama\n", "---\na: 1\n---\nsama\n"},
        {"---\na: 1\n---\na\na\na\n", "a\na\n", "---\na: 1\n---\na\na\n"},
        {"---\na: 1\n---\n---\nx\n", "---\ny\n", "---\na: 1\n---\n---\ny\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) text = g_string_new(rows[i][0]);
        g_assert_true(draft_set_body(text, "akta.md", rows[i][1]));
        g_assert_cmpstr(text->str, ==, rows[i][2]);
    }
    g_autoptr(GString) none = g_string_new("nama: A\n");
    g_assert_false(draft_set_body(none, "instansi.yaml", "x"));
    g_assert_cmpstr(none->str, ==, "nama: A\n");
}

/* The field that the first @ of a text stands in. */
static void
test_find(void)
{
    static const char *const rows[][2] = {
        {"---\njudul: @\n---\n", "judul"},
        {"---\njudul: A\nprosedur:\n  - oleh: P\n    teks: @\n---\n", "prosedur/0/teks"},
        {"---\nprosedur:\n  - a\n  - cabang:\n      - jika: x\n        langkah:\n          - "
         "@\n---\n",
         "prosedur/1/cabang/0/langkah/0"},
        {"---\npersyaratan:\n  - Catatan : @\n---\n", "persyaratan/0"},
        {"---\nsk: {nomor: 1, tentang: @}\n---\n", "sk/tentang"},
        {"---\nkunci/asing: @\n---\n", "kunci%2Fasing"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Draft draft;
        g_autoptr(GString) text = g_string_new(rows[i][0]), path = g_string_new(NULL);
        gsize at = (gsize)(strchr(text->str, '@') - text->str);
        text->str[at] = 'x';
        draft_open(&draft, "akta.md", text->str, text->len);
        DraftSpot spot = {.path = path};
        draft_find(&draft, at, &spot);
        g_assert_cmpstr(path->str, ==, rows[i][1]);
        draft_close(&draft);
    }
}

static void
test_paths(void)
{
    YamlStep steps[YAML_PATH_MAX];
    YamlPath path;
    g_autofree char *buffer = NULL, *deep = NULL, *long_path = NULL;
    g_assert_true(draft_read_path("a%2Fb/12/c", &buffer, steps, &path));
    g_assert_cmpuint(path.n, ==, 3);
    g_assert_cmpstr(steps[0].key, ==, "a/b");
    g_assert_null(steps[1].key);
    g_assert_cmpuint(steps[1].index, ==, 12);
    GString *many = g_string_new("a");
    for (guint i = 0; i < YAML_PATH_MAX; i++)
        g_string_append(many, "/a");
    long_path = g_string_free(many, FALSE);
    g_assert_false(draft_read_path(long_path, &deep, steps, &path));
}

/* A new key stands where the table of fields has it, whatever record it is of. */
static void
test_place(void)
{
    g_autoptr(GString) text = g_string_new("---\njudul: A\n# biaya?\nbiaya: gratis\n---\n");
    g_autofree char *buffer = NULL;
    YamlStep steps[YAML_PATH_MAX];
    YamlNode value = {.kind = YAML_TEXT, .text = "3 hari", .len = 6};
    YamlChange change = {.action = YAML_SET, .value = &value};
    g_assert_true(draft_read_path("waktu", &buffer, steps, &change.path));
    g_assert_cmpint(draft_change(text, "akta.md", &change), ==, YAML_EDITED);
    g_assert_cmpstr(text->str, ==,
                    "---\njudul: A\nwaktu: 3 hari\n# biaya?\nbiaya: gratis\n---\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/serve/draft/kinds", test_kinds);
    g_test_add_func("/serve/draft/parts", test_parts);
    g_test_add_func("/serve/draft/body", test_body);
    g_test_add_func("/serve/draft/find", test_find);
    g_test_add_func("/serve/draft/paths", test_paths);
    g_test_add_func("/serve/draft/place", test_place);
    return g_test_run();
}
