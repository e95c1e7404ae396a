/**
 * Hours: when an office is open in a week.
 *
 * Seven days, and holidays as an eighth, with up to HOURS_MAX_INTERVALS open intervals each, breaks
 * already cut out, sorted, not overlapping. Reads the rows of `jam_layanan`
 * (content contract, section 6); knows no dates (see calendar.h) and makes no
 * diagnostics. An Hours is a plain value: {0} is closed all week. Any thread.
 */
#pragma once
#include "value/day.h"

enum { HOURS_MAX_INTERVALS = 4 };

typedef enum Zone { ZONE_NONE, ZONE_WIB, ZONE_WITA, ZONE_WIT, N_ZONES } Zone;

typedef struct Interval {
    gint16 from, to; /* minutes from midnight, 0 ≤ from < to ≤ 1440 */
} Interval;

/* The hours kept on holidays stand behind those of the weekdays; an office that does not name them is closed then. */
enum { HOURS_HOLIDAY = N_WEEKDAYS, HOURS_DAYS };

typedef struct Hours {
    guint8 n[HOURS_DAYS]; /* intervals of each day; 0 = closed */
    guint8 closed;        /* bit per day: a row says that it is closed */
    Interval open[HOURS_DAYS][HOURS_MAX_INTERVALS];
} Hours;

typedef enum HoursStatus {
    HOURS_READ,
    HOURS_DAY_UNREADABLE,
    HOURS_TIME_UNREADABLE,
    HOURS_TIME_BACKWARDS, /* ends before or when it begins */
    HOURS_BREAK_UNREADABLE,
    HOURS_BREAK_BACKWARDS,
    HOURS_BREAK_OUTSIDE, /* the break is not inside the opening hours */
    HOURS_OVERLAP,       /* meets another row of the same day */
    HOURS_TOO_MANY,      /* more than HOURS_MAX_INTERVALS on a day */
    HOURS_ZONES_DIFFER,  /* the row names two zones */
} HoursStatus;

/**
 * Adds one row, texts as written: `hari` "Senin–Kamis", "Senin s.d Kamis", "Sabtu, Minggu",
 * "Jum’at", "Setiap hari", "Setiap hari termasuk hari libur", "Hari libur"; `jam` "07.30–16.00", "Pukul 8.00 - 15.00 WIB", "08:00–12:00 dan
 * 13:00–16:00", "24 jam", "tutup"; `istirahat` "12.00–13.00", "" or NULL for none. Unless READ,
 * *hours is unchanged. *zone receives the zone named (ZONE_NONE when none); zone may be NULL.
 */
HoursStatus hours_add_row(
    Hours *hours, const char *hari, const char *jam, const char *istirahat, Zone *zone);

/**
 * Splits a row that goes on past midnight ("Senin–Jumat", "22.00–06.00") into two that can be
 * written: "hari: Senin–Jumat, jam: 22.00–24.00" and "hari: Selasa–Sabtu, jam: 00.00–06.00".
 * FALSE, nothing appended, when it is no such row. A row that ends at midnight has no second: "".
 */
gboolean
hours_split_night(const char *hari, const char *jam, GString *evening, GString *morning);

/** Perpres 21/2023, art. 4: Monday–Thursday 07.30–16.00, break 12.00–13.00; Friday 07.30–16.30, break 11.30–13.00. */
const Hours *hours_general(void);

gboolean hours_is_closed(const Hours *hours); /* closed all week, and on holidays */
/** TRUE when some day is open through noon to one o'clock, and no day that opens before and after closes between. */
gboolean hours_have_no_break(const Hours *hours);

/** "WIB", "WITA", "WIT"; "" for ZONE_NONE. */
const char *zone_name(Zone zone);
/** Minutes east of UTC: 420, 480, 540; 420 for ZONE_NONE. */
int zone_offset_minutes(Zone zone);
