#include "page/theme-check.h"
#include "base/suggest.h"
#include "value/color.h"
#include <string.h>

gboolean
theme_check_is_blank(const char *text)
{
    for (text += strspn(text, " \t\r\n"); g_str_has_prefix(text, "{{!");
         text += strspn(text, " \t\r\n")) {
        const char *end = strstr(text, "}}");
        if (end == NULL)
            return FALSE;
        text = end + strlen("}}");
    }
    return *text == '\0';
}

void
theme_check_values(const YamlNode *values, DiagList *diags)
{
    const char *known[] = {"nama", "warna"};
    for (guint i = 0; i < values->n; i++) {
        const YamlNode *key = values->pairs[i].key, *value = values->pairs[i].value;
        const char *near = suggest_word(key->text, known, G_N_ELEMENTS(known));
        Color color;
        if (strcmp(key->text, known[0]) != 0 && strcmp(key->text, known[1]) != 0) {
            diag_add(diags, near != NULL ? DIAG_KEY_UNKNOWN : DIAG_KEY_FOREIGN, key->mark,
                     (guint)g_utf8_strlen(key->text, -1), key->text,
                     near != NULL ? near : "nama, warna", NULL);
        } else if (value->kind != YAML_TEXT) {
            diag_add(diags, DIAG_VALUE_NOT_TEXT, value->mark, 0, key->text, NULL);
        } else if (strcmp(key->text, "warna") == 0 && !color_parse(value->text, &color)) {
            diag_add(diags, DIAG_COLOR_UNREADABLE, value->mark,
                     (guint)g_utf8_strlen(value->text, -1), value->text, NULL);
        }
    }
}
