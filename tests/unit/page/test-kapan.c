#include "support/view-site.h"
#include <glib/gstdio.h>

/*
 * The page's script and the program compute the same deadlines: random calendars and durations, written as the
 * pages have them (`kapan`) beside what deadline_compute() says; tests/js/tenggat.js compares.
 */
enum { N_CALENDARS = 320, N_ROWS = 10, N_RECEIPTS = 4, MAX_DAYS = 60 };

static gint32
between(gint32 from, gint32 to)
{
    return g_test_rand_int_range(from, to + 1);
}

static void
random_hours(Hours *hours)
{
    *hours = (Hours){0};
    gboolean closed = between(0, 40) == 0;
    gboolean holidays = between(0, 2) == 0; /* some offices work on holidays, too */
    for (guint day = 0; day < (holidays ? HOURS_DAYS : N_WEEKDAYS); day++) {
        guint n = closed || between(0, 3) == 0 ? 0 : (guint)between(1, 3);
        gint16 at = (gint16)between(0, 600);
        for (guint i = 0; i < n; i++) {
            gint16 to = (gint16)(at + between(1, 200));
            hours->open[day][i] = (Interval){at, to};
            at = (gint16)(to + between(1, 60));
        }
        hours->n[day] = (guint8)n;
    }
}

static Duration
random_duration(void)
{
    static const gint32 most[N_UNITS] = {90000, 3000, 60, 40, 40, 60, 9, 7, 2};
    Duration out = {.kind = DURATION_READ,
                    .bound = (DurationBound)between(0, 2),
                    .n_parts = (guint)between(1, 3)};
    for (guint i = 0; i < out.n_parts; i++) {
        DurationUnit unit = (DurationUnit)between(0, N_UNITS - 1);
        gint32 min = between(0, most[unit]);
        gint32 max = between(0, 2) == 0 ? between(min, 2 * min + 2) : min;
        if (between(0, 49) == 0)
            max = between(0, 1) == 0 ? 999999999 : between(3000, 9000);
        out.parts[i] = (DurationPart){min, max, unit};
    }
    return out;
}

typedef struct World {
    Calendar calendar;
    Hours hours, special[2];
    HoursPeriod periods[2];
    gint32 holidays[MAX_DAYS], closures[MAX_DAYS];
    gint16 years[4];
    gint32 first, last; /* the days of the years without a gap */
    Waktu rows[N_ROWS];
    Service service;
} World;

static void
random_world(World *w)
{
    *w = (World){.first = date_to_day((Date){2026, 1, 1})};
    guint n_years = (guint)between(1, 3), n_days = (guint)between(0, MAX_DAYS);
    if (between(0, 3) == 0)
        w->years[w->calendar.n_years++] = 2024; /* behind a gap: not on the page */
    for (guint i = 0; i < n_years; i++)
        w->years[w->calendar.n_years++] = (gint16)(2026 + i);
    w->last = date_to_day((Date){(gint16)(2025 + n_years), 12, 31});
    for (guint i = 0; i < n_days; i++) {
        w->holidays[i] = between(w->first, w->last);
        w->closures[i] = between(w->first, w->last);
    }
    for (guint i = 0; i < G_N_ELEMENTS(w->periods); i++) {
        random_hours(&w->special[i]);
        w->periods[i].from = between(w->first, w->last);
        w->periods[i].to = MIN(w->last, w->periods[i].from + between(0, 90));
        w->periods[i].hours = &w->special[i];
        w->periods[i].name = "";
    }
    random_hours(&w->hours);
    w->calendar.hours = between(0, 3) == 0 ? NULL : &w->hours;
    w->calendar.years = w->years;
    w->calendar.holidays = w->holidays;
    w->calendar.closures = w->closures;
    w->calendar.n_holidays = calendar_sort_days(w->holidays, n_days);
    w->calendar.n_closures = calendar_sort_days(w->closures, n_days);
    w->calendar.periods = w->periods;
    w->calendar.n_periods = (guint)between(0, 2);
    for (guint i = 0; i < N_ROWS; i++)
        w->rows[i] = (Waktu){.waktu = {.str = "x"}, .value = random_duration()};
    w->service.calendar = &w->calendar;
    w->service.waktu = (WaktuList){w->rows, N_ROWS};
}

static void
append_case(GString *out, const World *w, guint row)
{
    gint32 day = between(w->first - 2, w->last + 2);
    int minute = between(0, 1439);
    Deadline deadline;
    DeadlineStatus status = deadline_compute(&w->rows[row].value, &w->calendar,
                                             date_from_day(day), minute, &deadline);
    g_string_append_printf(out, "%s[%u,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d]",
                           out->str[out->len - 1] == '[' ? "" : ",", row, day, minute, status,
                           deadline.received.day, deadline.received.minute,
                           deadline.earliest.day, deadline.earliest.minute, deadline.latest.day,
                           deadline.latest.minute, deadline.missing_year,
                           deadline_last_minute(&w->rows[row].value, &w->calendar, date_from_day(day)));
}

static void
write_cases(GString *out)
{
    ViewSite v;
    ViewContext ctx;
    view_site_open(&v, "content", NULL, NULL);
    for (guint i = 0; i < N_CALENDARS; i++) {
        g_autoptr(Arena) arena = arena_new();
        KapanCalendar shared = {.arena = arena};
        World w;
        random_world(&w);
        view_context_init(&ctx, arena, &v.site);
        g_string_append_printf(out, "{\"kapan\":%s,\"kasus\":[",
                               view_kapan(&ctx, &shared, &w.service, ZONE_WIB));
        for (guint k = 0; k < N_ROWS * N_RECEIPTS; k++)
            append_case(out, &w, k / N_RECEIPTS);
        g_string_append(out, "]}\n");
        view_context_clear(&ctx);
    }
    view_site_close(&v);
}

static void
test_agree(void)
{
    g_autofree char *node = g_find_program_in_path("node");
    g_autofree char *file = NULL, *said = NULL;
    g_autoptr(GString) cases = g_string_new(NULL);
    int status = 0;
    if (node == NULL) {
        g_test_skip("no node");
        return;
    }
    write_cases(cases);
    int fd = g_file_open_tmp("kapan-XXXXXX", &file, NULL);
    g_assert_cmpint(fd, >=, 0);
    g_close(fd, NULL);
    g_assert_true(g_file_set_contents(file, cases->str, (gssize)cases->len, NULL));
    char name[] = "tests/js/tenggat.js";
    char *argv[] = {node, name, file, NULL};
    g_assert_true(g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL,
                               &status, NULL));
    g_remove(file);
    g_assert_cmpstr(said, ==, "12800 kasus sama\n");
    g_assert_cmpint(status, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/kapan/agree", test_agree);
    return g_test_run();
}
