/**
 * Dates: the day a charter was last touched, from its content alone.
 *
 * No clock is asked: pages, feed, sitemap, data and PDFs carry the newest date
 * that the content names. {0} = undated. No state, any thread.
 */
#pragma once
#include "model/charter.h"

/** The later of two days; {0} is before all. */
Date date_newer(Date a, Date b);
/** The newest of ditinjau, berlaku_sejak and sk.tanggal. */
Date service_date(const Service *service);
/** The newest of its services' dates and of maklumat.tanggal. */
Date agency_date(const Agency *agency);
/** TRUE unless it was withdrawn: does its agency list it? */
gboolean service_is_listed(const Service *service);
