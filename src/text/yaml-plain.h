/**
 * YamlPlain: plain block YAML without libyaml; inner part of the Yaml module.
 *
 * Nearly every charter is block mappings and lists of plain, quoted, folded and literal
 * texts, lists and mappings of one line in brackets, and comments. Of those it makes exactly
 * the nodes that libyaml's events make (tests/unit/text/test-yaml-plain.c and
 * tests/fuzz/fuzz-yaml.c compare), at a tenth of the instructions: the texts stand in one
 * copy of the input, their ends set in place. It reports nothing: at the first doubt (a tab,
 * an anchor, an escape, a key written twice, anything a finding could be about) it gives up,
 * and libyaml reads the whole input.
 */
#pragma once
#include "text/yaml-node.h"

/**
 * Reads the part and adds the root's nodes to `children` (items; or key,
 * value, key, value), which live in `arena`. FALSE at a doubt: `children` is as it was, what it
 * took from the arena stays there. `content`: an author's file, whose comments may be words.
 */
gboolean
yaml_plain_read(Arena *arena, const YamlPart *part, gboolean content, GPtrArray *children);
