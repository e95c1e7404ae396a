/**
 * BindSlips: what an author meant and YAML reads otherwise without a word.
 *
 * A list without "- ", a list inside a list, a key with an invisible character. Reports to the
 * Bind's diags and changes nothing. As Bind: one thread.
 */
#pragma once
#include "model/bind.h"

/** Reports lines of a text that are items of a list. */
void bind_check_melted(const Bind *b, const YamlNode *node);

/** Reports `- Label:` with a list or keys of its own below it. `node`: a mapping of one pair. */
void bind_check_nested(const Bind *b, const YamlNode *node);

/** The field that a key with invisible characters in it was meant for, which is reported; NULL: none. */
const Field *bind_find_disguised(const Bind *b, const Record *record, const YamlNode *key);
