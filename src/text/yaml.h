/**
 * Yaml: the text of a YAML mapping as a tree of nodes that know their place.
 *
 * libyaml does the reading; this module adds what it leaves out: marks in the
 * source's own lines and columns, limits (depth, items, text length), duplicate
 * keys, no aliases, tags or anchors, and going on after a syntax error. Every
 * scalar is text. Nodes live in the caller's arena and borrow nothing but the
 * Source. Knows no key's meaning: known top-level keys are asked for.
 */
#pragma once
#include "base/arena.h"
#include "base/diag.h"

typedef enum YamlKind { YAML_TEXT, YAML_LIST, YAML_MAP } YamlKind;
typedef struct YamlNode YamlNode;
typedef struct YamlPair {
    YamlNode *key; /* always YAML_TEXT */
    YamlNode *value;
} YamlPair;
struct YamlNode {
    YamlKind kind;
    Mark mark;      /* where it begins */
    gboolean plain; /* a scalar without quotes: an empty plain scalar is "no value" */
    /* YAML_TEXT: never NULL, NUL-terminated, the trailing newlines of | and > kept off. */
    const char *text;
    gsize len;
    guint32 start, end; /* byte offsets in source_text(): first byte, first byte behind */
    guint n;            /* YAML_LIST, YAML_MAP: items or pairs */
    YamlNode **items;   /* YAML_LIST */
    YamlPair *pairs;    /* YAML_MAP, keys unique */
};
enum {
    YAML_MAX_DEPTH = 32,
    YAML_MAX_ITEMS = 2000, /* of one list or mapping */
    YAML_MAX_TEXT = 64 * 1024,
    YAML_MAX_NODES =
        200000, /* of one document: keeps a hostile 4 MiB file under 32 MiB of memory */
    YAML_MAX_FINDINGS = 200
};

typedef gboolean (*YamlIsKey)(const char *key, gsize len, gconstpointer data);

/* The lines of a text that are one YAML document. */
typedef struct YamlPart {
    const Source *source;
    guint first, last;  /* from 1, inclusive */
    gboolean root_list; /* the root is a list, not a mapping */
} YamlPart;

/**
 * Reads one document. Never NULL: what cannot be read
 * is reported to `diags` and left out (a root of the other kind reads as empty); a syntax
 * error costs only its top-level key (or top-level list item): reading goes on at the next
 * line whose column 1 begins a key for which is_key() is TRUE (or "- "). is_key may be NULL:
 * any "word:" in column 1.
 */
YamlNode *yaml_read(
    Arena *arena, const YamlPart *part, YamlIsKey is_key, gconstpointer data, DiagList *diags);

/** The value of `key` in a mapping, or NULL. */
YamlNode *yaml_find(const YamlNode *map, const char *key);

/**
 * For the root that yaml_read() gave: TRUE when `key` stands in the file but its value was
 * lost to an error, so that nobody reports it as missing.
 */
gboolean yaml_is_broken(const YamlNode *root, const char *key);

/**
 * The words of a node as the author wrote them, lines folded into one: for `- Label: isi`, which
 * is a mapping to YAML and a text to the author. Quotes around key or value are taken off.
 */
const char *yaml_source_text(Arena *arena, const YamlNode *node);
