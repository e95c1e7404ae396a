#include "model/schema.h"
#include "base/json.h"
#include <string.h>

static const SchemaFile files[] = {
    {"layanan", &record_service, FALSE}, {"instansi", &record_agency, FALSE},
    {"situs", &record_site, FALSE},      {"wilayah", &record_region, FALSE},
    {"keperluan", &record_topic, TRUE},  {"libur", &record_holiday_file, FALSE},
    {"halaman", &record_own_page, FALSE},
};

const SchemaFile *
schema_files(guint *n)
{
    *n = G_N_ELEMENTS(files);
    return files;
}

const SchemaFile *
schema_file(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    }
    return NULL;
}

static const char *
doc(const char *id, const char *en, DiagLang lang)
{
    return lang == DIAG_LANG_EN ? en : id;
}

/* ---- JSON Schema ---- */

static void
put_ref(Json *json, const char *name)
{
    g_autofree char *path = g_strconcat("#/$defs/", name, NULL);
    json_text_pair(json, "$ref", path);
}

static void
put_ref_object(Json *json, const char *name)
{
    json_object_begin(json);
    put_ref(json, name);
    json_object_end(json);
}

static void
put_pattern(Json *json, const char *pattern)
{
    json_text_pair(json, "type", "string");
    json_text_pair(json, "pattern", pattern);
}

static void
put_choices(Json *json, const Field *field)
{
    const char *choice;
    json_key_array(json, "enum");
    for (guint i = 0; (choice = field->choice(i)) != NULL; i++)
        json_text(json, choice, -1);
    json_array_end(json);
}

/* One value, or a list of them: what `single` names under $defs. */
static void
put_list_of(Json *json, const char *single)
{
    json_key_array(json, "anyOf");
    put_ref_object(json, single);
    json_object_begin(json);
    json_text_pair(json, "type", "array");
    json_int_pair(json, "maxItems", 2000);
    json_key(json, "items");
    put_ref_object(json, single);
    json_object_end(json);
    json_array_end(json);
}

static void
put_choice_list(Json *json, const Field *field)
{
    json_key_array(json, "anyOf");
    json_object_begin(json);
    put_choices(json, field);
    json_object_end(json);
    json_object_begin(json);
    json_text_pair(json, "type", "array");
    json_key_object(json, "items");
    put_choices(json, field);
    json_object_end(json);
    json_object_end(json);
    json_array_end(json);
}

static void
put_levels(Json *json)
{
    json_text_pair(json, "type", "object");
    json_key_object(json, "propertyNames");
    json_key_array(json, "enum");
    for (guint i = 0; i < N_DIAG_CODES; i++)
        json_text(json, diag_info((DiagCode)i)->tag, -1);
    json_array_end(json);
    json_object_end(json);
    json_key_object(json, "additionalProperties");
    json_key_array(json, "enum");
    for (DiagLevel level = DIAG_NOTE; level <= DIAG_ERROR; level++)
        json_text(json, diag_level_name(level, DIAG_LANG_EN), -1);
    json_array_end(json);
    json_object_end(json);
}

static void
put_type(Json *json, const Field *field)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINK:
    case FIELD_MONEY:
    case FIELD_DURATION:
        put_ref(json, "text");
        return;
    case FIELD_TEXTS:
    case FIELD_PATHS:
        put_list_of(json, "line");
        return;
    case FIELD_SLUG:
        put_ref(json, "slug");
        return;
    case FIELD_SLUGS:
        put_list_of(json, "slug");
        return;
    case FIELD_DATE:
        put_ref(json, "date");
        return;
    case FIELD_DATES:
        put_list_of(json, "date");
        return;
    case FIELD_SWITCH:
        put_ref(json, "switch");
        return;
    case FIELD_NUMBER:
        put_ref(json, field->flags & FIELD_COUNT ? "count" : "number");
        return;
    case FIELD_CHOICE:
        put_choices(json, field);
        return;
    case FIELD_CHOICES:
        put_choice_list(json, field);
        return;
    case FIELD_COLOR:
        put_pattern(json, "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$");
        return;
    case FIELD_RECORD:
        put_ref(json, field->record->name);
        return;
    case FIELD_DURATIONS:
    case FIELD_RECORDS:
        put_list_of(json, field->record->name);
        return;
    case FIELD_LEVELS:
        put_levels(json);
        return;
    }
}

static void
put_field(Json *json, const Field *field, DiagLang lang)
{
    g_autoptr(GString) words = g_string_new(doc(field->doc_id, field->doc_en, lang));
    if (field->component > 0)
        g_string_append_printf(
            words, lang == DIAG_LANG_EN ? " (component %u of 14: %s)" : " (komponen %u: %s)",
            field->component, component_names[field->component]);
    json_key_object(json, field->key);
    json_text_pair(json, "description", words->str);
    put_type(json, field);
    gboolean map_only = field->record != NULL && field->record->text_offset == NO_TEXT;
    if (field->example != NULL && !map_only) { /* an example is a text */
        json_key_array(json, "examples");
        json_text(json, field->example, -1);
        json_array_end(json);
    }
    json_object_end(json);
}

static void
put_required(Json *json, const Record *record)
{
    gboolean any = FALSE;
    FIELD_FOREACH (record, field) {
        any |= (field->flags & FIELD_REQUIRED) != 0;
    }
    if (!any)
        return;
    json_key_array(json, "required");
    FIELD_FOREACH (record, field) {
        if (field->flags & FIELD_REQUIRED)
            json_text(json, field->key, -1);
    }
    json_array_end(json);
}

static void
put_map(Json *json, const Record *record, DiagLang lang)
{
    json_text_pair(json, "type", "object");
    json_bool_pair(json, "additionalProperties", FALSE);
    put_required(json, record);
    json_key_object(json, "properties");
    FIELD_FOREACH (record, field)
        put_field(json, field, lang);
    json_object_end(json);
}

/* `- Label: isi`, read as a text: one key that is none of the record's. */
static void
put_pair(Json *json, const Record *record)
{
    json_object_begin(json);
    json_text_pair(json, "type", "object");
    json_int_pair(json, "minProperties", 1);
    json_int_pair(json, "maxProperties", 1);
    if (record != NULL) {
        json_key_object(json, "propertyNames");
        json_key_object(json, "not");
        json_key_array(json, "enum");
        FIELD_FOREACH (record, field)
            json_text(json, field->key, -1);
        json_array_end(json);
        json_object_end(json);
        json_object_end(json);
    }
    json_object_end(json);
}

static void
put_record(Json *json, const Record *record, DiagLang lang)
{
    json_key_object(json, record->name);
    json_text_pair(json, "description", doc(record->doc_id, record->doc_en, lang));
    json_key_array(json, "anyOf");
    json_object_begin(json);
    put_map(json, record, lang);
    json_object_end(json);
    if (record->text_offset != NO_TEXT) {
        put_ref_object(json, "text");
        put_pair(json, record);
    } else {
        json_object_begin(json);
        json_text_pair(json, "type", "null");
        json_object_end(json);
    }
    json_array_end(json);
    json_object_end(json);
}

/* Scalars are text to the program whatever YAML 1.2 makes of them; an empty value is null. */
/* "type": one of the `n` types. */
static void
put_types(Json *json, const char *const *types, guint n)
{
    json_key_array(json, "type");
    for (guint i = 0; i < n; i++)
        json_text(json, types[i], -1);
    json_array_end(json);
}

/* A number that an author may write as a text. */
static void
put_number(Json *json, gboolean empty, int minimum, const char *pattern)
{
    static const char *const any[] = {"number", "string", "null"}, *const whole[] = {"integer",
                                                                                     "string"};
    json_object_begin(json);
    put_types(json, empty ? any : whole, empty ? G_N_ELEMENTS(any) : G_N_ELEMENTS(whole));
    json_int_pair(json, "minimum", minimum);
    json_text_pair(json, "pattern", pattern);
    json_object_end(json);
}

static void
put_scalars(Json *json)
{
    static const char *const types[] = {"string", "number", "boolean", "null"};
    static const struct {
        const char *name, *pattern;
    } patterns[] = {
        {"slug", "^([a-z0-9]([a-z0-9-]*[a-z0-9])?)?$"},
        {"date", "^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2} +[A-Za-z]+ +[0-9]{4}|-|)$"},
        {"switch", "^(ya|tidak)$"},
    };
    json_key_object(json, "text");
    put_types(json, types, G_N_ELEMENTS(types));
    json_object_end(json);
    json_key_object(json, "line");
    json_key_array(json, "anyOf");
    put_ref_object(json, "text");
    put_pair(json, NULL);
    json_array_end(json);
    json_object_end(json);
    json_key(json, "number");
    put_number(json, FALSE, 1, "^[1-9][0-9]*$");
    json_key(json, "count"); /* 1.240 is a fraction to YAML 1.2 */
    put_number(json, TRUE, 0, "^([0-9]*|[0-9]{1,3}([.][0-9]{3}){1,2})$");
    for (guint i = 0; i < G_N_ELEMENTS(patterns); i++) {
        json_key_object(json, patterns[i].name);
        put_pattern(json, patterns[i].pattern);
        json_object_end(json);
    }
}

void
schema_append_json(const SchemaFile *file, DiagLang lang, GString *out)
{
    guint n;
    const Record *const *records = records_all(&n);
    Json json;
    json_init(&json, out, 2);
    json_object_begin(&json);
    json_text_pair(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_text_pair(&json, "title", doc(file->record->doc_id, file->record->doc_en, lang));
    if (file->is_list) {
        json_text_pair(&json, "type", "array");
        json_key(&json, "items");
        put_ref_object(&json, file->record->name);
    } else {
        put_map(&json, file->record, lang);
    }
    json_key_object(&json, "$defs");
    put_scalars(&json);
    for (guint i = 0; i < n; i++)
        put_record(&json, records[i], lang);
    json_object_end(&json);
    json_object_end(&json);
    g_string_append_c(out, '\n');
}
