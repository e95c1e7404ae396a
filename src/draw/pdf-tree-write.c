#include "draw/pdf-tree-node.h"
#include <string.h>

/* ---- what only the whole tree shows ---- */

/* Children come behind their parents: one round upwards, one downwards. */
static void
find_live(PdfTree *tree)
{
    for (guint i = tree->nodes->len; i-- > 0;) {
        Node *node = node_at(tree, i);
        node->is_live |= node->kind != NODE_ELEMENT || i == PDF_TREE_ROOT;
        if (node->is_live)
            node_at(tree, node->parent)->is_live = TRUE;
    }
    for (guint i = 1; i < tree->nodes->len; i++) {
        Node *node = node_at(tree, i), *parent = node_at(tree, node->parent);
        if (parent->tag == TAG_ROW && parent->is_live)
            node->is_live = TRUE; /* an empty cell holds its column's place */
    }
}

static guint
next_live(const PdfTree *tree, guint child)
{
    while (child != 0 && !node_at(tree, child)->is_live)
        child = node_at(tree, child)->next;
    return child;
}

static guint
first_live(const PdfTree *tree, guint parent)
{
    return next_live(tree, node_at(tree, parent)->first);
}

static guint
live_after(const PdfTree *tree, guint child)
{
    return next_live(tree, node_at(tree, child)->next);
}

static guint
count_children(const PdfTree *tree, guint parent, SceneTag tag)
{
    guint n = 0;
    for (guint child = first_live(tree, parent); child != 0; child = live_after(tree, child))
        n += node_at(tree, child)->tag == tag ? 1 : 0;
    return n;
}

/* All rows as wide as the widest, and a head above. */
static void
mend_table(PdfTree *tree, guint table)
{
    guint columns = 0, n_heads = 0;
    for (guint row = first_live(tree, table); row != 0; row = live_after(tree, row)) {
        guint heads = count_children(tree, row, TAG_HEAD);
        columns = MAX(columns, heads + count_children(tree, row, TAG_CELL));
        n_heads += heads;
    }
    guint first = first_live(tree, table);
    for (guint row = first_live(tree, table); row != 0; row = live_after(tree, row)) {
        guint n = 0, last = 0;
        for (guint cell = first_live(tree, row); cell != 0; cell = live_after(tree, cell)) {
            if (n_heads == 0 && row == first)
                node_at(tree, cell)->tag = TAG_HEAD;
            last = cell;
            n++;
        }
        if (n < columns && last != 0)
            node_at(tree, last)->span = columns - n + 1;
    }
}

static void
mend(PdfTree *tree)
{
    gboolean had_title = FALSE;
    find_live(tree);
    for (guint i = 0; i < tree->nodes->len; i++) {
        Node *node = node_at(tree, i);
        if (node->kind != NODE_ELEMENT || !node->is_live)
            continue;
        if (node->tag == TAG_TABLE)
            mend_table(tree, i);
        if (node->tag == TAG_H2 && !had_title)
            node->tag = TAG_H1; /* ISO 14289-1, 7.4.2: no level is left out */
        had_title |= node->tag == TAG_H1;
    }
}

/* ---- writing ---- */

static void
append_box(GString *out, const char *key, const PdfBox *box)
{
    const double sides[4] = {box->x1, box->y1, box->x2, box->y2};
    g_string_append(out, key);
    g_string_append_c(out, '[');
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        pdf_append_number(out, sides[i], 2);
    }
    g_string_append_c(out, ']');
}

static gboolean
is_column_head(const PdfTree *tree, const Node *cell)
{
    return count_children(tree, cell->parent, TAG_CELL) == 0;
}

static void
append_attributes(const PdfTree *tree, const Node *node, GString *out)
{
    if (node->tag == TAG_FIGURE) {
        g_string_append(out, "/Alt");
        pdf_append_text(out, node->text, strlen(node->text));
        if (node->has_box) {
            append_box(out, "/A<</O/Layout/Placement/Block/BBox", &node->box);
            g_string_append(out, ">>");
        }
    } else if (node->tag == TAG_HEAD || (node->tag == TAG_CELL && node->span > 1)) {
        g_string_append(out, "/A<</O/Table");
        if (node->tag == TAG_HEAD)
            g_string_append(out, is_column_head(tree, node) ? "/Scope/Column" : "/Scope/Row");
        if (node->span > 1) {
            g_string_append(out, "/ColSpan ");
            pdf_append_int(out, node->span);
        }
        g_string_append(out, ">>");
    }
}

static gboolean
append_kids(const PdfTree *tree, guint parent, GString *out)
{
    guint n = 0;
    gboolean has_content = FALSE;
    for (guint child = first_live(tree, parent); child != 0; child = live_after(tree, child))
        n++;
    if (n == 0)
        return FALSE;
    g_string_append(out, n > 1 ? "/K[" : "/K ");
    for (guint child = first_live(tree, parent); child != 0; child = live_after(tree, child)) {
        const Node *node = node_at(tree, child);
        if (out->str[out->len - 1] != '[' && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
        if (node->kind == NODE_ELEMENT) {
            pdf_append_reference(out, node->object);
            continue;
        }
        has_content = TRUE;
        if (node->kind == NODE_MARK) {
            pdf_append_int(out, node->number);
            continue;
        }
        g_string_append(out, "<</Type/OBJR/Obj ");
        pdf_append_reference(out, link_at(tree, node->number)->object);
        g_string_append(out, ">>");
    }
    if (n > 1)
        g_string_append_c(out, ']');
    return has_content;
}

static void
write_element(const PdfTree *tree, guint index, guint parent, const guint *pages, PdfFile *file)
{
    const Node *node = node_at(tree, index);
    g_autoptr(GString) body = g_string_new("<</S/");
    g_string_append(body, pdf_tree_name(node->tag));
    g_string_append(body, "/P ");
    pdf_append_reference(body, parent);
    if (append_kids(tree, index, body)) {
        g_string_append(body, "/Pg ");
        pdf_append_reference(body, pages[node->page]);
    }
    append_attributes(tree, node, body);
    g_string_append(body, ">>");
    pdf_file_object(file, node->object, body);
}

/* Bytes that no address has (RFC 3986, 2) go as 2.1 says: a parenthesis would move the string's end. */
static void
append_uri(GString *out, const char *uri)
{
    g_string_append_c(out, '(');
    for (const char *p = uri; *p != '\0'; p++)
        if (*p <= ' ' || *p >= 0x7F || strchr("()\\<>\"{}|^`", *p) != NULL)
            g_string_append_printf(out, "%%%02X", (guint)(guchar)*p);
        else
            g_string_append_c(out, *p);
    g_string_append_c(out, ')');
}

static void
write_link(const PdfTree *tree, guint index, PdfFile *file)
{
    const LinkPlace *link = link_at(tree, index);
    const PdfBox *boxes = &g_array_index(tree->boxes, PdfBox, link->first);
    const char *target = node_at(tree, link->node)->text;
    PdfBox all = boxes[0];
    g_autoptr(GString) body = g_string_new("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4");
    for (guint i = 1; i < link->n; i++)
        pdf_box_grow(&all, &boxes[i]);
    append_box(body, "/Rect", &all);
    if (link->n > 1) {
        g_string_append(body, "/QuadPoints[");
        for (guint i = 0; i < link->n; i++) {
            const PdfBox *b = &boxes[i];
            const double corners[8] = {b->x1, b->y2, b->x2, b->y2, b->x1, b->y1, b->x2, b->y1};
            for (guint k = 0; k < G_N_ELEMENTS(corners); k++) {
                pdf_append_number(body, corners[k], 2);
                g_string_append_c(body, ' ');
            }
        }
        g_string_append_c(body, ']');
    }
    g_string_append(body, "/StructParent ");
    pdf_append_int(body, tree->n_pages + index);
    g_string_append(body, "/Contents"); /* a link is described by its own target */
    pdf_append_text(body, target, strlen(target));
    g_string_append(body, "/A<</S/URI/URI");
    append_uri(body, target);
    g_string_append(body, ">>>>");
    pdf_file_object(file, link->object, body);
}

/* From a page's marks, and from links, to the elements they belong to. */
static void
write_parents(const PdfTree *tree, guint number, PdfFile *file)
{
    g_autoptr(GString) body = g_string_new("<</Nums[");
    guint page = G_MAXUINT;
    for (guint i = 0; i < tree->nodes->len; i++) {
        const Node *node = node_at(tree, i);
        if (node->kind != NODE_MARK)
            continue;
        if (node->page != page) {
            g_string_append(body, page == G_MAXUINT ? "" : "]");
            page = node->page;
            pdf_append_int(body, page);
            g_string_append_c(body, '[');
        }
        pdf_append_reference(body, node_at(tree, node->parent)->object);
        g_string_append_c(body, ' ');
    }
    g_string_append(body, page == G_MAXUINT ? "" : "]");
    for (guint i = 0; i < tree->links->len; i++) {
        g_string_append_c(body, ' ');
        pdf_append_int(body, tree->n_pages + i);
        g_string_append_c(body, ' ');
        pdf_append_reference(body, node_at(tree, link_at(tree, i)->node)->object);
    }
    g_string_append(body, "]>>");
    pdf_file_object(file, number, body);
}

guint
pdf_tree_write(PdfTree *tree, PdfFile *file, const guint *pages)
{
    guint root = pdf_file_number(file), parents = pdf_file_number(file);
    mend(tree);
    for (guint i = 0; i < tree->nodes->len; i++)
        if (node_at(tree, i)->kind == NODE_ELEMENT && node_at(tree, i)->is_live)
            node_at(tree, i)->object = pdf_file_number(file);
    for (guint i = 0; i < tree->links->len; i++)
        link_at(tree, i)->object = pdf_file_number(file);
    for (guint i = 0; i < tree->nodes->len; i++) {
        const Node *node = node_at(tree, i);
        if (node->object != 0)
            write_element(tree, i,
                          i == PDF_TREE_ROOT ? root : node_at(tree, node->parent)->object,
                          pages, file);
    }
    for (guint i = 0; i < tree->links->len; i++)
        write_link(tree, i, file);
    write_parents(tree, parents, file);
    g_autoptr(GString) body = g_string_new("<</Type/StructTreeRoot/K ");
    pdf_append_reference(body, node_at(tree, PDF_TREE_ROOT)->object);
    g_string_append(body, "/ParentTree ");
    pdf_append_reference(body, parents);
    g_string_append(body, "/ParentTreeNextKey ");
    pdf_append_int(body, tree->n_pages + tree->links->len);
    g_string_append(body, ">>");
    pdf_file_object(file, root, body);
    return root;
}

void
pdf_tree_append_page_keys(const PdfTree *tree, guint page, GString *out)
{
    gboolean any = FALSE;
    g_string_append(out, "/StructParents ");
    pdf_append_int(out, page);
    for (guint i = 0; i < tree->links->len; i++) {
        if (link_at(tree, i)->page != page)
            continue;
        g_string_append(out, any ? " " : "/Tabs/S/Annots[");
        pdf_append_reference(out, link_at(tree, i)->object);
        any = TRUE;
    }
    if (any)
        g_string_append_c(out, ']');
}
