/**
 * Opendata: an agency's charters as data.json and data.csv.
 *
 * Both follow the table of fields: every key of the contract, with the words as
 * the author wrote them, and beside them the values the program read (times,
 * amounts, links). What the pages never show (NIP) is left out. The CSV
 * is UTF-8 with a BOM, RFC 4180: every cell quoted, CRLF, lists one item a line;
 * a cell that a spreadsheet could take for a formula (it begins with = + - @ or a
 * control character), or that begins with an apostrophe, has one apostrophe more
 * in front: without it the words are as written. No state, any thread.
 */
#pragma once
#include "page/view-leaf.h"

/** Appends data.json: the agency and its services that are not withdrawn. */
void opendata_append_json(Leaf *leaf, GString *out);
/** Appends data.csv: one row a service. */
void opendata_append_csv(Leaf *leaf, GString *out);
