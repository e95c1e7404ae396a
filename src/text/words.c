#include "text/words.h"
#include <glib.h>
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
