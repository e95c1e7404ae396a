/**
 * PdfInk: a screen's colours in a printer's four inks.
 *
 * Without a profile of press and paper: what all three inks share is black (the most there can be), so that greys are
 * one ink and no colour is more than two with it. No state, any thread.
 */
#pragma once
#include "draw/scene.h"

typedef struct PdfInk {
    double c, m, y, k; /* 0 … 1 */
} PdfInk;

void pdf_ink_of(SceneColor color, PdfInk *ink);
/** The same for words: dark ones in black alone, which keeps thin strokes sharp where inks do not meet exactly. */
void pdf_ink_of_words(SceneColor color, PdfInk *ink);
