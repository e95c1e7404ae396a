#include "text/sniff.h"
#include <string.h>

/*
 * Which tags begin a page differs from browser to browser, and Chromium looks at their first letters alone: to it "<bentuk" is a
 * "<b". So any tag does, and whatever "<!" and "<?" declare. What they pass over first: blanks, a vertical tab as well, and a
 * mark of the byte order.
 */
gboolean
sniff_is_page(const char *bytes, gsize len, char word[SNIFF_WORD])
{
    static const char bom[] = "\xEF\xBB\xBF";
    const char *at = bytes, *end = bytes + MIN(len, SNIFF_HEAD);
    if (len >= strlen(bom) && memcmp(at, bom, strlen(bom)) == 0)
        at += strlen(bom);
    while (at < end && (g_ascii_isspace(*at) || *at == '\v'))
        at++;
    if (end - at < 2 || *at != '<' || (!g_ascii_isalpha(at[1]) && at[1] != '!' && at[1] != '?'))
        return FALSE;
    gsize n = 2;
    while (n < SNIFF_WORD - 1 && n < (gsize)(end - at) &&
           (g_ascii_isalnum(at[n]) || at[n] == '-'))
        n++;
    memcpy(word, at, n);
    word[n] = '\0';
    return TRUE;
}
