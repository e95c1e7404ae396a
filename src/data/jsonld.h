/**
 * Jsonld: a service or an agency in the words of schema.org.
 *
 * GovernmentService with provider, channels, offer, hours and output; only what
 * the vocabulary can say exactly is said (a processing time in working days
 * cannot, a fee by regulation cannot). The output may stand in a script
 * element: base/json.h escapes it. `arena` is for texts of the moment; any thread.
 */
#pragma once
#include "base/arena.h"
#include "model/charter.h"

/** Appends the service, original or translation. `site_url`: absolute, ends in "/"; NULL = not known. */
void jsonld_append_service(Arena *arena,
                           const char *site_url,
                           const Agency *agency,
                           const Service *service,
                           GString *out);
/** Appends the agency. */
void jsonld_append_agency(Arena *arena, const Agency *agency, GString *out);
