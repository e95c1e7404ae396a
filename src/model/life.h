/**
 * Life: what of a charter holds on the day the site is made for.
 *
 * A standard begins on a day, changes on a day, rests until a day; notices have
 * their time. The day is the scan's (build --date). Where none was given it is
 * the newest date at which the agency's texts tell of something done
 * (agency_known_day); where they tell nothing, the last day whose holidays are
 * known. No clock is asked, so pages depend on content and options alone; which
 * days matter is asked through model/asked.h, so that a build for another day
 * makes anew what that day changes and nothing else. One thread.
 */
#pragma once
#include "model/asked.h"
#include "model/charter.h"

typedef struct Life {
    const Scan *scan;
    Asked *asked;
    Date known; /* used when the scan has no day; {0}: then every day has come */
} Life;

/** The agency's own day; `last_holiday_year` (0: none is known) stands for it when its texts say nothing. */
Life life_of(const Scan *scan, Asked *asked, const Agency *agency, int last_holiday_year);

/** Has this day come? TRUE for {0}, and where nobody knows. */
gboolean life_has_come(const Life *life, Date day);

/**
 * Gives a service the state of the day: changes whose day has come replace its parts, in the order of their days, one that
 * rested until yesterday is offered again, and `belum_berlaku` and Notice.shown are set. For a translation
 * the same again, after it was joined with its original.
 */
void life_apply(const Life *life, Service *service);

/** Puts the parts that the change names in place of the service's own. */
void life_change(Service *service, const Change *change);

/** Sets Notice.shown: not yet over, and begun where a day was given (without one it is shown with its dates). */
void life_judge_notices(const Life *life, NoticeList *list);

/** Which of them are shown, as bits. */
guint64 life_notices_state(const NoticeList *list);

/** Bits of what life_apply() decided: equal bits, equal outputs from equal texts. */
guint64 life_state(const Service *service);
