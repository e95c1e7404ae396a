#include "value/channel-private.h"
#include "value/url.h"
#include <string.h>

enum { MAX_HANDLE = 60 };

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

const char *
channel_copy(Reader *reader, const char *text, gsize len)
{
    return arena_strndup(reader->arena, text, len);
}

void
channel_suggest(ChannelValue *out, const char *suggestion)
{
    if (suggestion[0] != '\0' && out->n_suggestions < CHANNEL_MAX_SUGGESTIONS)
        out->suggestions[out->n_suggestions++] = suggestion;
}

void
channel_link(ChannelValue *out, const char *href, gsize start, gsize len)
{
    out->status = CHANNEL_OK;
    out->href = href;
    out->link_start = (guint)start;
    out->link_len = (guint)len;
}

/* "https://wa.me/0812…": WhatsApp knows numbers with their country only. The address with 62; NULL: it is not so. */
static const char *
mended_whatsapp(Reader *reader, const char *href)
{
    static const char *const heads[] = {"://wa.me/0", "phone=0"};
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
        const char *found = strstr(href, heads[i]);
        if (found == NULL || strlen(found) < strlen(heads[i]) + 9)
            continue;
        gsize head = (gsize)(found - href) + strlen(heads[i]) - 1;
        g_autofree char *better = g_strdup_printf("%.*s62%s", (int)head, href, href + head + 1);
        return channel_copy(reader, better, strlen(better));
    }
    return NULL;
}

static void
take_url(Reader *reader, const UrlValue *url, UrlSpan span)
{
    ChannelValue *out = reader->out;
    const char *whatsapp = url->status == URL_OK && reader->kind == CHANNEL_WHATSAPP
                               ? mended_whatsapp(reader, url->href)
                               : NULL;
    if (whatsapp != NULL) {
        out->status = CHANNEL_URL_BAD;
        channel_suggest(out, whatsapp);
        return;
    }
    switch (url->status) {
    case URL_OK:
        channel_link(out, url->href, span.start, span.len);
        return;
    case URL_USER:
        out->status = CHANNEL_URL_USER;
        break;
    case URL_EMAIL:
        out->status = CHANNEL_EMAIL_CALLED_WEB;
        channel_suggest(out, channel_copy(reader, reader->text + span.start, span.len));
        return;
    case URL_RELATIVE:
    case URL_EMPTY:
    case URL_SCHEME:
    case URL_CONTROL:
    case URL_BAD:
        out->status = CHANNEL_URL_BAD;
        break;
    }
    channel_suggest(out, url->suggestion);
}

/* "https: //contoh.go.id": an address with blanks in its beginning. FALSE: it is not so. */
static gboolean
read_parted_url(Reader *reader)
{
    const char *text = reader->text, *colon = strchr(text, ':');
    gsize scheme = strspn(text, "htpsHTPS"), gap = scheme + strspn(text + scheme, " ");
    if (scheme < 4 || scheme > 5 || colon != text + gap)
        return FALSE;
    const char *slashes = colon + 1 + strspn(colon + 1, " ");
    const char *host = slashes + 2;
    if (strncmp(slashes, "//", 2) != 0 ||
        (slashes == colon + 1 && *host != ' ' && gap == scheme))
        return FALSE;
    host += strspn(host, " ");
    g_autofree char *whole = g_strdup_printf("%.*s://%s", (int)scheme, text, host);
    UrlValue url;
    url_check(reader->arena, channel_copy(reader, whole, strlen(whole)), TRUE, &url);
    reader->out->status = CHANNEL_URL_BAD;
    channel_suggest(reader->out, url.status == URL_OK ? url.href : "");
    return TRUE;
}

/* Links the one web address in the text; two different ones stay unlinked. FALSE: there is none. */
gboolean
channel_read_url(Reader *reader)
{
    UrlSpan first, next;
    UrlValue url, other;
    if (read_parted_url(reader))
        return TRUE;
    if (!url_find(reader->text, 0, &first))
        return FALSE;
    url_check(reader->arena, channel_copy(reader, reader->text + first.start, first.len), TRUE,
              &url);
    for (gsize at = first.start + first.len; url_find(reader->text, at, &next);
         at = next.start + next.len) {
        url_check(reader->arena, channel_copy(reader, reader->text + next.start, next.len),
                  TRUE, &other);
        if (url.status == URL_OK && other.status == URL_OK &&
            strcmp(url.href, other.href) != 0) {
            reader->out->status = CHANNEL_SEVERAL;
            channel_suggest(reader->out, url.href);
            channel_suggest(reader->out, other.href);
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
    return email_is_valid(mended, span.len) ? channel_copy(reader, mended, span.len) : "";
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
        const char *address = channel_copy(reader, reader->text + span.start, span.len);
        gboolean same = n > 0 && span.len == first.len &&
                        g_ascii_strncasecmp(address, reader->text + first.start, span.len) == 0;
        if (same)
            continue;
        if (n++ == 0)
            first = span;
        channel_suggest(out, address);
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
        channel_suggest(out, cut ? "" : mended_email(reader, first));
        return TRUE;
    }
    g_autofree char *mailto = g_strconcat("mailto:", address, NULL);
    channel_link(out, channel_copy(reader, mailto, strlen(mailto)), first.start, first.len);
    return TRUE;
}

static void
read_web(Reader *reader)
{
    ChannelValue *out = reader->out;
    if (channel_read_url(reader))
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
            channel_suggest(out, address);
        }
        out->status = CHANNEL_EMAIL_CALLED_WEB;
        return;
    }
    if (reader->kind == CHANNEL_LAPOR)
        channel_link(out, lapor_url, 0, reader->len);
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
    channel_link(reader->out, channel_copy(reader, href, strlen(href)), start,
                 name + len - start);
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
            channel_suggest(reader->out, channel_copy(reader, text + found,
                                                      handle_len(text + found + 1) + 1));
            channel_suggest(reader->out, channel_copy(reader, at, handle_len(at + 1) + 1));
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
    if (channel_read_url(reader) || read_at_handle(reader))
        return;
    gboolean may_be_number = reader->kind == CHANNEL_TELEGRAM &&
                             (g_ascii_isdigit(reader->text[0]) || reader->text[0] == '+');
    if (may_be_number) {
        channel_read_phone(reader);
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
    if (channel_read_url(reader) || read_email(reader))
        return;
    for (gsize i = 0; i < reader->len; i++)
        if (g_ascii_isalpha(reader->text[i]))
            return;
    channel_read_phone(reader);
    if (reader->out->status == CHANNEL_NO_ADDRESS)
        reader->out->status = CHANNEL_OK;
}

/* "dinas @contoh.go.id", "dinas@ contoh.go.id": without the blank, if that is an address. */
static void
read_no_email(Reader *reader)
{
    g_auto(GStrv) words = g_strsplit(reader->text, " ", -1);
    g_autofree char *joined = g_strjoinv("", words);
    gboolean sign = strchr(reader->text, '@') != NULL;
    reader->out->status =
        channel_read_url(reader) || sign ? CHANNEL_EMAIL_BAD : CHANNEL_NO_ADDRESS;
    if (sign && email_is_valid(joined, strlen(joined)))
        channel_suggest(reader->out, channel_copy(reader, joined, strlen(joined)));
}

static gboolean
is_blank(const char *text, gsize len)
{
    return len == 0 || (len == 1 && text[0] == '-');
}

void
channel_read_value(Arena *arena, ChannelKind kind, const char *nilai, ChannelValue *out)
{
    const char *given = nilai != NULL ? nilai : "";
    const char *text = g_strstrip(arena_strndup(arena, given, strlen(given)));
    gsize len = strlen(text);
    *out = (ChannelValue){.status = CHANNEL_OK, .display = text, .href = ""};
    for (guint i = 0; i < CHANNEL_MAX_SUGGESTIONS; i++)
        out->suggestions[i] = "";
    if (is_blank(text, len)) {
        out->status = CHANNEL_EMPTY;
        return;
    }
    Reader reader = {arena, kind, text, len, out};
    switch (forms[kind].form) {
    case FORM_PHONE:
        channel_read_phone(&reader);
        break;
    case FORM_EMAIL:
        if (!read_email(&reader))
            read_no_email(&reader);
        break;
    case FORM_WEB:
        read_web(&reader);
        break;
    case FORM_HANDLE:
        read_handle(&reader);
        break;
    case FORM_WORDS:
        channel_read_url(&reader);
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
