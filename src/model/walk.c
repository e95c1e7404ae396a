#include "model/walk.h"

/* What a value of each type takes in its record, and one item of a list (0: no list; records: their own size). */
static const struct {
    gsize value, item;
} sizes[] = {
    [FIELD_TEXT] = {sizeof(Text), 0},
    [FIELD_SLUG] = {sizeof(Text), 0},
    [FIELD_COLOR] = {sizeof(Text), 0},
    [FIELD_MONEY] = {sizeof(Text), 0},
    [FIELD_TEXTS] = {sizeof(List), sizeof(Text)},
    [FIELD_SLUGS] = {sizeof(List), sizeof(Text)},
    [FIELD_PATHS] = {sizeof(List), sizeof(Text)},
    [FIELD_CHOICES] = {sizeof(List), sizeof(Text)},
    [FIELD_DATES] = {sizeof(List), sizeof(DateText)},
    [FIELD_LEVELS] = {sizeof(List), sizeof(LevelSetting)},
    [FIELD_DURATIONS] = {sizeof(List), 0},
    [FIELD_RECORDS] = {sizeof(List), 0},
    [FIELD_DATE] = {sizeof(DateText), 0},
    [FIELD_SWITCH] = {sizeof(gboolean), 0},
    [FIELD_NUMBER] = {sizeof(gint64), 0},
    [FIELD_CHOICE] = {sizeof(gint64), 0},
    [FIELD_LINK] = {sizeof(Link), 0},
    [FIELD_DURATION] = {sizeof(Waktu), 0},
    [FIELD_RECORD] = {0, 0},
};

gsize
field_size(const Field *field)
{
    return field->type == FIELD_RECORD ? field->record->size : sizes[field->type].value;
}

gsize
field_item_size(const Field *field)
{
    gboolean records = field->type == FIELD_DURATIONS || field->type == FIELD_RECORDS;
    return records ? field->record->size : sizes[field->type].item;
}

static gboolean
record_is_empty(const Record *record, gconstpointer self)
{
    if (record->text_offset != NO_TEXT &&
        text_has_words(*(const Text *)((const char *)self + record->text_offset)))
        return FALSE;
    FIELD_FOREACH (record, field) {
        gboolean chosen = field->type == FIELD_CHOICE && field_is_given(record, self, field);
        if (chosen || !field_is_empty(field, self)) /* "jenis: gratis" is all of a fee */
            return FALSE;
    }
    return TRUE;
}

gboolean
field_is_empty(const Field *field, gconstpointer self)
{
    gconstpointer value = field_value(field, self);
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_COLOR:
    case FIELD_MONEY:
        return !text_has_words(*(const Text *)value);
    case FIELD_DATE:
        return !text_has_words(((const DateText *)value)->raw);
    case FIELD_LINK:
        return !text_has_words(((const Link *)value)->raw);
    case FIELD_DURATION:
        return !text_has_words(((const Waktu *)value)->waktu);
    case FIELD_TEXTS:
    case FIELD_SLUGS:
    case FIELD_PATHS:
    case FIELD_DATES:
    case FIELD_CHOICES:
    case FIELD_DURATIONS:
    case FIELD_RECORDS:
    case FIELD_LEVELS:
        return ((const List *)value)->n == 0;
    case FIELD_RECORD:
        return record_is_empty(field->record, value);
    case FIELD_SWITCH:
    case FIELD_NUMBER:
    case FIELD_CHOICE:
        return TRUE; /* their record knows whether they were given */
    }
    return TRUE;
}

static void
each(const Record *record, const Field *field, const Text *text, WalkText func, gpointer data)
{
    if (text_has_words(*text))
        func(record, field, text, data);
}

static void
each_in_list(
    const Record *record, const Field *field, const List *list, WalkText func, gpointer data)
{
    gsize size = field_item_size(field);
    for (guint i = 0; i < list->n; i++) {
        gconstpointer item = (const char *)list->items + i * size;
        if (field->record != NULL)
            record_each_text(field->record, item, func, data);
        else /* Text, and DateText and LevelSetting, which begin with one */
            each(record, field, item, func, data);
    }
}

static void
each_in_field(
    const Record *record, const Field *field, gconstpointer value, WalkText func, gpointer data)
{
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_COLOR:
    case FIELD_MONEY:
    case FIELD_DATE: /* begins with its Text, as Link does */
    case FIELD_LINK:
        each(record, field, value, func, data);
        return;
    case FIELD_DURATION:
        each(record, field, &((const Waktu *)value)->waktu, func, data);
        return;
    case FIELD_TEXTS:
    case FIELD_SLUGS:
    case FIELD_PATHS:
    case FIELD_DATES:
    case FIELD_CHOICES:
    case FIELD_DURATIONS:
    case FIELD_RECORDS:
    case FIELD_LEVELS:
        each_in_list(record, field, value, func, data);
        return;
    case FIELD_RECORD:
        record_each_text(field->record, value, func, data);
        return;
    case FIELD_SWITCH:
    case FIELD_NUMBER:
    case FIELD_CHOICE:
        return;
    }
}

void
record_each_text(const Record *record, gconstpointer self, WalkText func, gpointer data)
{
    const Text *own = record_own_text(record, self);
    if (own != NULL)
        each(record, NULL, own, func, data);
    FIELD_FOREACH (record, field) {
        if (!field_is_absent(field, self))
            each_in_field(record, field, field_value(field, self), func, data);
    }
}
