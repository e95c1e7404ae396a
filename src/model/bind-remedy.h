/**
 * BindRemedy: what to write in place of a key or value that the table does not know.
 *
 * Reports to the list given, in the author's own words where they can be kept: the key that a
 * heading stands for, the row that "Baru: Rp 5.000" was meant to be, the file that a key belongs
 * to. Changes nothing. One thread.
 */
#pragma once
#include "model/fields.h"
#include "text/yaml.h"

/** How many characters a finding about the node marks. */
guint bind_width(const YamlNode *node);

/** Reports a key that the record does not have. */
void bind_report_unknown(DiagList *diags, const Record *record, const YamlNode *key);

/** Whether a mapping of this record has a key for rows: "tarif" of "biaya". What is written as a list may be meant for it. */
gboolean bind_holds_rows(const Record *record);
/**
 * Reports words that stand where rows of a list were meant: `node` is a mapping of keys that are
 * all unknown, or a text or list under a key that takes a mapping. FALSE, nothing reported: it is not so.
 */
gboolean bind_report_row(DiagList *diags, const Field *field, const YamlNode *node);

/** Reports a text or list where the field takes a mapping. */
void bind_report_not_map(DiagList *diags, const Field *field, const YamlNode *node);

/** Reports a list or mapping where the field takes one text. */
void bind_report_not_text(DiagList *diags, const Field *field, const YamlNode *node);

/** The choice that other words stand for (Field.meant); constant. NULL: none is known. */
const char *bind_meant_choice(const Field *field, const char *text);
