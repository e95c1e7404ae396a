#include "facts/dates.h"

Date
date_newer(Date a, Date b)
{
    return date_compare(a, b) < 0 ? b : a;
}

Date
service_date(const Service *service)
{
    Date date = date_newer(service->ditinjau.date, service->berlaku_sejak.date);
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

gboolean
service_is_listed(const Service *service)
{
    return service->status != STATUS_DICABUT;
}
