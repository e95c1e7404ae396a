#include "text/glyphs.h"
#include "base/span.h"

typedef struct Range {
    gunichar first, last;
} Range;

/* clang-format would give each a line */
// clang-format off
static const Range ranges[] = {
    {0x20, 0x7E}, {0xA0, 0x148}, {0x14A, 0x1C3}, {0x1C5, 0x31E}, {0x321, 0x377}, {0x37A,
    0x37F}, {0x384, 0x38A}, {0x38C, 0x38C}, {0x38E, 0x3A1}, {0x3A3, 0x3E1}, {0x3F0, 0x49D},
    {0x4A0, 0x4FF}, {0x52F, 0x52F}, {0x1B00, 0x1B4B}, {0x1B50, 0x1B7C}, {0x1B80, 0x1BBF},
    {0x1CC0, 0x1CC7}, {0x1D43, 0x1D43}, {0x1D47, 0x1D49}, {0x1D4D, 0x1D4D}, {0x1D4F, 0x1D50},
    {0x1D52, 0x1D52}, {0x1D56, 0x1D58}, {0x1D5B, 0x1D5B}, {0x1D62, 0x1D65}, {0x1D9C, 0x1D9C},
    {0x1DA0, 0x1DA0}, {0x1DBB, 0x1DBB}, {0x1DBF, 0x1DF5}, {0x1DFC, 0x1F15}, {0x1F18, 0x1F1D},
    {0x1F20, 0x1F45}, {0x1F48, 0x1F4D}, {0x1F50, 0x1F57}, {0x1F59, 0x1F59}, {0x1F5B, 0x1F5B},
    {0x1F5D, 0x1F5D}, {0x1F5F, 0x1F7D}, {0x1F80, 0x1FB4}, {0x1FB6, 0x1FC4}, {0x1FC6, 0x1FD3},
    {0x1FD6, 0x1FDB}, {0x1FDD, 0x1FEF}, {0x1FF2, 0x1FF4}, {0x1FF6, 0x1FFE}, {0x2000, 0x200D},
    {0x2010, 0x2027}, {0x202F, 0x205F}, {0x2070, 0x2071}, {0x2074, 0x208E}, {0x2090, 0x209C},
    {0x20A0, 0x20BE}, {0x20DB, 0x20DE}, {0x20E8, 0x20E8}, {0x20F0, 0x20F0}, {0x2100, 0x2101},
    {0x2103, 0x2103}, {0x2105, 0x2106}, {0x2109, 0x2109}, {0x2113, 0x2113}, {0x2116, 0x2117},
    {0x211E, 0x2123}, {0x2126, 0x2126}, {0x212A, 0x212B}, {0x212E, 0x212E}, {0x2132, 0x2132},
    {0x213B, 0x213B}, {0x214D, 0x214D}, {0x214F, 0x214F}, {0x2153, 0x2153}, {0x215A, 0x2188},
    {0x2190, 0x2199}, {0x21A9, 0x21AA}, {0x21B0, 0x21B1}, {0x21B3, 0x21B5}, {0x21BA, 0x21BB},
    {0x21D0, 0x21D0}, {0x21D2, 0x21D2}, {0x21D4, 0x21D4}, {0x21DE, 0x21DF}, {0x21E4, 0x21E5},
    {0x21E7, 0x21E7}, {0x21EA, 0x21EA}, {0x2202, 0x2202}, {0x2205, 0x2206}, {0x220F, 0x220F},
    {0x2211, 0x2212}, {0x221A, 0x221A}, {0x221E, 0x221E}, {0x222B, 0x222B}, {0x2248, 0x2248},
    {0x2260, 0x2260}, {0x2264, 0x2265}, {0x2303, 0x2303}, {0x2305, 0x2305}, {0x2318, 0x2318},
    {0x2325, 0x2327}, {0x232B, 0x232B}, {0x2387, 0x2387}, {0x238B, 0x238B}, {0x23CE, 0x23CF},
    {0x2423, 0x2423}, {0x2460, 0x2468}, {0x24B6, 0x24CF}, {0x24EA, 0x24EA}, {0x25A0, 0x25A2},
    {0x25AA, 0x25AA}, {0x25B2, 0x25B3}, {0x25B6, 0x25B7}, {0x25BA, 0x25BD}, {0x25C0, 0x25C1},
    {0x25C4, 0x25C7}, {0x25CA, 0x25CC}, {0x25CF, 0x25CF}, {0x25E6, 0x25E6}, {0x25EF, 0x25EF},
    {0x2600, 0x2600}, {0x2605, 0x2606}, {0x263C, 0x263C}, {0x2661, 0x2661}, {0x2665, 0x2665},
    {0x26A0, 0x26A0}, {0x2713, 0x2713}, {0x2717, 0x2717}, {0x2756, 0x2756}, {0x2764, 0x2764},
    {0x2780, 0x2788}, {0x27EF, 0x27EF}, {0x27F5, 0x27FA}, {0x2B06, 0x2B06}, {0x2B12, 0x2B13},
    {0x2B1C, 0x2B1C}, {0x2C7C, 0x2C7C}, {0x2C7F, 0x2C7F}, {0x2DFF, 0x2DFF}, {0x2E18, 0x2E18},
    {0xA69F, 0xA69F}, {0xA7FF, 0xA7FF}, {0xA92E, 0xA92E}, {0xA980, 0xA9CD}, {0xA9CF, 0xA9D9},
    {0xA9DE, 0xA9DF}, {0xFE20, 0xFE2D}, {0xFEFF, 0xFEFF}, {0x1F12F, 0x1F149}, {0x1F16A,
    0x1F16B}, {0x1F850, 0x1F850}, {0x1F852, 0x1F852},
};
// clang-format on

/* By character. "" = a mark that only changes how the one before it looks. */
static const struct {
    gunichar c;
    const char *plain;
} plain_forms[] = {
    {0x20E3, ""},        /* the box of a keycap: the digit stays */
    {0x2219, "\u00B7"},  /* BULLET OPERATOR */
    {0x22C5, "\u00B7"},  /* DOT OPERATOR */
    {0x25AB, "\u25A1"},  /* WHITE SMALL SQUARE */
    {0x25B8, "\u25B6"},  /* BLACK RIGHT-POINTING SMALL TRIANGLE */
    {0x25B9, "\u25B7"},  /* WHITE RIGHT-POINTING SMALL TRIANGLE */
    {0x25C9, "\u25CF"},  /* FISHEYE */
    {0x25CE, "\u25CB"},  /* BULLSEYE */
    {0x25FB, "\u25A1"},  /* WHITE MEDIUM SQUARE */
    {0x25FC, "\u25A0"},  /* BLACK MEDIUM SQUARE */
    {0x25FD, "\u25A1"},  /* WHITE MEDIUM SMALL SQUARE */
    {0x25FE, "\u25A0"},  /* BLACK MEDIUM SMALL SQUARE */
    {0x2610, "\u25A1"},  /* BALLOT BOX */
    {0x2611, "\u2713"},  /* BALLOT BOX WITH CHECK */
    {0x2612, "\u2717"},  /* BALLOT BOX WITH X */
    {0x2714, "\u2713"},  /* HEAVY CHECK MARK */
    {0x2715, "\u2717"},  /* MULTIPLICATION X */
    {0x2716, "\u2717"},  /* HEAVY MULTIPLICATION X */
    {0x2718, "\u2717"},  /* HEAVY BALLOT X */
    {0x2705, "\u2713"},  /* WHITE HEAVY CHECK MARK */
    {0x2726, "\u2605"},  /* BLACK FOUR POINTED STAR */
    {0x2727, "\u2606"},  /* WHITE FOUR POINTED STAR */
    {0x272A, "\u2605"},  /* CIRCLED WHITE STAR */
    {0x274C, "\u2717"},  /* CROSS MARK */
    {0x274F, "\u25A1"},  /* LOWER RIGHT DROP-SHADOWED WHITE SQUARE */
    {0x2750, "\u25A1"},  /* UPPER RIGHT DROP-SHADOWED WHITE SQUARE */
    {0x2751, "\u25A1"},  /* LOWER RIGHT SHADOWED WHITE SQUARE */
    {0x2752, "\u25A1"},  /* UPPER RIGHT SHADOWED WHITE SQUARE */
    {0x2794, "\u2192"},  /* HEAVY WIDE-HEADED RIGHTWARDS ARROW */
    {0x2799, "\u2192"},  /* HEAVY RIGHTWARDS ARROW */
    {0x279C, "\u2192"},  /* HEAVY ROUND-TIPPED RIGHTWARDS ARROW */
    {0x279D, "\u2192"},  /* TRIANGLE-HEADED RIGHTWARDS ARROW */
    {0x279E, "\u2192"},  /* HEAVY TRIANGLE-HEADED RIGHTWARDS ARROW */
    {0x27A1, "\u2192"},  /* BLACK RIGHTWARDS ARROW */
    {0x27A2, "\u25BA"},  /* THREE-D TOP-LIGHTED RIGHTWARDS ARROWHEAD */
    {0x27A3, "\u25BA"},  /* THREE-D BOTTOM-LIGHTED RIGHTWARDS ARROWHEAD */
    {0x27A4, "\u25BA"},  /* BLACK RIGHTWARDS ARROWHEAD */
    {0x2981, "\u2022"},  /* Z NOTATION SPOT */
    {0x29BF, "\u25CF"},  /* CIRCLED BULLET */
    {0x2B50, "\u2605"},  /* WHITE MEDIUM STAR */
    {0x33A1, "m\u00B2"}, /* SQUARE M SQUARED */
    {0x33A0, "cm\u00B2"},
    {0x33A2, "km\u00B2"},
    {0x33A5, "m\u00B3"}, /* SQUARE M CUBED */
    {0x33A4, "cm\u00B3"},
    {0x33A6, "km\u00B3"},
    {0x1F5F8, "\u2713"}, /* LIGHT CHECK MARK */
    {0x1F5F9, "\u2713"}, /* BALLOT BOX WITH BOLD CHECK */
    /* Symbol (the middle dot of Word's lists) and Wingdings, as Word keeps them: U+F000 and their byte. */
    {0xF0B7, "\u2022"},
    {0xF02D, "-"},
    {0xF06C, "\u25CF"},
    {0xF06E, "\u25A0"},
    {0xF06F, "\u25A1"},
    {0xF071, "\u25A1"},
    {0xF072, "\u25A1"},
    {0xF075, "\u25C6"},
    {0xF076, "\u2756"},
    {0xF09E, "\u00B7"},
    {0xF09F, "\u2022"},
    {0xF0A1, "\u25CB"},
    {0xF0A7, "\u25AA"},
    {0xF0A8, "\u25A1"},
    {0xF0AB, "\u2605"},
    {0xF0D8, "\u25BA"},
    {0xF0E0, "\u2192"},
    {0xF0E8, "\u2192"},
    {0xF0F0, "\u2192"},
    {0xF0FB, "\u2717"},
    {0xF0FC, "\u2713"},
    {0xF0FD, "\u2717"},
    {0xF0FE, "\u2713"},
};

gboolean
glyphs_is_private(gunichar c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/* Joiners shape Javanese and Balinese and are never drawn themselves. */
static gboolean
is_joiner(gunichar c)
{
    return c == 0x200C || c == 0x200D;
}

gboolean
glyphs_has(gunichar c)
{
    gsize low = 0, high = G_N_ELEMENTS(ranges);
    if (c == '\n' || c == '\t' || is_joiner(c))
        return TRUE;
    while (low < high) {
        gsize middle = (low + high) / 2;
        if (c > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < G_N_ELEMENTS(ranges) && c >= ranges[low].first;
}

/* What is not drawn: it says how the character before it looks, or which way a line runs. */
static gboolean
is_selector(gunichar c)
{
    return c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x200E || c == 0x200F ||
           c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F);
}

/* The compatibility form, where every character of it can be printed and no number becomes digits. */
static gboolean
append_compatible(GString *out, gunichar c)
{
    char text[7] = {0};
    if (g_unichar_type(c) == G_UNICODE_OTHER_NUMBER)
        return FALSE;
    g_unichar_to_utf8(c, text);
    g_autofree char *form = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    if (form == NULL || strcmp(form, text) == 0)
        return FALSE;
    gboolean digit = g_unichar_isdigit(c), fine = *form != '\0';
    for (const char *at = form; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar part = g_utf8_get_char(at);
        fine = fine && glyphs_has(part) && (digit || !g_unichar_isdigit(part));
    }
    if (fine)
        g_string_append(out, form);
    return fine;
}

gboolean
glyphs_append_plain(GString *out, gunichar c)
{
    if (glyphs_has(c)) {
        g_string_append_unichar(out, c);
        return TRUE;
    }
    if (is_selector(c))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(plain_forms); i++) {
        if (plain_forms[i].c == c) {
            g_string_append(out, plain_forms[i].plain);
            return TRUE;
        }
    }
    return !glyphs_is_private(c) && append_compatible(out, c);
}

static const guint8 beyond_ascii[256] = {[0x80 ... 0xFF] = 1};

static inline SpanBlock
beyond_ascii_hits(SpanBlock bytes)
{
    return bytes & 0x80;
}

/* ASCII has no character that cannot be printed. */
const char *
glyphs_find_missing(const char *text)
{
    g_autoptr(GString) ignored = NULL;
    const char *end = text + strlen(text);
    for (;; text = g_utf8_next_char(text)) {
        text += span_until(text, (gsize)(end - text), beyond_ascii_hits, beyond_ascii);
        if (text == end)
            return NULL;
        gunichar c = g_utf8_get_char(text);
        if (glyphs_has(c))
            continue;
        if (ignored == NULL)
            ignored = g_string_new(NULL);
        if (!glyphs_append_plain(ignored, c))
            return text;
    }
}
