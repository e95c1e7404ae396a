/**
 * Day: dates of the proleptic Gregorian calendar, years 1 … 9999.
 *
 * Knows months, weekdays and how dates are written; knows no clock, no zone
 * and no holidays. A Date is a value; {0, 0, 0} is "no date". A day number
 * counts days from 1970-01-01 (day 0, a Thursday). Pure, any thread.
 */
#pragma once
#include <glib.h>

typedef struct Date {
    gint16 year; /* 0 = no date */
    guint8 month, day;
} Date;

typedef enum DateStatus {
    DATE_READ,
    DATE_EMPTY,
    DATE_UNREADABLE, /* neither 2024-01-16 nor 16 Januari 2024 */
    DATE_IMPOSSIBLE, /* well written, but no such day: 30 Februari 2024 */
} DateStatus;

typedef enum Weekday { SENIN, SELASA, RABU, KAMIS, JUMAT, SABTU, MINGGU, N_WEEKDAYS } Weekday;

/** Reads `2024-01-16` or `16 Januari 2024` (white space around it allowed); *date is {0} unless READ. NULL is empty. */
DateStatus date_parse(const char *text, Date *date);

/**
 * Appends what an unreadable date was probably meant to be: "16/01/2026", "16 Jan 2026" and "Jumat, 16
 * January 2026" give 16 Januari 2026; where day and month may be exchanged both, parted by `" / "`. FALSE,
 * nothing appended: no guess.
 */
gboolean date_append_guess(GString *out, const char *text);

gboolean date_is_set(Date date);
gboolean date_is_valid(gint64 year, gint64 month, gint64 day);
int date_compare(Date a, Date b); /* < 0, 0, > 0; no date comes first */

gint32 date_to_day(Date date);         /* the date must be valid */
Date date_from_day(gint32 day_number); /* outside years 1 … 9999: {0} */
Weekday date_weekday(Date date);
Weekday day_weekday(gint32 day_number);
/** `months` later: same day number, else the month's last day; {0} when beyond year 9999 or before 1. */
Date date_add_months(Date date, gint64 months);

void date_append_iso(GString *out, Date date); /* 2026-11-22; nothing without a date */
/** Appends "22 November 2026", with `weekday` "Minggu, 22 November 2026". Nothing without a date. */
void date_append_long(GString *out, Date date, gboolean weekday);
/** The same in English: "Sunday, 22 November 2026". */
void date_append_long_en(GString *out, Date date, gboolean weekday);
/** Appends a minute of the day (0 … 1440) as "07.30". */
void minute_append(GString *out, int minute);
