#include "import/office-private.h"
#include <libxml/tree.h>
#include <string.h>

enum { MAX_SHEETS = 64, MAX_ROWS = 20000, MAX_STRINGS = 400000, MAX_HIDDEN_COLUMN = 16384 };

typedef struct Xlsx {
    GPtrArray *strings; /* char *, shared by the cells */
    GPtrArray *formats; /* char *, by the number of a cell's style */
    gboolean from_1904;
} Xlsx;

typedef struct Sheet {
    char *name, *part; /* "" for a part that is not there */
    gboolean hidden;
} Sheet;

/* Where the cells of a sheet go: what an office hid it does not publish, so it stands behind all the rest. */
typedef struct Sheets {
    BlockSink *sink, hidden;
    gboolean all_hidden; /* this sheet */
    GHashTable *columns; /* of this sheet that are hidden: number + 1 */
    GHashTable *spans;   /* "B2" -> how many columns that cell takes */
} Sheets;

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

/* Formats by the styles of cells. */
static OfficeFault
read_formats(Xlsx *xlsx, const OfficeParts *parts)
{
    OfficeFault fault = OFFICE_FINE;
    const GString *part = office_part(parts, "xl/styles.xml");
    xmlDoc *doc = part != NULL ? office_tree(part, &fault) : NULL;
    const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL,
                  *own = office_child(root, "numFmts"), *styles = office_child(root, "cellXfs");
    g_autoptr(GHashTable) codes = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (const xmlNode *node = own != NULL ? own->children : NULL; node != NULL;
         node = node->next) {
        char *code = office_attribute(node, "formatCode");
        if (code != NULL)
            g_hash_table_replace(
                codes, GUINT_TO_POINTER(office_number(node, "numFmtId", 0, G_MAXINT)), code);
    }
    for (const xmlNode *node = styles != NULL ? styles->children : NULL; node != NULL;
         node = node->next) {
        if (!office_is(node, "xf"))
            continue;
        guint id = office_number(node, "numFmtId", 0, G_MAXINT);
        const char *code = g_hash_table_lookup(codes, GUINT_TO_POINTER(id));
        g_ptr_array_add(xlsx->formats,
                        g_strdup(code != NULL ? code : office_builtin_format(id)));
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
    if (type == NULL || strcmp(type, "n") == 0) {
        guint style = office_number(cell, "s", 0, G_MAXINT);
        char *shown = office_show_number(
            style < xlsx->formats->len ? g_ptr_array_index(xlsx->formats, style) : "General",
            text, xlsx->from_1904);
        g_free(text);
        return shown;
    }
    if (strcmp(type, "s") != 0)
        return text;
    guint64 index = g_ascii_strtoull(text, NULL, 10);
    g_free(text);
    return g_strdup(index < xlsx->strings->len ? g_ptr_array_index(xlsx->strings, index) : "");
}

static void
hide_cell(Sheets *sheets, const char *text)
{
    office_add_text(&sheets->hidden, text, (OfficeLook){"", 0, 0, BLOCK_STRAY | BLOCK_HIDDEN});
}

static void
put_row(const Xlsx *xlsx, const xmlNode *node, Sheets *sheets)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(BlockCell));
    guint next = 0;
    gboolean hidden = sheets->all_hidden || office_number(node, "hidden", 0, 1) == 1;
    for (const xmlNode *cell = node->children; cell != NULL; cell = cell->next) {
        if (!office_is(cell, "c"))
            continue;
        g_autofree char *reference = office_attribute(cell, "r");
        guint column = reference != NULL ? column_of(reference) : next;
        guint span = reference != NULL
                         ? GPOINTER_TO_UINT(g_hash_table_lookup(sheets->spans, reference))
                         : 0;
        g_autofree char *text = cell_text(xlsx, cell);
        next = column + 1;
        if (hidden || g_hash_table_contains(sheets->columns, GUINT_TO_POINTER(next))) {
            hide_cell(sheets, text);
            continue;
        }
        BlockSink inner;
        block_sink_init(&inner, sheets->sink->arena);
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line != NULL; line++)
            block_sink_add(&inner, *line, strlen(*line));
        BlockCell new = {column, MAX(span, 1), block_sink_end(&inner)};
        if (new.blocks.n > 0)
            g_array_append_val(cells, new);
    }
    block_sink_put_row(sheets->sink, cells, office_number(node, "r", 0, G_MAXINT));
}

/* The columns of a sheet that are hidden. */
static GHashTable *
read_hidden_columns(const xmlNode *sheet)
{
    GHashTable *columns = g_hash_table_new(NULL, NULL);
    const xmlNode *list = office_child(sheet, "cols");
    for (const xmlNode *node = list != NULL ? list->children : NULL; node != NULL;
         node = node->next) {
        if (!office_is(node, "col") || office_number(node, "hidden", 0, 1) == 0)
            continue;
        guint to = MIN(office_number(node, "max", 0, G_MAXINT), MAX_HIDDEN_COLUMN);
        for (guint i = office_number(node, "min", 1, G_MAXINT); i <= to; i++)
            g_hash_table_add(columns, GUINT_TO_POINTER(i));
    }
    return columns;
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
put_sheet(const Xlsx *xlsx, const xmlNode *root, Sheets *sheets)
{
    const xmlNode *data = office_child(root, "sheetData");
    guint n = 0;
    sheets->spans = read_spans(root);
    sheets->columns = read_hidden_columns(root);
    for (const xmlNode *row = data != NULL ? data->children : NULL; row != NULL && n < MAX_ROWS;
         row = row->next, n++)
        if (office_is(row, "row"))
            put_row(xlsx, row, sheets);
    g_hash_table_unref(sheets->spans);
    g_hash_table_unref(sheets->columns);
}

static void
free_sheet(gpointer data)
{
    Sheet *sheet = data;
    g_free(sheet->name);
    g_free(sheet->part);
    g_free(sheet);
}

/* Where the relations of the workbook have the part of this id; "" = nowhere. */
static char *
find_part(const xmlNode *relations, const char *id)
{
    for (const xmlNode *node = relations != NULL ? relations->children : NULL; node != NULL;
         node = node->next) {
        g_autofree char *own = office_attribute(node, "Id");
        g_autofree char *target = office_attribute(node, "Target");
        if (g_strcmp0(own, id) == 0 && target != NULL)
            return *target == '/' ? g_strdup(target + 1) : g_strconcat("xl/", target, NULL);
    }
    return g_strdup("");
}

/* The sheets, in the order of the workbook. */
static GPtrArray *
read_sheets(Xlsx *xlsx, const OfficeParts *parts, OfficeFault *fault)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(free_sheet);
    const GString *part = office_part(parts, "xl/_rels/workbook.xml.rels");
    xmlDoc *doc = office_tree(office_part(parts, "xl/workbook.xml"), fault);
    xmlDoc *relations = doc != NULL && part != NULL ? office_tree(part, fault) : NULL;
    const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL,
                  *sheets = office_child(root, "sheets");
    xlsx->from_1904 = office_number(office_child(root, "workbookPr"), "date1904", 0, 1) == 1;
    for (const xmlNode *node = sheets != NULL ? sheets->children : NULL;
         node != NULL && list->len < MAX_SHEETS; node = node->next) {
        if (!office_is(node, "sheet"))
            continue;
        g_autofree char *id = office_attribute(node, "id");
        g_autofree char *state = office_attribute(node, "state");
        char *name = office_attribute(node, "name");
        Sheet *sheet = g_new0(Sheet, 1);
        sheet->name = name != NULL ? name : g_strdup("");
        sheet->part = relations != NULL
                          ? find_part(xmlDocGetRootElement(relations), id)
                          : g_strdup_printf("xl/worksheets/sheet%u.xml", list->len + 1);
        sheet->hidden = state != NULL && strcmp(state, "visible") != 0;
        g_ptr_array_add(list, sheet);
    }
    if (relations != NULL)
        xmlFreeDoc(relations);
    if (doc != NULL)
        xmlFreeDoc(doc);
    return list;
}

static OfficeFault
put_sheets(const Xlsx *xlsx, const OfficeParts *parts, const GPtrArray *list, BlockSink *sink)
{
    OfficeFault fault = OFFICE_FINE;
    Sheets sheets = {.sink = sink};
    block_sink_init(&sheets.hidden, sink->arena);
    for (guint i = 0; i < MIN(list->len, MAX_SHEETS) && fault == OFFICE_FINE; i++) {
        const Sheet *sheet = g_ptr_array_index(list, i);
        const GString *part = office_part(parts, sheet->part);
        xmlDoc *doc = part != NULL ? office_tree(part, &fault) : NULL;
        guint before = sink->items->len;
        sheets.all_hidden = sheet->hidden;
        if (doc == NULL || xmlDocGetRootElement(doc) == NULL)
            continue;
        if (before > 0 && !sheet->hidden)
            office_add_text(sink, sheet->name, (OfficeLook){"", 0, 0, BLOCK_STRAY});
        put_sheet(xlsx, xmlDocGetRootElement(doc), &sheets);
        if (sink->items->len == before + 1 && before > 0)
            g_array_set_size(sink->items, before); /* an empty sheet */
        xmlFreeDoc(doc);
    }
    block_sink_append(sink, &sheets.hidden);
    return fault;
}

OfficeFault
office_xlsx(const OfficeParts *parts, BlockSink *sink)
{
    Xlsx xlsx = {.strings = g_ptr_array_new_with_free_func(g_free),
                 .formats = g_ptr_array_new_with_free_func(g_free)};
    OfficeFault fault = read_strings(&xlsx, parts);
    if (fault == OFFICE_FINE)
        fault = read_formats(&xlsx, parts);
    g_autoptr(GPtrArray) list = read_sheets(&xlsx, parts, &fault);
    if (fault == OFFICE_FINE)
        fault = put_sheets(&xlsx, parts, list, sink);
    g_ptr_array_unref(xlsx.strings);
    g_ptr_array_unref(xlsx.formats);
    return fault;
}
