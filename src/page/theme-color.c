#include "page/theme-color.h"
#include <string.h>

/* What stands on the masthead and on tints, from the style sheet of the default theme (docs/tema.md, Warna). */
static const Color on_masthead = {0xe3, 0xed, 0xe9}, tint_light = {0xe9, 0xf2, 0xee},
                   tint_dark = {0x1b, 0x2d, 0x28};
enum { STEP_PERCENT = 6 };
static const double text_contrast = 7.0;

static Color
towards(Color color, guint8 goal, int percent)
{
    return (Color){(guint8)(color.r + (goal - color.r) * percent / 100),
                   (guint8)(color.g + (goal - color.g) * percent / 100),
                   (guint8)(color.b + (goal - color.b) * percent / 100)};
}

static Color
until_readable(Color color, Color against, guint8 goal)
{
    for (int i = 0; i < 64 && color_contrast(color, against) < text_contrast; i++) {
        Color next = towards(color, goal, STEP_PERCENT);
        if (memcmp(&next, &color, sizeof next) == 0)
            return (Color){goal, goal, goal};
        color = next;
    }
    return color;
}

static void
append_var(GString *out, const char *name, Color color)
{
    g_string_append(out, name);
    color_append_hex(out, color);
}

Color
theme_color_head(Color color)
{
    return until_readable(color, on_masthead, 0);
}

void
theme_color_append_rule(GString *out, Color color)
{
    Color head = theme_color_head(color);
    append_var(out, "@media screen{:root{--kop:", head);
    append_var(out, ";--aksen:", until_readable(color, tint_light, 0));
    append_var(out, "}}@media screen and (prefers-color-scheme:dark){:root{--kop:",
               towards(head, 0, 25));
    append_var(out, ";--aksen:", until_readable(color, tint_dark, 255));
    g_string_append(out, "}}\n");
}
