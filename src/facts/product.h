/**
 * Product: what a citizen gets, as a flat list of words.
 *
 * Groups are walked through; an item without words of its own is called by its
 * link. Texts borrow the model or live in `arena`. No state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

/** As many as a page or a record names; the rest is a number. */
enum { PRODUCT_SHOWN = 2 };

/** Up to `max` texts in order into `out`; returns how many there are in all. */
guint product_texts(Arena *arena, const ItemList *list, const char **out, guint max);
