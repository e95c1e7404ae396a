/*
 * docs/tema.md tells of every class exactly once, in the tables that src/page/view-rows.h makes. Prose around the
 * tables is the document's own. MAKLUMAT_WRITE_GOLDEN=1 writes the tables anew: read the difference before
 * committing it.
 */
#include "page/view.h"
#include <string.h>

#define DOCUMENT "docs/tema.md"
#define HEADING  "### Kelas `"

typedef struct Class {
    const char *name;
    const char *table; /* as Markdown; "" when all its names are another's */
} Class;

// clang-format off
#define KIND_text      "teks"
#define KIND_html      "html"
#define KIND_number    "int"
#define KIND_flag      "bool"
#define KIND_texts     "[teks]"
#define KIND_list(K)   "[" #K "]"
#define KIND_object(K) #K "?"
#define KIND_part(K)   #K
#define CLASS(C)                 {#C, ""
#define ROW(C, kind, m, meaning) "| " #m " | " KIND_##kind " | " meaning " |\n"
#define BASE(C, m, K)
#define END(C)                   },
static const Class classes[] = {
#include "page/view-rows.h"
};
// clang-format on

static const Class *
find(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(classes); i++)
        if (strcmp(classes[i].name, name) == 0)
            return &classes[i];
    g_test_message("no class %s", name);
    g_assert_not_reached();
}

/* A row without a meaning is "| a | b | |", as Markdown is written. */
static void
append_table(GString *out, const Class *class)
{
    if (*class->table == '\0')
        return;
    g_string_append(out, "| nama | tipe | arti |\n|---|---|---|\n");
    gsize start = out->len;
    g_string_append(out, class->table);
    for (char *empty; (empty = strstr(out->str + start, " |  |\n")) != NULL;)
        g_string_erase(out, empty + strlen(" |") - out->str, 1);
}

static gboolean
is_heading(const char *line, char **name)
{
    if (!g_str_has_prefix(line, HEADING))
        return FALSE;
    *name = g_strndup(line + strlen(HEADING), strcspn(line + strlen(HEADING), "`"));
    return TRUE;
}

/* The classes that stand before this one in the rows and nowhere in the document. */
static void
append_missing(GString *out, const Class *class, const char *document)
{
    const Class *first = class;
    while (first > classes) {
        g_autofree char *heading = g_strconcat(HEADING, first[-1].name, "`", NULL);
        if (strstr(document, heading) != NULL)
            break;
        first--;
    }
    for (; first < class; first++) {
        g_string_append_printf(out, HEADING "%s`\n\n", first->name);
        append_table(out, first);
        g_string_append_c(out, '\n');
    }
}

/* The document with the tables below the headings of classes made anew. */
static char *
with_tables(const char *document, GHashTable *seen)
{
    GString *out = g_string_new(NULL);
    const Class *class = NULL; /* whose table is still to come */
    gboolean in_class = FALSE;
    g_auto(GStrv) lines = g_strsplit(document, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        char *name = NULL;
        if (g_str_has_prefix(*line, "#")) {
            if (class != NULL && *class->table != '\0') { /* it has none yet */
                append_table(out, class);
                g_string_append_c(out, '\n');
            }
            class = NULL;
            in_class = FALSE;
        }
        if (is_heading(*line, &name)) {
            class = find(name);
            append_missing(out, class, document);
            in_class = TRUE;
            g_assert_true(g_hash_table_add(seen, name));
        }
        if (in_class && **line == '|') {
            if (class != NULL)
                append_table(out, class);
            class = NULL;
            continue;
        }
        g_string_append(out, *line);
        if (line[1] != NULL)
            g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static void
test_document(void)
{
    g_autofree char *text = NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_assert_true(g_file_get_contents(DOCUMENT, &text, NULL, NULL));
    g_autofree char *wanted = with_tables(text, seen);
    if (g_getenv("MAKLUMAT_WRITE_GOLDEN") != NULL) {
        g_assert_true(g_file_set_contents(DOCUMENT, wanted, -1, NULL));
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(classes); i++) {
        g_test_message("%s", classes[i].name);
        g_assert_true(g_hash_table_contains(seen, classes[i].name));
    }
    g_assert_cmpstr(text, ==, wanted);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/view-classes/document", test_document);
    return g_test_run();
}
