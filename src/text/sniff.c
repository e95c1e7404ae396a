#include "text/sniff.h"
#include <string.h>

typedef struct Head {
    const guchar *at, *end;
    gsize width; /* bytes of a letter: 1, or 2 of UTF-16 */
    gsize low;   /* which of them holds letters below 128 */
} Head;

static gboolean
begins(const Head *head, const char *bytes, gsize n)
{
    return (gsize)(head->end - head->at) >= n && memcmp(head->at, bytes, n) == 0;
}

/* By its mark, or as XML tells without one: https://www.w3.org/TR/xml/ F. */
static void
find_width(Head *head)
{
    static const struct {
        const char *bytes;
        gsize len, passed, width, low;
    } kinds[] = {{"\xEF\xBB\xBF", 3, 3, 1, 0},
                 {"\xFF\xFE", 2, 2, 2, 0},
                 {"\xFE\xFF", 2, 2, 2, 1},
                 {"<\0", 2, 0, 2, 0},
                 {"\0<\0", 3, 0, 2, 1}};
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (!begins(head, kinds[i].bytes, kinds[i].len))
            continue;
        head->at += kinds[i].passed;
        head->width = kinds[i].width;
        head->low = kinds[i].low;
        return;
    }
}

/* The letter `n` behind this one; 0: none below 128. */
static char
letter(const Head *head, gsize n)
{
    const guchar *at = head->at + n * head->width;
    if ((gsize)(head->end - head->at) < (n + 1) * head->width || at[head->low] >= 0x80)
        return '\0';
    return head->width == 2 && at[1 - head->low] != 0 ? '\0' : (char)at[head->low];
}

/*
 * Which tags begin a page differs from browser to browser, and Chromium looks at their first letters alone: to it "<bentuk" is a
 * "<b". So any tag does, and whatever "<!" and "<?" declare. What they pass over first: blanks, a vertical tab as well, and a
 * mark of the byte order. A server may tell XML by the name, and XML may be UTF-16, or stand behind any number of blanks: what is
 * blank throughout counts as a page, too.
 */
gboolean
sniff_is_page(const char *bytes, gsize len, char word[SNIFF_WORD])
{
    const guchar *start = (const guchar *)bytes;
    Head head = {start, start + MIN(len, SNIFF_HEAD), 1, 0};
    find_width(&head);
    while (g_ascii_isspace(letter(&head, 0)) || letter(&head, 0) == '\v')
        head.at += head.width;
    gboolean blank = len >= SNIFF_HEAD && (gsize)(head.end - head.at) < head.width;
    char second = letter(&head, 1);
    if (!blank && (letter(&head, 0) != '<' ||
                   (!g_ascii_isalpha(second) && second != '!' && second != '?')))
        return FALSE;
    gsize n = 0;
    while (!blank && n < SNIFF_WORD - 1 &&
           (n < 2 || letter(&head, n) == '-' || g_ascii_isalnum(letter(&head, n)))) {
        word[n] = letter(&head, n);
        n++;
    }
    word[n] = '\0';
    return TRUE;
}
