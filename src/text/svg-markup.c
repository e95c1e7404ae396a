/* What is no element, as https://www.w3.org/TR/xml/ writes it. */
#include "text/svg-private.h"
#include <string.h>

typedef struct Reader {
    const char *at, *end;
} Reader;

static gboolean
take(Reader *r, const char *text)
{
    gsize len = strlen(text);
    if (len > (gsize)(r->end - r->at) || memcmp(r->at, text, len) != 0)
        return FALSE;
    r->at += len;
    return TRUE;
}

static gboolean
take_blanks(Reader *r)
{
    const char *start = r->at;
    while (r->at < r->end && svg_is_blank(*r->at))
        r->at++;
    return r->at > start;
}

static gboolean
take_quoted(Reader *r, SvgName *value)
{
    char quote = r->at < r->end ? *r->at : '\0';
    if (quote != '"' && quote != '\'')
        return FALSE;
    const char *close = memchr(r->at + 1, quote, (gsize)(r->end - r->at) - 1);
    if (close == NULL)
        return FALSE;
    *value = (SvgName){r->at + 1, (gsize)(close - r->at) - 1};
    r->at = close + 1;
    return TRUE;
}

/* ` name="value"`; FALSE: there is none here, and nothing is read. */
static gboolean
take_setting(Reader *r, const char *name, SvgName *value)
{
    Reader start = *r;
    if (take_blanks(r) && take(r, name)) {
        take_blanks(r);
        if (take(r, "=")) {
            take_blanks(r);
            if (take_quoted(r, value))
                return TRUE;
        }
    }
    *r = start;
    return FALSE;
}

/* Letters below 128 must be what they look like. */
static gboolean
find_letters(SvgName encoding, SvgLetters *letters)
{
    static const struct {
        const char *name;
        SvgLetters letters;
    } known[] = {{"utf-8", SVG_UTF8},           {"utf8", SVG_UTF8},
                 {"us-ascii", SVG_ASCII},       {"ascii", SVG_ASCII},
                 {"iso-8859-1", SVG_ONE_BYTE},  {"latin1", SVG_ONE_BYTE},
                 {"windows-1252", SVG_ONE_BYTE}};
    for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
        if (encoding.len == strlen(known[i].name) &&
            g_ascii_strncasecmp(encoding.start, known[i].name, encoding.len) == 0) {
            *letters = known[i].letters;
            return TRUE;
        }
    }
    return FALSE;
}

gsize
svg_declaration(const char *at, const char *end, SvgLetters *letters)
{
    Reader r = {at, end};
    SvgName version, encoding = {"utf-8", 5}, alone = {"no", 2};
    if (!take(&r, "<?xml") || !take_setting(&r, "version", &version))
        return 0;
    take_setting(&r, "encoding", &encoding);
    take_setting(&r, "standalone", &alone);
    take_blanks(&r);
    gboolean formed = take(&r, "?>") &&
                      (svg_name_is(version, "1.0") || svg_name_is(version, "1.1")) &&
                      (svg_name_is(alone, "yes") || svg_name_is(alone, "no"));
    return formed && find_letters(encoding, letters) ? (gsize)(r.at - at) : 0;
}

/* A document type may be named, not written: entities of its own may stand for anything. */
gsize
svg_doctype(const char *at, const char *end)
{
    static const char public_letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789 \r\n-'()+,./:=?;!*#@$_%";
    Reader r = {at, end};
    SvgName id = {"", 0}, address;
    if (!take(&r, "<!DOCTYPE") || !take_blanks(&r) || !(take(&r, "svg:svg") || take(&r, "svg")))
        return 0;
    if (take_blanks(&r) && r.at < r.end && *r.at != '>') {
        gboolean named = take(&r, "PUBLIC") && take_blanks(&r) && take_quoted(&r, &id);
        if (!(named || take(&r, "SYSTEM")) || !take_blanks(&r) || !take_quoted(&r, &address))
            return 0;
        take_blanks(&r);
    }
    for (gsize i = 0; i < id.len; i++) {
        if (strchr(public_letters, id.start[i]) == NULL)
            return 0;
    }
    return take(&r, ">") ? (gsize)(r.at - at) : 0;
}

/* Up to and with `close`; what stands between is *inside. */
static gboolean
take_to(Reader *r, const char *close, SvgName *inside)
{
    const char *found = g_strstr_len(r->at, r->end - r->at, close);
    if (found == NULL)
        return FALSE;
    *inside = (SvgName){r->at, (gsize)(found - r->at)};
    r->at = found + strlen(close);
    return TRUE;
}

gsize
svg_comment(const char *at, const char *end)
{
    Reader r = {at, end};
    SvgName inside;
    if (!take(&r, "<!--"))
        return 0;
    return take_to(&r, "--", &inside) && take(&r, ">") ? (gsize)(r.at - at) : 0;
}

gsize
svg_cdata(const char *at, const char *end, SvgName *inside)
{
    Reader r = {at, end};
    return take(&r, "<![CDATA[") && take_to(&r, "]]>", inside) ? (gsize)(r.at - at) : 0;
}

gsize
svg_packet(const char *at, const char *end)
{
    Reader r = {at, end};
    SvgName inside;
    gboolean formed = take(&r, "<?xpacket") && take_to(&r, "?>", &inside) &&
                      (inside.len == 0 || svg_is_blank(*inside.start));
    return formed ? (gsize)(r.at - at) : 0;
}

const char *
svg_bad_letter(const char *at, const char *end, SvgLetters letters)
{
    const char *whole = end;
    if (letters == SVG_UTF8)
        g_utf8_validate(at, end - at, &whole);
    for (const char *c = at; c < whole; c++) {
        gboolean passes =
            (guchar)*c < 0x80 ? svg_letter_passes((guchar)*c) : letters != SVG_ASCII;
        if (letters == SVG_UTF8 && (guchar)*c == 0xEF) /* U+FFFE and U+FFFF begin with it */
            passes = svg_letter_passes(g_utf8_get_char(c));
        if (!passes)
            return c;
    }
    return whole < end ? whole : NULL;
}

gboolean
svg_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

gboolean
svg_letter_passes(gunichar letter)
{
    if (letter < ' ')
        return svg_is_blank((char)letter);
    return g_unichar_validate(letter) && letter != 0xFFFE && letter != 0xFFFF;
}
