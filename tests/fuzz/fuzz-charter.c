/* Any bytes as a charter: read, judged and rendered as a build does it, with its card. Every page is UTF-8 and no
 * markup of the author's gets into it. Started in the source tree: the agency is that of tests/diag/_site. */
#include "facts/card.h"
#include "audit/audit.h"
#include "fuzz.h"
#include "plan/plan.h"
#include "page/render.h"
#include <string.h>

/* What every run needs and none changes. */
static const Render *
get_site(void)
{
    static Render site;
    const char *languages[] = {"id", "en", NULL};
    if (site.scan == NULL) {
        g_autoptr(DiagList) diags = diag_list_new();
        site.scan = scan_new("tests/diag/_site/content", 1, diags, NULL);
        g_assert_nonnull(site.scan);
        site.data = site_load(site.scan, diags, NULL);
        site.theme = theme_load(NULL, languages, diags, NULL);
        site.url = "https://contoh.example/";
        site.lang = "id";
        site.posters = TRUE;
    }
    return &site;
}

static gboolean
look_at(gpointer data, const char *path, const char *bytes, gsize len)
{
    (void)data;
    g_assert_true(g_utf8_validate_len(bytes, len, NULL));
    if (g_str_has_suffix(path, ".html")) {
        g_assert_null(g_strstr_len(bytes, (gssize)len, "<evil"));
        g_assert_null(g_strstr_len(bytes, (gssize)len, "\"javascript:"));
    }
    return TRUE;
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    const Render *site = get_site();
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(Arena) arena = arena_new();
    g_autofree char *text = g_strndup((const char *)bytes, len);
    memcpy(text, bytes, len);
    g_autoptr(Loaded) loaded = load_text(
        site->scan, site->data,
        &(LooseText){&site->scan->agencies[0], NULL, "x.md", g_steal_pointer(&text), len},
        diags, &error);
    g_assert_no_error(error);
    plan_check_agency(site->scan, loaded, diags);
    audit_services(loaded, (Date){2026, 11, 22}, diags);
    const AgencyCard *card = card_make(arena, loaded->agency);
    plan_check_formers(site->scan, &card, 1, diags);
    diag_list_sort(diags);
    OutputSink sink = {.put = look_at};
    g_assert_true(render_agency(site, loaded, diags, &sink));
    g_assert_true(render_shared(site, &card, 1, &sink));
    return 0;
}
