/**
 * Language: words that show a text was copied, left unfinished or is hard to read.
 *
 * Whoever walks through a record (model/walk.h) asks it of every text; which
 * fragments are doubtful is a table of rules, each a function over one text.
 */
#pragma once
#include "audit/finding.h"
#include "model/fields.h"

/** Judges a text that stands in the file being judged; a WalkText, `data` is the Audit. */
void
language_check_text(const Record *record, const Field *field, const Text *text, gpointer data);
/** Judges the prose of a file. */
void language_audit_body(const Audit *audit, const char *body, guint line);

/** TRUE for the date and the hours that `maklumat new` writes. */
gboolean language_is_scaffold(const char *text);
/** The bytes of the first placeholder ("08xxx", "Nama Pejabat", "......"); FALSE: none. */
gboolean language_find_placeholder(const char *text, gsize *start, gsize *len);
