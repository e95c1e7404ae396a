/* Any bytes as a style sheet and as a script: what cannot be shortened passes as it is, what was shortened shortens to
 * itself. */
#include "fuzz.h"
#include "page/asset.h"
#include <string.h>

typedef gboolean (*Shorten)(GString *out, const char *text, gsize len);

static void
check(Shorten shorten, const char *bytes, gsize len)
{
    g_autoptr(GString) once = g_string_new(NULL), twice = g_string_new(NULL);
    if (!shorten(once, bytes, len)) {
        g_assert_cmpmem(once->str, once->len, bytes, len);
        return;
    }
    g_assert_true(shorten(twice, once->str, once->len));
    g_assert_cmpmem(twice->str, twice->len, once->str, once->len);
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    check(asset_append_css, (const char *)bytes, len);
    check(asset_append_js, (const char *)bytes, len);
    return 0;
}
