#include "serve/readings.h"
#include "model/walk.h"
#include <string.h>

typedef struct Reading {
    Json *json;
    const Draft *draft;
    const Source *source; /* only what stands in this file; inherited values do not */
    const Calendar *calendar;
    DiagLang lang;
    GString *text;
} Reading;

static const char *
say(const Reading *r, const char *id, const char *en)
{
    return r->lang == DIAG_LANG_EN ? en : id;
}

/* The field that a place of the text belongs to; NULL: it is in another file. g_free() it. */
static char *
field_of(const Reading *r, const Mark *mark)
{
    if (mark->source != r->source || mark->line == 0)
        return NULL;
    DraftSpot spot = {.path = g_string_new(NULL)};
    const char *at = source_at(r->draft->source, mark->line, mark->col);
    draft_find(r->draft, (gsize)(at - source_text(r->draft->source)), &spot);
    return g_string_free(spot.path, FALSE);
}

static void
tell(Reading *r, const Mark *mark, const char *href)
{
    g_autofree char *field = r->text->len > 0 ? field_of(r, mark) : NULL;
    if (field == NULL)
        return;
    json_object_begin(r->json);
    json_text_pair(r->json, "field", field);
    json_text_pair(r->json, "text", r->text->str);
    json_text_pair(r->json, "href", href != NULL && *href != '\0' ? href : NULL);
    json_object_end(r->json);
}

static void
append_moment(const Reading *r, Moment moment)
{
    if (r->lang == DIAG_LANG_ID) {
        moment_append_long(r->text, moment);
        return;
    }
    date_append_long_en(r->text, date_from_day(moment.day), TRUE);
    if (moment.minute >= 0)
        g_string_append_printf(r->text, " at %02d.%02d", moment.minute / 60,
                               moment.minute % 60);
}

static void
append_deadline(const Reading *r, const Deadline *deadline)
{
    g_string_append(r->text, say(r, "selesai ", "done by "));
    g_string_append(r->text, deadline->about ? say(r, "sekitar ", "about ") : "");
    append_moment(r, deadline->latest);
    g_string_append(r->text, say(r, " bila masuk hari ini", " if handed in today"));
    if (deadline->ambiguous_day)
        g_string_append(r->text, say(r, " (“hari” dihitung sebagai hari kalender)",
                                     " (“hari” is counted in calendar days)"));
}

/* As for an application handed in today, when the office opens. */
static void
read_duration(Reading *r, const Waktu *waktu)
{
    Deadline deadline;
    g_string_truncate(r->text, 0);
    if (!text_has_words(waktu->waktu) || r->calendar == NULL)
        return;
    DeadlineStatus status =
        deadline_compute(&waktu->value, r->calendar, desk_today(), 0, &deadline);
    if (waktu->value.kind == DURATION_ON_SPOT)
        g_string_append(r->text, say(r, "selesai di tempat", "done on the spot"));
    else if (status == DEADLINE_FOUND)
        append_deadline(r, &deadline);
    else if (status == DEADLINE_NONE)
        g_string_append(r->text, say(r, "dicetak seperti ditulis, tanpa hitungan tanggal",
                                     "printed as written, no date is computed"));
    else if (status == DEADLINE_BEYOND && deadline.missing_year > 0)
        g_string_append_printf(r->text, "%s %d",
                               say(r, "tanggal selesai belum dihitung: belum ada hari libur",
                                   "no date is computed yet: no holidays are known for"),
                               deadline.missing_year);
    tell(r, &waktu->waktu.mark, NULL);
}

static void
read_money(Reading *r, const Text *text)
{
    gint64 rupiah;
    g_string_truncate(r->text, 0);
    MoneyStatus status = fee_amount_parse(text->str, &rupiah);
    if (status == MONEY_READ || status == MONEY_THOUSANDS_LOST)
        money_append(r->text, rupiah);
    tell(r, &text->mark, NULL);
}

static void
read_date(Reading *r, const DateText *date)
{
    g_string_truncate(r->text, 0);
    if (date_is_set(date->date) && r->lang == DIAG_LANG_EN)
        date_append_long_en(r->text, date->date, TRUE);
    else if (date_is_set(date->date))
        date_append_long(r->text, date->date, TRUE);
    tell(r, &date->raw.mark, NULL);
}

static void
read_link(Reading *r, const Link *link)
{
    g_string_truncate(r->text, 0);
    if (!text_has_words(link->raw))
        return;
    if (link->file != NULL)
        g_string_append_printf(r->text, "%s %s", say(r, "berkas", "file"), link->file);
    else
        g_string_append(r->text, *link->href != '\0'
                                     ? link->href
                                     : say(r, "dicetak sebagai tulisan, bukan tautan",
                                           "printed as words, no link"));
    tell(r, &link->raw.mark, link->file == NULL ? link->href : NULL);
}

/* Records whose words are taken apart: one reading for the whole. */
static void
read_channel(Reading *r, const Channel *channel)
{
    gboolean bare = channel->raw.str != NULL;
    const Text *words = bare ? &channel->raw : &channel->nilai;
    g_string_truncate(r->text, 0);
    if (!text_has_words(*words))
        return;
    g_string_append_printf(r->text, "%s: %s",
                           r->lang == DIAG_LANG_EN
                               ? channel_kind_label_en((ChannelKind)channel->jenis)
                               : channel_kind_label((ChannelKind)channel->jenis),
                           channel->value.display != NULL ? channel->value.display : "");
    tell(r, bare ? &channel->raw.mark : &channel->nilai.mark, channel->value.href);
}

static void
read_fee(Reading *r, const Fee *fee)
{
    g_string_truncate(r->text, 0);
    if (!text_has_words(fee->raw))
        return;
    const FeeText *read = &fee->read;
    if (read->kind == FEE_TETAP) {
        money_append(r->text, read->rupiah);
        g_string_append_printf(r->text, "%s%s", *read->satuan ? " " : "", read->satuan);
    } else if (read->kind == FEE_UNREAD) {
        g_string_append(r->text, say(r, "dicetak seperti ditulis", "printed as written"));
    } else {
        g_string_append(r->text, fee_kind_key(read->kind));
    }
    tell(r, &fee->raw.mark, NULL);
}

static void read_record(Reading *r, const Record *record, gconstpointer self);

static void
read_each(Reading *r, const Field *field, gconstpointer value)
{
    const List *list = value;
    gsize size = field_item_size(field);
    for (guint i = 0; i < list->n; i++) {
        gconstpointer item = (const char *)list->items + i * size;
        if (field->type == FIELD_RECORDS)
            read_record(r, field->record, item);
        else if (field->type == FIELD_DURATIONS)
            read_duration(r, item);
        else
            read_date(r, item);
    }
}

static void
read_field(Reading *r, const Field *field, gconstpointer value)
{
    switch (field->type) {
    case FIELD_DURATION:
        read_duration(r, value);
        return;
    case FIELD_MONEY:
        read_money(r, value);
        return;
    case FIELD_DATE:
        read_date(r, value);
        return;
    case FIELD_LINK:
        read_link(r, value);
        return;
    case FIELD_RECORD:
        read_record(r, field->record, value);
        return;
    case FIELD_RECORDS:
    case FIELD_DURATIONS:
    case FIELD_DATES:
        read_each(r, field, value);
        return;
    default:
        return;
    }
}

static void
read_record(Reading *r, const Record *record, gconstpointer self)
{
    if (record == &record_channel)
        read_channel(r, self);
    else if (record == &record_fee)
        read_fee(r, self);
    FIELD_FOREACH (record, field)
        read_field(r, field, field_value(field, self));
}

/* ---- whole files ---- */

static void
begin(Reading *r, const DeskView *view)
{
    const Agency *agency = view->loaded != NULL ? view->loaded->agency : NULL;
    if (view->service != NULL) {
        r->source = view->service->source;
        r->calendar = view->service->calendar;
    } else if (agency != NULL) {
        r->source = agency->source;
        r->calendar = agency->calendar;
    }
}

void
readings_tell(Json *json, const Draft *draft, const DeskView *view, DiagLang lang)
{
    Reading r = {.json = json, .draft = draft, .lang = lang, .text = g_string_new(NULL)};
    begin(&r, view);
    json_array_begin(json);
    if (view->service != NULL) {
        read_record(&r, &record_service, view->service);
    } else if (view->loaded != NULL && draft->kind->record == &record_agency) {
        const Agency *agency = view->loaded->agency;
        read_record(&r, &record_agency, agency);
        for (guint i = 0; i < agency->surel.n; i++)
            read_channel(&r, &agency->surel.items[i]);
    }
    json_array_end(json);
    g_string_free(r.text, TRUE);
}

static void
tell_number(const Reading *r, const Record *record, gconstpointer self)
{
    guint n = record == &record_step          ? ((const Step *)self)->nomor
              : record == &record_requirement ? ((const Requirement *)self)->nomor
                                              : 0;
    g_autofree char *field = n > 0 ? field_of(r, &((const Head *)self)->mark) : NULL;
    if (field == NULL)
        return;
    json_object_begin(r->json);
    json_text_pair(r->json, "field", field);
    json_int_pair(r->json, "n", n);
    json_object_end(r->json);
}

static void
tell_numbers(const Reading *r, const Record *record, gconstpointer self)
{
    tell_number(r, record, self);
    FIELD_FOREACH (record, field) {
        const List *list = field_value(field, self);
        gsize size = field_item_size(field);
        if (field->type == FIELD_RECORD)
            tell_numbers(r, field->record, field_value(field, self));
        for (guint i = 0; field->type == FIELD_RECORDS && i < list->n; i++)
            tell_numbers(r, field->record, (const char *)list->items + i * size);
    }
}

void
readings_tell_numbers(Json *json, const Draft *draft, const DeskView *view)
{
    Reading r = {.json = json, .draft = draft};
    begin(&r, view);
    json_array_begin(json);
    if (view->service != NULL)
        tell_numbers(&r, &record_service, view->service);
    json_array_end(json);
}
