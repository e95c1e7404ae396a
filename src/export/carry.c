#include "export/carry.h"
#include "text/yaml-edit.h"
#include <string.h>

static gboolean
is_rule(const Source *source, guint line)
{
    gsize len;
    const char *text = source_line(source, line, &len);
    while (len > 0 && g_ascii_isspace(text[len - 1]))
        len--;
    return len == 3 && memcmp(text, "---", 3) == 0;
}

/* The lines of the keys: between the rules of a .md file, else all. */
static void
find_keys(const Source *source, guint *first, guint *last)
{
    guint n = source_n_lines(source), line = 2;
    *first = 1;
    *last = n;
    if (!g_str_has_suffix(source_path(source), ".md"))
        return;
    while (line < n && !is_rule(source, line))
        line++;
    *first = 2;
    *last = line - 1;
}

/* The lines as they are, those of comments alone left out on demand. */
static void
append_lines(const Source *source, guint first, guint last, gboolean comments, GString *out)
{
    for (guint line = first; line <= last; line++) {
        gsize len, blank = 0;
        const char *text = source_line(source, line, &len);
        while (blank < len && text[blank] == ' ')
            blank++;
        if (!comments && blank < len && text[blank] == '#')
            continue;
        g_string_append_len(out, text, (gssize)len);
        g_string_append_c(out, '\n');
    }
}

static gboolean
says_the_same(Arena *arena, const YamlNode *keys, const GString *text)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source =
                  source_new("", g_strndup(text->str, text->len), text->len, diags);
    const YamlNode *read = yaml_read(
        arena, &(YamlPart){source, 1, source_n_lines(source), FALSE}, NULL, NULL, diags);
    return diag_list_n(diags) == 0 && yaml_equal(keys, read);
}

gboolean
carry_append(const Service *service, GString *out)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(DiagList) diags = diag_list_new();
    guint first, last;
    find_keys(service->source, &first, &last);
    const YamlNode *keys =
        yaml_read(arena, &(YamlPart){service->source, first, last, FALSE}, NULL, NULL, diags);
    g_autoptr(GString) text = g_string_new(NULL);
    if (diag_list_n(diags) > 0 || keys->n == 0)
        return FALSE;
    append_lines(service->source, first, last, FALSE, text);
    if (!says_the_same(arena, keys, text)) { /* a line of a long text began like a comment */
        g_string_truncate(text, 0);
        append_lines(service->source, first, last, TRUE, text);
    }
    g_string_append_printf(out, "---\n%s---\n%s", text->str,
                           service->body != NULL ? service->body : "");
    return TRUE;
}
