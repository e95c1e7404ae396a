/**
 * Journey: the steps of a life event, over agencies, as situs.yaml orders them.
 *
 * Says where a step leads and which card is meant; checks steps against what the
 * site has. Pages format it. No state, any thread; everything is borrowed.
 */
#pragma once
#include "base/diag.h"
#include "plan/shared.h"

typedef struct JourneyTarget {
    const AgencyCard *agency;   /* of a service or an agency's page; else NULL */
    const ServiceCard *service; /* of a service; else NULL */
    const char *comparison;     /* slug; else NULL */
    const char *href;           /* address elsewhere; else NULL */
} JourneyTarget;

/** Where the step leads; FALSE: to no page of these cards and nowhere else. A service is read into `arena`. */
gboolean journey_target(const JourneyStep *step,
                        const AgencyCard *const *cards,
                        guint n_cards,
                        Arena *arena,
                        JourneyTarget *out);

/** Reports steps that lead nowhere or to what is withdrawn, and events no service names. All cards of the site. */
void journey_check(const JourneyList *journeys,
                   const AgencyCard *const *cards,
                   guint n_cards,
                   DiagList *diags);
