/**
 * AgencyFact: how an agency is called and where it is found.
 *
 * Texts are never NULL unless said so, borrow the model or live in `arena`. No
 * state, any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

/** The name with its region or parent body: "Dinas Sosial Kabupaten Pasuruan". */
const char *agency_full_name(Arena *arena, const Agency *agency);
/**
 * The category of a satisfaction index ("88,31": A), by the second annex of PermenPANRB 14/2017: A above 88.30,
 * B above 76.60, C from 65, D from 25; '\0' for what is no index.
 */
char agency_index_grade(const char *index);
/** Its telephone as a channel; NULL when it names none. */
const Channel *agency_phone(const Agency *agency);
