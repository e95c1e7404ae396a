#include "import/word-list.h"
#include "text/fold.h"
#include <string.h>

/* The word at *list, its length; *list goes behind it. NULL at the end. */
static const char *
next_word(const char **list, gsize *len)
{
    const char *word = *list;
    *len = strcspn(word, "|");
    *list += *len + (word[*len] == '|');
    return *len > 0 ? word : NULL;
}

gboolean
word_list_has(const char *list, const char *text, gsize len)
{
    gsize n;
    for (const char *word; (word = next_word(&list, &n)) != NULL;)
        if (n == len && g_ascii_strncasecmp(word, text, n) == 0)
            return TRUE;
    return FALSE;
}

gboolean
word_list_says(const char *list, const char *text)
{
    gsize n;
    for (const char *word; (word = next_word(&list, &n)) != NULL;) {
        g_autofree char *one = g_strndup(word, n);
        if (fold_compare(text, one) == 0)
            return TRUE;
    }
    return FALSE;
}

gsize
word_list_begin(const char *list, const char *text)
{
    gsize n;
    for (const char *word; (word = next_word(&list, &n)) != NULL;)
        if (g_ascii_strncasecmp(word, text, n) == 0 &&
            (!g_ascii_isalnum(text[n]) || !g_ascii_isalnum(word[n - 1])))
            return n;
    return 0;
}

gboolean
word_list_inside(const char *list, const char *text)
{
    gsize n, len = strlen(text);
    for (const char *word; (word = next_word(&list, &n)) != NULL;)
        for (gsize at = 0; at + n <= len; at++)
            if (g_ascii_strncasecmp(word, text + at, n) == 0)
                return TRUE;
    return FALSE;
}
