#include "page/feed.h"
#include "base/html.h"
#include "plan/plan.h"
#include <stdlib.h>
#include <string.h>

/* Newest first, else in the plan's order. */
typedef struct Dated {
    Date date;
    guint place;
} Dated;

static int
compare_dated(gconstpointer a, gconstpointer b)
{
    const Dated *x = a, *y = b;
    int order = date_compare(y->date, x->date);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
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
    date_append_iso(out, date_is_set(date) ? date : (Date){1980, 1, 1});
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
first_address(ViewContext *ctx, const AgencyCard *agency, const ServiceCard *card)
{
    g_autoptr(GString) path = g_string_new(NULL);
    const char *page = shared_service_path(ctx, card);
    gsize folder = *agency->path != '\0' ? strlen(agency->path) + 1 : 0;
    if (card->alamat_lama.n > 0)
        plan_append_former(path, card->alamat_lama.items[0]);
    else if (agency->alamat_lama.n > 0 && strlen(page) > folder)
        plan_append_moved(path, agency->alamat_lama.items[0], page + folder);
    else
        return view_canonical(ctx, page);
    return view_canonical(ctx, arena_strndup(ctx->arena, path->str, path->len));
}

static void
append_entry(ViewContext *ctx, const SharedPlan *plan, CardRef ref, GString *out)
{
    const ServiceCard *card = shared_service(plan, ref);
    const char *address = view_canonical(ctx, shared_service_path(ctx, card));
    const char *summary = card->ringkasan;
    if (*summary == '\0')
        summary = view_concat(
            ctx, view_label(ctx, "waktu"), ": ", shared_time_text(ctx, &card->waktu), ". ",
            view_label(ctx, "biaya"), ": ", shared_fee_text(ctx, &card->biaya), ".", NULL);
    g_string_append(out, "<entry>");
    append_element(
        out, "title",
        view_concat(ctx, card->judul, " – ", shared_agency(plan, ref)->nama_lengkap, NULL));
    append_element(out, "id", first_address(ctx, shared_agency(plan, ref), card));
    append_updated(out, card->updated);
    append_link(out, "", address);
    append_element(out, "summary", summary);
    g_string_append(out, "</entry>\n");
}

void
feed_append(ViewContext *ctx, const SharedPlan *plan, GString *out)
{
    g_autofree Dated *dated = g_new(Dated, plan->n_services + 1);
    guint n = 0;
    for (guint i = 0; i < plan->n_services; i++) {
        Date date = shared_service(plan, plan->services[i])->updated;
        if (date_is_set(date))
            dated[n++] = (Dated){date, i};
    }
    if (n > 1)
        qsort(dated, n, sizeof *dated, compare_dated);
    const char *address = view_canonical(ctx, view_address(ctx, ADDRESS_FEED, NULL));
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    html_append_escaped(out, ctx->lang, -1);
    g_string_append(out, "\">");
    append_element(out, "title",
                   view_concat(ctx, view_label(ctx, "umpan"), " – ", ctx->situs_nama, NULL));
    append_element(out, "id", address);
    append_updated(out, n > 0 ? dated[0].date : (Date){0});
    g_string_append(out, "<author>");
    append_element(out, "name", ctx->situs_nama);
    g_string_append(out, "</author>");
    append_link(out, "rel=\"self\" type=\"application/atom+xml\" ", address);
    append_link(out, "", view_canonical(ctx, view_address(ctx, ADDRESS_HOME, NULL)));
    g_string_append_c(out, '\n');
    for (guint i = 0; i < MIN(n, (guint)FEED_ENTRIES); i++)
        append_entry(ctx, plan, plan->services[dated[i].place], out);
    g_string_append(out, "</feed>\n");
}
