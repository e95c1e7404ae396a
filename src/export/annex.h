/**
 * Annex: the annex of the decree that fixes service standards, as an OpenDocument text.
 *
 * A title block, for each service a table NO / KOMPONEN / URAIAN with the 14
 * components by their official names (PermenPANRB 15/2014), and the block for
 * the signature. What the charter does not say is left to be filled in
 * ("........"), never made up. The same charters give the same bytes. No state,
 * any thread.
 */
#pragma once
#include "model/charter.h"

/** Appends the .odt with `n` services of one agency. FALSE when the archive could not be made. */
gboolean annex_append_odt(const Agency *agency,
                          const Service *const *services,
                          guint n,
                          GByteArray *out);
