/* The rules of Mustache as cases in JSON: tests/mustache/ always; the specification's public
 * suite as well where MUSTACHE_SPEC (else ../shared/mustache-spec) is a folder with it. */
#include "mustache/mustache.h"
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct Node {
    JsonNode *json;
    MuValue value;
    GPtrArray *items;    /* of an array */
    GHashTable *members; /* of an object */
} Node;

static gboolean node_find(gconstpointer self, const char *name, MuValue *out);
static const MuClass node_class = {.name = "Node", .size = sizeof(Node), .find = node_find};

static gboolean
node_find(gconstpointer self, const char *name, MuValue *out)
{
    const Node *node = self;
    if (strcmp(name, ".") != 0)
        node = node->members != NULL ? g_hash_table_lookup(node->members, name) : NULL;
    if (node != NULL)
        *out = node->value;
    return node != NULL;
}

static void
node_free(gpointer data)
{
    Node *node = data;
    if (node->items != NULL)
        g_ptr_array_free(node->items, TRUE);
    if (node->members != NULL)
        g_hash_table_destroy(node->members);
    if (node->value.type == MU_TEXT)
        g_free((char *)(guintptr)node->value.text);
    g_free(node);
}

static Node *
node_new(JsonNode *json)
{
    Node *node = g_new0(Node, 1);
    node->value.type = MU_TEXT;
    if (JSON_NODE_HOLDS_OBJECT(json)) {
        JsonObject *object = json_node_get_object(json);
        node->members = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, node_free);
        GList *names = json_object_get_members(object);
        for (GList *l = names; l != NULL; l = l->next)
            g_hash_table_insert(node->members, g_strdup(l->data),
                                node_new(json_object_get_member(object, l->data)));
        g_list_free(names);
        node->value = (MuValue){.type = MU_OBJECT, .cls = &node_class, .object = node};
    } else if (JSON_NODE_HOLDS_ARRAY(json)) {
        JsonArray *array = json_node_get_array(json);
        node->items = g_ptr_array_new_with_free_func(node_free);
        for (guint i = 0; i < json_array_get_length(array); i++)
            g_ptr_array_add(node->items, node_new(json_array_get_element(array, i)));
        node->value = (MuValue){.type = MU_PLIST, .cls = &node_class};
        node->value.list = (MuList){node->items->pdata, node->items->len};
    } else if (JSON_NODE_HOLDS_VALUE(json)) {
        GType type = json_node_get_value_type(json);
        if (type == G_TYPE_INT64) {
            node->value.type = MU_INT;
            node->value.number = json_node_get_int(json);
        } else if (type == G_TYPE_BOOLEAN) {
            node->value.type = MU_BOOL;
            node->value.number = json_node_get_boolean(json);
        } else if (type == G_TYPE_DOUBLE) {
            char digits[G_ASCII_DTOSTR_BUF_SIZE];
            g_ascii_formatd(digits, sizeof digits, "%.15g", json_node_get_double(json));
            node->value.text = g_strdup(digits);
        } else {
            node->value.text = json_node_dup_string(json);
        }
    }
    return node;
}

static gboolean
load(gpointer data, const char *name, MuText *out)
{
    JsonObject *test = data;
    const char *text = NULL;
    if (strcmp(name, "*main*") == 0)
        text = json_object_get_string_member(test, "template");
    else if (json_object_has_member(test, "partials")) {
        JsonObject *partials = json_object_get_object_member(test, "partials");
        if (json_object_has_member(partials, name))
            text = json_object_get_string_member(partials, name);
    }
    *out = (MuText){.text = text, .len = -1, .path = name};
    return text != NULL;
}

static void
run_case(JsonObject *test, const char *path)
{
    MuHost host = {.load = load, .data = test};
    g_autoptr(MuSet) set = mu_set_new(&host);
    Node *root = node_new(json_object_get_member(test, "data"));
    GString *out = g_string_new("x");
    gboolean fine = mu_render(mu_set_compile(set, "*main*", &node_class), root, out);
    const char *expected = json_object_get_string_member(test, "expected");
    g_assert_true(fine);
    if (strcmp(out->str + 1, expected) != 0) {
        g_test_message("%s: %s: %s", path, json_object_get_string_member(test, "name"),
                       json_object_get_string_member(test, "template"));
        g_assert_cmpstr(out->str + 1, ==, expected);
    }
    g_string_free(out, TRUE);
    node_free(root);
}

static guint
run_file(const char *path)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    g_autoptr(GError) error = NULL;
    json_parser_load_from_file(parser, path, &error);
    g_assert_no_error(error);
    JsonObject *root = json_node_get_object(json_parser_get_root(parser));
    JsonArray *tests = json_object_get_array_member(root, "tests");
    for (guint i = 0; i < json_array_get_length(tests); i++)
        run_case(json_array_get_object_element(tests, i), path);
    return json_array_get_length(tests);
}

static void
test_own(void)
{
    static const char *const files[] = {"values", "sections", "partials", "inheritance",
                                        "lines"};
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_strdup_printf("tests/mustache/%s.json", files[i]);
        g_assert_cmpuint(run_file(path), >=, 10);
    }
}

static void
test_public(void)
{
    static const char *const files[] = {"comments", "delimiters", "interpolation", "inverted",
                                        "partials", "sections",   "~inheritance"};
    const char *given = g_getenv("MUSTACHE_SPEC");
    const char *folder = given != NULL ? given : "../shared/mustache-spec";
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        g_test_skip("the specification's suite is not here (MUSTACHE_SPEC)");
        return;
    }
    guint n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_strdup_printf("%s/%s.json", folder, files[i]);
        n += run_file(path);
    }
    g_assert_cmpuint(n, >=, 163);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mustache/rules", test_own);
    g_test_add_func("/mustache/specification", test_public);
    return g_test_run();
}
