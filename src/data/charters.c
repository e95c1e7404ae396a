#include "data/charters.h"
#include "base/append.h"
#include "base/json.h"
#include "base/span.h"
#include "facts/agency.h"
#include "facts/fee.h"
#include "model/dates.h"
#include "model/fields.h"
#include "model/walk.h"
#include "text/address.h"
#include <string.h>

/* ---- what was written before ---- */

/* Where the value was written that services have from their agency in a field: most have some. */
typedef struct Written {
    gconstpointer value;
    gsize start, len; /* of the output */
} Written;

static gboolean
is_inherited(const Service *service, const Field *field)
{
    if (field->component > 0)
        return service->component[field->component] == COMPONENT_INHERITED;
    return (service->inherited >> (field - record_service.fields) & 1) != 0;
}

/* TRUE when the value lies in its record as the one before did: then all that it leads to is the same. */
static gboolean
is_same(const Written *written, const Field *field, gconstpointer value)
{
    return written->value != NULL && memcmp(written->value, value, field_size(field)) == 0;
}

/* ---- JSON ---- */

static void put_record(Json *json, const Record *record, gconstpointer self);

static gboolean
is_private(const Record *record, const Field *field)
{
    return record == &record_chief && strcmp(field->key, "nip") == 0;
}

static void
put_link(Json *json, const Link *link)
{
    if (link->file == NULL && (link->href == NULL || *link->href == '\0')) {
        json_text(json, text_str(link->raw), -1);
        return;
    }
    json_object_begin(json);
    json_text_pair(json, "teks", text_str(link->raw));
    json_text_pair(json, link->file != NULL ? "jalur" : "alamat",
                   link->file != NULL ? link->file : link->href);
    json_object_end(json);
}

static void
put_duration_values(Json *json, const Waktu *waktu)
{
    static const char *const bounds[] = {
        [BOUND_EXACT] = "tepat", [BOUND_AT_MOST] = "paling_lama", [BOUND_ABOUT] = "sekitar"};
    const Duration *value = &waktu->value;
    if (value->kind != DURATION_READ)
        return;
    json_key_array(json, "bagian");
    for (guint i = 0; i < value->n_parts; i++) {
        json_object_begin(json);
        json_int_pair(json, "min", value->parts[i].min);
        if (!value->open_ended)
            json_int_pair(json, "maks", value->parts[i].max);
        json_text_pair(json, "satuan", duration_unit_name(value->parts[i].unit));
        json_object_end(json);
    }
    json_array_end(json);
    json_text_pair(json, "batas", value->open_ended ? "paling_cepat" : bounds[value->bound]);
}

static void
put_waktu(Json *json, const Waktu *waktu)
{
    json_object_begin(json);
    if (text_has_words(waktu->untuk))
        json_text_pair(json, "untuk", waktu->untuk.str);
    json_text_pair(json, "waktu", text_str(waktu->waktu));
    put_duration_values(json, waktu);
    json_object_end(json);
}

/* What was read from a record's words, beside them. */
static void
put_values(Json *json, const Record *record, gconstpointer self)
{
    if (record == &record_fee) {
        const Fee *fee = self;
        if (fee->raw.str != NULL && *fee_kind_key(fee->read.kind))
            json_text_pair(json, "jenis", fee_kind_key(fee->read.kind));
        gint64 rupiah;
        if (fee_sure_amount(fee, &rupiah))
            json_int_pair(json, "rupiah", rupiah);
    } else if (record == &record_tariff) {
        const Tariff *tariff = self;
        if (tariff->status == MONEY_READ)
            json_int_pair(json, "rupiah", tariff->rupiah);
    } else if (record == &record_channel) {
        const Channel *channel = self;
        if (channel->raw.str != NULL)
            json_text_pair(json, "jenis", channel_kind_key((ChannelKind)channel->jenis));
        if (channel->value.href != NULL && *channel->value.href)
            json_text_pair(json, "tautan", channel->value.href);
    }
}

static void
put_texts(Json *json, const Field *field, const List *list)
{
    gsize size = field_item_size(field);
    json_array_begin(json);
    for (guint i = 0; i < list->n; i++) /* DateText begins with its Text */
        json_text(json, text_str(*(const Text *)((const char *)list->items + i * size)), -1);
    json_array_end(json);
}

static void
put_records(Json *json, const Field *field, const List *list)
{
    json_array_begin(json);
    for (guint i = 0; i < list->n; i++)
        put_record(json, field->record, (const char *)list->items + i * field->record->size);
    json_array_end(json);
}

static void
put_durations(Json *json, const WaktuList *list)
{
    json_array_begin(json);
    for (guint i = 0; i < list->n; i++)
        put_waktu(json, &list->items[i]);
    json_array_end(json);
}

static void
put_value(Json *json, const Field *field, gconstpointer value)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_COLOR:
    case FIELD_MONEY:
    case FIELD_DATE: /* begins with its Text */
        json_text(json, text_str(*(const Text *)value), -1);
        return;
    case FIELD_TEXTS:
    case FIELD_SLUGS:
    case FIELD_PATHS:
    case FIELD_DATES:
    case FIELD_CHOICES:
        put_texts(json, field, value);
        return;
    case FIELD_SWITCH:
        json_bool(json, *(const gboolean *)value);
        return;
    case FIELD_NUMBER:
        json_int(json, *(const gint64 *)value);
        return;
    case FIELD_CHOICE:
        json_text(json, field->choice((guint) * (const gint64 *)value), -1);
        return;
    case FIELD_LINK:
        put_link(json, value);
        return;
    case FIELD_DURATION:
        put_waktu(json, value);
        return;
    case FIELD_DURATIONS:
        put_durations(json, value);
        return;
    case FIELD_RECORD:
        put_record(json, field->record, value);
        return;
    case FIELD_RECORDS:
        put_records(json, field, value);
        return;
    case FIELD_LEVELS:
        json_null(json);
        return;
    }
}

/* A choice, number or switch says something when it was given; anything else when it has words. */
static gboolean
is_there(const Record *record, const Field *field, gconstpointer self)
{
    if (is_private(record, field))
        return FALSE;
    return field_shape(field) == SHAPE_GIVEN ? field_is_given(record, self, field)
                                             : !field_is_empty(field, self);
}

static void
put_fields(Json *json, const Record *record, gconstpointer self)
{
    const Text *own = record_own_text(record, self);
    if (own != NULL && text_has_words(*own))
        json_text_pair(json, "teks", own->str);
    FIELD_FOREACH (record, field) {
        if (field_is_absent(field, self) || !is_there(record, field, self))
            continue;
        json_key(json, field->key);
        put_value(json, field, field_value(field, self));
    }
}

/* `written`: of each field, for all services. */
static void
put_service(Json *json, const Service *service, Written *written)
{
    FIELD_FOREACH (&record_service, field) {
        gconstpointer value = field_value(field, service);
        Written *last = &written[field - record_service.fields];
        if (field_is_absent(field, service) || !is_there(&record_service, field, service))
            continue;
        json_key(json, field->key);
        if (is_same(last, field, value)) {
            json_again(json, last->start, last->len);
            continue;
        }
        gsize start = json->out->len;
        put_value(json, field, value);
        if (is_inherited(service, field))
            *last = (Written){value, start, json->out->len - start};
    }
}

static void
put_record(Json *json, const Record *record, gconstpointer self)
{
    json_object_begin(json);
    put_fields(json, record, self);
    put_values(json, record, self);
    json_object_end(json);
}

static void
put_components(Json *json, const Service *service)
{
    static const char *const states[] = {
        [COMPONENT_MISSING] = "tidak_ada",
        [COMPONENT_EMPTY] = "kosong",
        [COMPONENT_PRESENT] = "ada",
        [COMPONENT_INHERITED] = "dari_instansi",
    };
    json_key_array(json, "komponen");
    for (guint c = 1; c <= N_COMPONENTS; c++)
        json_text(json, states[service->component[c]], -1);
    json_array_end(json);
}

void
charters_append_json(Arena *arena, const Agency *agency, GString *out)
{
    Json json;
    Written *written = arena_alloc(arena, record_service.n_fields * sizeof *written);
    json_init(&json, out, 1);
    json.lines = 2; /* keys of the agency; each service */
    json_object_begin(&json);
    json_text_pair(&json, "jalur",
                   address_in(arena, ADDRESS_AGENCY, &(AddressParts){.folder = agency->path}));
    json_text_pair(&json, "nama_lengkap", agency_full_name(arena, agency));
    put_fields(&json, &record_agency, agency);
    json_key_array(&json, "layanan");
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        if (!service_is_listed(service))
            continue;
        json_object_begin(&json);
        json_text_pair(
            &json, "jalur",
            address_in(arena, ADDRESS_SERVICE, &(AddressParts){.slug = service->path}));
        put_service(&json, service, written);
        if (*service->body)
            json_text_pair(&json, "keterangan", service->body);
        put_components(&json, service);
        json_object_end(&json);
    }
    json_array_end(&json);
    json_object_end(&json);
    g_string_append_c(out, '\n');
}

/* ---- CSV ---- */

static inline SpanBlock
quote_hits(SpanBlock bytes)
{
    return (SpanBlock)(bytes == '"');
}

static void
append_quoted(GString *out, const char *text)
{
    static const guint8 quotes[256] = {['"'] = 1};
    gsize left = strlen(text);
    for (;;) {
        const gsize at = out->len;
        gsize run = span_copy(append_room(out, left), text, left, quote_hits, quotes);
        if (run == left)
            return;
        g_string_truncate(out, at + run);
        append_text(out, "\"\"");
        text += run + 1;
        left -= run + 1;
    }
}

/*
 * Spreadsheets take a cell that begins with one of these signs for a formula and may run it. An apostrophe before it
 * makes it a text; one that begins with an apostrophe gets one too, so that readers who take one away have the words
 * as they were written (docs/panduan.md). Source: OWASP, "CSV Injection".
 */
static gboolean
needs_apostrophe(const char *text)
{
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    for (gsize i = 0; *text == *wide[0] && i < G_N_ELEMENTS(wide); i++)
        if (g_str_has_prefix(text, wide[i]))
            return TRUE;
    return *text != '\0' && strchr("=+-@\t\r\n'", *text) != NULL;
}

static void append_words(GString *out, gsize start, const Record *record, gconstpointer self);

/* One more text of a cell: behind `separator` unless it is the first since `start`. */
static void
add_text(GString *out, gsize start, char separator, const char *text)
{
    if (*text == '\0')
        return;
    if (out->len > start)
        g_string_append_c(out, separator);
    append_quoted(out, text);
}

static void
append_items(GString *out, gsize start, char separator, const Field *field, const List *list)
{
    gsize size = field_item_size(field);
    for (guint i = 0; i < list->n; i++) {
        gconstpointer item = (const char *)list->items + i * size;
        if (field->record == NULL) {
            add_text(out, start, separator, text_str(*(const Text *)item));
            continue;
        }
        gsize before = out->len;
        if (out->len > start)
            g_string_append_c(out, separator);
        gsize begin = out->len;
        append_words(out, begin, field->record, item);
        if (out->len == begin)
            g_string_truncate(out, before);
    }
}

/* What a field says, its items parted by `separator`. */
static void
append_value(GString *out, gsize start, char separator, const Field *field, gconstpointer value)
{
    switch (field_shape(field)) {
    case SHAPE_TEXT:
        add_text(out, start, separator, text_str(*field_words(field, value)));
        return;
    case SHAPE_LIST:
        append_items(out, start, separator, field, value);
        return;
    case SHAPE_RECORD:
        append_words(out, start, field->record, value);
        return;
    case SHAPE_GIVEN:
        return;
    }
}

/* A choice, a number or a switch that was given: "kotak saran", "kembali 1", "selesai". */
static void
append_mark(GString *out, gsize start, const Field *field, gconstpointer self)
{
    const void *value = field_value(field, self);
    gboolean off = field->type == FIELD_SWITCH && !*(const gboolean *)value;
    if (off)
        return;
    g_autofree char *words =
        field->type == FIELD_CHOICE ? g_strdup(field->choice((guint) * (const gint64 *)value))
        : field->type == FIELD_NUMBER
            ? g_strdup_printf("%s %" G_GINT64_FORMAT, field->key, *(const gint64 *)value)
            : g_strdup(field->key);
    add_text(out, start, ' ', g_strdelimit(words, "_", ' '));
}

/* A record in one line: the text it was given as, else its fields in the order of the table. */
static void
append_words(GString *out, gsize start, const Record *record, gconstpointer self)
{
    const Text *own = record_own_text(record, self);
    if (own != NULL && text_has_words(*own)) {
        add_text(out, start, ' ', own->str);
        return;
    }
    FIELD_FOREACH (record, field) {
        if (field_is_absent(field, self))
            continue;
        if (field_shape(field) == SHAPE_GIVEN && field_is_given(record, self, field))
            append_mark(out, start, field, self);
        else if (!is_private(record, field))
            append_value(out, start, ' ', field, field_value(field, self));
    }
}

static void
append_cell(GString *out, const Field *field, gconstpointer value)
{
    gsize start = out->len;
    if (field->type == FIELD_CHOICE)
        append_quoted(out, field->choice((guint) * (const gint64 *)value));
    else
        append_value(out, start, '\n', field, value);
    if (needs_apostrophe(out->str + start))
        g_string_insert_c(out, (gssize)start, '\'');
}

/* The cells of the service's own fields. */
static void
append_cells(GString *out, const Service *service, Written *written)
{
    FIELD_FOREACH (&record_service, field) {
        gconstpointer value = field_value(field, service);
        Written *last = &written[field - record_service.fields];
        append_text(out, ",\"");
        gsize start = out->len;
        if (is_same(last, field, value)) {
            char *to = append_room(out, last->len);
            memcpy(to, out->str + last->start, last->len);
        } else {
            append_cell(out, field, value);
            if (is_inherited(service, field))
                *last = (Written){value, start, out->len - start};
        }
        append_bytes(out, "\"", 1);
    }
}

/* The columns before them: whose service it is, and where its page is. */
static void
append_head(Arena *arena, const char *agency, const Service *service, GString *out)
{
    const char *page =
        address_in(arena, ADDRESS_SERVICE, &(AddressParts){.slug = service->path});
    append_bytes(out, "\"", 1);
    if (needs_apostrophe(agency))
        append_bytes(out, "'", 1);
    append_quoted(out, agency);
    append_text(out, "\",\"");
    append_quoted(out, page);
    append_bytes(out, "\"", 1);
}

void
charters_append_csv(Arena *arena, const Agency *agency, GString *out)
{
    const char *name = agency_full_name(arena, agency);
    Written *written = arena_alloc(arena, record_service.n_fields * sizeof *written);
    append_text(out, "\xEF\xBB\xBF\"instansi\",\"jalur\"");
    FIELD_FOREACH (&record_service, field) {
        append_text(out, ",\"");
        append_text(out, field->key);
        g_string_append_c(out, '"');
    }
    append_text(out, "\r\n");
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        if (!service_is_listed(service))
            continue;
        append_head(arena, name, service, out);
        append_cells(out, service, written);
        append_text(out, "\r\n");
    }
}
