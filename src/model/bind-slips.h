/**
 * BindSlips: what an author meant and YAML reads otherwise without a word.
 *
 * A list without "- ", a list inside a list, a key with an invisible character. Reports to
 * the list given and changes nothing. No state, any thread.
 */
#pragma once
#include "model/fields.h"
#include "text/yaml.h"

/** Reports lines of a text that are items of a list. */
void bind_check_melted(DiagList *diags, const YamlNode *node);

/** Reports lines of a text that may be items of a list, where a list is expected. */
void bind_check_joined(DiagList *diags, const YamlNode *node);

/** Reports `- Label:` with a list or keys of its own below it. `node`: a mapping of one pair. */
void bind_check_nested(DiagList *diags, const YamlNode *node);

/** The field that a key with invisible characters in it was meant for, which is reported; NULL: none. */
const Field *bind_find_disguised(DiagList *diags, const Record *record, const YamlNode *key);
