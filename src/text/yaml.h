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
#include "text/yaml-node.h"

typedef gboolean (*YamlIsKey)(const char *key, gsize len, gconstpointer data);

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
