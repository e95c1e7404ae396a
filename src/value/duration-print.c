#include "value/duration.h"

/* A working minute is 420 points, so that every unit is a whole number of them. */
enum { MINUTE_POINTS = 420, DAY_POINTS = MINUTE_POINTS * 450 * 5 / 7 };

static const gint64 unit_points[N_UNITS] = {
    [UNIT_DETIK] = MINUTE_POINTS / 60,       [UNIT_MENIT] = MINUTE_POINTS,
    [UNIT_JAM] = MINUTE_POINTS * 60,         [UNIT_HARI] = DAY_POINTS,
    [UNIT_HARI_KERJA] = MINUTE_POINTS * 450, [UNIT_HARI_KALENDER] = DAY_POINTS,
    [UNIT_MINGGU] = DAY_POINTS * 7,          [UNIT_BULAN] = DAY_POINTS * 30,
    [UNIT_TAHUN] = DAY_POINTS * 365,
};

/* What ISO 8601 calls a unit; 0 = it cannot say it. */
static const char iso_letters[N_UNITS] = {
    [UNIT_MENIT] = 'M',
    [UNIT_JAM] = 'H',
    [UNIT_HARI_KALENDER] = 'D',
};

gboolean
duration_has_deadline(const Duration *duration)
{
    return duration->kind == DURATION_READ && !duration->open_ended &&
           !duration->words_disagree;
}

gint64
duration_sort_minutes(const Duration *duration)
{
    if (duration->kind == DURATION_ON_SPOT)
        return 0;
    if (duration->kind != DURATION_READ || duration->open_ended)
        return G_MAXINT64;
    gint64 points = 0; /* at most 4 × 10⁹ × 5 × 10⁷: no overflow */
    for (guint i = 0; i < duration->n_parts; i++)
        points += duration->parts[i].max * unit_points[duration->parts[i].unit];
    return (points + MINUTE_POINTS - 1) / MINUTE_POINTS;
}

void
duration_append_part(const DurationPart *part, GString *out)
{
    g_string_append_printf(out, "%" G_GINT64_FORMAT, part->min);
    if (part->max != part->min)
        g_string_append_printf(out, "–%" G_GINT64_FORMAT, part->max);
    g_string_append_c(out, ' ');
    g_string_append(out, duration_unit_name(part->unit));
}

gboolean
duration_append_iso8601(const Duration *duration, GString *out)
{
    if (duration->kind != DURATION_READ || duration->open_ended)
        return FALSE;
    for (guint i = 0; i < duration->n_parts; i++)
        if (iso_letters[duration->parts[i].unit] == '\0')
            return FALSE;
    gboolean in_time = FALSE;
    g_string_append_c(out, 'P');
    for (guint i = 0; i < duration->n_parts; i++) {
        DurationUnit unit = duration->parts[i].unit;
        if (!in_time && unit < UNIT_HARI) {
            in_time = TRUE;
            g_string_append_c(out, 'T');
        }
        g_string_append_printf(out, "%" G_GINT64_FORMAT "%c", duration->parts[i].max,
                               iso_letters[unit]);
    }
    return TRUE;
}

gboolean
duration_append_in_hours(const Duration *duration, GString *out)
{
    const DurationPart *part = &duration->parts[0];
    if (duration->kind != DURATION_READ || duration->n_parts != 1 || part->unit != UNIT_MENIT ||
        part->min != part->max || part->max < 120)
        return FALSE;
    g_string_append_printf(out, "%" G_GINT64_FORMAT " jam", part->max / 60);
    if (part->max % 60 != 0)
        g_string_append_printf(out, " %" G_GINT64_FORMAT " menit", part->max % 60);
    return TRUE;
}
