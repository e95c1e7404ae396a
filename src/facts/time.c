#include "facts/time.h"
#include "facts/condition.h"
#include "text/words.h"
#include <string.h>

/* Words up to this length are said whole; of longer ones the value is said first. */
enum { BRIEF_CHARS = 28 };

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

/* The value alone: what stands around it is in the author's words. */
static const char *
value_text(Arena *arena, const Duration *value, gboolean english)
{
    if (value->kind == DURATION_ON_SPOT)
        return english ? "done on the spot" : "selesai di tempat";
    GString *out = arena_text_begin(arena);
    if (value->bound == BOUND_ABOUT && !value->open_ended)
        g_string_append(out, "± ");
    for (guint i = 0; i < value->n_parts; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        append_part(out, &value->parts[i], english);
    }
    if (value->open_ended)
        g_string_append(out, english ? " or more" : " atau lebih");
    return arena_text_end(arena, out);
}

static gboolean
is_sure(const Duration *value)
{
    return (value->kind == DURATION_READ && !value->words_disagree) ||
           value->kind == DURATION_ON_SPOT;
}

static const char *
hours_text(Arena *arena, const Duration *value, gboolean english)
{
    if (!is_sure(value))
        return "";
    GString *out = arena_text_begin(arena);
    if (duration_append_in_hours(value, out) && english) {
        DurationPart hours = {value->parts[0].max / 60, value->parts[0].max / 60, UNIT_JAM};
        DurationPart rest = {value->parts[0].max % 60, value->parts[0].max % 60, UNIT_MENIT};
        g_string_truncate(out, 0);
        append_part(out, &hours, TRUE);
        if (rest.max > 0) {
            g_string_append_c(out, ' ');
            append_part(out, &rest, TRUE);
        }
    }
    return arena_text_end(arena, out);
}

/* ---- facts ---- */

static gboolean
has_words(const Waktu *waktu)
{
    return text_has_words(waktu->waktu);
}

gboolean
time_is_on_steps(const StepList *steps)
{
    for (guint i = 0; i < steps->n; i++) {
        const Step *step = &steps->items[i];
        if (has_words(&step->waktu))
            return TRUE;
        for (guint k = 0; k < step->cabang.n; k++) {
            const Branch *branch = &step->cabang.items[k];
            StepList nested = {&(Step){.cabang = branch->cabang}, 1};
            if (has_words(&branch->waktu) || time_is_on_steps(&branch->langkah) ||
                time_is_on_steps(&nested))
                return TRUE;
        }
    }
    return FALSE;
}

void
time_fact(Arena *arena, const WaktuList *list, gboolean english, TimeFact *out)
{
    const Waktu *first = list->n > 0 ? &list->items[0] : NULL;
    *out = (TimeFact){.text = "", .written = "", .whom = "", .in_hours = ""};
    if (first == NULL)
        return;
    const char *words = first->waktu.str != NULL ? words_trim(arena, first->waktu.str) : "";
    out->any = *words != '\0' || list->n > 1;
    out->many = list->n > 1;
    out->text = words;
    if (is_sure(&first->value) && g_utf8_strlen(words, -1) > BRIEF_CHARS) {
        out->text = value_text(arena, &first->value, english);
        out->written = strcmp(out->text, words) != 0 ? words : "";
    }
    out->whom = condition_whom(first->untuk);
    out->ambiguous = first->value.ambiguous_day;
    out->read = first->value.kind == DURATION_READ;
    out->in_hours = hours_text(arena, &first->value, english);
}

void
time_fact_of_variant(Arena *arena, const Variant *variant, gboolean english, TimeFact *out)
{
    time_fact(arena, &variant->waktu, english, out);
    if (variant->waktu.n == 0)
        out->any = out->on_steps = time_is_on_steps(&variant->prosedur);
}

/* "Baru", "Baru, badan hukum" */
static const char *
variant_and_whom(Arena *arena, const Variant *variant, const char *whom)
{
    const char *name = variant->nama.str != NULL ? variant->nama.str : "";
    return *whom != '\0' ? arena_concat(arena, name, ", ", whom, NULL) : name;
}

void
time_fact_of_service(Arena *arena, const Service *service, gboolean english, TimeFact *out)
{
    time_fact(arena, &service->waktu, english, out);
    if (service->waktu.n == 0)
        out->any = out->on_steps = time_is_on_steps(&service->prosedur);
    for (guint i = 0; i < service->varian.n && !out->any; i++) {
        const Variant *variant = &service->varian.items[i];
        if (variant->waktu.n == 0)
            continue;
        time_fact(arena, &variant->waktu, english, out);
        out->whom = variant_and_whom(arena, variant, out->whom);
        out->many = FALSE; /* the variants' rows stand under their names */
    }
}

/* ---- sorting ---- */

static gint64
longest(const WaktuList *list, gint64 minutes)
{
    for (guint i = 0; i < list->n; i++)
        minutes = MAX(minutes, duration_sort_minutes(&list->items[i].value));
    return minutes;
}

gint64
time_sort_minutes(const Service *service)
{
    gint64 minutes = longest(&service->waktu, -1);
    for (guint i = 0; i < service->varian.n && service->waktu.n == 0; i++)
        minutes = longest(&service->varian.items[i].waktu, minutes);
    return minutes >= 0 ? minutes : G_MAXINT64;
}
