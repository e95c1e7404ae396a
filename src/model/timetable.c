#include "model/timetable.h"
#include <string.h>

/* The text of a row that a finding is about: its break when there is one and the row is fine without it. */
static const Text *
faulty_text(const HoursRow *row, Zone own)
{
    Hours alone = {0};
    Zone zone;
    if (!text_has_words(row->istirahat))
        return &row->jam;
    gboolean fine =
        hours_add_row(&alone, row->hari.str, row->jam.str, NULL, &zone) == HOURS_READ &&
        (zone == ZONE_NONE || zone == own);
    return fine ? &row->istirahat : &row->jam;
}

/* The two rows of hours across midnight, as they are quoted in a remedy; NULL when it is no such row. */
static char *
night_rows(const HoursRow *row)
{
    g_autoptr(GString) evening = g_string_new(NULL), morning = g_string_new(NULL);
    if (!hours_split_night(row->hari.str, row->jam.str, evening, morning))
        return NULL;
    if (morning->len == 0)
        return g_strdup_printf("- {%s}", evening->str);
    return g_strdup_printf("- {%s}\" dan \"- {%s}", evening->str, morning->str);
}

static void
report_hours(const Timetable *t, const HoursRow *row, HoursStatus status)
{
    Zone own = (Zone)(t->agency->zona_waktu + 1);
    const Text *at = faulty_text(row, own);
    DiagCode code = DIAG_HOURS_TIME;
    const char *second = NULL;
    g_autofree char *rows = NULL;
    switch (status) {
    case HOURS_READ:
        return;
    case HOURS_DAY_UNREADABLE:
        code = DIAG_HOURS_DAY;
        at = &row->hari;
        break;
    case HOURS_TIME_UNREADABLE:
        break;
    case HOURS_TIME_BACKWARDS:
        code = DIAG_HOURS_BACKWARDS;
        second = rows = night_rows(row);
        break;
    case HOURS_BREAK_UNREADABLE:
    case HOURS_BREAK_BACKWARDS:
    case HOURS_BREAK_OUTSIDE:
        code = DIAG_HOURS_BREAK;
        second = row->jam.str;
        break;
    case HOURS_OVERLAP:
        code = DIAG_HOURS_OVERLAP;
        at = &row->jam;
        break;
    case HOURS_TOO_MANY:
        code = DIAG_HOURS_MANY;
        break;
    case HOURS_ZONES_DIFFER:
        code = DIAG_HOURS_ZONE;
        second = zone_name(own);
        break;
    }
    diag_add(t->diags, code, at->mark, (guint)strlen(at->str), at->str, second, NULL);
}

void
timetable_read(const Timetable *t, const HoursRowList *rows, Hours *hours)
{
    Zone own = (Zone)(t->agency->zona_waktu + 1);
    for (guint i = 0; i < rows->n; i++) {
        const HoursRow *row = &rows->items[i];
        Zone zone = ZONE_NONE;
        if (row->hari.str == NULL || row->jam.str == NULL || !*row->hari.str || !*row->jam.str)
            continue;
        HoursStatus status =
            hours_add_row(hours, row->hari.str, row->jam.str, row->istirahat.str, &zone);
        if (status == HOURS_READ && zone != ZONE_NONE && zone != own)
            status = HOURS_ZONES_DIFFER;
        report_hours(t, row, status);
    }
}

static guint
collect_days(
    const Timetable *t, const ScanFolder *folder, gint32 **days, gint16 **years, guint *n_years)
{
    guint n = 0, n_files = 0;
    for (const ScanFolder *f = folder; f != NULL; f = f->parent) {
        const HolidayFileList *list = &t->data->holidays[f->index];
        n_files += list->n;
        for (guint i = 0; i < list->n; i++)
            n += list->items[i].libur.n;
    }
    *days = arena_alloc(t->arena, n * sizeof **days);
    *years = arena_alloc(t->arena, n_files * sizeof **years);
    n = *n_years = 0;
    for (const ScanFolder *f = folder; f != NULL; f = f->parent) {
        const HolidayFileList *list = &t->data->holidays[f->index];
        for (guint i = 0; i < list->n; i++) {
            /* Only the file for all says that a year is complete, and only when it holds one. */
            if (f->parent == NULL && list->items[i].libur.n > 0)
                (*years)[(*n_years)++] = (gint16)list->items[i].year;
            for (guint k = 0; k < list->items[i].libur.n; k++) {
                Date date = list->items[i].libur.items[k].tanggal.date;
                if (date_is_set(date))
                    (*days)[n++] = date_to_day(date);
            }
        }
    }
    return n;
}

/* Whether a period can be counted with: it has hours, and two days in their order. */
static gboolean
is_period(const Timetable *t, const SpecialHours *special)
{
    const DateText *from = &special->dari, *to = &special->sampai;
    if (special->jam_layanan.n == 0 || !date_is_set(from->date) || !date_is_set(to->date))
        return FALSE;
    if (date_to_day(from->date) <= date_to_day(to->date))
        return TRUE;
    diag_add(t->diags, DIAG_PERIOD_BACKWARDS, to->raw.mark, (guint)strlen(to->raw.str),
             to->raw.str, from->raw.str, NULL);
    return FALSE;
}

static const HoursPeriod *
make_periods(const Timetable *t, guint *n)
{
    const SpecialHoursList *list = &t->agency->jam_khusus;
    HoursPeriod *periods = arena_alloc(t->arena, list->n * sizeof *periods);
    *n = 0;
    for (guint i = 0; i < list->n; i++) {
        SpecialHours *special = &list->items[i];
        timetable_read(t, &special->jam_layanan, &special->hours);
        if (is_period(t, special))
            periods[(*n)++] = (HoursPeriod){date_to_day(special->dari.date),
                                            date_to_day(special->sampai.date), &special->hours,
                                            special->nama.str ? special->nama.str : ""};
    }
    return periods;
}

/* The agency's calendar; services with other hours, or below other holidays, get copies of it. */
Calendar *
timetable_calendar(const Timetable *t)
{
    Agency *agency = t->agency;
    Calendar *calendar = arena_new0(t->arena, Calendar);
    gint32 *days, *closed = arena_alloc(t->arena, agency->hari_tutup.n * sizeof *closed);
    gint16 *years;
    guint n_days = collect_days(t, t->folder, &days, &years, &calendar->n_years);
    calendar->holidays = days;
    calendar->n_holidays = calendar_sort_days(days, n_days);
    calendar->years = years;
    calendar->n_years = calendar_sort_years(years, calendar->n_years);
    for (guint i = 0; i < agency->hari_tutup.n; i++)
        closed[i] = date_to_day(agency->hari_tutup.items[i].date);
    calendar->closures = closed;
    calendar->n_closures = calendar_sort_days(closed, agency->hari_tutup.n);
    calendar->hours = agency->jam_layanan.n > 0 ? &agency->hours : NULL;
    calendar->periods = make_periods(t, &calendar->n_periods);
    return calendar;
}

const Calendar *
timetable_service_calendar(const Timetable *t, const Service *service, const ScanFolder *folder)
{
    gboolean other_days = FALSE;
    for (const ScanFolder *f = folder; f != t->folder; f = f->parent)
        other_days |= f->holidays.n > 0;
    if (!other_days && service->jam_layanan.n == 0)
        return t->agency->calendar;
    Calendar *calendar = arena_new0(t->arena, Calendar);
    *calendar = *t->agency->calendar;
    if (other_days) {
        gint32 *days;
        gint16 *years;
        guint n = collect_days(t, folder, &days, &years, &calendar->n_years);
        calendar->holidays = days;
        calendar->n_holidays = calendar_sort_days(days, n);
        calendar->years = years;
        calendar->n_years = calendar_sort_years(years, calendar->n_years);
    }
    if (service->jam_layanan.n > 0) {
        calendar->hours = &service->hours;
        calendar->n_periods = 0;
    }
    return calendar;
}
