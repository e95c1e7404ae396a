/** SippnPrivate: lines and page headers, what sippn.c builds on. */
#pragma once
#include "import/sippn.h"

typedef struct SippnLines {
    SippnLine *items;
    gboolean *gone; /* of a page header */
    guint n;
} SippnLines;

/** The lines that hold something, white space folded and marks of a conversion taken off. */
void sippn_read_lines(Arena *arena, const Source *source, SippnLines *out);
/** Marks the lines of page headers as gone and takes the agency's facts from them. */
void sippn_take_headers(Arena *arena, SippnLines *lines, SippnAgency *agency);
/** TRUE when a line of these words may be no part of a page header: it begins a section or an item. */
gboolean sippn_is_content(const char *text);
