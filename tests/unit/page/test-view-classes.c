/*
 * docs/tema.md and the class tables say the same: every class, every name, every type, both ways.
 * The document is what theme authors read, the tables are what the templates get.
 */
#include "page/view.h"
#include <string.h>

typedef struct Classes {
    GPtrArray *all; /* const MuClass *, each once */
} Classes;

static void
collect(Classes *classes, const MuClass *cls)
{
    for (guint i = 0; i < classes->all->len; i++)
        if (classes->all->pdata[i] == cls)
            return;
    g_ptr_array_add(classes->all, (gpointer)(guintptr)cls);
    for (guint i = 0; i < cls->n_fields; i++)
        if (cls->fields[i].cls != NULL)
            collect(classes, cls->fields[i].cls);
}

static const char *
type_text(const MuField *field, GString *out)
{
    static const char *const plain[] = {
        [MU_TEXT] = "teks", [MU_HTML] = "html", [MU_INT] = "int",
        [MU_UINT] = "int",  [MU_BOOL] = "bool", [MU_TEXTS] = "[teks]",
    };
    g_string_truncate(out, 0);
    if (field->type == MU_LIST || field->type == MU_PLIST)
        g_string_printf(out, "[%s]", field->cls->name);
    else if (field->type == MU_OBJECT)
        g_string_printf(out, "%s?", field->cls->name);
    else if (field->type == MU_STRUCT)
        g_string_append(out, field->cls->name);
    else
        g_string_append(out, plain[field->type]);
    return out->str;
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "Class.name: type", one a line, sorted. */
static char *
join_sorted(GPtrArray *lines)
{
    g_ptr_array_sort(lines, compare_lines);
    g_ptr_array_add(lines, NULL);
    return g_strjoinv("\n", (char **)lines->pdata);
}

static char *
tables_text(void)
{
    Classes classes = {g_ptr_array_new()};
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) type = g_string_new(NULL);
    for (guint kind = 0; kind < N_PAGE_KINDS; kind++)
        collect(&classes, view_class((PageKind)kind));
    for (guint i = 0; i < classes.all->len; i++) {
        const MuClass *cls = classes.all->pdata[i];
        for (guint k = 0; k < cls->n_fields; k++)
            if (cls->fields[k].name != NULL)
                g_ptr_array_add(lines,
                                g_strdup_printf("%s.%s: %s", cls->name, cls->fields[k].name,
                                                type_text(&cls->fields[k], type)));
    }
    g_ptr_array_unref(classes.all);
    return join_sorted(lines);
}

/* Rows "| name | type | …" below "### Kelas `X`". */
static char *
document_text(void)
{
    g_autofree char *text = NULL;
    g_autofree char *cls = NULL;
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_assert_true(g_file_get_contents("docs/tema.md", &text, NULL, NULL));
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
    for (char **row = rows; *row != NULL; row++) {
        if (g_str_has_prefix(*row, "## "))
            g_clear_pointer(&cls, g_free);
        if (g_str_has_prefix(*row, "### Kelas `")) {
            g_free(cls);
            cls = g_strdup(*row + strlen("### Kelas `"));
            *strchrnul(cls, '`') = '\0';
        }
        g_auto(GStrv) cells = g_strsplit(*row, "|", -1);
        if (cls == NULL || **row != '|' || g_strv_length(cells) < 4 || row[0][1] == '-' ||
            (strcmp(cells[1], " nama ") == 0 && strcmp(cells[2], " tipe ") == 0))
            continue;
        g_ptr_array_add(lines, g_strdup_printf("%s.%s: %s", cls, g_strstrip(cells[1]),
                                               g_strstrip(cells[2])));
    }
    return join_sorted(lines);
}

static void
test_document(void)
{
    g_autofree char *tables = tables_text();
    g_autofree char *document = document_text();
    g_assert_cmpuint(strlen(tables), >, 5000);
    g_assert_cmpstr(tables, ==, document);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/view-classes/document", test_document);
    return g_test_run();
}
