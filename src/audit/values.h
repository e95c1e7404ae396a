/**
 * Values: what can be read, and is hardly meant.
 *
 * A decree's file where its number belongs, a title twice, an address too long for the code on a
 * poster. Findings only, nothing is changed. One thread.
 */
#pragma once
#include "audit/finding.h"

void values_audit_service(const Audit *audit, const Service *service);
void values_audit_agency(const Audit *audit);
/** Services of the agency that are called alike. */
void values_audit_titles(const Audit *audit);
