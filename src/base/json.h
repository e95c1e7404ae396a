/**
 * Json: writes JSON to a GString, value after value.
 *
 * Commas, colons and nesting are kept by the writer; wrong order of calls is
 * the programmer's mistake and asserted. The output is ASCII-safe for HTML:
 * `<`, `>`, `&` and U+2028/2029 are written as \u escapes, so it may stand in
 * a script element. Bytes that are not UTF-8 become U+FFFD. A Json lives on
 * the stack, owns nothing and borrows the GString. One thread at a time.
 */
#pragma once
#include <glib.h>

enum { JSON_MAX_DEPTH = 63 };

typedef struct Json {
    GString *out;
    guint indent; /* spaces per level; 0 = everything on one line */
    guint lines;  /* levels whose items stand on lines of their own: all of them, unless set lower */
    guint depth;
    guint64 is_object; /* bit per level */
    gboolean has_items; /* the level at hand */
    gboolean after_key;
} Json;

void json_init(Json *json, GString *out, guint indent);
void json_object_begin(Json *json);
void json_object_end(Json *json);
void json_array_begin(Json *json);
void json_array_end(Json *json);
/** `key` is a name of the program's own, written as it is: nothing in it needs an escape. */
void json_key(Json *json, const char *key);
/** A key whose value begins; ended by json_object_end(), json_array_end(). */
void json_key_object(Json *json, const char *key);
void json_key_array(Json *json, const char *key);
void json_text(Json *json,
               const char *text,
               gssize len); /* len -1 = NUL-terminated; NULL text = null */
void json_int(Json *json, gint64 value);
void json_bool(Json *json, gboolean value);
void json_null(Json *json);
/** A value that is JSON already, on one line. */
void json_raw(Json *json, const char *value);
/** Once more the value that stands at `start` of the output, at a level as deep as this one. */
void json_again(Json *json, gsize start, gsize len);

/** key and value at once; json_text_pair() writes nothing when `text` is NULL. */
void json_text_pair(Json *json, const char *key, const char *text);
void json_int_pair(Json *json, const char *key, gint64 value);
void json_bool_pair(Json *json, const char *key, gboolean value);

/** Appends one quoted JSON string alone, with the escapes above. */
void json_append_string(GString *out, const char *text, gssize len);
