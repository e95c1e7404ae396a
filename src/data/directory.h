/**
 * Directory: instansi.json, where every agency's data is.
 *
 * Regions; names, pages and data files of all agencies; the paths count from the site's root. No state.
 */
#pragma once
#include "facts/telling.h"
#include "plan/shared.h"

void directory_append(const Telling *tell, const SharedPlan *plan, GString *out);
