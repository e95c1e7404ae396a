/*
 * The table of fields as told to editors: every key stands in a schema, every record can be explained.
 *
 * With --convert FILE the YAML of a charter is printed as JSON, every scalar as a text, the way
 * the program reads it: tests/cli/schema.t gives that to a JSON Schema validator.
 */
#include "base/json.h"
#include "model/schema.h"
#include "text/slug.h"
#include "text/yaml.h"
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

static void
put_node(Json *json, const YamlNode *node)
{
    switch (node->kind) {
    case YAML_TEXT:
        if (node->plain && node->len == 0)
            json_null(json);
        else
            json_text(json, node->text, -1);
        return;
    case YAML_LIST:
        json_array_begin(json);
        for (guint i = 0; i < node->n; i++)
            put_node(json, node->items[i]);
        json_array_end(json);
        return;
    case YAML_MAP:
        json_object_begin(json);
        for (guint i = 0; i < node->n; i++) {
            json_key(json, node->pairs[i].key->text);
            put_node(json, node->pairs[i].value);
        }
        json_object_end(json);
        return;
    }
}

static int
convert(const char *path)
{
    char *bytes;
    gsize len;
    if (!g_file_get_contents(path, &bytes, &len, NULL))
        return 1;
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = source_new(path, bytes, len, diags);
    guint first = 1, last = source_n_lines(source);
    const char *text = source_text(source);
    if (g_str_has_prefix(text, "---\n")) {
        const char *end = strstr(text + 4, "\n---");
        first = 2;
        last = end != NULL ? source_mark(source, (gsize)(end - text)).line : last;
    }
    gboolean list = text[0] == '-' && text[1] == ' ';
    YamlNode *root =
        yaml_read(arena, &(YamlPart){source, first, last, list}, NULL, NULL, diags);
    g_autoptr(GString) out = g_string_new(NULL);
    Json json;
    json_init(&json, out, 0);
    put_node(&json, root);
    puts(out->str);
    return 0;
}

/* ---- tests ---- */

static JsonObject *
parse(JsonParser *parser, const GString *text)
{
    g_assert_true(json_parser_load_from_data(parser, text->str, (gssize)text->len, NULL));
    return json_node_get_object(json_parser_get_root(parser));
}

static void
test_every_key(void)
{
    guint n_files, n;
    const SchemaFile *files = schema_files(&n_files);
    const Record *const *records = records_all(&n);
    for (guint k = 0; k < n_files * 2; k++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(JsonParser) parser = json_parser_new();
        schema_append_json(&files[k / 2], k % 2 ? DIAG_LANG_EN : DIAG_LANG_ID, text);
        JsonObject *defs = json_object_get_object_member(parse(parser, text), "$defs");
        for (guint i = 0; i < n; i++) {
            JsonObject *def = json_object_get_object_member(defs, records[i]->name);
            JsonArray *forms = json_object_get_array_member(def, "anyOf");
            JsonObject *keys = json_object_get_object_member(
                json_array_get_object_element(forms, 0), "properties");
            g_assert_cmpuint(json_object_get_size(keys), ==, records[i]->n_fields);
            FIELD_FOREACH (records[i], field)
                g_assert_true(json_object_has_member(keys, field->key));
        }
    }
    g_assert_null(schema_file("tidak-ada"));
    g_assert_cmpstr(schema_file("situs")->name, ==, "situs");
}

/* An editor takes the slugs that the program takes; an empty value is none. */
static void
test_slugs(void)
{
    static const char *const slugs[] = {"a", "a-b", "a--b", "a-", "-a", "A", "a b", "0"};
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(JsonParser) parser = json_parser_new();
    schema_append_json(schema_file("layanan"), DIAG_LANG_ID, text);
    JsonObject *defs = json_object_get_object_member(parse(parser, text), "$defs");
    JsonObject *slug = json_object_get_object_member(defs, "slug");
    const char *pattern = json_object_get_string_member(slug, "pattern");
    for (guint i = 0; i < G_N_ELEMENTS(slugs); i++)
        g_assert_cmpint(g_regex_match_simple(pattern, slugs[i], 0, 0), ==,
                        slug_is_valid(slugs[i]));
    g_assert_true(g_regex_match_simple(pattern, "", 0, 0));
}

/* Every key has words in both languages, and the words end without a full stop. */
static void
test_docs(void)
{
    guint n;
    const Record *const *records = records_all(&n);
    for (guint i = 0; i < n; i++) {
        FIELD_FOREACH (records[i], field) {
            g_assert_nonnull(field->doc_id);
            g_assert_nonnull(field->doc_en);
            g_assert_false(g_str_has_suffix(field->doc_id, "."));
            g_assert_false(g_str_has_suffix(field->doc_en, "."));
        }
    }
}

static gboolean
is_choice(const Field *field, const char *word)
{
    const char *choice;
    for (guint i = 0; (choice = field->choice(i)) != NULL; i++)
        if (strcmp(choice, word) == 0)
            return TRUE;
    return FALSE;
}

/* What is offered in place of another word is a choice, and the other word is none, folded, and stands there once. */
static void
test_meant(void)
{
    guint n, n_words = 0;
    const Record *const *records = records_all(&n);
    for (guint i = 0; i < n; i++) {
        FIELD_FOREACH (records[i], field) {
            if (field->meant == NULL)
                continue;
            g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
            g_auto(GStrv) pairs = g_strsplit(field->meant, "|", -1);
            for (char **pair = pairs; *pair != NULL; pair++, n_words++) {
                g_auto(GStrv) both = g_strsplit(*pair, "=", -1);
                g_assert_cmpuint(g_strv_length(both), ==, 2);
                g_assert_true(is_choice(field, both[1]));
                g_assert_false(is_choice(field, both[0]));
                g_autofree char *folded = g_ascii_strdown(both[0], -1);
                g_assert_cmpstr(folded, ==, both[0]);
                for (const char *at = both[0]; *at != '\0'; at++)
                    g_assert_true(g_ascii_isalnum(*at) || *at == ' ');
                g_assert_true(g_hash_table_add(seen, g_strdup(both[0])));
            }
        }
    }
    g_assert_cmpuint(n_words, >, 100);
}

static void
test_field(void)
{
    static const struct {
        const Record *record;
        const char *key;
        DiagLang lang;
        const char *expected;
    } cases[] = {
        {&record_service, "status", DIAG_LANG_ID,
         "status (layanan)\n  keadaan layanan\n  Isi: satu pilihan: aktif, nonaktif, dicabut, draf\n"
         "  Hanya di naskah asli, tidak di terjemahan.\n  Contoh:\n    status: aktif\n"},
        {&record_service, "persyaratan", DIAG_LANG_EN,
         "persyaratan (a service)\n  what the applicant must bring\n"
         "  Component 1: Persyaratan (PermenPANRB 15/2014)\n"
         "  Value: one item or a list of items\n  May be one text alone, or have the keys:\n"
         "    teks                 the requirement\n"
         "    untuk                class of applicant; printed \"Untuk …\"\n"
         "    bila                 condition; printed \"Bila …\"\n"
         "    jumlah               how many\n"
         "    formulir             the form's code\n"
         "    tautan               the form's file, or a web address\n"
         "    rincian              sub-items a, b, c of one requirement\n"
         "    kelompok             a heading over several requirements\n"
         "    butir                the requirements under the heading\n"
         "  Example:\n    persyaratan:\n      - Fotokopi KTP\n"},
        {&record_branch, "jika", DIAG_LANG_ID,
         "jika (cabang)\n  syarat cabang; dicetak \"Jika …\"\n  Isi: teks\n  Wajib.\n"
         "  Contoh:\n    jika: berkas tidak lengkap\n"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        schema_append_field(cases[i].record, field_find(cases[i].record, cases[i].key, -1),
                            cases[i].lang, out);
        g_assert_cmpstr(out->str, ==, cases[i].expected);
    }
}

/* A scaffold names every key once, and nothing in it is read unless its # is taken away. */
static void
test_scaffold(void)
{
    static const char *const active[] = {"nama", NULL};
    g_autoptr(GString) out = g_string_new(NULL);
    schema_append_scaffold(&record_site, active, DIAG_LANG_EN, out);
    FIELD_FOREACH (&record_site, field) {
        g_autofree char *line = g_strdup_printf("\n#%s:", field->key);
        g_assert_true((strstr(out->str, line) != NULL) == (strcmp(field->key, "nama") != 0));
    }
    g_auto(GStrv) lines = g_strsplit(out->str, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_assert_true(**line == '\0' || **line == '#');
        g_assert_false(g_str_has_suffix(*line, " "));
    }
}

int
main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--convert") == 0)
        return convert(argv[2]);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/schema/every-key", test_every_key);
    g_test_add_func("/schema/slugs", test_slugs);
    g_test_add_func("/schema/docs", test_docs);
    g_test_add_func("/schema/meant", test_meant);
    g_test_add_func("/schema/field", test_field);
    g_test_add_func("/schema/scaffold", test_scaffold);
    return g_test_run();
}
