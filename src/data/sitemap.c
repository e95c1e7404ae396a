#include "data/sitemap.h"
#include "base/append.h"
#include "base/html.h"
#include "model/charter.h"
#include "text/address.h"
#include "text/slug.h"
#include <string.h>

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
#define NAMESPACE " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"

void
sitemap_init(
    Sitemap *map, const char *url, gboolean draft, const OutputSink *sink, guint max_pages)
{
    *map = (Sitemap){.url = url, .draft = draft, .sink = sink, .max_pages = max_pages};
    map->part = g_string_sized_new(64 * 1024);
    map->path = g_string_new(NULL);
}

static void
append_address(const Sitemap *map, GString *out, const char *path)
{
    html_append_escaped(out, map->url, -1);
    slug_append_encoded_path(out, path);
}

static void
put(Sitemap *map, const char *path, const GString *bytes)
{
    if (!map->stopped)
        map->stopped = !output_put(map->sink, path, bytes);
}

static void
put_part(Sitemap *map, const char *path)
{
    g_string_append(map->part, "</urlset>\n");
    put(map, path, map->part);
    g_string_truncate(map->part, 0);
    map->n_pages = 0;
}

static char *
part_path(guint number)
{
    char digits[16];
    g_snprintf(digits, sizeof digits, "%u", number);
    return address_dup(ADDRESS_SITEMAP_PART, &(AddressParts){.variant = digits});
}

static void
put_numbered_part(Sitemap *map)
{
    g_autofree char *path = part_path(++map->n_parts);
    put_part(map, path);
}

void
sitemap_add(Sitemap *map, const char *path, Date date)
{
    if (map->draft)
        return;
    if (map->n_pages == map->max_pages)
        put_numbered_part(map);
    if (map->n_pages++ == 0) {
        append_text(map->part, declaration);
        append_text(map->part, "<urlset" NAMESPACE);
    }
    append_text(map->part, "<url><loc>");
    append_address(map, map->part, path);
    append_text(map->part, "</loc>");
    if (date_is_set(date)) {
        append_text(map->part, "<lastmod>");
        date_append_iso(map->part, date);
        append_text(map->part, "</lastmod>");
    }
    append_text(map->part, "</url>\n");
}

/* Nothing when pages of its kind are not meant to be found. */
static void
add_address(Sitemap *map, AddressKind kind, const AddressParts *parts, Date date)
{
    if (!address_table[kind].in_sitemap)
        return;
    address_append(g_string_truncate(map->path, 0), kind, parts);
    sitemap_add(map, map->path->str, date);
}

static void
add_service(Sitemap *map, const ServiceCard *card)
{
    AddressParts parts = {.slug = card->page};
    add_address(map, ADDRESS_SERVICE, &parts, card->updated);
    for (guint i = 0; i < card->languages.n; i++) {
        parts.variant = card->languages.items[i];
        add_address(map, ADDRESS_TRANSLATION, &parts, card->updated);
    }
}

static void
add_agency(Sitemap *map, const AgencyCard *card)
{
    AddressParts parts = {.folder = card->path};
    for (guint kind = 0; kind < N_ADDRESSES; kind++) {
        if (address_table[kind].scope == ADDRESS_OF_AGENCY)
            add_address(map, (AddressKind)kind, &parts, card->updated);
    }
}

void
sitemap_add_cards(Sitemap *map, const SharedPlan *plan)
{
    g_autoptr(Arena) arena = arena_new();
    for (guint i = 0; i < plan->n_cards; i++) {
        const AgencyCard *card = plan->cards[i];
        const ServiceCard **services = card_services(card, arena);
        add_agency(map, card);
        for (guint k = 0; k < card->n_services; k++) {
            if (services[k]->status != STATUS_DICABUT)
                add_service(map, services[k]);
        }
        arena_clear(arena);
    }
}

static void
put_list_of_parts(Sitemap *map)
{
    g_string_assign(map->part, declaration);
    g_string_append(map->part, "<sitemapindex" NAMESPACE);
    for (guint i = 1; i <= map->n_parts; i++) {
        g_autofree char *path = part_path(i);
        g_string_append(map->part, "<sitemap><loc>");
        append_address(map, map->part, path);
        g_string_append(map->part, "</loc></sitemap>\n");
    }
    g_string_append(map->part, "</sitemapindex>\n");
    put(map, address_table[ADDRESS_SITEMAP].pattern, map->part);
}

/* A draft has no sitemap and is not to be found by anybody. */
static void
put_robots(Sitemap *map)
{
    g_string_assign(map->part, "User-agent: *\n");
    if (map->draft)
        g_string_append(map->part, "Disallow: /\n");
    else
        g_string_append_printf(map->part, "Allow: /\nSitemap: %s%s\n", map->url,
                               address_table[ADDRESS_SITEMAP].pattern);
    put(map, address_table[ADDRESS_ROBOTS].pattern, map->part);
}

gboolean
sitemap_finish(Sitemap *map)
{
    if (map->n_parts == 0 && map->n_pages > 0) {
        put_part(map, address_table[ADDRESS_SITEMAP].pattern);
    } else if (map->n_parts > 0) {
        put_numbered_part(map);
        put_list_of_parts(map);
    }
    put_robots(map);
    g_string_free(map->part, TRUE);
    g_string_free(map->path, TRUE);
    return !map->stopped;
}
