/**
 * Svg: whether a drawing may lie on an office's site as its author made it.
 *
 * An SVG is a document: opened by its own address a browser runs the scripts in it with the rights of the
 * site, loads what it refers to, and follows its links. Only what is on the lists of svg-names.c passes: elements
 * and attributes that draw or describe. References stay inside the file, but for pictures it holds itself, and
 * are not so nested that drawing never ends. What is not well formed does not pass: two readers may differ over it. Nor does
 * a file that begins with neither <?xml nor its root: where a server tells no type, browsers take it for HTML by its first
 * letters, and HTML ends comments and reads names otherwise.
 * Nothing is changed: a drawing is the author's, and is published byte for byte or not at all. No state, any thread.
 */
#pragma once
#include <glib.h>

enum {
    SVG_MAX_DEPTH = 256, /* elements inside each other; XML readers stop near there (libxml2) */
    SVG_MAX_ATTRIBUTES = 128, /* of one element; drawings have some ten */
    SVG_MAX_RESULTS =
        1000, /* that one result of a filter is computed of; shadows of design programs have some ten */
    SVG_MAX_STYLED =
        1000, /* things that a style sheet refers to: browsers overflow where 20,000 refer each to the next */
    SVG_MAX_RADIUS = 100,      /* of feMorphology: the work grows with it for every pixel */
    SVG_MAX_DRAWN = 250 * 1000 /* elements that are drawn when every reference is followed */
};

typedef struct SvgFault {
    char what[64]; /* the words of the file that do not pass, whole characters, never empty */
    guint line;    /* from 1 */
} SvgFault;

/**
 * TRUE: it may be published; a file of blanks alone as well.
 * FALSE: *fault says the first thing that does not pass.
 */
gboolean svg_is_safe(const char *bytes, gsize len, SvgFault *fault);
