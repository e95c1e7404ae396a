#include "serve/tell.h"
#include "serve/readings.h"
#include <string.h>

/* ---- the table ---- */

static const char *const type_names[] = {
    [FIELD_TEXT] = "text",           [FIELD_TEXTS] = "texts",     [FIELD_SLUG] = "slug",
    [FIELD_SLUGS] = "slugs",         [FIELD_PATHS] = "paths",     [FIELD_DATE] = "date",
    [FIELD_DATES] = "dates",         [FIELD_SWITCH] = "switch",   [FIELD_NUMBER] = "number",
    [FIELD_CHOICE] = "choice",       [FIELD_CHOICES] = "choices", [FIELD_LINK] = "link",
    [FIELD_COLOR] = "color",         [FIELD_MONEY] = "money",     [FIELD_DURATION] = "duration",
    [FIELD_DURATIONS] = "durations", [FIELD_RECORD] = "record",   [FIELD_RECORDS] = "records",
    [FIELD_LEVELS] = "levels",
};

static void
tell_choices(Json *json, const Field *field)
{
    const char *choice;
    json_key_array(json, "choices");
    for (guint i = 0; (choice = field->choice(i)) != NULL; i++)
        json_text(json, choice, -1);
    json_array_end(json);
}

static void
tell_field(Json *json, const Record *record, const Field *field, DiagLang lang)
{
    json_object_begin(json);
    json_text_pair(json, "key", field->key);
    json_text_pair(json, "type", type_names[field->type]);
    json_text_pair(json, "doc", lang == DIAG_LANG_EN ? field->doc_en : field->doc_id);
    json_text_pair(json, "example", field->example);
    if (field->component > 0) {
        json_int_pair(json, "component", field->component);
        json_text_pair(json, "name", component_names[field->component]);
    }
    if (field->record != NULL)
        json_text_pair(json, "record", field->record->name);
    if (field->choice != NULL)
        tell_choices(json, field);
    json_bool_pair(json, "required", (field->flags & FIELD_REQUIRED) != 0);
    json_bool_pair(json, "translated", (field->flags & FIELD_NOT_TRANSLATED) == 0);
    json_bool_pair(json, "on", (field->flags & FIELD_DEFAULT_ON) != 0);
    json_bool_pair(json, "bare",
                   record->text_offset != NO_TEXT && field->offset == record->text_offset);
    json_object_end(json);
}

static void
tell_record(Json *json, const Record *record, DiagLang lang)
{
    json_key_object(json, record->name);
    json_text_pair(json, "doc", lang == DIAG_LANG_EN ? record->doc_en : record->doc_id);
    json_bool_pair(json, "words", record->text_offset != NO_TEXT);
    json_key_array(json, "fields");
    FIELD_FOREACH (record, field)
        tell_field(json, record, field, lang);
    json_array_end(json);
    json_object_end(json);
}

/* How a charter is withdrawn: the one rule about a certain key that the editor knows. */
static void
tell_withdrawal(Json *json)
{
    FIELD_FOREACH (&record_service, field) {
        if (field->offset != G_STRUCT_OFFSET(Service, status))
            continue;
        json_key_object(json, "withdraw");
        json_text_pair(json, "record", record_service.name);
        json_text_pair(json, "key", field->key);
        json_text_pair(json, "value", field->choice(STATUS_DICABUT));
        json_object_end(json);
    }
}

void
tell_fields(Json *json, DiagLang lang)
{
    guint n;
    const Record *const *records = records_all(&n);
    json_object_begin(json);
    json_key_object(json, "records");
    for (guint i = 0; i < n; i++)
        tell_record(json, records[i], lang);
    json_object_end(json);
    tell_withdrawal(json);
    json_object_end(json);
}

/* ---- values ---- */

/* `- Label: isi` is a mapping to YAML and a text to its author, and so to the binder. */
static gboolean
is_words(const YamlNode *node, const Record *record)
{
    return node->kind == YAML_MAP && node->n == 1 &&
           (record == NULL || field_find(record, node->pairs[0].key->text, -1) == NULL);
}

static void
tell_value(Json *json, const Draft *draft, const YamlNode *node, const Record *record)
{
    switch (node->kind) {
    case YAML_TEXT:
        json_text(json, node->text, (gssize)node->len);
        return;
    case YAML_LIST:
        json_array_begin(json);
        for (guint i = 0; i < node->n; i++) {
            if (is_words(node->items[i], record))
                json_text(json, yaml_source_text(draft->arena, node->items[i]), -1);
            else
                tell_value(json, draft, node->items[i], record);
        }
        json_array_end(json);
        return;
    case YAML_MAP:
        json_object_begin(json);
        for (guint i = 0; i < node->n; i++) {
            const YamlNode *key = node->pairs[i].key;
            const Field *field =
                record != NULL ? field_find(record, key->text, (gssize)key->len) : NULL;
            g_autofree char *escaped = g_uri_escape_string(key->text, NULL, TRUE);
            json_key(json, escaped);
            tell_value(json, draft, node->pairs[i].value, field != NULL ? field->record : NULL);
        }
        json_object_end(json);
        return;
    }
}

/* ---- findings ---- */

void
tell_finding(Json *json, const Diag *diag, DiagLang lang, const char *field)
{
    g_autoptr(GString) text = g_string_new(NULL), fix = g_string_new(NULL);
    diag_append_text(diag, lang, text);
    diag_append_fix(diag, lang, fix);
    json_object_begin(json);
    json_text_pair(json, "level",
                   diag->level == DIAG_NOTE      ? "note"
                   : diag->level == DIAG_WARNING ? "warning"
                                                 : "error");
    json_text_pair(json, "word", diag_level_name(diag->level, lang));
    json_text_pair(json, "tag", diag_info(diag->code)->tag);
    json_text_pair(json, "text", text->str);
    json_text_pair(json, "fix", fix->str);
    json_text_pair(json, "path", diag->path);
    json_int_pair(json, "line", diag->line);
    json_int_pair(json, "col", diag->col);
    json_int_pair(json, "width", diag->width);
    json_text_pair(json, "field", field);
    json_object_end(json);
}

/* The field of the mapping that is called so, if it is not there or empty. */
static const Field *
find_unfilled(const DraftSpot *spot, const char *key, gssize len)
{
    const Field *field = key != NULL ? field_find(spot->record, key, len) : NULL;
    const YamlNode *value = field != NULL ? yaml_find(spot->map, field->key) : NULL;
    return value == NULL || (value->kind == YAML_TEXT && value->len == 0) ? field : NULL;
}

/* The key that the remedy says to write: tambahkan "sk: nomornya". */
static const Field *
find_in_remedy(const DraftSpot *spot, const Diag *diag)
{
    g_autoptr(GString) fix = g_string_new(NULL);
    diag_append_fix(diag, DIAG_LANG_ID, fix);
    const char *quote = strchr(fix->str, '"');
    gsize n = quote != NULL ? strspn(quote + 1, "abcdefghijklmnopqrstuvwxyz_") : 0;
    return n > 0 && quote[n + 1] == ':' ? find_unfilled(spot, quote + 1, (gssize)n) : NULL;
}

/* A finding that names a key which is not there or empty is about that field. */
static void
turn_to_named(DraftSpot *spot, const Diag *diag)
{
    const Field *field = NULL;
    if (spot->map == NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(diag->args) && field == NULL; i++)
        field = find_unfilled(spot, diag->args[i], -1);
    if (field == NULL)
        field = find_in_remedy(spot, diag);
    if (field == NULL)
        return;
    g_string_truncate(spot->path, spot->map_len);
    g_string_append_printf(spot->path, "%s%s", spot->map_len > 0 ? "/" : "", field->key);
}

static void
tell_own_finding(Json *json, const Draft *draft, const Diag *diag, DiagLang lang)
{
    g_autoptr(GString) field = g_string_new(NULL);
    DraftSpot spot = {field, NULL, NULL, 0};
    if (draft->body_line > 0 && diag->line >= draft->body_line) {
        g_string_assign(field, "#");
    } else if (draft->root->kind == YAML_MAP || diag->line > 0) {
        const char *at = source_at(draft->source, MAX(diag->line, draft->first), diag->col);
        draft_find(draft, (gsize)(at - source_text(draft->source)), &spot);
        if (diag->line == 0)
            g_string_truncate(field, 0);
        turn_to_named(&spot, diag);
    }
    tell_finding(json, diag, lang, field->str);
}

void
tell_text(Json *json, const Draft *draft, const DeskView *view, DiagLang lang)
{
    json_bool_pair(json, "faulty", draft->faulty);
    json_bool_pair(json, "list", draft->kind->is_list);
    json_text_pair(json, "record", draft->kind->record->name);
    json_bool_pair(json, "translation", draft_is_translation(draft->path));
    json_key(json, "tree");
    tell_value(json, draft, draft->root, draft->kind->record);
    json_text_pair(json, "body", draft->body_line > 0 ? draft_body(draft) : NULL);
    json_key_array(json, "findings");
    for (guint i = 0; i < diag_list_n(view->diags); i++)
        tell_own_finding(json, draft, diag_list_get(view->diags, i), lang);
    json_array_end(json);
    json_key(json, "readings");
    readings_tell(json, draft, view, lang);
    json_key(json, "numbers");
    readings_tell_numbers(json, draft, view);
}
