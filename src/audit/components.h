/**
 * Components: which of the 14 components a service lacks.
 *
 * PermenPANRB 15/2014: components 1-6 must be published, 7-14 must exist. What
 * is missing is a warning, never an error: publishing is not hindered. Of
 * complaints (6) also the parts: channels, officer, steps, deadlines.
 */
#pragma once
#include "audit/finding.h"

/**
 * Reports at the agency's file, once, which of 6-14 several of its services lack, since they can be
 * written there for all; audit->shared says which those are.
 */
void components_audit_shared(Audit *audit);

/** Reports every component that is missing and not in audit->shared (at the first key) or empty (at its key). */
void components_audit(const Audit *audit, const Service *service);

/** Reports what a chapter on complaints in this file leaves out. */
void components_audit_complaint(const Audit *audit, const Complaint *complaint);
