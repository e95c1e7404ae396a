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
/** The newest of ditinjau, sk.tanggal and, once that has come, berlaku_sejak. */
Date service_date(const Service *service);
/** The newest of its services' dates and of maklumat.tanggal. */
Date agency_date(const Agency *agency);
/**
 * The newest date of the agency and its services that tells of something done: a decree, a review, a
 * pledge, a survey, a consultation. What is to come (berlaku_sejak) is none: so the text was written on
 * this day or later. {0}: nothing says.
 */
Date agency_known_day(const Agency *agency);
/** When a survey was published: `tanggal`, else the last day of what `periode` names ("Semester I 2026", "2025"); {0}: nothing says. */
Date satisfaction_date(const Satisfaction *survey);
/** The newest survey of the agency, of equally old ones the first; NULL when there is none. */
const Satisfaction *satisfaction_newest(const Agency *agency);
/** TRUE unless it was withdrawn: does its agency list it? */
gboolean service_is_listed(const Service *service);
