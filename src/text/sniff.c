#include "text/sniff.h"
#include <string.h>

/*
 * The tags that begin a page: https://mimesniff.spec.whatwg.org/ 7.1, and those that Firefox looks for besides
 * (nsUnknownDecoder). "!" and "?" begin declarations, comments and XML.
 */
static const char *const tags[] = {
    "a",    "applet", "b",        "base",   "body", "br",      "center", "div",
    "font", "form",   "frameset", "h1",     "h2",   "h3",      "h4",     "h5",
    "h6",   "head",   "html",     "iframe", "img",  "isindex", "link",   "meta",
    "p",    "pre",    "script",   "style",  "svg",  "table",   "title",  NULL};

gboolean
sniff_is_page(const char *bytes, gsize len, char word[SNIFF_WORD])
{
    static const char bom[] = "\xEF\xBB\xBF";
    const char *at = bytes, *end = bytes + MIN(len, SNIFF_HEAD);
    if (len >= strlen(bom) && memcmp(at, bom, strlen(bom)) == 0)
        at += strlen(bom);
    while (at < end && strchr(" \t\r\n\f", *at) != NULL && *at != '\0')
        at++;
    if (end - at < 2 || *at != '<')
        return FALSE;
    gsize n = 1;
    gboolean declares = at[n] == '!' || at[n] == '?';
    n += declares;
    while (n < SNIFF_WORD - 1 && n < (gsize)(end - at) &&
           (g_ascii_isalnum(at[n]) || (declares && at[n] == '-')))
        n++;
    memcpy(word, at, n);
    word[n] = '\0';
    g_autofree char *name = g_ascii_strdown(word + 1, -1);
    return declares || g_strv_contains(tags, name);
}
