/**
 * PdfTree: what a PDF says to those who hear it (ISO 32000-1, 14.7).
 *
 * Takes a scene's structure tags as they come and makes of them a tree that keeps PDF/UA-1's rules whatever
 * the tags were: a text in a list stands in an item's body, a cell in a row, rows have the same number of
 * columns and a head, the first heading is H1, what holds nothing is left out. Knows no painting. One
 * thread at a time; strings of tags are borrowed until pdf_tree_free().
 */
#pragma once
#include "draw/pdf-file.h"
#include "draw/scene.h"

typedef struct PdfTree PdfTree;

/* Points of the page, from its lower left corner. */
typedef struct PdfBox {
    double x1, y1, x2, y2;
} PdfBox;

PdfTree *pdf_tree_new(void);
void pdf_tree_free(PdfTree *tree);

/** Everything from now on stands on a new page; elements left open end. */
void pdf_tree_page(PdfTree *tree);
/** `text`: a link's target or a figure's words; without them it is neither. */
void pdf_tree_begin(PdfTree *tree, SceneTag tag, const char *text);
void pdf_tree_end(PdfTree *tree);

/** The element that content painted now belongs to; the same number for the same element. */
guint pdf_tree_here(PdfTree *tree);
/** A new mark (MCID) of this page for the element `node`; its name for the content in `name`. */
guint pdf_tree_mark(PdfTree *tree, guint node, const char **name);
/** Whether shapes painted now are part of a figure. */
gboolean pdf_tree_in_figure(const PdfTree *tree);
/** What is painted into the open element covers `box`: links and figures have places. */
void pdf_tree_cover(PdfTree *tree, const PdfBox *box);

/** Writes the tree and the links of the pages, whose object numbers are `pages`; returns the root's number. */
guint pdf_tree_write(PdfTree *tree, PdfFile *file, const guint *pages);
/** After writing: /StructParents and /Annots of a page's dictionary. */
void pdf_tree_append_page_keys(const PdfTree *tree, guint page, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfTree, pdf_tree_free)
