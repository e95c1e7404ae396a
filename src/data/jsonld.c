#include "data/jsonld.h"
#include "base/json.h"
#include "facts/agency.h"
#include "facts/fee.h"
#include "facts/product.h"
#include "text/address.h"
#include <string.h>

enum { COMPLAINT_COMPONENT = 6 };

static void
pair(Json *json, const char *key, const char *text)
{
    if (text != NULL && *text)
        json_text_pair(json, key, text);
}

static void
object(Json *json, const char *key, const char *type)
{
    if (key != NULL)
        json_key(json, key);
    json_object_begin(json);
    json_text_pair(json, "@type", type);
}

static void
put_named(Json *json, const char *key, const char *type, const char *name)
{
    if (*name == '\0')
        return;
    object(json, key, type);
    json_text_pair(json, "name", name);
    json_object_end(json);
}

/* The number or address behind "tel:" or "mailto:" of a channel; NULL when it is no such link. */
static const char *
behind(const Channel *channel, const char *scheme)
{
    const char *href = channel->value.href;
    return href != NULL && g_str_has_prefix(href, scheme) ? href + strlen(scheme) : NULL;
}

/* ---- the provider ---- */

static void
put_address(Json *json, const Agency *agency)
{
    if (!text_has_words(agency->alamat))
        return;
    object(json, "address", "PostalAddress");
    json_text_pair(json, "streetAddress", agency->alamat.str);
    pair(json, "postalCode", agency->kode_pos.str);
    json_text_pair(json, "addressCountry", "ID");
    json_object_end(json);
}

/* All channels of one kind: one text, or an array of them. */
static void
put_contacts(Json *json, const char *key, const char *scheme, const ChannelList *channels)
{
    guint n = 0;
    for (guint i = 0; i < channels->n; i++)
        n += behind(&channels->items[i], scheme) != NULL;
    if (n == 0)
        return;
    json_key(json, key);
    if (n > 1)
        json_array_begin(json);
    for (guint i = 0; i < channels->n; i++) {
        const char *rest = behind(&channels->items[i], scheme);
        if (rest != NULL)
            json_text(json, *scheme == 'h' ? channels->items[i].value.href : rest, -1);
    }
    if (n > 1)
        json_array_end(json);
}

static void
put_complaints(Json *json, const Complaint *complaint)
{
    static const char *const kinds[][2] = {
        {"telephone", "tel:"}, {"email", "mailto:"}, {"url", "http"}};
    gboolean any = FALSE;
    for (guint i = 0; i < complaint->kanal.n; i++)
        for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
            any |= behind(&complaint->kanal.items[i], kinds[k][1]) != NULL;
    if (!any)
        return;
    object(json, "contactPoint", "ContactPoint");
    json_text_pair(json, "contactType", "complaints");
    for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
        put_contacts(json, kinds[k][0], kinds[k][1], &complaint->kanal);
    json_object_end(json);
}

/* The agency's object, which has been begun: its page, in the same folder, tells the rest. */
static void
put_agency_name(Json *json, const Jsonld *who)
{
    json_text_pair(json, "@id", "index.html");
    json_text_pair(json, "name", who->name);
}

static void
put_agency(Json *json, const Jsonld *who)
{
    const Agency *agency = who->agency;
    put_agency_name(json, who);
    pair(json, "url", agency->situs_web.href);
    put_address(json, agency);
    const char *phone = NULL, *email = NULL;
    for (guint i = 0; i < agency->surel.n; i++) {
        phone = phone == NULL ? behind(&agency->surel.items[i], "tel:") : phone;
        email = email == NULL ? behind(&agency->surel.items[i], "mailto:") : email;
    }
    pair(json, "telephone", phone);
    pair(json, "email", email);
    put_complaints(json, &agency->pengaduan);
}

/* ---- hours ---- */

static void
put_time(Json *json, const char *key, int minute)
{
    char text[] = "00:00";
    minute = MIN(minute, 24 * 60 - 1);
    text[0] = (char)('0' + minute / 600);
    text[1] = (char)('0' + minute / 60 % 10);
    text[3] = (char)('0' + minute % 60 / 10);
    text[4] = (char)('0' + minute % 10);
    json_text_pair(json, key, text);
}

static gboolean
is_open(const Hours *hours, guint day, int from, int to)
{
    for (guint i = 0; i < hours->n[day]; i++)
        if (hours->open[day][i].from == from && hours->open[day][i].to == to)
            return TRUE;
    return FALSE;
}

/* One object for each stretch of hours, with all its days; nothing when a day before had it. */
static void
put_stretch(Json *json, const Hours *hours, guint first, int from, int to)
{
    static const char *const days[HOURS_DAYS] = {
        [HOURS_HOLIDAY] = "PublicHolidays",
        [SENIN] = "Monday",
        [SELASA] = "Tuesday",
        [RABU] = "Wednesday",
        [KAMIS] = "Thursday",
        [JUMAT] = "Friday",
        [SABTU] = "Saturday",
        [MINGGU] = "Sunday",
    };
    for (guint day = 0; day < first; day++)
        if (is_open(hours, day, from, to))
            return;
    object(json, NULL, "OpeningHoursSpecification");
    json_key_array(json, "dayOfWeek");
    for (guint day = first; day < HOURS_DAYS; day++)
        if (is_open(hours, day, from, to))
            json_text(json, days[day], -1);
    json_array_end(json);
    put_time(json, "opens", from);
    put_time(json, "closes", to);
    json_object_end(json);
}

static void
put_hours(Json *json, const Hours *hours)
{
    json_array_begin(json);
    for (guint day = 0; day < HOURS_DAYS; day++)
        for (guint i = 0; i < hours->n[day]; i++)
            put_stretch(json, hours, day, hours->open[day][i].from, hours->open[day][i].to);
    json_array_end(json);
}

static const char *
say_hours(Jsonld *jsonld, const Hours *hours)
{
    if (hours == jsonld->hours)
        return jsonld->said;
    Json json;
    GString *out = arena_text_begin(jsonld->keep);
    json_init(&json, out, 0);
    put_hours(&json, hours);
    jsonld->hours = hours;
    jsonld->said = arena_text_end(jsonld->keep, out);
    return jsonld->said;
}

/* ---- the service ---- */

static void
put_channel(Json *json, const Jsonld *who, const Access *access, const char *time)
{
    const char *place = access != NULL ? text_str(access->tempat) : "";
    const char *url = access != NULL ? access->tautan.href : NULL;
    object(json, NULL, "ServiceChannel");
    pair(json, "processingTime", time);
    pair(json, "serviceUrl", url);
    if (access != NULL && access->jenis == ACCESS_TELEPON && *place) {
        object(json, "servicePhone", "ContactPoint");
        json_text_pair(json, "telephone", place);
        json_object_end(json);
    } else if (access != NULL && access->jenis == ACCESS_DATANG) {
        put_named(json, "serviceLocation", "Place", *place ? place : who->name);
    }
    json_object_end(json);
}

static void
put_channels(Json *json, Arena *arena, const Jsonld *who, const Service *service)
{
    GString *out = arena_text_begin(arena);
    if (service->waktu.n == 1 && duration_has_deadline(&service->waktu.items[0].value))
        duration_append_iso8601(&service->waktu.items[0].value, out);
    const char *time = arena_text_end(arena, out);
    if (service->cara_akses.n == 0 && *time == '\0')
        return;
    json_key_array(json, "availableChannel");
    for (guint i = 0; i < service->cara_akses.n; i++)
        put_channel(json, who, &service->cara_akses.items[i], time);
    if (service->cara_akses.n == 0)
        put_channel(json, who, NULL, time);
    json_array_end(json);
}

static void
put_offer(Json *json, Arena *arena, const Service *service)
{
    FeeFact fact;
    gint64 rupiah = 0;
    fee_fact_of_service(arena, service, FALSE, &fact);
    if (fact.said != FEE_SAID_FREE && !fee_sure_amount(&service->biaya, &rupiah))
        return;
    object(json, "offers", "Offer");
    json_int_pair(json, "price", fact.said == FEE_SAID_FREE ? 0 : rupiah);
    json_text_pair(json, "priceCurrency", "IDR");
    json_object_end(json);
}

static void
put_output(Json *json, Arena *arena, const Service *service)
{
    const char *texts[PRODUCT_SHOWN];
    guint n = product_texts(arena, &service->produk, texts, PRODUCT_SHOWN);
    if (n == 0)
        return;
    json_key_array(json, "serviceOutput");
    for (guint i = 0; i < MIN(n, (guint)PRODUCT_SHOWN); i++)
        put_named(json, NULL, "Thing", texts[i]);
    json_array_end(json);
}

static void
put_area(Json *json, const Agency *agency)
{
    const char *area = agency->region != NULL ? text_str(agency->region->nama) : "";
    put_named(json, "areaServed", "AdministrativeArea",
              *area ? area : text_str(agency->wilayah));
}

void
jsonld_init(Jsonld *jsonld, Arena *keep, const char *site_url, const Agency *agency)
{
    *jsonld = (Jsonld){.keep = keep,
                       .site_url = site_url,
                       .agency = agency,
                       .name = agency_full_name(keep, agency)};
}

void
jsonld_append_service(Jsonld *jsonld, Arena *arena, const Service *service, GString *out)
{
    Json json;
    json_init(&json, out, 0);
    json_object_begin(&json);
    json_text_pair(&json, "@context", "https://schema.org");
    json_text_pair(&json, "@type", "GovernmentService");
    json_text_pair(&json, "name", text_str(service->judul));
    pair(&json, "description", service->ringkasan.str);
    if (jsonld->site_url != NULL) {
        GString *url = g_string_append(arena_text_begin(arena), jsonld->site_url);
        address_append(url, ADDRESS_SERVICE, &(AddressParts){.slug = service->path});
        json_text_pair(&json, "url", arena_text_end(arena, url));
    }
    put_area(&json, jsonld->agency);
    object(&json, "provider", "GovernmentOrganization");
    put_agency_name(&json, jsonld);
    if (service->component[COMPLAINT_COMPONENT] != COMPONENT_INHERITED)
        put_complaints(&json, &service->pengaduan);
    json_object_end(&json);
    put_channels(&json, arena, jsonld, service);
    if (service->calendar->hours != NULL) {
        json_key(&json, "hoursAvailable");
        json_raw(&json, say_hours(jsonld, service->calendar->hours));
    }
    put_offer(&json, arena, service);
    put_output(&json, arena, service);
    json_object_end(&json);
}

void
jsonld_append_agency(const Jsonld *jsonld, GString *out)
{
    Json json;
    json_init(&json, out, 0);
    json_object_begin(&json);
    json_text_pair(&json, "@context", "https://schema.org");
    json_text_pair(&json, "@type", "GovernmentOrganization");
    put_agency(&json, jsonld);
    put_area(&json, jsonld->agency);
    json_object_end(&json);
}
