/**
 * Translate: a translation joined with its original.
 *
 * What the translation leaves out is taken from the original, field by field
 * and, in lists translated whole, item by item; typed values (durations, fees,
 * channels) always come from the original. `given` of each record keeps saying
 * what the translation itself holds, so a page can mark the rest with `lang`.
 */
#pragma once
#include "model/charter.h"

/** Fills `translation` from `original`; a part with another count of items, or other numbers, is reported and taken from the original whole. */
void translate_join(Service *translation, const Service *original, DiagList *diags);
/** Takes what no key holds (numbers, hours, states) from the original, once that is whole. */
void translate_complete(Service *translation, const Service *original);

/**
 * The first key without which a poster in the translation's language would be half in another: title,
 * requirements or procedure that only the original has. NULL: it has them all.
 */
const char *translate_lacks_for_poster(const Service *translation);
