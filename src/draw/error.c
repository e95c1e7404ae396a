#include "draw/text.h"

/* clang-format would put blanks into the name */
// clang-format off
G_DEFINE_QUARK(maklumat-draw, draw_error)
// clang-format on
