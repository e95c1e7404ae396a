#include "audit/exam.h"
#include "model/walk.h"
#include <string.h>

/* ---- what a field says, in the author's words ---- */

static void
append_more(GString *out, const char *joint, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    g_string_append(out, out->len > 0 ? joint : "");
    g_string_append(out, text);
}

static void
append_text(const Record *record G_GNUC_UNUSED,
            const Field *field G_GNUC_UNUSED,
            const Text *text,
            gpointer data)
{
    append_more(data, ", ", text->str);
}

static void
append_items(const Field *field, gconstpointer items, guint n, GString *out)
{
    for (guint i = 0; i < n; i++) {
        gconstpointer item = (const char *)items + i * field_item_size(field);
        g_autoptr(GString) words = g_string_new(NULL);
        if (field->record != NULL)
            record_each_text(field->record, item, append_text, words);
        else /* Text, and what begins with one */
            g_string_append(words, ((const Text *)item)->str);
        append_more(out, "; ", words->str);
    }
}

/* A number, or the choice that it is. */
static void
append_number(const Field *field, gint64 number, GString *out)
{
    char digits[24];
    g_snprintf(digits, sizeof digits, "%" G_GINT64_FORMAT, number);
    append_more(out, "; ", field->type == FIELD_CHOICE ? field->choice((guint)number) : digits);
}

static void
append_value(const Record *record, const Field *field, gconstpointer self, GString *out)
{
    gconstpointer value = field_value(field, self);
    const List *list = value;
    switch (field_shape(field)) {
    case SHAPE_TEXT:
        append_more(out, "; ", field_words(field, value)->str);
        return;
    case SHAPE_LIST:
        append_items(field, list->items, list->n, out);
        return;
    case SHAPE_RECORD:
        append_items(field, value, 1, out);
        return;
    case SHAPE_GIVEN:
        if (field->type == FIELD_SWITCH)
            append_more(out, "; ", *(const gboolean *)value ? "ya" : "");
        else if (field_is_given(record, self, field))
            append_number(field, *(const gint64 *)value, out);
        return;
    }
}

static void
append_path(const InstrumentPath *path, guint depth, gconstpointer self, GString *out)
{
    const Field *field = path->fields[depth];
    gconstpointer value = field_value(field, self);
    if (depth + 1 == path->n) {
        append_value(path->records[depth], field, self, out);
    } else if (field->type == FIELD_RECORD) {
        append_path(path, depth + 1, value, out);
    } else {
        const List *list = value;
        for (guint i = 0; i < list->n; i++)
            append_path(path, depth + 1, (const char *)list->items + i * field->record->size,
                        out);
    }
}

void
exam_append_extract(const InstrumentPath *path,
                    const ExamSubject *subject,
                    const Service *service,
                    GString *out)
{
    g_autoptr(GString) words = g_string_new(NULL);
    gconstpointer self = path->scope == SCOPE_SITE       ? (gconstpointer)subject->site
                         : path->scope == SCOPE_SERVICES ? (gconstpointer)service
                                                         : (gconstpointer)subject->agency;
    if (path->scope == SCOPE_SITE && strcmp(path->key, "url") == 0)
        append_more(words, "; ", subject->url);
    else if (self != NULL)
        append_path(path, 0, self, words);
    append_more(out, "; ", words->str);
}

/* ---- what a fact is seen in ---- */

void
exam_append_fact(InstrumentFact fact, const ExamSubject *subject, GString *out)
{
    const Agency *agency = subject->agency;
    switch (fact) {
    case FACT_PLEDGE_WHOLE:
        append_more(out, "; ", agency->maklumat.teks.str);
        return;
    case FACT_NO_BREAK:
    case FACT_REST_DAYS:
        append_items(field_find(&record_agency, "jam_layanan", -1), agency->jam_layanan.items,
                     agency->jam_layanan.n, out);
        return;
    case FACT_GOVERNMENT:
        append_more(out, "; ", subject->url);
        return;
    case FACT_LAPOR:
    case FACT_IN_PERSON:
        for (guint i = 0; i < agency->pengaduan.kanal.n; i++) {
            const Channel *channel = &agency->pengaduan.kanal.items[i];
            if (channel->jenis == (fact == FACT_LAPOR ? CHANNEL_LAPOR : CHANNEL_DATANG))
                append_more(out, "; ",
                            channel->raw.str != NULL ? channel->raw.str : channel->nilai.str);
        }
        return;
    case N_INSTRUMENT_FACTS:
        return;
    }
}
