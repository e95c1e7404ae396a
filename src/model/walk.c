#include "model/walk.h"

gsize
field_item_size(const Field *field)
{
    switch (field->type) {
    case FIELD_TEXTS:
    case FIELD_SLUGS:
    case FIELD_PATHS:
    case FIELD_CHOICES:
        return sizeof(Text);
    case FIELD_DATES:
        return sizeof(DateText);
    case FIELD_DURATIONS:
    case FIELD_RECORDS:
        return field->record->size;
    case FIELD_LEVELS:
        return sizeof(LevelSetting);
    case FIELD_TEXT:
    case FIELD_SLUG:
    case FIELD_DATE:
    case FIELD_SWITCH:
    case FIELD_NUMBER:
    case FIELD_CHOICE:
    case FIELD_LINK:
    case FIELD_COLOR:
    case FIELD_MONEY:
    case FIELD_DURATION:
    case FIELD_RECORD:
        return 0;
    }
    return 0;
}

gconstpointer
field_value(const Field *field, gconstpointer self)
{
    return (const char *)self + field->offset;
}

static gboolean
has_words(const Text *text)
{
    return text->str != NULL && *text->str != '\0';
}

static gboolean
record_is_empty(const Record *record, gconstpointer self)
{
    if (record->text_offset != NO_TEXT &&
        has_words((const Text *)((const char *)self + record->text_offset)))
        return FALSE;
    FIELD_FOREACH (record, field) {
        if (!field_is_empty(field, self))
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
        return !has_words(value);
    case FIELD_DATE:
        return !has_words(&((const DateText *)value)->raw);
    case FIELD_LINK:
        return !has_words(&((const Link *)value)->raw);
    case FIELD_DURATION:
        return !has_words(&((const Waktu *)value)->waktu);
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
        return TRUE; /* a choice alone says nothing */
    }
    return TRUE;
}

static void
each(const Record *record, const Field *field, const Text *text, WalkText func, gpointer data)
{
    if (has_words(text))
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
    const Text *own = (const Text *)((const char *)self + record->text_offset);
    gboolean own_is_field = FALSE;
    FIELD_FOREACH (record, field) {
        own_is_field |= field->offset == record->text_offset;
    }
    if (record->text_offset != NO_TEXT && !own_is_field)
        each(record, NULL, own, func, data);
    FIELD_FOREACH (record, field) {
        each_in_field(record, field, field_value(field, self), func, data);
    }
}
