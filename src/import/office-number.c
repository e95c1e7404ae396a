#include "import/office-private.h"
#include "value/day.h"
#include <math.h>
#include <string.h>

/*
 * Number formats of ECMA-376 part 1, 18.8.30 and 18.8.31. Numbers are shown as Indonesia writes them, dates in
 * words ("2 Mei 2025"), which no order of day and month can make another day. What this does not know
 * (fractions, powers, colours) is shown as it is stored.
 */

enum { MAX_DECIMALS = 15, DAYS_1900 = -25569, DAYS_1904 = -24107, DAY_MINUTES = 24 * 60 };

const char *
office_builtin_format(guint id)
{
    static const struct {
        guint id;
        const char *code;
    } known[] = {{1, "0"},
                 {2, "0.00"},
                 {3, "#,##0"},
                 {4, "#,##0.00"},
                 {9, "0%"},
                 {10, "0.00%"},
                 {14, "dd/mm/yyyy"},
                 {15, "d-mmm-yy"},
                 {16, "d-mmm"},
                 {17, "mmm-yy"},
                 {18, "h:mm"},
                 {19, "h:mm:ss"},
                 {20, "h:mm"},
                 {21, "h:mm:ss"},
                 {22, "d/m/yy h:mm"},
                 {37, "#,##0"},
                 {38, "#,##0"},
                 {39, "#,##0.00"},
                 {40, "#,##0.00"},
                 {41, "#,##0"},
                 {42, "\"Rp\"#,##0"},
                 {43, "#,##0.00"},
                 {44, "\"Rp\"#,##0.00"}};
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (known[i].id == id)
            return known[i].code;
    return "General";
}

/* Bytes of what stands at `code` and is no placeholder: "text", \c, [Red], _) and *-; its words go to `out`, NULL = none. */
static gsize
literal_len(const char *code, GString *out)
{
    const char *end;
    gsize len;
    switch (*code) {
    case '"':
        end = strchr(code + 1, '"');
        len = end != NULL ? (gsize)(end - code) + 1 : strlen(code);
        if (out != NULL && end != NULL)
            g_string_append_len(out, code + 1, end - code - 1);
        return len;
    case '[':
        end = strchr(code, ']');
        len = end != NULL ? (gsize)(end - code) + 1 : strlen(code);
        if (out != NULL && code[1] == '$')
            g_string_append_len(out, code + 2, (gssize)strcspn(code + 2, "-]"));
        return len;
    case '\\':
    case '_':
    case '*':
        len = code[1] != '\0' ? (gsize)(g_utf8_next_char(code + 1) - code) : 1;
        if (out != NULL && *code == '\\')
            g_string_append_len(out, code + 1, (gssize)len - 1);
        return len;
    default:
        return 0;
    }
}

/* The part of a code for this value: those for more than, less than and just zero are parted by semicolons. */
static char *
section_for(const char *code, double value)
{
    const char *parts[4] = {code, NULL, NULL, NULL};
    guint n = 1;
    for (const char *at = code; *at != '\0';) {
        gsize len = literal_len(at, NULL);
        if (len == 0 && *at == ';' && n < G_N_ELEMENTS(parts))
            parts[n++] = at + 1;
        at += MAX(len, 1);
    }
    guint which = value < 0 && n > 1 ? 1 : value == 0 && n > 2 ? 2 : 0;
    gsize len =
        which + 1 < n ? (gsize)(parts[which + 1] - parts[which]) - 1 : strlen(parts[which]);
    return g_strndup(parts[which], len);
}

/* Which of these letters a code has outside of its words. */
static gboolean
has_letter(const char *code, const char *letters)
{
    for (const char *at = code; *at != '\0';) {
        gsize len = literal_len(at, NULL);
        if (len == 0 && strchr(letters, g_ascii_tolower(*at)) != NULL)
            return TRUE;
        at += MAX(len, 1);
    }
    return FALSE;
}

/* ---- dates ---- */

static char *
show_date(const char *code, double value, gboolean from_1904)
{
    GString *out = g_string_new(NULL);
    double days = floor(value);
    int minute = (int)floor((value - days) * DAY_MINUTES + 0.5);
    if (has_letter(code, "dy")) {
        gint32 first = from_1904 ? DAYS_1904 : DAYS_1900;
        date_append_long(out, date_from_day((gint32)days + first), FALSE);
        if (!has_letter(code, "d") && strchr(out->str, ' ') != NULL)
            g_string_erase(out, 0, strchr(out->str, ' ') - out->str + 1); /* "Mei 2025" */
    }
    if (has_letter(code, "hs")) {
        g_string_append(out, out->len > 0 ? " pukul " : "");
        minute_append(out, MIN(minute, DAY_MINUTES));
    }
    return g_string_free(out, FALSE);
}

/* ---- numbers ---- */

/* "#,##0.00": how the digits are grouped and how many stand behind the comma, at least and at most. */
typedef struct Digits {
    gboolean grouped, percent;
    guint least, most;
    gsize len; /* bytes of the placeholders */
} Digits;

static Digits
read_digits(const char *code)
{
    Digits digits = {0};
    gboolean behind = FALSE;
    for (; code[digits.len] != '\0' && strchr("0#?,.", code[digits.len]) != NULL;
         digits.len++) {
        char c = code[digits.len];
        digits.grouped = digits.grouped || (c == ',' && !behind);
        digits.least += behind && c == '0';
        digits.most += behind && c != ',' && c != '.';
        behind = behind || c == '.';
    }
    return digits;
}

static void
append_digits(GString *out, double value, const Digits *digits)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE * 12], form[8];
    g_snprintf(form, sizeof form, "%%.%uf", MIN(digits->most, MAX_DECIMALS));
    g_ascii_formatd(buffer, sizeof buffer, form, value);
    gsize whole = strcspn(buffer, "."), len = strlen(buffer);
    while (len > whole + 1 + digits->least && buffer[len - 1] == '0')
        len--;
    for (gsize i = 0; i < whole; i++) {
        if (digits->grouped && i > 0 && (whole - i) % 3 == 0)
            g_string_append_c(out, '.');
        g_string_append_c(out, buffer[i]);
    }
    if (len > whole + 1) {
        g_string_append_c(out, ',');
        g_string_append_len(out, buffer + whole + 1, (gssize)(len - whole - 1));
    }
}

static char *
show_number(const char *code, double value)
{
    GString *out = g_string_new(NULL);
    gboolean shown = FALSE;
    for (const char *at = code; *at != '\0';) {
        gsize len = literal_len(at, out);
        Digits digits = len == 0 && !shown ? read_digits(at) : (Digits){0};
        if (digits.len > 0) {
            append_digits(out, has_letter(code, "%") ? value * 100 : value, &digits);
            shown = TRUE;
        } else if (len == 0) {
            g_string_append_len(out, at, g_utf8_next_char(at) - at);
        }
        at += digits.len > 0 ? digits.len : len > 0 ? len : (gsize)(g_utf8_next_char(at) - at);
    }
    return g_string_free(out, FALSE);
}

char *
office_show_number(const char *code, const char *stored, gboolean from_1904)
{
    enum { DAY_MAX = 2958465 /* 31 December 9999 */ };
    static const Digits plain = {.most = 12};
    char *end;
    double value = g_ascii_strtod(stored, &end);
    if (*stored == '\0' || *end != '\0' || !isfinite(value) || fabs(value) > 1e15)
        return g_strdup(stored);
    g_autofree char *section = section_for(code, value);
    gboolean digits = has_letter(section, "0#?"),
             date = has_letter(section, "dmyhs") && !digits;
    if (g_ascii_strcasecmp(section, "General") == 0 || has_letter(section, "@") ||
        !g_utf8_validate(section, -1, NULL) ||
        (!date && (!digits || has_letter(section, "e/")))) {
        GString *out = g_string_new(value < 0 ? "-" : NULL);
        append_digits(out, fabs(value), &plain);
        return g_string_free(out, FALSE);
    }
    if (date)
        return value >= 0 && value <= DAY_MAX ? show_date(section, value, from_1904)
                                              : g_strdup(stored);
    gboolean negative = value < 0 && strcmp(section, code) == 0;
    g_autofree char *shown = show_number(section, fabs(value));
    return g_strconcat(negative ? "-" : "", shown, NULL);
}
