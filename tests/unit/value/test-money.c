#include "support/value-mutate.h"
#include "value/fee.h"
#include "value/money.h"

static const char *const statuses[] = {"read", "empty", "unreadable", "lost", "large"};

static const struct {
    const char *text, *status;
    gint64 rupiah;
} amounts[] = {
    {"Rp50.000", "read", 50000},
    {"Rp 50.000", "read", 50000},
    {"Rp. 50.000", "read", 50000},
    {"Rp.50.000,-", "read", 50000},
    {"rp 50.000,00", "read", 50000},
    {"Rp 50.000.-", "read", 50000},
    {"IDR 50.000", "read", 50000},
    {"50.000", "read", 50000},
    {"50000", "read", 50000},
    {" 1.250.000 ", "read", 1250000},
    {"Rp\xc2\xa0"
     "7.500",
     "read", 7500},
    {"50.000 rupiah", "read", 50000},
    {"Rp 50 ribu", "read", 50000},
    {"Rp2 juta", "read", 2000000},
    {"Rp 50.000.", "read", 50000},
    {"0", "read", 0},
    {"Rp 0,-", "read", 0},
    {"Rp 100", "read", 100},
    {"Rp. 5", "lost", 5},
    {"Rp 99", "lost", 99},
    {"5,-", "lost", 5},
    {"9223372036854775807", "read", G_MAXINT64},
    {"9223372036854775808", "large", 0},
    {"Rp 99999999999 miliar", "large", 0},
    {"", "empty", 0},
    {"  ", "empty", 0},
    {"-", "empty", 0},
    {"Rp ,-", "unreadable", 0},
    {"Rp5.000.00", "unreadable", 0},
    {"1.250.000.00", "unreadable", 0},
    {"Rp5000.00", "read", 5000},
    {"Rp", "unreadable", 0},
    {"Rp.", "unreadable", 0},
    {"Rp 50,000", "unreadable", 0},
    {"Rp 50.00.000", "unreadable", 0},
    {"Rp 5000.000", "unreadable", 0},
    {"50.000/orang", "unreadable", 0},
    {"Rp -5.000", "unreadable", 0},
    {"lima ribu", "unreadable", 0},
    {"Rp 5 0", "unreadable", 0},
    {"Rpx 5.000", "unreadable", 0},
};

static void
test_amounts(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(amounts); i++) {
        gint64 rupiah = -1;
        g_test_message("%s", amounts[i].text);
        g_assert_cmpstr(statuses[money_parse(amounts[i].text, &rupiah)], ==, amounts[i].status);
        g_assert_cmpint(rupiah, ==, amounts[i].rupiah);
    }
    gint64 rupiah = -1;
    g_assert_cmpint(money_parse(NULL, &rupiah), ==, MONEY_EMPTY);
}

static const struct {
    gint64 rupiah;
    const char *text;
} prints[] = {
    {0, "Rp0"},
    {5, "Rp5"},
    {500, "Rp500"},
    {1000, "Rp1.000"},
    {50000, "Rp50.000"},
    {1234567, "Rp1.234.567"},
    {-50000, "-Rp50.000"},
    {G_MAXINT64, "Rp9.223.372.036.854.775.807"},
    {G_MININT64, "-Rp9.223.372.036.854.775.808"},
};

static void
test_prints(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(prints); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        money_append(out, prints[i].rupiah);
        g_assert_cmpstr(out->str, ==, prints[i].text);
    }
}

/* "kind[ rupiah[ lost][ (unit)]][ bad][ differ]" */
static void
append_fee(const FeeText *fee, GString *out)
{
    g_string_append(out, fee->kind == FEE_UNREAD ? "unread" : fee_kind_key(fee->kind));
    if (fee->kind == FEE_TETAP)
        g_string_append_printf(out, " %" G_GINT64_FORMAT "%s", fee->rupiah,
                               fee->thousands_lost ? " lost" : "");
    if (fee->satuan[0] != '\0')
        g_string_append_printf(out, " (%s)", fee->satuan);
    if (fee->amount_unreadable)
        g_string_append(out, " bad");
    if (fee->words_disagree)
        g_string_append(out, " differ");
}

static const struct {
    const char *text, *expected;
} fees[] = {
    {"Tidak dipungut biaya", "gratis"},
    {"Tidak dipungut biaya.", "gratis"},
    {"GRATIS", "gratis"},
    {"Gratis / tidak dipungut biaya", "gratis"},
    {"Tidak dipungut biaya (gratis)", "gratis"},
    {"Biaya : gratis", "gratis"},
    {"tidak berbayar", "gratis"},
    {"Tanpa biaya", "gratis"},
    {"tanpa dipungut biaya apapun", "gratis"},
    {"tidak di pungut biaya", "gratis"},
    {"Tidak dipungut bayaran", "gratis"},
    {"tidak dikenakan biaya", "gratis"},
    {"bebas biaya", "gratis"},
    {"mengacu Perda 1", "sesuai_peraturan"},
    {"menurut Perwali", "sesuai_peraturan"},
    {"Rp 5.000 + meterai", "unread"},
    {"Rp 5.000 ditambah meterai", "unread"},
    {"Rp 5.000 kali luas", "unread"},
    {"Tidak ada biaya", "gratis"},
    {"Rp 0", "gratis"},
    {"Rp. 0,- (Gratis)", "gratis"},
    {"0", "gratis"},
    {"Rp. 0,- (nol rupiah)", "gratis"},
    {"Rp. 50.000 per sertipikat", "tetap 50000 (per sertipikat)"},
    {"Rp50.000", "tetap 50000"},
    {"Rp50.000,-/lembar", "tetap 50000 (per lembar)"},
    {"50.000 sekali jalan", "tetap 50000 (sekali jalan)"},
    {"50000", "tetap 50000"},
    {"500 / lembar", "tetap 500 (per lembar)"},
    {"Biaya sebesar Rp 5.000,-", "tetap 5000"},
    {"PNBP: Rp 100.000", "tetap 100000"},
    {"Tarif retribusi: Rp 5.000 per m2", "tetap 5000 (per m2)"},
    {"WNI Rp 350.000", "unread"},
    {"Rp. 5", "tetap 5 lost"},
    {"Rp 0 per lembar", "tetap 0 (per lembar)"},
    {"Rp 50.000 (Perda 12 Tahun 2011)", "tetap 50000 ((Perda 12 Tahun 2011))"},
    {"Sesuai Perda Nomor 12 Tahun 2011", "sesuai_peraturan"},
    {"Berdasarkan PP No. 5 Tahun 2019", "sesuai_peraturan"},
    {"sesuai tarif yang berlaku", "sesuai_peraturan"},
    {"sesuai Perda Rp 5.000", "unread"},
    {"gratis untuk WNI, Rp 50.000 untuk WNA", "unread"},
    {"Tidak dipungut biaya sesuai Perda 5", "unread"},
    {"Gratis bagi warga miskin", "unread"},
    {"Rp 50.000 - Rp 100.000", "unread"},
    {"Rp 50.000 – 100.000", "unread"},
    {"Rp 50.000 s/d 100000", "unread"},
    {"Rp 5.000 x luas bangunan", "unread"},
    {"2 % dari nilai", "unread"},
    {"2 lembar materai", "unread"},
    {"Rp ,-", "unread bad"},
    {"Rp. ,- per lembar", "unread bad"},
    {"Rp 99999999999999999999", "unread bad"},
    {"-", "unread"},
    {"", "unread"},
    /* words before an amount that no grammar accounts for */
    {"12 x Rp 50.000", "unread"},
    {"0,5% dari Rp 1.000.000", "unread"},
    {"Luas x Rp 2.500", "unread"},
    {"Luas bangunan × Rp2.500", "unread"},
    {"minimal Rp 50.000", "unread"},
    {"Maks. Rp 50.000", "unread"},
    {"mulai dari Rp 50.000", "unread"},
    {"> Rp 50.000", "unread"},
    {"≥ Rp 50.000", "unread"},
    {"s.d. Rp 50.000", "unread"},
    {"± Rp 50.000", "unread"},
    {"(Rp 50.000)", "unread"},
    {"2 lembar Rp 6.000", "unread"},
    {"Meterai Rp 10.000", "unread"},
    /* and behind it */
    {"Rp 50.000 ke atas", "unread"},
    {"Rp 50.000 atau lebih", "unread"},
    {"Rp 50.000 per orang minimal 5 orang", "unread"},
    {"Rp 50.000 per m2 x luas", "unread"},
    {"Rp 50.000 per m2 dikali luas", "unread"},
    {"Rp 50.000 dewasa, anak 5000", "unread"},
    {"Rp 50.000/2 orang", "unread bad"},
    {"Rp 50.000 per orang, anak-anak gratis", "unread"},
    {"Rp 50.000 per hari bila terlambat", "unread"},
    {"Rp 50.000 (belum termasuk pajak)", "unread"},
    {"Rp 50.000 - selesai", "unread"},
    {"Rp 50.000+", "unread"},
    {"50% dari tarif sesuai Perda", "unread"},
    {"5 per mil", "unread"},
    {"Rp 5.000 per m²", "tetap 5000 (per m²)"},
    {"Rp 5.000 per 100 lembar", "tetap 5000 (per 100 lembar)"},
    {"Rp 5.000 per kali kunjungan", "tetap 5000 (per kali kunjungan)"},
    {"Rp 2.500,-/m2/bulan", "tetap 2500 (per m2/bulan)"},
    {"Rp 50.000 sesuai Perda Nomor 5 Tahun 2011",
     "tetap 50000 (sesuai Perda Nomor 5 Tahun 2011)"},
    {"Rp 50.000 per orang (Perda 12/2011).", "tetap 50000 (per orang (Perda 12/2011))"},
    /* digits that belong together */
    {"Rp 50 000", "unread bad"},
    {"Rp 50\xc2\xa0"
     "000",
     "unread bad"},
    {"Rp 1 250 000 per unit", "unread bad"},
    {"Rp 50 .000", "unread bad"},
    {"Rp 50. 000", "unread bad"},
    {"Rp 50’000", "unread bad"},
    {"Rp5O.000", "unread bad"},
    {"Rp 50.00O", "unread bad"},
    {"Rp 50.000 ribu", "unread bad"},
    {"Rp 000.000", "unread bad"},
    {"000", "unread"},
    {"Rp\xe2\x80\xaf"
     "50.000",
     "tetap 50000"},
    /* the same in words */
    {"Rp50.000 (lima puluh ribu rupiah)", "tetap 50000"},
    {"Rp. 1.250.000,- (terbilang: satu juta dua ratus lima puluh ribu rupiah) per unit",
     "tetap 1250000 (per unit)"},
    {"Rp1.500 (seribu lima ratus)", "tetap 1500"},
    {"Rp50.000 (lima ratus ribu)", "unread differ"},
};

static void
test_fees(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(fees); i++) {
        FeeText fee;
        g_autoptr(GString) out = g_string_new(NULL);
        fee_text_parse(arena, fees[i].text, &fee);
        append_fee(&fee, out);
        g_test_message("%s", fees[i].text);
        g_assert_cmpstr(out->str, ==, fees[i].expected);
        g_assert_cmpstr(fee.raw, ==, fees[i].text);
    }
}

static void
test_kinds(void)
{
    g_assert_cmpstr(fee_kind_key(FEE_GRATIS), ==, "gratis");
    g_assert_cmpstr(fee_kind_key(FEE_SESUAI_PERATURAN), ==, "sesuai_peraturan");
    g_assert_cmpstr(fee_kind_key(FEE_UNREAD), ==, "");
    g_autoptr(Arena) arena = arena_new();
    g_assert_cmpstr(fee_satuan(arena, " /jam"), ==, "per jam");
    g_assert_cmpstr(fee_satuan(arena, "sekali jalan"), ==, "sekali jalan");
    g_assert_cmpstr(fee_satuan(arena, NULL), ==, "");
}

static void
test_random(void)
{
    GRand *rand = g_rand_new_with_seed(MUTATE_SEED);
    g_autoptr(GString) text = g_string_new(NULL), print = g_string_new(NULL);
    for (guint i = 0; i < 20000; i++) {
        g_autoptr(Arena) arena = arena_new();
        FeeText fee;
        gint64 rupiah, again;
        if (i % 8 == 0) {
            random_bytes(rand, text);
        } else {
            g_string_assign(
                text, i % 2 ? fees[g_rand_int_range(rand, 0, G_N_ELEMENTS(fees))].text
                            : amounts[g_rand_int_range(rand, 0, G_N_ELEMENTS(amounts))].text);
            mutate(rand, text);
        }
        fee_text_parse(arena, text->str, &fee);
        g_assert_cmpstr(fee.raw, ==, text->str);
        MoneyStatus status = money_parse(text->str, &rupiah);
        g_assert_true(rupiah >= 0);
        g_string_truncate(print, 0);
        money_append(print, rupiah);
        if (status == MONEY_READ || status == MONEY_THOUSANDS_LOST) {
            money_parse(print->str, &again);
            g_assert_cmpint(again, ==, rupiah);
        }
    }
    g_rand_free(rand);
}

/* An amount of a row or a fee: words for free and nothing else. */
static void
test_free_amounts(void)
{
    static const struct {
        const char *text, *expected;
        gint64 rupiah;
    } rows[] = {
        {"Gratis", "read", 0},
        {"Tidak dipungut biaya", "read", 0},
        {"Rp0 (gratis)", "read", 0},
        {"Rp50.000", "read", 50000},
        {"Rp. 5", "lost", 5},
        {"-", "empty", 0},
        {NULL, "empty", 0},
        {"gratis bagi warga miskin", "unreadable", 0},
        {"tidak gratis", "unreadable", 0},
        {"Rp50.000 atau gratis", "unreadable", 0},
        {"Rp ,-", "unreadable", 0},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        gint64 rupiah;
        MoneyStatus status = fee_amount_parse(rows[i].text, &rupiah);
        g_test_message("%s", rows[i].text);
        g_assert_cmpstr(statuses[status], ==, rows[i].expected);
        g_assert_cmpint(rupiah, ==, rows[i].rupiah);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/money/amounts", test_amounts);
    g_test_add_func("/money/prints", test_prints);
    g_test_add_func("/fee/fees", test_fees);
    g_test_add_func("/fee/kinds", test_kinds);
    g_test_add_func("/fee/free-amounts", test_free_amounts);
    g_test_add_func("/fee/random", test_random);
    return g_test_run();
}
