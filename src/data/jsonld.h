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

/** What the services of an agency have alike; borrows what it is made from. One thread at a time. */
typedef struct Jsonld {
    Arena *keep;
    const char *site_url;
    const Agency *agency;
    const char *name;   /* in full */
    const Hours *hours; /* of the service before, and what is said of them; most have the agency's */
    const char *said;
} Jsonld;

/** `keep` outlives it; `site_url`: absolute, ends in "/"; NULL = not known. */
void
jsonld_init(Jsonld *jsonld, Arena *keep, const char *site_url, const Agency *agency);
/** Appends the service, original or translation. */
void
jsonld_append_service(Jsonld *jsonld, Arena *arena, const Service *service, GString *out);
/** Appends the agency. */
void jsonld_append_agency(const Jsonld *jsonld, GString *out);
