#include "value/url.h"
#include <string.h>

enum { MAX_HOST = 253, MAX_LABEL = 63, MAX_PORT_DIGITS = 5 };

/* A first part that ends so is a host, not a file. */
static const char *const known_ends[] = {".id", ".com", ".org", ".net"};
/* Schemes that stand for http:// or https:// mistyped. */
static const char *const mistyped[] = {
    "htp", "htps", "hhtp",  "hhtps",  "htttp", "htttps",
    "ttp", "ttps", "httpp", "httpss", "httsp",
};

static gboolean
is_host_char(char c)
{
    return g_ascii_isalnum(c) || c == '-';
}

/* A dotted quad of numbers up to 255. */
static gboolean
is_ipv4(const char *text, gsize len)
{
    guint n = 0;
    for (gsize i = 0; i < len; n++) {
        guint value = 0, digits = 0;
        for (; i < len && g_ascii_isdigit(text[i]) && digits < 4; i++, digits++)
            value = value * 10 + (guint)(text[i] - '0');
        if (digits == 0 || digits > 3 || value > 255 || (i < len && text[i++] != '.') || n == 4)
            return FALSE;
    }
    return n == 4 && text[len - 1] != '.';
}

gboolean
host_is_valid(const char *text, gsize len)
{
    if (len == 0 || len > MAX_HOST)
        return FALSE;
    guint dots = 0;
    gsize label = 0;
    for (gsize i = 0; i <= len; i++) {
        if (i < len && is_host_char(text[i]))
            continue;
        if (i < len && text[i] != '.')
            return FALSE;
        if (i == label || i - label > MAX_LABEL || text[label] == '-' || text[i - 1] == '-')
            return FALSE;
        if (i < len) {
            dots++;
            label = i + 1;
        }
    }
    gboolean alpha = len - label >= 2;
    for (gsize i = label; i < len; i++)
        alpha = alpha && g_ascii_isalpha(text[i]);
    if (len - label > 4 && g_ascii_strncasecmp(text + label, "xn--", 4) == 0)
        alpha = TRUE;
    return dots > 0 && alpha;
}

static gboolean
is_email_char(char c)
{
    return g_ascii_isalnum(c) || (c != '\0' && strchr(".!#$%&'*+/=?^_`{|}~-", c) != NULL);
}

gboolean
email_is_valid(const char *text, gsize len)
{
    const char *at = memchr(text, '@', len);
    gsize local = at == NULL ? 0 : (gsize)(at - text);
    if (local == 0 || local > 64 || text[0] == '.' || text[local - 1] == '.')
        return FALSE;
    for (gsize i = 0; i < local; i++)
        if (!is_email_char(text[i]) || (text[i] == '.' && text[i + 1] == '.'))
            return FALSE;
    return host_is_valid(at + 1, len - local - 1);
}

/* Bytes up to the first of `marks`. */
static gsize
span_until(const char *text, gsize len, const char *marks)
{
    gsize n = 0;
    while (n < len && strchr(marks, text[n]) == NULL)
        n++;
    return n;
}

static gboolean
ends_known(const char *host, gsize len)
{
    for (guint i = 0; i < G_N_ELEMENTS(known_ends); i++) {
        gsize n = strlen(known_ends[i]);
        if (len > n && g_ascii_strncasecmp(host + len - n, known_ends[i], n) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_lapor(const char *host, gsize len)
{
    static const char name[] = "lapor.go.id";
    gsize n = strlen(name);
    return len >= n && g_ascii_strncasecmp(host + len - n, name, n) == 0 &&
           (len == n || host[len - n - 1] == '.');
}

static gboolean
has_prefix(const char *text, gsize len, const char *prefix)
{
    gsize n = strlen(prefix);
    return len >= n && g_ascii_strncasecmp(text, prefix, n) == 0;
}

static const char *
take(Arena *arena, GString *text)
{
    return arena_strndup(arena, text->str, text->len);
}

/* Path, query and fragment with every byte a URL may not hold percent-encoded. */
static void
append_rest(GString *out, const char *text, gsize len)
{
    gboolean in_fragment = FALSE;
    for (gsize i = 0; i < len; i++) {
        char c = text[i];
        gboolean keep =
            g_ascii_isalnum(c) || (c != '\0' && strchr("-._~!$&'()*+,;=:@/?", c) != NULL);
        if (c == '%')
            keep =
                i + 2 < len && g_ascii_isxdigit(text[i + 1]) && g_ascii_isxdigit(text[i + 2]);
        if (c == '#') {
            keep = !in_fragment;
            in_fragment = TRUE;
        }
        if (keep)
            g_string_append_c(out, c);
        else
            g_string_append_printf(out, "%%%02X", (guchar)c);
    }
}

static void
append_lower(GString *out, const char *text, gsize len)
{
    for (gsize i = 0; i < len; i++)
        g_string_append_c(out, g_ascii_tolower(text[i]));
}

/* Bytes of ":port" at the end of an authority; 0 = none. */
static gsize
port_len(const char *text, gsize len)
{
    gsize digits = 0;
    while (digits < len && g_ascii_isdigit(text[len - 1 - digits]))
        digits++;
    gboolean is_port = digits > 0 && digits <= MAX_PORT_DIGITS && digits < len &&
                       text[len - 1 - digits] == ':';
    return is_port ? digits + 1 : 0;
}

/* "htpp:", "thtps:": the letters of http, in some order and number, before a colon. */
static gboolean
is_like_http(const char *text, gsize len, gsize letters)
{
    gboolean t = FALSE, p = FALSE;
    for (gsize i = 0; i < letters; i++) {
        char c = g_ascii_tolower(text[i]);
        if (strchr("htps", c) == NULL)
            return FALSE;
        t = t || c == 't';
        p = p || c == 'p';
    }
    return t && p && letters <= 7 && letters < len && text[letters] == ':';
}

/* Bytes of a mistyped http://, https:// or //: letters, then marks. */
static gsize
broken_scheme(const char *text, gsize len, gboolean *secure)
{
    gsize letters = span_until(text, len, ":;/\\.,");
    gboolean known = has_prefix(text, letters, "http") && letters <= 5;
    for (guint i = 0; i < G_N_ELEMENTS(mistyped) && !known; i++)
        known = letters == strlen(mistyped[i]) && has_prefix(text, letters, mistyped[i]);
    if (letters > 0 && !known && !is_like_http(text, len, letters))
        return 0;
    gsize marks = 0;
    while (letters + marks < len && strchr(":;/\\.,", text[letters + marks]) != NULL)
        marks++;
    if (marks > 0 && letters > 0)
        *secure = g_ascii_tolower(text[letters - 1]) == 's';
    return marks > 0 ? letters + marks : 0;
}

/* The likely correction of a mistyped address, "" when there is none. */
static const char *
repair(Arena *arena, const char *text, gsize len)
{
    gboolean secure = FALSE;
    for (gsize n; (n = broken_scheme(text, len, &secure)) > 0; len -= n)
        text += n;
    g_autoptr(GString) fixed = g_string_new(NULL);
    gboolean in_path = FALSE; /* "…/formulir a.pdf": a blank of a name; elsewhere one too many */
    for (gsize i = 0; i < len; i++) {
        char c = text[i] == '\\' ? '/' : text[i];
        in_path = in_path || c == '/';
        gboolean inside = in_path && i > 0 && i + 1 < len && g_ascii_isalnum(text[i - 1]) &&
                          g_ascii_isalnum(text[i + 1]);
        if (!g_ascii_isspace(c))
            g_string_append_c(fixed, c);
        else if (inside)
            g_string_append(fixed, "%20");
    }
    gsize host = span_until(fixed->str, fixed->len, "/?#");
    for (gsize i = 0; i < host; i++)
        if (fixed->str[i] == ',')
            fixed->str[i] = '.';
    gsize end = host;
    while (host > 0 && fixed->str[host - 1] == '.')
        host--;
    g_string_erase(fixed, (gssize)host, (gssize)(end - host));
    if (!host_is_valid(fixed->str, host)) {
        /* https://dinsos/lebakkab.go.id: a slash where a dot belongs */
        if (host == 0 || memchr(fixed->str, '.', host) != NULL || host + 1 >= fixed->len)
            return "";
        gsize more = span_until(fixed->str + host + 1, fixed->len - host - 1, "/?#");
        fixed->str[host] = '.';
        host += 1 + more;
        if (!host_is_valid(fixed->str, host) || !ends_known(fixed->str, host))
            return "";
    }
    secure = secure || is_lapor(fixed->str, host);
    g_string_prepend(fixed, secure ? "https://" : "http://");
    return take(arena, fixed);
}

static void
refuse(UrlValue *out, UrlStatus status, const char *suggestion)
{
    out->status = status;
    out->suggestion = suggestion;
}

/* `text` is what follows the scheme: authority and rest. */
static void
check_web(Arena *arena, const char *scheme, const char *text, gsize len, UrlValue *out)
{
    gsize authority = span_until(text, len, "/?#\\");
    const char *at = memchr(text, '@', authority);
    if (at != NULL) {
        refuse(out, URL_USER,
               email_is_valid(text, authority) ? arena_strndup(arena, text, authority) : "");
        return;
    }
    gsize host = authority - port_len(text, authority);
    if (!host_is_valid(text, host) && !is_ipv4(text, host)) {
        const char *fixed = repair(arena, text, len);
        if (g_str_has_prefix(fixed, "http:") && strcmp(scheme, "https://") == 0) {
            g_autofree char *secure = g_strconcat("https:", fixed + strlen("http:"), NULL);
            fixed = arena_strndup(arena, secure, strlen(secure));
        }
        refuse(out, URL_BAD, fixed);
        return;
    }
    g_autoptr(GString) href = g_string_new(scheme);
    append_lower(href, text, host);
    g_string_append_len(href, text + host, (gssize)(authority - host));
    append_rest(href, text + authority, len - authority);
    out->status = URL_OK;
    out->href = take(arena, href);
}

static void
check_mailto(Arena *arena, const char *text, gsize len, UrlValue *out)
{
    gsize address = span_until(text, len, "?");
    if (!email_is_valid(text, address)) {
        refuse(out, URL_BAD, "");
        return;
    }
    g_autoptr(GString) href = g_string_new("mailto:");
    append_rest(href, text, len);
    out->status = URL_OK;
    out->href = take(arena, href);
}

static void
check_tel(Arena *arena, const char *text, gsize len, UrlValue *out)
{
    g_autoptr(GString) href = g_string_new("tel:");
    guint digits = 0;
    for (gsize i = 0; i < len; i++) {
        if (g_ascii_isdigit(text[i]))
            digits++;
        else if (strchr(" ().-", text[i]) != NULL)
            continue;
        else if (text[i] != '+' || i > 0)
            digits = 99;
        g_string_append_c(href, text[i]);
    }
    if (digits < 3 || digits > 15) {
        refuse(out, URL_BAD, "");
        return;
    }
    out->status = URL_OK;
    out->href = take(arena, href);
}

/* Bytes of "scheme" before its colon; 0 = none. "dinsos.go.id:8080" is a host. */
static gsize
scheme_len(const char *text, gsize len)
{
    gsize n = 0;
    while (n < len && (is_host_char(text[n]) || text[n] == '+' || text[n] == '.'))
        n++;
    if (n == 0 || n == len || text[n] != ':' || !g_ascii_isalpha(text[0]))
        return 0;
    gsize port = 0;
    while (n + 1 + port < len && g_ascii_isdigit(text[n + 1 + port]))
        port++;
    if (port > 0 && host_is_valid(text, n) &&
        (n + 1 + port == len || strchr("/?#", text[n + 1 + port]) != NULL))
        return 0;
    return n;
}

/* An address without scheme: a host, an e-mail address, a file. */
static void
check_bare(Arena *arena, const char *text, gsize len, gboolean channel, UrlValue *out)
{
    gsize first = span_until(text, len, "/?#");
    gsize host = first - port_len(text, first);
    gboolean is_host = host_is_valid(text, host);
    gboolean secure;
    if (email_is_valid(text, len)) {
        g_autofree char *mailto = g_strdup_printf("mailto:%.*s", (int)len, text);
        refuse(out, URL_EMAIL, arena_strndup(arena, mailto, strlen(mailto)));
    } else if (is_host && (channel || ends_known(text, host))) {
        out->scheme_added = TRUE;
        check_web(arena, is_lapor(text, host) ? "https://" : "http://", text, len, out);
    } else if (channel || (text[0] != '.' && (broken_scheme(text, len, &secure) > 4 ||
                                              has_prefix(text, len, "www,")))) {
        refuse(out, URL_BAD, repair(arena, text, len));
    } else {
        out->status = URL_RELATIVE;
        out->href = arena_strndup(arena, text, len);
    }
}

static void
check_scheme(Arena *arena, const char *text, gsize len, gsize scheme, UrlValue *out)
{
    const char *rest = text + scheme + 1;
    gsize rest_len = len - scheme - 1;
    gboolean secure = scheme == 5 && has_prefix(text, scheme, "https"), ignored;
    if (secure || (scheme == 4 && has_prefix(text, scheme, "http"))) {
        if (has_prefix(rest, rest_len, "//"))
            check_web(arena, secure ? "https://" : "http://", rest + 2, rest_len - 2, out);
        else
            refuse(out, URL_BAD, repair(arena, text, len));
    } else if (scheme == 6 && has_prefix(text, scheme, "mailto")) {
        check_mailto(arena, rest, rest_len, out);
    } else if (scheme == 3 && has_prefix(text, scheme, "tel")) {
        check_tel(arena, rest, rest_len, out);
    } else if (broken_scheme(text, len, &ignored) > 0) {
        refuse(out, URL_BAD, repair(arena, text, len));
    } else {
        refuse(out, URL_SCHEME, "");
    }
}

void
url_check(Arena *arena, const char *text, gboolean channel, UrlValue *out)
{
    *out = (UrlValue){.status = URL_EMPTY, .href = "", .suggestion = ""};
    if (text == NULL)
        return;
    gsize len = strlen(text);
    for (int layer = 0; layer < 2; layer++) {
        for (; len > 0 && g_ascii_isspace(*text); text++)
            len--;
        while (len > 0 && g_ascii_isspace(text[len - 1]))
            len--;
        if (len >= 2 && text[0] == '<' && text[len - 1] == '>') {
            text++;
            len -= 2;
        }
    }
    if (len == 0)
        return;
    gboolean space = FALSE;
    for (gsize i = 0; i < len; i++) {
        if ((guchar)text[i] < 0x20 || text[i] == 0x7f) {
            refuse(out, URL_CONTROL, "");
            return;
        }
        space = space || text[i] == ' ';
    }
    gsize scheme = scheme_len(text, len);
    gboolean is_tel = scheme == 3 && has_prefix(text, len, "tel:");
    if (has_prefix(text, len, "//") || text[0] == '\\')
        refuse(out, URL_SCHEME, "");
    else if (space && !is_tel && (scheme > 0 || channel))
        refuse(out, URL_CONTROL, repair(arena, text, len));
    else if (scheme > 0)
        check_scheme(arena, text, len, scheme, out);
    else
        check_bare(arena, text, len, channel, out);
}
