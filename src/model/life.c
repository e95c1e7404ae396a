#include "model/life.h"
#include "model/dates.h"
#include "model/walk.h"
#include <stdlib.h>
#include <string.h>

Life
life_of(const Scan *scan, Asked *asked, const Agency *agency, int last_holiday_year)
{
    Life life = {scan, asked, agency_known_day(agency)};
    if (!date_is_set(life.known) && last_holiday_year > 0)
        life.known = (Date){(gint16)last_holiday_year, 12, 31};
    return life;
}

gboolean
life_has_come(const Life *life, Date day)
{
    if (!date_is_set(day))
        return TRUE;
    g_autoptr(GString) subject = g_string_new(NULL);
    date_append_iso(subject, day);
    switch ((AskedDay)asked_ask(life->asked, life->scan, ASKED_DAY, subject->str)) {
    case ASKED_DAY_AHEAD:
        return FALSE;
    case ASKED_DAY_REACHED:
        return TRUE;
    case ASKED_DAY_UNKNOWN:
        break;
    }
    return !date_is_set(life->known) || date_compare(day, life->known) <= 0;
}

/* The last day is over once the next one has come. */
static gboolean
is_over(const Life *life, Date last)
{
    Date next = date_is_set(last) ? date_from_day(date_to_day(last) + 1) : last;
    return date_is_set(next) && (date_is_set(life->scan->day) || date_is_set(life->known)) &&
           life_has_come(life, next);
}

static int
compare_changes(gconstpointer a, gconstpointer b)
{
    return date_compare(((const Change *)a)->mulai.date, ((const Change *)b)->mulai.date);
}

/* `perubahan` that a translation leaves to its original brings words in the original's language. */
static void
mark_given(Service *service, const Field *field)
{
    const Field *changes = field_find(&record_service, "perubahan", -1);
    guint64 bit = (guint64)1 << (field - record_service.fields);
    if (service->original != NULL && !field_is_given(&record_service, service, changes))
        service->head.given &= ~bit;
    else
        service->head.given |= bit;
}

void
life_change(Service *service, const Change *change)
{
    FIELD_FOREACH (&record_change, from) {
        const Field *field = field_find(&record_service, from->key, -1);
        if (field == NULL || field_is_empty(from, change))
            continue;
        memcpy((char *)service + field->offset, field_value(from, change), field_size(field));
        mark_given(service, field);
    }
    if (change->persyaratan.n > 0)
        service->n_persyaratan = change->n_persyaratan;
    if (change->prosedur.n > 0) {
        service->n_langkah = change->n_langkah;
        service->n_anda = change->n_anda;
    }
    if (!field_is_empty(field_find(&record_change, "sk", -1), change))
        service->berlaku_sejak = change->mulai;
}

void
life_judge_notices(const Life *life, NoticeList *list)
{
    for (guint i = 0; i < list->n; i++) {
        Notice *notice = &list->items[i];
        gboolean begun =
            !date_is_set(life->scan->day) || life_has_come(life, notice->dari.date);
        notice->shown = begun && !is_over(life, notice->sampai.date);
    }
}

void
life_apply(const Life *life, Service *service)
{
    ChangeList *changes = &service->perubahan;
    if (changes->n > 1)
        qsort(changes->items, changes->n, sizeof *changes->items, compare_changes);
    for (guint i = 0; i < changes->n; i++) {
        Change *change = &changes->items[i];
        change->applied =
            date_is_set(change->mulai.date) && life_has_come(life, change->mulai.date);
        if (change->applied)
            life_change(service, change);
    }
    gboolean pause_given = !field_is_empty(
        field_find(&record_service, "nonaktif", -1), service);
    if (pause_given && service->status == STATUS_AKTIF)
        service->status = STATUS_NONAKTIF;
    if (service->status == STATUS_NONAKTIF && is_over(life, service->nonaktif.sampai.date))
        service->status = STATUS_AKTIF;
    service->belum_berlaku = !life_has_come(life, service->berlaku_sejak.date);
    life_judge_notices(life, &service->pemberitahuan);
}

guint64
life_notices_state(const NoticeList *list)
{
    guint64 bits = 1;
    for (guint i = 0; i < list->n; i++)
        bits = bits * 31 + (list->items[i].shown ? 2 : 1);
    return bits;
}

guint64
life_state(const Service *service)
{
    guint64 bits = 1 + (guint64)service->status * 2 + (service->belum_berlaku ? 1 : 0);
    for (guint i = 0; i < service->perubahan.n; i++)
        bits = bits * 31 + (service->perubahan.items[i].applied ? 2 : 1);
    return bits * 31 + life_notices_state(&service->pemberitahuan);
}
