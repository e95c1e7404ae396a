/**
 * Borrow: constants in GLib's containers.
 *
 * GPtrArray and GHashTable take gpointer even where they only keep what they
 * are given; BORROW() says that nobody frees or writes through it.
 */
#pragma once
#include <glib.h>

#define BORROW(pointer) ((gpointer)(guintptr)(pointer))
