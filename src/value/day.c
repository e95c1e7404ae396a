#include "value/day.h"
#include "base/append.h"
#include "value/tokens.h"
#include <string.h>

enum {
    MAX_YEAR = 9999,
    DAYS_TO_1970 = 719162 /* from 0001-01-01 */,
    DAYS_PER_400_YEARS = 146097
};

static const char *const weekdays[N_WEEKDAYS][2] = {
    {"Senin", "Monday"}, {"Selasa", "Tuesday"}, {"Rabu", "Wednesday"}, {"Kamis", "Thursday"},
    {"Jumat", "Friday"}, {"Sabtu", "Saturday"}, {"Minggu", "Sunday"},
};

static const char *const months[12][2] = {
    {"Januari", "January"}, {"Februari", "February"}, {"Maret", "March"},
    {"April", "April"},     {"Mei", "May"},           {"Juni", "June"},
    {"Juli", "July"},       {"Agustus", "August"},    {"September", "September"},
    {"Oktober", "October"}, {"November", "November"}, {"Desember", "December"},
};

/* Spellings of older decrees. */
static const struct {
    const char *word;
    guint8 month;
} old_months[] = {{"pebruari", 2}, {"nopember", 11}};

static gboolean
is_leap(gint64 year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static gint64
month_days(gint64 year, gint64 month)
{
    static const gint64 days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

gboolean
date_is_set(Date date)
{
    return date.year != 0;
}

gboolean
date_is_valid(gint64 year, gint64 month, gint64 day)
{
    return year >= 1 && year <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1 &&
           day <= month_days(year, month);
}

int
date_compare(Date a, Date b)
{
    int left = (a.year * 12 + a.month) * 31 + a.day,
        right = (b.year * 12 + b.month) * 31 + b.day;
    return left - right;
}

static Date
make_date(gint64 year, gint64 month, gint64 day)
{
    return (Date){(gint16)year, (guint8)month, (guint8)day};
}

/* Is token `i` a number of exactly `len` digits (0: one or two)? */
static gboolean
is_digits(const Tokens *tokens, guint i, guint len)
{
    if (i >= tokens->n || tokens->at[i].kind != TOKEN_NUMBER || tokens->at[i].number < 0)
        return FALSE;
    guint32 n = tokens->at[i].len;
    return len == 0 ? n <= 2 : n == len;
}

static gint64
month_of(const Tokens *tokens, guint i)
{
    char name[16];
    for (guint8 month = 0; month < 12; month++) {
        char *end = g_stpcpy(name, months[month][0]);
        *end = '\0';
        name[0] = g_ascii_tolower(name[0]);
        if (tokens_is_word(tokens, i, name))
            return month + 1;
    }
    for (guint k = 0; k < G_N_ELEMENTS(old_months); k++)
        if (tokens_is_word(tokens, i, old_months[k].word))
            return old_months[k].month;
    return 0;
}

DateStatus
date_parse(const char *text, Date *date)
{
    *date = (Date){0, 0, 0};
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text == NULL ? "" : text);
    gint64 year, month, day;
    if (tokens.n == 0 || (tokens.n == 1 && tokens_is_mark(&tokens, 0, '-')))
        return DATE_EMPTY;
    if (tokens.n == 5 && is_digits(&tokens, 0, 4) && tokens_is_mark(&tokens, 1, '-') &&
        is_digits(&tokens, 2, 2) && tokens_is_mark(&tokens, 3, '-') &&
        is_digits(&tokens, 4, 2) && tokens.at[4].start - tokens.at[0].start == 8) {
        year = tokens.at[0].number;
        month = tokens.at[2].number;
        day = tokens.at[4].number;
    } else if (tokens.n == 3 && is_digits(&tokens, 0, 0) && is_digits(&tokens, 2, 4) &&
               (month = month_of(&tokens, 1)) > 0) {
        year = tokens.at[2].number;
        day = tokens.at[0].number;
    } else {
        return DATE_UNREADABLE;
    }
    if (!date_is_valid(year, month, day))
        return DATE_IMPOSSIBLE;
    *date = make_date(year, month, day);
    return DATE_READ;
}

/* ---- what was meant ---- */

/* One to four digits at *at, and *at behind them; -1 = none. */
static gint64
take_number(const char **at)
{
    gsize n = strspn(*at, "0123456789");
    gint64 number = n >= 1 && n <= 4 ? g_ascii_strtoll(*at, NULL, 10) : -1;
    *at += n;
    return number;
}

/* The month that a word of three letters or more begins like, in either language; 0 = none. */
static gint64
take_month(const char **at)
{
    gsize n = 0;
    while (g_ascii_isalpha((*at)[n]))
        n++;
    for (guint8 month = 0; n >= 3 && month < 12; month++) {
        for (guint lang = 0; lang < 2; lang++) {
            if (g_ascii_strncasecmp(*at, months[month][lang], n) == 0) {
                *at += n;
                return month + 1;
            }
        }
    }
    return 0;
}

static void
take_marks(const char **at)
{
    *at += strspn(*at, " /.,-");
}

/* Behind the weekday that a text may begin with. */
static const char *
skip_weekday(const char *text)
{
    text += strspn(text, " ");
    for (guint day = 0; day < N_WEEKDAYS; day++) {
        for (guint lang = 0; lang < 2; lang++) {
            gsize n = strlen(weekdays[day][lang]);
            if (g_ascii_strncasecmp(text, weekdays[day][lang], n) == 0 &&
                !g_ascii_isalpha(text[n]))
                return text + n + strspn(text + n, " ,");
        }
    }
    return text;
}

static void
append_guess(GString *out, gint64 year, gint64 month, gint64 day)
{
    enum {
        FIRST_YEAR = 1900,
        LAST_YEAR = 2199
    }; /* "16/01/26" names no year that can be known */
    if (year < FIRST_YEAR || year > LAST_YEAR || !date_is_valid(year, month, day))
        return;
    append_text(out, out->len > 0 ? "\" / \"" : "");
    date_append_long(out, make_date(year, month, day), FALSE);
}

gboolean
date_append_guess(GString *out, const char *text)
{
    const char *at = skip_weekday(text);
    g_autoptr(GString) found = g_string_new(NULL);
    gint64 named = take_month(&at); /* "January 16, 2026" */
    take_marks(&at);
    gint64 first = take_number(&at), second = named;
    take_marks(&at);
    if (named == 0 && (named = take_month(&at)) == 0)
        second = take_number(&at);
    take_marks(&at);
    gint64 third = take_number(&at);
    at += strspn(at, " ");
    if (*at != '\0' || first < 0 || third < 0)
        return FALSE;
    if (named != 0)
        append_guess(found, third, named, first);
    else if (first > 31)
        append_guess(found, first, second, third);
    else {
        append_guess(found, third, second, first);
        if (first != second)
            append_guess(found, third, first, second);
    }
    append_bytes(out, found->str, found->len);
    return found->len > 0;
}

/* Days of a year count from March, so that the leap day is its last. */
gint32
date_to_day(Date date)
{
    gint32 year = date.year - (date.month <= 2), month = (date.month + 9) % 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date.day -
           1 - 306 - DAYS_TO_1970;
}

Date
date_from_day(gint32 day_number)
{
    gint64 days = (gint64)day_number + DAYS_TO_1970 + 306; /* from 0000-03-01 */
    if (days < 306)
        return (Date){0, 0, 0};
    gint64 era = days / DAYS_PER_400_YEARS, in_era = days % DAYS_PER_400_YEARS;
    gint64 year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    gint64 in_year = in_era - (year * 365 + year / 4 - year / 100);
    gint64 month = (in_year * 5 + 2) / 153, day = in_year - (month * 153 + 2) / 5 + 1;
    year += era * 400 + (month >= 10);
    month = month < 10 ? month + 3 : month - 9;
    return year > MAX_YEAR ? (Date){0, 0, 0} : make_date(year, month, day);
}

Weekday
day_weekday(gint32 day_number)
{
    gint32 rest = (day_number % 7 + 7 + KAMIS) % 7; /* day 0 was a Thursday */
    return (Weekday)rest;
}

Weekday
date_weekday(Date date)
{
    return day_weekday(date_to_day(date));
}

Date
date_add_months(Date date, gint64 n)
{
    const gint64 limit = (gint64)12 * (MAX_YEAR + 1);
    if (n > limit || n < -limit)
        return (Date){0, 0, 0};
    gint64 count = (gint64)date.year * 12 + date.month - 1 + n;
    gint64 year = count / 12, month = count % 12 + 1;
    if (count < 12 || year > MAX_YEAR)
        return (Date){0, 0, 0};
    return make_date(year, month, MIN((gint64)date.day, month_days(year, month)));
}

void
date_append_iso(GString *out, Date date)
{
    if (date_is_set(date)) {
        append_digits(out, (guint64)date.year, 4);
        append_bytes(out, "-", 1);
        append_digits(out, (guint64)date.month, 2);
        append_bytes(out, "-", 1);
        append_digits(out, (guint64)date.day, 2);
    }
}

static void
append_long(GString *out, Date date, gboolean weekday, int lang)
{
    if (!date_is_set(date))
        return;
    if (weekday) {
        append_text(out, weekdays[date_weekday(date)][lang]);
        append_bytes(out, ", ", 2);
    }
    append_int(out, date.day);
    append_bytes(out, " ", 1);
    append_text(out, months[date.month - 1][lang]);
    append_bytes(out, " ", 1);
    append_int(out, date.year);
}

void
date_append_long(GString *out, Date date, gboolean weekday)
{
    append_long(out, date, weekday, 0);
}

void
date_append_long_en(GString *out, Date date, gboolean weekday)
{
    append_long(out, date, weekday, 1);
}

void
minute_append(GString *out, int minute)
{
    append_digits(out, (guint64)(minute / 60), 2);
    append_bytes(out, ".", 1);
    append_digits(out, (guint64)(minute % 60), 2);
}
