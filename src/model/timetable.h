/**
 * Timetable: when an agency and its services are open.
 *
 * Turns rows of hours into Hours, and hours, closures, special periods and
 * the holiday files of the folders above into Calendars. Rows that cannot be
 * read are reported and left out. Everything made lives in the arena.
 */
#pragma once
#include "model/site.h"

typedef struct Timetable {
    Arena *arena;
    DiagList *diags;
    const SiteData *data;
    const ScanFolder *folder; /* the agency's */
    Agency *agency;
} Timetable;

/** Reads rows of `jam_layanan` into *hours (zeroed). */
void timetable_read(const Timetable *t, const HoursRowList *rows, Hours *hours);
/** The agency's calendar; its own hours must have been read. Reads the hours of `jam_khusus`. */
Calendar *timetable_calendar(const Timetable *t);
/** The calendar of a service that lies in `folder`: the agency's, unless it keeps other hours or other holidays. */
const Calendar *timetable_service_calendar(const Timetable *t,
                                           const Service *service,
                                           const ScanFolder *folder);
