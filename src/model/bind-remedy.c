#include "model/bind-remedy.h"
#include "base/suggest.h"
#include "text/fold.h"
#include "text/slug.h"
#include "text/yaml-write.h"
#include <string.h>

/* How rows are written short, "Name: value", and under which key of a mapping they were meant to stand. */
static const struct {
    const Record *record;
    const char *name_key, *value_key, *rows_key;
    const Record *rows;
} forms[] = {
    {&record_tariff, "untuk", "jumlah", NULL, NULL},
    {&record_waktu, "untuk", "waktu", NULL, NULL},
    {&record_hours, "hari", "jam", NULL, NULL},
    {&record_variant, "nama", NULL, NULL, NULL},
    {&record_access, "jenis", "tempat", NULL, NULL},
    {&record_topic, "slug", "label", NULL, NULL},
    {&record_fee, NULL, NULL, "tarif", &record_tariff},
    {&record_complaint, NULL, NULL, "kanal", &record_channel},
};

guint
bind_width(const YamlNode *node)
{
    return node->kind == YAML_TEXT
               ? (guint)MIN(g_utf8_strlen(node->text, (gssize)node->len), 120)
               : 1;
}

/* ---- keys ---- */

/* A heading as its words, without those that every heading of a charter may have. */
static char *
heading_words(const char *text, gsize len)
{
    static const char *const fillers[] = {"dan", "atau", "pelayanan", "layanan", NULL};
    g_autofree char *part = g_strndup(text, len);
    g_autoptr(GString) word = g_string_new(NULL);
    GString *out = g_string_new(NULL);
    g_strdelimit(part, "_", ' ');
    for (const char *at = part; fold_next_word(&at, word);) {
        if (!g_strv_contains(fillers, word->str))
            g_string_append_printf(out, "%s ", word->str);
    }
    return g_string_free(out, FALSE);
}

static gboolean
is_same_heading(const char *wanted, const char *name, gsize len)
{
    g_autofree char *words = heading_words(name, len);
    return strcmp(wanted, words) == 0;
}

static gboolean
has_alias(const Field *field, const char *wanted)
{
    for (const char *at = field->aliases; at != NULL && *at != '\0';) {
        gsize len = strcspn(at, "|");
        if (is_same_heading(wanted, at + (*at == '?'), len - (*at == '?')))
            return TRUE;
        at += len + (at[len] == '|');
    }
    return FALSE;
}

/* The field that offices head so: "Persyaratan Pelayanan", "syarat", "Dasar hukum". */
static const Field *
find_heading(const Record *record, const YamlNode *key)
{
    g_autofree char *wanted = heading_words(key->text, key->len);
    if (*wanted == '\0')
        return NULL;
    FIELD_FOREACH (record, field) {
        if (is_same_heading(wanted, field->key, strlen(field->key)) ||
            (field->component != 0 &&
             is_same_heading(wanted, component_names[field->component],
                             strlen(component_names[field->component]))) ||
            has_alias(field, wanted))
            return field;
    }
    return NULL;
}

static const char *
find_near(const Record *record, const YamlNode *key)
{
    const char *names[64];
    guint n = 0;
    const Field *meant = find_heading(record, key);
    if (meant != NULL)
        return meant->key;
    FIELD_FOREACH (record, field) {
        if (n < G_N_ELEMENTS(names))
            names[n++] = field->key;
    }
    return suggest_word(key->text, names, n);
}

/* The file that has this key, for a key at the top of another. */
static const char *
find_home(const Record *record, const YamlNode *key)
{
    static const struct {
        const Record *record;
        const char *file;
    } homes[] = {{&record_agency, "instansi.yaml"}, {&record_site, "situs.yaml"}};
    gboolean at_top =
        record == &record_service || record == &record_agency || record == &record_site;
    for (guint i = 0; at_top && i < G_N_ELEMENTS(homes); i++) {
        if (homes[i].record != record &&
            field_find(homes[i].record, key->text, (gssize)key->len) != NULL)
            return homes[i].file;
    }
    return NULL;
}

void
bind_report_unknown(DiagList *diags, const Record *record, const YamlNode *key)
{
    enum { LISTED_MAX = 12 }; /* more are no help at a glance */
    const char *near = find_near(record, key), *home = find_home(record, key);
    if (near != NULL) {
        diag_add(diags, DIAG_KEY_UNKNOWN, key->mark, bind_width(key), key->text, near, NULL);
        return;
    }
    if (home != NULL) {
        diag_add(diags, DIAG_KEY_ELSEWHERE, key->mark, bind_width(key), key->text, home, NULL);
        return;
    }
    g_autoptr(GString) all = g_string_new(NULL);
    FIELD_FOREACH (record, field)
        g_string_append_printf(all, "%s%s", all->len ? ", " : "", field->key);
    diag_add(diags, DIAG_KEY_FOREIGN, key->mark, bind_width(key), key->text,
             record->n_fields <= LISTED_MAX ? all->str : NULL, NULL);
}

/* ---- rows ---- */

static YamlNode
text_node(const char *text)
{
    return (YamlNode){.kind = YAML_TEXT, .text = text, .len = strlen(text)};
}

gboolean
bind_holds_rows(const Record *record)
{
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (forms[i].record == record && forms[i].rows_key != NULL)
            return TRUE;
    }
    return FALSE;
}

/* {first key: first text, second key: second text} on one line; the second may be NULL. */
static void
append_pairs(GString *out, const char *const keys[2], const char *const texts[2])
{
    YamlNode nodes[4];
    YamlPair pairs[2];
    YamlNode map = {.kind = YAML_MAP, .pairs = pairs};
    for (guint i = 0; i < 2 && keys[i] != NULL; i++) {
        nodes[i * 2] = text_node(keys[i]);
        nodes[i * 2 + 1] = text_node(texts[i]);
        pairs[map.n++] = (YamlPair){&nodes[i * 2], &nodes[i * 2 + 1]};
    }
    yaml_write_flow(out, &map);
}

/* "Baru: Rp 5.000", an amount or a topic alone, as {untuk: Baru, jumlah: Rp 5.000}; FALSE: `record` has no such form. */
static gboolean
append_short_row(GString *out, const Record *record, const YamlNode *node)
{
    const YamlPair *pair = node->kind == YAML_MAP ? &node->pairs[0] : NULL;
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (forms[i].record != record || forms[i].value_key == NULL ||
            (pair == NULL && record != &record_tariff && record != &record_topic))
            continue;
        g_autofree char *slug =
            pair == NULL && record == &record_topic ? slug_from(node->text) : NULL;
        const char *keys[] = {forms[i].name_key, forms[i].value_key};
        const char *texts[] = {pair != NULL   ? pair->key->text
                               : slug != NULL ? slug
                                              : "…",
                               pair != NULL ? pair->value->text : node->text};
        g_string_append(out, "- ");
        append_pairs(out, keys, texts);
        return TRUE;
    }
    return FALSE;
}

/* A row of `record` as it should be written, from what stands there; FALSE: nothing can be made of it. */
static gboolean
append_row(GString *out, const Record *record, const YamlNode *node)
{
    gboolean known = node->kind == YAML_MAP && node->n > 0 &&
                     field_find(record, node->pairs[0].key->text, -1) != NULL;
    if (node->kind == YAML_LIST || (node->kind == YAML_MAP && node->n == 0))
        return FALSE;
    if (!known && (node->kind == YAML_TEXT || node->pairs[0].value->kind == YAML_TEXT) &&
        append_short_row(out, record, node))
        return TRUE;
    if (!known && record->text_offset == NO_TEXT)
        return FALSE;
    g_string_append(out, "- ");
    if (known || node->kind == YAML_TEXT) {
        yaml_write_flow(out, node);
        return TRUE;
    }
    const YamlPair *first = &node->pairs[0]; /* a number in front was the list's */
    if (strspn(first->key->text, "0123456789") < first->key->len)
        g_string_append_printf(out, "%s: ", first->key->text);
    g_string_append(out, first->value->text);
    return TRUE;
}

static gboolean
has_unknown_keys_only(const Record *record, const YamlNode *node)
{
    gboolean unknown = node->kind == YAML_MAP && node->n > 0;
    for (guint i = 0; unknown && i < node->n; i++) {
        const YamlPair *pair = &node->pairs[i];
        unknown = pair->value->kind == YAML_TEXT && pair->value->len > 0 &&
                  field_find(record, pair->key->text, -1) == NULL &&
                  find_near(record, pair->key) == NULL;
    }
    return unknown;
}

gboolean
bind_report_row(DiagList *diags, const Field *field, const YamlNode *node)
{
    const Record *record = field->record, *rows = record;
    const char *rows_key = NULL;
    if (node->kind == YAML_MAP && !has_unknown_keys_only(record, node))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (forms[i].record == record && forms[i].rows_key != NULL) {
            rows_key = forms[i].rows_key;
            rows = forms[i].rows;
        }
    }
    const YamlNode *first = node->kind == YAML_LIST && node->n > 0 ? node->items[0] : node;
    const YamlNode *place =
        first->kind == YAML_MAP && first->n > 0 ? first->pairs[0].key : first;
    g_autoptr(GString) row = g_string_new(NULL);
    if (!append_row(row, rows, first))
        return FALSE;
    diag_add(diags, DIAG_ROW_EXPECTED, place->mark, bind_width(place), place->text, row->str,
             rows_key, rows_key != NULL ? field->key : NULL, NULL);
    return TRUE;
}

/* ---- values ---- */

/* {kunci: contoh, …} of what is required, or of the first two keys that have an example. */
static void
append_form(GString *out, const Record *record, const YamlNode *node)
{
    const char *keys[2] = {NULL, NULL}, *texts[2] = {NULL, NULL};
    guint n = 0;
    FIELD_FOREACH (record, field) {
        gboolean simple = field->record == NULL && field->example != NULL;
        if (simple && n < G_N_ELEMENTS(keys)) {
            keys[n] = field->key;
            texts[n++] = field->example;
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (forms[i].record == record && forms[i].value_key == NULL &&
            forms[i].name_key != NULL && node->kind == YAML_TEXT) {
            keys[0] = forms[i].name_key;
            texts[0] = node->text;
            keys[1] = NULL;
            n = 1;
        }
    }
    if (n > 0)
        append_pairs(out, keys, texts);
}

void
bind_report_not_map(DiagList *diags, const Field *field, const YamlNode *node)
{
    g_autoptr(GString) form = g_string_new(NULL);
    if (field->record != NULL)
        append_form(form, field->record, node);
    else if (field->type == FIELD_LEVELS)
        g_string_append(form, "{sk-missing: catatan}");
    diag_add(diags, DIAG_VALUE_NOT_MAP, node->mark, bind_width(node), field->key, form->str,
             NULL);
}

/* The texts of a list in one; FALSE when one of them is none. */
static gboolean
join_texts(GString *out, const YamlNode *list)
{
    for (guint i = 0; i < list->n; i++) {
        if (list->items[i]->kind != YAML_TEXT)
            return FALSE;
        g_string_append_printf(out, "%s%s", i > 0 ? "; " : "", list->items[i]->text);
    }
    return TRUE;
}

void
bind_report_not_text(DiagList *diags, const Field *field, const YamlNode *node)
{
    enum { JOINED_MAX = 120 };
    g_autoptr(GString) joined = g_string_new(NULL);
    gboolean own = node->kind == YAML_LIST && node->n > 0 && join_texts(joined, node) &&
                   joined->len <= JOINED_MAX;
    gboolean phones = own && node->n > 1 && strcmp(field->key, "telepon") == 0;
    const char *example = field->example != NULL ? field->example : "…";
    if (phones)
        diag_add(diags, DIAG_VALUE_NOT_TEXT, node->mark, 1, field->key, node->items[0]->text,
                 node->items[1]->text, NULL);
    else
        diag_add(diags, DIAG_VALUE_NOT_TEXT, node->mark, 1, field->key,
                 own ? joined->str : example, NULL);
}

const char *
bind_meant_choice(const Field *field, const char *text)
{
    g_autoptr(GString) word = g_string_new(NULL), folded = g_string_new("|");
    while (fold_next_word(&text, word))
        g_string_append_printf(folded, "%s%s", folded->len > 1 ? " " : "", word->str);
    g_string_append_c(folded, '=');
    g_autofree char *list = g_strconcat("|", field->meant, NULL);
    const char *at = field->meant != NULL ? strstr(list, folded->str) : NULL;
    const char *choice = NULL;
    for (guint i = 0; at != NULL && (choice = field->choice(i)) != NULL; i++) {
        gsize len = strlen(choice);
        const char *found = at + folded->len;
        if (strncmp(found, choice, len) == 0 && strchr("|", found[len]) != NULL)
            break;
    }
    return choice;
}
