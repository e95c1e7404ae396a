/**
 * Consistency: a charter that says a thing twice, or leaves the citizen out.
 *
 * Items that stand twice in a list, steps nobody takes or only an actor, branches
 * that do not say what is asked, prose that repeats the procedure.
 */
#pragma once
#include "audit/finding.h"
#include "model/fields.h"

/** Reports items that stand twice in the list; a WalkList, `data` is the Audit. */
void consistency_check_list(const Field *field, const List *list, gpointer data);
void consistency_audit_steps(const Audit *audit, const StepList *steps);
/** The procedure as a whole: whether the citizen has a step, whether the prose repeats it. */
void consistency_audit_service(const Audit *audit, const Service *service);
