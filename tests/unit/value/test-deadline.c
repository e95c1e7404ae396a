#include "support/hours-open.h"
#include "support/value-mutate.h"
#include "value/deadline.h"

/* SKB 3 Menteri 1497/2025, 2/2025 and 5/2025: holidays and cuti bersama of 2026. */
static const char *const holidays_2026[] = {
    "2026-01-01", "2026-01-16", "2026-02-16", "2026-02-17", "2026-03-18",
    "2026-03-19", "2026-03-20", "2026-03-21", "2026-03-22", "2026-03-23",
    "2026-03-24", "2026-04-03", "2026-04-05", "2026-05-01", "2026-05-14",
    "2026-05-15", "2026-05-27", "2026-05-28", "2026-05-31", "2026-06-01",
    "2026-06-16", "2026-08-17", "2026-08-25", "2026-12-24", "2026-12-25",
};

typedef struct Fixture {
    gint32 holidays[G_N_ELEMENTS(holidays_2026)];
    gint32 closures[2];
    gint16 years[2];
    Hours always, on_holidays_too, short_week, ramadan, never;
    HoursPeriod periods[1];
    Calendar general, round_the_clock, ambulance, office, shut;
} Fixture;

static gint32
day_of(const char *iso)
{
    Date date;
    g_assert_cmpint(date_parse(iso, &date), ==, DATE_READ);
    return date_to_day(date);
}

static void
set_up(Fixture *fixture)
{
    Fixture *f = fixture;
    *f = (Fixture){.closures = {day_of("2026-09-02"), day_of("2026-09-02")},
                   .years = {2026, 2026}};
    for (guint i = 0; i < G_N_ELEMENTS(holidays_2026); i++)
        f->holidays[i] = day_of(holidays_2026[G_N_ELEMENTS(holidays_2026) - 1 - i]);
    hours_add_row(&f->always, "setiap hari", "24 jam", "", NULL);
    hours_add_row(&f->on_holidays_too, "setiap hari termasuk hari libur", "24 jam", "", NULL);
    hours_add_row(&f->short_week, "Selasa, Kamis", "08.00–12.00", "", NULL);
    hours_add_row(&f->ramadan, "Senin–Jumat", "08.00–15.00", "", NULL);
    f->periods[0] =
        (HoursPeriod){day_of("2026-02-18"), day_of("2026-03-17"), &f->ramadan, "Ramadan"};
    f->general = (Calendar){
        .holidays = f->holidays,
        .n_holidays = calendar_sort_days(f->holidays, G_N_ELEMENTS(f->holidays)),
        .years = f->years,
        .n_years = calendar_sort_years(f->years, 2),
    };
    f->round_the_clock = f->ambulance = f->office = f->shut = f->general;
    f->ambulance.hours = &f->on_holidays_too;
    f->round_the_clock.hours = &f->always;
    f->office.hours = &f->short_week;
    f->office.closures = f->closures;
    f->office.n_closures = calendar_sort_days(f->closures, 2);
    f->office.periods = f->periods;
    f->office.n_periods = 1;
    f->shut.hours = &f->never;
}

/* "[received → ][earliest – ]latest[ sekitar][ hari?][ umum]", or the status with the missing year. */
static void
append_deadline(DeadlineStatus status, const Deadline *d, GString *out)
{
    static const char *const statuses[] = {"found", "none", "beyond", "never open"};
    if (status != DEADLINE_FOUND) {
        g_string_append(out, statuses[status]);
        if (status == DEADLINE_BEYOND)
            g_string_append_printf(out, " %d", d->missing_year);
        return;
    }
    if (d->received_later) {
        moment_append_long(out, d->received);
        g_string_append(out, " → ");
    }
    if (d->range) {
        moment_append_long(out, d->earliest);
        g_string_append(out, " – ");
    }
    moment_append_long(out, d->latest);
    g_string_append(out, d->about ? " sekitar" : "");
    g_string_append(out, d->ambiguous_day ? " hari?" : "");
    g_string_append(out, d->general_hours ? " umum" : "");
}

typedef enum Which { GENERAL, CLOCK, AMBULANCE, OFFICE, SHUT } Which;

static const struct {
    Which which;
    const char *from;
    int hour, minute;
    const char *duration, *expected;
} rows[] = {
    /* checked by hand in the content contract */
    {GENERAL, "2026-11-20", 14, 0, "260 menit", "Senin, 23 November 2026 pukul 09.20 umum"},
    {GENERAL, "2026-12-23", 15, 0, "260 menit", "Senin, 28 Desember 2026 pukul 10.50 umum"},
    {GENERAL, "2026-12-18", 9, 0, "5 hari kerja", "Selasa, 29 Desember 2026 umum"},
    {GENERAL, "2026-11-22", 9, 0, "5 hari kerja",
     "Senin, 23 November 2026 pukul 07.30 → Senin, 30 November 2026 umum"},
    /* receipt */
    {GENERAL, "2026-11-23", 6, 0, "30 menit", "Senin, 23 November 2026 pukul 08.00 umum"},
    {GENERAL, "2026-11-23", 12, 10, "30 menit", "Senin, 23 November 2026 pukul 13.30 umum"},
    {GENERAL, "2026-11-23", 11, 45, "30 menit", "Senin, 23 November 2026 pukul 13.15 umum"},
    {GENERAL, "2026-11-23", 15, 59, "1 menit", "Senin, 23 November 2026 pukul 16.00 umum"},
    {GENERAL, "2026-11-23", 16, 0, "1 menit",
     "Selasa, 24 November 2026 pukul 07.30 → Selasa, 24 November 2026 pukul 07.31 umum"},
    {GENERAL, "2026-11-23", 23, 59, "0 menit",
     "Selasa, 24 November 2026 pukul 07.30 → Selasa, 24 November 2026 pukul 07.30 umum"},
    {GENERAL, "2026-11-23", 12, 0, "0 menit", "Senin, 23 November 2026 pukul 13.00 umum"},
    {GENERAL, "2026-11-23", 16, 30, "1 hari kerja",
     "Selasa, 24 November 2026 pukul 07.30 → Rabu, 25 November 2026 umum"},
    {GENERAL, "2026-12-24", 9, 0, "1 hari kerja",
     "Senin, 28 Desember 2026 pukul 07.30 → Selasa, 29 Desember 2026 umum"},
    /* the clock */
    {GENERAL, "2026-11-23", 7, 30, "270 menit", "Senin, 23 November 2026 pukul 12.00 umum"},
    {GENERAL, "2026-11-23", 7, 30, "271 menit", "Senin, 23 November 2026 pukul 13.01 umum"},
    {GENERAL, "2026-11-23", 7, 30, "450 menit", "Senin, 23 November 2026 pukul 16.00 umum"},
    {GENERAL, "2026-11-23", 7, 30, "451 menit", "Selasa, 24 November 2026 pukul 07.31 umum"},
    {GENERAL, "2026-11-27", 11, 29, "2 menit", "Jumat, 27 November 2026 pukul 13.01 umum"},
    {GENERAL, "2026-11-23", 8, 0, "1 jam 30 menit", "Senin, 23 November 2026 pukul 09.30 umum"},
    {GENERAL, "2026-11-23", 8, 0, "90 detik", "Senin, 23 November 2026 pukul 08.02 umum"},
    {GENERAL, "2026-11-23", 8, 0, "1 menit 30 detik",
     "Senin, 23 November 2026 pukul 08.02 umum"},
    {CLOCK, "2026-11-28", 23, 0, "2 jam", "Minggu, 29 November 2026 pukul 01.00"},
    {CLOCK, "2026-12-24", 8, 0, "1 jam",
     "Sabtu, 26 Desember 2026 pukul 00.00 → Sabtu, 26 Desember 2026 pukul 01.00"},
    {AMBULANCE, "2026-12-24", 8, 0, "1 jam", "Kamis, 24 Desember 2026 pukul 09.00"},
    {AMBULANCE, "2026-12-24", 23, 30, "2 hari kerja", "Sabtu, 26 Desember 2026"},
    {AMBULANCE, "2026-12-23", 8, 0, "24 jam", "Kamis, 24 Desember 2026 pukul 08.00"},
    /* working and calendar days */
    {GENERAL, "2026-11-23", 9, 0, "0 hari kerja", "Senin, 23 November 2026 umum"},
    {GENERAL, "2026-11-23", 9, 0, "7 hari kalender", "Senin, 30 November 2026 umum"},
    {GENERAL, "2026-11-23", 9, 0, "5 hari kalender", "Senin, 30 November 2026 umum"},
    {GENERAL, "2026-12-21", 9, 0, "3 hari kalender", "Senin, 28 Desember 2026 umum"},
    {GENERAL, "2026-11-23", 9, 0, "4 hari", "Jumat, 27 November 2026 hari? umum"},
    {GENERAL, "2026-11-20", 9, 0, "1 hari", "Senin, 23 November 2026 hari? umum"},
    {GENERAL, "2026-11-23", 9, 0, "2 minggu", "Senin, 7 Desember 2026 umum"},
    {GENERAL, "2026-01-30", 9, 0, "1 bulan", "Senin, 2 Maret 2026 umum"},
    {GENERAL, "2026-03-31", 9, 0, "1 bulan", "Kamis, 30 April 2026 umum"},
    {OFFICE, "2026-11-24", 9, 0, "2 hari kerja", "Selasa, 1 Desember 2026"},
    {OFFICE, "2026-11-24", 9, 0, "1 hari kalender", "Kamis, 26 November 2026"},
    {OFFICE, "2026-09-01", 11, 0, "2 jam", "Kamis, 3 September 2026 pukul 09.00"},
    /* special hours, closures */
    {OFFICE, "2026-02-18", 14, 0, "2 jam", "Kamis, 19 Februari 2026 pukul 09.00"},
    {OFFICE, "2026-03-17", 14, 0, "2 jam", "Kamis, 26 Maret 2026 pukul 09.00"},
    /* several parts */
    {GENERAL, "2026-11-23", 10, 0, "1 hari kerja 2 jam",
     "Selasa, 24 November 2026 pukul 12.00 umum"},
    {GENERAL, "2026-11-25", 9, 0, "1 minggu 3 hari", "Senin, 7 Desember 2026 hari? umum"},
    {GENERAL, "2026-11-23", 9, 0, "1 bulan 1 hari kerja", "Senin, 28 Desember 2026 umum"},
    {GENERAL, "2026-11-20", 9, 0, "1 minggu 1 hari kerja 7 jam 30 menit",
     "Selasa, 1 Desember 2026 pukul 09.00 umum"},
    /* ranges and bounds */
    {GENERAL, "2026-11-23", 9, 0, "1–3 hari kerja",
     "Selasa, 24 November 2026 – Kamis, 26 November 2026 umum"},
    {GENERAL, "2026-11-20", 9, 0, "1–3 hari kalender", "Senin, 23 November 2026 umum"},
    {GENERAL, "2026-11-23", 9, 0, "15–30 menit",
     "Senin, 23 November 2026 pukul 09.15 – Senin, 23 November 2026 pukul 09.30 umum"},
    {GENERAL, "2026-11-23", 9, 0, "± 15 menit",
     "Senin, 23 November 2026 pukul 09.15 sekitar umum"},
    {GENERAL, "2026-11-23", 9, 0, "paling lama 1 hari kerja", "Selasa, 24 November 2026 umum"},
    /* none */
    {GENERAL, "2026-11-23", 9, 0, "5 hari kerja atau lebih", "none"},
    {GENERAL, "2026-11-23", 9, 0, "sesuai berkas", "none"},
    {GENERAL, "2026-11-23", 9, 0, "selesai di tempat", "none"},
    {GENERAL, "2026-11-23", 9, 0, "14 (empat) hari kerja", "none"},
    /* beyond the last holiday file */
    {GENERAL, "2026-12-31", 9, 0, "1 hari kerja", "beyond 2027"},
    {GENERAL, "2026-12-31", 9, 0, "1 hari kalender", "beyond 2027"},
    {GENERAL, "2026-12-31", 16, 0, "1 menit", "beyond 2027"},
    {GENERAL, "2026-12-31", 15, 0, "61 menit", "beyond 2027"},
    {GENERAL, "2026-12-31", 15, 0, "60 menit", "Kamis, 31 Desember 2026 pukul 16.00 umum"},
    {GENERAL, "2026-12-28", 9, 0, "1–5 hari kerja", "beyond 2027"},
    {GENERAL, "2025-12-31", 9, 0, "1 hari kerja", "beyond 2025"},
    {GENERAL, "2026-11-23", 9, 0, "1 tahun", "beyond 2027"},
    {GENERAL, "2026-11-23", 9, 0, "999999999 tahun", "beyond 0"},
    {GENERAL, "2026-11-23", 9, 0, "999999999 minggu", "beyond 0"},
    {GENERAL, "2026-11-23", 9, 0, "999999999 hari kerja", "beyond 2027"},
    {GENERAL, "2026-11-23", 9, 0, "999999999 jam", "beyond 2027"},
    {SHUT, "2026-11-23", 9, 0, "1 hari kerja", "never open"},
};

static void
test_rows(void)
{
    g_autoptr(Arena) arena = arena_new();
    Fixture f;
    set_up(&f);
    const Calendar *const calendars[] = {&f.general, &f.round_the_clock, &f.ambulance,
                                         &f.office, &f.shut};
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Duration duration;
        Deadline deadline;
        Date from;
        g_autoptr(GString) out = g_string_new(NULL);
        date_parse(rows[i].from, &from);
        duration_parse(arena, rows[i].duration, &duration);
        DeadlineStatus status = deadline_compute(&duration, calendars[rows[i].which], from,
                                                 rows[i].hour * 60 + rows[i].minute, &deadline);
        append_deadline(status, &deadline, out);
        g_test_message("%s %02d.%02d + %s", rows[i].from, rows[i].hour, rows[i].minute,
                       rows[i].duration);
        g_assert_cmpstr(out->str, ==, rows[i].expected);
    }
}

static void
test_calendar(void)
{
    Fixture f;
    set_up(&f);
    g_assert_cmpuint(f.general.n_holidays, ==, 25);
    g_assert_cmpuint(f.office.n_closures, ==, 1);
    g_assert_cmpuint(f.general.n_years, ==, 1);
    g_assert_false(calendar_is_working_day(&f.office, day_of("2026-09-02")));
    g_assert_true(calendar_is_working_day(&f.general, day_of("2026-09-02")));
    g_assert_true(calendar_is_working_day(&f.general, day_of("2026-12-23")));
    g_assert_false(calendar_is_working_day(&f.general, day_of("2026-12-24")));
    g_assert_false(calendar_is_working_day(&f.general, day_of("2026-11-21")));
    g_assert_true(calendar_covers(&f.general, day_of("2026-12-31")));
    g_assert_false(calendar_covers(&f.general, day_of("2027-01-01")));
    g_assert_true(calendar_hours(&f.office, day_of("2026-02-18")) == &f.ramadan);
    g_assert_true(calendar_hours(&f.office, day_of("2026-03-18")) == &f.short_week);
    g_assert_true(calendar_hours(&f.general, day_of("2026-03-18")) == hours_general());
}

/* Minutes of open time in [from, to], one at a time: the slow way to say what rule 2 says. */
static int
open_minutes(const Calendar *calendar, Moment from, Moment to)
{
    int n = 0;
    for (gint32 day = from.day; day <= to.day; day++) {
        if (!calendar_is_working_day(calendar, day))
            continue;
        int last = day == to.day ? to.minute : 1440;
        for (int minute = day == from.day ? from.minute : 0; minute < last; minute++)
            n += hours_is_open(calendar_hours(calendar, day), day_weekday(day), minute);
    }
    return n;
}

/* Minutes and working days counted one by one agree with the fast way. */
static void
test_random(void)
{
    GRand *rand = g_rand_new_with_seed(MUTATE_SEED);
    Fixture f;
    set_up(&f);
    const Calendar *const calendars[] = {&f.general, &f.round_the_clock, &f.ambulance,
                                         &f.office};
    for (guint i = 0; i < 3000; i++) {
        const Calendar *calendar = calendars[i % 3];
        Date from =
            date_from_day(g_rand_int_range(rand, day_of("2026-01-01"), day_of("2026-11-01")));
        int minute = g_rand_int_range(rand, 0, 1440);
        gint64 n = g_rand_int_range(rand, 0, i % 2 ? 2000 : 12);
        Duration duration = {.kind = DURATION_READ,
                             .n_parts = 1,
                             .starts = "",
                             .excludes = "",
                             .note = "",
                             .raw = ""};
        duration.parts[0] = (DurationPart){n, n, i % 2 ? UNIT_MENIT : UNIT_HARI_KERJA};
        Deadline d;
        g_assert_cmpint(deadline_compute(&duration, calendar, from, minute, &d), ==,
                        DEADLINE_FOUND);
        g_assert_true(hours_is_open(calendar_hours(calendar, d.received.day),
                                    day_weekday(d.received.day), d.received.minute));
        Moment asked = {date_to_day(from), (gint16)minute};
        g_assert_cmpint(open_minutes(calendar, asked, d.received), ==, 0);
        if (i % 2) {
            g_assert_cmpint(open_minutes(calendar, d.received, d.latest), ==, n);
            continue;
        }
        gint64 passed = 0;
        for (gint32 day = d.received.day + 1; day <= d.latest.day; day++)
            passed += calendar_is_working_day(calendar, day);
        g_assert_cmpint(passed, ==, n);
        g_assert_true(calendar_is_working_day(calendar, d.latest.day));
    }
    g_rand_free(rand);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deadline/rows", test_rows);
    g_test_add_func("/deadline/calendar", test_calendar);
    g_test_add_func("/deadline/random", test_random);
    return g_test_run();
}
