/* Any bytes as a drawing: what passes holds nothing that runs, what does not is told with its line. */
#include "fuzz.h"
#include "text/picture.h"
#include "text/svg.h"
#include <string.h>

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    static const char *const runs[] = {"<script", "<foreignObject", "<svg:script",
                                       "xmlns=\"http://www.w3.org/1999/xhtml"};
    SvgFault fault;
    guint32 width, height;
    const char *text = (const char *)bytes;
    picture_measure(bytes, len, &width, &height);
    if (!svg_is_safe(text, len, &fault)) {
        g_assert_true(*fault.what != '\0' && fault.line > 0);
        g_assert_true(g_utf8_validate(fault.what, -1, NULL));
        return 0;
    }
    gsize start = 0;
    while (start < len && strchr(" \t\r\n", text[start]) != NULL && text[start] != '\0')
        start++;
    if (start == len || text[start] != '<' || g_strstr_len(text, (gssize)len, "<!") != NULL)
        return 0; /* comments and CDATA may quote anything */
    for (gsize i = 0; i < G_N_ELEMENTS(runs); i++)
        g_assert_null(g_strstr_len(text, (gssize)len, runs[i]));
    return 0;
}
