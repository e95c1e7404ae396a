/**
 * Jsonld: a service or an agency in the words of schema.org.
 *
 * GovernmentService with provider, channels, offer, hours and output; only what
 * the vocabulary can say exactly is said (a processing time in working days
 * cannot, a fee by regulation cannot). The output may stand in a script
 * element: base/json.h escapes it. Borrows everything; any thread.
 */
#pragma once
#include "page/view-leaf.h"

/** Appends the service; `view` is its view on the context's page. */
void jsonld_append_service(const Leaf *leaf,
                           const Service *service,
                           const ViewLayanan *view,
                           GString *out);
/** Appends the agency. */
void jsonld_append_agency(const Leaf *leaf, GString *out);
