/**
 * Outcomes: what an agency says of how its services went, and what it owes when they did not.
 *
 * The satisfaction survey (its scale, whether the nine scores give the index,
 * whether enough people were asked, its age), complaints year by year, how often
 * a standard is reviewed, and whether a compensation can be asked for. Figures
 * are judged against each other and against the newest date of the content, never
 * by a clock. Findings only, nothing is changed. One thread.
 */
#pragma once
#include "audit/finding.h"

void outcomes_audit_agency(const Audit *audit);
void outcomes_audit_service(const Audit *audit, const Service *service);

/**
 * How many of `population` people must be asked: Krejcie and Morgan (1970), chi square 3.841, P 0.5, d 0.05, rounded to the nearest, as
 * the annex of PermenPANRB 14/2017 tabulates it.
 */
gint64 outcomes_sample_size(gint64 population);
