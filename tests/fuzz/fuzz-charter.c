/* Any bytes as a charter or, behind a byte 1, as a translation: read, judged and rendered as a build does it, with its card.
 * Every page is UTF-8 and no markup of the author's gets into it. Started in the source tree: the agency is that of
 * tests/diag/_site; what is translated, a service of tests/web/kaya with groups, variants, branches and a table of fees. */
#include "audit/audit.h"
#include "base/fs.h"
#include "facts/card.h"
#include "fuzz.h"
#include "page/render.h"
#include "plan/plan.h"
#include <string.h>

enum { TRANSLATION = '\1' };

/* What every run needs and none changes. */
static void
open_site(Render *site, const char *content)
{
    const char *languages[] = {"id", "en", NULL};
    g_autoptr(DiagList) diags = diag_list_new();
    site->scan = scan_new(content, 1, diags, NULL);
    g_assert_nonnull(site->scan);
    site->data = site_load(site->scan, diags, NULL);
    site->theme = theme_load(NULL, languages, diags, NULL);
    site->url = "https://contoh.example/";
    site->lang = "id";
    site->posters = TRUE;
}

static Render *
get_site(gboolean translation)
{
    static Render sites[2];
    Render *site = &sites[translation ? 1 : 0];
    if (site->scan == NULL)
        open_site(site, translation ? "tests/web/kaya/content" : "tests/diag/_site/content");
    return site;
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

static Loaded *
load_charter(const Render *site, const guint8 *bytes, gsize len, DiagList *diags)
{
    g_autoptr(GError) error = NULL;
    const LooseText text = {.which = &site->scan->agencies[0],
                            .name = "x.md",
                            .bytes = g_memdup2(bytes, len + 1),
                            .len = len};
    Loaded *loaded = load_text(site->scan, site->data, &text, diags, &error);
    g_assert_no_error(error);
    return loaded;
}

/* The agency with all its services, one of them in these words. */
static Loaded *
load_translation(Render *site, const guint8 *bytes, gsize len, DiagList *diags)
{
    static const char agency[] = "kota-bahari/kantor-imigrasi";
    g_autoptr(GError) error = NULL;
    ScanGiven given = {.path = "kota-bahari/kantor-imigrasi/paspor-biasa.en.md",
                       .name = "x.en.md",
                       .bytes = (const char *)bytes,
                       .len = len};
    guint i = 0;
    while (strcmp(site->scan->agencies[i].folder->path, agency) != 0)
        i++;
    ((Scan *)(guintptr)site->scan)->given = &given;
    Loaded *loaded =
        load_agency(site->scan, site->data, &site->scan->agencies[i], diags, &error);
    ((Scan *)(guintptr)site->scan)->given = NULL;
    g_assert_no_error(error);
    g_assert_true(given.used);
    return loaded;
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize len)
{
    gboolean translation = len > 0 && bytes[0] == TRANSLATION;
    Render *site = get_site(translation);
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GByteArray) ended = g_byte_array_new(); /* by a byte 0, as files are */
    g_byte_array_append(ended, bytes, (guint)len);
    g_byte_array_append(ended, (const guint8 *)"", 1);
    g_autoptr(Loaded) loaded = translation
                                   ? load_translation(site, ended->data + 1, len - 1, diags)
                                   : load_charter(site, ended->data, len, diags);
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
