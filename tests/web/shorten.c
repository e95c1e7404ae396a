/* Shortens many texts: reads "css LEN\n" or "js LEN\n" and LEN bytes, again and again, and writes "1 LEN\n" (0: passed as it is)
 * and what comes out. For shorten.js. */
#include "page/asset.h"
#include <stdio.h>
#include <string.h>

int
main(void)
{
    char kind[4];
    gsize len;
    g_autoptr(GString) out = g_string_new(NULL);
    while (scanf("%3s %zu", kind, &len) == 2 && getchar() == '\n') {
        g_autofree char *text = g_malloc(len + 1);
        if (fread(text, 1, len, stdin) != len)
            return 1;
        g_string_truncate(out, 0);
        gboolean done = strcmp(kind, "js") == 0 ? asset_append_js(out, text, len)
                                                : asset_append_css(out, text, len);
        printf("%d %zu\n", done, out->len);
        fwrite(out->str, 1, out->len, stdout);
    }
    return 0;
}
