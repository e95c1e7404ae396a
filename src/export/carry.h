/**
 * Carry: the charter's own text, for the annex to carry along (import/from-annex reads it back).
 *
 * Keys, values and prose, byte for byte, without the author's lines of comments, which are no part of the decree.
 * Pure.
 */
#pragma once
#include "model/charter.h"

/** Appends the text as a .md file; FALSE, nothing appended, when its file has mistakes. */
gboolean carry_append(const Service *service, GString *out);
