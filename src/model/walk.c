#include "model/walk.h"
#include <string.h>

const FieldLayout field_layouts[] = {
    [FIELD_TEXT] = {SHAPE_TEXT, sizeof(Text), 0},
    [FIELD_SLUG] = {SHAPE_TEXT, sizeof(Text), 0},
    [FIELD_COLOR] = {SHAPE_TEXT, sizeof(Text), 0},
    [FIELD_MONEY] = {SHAPE_TEXT, sizeof(Text), 0},
    [FIELD_TEXTS] = {SHAPE_LIST, sizeof(List), sizeof(Text)},
    [FIELD_SLUGS] = {SHAPE_LIST, sizeof(List), sizeof(Text)},
    [FIELD_PATHS] = {SHAPE_LIST, sizeof(List), sizeof(Text)},
    [FIELD_CHOICES] = {SHAPE_LIST, sizeof(List), sizeof(Text)},
    [FIELD_DATES] = {SHAPE_LIST, sizeof(List), sizeof(DateText)},
    [FIELD_LEVELS] = {SHAPE_LIST, sizeof(List), sizeof(LevelSetting)},
    [FIELD_DURATIONS] = {SHAPE_LIST, sizeof(List), 0},
    [FIELD_RECORDS] = {SHAPE_LIST, sizeof(List), 0},
    [FIELD_DATE] = {SHAPE_TEXT, sizeof(DateText), 0},
    [FIELD_SWITCH] = {SHAPE_GIVEN, sizeof(gboolean), 0},
    [FIELD_NUMBER] = {SHAPE_GIVEN, sizeof(gint64), 0},
    [FIELD_CHOICE] = {SHAPE_GIVEN, sizeof(gint64), 0},
    [FIELD_LINK] = {SHAPE_TEXT, sizeof(Link), 0},
    [FIELD_DURATION] = {SHAPE_TEXT, sizeof(Waktu), 0},
    [FIELD_RECORD] = {SHAPE_RECORD, 0, 0},
};

gboolean
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

static void
each(const Walk *walk, const Record *record, const Field *field, const Text *text)
{
    if (text_has_words(*text))
        walk->text(record, field, text, walk->data);
}

static void
each_in_list(const Walk *walk, const Record *record, const Field *field, const List *list)
{
    gsize size = field_item_size(field);
    if (walk->list != NULL && list->n > 1)
        walk->list(field, list, walk->data);
    for (guint i = 0; i < list->n; i++) {
        gconstpointer item = (const char *)list->items + i * size;
        if (field->record != NULL)
            record_walk(field->record, item, walk);
        else /* Text, and DateText and LevelSetting, which begin with one */
            each(walk, record, field, item);
    }
}

static void
each_in_field(const Walk *walk, const Record *record, const Field *field, gconstpointer value)
{
    switch (field_shape(field)) {
    case SHAPE_TEXT:
        each(walk, record, field, field_words(field, value));
        return;
    case SHAPE_LIST:
        each_in_list(walk, record, field, value);
        return;
    case SHAPE_RECORD:
        record_walk(field->record, value, walk);
        return;
    case SHAPE_GIVEN:
        return;
    }
}

void
record_walk(const Record *record, gconstpointer self, const Walk *walk)
{
    const Text *own = record_own_text(record, self);
    if (own != NULL)
        each(walk, record, NULL, own);
    FIELD_FOREACH (record, field) {
        if (!field_is_absent(field, self))
            each_in_field(walk, record, field, field_value(field, self));
    }
}

void
record_each_text(const Record *record, gconstpointer self, WalkText text, gpointer data)
{
    record_walk(record, self, &(Walk){.text = text, .data = data});
}

const Service *
agency_find_service(const Agency *agency, const char *path)
{
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        if (strcmp(service->path, path) == 0)
            return service;
        for (guint k = 0; k < service->translations.n; k++)
            if (strcmp(service->translations.items[k].path, path) == 0)
                return &service->translations.items[k];
    }
    return NULL;
}
