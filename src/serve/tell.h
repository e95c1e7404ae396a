/**
 * Tell: what the editor's pages need to know, as JSON.
 *
 * The table of fields, a text as a tree of values, the findings in it with the
 * field each belongs to, and what was read from the values. Everything comes
 * from the table: no key is named. Pure; lists of the whole site read the preview.
 */
#pragma once
#include "base/json.h"
#include "serve/desk.h"
#include "serve/draft.h"

/** Every record with its fields: {"records": {...}, "withdraw": {...}}. */
void tell_fields(Json *json, DiagLang lang);

/** One finding: {"level", "tag", "text", "fix", "path", "line", "col"}; `field`: where in the form, or NULL. */
void tell_finding(Json *json, const Diag *diag, DiagLang lang, const char *field);

/** An open text: {"faulty", "tree", "body", "findings", "readings", "numbers"}, as pairs of the present object. */
void tell_text(Json *json, const Draft *draft, const DeskView *view, DiagLang lang);
