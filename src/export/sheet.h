/**
 * Sheet: charters as plain tables and texts for other programs.
 *
 * One row a service: agency, title, decree, status and the 14 components, each
 * as the text of its outline. As CSV (RFC 4180, UTF-8 with a BOM), as a workbook,
 * and as the sheet from which SIPPN's boxes are filled by hand. The same
 * charters give the same bytes. No state, any thread.
 */
#pragma once
#include "model/charter.h"

typedef struct SheetRow {
    const Agency *agency;
    const Service *service;
} SheetRow;

void sheet_append_csv(const SheetRow *rows, guint n, GString *out);
/** *n_cut receives how many cells were longer than a workbook takes. FALSE when the archive could not be made. */
gboolean sheet_append_xlsx(const SheetRow *rows, guint n, GByteArray *out, guint *n_cut);
/** The boxes of SIPPN in its order, each with its text between two rules, ready to be copied. */
void sheet_append_sippn(const SheetRow *rows, guint n, GString *out);
