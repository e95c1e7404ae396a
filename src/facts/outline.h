/**
 * Outline: a component of a charter as numbered lines, for papers that are text: the annex of a
 * decree, the sheet for SIPPN, a cell of a spreadsheet.
 *
 * Every word of the charter is in it once, in the order of the source; numbers are those that pages and
 * posters print. Conditions stand before their words ("Bila dikuasakan: …"), amounts and
 * forms behind them in brackets, branches as "Jika …" one level deeper. Texts live in `arena` or
 * borrow the model. No state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

typedef struct OutlineLine {
    guint level;        /* 0 = the component's own lines */
    gboolean heading;   /* a group's name, a variant's */
    const char *marker; /* "1.", "a.", "" = none */
    const char *text;
} OutlineLine;

/** Appends the lines (OutlineLine) of component `c` (1 … 14), those of the variants under their names. */
void outline_component(Arena *arena, const Service *service, guint c, GArray *lines);
/**
 * Appends what a charter says beside its components and is binding, too: how and where to apply, hours, queue,
 * compensation; each under its name.
 */
void outline_beside(Arena *arena, const Service *service, GArray *lines);
/** The lines as one text, a line each, deeper ones with two spaces a level before them; "" for none. */
const char *outline_text(Arena *arena, const GArray *lines);
