/**
 * CardMake: an agency's card, from what its charters say.
 *
 * The card is what shared pages, search and feeds know of an agency (see
 * model/card.h); its facts are those of the agency's own pages. No state, any
 * thread.
 */
#pragma once
#include "model/card.h"
#include "model/charter.h"

/** The card of a loaded agency, its services in it; in `arena`, and borrows the agency. Never NULL. */
AgencyCard *card_make(Arena *arena, const Agency *agency);

/** Sets what the card says of its services as a whole (CardCounts, `compared`, `events`); borrows their texts. */
void card_sum_up(Arena *arena, AgencyCard *card);
