/**
 * Markup: signs in prose that look like Markdown and are none to CommonMark.
 *
 * Tables, "#Heading" without a blank, addresses with a blank, bullets and hyphens without a
 * blank, ~~struck~~ words and footnotes are printed as they stand, without a word from the parser. Looks
 * at lines, knows no file. No state, any thread.
 */
#pragma once
#include <glib.h>

typedef enum MarkupKind {
    MARKUP_TABLE,
    MARKUP_HEADING,
    MARKUP_ADDRESS, /* [words](two words.pdf) */
    MARKUP_LIST,
    MARKUP_SIGN,
} MarkupKind;

typedef struct MarkupSlip {
    MarkupKind kind;
    const char *at; /* in the text */
    gsize len;
} MarkupSlip;

/** Told of each slip, in order; of a table and of a list once. */
typedef void (*MarkupEach)(const MarkupSlip *slip, gpointer data);
void markup_each_slip(const char *text, gsize len, MarkupEach each, gpointer data);
