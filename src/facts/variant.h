/**
 * VariantFact: a variant whole.
 *
 * A variant replaces only what it names (content contract, section 2); the rest
 * is the service's. Whoever shows a variant by itself shows this. No state, any
 * thread.
 */
#pragma once
#include "model/charter.h"

/** The variant with the components that it does not name taken from the service; borrows both. */
Variant variant_whole(const Service *service, const Variant *variant);
