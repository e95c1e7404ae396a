#include "import/office-private.h"
#include "import/word-list.h"
#include <libxml/tree.h>
#include <string.h>

enum { LEVELS = 9, MAX_COLUMNS = 10000 };

/* How one level of a list is marked. */
typedef struct Level {
    char *format; /* "decimal", "bullet", … ; NULL = not told */
    char *text;   /* "%1." */
    guint start;
} Level;

typedef struct AbstractList {
    Level levels[LEVELS];
    guint counters[LEVELS];
} AbstractList;

typedef struct Style {
    guint level;      /* of a heading, 0 = none */
    guint list, ilvl; /* numId, 0 = none */
    gboolean bold;
} Style;

typedef struct Docx {
    const OfficeParts *parts;
    GHashTable *abstracts; /* abstractNumId -> AbstractList */
    GHashTable *lists;     /* numId -> AbstractList, borrowed */
    GHashTable *styles;    /* styleId -> Style */
} Docx;

static void
abstract_free(gpointer data)
{
    AbstractList *list = data;
    for (guint i = 0; i < LEVELS; i++) {
        g_free(list->levels[i].format);
        g_free(list->levels[i].text);
    }
    g_free(list);
}

/* ---- numbering ---- */

static void
read_level(const xmlNode *node, AbstractList *list)
{
    guint ilvl = office_number(node, "ilvl", LEVELS, LEVELS);
    if (ilvl >= LEVELS)
        return;
    Level *level = &list->levels[ilvl];
    g_free(level->format);
    g_free(level->text);
    level->format = office_attribute(office_child(node, "numFmt"), "val");
    level->text = office_attribute(office_child(node, "lvlText"), "val");
    level->start = office_number(office_child(node, "start"), "val", 1, 999);
}

static void
read_numbering(Docx *docx, const xmlNode *root)
{
    for (const xmlNode *node = root->children; node != NULL; node = node->next) {
        if (office_is(node, "abstractNum")) {
            AbstractList *list = g_new0(AbstractList, 1);
            for (const xmlNode *level = node->children; level != NULL; level = level->next)
                if (office_is(level, "lvl"))
                    read_level(level, list);
            g_hash_table_insert(docx->abstracts, office_attribute(node, "abstractNumId"), list);
        } else if (office_is(node, "num")) {
            g_autofree char *id = office_attribute(office_child(node, "abstractNumId"), "val");
            AbstractList *list = id != NULL ? g_hash_table_lookup(docx->abstracts, id) : NULL;
            guint number = office_number(node, "numId", 0, G_MAXINT);
            if (list == NULL || number == 0)
                continue;
            AbstractList *own = g_memdup2(list, sizeof *list); /* each counts by itself */
            for (guint i = 0; i < LEVELS; i++) {
                own->levels[i].format = g_strdup(list->levels[i].format);
                own->levels[i].text = g_strdup(list->levels[i].text);
            }
            for (const xmlNode *over = node->children; over != NULL; over = over->next) {
                guint ilvl = office_number(over, "ilvl", LEVELS, LEVELS);
                if (office_is(over, "lvlOverride") && ilvl < LEVELS)
                    own->levels[ilvl].start =
                        office_number(office_child(over, "startOverride"), "val",
                                      own->levels[ilvl].start, 999);
            }
            g_hash_table_insert(docx->lists, GUINT_TO_POINTER(number), own);
        }
    }
}

/* The mark of the next item of a list; NULL = it has none. */
static char *
next_mark(AbstractList *list, guint ilvl)
{
    Level *level = &list->levels[ilvl];
    guint *counter = &list->counters[ilvl];
    *counter = *counter == 0 ? level->start : *counter + 1;
    for (guint i = ilvl + 1; i < LEVELS; i++)
        list->counters[i] = 0;
    if (level->format == NULL || strcmp(level->format, "none") == 0)
        return NULL;
    if (strcmp(level->format, "bullet") == 0)
        return g_strdup("•");
    GString *out = g_string_new(NULL);
    for (const char *at = level->text != NULL ? level->text : ""; *at != '\0'; at++) {
        guint which =
            *at == '%' && at[1] >= '1' && at[1] <= '9' ? (guint)(at[1] - '1') : LEVELS;
        if (which >= LEVELS) {
            g_string_append_c(out, *at);
            continue;
        }
        const Level *other = &list->levels[which];
        g_autofree char *number = office_format_number(
            other->format != NULL ? other->format : "decimal", MAX(list->counters[which], 1));
        g_string_append(out, number);
        at++;
    }
    return g_string_free(out, FALSE);
}

/* ---- styles ---- */

static gboolean
is_on(const xmlNode *node)
{
    g_autofree char *value = office_attribute(node, "val");
    return node != NULL &&
           (value == NULL || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0));
}

/* "heading 2", "Judul 2", "Title". */
static guint
level_of_name(const char *name)
{
    static const char names[] = "heading |judul ";
    if (g_ascii_strcasecmp(name, "title") == 0)
        return 1;
    gsize n = word_list_begin(names, name);
    return n > 0 && name[n] >= '1' && name[n] <= '6' ? (guint)(name[n] - '0') : 0;
}

static void
read_list_of(const xmlNode *properties, guint *list, guint *ilvl)
{
    const xmlNode *numbering = office_child(properties, "numPr");
    if (numbering == NULL)
        return;
    *list = office_number(office_child(numbering, "numId"), "val", *list, G_MAXINT);
    *ilvl = office_number(office_child(numbering, "ilvl"), "val", *ilvl, LEVELS - 1);
}

static void
read_styles(Docx *docx, const xmlNode *root)
{
    for (const xmlNode *node = root->children; node != NULL; node = node->next) {
        if (!office_is(node, "style"))
            continue;
        g_autofree char *name = office_attribute(office_child(node, "name"), "val");
        g_autofree char *based = office_attribute(office_child(node, "basedOn"), "val");
        const Style *base = based != NULL ? g_hash_table_lookup(docx->styles, based) : NULL;
        Style *style = g_new0(Style, 1);
        if (base != NULL)
            *style = *base;
        guint level = name != NULL ? level_of_name(name) : 0;
        style->level = level > 0 ? level : style->level;
        style->bold = style->bold || is_on(office_child(office_child(node, "rPr"), "b"));
        read_list_of(office_child(node, "pPr"), &style->list, &style->ilvl);
        g_hash_table_replace(docx->styles, office_attribute(node, "styleId"), style);
    }
}

/* ---- paragraphs ---- */

typedef struct Run {
    GString *text;
    guint letters, bold; /* how many letters, and how many of them bold */
    gboolean style_bold;
    GPtrArray *boxes; /* text boxes met on the way */
} Run;

static void
append_letters(Run *run, const char *text, gboolean bold)
{
    guint n = (guint)g_utf8_strlen(text, -1);
    g_string_append(run->text, text);
    run->letters += n;
    run->bold += bold ? n : 0;
}

static void gather(const xmlNode *node, guint depth, gboolean bold, Run *run);

static void
gather_leaf(const xmlNode *node, gboolean bold, Run *run)
{
    if (office_is(node, "t")) {
        xmlChar *text = xmlNodeGetContent(node);
        append_letters(run, (const char *)text, bold);
        xmlFree(text);
    } else if (office_is(node, "tab") || office_is(node, "ptab")) {
        g_string_append_c(run->text, '\t');
    } else if (office_is(node, "br") || office_is(node, "cr")) {
        g_string_append_c(run->text, '\n');
    } else if (office_is(node, "noBreakHyphen")) {
        g_string_append_c(run->text, '-');
    } else if (office_is(node, "sym")) {
        g_autofree char *hex = office_attribute(node, "char");
        gunichar c = hex != NULL ? (gunichar)g_ascii_strtoull(hex, NULL, 16) : 0;
        if (g_unichar_validate(c) && c > ' ')
            g_string_append_unichar(run->text, c);
    }
}

/* Everything that shows inside a paragraph; what was deleted, fields' orders and fallbacks do not. */
static void
gather(const xmlNode *node, guint depth, gboolean bold, Run *run)
{
    static const char hidden[] =
        "del|instrText|delText|moveFrom|Fallback|pPr|footnoteReference|endnoteReference";
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        const char *name = (const char *)child->name;
        if (child->type != XML_ELEMENT_NODE || word_list_has(hidden, name, strlen(name)))
            continue;
        if (office_is(child, "txbxContent")) {
            g_ptr_array_add(run->boxes, (gpointer)(guintptr)child);
            continue;
        }
        const xmlNode *properties = office_child(child, "rPr");
        const xmlNode *b = office_child(properties, "b");
        if (office_is(child, "r") && is_on(office_child(properties, "vanish")))
            continue;
        gather_leaf(child, bold, run);
        gather(child, depth + 1, b != NULL ? is_on(b) : bold, run);
    }
}

static void put_children(Docx *docx, const xmlNode *node, guint depth, BlockSink *sink);

static void
put_paragraph(Docx *docx, const xmlNode *node, guint depth, BlockSink *sink)
{
    const xmlNode *properties = office_child(node, "pPr");
    g_autofree char *name = office_attribute(office_child(properties, "pStyle"), "val");
    const Style *found = name != NULL ? g_hash_table_lookup(docx->styles, name) : NULL;
    Style style = found != NULL ? *found : (Style){0};
    Run run = {g_string_new(NULL), 0, 0, style.bold, g_ptr_array_new()};
    read_list_of(properties, &style.list, &style.ilvl);
    guint outline =
        office_number(office_child(properties, "outlineLvl"), "val", LEVELS, LEVELS);
    guint level = outline < 6 ? outline + 1 : style.level;
    gather(node, depth, style.bold, &run);
    g_autofree char *shown = g_strstrip(g_strdup(run.text->str));
    AbstractList *list = style.list > 0 && *shown != '\0'
                             ? g_hash_table_lookup(docx->lists, GUINT_TO_POINTER(style.list))
                             : NULL;
    g_autofree char *mark = list != NULL ? next_mark(list, style.ilvl) : NULL;
    gboolean strong = run.letters > 0 && run.bold == run.letters;
    office_add_text(sink, run.text->str,
                    (OfficeLook){mark != NULL ? mark : "",
                                 mark != NULL && style.ilvl > 0 ? style.ilvl + 1 : 0, level,
                                 BLOCK_WHOLE | (strong ? (guint)BLOCK_STRONG : 0U)});
    for (guint i = 0; i < run.boxes->len; i++)
        put_children(docx, g_ptr_array_index(run.boxes, i), depth + 1, sink);
    g_string_free(run.text, TRUE);
    g_ptr_array_unref(run.boxes);
}

/* ---- tables ---- */

static void
put_row(Docx *docx, const xmlNode *node, guint depth, BlockSink *sink)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(BlockCell));
    guint column = office_number(office_child(office_child(node, "trPr"), "gridBefore"), "val",
                                 0, MAX_COLUMNS);
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        const xmlNode *cell = office_is(child, "sdt")
                                  ? office_child(office_child(child, "sdtContent"), "tc")
                                  : child;
        if (cell == NULL || !office_is(cell, "tc"))
            continue;
        const xmlNode *properties = office_child(cell, "tcPr");
        const xmlNode *merge = office_child(properties, "vMerge");
        g_autofree char *how = office_attribute(merge, "val");
        guint span =
            MAX(office_number(office_child(properties, "gridSpan"), "val", 1, MAX_COLUMNS), 1);
        BlockSink inner;
        block_sink_init(&inner, sink->arena);
        if (merge == NULL || (how != NULL && strcmp(how, "restart") == 0))
            put_children(docx, cell, depth + 1, &inner);
        BlockCell new = {column, span, block_sink_end(&inner)};
        if (new.blocks.n > 0)
            g_array_append_val(cells, new);
        column += span;
    }
    block_sink_put_row(sink, cells, 0);
}

static void
put_children(Docx *docx, const xmlNode *node, guint depth, BlockSink *sink)
{
    if (depth > OFFICE_MAX_NESTING)
        return;
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (office_is(child, "p"))
            put_paragraph(docx, child, depth + 1, sink);
        else if (office_is(child, "tr") && depth < OFFICE_MAX_NESTING / 2)
            put_row(docx, child, depth + 1, sink);
        else if (office_is(child, "tbl") || office_is(child, "sdt") ||
                 office_is(child, "sdtContent") || office_is(child, "ins") ||
                 office_is(child, "customXml") || office_is(child, "smartTag"))
            put_children(docx, child, depth + 1, sink);
    }
}

/* ---- parts ---- */

static OfficeFault
with_part(Docx *docx, const char *name, void (*read)(Docx *, const xmlNode *))
{
    OfficeFault fault = OFFICE_FINE;
    const GString *part = office_part(docx->parts, name);
    xmlDoc *doc = part != NULL ? office_tree(part, &fault) : NULL;
    if (doc != NULL && xmlDocGetRootElement(doc) != NULL)
        read(docx, xmlDocGetRootElement(doc));
    if (doc != NULL)
        xmlFreeDoc(doc);
    return fault;
}

/* Headers and footers: the first with words of each kind; what feet say is of no section. */
static void
put_edges(Docx *docx, const char *kind, guint flags, BlockSink *sink)
{
    for (guint i = 1; i <= 3; i++) {
        g_autofree char *name = g_strdup_printf("word/%s%u.xml", kind, i);
        const GString *part = office_part(docx->parts, name);
        OfficeFault fault;
        xmlDoc *doc = part != NULL ? office_tree(part, &fault) : NULL;
        guint before = sink->items->len;
        if (doc != NULL && xmlDocGetRootElement(doc) != NULL)
            put_children(docx, xmlDocGetRootElement(doc), 0, sink);
        if (doc != NULL)
            xmlFreeDoc(doc);
        for (guint k = before; k < sink->items->len; k++)
            g_array_index(sink->items, Block, k).flags |= flags;
        if (sink->items->len > before)
            return;
    }
}

OfficeFault
office_docx(const OfficeParts *parts, BlockSink *sink)
{
    Docx docx = {parts, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, abstract_free),
                 g_hash_table_new_full(NULL, NULL, NULL, abstract_free),
                 g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
    OfficeFault fault = with_part(&docx, "word/numbering.xml", read_numbering);
    if (fault == OFFICE_FINE)
        fault = with_part(&docx, "word/styles.xml", read_styles);
    xmlDoc *doc = fault == OFFICE_FINE
                      ? office_tree(office_part(parts, "word/document.xml"), &fault)
                      : NULL;
    if (doc != NULL) {
        put_edges(&docx, "header", 0, sink);
        const xmlNode *body = office_child(xmlDocGetRootElement(doc), "body");
        if (body != NULL)
            put_children(&docx, body, 0, sink);
        put_edges(&docx, "footer", BLOCK_STRAY, sink);
        xmlFreeDoc(doc);
    }
    g_hash_table_unref(docx.lists);
    g_hash_table_unref(docx.abstracts);
    g_hash_table_unref(docx.styles);
    return fault;
}
