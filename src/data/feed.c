#include "data/feed.h"
#include "base/html.h"
#include "plan/plan.h"
#include "text/words.h"
#include <stdlib.h>
#include <string.h>

enum { WHOLE = -1, SUMMARY_CHARS = 400 };

/* A service, or one of its changes. */
typedef struct Dated {
    Date date;
    guint place;
    gint change; /* of its card, or WHOLE */
} Dated;

/* Newest first, else in the plan's order. */
static int
compare_dated(gconstpointer a, gconstpointer b)
{
    const Dated *x = a, *y = b;
    int order = date_compare(y->date, x->date);
    if (order == 0)
        order = (x->place > y->place) - (x->place < y->place);
    return order != 0 ? order : x->change - y->change;
}

/* As many services as there are entries, each by its newest day: no other can have an entry among the newest. */
static GArray *
newest_services(const SharedPlan *plan)
{
    GArray *out = g_array_sized_new(FALSE, FALSE, sizeof(Dated), plan->n_services);
    for (guint i = 0; i < plan->n_services; i++) {
        Dated entry = {shared_newest(plan, plan->services[i]), i, WHOLE};
        if (date_is_set(entry.date))
            g_array_append_val(out, entry);
    }
    g_array_sort(out, compare_dated);
    return g_array_set_size(out, MIN(out->len, (guint)FEED_ENTRIES));
}

/* A service is told by its changes, and as a whole when it is dated later than the newest of them. */
static GArray *
dated_entries(const SharedPlan *plan)
{
    GArray *out = g_array_new(FALSE, FALSE, sizeof(Dated));
    g_autoptr(GArray) services = newest_services(plan);
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < services->len; i++) {
        guint place = g_array_index(services, Dated, i).place;
        const ServiceCard *card = shared_service(plan, plan->services[place], arena);
        gboolean later =
            card->n_changes == 0 || date_compare(card->updated, card->changes[0].date) > 0;
        Dated entry = {card->updated, place, WHOLE};
        if (date_is_set(card->updated) && later)
            g_array_append_val(out, entry);
        for (guint k = 0; k < card->n_changes; k++) {
            entry = (Dated){card->changes[k].date, place, (gint)k};
            g_array_append_val(out, entry);
        }
        arena_clear(arena);
    }
    g_array_sort(out, compare_dated);
    return out;
}

gboolean
feed_has_entries(const SharedPlan *plan)
{
    return plan->dated;
}

static void
append_element(GString *out, const char *name, const char *text)
{
    g_string_append_printf(out, "<%s>", name);
    html_append_escaped(out, text, -1);
    g_string_append_printf(out, "</%s>", name);
}

/* A date has no hour; Atom wants one. */
static void
append_updated(GString *out, Date date)
{
    g_string_append(out, "<updated>");
    date_append_iso(out, date);
    g_string_append(out, "T00:00:00+07:00</updated>");
}

static void
append_link(GString *out, const char *attributes, const char *href)
{
    g_string_append_printf(out, "<link %shref=\"", attributes);
    html_append_escaped(out, href, -1);
    g_string_append(out, "\"/>");
}

/* An entry keeps its id when its address changes (RFC 4287, 4.2.6): that of its first address. */
static const char *
first_address(const Telling *tell, const AgencyCard *agency, const ServiceCard *card)
{
    g_autoptr(GString) path = g_string_new(NULL);
    const char *page =
        telling_address(tell, ADDRESS_SERVICE, &(AddressParts){.slug = card->page});
    gsize folder = *agency->path != '\0' ? strlen(agency->path) + 1 : 0;
    if (card->alamat_lama.n > 0)
        plan_append_former(path, card->alamat_lama.items[0]);
    else if (agency->alamat_lama.n > 0 && strlen(page) > folder)
        plan_append_moved(path, agency->alamat_lama.items[0], page + folder);
    else
        return telling_canonical(tell, page);
    return telling_canonical(tell, arena_strndup(tell->arena, path->str, path->len));
}

/* "Waktu: 5 hari kerja. Biaya: gratis." where the charter says nothing shorter. */
static const char *
summary_of(const Telling *tell, const ServiceCard *card)
{
    if (*card->ringkasan != '\0')
        return card->ringkasan;
    return arena_concat(tell->arena, telling_label(tell, "waktu"), ": ",
                        telling_time(tell, &card->waktu), ". ", telling_label(tell, "biaya"),
                        ": ", telling_fee(tell, &card->biaya), ".", NULL);
}

static void
append_entry(const Telling *tell, const SharedPlan *plan, const Dated *entry, GString *out)
{
    const CardRef ref = plan->services[entry->place];
    const ServiceCard *card = shared_service(plan, ref, tell->arena);
    const char *address = telling_canonical(
        tell, telling_address(tell, ADDRESS_SERVICE, &(AddressParts){.slug = card->page}));
    const char *id = first_address(tell, shared_agency(plan, ref), card);
    const char *summary;
    if (entry->change == WHOLE) {
        summary = summary_of(tell, card);
    } else {
        g_autoptr(GString) day = g_string_new(NULL);
        date_append_iso(day, entry->date);
        id = arena_concat(tell->arena, id, "#", day->str, NULL);
        summary = words_cut(tell->arena, card->changes[entry->change].text, SUMMARY_CHARS);
    }
    g_string_append(out, "<entry>");
    append_element(out, "title",
                   arena_concat(tell->arena, card->judul, " – ",
                                shared_agency(plan, ref)->nama_lengkap, NULL));
    append_element(out, "id", id);
    append_updated(out, entry->date);
    append_link(out, "", address);
    append_element(out, "summary", summary);
    g_string_append(out, "</entry>\n");
}

void
feed_append(const Telling *tell, const SharedPlan *plan, GString *out)
{
    g_autoptr(GArray) dated = dated_entries(plan);
    const Dated *entries = (const Dated *)(const void *)dated->data;
    const char *address = telling_canonical(tell, telling_address(tell, ADDRESS_FEED, NULL));
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    html_append_escaped(out, tell->lang, -1);
    g_string_append(out, "\">");
    append_element(
        out, "title",
        arena_concat(tell->arena, telling_label(tell, "umpan"), " – ", tell->name, NULL));
    append_element(out, "id", address);
    append_updated(out, entries[0].date);
    g_string_append(out, "<author>");
    append_element(out, "name", tell->name);
    g_string_append(out, "</author>");
    append_link(out, "rel=\"self\" type=\"application/atom+xml\" ", address);
    append_link(out, "", telling_canonical(tell, telling_address(tell, ADDRESS_HOME, NULL)));
    g_string_append_c(out, '\n');
    for (guint i = 0; i < MIN(dated->len, (guint)FEED_ENTRIES); i++)
        append_entry(tell, plan, &entries[i], out);
    g_string_append(out, "</feed>\n");
}
