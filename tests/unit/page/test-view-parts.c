/*
 * How times, fees and channels are shown: the words as written against the view, one row a case.
 * The author's words must be there whenever what is shown differs by more than punctuation.
 */
#include "support/view-site.h"

static ViewSite site;

/* ---- times ---- */

static const struct {
    const char *waktu;
    gboolean english;
    const char *expected; /* inti|asli if shown|size|setara|ambigu */
} times[] = {
    {"260 Menit", FALSE, "260 Menit|||4 jam 20 menit|"},
    {"260 minutes", TRUE, "260 minutes||||"},
    {"14 (empat belas) hari kerja;", FALSE, "14 (empat belas) hari kerja||p||"},
    {"4 Hari", FALSE, "4 Hari||||a"},
    {"Paling lambat 5 (lima) hari kerja sejak berkas lengkap", FALSE,
     "5 hari kerja|Paling lambat 5 (lima) hari kerja sejak berkas lengkap|||"},
    {"kurang lebih 15 sampai dengan 30 menit per berkas masuk", FALSE,
     "± 15–30 menit|kurang lebih 15 sampai dengan 30 menit per berkas masuk|||"},
    {"2 (dua) minggu atau lebih menurut banyaknya berkas", FALSE,
     "2 minggu atau lebih|2 (dua) minggu atau lebih menurut banyaknya berkas|p||"},
    {"selesai di tempat pada hari itu juga tanpa menunggu", FALSE,
     "selesai di tempat|selesai di tempat pada hari itu juga tanpa menunggu|p||"},
    {"5 hari kerja sejak hari lain", FALSE, "5 hari kerja sejak hari lain||p||"},
    {"5 hari kerja sejak hari lainn", FALSE, "5 hari kerja|5 hari kerja sejak hari lainn|||"},
    {"sesuai berkas", FALSE, "sesuai berkas||||"},
    {"menyesuaikan jadwal sidang di pengadilan negeri", FALSE,
     "menyesuaikan jadwal sidang di pengadilan negeri||k||"},
    {"14 (empat) hari kerja sejak permohonan diterima", FALSE,
     "14 (empat) hari kerja sejak permohonan diterima||k||"},
    {"", FALSE, "||||"},
};

static void
test_times(void)
{
    g_autoptr(Arena) arena = arena_new();
    ViewContext ctx;
    view_context_init(&ctx, arena, &site.site);
    for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
        Waktu row = {.waktu = {.str = times[i].waktu}};
        WaktuList list = {&row, 1};
        ViewWaktu view;
        duration_parse(arena, times[i].waktu, &row.value);
        TimeFact fact;
        time_fact(arena, &list, times[i].english, &fact);
        view_waktu_fill(&ctx, &fact, &list, &view);
        g_autofree char *shown =
            g_strdup_printf("%s|%s|%s%s|%s|%s", view.inti, view.tampil_asli ? view.asli : "",
                            view.panjang ? "p" : "", view.kalimat ? "k" : "", view.setara,
                            view.ambigu ? "a" : "");
        g_assert_cmpstr(shown, ==, times[i].expected);
        g_assert_cmpint(view.ada, ==, *times[i].waktu != '\0');
    }
    view_context_clear(&ctx);
}

/* ---- fees ---- */

static const struct {
    const char *raw, *expected; /* inti|satuan|asli if shown|flags */
} fees[] = {
    {"Tidak dipungut biaya", "||Tidak dipungut biaya|g"},
    {"Gratis.", "|||g"},
    {"Rp. 5.000,- per lembar", "Rp5.000|per lembar||"},
    {"Biaya sebesar Rp 50.000", "Rp50.000||Biaya sebesar Rp 50.000|"},
    {"Rp50.000,00", "Rp50.000||Rp50.000,00|"},
    {"Sesuai Perda Nomor 1 Tahun 2024", "||Sesuai Perda Nomor 1 Tahun 2024|r"},
    {"10% dari nilai kontrak", "10% dari nilai kontrak|||p"},
    {"dihitung petugas dari luas dan letak tanahnya",
     "dihitung petugas dari luas dan letak tanahnya|||k"},
};

static void
test_fees(void)
{
    g_autoptr(Arena) arena = arena_new();
    ViewContext ctx;
    view_context_init(&ctx, arena, &site.site);
    for (gsize i = 0; i < G_N_ELEMENTS(fees); i++) {
        Fee fee = {.raw = {.str = fees[i].raw}};
        ViewBiaya view;
        fee_text_parse(arena, fees[i].raw, &fee.read);
        fee.jenis = fee.read.kind;
        fee.rupiah = fee.read.rupiah;
        view_biaya_fill(&ctx, &fee, FALSE, &view);
        g_autofree char *shown = g_strdup_printf(
            "%s|%s|%s|%s%s%s%s", view.inti, view.satuan, view.tampil_asli ? view.asli : "",
            view.gratis ? "g" : "", view.peraturan ? "r" : "", view.panjang ? "p" : "",
            view.kalimat ? "k" : "");
        g_assert_cmpstr(shown, ==, fees[i].expected);
        g_assert_true(view.ada);
    }
    view_context_clear(&ctx);
}

static const struct {
    gint64 jenis;
    const char *jumlah, *catatan;
    const char *tariffs[4]; /* amounts */
    const char *expected;   /* inti|asli if shown|flags */
} records[] = {
    {FEE_TETAP, "Rp 50.000,-", NULL, {NULL}, "Rp50.000||"},
    {FEE_TETAP, "50000", NULL, {NULL}, "Rp50.000||"},
    {FEE_TETAP, "50 ribu", NULL, {NULL}, "Rp50.000|50 ribu|"},
    {FEE_TETAP, "0", NULL, {NULL}, "||g"},
    {FEE_TETAP, "nol rupiah", NULL, {NULL}, "nol rupiah||"},
    {FEE_GRATIS, "0", NULL, {NULL}, "||g"},
    {FEE_GRATIS, "Rp5.000", NULL, {NULL}, "|Rp5.000|g"},
    {FEE_TETAP, "Rp ,-", NULL, {NULL}, "Rp ,-||"},
    {FEE_TETAP, NULL, "lihat loket", {NULL}, "||-d"},
    {FEE_GRATIS, NULL, "meterai ditanggung pemohon", {NULL}, "||gcd"},
    {FEE_TABEL, NULL, NULL, {"Rp50.000", "0", NULL}, "Rp0–Rp50.000||td"},
    {FEE_TABEL, NULL, NULL, {"Rp5.000", "Rp5.000", ""}, "Rp5.000||td"},
    {FEE_TABEL, NULL, NULL, {"Rp5.000", "menurut luas", NULL}, "||td"},
    {FEE_UNREAD, NULL, "tanya petugas", {NULL}, "||-d"},
};

static void
test_fee_records(void)
{
    g_autoptr(Arena) arena = arena_new();
    ViewContext ctx;
    view_context_init(&ctx, arena, &site.site);
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++) {
        Tariff tariffs[4] = {0};
        Fee fee = {.jenis = records[i].jenis, .head.given = 1, .tarif.items = tariffs};
        ViewBiaya view;
        fee.jumlah.str = records[i].jumlah;
        fee.catatan.str = records[i].catatan;
        fee.status = money_parse(records[i].jumlah, &fee.rupiah);
        for (; records[i].tariffs[fee.tarif.n] != NULL; fee.tarif.n++) {
            Tariff *tariff = &tariffs[fee.tarif.n];
            tariff->jumlah.str = records[i].tariffs[fee.tarif.n];
            tariff->status = money_parse(tariff->jumlah.str, &tariff->rupiah);
        }
        view_biaya_fill(&ctx, &fee, FALSE, &view);
        g_autofree char *shown = g_strdup_printf(
            "%s|%s|%s%s%s%s%s", view.inti, view.tampil_asli ? view.asli : "",
            view.ada ? "" : "-", view.gratis ? "g" : "", view.lihat_catatan ? "c" : "",
            view.tabel ? "t" : "", view.ada_rincian ? "d" : "");
        g_assert_cmpstr(shown, ==, records[i].expected);
    }
    view_context_clear(&ctx);
}

/* ---- channels ---- */

static const struct {
    const char *text, *expected; /* jenis|label|nilai|tautan|nomor */
} channels[] = {
    {"Fax. : (0343) 427605", "faks|Fax.|(0343) 427605||n"},
    {"WhatsApp: 085607966637",
     "whatsapp|WhatsApp|0856-0796-6637|https://wa.me/6285607966637|n"},
    {"E-mail : a.b@c.go.id",
     "email|E-mail|a.<wbr>b@<wbr>c.<wbr>go.<wbr>id|mailto:a.b@c.go.id|"},
    {"Website: https://www.x.go.id/",
     "web|Website|www.<wbr>x.<wbr>go.<wbr>id|https://www.x.go.id/|"},
    {"Kotak saran", "kotak_saran|Kotak saran|||"},
    {"Bertanya kepada <petugas>", "lainnya|Bertanya kepada <petugas>|||"},
    {"Website: https://dinsos/x.go.id", "web|Website|https://dinsos/x.<wbr>go.<wbr>id||"},
};

static void
test_channels(void)
{
    g_autoptr(Arena) arena = arena_new();
    ViewContext ctx;
    view_context_init(&ctx, arena, &site.site);
    for (gsize i = 0; i < G_N_ELEMENTS(channels); i++) {
        ChannelText read;
        Channel channel = {.raw = {.str = channels[i].text}};
        ViewKanal view;
        channel_parse_text(arena, channels[i].text, &read);
        channel.jenis = read.kind;
        channel.label.str = read.label;
        channel_read_value(arena, read.kind, read.value, &channel.value);
        view_kanal_fill(&ctx, &channel, &view);
        g_autofree char *shown =
            g_strdup_printf("%s|%s|%s|%s|%s", view.jenis, view.label, view.nilai, view.tautan,
                            view.nomor ? "n" : "");
        g_assert_cmpstr(shown, ==, channels[i].expected);
    }
    view_context_clear(&ctx);
}

/* ---- texts ---- */

static void
test_texts(void)
{
    g_autoptr(Arena) arena = arena_new();
    ViewContext ctx;
    view_context_init(&ctx, arena, &site.site);
    g_assert_cmpstr(view_link_name(&ctx, "HTTPS://www.a.go.id/b.c?d=<"), ==,
                    "www.<wbr>a.<wbr>go.<wbr>id/b.<wbr>c?d=&lt;");
    view_context_page(&ctx, ADDRESS_SERVICE, "en", "a/b/c.html");
    g_assert_cmpstr(ctx.akar, ==, "../../");
    g_assert_cmpstr(ctx.asli_lang, ==, "id");
    g_assert_cmpstr(view_tanggal(&ctx, (Date){2026, 11, 22})->teks, ==, "22 November 2026");
    g_assert_cmpstr(view_inside_link(&ctx, "a/f b.pdf#h 2"), ==, "../../a/f%20b.pdf#h%202");
    view_context_clear(&ctx);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    view_site_open(&site, "content", "themes/default", NULL);
    g_test_add_func("/view-parts/times", test_times);
    g_test_add_func("/view-parts/fees", test_fees);
    g_test_add_func("/view-parts/fee-records", test_fee_records);
    g_test_add_func("/view-parts/channels", test_channels);
    g_test_add_func("/view-parts/texts", test_texts);
    int result = g_test_run();
    view_site_close(&site);
    return result;
}
