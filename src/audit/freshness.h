/**
 * Freshness: what a standard and a pledge must say about their own standing.
 *
 * The decree, the dates, the yearly review (PEKPPP), the agency's hours and
 * address, and the three statements of the pledge. What depends on the date is
 * said only when the Audit has one.
 */
#pragma once
#include "audit/finding.h"

void freshness_audit_service(const Audit *audit, const Service *service);
void freshness_audit_agency(const Audit *audit);
/** TRUE when a pledge holds the three statements: promise, improvement, sanction or compensation. */
gboolean freshness_is_pledge_whole(const char *text);
