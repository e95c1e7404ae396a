#include "base/diag.h"
#include "base/fs.h"
#include "model/card.h"
#include <string.h>

static const char *words[] = {"satu", "", "tiga"};

static AgencyCard
example(ServiceCard *service)
{
    *service =
        (ServiceCard){.judul = "Akta",
                      .page = "kab/dinas/akta",
                      .hasil = "Kutipan",
                      .ringkasan = "",
                      .layanan_serupa = "akta",
                      .waktu = {TRUE, FALSE, FALSE, TRUE, "5 hari", "baru", 1608},
                      .biaya = {.said = 1, .class = 0, .noted = TRUE, .inti = "", .satuan = ""},
                      .status = 1,
                      .n_syarat = 3,
                      .n_langkah = 4,
                      .components = 0x3fff,
                      .keperluan = {words, 3},
                      .updated = {2024, 1, 16}};
    return (AgencyCard){.path = "kab/dinas",
                        .nama = "Dinas",
                        .nama_lengkap = "Dinas Kab",
                        .region = "kab",
                        .region_nama = "Kab",
                        .region_jenis = "kabupaten",
                        .wilayah = "",
                        .warna = "#0b4650",
                        .search_words = "x",
                        .n_kanal = 2,
                        .updated = {2025, 12, 31},
                        .services = service,
                        .n_services = 1};
}

static void
assert_equal(const GByteArray *a, const GByteArray *b)
{
    g_assert_cmpuint(a->len, ==, b->len);
    g_assert_true(memcmp(a->data, b->data, a->len) == 0);
}

static void
test_round(void)
{
    ServiceCard service;
    AgencyCard card = example(&service);
    g_autoptr(GByteArray) first = g_byte_array_new(), second = g_byte_array_new();
    g_autoptr(Arena) arena = arena_new();
    card_write(&card, first, NULL);
    const AgencyCard *read = card_read(arena, first->data, first->len);
    g_assert_nonnull(read);
    card_write(read, second, NULL);
    assert_equal(first, second);
    g_assert_cmpstr(read->services[0].keperluan.items[2], ==, "tiga");
    g_assert_cmpint(read->services[0].waktu.sort_minutes, ==, 1608);
    g_assert_cmpint(read->updated.year, ==, 2025);
}

/* Cut short or altered it is refused or read as something else, never a crash. */
static void
test_damaged(void)
{
    ServiceCard service;
    AgencyCard card = example(&service);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    card_write(&card, bytes, NULL);
    for (guint n = 0; n < bytes->len; n++) {
        g_autoptr(Arena) arena = arena_new();
        g_assert_null(card_read(arena, bytes->data, n));
    }
    for (guint i = 0; i < bytes->len; i++) {
        g_autoptr(Arena) arena = arena_new();
        bytes->data[i] ^= 0xff;
        card_read(arena, bytes->data, bytes->len);
        bytes->data[i] ^= 0xff;
    }
}

/* In memory, in a file and where none may be: what comes back is the card. */
static void
test_put_away(void)
{
    ServiceCard services[3];
    const struct {
        const char *dir;
        gsize in_memory;
        gboolean file;
    } rows[] = {{"/tmp", 1 << 20, FALSE}, {"/tmp", 0, TRUE}, {NULL, 0, FALSE}};
    for (guint r = 0; r < G_N_ELEMENTS(rows); r++) {
        int dir = rows[r].dir != NULL ? fs_open_dir(FS_CWD, rows[r].dir, NULL) : -1;
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(Shelf) shelf = shelf_new(dir, rows[r].in_memory);
        g_autoptr(GByteArray) first = g_byte_array_new(), second = g_byte_array_new();
        guint32 starts[4];
        AgencyCard card = example(&services[0]);
        example(&services[1]);
        example(&services[2]);
        services[1].judul = "Kartu";
        services[2].layanan_serupa = "";
        card.services = services;
        card.n_services = 3;
        card_write(&card, first, starts);
        AgencyCard *kept = card_put_away(first, starts, shelf, arena);
        g_assert_null(kept->services);
        g_assert_cmpint(kept->place.bytes == NULL, ==, rows[r].file);
        ServiceCard read[3];
        for (guint i = 3; i-- > 0;) { /* in any order */
            const ServiceCard *brief = card_brief(kept, i, arena);
            g_assert_cmpstr(brief->judul, ==, services[i].judul);
            g_assert_cmpstr(brief->waktu.untuk, ==, "baru");
            g_assert_cmpuint(brief->status, ==, 1);
            read[i] = *card_service(kept, i, arena);
        }
        kept->services = read;
        card_write(kept, second, NULL);
        assert_equal(first, second);
        g_assert_true(shelf_check(shelf, NULL));
        fs_close_dir(dir);
    }
}

/* Only services with former addresses, and nothing where nothing leads elsewhere. */
static void
test_outreach(void)
{
    ServiceCard services[2];
    g_autoptr(Arena) arena = arena_new();
    AgencyCard card = example(&services[0]);
    example(&services[1]);
    card.services = services;
    card.n_services = 2;
    g_assert_null(card_outreach(&card, arena));
    services[1].judul = "Kartu";
    services[1].alamat_lama = (CardTexts){words, 1};
    const AgencyCard *outreach = card_outreach(&card, arena);
    g_assert_cmpuint(outreach->n_services, ==, 1);
    g_assert_cmpstr(outreach->services[0].judul, ==, "Kartu");
    g_assert_cmpstr(outreach->path, ==, "kab/dinas");
}

static void
test_findings(void)
{
    g_autoptr(DiagList) list = diag_list_new();
    g_autoptr(DiagList) again = diag_list_new();
    Source *source = source_new("a.md", g_strdup("judul: x\nbaiya: y\n"), 18, list);
    diag_add(list, DIAG_KEY_UNKNOWN, (Mark){source, 2, 1}, 5, "baiya", "biaya", NULL);
    diag_add_path(list, DIAG_SITE_MISSING, "content", NULL);
    source_free(source);
    g_autoptr(GByteArray) bytes = g_byte_array_new(), twice = g_byte_array_new();
    diag_list_pack(list, bytes);
    g_assert_true(diag_list_unpack(again, bytes->data, bytes->len));
    diag_list_pack(again, twice);
    assert_equal(bytes, twice);
    g_assert_cmpstr(diag_list_get(again, 0)->excerpt, ==, "baiya: y");
    for (guint n = 0; n < bytes->len; n++)
        g_assert_false(diag_list_unpack(again, bytes->data, n));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/card/round", test_round);
    g_test_add_func("/card/damaged", test_damaged);
    g_test_add_func("/card/put-away", test_put_away);
    g_test_add_func("/card/outreach", test_outreach);
    g_test_add_func("/card/findings", test_findings);
    return g_test_run();
}
