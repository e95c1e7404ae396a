#include "value/channel-private.h"
#include "value/phone.h"
#include "value/url.h"
#include <string.h>

enum {
    MIN_WHOLE = 8, /* digits of the shortest number with its area code */
    MIN_DIGITS = 5 /* fewer beside letters are no number: 24jam, 2nd */
};

/* What a readable number of this kind links to; "" = nothing (a fax, a text message). */
static const char *
phone_href(Reader *reader, const Phone *phone)
{
    const char *base = reader->kind == CHANNEL_WHATSAPP   ? "https://wa.me/"
                       : reader->kind == CHANNEL_TELEGRAM ? "https://t.me/+"
                                                          : NULL;
    if (reader->kind == CHANNEL_FAKS || reader->kind == CHANNEL_SMS)
        return "";
    if (base == NULL)
        return phone->tel;
    g_autofree char *href = g_strconcat(base, phone->digits, NULL);
    return channel_copy(reader, href, strlen(href));
}

static gboolean
needs_full_number(ChannelKind kind)
{
    return kind == CHANNEL_WHATSAPP || kind == CHANNEL_TELEGRAM;
}

static ChannelStatus
phone_status(PhoneStatus status)
{
    switch (status) {
    case PHONE_OK:
        return CHANNEL_OK;
    case PHONE_NONE:
        return CHANNEL_NO_ADDRESS;
    case PHONE_UNREADABLE:
        return CHANNEL_PHONE_UNREADABLE;
    case PHONE_NO_AREA:
        return CHANNEL_PHONE_NO_AREA;
    case PHONE_TWO:
        return CHANNEL_PHONE_TWO;
    case PHONE_PLACEHOLDER:
        return CHANNEL_PLACEHOLDER;
    }
    return CHANNEL_PHONE_UNREADABLE;
}

/* Takes a number that fills [start, start + len) of the text; alone it is shown in its usual form. */
static void
take_phone(Reader *reader, const Phone *phone, gsize start, gsize len)
{
    ChannelValue *out = reader->out;
    if (needs_full_number(reader->kind) && phone->digits[0] == '\0') {
        out->status = CHANNEL_PHONE_UNREADABLE;
        return;
    }
    const char *href = phone_href(reader, phone);
    if (start == 0 && len == reader->len) {
        out->display = phone->display;
        len = strlen(phone->display);
    }
    out->status = CHANNEL_OK;
    if (href[0] != '\0')
        channel_link(out, href, start, len);
}

static gboolean
is_phone_char(char c)
{
    return g_ascii_isdigit(c) || (c != '\0' && strchr(" +().-", c) != NULL);
}

/* The next run of phone characters with a digit in it, from byte *at; FALSE: none. "427605/06" is one. */
static gboolean
next_run(const Reader *reader, gsize *at, UrlSpan *run)
{
    const char *text = reader->text;
    for (gsize i = *at; i < reader->len; i++) {
        gsize open = i; /* "(+62", "+(": no longer than two */
        while (open < i + 2 && (text[open] == '+' || text[open] == '('))
            open++;
        if (!g_ascii_isdigit(text[open]))
            continue;
        gsize end = i, digits = 0;
        for (; is_phone_char(text[end]) || (text[end] == '/' && g_ascii_isdigit(text[end + 1]));
             end++) {
            digits += g_ascii_isdigit(text[end]) ? 1 : 0;
            if (text[end] == '(' && digits >= MIN_WHOLE && g_ascii_isspace(text[end - 1]))
                break; /* a remark, no more of the number: "(24 jam)" */
        }
        *at = end;
        while (!g_ascii_isdigit(text[end - 1]))
            end--;
        *run = (UrlSpan){(guint)i, (guint)(end - i)};
        return TRUE;
    }
    return FALSE;
}

/* The next character, and the one before `p`, in any bytes. */
static const char *
step(const char *p)
{
    for (p++; ((guchar)*p & 0xC0) == 0x80; p++)
        ;
    return p;
}

static const char *
step_back(const char *text, const char *p)
{
    for (p--; p > text && ((guchar)*p & 0xC0) == 0x80; p--)
        ;
    return p;
}

/* Is the character at `p` a letter, or a digit of any script? */
static gboolean
is_alnum(const char *p)
{
    gunichar ch = g_utf8_get_char_validated(p, -1);
    return ch <= G_MAXINT32 && g_unichar_isalnum(ch);
}

/* The word that ends at `end`: digits and letters that stand for them, as in "O812" and "085x"? */
static gboolean
is_garbled(const char *text, const char *end)
{
    gboolean digit = FALSE, letter = FALSE;
    for (; end > text && g_ascii_isalnum(end[-1]); end--) {
        digit = digit || g_ascii_isdigit(end[-1]);
        letter = letter || g_ascii_isalpha(end[-1]);
        if (g_ascii_isalpha(end[-1]) && strchr("OoQDIilSsBZzXx", end[-1]) == NULL)
            return FALSE;
    }
    return digit && letter;
}

/* Do digits go on at `end`, behind blanks and signs? A comma, a colon or a bracket before a blank parts. */
static gboolean
digits_follow(const char *end)
{
    const char *p = end + strspn(end, " \t\n");
    gsize marks = 0;
    while (*p != '\0' && !g_ascii_isspace(*p) && *p != '(' && !is_alnum(p)) {
        p = step(p);
        marks++;
    }
    gboolean parted = marks == 1 && strchr(",;:", p[-1]) != NULL && g_ascii_isspace(*p);
    p += strspn(p, " \t\n");
    return g_ascii_isdigit(*p) && !parted;
}

/* The same, looking back from `start`: "0812*3456". */
static gboolean
digits_precede(const char *text, const char *start)
{
    const char *p = start;
    for (const char *back = p; p > text; p = back) {
        back = step_back(text, p);
        if (*back == ')' || is_alnum(back))
            break;
    }
    gboolean parted = strchr(",;:", *p) != NULL && g_ascii_isspace(p[1]);
    return p > text && g_ascii_isdigit(p[-1]) && !parted;
}

/* "0812-3456-789O", "0812*3456": letters or signs stand where digits belong. */
static gboolean
is_cut(const Reader *reader, UrlSpan run)
{
    const char *start = reader->text + run.start, *end = start + run.len;
    guint digits = 0;
    for (const char *p = start; p < end; p++)
        digits += g_ascii_isdigit(*p) ? 1 : 0;
    if (digits < MIN_DIGITS)
        return FALSE;
    if (run.start > 0 && is_alnum(step_back(reader->text, start)))
        return TRUE;
    const char *before = start;
    while (before > reader->text && strchr(" -./", before[-1]) != NULL)
        before--;
    return is_garbled(reader->text, before) || digits_precede(reader->text, start) ||
           is_alnum(end) || digits_follow(end);
}

/* What was found among words. */
typedef struct FoundPhone {
    Phone phone;
    UrlSpan place;
    guint n; /* good and different ones */
} FoundPhone;

static void
take_two(ChannelValue *out, const char *first, const char *second)
{
    out->status = CHANNEL_PHONE_TWO;
    channel_suggest(out, first);
    channel_suggest(out, second);
}

/* "0812 3456 7890 s.d. 91": with what stands behind a word for "to", the run is longer. */
static UrlSpan
with_range(const Reader *reader, UrlSpan run)
{
    static const char *const words[] = {"s.d.", "s.d", "s/d", "sd", "sampai", "hingga"};
    gsize at = run.start + run.len;
    UrlSpan next;
    at += strspn(reader->text + at, " ");
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize n = strlen(words[i]), from = at + n;
        if (g_ascii_strncasecmp(reader->text + at, words[i], n) != 0)
            continue;
        gsize gap = strspn(reader->text + from, " ");
        if (next_run(reader, &from, &next) && next.start <= at + n + gap)
            return (UrlSpan){run.start, next.start + next.len - run.start};
    }
    return run;
}

/* Takes one run; FALSE: the text is judged, and nothing in it is linked. */
static gboolean
take_run(Reader *reader, UrlSpan run, FoundPhone *found)
{
    Phone phone;
    if (is_cut(reader, run)) {
        phone_parse(reader->arena, reader->text, &phone);
        reader->out->status = CHANNEL_PHONE_UNREADABLE;
        channel_suggest(reader->out, phone.likely);
        return FALSE;
    }
    UrlSpan whole = with_range(reader, run);
    phone_parse(reader->arena, channel_copy(reader, reader->text + run.start, whole.len),
                &phone);
    if (phone.status == PHONE_TWO) {
        take_two(reader->out, phone.parts[0], phone.parts[1]);
        return FALSE;
    }
    if (found->n == 0 && reader->out->status == CHANNEL_OK)
        reader->out->status = phone_status(phone.status);
    if (phone.status != PHONE_OK || (found->n > 0 && strcmp(found->phone.tel, phone.tel) == 0))
        return TRUE;
    if (found->n++ > 0) {
        take_two(reader->out, found->phone.display, phone.display);
        return FALSE;
    }
    found->phone = phone;
    found->place = run;
    return TRUE;
}

/* Looks for the one number among words. */
static void
read_phone_among_words(Reader *reader)
{
    FoundPhone found = {0};
    UrlSpan run;
    guint n_runs = 0;
    for (gsize at = 0; next_run(reader, &at, &run); n_runs++)
        if (!take_run(reader, run, &found))
            return;
    if (found.n == 1)
        take_phone(reader, &found.phone, found.place.start, found.place.len);
    else if (n_runs == 0)
        reader->out->status = CHANNEL_NO_ADDRESS;
}

static gboolean
has_digits_left_out(const Reader *reader)
{
    for (gsize i = 1; i + 1 < reader->len; i++)
        if (g_ascii_strncasecmp(reader->text + i, "xx", 2) == 0 &&
            (g_ascii_isdigit(reader->text[i - 1]) ||
             strchr(" -x", g_ascii_tolower(reader->text[i - 1]))))
            return TRUE;
    return FALSE;
}

/* "129 (24 jam)", "021-1234567 ext 3 (jam kerja)": words in brackets behind a whole number. FALSE: it is not so. */
static gboolean
read_before_bracket(Reader *reader)
{
    enum { FEW_DIGITS = 4 }; /* more are another number */
    const char *open = strchr(reader->text, '('), *end = reader->text + reader->len - 1;
    guint n_digits = 0, n_letters = 0;
    if (open == NULL || open == reader->text || *end != ')' || strchr(open + 1, '(') != NULL)
        return FALSE;
    for (const char *at = open; at < end; at++) {
        n_digits += g_ascii_isdigit(*at) ? 1 : 0;
        n_letters += g_ascii_isalpha(*at) ? 1 : 0;
    }
    Phone phone;
    gsize len = (gsize)(open - reader->text);
    while (len > 0 && reader->text[len - 1] == ' ')
        len--;
    phone_parse(reader->arena, channel_copy(reader, reader->text, len), &phone);
    if (phone.status != PHONE_OK || n_digits > FEW_DIGITS || n_letters < 2)
        return FALSE;
    take_phone(reader, &phone, 0, len);
    return TRUE;
}

void
channel_read_phone(Reader *reader)
{
    Phone phone;
    if (channel_read_url(reader) || read_before_bracket(reader))
        return; /* https://wa.me/62… */
    phone_parse(reader->arena, reader->text, &phone);
    switch (phone.status) {
    case PHONE_OK:
        take_phone(reader, &phone, 0, reader->len);
        return;
    case PHONE_TWO:
        if (g_ascii_isdigit(phone.parts[0][strlen(phone.parts[0]) - 1]) &&
            !g_ascii_isalpha(phone.parts[0][0]) && !g_ascii_isalpha(phone.parts[1][0])) {
            take_two(reader->out, phone.parts[0], phone.parts[1]);
            return;
        }
        break;
    case PHONE_NO_AREA:
    case PHONE_PLACEHOLDER:
        reader->out->status = phone_status(phone.status);
        return;
    case PHONE_NONE:
    case PHONE_UNREADABLE:
        break;
    }
    if (has_digits_left_out(reader))
        reader->out->status = CHANNEL_PLACEHOLDER;
    else
        read_phone_among_words(reader);
    if (reader->out->status == CHANNEL_PHONE_UNREADABLE && reader->out->n_suggestions == 0)
        channel_suggest(reader->out, phone.likely);
}
