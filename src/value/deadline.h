/**
 * Deadline: "apply today, done by".
 *
 * Combines a Duration with a Calendar by the content contract, section 7.
 * The page's JavaScript holds the same rules and a test compares the two:
 *
 *  1. Receipt. On a day that is no working day, or at or after the end of its
 *     last interval: the next working day, at its opening. Before opening
 *     or in a break: the same day, the next open minute. That day is day 0.
 *  2. Parts, in the order written. detik, menit, jam run inside open minutes
 *     and may end at the very minute of closing (neighbouring detik, menit
 *     and jam are added first; seconds are rounded up to a minute). hari
 *     kerja: the n-th working day after. hari, hari kalender: n days later;
 *     minggu 7n days; bulan, tahun: same day number or the month's last day.
 *  3. A calendar part rolls on to a working day when it is the last part or
 *     is followed by another sort of part. The clock stays; minutes after
 *     days start at the receipt's minute, moved to open time as in 1.
 *  4. A range is computed twice, with all its lower and all its upper ends.
 *
 * Every day touched must be in a covered year and within DEADLINE_MAX_DAYS.
 * Pure, any thread; makes no diagnostics.
 */
#pragma once
#include "value/calendar.h"
#include "value/duration.h"

enum { DEADLINE_MAX_DAYS = 7320 }; /* twenty years */

typedef enum DeadlineStatus {
    DEADLINE_FOUND,
    DEADLINE_NONE,       /* the duration has no deadline */
    DEADLINE_BEYOND,     /* needs a year without holiday file, see missing_year */
    DEADLINE_NEVER_OPEN, /* no working day found although years are covered */
} DeadlineStatus;

/** A moment; minute is -1 when only the day is promised. */
typedef struct Moment {
    gint32 day; /* day number */
    gint16 minute;
} Moment;

typedef struct Deadline {
    Moment received;         /* what counts as the receipt, always with a minute */
    gboolean received_later; /* it is another day than the one asked for */
    Moment earliest, latest; /* equal when it is no range */
    gboolean range;
    gboolean about;         /* say "sekitar" */
    gboolean ambiguous_day; /* bare "hari", counted as calendar days */
    gboolean general_hours; /* the calendar had no hours of its own */
    gint16
        missing_year; /* DEADLINE_BEYOND: the first year without a file; 0 when over the limit */
} Deadline;

/** Computes when an application of that day and minute (0 … 1439, agency's zone) is done. *out is overwritten. */
DeadlineStatus deadline_compute(const Duration *duration,
                                const Calendar *calendar,
                                Date from,
                                int minute_of_day,
                                Deadline *out);

/**
 * The last minute (0 … 1439) of `day` at which what is handed in is done on that very day, by its upper bound; -1 when
 * none is. What is handed in later is done no sooner, so the minute is found by halving.
 */
int deadline_last_minute(const Duration *duration, const Calendar *calendar, Date day);

/** Appends "Senin, 23 November 2026 pukul 09.20" ("pukul …" only with a minute). */
void moment_append_long(GString *out, Moment moment);
