#include "value/phone.h"
#include "base/append.h"
#include <string.h>

enum {
    MAX_DIGITS = 40,        /* more are read no further */
    MAX_INTERNATIONAL = 15, /* ITU-T E.164 */
    MAX_LOCAL = 8,          /* digits behind an area code */
    MAX_TAIL = 3,           /* digits that a range leaves of its second number */
    MAX_BYTES = 256         /* of a number or two; each of its dashes may be the one between them */
};

/* Cities whose area code has two digits behind the 0; all others have three. */
static const char *const short_areas[] = {"021", "022", "024", "031", "061"};
static const char *const extension_words[] = {"extension", "ext", "pesawat", "psw", "pes"};
static const char *const joiners[] = {"sampai dengan", "sampai", "hingga", "s.d.", "s.d",
                                      "s/d",           "/",      ",",      ";",    "&",
                                      "atau",          "dan"};

/* The characters of one number, taken apart. */
typedef struct Digits {
    char all[MAX_DIGITS + 1];
    gsize n;
    gsize group;             /* digits before the first separator behind a digit */
    gsize last, before_last; /* digits of the last two groups; 0 = there is none */
    gsize cut;               /* bytes before the last group */
    guint dashes;            /* separators that are hyphens or dashes */
    gboolean dash_last;      /* one of them stands before the last group */
    gboolean plus;           /* + before the first digit */
    gboolean fits;           /* nothing but digits, brackets in pairs and separators */
    char extension[8];
} Digits;

/* Bytes of a separator at `p`: space, dot, hyphen, dash, no-break space; 0 = none. */
static gsize
separator_len(const char *p)
{
    if (g_ascii_isspace(*p) || *p == '.' || *p == '-')
        return 1;
    if (strncmp(p, "\xc2\xa0", 2) == 0)
        return 2;
    return strncmp(p, "\xe2\x80\x90", 3) >= 0 && strncmp(p, "\xe2\x80\x95", 3) <= 0 ? 3 : 0;
}

/* Reads "ext. 12" at `p` to its end; FALSE: it is something else. */
static gboolean
read_extension(const char *p, const char *end, char *extension, gsize size)
{
    for (guint i = 0; i < G_N_ELEMENTS(extension_words); i++) {
        gsize n = strlen(extension_words[i]);
        if ((gsize)(end - p) <= n || g_ascii_strncasecmp(p, extension_words[i], n) != 0)
            continue;
        for (p += n; p < end && (*p == '.' || *p == ':' || *p == ' '); p++)
            ;
        gsize len = (gsize)(end - p);
        if (len == 0 || len >= size)
            return FALSE;
        for (gsize k = 0; k < len; k++)
            if (!g_ascii_isdigit(p[k]))
                return FALSE;
        memcpy(extension, p, len);
        extension[len] = '\0';
        return TRUE;
    }
    return FALSE;
}

/* A separator or bracket: the digits behind it are another group. */
static void
end_group(Digits *out, gsize at, gboolean dash)
{
    if (out->n > 0 && out->group == 0)
        out->group = out->n;
    if (out->last > 0) {
        out->before_last = out->last;
        out->last = 0;
        out->cut = at;
        out->dash_last = FALSE;
    }
    out->dashes += dash ? 1 : 0;
    out->dash_last |= dash;
}

static void
read_digits(const char *text, gsize len, Digits *out)
{
    const char *end = text + len;
    int depth = 0;
    *out = (Digits){.fits = TRUE};
    for (const char *p = text; p < end && out->fits;) {
        gsize separator = separator_len(p);
        if (g_ascii_isdigit(*p)) {
            if (out->n == MAX_DIGITS)
                out->fits = FALSE;
            else
                out->all[out->n++] = *p;
            out->last++;
            p++;
        } else if (separator > 0 || *p == '(' || *p == ')') {
            depth += (*p == '(') - (*p == ')');
            out->fits = depth >= 0 && depth <= 1;
            end_group(out, (gsize)(p - text), separator == 3 || *p == '-');
            p += MAX(separator, 1);
        } else if (*p == '+' && out->n == 0 && !out->plus) {
            out->plus = TRUE;
            p++;
        } else {
            out->fits =
                out->n > 0 && read_extension(p, end, out->extension, sizeof out->extension);
            break;
        }
    }
    out->fits = out->fits && depth == 0;
    out->all[out->n] = '\0';
}

/* Only phone characters and at least two x, three dots or an underscore in place of digits? */
static gboolean
is_placeholder(const char *text, gsize len)
{
    guint n_x = 0, dots = 0;
    gboolean blank = FALSE;
    for (gsize i = 0; i < len; i++) {
        char c = text[i];
        n_x += c == 'x' || c == 'X';
        dots = c == '.' ? dots + 1 : 0;
        blank = blank || dots >= 3 || c == '_' ||
                (c == '\xe2' && strncmp(text + i, "\xe2\x80\xa6", 3) == 0);
        if (g_ascii_isalpha(c) && c != 'x' && c != 'X')
            return FALSE;
    }
    return n_x >= 2 || blank;
}

/* The area code at the head of a national number: as grouped by the author, else by the table. */
static gsize
area_len(const char *national, gsize group)
{
    if (group >= 3 && group <= 5)
        return group;
    for (guint i = 0; i < G_N_ELEMENTS(short_areas); i++)
        if (g_str_has_prefix(national, short_areas[i]))
            return 3;
    return 4;
}

/* 0856-0796-6637 or (0343) 427605 */
static void
append_national(GString *out, const char *national, gsize n, gsize group)
{
    if (national[1] == '8') {
        gsize middle = n - 4 < 7 ? 3 : 4;
        append_bytes(out, national, 4);
        append_bytes(out, "-", 1);
        append_bytes(out, national + 4, middle);
        append_bytes(out, "-", 1);
        append_text(out, national + 4 + middle);
        return;
    }
    gsize area = area_len(national, group);
    append_bytes(out, "(", 1);
    append_bytes(out, national, area);
    append_bytes(out, ") ", 2);
    append_text(out, national + area);
}

/* A number of ours: national digits with the leading 0; how many of them the author wrote as the first group. */
static void
set_national(Arena *arena, const char *national, gsize group, const char *extension, Phone *out)
{
    gsize n = strlen(national);
    gboolean mobile = n > 1 && national[1] == '8';
    gsize most = mobile ? 14 : area_len(national, group) + MAX_LOCAL;
    if (n < 2 || national[1] == '0' || n < (mobile ? 10 : 8) || n > most)
        return;
    GString *display = arena_text_begin(arena), *tel = arena_text_begin(arena);
    append_national(display, national, n, group);
    append_text(tel, "tel:+62");
    append_text(tel, national + 1);
    out->digits = arena_strndup(arena, tel->str + strlen("tel:+"), tel->len - strlen("tel:+"));
    if (extension[0] != '\0') {
        g_string_append_printf(display, " ext. %s", extension);
        g_string_append_printf(tel, ";ext=%s", extension);
    }
    out->status = PHONE_OK;
    out->tel = arena_text_end(arena, tel);
    out->display = arena_text_end(arena, display);
}

/* A short code or a foreign number: shown as written. */
static void
set_as_written(Arena *arena, const Digits *digits, Phone *out)
{
    GString *tel = arena_text_begin(arena);
    append_text(tel, digits->plus ? "tel:+" : "tel:");
    append_text(tel, digits->all);
    if (digits->extension[0] != '\0')
        g_string_append_printf(tel, ";ext=%s", digits->extension);
    out->status = PHONE_OK;
    out->tel = arena_text_end(arena, tel);
    if (digits->plus)
        out->digits = arena_strndup(arena, digits->all, digits->n);
}

static guint
count_digits(const char *text, gsize len)
{
    guint n = 0;
    for (gsize i = 0; i < len; i++)
        n += g_ascii_isdigit(text[i]) ? 1 : 0;
    return n;
}

/* Reads one number; out->display holds the trimmed text already. */
static void
read_one(Arena *arena, const char *text, gsize len, Phone *out)
{
    Digits digits;
    char national[MAX_DIGITS + 2];
    read_digits(text, len, &digits);
    out->status = count_digits(text, len) == 0 ? PHONE_NONE : PHONE_UNREADABLE;
    if (is_placeholder(text, len)) {
        out->status = PHONE_PLACEHOLDER;
        return;
    }
    if (!digits.fits || digits.n == 0)
        return;
    const char *all = digits.all;
    if (g_str_has_prefix(all, "62") && (digits.plus || digits.n >= 10)) {
        const char *rest = all + 2 + (all[2] == '0'); /* +62 (0) 343 … */
        g_snprintf(national, sizeof national, "0%s", rest);
        set_national(arena, national, 0, digits.extension, out);
    } else if (digits.plus) {
        if (digits.n >= 8 && digits.n <= MAX_INTERNATIONAL && all[0] != '0')
            set_as_written(arena, &digits, out);
    } else if (all[0] == '0') {
        set_national(arena, all, digits.group, digits.extension, out);
    } else if (all[0] == '1' && digits.n >= 3 && digits.n <= 8) {
        set_as_written(arena, &digits, out);
    } else if (digits.n >= 5 && digits.n <= 8) {
        out->status = PHONE_NO_AREA;
    }
}

/* Letters that are typed, or read by a scanner, in place of digits. */
static char
digit_for(char c)
{
    static const char letters[] = "OoQDIil|SsBZz", digits[] = "0000111155822";
    const char *at = c != '\0' ? strchr(letters, c) : NULL;
    return at != NULL ? digits[at - letters] : c;
}

/* What an unreadable number may have been: with the 0 that spreadsheets drop, with digits for letters. */
static void
guess(Arena *arena, const char *text, gsize len, Phone *out)
{
    Phone again = {.display = "", .tel = "", .digits = ""};
    Digits digits;
    g_autofree char *mended = g_strndup(text, len);
    for (gsize i = 0; i < len; i++)
        mended[i] = digit_for(mended[i]);
    read_digits(mended, len, &digits);
    if (!digits.fits || digits.plus || digits.n < 8)
        return;
    if (digits.all[0] == '0' && strncmp(mended, text, len) != 0) {
        read_one(arena, mended, len, &again);
    } else if (digits.all[0] >= '2' && digits.n >= 9) {
        g_autofree char *national = g_strconcat("0", digits.all, NULL);
        set_national(arena, national, 0, digits.extension, &again);
    }
    if (again.status == PHONE_OK)
        out->likely = again.display;
}

/* Finds "/", "atau" … between two numbers: its place and bytes; FALSE: only one number. */
static gboolean
find_joiner(const char *text, gsize len, gsize *at, gsize *joiner_len)
{
    guint before = 0;
    for (gsize i = 0; i < len; i++) {
        const char letter = g_ascii_tolower(text[i]);
        before += g_ascii_isdigit(letter) ? 1 : 0;
        for (guint k = 0; k < G_N_ELEMENTS(joiners) && before >= 3; k++) {
            if (letter != *joiners[k])
                continue;
            gsize n = strlen(joiners[k]);
            if (len - i <= n || g_ascii_strncasecmp(text + i, joiners[k], n) != 0)
                continue;
            if (count_digits(text + i + n, MIN(len - i - n, MAX_DIGITS)) == 0)
                continue;
            *at = i;
            *joiner_len = n;
            return TRUE;
        }
    }
    return FALSE;
}

/* Is the last group the end of a second number, where the first is whole without it? Nobody writes one digit
 * apart, or two behind the only dash. */
static gboolean
is_tail(const Digits *digits, const Phone *first)
{
    gboolean mobile = strncmp(first->digits, "628", 3) == 0;
    if (first->status != PHONE_OK || first->digits[0] == '\0')
        return FALSE;
    if (mobile ? digits->before_last >= 4 && strlen(first->digits) >= strlen("628111234567")
               : digits->before_last >= 5)
        return TRUE;
    return digits->last == 1 ||
           (digits->last == 2 && digits->dash_last &&
            (digits->dashes == 1 || (digits->before_last >= 4 && !mobile)));
}

/* "(0343) 400000-06", "427605 - 427606": where the second number begins; FALSE: there is only one. */
static gboolean
find_range(Arena *arena, const char *text, gsize len, gsize *at)
{
    Digits digits;
    Phone left = {.digits = ""};
    read_digits(text, len, &digits);
    if (!digits.fits || digits.extension[0] != '\0')
        return FALSE;
    if (digits.last > 0 && digits.last <= MAX_TAIL && digits.cut > 0) {
        *at = digits.cut;
        read_one(arena, text, digits.cut, &left);
        if (is_tail(&digits, &left))
            return TRUE;
    }
    for (gsize i = 1; i < len; i++) {
        if (g_ascii_isspace(text[i]) || text[i] == '.' || separator_len(text + i) == 0)
            continue;
        left = (Phone){.digits = ""};
        read_one(arena, text, i, &left);
        *at = i;
        if (left.status == PHONE_OK && left.digits[0] != '\0' &&
            count_digits(text + i, len - i) >= 5)
            return TRUE;
    }
    return FALSE;
}

static void
trim(const char **text, gsize *len)
{
    for (; *len > 0 && g_ascii_isspace(**text); (*text)++)
        (*len)--;
    while (*len > 0 && g_ascii_isspace((*text)[*len - 1]))
        (*len)--;
}

/* The second of two numbers often leaves out the area code or the first digits: 427605/06. */
static const char *
second_part(Arena *arena, const Phone *first, const char *text, gsize len)
{
    Digits digits;
    Phone second = {.display = "", .tel = "", .digits = ""};
    read_digits(text, len, &digits);
    gboolean has_area = first->display[0] == '(', shortened = digits.n < 5;
    if (first->status == PHONE_OK && g_str_has_prefix(first->digits, "62") && digits.fits &&
        digits.n > 0 && digits.n <= 8 && (shortened || (has_area && digits.all[0] != '0'))) {
        char full[MAX_DIGITS * 2];
        g_snprintf(full, sizeof full, "0%s", first->digits + 2);
        gsize area = has_area ? strcspn(first->display + 1, ")") : 0;
        gsize kept = shortened ? strlen(full) - digits.n : area;
        g_strlcpy(full + kept, digits.all, sizeof full - kept);
        set_national(arena, full, area, "", &second);
    } else {
        read_one(arena, text, len, &second);
    }
    return second.display[0] != '\0' ? second.display : arena_strndup(arena, text, len);
}

void
phone_parse(Arena *arena, const char *text, Phone *out)
{
    *out = (Phone){.status = PHONE_NONE,
                   .display = "",
                   .tel = "",
                   .digits = "",
                   .likely = "",
                   .parts = {"", ""}};
    if (text == NULL)
        return;
    gsize len = strlen(text), at, joiner = 0;
    trim(&text, &len);
    out->display = arena_strndup(arena, text, len);
    gboolean two = len <= MAX_BYTES && !is_placeholder(text, len) &&
                   (find_joiner(text, len, &at, &joiner) || find_range(arena, text, len, &at));
    if (!two) {
        read_one(arena, text, len, out);
        if (len <= MAX_BYTES &&
            (out->status == PHONE_UNREADABLE || out->status == PHONE_NO_AREA))
            guess(arena, text, len, out);
        return;
    }
    Phone first = {.display = "", .tel = "", .digits = ""};
    const char *left = text, *right = text + at + joiner;
    gsize left_len = at, right_len = len - at - joiner;
    trim(&left, &left_len);
    trim(&right, &right_len);
    first.display = arena_strndup(arena, left, left_len);
    read_one(arena, left, left_len, &first);
    out->status = PHONE_TWO;
    out->parts[0] = first.display;
    out->parts[1] = second_part(arena, &first, right, right_len);
}
