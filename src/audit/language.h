/**
 * Language: words that show a text was copied, left unfinished or is hard to read.
 *
 * Goes through every text of a record by the table (model/walk.h); which
 * fragments are doubtful is a table of rules, each a function over one text.
 */
#pragma once
#include "audit/finding.h"
#include "model/fields.h"

/** Judges all texts of the record that stand in the file being judged. */
void language_audit(const Audit *audit, const Record *record, gconstpointer self);
/** Judges the prose of a file. */
void language_audit_body(const Audit *audit, const char *body, guint line);

/** TRUE for the date and the hours that `maklumat new` writes. */
gboolean language_is_scaffold(const char *text);
/** The bytes of the first placeholder ("08xxx", "Nama Pejabat", "......"); FALSE: none. */
gboolean language_find_placeholder(const char *text, gsize *start, gsize *len);
