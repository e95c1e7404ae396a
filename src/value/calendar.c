#include "value/calendar.h"
#include <stdlib.h>

static int
compare_days(const void *a, const void *b)
{
    const gint32 left = *(const gint32 *)a, right = *(const gint32 *)b;
    return (left > right) - (left < right);
}

static int
compare_years(const void *a, const void *b)
{
    const gint16 left = *(const gint16 *)a, right = *(const gint16 *)b;
    return (left > right) - (left < right);
}

guint
calendar_sort_days(gint32 *days, guint n)
{
    guint kept = 0;
    if (n > 1)
        qsort(days, n, sizeof *days, compare_days);
    for (guint i = 0; i < n; i++)
        if (kept == 0 || days[kept - 1] != days[i])
            days[kept++] = days[i];
    return kept;
}

guint
calendar_sort_years(gint16 *years, guint n)
{
    guint kept = 0;
    if (n > 1)
        qsort(years, n, sizeof *years, compare_years);
    for (guint i = 0; i < n; i++)
        if (kept == 0 || years[kept - 1] != years[i])
            years[kept++] = years[i];
    return kept;
}

const Hours *
calendar_hours(const Calendar *calendar, gint32 day)
{
    for (guint i = 0; i < calendar->n_periods; i++)
        if (day >= calendar->periods[i].from && day <= calendar->periods[i].to)
            return calendar->periods[i].hours;
    return calendar->hours != NULL ? calendar->hours : hours_general();
}

static gboolean
has_day(const gint32 *days, guint n, gint32 day)
{
    return n > 0 && bsearch(&day, days, n, sizeof day, compare_days) != NULL;
}

const Interval *
calendar_intervals(const Calendar *calendar, gint32 day, guint *n)
{
    const Hours *hours = calendar_hours(calendar, day);
    guint kind = has_day(calendar->holidays, calendar->n_holidays, day)
                     ? (guint)HOURS_HOLIDAY
                     : (guint)day_weekday(day);
    gboolean closed = has_day(calendar->closures, calendar->n_closures, day);
    *n = closed ? 0 : hours->n[kind];
    return *n > 0 ? hours->open[kind] : NULL;
}

gboolean
calendar_is_working_day(const Calendar *calendar, gint32 day)
{
    guint n;
    return calendar_intervals(calendar, day, &n) != NULL;
}

gboolean
calendar_covers(const Calendar *calendar, gint32 day)
{
    gint16 year = date_from_day(day).year;
    return calendar->n_years > 0 && bsearch(&year, calendar->years, calendar->n_years,
                                            sizeof year, compare_years) != NULL;
}
