#include "model/front.h"
#include "model/bind.h"
#include <string.h>

static gboolean
line_is(const Source *source, guint line, const char *what)
{
    gsize len, n = strlen(what);
    const char *text = source_line(source, line, &len);
    if (len < n || *text != *what || memcmp(text, what, n) != 0)
        return FALSE;
    while (len > n && g_ascii_isspace(text[len - 1]))
        len--;
    return len == n;
}

/* The lines of the keys, and where the prose begins; FALSE (reported) when there are none. */
static gboolean
find_keys(const Source *source, DiagList *diags, guint *first, guint *last, guint *body)
{
    guint n = source_n_lines(source), line = 2;
    *first = 2;
    *last = 1;
    *body = 0;
    if (!line_is(source, 1, "---")) {
        diag_add(diags, DIAG_FRONT_MATTER_MISSING, (Mark){source, 1, 1}, 0, NULL);
        return FALSE;
    }
    while (line <= n && !line_is(source, line, "---") && !line_is(source, line, "..."))
        line++;
    if (line > n) {
        diag_add(diags, DIAG_FRONT_MATTER_OPEN, (Mark){source, 1, 1}, 3, NULL);
        return FALSE;
    }
    *last = line - 1;
    *body = line + 1;
    return TRUE;
}

YamlNode *
front_read(
    Arena *arena, const Source *source, const Record *record, Front *front, DiagList *diags)
{
    guint first = 1, last = source_n_lines(source), start = 0;
    *front = (Front){.body = ""};
    if (!source_is_readable(source))
        return NULL;
    if (g_str_has_suffix(source_path(source), ".md") &&
        !find_keys(source, diags, &first, &last, &start))
        return NULL;
    if (start > 0 && start <= source_n_lines(source)) {
        gsize len;
        front->body = source_line(source, start, &len);
        front->body_line = start;
        if (strspn(front->body, " \t\n") == strlen(front->body))
            front->body = "";
    }
    return yaml_read(arena, &(YamlPart){source, first, last, FALSE}, bind_is_key, record,
                     diags);
}
