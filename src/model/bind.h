/**
 * Bind: a tree of YAML nodes becomes a record of the model, by the table.
 *
 * Walks model/fields.c and nothing else: unknown keys, missing keys and values
 * of another type than the table's are reported with their place and left out;
 * reading goes on. Types that need a grammar (durations, dates, links, channels
 * …) are read here too; what they mean together (numbering, inheritance) is
 * load.c's. Everything made lives in the caller's arena. One thread.
 */
#pragma once
#include "model/charter.h"
#include "model/fields.h"
#include "model/link.h"
#include "text/yaml.h"

typedef struct Bind {
    Arena *arena;
    DiagList *diags;
    const LinkBase *links; /* how addresses in this file are resolved */
    gboolean translation;  /* slug.en.md: nothing is required, some keys are refused */
} Bind;

/** Reads the mapping `node` into `self` (zeroed, record->size bytes). Never fails: what is wrong is reported and absent. */
void bind_record(const Bind *bind, const Record *record, const YamlNode *node, void *self);

/** Reads a list of records (keperluan.yaml is one); `node` may be a single record. */
void bind_records(const Bind *bind, const Record *record, const YamlNode *node, List *list);

/** Reads what the fields of `self` mean together; what bind_check() says of it too, but for a translation. For bind.c alone. */
void bind_finish(const Bind *bind, const Record *record, void *self);
/**
 * Is the record whole? A group has items, a step has words; nothing is said where a text was refused. A translation
 * holds only what is translated, so it is checked once it is joined with its original.
 */
void bind_check(const Record *record, const void *self, DiagList *diags);

/** A yaml_read() predicate: is this a key of the Record given as `data`? */
gboolean bind_is_key(const char *key, gsize len, gconstpointer data);
