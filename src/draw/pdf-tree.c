#include "draw/pdf-tree-node.h"

enum { CONTENT = TAG_LINK + 1 /* painted words and pictures, beside the tags */ };
#define BIT(tag) (1u << (tag))

static const char *const NAMES[] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_SECT] = "Sect",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_P] = "P",
    [TAG_LIST] = "L",
    [TAG_ITEM] = "LI",
    [TAG_LABEL] = "Lbl",
    [TAG_BODY] = "LBody",
    [TAG_TABLE] = "Table",
    [TAG_ROW] = "TR",
    [TAG_HEAD] = "TH",
    [TAG_CELL] = "TD",
    [TAG_FIGURE] = "Figure",
    [TAG_LINK] = "Link",
};

/* What an element may hold (ISO 14289-1, 7.2 and 7.5; ISO 32000-1, 14.8.4). */
enum {
    INLINE = BIT(CONTENT) | BIT(TAG_LINK) | BIT(TAG_FIGURE),
    BLOCKS = BIT(TAG_SECT) | BIT(TAG_H1) | BIT(TAG_H2) | BIT(TAG_P) | BIT(TAG_LIST) |
             BIT(TAG_TABLE) | BIT(TAG_FIGURE),
};
static const guint32 MAY_HOLD[] = {
    [TAG_DOCUMENT] = BLOCKS,
    [TAG_SECT] = BLOCKS,
    [TAG_H1] = INLINE,
    [TAG_H2] = INLINE,
    [TAG_P] = INLINE,
    [TAG_LIST] = BIT(TAG_ITEM),
    [TAG_ITEM] = BIT(TAG_LABEL) | BIT(TAG_BODY),
    [TAG_LABEL] = INLINE,
    [TAG_BODY] = BLOCKS | INLINE,
    [TAG_TABLE] = BIT(TAG_ROW),
    [TAG_ROW] = BIT(TAG_HEAD) | BIT(TAG_CELL),
    [TAG_HEAD] = BLOCKS | INLINE,
    [TAG_CELL] = BLOCKS | INLINE,
    [TAG_FIGURE] = BIT(CONTENT),
    [TAG_LINK] = BIT(CONTENT) | BIT(TAG_FIGURE),
};

typedef struct Open {
    guint node;
    gboolean is_implied; /* by what stands in it; ends by itself */
} Open;

static Open *
open_at(const PdfTree *tree, guint index)
{
    return &g_array_index(tree->open, Open, index);
}

const char *
pdf_tree_name(SceneTag tag)
{
    return NAMES[tag];
}

static guint
top(const PdfTree *tree)
{
    return open_at(tree, tree->open->len - 1)->node;
}

PdfTree *
pdf_tree_new(void)
{
    PdfTree *tree = g_new0(PdfTree, 1);
    Node root = {.tag = TAG_DOCUMENT};
    Open open = {PDF_TREE_ROOT, FALSE};
    tree->nodes = g_array_sized_new(FALSE, TRUE, sizeof(Node), 256);
    tree->open = g_array_new(FALSE, TRUE, sizeof(Open));
    tree->links = g_array_new(FALSE, TRUE, sizeof(LinkPlace));
    tree->boxes = g_array_new(FALSE, TRUE, sizeof(PdfBox));
    g_array_append_val(tree->nodes, root);
    g_array_append_val(tree->open, open);
    return tree;
}

void
pdf_tree_free(PdfTree *tree)
{
    if (tree == NULL)
        return;
    g_array_free(tree->nodes, TRUE);
    g_array_free(tree->open, TRUE);
    g_array_free(tree->links, TRUE);
    g_array_free(tree->boxes, TRUE);
    g_free(tree);
}

/* ---- growing ---- */

static guint
add_node(PdfTree *tree, guint parent, NodeKind kind)
{
    guint index = tree->nodes->len;
    Node node = {.kind = kind, .parent = parent, .page = tree->n_pages - 1};
    g_array_append_val(tree->nodes, node);
    Node *above = node_at(tree, parent);
    if (above->last != 0)
        node_at(tree, above->last)->next = index;
    else
        above->first = index;
    above->last = index;
    return index;
}

static void
push(PdfTree *tree, SceneTag tag, const char *text, gboolean is_implied)
{
    Open open = {add_node(tree, top(tree), NODE_ELEMENT), is_implied};
    node_at(tree, open.node)->tag = tag;
    node_at(tree, open.node)->text = text;
    g_array_append_val(tree->open, open);
}

static gboolean
may_hold(const PdfTree *tree, guint node, guint what)
{
    return (MAY_HOLD[node_at(tree, node)->tag] & BIT(what)) != 0;
}

/* What must stand between `parent` and `what`; FALSE: nothing would make it better. */
static gboolean
find_wrapper(SceneTag parent, guint what, SceneTag *wrapper)
{
    static const SceneTag INNER[] = {[TAG_LIST] = TAG_ITEM,
                                     [TAG_ITEM] = TAG_BODY,
                                     [TAG_TABLE] = TAG_ROW,
                                     [TAG_ROW] = TAG_CELL};
    const guint list = BIT(TAG_ITEM) | BIT(TAG_LABEL) | BIT(TAG_BODY);
    const guint table = BIT(TAG_ROW) | BIT(TAG_HEAD) | BIT(TAG_CELL);
    if (parent == TAG_LIST || parent == TAG_ITEM || parent == TAG_TABLE || parent == TAG_ROW)
        *wrapper = INNER[parent];
    else if ((list & BIT(what)) != 0)
        *wrapper = TAG_LIST;
    else if ((table & BIT(what)) != 0)
        *wrapper = TAG_TABLE;
    else if (parent == TAG_DOCUMENT || parent == TAG_SECT)
        *wrapper = TAG_P;
    else
        return FALSE;
    return TRUE;
}

static void
make_room(PdfTree *tree, guint what)
{
    for (guint i = tree->open->len; i-- > 1 && open_at(tree, i)->is_implied;)
        if (may_hold(tree, open_at(tree, i - 1)->node, what)) {
            g_array_set_size(tree->open, i);
            break;
        }
    for (SceneTag wrapper; !may_hold(tree, top(tree), what) &&
                           find_wrapper(node_at(tree, top(tree))->tag, what, &wrapper);)
        push(tree, wrapper, NULL, TRUE);
}

static gboolean
stands_in(const PdfTree *tree, SceneTag tag, guint *node)
{
    for (guint i = tree->open->len; i-- > 0;)
        if (node_at(tree, open_at(tree, i)->node)->tag == tag) {
            *node = open_at(tree, i)->node;
            return TRUE;
        }
    return FALSE;
}

void
pdf_tree_page(PdfTree *tree)
{
    g_array_set_size(tree->open, 1);
    tree->n_pages++;
    tree->n_marks = 0;
}

void
pdf_tree_begin(PdfTree *tree, SceneTag tag, const char *text)
{
    guint outer;
    gboolean is_mute = text == NULL || *text == '\0';
    if (tag == TAG_NONSTRUCT || tag == TAG_DOCUMENT || (tag == TAG_FIGURE && is_mute) ||
        (tag == TAG_LINK && (is_mute || stands_in(tree, TAG_LINK, &outer)))) {
        Open open = {top(tree), FALSE}; /* an end comes for it, too */
        g_array_append_val(tree->open, open);
        return;
    }
    make_room(tree, tag);
    push(tree, tag, text, FALSE);
}

void
pdf_tree_end(PdfTree *tree)
{
    while (tree->open->len > 1 && open_at(tree, tree->open->len - 1)->is_implied)
        g_array_set_size(tree->open, tree->open->len - 1);
    g_array_set_size(tree->open, MAX(tree->open->len, 2u) - 1);
}

guint
pdf_tree_here(PdfTree *tree)
{
    make_room(tree, CONTENT);
    return top(tree);
}

guint
pdf_tree_mark(PdfTree *tree, guint node, const char **name)
{
    guint mark = add_node(tree, node, NODE_MARK);
    *name = NAMES[node_at(tree, node)->tag];
    return node_at(tree, mark)->number = tree->n_marks++;
}

gboolean
pdf_tree_in_figure(const PdfTree *tree)
{
    return node_at(tree, top(tree))->tag == TAG_FIGURE;
}

static void
cover_link(PdfTree *tree, guint node, const PdfBox *box)
{
    LinkPlace *last = tree->links->len > 0 ? link_at(tree, tree->links->len - 1) : NULL;
    g_array_append_val(tree->boxes, *box);
    if (last != NULL && last->node == node) {
        last->n++;
        return;
    }
    LinkPlace place = {node, tree->n_pages - 1, 0, tree->boxes->len - 1, 1};
    guint child = add_node(tree, node, NODE_LINK);
    node_at(tree, child)->number = tree->links->len;
    g_array_append_val(tree->links, place);
}

void
pdf_box_grow(PdfBox *box, const PdfBox *by)
{
    box->x1 = MIN(box->x1, by->x1);
    box->y1 = MIN(box->y1, by->y1);
    box->x2 = MAX(box->x2, by->x2);
    box->y2 = MAX(box->y2, by->y2);
}

void
pdf_tree_cover(PdfTree *tree, const PdfBox *box)
{
    guint node;
    if (stands_in(tree, TAG_LINK, &node))
        cover_link(tree, node, box);
    if (!stands_in(tree, TAG_FIGURE, &node))
        return;
    Node *figure = node_at(tree, node);
    if (figure->has_box)
        pdf_box_grow(&figure->box, box);
    else
        figure->box = *box;
    figure->has_box = TRUE;
}
