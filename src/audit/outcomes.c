#include "audit/outcomes.h"
#include "audit/language.h"
#include "model/dates.h"
#include "model/schema.h"
#include "model/walk.h"
#include <string.h>

/* ---- figures ---- */

/* "88,31" and "3,532 (baik)" in ten-thousandths; -1: no number begins the text. */
static gint64
decimal(const char *text)
{
    enum { PLACES = 4, DIGITS = 9 };
    gsize digits = text != NULL ? strspn(text, "0123456789") : 0;
    gint64 value = 0;
    if (digits == 0 || digits > DIGITS)
        return -1;
    for (gsize i = 0; i < digits; i++)
        value = value * 10 + (text[i] - '0');
    const char *rest = text + digits;
    gboolean fraction = (*rest == ',' || *rest == '.') && g_ascii_isdigit(rest[1]);
    gboolean more = fraction;
    for (guint i = 1; i <= PLACES; i++) {
        more = more && g_ascii_isdigit(rest[i]);
        value = value * 10 + (more ? rest[i] - '0' : 0);
    }
    return value;
}

/* "150", "1.240 orang": -1 when no number begins the text. */
static gint64
count(const char *text)
{
    enum { MOST = 1000 * 1000 * 1000 };
    gint64 value = 0;
    if (text == NULL || !g_ascii_isdigit(*text))
        return -1;
    for (const char *c = text; g_ascii_isdigit(*c) || (*c == '.' && g_ascii_isdigit(c[1])); c++)
        value = *c == '.' || value > MOST ? value : value * 10 + (*c - '0');
    return value;
}

static char *
index_words(gint64 value) /* in ten-thousandths */
{
    gint64 hundredths = (value + 50) / 100;
    return g_strdup_printf("%" G_GINT64_FORMAT ",%02" G_GINT64_FORMAT, hundredths / 100,
                           hundredths % 100);
}

/* ---- the satisfaction survey ---- */

enum { ONE = 10000, N_PARTS = 9 };

/* PermenPANRB 14/2017: a mean of 1 to 4, or an index of 25 to 100. */
static gboolean
is_mean(gint64 value)
{
    return value >= 1 * ONE && value <= 4 * ONE;
}

static gboolean
is_index(gint64 value)
{
    return value >= 25 * ONE && value <= 100 * ONE;
}

static void
check_scale(const Record *record, const Field *field, const Text *text, gpointer data)
{
    const Audit *audit = data;
    gboolean score = record == &record_satisfaction_parts ||
                     (record == &record_satisfaction && strcmp(field->key, "nilai") == 0);
    gsize start, len;
    gint64 value = decimal(text->str);
    if (score && audit_owns(audit, text) && !is_mean(value) && !is_index(value) &&
        !language_find_placeholder(text->str, &start, &len))
        finding_at(audit, DIAG_SKM_RANGE, text, text->str, NULL);
}

typedef struct Parts {
    gint64 sum; /* as indexes, in ten-thousandths */
    guint n;
} Parts;

static void
add_part(const Record *record, const Field *field G_GNUC_UNUSED, const Text *text, gpointer data)
{
    Parts *parts = data;
    gint64 value = decimal(text->str);
    if (record != &record_satisfaction_parts || (!is_mean(value) && !is_index(value)))
        return;
    parts->sum += is_mean(value) ? value * 25 : value;
    parts->n++;
}

/*
 * The index is the mean of the nine scores times 25. PermenPANRB 14/2017 writes the weight of a score both as 1/9 and as 0,11;
 * who computes with 0,11 comes out 1 % lower. Scores rounded to two places move it by 0.125 at most.
 */
static void
check_arithmetic(const Audit *audit, const Satisfaction *survey)
{
    enum { ROUNDED = ONE * 15 / 100 };
    Parts parts = {0};
    record_each_text(&record_satisfaction, survey, add_part, &parts);
    if (parts.n == 0)
        return;
    if (parts.n < N_PARTS) {
        char have[16];
        g_snprintf(have, sizeof have, "%u", parts.n);
        diag_add(audit->diags, DIAG_SKM_PARTS, survey->unsur.head.mark, 0, have, NULL);
        return;
    }
    gint64 value = decimal(survey->nilai.str), mean = parts.sum / N_PARTS;
    if (!is_mean(value) && !is_index(value))
        return;
    value = is_mean(value) ? value * 25 : value;
    if (value >= mean * 99 / 100 - ROUNDED && value <= mean + ROUNDED)
        return;
    g_autofree char *expected = index_words(mean);
    finding_at(audit, DIAG_SKM_MEAN, &survey->nilai, survey->nilai.str, expected);
}

gint64
outcomes_sample_size(gint64 population)
{
    double n = (double)population;
    double size = 3.841 * n * 0.25 / (0.0025 * (n - 1) + 3.841 * 0.25);
    return population < 1 ? 0 : (gint64)(size + 0.5);
}

static void
check_respondents(const Audit *audit, const Satisfaction *survey)
{
    gint64 asked = count(survey->responden.str), wanted = outcomes_sample_size(survey->populasi);
    if (asked < 0 || survey->populasi < 1 || asked >= wanted)
        return;
    char least[24], people[24];
    g_snprintf(least, sizeof least, "%" G_GINT64_FORMAT, wanted);
    g_snprintf(people, sizeof people, "%" G_GINT64_FORMAT, survey->populasi);
    diag_add(audit->diags, DIAG_SKM_RESPONDENTS, survey->responden.mark,
             (guint)g_utf8_strlen(survey->responden.str, -1), survey->responden.str, least,
             people, NULL);
}

/* A survey is due once a year (PermenPANRB 14/2017). */
static void
check_age(const Audit *audit)
{
    const Satisfaction *newest = satisfaction_newest(audit->agency);
    if (newest == NULL)
        return;
    Date known = agency_known_day(audit->agency), date = satisfaction_date(newest);
    if (!date_is_set(date) || date_compare(date_add_months(date, 12), known) >= 0)
        return;
    g_autoptr(GString) day = g_string_new(NULL);
    date_append_long(day, known, FALSE);
    const Text *at = text_has_words(newest->periode) ? &newest->periode : &newest->tanggal.raw;
    finding_at(audit, DIAG_SKM_OLD, at, at->str, day->str);
}

/* ---- complaints of a year ---- */

static void
check_result(const Audit *audit, const ComplaintResult *year)
{
    const struct {
        const char *settled_key, *received_key;
        gint64 settled, received;
    } pairs[] = {
        {"selesai", "masuk", year->selesai, year->masuk},
        {"lapor_selesai", "lapor_masuk", year->lapor_selesai, year->lapor_masuk},
    };
    if (year->tahun == 1111)
        diag_add(audit->diags, DIAG_PLACEHOLDER, year->head.mark, 0, SCAFFOLD_YEAR, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        const Field *received =
            field_find(&record_complaint_result, pairs[i].received_key, -1);
        char settled[24], all[24];
        if (!field_is_given(&record_complaint_result, year, received) ||
            pairs[i].settled <= pairs[i].received)
            continue;
        g_snprintf(settled, sizeof settled, "%" G_GINT64_FORMAT, pairs[i].settled);
        g_snprintf(all, sizeof all, "%" G_GINT64_FORMAT, pairs[i].received);
        diag_add(audit->diags, DIAG_COMPLAINT_COUNTS, year->head.mark, 0, pairs[i].settled_key,
                 settled, pairs[i].received_key, all, NULL);
    }
}

/* ---- review and compensation ---- */

/* F-01 of PEKPPP: a standard is reviewed once a year at least. */
static void
check_interval(const Audit *audit, const Waktu *interval)
{
    static const gint64 a_year[N_UNITS] = {
        [UNIT_DETIK] = 31622400, [UNIT_MENIT] = 527040,     [UNIT_JAM] = 8784,
        [UNIT_HARI] = 366,       [UNIT_HARI_KERJA] = 261,   [UNIT_HARI_KALENDER] = 366,
        [UNIT_MINGGU] = 53,      [UNIT_BULAN] = 12,         [UNIT_TAHUN] = 1,
    };
    const Duration *value = &interval->value;
    if (!audit_owns(audit, &interval->waktu))
        return;
    gboolean fine = value->kind == DURATION_READ && value->n_parts == 1 && !value->open_ended &&
                    value->parts[0].max <= a_year[value->parts[0].unit];
    if (!fine)
        finding_at(audit, DIAG_REVIEW_INTERVAL, &interval->waktu, interval->waktu.str, NULL);
}

static void
check_compensation(const Audit *audit, const CompensationList *list)
{
    for (guint i = 0; i < list->n; i++) {
        const Compensation *row = &list->items[i];
        gboolean askable = text_has_words(row->kepada) && text_has_words(row->batas_waktu.waktu);
        if (audit_owns(audit, &row->teks) && !askable)
            diag_add(audit->diags, DIAG_COMPENSATION_UNCLEAR, row->head.mark, 0,
                     text_has_words(row->kepada) ? "batas_waktu" : "kepada", NULL);
    }
}

void
outcomes_audit_service(const Audit *audit, const Service *service)
{
    check_compensation(audit, &service->kompensasi);
    check_interval(audit, &service->selang_tinjau);
}

void
outcomes_audit_agency(const Audit *audit)
{
    Audit copy = *audit;
    const Agency *agency = audit->agency;
    for (guint i = 0; i < agency->skm.n; i++) {
        record_each_text(&record_satisfaction, &agency->skm.items[i], check_scale, &copy);
        check_arithmetic(audit, &agency->skm.items[i]);
        check_respondents(audit, &agency->skm.items[i]);
    }
    check_age(audit);
    for (guint i = 0; i < agency->pengaduan_hasil.n; i++)
        check_result(audit, &agency->pengaduan_hasil.items[i]);
    check_compensation(audit, &agency->bawaan.kompensasi);
    check_interval(audit, &agency->bawaan.selang_tinjau);
}
