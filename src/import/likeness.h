/**
 * Likeness: which component the words of one item tell of, whatever heading they stand under.
 *
 * Knows what can be told by form alone: a duration, a fee, a contact, a law. It finds sections that have no
 * heading, values behind a heading without a colon, and items that stand in a wrong section. No state, any
 * thread.
 */
#pragma once
#include "base/arena.h"

enum {
    LIKE_TIME = 1 << 3, /* bits (1 << component) of PermenPANRB 15/2014 */
    LIKE_FEE = 1 << 4,
    LIKE_CONTACT = 1 << 6,
    LIKE_LAW = 1 << 7
};

/** LIKE_… of one item, its mark left out; 0 = its form tells nothing. */
guint likeness_read(Arena *arena, const char *text);
