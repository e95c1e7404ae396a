/* Any bytes as a charter: read, judged and rendered as a build does it, with its card. Every page is UTF-8 and no
 * markup of the author's gets into it. Started in the source tree: the agency is that of tests/diag/_site. */
#include "audit/audit.h"
#include "base/fs.h"
#include "facts/card.h"
#include "fuzz.h"
#include "page/render.h"
#include "plan/plan.h"
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
        g_assert_null(memmem(bytes, len, "<evil", strlen("<evil")));
        g_assert_null(memmem(bytes, len, "\"javascript:", strlen("\"javascript:")));
    }
    return TRUE;
}

/* Shared pages are made of cards and of nothing else: those of one card are looked at once. */
static gboolean
is_new_card(const AgencyCard *card)
{
    static GHashTable *seen;
    if (seen == NULL)
        seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    card_write(card, bytes, NULL);
    guint64 hash = fs_hash(bytes->data, bytes->len, 0);
    return g_hash_table_add(seen, g_memdup2(&hash, sizeof hash));
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
    g_assert_true(!is_new_card(card) || render_shared(site, &card, 1, &sink));
    return 0;
}
