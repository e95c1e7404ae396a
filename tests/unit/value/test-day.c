#include "support/hours-open.h"
#include "support/value-mutate.h"
#include "value/day.h"
#include "value/hours.h"

static const char *const date_statuses[] = {"read", "empty", "unreadable", "impossible"};

static const struct {
    const char *text, *status, *iso;
} dates[] = {
    {"2024-01-16", "read", "2024-01-16"},
    {"16 Januari 2024", "read", "2024-01-16"},
    {" 1 mei 2026 ", "read", "2026-05-01"},
    {"01 Mei 2026", "read", "2026-05-01"},
    {"30 Nopember 2022", "read", "2022-11-30"},
    {"29 Pebruari 2024", "read", "2024-02-29"},
    {"31 DESEMBER 9999", "read", "9999-12-31"},
    {"0001-01-01", "read", "0001-01-01"},
    {"", "empty", ""},
    {"-", "empty", ""},
    {"29 Februari 2023", "impossible", ""},
    {"2024-02-30", "impossible", ""},
    {"2024-13-01", "impossible", ""},
    {"2024-00-01", "impossible", ""},
    {"0000-01-01", "impossible", ""},
    {"0 Januari 2024", "impossible", ""},
    {"2024-1-6", "unreadable", ""},
    {"2024 - 01 - 16", "unreadable", ""},
    {"2024–01–16", "unreadable", ""},
    {"16-01-2024", "unreadable", ""},
    {"16/01/2024", "unreadable", ""},
    {"16 Jan 2024", "unreadable", ""},
    {"16 January 2024", "unreadable", ""},
    {"Selasa, 16 Januari 2024", "unreadable", ""},
    {"16 Januari 24", "unreadable", ""},
    {"Januari 2024", "unreadable", ""},
    {"2024", "unreadable", ""},
};

static void
test_dates(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(dates); i++) {
        Date date;
        g_autoptr(GString) iso = g_string_new(NULL);
        g_test_message("%s", dates[i].text);
        g_assert_cmpstr(date_statuses[date_parse(dates[i].text, &date)], ==, dates[i].status);
        date_append_iso(iso, date);
        g_assert_cmpstr(iso->str, ==, dates[i].iso);
    }
}

static const struct {
    const char *iso;
    gint32 day;
    const char *id, *en;
} days[] = {
    {"1970-01-01", 0, "Kamis, 1 Januari 1970", "Thursday, 1 January 1970"},
    {"1969-12-31", -1, "Rabu, 31 Desember 1969", "Wednesday, 31 December 1969"},
    {"2000-02-29", 11016, "Selasa, 29 Februari 2000", "Tuesday, 29 February 2000"},
    {"2026-11-22", 20779, "Minggu, 22 November 2026", "Sunday, 22 November 2026"},
    {"0001-01-01", -719162, "Senin, 1 Januari 1", "Monday, 1 January 1"},
    {"9999-12-31", 2932896, "Jumat, 31 Desember 9999", "Friday, 31 December 9999"},
};

static void
test_days(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
        Date date;
        g_autoptr(GString) id = g_string_new(NULL), en = g_string_new(NULL);
        g_assert_cmpint(date_parse(days[i].iso, &date), ==, DATE_READ);
        g_assert_cmpint(date_to_day(date), ==, days[i].day);
        date_append_long(id, date, TRUE);
        date_append_long_en(en, date, TRUE);
        g_assert_cmpstr(id->str, ==, days[i].id);
        g_assert_cmpstr(en->str, ==, days[i].en);
        g_string_truncate(id, 0);
        date_append_long(id, date, FALSE);
        g_assert_cmpstr(id->str, ==, strchr(days[i].id, ' ') + 1);
    }
}

/* Every day number of all years: there and back, weekdays in turn, dates ascending as GDate has them. */
static void
test_every_day(void)
{
    Date before = {0, 0, 0};
    g_autoptr(GDate) gdate = g_date_new_dmy(1, G_DATE_JANUARY, 1);
    for (gint32 day = -719162; day <= 2932896; day++) {
        Date date = date_from_day(day);
        if (!date_is_valid(date.year, date.month, date.day) || date_to_day(date) != day ||
            date_compare(before, date) >= 0)
            g_error("day %d", day);
        if (day % 97 == 0) {
            g_date_set_julian(gdate, (guint32)(day + 719163));
            g_assert_cmpint(g_date_get_day(gdate), ==, date.day);
            g_assert_cmpint((int)g_date_get_month(gdate), ==, date.month);
            g_assert_cmpint(g_date_get_year(gdate), ==, date.year);
            g_assert_cmpint((int)g_date_get_weekday(gdate) - 1, ==, (int)date_weekday(date));
        }
        before = date;
    }
    g_assert_false(date_is_set(date_from_day(-719163)));
    g_assert_false(date_is_set(date_from_day(2932897)));
    g_assert_false(date_is_set(date_from_day(G_MAXINT32)));
    g_assert_false(date_is_set(date_from_day(G_MININT32)));
}

static const struct {
    const char *from;
    gint64 months;
    const char *to;
} month_sums[] = {
    {"2026-01-31", 1, "2026-02-28"}, {"2028-01-31", 1, "2028-02-29"},
    {"2026-11-30", 3, "2027-02-28"}, {"2024-02-29", 12, "2025-02-28"},
    {"2026-12-15", 1, "2027-01-15"}, {"2026-03-31", -1, "2026-02-28"},
    {"2026-03-31", 0, "2026-03-31"}, {"9999-12-01", 1, ""},
    {"0001-01-01", -1, ""},          {"2026-01-01", G_MAXINT64, ""},
    {"2026-01-01", G_MININT64, ""},
};

static void
test_month_sums(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(month_sums); i++) {
        Date date;
        g_autoptr(GString) iso = g_string_new(NULL);
        date_parse(month_sums[i].from, &date);
        date_append_iso(iso, date_add_months(date, month_sums[i].months));
        g_assert_cmpstr(iso->str, ==, month_sums[i].to);
    }
}

static const char *const hours_statuses[] = {
    "read",       "day",       "time",    "time-back", "break",
    "break-back", "break-out", "overlap", "many",      "zones",
};

/* "Senin–Kamis 07.30–12.00, 13.00–16.00; …" of the days that are open. */
static const char *const weekdays[N_WEEKDAYS] = {"Senin", "Selasa", "Rabu",  "Kamis",
                                                 "Jumat", "Sabtu",  "Minggu"};

static gboolean
same_day(const Hours *hours, Weekday a, Weekday b)
{
    if (hours->n[a] != hours->n[b])
        return FALSE;
    for (guint i = 0; i < hours->n[a]; i++)
        if (hours->open[a][i].from != hours->open[b][i].from ||
            hours->open[a][i].to != hours->open[b][i].to)
            return FALSE;
    return TRUE;
}

static Weekday
run_end(const Hours *hours, Weekday day)
{
    while (day < MINGGU && same_day(hours, day, (Weekday)(day + 1)))
        day = (Weekday)(day + 1);
    return day;
}

static void
append_days(GString *out, Weekday first, Weekday last)
{
    g_string_append(out, weekdays[first]);
    if (last != first)
        g_string_append_printf(out, "–%s", weekdays[last]);
}

static void
append_day(GString *out, const Hours *hours, guint day)
{
    const Interval *open = hours->open[day];
    if (hours->n[day] == 0)
        g_string_append(out, "tutup");
    if (hours->n[day] == 1 && open[0].from == 0 && open[0].to == 24 * 60) {
        g_string_append(out, "24 jam");
        return;
    }
    for (guint i = 0; i < hours->n[day]; i++) {
        if (i > 0)
            g_string_append(out, ", ");
        minute_append(out, open[i].from);
        g_string_append(out, "–");
        minute_append(out, open[i].to);
    }
}

static void
append_hours(const Hours *hours, GString *out)
{
    for (guint day = SENIN; day < N_WEEKDAYS; day++) {
        Weekday last = run_end(hours, (Weekday)day);
        if (hours->n[day] > 0) {
            g_string_append(out, out->len > 0 ? "; " : "");
            append_days(out, (Weekday)day, last);
            g_string_append_c(out, ' ');
            append_day(out, hours, day);
        }
        day = last;
    }
    if (hours->n[HOURS_HOLIDAY] > 0) {
        g_string_append(out, out->len > 0 ? "; libur " : "libur ");
        append_day(out, hours, HOURS_HOLIDAY);
    }
}

static const struct {
    const char *hari, *jam, *istirahat, *status, *expected;
    Zone zone;
} hour_rows[] = {
    {"Senin–Kamis", "07.30–16.00", "12.00–13.00", "read",
     "Senin–Kamis 07.30–12.00, 13.00–16.00", 0},
    {"Senin s.d Kamis", "07.30-16.00", "", "read", "Senin–Kamis 07.30–16.00", 0},
    {"Senin s/d Jum’at", "Pukul 8.00 - 15.00 WIB", NULL, "read", "Senin–Jumat 08.00–15.00",
     ZONE_WIB},
    {"Jum'at", "08:00 – 11:00", "-", "read", "Jumat 08.00–11.00", 0},
    {"JUMAT", "08.00 s.d. 11.00", "tidak ada", "read", "Jumat 08.00–11.00", 0},
    {"hari Sabtu, Minggu", "8 sampai 12", NULL, "read", "Sabtu–Minggu 08.00–12.00", 0},
    {"Senin, Rabu dan Jumat", "08.00 WITA s/d 12.00 WITA", NULL, "read",
     "Senin 08.00–12.00; Rabu 08.00–12.00; Jumat 08.00–12.00", ZONE_WITA},
    {"Senin sampai dengan Rabu, Ahad", "09.00–10.00", NULL, "read",
     "Senin–Rabu 09.00–10.00; Minggu 09.00–10.00", 0},
    {"Sabtu - Senin", "09.00–10.00", NULL, "read",
     "Senin 09.00–10.00; Sabtu–Minggu 09.00–10.00", 0},
    {"Setiap hari", "24 jam", NULL, "read", "Senin–Minggu 24 jam", 0},
    {"Setiap hari termasuk hari libur", "24 jam", NULL, "read",
     "Senin–Minggu 24 jam; libur 24 jam", 0},
    {"Setiap hari, termasuk libur nasional", "24 jam", NULL, "read",
     "Senin–Minggu 24 jam; libur 24 jam", 0},
    {"Setiap hari (termasuk hari libur)", "24 jam", NULL, "read",
     "Senin–Minggu 24 jam; libur 24 jam", 0},
    {"Sabtu, Minggu, dan hari libur nasional", "08.00–12.00", NULL, "read",
     "Sabtu–Minggu 08.00–12.00; libur 08.00–12.00", 0},
    {"Senin–Minggu termasuk tanggal merah", "24 jam", NULL, "read",
     "Senin–Minggu 24 jam; libur 24 jam", 0},
    {"Hari libur", "08.00–10.00", NULL, "read", "libur 08.00–10.00", 0},
    {"Setiap hari termasuk", "24 jam", NULL, "day", "", 0},
    {"Setiap hari kecuali hari libur", "24 jam", NULL, "day", "", 0},
    {"Hari libur Senin", "08.00–10.00", NULL, "day", "", 0},
    {"Senin", "00.00–24.00", NULL, "read", "Senin 24 jam", 0},
    {"Senin", "08.00–12.00 dan 13.00–15.30", NULL, "read", "Senin 08.00–12.00, 13.00–15.30", 0},
    {"Senin", "13.00–15.00, 08.00–12.00", NULL, "read", "Senin 08.00–12.00, 13.00–15.00", 0},
    {"Senin", "08.00–15.00 (istirahat 12.00–13.00)", NULL, "read",
     "Senin 08.00–12.00, 13.00–15.00", 0},
    {"Senin", "08.00–15.00 WIT, istirahat 12.00–13.00 WIT", NULL, "read",
     "Senin 08.00–12.00, 13.00–15.00", ZONE_WIT},
    {"Senin", "08.00–15.00.", "10.00–10.15, 12.00–13.00", "read",
     "Senin 08.00–10.00, 10.15–12.00, 13.00–15.00", 0},
    {"Senin", "08.00–15.00", "08.00–09.00", "read", "Senin 09.00–15.00", 0},
    {"Senin", "08.00–15.00", "14.00–15.00", "read", "Senin 08.00–14.00", 0},
    {"Senin", "08.00–15.00", "08.00–15.00", "read", "", 0},
    {"Minggu", "tutup", NULL, "read", "", 0},
    {"Minggu", "Libur", "", "read", "", 0},
    {"hari kerja", "08.00–15.00", NULL, "day", "", 0},
    {"", "08.00–15.00", NULL, "day", "", 0},
    {"Senin -", "08.00–15.00", NULL, "day", "", 0},
    {"Senin Selasa", "08.00–15.00", NULL, "day", "", 0},
    {"Monday", "08.00–15.00", NULL, "day", "", 0},
    {"Senin", "", NULL, "time", "", 0},
    {"Senin", "08.00", NULL, "time", "", 0},
    {"Senin", "08.00–selesai", NULL, "time", "", 0},
    {"Senin", "08.60–15.00", NULL, "time", "", 0},
    {"Senin", "08.00–24.01", NULL, "time", "", 0},
    {"Senin", "08.0–15.00", NULL, "time", "", 0},
    {"Senin", "08.00–15.00 kecuali", NULL, "time", "", 0},
    {"Senin", "08.00–15.00,", NULL, "time", "", 0},
    {"Senin", "15.00–08.00", NULL, "time-back", "", 0},
    {"Senin", "08.00–08.00", NULL, "time-back", "", 0},
    {"Senin", "08.00–15.00", "siang", "break", "", 0},
    {"Senin", "08.00–15.00", "12.00–13.00 lebih", "break", "", 0},
    {"Senin", "08.00–15.00", "13.00–12.00", "break-back", "", 0},
    {"Senin", "08.00–15.00", "15.00–16.00", "break-out", "", 0},
    {"Senin", "tutup", "12.00–13.00", "break-out", "", 0},
    {"Senin", "08.00–12.00, 11.00–15.00", NULL, "overlap", "", 0},
    {"Senin", "1–2, 3–4, 5–6, 7–8, 9–10", NULL, "many", "", 0},
    {"Senin", "1–2, 3–4, 5–6, 8–16", "12–13", "many", "", 0},
    {"Senin", "08.00 WIB–15.00 WIT", NULL, "zones", "", 0},
    {"Senin", "08.00–15.00 WIB", "12.00–13.00 WITA", "zones", "", 0},
};

static void
test_hour_rows(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(hour_rows); i++) {
        Hours hours = {0};
        Zone zone = N_ZONES;
        g_autoptr(GString) out = g_string_new(NULL);
        HoursStatus status = hours_add_row(&hours, hour_rows[i].hari, hour_rows[i].jam,
                                           hour_rows[i].istirahat, &zone);
        g_test_message("%s: %s", hour_rows[i].hari, hour_rows[i].jam);
        g_assert_cmpstr(hours_statuses[status], ==, hour_rows[i].status);
        append_hours(&hours, out);
        g_assert_cmpstr(out->str, ==, hour_rows[i].expected);
        g_assert_cmpint(zone, ==, hour_rows[i].zone);
    }
}

static void
test_hour_sums(void)
{
    Hours hours = {0};
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_true(hours_is_closed(&hours));
    g_assert_cmpint(hours_add_row(&hours, "Senin–Kamis", "07.30–16.00", "12–13", NULL), ==,
                    HOURS_READ);
    g_assert_cmpint(hours_add_row(&hours, "Jumat", "13.00–16.30", "", NULL), ==, HOURS_READ);
    g_assert_cmpint(hours_add_row(&hours, "Jumat", "07.30–11.30", "", NULL), ==, HOURS_READ);
    g_assert_true(memcmp(&hours, hours_general(), sizeof hours) == 0);
    g_assert_cmpint(hours_add_row(&hours, "Kamis, Sabtu", "15.00–17.00", "", NULL), ==,
                    HOURS_OVERLAP);
    g_assert_cmpint(hours_add_row(&hours, "Senin", "tutup", "", NULL), ==, HOURS_OVERLAP);
    append_hours(&hours, out);
    g_assert_cmpstr(out->str, ==,
                    "Senin–Kamis 07.30–12.00, 13.00–16.00; Jumat 07.30–11.30, 13.00–16.30");
    g_assert_true(hours_is_open(&hours, JUMAT, 450));
    g_assert_false(hours_is_open(&hours, JUMAT, 690));
    g_assert_false(hours_is_open(&hours, SABTU, 600));
    g_assert_false(hours_is_closed(&hours));
}

static void
test_zones(void)
{
    g_assert_cmpint(zone_offset_minutes(ZONE_NONE), ==, 420);
    g_assert_cmpint(zone_offset_minutes(ZONE_WITA), ==, 480);
    g_assert_cmpstr(zone_name(ZONE_WIT), ==, "WIT");
}

/* Rows nearly right: no crash; what is read prints to rows that give the same hours. */
static void
test_random(void)
{
    GRand *rand = g_rand_new_with_seed(MUTATE_SEED);
    g_autoptr(GString) hari = g_string_new(NULL), jam = g_string_new(NULL),
                       day = g_string_new(NULL);
    for (guint i = 0; i < 20000; i++) {
        gint32 k = g_rand_int_range(rand, 0, G_N_ELEMENTS(hour_rows));
        g_string_assign(hari, hour_rows[k].hari);
        g_string_assign(jam, hour_rows[k].jam);
        mutate(rand, i % 2 ? hari : jam);
        if (i % 16 == 0)
            random_bytes(rand, i % 32 ? hari : jam);
        Hours hours = {0}, again = {0};
        hours_add_row(&hours, hari->str, jam->str, hour_rows[k].istirahat, NULL);
        for (guint d = SENIN; d < N_WEEKDAYS; d++) {
            g_string_truncate(day, 0);
            append_day(day, &hours, (Weekday)d);
            g_assert_cmpint(hours_add_row(&again, weekdays[d], day->str, "", NULL), ==,
                            HOURS_READ);
        }
        for (guint d = SENIN; d < N_WEEKDAYS; d++) {
            g_assert_cmpuint(again.n[d], ==, hours.n[d]);
            g_assert_true(memcmp(again.open[d], hours.open[d], hours.n[d] * sizeof(Interval)) ==
                          0);
        }
        Date date;
        date_parse(jam->str, &date);
    }
    g_rand_free(rand);
}

static const struct {
    const char *hari, *jam, *evening, *morning;
} nights[] = {
    {"Senin–Minggu", "22.00–06.00", "hari: Senin–Minggu, jam: 22.00–24.00",
     "hari: Senin–Minggu, jam: 00.00–06.00"},
    {"Senin s.d. Jumat", "Pukul 20.00 - 04.30 WIB", "hari: Senin–Jumat, jam: 20.00–24.00",
     "hari: Selasa–Sabtu, jam: 00.00–04.30"},
    {"Sabtu, Minggu", "22.00–06.00", "hari: Sabtu–Minggu, jam: 22.00–24.00",
     "hari: Minggu–Senin, jam: 00.00–06.00"},
    {"Minggu", "22.00–06.00", "hari: Minggu, jam: 22.00–24.00",
     "hari: Senin, jam: 00.00–06.00"},
    {"Senin, Rabu", "22.00–06.00", "hari: Senin dan Rabu, jam: 22.00–24.00",
     "hari: Selasa dan Kamis, jam: 00.00–06.00"},
    {"Jumat–Senin", "18.00–00.00", "hari: Jumat–Senin, jam: 18.00–24.00", ""},
    {"Senin", "08.00–15.00", "", ""},
    {"Senin", "08.00–08.00", "", ""},
    {"Senin", "22.00–06.00 dan 08.00–09.00", "", ""},
    {"besok", "22.00–06.00", "", ""},
    {"Senin", "24.00–06.00", "", ""},
};

/* What is shown can be written: both rows are read, and say the same hours. */
static void
test_nights(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(nights); i++) {
        g_autoptr(GString) evening = g_string_new(NULL), morning = g_string_new(NULL);
        gboolean night = hours_split_night(nights[i].hari, nights[i].jam, evening, morning);
        g_test_message("%s %s", nights[i].hari, nights[i].jam);
        g_assert_cmpstr(evening->str, ==, nights[i].evening);
        g_assert_cmpstr(morning->str, ==, nights[i].morning);
        g_assert_cmpint(night, ==, nights[i].evening[0] != '\0');
        const char *rows[] = {evening->str, morning->str};
        Hours hours = {0};
        for (guint k = 0; k < 2 && rows[k][0] != '\0'; k++) {
            g_auto(GStrv) parts = g_strsplit(rows[k], ", jam: ", 2);
            g_assert_cmpint(
                hours_add_row(&hours, parts[0] + strlen("hari: "), parts[1], NULL, NULL), ==,
                HOURS_READ);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/day/dates", test_dates);
    g_test_add_func("/day/days", test_days);
    g_test_add_func("/day/every-day", test_every_day);
    g_test_add_func("/day/month-sums", test_month_sums);
    g_test_add_func("/hours/rows", test_hour_rows);
    g_test_add_func("/hours/sums", test_hour_sums);
    g_test_add_func("/hours/zones", test_zones);
    g_test_add_func("/hours/random", test_random);
    g_test_add_func("/hours/nights", test_nights);
    return g_test_run();
}
