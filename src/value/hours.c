#include "value/hours.h"
#include "value/tokens.h"
#include <string.h>

enum { DAY_MINUTES = 24 * 60, ALL_DAYS = 0x7f };

static const struct {
    const char *word;
    Weekday day;
} day_words[] = {
    {"senin", SENIN}, {"selasa", SELASA}, {"rabu", RABU},   {"kamis", KAMIS},  {"jumat", JUMAT},
    {"sabtu", SABTU}, {"minggu", MINGGU}, {"ahad", MINGGU}, {"jumaat", JUMAT},
};

static const struct {
    const char *name;
    int offset_minutes;
} zones[N_ZONES] = {
    [ZONE_NONE] = {"", 420},
    [ZONE_WIB] = {"WIB", 420},
    [ZONE_WITA] = {"WITA", 480},
    [ZONE_WIT] = {"WIT", 540},
};

static const Hours general_hours = {
    .n = {2, 2, 2, 2, 2},
    .open =
        {
            {{450, 720}, {780, 960}},
            {{450, 720}, {780, 960}},
            {{450, 720}, {780, 960}},
            {{450, 720}, {780, 960}},
            {{450, 690}, {780, 990}},
        },
};

/* Intervals of one text, in the order written. */
typedef struct Spans {
    guint n;
    Interval at[HOURS_MAX_INTERVALS];
} Spans;

typedef enum SpansStatus {
    SPANS_READ,
    SPANS_UNREADABLE,
    SPANS_BACKWARDS,
    SPANS_TOO_MANY
} SpansStatus;

/* Is token `i` the word without its apostrophes ("Jum’at" is jumat)? */
static gboolean
is_day_word(const Tokens *tokens, guint i, const char *word)
{
    if (i >= tokens->n || tokens->at[i].kind != TOKEN_WORD)
        return FALSE;
    const char *p = tokens->text + tokens->at[i].start;
    for (const char *end = p + tokens->at[i].len; p < end;) {
        guchar c = (guchar)*p;
        if (c == '\'' || c == '`') {
            p++;
        } else if (c >= 0x80) {
            gunichar ch = g_utf8_get_char(p);
            if (ch != 0x2018 && ch != 0x2019 && ch != 0x02BC)
                return FALSE;
            p += g_unichar_to_utf8(ch, NULL);
        } else {
            if (*word == '\0' || g_ascii_tolower((char)c) != *word)
                return FALSE;
            p++;
            word++;
        }
    }
    return *word == '\0';
}

static gboolean
read_day(const Tokens *tokens, guint i, Weekday *day)
{
    for (guint k = 0; k < G_N_ELEMENTS(day_words); k++)
        if (is_day_word(tokens, i, day_words[k].word)) {
            *day = day_words[k].day;
            return TRUE;
        }
    return FALSE;
}

/* How many tokens from `i` say holidays: "termasuk hari libur", "hari libur nasional", "tanggal merah"; or 0. */
static guint
match_holidays(const Tokens *tokens, guint i)
{
    static const char *const leads[] = {"termasuk pada", "termasuk", NULL};
    static const char *const names[] = {"hari libur nasional dan cuti bersama",
                                        "hari libur nasional",
                                        "hari libur",
                                        "hari besar",
                                        "libur nasional",
                                        "libur",
                                        "tanggal merah",
                                        NULL};
    guint lead = tokens_match_any(tokens, i, leads);
    guint n = tokens_match_any(tokens, i + lead, names);
    return n > 0 ? lead + n : 0;
}

/* Reads "Senin s.d Kamis, Sabtu" into a bit per day, holidays the last; FALSE: unreadable. */
static const char *const day_joiners[] = {",", "dan", "serta", "&", "/", ";", NULL};

/* What may stand behind "setiap hari": "(termasuk hari libur)". */
static gboolean
read_rest_of_all(const Tokens *tokens, guint i, guint *days)
{
    *days = ALL_DAYS;
    if (i == tokens->n)
        return TRUE;
    i += tokens_match_any(tokens, i, day_joiners);
    guint bracket = tokens_is_mark(tokens, i, '(') ? 1 : 0;
    guint n = match_holidays(tokens, i + bracket);
    *days |= 1u << HOURS_HOLIDAY;
    return n > 0 && i + n + 2 * bracket == tokens->n;
}

/* A day or a span of them at *i. */
static gboolean
read_span(const Tokens *tokens, guint *i, guint *days)
{
    Weekday first, last;
    *i += tokens_match(tokens, *i, "hari");
    if (!read_day(tokens, (*i)++, &first))
        return FALSE;
    last = first;
    guint to = tokens_match_to(tokens, *i);
    if (to > 0 && read_day(tokens, *i + to, &last))
        *i += to + 1;
    for (guint day = first;; day = (day + 1) % N_WEEKDAYS) {
        *days |= 1u << day;
        if (day == last)
            return TRUE;
    }
}

static gboolean
read_days(const char *text, guint *days)
{
    g_auto(Tokens) tokens;
    tokens_read(&tokens, text);
    *days = 0;
    guint i = tokens_match(&tokens, 0, "setiap hari");
    if (i > 0)
        return read_rest_of_all(&tokens, i, days);
    for (;;) {
        guint holidays = match_holidays(&tokens, i);
        if (holidays > 0)
            *days |= 1u << HOURS_HOLIDAY;
        else if (!read_span(&tokens, &i, days))
            return FALSE;
        i += holidays;
        if (i == tokens.n || (i + 1 == tokens.n && tokens_is_mark(&tokens, i, ':')))
            return TRUE;
        guint join = tokens_match_any(&tokens, i, day_joiners);
        if (join == 0 && (holidays > 0 || match_holidays(&tokens, i) == 0))
            return FALSE;
        i += join;
        i += join > 0 && holidays == 0 ? tokens_match(&tokens, i, "dan") : 0;
    }
}

/* A time of the day in minutes, 0 … 1440; -1 when token `i` is none. */
static int
time_at(const Tokens *tokens, guint i)
{
    if (i >= tokens->n || tokens->at[i].kind != TOKEN_NUMBER)
        return -1;
    const char *p = tokens->text + tokens->at[i].start;
    guint len = tokens->at[i].len, digits = g_ascii_isdigit(p[1]) ? 2 : 1;
    int hour = digits == 2 ? (p[0] - '0') * 10 + p[1] - '0' : p[0] - '0', minute = 0;
    if (len == digits + 3 && (p[digits] == '.' || p[digits] == ':') &&
        g_ascii_isdigit(p[digits + 1]) && g_ascii_isdigit(p[digits + 2]))
        minute = (p[digits + 1] - '0') * 10 + p[digits + 2] - '0';
    else if (len != digits)
        return -1;
    int time = hour * 60 + minute;
    return minute < 60 && time <= DAY_MINUTES ? time : -1;
}

/* Passes over the name of a zone; FALSE: it is another than *zone. */
static gboolean
pass_zone(const Tokens *tokens, guint *i, Zone *zone)
{
    for (guint k = ZONE_WIB; k < N_ZONES; k++) {
        char name[8];
        g_strlcpy(name, zones[k].name, sizeof name);
        for (char *p = name; *p != '\0'; p++)
            *p = g_ascii_tolower(*p);
        if (!tokens_is_word(tokens, *i, name))
            continue;
        (*i)++;
        if (*zone != ZONE_NONE && *zone != (Zone)k)
            return FALSE;
        *zone = (Zone)k;
    }
    return TRUE;
}

/* A text of times while it is read. */
typedef struct Times {
    Tokens tokens;
    guint i;
    Zone *zone;
    gboolean zones_differ;
} Times;

/* Reads "08.00–12.00 dan 13.00–16.00 WIB" up to the end, a bracket or the word istirahat. */
static SpansStatus
read_spans(Times *times, Spans *spans)
{
    static const char *const leads[] = {"pukul", "pkl .", "pkl", "jam", ":", NULL};
    static const char *const joiners[] = {",", "dan", "&", ";", NULL};
    const Tokens *tokens = &times->tokens;
    for (;;) {
        for (guint n; (n = tokens_match_any(tokens, times->i, leads)) > 0;)
            times->i += n;
        int from = time_at(tokens, times->i++), to;
        if (from < 0 || !pass_zone(tokens, &times->i, times->zone)) {
            times->zones_differ = from >= 0;
            return SPANS_UNREADABLE;
        }
        guint join = tokens_match_to(tokens, times->i);
        if (join == 0 && from == DAY_MINUTES && tokens_is_word(tokens, times->i, "jam")) {
            times->i++; /* 24 jam */
            from = 0;
            to = DAY_MINUTES;
        } else {
            times->i += join;
            times->i += tokens_match_any(tokens, times->i, leads);
            to = join > 0 ? time_at(tokens, times->i++) : -1;
        }
        if (to < 0)
            return SPANS_UNREADABLE;
        if (!pass_zone(tokens, &times->i, times->zone)) {
            times->zones_differ = TRUE;
            return SPANS_UNREADABLE;
        }
        if (from >= to)
            return SPANS_BACKWARDS;
        if (spans->n == HOURS_MAX_INTERVALS)
            return SPANS_TOO_MANY;
        spans->at[spans->n++] = (Interval){(gint16)from, (gint16)to};
        guint more = tokens_match_any(tokens, times->i, joiners);
        if (more == 0 || tokens_is_word(tokens, times->i + more, "istirahat"))
            return SPANS_READ;
        times->i += more;
    }
}

/* Reads `istirahat`, or what stands behind that word in `jam`. */
static HoursStatus
read_breaks(Times *times, Spans *breaks)
{
    SpansStatus status = read_spans(times, breaks);
    while (tokens_is_mark(&times->tokens, times->i, ')') ||
           tokens_is_mark(&times->tokens, times->i, '.'))
        times->i++;
    if (times->zones_differ)
        return HOURS_ZONES_DIFFER;
    switch (status) {
    case SPANS_READ:
        return times->i == times->tokens.n ? HOURS_READ : HOURS_BREAK_UNREADABLE;
    case SPANS_UNREADABLE:
        return HOURS_BREAK_UNREADABLE;
    case SPANS_BACKWARDS:
        return HOURS_BREAK_BACKWARDS;
    case SPANS_TOO_MANY:
        return HOURS_TOO_MANY;
    }
    return HOURS_BREAK_UNREADABLE;
}

/* Reads `jam`: no span at all is "tutup". */
static HoursStatus
read_open(Times *times, Spans *open, Spans *breaks)
{
    static const char *const closed_words[] = {"tutup", "libur", NULL};
    const Tokens *tokens = &times->tokens;
    if (tokens->n == 1 && tokens_match_any(tokens, 0, closed_words) == 1)
        return HOURS_READ;
    SpansStatus status = read_spans(times, open);
    if (times->zones_differ)
        return HOURS_ZONES_DIFFER;
    if (status == SPANS_BACKWARDS)
        return HOURS_TIME_BACKWARDS;
    if (status == SPANS_TOO_MANY)
        return HOURS_TOO_MANY;
    if (status == SPANS_UNREADABLE)
        return HOURS_TIME_UNREADABLE;
    guint i = times->i;
    while (tokens_is_mark(tokens, i, ',') || tokens_is_mark(tokens, i, '(') ||
           tokens_is_mark(tokens, i, ';') || tokens_is_mark(tokens, i, '.'))
        i++;
    if (i == tokens->n)
        return i == times->i || tokens_is_mark(tokens, times->i, '.') ? HOURS_READ
                                                                      : HOURS_TIME_UNREADABLE;
    if (!tokens_is_word(tokens, i, "istirahat"))
        return HOURS_TIME_UNREADABLE;
    times->i = i + 1;
    return read_breaks(times, breaks);
}

/* Adds an interval to a day, in order. */
static HoursStatus
add_interval(Hours *hours, guint day, Interval interval)
{
    Interval *open = hours->open[day];
    guint n = hours->n[day], at = 0;
    while (at < n && open[at].from < interval.from)
        at++;
    if ((at > 0 && open[at - 1].to > interval.from) || (at < n && open[at].from < interval.to))
        return HOURS_OVERLAP;
    if (n == HOURS_MAX_INTERVALS)
        return HOURS_TOO_MANY;
    memmove(open + at + 1, open + at, (n - at) * sizeof *open);
    open[at] = interval;
    hours->n[day]++;
    return HOURS_READ;
}

/* Cuts one break out of the intervals of a row. */
static HoursStatus
cut_break(Spans *open, Interval pause)
{
    for (guint i = 0; i < open->n; i++) {
        Interval *span = &open->at[i];
        if (pause.from < span->from || pause.to > span->to)
            continue;
        Interval after = {pause.to, span->to};
        span->to = pause.from;
        if (span->from == span->to) {
            *span = after;
            if (after.from == after.to)
                open->at[i] = open->at[--open->n];
            return HOURS_READ;
        }
        if (after.from == after.to)
            return HOURS_READ;
        if (open->n == HOURS_MAX_INTERVALS)
            return HOURS_TOO_MANY;
        open->at[open->n++] = after;
        return HOURS_READ;
    }
    return HOURS_BREAK_OUTSIDE;
}

static HoursStatus
add_spans(Hours *hours, guint days, Spans *open, const Spans *breaks)
{
    HoursStatus status = HOURS_READ;
    for (guint i = 0; i < breaks->n && status == HOURS_READ; i++)
        status = cut_break(open, breaks->at[i]);
    for (guint day = SENIN; day < HOURS_DAYS && status == HOURS_READ; day++) {
        if ((days & 1u << day) == 0)
            continue;
        if (open->n == 0)
            hours->closed |= (guint8)(1u << day);
        if ((hours->closed & 1u << day) != 0 && open->n + hours->n[day] > 0)
            status = HOURS_OVERLAP;
        for (guint i = 0; i < open->n && status == HOURS_READ; i++)
            status = add_interval(hours, day, open->at[i]);
    }
    return status;
}

HoursStatus
hours_add_row(
    Hours *hours, const char *hari, const char *jam, const char *istirahat, Zone *zone)
{
    Zone named = ZONE_NONE;
    Spans open = {0}, breaks = {0};
    Hours changed = *hours;
    guint days;
    HoursStatus status = HOURS_READ;
    if (zone != NULL)
        *zone = ZONE_NONE;
    if (!read_days(hari == NULL ? "" : hari, &days))
        return HOURS_DAY_UNREADABLE;
    Times times = {.zone = &named};
    tokens_read(&times.tokens, jam == NULL ? "" : jam);
    status = read_open(&times, &open, &breaks);
    tokens_clear(&times.tokens);
    if (status == HOURS_READ && istirahat != NULL) {
        times = (Times){.zone = &named};
        tokens_read(&times.tokens, istirahat);
        gboolean none = times.tokens.n == 0 ||
                        (times.tokens.n == 1 && tokens_is_dash(&times.tokens, 0)) ||
                        tokens_match(&times.tokens, 0, "tidak ada") == times.tokens.n;
        if (!none)
            status = read_breaks(&times, &breaks);
        tokens_clear(&times.tokens);
    }
    if (status == HOURS_READ)
        status = add_spans(&changed, days, &open, &breaks);
    if (status == HOURS_READ) {
        *hours = changed;
        if (zone != NULL)
            *zone = named;
    }
    return status;
}

static guint
next_days(guint days)
{
    return (days << 1 | days >> (N_WEEKDAYS - 1)) & ALL_DAYS;
}

static void
append_day(GString *out, guint day)
{
    g_string_append_c(out, g_ascii_toupper(day_words[day].word[0]));
    g_string_append(out, day_words[day].word + 1);
}

/* "Senin–Jumat" when the days follow each other, else "Senin dan Rabu": no comma, so it fits into {…}. */
static void
append_row(GString *out, guint days, int from, int to)
{
    guint starts = days & ~next_days(days), first = SENIN;
    g_string_append(out, "hari: ");
    if (starts != 0)
        first = (guint)g_bit_nth_lsf(starts, -1);
    guint last = first;
    while (days >> (last + 1) % N_WEEKDAYS & 1 && (last + 1) % N_WEEKDAYS != first)
        last = (last + 1) % N_WEEKDAYS;
    if ((starts & (starts - 1)) == 0) {
        append_day(out, first);
        if (last != first) {
            g_string_append(out, "–");
            append_day(out, last);
        }
    } else {
        const char *joint = "";
        for (guint day = SENIN; day < N_WEEKDAYS; day++) {
            if ((days >> day & 1) == 0)
                continue;
            g_string_append(out, joint);
            append_day(out, day);
            joint = " dan ";
        }
    }
    g_string_append(out, ", jam: ");
    minute_append(out, from);
    g_string_append(out, "–");
    minute_append(out, to);
}

gboolean
hours_split_night(const char *hari, const char *jam, GString *evening, GString *morning)
{
    static const char *const leads[] = {"pukul", "pkl .", "pkl", "jam", NULL};
    Zone zone = ZONE_NONE;
    guint days, i;
    g_auto(Tokens) tokens;
    tokens_read(&tokens, jam);
    i = tokens_match_any(&tokens, 0, leads);
    int from = time_at(&tokens, i++);
    gboolean one_zone = pass_zone(&tokens, &i, &zone);
    guint join = tokens_match_to(&tokens, i);
    i += join + tokens_match_any(&tokens, i + join, leads);
    int to = time_at(&tokens, i++);
    if (!read_days(hari, &days) || from < 0 || join == 0 || to < 0 || from <= to || !one_zone ||
        from == DAY_MINUTES || !pass_zone(&tokens, &i, &zone) || i < tokens.n)
        return FALSE;
    append_row(evening, days, from, DAY_MINUTES);
    if (to > 0)
        append_row(morning, next_days(days), 0, to);
    return TRUE;
}

const Hours *
hours_general(void)
{
    return &general_hours;
}

gboolean
hours_have_no_break(const Hours *hours)
{
    enum { NOON = 12 * 60, ONE = 13 * 60 };
    gboolean through = FALSE;
    for (guint day = 0; day < HOURS_DAYS; day++) {
        if (hours->n[day] > 1)
            return FALSE;
        const Interval *open = &hours->open[day][0];
        through = through || (hours->n[day] == 1 && open->from <= NOON && open->to >= ONE);
    }
    return through;
}

gboolean
hours_is_closed(const Hours *hours)
{
    for (guint day = 0; day < HOURS_DAYS; day++)
        if (hours->n[day] > 0)
            return FALSE;
    return TRUE;
}

const char *
zone_name(Zone zone)
{
    return zones[zone].name;
}

int
zone_offset_minutes(Zone zone)
{
    return zones[zone].offset_minutes;
}
