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

/** The card of a loaded agency, in `arena`; borrows the paths of its services, which are the scan's. Never NULL. */
AgencyCard *card_make(Arena *arena, const Agency *agency);
