/**
 * ThemeColor: an agency's colour as rules of a style sheet.
 *
 * The colour is darkened or lightened until what stands on it, or it on tints, has a contrast of 7:1
 * (docs/tema.md, Warna). No state, any thread.
 */
#pragma once
#include "value/color.h"

/** Appends the rules for `color`, for light and dark screens; the colour of the masthead. */
Color theme_color_append_rule(GString *out, Color color);
