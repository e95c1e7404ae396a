/*
 * The lists of svg.h: elements and attributes of SVG 1.1 and 2 that draw or describe, sorted by bytes. Not on them:
 * script and event attributes; foreignObject, which holds HTML; a and its target; animate, set and the like, which write
 * attributes later; feImage, cursor, font-face-uri and tref, which load. href is judged by its value in svg.c.
 */
#include "text/svg-private.h"
#include <stdlib.h>
#include <string.h>

/* clang-format off */
static const char *const elements[] = {
    "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix",
    "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB",
    "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology",
    "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    "filter", "font", "font-face", "g", "glyph", "image", "line", "linearGradient", "marker", "mask", "metadata", "missing-glyph", "path",
    "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg",
    "switch", "symbol", "text", "textPath", "title", "tspan", "use", "view",
};

static const char *const attributes[] = {
    "align", "alignment-baseline", "alt", "amplitude", "ascent", "azimuth", "baseFrequency",
    "baseProfile", "baseline-shift", "bias", "border", "class", "clip", "clip-path",
    "clip-rule", "clipPathUnits", "color", "color-interpolation", "color-interpolation-filters",
    "color-profile", "color-rendering", "contentScriptType", "contentStyleType", "cursor", "cx", "cy", "d", "descent",
    "diffuseConstant", "direction", "display", "divisor", "dominant-baseline", "dx", "dy",
    "edgeMode", "elevation", "enable-background", "exponent", "externalResourcesRequired",
    "fill", "fill-opacity", "fill-rule", "filter", "filterRes", "filterUnits", "flood-color",
    "flood-opacity", "focusable", "font", "font-family", "font-feature-settings",
    "font-kerning", "font-size", "font-size-adjust", "font-stretch", "font-style",
    "font-variant", "font-weight", "fr", "fx", "fy", "glyph-name", "glyph-orientation-horizontal",
    "glyph-orientation-vertical", "gradientTransform", "gradientUnits", "height", "horiz-adv-x", "horiz-origin-x", "id",
    "image-rendering", "in", "in2", "intercept", "isolation", "k1", "k2", "k3", "k4",
    "kernelMatrix", "kernelUnitLength", "kerning", "lang", "lengthAdjust", "letter-spacing",
    "lighting-color", "limitingConeAngle", "line-height", "marker", "marker-end", "marker-mid",
    "marker-start", "markerHeight", "markerUnits", "markerWidth", "mask", "mask-type",
    "maskContentUnits", "maskUnits", "media", "method", "mix-blend-mode", "mode", "name",
    "numOctaves", "offset", "opacity", "operator", "order", "orient", "overflow",
    "overline-position", "overline-thickness", "p-id", "paint-order", "panose-1", "path", "pathLength",
    "patternContentUnits", "patternTransform", "patternUnits", "pointer-events", "points",
    "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio",
    "primitiveUnits", "r", "radius", "refX", "refY", "requiredExtensions", "requiredFeatures",
    "result", "role", "rotate", "rx", "ry", "scale", "seed", "shape-padding", "shape-rendering",
    "side", "slope", "solid-color", "solid-opacity", "spacing", "specularConstant",
    "specularExponent", "spreadMethod", "startOffset", "stdDeviation", "stitchTiles",
    "stop-color", "stop-opacity", "strikethrough-position", "strikethrough-thickness", "stroke",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-opacity", "stroke-width", "style", "surfaceScale",
    "systemLanguage", "t", "tabindex", "tableValues", "targetX", "targetY", "text-align",
    "text-anchor", "text-decoration", "text-decoration-color", "text-decoration-line",
    "text-decoration-style", "text-indent", "text-orientation", "text-rendering",
    "text-transform", "textLength", "transform", "transform-box", "transform-origin", "type",
    "underline-position", "underline-thickness", "unicode", "unicode-bidi", "unicode-range", "units-per-em", "values", "vector-effect",
    "version", "viewBox", "visibility", "white-space", "width", "word-spacing", "writing-mode",
    "x", "x1", "x2", "xChannelSelector", "y", "y1", "y2", "yChannelSelector", "z", "zoomAndPan",
};
/* clang-format on */

/* What drawing programs and catalogues add in words of their own; no browser acts on them. */
static const char *const foreign[] = {
    "adobe:ns:meta/",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://sun.com/xmlns/staroffice/presentation",
    "http://vectornator.io",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.corel.com/coreldraw/odm/2003",
    "http://www.figma.com/figma/ns",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.openswatchbook.org/uri/2009/osb",
    "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2001/SMIL20/",
    "http://www.w3.org/XML/1998/namespace",
    "http://xml.openoffice.org/svg/export",
    "https://boxy-svg.com",
    "urn:oasis:names:tc:opendocument:xmlns:animation:1.0",
};

gboolean
svg_name_is(SvgName name, const char *text)
{
    return name.len == strlen(text) && memcmp(name.start, text, name.len) == 0;
}

gboolean
svg_name_is_formed(SvgName name)
{
    gboolean begins = TRUE;
    guint n_colons = 0;
    for (gsize i = 0; i < name.len; i++) {
        char c = name.start[i];
        gboolean may_begin = g_ascii_isalpha(c) || c == '_';
        if (!may_begin && (begins || (!g_ascii_isdigit(c) && c != '-' && c != '.' && c != ':')))
            return FALSE;
        begins = c == ':';
        n_colons += begins;
    }
    return !begins && n_colons <= 1;
}

static int
compare(gconstpointer key, gconstpointer item)
{
    const SvgName *name = key;
    const char *text = *(const char *const *)item;
    int order = strncmp(name->start, text, name->len);
    return order != 0 ? order : -(text[name->len] != '\0');
}

gboolean
svg_element_passes(SvgName name)
{
    return bsearch(&name, elements, G_N_ELEMENTS(elements), sizeof *elements, compare) != NULL;
}

gboolean
svg_name_is_hint(SvgName name)
{
    return name.len > 5 &&
           (memcmp(name.start, "data-", 5) == 0 || memcmp(name.start, "aria-", 5) == 0);
}

gboolean
svg_attribute_passes(SvgName name)
{
    return svg_name_is_hint(name) || bsearch(&name, attributes, G_N_ELEMENTS(attributes),
                                             sizeof *attributes, compare) != NULL;
}

gboolean
svg_namespace_passes(SvgName prefix, SvgName value)
{
    static const char adobe[] = "http://ns.adobe.com/";
    gboolean is_svg = svg_name_is(value, "http://www.w3.org/2000/svg");
    if (prefix.len == 0)
        return is_svg;
    if (svg_name_is(prefix, "svg")) /* LibreOffice gives the prefix to its own words */
        return is_svg ||
               svg_name_is(value, "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0");
    if (svg_name_is(prefix, "xlink"))
        return svg_name_is(value, "http://www.w3.org/1999/xlink");
    for (gsize i = 0; i < G_N_ELEMENTS(foreign); i++) {
        if (svg_name_is(value, foreign[i]))
            return TRUE;
    }
    return value.len > strlen(adobe) && memcmp(value.start, adobe, strlen(adobe)) == 0;
}
