/**
 * YamlNode: a node of a YAML text and how many there may be; what reads such texts makes them (yaml.h), everybody reads them.
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

/* The lines of a text that are one YAML document. */
typedef struct YamlPart {
    const Source *source;
    guint first, last;  /* from 1, inclusive */
    gboolean root_list; /* the root is a list, not a mapping */
} YamlPart;
