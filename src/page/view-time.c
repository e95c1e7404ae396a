#include "base/json.h"
#include "facts/condition.h"
#include "page/view-parts.h"
#include <string.h>

enum { SHORT_CHARS = 14, BRIEF_CHARS = 28 }; /* large type, smaller type; above: a sentence */

/* ---- the fact ---- */

MuList
view_waktu_baris(ViewContext *ctx, const WaktuList *list)
{
    ViewWaktuBaris *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++) {
        const Waktu *row = &list->items[i];
        rows[i] = (ViewWaktuBaris){condition_whom(row->untuk), text_str(row->waktu),
                                   row->value.ambiguous_day};
    }
    return view_list(rows, list->n);
}

void
view_waktu_fill(ViewContext *ctx, const TimeFact *fact, const WaktuList *list, ViewWaktu *out)
{
    glong n = g_utf8_strlen(fact->text, -1);
    *out = (ViewWaktu){
        .ada = fact->any,
        .tiap_langkah = fact->on_steps,
        .banyak = fact->many,
        .ambigu = fact->ambiguous,
        .inti = fact->text,
        .asli = *fact->written ? fact->written : fact->text,
        .tampil_asli = *fact->written != '\0',
        .untuk = fact->whom,
        .setara = fact->in_hours,
        .panjang = n > SHORT_CHARS && n <= BRIEF_CHARS,
        .kalimat = n > BRIEF_CHARS,
    };
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

/* `variant`: to which one the row belongs, -1 = to all. */
static void
append_row(Json *json, const char *untuk, const Duration *value, gint variant)
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
    if (variant >= 0)
        json_int(json, variant);
    json_array_end(json);
}

static guint
append_rows(Json *json, const WaktuList *list, gint variant)
{
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Waktu *row = &list->items[i];
        if (!duration_has_deadline(&row->value))
            continue;
        append_row(json, condition_whom(row->untuk), &row->value, variant);
        n++;
    }
    return n;
}

/* The service's times, or each variant's: its own or those of the service. */
static guint
append_promises(Json *json, const Service *service)
{
    const VariantList *variants = &service->varian;
    gboolean differ = FALSE;
    guint n = 0;
    for (guint i = 0; i < variants->n; i++)
        differ = differ || variants->items[i].waktu.n > 0;
    if (!differ)
        return append_rows(json, &service->waktu, -1);
    for (guint i = 0; i < variants->n; i++) {
        const WaktuList *own = &variants->items[i].waktu;
        n += append_rows(json, own->n > 0 ? own : &service->waktu, (gint)i);
    }
    return n;
}

static void
append_week(Json *json, const Hours *hours)
{
    json_array_begin(json);
    guint n = hours->n[HOURS_HOLIDAY] > 0 ? HOURS_DAYS : N_WEEKDAYS;
    for (guint i = 0; i < n; i++) {
        guint day = i == HOURS_HOLIDAY
                        ? i
                        : (i + MINGGU) % N_WEEKDAYS; /* the script's week begins on Sunday */
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
            json_key_array(json, "khusus");
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

/* Some hours of the calendar name holidays. */
static gboolean
is_open_on_holidays(const Calendar *calendar)
{
    gboolean open = calendar->hours != NULL && calendar->hours->n[HOURS_HOLIDAY] > 0;
    for (guint i = 0; i < calendar->n_periods && !open; i++)
        open = calendar->periods[i].hours->n[HOURS_HOLIDAY] > 0;
    return open;
}

typedef struct DayList {
    const gint32 *days;
    guint n;
} DayList;

/* The known days of both lists, merged in order. */
static void
append_days(Json *json, const char *key, DayList a, DayList b, const gint32 known[2])
{
    guint i = 0, k = 0;
    json_key_array(json, key);
    while (i < a.n || k < b.n) {
        gint32 one = i < a.n ? a.days[i] : G_MAXINT32, other = k < b.n ? b.days[k] : G_MAXINT32;
        gint32 day = MIN(one, other);
        i += one == day;
        k += other == day;
        if (day >= known[0] && day <= known[1])
            json_int(json, day - known[0]);
    }
    json_array_end(json);
}

/* Holidays are closed days like any other, unless somebody works then. */
static void
append_closed_days(Json *json, const Calendar *calendar, gint32 first, gint32 last)
{
    const gint32 known[2] = {first, last};
    DayList holidays = {calendar->holidays, calendar->n_holidays},
            closures = {calendar->closures, calendar->n_closures}, none = {0};
    if (!is_open_on_holidays(calendar)) {
        append_days(json, "tutup", holidays, closures, known);
        return;
    }
    append_days(json, "tutup", closures, none, known);
    append_days(json, "libur", holidays, none, known);
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
view_calendar(ViewContext *ctx, const Calendar *calendar, Zone zone)
{
    Json json;
    GString *out = view_scratch(ctx);
    if (calendar->n_years == 0)
        return "";
    json_init(&json, out, 0);
    json_object_begin(&json);
    append_calendar(&json, calendar, zone);
    json_object_end(&json);
    return view_keep(ctx);
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
        shared->calendar = calendar;
        view_calendar(ctx, calendar, zone);
        shared->tail =
            arena_strndup(shared->arena, ctx->scratch->str + 1, ctx->scratch->len - 1);
    }
    GString *out = view_scratch(ctx);
    json_init(&json, out, 0);
    json_object_begin(&json);
    json_key_array(&json, "baris");
    n += append_promises(&json, service);
    json_array_end(&json);
    if (n == 0)
        return "";
    g_string_replace(out, "'", "\\u0027", 0); /* it stands between single quotes */
    g_string_append_c(out, ',');
    g_string_append(out, shared->tail);
    return view_keep(ctx);
}
