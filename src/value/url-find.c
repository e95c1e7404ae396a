#include "value/url.h"
#include <string.h>

/* Characters at which an address in running text ends. */
static gboolean
is_stop(char c)
{
    return c == '\0' || g_ascii_isspace(c) || (guchar)c < 0x20 ||
           strchr("<>\"`|[]{}", c) != NULL;
}

static gboolean
is_host_char(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '.';
}

static gboolean
begins_web(const char *p)
{
    if (g_ascii_strncasecmp(p, "www", 3) == 0)
        return (p[3] == '.' || p[3] == ',') && g_ascii_isalnum(p[4]);
    if (g_ascii_strncasecmp(p, "http", 4) != 0)
        return FALSE;
    p += 4 + (g_ascii_tolower(p[4]) == 's');
    return *p != '\0' && strchr(":/;\\", *p) != NULL && !is_stop(p[1]) && p[1] != ' ';
}

/* Closing marks and brackets without a partner are the sentence's, not the address's. */
static gsize
trim_end(const char *p, gsize len)
{
    gsize open = 0, close = 0;
    for (gsize i = 0; i < len; i++) {
        open += p[i] == '(';
        close += p[i] == ')';
    }
    while (len > 0) {
        char c = p[len - 1];
        if (c == ')' && close > open)
            close--;
        else if (strchr(".,;:!?'*", c) == NULL)
            break;
        len--;
    }
    return len;
}

/* Bytes of the address that begins at `p`, to the end of its word or the next address. */
static gsize
extent(const char *p)
{
    gsize len = 1;
    while (!is_stop(p[len]) && !((p[len] == ',' || p[len] == ';') && begins_web(p + len + 1)))
        len++;
    return trim_end(p, len);
}

/* Bytes of "host.id/path" at `p`, whose host takes `run` bytes; 0 = no host of a known end. */
static gsize
bare_extent(const char *p, gsize run)
{
    static const char *const ends[] = {".id", ".com", ".org", ".net", ".me"}; /* wa.me, t.me */
    gsize host = run;
    while (host > 0 && (p[host - 1] == '.' || p[host - 1] == '-'))
        host--;
    if (!host_is_valid(p, host))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        gsize n = strlen(ends[i]);
        if (host <= n || g_ascii_strncasecmp(p + host - n, ends[i], n) != 0)
            continue;
        gboolean goes_on = host == run && (p[run] == '/' || p[run] == '?' || p[run] == '#' ||
                                           (p[run] == ':' && g_ascii_isdigit(p[run + 1])));
        return goes_on ? extent(p) : host;
    }
    return 0;
}

/* "htpp://host": a host goes with the scheme before it, whatever that is. */
static const char *
with_scheme(const char *text, const char *host)
{
    const char *marks = host;
    while (marks > text && strchr(":;/\\", marks[-1]) != NULL)
        marks--;
    const char *letters = marks;
    while (letters > text && g_ascii_isalpha(letters[-1]))
        letters--;
    return host - marks >= 3 && letters < marks ? letters : host;
}

gboolean
url_find(const char *text, gsize from, UrlSpan *span)
{
    const char *p = text + from;
    while (*p != '\0') {
        char before = p > text ? p[-1] : ' ';
        gboolean may_begin = !is_host_char(before) && before != '@' && before != '_' &&
                             !(before == '/' && p - text >= 2 && g_ascii_isalnum(p[-2]));
        if (!may_begin || !g_ascii_isalnum(*p)) {
            p++;
            continue;
        }
        gsize run = 0;
        while (is_host_char(p[run]))
            run++;
        gsize len = begins_web(p) ? extent(p) : 0;
        if (len == 0 && p[run] != '@' && p[run] != '_')
            len = bare_extent(p, run);
        if (len > 0) {
            const char *start = with_scheme(text, p);
            *span = (UrlSpan){(guint)(start - text), (guint)(len + (gsize)(p - start))};
            return TRUE;
        }
        p += run;
    }
    return FALSE;
}

static gboolean
is_local_char(char c)
{
    return g_ascii_isalnum(c) || (c != '\0' && strchr("._+-%", c) != NULL);
}

gboolean
email_find(const char *text, gsize from, UrlSpan *span)
{
    const char *begin = text + from;
    for (const char *at = strchr(begin, '@'); at != NULL; at = strchr(at + 1, '@')) {
        const char *start = at, *end = at + 1;
        while (start > begin && is_local_char(start[-1]))
            start--;
        while (is_host_char(*end) || (*end == ',' && g_ascii_isalnum(end[1])))
            end++;
        while (end > at + 1 && !g_ascii_isalnum(end[-1]))
            end--;
        while (start < at && !g_ascii_isalnum(*start))
            start++;
        if (start < at && end > at + 1) {
            *span = (UrlSpan){(guint)(start - text), (guint)(end - start)};
            return TRUE;
        }
        begin = at + 1;
    }
    return FALSE;
}
