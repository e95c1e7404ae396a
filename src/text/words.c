#include "text/words.h"
#include <string.h>

const char *
words_drop_lead(const char *text, const char *const *leads)
{
    for (; *leads != NULL; leads++) {
        gsize n = strlen(*leads);
        if (g_ascii_strncasecmp(text, *leads, n) == 0 && text[n] == ' ' &&
            text[n + strspn(text + n, " ")] != '\0')
            return text + n + strspn(text + n, " ");
    }
    return text;
}

const char *
words_trim(Arena *arena, const char *text)
{
    gsize len = strlen(text), n = len;
    while (n > 0 && strchr(" \t\n,;:", text[n - 1]) != NULL)
        n--;
    return n == len ? text : arena_strndup(arena, text, n);
}

const char *
words_cut(Arena *arena, const char *text, guint max)
{
    const char *end = text, *word = text;
    for (guint n = 0; *end != '\0' && n < max; n++) {
        if (*end == ' ')
            word = end;
        end += g_utf8_skip[(guchar)*end];
    }
    if (*end == '\0')
        return text;
    if (word == text) /* one long word */
        word = g_utf8_prev_char(end);
    while (word > text && strchr(" ,;:-", word[-1]) != NULL)
        word--;
    gsize len = (gsize)(word - text);
    char *out = arena_alloc(arena, len + sizeof "…");
    memcpy(out, text, len);
    memcpy(out + len, "…", sizeof "…");
    return out;
}

/* The next byte that is a letter, digit or part of one; 0 at the end. U+2000 … U+206F are punctuation. */
static char
next_letter(const char **at)
{
    for (; **at != '\0'; (*at)++) {
        const guchar *c = (const guchar *)*at;
        if (c[0] == 0xE2 && (c[1] == 0x80 || c[1] == 0x81) && c[2] != 0)
            *at += 2;
        else if (c[0] >= 0x80 || g_ascii_isalnum(c[0]))
            return g_ascii_tolower(*(*at)++);
    }
    return '\0';
}

gboolean
words_are_same(const char *raw, const char *shown, const char *more)
{
    for (;;) {
        char a = next_letter(&raw), b = next_letter(&shown);
        if (b == '\0')
            b = next_letter(&more);
        if (a != b)
            return FALSE;
        if (a == '\0')
            return TRUE;
    }
}
