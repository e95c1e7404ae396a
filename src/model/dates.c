#include "model/dates.h"
#include <stdlib.h>
#include <string.h>

Date
date_newer(Date a, Date b)
{
    return date_compare(a, b) < 0 ? b : a;
}

Date
service_date(const Service *service)
{
    Date date = service->ditinjau.date;
    if (!service->belum_berlaku)
        date = date_newer(date, service->berlaku_sejak.date);
    return date_newer(date, service->sk.tanggal.date);
}

Date
agency_date(const Agency *agency)
{
    Date date = agency->maklumat.tanggal.date;
    for (guint i = 0; i < agency->services.n; i++)
        date = date_newer(date, service_date(&agency->services.items[i]));
    return date;
}

/* The month in which "Semester I", "Triwulan III" or "Triwulan 3" ends; 12 for anything else. */
static guint8
last_month(const char *text)
{
    static const struct {
        const char *word;
        guint8 months;
    } parts[] = {{"semester ", 6}, {"triwulan ", 3}, {"kuartal ", 3}};
    static const char *const numbers[] = {"i", "ii", "iii", "iv", "1", "2", "3", "4"};
    g_autofree char *small = g_ascii_strdown(text, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *at = strstr(small, parts[i].word);
        gsize n = at != NULL ? strcspn(at += strlen(parts[i].word), " ,/") : 0;
        for (guint k = 0; k < G_N_ELEMENTS(numbers); k++) {
            if (n > 0 && strlen(numbers[k]) == n && strncmp(at, numbers[k], n) == 0)
                return (guint8)MIN(parts[i].months * (k % 4 + 1), 12);
        }
    }
    return 12;
}

Date
satisfaction_date(const Satisfaction *survey)
{
    const char *text = survey->periode.str;
    if (date_is_set(survey->tanggal.date) || text == NULL)
        return survey->tanggal.date;
    gint16 year = 0;
    for (const char *at = text; *at != '\0';) {
        gsize n = strspn(at, "0123456789");
        if (n == 4 && (at[0] == '1' || at[0] == '2'))
            year = (gint16)strtol(at, NULL, 10);
        at += MAX(n, 1);
    }
    /* One day back from the first of the next month; a year alone ends in December. */
    return year > 0 ? date_from_day(date_to_day(date_add_months(
                                        (Date){year, last_month(text), 1}, 1)) -
                                    1)
                    : (Date){0};
}

const Satisfaction *
satisfaction_newest(const Agency *agency)
{
    const Satisfaction *newest = NULL;
    for (guint i = 0; i < agency->skm.n; i++) {
        const Satisfaction *survey = &agency->skm.items[i];
        if (newest == NULL ||
            date_compare(satisfaction_date(survey), satisfaction_date(newest)) > 0)
            newest = survey;
    }
    return newest;
}

static Date
newest_forum(const ForumList *list)
{
    Date date = {0};
    for (guint i = 0; i < list->n; i++)
        date = date_newer(date, list->items[i].tanggal.date);
    return date;
}

Date
agency_known_day(const Agency *agency)
{
    Date date = date_newer(agency->maklumat.tanggal.date, agency->maklumat.sk.tanggal.date);
    date = date_newer(date, agency->kode_etik.sk.tanggal.date);
    date = date_newer(date, newest_forum(&agency->fkp));
    for (guint i = 0; i < agency->skm.n; i++)
        date = date_newer(date, agency->skm.items[i].tanggal.date);
    for (guint i = 0; i < agency->services.n; i++) {
        const Service *service = &agency->services.items[i];
        date = date_newer(date, service->ditinjau.date);
        date = date_newer(date, service->sk.tanggal.date);
        date = date_newer(date, newest_forum(&service->fkp));
    }
    return date;
}

gboolean
service_is_listed(const Service *service)
{
    return service->status != STATUS_DICABUT;
}
