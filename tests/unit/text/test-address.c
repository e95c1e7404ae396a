#include "text/address.h"
#include <stdio.h>
#include <string.h>

/* Every pattern filled, for a first and a second page, in the root and in a folder. */
static void
test_append(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < N_ADDRESSES; i++) {
        if (address_table[i].scope == ADDRESS_OF_AUTHOR)
            continue;
        AddressParts root = {.slug = "akta", .variant = "v1"};
        AddressParts deep = {
            .folder = "kab-x/dinas-y", .slug = "akta", .variant = "v1", .page = 2};
        address_append(out, (AddressKind)i, &root);
        g_string_append_c(out, ' ');
        address_append(out, (AddressKind)i, &deep);
        g_string_append_c(out, '\n');
    }
    g_assert_cmpstr(out->str, ==,
                    "index.html index.html\n"
                    "a-z.html a-z-2.html\n"
                    "biaya.html biaya-2.html\n"
                    "pengaduan.html pengaduan-2.html\n"
                    "mutu.html mutu-2.html\n"
                    "tentang.html tentang.html\n"
                    "aksesibilitas.html aksesibilitas.html\n"
                    "404.html 404.html\n"
                    "keperluan/akta.html keperluan/akta/2.html\n"
                    "peristiwa/akta.html peristiwa/akta/2.html\n"
                    "bandingkan/akta.html bandingkan/akta/2.html\n"
                    "data/instansi.json data/instansi.json\n"
                    "cari/indeks.js cari/indeks.js\n"
                    "cari/v1.js cari/v1.js\n"
                    "aset/v1 aset/v1\n"
                    "sitemap.xml sitemap.xml\n"
                    "sitemap-v1.xml sitemap-v1.xml\n"
                    "robots.txt robots.txt\n"
                    "umpan.xml umpan.xml\n"
                    ".maklumat .maklumat\n"
                    "index.html kab-x/dinas-y/index-2.html\n"
                    "index.html kab-x/dinas-y/index-2.html\n"
                    "biaya.html kab-x/dinas-y/biaya.html\n"
                    "pengaduan.html kab-x/dinas-y/pengaduan.html\n"
                    "mutu.html kab-x/dinas-y/mutu.html\n"
                    "riwayat.html kab-x/dinas-y/riwayat.html\n"
                    "cetak.html kab-x/dinas-y/cetak.html\n"
                    "papan.html kab-x/dinas-y/papan.html\n"
                    "data.json kab-x/dinas-y/data.json\n"
                    "data.csv kab-x/dinas-y/data.csv\n"
                    "poster/akta.v1.pdf kab-x/dinas-y/poster/akta.v1.pdf\n"
                    "poster/kecil/akta.instansi.png kab-x/dinas-y/poster/kecil/akta.instansi.png\n"
                    "poster.html kab-x/dinas-y/poster.html\n"
                    "akta.html kab-x/dinas-y/akta.html\n"
                    "akta.v1.html kab-x/dinas-y/akta.v1.html\n"
                    "poster/akta-v1.pdf kab-x/dinas-y/poster/akta-v1.pdf\n"
                    "poster/akta.png kab-x/dinas-y/poster/akta.png\n"
                    "poster/kecil/akta.png kab-x/dinas-y/poster/kecil/akta.png\n"
                    "poster/akta-alur.svg kab-x/dinas-y/poster/akta-alur.svg\n");
}

/* What is made is recognised, and nothing near it. */
static void
test_matches(void)
{
    static const struct {
        AddressKind kind;
        const char *path;
        gboolean matches;
    } rows[] = {
        {ADDRESS_AZ, "a-z-12.html", TRUE},
        {ADDRESS_AZ, "a-z-.html", FALSE},
        {ADDRESS_AZ, "a-z-2b.html", FALSE},
        {ADDRESS_AZ, "x/a-z.html", FALSE},
        {ADDRESS_TOPIC, "keperluan/akta/2.html", TRUE},
        {ADDRESS_TOPIC, "keperluan/akta-lahir.html", TRUE},
        {ADDRESS_TOPIC, "keperluan/.html", FALSE},
        {ADDRESS_TOPIC, "keperluan/a/b.html", FALSE},
        {ADDRESS_AGENCY_BOARD, "a/b/c/papan.html", TRUE},
        {ADDRESS_AGENCY_BOARD, "papan.html", TRUE},
        {ADDRESS_AGENCY_BOARD, "bukupapan.html", FALSE},
        {ADDRESS_AGENCY_BOARD, "papan.html.bak", FALSE},
        {ADDRESS_CARD, "a/poster/kecil/ktp-el.png", FALSE},
        {ADDRESS_THUMB, "a/poster/kecil/ktp-el.png", TRUE},
        {ADDRESS_POSTER, "a/poster/ktp-el-a3.pdf", TRUE},
        {ADDRESS_POSTER, "a/poster/ktp.pdf", FALSE},
        {ADDRESS_TRANSLATION, "a/ktp.en.html", TRUE},
        {ADDRESS_SERVICE, "a/ktp.en.html", FALSE},
        {ADDRESS_SERVICE, "a/KTP.html", FALSE},
        {ADDRESS_ASSET, "aset/gaya-1a2b.css", TRUE},
        {ADDRESS_ASSET, "aset/", FALSE},
        {ADDRESS_FILE, "a/b.pdf", FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (address_matches(rows[i].kind, rows[i].path) != rows[i].matches)
            g_test_message("%s", rows[i].path);
        g_assert_cmpint(address_matches(rows[i].kind, rows[i].path), ==, rows[i].matches);
    }
    for (guint i = 0; i < N_ADDRESSES; i++) {
        AddressParts parts = {
            .folder = "kab-x/dinas-y", .slug = "ktp-el", .variant = "a3", .page = 3};
        if (address_table[i].scope == ADDRESS_OF_AUTHOR)
            continue;
        g_autofree char *path = address_dup((AddressKind)i, &parts);
        g_assert_true(address_matches((AddressKind)i, path));
    }
    g_assert_true(address_is_folder("keperluan"));
    g_assert_false(address_is_folder("keper"));
    g_assert_false(address_is_folder(""));
}

/* ---- a built site, see tests/cli/addresses.t ---- */

static gboolean
is_listed(const char *names, const char *path)
{
    g_auto(GStrv) words = g_strsplit(names != NULL ? names : "", " ", -1);
    return g_strv_contains((const char *const *)words, path);
}

/* Counts the kinds that a file of the site may be; pages of services are told by their list. */
static gboolean
count_kinds(const char *path, guint *n)
{
    gboolean any = FALSE, service = is_listed(g_getenv("SERVICES"), path);
    for (guint i = 0; i < N_ADDRESSES; i++) {
        gboolean page = i == ADDRESS_SERVICE || i == ADDRESS_TRANSLATION;
        if ((page && !service) || !address_matches((AddressKind)i, path))
            continue;
        n[i]++;
        any = TRUE;
    }
    return any;
}

static void
test_site(void)
{
    guint n[N_ADDRESSES] = {0}, n_author = 0;
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(g_getenv("MAKLUMAT_PATHS"), &text, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) paths = g_strsplit(g_strchomp(text), "\n", -1);
    for (guint i = 0; paths[i] != NULL; i++) {
        if (is_listed(g_getenv("AUTHORS"), paths[i]))
            n_author++;
        else if (!count_kinds(paths[i], n))
            g_error("%s: no row of the table of addresses", paths[i]);
    }
    g_assert_cmpuint(n_author, ==, 4); /* linked, static, former and its translation */
    for (guint i = 0; i < N_ADDRESSES; i++) {
        gboolean large = i == ADDRESS_SITEMAP_PART || i == ADDRESS_SEARCH_SHARD;
        if (n[i] == 0 && !large && address_table[i].scope != ADDRESS_OF_AUTHOR)
            g_error("%s: nothing was written", address_table[i].pattern);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/address/append", test_append);
    g_test_add_func("/address/matches", test_matches);
    if (g_getenv("MAKLUMAT_PATHS") != NULL)
        g_test_add_func("/address/site", test_site);
    return g_test_run();
}
