#include "text/glyphs.h"
#include <fontconfig/fontconfig.h>

#include <fontconfig/fcfreetype.h> /* takes the types from the one above */
#include <string.h>

static FcCharSet *
charset_of(const char *name)
{
    const char *data = g_getenv("MAKLUMAT_DATADIR");
    g_autofree char *path =
        g_build_filename(data != NULL ? data : "themes/default", "fonts", name, NULL);
    int n = 0;
    FcPattern *pattern = FcFreeTypeQuery((const FcChar8 *)path, 0, NULL, &n);
    FcCharSet *set = NULL;
    g_assert_nonnull(pattern);
    g_assert_cmpint(FcPatternGetCharSet(pattern, FC_CHARSET, 0, &set), ==, FcResultMatch);
    set = FcCharSetCopy(set);
    FcPatternDestroy(pattern);
    return set;
}

/* Joins two sets, both given up. */
static FcCharSet *
join(FcCharSet *join_two(const FcCharSet *, const FcCharSet *), FcCharSet *a, FcCharSet *b)
{
    FcCharSet *joined = join_two(a, b);
    FcCharSetDestroy(a);
    FcCharSetDestroy(b);
    return joined;
}

/* What all faces of one kind have, and what those of another kind have, is what a poster can show. */
static void
test_fonts(void)
{
    static const char *const inter[] = {"Inter-Regular.otf", "Inter-Bold.otf",
                                        "InterDisplay-ExtraBold.otf"};
    static const char *const others[] = {"NotoSansBalinese", "NotoSansJavanese",
                                         "NotoSansSundanese"};
    FcCharSet *all = charset_of(inter[0]);
    for (guint i = 1; i < G_N_ELEMENTS(inter); i++)
        all = join(FcCharSetIntersect, all, charset_of(inter[i]));
    for (guint i = 0; i < G_N_ELEMENTS(others); i++) {
        g_autofree char *regular = g_strconcat(others[i], "-Regular.ttf", NULL);
        g_autofree char *bold = g_strconcat(others[i], "-Bold.ttf", NULL);
        FcCharSet *both = join(FcCharSetIntersect, charset_of(regular), charset_of(bold));
        all = join(FcCharSetUnion, all, both);
    }
    for (gunichar c = ' '; c < 0x110000; c++) {
        gboolean has = FcCharSetHasChar(all, c) && !glyphs_is_private(c);
        if (has != glyphs_has(c))
            g_error("U+%04X: the fonts say %d, the table %d", c, has, glyphs_has(c));
    }
    FcCharSetDestroy(all);
}

static void
check(const char *text, const char *plain)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (!glyphs_append_plain(out, g_utf8_get_char(at)))
            g_string_append(out, "<missing>");
    }
    g_assert_cmpstr(out->str, ==, plain);
}

static void
test_plain(void)
{
    check("KTP \u2714 \u27A2 \u2610", "KTP \u2713 \u25BA \u25A1");
    check("\uFB01le o\uFB03ce 10 \u33A1", "file office 10 m\u00B2");
    check("\uF0B7 KTP \uF0D8 KK \uF0FC", "\u2022 KTP \u25BA KK \u2713");
    check("\uF000", "<missing>");
    check("\u2705\uFE0F 1\uFE0F\u20E3", "\u2713 1");
    check("\u200EKTP\u200F", "KTP");
    check("\U0001D5DE\U0001D5E7\U0001D5E3 \U0001D7D0", "KTP 2");
    check("\uFF0B\uFF16\uFF12", "+62");
    check("5\u2473", "5<missing>"); /* never 520 */
    check("\U0001F48D \u0627", "<missing> <missing>");
}

/* A plain form is drawn by the fonts and brings no digit that was not there. */
static void
test_all_plain(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (gunichar c = ' '; c < 0x110000; c++) {
        if (!g_unichar_validate(c) || glyphs_has(c))
            continue;
        g_string_truncate(out, 0);
        if (!glyphs_append_plain(out, c))
            continue;
        for (const char *at = out->str; *at != '\0'; at = g_utf8_next_char(at)) {
            gunichar part = g_utf8_get_char(at);
            if (!glyphs_has(part) || (g_unichar_isdigit(part) && !g_unichar_isdigit(c)))
                g_error("U+%04X is written %s", c, out->str);
        }
    }
}

static void
test_missing(void)
{
    const char *text = "Surat \u0639 dan \u2714";
    g_assert_true(glyphs_find_missing(text) == strstr(text, "\u0639"));
    g_assert_null(glyphs_find_missing("Fotokopi \u201CKTP\u201D \u2013 1 lembar\n\u2714"));
    g_assert_null(glyphs_find_missing(""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/glyphs/fonts", test_fonts);
    g_test_add_func("/glyphs/plain", test_plain);
    g_test_add_func("/glyphs/all-plain", test_all_plain);
    g_test_add_func("/glyphs/missing", test_missing);
    return g_test_run();
}
