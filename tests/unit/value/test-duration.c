#include "support/value-mutate.h"
#include "value/duration.h"

/* "kind bound[ open] parts[ | starts][ -| excludes][ # note][ !digits/words][ ?]" */
static void
append_duration(const Duration *d, GString *out)
{
    static const char *const kinds[] = {"open", "read", "several", "on-spot"};
    static const char *const bounds[] = {"=", "<=", "~"};
    g_string_append(out, kinds[d->kind]);
    if (d->kind == DURATION_READ)
        g_string_append_printf(out, " %s%s", bounds[d->bound], d->open_ended ? "open" : "");
    for (guint i = 0; i < d->n_parts; i++) {
        g_string_append_c(out, ' ');
        duration_append_part(&d->parts[i], out);
    }
    if (d->starts[0] != '\0')
        g_string_append_printf(out, " | %s", d->starts);
    if (d->excludes[0] != '\0')
        g_string_append_printf(out, " -| %s", d->excludes);
    if (d->note[0] != '\0')
        g_string_append_printf(out, " # %s", d->note);
    if (d->words_disagree)
        g_string_append_printf(out, " !%d/%d", (int)d->digits, (int)d->words);
    if (d->ambiguous_day)
        g_string_append(out, " ?");
}

static const struct {
    const char *text, *expected;
} rows[] = {
    /* the seeds */
    {"260 Menit", "read = 260 menit"},
    {"4 Hari", "read = 4 hari ?"},
    {"5 Hari kerja", "read = 5 hari kerja"},
    {"1 Hari", "read = 1 hari ?"},
    {"selambat-lambatnya 5 hari kerja;", "read <= 5 hari kerja"},
    {"Pengaduan ringan, selambat-lambatnya 5 hari kerja;",
     "read <= 5 hari kerja # Pengaduan ringan"},
    /* units */
    {"30 detik", "read = 30 detik"},
    {"15 menit.", "read = 15 menit"},
    {"30menit", "read = 30 menit"},
    {"2 jam", "read = 2 jam"},
    {"7 HARI KALENDER", "read = 7 hari kalender"},
    {"2 minggu", "read = 2 minggu"},
    {"3 bulan", "read = 3 bulan"},
    {"1 tahun", "read = 1 tahun"},
    {"8 jam kerja", "read = 8 jam"},
    {"0 hari kerja", "read = 0 hari kerja"},
    {"1.440 menit", "read = 1440 menit"},
    /* number words, cross-checked */
    {"14 (empat belas) hari kerja", "read = 14 hari kerja"},
    {"14 (empat) hari kerja", "read = 14 hari kerja !14/4"},
    {"empat belas (14) hari kerja", "read = 14 hari kerja"},
    {"lima (6) hari kerja", "read = 6 hari kerja !6/5"},
    {"tiga hari kerja", "read = 3 hari kerja"},
    {"dua puluh lima menit", "read = 25 menit"},
    {"260 (dua ratus enam puluh) menit", "read = 260 menit"},
    {"5 hari kerja (lima hari kerja)", "read = 5 hari kerja"},
    {"5 hari kerja (enam hari kerja)", "read = 5 hari kerja !5/6"},
    {"seratus hari kerja", "read = 100 hari kerja"},
    /* bounds */
    {"maksimal 3 hari kerja", "read <= 3 hari kerja"},
    {"Paling lama 3 hari kerja", "read <= 3 hari kerja"},
    {"paling lambat : 3 hari kerja", "read <= 3 hari kerja"},
    {"selambat lambatnya 3 hari kerja", "read <= 3 hari kerja"},
    {"selama-lamanya 14 hari kerja", "read <= 14 hari kerja"},
    {"Paling lambat dalam waktu 14 hari kerja", "read <= 14 hari kerja"},
    {"tidak lebih dari 10 menit", "read <= 10 menit"},
    {"± 15 menit", "read ~ 15 menit"},
    {"+/- 15 menit", "read ~ 15 menit"},
    {"kurang lebih 15 menit", "read ~ 15 menit"},
    {"lebih kurang 15 menit", "read ~ 15 menit"},
    {"sekitar 1 jam", "read ~ 1 jam"},
    {"berkisar antara 1 sampai 2 jam", "read ~ 1–2 jam"},
    {"maksimal ± 3 hari kerja", "read ~ 3 hari kerja"},
    {"maksimum 3 jam", "read <= 3 jam"},
    {"maks 3 jam", "read <= 3 jam"},
    {"kurang dari 3 jam", "read <= 3 jam"},
    {"+- 3 jam", "read ~ 3 jam"},
    {"kira-kira 3 jam", "read ~ 3 jam"},
    {"rata-rata selama 3 jam", "read ~ 3 jam"},
    {"Max 3 jam", "read <= 3 jam"},
    {"max. 3 hari kerja", "read <= 3 hari kerja"},
    {"-3 hari kerja", "open"},
    {"minus 3 hari kerja", "open"},
    {"Layanan -3 jam", "open"},
    {"minimum 3 jam", "read ~open 3 jam"},
    {"sekurang-kurangnya 3 jam", "read ~open 3 jam"},
    {"paling cepat 3 jam", "read ~open 3 jam"},
    {"paling sedikit 3 jam", "read ~open 3 jam"},
    {"3 jam, bisa diperpanjang", "read ~open 3 jam # bisa diperpanjang"},
    {"paling lambat dalam jangka waktu 3 jam", "read <= 3 jam"},
    {"dalam waktu 3 jam", "read = 3 jam # dalam waktu"},
    {"3 jam semenjak lengkap", "read = 3 jam | semenjak lengkap"},
    {"3 jam sesudah lengkap", "read = 3 jam | sesudah lengkap"},
    {"3 jam diluar antrean", "read = 3 jam -| diluar antrean"},
    {"5 hari kerja atau lebih awal", "read = 5 hari kerja # atau lebih awal"},
    {"(maksimal 5 hari kerja)", "read <= 5 hari kerja"},
    /* open ends */
    {"5 hari kerja atau lebih", "read ~open 5 hari kerja"},
    {"5 hari kerja dan dapat diperpanjang", "read ~open 5 hari kerja # dan dapat diperpanjang"},
    {"5 hari kerja dan tidak dapat diperpanjang",
     "read = 5 hari kerja # dan tidak dapat diperpanjang"},
    {"maksimal 5 hari kerja atau lebih cepat", "read <= 5 hari kerja # atau lebih cepat"},
    {"minimal 3 hari kerja", "read ~open 3 hari kerja"},
    {"lebih dari 3 hari kerja", "read ~open 3 hari kerja"},
    /* ranges */
    {"15 – 30 menit", "read = 15–30 menit"},
    {"15-30 menit", "read = 15–30 menit"},
    {"15 -- 30 menit", "read = 15–30 menit"},
    {"1 s/d 3 hari kerja", "read = 1–3 hari kerja"},
    {"1 s.d. 3 hari kerja", "read = 1–3 hari kerja"},
    {"1 s.d 3 hari kerja", "read = 1–3 hari kerja"},
    {"1 sampai 3 hari kerja", "read = 1–3 hari kerja"},
    {"1 sampai dengan 3 hari kerja", "read = 1–3 hari kerja"},
    {"1 hingga 3 hari kerja", "read = 1–3 hari kerja"},
    {"1 atau 2 hari kerja", "read = 1–2 hari kerja"},
    {"1 (satu) – 3 (tiga) hari kerja", "read = 1–3 hari kerja"},
    {"1 hari kerja s/d 3 hari kerja", "read = 1–3 hari kerja"},
    {"3 hari - 5 hari kerja", "read = 3–5 hari kerja"},
    {"30 menit – 1 jam", "read = 30–60 menit"},
    {"5 hari kalender - 2 minggu", "read = 5–14 hari kalender"},
    {"6 bulan - 1 tahun", "read = 6–12 bulan"},
    {"5 hari kerja - 14 hari kalender", "several"},
    {"30-15 menit", "several"},
    {"30 menit – 1 jam 30 menit", "several"},
    /* several parts */
    {"1 jam 30 menit", "read = 1 jam 30 menit"},
    {"2 minggu 3 hari kerja", "read = 2 minggu 3 hari kerja"},
    {"1 hari 2 jam 10 menit 5 detik", "read = 1 hari 2 jam 10 menit 5 detik ?"},
    {"1 tahun 2 bulan 3 minggu 4 hari 5 jam", "several"},
    /* beginnings, exclusions, notes */
    {"5 hari kerja sejak berkas diterima lengkap",
     "read = 5 hari kerja | sejak berkas diterima lengkap"},
    {"5 hari kerja setelah berkas lengkap.", "read = 5 hari kerja | setelah berkas lengkap"},
    {"3 hari kerja (setelah verifikasi)", "read = 3 hari kerja | setelah verifikasi"},
    {"3 hari kerja terhitung sejak surat diterima, selain hari libur",
     "read = 3 hari kerja | terhitung sejak surat diterima -| selain hari libur"},
    {"2 jam dari pendaftaran", "read = 2 jam | dari pendaftaran"},
    {"30 menit (tidak termasuk waktu tunggu)",
     "read = 30 menit -| tidak termasuk waktu tunggu"},
    {"30 menit di luar waktu tunggu", "read = 30 menit -| di luar waktu tunggu"},
    {"14 hari kerja (di luar proses (lab)) sejak sampel diterima",
     "read = 14 hari kerja | sejak sampel diterima -| di luar proses (lab)"},
    {"15 menit (per berkas)", "read = 15 menit # per berkas"},
    {"15 menit (per berkas) untuk umum", "read = 15 menit # (per berkas) untuk umum"},
    {"15 menit / pemohon", "read = 15 menit # / pemohon"},
    {"Waktu : 15 menit, bila berkas lengkap", "read = 15 menit # Waktu bila berkas lengkap"},
    {"1. 5 hari kerja", "read = 5 hari kerja # 1"},
    {"Selesai di tempat, 15 menit", "read = 15 menit # Selesai di tempat"},
    /* several durations */
    {"Baru 3 hari kerja, hilang 5 hari kerja", "several"},
    {"paling lambat 10 (sepuluh) hari kerja dan dapat diperpanjang paling lama 7 (tujuh) hari "
     "kerja",
     "several"},
    {"5 hari 7 hari", "several"},
    {"3 hari kerja untuk baru, 5 untuk hilang", "several"},
    {"Baru 3, 5 jika hilang: hari kerja", "open"},
    {"Baru 3 bila lengkap, 5 hari kerja bila tidak", "several"},
    {"2 jam 3 jam", "several"},
    /* none */
    {"", "open"},
    {"-", "open"},
    {"sesuai berkas", "open"},
    {"hari ketujuh", "open"},
    {"hari ke-7 jam kerja", "open"},
    {"tidak dibatasi", "open"},
    {"selesai di tempat*", "on-spot"},
    {"Selesai di Tempat", "on-spot"},
    {"Senin - Kamis, pukul 08.00 - 15.00", "open"},
    {"Pukul 8 hari Senin", "open"},
    {"1 x 24 jam", "open"},
    {"3x24 jam", "open"},
    {"2 kali 24 jam", "open"},
    {"1,5 jam", "open"},
    {"1/2 jam", "open"},
    {"1 / 2 jam", "open"},
    {"1,5 – 2 jam", "open"},
    {"salah satu hari kerja", "open"},
    {"setiap 3 bulan", "open"},
    {"1234567890 hari", "open"},
    {"A4 hari", "open"},
    /* when an office is open, not how long something takes */
    {"Pelayanan 24 jam", "open"},
    {"24 Jam Nonstop", "open"},
    {"24 jam nonstop setiap hari", "open"},
    {"Buka 8 jam", "open"},
    {"IGD: 24 jam", "open"},
    {"Layanan darurat 24 jam (call center)", "open"},
    {"24 jam sehari", "open"},
    {"24 jam/hari", "open"},
    {"8 jam per hari kerja", "open"},
    {"5 hari dalam seminggu", "open"},
    {"24 jam dalam 7 hari", "several"},
    {"24 jam", "read = 24 jam"},
    {"maksimal 24 jam", "read <= 24 jam"},
    {"Pelayanan selesai 24 jam", "read = 24 jam # Pelayanan selesai"},
    {"Pelayanan 15 menit", "read = 15 menit # Pelayanan"},
    {"24 jam sejak laporan diterima", "read = 24 jam | sejak laporan diterima"},
    /* signs and words for an end */
    {"> 5 hari kerja", "read ~open 5 hari kerja"},
    {">= 5 hari kerja", "read ~open 5 hari kerja"},
    {"≥ 5 hari kerja", "read ~open 5 hari kerja"},
    {"≤ 5 hari kerja", "read <= 5 hari kerja"},
    {"< 5 hari kerja", "read <= 5 hari kerja"},
    {"~ 15 menit", "read ~ 15 menit"},
    {"Maks. 5 hari kerja", "read <= 5 hari kerja"},
    {"Min. 5 hari kerja", "read ~open 5 hari kerja"},
    {"s.d. 5 hari kerja", "read <= 5 hari kerja"},
    {"s/d 5 hari kerja", "read <= 5 hari kerja"},
    {"sampai dengan 5 hari kerja", "read <= 5 hari kerja"},
    {"hingga 5 hari kerja", "read <= 5 hari kerja"},
    {"mulai dari 5 hari kerja", "read ~open 5 hari kerja"},
    {"tidak kurang dari 3 jam", "read ~open 3 jam"},
    {"5 hari kerja ke atas", "read ~open 5 hari kerja # ke atas"},
    {"5 hari kerja lebih", "read ~open 5 hari kerja # lebih"},
    {"5 hari kerja (maksimal)", "read <= 5 hari kerja # maksimal"},
    {"5 hari kerja minimal", "read ~open 5 hari kerja # minimal"},
    {"5 hari kerja, kurang lebih", "read ~ 5 hari kerja # kurang lebih"},
    /* terms of something else */
    {"5% dari 3 hari", "open"},
    {"2 + 3 hari", "open"},
    {"3 hari x 2", "open"},
    {"3 hari kali 2", "open"},
    {"H-3 hari", "open"},
    {"H+7 hari kerja", "open"},
    {"setelah 3 hari", "open"},
    {"bukan 3 hari", "open"},
    {"1 jam setengah", "open"},
    {"5 hari kerja tergantung antrean", "open"},
    {"tahun 2026 bulan Mei", "open"},
    /* digits that belong together, and other cases beside it */
    {"1 5 menit", "several"},
    {"1, 5 jam", "several"},
    {"5, 7 hari", "several"},
    {"5 dan 7 hari kerja", "several"},
    {"5, 7, atau 9 hari kerja", "several"},
    {"2 jam 30", "several"},
    {"3 hari kerja atau sesuai antrean", "several"},
    {"3x24 jam atau 5 hari kerja", "several"},
    {"5 hari kerja s.d. selesai", "several"},
    {"5 hari kerja hingga selesai", "several"},
    {"5 hari kerja - setelah berkas lengkap", "read = 5 hari kerja | setelah berkas lengkap"},
    {"5O menit", "open"},
    {"l5 menit", "open"},
    {"5 hari kerja (lima)", "read = 5 hari kerja"},
    {"5 hari kerja (tujuh)", "read = 5 hari kerja !5/7"},
    {"Tidak selesai di tempat", "open"},
    {"selesai di tempat atau 3x24 jam", "open"},
};

static void
test_rows(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Duration d;
        duration_parse(arena, rows[i].text, &d);
        g_autoptr(GString) out = g_string_new(NULL);
        append_duration(&d, out);
        g_test_message("%s", rows[i].text);
        g_assert_cmpstr(out->str, ==, rows[i].expected);
        g_assert_cmpstr(d.raw, ==, rows[i].text);
    }
    Duration none;
    duration_parse(arena, NULL, &none);
    g_assert_cmpint(none.kind, ==, DURATION_OPEN);
    g_assert_cmpstr(none.raw, ==, "");
}

static const struct {
    const char *text, *print, *iso, *in_hours;
    gint64 minutes;
    gboolean deadline;
} prints[] = {
    {"260 Menit", "260 menit", "PT260M", "4 jam 20 menit", 260, TRUE},
    {"120 menit", "120 menit", "PT120M", "2 jam", 120, TRUE},
    {"119 menit", "119 menit", "PT119M", "", 119, TRUE},
    {"120–180 menit", "120–180 menit", "PT180M", "", 180, TRUE},
    {"90 detik", "90 detik", "", "", 2, TRUE},
    {"2 jam 5 menit", "2 jam 5 menit", "PT2H5M", "", 125, TRUE},
    {"7 hari kalender", "7 hari kalender", "P7D", "", 2250, TRUE},
    {"7 hari kalender 2 jam", "7 hari kalender 2 jam", "P7DT2H", "", 2370, TRUE},
    {"1 hari", "1 hari", "", "", 322, TRUE},
    {"1 hari kerja", "1 hari kerja", "", "", 450, TRUE},
    {"1 minggu", "1 minggu", "", "", 2250, TRUE},
    {"1 bulan", "1 bulan", "", "", 9643, TRUE},
    {"1 tahun", "1 tahun", "", "", 117322, TRUE},
    {"maks. 5 (lima) hari kerja sejak berkas lengkap, di luar libur",
     "paling lama 5 hari kerja (sejak berkas lengkap) (di luar libur)", "", "", 2250, TRUE},
    {"± 15 menit", "± 15 menit", "PT15M", "", 15, TRUE},
    {"15 menit atau lebih", "15 menit atau lebih", "", "", G_MAXINT64, FALSE},
    {"14 (empat) menit", "14 menit", "PT14M", "", 14, FALSE},
    {"selesai di tempat*", "selesai di tempat", "", "", 0, FALSE},
    {"sesuai berkas", "", "", "", G_MAXINT64, FALSE},
    {"1 hari, 2 hari", "", "", "", G_MAXINT64, FALSE},
    {"999999999 tahun", "999999999 tahun", "", "", G_GINT64_CONSTANT(117321428454108), TRUE},
};

static void
append_value(const Duration *duration, GString *out)
{
    if (duration->bound == BOUND_AT_MOST)
        g_string_append(out, "paling lama ");
    else if (duration->bound == BOUND_ABOUT && !duration->open_ended)
        g_string_append(out, "± ");
    for (guint i = 0; i < duration->n_parts; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        duration_append_part(&duration->parts[i], out);
    }
    if (duration->open_ended)
        g_string_append(out, " atau lebih");
    if (duration->starts[0] != '\0')
        g_string_append_printf(out, " (%s)", duration->starts);
    if (duration->excludes[0] != '\0')
        g_string_append_printf(out, " (%s)", duration->excludes);
}

/* The value in its one canonical spelling: parsing it gives the same value. */
static void
print_value(const Duration *duration, GString *out)
{
    if (duration->kind == DURATION_READ)
        append_value(duration, out);
    else if (duration->kind == DURATION_ON_SPOT)
        g_string_append(out, "selesai di tempat");
}

static void
test_prints(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(prints); i++) {
        Duration d;
        duration_parse(arena, prints[i].text, &d);
        g_autoptr(GString) print = g_string_new(NULL), iso = g_string_new(NULL);
        g_autoptr(GString) hours = g_string_new(NULL);
        g_test_message("%s", prints[i].text);
        print_value(&d, print);
        g_assert_cmpstr(print->str, ==, prints[i].print);
        g_assert_cmpint(duration_append_iso8601(&d, iso), ==, prints[i].iso[0] != '\0');
        g_assert_cmpstr(iso->str, ==, prints[i].iso);
        g_assert_cmpint(duration_append_in_hours(&d, hours), ==, prints[i].in_hours[0] != '\0');
        g_assert_cmpstr(hours->str, ==, prints[i].in_hours);
        g_assert_cmpint(duration_sort_minutes(&d), ==, prints[i].minutes);
        g_assert_cmpint(duration_has_deadline(&d), ==, prints[i].deadline);
    }
}

/* Parses `text`, prints it, parses that: the value is the same and prints the same. */
static void
check_stable(Arena *arena, const char *text)
{
    Duration d, again;
    duration_parse(arena, text, &d);
    g_assert_cmpstr(d.raw, ==, text);
    g_assert_true(d.kind == DURATION_READ ? d.n_parts > 0 : d.n_parts == 0);
    if (d.kind != DURATION_READ)
        return;
    g_autoptr(GString) print = g_string_new(NULL), reprint = g_string_new(NULL);
    print_value(&d, print);
    duration_parse(arena, print->str, &again);
    print_value(&again, reprint);
    g_test_message("%s => %s", text, print->str);
    g_assert_cmpstr(reprint->str, ==, print->str);
    g_assert_cmpint(again.bound, ==, d.bound);
    g_assert_cmpint(again.open_ended, ==, d.open_ended);
    g_assert_cmpuint(again.n_parts, ==, d.n_parts);
    g_assert_cmpint(duration_sort_minutes(&again), ==, duration_sort_minutes(&d));
    g_assert_cmpstr(again.starts, ==, d.starts);
    g_assert_cmpstr(again.excludes, ==, d.excludes);
}

static void
test_stable(void)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        check_stable(arena, rows[i].text);
}

static void
test_random(void)
{
    GRand *rand = g_rand_new_with_seed(MUTATE_SEED);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 20000; i++) {
        g_autoptr(Arena) arena = arena_new();
        if (i % 8 == 0) {
            random_bytes(rand, text);
        } else {
            g_string_assign(text, rows[g_rand_int_range(rand, 0, G_N_ELEMENTS(rows))].text);
            mutate(rand, text);
        }
        check_stable(arena, text->str);
    }
    g_rand_free(rand);
}

/* 64 KiB of anything is read in one pass: a quadratic reader would need minutes here. */
static void
test_long(void)
{
    static const char *const pieces[] = {
        "(",        "5 ",   "5 hari kerja ", "sejak ",   "paling lama ",
        "( sejak ", "1 - ", "dua puluh ",    "selain (",
    };
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) text = g_string_new("5 menit ");
        while (text->len < 64 * 1024)
            g_string_append(text, pieces[i]);
        Duration d;
        duration_parse(arena, text->str, &d);
        g_assert_cmpstr(d.raw, ==, text->str);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/duration/rows", test_rows);
    g_test_add_func("/duration/prints", test_prints);
    g_test_add_func("/duration/stable", test_stable);
    g_test_add_func("/duration/random", test_random);
    g_test_add_func("/duration/long", test_long);
    return g_test_run();
}
