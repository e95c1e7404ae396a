/**
 * Schema: the table of fields, told to people and to editors.
 *
 * Turns model/fields.c into a reference (`maklumat explain`), JSON Schemas
 * (2020-12) that complete and check keys in an editor, and commented
 * scaffolds. Adds no key and no rule of its own; what a schema cannot say
 * (numbering, links, holidays) is the checker's. Pure, any thread.
 */
#pragma once
#include "base/diag.h"
#include "model/fields.h"

/* What scaffolds write where a date or opening hours belong: it can be read, but nobody means it. */
#define SCAFFOLD_DATE  "1111-11-11"
#define SCAFFOLD_YEAR  "1111"
#define SCAFFOLD_HOURS "00.00–00.01"

/** A file of the content folder that has a schema. */
typedef struct SchemaFile {
    const char *name; /* "layanan": as the user says it */
    const Record *record;
    gboolean is_list; /* the file is a list of such records */
} SchemaFile;

/** All of them; *n receives their number. */
const SchemaFile *schema_files(guint *n);
/** The file called so, or NULL. */
const SchemaFile *schema_file(const char *name);

/** Appends the JSON Schema of a file, descriptions in `lang`. */
void schema_append_json(const SchemaFile *file, DiagLang lang, GString *out);

/** What a value of this type is, in words. */
const char *schema_type_words(FieldType type, DiagLang lang);

/** Appends what there is to know of one key. */
void schema_append_field(const Record *record, const Field *field, DiagLang lang, GString *out);

/**
 * Appends the keys of a record as YAML comments, each under its explanation and with its example.
 * Those in `active` (NULL-ended; NULL = the required ones) are left out: the caller has written them.
 */
void schema_append_scaffold(const Record *record,
                            const char *const *active,
                            DiagLang lang,
                            GString *out);
