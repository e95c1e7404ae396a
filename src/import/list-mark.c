#include "import/list-mark.h"
#include <string.h>

enum { KEYCAP = 0x20E3 };

/* Bullets that are no letters of a text; they may stand against the first word ("•KTP"). */
static const char symbols[] = "•·∙●▪▫■□◼◾⬛►▶▸▹➢➤➔➜➡→⇒»›‣⁃✓✔✅☑✗✘✦✧★☆❖◆◇♦◉⦿➣➥";
static const char rings[] = "○◦◯⚪";
static const char dashes[] = "-–—‐‑−";

/* Letters and signs Word's bullets become in a copy: only with a space behind. */
static const struct {
    const char *text;
    MarkStyle style;
} spaced[] = {{"o", MARK_RING},   {"Ø", MARK_BULLET}, {"ü", MARK_BULLET}, {"§", MARK_BULLET},
              {"*", MARK_BULLET}, {"+", MARK_BULLET}, {"q", MARK_BULLET}, {"è", MARK_BULLET},
              {"v", MARK_BULLET}, {">", MARK_BULLET}, {"~", MARK_BULLET}, {"¤", MARK_BULLET}};

static gboolean
is_one_of(gunichar c, const char *set)
{
    return c != 0 && g_utf8_strchr(set, -1, c) != NULL;
}

static gboolean
ends_mark(const char *text)
{
    return *text == ' ' || *text == '\0';
}

gboolean
list_mark_is_symbol(const char *text, gsize *len)
{
    gunichar c = g_utf8_get_char(text);
    *len = (gsize)g_utf8_skip[(guchar)*text];
    return is_one_of(c, symbols) || is_one_of(c, rings) || (c >= 0xF000 && c <= 0xF0FF);
}

static gboolean
scan_bullet(const char *text, ListMark *mark)
{
    gunichar c = g_utf8_get_char(text);
    gsize len;
    *mark = (ListMark){.parts = 1};
    if (list_mark_is_symbol(text, &len)) {
        mark->style = is_one_of(c, rings) ? MARK_RING : MARK_BULLET;
        mark->len = len;
        return TRUE;
    }
    if (is_one_of(c, dashes)) {
        gunichar next = g_utf8_get_char(text + len);
        mark->style = MARK_DASH;
        mark->len = len + (next == ')'); /* "-) KTP" */
        return ends_mark(text + mark->len) || g_unichar_isalpha(next);
    }
    for (guint i = 0; i < G_N_ELEMENTS(spaced); i++) {
        gsize n = strlen(spaced[i].text);
        if (strncmp(text, spaced[i].text, n) != 0 || text[n] != ' ')
            continue;
        mark->style = spaced[i].style;
        mark->len = n;
        return TRUE;
    }
    return FALSE;
}

/* ① … ⑳, ⑴ …, ❶ …, ➀ …, 1️⃣ (its variation sign is folded away), 🔟: marks by themselves. */
static gboolean
scan_sign(const char *text, ListMark *mark)
{
    static const struct {
        gunichar first;
        guint n;
    } ranges[] = {{0x2460, 20}, {0x2474, 20}, {0x2488, 20}, {0x2776, 10},
                  {0x2780, 10}, {0x278A, 10}, {0x24F5, 10}};
    gunichar c = g_utf8_get_char(text);
    *mark = (ListMark){MARK_DIGIT, 0, 0, 1, 0, (gsize)g_utf8_skip[(guchar)*text]};
    for (guint i = 0; i < G_N_ELEMENTS(ranges); i++)
        if (c >= ranges[i].first && c < ranges[i].first + ranges[i].n)
            mark->value = c - ranges[i].first + 1;
    if (c == 0x1F51F)
        mark->value = 10;
    gsize digits = strspn(text, "0123456789");
    if (digits > 0 && digits <= 2 && g_utf8_get_char(text + digits) == KEYCAP) {
        mark->value = (guint)g_ascii_strtoull(text, NULL, 10);
        mark->len = digits + 3;
    }
    return mark->value > 0;
}

static guint
roman_value(const char *text, gsize len)
{
    static const char *const numbers[] = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                          "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                          "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (strlen(numbers[i]) == len && g_ascii_strncasecmp(numbers[i], text, len) == 0)
            return i + 1;
    return 0;
}

/* 1.1 or 2.3.1, a dot behind it or not; the words behind begin with a capital. */
static gboolean
scan_multi(const char *text, ListMark *mark)
{
    gsize at = 0;
    guint parts = 0, value = 0;
    for (;;) {
        gsize digits = strspn(text + at, "0123456789");
        if (digits == 0 || digits > 2 || text[at] == '0')
            break;
        value = (guint)g_ascii_strtoull(text + at, NULL, 10);
        at += digits;
        parts++;
        if (text[at] != '.')
            break;
        at++;
    }
    gunichar next = parts >= 2 && text[at] == ' ' ? g_utf8_get_char(text + at + 1) : 0;
    if (!g_unichar_isupper(next) && !(parts > 2 && g_unichar_isalnum(next)))
        return FALSE;
    *mark = (ListMark){MARK_MULTI, value, 0, parts, 0, at};
    return TRUE;
}

/* The style of a number or letter by its form; `len` bytes of it, behind `open` brackets. */
static void
set_style(const char *text, gsize len, gboolean paren, ListMark *mark)
{
    guint roman = roman_value(text, len);
    if (g_ascii_isdigit(*text)) {
        mark->style = paren ? MARK_DIGIT_PAREN : MARK_DIGIT;
        mark->value = (guint)g_ascii_strtoull(text, NULL, 10);
    } else if (len > 1) {
        mark->style = g_ascii_islower(*text) ? MARK_ROMAN : MARK_CAPITAL_ROMAN;
        mark->value = roman;
    } else if (g_ascii_islower(*text)) {
        mark->style = paren ? MARK_LETTER_PAREN : MARK_LETTER;
        mark->value = (guint)(*text - 'a' + 1);
        mark->roman = roman;
    } else {
        mark->style = *text == 'I' ? MARK_CAPITAL_ROMAN : MARK_CAPITAL;
        mark->value = *text == 'I' ? 1 : (guint)(*text - 'A' + 1);
        mark->roman = roman;
    }
}

/* "1.Fotokopi" and "a.Fotokopi" are items, "3.5 juta" and "a.n." are not. */
static gboolean
is_glued(const char *behind, gboolean digits)
{
    gunichar first = g_utf8_get_char(behind);
    if (!g_unichar_isupper(first))
        return FALSE;
    return digits || g_ascii_islower(behind[1]);
}

static gboolean
scan_number(const char *text, ListMark *mark)
{
    gsize open = *text == '(';
    const char *at = text + open;
    gsize digits = strspn(at, "0123456789"), letters = 0;
    if (digits == 0) {
        letters = strspn(at, g_ascii_islower(*at) ? "ivx" : "IVX");
        letters =
            letters > 1 && roman_value(at, letters) > 0 ? letters : (gsize)g_ascii_isalpha(*at);
    }
    gsize len = digits + letters,
          close = len + (digits > 0 && at[len] == ' ' && at[len + 1] == ')');
    gboolean dashed = digits > 0 && !open && at[close] == '-' && at[close + 1] == ' ';
    if (open && digits > 2 && *at == '0')
        return FALSE; /* "(021) 555-1234" */
    if (len == 0 || digits > 3 || (at[close] != ')' && !dashed && (open || at[close] != '.')))
        return FALSE;
    gboolean paren = at[close] == ')';
    *mark = (ListMark){.parts = 1};
    set_style(at, len, paren, mark);
    mark->len = open + close + 1;
    if (paren && text[mark->len] == '.')
        mark->len++;
    gboolean capital = mark->style == MARK_CAPITAL || mark->style == MARK_CAPITAL_ROMAN;
    return mark->value > 0 && mark->value <= LIST_MARK_MAX_VALUE &&
           (ends_mark(text + mark->len) ||
            (!capital && is_glued(text + mark->len, digits > 0)));
}

/* "Langkah 1: ", "Tahap 2. ": a word before the number. */
static gboolean
scan_worded(const char *text, ListMark *mark)
{
    static const char *const words[] = {"langkah ", "tahap ", "langkah ke-", "tahap ke-"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize n = strlen(words[i]);
        if (g_ascii_strncasecmp(text, words[i], n) != 0)
            continue;
        gsize digits = strspn(text + n, "0123456789");
        if (digits == 0 || digits > 2 || strchr(":.)", text[n + digits]) == NULL ||
            text[n + digits] == '\0')
            continue;
        *mark = (ListMark){.style = MARK_DIGIT,
                           .value = (guint)g_ascii_strtoull(text + n, NULL, 10),
                           .parts = 1,
                           .len = n + digits + 1};
        return ends_mark(text + mark->len);
    }
    return FALSE;
}

gboolean
list_mark_scan(const char *text, ListMark *mark)
{
    return scan_worded(text, mark) || scan_bullet(text, mark) || scan_sign(text, mark) ||
           scan_multi(text, mark) || scan_number(text, mark);
}

gsize
list_mark_len(const char *text)
{
    ListMark mark;
    if (!list_mark_scan(text, &mark))
        return 0;
    return mark.len + strspn(text + mark.len, " ");
}

gboolean
list_mark_counts(MarkStyle style)
{
    return style >= MARK_DIGIT;
}

gsize
list_mark_picture_len(const char *text)
{
    const char *at = text;
    for (;;) {
        gunichar c = g_utf8_get_char(at);
        gboolean picture = (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) ||
                           (c >= 0x23E9 && c <= 0x23FA) || c == 0x231A || c == 0x231B ||
                           (c >= 0x2B00 && c <= 0x2BFF) || c == 0x2139 || c == 0x24C2;
        gsize len;
        if (!picture && !(at > text && list_mark_is_symbol(at, &len)))
            break;
        at = g_utf8_next_char(at);
        at += strspn(at, " ");
    }
    return (gsize)(at - text);
}

/* The value as a letter and as a Roman number; 0 = it is none. */
static void
read_both(const ListMark *mark, guint *letter, guint *roman)
{
    enum { LETTER_I = 9 };
    gboolean is_roman = mark->style == MARK_ROMAN || mark->style == MARK_CAPITAL_ROMAN;
    *letter = !is_roman ? mark->value : mark->value == 1 ? LETTER_I : 0;
    *roman = is_roman ? mark->value : mark->roman;
}

static MarkStyle
style_of_letters(MarkStyle style)
{
    return style == MARK_ROMAN           ? MARK_LETTER
           : style == MARK_CAPITAL_ROMAN ? MARK_CAPITAL
                                         : style;
}

gboolean
list_mark_follows(const ListMark *last, const ListMark *mark)
{
    guint letter[2], roman[2];
    if (!list_mark_counts(mark->style) || last->parts != mark->parts ||
        style_of_letters(last->style) != style_of_letters(mark->style))
        return FALSE;
    read_both(last, &letter[0], &roman[0]);
    read_both(mark, &letter[1], &roman[1]);
    return (letter[0] > 0 && letter[0] + 1 == letter[1]) ||
           (roman[0] > 0 && roman[0] + 1 == roman[1]);
}
