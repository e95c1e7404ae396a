#include "import/office-private.h"
#include <libxml/tree.h>
#include <string.h>

enum { MAX_SHEETS = 64, MAX_ROWS = 20000, MAX_STRINGS = 400000 };

typedef struct Xlsx {
    GPtrArray *strings; /* char *, shared by the cells */
} Xlsx;

/* All text of a shared string or an inline one; phonetic guides left out. */
static void
append_text(const xmlNode *node, guint depth, GString *out)
{
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        if (office_is(child, "rPh"))
            continue;
        if (child->type == XML_TEXT_NODE && office_is(node, "t"))
            g_string_append(out, (const char *)child->content);
        else if (child->type == XML_ELEMENT_NODE)
            append_text(child, depth + 1, out);
    }
}

static OfficeFault
read_strings(Xlsx *xlsx, const OfficeParts *parts)
{
    OfficeFault fault = OFFICE_FINE;
    const GString *part = office_part(parts, "xl/sharedStrings.xml");
    xmlDoc *doc = part != NULL ? office_tree(part, &fault) : NULL;
    const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    for (const xmlNode *node = root != NULL ? root->children : NULL;
         node != NULL && xlsx->strings->len < MAX_STRINGS; node = node->next) {
        if (!office_is(node, "si"))
            continue;
        GString *text = g_string_new(NULL);
        append_text(node, 0, text);
        g_ptr_array_add(xlsx->strings, g_string_free(text, FALSE));
    }
    if (doc != NULL)
        xmlFreeDoc(doc);
    return fault;
}

/* "C12" is column 2. */
static guint
column_of(const char *reference)
{
    guint column = 0;
    for (const char *at = reference; g_ascii_isupper(*at) && column < 100000; at++)
        column = column * 26 + (guint)(*at - 'A' + 1);
    return column > 0 ? column - 1 : 0;
}

static char *
cell_text(const Xlsx *xlsx, const xmlNode *cell)
{
    g_autofree char *type = office_attribute(cell, "t");
    const xmlNode *value = office_child(cell, "v");
    if (g_strcmp0(type, "inlineStr") == 0) {
        GString *text = g_string_new(NULL);
        append_text(cell, 0, text);
        return g_string_free(text, FALSE);
    }
    if (value == NULL)
        return g_strdup("");
    xmlChar *content = xmlNodeGetContent(value);
    char *text = g_strdup((const char *)content);
    xmlFree(content);
    if (g_strcmp0(type, "s") != 0)
        return text;
    guint64 index = g_ascii_strtoull(text, NULL, 10);
    g_free(text);
    return g_strdup(index < xlsx->strings->len ? g_ptr_array_index(xlsx->strings, index) : "");
}

static void
put_row(const Xlsx *xlsx, const xmlNode *node, GHashTable *spans, BlockSink *sink)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(BlockCell));
    guint next = 0;
    for (const xmlNode *cell = node->children; cell != NULL; cell = cell->next) {
        if (!office_is(cell, "c"))
            continue;
        g_autofree char *reference = office_attribute(cell, "r");
        guint column = reference != NULL ? column_of(reference) : next;
        guint span =
            reference != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(spans, reference)) : 0;
        g_autofree char *text = cell_text(xlsx, cell);
        BlockSink inner;
        block_sink_init(&inner, sink->arena);
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line != NULL; line++)
            block_sink_add(&inner, *line, strlen(*line));
        BlockCell new = {column, MAX(span, 1), block_sink_take(&inner)};
        block_sink_clear(&inner);
        if (new.blocks.n > 0)
            g_array_append_val(cells, new);
        next = column + 1;
    }
    block_sink_put_row(sink, cells, office_number(node, "r", 0, G_MAXINT));
}

/* "B2:D2": how many columns the cell B2 takes. */
static GHashTable *
read_spans(const xmlNode *sheet)
{
    GHashTable *spans = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const xmlNode *merges = office_child(sheet, "mergeCells");
    for (const xmlNode *node = merges != NULL ? merges->children : NULL; node != NULL;
         node = node->next) {
        g_autofree char *reference = office_attribute(node, "ref");
        char *colon = reference != NULL ? strchr(reference, ':') : NULL;
        if (colon == NULL)
            continue;
        *colon = '\0';
        guint from = column_of(reference), to = column_of(colon + 1);
        g_hash_table_replace(spans, g_strdup(reference),
                             GUINT_TO_POINTER(to >= from ? to - from + 1 : 1));
    }
    return spans;
}

static void
put_sheet(const Xlsx *xlsx, const xmlNode *root, BlockSink *sink)
{
    const xmlNode *data = office_child(root, "sheetData");
    g_autoptr(GHashTable) spans = read_spans(root);
    guint n = 0;
    for (const xmlNode *row = data != NULL ? data->children : NULL; row != NULL && n < MAX_ROWS;
         row = row->next, n++)
        if (office_is(row, "row"))
            put_row(xlsx, row, spans, sink);
}

/* The names of the sheets, in the order of the workbook. */
static GPtrArray *
sheet_names(const OfficeParts *parts, OfficeFault *fault)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    xmlDoc *doc = office_tree(office_part(parts, "xl/workbook.xml"), fault);
    const xmlNode *sheets =
        doc != NULL ? office_child(xmlDocGetRootElement(doc), "sheets") : NULL;
    for (const xmlNode *node = sheets != NULL ? sheets->children : NULL; node != NULL;
         node = node->next) {
        char *name = office_is(node, "sheet") ? office_attribute(node, "name") : NULL;
        if (name != NULL)
            g_ptr_array_add(names, name);
    }
    if (doc != NULL)
        xmlFreeDoc(doc);
    return names;
}

OfficeFault
office_xlsx(const OfficeParts *parts, BlockSink *sink)
{
    Xlsx xlsx = {g_ptr_array_new_with_free_func(g_free)};
    OfficeFault fault = read_strings(&xlsx, parts);
    g_autoptr(GPtrArray) names = sheet_names(parts, &fault);
    for (guint i = 1; i <= MAX_SHEETS && fault == OFFICE_FINE; i++) {
        g_autofree char *name = g_strdup_printf("xl/worksheets/sheet%u.xml", i);
        const GString *part = office_part(parts, name);
        xmlDoc *doc = part != NULL ? office_tree(part, &fault) : NULL;
        guint before = sink->items->len;
        if (doc != NULL && before > 0 && i <= names->len)
            office_add_text(sink, g_ptr_array_index(names, i - 1), "", 0, 0, BLOCK_STRAY);
        if (doc != NULL && xmlDocGetRootElement(doc) != NULL)
            put_sheet(&xlsx, xmlDocGetRootElement(doc), sink);
        if (sink->items->len == before + 1 && before > 0)
            g_array_set_size(sink->items, before); /* an empty sheet */
        if (doc != NULL)
            xmlFreeDoc(doc);
    }
    g_ptr_array_unref(xlsx.strings);
    return fault;
}
