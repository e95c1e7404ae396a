/**
 * Components: which of the 14 components a service lacks.
 *
 * PermenPANRB 15/2014: components 1-6 must be published, 7-14 must exist. What
 * is missing is a warning, never an error: publishing is not hindered.
 */
#pragma once
#include "base/diag.h"
#include "model/charter.h"

/** Reports every component that is missing or empty, at the service's first line. */
void components_audit(const Service *service, DiagList *diags);
