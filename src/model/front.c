#include "model/front.h"
#include "model/bind.h"
#include <string.h>

/* A line of three of these, and blanks. */
static gboolean
line_is(const Source *source, guint line, const char *marks)
{
    gsize len;
    const char *text = source_line(source, line, &len);
    if (len < 3 || text[1] != *text || text[2] != *text || strchr(marks, *text) == NULL)
        return FALSE;
    while (g_ascii_isspace(text[len - 1]))
        len--;
    return len == 3;
}

/* Lines of a source: keys from `first` to `last`, prose from `body` on (0 = none). */
typedef struct Parts {
    guint first, last, body;
} Parts;

/* Nothing ends the keys: what stands behind a blank line in column 1 and is no key, item or comment is prose. */
static guint
find_prose(const Source *source, const Record *record)
{
    guint n = source_n_lines(source);
    gboolean blank = FALSE;
    for (guint line = 2; line <= n; line++) {
        gsize len, word = 0;
        const char *text = source_line(source, line, &len);
        while (word < len && text[word] != ':')
            word++;
        if (blank && len > 0 && strchr(" \t-#", *text) == NULL &&
            !(word < len && bind_is_key(text, word, record)))
            return line;
        blank = len == 0;
    }
    return n + 1;
}

/* FALSE (reported) when there are no keys. */
static gboolean
find_parts(const Source *source, const Record *record, DiagList *diags, Parts *parts)
{
    guint n = source_n_lines(source), line = 2;
    if (!line_is(source, 1, "-")) {
        diag_add(diags, DIAG_FRONT_MATTER_MISSING, (Mark){source, 1, 1}, 0, NULL);
        return FALSE;
    }
    while (line <= n && !line_is(source, line, "-."))
        line++;
    *parts = (Parts){2, line - 1, line + 1};
    if (line > n) {
        diag_add(diags, DIAG_FRONT_MATTER_OPEN, (Mark){source, 1, 1}, 3, NULL);
        parts->body = find_prose(source, record);
        parts->last = parts->body - 1;
    }
    return TRUE;
}

YamlNode *
front_read(
    Arena *arena, const Source *source, const Record *record, Front *front, DiagList *diags)
{
    Parts parts = {1, source_n_lines(source), 0};
    *front = (Front){.body = ""};
    if (!source_is_readable(source))
        return NULL;
    if (g_str_has_suffix(source_path(source), ".md") &&
        !find_parts(source, record, diags, &parts))
        return NULL;
    if (parts.body > 0 && parts.body <= source_n_lines(source)) {
        gsize len;
        front->body = source_line(source, parts.body, &len);
        front->body_line = parts.body;
        if (strspn(front->body, " \t\n") == strlen(front->body))
            front->body = "";
    }
    return yaml_read(arena, &(YamlPart){source, parts.first, parts.last, FALSE}, bind_is_key,
                     record, diags);
}
