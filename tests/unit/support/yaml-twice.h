/* A YAML text read by YamlPlain and by libyaml, shown: what the unit test and the fuzz target compare. */
#pragma once
#include "text/yaml-plain.h"
#include "text/yaml.h"
#include <string.h>

/* Kind, place, bytes, quotes and words of each node, one a line. */
static inline void
yaml_twice_append(GString *out, const YamlNode *node, guint depth)
{
    g_string_append_printf(out, "%*s%u %u:%u %u-%u n=%u", (int)depth, "", node->kind,
                           node->mark.line, node->mark.col, node->start, node->end, node->n);
    if (node->kind == YAML_TEXT)
        g_string_append_printf(out, " plain=%d len=%" G_GSIZE_FORMAT " |%s|", node->plain,
                               node->len, node->text);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < node->n; i++) {
        if (node->kind == YAML_MAP)
            yaml_twice_append(out, node->pairs[i].key, depth + 1);
        yaml_twice_append(out, node->kind == YAML_MAP ? node->pairs[i].value : node->items[i],
                          depth + 1);
    }
}

/* The tree with the findings; a tab in a comment behind the text makes libyaml read it. */
static inline char *
yaml_twice_show(const char *text, gboolean root_list, gboolean by_libyaml)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    char *input = g_strconcat(text, by_libyaml ? "#\t\n" : "", NULL);
    g_autoptr(Source) source = source_new("x.yaml", input, strlen(input), diags);
    YamlNode *root =
        yaml_read(arena, &(YamlPart){source, 1, G_MAXUINT32, root_list}, NULL, NULL, diags);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < root->n; i++) {
        if (!root_list)
            yaml_twice_append(out, root->pairs[i].key, 0);
        yaml_twice_append(out, root_list ? root->items[i] : root->pairs[i].value, 0);
    }
    for (guint i = 0; i < diag_list_n(diags); i++)
        g_string_append_printf(out, "%s\n", diag_info(diag_list_get(diags, i)->code)->tag);
    return g_string_free(out, FALSE);
}

static inline gboolean
yaml_twice_is_plain(const char *text, gboolean root_list)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Source) source = source_new("x.yaml", g_strdup(text), strlen(text), diags);
    g_autoptr(GPtrArray) children = g_ptr_array_new();
    return source_is_readable(source) &&
           yaml_plain_read(arena, &(YamlPart){source, 1, source_n_lines(source), root_list},
                           root_list, children);
}
