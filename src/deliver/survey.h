/**
 * Survey: whether files of others stand where a delivery would put its own.
 *
 * Lists only folders in which something new is to be. One thread.
 */
#pragma once
#include "deliver/parcels.h"
#include "deliver/remote.h"

/** FALSE and FAULT_IN_THE_WAY, with some names, when there are any. */
gboolean
survey_strangers(Remote *remote, const Parcels *parcels, DiagLang lang, GError **error);
