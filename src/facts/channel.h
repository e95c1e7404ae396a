/**
 * ChannelFact: how a channel is called and what stands beside its name.
 *
 * A channel of no known kind is its own words and has no name: "Lainnya" would
 * tell nobody anything. A value that only repeats the name is not said again
 * ("Kotak saran"). Texts are never NULL and borrow the model. No state, any
 * thread.
 */
#pragma once
#include "model/charter.h"

typedef struct ChannelFact {
    const char *name;  /* "Telepon", the author's label; "" = the value is all there is */
    const char *value; /* as displayed; "" = the name is all there is */
    const char *href;  /* of the value or a part of it; "" = none */
    const char *hours; /* jam; "" = not said */
    gboolean number;   /* the value is a number alone, which must not be broken */
} ChannelFact;

void channel_fact(const Channel *channel, gboolean english, ChannelFact *out);
/** TRUE for tel:, sms: and wa.me links. */
gboolean channel_href_is_number(const char *href);
