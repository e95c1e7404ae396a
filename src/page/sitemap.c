#include "page/sitemap.h"
#include "base/html.h"
#include "model/charter.h"
#include "text/slug.h"
#include <string.h>

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
#define NAMESPACE " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"

void
sitemap_init(Sitemap *map, const ViewContext *ctx, const RenderSink *sink, guint max_pages)
{
    *map = (Sitemap){.ctx = ctx, .sink = sink, .max_pages = max_pages};
    map->part = g_string_sized_new(64 * 1024);
}

static void
append_address(const Sitemap *map, GString *out, const char *path)
{
    html_append_escaped(out, map->ctx->site->url, -1);
    slug_append_encoded_path(out, path);
}

static void
put(Sitemap *map, const char *path, const GString *bytes)
{
    if (!map->stopped)
        map->stopped = !map->sink->put(map->sink->data, path, bytes->str, bytes->len);
}

static void
put_part(Sitemap *map, const char *path)
{
    g_string_append(map->part, "</urlset>\n");
    put(map, path, map->part);
    g_string_truncate(map->part, 0);
    map->n_pages = 0;
}

static void
put_numbered_part(Sitemap *map)
{
    char path[32];
    g_snprintf(path, sizeof path, "sitemap-%u.xml", ++map->n_parts);
    put_part(map, path);
}

void
sitemap_add(Sitemap *map, const char *path, Date date)
{
    if (map->ctx->site->draft)
        return;
    if (map->n_pages == map->max_pages)
        put_numbered_part(map);
    if (map->n_pages++ == 0) {
        g_string_append(map->part, declaration);
        g_string_append(map->part, "<urlset" NAMESPACE);
    }
    g_string_append(map->part, "<url><loc>");
    append_address(map, map->part, path);
    g_string_append(map->part, "</loc>");
    if (date_is_set(date)) {
        g_string_append(map->part, "<lastmod>");
        date_append_iso(map->part, date);
        g_string_append(map->part, "</lastmod>");
    }
    g_string_append(map->part, "</url>\n");
}

static void
add_service(Sitemap *map, const ServiceCard *card, GString *path)
{
    g_string_printf(path, "%s.html", card->page);
    sitemap_add(map, path->str, card->updated);
    for (guint i = 0; i < card->languages.n; i++) {
        g_string_printf(path, "%s.%s.html", card->page, card->languages.items[i]);
        sitemap_add(map, path->str, card->updated);
    }
}

void
sitemap_add_cards(Sitemap *map, const SharedPlan *plan)
{
    static const char *const pages[] = {"index.html", "biaya.html", "pengaduan.html",
                                        "mutu.html", "cetak.html"};
    g_autoptr(GString) path = g_string_new(NULL);
    for (guint i = 0; i < plan->n_cards; i++) {
        const AgencyCard *card = plan->cards[i];
        for (gsize k = 0; k < G_N_ELEMENTS(pages); k++) {
            g_string_printf(path, "%s%s%s", card->path, *card->path ? "/" : "", pages[k]);
            sitemap_add(map, path->str, card->updated);
        }
        for (guint k = 0; k < card->n_services; k++) {
            if (card->services[k].status != STATUS_DICABUT)
                add_service(map, &card->services[k], path);
        }
    }
}

static void
put_list_of_parts(Sitemap *map)
{
    g_string_assign(map->part, declaration);
    g_string_append(map->part, "<sitemapindex" NAMESPACE);
    for (guint i = 1; i <= map->n_parts; i++) {
        char path[32];
        g_snprintf(path, sizeof path, "sitemap-%u.xml", i);
        g_string_append(map->part, "<sitemap><loc>");
        append_address(map, map->part, path);
        g_string_append(map->part, "</loc></sitemap>\n");
    }
    g_string_append(map->part, "</sitemapindex>\n");
    put(map, "sitemap.xml", map->part);
}

/* A draft has no sitemap and is not to be found by anybody. */
static void
put_robots(Sitemap *map)
{
    g_string_assign(map->part, "User-agent: *\n");
    if (map->ctx->site->draft)
        g_string_append(map->part, "Disallow: /\n");
    else
        g_string_append_printf(map->part, "Allow: /\nSitemap: %ssitemap.xml\n",
                               map->ctx->site->url);
    put(map, "robots.txt", map->part);
}

gboolean
sitemap_finish(Sitemap *map)
{
    if (map->n_parts == 0 && map->n_pages > 0) {
        put_part(map, "sitemap.xml");
    } else if (map->n_parts > 0) {
        put_numbered_part(map);
        put_list_of_parts(map);
    }
    put_robots(map);
    g_string_free(map->part, TRUE);
    return !map->stopped;
}
