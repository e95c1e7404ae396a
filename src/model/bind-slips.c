#include "model/bind-slips.h"
#include "base/chars.h"
#include "text/melted.h"
#include "text/yaml-remedy.h"
#include <string.h>

void
bind_check_melted(DiagList *diags, const YamlNode *node)
{
    if (node->kind != YAML_TEXT || (node->plain && node->end - node->start == node->len))
        return; /* one line: what joins several is longer than its words */
    g_auto(Melted) melted = {0};
    if (melted_find(node, &melted))
        diag_add(diags, DIAG_LIST_MELTED, melted.mark, 0, melted.first, melted.second, NULL);
}

void
bind_check_joined(DiagList *diags, const YamlNode *node)
{
    g_auto(Melted) melted = {0};
    if (node->kind == YAML_TEXT && !melted_find(node, &melted) &&
        melted_find_lines(node, &melted))
        diag_add(diags, DIAG_LINES_JOINED, melted.mark, 0, melted.first, melted.second, NULL);
}

/* To fold the list into a text would hide what is inside. {…} and […] may be words in brackets. */
void
bind_check_nested(DiagList *diags, const YamlNode *node)
{
    const YamlNode *value = node->pairs[0].value, *key = node->pairs[0].key;
    const char *text = source_text(value->mark.source);
    if (value->kind == YAML_TEXT || strchr("[{", text[value->start]) != NULL)
        return;
    diag_add(diags, DIAG_LIST_NESTED, key->mark,
             (guint)g_utf8_strlen(key->text, (gssize)key->len), key->text, NULL);
}

const Field *
bind_find_disguised(DiagList *diags, const Record *record, const YamlNode *key)
{
    g_autoptr(GString) visible = g_string_new(NULL);
    for (const char *at = key->text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (!chars_is_invisible(g_utf8_get_char(at)))
            g_string_append_unichar(visible, g_utf8_get_char(at));
    }
    const Field *field = visible->len < key->len ? field_find(record, visible->str, -1) : NULL;
    if (field != NULL && yaml_report_invisible(key->mark.source, key->mark.line, diags))
        return field;
    return NULL;
}
