/**
 * Steps: the printed numbers of a charter, and whose step each one is.
 *
 * Numbers go depth-first in source order, over `prosedur` and `langkah`; `maka`
 * and `rincian` take none (content contract, section 3). Requirements are
 * numbered through their groups. Pure but for the records it fills in.
 */
#pragma once
#include "model/charter.h"

enum { STEPS_MAX_DEPTH = 8 };

/** Numbers the steps, marks the citizen's own and checks `kembali` and the depth. Returns how many there are; *n_own receives the citizen's. */
guint steps_number(StepList *steps, const TextList *applicants, DiagList *diags, guint *n_own);

/** Numbers requirements from 1; groups take none. Returns how many there are. */
guint requirements_number(RequirementList *list);
