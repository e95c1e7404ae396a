/**
 * ThemeColor: an agency's colour as rules of a style sheet.
 *
 * The colour is darkened or lightened until what stands on it, or it on tints, has a contrast of 7:1
 * (docs/tema.md, Warna). No state, any thread.
 */
#pragma once
#include "value/color.h"

/** The masthead's colour for `color`: white letters can be read on it. */
Color theme_color_head(Color color);
/** Appends the rules for `color`, for light and dark screens. */
void theme_color_append_rule(GString *out, Color color);
