/**
 * Readings: what the program read from the words, said back to their author.
 *
 * "3 hari kerja" is done on Thursday; "(0343) 427605" becomes that link; "Rp.
 * 5" is five rupiah. Goes through the loaded records by the table and its types,
 * so that every field of a type is read back alike.
 */
#pragma once
#include "base/json.h"
#include "serve/desk.h"
#include "serve/draft.h"

/** Appends an array of {"field", "text", "href"}. */
void readings_tell(Json *json, const Draft *draft, const DeskView *view, DiagLang lang);

/** Appends an array of {"field", "n"}: the numbers that steps and requirements are printed with. */
void readings_tell_numbers(Json *json, const Draft *draft, const DeskView *view);
