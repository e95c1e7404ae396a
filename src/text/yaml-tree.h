/**
 * YamlTree: libyaml's events as nodes; inner part of the Yaml module.
 *
 * Reads the children of one mapping or list, with every limit and check of a
 * node. Documents, recovery and the root are yaml.c's. A YamlReader reads one
 * input once and lives on the stack of yaml.c; the nodes go to its arena.
 */
#pragma once
#include "text/yaml-node.h"
#include <yaml.h>

typedef struct YamlReader {
    Arena *arena;
    const Source *source;
    DiagList *diags;
    yaml_parser_t parser;
    guint first, last; /* lines of the input, from 1 */
    gsize base;        /* offset in source_text() where the input begins */
    gboolean ascii;    /* every character is one byte */
    gsize index;       /* a character of the input … */
    gsize offset;      /* … and its byte */
    guint depth, n_nodes;
    gboolean content; /* an author's file: words that YAML drops are reported */
    gboolean apart;   /* a piece of a file with an error: keys must stand in column 1 */
    gboolean failed;  /* nothing more can be read from this input … */
    gboolean told;    /* … and that has been reported */
    gboolean stop;    /* nothing more is to be read from the file */
} YamlReader;

/* Pairs or items of a node still being read. */
typedef struct YamlChildren {
    GPtrArray *nodes;  /* items; or key, value, key, value */
    GHashTable *lines; /* key text -> its line; made when a mapping grows */
    gboolean full;
    guint32 end; /* of the mark that ended them */
} YamlChildren;

void yaml_children_init(YamlChildren *children);
void yaml_children_clear(YamlChildren *children);

Mark yaml_tree_mark(const YamlReader *reader, const yaml_mark_t *mark);
/** The next event; FALSE and `failed` at a syntax error. */
gboolean yaml_tree_next(YamlReader *reader, yaml_event_t *event);
/** Reports an anchor or tag; each may be NULL. */
void yaml_tree_check(YamlReader *reader,
                     const yaml_event_t *event,
                     const yaml_char_t *anchor,
                     const yaml_char_t *tag);
/** FALSE, reported once, when `n` children are all there may be. */
gboolean yaml_tree_has_room(YamlReader *reader, YamlChildren *children, guint n, Mark at);

/** Read up to the end of the mapping or list that has just begun; FALSE when reading failed. */
gboolean yaml_tree_pairs(YamlReader *reader, YamlChildren *children, gboolean flow);
gboolean yaml_tree_items(YamlReader *reader, YamlChildren *children);
void yaml_tree_finish_map(YamlReader *reader, YamlNode *map, const YamlChildren *children);
void yaml_tree_finish_list(YamlReader *reader, YamlNode *list, const YamlChildren *children);
