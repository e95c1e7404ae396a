#include "base/chars.h"
#include "base/append.h"
#include "base/span.h"
#include <string.h>

/* Control characters by the names of the Unicode code chart's aliases. */
static const char *const control_names[] = {
    "NULL",
    "START OF HEADING",
    "START OF TEXT",
    "END OF TEXT",
    "END OF TRANSMISSION",
    "ENQUIRY",
    "ACKNOWLEDGE",
    "ALERT",
    "BACKSPACE",
    "CHARACTER TABULATION",
    "LINE FEED",
    "LINE TABULATION",
    "FORM FEED",
    "CARRIAGE RETURN",
    "SHIFT OUT",
    "SHIFT IN",
    "DATA LINK ESCAPE",
    "DEVICE CONTROL ONE",
    "DEVICE CONTROL TWO",
    "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR",
    "NEGATIVE ACKNOWLEDGE",
    "SYNCHRONOUS IDLE",
    "END OF TRANSMISSION BLOCK",
    "CANCEL",
    "END OF MEDIUM",
    "SUBSTITUTE",
    "ESCAPE",
    "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE",
    "INFORMATION SEPARATOR TWO",
    "INFORMATION SEPARATOR ONE",
};

typedef struct NamedChar {
    gunichar c;
    CharFault fault;
    const char *name;
} NamedChar;

static const NamedChar named_chars[] = {
    {0x007F, CHAR_FAULT_CONTROL, "DELETE"},
    {0x0085, CHAR_FAULT_LINE, "NEXT LINE"},
    {0x00A0, CHAR_FINE, "NO-BREAK SPACE"},
    {0x00AD, CHAR_FINE, "SOFT HYPHEN"},
    {0x061C, CHAR_FINE, "ARABIC LETTER MARK"},
    {0x2007, CHAR_FINE, "FIGURE SPACE"},
    {0x2009, CHAR_FINE, "THIN SPACE"},
    {0x200B, CHAR_FINE, "ZERO WIDTH SPACE"},
    {0x200C, CHAR_FINE, "ZERO WIDTH NON-JOINER"},
    {0x200D, CHAR_FINE, "ZERO WIDTH JOINER"},
    {0x200E, CHAR_FINE, "LEFT-TO-RIGHT MARK"},
    {0x200F, CHAR_FINE, "RIGHT-TO-LEFT MARK"},
    {0x202F, CHAR_FINE, "NARROW NO-BREAK SPACE"},
    {0x2060, CHAR_FINE, "WORD JOINER"},
    {0x3000, CHAR_FINE, "IDEOGRAPHIC SPACE"},
    {0x2028, CHAR_FAULT_LINE, "LINE SEPARATOR"},
    {0x2029, CHAR_FAULT_LINE, "PARAGRAPH SEPARATOR"},
    {0x202A, CHAR_FAULT_BIDI, "LEFT-TO-RIGHT EMBEDDING"},
    {0x202B, CHAR_FAULT_BIDI, "RIGHT-TO-LEFT EMBEDDING"},
    {0x202C, CHAR_FAULT_BIDI, "POP DIRECTIONAL FORMATTING"},
    {0x202D, CHAR_FAULT_BIDI, "LEFT-TO-RIGHT OVERRIDE"},
    {0x202E, CHAR_FAULT_BIDI, "RIGHT-TO-LEFT OVERRIDE"},
    {0x2066, CHAR_FAULT_BIDI, "LEFT-TO-RIGHT ISOLATE"},
    {0x2067, CHAR_FAULT_BIDI, "RIGHT-TO-LEFT ISOLATE"},
    {0x2068, CHAR_FAULT_BIDI, "FIRST STRONG ISOLATE"},
    {0x2069, CHAR_FAULT_BIDI, "POP DIRECTIONAL ISOLATE"},
    {0xFEFF, CHAR_FAULT_CONTROL, "ZERO WIDTH NO-BREAK SPACE (BOM)"},
    {0xFFFE, CHAR_FAULT_CONTROL, "NONCHARACTER"},
    {0xFFFF, CHAR_FAULT_CONTROL, "NONCHARACTER"},
};

static const NamedChar *
find_named(gunichar c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(named_chars); i++)
        if (named_chars[i].c == c)
            return &named_chars[i];
    return NULL;
}

CharFault
chars_fault(gunichar c)
{
    if (c == 0)
        return CHAR_FAULT_NUL;
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r' ? CHAR_FINE : CHAR_FAULT_CONTROL;
    if (c < 0x7F)
        return CHAR_FINE;
    const NamedChar *named = c < 0xA0 || c >= 0x2028 ? find_named(c) : NULL;
    if (named != NULL)
        return named->fault;
    return c < 0xA0 ? CHAR_FAULT_CONTROL : CHAR_FINE;
}

/* Bytes that can begin a faulty character: controls, and the lead bytes C2 (U+0080 …), E2 (U+2028 …), EF (U+FEFF …). */
static const guint8 may_be_faulty[256] = {
    [0x00 ... 0x08] = 1, [0x0B ... 0x0C] = 1, [0x0E ... 0x1F] = 1, [0x7F] = 1,
    [0xC2] = 1,          [0xE2] = 1,          [0xEF] = 1,
};

static inline SpanBlock
faulty_hits(SpanBlock bytes)
{
    return (SpanBlock)(((bytes < 0x20) & (bytes != '\n')) | (bytes >= 0x7F));
}

const char *
chars_find_fault(const char *text, gsize len, CharFault *fault)
{
    *fault = CHAR_FINE;
    for (gsize i = 0; i < len; i++) {
        i += span_until(text + i, len - i, faulty_hits, may_be_faulty);
        if (i == len)
            return NULL;
        *fault = chars_fault(g_utf8_get_char(text + i));
        if (*fault != CHAR_FINE)
            return text + i;
    }
    return NULL;
}

gboolean
chars_is_invisible(gunichar c)
{
    return c == 0x00A0 || c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x1680 ||
           c == 0x180E || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
           (c >= 0x205F && c <= 0x2064) || c == 0x3000 || c == 0x3164 ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

void
chars_append_name(GString *out, gunichar c)
{
    const NamedChar *named = find_named(c);
    const char *name = named != NULL                     ? named->name
                       : c < G_N_ELEMENTS(control_names) ? control_names[c]
                       : chars_is_invisible(c)           ? "INVISIBLE"
                                                         : "CONTROL";
    g_string_append_printf(out, "U+%04X %s", c, name);
}

static const guint8 unusual[256] = {[0x00 ... 0x1F] = 1, [0x7F ... 0xFF] = 1};

static inline SpanBlock
unusual_hits(SpanBlock bytes)
{
    return (SpanBlock)((bytes < 0x20) | (bytes >= 0x7F));
}

void
chars_append_shown(GString *out, const char *text, gsize len, gsize max)
{
    gsize begin = out->len;
    for (gsize i = 0; i < len;) {
        gsize usual = span_until(text + i, len - i, unusual_hits, unusual);
        gsize step = MIN(usual, max - MIN(out->len - begin, max));
        append_bytes(out, text + i, step);
        i += step;
        if (i == len)
            return;
        gunichar c = g_utf8_get_char_validated(text + i, (gssize)(len - i));
        step = c >= 0x110000 ? 1 : (gsize)g_unichar_to_utf8(c, NULL);
        if (out->len - begin + step > max) {
            g_string_append(out, "…");
            return;
        }
        if (c == '\n' || c == '\r')
            g_string_append_c(out, ' ');
        else if (c >= 0x110000 || chars_fault(c) != CHAR_FINE)
            g_string_append(out, "\uFFFD");
        else
            append_bytes(out, text + i, step);
        i += step;
    }
}
