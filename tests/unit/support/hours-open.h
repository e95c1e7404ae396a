/** Hours asked minute by minute: the slow way that tests compare the fast one with. */
#pragma once
#include "value/hours.h"

static inline gboolean
hours_is_open(const Hours *hours, Weekday day, int minute)
{
    for (guint i = 0; i < hours->n[day]; i++)
        if (minute >= hours->open[day][i].from && minute < hours->open[day][i].to)
            return TRUE;
    return FALSE;
}
