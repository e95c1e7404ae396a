/**
 * YamlEdit: its parts; inner part of the YamlEdit module.
 *
 * yaml-edit.c says what is wanted and proves what came out; yaml-splice.c finds
 * the smallest splice that leads from the text as it is to the tree as wanted.
 * All offsets are bytes of source_text(). An Edit lives on the stack of yaml_edit().
 */
#pragma once
#include "text/yaml-edit.h"
#include "text/yaml-write.h"

typedef struct Splice {
    gsize from, to; /* bytes that go */
    GString *put;   /* what comes, lines ended by \n */
} Splice;

typedef struct YamlEdit {
    Arena *arena;
    const Source *source;
    const char *text; /* source_text() */
    guint first, last; /* the lines that are YAML */
    gsize begin, end;  /* of them */
    const YamlChange *change;
    guint attempt;     /* which way of writing is tried */
    gboolean coarse;   /* what stands in brackets is written anew as a whole */
    Splice splices[2]; /* in order, apart from each other */
    guint n;
} YamlEdit;

enum { YAML_ATTEMPTS = 6 };

/** Fills in the splices for the present attempt; FALSE: this one does not apply. */
gboolean yaml_splice(YamlEdit *edit, const YamlNode *old, const YamlNode *wanted);
