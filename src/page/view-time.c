#include "base/json.h"
#include "page/view-parts.h"
#include "text/words.h"
#include <string.h>

enum { SHORT_CHARS = 14, BRIEF_CHARS = 28 }; /* large type, smaller type; above: a sentence */

static const char *const units_en[N_UNITS][2] = {
    [UNIT_DETIK] = {"second", "seconds"},
    [UNIT_MENIT] = {"minute", "minutes"},
    [UNIT_JAM] = {"hour", "hours"},
    [UNIT_HARI] = {"day", "days"},
    [UNIT_HARI_KERJA] = {"working day", "working days"},
    [UNIT_HARI_KALENDER] = {"calendar day", "calendar days"},
    [UNIT_MINGGU] = {"week", "weeks"},
    [UNIT_BULAN] = {"month", "months"},
    [UNIT_TAHUN] = {"year", "years"},
};

/* ---- values ---- */

static void
append_part(GString *out, const DurationPart *part, gboolean english)
{
    if (!english) {
        duration_append_part(part, out);
        return;
    }
    g_string_append_printf(out, "%" G_GINT64_FORMAT, part->min);
    if (part->max != part->min)
        g_string_append_printf(out, "–%" G_GINT64_FORMAT, part->max);
    g_string_append_c(out, ' ');
    g_string_append(out, units_en[part->unit][part->max != 1]);
}

/* The value alone: what stands around it is in the author's words below. */
static const char *
value_text(ViewContext *ctx, const Duration *value, gboolean english)
{
    if (value->kind == DURATION_ON_SPOT)
        return english ? "done on the spot" : "selesai di tempat";
    GString *out = view_scratch(ctx);
    if (value->bound == BOUND_ABOUT && !value->open_ended)
        g_string_append(out, "± ");
    for (guint i = 0; i < value->n_parts; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        append_part(out, &value->parts[i], english);
    }
    if (value->open_ended)
        g_string_append(out, english ? " or more" : " atau lebih");
    return view_keep(ctx);
}

static gboolean
is_sure(const Duration *value)
{
    return (value->kind == DURATION_READ && !value->words_disagree) ||
           value->kind == DURATION_ON_SPOT;
}

static const char *
hours_text(ViewContext *ctx, const Duration *value, gboolean english)
{
    GString *out = view_scratch(ctx);
    if (!is_sure(value) || !duration_append_in_hours(value, out))
        return "";
    if (english) {
        DurationPart hours = {value->parts[0].max / 60, value->parts[0].max / 60, UNIT_JAM};
        DurationPart rest = {value->parts[0].max % 60, value->parts[0].max % 60, UNIT_MENIT};
        view_scratch(ctx);
        append_part(out, &hours, TRUE);
        if (rest.max > 0) {
            g_string_append_c(out, ' ');
            append_part(out, &rest, TRUE);
        }
    }
    return view_keep(ctx);
}

/* ---- the fact ---- */

gboolean
view_steps_have_time(const StepList *steps)
{
    for (guint i = 0; i < steps->n; i++) {
        const Step *step = &steps->items[i];
        if (*view_text(step->waktu.waktu))
            return TRUE;
        for (guint k = 0; k < step->cabang.n; k++) {
            const Branch *branch = &step->cabang.items[k];
            StepList nested = {&(Step){.cabang = branch->cabang}, 1};
            if (*view_text(branch->waktu.waktu) || view_steps_have_time(&branch->langkah) ||
                view_steps_have_time(&nested))
                return TRUE;
        }
    }
    return FALSE;
}

/* Whom a row is for, without the word that is printed before it. */
static const char *
applies_to(const Waktu *row)
{
    static const char *const leads[] = {"untuk", "bagi", NULL};
    return words_drop_lead(view_text(row->untuk), leads);
}

MuList
view_waktu_baris(ViewContext *ctx, const WaktuList *list)
{
    ViewWaktuBaris *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++) {
        const Waktu *row = &list->items[i];
        rows[i] =
            (ViewWaktuBaris){applies_to(row), view_text(row->waktu), row->value.ambiguous_day};
    }
    return view_list(rows, list->n);
}

void
view_waktu_fill(ViewContext *ctx,
                const WaktuList *list,
                gboolean on_steps,
                gboolean english,
                ViewWaktu *out)
{
    const Waktu *first = list->n > 0 ? &list->items[0] : NULL;
    *out = (ViewWaktu){.inti = "", .asli = "", .untuk = "", .setara = ""};
    if (first == NULL) {
        out->ada = out->tiap_langkah = on_steps;
        return;
    }
    out->asli = out->inti = view_trim(ctx, first->waktu);
    out->ada = *out->asli != '\0' || list->n > 1;
    if (is_sure(&first->value) && g_utf8_strlen(out->asli, -1) > BRIEF_CHARS)
        out->inti = value_text(ctx, &first->value, english);
    out->tampil_asli = strcmp(out->asli, out->inti) != 0;
    glong n = g_utf8_strlen(out->inti, -1);
    out->panjang = n > SHORT_CHARS && n <= BRIEF_CHARS;
    out->kalimat = n > BRIEF_CHARS;
    out->untuk = applies_to(first);
    out->banyak = list->n > 1;
    out->ambigu = first->value.ambiguous_day;
    out->setara = hours_text(ctx, &first->value, english);
    if (out->banyak)
        out->baris = view_waktu_baris(ctx, list);
}

/* ---- "Kapan selesai?" ---- */

/* How the script counts a unit: kinds 0 clock, 1 working days, 2 calendar days, 3 days not said which;
 * then seconds or days in one, months negative. */
typedef struct KapanUnit {
    gint8 kind;
    gint16 n;
} KapanUnit;
static const KapanUnit kapan_units[N_UNITS] = {
    [UNIT_DETIK] = {0, 1},  [UNIT_MENIT] = {0, 60},     [UNIT_JAM] = {0, 3600},
    [UNIT_HARI] = {3, 1},   [UNIT_HARI_KERJA] = {1, 1}, [UNIT_HARI_KALENDER] = {2, 1},
    [UNIT_MINGGU] = {2, 7}, [UNIT_BULAN] = {2, -1},     [UNIT_TAHUN] = {2, -12},
};

static void
append_row(Json *json, const char *untuk, const Duration *value)
{
    json_array_begin(json);
    json_text(json, untuk, -1);
    json_int(json, value->bound == BOUND_ABOUT);
    json_array_begin(json);
    for (guint i = 0; i < value->n_parts; i++) {
        const KapanUnit *unit = &kapan_units[value->parts[i].unit];
        json_array_begin(json);
        json_int(json, value->parts[i].min);
        json_int(json, value->parts[i].max);
        json_int(json, unit->kind);
        json_int(json, unit->n);
        json_array_end(json);
    }
    json_array_end(json);
    json_array_end(json);
}

static guint
append_rows(ViewContext *ctx, Json *json, const WaktuList *list, const char *variant)
{
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Waktu *row = &list->items[i];
        if (!duration_has_deadline(&row->value))
            continue;
        const char *untuk = applies_to(row);
        if (*variant)
            untuk = *untuk ? view_concat(ctx, variant, ", ", untuk, NULL) : variant;
        append_row(json, untuk, &row->value);
        n++;
    }
    return n;
}

static void
append_week(Json *json, const Hours *hours)
{
    json_array_begin(json);
    for (guint i = 0; i < N_WEEKDAYS; i++) {
        guint day = (i + MINGGU) % N_WEEKDAYS; /* the script's week begins on Sunday */
        json_array_begin(json);
        for (guint k = 0; k < hours->n[day]; k++) {
            json_array_begin(json);
            json_int(json, hours->open[day][k].from);
            json_int(json, hours->open[day][k].to);
            json_array_end(json);
        }
        json_array_end(json);
    }
    json_array_end(json);
}

/* Days count from the first known one. */
static void
append_periods(Json *json, const Calendar *calendar, gint32 first, gint32 last)
{
    gboolean any = FALSE;
    for (guint i = 0; i < calendar->n_periods; i++) {
        const HoursPeriod *period = &calendar->periods[i];
        if (period->to < first || period->from > last || period->from > period->to)
            continue;
        if (!any) {
            json_key(json, "khusus");
            json_array_begin(json);
        }
        any = TRUE;
        json_array_begin(json);
        json_int(json, period->from - first);
        json_int(json, period->to - first);
        append_week(json, period->hours);
        json_array_end(json);
    }
    if (any)
        json_array_end(json);
}

/* Holidays and closures of the known days, merged in order. */
static void
append_closed_days(Json *json, const Calendar *calendar, gint32 first, gint32 last)
{
    guint i = 0, k = 0;
    json_key(json, "tutup");
    json_array_begin(json);
    while (i < calendar->n_holidays || k < calendar->n_closures) {
        gint32 holiday = i < calendar->n_holidays ? calendar->holidays[i] : G_MAXINT32;
        gint32 closure = k < calendar->n_closures ? calendar->closures[k] : G_MAXINT32;
        gint32 day = MIN(holiday, closure);
        i += holiday == day;
        k += closure == day;
        if (day >= first && day <= last)
            json_int(json, day - first);
    }
    json_array_end(json);
}

static void
append_calendar(Json *json, const Calendar *calendar, Zone zone)
{
    guint from = calendar->n_years - 1; /* the last years without a gap between them */
    while (from > 0 && calendar->years[from - 1] == calendar->years[from] - 1)
        from--;
    gint32 first = date_to_day((Date){calendar->years[from], 1, 1});
    gint32 last = date_to_day((Date){calendar->years[calendar->n_years - 1], 12, 31});
    json_key(json, "jam");
    append_week(json, calendar->hours != NULL ? calendar->hours : hours_general());
    append_periods(json, calendar, first, last);
    append_closed_days(json, calendar, first, last);
    json_int_pair(json, "dari", first);
    json_int_pair(json, "sampai", last - first);
    json_int_pair(json, "zona", zone_offset_minutes(zone) / 60);
    if (calendar->hours == NULL)
        json_int_pair(json, "umum", 1);
}

const char *
view_kapan(ViewContext *ctx, KapanCalendar *shared, const Service *service, Zone zone)
{
    const Calendar *calendar = service->calendar;
    guint n = 0;
    Json json;
    if (calendar->n_years == 0)
        return "";
    if (shared->calendar != calendar) {
        json_init(&json, view_scratch(ctx), 0);
        json_object_begin(&json);
        append_calendar(&json, calendar, zone);
        json_object_end(&json);
        shared->calendar = calendar;
        shared->tail =
            arena_strndup(shared->arena, ctx->scratch->str + 1, ctx->scratch->len - 1);
    }
    GString *out = view_scratch(ctx);
    json_init(&json, out, 0);
    json_object_begin(&json);
    json_key(&json, "baris");
    json_array_begin(&json);
    n += append_rows(ctx, &json, &service->waktu, "");
    for (guint i = 0; i < service->varian.n; i++)
        n += append_rows(ctx, &json, &service->varian.items[i].waktu,
                         view_text(service->varian.items[i].nama));
    json_array_end(&json);
    if (n == 0)
        return "";
    g_string_replace(out, "'", "\\u0027", 0); /* it stands between single quotes */
    g_string_append_c(out, ',');
    g_string_append(out, shared->tail);
    return view_keep(ctx);
}
