/**
 * YamlEdit: changes one value of a YAML text and leaves every other byte alone.
 *
 * For an editor that shares a file with people: comments, order, quoting, blank
 * lines, line ends and a BOM outside of the changed key's lines stay byte for
 * byte. The edit is a splice of the bytes, made the way the text around it is
 * written; what came out is read again and compared with what was wanted, value
 * by value, so a text is changed rightly or not at all. A text in which
 * yaml_read() finds a mistake is not edited. Knows no key's meaning. Pure.
 */
#pragma once
#include "text/yaml.h"

/** One step down: into a mapping by key, or (`key` NULL) into a list by place, from 0. */
typedef struct YamlStep {
    const char *key;
    guint index;
} YamlStep;

enum { YAML_PATH_MAX = 2 * YAML_MAX_DEPTH };

/** Which value. A value that stands where a list could counts as a list of one. */
typedef struct YamlPath {
    const YamlStep *steps;
    guint n; /* at most YAML_PATH_MAX */
} YamlPath;

typedef enum YamlAction {
    YAML_SET,    /* the value at the path becomes `value`; missing ones above it are made */
    YAML_REMOVE, /* what is empty then goes too, up to an item of a list, which becomes "" */
    YAML_INSERT, /* `value` becomes a new item at the path's last place */
    YAML_MOVE, /* the item at the path goes to place `to` of its list, with the comments above it */
} YamlAction;

typedef struct YamlChange {
    YamlAction action;
    YamlPath path;
    const YamlNode *value; /* YAML_SET, YAML_INSERT: kind, text, items and pairs count */
    guint to;              /* YAML_MOVE */
    /* Where a new key goes: before the first one of a higher rank. NULL = behind all others. */
    guint (*rank)(const YamlNode *map, const char *key, gconstpointer data);
    gconstpointer data;
} YamlChange;

typedef enum YamlEdited {
    YAML_EDITED,
    YAML_EDIT_SAME,     /* it says so already */
    YAML_EDIT_FAULTY,   /* the text has mistakes that must be mended first */
    YAML_EDIT_NO_PLACE, /* there is nothing at that path */
    YAML_EDIT_REFUSED,  /* no way was found to write it there */
} YamlEdited;

/**
 * Applies `change` to the YAML in lines first … last (as yaml_read() counts them) of the file whose
 * bytes `text` holds. Anything but YAML_EDITED leaves `text` as it was.
 */
YamlEdited
yaml_edit(GString *text, guint first, guint last, gboolean root_list, const YamlChange *change);

/** Equal in what they say: places and quotes do not count. */
gboolean yaml_equal(const YamlNode *a, const YamlNode *b);
