#include "text/address.h"
#include "text/slug.h"
#include <string.h>

static void
test_valid(void)
{
    static const struct {
        const char *text;
        gboolean expected;
    } cases[] = {
        {"data-dan-informasi", TRUE},
        {"a", TRUE},
        {"404x", TRUE},
        {"a--b", TRUE},
        {"", FALSE},
        {"-a", FALSE},
        {"a-", FALSE},
        {"-", FALSE},
        {"A", FALSE},
        {"a b", FALSE},
        {"a_b", FALSE},
        {"a.b", FALSE},
        {"é", FALSE},
        {"a/b", FALSE},
        {"..", FALSE},
        {"a\n", FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpint(slug_is_valid(cases[i].text), ==, cases[i].expected);
    g_autofree char *longest = g_strnfill(SLUG_MAX_BYTES, 'a');
    g_autofree char *longer = g_strnfill(SLUG_MAX_BYTES + 1, 'a');
    g_assert_true(slug_is_valid(longest));
    g_assert_false(slug_is_valid(longer));
}

static void
test_reserved(void)
{
    static const char names[] =
        "index cetak papan mutu biaya pengaduan data poster aset cari "
        "keperluan peristiwa bandingkan statis a-z tentang aksesibilitas 404";
    g_auto(GStrv) words = g_strsplit(names, " ", -1);
    for (guint i = 0; words[i] != NULL; i++)
        g_assert_true(address_is_reserved(words[i]));
    g_assert_cmpuint(g_strv_length(words), ==, 18);
    static const char *const pages[] = {"index-2", "biaya-3", "mutu-10", "pengaduan-2",
                                        "a-z-4"};
    for (guint i = 0; i < G_N_ELEMENTS(pages); i++)
        g_assert_true(address_is_reserved(pages[i]));
    static const char *const others[] = {"index-", "index-2a", "indeks-2", "biaya-nikah",
                                         "az-4"};
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        g_assert_false(address_is_reserved(others[i]));
    g_assert_false(address_is_reserved("akta"));
    g_assert_false(address_is_reserved("dat"));
    g_assert_false(address_is_reserved("data-dan-informasi"));
}

static void
test_from(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"data-dan-informasi", "data-dan-informasi"},
        {"Mutu 2", "layanan-mutu-2"},
        {"Data dan Informasi", "data-dan-informasi"},
        {"Izin_Usaha (IUMK)", "izin-usaha-iumk"},
        {"  --A  &  B--  ", "a-b"},
        {"Surat Keterangan Jum’at", "surat-keterangan-jumat"},
        {"Pelayanan Café Über", "pelayanan-cafe-uber"},
        {"KTP-el/e-KTP", "ktp-el-e-ktp"},
        {"Biaya", "layanan-biaya"},
        {"CON", "layanan-con"},
        {"com1", "layanan-com1"},
        {"com0", "com0"},
        {"con-1", "con-1"},
        {"a\xFFz", "layanan-a-z"},
        {"漢字", ""},
        {"...", ""},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *slug = slug_from(cases[i].text);
        g_assert_cmpstr(slug, ==, cases[i].expected);
        g_assert_true(slug[0] == '\0' || slug_is_valid(slug));
        g_assert_false(address_is_reserved(slug));
        g_assert_false(slug_is_device(slug));
    }
    g_autofree char *text = g_strnfill(100000, 'x');
    memset(text + SLUG_MAX_BYTES - 1, ' ', 5);
    g_autofree char *slug = slug_from(text);
    g_assert_true(slug_is_valid(slug));
    g_assert_cmpuint(strlen(slug), ==, SLUG_MAX_BYTES - 1);
}

static void
test_encoded(void)
{
    static const struct {
        const char *text, *path;
    } cases[] = {
        {"a-b_c.d~9", "a-b_c.d~9"},
        {"Formulir F-1.02 (baru).pdf", "Formulir%20F-1.02%20%28baru%29.pdf"},
        {"a/b", "a/b"},
        {"é%#?:&\"<", "%C3%A9%25%23%3F%3A%26%22%3C"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) path = g_string_new(NULL);
        slug_append_encoded_path(path, cases[i].text);
        g_assert_cmpstr(path->str, ==, cases[i].path);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/slug/valid", test_valid);
    g_test_add_func("/slug/reserved", test_reserved);
    g_test_add_func("/slug/from", test_from);
    g_test_add_func("/slug/encoded", test_encoded);
    return g_test_run();
}
