/**
 * Calendar: on which days and at which minutes one service works.
 *
 * A view over arrays that somebody else owns (the model puts them in its
 * arenas): holidays and cuti bersama, closures, covered years, hours. Knows
 * nothing of durations. Immutable once filled; read by any thread.
 */
#pragma once
#include "value/hours.h"

/** Other hours for some days: jam_khusus. */
typedef struct HoursPeriod {
    gint32 from, to; /* day numbers, both included */
    const Hours *hours;
    const char *name; /* "Ramadan"; "" when it has none */
} HoursPeriod;

typedef struct Calendar {
    const Hours *hours;     /* NULL = none given: the general hours */
    const gint32 *holidays; /* day numbers, ascending, unique: see calendar_sort_days() */
    guint n_holidays;
    const gint32 *closures; /* hari_tutup, as holidays */
    guint n_closures;
    const gint16 *years; /* years that have a holiday file, ascending, unique */
    guint n_years;
    const HoursPeriod *periods; /* the first that holds a day counts */
    guint n_periods;
} Calendar;

/** Sorts day numbers in place and drops doubles; returns how many are left. */
guint calendar_sort_days(gint32 *days, guint n);
/** The same for years. */
guint calendar_sort_years(gint16 *years, guint n);

/** The hours kept on that day of the calendar, holidays aside; never NULL. */
const Hours *calendar_hours(const Calendar *calendar, gint32 day);
/** The open intervals of a day; NULL and *n 0 on closures, closed weekdays, and holidays unless hours name them. */
const Interval *calendar_intervals(const Calendar *calendar, gint32 day, guint *n);
gboolean calendar_is_working_day(const Calendar *calendar, gint32 day);
/** TRUE when the year of that day has a holiday file. */
gboolean calendar_covers(const Calendar *calendar, gint32 day);
