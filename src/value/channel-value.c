#include "value/channel.h"
#include "value/phone.h"
#include "value/url.h"
#include <string.h>

enum {
    MAX_HANDLE = 60,
    MIN_WHOLE = 8, /* digits of the shortest number with its area code */
    MIN_DIGITS = 5 /* fewer beside letters are no number: 24jam, 2nd */
};

static const char lapor_url[] = "https://www.lapor.go.id";

typedef enum Form { FORM_PHONE, FORM_EMAIL, FORM_WEB, FORM_HANDLE, FORM_WORDS, FORM_ANY } Form;

static const struct {
    Form form;
    const char *profile; /* FORM_HANDLE: before the name */
} forms[N_CHANNELS] = {
    [CHANNEL_TELEPON] = {FORM_PHONE, NULL},
    [CHANNEL_FAKS] = {FORM_PHONE, NULL},
    [CHANNEL_WHATSAPP] = {FORM_PHONE, NULL},
    [CHANNEL_SMS] = {FORM_PHONE, NULL},
    [CHANNEL_EMAIL] = {FORM_EMAIL, NULL},
    [CHANNEL_WEB] = {FORM_WEB, NULL},
    [CHANNEL_LAPOR] = {FORM_WEB, NULL},
    [CHANNEL_INSTAGRAM] = {FORM_HANDLE, "https://www.instagram.com/"},
    [CHANNEL_FACEBOOK] = {FORM_HANDLE, "https://www.facebook.com/"},
    [CHANNEL_X] = {FORM_HANDLE, "https://x.com/"},
    [CHANNEL_TIKTOK] = {FORM_HANDLE, "https://www.tiktok.com/@"},
    [CHANNEL_YOUTUBE] = {FORM_HANDLE, "https://www.youtube.com/@"},
    [CHANNEL_TELEGRAM] = {FORM_HANDLE, "https://t.me/"},
    [CHANNEL_DATANG] = {FORM_WORDS, NULL},
    [CHANNEL_SURAT] = {FORM_WORDS, NULL},
    [CHANNEL_ALAMAT] = {FORM_WORDS, NULL},
    [CHANNEL_KOTAK_SARAN] = {FORM_WORDS, NULL},
    [CHANNEL_APLIKASI] = {FORM_WEB, NULL},
    [CHANNEL_LAINNYA] = {FORM_ANY, NULL},
};

/* One value while it is read. */
typedef struct Reader {
    Arena *arena;
    ChannelKind kind;
    const char *text; /* trimmed, not empty */
    gsize len;
    ChannelValue *out;
} Reader;

static const char *
copy(Reader *reader, const char *text, gsize len)
{
    return arena_strndup(reader->arena, text, len);
}

static void
suggest(ChannelValue *out, const char *suggestion)
{
    if (suggestion[0] != '\0' && out->n_suggestions < CHANNEL_MAX_SUGGESTIONS)
        out->suggestions[out->n_suggestions++] = suggestion;
}

static void
link_to(ChannelValue *out, const char *href, gsize start, gsize len)
{
    out->status = CHANNEL_OK;
    out->href = href;
    out->link_start = (guint)start;
    out->link_len = (guint)len;
}

static void
take_url(Reader *reader, const UrlValue *url, UrlSpan span)
{
    ChannelValue *out = reader->out;
    switch (url->status) {
    case URL_OK:
        link_to(out, url->href, span.start, span.len);
        return;
    case URL_USER:
        out->status = CHANNEL_URL_USER;
        break;
    case URL_EMAIL:
        out->status = CHANNEL_EMAIL_CALLED_WEB;
        suggest(out, copy(reader, reader->text + span.start, span.len));
        return;
    case URL_RELATIVE:
    case URL_EMPTY:
    case URL_SCHEME:
    case URL_CONTROL:
    case URL_BAD:
        out->status = CHANNEL_URL_BAD;
        break;
    }
    suggest(out, url->suggestion);
}

/* Links the one web address in the text; two different ones stay unlinked. FALSE: there is none. */
static gboolean
read_url(Reader *reader)
{
    UrlSpan first, next;
    UrlValue url, other;
    if (!url_find(reader->text, 0, &first))
        return FALSE;
    url_check(reader->arena, copy(reader, reader->text + first.start, first.len), TRUE, &url);
    for (gsize at = first.start + first.len; url_find(reader->text, at, &next);
         at = next.start + next.len) {
        url_check(reader->arena, copy(reader, reader->text + next.start, next.len), TRUE,
                  &other);
        if (url.status == URL_OK && other.status == URL_OK &&
            strcmp(url.href, other.href) != 0) {
            reader->out->status = CHANNEL_SEVERAL;
            suggest(reader->out, url.href);
            suggest(reader->out, other.href);
            return TRUE;
        }
    }
    take_url(reader, &url, first);
    return TRUE;
}

/* "dinsos@gmail,com" with a dot, when that makes it an address. */
static const char *
mended_email(Reader *reader, UrlSpan span)
{
    g_autofree char *mended = g_strndup(reader->text + span.start, span.len);
    g_strdelimit(mended, ",", '.');
    return email_is_valid(mended, span.len) ? copy(reader, mended, span.len) : "";
}

/* Links the one e-mail address in the text. FALSE: there is none. */
static gboolean
read_email(Reader *reader)
{
    UrlSpan span, first = {0, 0};
    ChannelValue *out = reader->out;
    guint n = 0;
    for (gsize at = 0; email_find(reader->text, at, &span) && n < 2;
         at = span.start + span.len) {
        const char *address = copy(reader, reader->text + span.start, span.len);
        gboolean same = n > 0 && span.len == first.len &&
                        g_ascii_strncasecmp(address, reader->text + first.start, span.len) == 0;
        if (same)
            continue;
        if (n++ == 0)
            first = span;
        suggest(out, address);
    }
    if (n == 0)
        return FALSE;
    if (n == 2) {
        out->status = CHANNEL_SEVERAL;
        return TRUE;
    }
    const char *address = out->suggestions[0];
    out->n_suggestions = 0;
    /* "dinsos,kab@go.id": what stands behind the comma may be somebody else's address. */
    const char *before = reader->text + first.start;
    gboolean cut = first.start > 1 && before[-1] == ',' && g_ascii_isalpha(before[-2]);
    if (cut || !email_is_valid(address, first.len)) {
        out->status = CHANNEL_EMAIL_BAD;
        suggest(out, cut ? "" : mended_email(reader, first));
        return TRUE;
    }
    g_autofree char *mailto = g_strconcat("mailto:", address, NULL);
    link_to(out, copy(reader, mailto, strlen(mailto)), first.start, first.len);
    return TRUE;
}

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
    return copy(reader, href, strlen(href));
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
        link_to(out, href, start, len);
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
            if (text[end] == '(' && digits >= MIN_WHOLE)
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

/* Is the character at `p` (its end: `before`) a letter, or a digit of any script? */
static gboolean
is_alnum(const char *p, gboolean before)
{
    const char *at = before ? g_utf8_prev_char(p) : p;
    gunichar ch = g_utf8_get_char_validated(at, -1);
    return ch <= G_MAXINT32 && g_unichar_isalnum(ch);
}

/* "0812-3456-789O", "0812*3456": letters or signs in the run stand where digits belong. */
static gboolean
is_cut(const Reader *reader, UrlSpan run)
{
    const char *start = reader->text + run.start, *end = start + run.len;
    guint digits = 0;
    for (const char *p = start; p < end; p++)
        digits += g_ascii_isdigit(*p) ? 1 : 0;
    if (digits < MIN_DIGITS)
        return FALSE;
    if (run.start > 0 && is_alnum(start, TRUE))
        return TRUE;
    if (*end == '\0' || is_phone_char(*end) || strchr(",;/", *end) != NULL)
        return FALSE;
    gunichar ch = g_utf8_get_char_validated(end, -1);
    if (is_alnum(end, FALSE) || ch > G_MAXINT32)
        return TRUE;
    return g_ascii_isdigit(end[g_unichar_to_utf8(ch, NULL)]);
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
    suggest(out, first);
    suggest(out, second);
}

/* Takes one run; FALSE: the text is judged, and nothing in it is linked. */
static gboolean
take_run(Reader *reader, UrlSpan run, FoundPhone *found)
{
    Phone phone;
    if (is_cut(reader, run)) {
        phone_parse(reader->arena, reader->text, &phone);
        reader->out->status = CHANNEL_PHONE_UNREADABLE;
        suggest(reader->out, phone.likely);
        return FALSE;
    }
    phone_parse(reader->arena, copy(reader, reader->text + run.start, run.len), &phone);
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

static void
read_phone(Reader *reader)
{
    Phone phone;
    if (read_url(reader))
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
        suggest(reader->out, phone.likely);
}

static void
read_web(Reader *reader)
{
    ChannelValue *out = reader->out;
    if (read_url(reader))
        return;
    UrlValue url;
    url_check(reader->arena, reader->text, TRUE, &url);
    UrlSpan whole = {0, (guint)reader->len};
    gboolean one_word = strcspn(reader->text, " \t\r\n") == reader->len;
    if (url.status == URL_EMAIL || (one_word && url.status == URL_OK) ||
        (one_word && strpbrk(reader->text, "./:\\@") != NULL)) {
        take_url(reader, &url, whole);
        return;
    }
    if (read_email(reader)) {
        const char *address = out->href + strlen("mailto:");
        if (out->status == CHANNEL_OK) {
            out->href = "";
            out->link_start = out->link_len = 0;
            suggest(out, address);
        }
        out->status = CHANNEL_EMAIL_CALLED_WEB;
        return;
    }
    if (reader->kind == CHANNEL_LAPOR)
        link_to(out, lapor_url, 0, reader->len);
    else
        out->status = reader->kind == CHANNEL_APLIKASI ? CHANNEL_OK : CHANNEL_NO_ADDRESS;
}

/* Bytes of the name at `p`: letters, digits, dots, _ and -, not ending in a dot. */
static gsize
handle_len(const char *p)
{
    gsize len = 0;
    while (g_ascii_isalnum(p[len]) || (p[len] != '\0' && strchr("._-", p[len]) != NULL))
        len++;
    while (len > 0 && p[len - 1] == '.')
        len--;
    return len >= 2 && len <= MAX_HANDLE ? len : 0;
}

static void
link_handle(Reader *reader, gsize start, gsize name, gsize len)
{
    g_autofree char *href =
        g_strdup_printf("%s%.*s", forms[reader->kind].profile, (int)len, reader->text + name);
    link_to(reader->out, copy(reader, href, strlen(href)), start, name + len - start);
}

/* Finds the @name among words; two of them stay unlinked. */
static gboolean
read_at_handle(Reader *reader)
{
    const char *text = reader->text;
    gsize found = 0;
    gboolean any = FALSE;
    for (const char *at = strchr(text, '@'); at != NULL; at = strchr(at + 1, '@')) {
        if (handle_len(at + 1) == 0 ||
            (at > text && (g_ascii_isalnum(at[-1]) || at[-1] == '.')))
            continue;
        if (any) {
            reader->out->status = CHANNEL_SEVERAL;
            suggest(reader->out, copy(reader, text + found, handle_len(text + found + 1) + 1));
            suggest(reader->out, copy(reader, at, handle_len(at + 1) + 1));
            return TRUE;
        }
        any = TRUE;
        found = (gsize)(at - text);
    }
    if (any)
        link_handle(reader, found, found + 1, handle_len(text + found + 1));
    return any;
}

static void
read_handle(Reader *reader)
{
    if (read_url(reader) || read_at_handle(reader))
        return;
    gboolean may_be_number = reader->kind == CHANNEL_TELEGRAM &&
                             (g_ascii_isdigit(reader->text[0]) || reader->text[0] == '+');
    if (may_be_number) {
        read_phone(reader);
        return;
    }
    gboolean bare_name =
        reader->kind != CHANNEL_YOUTUBE && handle_len(reader->text) == reader->len;
    if (bare_name)
        link_handle(reader, 0, 0, reader->len);
    else
        reader->out->status = CHANNEL_PAGE_NAME;
}

/* A value of which nobody says what it is: linked where it can only be one thing. */
static void
read_any(Reader *reader)
{
    if (read_url(reader) || read_email(reader))
        return;
    for (gsize i = 0; i < reader->len; i++)
        if (g_ascii_isalpha(reader->text[i]))
            return;
    read_phone(reader);
    if (reader->out->status == CHANNEL_NO_ADDRESS)
        reader->out->status = CHANNEL_OK;
}

static gboolean
is_blank(const char *text, gsize len)
{
    return len == 0 || (len == 1 && text[0] == '-');
}

void
channel_read_value(Arena *arena, ChannelKind kind, const char *nilai, ChannelValue *out)
{
    const char *text = nilai == NULL ? "" : nilai;
    gsize len = strlen(text);
    for (; len > 0 && g_ascii_isspace(*text); text++)
        len--;
    while (len > 0 && g_ascii_isspace(text[len - 1]))
        len--;
    *out = (ChannelValue){.status = CHANNEL_OK, .href = ""};
    for (guint i = 0; i < CHANNEL_MAX_SUGGESTIONS; i++)
        out->suggestions[i] = "";
    out->display = arena_strndup(arena, text, len);
    if (is_blank(text, len)) {
        out->status = CHANNEL_EMPTY;
        return;
    }
    Reader reader = {arena, kind, out->display, len, out};
    switch (forms[kind].form) {
    case FORM_PHONE:
        read_phone(&reader);
        break;
    case FORM_EMAIL:
        if (!read_email(&reader))
            out->status = read_url(&reader) ? CHANNEL_EMAIL_BAD : CHANNEL_NO_ADDRESS;
        break;
    case FORM_WEB:
        read_web(&reader);
        break;
    case FORM_HANDLE:
        read_handle(&reader);
        break;
    case FORM_WORDS:
        read_url(&reader);
        break;
    case FORM_ANY:
        read_any(&reader);
        break;
    }
    if (out->status != CHANNEL_OK) {
        out->href = "";
        out->link_start = out->link_len = 0;
    }
}
