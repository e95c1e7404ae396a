#include "plan/url.h"
#include "text/slug.h"
#include <string.h>

void
url_append_root(GString *out, const char *page)
{
    for (const char *c = page; *c != '\0'; c++) {
        if (*c == '/')
            g_string_append(out, "../");
    }
}

void
url_append_relative(GString *out, const char *page, const char *path)
{
    url_append_root(out, page);
    slug_append_encoded_path(out, path);
}
