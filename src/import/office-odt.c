#include "import/office-private.h"
#include "import/word-list.h"
#include <libxml/tree.h>
#include <string.h>

enum { LEVELS = 10, MAX_COLUMNS = 10000, MAX_SPACES = 100, MAX_REPEATED = 64 };

typedef struct ListStyle {
    char *format[LEVELS]; /* "1", "a", "I"; "•" for a bullet; NULL = none */
    char *prefix[LEVELS], *suffix[LEVELS];
    guint start[LEVELS];
} ListStyle;

typedef struct Odt {
    GHashTable *lists;  /* name -> ListStyle */
    GHashTable *bold;   /* names of styles that are bold */
    GHashTable *unseen; /* names of styles of sheets that are not shown */
    guint8
        *columns; /* of the table being read: by number, 1 where it is not shown; NULL = none */
    BlockSink hidden; /* what a workbook does not show: it stands behind all the rest */
} Odt;

/* The list a paragraph stands in. */
typedef struct OpenList {
    const ListStyle *style;
    guint depth;    /* from 1; 0 = in none */
    guint value;    /* of the item */
    gboolean first; /* the item's first paragraph, which bears the mark */
} OpenList;

static void
list_style_free(gpointer data)
{
    ListStyle *style = data;
    for (guint i = 0; i < LEVELS; i++) {
        g_free(style->format[i]);
        g_free(style->prefix[i]);
        g_free(style->suffix[i]);
    }
    g_free(style);
}

/* ---- styles ---- */

static void
read_list_style(const xmlNode *node, ListStyle *style)
{
    for (const xmlNode *level = node->children; level != NULL; level = level->next) {
        guint n = office_number(level, "level", 0, LEVELS);
        if (n == 0)
            continue;
        if (office_is(level, "list-level-style-bullet")) {
            style->format[n - 1] = g_strdup("•");
        } else if (office_is(level, "list-level-style-number")) {
            style->format[n - 1] = office_attribute(level, "num-format");
            style->prefix[n - 1] = office_attribute(level, "num-prefix");
            style->suffix[n - 1] = office_attribute(level, "num-suffix");
            style->start[n - 1] = office_number(level, "start-value", 1, 999);
        }
    }
}

static void
read_styles(Odt *odt, const xmlNode *node, guint depth)
{
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        if (office_is(child, "list-style")) {
            ListStyle *style = g_new0(ListStyle, 1);
            read_list_style(child, style);
            g_hash_table_replace(odt->lists, office_attribute(child, "name"), style);
        } else if (office_is(child, "style")) {
            g_autofree char *weight =
                office_attribute(office_child(child, "text-properties"), "font-weight");
            g_autofree char *display =
                office_attribute(office_child(child, "table-properties"), "display");
            g_autofree char *name = office_attribute(child, "name");
            if (name != NULL && g_strcmp0(weight, "bold") == 0)
                g_hash_table_add(odt->bold, g_steal_pointer(&name));
            else if (name != NULL && g_strcmp0(display, "false") == 0)
                g_hash_table_add(odt->unseen, g_steal_pointer(&name));
        } else if (office_is(child, "automatic-styles") || office_is(child, "styles")) {
            read_styles(odt, child, depth + 1);
        }
    }
}

static gboolean
has_style(const xmlNode *node, GHashTable *styles)
{
    g_autofree char *name = office_attribute(node, "style-name");
    return name != NULL && g_hash_table_contains(styles, name);
}

/* ---- paragraphs ---- */

typedef struct Run {
    GString *text;
    guint letters, bold;
    GPtrArray *boxes;
} Run;

static void
gather(const Odt *odt, const xmlNode *node, guint depth, gboolean bold, Run *run)
{
    static const char passed[] = "annotation|annotation-end|note|sheet-name";
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        if (child->type == XML_TEXT_NODE) {
            /* Line ends of the file are spaces. */
            g_autofree char *text =
                g_strdelimit(g_strdup((const char *)child->content), "\n", ' ');
            guint n = (guint)g_utf8_strlen(text, -1);
            g_string_append(run->text, text);
            run->letters += n;
            run->bold += bold ? n : 0;
        } else if (office_is(child, "s")) {
            for (guint n = office_number(child, "c", 1, MAX_SPACES); n > 0; n--)
                g_string_append_c(run->text, ' ');
        } else if (office_is(child, "tab")) {
            g_string_append_c(run->text, '\t');
        } else if (office_is(child, "line-break")) {
            g_string_append_c(run->text, '\n');
        } else if (office_is(child, "text-box")) {
            g_ptr_array_add(run->boxes, (gpointer)(guintptr)child);
        } else if (child->type == XML_ELEMENT_NODE &&
                   !word_list_has(passed, (const char *)child->name,
                                  strlen((const char *)child->name))) {
            gather(odt, child, depth + 1, bold || has_style(child, odt->bold), run);
        }
    }
}

static void
put_children(Odt *odt, const xmlNode *node, guint depth, OpenList *list, BlockSink *sink);

static char *
mark_of(const OpenList *list)
{
    guint at = list->depth - 1;
    if (list->depth == 0 || !list->first || at >= LEVELS)
        return g_strdup("");
    const ListStyle *style = list->style;
    if (style == NULL || style->format[at] == NULL || *style->format[at] == '\0')
        return g_strdup(style == NULL ? "•" : "");
    if (strcmp(style->format[at], "•") == 0)
        return g_strdup("•");
    g_autofree char *number = office_format_number(style->format[at], list->value);
    return g_strconcat(style->prefix[at] != NULL ? style->prefix[at] : "", number,
                       style->suffix[at] != NULL ? style->suffix[at] : "", NULL);
}

static void
put_paragraph(Odt *odt, const xmlNode *node, guint depth, OpenList *list, BlockSink *sink)
{
    Run run = {g_string_new(NULL), 0, 0, g_ptr_array_new()};
    guint level = office_is(node, "h") ? office_number(node, "outline-level", 1, 6) : 0;
    gather(odt, node, depth, has_style(node, odt->bold), &run);
    g_autofree char *mark = mark_of(list);
    gboolean strong = run.letters > 0 && run.bold == run.letters;
    guint before = sink->items->len;
    office_add_text(sink, run.text->str,
                    (OfficeLook){mark, *mark != '\0' && list->depth > 1 ? list->depth : 0,
                                 level, BLOCK_WHOLE | (strong ? (guint)BLOCK_STRONG : 0U)});
    list->first = list->first && sink->items->len == before;
    for (guint i = 0; i < run.boxes->len; i++)
        put_children(odt, g_ptr_array_index(run.boxes, i), depth + 1, &(OpenList){0}, sink);
    g_string_free(run.text, TRUE);
    g_ptr_array_unref(run.boxes);
}

static void
put_list(Odt *odt, const xmlNode *node, guint depth, const OpenList *outer, BlockSink *sink)
{
    g_autofree char *name = office_attribute(node, "style-name");
    const ListStyle *style =
        name != NULL ? g_hash_table_lookup(odt->lists, name) : outer->style;
    OpenList list = {style, outer->depth + 1, 0, FALSE};
    guint at = MIN(outer->depth, (guint)LEVELS - 1);
    list.value = style != NULL && style->start[at] > 0 ? style->start[at] - 1 : 0;
    for (const xmlNode *item = node->children; item != NULL; item = item->next) {
        if (!office_is(item, "list-item") && !office_is(item, "list-header"))
            continue;
        guint start = office_number(item, "start-value", 0, 999);
        list.first = office_is(item, "list-item");
        list.value = start > 0 ? start : list.value + (list.first ? 1 : 0);
        put_children(odt, item, depth + 1, &list, sink);
    }
}

/* ---- tables ---- */

/* Puts blocks of one line each behind all the rest. */
static void
hide(Odt *odt, const BlockList *blocks)
{
    for (guint i = 0; i < blocks->n; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        blocks_append_text(&(BlockList){&blocks->items[i], 1}, text);
        office_add_text(&odt->hidden, text->str,
                        (OfficeLook){"", 0, 0, BLOCK_STRAY | BLOCK_HIDDEN});
    }
}

static void
put_row(Odt *odt, const xmlNode *node, guint depth, BlockSink *sink)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(BlockCell));
    guint column = 0;
    for (const xmlNode *cell = node->children; cell != NULL; cell = cell->next) {
        guint repeated = MAX(office_number(cell, "number-columns-repeated", 1, MAX_COLUMNS), 1);
        if (office_is(cell, "covered-table-cell"))
            column += repeated;
        if (!office_is(cell, "table-cell"))
            continue;
        guint span = MAX(office_number(cell, "number-columns-spanned", 1, MAX_COLUMNS), 1);
        BlockSink inner;
        block_sink_init(&inner, sink->arena);
        put_children(odt, cell, depth + 1, &(OpenList){0}, &inner);
        BlockList blocks = block_sink_end(&inner);
        for (guint i = 0; i < MIN(repeated, MAX_REPEATED) && blocks.n > 0; i++) {
            BlockCell new = {column + i, span, blocks};
            if (odt->columns != NULL && column + i < MAX_COLUMNS && odt->columns[column + i])
                hide(odt, &blocks);
            else
                g_array_append_val(cells, new);
        }
        column += repeated;
    }
    block_sink_put_row(sink, cells, 0);
}

/* "collapse" or "filter": a row or column that its sheet does not show. */
static gboolean
is_hidden(const xmlNode *node)
{
    g_autofree char *visibility = office_attribute(node, "visibility");
    return visibility != NULL && strcmp(visibility, "visible") != 0;
}

static void
hide_row(Odt *odt, const xmlNode *row, guint depth)
{
    BlockSink inner;
    block_sink_init(&inner, odt->hidden.arena);
    put_row(odt, row, depth, &inner);
    BlockList list = block_sink_end(&inner);
    hide(odt, &list);
}

/* Marks the columns below `node` that are not shown; returns the number of the next one, MAX_COLUMNS at most. */
static guint
read_hidden_columns(const xmlNode *node, guint next, guint depth, guint8 *columns)
{
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        guint n = MAX(office_number(child, "number-columns-repeated", 1, MAX_COLUMNS), 1);
        if (office_is(child, "table-columns") || office_is(child, "table-column-group") ||
            office_is(child, "table-header-columns"))
            next = read_hidden_columns(child, next, depth + 1, columns);
        else if (office_is(child, "table-column")) {
            n = MIN(n, MAX_COLUMNS - next);
            memset(columns + next, is_hidden(child), n);
            next += n;
        }
    }
    return next;
}

/* A table, or a sheet of a workbook: its name stands behind it unless it is the last. */
static void
put_table(Odt *odt, const xmlNode *node, guint depth, OpenList *list, BlockSink *sink)
{
    guint8 *outer = odt->columns;
    odt->columns = g_malloc0(MAX_COLUMNS);
    read_hidden_columns(node, 0, depth, odt->columns);
    if (has_style(node, odt->unseen)) {
        BlockSink inner;
        block_sink_init(&inner, sink->arena);
        put_children(odt, node, depth, list, &inner);
        BlockList blocks = block_sink_end(&inner);
        hide(odt, &blocks);
    } else {
        g_autofree char *name = office_attribute(node, "name");
        put_children(odt, node, depth, list, sink);
        if (office_is(node->parent, "spreadsheet") && node->next != NULL && name != NULL)
            office_add_text(sink, name, (OfficeLook){"", 0, 0, BLOCK_STRAY});
    }
    g_free(odt->columns);
    odt->columns = outer;
}

static void
put_children(Odt *odt, const xmlNode *node, guint depth, OpenList *list, BlockSink *sink)
{
    static const char passed[] =
        "section|table-header-rows|table-rows|table-row-group|spreadsheet|text|frame|"
        "list-header|index-body|table-of-content";
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        if (office_is(child, "p") || office_is(child, "h"))
            put_paragraph(odt, child, depth + 1, list, sink);
        else if (office_is(child, "list"))
            put_list(odt, child, depth + 1, list, sink);
        else if (office_is(child, "table"))
            put_table(odt, child, depth + 1, list, sink);
        else if (office_is(child, "table-row") && is_hidden(child))
            hide_row(odt, child, depth + 1);
        else if (office_is(child, "table-row"))
            put_row(odt, child, depth + 1, sink);
        else if (office_is(child, "text-box"))
            put_children(odt, child, depth + 1, &(OpenList){0}, sink);
        else if (child->type == XML_ELEMENT_NODE &&
                 word_list_has(passed, (const char *)child->name,
                               strlen((const char *)child->name)))
            put_children(odt, child, depth + 1, list, sink);
    }
}

/* The page's header and footer, which styles.xml holds. */
static void
put_edges(Odt *odt, const xmlNode *root, const char *kind, guint flags, BlockSink *sink)
{
    const xmlNode *master = office_child(root, "master-styles");
    for (const xmlNode *page = master != NULL ? master->children : NULL; page != NULL;
         page = page->next) {
        const xmlNode *edge = office_child(page, kind);
        guint before = sink->items->len;
        if (edge != NULL)
            put_children(odt, edge, 0, &(OpenList){0}, sink);
        for (guint i = before; i < sink->items->len; i++)
            g_array_index(sink->items, Block, i).flags |= flags;
        if (sink->items->len > before)
            return;
    }
}

OfficeFault
office_odt(const OfficeParts *parts, BlockSink *sink)
{
    OfficeFault fault = OFFICE_FINE;
    Odt odt = {.lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, list_style_free),
               .bold = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
               .unseen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    block_sink_init(&odt.hidden, sink->arena);
    const GString *part = office_part(parts, "styles.xml");
    xmlDoc *styles = part != NULL ? office_tree(part, &fault) : NULL;
    xmlDoc *doc =
        fault == OFFICE_FINE ? office_tree(office_part(parts, "content.xml"), &fault) : NULL;
    const xmlNode *style_root = styles != NULL ? xmlDocGetRootElement(styles) : NULL;
    const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    if (style_root != NULL)
        read_styles(&odt, style_root, 0);
    if (root != NULL) {
        read_styles(&odt, root, 0);
        const xmlNode *body = office_child(root, "body");
        if (style_root != NULL)
            put_edges(&odt, style_root, "header", 0, sink);
        if (body != NULL)
            put_children(&odt, body, 0, &(OpenList){0}, sink);
        block_sink_append(sink, &odt.hidden);
        if (style_root != NULL)
            put_edges(&odt, style_root, "footer", BLOCK_STRAY, sink);
    }
    if (styles != NULL)
        xmlFreeDoc(styles);
    if (doc != NULL)
        xmlFreeDoc(doc);
    g_hash_table_unref(odt.lists);
    g_hash_table_unref(odt.bold);
    g_hash_table_unref(odt.unseen);
    return fault;
}
