#include "text/markdown.h"
#include "base/append.h"
#include "text/definition.h"
#include "text/slug.h"
#include <cmark.h>
#include <string.h>

static void
show_text(cmark_node *node,
          const char *(*get)(cmark_node *node),
          int (*set)(cmark_node *node, const char *text))
{
    g_autofree char *text = g_strdup(get(node));
    if (text != NULL && definition_show(text))
        set(node, text);
}

/* The brackets that were no link's are words again, wherever they came to stand. */
static void
show_definitions(cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event != CMARK_EVENT_ENTER)
            continue;
        show_text(node, cmark_node_get_literal, cmark_node_set_literal);
        show_text(node, cmark_node_get_fence_info, cmark_node_set_fence_info);
        show_text(node, cmark_node_get_url, cmark_node_set_url);
        show_text(node, cmark_node_get_title, cmark_node_set_title);
    }
    cmark_iter_free(iter);
}

static cmark_node *
parse(const char *text, gsize len)
{
    gsize kept = MIN(len, (gsize)MARKDOWN_MAX_BYTES);
    while (kept < len && kept > 0 && ((guchar)text[kept] & 0xC0) == 0x80)
        kept--;
    g_autofree char *hidden = definition_hide(text, kept);
    if (hidden == NULL)
        return cmark_parse_document(text, kept, CMARK_OPT_DEFAULT);
    cmark_node *document = cmark_parse_document(hidden, kept, CMARK_OPT_DEFAULT);
    show_definitions(document);
    return document;
}

/* The line of a node, or of the nearest node around it that knows one. */
static guint
line_of(cmark_node *node)
{
    for (; node != NULL; node = cmark_node_parent(node))
        if (cmark_node_get_start_line(node) > 0)
            return (guint)cmark_node_get_start_line(node);
    return 1;
}

/* Looks among the inline nodes around it only: blocks may nest by the thousand. */
static gboolean
is_in_link(cmark_node *node)
{
    while ((node = cmark_node_parent(node)) != NULL &&
           cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE)
        if (cmark_node_get_type(node) == CMARK_NODE_LINK)
            return TRUE;
    return FALSE;
}

/* The length of a scheme's name before its colon; 0 = a relative address. */
static gsize
scheme_length(const char *target)
{
    gsize n = 0;
    while (g_ascii_isalnum(target[n]) ||
           (n > 0 && strchr("+.-", target[n]) != NULL && target[n] != '\0'))
        n++;
    return target[n] == ':' && n > 0 ? n : 0;
}

static char *
default_link(const char *target)
{
    static const char *const schemes[] = {"http", "https", "mailto", "tel"};
    gsize len = scheme_length(target);
    for (gsize i = 0; len > 0 && i < G_N_ELEMENTS(schemes); i++)
        if (strlen(schemes[i]) == len && g_ascii_strncasecmp(schemes[i], target, len) == 0)
            return g_strdup(target);
    return len == 0 ? g_strdup(target) : NULL;
}

static gboolean
is_remote(const char *url)
{
    return scheme_length(url) > 0 || g_str_has_prefix(url, "//");
}

static void
move_children_before(cmark_node *from, cmark_node *sibling)
{
    for (cmark_node *child; (child = cmark_node_first_child(from)) != NULL;) {
        cmark_node_unlink(child);
        cmark_node_insert_before(sibling, child);
    }
}

/* The node goes, its words stay. */
static void
unwrap(cmark_node *node)
{
    move_children_before(node, node);
    cmark_node_unlink(node);
    cmark_node_free(node);
}

static void
append_words(cmark_node *node, GString *out)
{
    cmark_iter *iter = cmark_iter_new(node);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *at = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(at);
        if (event != CMARK_EVENT_ENTER)
            continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE ||
            type == CMARK_NODE_HTML_INLINE)
            g_string_append(out, cmark_node_get_literal(at));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            g_string_append_c(out, ' ');
    }
    cmark_iter_free(iter);
}

/* A link that a screen reader cannot name (WCAG 2.4.4) gets its address as words. */
static void
give_words(cmark_node *link, const char *target, const MarkdownHooks *hooks)
{
    g_autoptr(GString) words = g_string_new(NULL);
    append_words(link, words);
    if (*g_strstrip(words->str) != '\0')
        return;
    if (hooks != NULL && hooks->wordless != NULL)
        hooks->wordless(target, line_of(link), hooks->data);
    cmark_node *shown = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(shown, target);
    cmark_node_append_child(link, shown);
}

static void
make_link_of_image(cmark_node *image, const char *url)
{
    cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, url);
    cmark_node_set_title(link, cmark_node_get_title(image));
    for (cmark_node *child; (child = cmark_node_first_child(image)) != NULL;) {
        cmark_node_unlink(child);
        cmark_node_append_child(link, child);
    }
    if (cmark_node_first_child(link) == NULL) {
        cmark_node *words = cmark_node_new(CMARK_NODE_TEXT);
        cmark_node_set_literal(words, url);
        cmark_node_append_child(link, words);
    }
    cmark_node_replace(image, link);
    cmark_node_free(image);
}

static void
change_link(cmark_node *node, const MarkdownHooks *hooks)
{
    gboolean is_image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
    const char *target = cmark_node_get_url(node);
    g_autofree char *url = hooks != NULL && hooks->link != NULL
                               ? hooks->link(target, line_of(node), is_image, hooks->data)
                               : default_link(target);
    g_autofree char *label = hooks != NULL && hooks->label != NULL && !is_image
                                 ? hooks->label(target, hooks->data)
                                 : NULL;
    gboolean in_link = is_in_link(node);
    if (!is_image && !in_link)
        give_words(node, target, hooks);
    gboolean remote_image = is_image && url != NULL && is_remote(url);
    if (url == NULL || (in_link && (!is_image || remote_image)))
        unwrap(node);
    else if (remote_image)
        make_link_of_image(node, url);
    else
        cmark_node_set_url(node, url);
    if (label != NULL && url != NULL && !in_link) {
        cmark_node *words = cmark_node_new(CMARK_NODE_TEXT);
        cmark_node_set_literal(words, label);
        cmark_node_append_child(node, words);
    }
}

/* Raw HTML as a paragraph of its own lines. */
static cmark_node *
paragraph_of(const char *html)
{
    cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    g_auto(GStrv) lines = g_strsplit(html, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        if (lines[i][0] == '\0')
            continue;
        if (cmark_node_first_child(paragraph) != NULL)
            cmark_node_append_child(paragraph, cmark_node_new(CMARK_NODE_SOFTBREAK));
        cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);
        cmark_node_set_literal(text, lines[i]);
        cmark_node_append_child(paragraph, text);
    }
    return paragraph;
}

static void
change_html(cmark_node *node, const MarkdownHooks *hooks)
{
    const char *html = cmark_node_get_literal(node);
    cmark_node *shown;
    if (hooks != NULL && hooks->html != NULL)
        hooks->html(html, line_of(node), hooks->data);
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
        shown = paragraph_of(html);
    } else {
        shown = cmark_node_new(CMARK_NODE_TEXT);
        cmark_node_set_literal(shown, html);
    }
    cmark_node_replace(node, shown);
    cmark_node_free(node);
}

/* Headings count from `first`, each one level below the nearest shallower one before it. */
static void
move_headings(const GPtrArray *nodes, int first)
{
    enum { LOWEST_HEADING = 6 };
    int open[LOWEST_HEADING + 1] = {0}; /* by the author's level: the level given; 0 = none */
    for (guint i = 0; i < nodes->len; i++) {
        cmark_node *node = nodes->pdata[i];
        if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
            continue;
        int level = cmark_node_get_heading_level(node), given = first;
        for (int above = 1; above < level; above++)
            given = open[above] > 0 ? open[above] + 1 : given;
        open[level] = MIN(given, LOWEST_HEADING);
        for (int below = level + 1; below <= LOWEST_HEADING; below++)
            open[below] = 0;
        cmark_node_set_heading_level(node, open[level]);
    }
}

/* The letter or digit at the near end of what stands before (after) a node on the page; 0 = none. */
static gunichar
letter_beside(cmark_node *node, gboolean before)
{
    cmark_node *(*next)(cmark_node *) = before ? cmark_node_previous : cmark_node_next;
    cmark_node *at = next(node);
    while (at == NULL && (node = cmark_node_parent(node)) != NULL &&
           (cmark_node_get_type(node) == CMARK_NODE_EMPH ||
            cmark_node_get_type(node) == CMARK_NODE_STRONG))
        at = next(node);
    const char *text = at != NULL && cmark_node_get_type(at) == CMARK_NODE_TEXT
                           ? cmark_node_get_literal(at)
                           : "";
    gunichar c = *text == '\0' ? 0
                 : before      ? g_utf8_get_char(g_utf8_prev_char(text + strlen(text)))
                               : g_utf8_get_char(text);
    return g_unichar_isalnum(c) ? c : 0;
}

/* The letter or digit that the words inside begin or end with; 0 = none. */
static gunichar
letter_inside(cmark_node *node, gboolean first)
{
    for (cmark_node *inner = node; inner != NULL;) {
        node = inner;
        inner = first ? cmark_node_first_child(node) : cmark_node_last_child(node);
    }
    const char *text = cmark_node_get_literal(node);
    gunichar c = text == NULL || *text == '\0' ? 0
                 : first                       ? g_utf8_get_char(text)
                         : g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
    return g_unichar_isalnum(c) ? c : 0;
}

/* Are the stars of emphasis those of a multiplication? "2*50.000 + 3*10.000": taken away they join digits, or stand
 * inside words at both ends. Underscores cannot (CommonMark 6.2). */
static gboolean
is_product(cmark_node *node)
{
    gunichar before = letter_beside(node, TRUE), after = letter_beside(node, FALSE);
    return (before != 0 && after != 0) ||
           (g_unichar_isdigit(before) && g_unichar_isdigit(letter_inside(node, TRUE))) ||
           (g_unichar_isdigit(after) && g_unichar_isdigit(letter_inside(node, FALSE)));
}

static void
change_emphasis(cmark_node *node)
{
    const char *stars = cmark_node_get_type(node) == CMARK_NODE_STRONG ? "**" : "*";
    if (!is_product(node))
        return;
    for (guint i = 0; i < 2; i++) {
        cmark_node *shown = cmark_node_new(CMARK_NODE_TEXT);
        cmark_node_set_literal(shown, stars);
        if (i == 0)
            cmark_node_insert_before(node, shown);
        else
            cmark_node_insert_after(node, shown);
    }
    unwrap(node);
}

static gboolean
page_has(const MarkdownHooks *hooks, const char *id)
{
    return hooks != NULL && hooks->is_taken != NULL && hooks->is_taken(id);
}

/* The words as a slug; the page numbers its steps "langkah-2", so that no number behind "langkah" would be new. */
static char *
id_stem(const char *words, const MarkdownHooks *hooks)
{
    g_autofree char *slug = slug_from(words);
    if (*slug == '\0')
        return g_strdup("bagian");
    g_autofree char *second = g_strconcat(slug, "-2", NULL);
    return g_strconcat(page_has(hooks, second) ? "bagian-" : "", slug, NULL);
}

/* The stem with the first number behind it that makes it new. `taken`: id -> the last number tried behind it. */
static char *
new_id(const char *words, GHashTable *taken, const MarkdownHooks *hooks)
{
    g_autofree char *stem = id_stem(words, hooks);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(taken, stem));
    char *id = n == 0 ? g_strdup(stem) : g_strdup_printf("%s-%u", stem, ++n);
    n = MAX(n, 1);
    while (g_hash_table_contains(taken, id) || page_has(hooks, id)) {
        g_free(id);
        id = g_strdup_printf("%s-%u", stem, ++n);
    }
    g_hash_table_insert(taken, g_strdup(stem), GUINT_TO_POINTER(n));
    if (strcmp(stem, id) != 0)
        g_hash_table_insert(taken, g_strdup(id), GUINT_TO_POINTER(1));
    return id;
}

/* The headings' ids, in order: their words as a slug, none twice and none that the page has. NULL-ended. */
static char **
heading_ids(cmark_node *document, const MarkdownHooks *hooks)
{
    GPtrArray *ids = g_ptr_array_new();
    g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_HEADING)
            continue;
        g_autoptr(GString) words = g_string_new(NULL);
        append_words(node, words);
        g_ptr_array_add(ids, new_id(words->str, taken, hooks));
    }
    cmark_iter_free(iter);
    g_ptr_array_add(ids, NULL);
    return (char **)g_ptr_array_free(ids, FALSE);
}

/* A place in the text that only goes forward. */
typedef struct Cursor {
    const char *line, *end;
    int number;
} Cursor;

/* The number that the author gave to an item; -1: none is found there. */
static int
item_number(Cursor *cursor, cmark_node *item)
{
    enum { DIGITS_MAX = 9 }; /* CommonMark 5.2 */
    for (; cursor->number < cmark_node_get_start_line(item); cursor->number++) {
        const char *stop = memchr(cursor->line, '\n', (gsize)(cursor->end - cursor->line));
        if (stop == NULL)
            return -1;
        cursor->line = stop + 1;
    }
    int column = cmark_node_get_start_column(item), number = 0, n = 0;
    const char *at = cursor->line + MAX(column - 1, 0);
    for (; at + n < cursor->end && g_ascii_isdigit(at[n]) && n < DIGITS_MAX; n++)
        number = number * 10 + (at[n] - '0');
    return n > 0 && at + n < cursor->end && strchr(".)", at[n]) != NULL ? number : -1;
}

/* Drops the numbers of a list that the browser counts itself: one after the other, or the same in front of each. */
static void
keep_jumps(cmark_node *list, GHashTable *numbers)
{
    int start = cmark_node_get_list_start(list), expected = start;
    gboolean same = TRUE;
    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item))
        same = same && GPOINTER_TO_INT(g_hash_table_lookup(numbers, item)) == start;
    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item)) {
        int number = GPOINTER_TO_INT(g_hash_table_lookup(numbers, item));
        if (same || number < 0 || number == expected)
            g_hash_table_remove(numbers, item);
        expected = number < 0 || same ? expected + 1 : number + 1;
    }
}

/* What "value" each item gets, in order; -1: none. HTML's lists count on by themselves, whatever the author wrote. */
static GArray *
item_values(cmark_node *document, const char *text, gsize len)
{
    GArray *values = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    Cursor cursor = {text, text + len, 1};
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        gboolean item = cmark_node_get_type(node) == CMARK_NODE_ITEM;
        if (event == CMARK_EVENT_ENTER && item) {
            g_ptr_array_add(items, node);
            if (cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST)
                g_hash_table_insert(numbers, node, GINT_TO_POINTER(item_number(&cursor, node)));
        } else if (event == CMARK_EVENT_EXIT &&
                   cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
            keep_jumps(node, numbers);
        }
    }
    cmark_iter_free(iter);
    for (guint i = 0; i < items->len; i++) {
        gpointer number;
        int value = g_hash_table_lookup_extended(numbers, items->pdata[i], NULL, &number)
                        ? GPOINTER_TO_INT(number)
                        : -1;
        g_array_append_val(values, value);
    }
    return values;
}

/* What cmark does not write: attributes of headings and of items. It writes both in order and without any, and raw HTML
 * has become text, so that "<h3>" and "<li>" are theirs. */
static void
append_with_attributes(GString *out, const char *html, char **ids, const GArray *values)
{
    guint item = 0;
    for (const char *at; (at = strchr(html, '<')) != NULL; html = at + 3) {
        gboolean heading = at[1] == 'h' && g_ascii_isdigit(at[2]) && at[3] == '>';
        if (!heading && !g_str_has_prefix(at, "<li>")) {
            append_bytes(out, html, (gsize)(at + 1 - html));
            at -= 2;
            continue;
        }
        append_bytes(out, html, (gsize)(at + 3 - html));
        if (heading && *ids != NULL) {
            append_text(out, " id=\"");
            append_text(out, *ids++);
            append_text(out, "\"");
        } else if (!heading && item < values->len && g_array_index(values, int, item++) >= 0) {
            g_string_append_printf(out, " value=\"%d\"", g_array_index(values, int, item - 1));
        }
    }
    append_text(out, html);
}

/* Words behind the ``` are a class of the block, which nobody sees. */
static void
tell_fence(cmark_node *node, const MarkdownHooks *hooks)
{
    const char *info = cmark_node_get_fence_info(node);
    if (info != NULL && *info != '\0' && hooks != NULL && hooks->fence != NULL)
        hooks->fence(info, line_of(node), hooks->data);
}

static void
change(cmark_node *node, const MarkdownHooks *hooks)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
        change_link(node, hooks);
    else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG)
        change_emphasis(node);
    else if (type == CMARK_NODE_CODE_BLOCK)
        tell_fence(node, hooks);
    else if (type != CMARK_NODE_HEADING)
        change_html(node, hooks);
}

static gboolean
is_changed(cmark_node_type type)
{
    return type == CMARK_NODE_HEADING || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
           type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE ||
           type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
           type == CMARK_NODE_CODE_BLOCK;
}

/* Outer nodes first, so that an inner one sees what became of those around it. */
static void
change_tree(cmark_node *document, const MarkdownHooks *hooks)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (event == CMARK_EVENT_ENTER && is_changed(cmark_node_get_type(node)))
            g_ptr_array_add(nodes, node);
    }
    cmark_iter_free(iter);
    move_headings(nodes, hooks != NULL && hooks->first_heading > 0 ? hooks->first_heading : 3);
    for (guint i = 0; i < nodes->len; i++)
        change(nodes->pdata[i], hooks);
}

struct Markdown {
    cmark_node *document;
};

Markdown *
markdown_new(const char *text, gsize len)
{
    Markdown *markdown = g_new(Markdown, 1);
    markdown->document = parse(text, len);
    return markdown;
}

void
markdown_free(Markdown *markdown)
{
    if (markdown == NULL)
        return;
    cmark_node_free(markdown->document);
    g_free(markdown);
}

void
markdown_each_heading(const Markdown *markdown, const MarkdownHooks *hooks)
{
    g_auto(GStrv) ids = heading_ids(markdown->document, hooks);
    for (char **id = ids; *id != NULL; id++)
        hooks->heading(*id, hooks->data);
}

void
markdown_look(Markdown *markdown, const MarkdownHooks *hooks)
{
    change_tree(markdown->document, hooks);
}

void
markdown_append_html(const char *text, gsize len, const MarkdownHooks *hooks, GString *out)
{
    cmark_node *document = parse(text, len);
    g_auto(GStrv) ids = heading_ids(document, hooks);
    g_autoptr(GArray) values = item_values(document, text, len);
    change_tree(document, hooks);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT);
    append_with_attributes(out, html, ids, values);
    for (char **id = ids; hooks != NULL && hooks->heading != NULL && *id != NULL; id++)
        hooks->heading(*id, hooks->data);
    cmark_get_default_mem_allocator()->free(html);
    cmark_node_free(document);
}

/* Every < begins a tag: those of the author are &lt;. */
void
markdown_append_prefixed(const char *html, const char *prefix, GString *out)
{
    static const char link[] = "<a href=\"#", heading[] = "<h3", id[] = " id=\"";
    for (const char *at; (at = strchr(html, '<')) != NULL;) {
        gsize taken = strlen("<");
        if (g_str_has_prefix(at, link))
            taken = strlen(link);
        else if (at[1] == 'h' && g_ascii_isdigit(at[2]) &&
                 g_str_has_prefix(at + strlen(heading), id))
            taken = strlen(heading) + strlen(id);
        append_bytes(out, html, (gsize)(at - html) + taken);
        if (taken > strlen("<"))
            append_text(out, prefix);
        html = at + taken;
    }
    append_text(out, html);
}
