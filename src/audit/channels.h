/**
 * Channels: whether people can be reached by what is written.
 *
 * Turns the ChannelStatus of value/channel into findings with the likely
 * correction, and notes what works but is doubtful: plain http, short links,
 * a fax number that is also the telephone's.
 */
#pragma once
#include "audit/finding.h"

void channels_audit(const Audit *audit, const ChannelList *list);
/** The agency's own numbers, addresses and links. */
void channels_audit_agency(const Audit *audit);
/** A fax number among the channels that is the agency's telephone. */
void channels_audit_fax(const Audit *audit, const ChannelList *list);
