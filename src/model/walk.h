/**
 * Walk: goes through a record by the table, whatever record it is.
 *
 * For code that treats all texts alike: what is empty, what a translation
 * leaves out, placeholder words, the words for the search. Reads only.
 */
#pragma once
#include "model/charter.h"
#include "model/fields.h"

/** How a field's value lies in its record, for code that treats types alike. */
typedef enum FieldShape {
    SHAPE_TEXT, /* a Text, or what begins with one; a duration's words */
    SHAPE_LIST,
    SHAPE_RECORD,
    SHAPE_GIVEN, /* a switch, number or choice: the record knows whether it was given */
} FieldShape;
/** What a value of each FieldType takes in its record, and one item of a list (0: no list; records: their own size). */
typedef struct FieldLayout {
    FieldShape shape;
    guint value, item;
} FieldLayout;
extern const FieldLayout field_layouts[];

static inline FieldShape
field_shape(const Field *field)
{
    return field_layouts[field->type].shape;
}

/** Bytes of the field's value in its record. */
static inline gsize
field_size(const Field *field)
{
    return field->type == FIELD_RECORD ? field->record->size : field_layouts[field->type].value;
}

/** Bytes of one item of a list field; 0 for a field that is no list. */
static inline gsize
field_item_size(const Field *field)
{
    gboolean records = field->type == FIELD_DURATIONS || field->type == FIELD_RECORDS;
    return records ? field->record->size : field_layouts[field->type].item;
}

/** The words of a SHAPE_TEXT. */
static inline const Text *
field_words(const Field *field, gconstpointer value)
{
    return field->type == FIELD_DURATION ? &((const Waktu *)value)->waktu : (const Text *)value;
}

/** The member of `self` that the field describes. */
static inline gconstpointer
field_value(const Field *field, gconstpointer self)
{
    return (const char *)self + field->offset;
}

/** TRUE when nothing was put there, as in most fields of most records: one look, for loops over all of them. */
static inline gboolean
field_is_absent(const Field *field, gconstpointer self)
{
    enum { /* every other value begins with the pointer of its text or list */
           NO_POINTER = 1 << FIELD_SWITCH | 1 << FIELD_NUMBER | 1 << FIELD_CHOICE |
                        1 << FIELD_DURATION | 1 << FIELD_RECORD
    };
    return (NO_POINTER & 1 << field->type) == 0 &&
           *(const void *const *)field_value(field, self) == NULL;
}

/** What `self` was written as when it was one text that no key names ("biaya: gratis"); NULL: it was not. */
static inline const Text *
record_own_text(const Record *record, gconstpointer self)
{
    const Text *text = (const Text *)((const char *)self + record->text_offset);
    if (record->text_offset == NO_TEXT || text->str == NULL)
        return NULL;
    FIELD_FOREACH (record, field) {
        if (field->offset == record->text_offset)
            return NULL;
    }
    return text;
}

/** TRUE when no field holds words and no choice was given. */
gboolean record_is_empty(const Record *record, gconstpointer self);
/** TRUE when the field holds no words at all: absent, empty, "-", or a list without items. */
static inline gboolean
field_is_empty(const Field *field, gconstpointer self)
{
    gconstpointer value = field_value(field, self);
    switch (field_shape(field)) {
    case SHAPE_TEXT:
        return !text_has_words(*field_words(field, value));
    case SHAPE_LIST:
        return ((const List *)value)->n == 0;
    case SHAPE_RECORD:
        return record_is_empty(field->record, value);
    case SHAPE_GIVEN:
        break;
    }
    return TRUE;
}

/** Called with every text that holds words, in the order of the table, records inside records included. */
typedef void (*WalkText)(const Record *record,
                         const Field *field,
                         const Text *text,
                         gpointer data);
void record_each_text(const Record *record, gconstpointer self, WalkText text, gpointer data);

/** Called with every list of more than one item, before what is in it. */
typedef void (*WalkList)(const Field *field, const List *list, gpointer data);
typedef struct Walk {
    WalkText text;
    WalkList list; /* NULL: they are not asked for */
    gpointer data;
} Walk;
/** record_each_text() for who wants the lists, too. */
void record_walk(const Record *record, gconstpointer self, const Walk *walk);

/** The service, or translation, of that path; NULL = none. */
const Service *agency_find_service(const Agency *agency, const char *path);
