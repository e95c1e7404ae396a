/**
 * Fields: THE TABLE. Every key of the content contract is spelled here once.
 *
 * A Record describes one mapping of the contract (service, step, fee, …): its C
 * struct, its keys, their types and where their values go. The binder, the
 * checker, `explain`, the JSON Schema, the scaffolds, the open data and the
 * templates all read these tables and nothing else spells a key. Data only;
 * constant; any thread.
 */
#pragma once
#include <glib.h>

typedef enum FieldType {
    FIELD_TEXT,      /* Text */
    FIELD_TEXTS,     /* TextList: a text or a list of texts */
    FIELD_SLUG,      /* Text of [a-z0-9-] */
    FIELD_SLUGS,     /* TextList of slugs */
    FIELD_PATHS,     /* TextList of former URLs */
    FIELD_DATE,      /* DateText */
    FIELD_DATES,     /* DateList */
    FIELD_SWITCH,    /* gboolean: ya, tidak */
    FIELD_NUMBER,    /* gint64, from 1; a FIELD_COUNT from 0 */
    FIELD_CHOICE,    /* gint64: index into `choices` */
    FIELD_CHOICES,   /* TextList, each one of `choices` */
    FIELD_LINK,      /* Link */
    FIELD_COLOR,     /* Text #rrggbb */
    FIELD_MONEY,     /* Text; the record keeps status and rupiah */
    FIELD_DURATION,  /* Waktu: one duration */
    FIELD_DURATIONS, /* WaktuList: a duration or a list of {untuk, waktu} */
    FIELD_RECORD,    /* embedded struct of `record` */
    FIELD_RECORDS,   /* list of `record`; a single one counts as a list of one */
    FIELD_LEVELS,    /* LevelSettingList: tag: level */
} FieldType;

enum {
    FIELD_REQUIRED = 1 << 0,
    FIELD_NOT_TRANSLATED = 1 << 1, /* refused in slug.en.md */
    FIELD_DEFAULT_ON = 1 << 2,     /* FIELD_SWITCH: ya when absent */
    FIELD_NAME = 1 << 4,           /* tells the items of a list apart: a variant's name, a year */
    FIELD_COUNT = 1 << 3,          /* FIELD_NUMBER: how many; from 0, with or without dots: 1.240 */
};

typedef struct Record Record;
typedef struct Field {
    const char *key;
    FieldType type;
    gsize offset;
    const Record *record; /* FIELD_RECORD, FIELD_RECORDS */
    const char *(*choice)(
        guint);       /* FIELD_CHOICE(S): the i-th value allowed, NULL after the last */
    guint8 component; /* 1 … 14 (PermenPANRB 15/2014), 0 = none */
    guint8 flags;
    const char *doc_id, *doc_en; /* one line for `explain`, schema and scaffold */
    const char *example;         /* a value as one would write it; NULL = none */
    /* What is written in place of a choice, folded: "surel=email|wa=whatsapp". A finding suggests it; NULL = none. */
    const char *meant;
    /* Other headings offices write over it, folded, with | between; ? before one that may mean
       something else. Read by import only; NULL = none. */
    const char *aliases;
} Field;

struct Record {
    const char *name; /* "service", "step", …: for explain and the schema's $defs */
    const char *doc_id, *doc_en;
    gsize size;
    const Field *fields;
    guint n_fields;
    gsize
        text_offset; /* where a bare text goes (a Text member); NO_TEXT = only a mapping will do */
};
enum { NO_TEXT = 0 }; /* offset 0 is always the Head */

extern const Record record_own_page, record_service, record_agency, record_site, record_region, record_topic,
    record_holiday_file, record_defaults, record_step, record_branch, record_requirement,
    record_item, record_fee, record_tariff, record_channel, record_complaint, record_officer,
    record_decree, record_access, record_hours, record_special_hours, record_variant,
    record_origin, record_pledge, record_satisfaction, record_satisfaction_parts, record_chief,
    record_media, record_holiday, record_poster, record_waktu, record_compensation, record_forum,
    record_queue, record_venue, record_follow_up, record_complaint_result, record_conduct,
    record_accessibility, record_change, record_pause, record_notice, record_journey,
    record_journey_step;

/** Every record, in the order of the contract; *n receives their number. */
const Record *const *records_all(guint *n);

/** The field called `key` (len bytes), or NULL. */
const Field *field_find(const Record *record, const char *key, gssize len);
/** The same, looked for from behind `before` (NULL: from the first) on: keys mostly come in the order of the table. */
const Field *
field_find_behind(const Record *record, const Field *before, const char *key, gsize len);

/** The field of component `c` (1 … 14) in the service table; never NULL. */
const Field *field_component(guint c);

/** Was this key given in the source? `self` begins with a Head. */
gboolean field_is_given(const Record *record, gconstpointer self, const Field *field);

/** FIELD_FOREACH (record, field): all rows in order. */
#define FIELD_FOREACH(record, field)                                                           \
    for (const Field *field = (record)->fields; field < (record)->fields + (record)->n_fields; \
         field++)

/** Official names of the 14 components, as PermenPANRB 15/2014 has them; [1] … [14]. */
extern const char *const component_names[15];
