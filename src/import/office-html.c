#include "import/office-private.h"
#include "import/word-list.h"
#include <libxml/HTMLparser.h>
#include <string.h>

enum { MAX_COLUMNS = 1000, MAX_ROWSPAN = 500, AROUND_MAX_BYTES = 3000 };

typedef struct Html {
    BlockSink *sink;
    GString *text; /* of the paragraph being gathered */
    guint letters, bold;
    guint flags, level, depth;
    guint beside; /* in so many parts that stand beside the text of the page */
    char *mark;   /* of the item whose first paragraph is awaited; NULL = none */
} Html;

static gboolean
is_any(const xmlNode *node, const char *names)
{
    const char *name = (const char *)node->name;
    return word_list_has(names, name, strlen(name));
}

/* Letters below a node, and how many of them are words of links. */
static void
count_letters(const xmlNode *node, guint depth, gboolean link, guint letters[2])
{
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        guint n = child->type == XML_TEXT_NODE ? (guint)xmlStrlen(child->content) : 0;
        letters[0] += n;
        letters[1] += link ? n : 0;
        if (child->type == XML_ELEMENT_NODE)
            count_letters(child, depth + 1, link || office_is(child, "a"), letters);
    }
}

/* Whether a class or the id is one of these names, or begins with one and a hyphen. */
static gboolean
is_named(const xmlNode *node, const char *names)
{
    static const char *const attributes[] = {"class", "id"};
    for (guint a = 0; a < G_N_ELEMENTS(attributes); a++) {
        g_autofree char *value = office_attribute(node, attributes[a]);
        g_auto(GStrv) words = g_strsplit(value != NULL ? value : "", " ", -1);
        for (char **word = words; *word != NULL; word++)
            if (word_list_begin(names, *word) > 0)
                return TRUE;
    }
    return FALSE;
}

static const char menus[] =
    "menu|navbar|nav|sidebar|widget|related|header|megamenu|popular|terkait|comments|"
    "comment|respond";

/* What stands around the text of a page: parts that say so, and menus when they are mostly links. */
static gboolean
is_around(const xmlNode *node)
{
    static const char sure[] =
        "breadcrumb|breadcrumbs|copyright|share|sharedaddy|social|sosmed|pagination|footer|"
        "cookie|topbar|top-bar";
    static const char whole[] = "body|html|main|article";
    if (node->properties == NULL || is_any(node, whole))
        return FALSE;
    gboolean told = is_named(node, sure);
    if (!told && !is_named(node, menus))
        return FALSE;
    guint letters[2] = {0, 0};
    count_letters(node, 0, FALSE, letters);
    return told ? letters[0] < AROUND_MAX_BYTES : letters[1] * 2 > letters[0];
}

/* Scripts, menus and forms show no words of the document. */
static gboolean
is_passed_over(const xmlNode *node)
{
    static const char names[] =
        "script|style|nav|footer|aside|form|noscript|svg|button|select|iframe|template|title|"
        "object|audio|video|canvas|map";
    g_autofree char *style = office_attribute(node, "style");
    g_autofree char *hidden = office_attribute(node, "hidden");
    return is_any(node, names) || hidden != NULL || is_around(node) ||
           (style != NULL &&
            (strstr(style, "display:none") != NULL || strstr(style, "display: none") != NULL));
}

static gboolean
is_block(const xmlNode *node)
{
    static const char names[] =
        "p|div|section|article|main|header|h1|h2|h3|h4|h5|h6|li|ul|ol|dl|dt|dd|table|tr|td|"
        "th|blockquote|pre|hr|details|summary|figure|figcaption|address|fieldset|tbody|thead|"
        "tfoot|caption|body|html|center";
    return is_any(node, names);
}

static void
flush(Html *html)
{
    gboolean strong = html->letters > 0 && html->bold == html->letters;
    guint before = html->sink->items->len;
    const char *mark = html->mark != NULL ? html->mark : "";
    office_add_text(
        html->sink, html->text->str,
        (OfficeLook){mark, *mark != '\0' && html->depth > 1 ? html->depth : 0, html->level,
                     BLOCK_WHOLE | html->flags | (html->beside > 0 ? (guint)BLOCK_STRAY : 0U) |
                         (strong ? (guint)BLOCK_STRONG : 0U)});
    if (html->sink->items->len > before)
        g_clear_pointer(&html->mark, g_free);
    g_string_truncate(html->text, 0);
    html->letters = html->bold = 0;
}

static void walk(Html *html, const xmlNode *node, guint depth, gboolean bold);

/* ---- tables ---- */

typedef struct Rows {
    guint left[BLOCKS_MAX_CELLS]; /* rows a cell above still reaches down, by column */
} Rows;

static void
put_row(Html *html, const xmlNode *node, guint depth, Rows *rows)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(BlockCell));
    guint column = 0;
    for (const xmlNode *cell = node->children; cell != NULL; cell = cell->next) {
        if (!office_is(cell, "td") && !office_is(cell, "th"))
            continue;
        while (column < BLOCKS_MAX_CELLS && rows->left[column] > 0)
            rows->left[column++]--;
        guint span = MAX(office_number(cell, "colspan", 1, MAX_COLUMNS), 1);
        guint down = MAX(office_number(cell, "rowspan", 1, MAX_ROWSPAN), 1);
        BlockSink inner;
        block_sink_init(&inner, html->sink->arena);
        Html own = {.sink = &inner, .text = g_string_new(NULL)};
        walk(&own, cell, depth + 1, FALSE);
        flush(&own);
        BlockCell new = {column, span, block_sink_end(&inner)};
        g_string_free(own.text, TRUE);
        g_free(own.mark);
        if (new.blocks.n > 0)
            g_array_append_val(cells, new);
        for (guint c = column; c < MIN(column + span, (guint)BLOCKS_MAX_CELLS); c++)
            rows->left[c] = down - 1;
        column += span;
    }
    for (; column < BLOCKS_MAX_CELLS; column++)
        rows->left[column] -= rows->left[column] > 0 ? 1 : 0;
    block_sink_put_row(html->sink, cells, 0);
}

static void
put_table(Html *html, const xmlNode *node, guint depth, Rows *rows)
{
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING / 4;
         child = child->next) {
        if (office_is(child, "tr"))
            put_row(html, child, depth + 1, rows);
        else if (office_is(child, "tbody") || office_is(child, "thead") ||
                 office_is(child, "tfoot"))
            put_table(html, child, depth + 1, rows);
        else if (office_is(child, "caption")) {
            walk(html, child, depth + 1, FALSE);
            flush(html);
        }
    }
}

/* ---- lists ---- */

static void
put_list(Html *html, const xmlNode *node, guint depth)
{
    gboolean ordered = office_is(node, "ol");
    g_autofree char *type = office_attribute(node, "type");
    guint value = office_number(node, "start", 1, 999);
    html->depth++;
    for (const xmlNode *item = node->children; item != NULL; item = item->next) {
        if (!office_is(item, "li")) {
            if (item->type == XML_ELEMENT_NODE)
                walk(html, item, depth + 1, FALSE);
            continue;
        }
        g_autofree char *number =
            office_format_number(type != NULL && *type != '\0' ? type : "1", value++);
        g_free(html->mark);
        html->mark = ordered ? g_strconcat(number, ".", NULL) : g_strdup("•");
        walk(html, item, depth + 1, FALSE);
        flush(html);
        g_clear_pointer(&html->mark, g_free);
    }
    html->depth--;
}

/* ---- the tree ---- */

static void
put_text(Html *html, const char *text, gboolean bold, gboolean as_is)
{
    g_autofree char *words =
        as_is ? g_strdup(text) : g_strdelimit(g_strdup(text), "\n\r\t", ' ');
    guint n = (guint)g_utf8_strlen(words, -1);
    gboolean blank = strspn(words, " \n\r\t") == strlen(words);
    g_string_append(html->text, words);
    html->letters += blank ? 0 : n;
    html->bold += bold && !blank ? n : 0;
}

static void
put_element(Html *html, const xmlNode *node, guint depth, gboolean bold)
{
    gboolean heading = node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' &&
                       node->name[2] == '\0';
    gboolean key = office_is(node, "dt") || office_is(node, "summary");
    gboolean beside = is_named(node, menus) && !office_is(node, "header");
    if (is_block(node))
        flush(html);
    html->beside += beside ? 1 : 0;
    html->level = heading ? (guint)(node->name[1] - '0') : html->level;
    html->flags = heading || key ? BLOCK_APART | (key ? (guint)BLOCK_STRONG : 0U) : 0;
    if (office_is(node, "br")) {
        g_string_append_c(html->text, '\n');
    } else if (office_is(node, "table")) {
        Rows rows = {{0}};
        put_table(html, node, depth + 1, &rows);
    } else if (office_is(node, "ol") || office_is(node, "ul")) {
        put_list(html, node, depth + 1);
    } else {
        walk(html, node, depth + 1, bold || office_is(node, "b") || office_is(node, "strong"));
    }
    if (is_block(node)) {
        flush(html);
        html->level = heading ? 0 : html->level;
        html->flags = 0;
    }
    html->beside -= beside ? 1 : 0;
}

static void
walk(Html *html, const xmlNode *node, guint depth, gboolean bold)
{
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        if (child->type == XML_TEXT_NODE)
            put_text(html, (const char *)child->content, bold, office_is(node, "pre"));
        else if (child->type == XML_ELEMENT_NODE && !is_passed_over(child))
            put_element(html, child, depth, bold);
    }
}

/* ---- the main part ---- */

static gboolean
is_main(const xmlNode *node, guint how)
{
    static const char classes[] = "entry-content|post-content|article-content|page-content";
    g_autofree char *role = office_attribute(node, "role");
    if (how == 0)
        return office_is(node, "article");
    if (how == 1)
        return office_is(node, "main") || g_strcmp0(role, "main") == 0;
    return is_named(node, classes);
}

/* The only element of that kind in the tree; *n counts them. */
static const xmlNode *
find_main(const xmlNode *node, guint how, guint depth, guint *n)
{
    const xmlNode *found = NULL;
    for (const xmlNode *child = node->children; child != NULL && depth < OFFICE_MAX_NESTING;
         child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const xmlNode *here = NULL;
        if (is_main(child, how)) {
            here = child;
            (*n)++;
        } else {
            here = find_main(child, how, depth + 1, n);
        }
        found = found != NULL ? found : here;
    }
    return found;
}

/* The page's name in its head, up to the site's name, when the main part has no first heading. */
static void
put_title(Html *html, const xmlNode *root)
{
    static const char *const between[] = {" – ", " | ", " - ", " — ", " « ", " :: "};
    gboolean headed = FALSE;
    for (guint i = 0; i < html->sink->items->len; i++) {
        guint level = g_array_index(html->sink->items, Block, i).level;
        headed = headed || level == 2;
        if (level == 1)
            return;
    }
    const xmlNode *title = office_child(office_child(root, "head"), "title");
    xmlChar *content = title != NULL ? xmlNodeGetContent(title) : NULL;
    if (content == NULL)
        return;
    g_autofree char *text = g_strdup((const char *)content);
    xmlFree(content);
    for (guint i = 0; i < G_N_ELEMENTS(between); i++) {
        char *at = strstr(text, between[i]);
        if (at != NULL && at > text)
            *at = '\0';
    }
    guint n = html->sink->items->len;
    office_add_text(html->sink, text,
                    (OfficeLook){"", 0, headed ? 0 : 1, BLOCK_WHOLE | BLOCK_APART});
    if (html->sink->items->len == n)
        return;
    Block block = g_array_index(html->sink->items, Block, n);
    g_array_set_size(html->sink->items, n);
    g_array_prepend_val(html->sink->items, block);
}

OfficeFault
office_html(const char *bytes, gsize len, BlockSink *sink)
{
    const char *encoding = g_utf8_validate_len(bytes, len, NULL) ? "UTF-8" : NULL;
    htmlDocPtr doc =
        htmlReadMemory(bytes, (int)len, NULL, encoding,
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
    if (root == NULL) {
        if (doc != NULL)
            xmlFreeDoc(doc);
        return OFFICE_DAMAGED;
    }
    const xmlNode *main_part = NULL;
    for (guint how = 0; how < 3 && main_part == NULL; how++) {
        guint n = 0;
        const xmlNode *found = find_main(root, how, 0, &n);
        main_part = n == 1 ? found : NULL;
    }
    Html html = {.sink = sink, .text = g_string_new(NULL)};
    walk(&html, main_part != NULL ? main_part : root, 0, FALSE);
    flush(&html);
    put_title(&html, root);
    g_string_free(html.text, TRUE);
    g_free(html.mark);
    xmlFreeDoc(doc);
    return OFFICE_FINE;
}
