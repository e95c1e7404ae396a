#include "model/bind.h"
#include "base/suggest.h"
#include "model/bind-remedy.h"
#include "model/bind-slips.h"
#include "model/scan.h"
#include "text/slug.h"
#include "value/color.h"
#include <string.h>

static void bind_field(
    const Bind *b, const Record *record, const Field *field, const YamlNode *node, void *self);
static gboolean bind_item(
    const Bind *b, const Field *field, const YamlNode *node, gboolean in_list, void *self);

static void *
at(void *self, gsize offset)
{
    return (char *)self + offset;
}

gboolean
bind_is_key(const char *key, gsize len, gconstpointer data)
{
    return field_find(data, key, (gssize)len) != NULL;
}

/* "-" counts as empty (content contract, section 2). */
static Text
text_of(const YamlNode *node)
{
    gboolean dash = node->text[0] == '-' && node->text[1] == '\0';
    return (Text){dash ? "" : node->text, node->mark};
}

static void
complain(
    const Bind *b, DiagCode code, const YamlNode *node, const char *first, const char *second)
{
    diag_add(b->diags, code, node->mark, bind_width(node), first, second, NULL);
}

static gboolean
want_text(const Bind *b, const Field *field, const YamlNode *node, Text *text)
{
    if (node->kind != YAML_TEXT) {
        bind_report_not_text(b->diags, field, node);
        return FALSE;
    }
    *text = text_of(node);
    return TRUE;
}

/* One text of a list: `- Label: isi` is a mapping to YAML and a text to the author. */
static gboolean
want_list_text(
    const Bind *b, const Field *field, const YamlNode *node, gboolean in_list, Text *text)
{
    if (in_list && node->kind == YAML_MAP && node->n == 1) {
        bind_check_nested(b->diags, node);
        *text = (Text){yaml_source_text(b->arena, node), node->mark};
        return TRUE;
    }
    return want_text(b, field, node, text);
}

static gboolean
is_empty_text(const YamlNode *node)
{
    return node->kind == YAML_TEXT && *text_of(node).str == '\0';
}

/* Nothing was written: no text, or a list in which nothing is. */
static gboolean
is_unfilled(const YamlNode *node)
{
    gboolean unfilled = node->kind == YAML_LIST || is_empty_text(node);
    for (guint i = 0; node->kind == YAML_LIST && i < node->n; i++)
        unfilled &= is_empty_text(node->items[i]);
    return unfilled;
}

static guint64
field_bit(const Record *record, const Field *field)
{
    return (guint64)1 << (field - record->fields);
}

static const char *
joined_choices(const Bind *b, const Field *field)
{
    g_autoptr(GString) all = g_string_new(NULL);
    const char *choice;
    for (guint i = 0; (choice = field->choice(i)) != NULL; i++)
        g_string_append_printf(all, "%s%s", i ? ", " : "", choice);
    return arena_strndup(b->arena, all->str, all->len);
}

static gboolean
read_choice(
    const Bind *b, const Field *field, const YamlNode *node, const char *text, gint64 *index)
{
    const char *names[32], *choice;
    guint n = 0;
    for (; (choice = field->choice(n)) != NULL && n < G_N_ELEMENTS(names); n++) {
        names[n] = choice;
        if (g_ascii_strcasecmp(choice, text) == 0) {
            *index = n;
            return TRUE;
        }
    }
    const char *meant = bind_meant_choice(field, text);
    const char *near = meant != NULL ? meant : suggest_word(text, names, n);
    diag_add(b->diags, DIAG_CHOICE_UNKNOWN, node->mark, bind_width(node), field->key, text,
             near ? near : "", joined_choices(b, field), NULL);
    return FALSE;
}

static void
read_date(const Bind *b, const YamlNode *node, DateText *out)
{
    out->raw = text_of(node);
    switch (date_parse(out->raw.str, &out->date)) {
    case DATE_READ:
    case DATE_EMPTY:
        return;
    case DATE_UNREADABLE: {
        g_autoptr(GString) guess = g_string_new(NULL);
        date_append_guess(guess, out->raw.str);
        complain(b, DIAG_DATE_UNREADABLE, node, out->raw.str, guess->str);
        return;
    }
    case DATE_IMPOSSIBLE:
        complain(b, DIAG_DATE_IMPOSSIBLE, node, out->raw.str, NULL);
        return;
    }
}

static void
read_switch(const Bind *b, const Field *field, const YamlNode *node, gboolean *out)
{
    Text text;
    if (!want_text(b, field, node, &text))
        return;
    if (g_ascii_strcasecmp(text.str, "ya") == 0 || g_ascii_strcasecmp(text.str, "tidak") == 0)
        *out = g_ascii_tolower(text.str[0]) == 'y';
    else
        complain(b, DIAG_SWITCH_UNREADABLE, node, field->key, text.str);
}

/* "1240" and "1.240": digits, or groups of three behind the first dot. */
static gboolean
read_count(const char *text, guint64 *value)
{
    static const char form[] = "^([0-9]{1,9}|[0-9]{1,3}([.][0-9]{3}){1,2})$";
    if (!g_regex_match_simple(form, text, 0, 0))
        return FALSE;
    *value = 0;
    for (const char *c = text; *c != '\0'; c++)
        *value = *c == '.' ? *value : *value * 10 + (guint64)(*c - '0');
    return TRUE;
}

static void
read_number(
    const Bind *b, const Record *record, const Field *field, const YamlNode *node, Head *self)
{
    Text text;
    guint64 value;
    gboolean count = (field->flags & FIELD_COUNT) != 0;
    gint64 *out = at(self, field->offset);
    if (!want_text(b, field, node, &text) || *text.str == '\0')
        self->given &= ~field_bit(record, field); /* zero would be a number */
    else if (count ? read_count(text.str, &value)
                   : g_ascii_string_to_unsigned(text.str, 10, 1, 100000, &value, NULL))
        *out = (gint64)value;
    else {
        diag_add(b->diags, DIAG_NUMBER_UNREADABLE, node->mark, bind_width(node), field->key,
                 text.str, count ? "0" : "1", NULL);
        self->given &= ~field_bit(record, field);
    }
}

static void
read_slug(const Bind *b, const YamlNode *node, Text *text)
{
    if (*text->str == '\0' || slug_is_valid(text->str))
        return;
    g_autofree char *better = slug_from(text->str);
    complain(b, DIAG_SLUG_BAD, node, text->str, *better ? better : NULL);
    text->str = "";
}

/* A former URL: a relative path of our own site, nothing that climbs out of it. */
static gboolean
is_path(const char *path)
{
    gboolean fine = *path != '\0' && *path != '/' && strpbrk(path, "\\:?#") == NULL;
    for (const char *c = path; fine && *c != '\0'; c++)
        fine = !g_ascii_iscntrl(*c);
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    for (char **p = parts; fine && *p != NULL; p++)
        fine = (*p)[0] != '.' && ((*p)[0] != '\0' || p[1] == NULL);
    return fine;
}

/* What any disk takes, with room for what is added. */
static gboolean
fits_disk(const char *path)
{
    gsize longest = 0, total = strlen(path);
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        part += *part == '/';
        longest = MAX(longest, strcspn(part, "/"));
    }
    return longest <= SCAN_MAX_NAME && total <= SCAN_MAX_PATH;
}

static void
read_path(const Bind *b, const YamlNode *node, Text *text)
{
    const char *path = text->str;
    g_autofree char *decoded = g_uri_unescape_string(path, "/");
    if (!is_path(path))
        complain(b, DIAG_PATH_BAD, node, path, NULL);
    else if (!fits_disk(path))
        complain(b, DIAG_PATH_TOO_LONG, node, path, NULL);
    else if (decoded != NULL && strcmp(decoded, path) != 0)
        complain(b, DIAG_PATH_ENCODED, node, path,
                 g_utf8_validate(decoded, -1, NULL) ? decoded : NULL);
    else
        return;
    text->str = "";
}

static void
read_color(const Bind *b, const YamlNode *node, Text *text)
{
    Color color;
    if (*text->str == '\0' || color_parse(text->str, &color))
        return;
    complain(b, DIAG_COLOR_UNREADABLE, node, text->str, NULL);
    text->str = "";
}

static void
read_duration(const Bind *b, const YamlNode *node, Waktu *waktu)
{
    waktu->waktu = text_of(node);
    waktu->head.mark = node->mark;
    duration_parse(b->arena, waktu->waktu.str, &waktu->value);
}

/* ---- lists ---- */

/* "!penting", "*akta": reported as a tag or reference, and empty for that reason. */
static gboolean
was_refused(const YamlNode *item)
{
    return item->end > item->start &&
           strchr("!*&", source_text(item->mark.source)[item->start]) != NULL;
}

/* `in_list`: the item stands behind a dash, so that `- Label: isi` may be a text. */
typedef gboolean (*ReadItem)(
    const Bind *b, const Field *field, const YamlNode *node, gboolean in_list, void *item);

typedef struct ItemKind {
    gsize size;
    ReadItem read;
} ItemKind;

static void
read_list(const Bind *b, const Field *field, const YamlNode *node, ItemKind kind, void *out)
{
    gboolean in_list = node->kind == YAML_LIST;
    guint n = in_list ? node->n : 1;
    List list = {arena_alloc(b->arena, n * kind.size), 0};
    if (!in_list)
        bind_check_joined(b->diags, node);
    for (guint i = 0; i < n; i++) {
        const YamlNode *item = in_list ? node->items[i] : node;
        bind_check_melted(b->diags, item);
        if (is_empty_text(item)) {
            if (in_list && !was_refused(item))
                complain(b, DIAG_ITEM_EMPTY, item, field->key, NULL);
        } else if (kind.read(b, field, item, in_list,
                             (char *)list.items + list.n * kind.size)) {
            list.n++;
        }
    }
    memcpy(out, &list, sizeof list);
}

static gboolean
read_text_item(
    const Bind *b, const Field *field, const YamlNode *node, gboolean in_list, void *item)
{
    Text *text = item;
    if (!want_list_text(b, field, node, in_list, text))
        return FALSE;
    if (field->type == FIELD_SLUGS)
        read_slug(b, node, text);
    else if (field->type == FIELD_PATHS)
        read_path(b, node, text);
    gint64 index;
    if (field->type == FIELD_CHOICES && !read_choice(b, field, node, text->str, &index))
        return FALSE;
    if (field->type == FIELD_CHOICES)
        text->str = field->choice((guint)index);
    return *text->str != '\0';
}

static gboolean
read_date_item(const Bind *b,
               const Field *field,
               const YamlNode *node,
               gboolean in_list G_GNUC_UNUSED,
               void *item)
{
    Text text;
    if (!want_text(b, field, node, &text))
        return FALSE;
    read_date(b, node, item);
    return date_is_set(((DateText *)item)->date);
}

static gboolean
read_level_pair(const Bind *b, const YamlPair *pair, LevelSetting *level)
{
    DiagCode code;
    DiagLevel found;
    const char *wanted = pair->value->kind == YAML_TEXT ? pair->value->text : "";
    if (!diag_code_find(pair->key->text, &code)) {
        complain(b, DIAG_LEVEL_TAG_UNKNOWN, pair->key, pair->key->text, NULL);
        return FALSE;
    }
    if (!diag_level_find(wanted, &found)) {
        complain(b, DIAG_LEVEL_UNKNOWN, pair->value, wanted, NULL);
        return FALSE;
    }
    *level = (LevelSetting){text_of(pair->key), text_of(pair->value)};
    return TRUE;
}

static void
read_levels(const Bind *b, const Field *field, const YamlNode *node, LevelSettingList *out)
{
    if (is_empty_text(node))
        return;
    if (node->kind != YAML_MAP) {
        bind_report_not_map(b->diags, field, node);
        return;
    }
    out->items = arena_alloc(b->arena, node->n * sizeof *out->items);
    for (guint i = 0; i < node->n; i++) {
        if (read_level_pair(b, &node->pairs[i], &out->items[out->n]))
            out->n++;
    }
}

static void
read_record(const Bind *b, const Field *field, const YamlNode *node, void *out)
{
    ((Head *)out)->mark = node->mark;
    if (is_empty_text(node))
        return;
    if (node->kind != YAML_LIST)
        bind_item(b, field, node, FALSE, out);
    else if (!bind_holds_rows(field->record) || !bind_report_row(b->diags, field, node))
        bind_report_not_map(b->diags, field, node);
}

/* ---- one field ---- */

static void
bind_text_field(const Bind *b, const Field *field, const YamlNode *node, Text *text)
{
    if (!want_text(b, field, node, text))
        return;
    bind_check_melted(b->diags, node);
    if (field->type == FIELD_SLUG)
        read_slug(b, node, text);
    else if (field->type == FIELD_COLOR)
        read_color(b, node, text);
}

static void
bind_link(
    const Bind *b, const Record *record, const Field *field, const YamlNode *node, Link *link)
{
    Text text;
    LinkBase base = *b->links;
    base.from_root = record == &record_origin;
    base.or_words = record == &record_media;
    link->href = "";
    if (want_text(b, field, node, &text))
        link_resolve(&base, text, link);
}

/* A choice that says nothing, or that there is not, leaves its key as if not given: what the other keys say decides. */
static void
bind_choice(
    const Bind *b, const Record *record, const Field *field, const YamlNode *node, Head *self)
{
    Text text;
    gboolean chosen = want_text(b, field, node, &text) && *text.str != '\0' &&
                      read_choice(b, field, node, text.str, at(self, field->offset));
    if (!chosen)
        self->given &= ~field_bit(record, field);
}

static void
bind_field(
    const Bind *b, const Record *record, const Field *field, const YamlNode *node, void *self)
{
    void *out = at(self, field->offset);
    Text text;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_COLOR:
    case FIELD_MONEY:
        bind_text_field(b, field, node, out);
        return;
    case FIELD_TEXTS:
    case FIELD_SLUGS:
    case FIELD_PATHS:
    case FIELD_CHOICES:
        read_list(b, field, node, (ItemKind){sizeof(Text), read_text_item}, out);
        return;
    case FIELD_DATE:
        if (want_text(b, field, node, &text))
            read_date(b, node, out);
        return;
    case FIELD_DATES:
        read_list(b, field, node, (ItemKind){sizeof(DateText), read_date_item}, out);
        return;
    case FIELD_SWITCH:
        read_switch(b, field, node, out);
        return;
    case FIELD_NUMBER:
        read_number(b, record, field, node, self);
        return;
    case FIELD_CHOICE:
        bind_choice(b, record, field, node, self);
        return;
    case FIELD_LINK:
        bind_link(b, record, field, node, out);
        return;
    case FIELD_DURATION:
        if (want_text(b, field, node, &text))
            read_duration(b, node, out);
        return;
    case FIELD_DURATIONS:
    case FIELD_RECORDS:
        read_list(b, field, node, (ItemKind){field->record->size, bind_item}, out);
        return;
    case FIELD_RECORD:
        read_record(b, field, node, out);
        return;
    case FIELD_LEVELS:
        read_levels(b, field, node, out);
        return;
    }
}

/* ---- one record ---- */

static const YamlNode *
value_of(const YamlNode *map, const Field *field)
{
    for (guint i = 0; i < map->n; i++) {
        if (strcmp(map->pairs[i].key->text, field->key) == 0)
            return map->pairs[i].value;
    }
    return NULL;
}

/* `root`: the node is the whole file, which knows the keys that errors took away. A value that was
 * refused has been reported, so only what is not there and what says nothing is. */
static void
check_required(
    const Bind *b, const Record *record, const YamlNode *node, gboolean root, const Head *head)
{
    if (b->translation)
        return;
    FIELD_FOREACH (record, field) {
        if (!(field->flags & FIELD_REQUIRED) || (root && yaml_is_broken(node, field->key)))
            continue;
        const YamlNode *value = value_of(node, field);
        if (value == NULL && (head->given & field_bit(record, field)) != 0)
            continue; /* under a name that was reported */
        if (value == NULL)
            diag_add(b->diags, DIAG_KEY_REQUIRED, node->mark, 0, field->key, field->example,
                     NULL);
        else if (is_unfilled(value))
            diag_add(b->diags, DIAG_VALUE_REQUIRED, value->mark, 0, field->key, field->example,
                     NULL);
    }
}

static void
bind_map(const Bind *b, const Record *record, const YamlNode *node, gboolean root, void *self)
{
    Head *head = self;
    head->mark = node->mark;
    FIELD_FOREACH (record, field) {
        if (field->flags & FIELD_DEFAULT_ON)
            *(gboolean *)at(self, field->offset) = TRUE;
    }
    const Field *field = NULL;
    for (guint i = 0; i < node->n; i++) {
        const YamlPair *pair = &node->pairs[i];
        field = field_find_behind(record, field, pair->key->text, pair->key->len);
        if (field == NULL)
            field = bind_find_disguised(b->diags, record, pair->key);
        if (field == NULL) {
            bind_report_unknown(b->diags, record, pair->key);
            continue;
        }
        if (b->translation && (field->flags & FIELD_NOT_TRANSLATED)) {
            complain(b, DIAG_KEY_NOT_TRANSLATED, pair->key, field->key, NULL);
            continue;
        }
        head->given |= field_bit(record, field);
        bind_field(b, record, field, pair->value, self);
    }
    check_required(b, record, node, root, head);
}

static gboolean
reads_as_text(const Record *record, const YamlNode *node)
{
    return record->text_offset != NO_TEXT && node->kind == YAML_MAP && node->n == 1 &&
           field_find(record, node->pairs[0].key->text, (gssize)node->pairs[0].key->len) ==
               NULL;
}

/* The words of a pair as they are written; of "{WhatsApp: 0856…}" without the signs of YAML around a channel. */
static Text
pair_text(const Bind *b, const Record *record, const YamlNode *node)
{
    const char *words = yaml_source_text(b->arena, node);
    gsize len = strlen(words);
    if (record == &record_channel && len > 2 && words[0] == '{' && words[len - 1] == '}') {
        g_autofree char *inner = g_strstrip(g_strndup(words + 1, len - 2));
        words = arena_strndup(b->arena, inner, strlen(inner));
    }
    return (Text){words, node->mark};
}

static gboolean
bind_item(const Bind *b, const Field *field, const YamlNode *node, gboolean in_list, void *self)
{
    const Record *record = field->record;
    Head *head = self;
    if (node->kind == YAML_TEXT && record->text_offset != NO_TEXT) {
        head->mark = node->mark;
        *(Text *)at(self, record->text_offset) = text_of(node);
    } else if ((in_list || record == &record_channel) && reads_as_text(record, node)) {
        bind_check_nested(b->diags, node);
        head->mark = node->mark;
        *(Text *)at(self, record->text_offset) = pair_text(b, record, node);
    } else if (bind_report_row(b->diags, field, node)) {
        return FALSE;
    } else if (node->kind == YAML_MAP) {
        bind_map(b, record, node, FALSE, self);
    } else {
        bind_report_not_map(b->diags, field, node);
        return FALSE;
    }
    bind_finish(b, record, self);
    return TRUE;
}

void
bind_record(const Bind *bind, const Record *record, const YamlNode *node, void *self)
{
    bind_map(bind, record, node, TRUE, self);
    bind_finish(bind, record, self);
}

void
bind_records(const Bind *bind, const Record *record, const YamlNode *node, List *list)
{
    const Field field = {.key = record->name, .type = FIELD_RECORDS, .record = record};
    read_list(bind, &field, node, (ItemKind){record->size, bind_item}, list);
}
