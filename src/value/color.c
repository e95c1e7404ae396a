#include "value/color.h"
#include <math.h>
#include <string.h>

enum { DARKEN_STEP_PERCENT = 4 };

gboolean
color_parse(const char *text, Color *color)
{
    if (text == NULL || text[0] != '#')
        return FALSE;
    gsize len = strlen(text + 1);
    guint8 nibbles[6];
    if (len != 3 && len != 6)
        return FALSE;
    for (gsize i = 0; i < 6; i++) {
        int digit = g_ascii_xdigit_value(text[1 + (len == 6 ? i : i / 2)]);
        if (digit < 0)
            return FALSE;
        nibbles[i] = (guint8)digit;
    }
    *color =
        (Color){(guint8)(nibbles[0] * 16 + nibbles[1]), (guint8)(nibbles[2] * 16 + nibbles[3]),
                (guint8)(nibbles[4] * 16 + nibbles[5])};
    return TRUE;
}

void
color_append_hex(GString *out, Color color)
{
    g_string_append_printf(out, "#%02x%02x%02x", color.r, color.g, color.b);
}

static double
linear(guint8 channel)
{
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double
luminance(Color color)
{
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double
color_contrast(Color a, Color b)
{
    double left = luminance(a), right = luminance(b);
    return (MAX(left, right) + 0.05) / (MIN(left, right) + 0.05);
}

static guint8
scaled(guint8 channel, int percent)
{
    return (guint8)((channel * percent + 50) / 100);
}

Color
color_darken(Color color, double ratio)
{
    const Color white = {255, 255, 255};
    Color darker = color;
    for (int percent = 100; percent > 0 && color_contrast(darker, white) < ratio;) {
        percent -= DARKEN_STEP_PERCENT;
        darker = (Color){scaled(color.r, percent), scaled(color.g, percent),
                         scaled(color.b, percent)};
    }
    return darker;
}
