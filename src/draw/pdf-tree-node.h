/**
 * PdfTreeNode: the nodes of a PdfTree, for those who grow it and who write it (pdf-tree.c, pdf-tree-write.c).
 */
#pragma once
#include "draw/pdf-tree.h"

enum { PDF_TREE_ROOT = 0 };

typedef enum NodeKind { NODE_ELEMENT, NODE_MARK, NODE_LINK } NodeKind;

typedef struct Node {
    NodeKind kind;
    SceneTag tag;
    guint parent, first, last, next; /* nodes; 0 = none, the root is nobody's child */
    guint page, object;
    guint number;     /* NODE_MARK: its MCID. NODE_LINK: which of the links */
    const char *text; /* borrowed */
    gboolean is_live; /* holds something that is painted */
    guint span;       /* columns of a cell; 0 = one */
    gboolean has_box;
    PdfBox box; /* TAG_FIGURE */
} Node;

typedef struct LinkPlace {
    guint node, page, object;
    guint first, n; /* boxes, one a line */
} LinkPlace;

struct PdfTree {
    GArray *nodes, *open, *links, *boxes;
    guint n_pages, n_marks; /* marks: of this page */
};

static inline Node *
node_at(const PdfTree *tree, guint index)
{
    return &g_array_index(tree->nodes, Node, index);
}

static inline LinkPlace *
link_at(const PdfTree *tree, guint index)
{
    return &g_array_index(tree->links, LinkPlace, index);
}

/** "LBody" */
const char *pdf_tree_name(SceneTag tag);
void pdf_box_grow(PdfBox *box, const PdfBox *by);
