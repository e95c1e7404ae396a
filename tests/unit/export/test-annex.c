/*
 * The annex of a decree holds the outline of every component, word for word and in order, and nothing else; the charters it
 * carries come back as the same model. All charters of this tree, and charters put together by chance.
 */
#include "export/annex.h"
#include "facts/decree.h"
#include "facts/outline.h"
#include "import/from-annex.h"
#include "model/diff.h"
#include "model/load.h"
#include "support/charter-rich.h"
#include <libdeflate.h>
#include <string.h>

enum { N_RICH = 40, N_BROKEN = 4000, HEADER = 30 };

/* ---- the words of an annex ---- */

static guint32
number(const guint8 *at, guint n)
{
    guint32 value = 0;
    while (n-- > 0)
        value = value << 8 | at[n];
    return value;
}

/* Where the header of a part begins. */
static gsize
find_part(const GByteArray *odt, const char *name)
{
    for (gsize at = 0; at + HEADER < odt->len && number(odt->data + at, 4) == 0x04034b50;
         at += HEADER + number(odt->data + at + 26, 2) + number(odt->data + at + 18, 4))
        if (number(odt->data + at + 26, 2) == strlen(name) &&
            memcmp(odt->data + at + HEADER, name, strlen(name)) == 0)
            return at;
    g_assert_not_reached();
}

static char *
content_of(const GByteArray *odt)
{
    const guint8 *header = odt->data + find_part(odt, "content.xml");
    gsize len = number(header + 22, 4), packed = number(header + 18, 4);
    char *xml = g_malloc0(len + 1);
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    g_assert_cmpint(libdeflate_deflate_decompress(d, header + HEADER + number(header + 26, 2),
                                                  packed, xml, len, NULL),
                    ==, LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(d);
    return xml;
}

static void
append_entity(GString *out, const char *entity)
{
    static const char *const names[][2] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(entity, names[i][0])) {
            g_string_append(out, names[i][1]);
            return;
        }
    g_error("%.10s", entity);
}

/* The words, one blank between; tags are blanks but those of blanks inside words. */
static char *
words_of(const char *xml)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (; *xml != '\0'; xml++) {
        if (*xml == '<') {
            xml = strchr(xml, '>');
            g_string_append_c(text, ' ');
        } else if (*xml == '&') {
            append_entity(text, xml);
            xml = strchr(xml, ';');
        } else {
            g_string_append_c(text, *xml);
        }
    }
    g_auto(GStrv) words = g_strsplit_set(text->str, " \n\t", -1);
    GString *out = g_string_new(NULL);
    for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
            g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", words[i]);
    return g_string_free(out, FALSE);
}

static void
append_words(GString *out, const char *text)
{
    g_string_append_printf(out, " %s", text);
}

/* What must stand there, from the model. */
static char *
expected_words(const Agency *agency, const Service *service)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    DecreeWords words;
    decree_words(arena, agency, &service, 1, &words);
    const char *const head[] = {
        words.head,          words.number, words.day, words.about, decree_title(arena, service),
        "NO KOMPONEN URAIAN"};
    for (gsize i = 0; i < G_N_ELEMENTS(head); i++)
        append_words(out, head[i]);
    for (guint c = 1; c <= N_COMPONENTS; c++) {
        g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
        outline_component(arena, service, c, lines);
        g_string_append_printf(out, " %u. %s", c, component_names[c]);
        for (guint i = 0; i < lines->len; i++) {
            append_words(out, g_array_index(lines, OutlineLine, i).marker);
            append_words(out, g_array_index(lines, OutlineLine, i).text);
        }
        if (lines->len == 0)
            append_words(out, DECREE_BLANK);
    }
    g_autoptr(GArray) beside = g_array_new(FALSE, FALSE, sizeof(OutlineLine));
    outline_beside(arena, service, beside);
    for (guint i = 0; i < beside->len; i++) {
        append_words(out, g_array_index(beside, OutlineLine, i).marker);
        append_words(out, g_array_index(beside, OutlineLine, i).text);
    }
    if (*service->body != '\0') {
        append_words(out, "Keterangan");
        append_words(out, service->body);
    }
    const char *const foot[] = {words.place_day, words.office, words.name,
                                words.rank != NULL ? words.rank : "", words.nip};
    for (gsize i = 0; i < G_N_ELEMENTS(foot); i++)
        append_words(out, foot[i]);
    g_auto(GStrv) each = g_strsplit_set(out->str, " \n\t", -1);
    GString *folded = g_string_new(NULL);
    for (guint i = 0; each[i] != NULL; i++)
        if (*each[i] != '\0')
            g_string_append_printf(folded, "%s%s", folded->len > 0 ? " " : "", each[i]);
    return g_string_free(folded, FALSE);
}

/* ---- there and back ---- */

typedef struct Place {
    Scan *scan;
    SiteData *site;
    const ScanAgency *which;
    guint n_checked;
} Place;

static GArray *
carried(const GByteArray *odt)
{
    return annex_read_charters((const char *)odt->data, odt->len);
}

static void
assert_same_model(Place *place, const Service *service, const AnnexCharter *charter)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *name = g_strconcat(service->slug, ".md", NULL);
    char *text = g_strndup(charter->text, charter->len);
    g_autoptr(Loaded) again = load_text(
        place->scan, place->site, &(LooseText){place->which, NULL, name, text, charter->len},
        diags, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(again->agency->services.n, ==, 1);
    const Service *read = &again->agency->services.items[0];
    g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(DiffChange));
    diff_records(again->arena, &record_service, service, read, changes);
    if (changes->len > 0)
        g_error("%s: %s: %s -> %s", service->path, g_array_index(changes, DiffChange, 0).label,
                g_array_index(changes, DiffChange, 0).before,
                g_array_index(changes, DiffChange, 0).after);
    g_assert_cmpstr(service->body, ==, read->body);
    g_assert_cmpstr(service->slug, ==, charter->slug);
    g_assert_cmpuint(service->n_langkah, ==, read->n_langkah);
    g_assert_cmpuint(service->n_persyaratan, ==, read->n_persyaratan);
}

static void
check_service(Place *place, const Agency *agency, const Service *service)
{
    g_autoptr(GByteArray) odt = g_byte_array_new(), twice = g_byte_array_new();
    g_assert_true(annex_append_odt(agency, &service, 1, odt));
    g_assert_true(annex_append_odt(agency, &service, 1, twice));
    g_assert_cmpuint(odt->len, ==, twice->len);
    g_assert_true(memcmp(odt->data, twice->data, odt->len) == 0);
    g_autofree char *xml = content_of(odt), *got = words_of(strstr(xml, "<office:text>")),
                    *wanted = expected_words(agency, service);
    g_assert_cmpstr(got, ==, wanted);
    g_autoptr(GArray) charters = carried(odt);
    g_assert_cmpuint(charters->len, ==, 1);
    assert_same_model(place, service, &g_array_index(charters, AnnexCharter, 0));
    place->n_checked++;
}

static void
open_place(Place *place, const char *folder)
{
    g_autoptr(DiagList) diags = diag_list_new();
    g_autoptr(GError) error = NULL;
    *place = (Place){.scan = scan_new(folder, 1, diags, &error)};
    g_assert_no_error(error);
    place->site = site_load(place->scan, diags, &error);
    g_assert_no_error(error);
}

static void
close_place(Place *place)
{
    site_free(place->site);
    scan_free(place->scan);
}

static guint
check_folder(const char *folder)
{
    Place place;
    open_place(&place, folder);
    for (guint i = 0; i < place.scan->n_agencies; i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(GError) error = NULL;
        place.which = &place.scan->agencies[i];
        g_autoptr(Loaded) loaded =
                      load_agency(place.scan, place.site, place.which, diags, &error);
        g_assert_no_error(error);
        for (guint k = 0; k < loaded->agency->services.n; k++)
            check_service(&place, loaded->agency, &loaded->agency->services.items[k]);
    }
    close_place(&place);
    return place.n_checked;
}

static void
test_tree(void)
{
    static const struct {
        const char *folder;
        guint least;
    } rows[] = {{"content", 5},
                {"tests/rich/content", 12},
                {"tests/said/content", 5},
                {"tests/exam/content", 1},
                {"tests/golden/poster/content", 2}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpuint(check_folder(rows[i].folder), >=, rows[i].least);
}

static void
test_chance(void)
{
    Place place;
    open_place(&place, "tests/exam/content");
    place.which = &place.scan->agencies[0];
    for (guint i = 0; i < N_RICH; i++) {
        g_autoptr(DiagList) diags = diag_list_new();
        g_autoptr(GError) error = NULL;
        char *text = rich_charter(i);
        g_autoptr(Loaded) loaded = load_text(
            place.scan, place.site,
            &(LooseText){place.which, NULL, "rekaan.md", text, strlen(text)}, diags, &error);
        g_assert_no_error(error);
        check_service(&place, loaded->agency, &loaded->agency->services.items[0]);
    }
    g_assert_cmpuint(place.n_checked, ==, N_RICH);
    close_place(&place);
}

/* ---- what was touched ---- */

static GByteArray *
some_annex(void)
{
    Place place;
    g_autoptr(DiagList) diags = diag_list_new();
    GByteArray *odt = g_byte_array_new();
    open_place(&place, "content");
    g_autoptr(Loaded) loaded =
                  load_agency(place.scan, place.site, &place.scan->agencies[0], diags, NULL);
    const Service *service = &loaded->agency->services.items[0];
    g_assert_true(annex_append_odt(loaded->agency, &service, 1, odt));
    close_place(&place);
    return odt;
}

/* Other words in the document: the texts beside them are not its own any more. */
static void
test_changed(void)
{
    g_autoptr(GByteArray) odt = some_annex();
    g_autoptr(GArray) before = carried(odt);
    g_assert_cmpuint(before->len, ==, 1);
    odt->data[find_part(odt, "content.xml") + 14] ^= 1; /* the sum of its words */
    g_autoptr(GArray) after = carried(odt);
    g_assert_cmpuint(after->len, ==, 0);
}

/* Whatever the bytes are, nothing outside of them is read (the sanitizer's build tells). */
static void
test_broken(void)
{
    g_autoptr(GByteArray) odt = some_annex();
    Chance c = {1};
    for (guint i = 0; i < N_BROKEN; i++) {
        gsize len = chance_below(&c, odt->len + 1);
        g_autofree guint8 *copy = g_memdup2(odt->data, len + 1);
        for (guint k = chance_below(&c, 6); k > 0 && len > 0; k--)
            copy[chance_below(&c, (guint)MIN(len, 600))] = (guint8)chance_below(&c, 256);
        GByteArray broken = {copy, (guint)len};
        g_autoptr(GArray) charters = carried(&broken);
        for (guint k = 0; k < charters->len; k++) {
            const AnnexCharter *charter = &g_array_index(charters, AnnexCharter, k);
            g_assert_true((const guint8 *)charter->text >= copy &&
                          (const guint8 *)charter->text + charter->len <= copy + len);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/annex/tree", test_tree);
    g_test_add_func("/annex/chance", test_chance);
    g_test_add_func("/annex/changed", test_changed);
    g_test_add_func("/annex/broken", test_broken);
    return g_test_run();
}
