#include "value/deadline.h"

/* A computation on its way: where it stands and where it may not go. */
typedef struct Walk {
    const Calendar *calendar;
    gint32 start; /* the day asked for */
    gint32 day;
    gint32 minute;
    gint16 missing_year;
    DeadlineStatus status; /* FOUND while all is well */
} Walk;

static gboolean
fail(Walk *walk, DeadlineStatus status, gint16 missing_year)
{
    walk->status = status;
    walk->missing_year = missing_year;
    return FALSE;
}

/* Goes to `day` if it may: in a covered year and not too far; else fails. */
static gboolean
go_to(Walk *walk, gint64 day)
{
    if (day - walk->start > DEADLINE_MAX_DAYS)
        return fail(walk, DEADLINE_BEYOND, 0);
    if (!calendar_covers(walk->calendar, (gint32)day))
        return fail(walk, DEADLINE_BEYOND, date_from_day((gint32)day).year);
    walk->day = (gint32)day;
    return TRUE;
}

/* Goes on to a working day unless it stands on one. */
static gboolean
roll(Walk *walk)
{
    while (!calendar_is_working_day(walk->calendar, walk->day))
        if (!go_to(walk, (gint64)walk->day + 1))
            return FALSE;
    return TRUE;
}

/* Goes on to the next open minute (rule 1); stays when this one is open. */
static gboolean
open_up(Walk *walk)
{
    guint n;
    const Interval *open = calendar_intervals(walk->calendar, walk->day, &n);
    if (n == 0 || walk->minute >= open[n - 1].to) {
        if (!go_to(walk, (gint64)walk->day + 1) || !roll(walk))
            return FALSE;
        walk->minute = calendar_intervals(walk->calendar, walk->day, &n)->from;
        return TRUE;
    }
    guint i = 0;
    while (open[i].to <= walk->minute)
        i++;
    walk->minute = MAX(walk->minute, open[i].from);
    return TRUE;
}

/* Lets `minutes` of open time pass. */
static gboolean
run_minutes(Walk *walk, gint64 minutes)
{
    if (!open_up(walk))
        return FALSE;
    while (minutes > 0) {
        guint n;
        const Interval *open = calendar_intervals(walk->calendar, walk->day, &n);
        for (guint i = 0; i < n && minutes > 0; i++) {
            gint32 from = MAX(walk->minute, open[i].from);
            if (from >= open[i].to)
                continue;
            gint64 taken = MIN(minutes, (gint64)open[i].to - from);
            walk->minute = from + (gint32)taken;
            minutes -= taken;
        }
        if (minutes > 0 && !open_up(walk))
            return FALSE;
    }
    return TRUE;
}

static gboolean
run_working_days(Walk *walk, gint64 n)
{
    for (; n > 0; n--)
        if (!go_to(walk, (gint64)walk->day + 1) || !roll(walk))
            return FALSE;
    return TRUE;
}

static gboolean
run_months(Walk *walk, gint64 months)
{
    if (months > DEADLINE_MAX_DAYS / 28)
        return fail(walk, DEADLINE_BEYOND, 0);
    Date date = date_add_months(date_from_day(walk->day), months);
    return date_is_set(date) ? go_to(walk, date_to_day(date)) : fail(walk, DEADLINE_BEYOND, 0);
}

typedef enum UnitSort { SORT_CLOCK, SORT_WORKING, SORT_CALENDAR } UnitSort;

static const struct {
    UnitSort sort;
    gint64 n; /* clock: seconds; calendar: days, or months when negative */
} unit_table[N_UNITS] = {
    [UNIT_DETIK] = {SORT_CLOCK, 1},        [UNIT_MENIT] = {SORT_CLOCK, 60},
    [UNIT_JAM] = {SORT_CLOCK, 3600},       [UNIT_HARI] = {SORT_CALENDAR, 1},
    [UNIT_HARI_KERJA] = {SORT_WORKING, 1}, [UNIT_HARI_KALENDER] = {SORT_CALENDAR, 1},
    [UNIT_MINGGU] = {SORT_CALENDAR, 7},    [UNIT_BULAN] = {SORT_CALENDAR, -1},
    [UNIT_TAHUN] = {SORT_CALENDAR, -12},
};

static UnitSort
sort_of(const Duration *duration, guint i)
{
    return unit_table[duration->parts[i].unit].sort;
}

static gint64
end_of(const DurationPart *part, gboolean upper)
{
    return upper ? part->max : part->min;
}

/* Lets the days of one part pass; a calendar part that ends its row rolls on (rule 3). */
static gboolean
run_days(Walk *walk, const Duration *duration, guint i, gboolean upper)
{
    const DurationPart *part = &duration->parts[i];
    gint64 n = end_of(part, upper), size = unit_table[part->unit].n;
    if (sort_of(duration, i) == SORT_WORKING)
        return run_working_days(walk, n);
    if (size < 0 ? !run_months(walk, n * -size) : !go_to(walk, walk->day + n * size))
        return FALSE;
    gboolean ends_row = i + 1 == duration->n_parts || sort_of(duration, i + 1) != SORT_CALENDAR;
    return ends_row ? roll(walk) : TRUE;
}

/* Runs all parts, with their lower or upper ends, from the receipt. */
static gboolean
run(Walk *walk, const Duration *duration, gboolean upper, Moment *end)
{
    gint64 seconds = 0; /* at most 3 × 3.6 × 10¹²: no overflow */
    gboolean clock = FALSE;
    for (guint i = 0; i < duration->n_parts; i++) {
        if (sort_of(duration, i) != SORT_CLOCK) {
            clock = FALSE;
            if (!run_days(walk, duration, i, upper))
                return FALSE;
            continue;
        }
        const DurationPart *part = &duration->parts[i];
        seconds += end_of(part, upper) * unit_table[part->unit].n;
        clock = TRUE;
        if (i + 1 < duration->n_parts && sort_of(duration, i + 1) == SORT_CLOCK)
            continue;
        if (!run_minutes(walk, (seconds + 59) / 60))
            return FALSE;
        seconds = 0;
    }
    *end = (Moment){walk->day, clock ? (gint16)walk->minute : (gint16)-1};
    return TRUE;
}

/* Is the calendar's week closed throughout, so that no day is ever found? */
static gboolean
never_opens(const Calendar *calendar)
{
    for (guint i = 0; i < calendar->n_periods; i++)
        if (!hours_is_closed(calendar->periods[i].hours))
            return FALSE;
    return calendar->hours != NULL && hours_is_closed(calendar->hours);
}

DeadlineStatus
deadline_compute(const Duration *duration,
                 const Calendar *calendar,
                 Date from,
                 int minute_of_day,
                 Deadline *out)
{
    *out = (Deadline){0};
    out->received.minute = out->earliest.minute = out->latest.minute = -1;
    if (!duration_has_deadline(duration) || !date_is_set(from))
        return DEADLINE_NONE;
    if (never_opens(calendar))
        return DEADLINE_NEVER_OPEN;
    out->about = duration->bound == BOUND_ABOUT;
    out->ambiguous_day = duration->ambiguous_day;
    out->general_hours = calendar->hours == NULL;
    Walk walk = {.calendar = calendar, .start = date_to_day(from), .minute = minute_of_day};
    if (go_to(&walk, walk.start) && open_up(&walk)) {
        out->received = (Moment){walk.day, (gint16)walk.minute};
        out->received_later = walk.day != walk.start;
        Walk lower = walk, upper = walk;
        if (run(&lower, duration, FALSE, &out->earliest))
            run(&upper, duration, TRUE, &out->latest);
        walk = lower.status == DEADLINE_FOUND ? upper : lower;
    }
    out->missing_year = walk.missing_year;
    if (walk.status != DEADLINE_FOUND)
        out->earliest = out->latest = (Moment){0, -1};
    out->range =
        out->earliest.day != out->latest.day || out->earliest.minute != out->latest.minute;
    return walk.status;
}

int
deadline_last_minute(const Duration *duration, const Calendar *calendar, Date day)
{
    int done = -1, late = 24 * 60;
    while (late - done > 1) {
        int middle = (done + late) / 2;
        Deadline deadline;
        DeadlineStatus status = deadline_compute(duration, calendar, day, middle, &deadline);
        if (status == DEADLINE_FOUND && deadline.latest.day == date_to_day(day))
            done = middle;
        else
            late = middle;
    }
    return done;
}

void
moment_append_long(GString *out, Moment moment)
{
    date_append_long(out, date_from_day(moment.day), TRUE);
    if (moment.minute >= 0) {
        g_string_append(out, " pukul ");
        minute_append(out, moment.minute);
    }
}
