/* Any bytes as a source, as YAML (mapping and list) and as Markdown: nothing may crash, hang or print, and what
   YamlPlain reads libyaml reads as the same nodes. */
#include "../unit/support/yaml-twice.h"
#include "fuzz.h"
#include "text/markdown.h"
#include "text/yaml.h"
#include <string.h>

static void
read_yaml(const Source *source, gboolean root_list, DiagList *diags)
{
    g_autoptr(Arena) arena = arena_new();
    YamlNode *root = yaml_read(arena, &(YamlPart){source, 1, source_n_lines(source), root_list},
                               NULL, NULL, diags);
    for (guint i = 0; i < root->n; i++) {
        YamlNode *child = root_list ? root->items[i] : root->pairs[i].value;
        const char *text = yaml_source_text(arena, child);
        g_assert(g_utf8_validate(text, -1, NULL));
        g_assert(root_list || yaml_find(root, root->pairs[i].key->text) == child);
    }
}

static void
compare_readers(const char *text, gboolean root_list)
{
    if (!yaml_twice_is_plain(text, root_list))
        return;
    g_autofree char *ours = yaml_twice_show(text, root_list, FALSE);
    g_autofree char *theirs = yaml_twice_show(text, root_list, TRUE);
    g_assert_cmpstr(ours, ==, theirs);
}

static void
print_findings(DiagList *diags)
{
    g_autoptr(GString) out = g_string_new(NULL);
    DiagPrint how = {DIAG_LANG_ID, FALSE, 50};
    diag_list_sort(diags);
    for (DiagFormat format = DIAG_FORMAT_TEXT; format <= DIAG_FORMAT_GITHUB; format++)
        diag_list_print(diags, format, &how, out);
    g_assert(g_utf8_validate_len(out->str, out->len, NULL));
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Source) source = source_new("fuzz", g_memdup2(bytes, len), len, diags);
    g_autoptr(GString) html = g_string_new(NULL);
    read_yaml(source, FALSE, diags);
    read_yaml(source, TRUE, diags);
    compare_readers(source_text(source), FALSE);
    compare_readers(source_text(source), TRUE);
    print_findings(diags);
    markdown_append_html(source_text(source), source_len(source), NULL, html);
    g_assert(g_utf8_validate(html->str, -1, NULL));
    return 0;
}
