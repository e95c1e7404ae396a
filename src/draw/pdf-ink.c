#include "draw/pdf-ink.h"

static double
part(SceneColor color, guint shift)
{
    return (color >> shift & 0xFF) / 255.0;
}

void
pdf_ink_of(SceneColor color, PdfInk *ink)
{
    double r = part(color, 16), g = part(color, 8), b = part(color, 0),
           most = MAX(r, MAX(g, b));
    *ink = (PdfInk){.k = 1 - most};
    if (most > 0) {
        ink->c = 1 - r / most;
        ink->m = 1 - g / most;
        ink->y = 1 - b / most;
    }
}

void
pdf_ink_of_words(SceneColor color, PdfInk *ink)
{
    const double dark = 0.45, solid = 0.25; /* a screen of dots would eat thin strokes */
    /* Rec. 709 */
    double light = 0.2126 * part(color, 16) + 0.7152 * part(color, 8) + 0.0722 * part(color, 0);
    if (light < dark)
        *ink = (PdfInk){.k = light < solid ? 1 : 1 - light};
    else
        pdf_ink_of(color, ink);
}
