/**
 * Charters: an agency's charters as data.json and data.csv.
 *
 * Both follow the table of fields: every key of the contract, with the words as
 * the author wrote them, and beside them the values the program read (times,
 * amounts, links). What the pages never show (NIP) is left out. The CSV
 * is UTF-8 with a BOM, RFC 4180: every cell quoted, CRLF, lists one item a line;
 * a cell that a spreadsheet could take for a formula (it begins with = + - @ or a
 * control character), or that begins with an apostrophe, has one apostrophe more
 * in front: without it the words are as written. The arena is for texts
 * of the moment. No state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

/** Appends data.json: the agency, a key a line, and its services that are not withdrawn, each on a line of its own. */
void charters_append_json(Arena *arena, const Agency *agency, GString *out);
/** Appends data.csv: one row a service. */
void charters_append_csv(Arena *arena, const Agency *agency, GString *out);
