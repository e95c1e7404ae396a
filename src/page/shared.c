#include "data/feed.h"
#include "page/shared-run.h"
#include "text/words.h"
#include <string.h>

/* ---- one page ---- */

void
shared_turn_to(SharedRun *run, AddressKind kind, const char *path)
{
    g_autofree char *own = g_strdup(path); /* it may live in the page that ends */
    arena_free(run->page_arena);
    run->page_arena = run->ctx.arena = arena_new();
    view_context_page(&run->ctx, kind, NULL, arena_strndup(run->ctx.arena, own, strlen(own)));
}

/* A page that meets a limit of the template engine is left out and named; the others are made. */
gboolean
shared_put(SharedRun *run, PageKind kind, gconstpointer view)
{
    const Render *render = run->ctx.render;
    const ViewHalaman *page = view;
    Date date = {0};
    g_string_truncate(run->html, 0);
    if (!theme_render(render->theme, kind, run->ctx.lang, view, run->html)) {
        output_left_out(run->sink, run->ctx.page);
        return TRUE;
    }
    if (page->diperbarui != NULL)
        date_parse(page->diperbarui->iso, &date);
    if (run->sitemap != NULL && !page->tolak_indeks)
        sitemap_add(run->sitemap, run->ctx.page, date);
    return run->sink->put(run->sink->data, run->ctx.page, run->html->str, run->html->len);
}

void
shared_fill_page(SharedRun *run, const char *title, ViewHalaman *out)
{
    ViewContext *ctx = &run->ctx;
    ViewRemah crumbs[] = {
        {.nama = view_label(ctx, "beranda"), .jalur = address_table[ADDRESS_HOME].pattern},
        {.nama = title, .jalur = ctx->page}};
    view_halaman_fill(ctx, out);
    view_remah_fill(ctx, out, crumbs, title != NULL ? 2 : 1);
}

const ViewTanggal *
shared_newest_of(SharedRun *run, const CardRef *refs, guint n)
{
    Date date = {0};
    for (guint i = 0; i < n; i++)
        date = date_newer(date, shared_updated(run->plan, refs[i]));
    return view_tanggal(&run->ctx, date);
}

const ViewPenomoran *
shared_paging(SharedRun *run, guint page, guint n_pages, const char *before, const char *after)
{
    if (n_pages < 2)
        return NULL;
    ViewPenomoran *out = arena_new0(run->ctx.arena, ViewPenomoran);
    *out = (ViewPenomoran){page, n_pages, page > 1 ? before : "", page < n_pages ? after : ""};
    return out;
}

/* ---- home ---- */

static gboolean
put_home(SharedRun *run)
{
    ViewContext *ctx = &run->ctx;
    const SharedPlan *plan = run->plan;
    ViewHalamanBeranda view = {0};
    if (plan->rooted)
        return TRUE;
    shared_turn_to(run, ADDRESS_HOME, view_address(ctx, ADDRESS_HOME, NULL));
    shared_fill_page(run, NULL, &view.page);
    view.page.diperbarui = view_tanggal(ctx, run->newest);
    shared_count(plan->n_services, &view.n_layanan, &view.n_layanan_jamak);
    shared_count(plan->n_cards, &view.n_instansi, &view.n_instansi_jamak);
    view.keperluan = shared_topic_links(ctx, plan);
    view.peristiwa = shared_event_links(ctx, plan);
    view.bandingkan = shared_comparison_links(ctx, plan);
    if (plan->n_services <= SHARED_HOME_SERVICES)
        view.layanan = shared_cards(ctx, plan, plan->services, plan->n_services);
    view.wilayah = shared_regions(ctx, plan, plan->n_cards <= SHARED_HOME_AGENCIES);
    view.ada_keperluan = view.keperluan.n > 0;
    view.ada_peristiwa = view.peristiwa.n > 0;
    view.ada_bandingkan = view.bandingkan.n > 0;
    view.ada_layanan = view.layanan.n > 0;
    view.ada_wilayah = view.wilayah.n > 0;
    return shared_put(run, PAGE_BERANDA, &view);
}

/* ---- regions ---- */

static const char *
region_page(SharedRun *run, const SharedRegion *region, guint page)
{
    return view_address(&run->ctx, ADDRESS_REGION,
                        &(AddressParts){.folder = region->path, .page = page});
}

/* Home, the regions above, the region itself. */
static void
fill_region_crumbs(SharedRun *run, const SharedRegion *region, ViewHalaman *out)
{
    enum { MOST = 8 };
    ViewRemah crumbs[MOST];
    guint n = MOST;
    crumbs[--n] = (ViewRemah){.nama = region->nama, .jalur = run->ctx.page};
    while (region->parent != SHARED_NONE && n > 1) {
        region = &run->plan->regions[region->parent];
        crumbs[--n] = (ViewRemah){.nama = region->nama, .jalur = region_page(run, region, 1)};
    }
    crumbs[--n] = (ViewRemah){.nama = view_label(&run->ctx, "beranda"),
                              .jalur = address_table[ADDRESS_HOME].pattern};
    view_remah_fill(&run->ctx, out, crumbs + n, MOST - n);
}

static gboolean
put_region(SharedRun *run, const SharedRegion *region)
{
    ViewContext *ctx = &run->ctx;
    guint n_pages = shared_n_pages(region->n, SHARED_AGENCY_PAGE);
    for (guint page = 1; page <= n_pages; page++) {
        guint from = (page - 1) * SHARED_AGENCY_PAGE;
        guint n = MIN(region->n - from, (guint)SHARED_AGENCY_PAGE);
        ViewHalamanWilayah view = {.judul = region->nama, .folder = region->path};
        shared_turn_to(run, ADDRESS_REGION, region_page(run, region, page));
        shared_fill_page(run, region->nama, &view.page);
        view.page.judul_tab = words_cut(ctx->arena, region->nama, TAB_MAX);
        view.page.diperbarui = view_tanggal(&run->ctx, region->newest);
        fill_region_crumbs(run, region, &view.page);
        shared_count(region->n_all, &view.n_instansi, &view.n_instansi_jamak);
        shared_count(region->n_all_services, &view.n_layanan, &view.n_layanan_jamak);
        if (page == 1)
            view.daerah = shared_regions_below(ctx, run->plan, region);
        view.ada_daerah = view.daerah.n > 0;
        view.instansi = shared_agencies(ctx, run->plan, region->first + from, n);
        view.ada_instansi = view.instansi.n > 0;
        view.halaman = shared_paging(run, page, n_pages, region_page(run, region, page - 1),
                                     region_page(run, region, page + 1));
        if (!shared_put(run, PAGE_WILAYAH, &view))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_regions(SharedRun *run)
{
    for (guint i = 0; i < run->plan->n_regions; i++) {
        const SharedRegion *region = &run->plan->regions[i];
        if (region->folder != NULL && !put_region(run, region))
            return FALSE;
    }
    return TRUE;
}

/* ---- A–Z ---- */

static const char *
az_page(SharedRun *run, guint page)
{
    return view_address(&run->ctx, ADDRESS_AZ, &(AddressParts){.page = page});
}

/* Slot 0 is for titles that begin with no Latin letter. */
static const char *
slot_name(ViewContext *ctx, guint slot)
{
    return slot == 0 ? "0–9" : arena_strndup(ctx->arena, (char[]){(char)('A' + slot - 1)}, 1);
}

static const char *
slot_id(ViewContext *ctx, guint slot)
{
    return slot == 0 ? "huruf-0"
                     : arena_concat(ctx->arena, "huruf-",
                                    (char[]){(char)('a' + slot - 1), '\0'}, NULL);
}

static MuList
alphabet(SharedRun *run, guint page)
{
    ViewContext *ctx = &run->ctx;
    const guint *letters = run->plan->letters;
    ViewHuruf *rows = arena_alloc(ctx->arena, 27 * sizeof *rows);
    guint n = 0;
    for (guint slot = 0; slot < 27; slot++) {
        gboolean any = letters[slot] < letters[slot + 1];
        guint there = letters[slot] / SHARED_AZ_PAGE + 1;
        if (slot == 0 && !any)
            continue;
        rows[n].huruf = slot_name(ctx, slot);
        if (any)
            rows[n].tautan = arena_concat(ctx->arena, there != page ? az_page(run, there) : "",
                                          "#", slot_id(ctx, slot), NULL);
        n++;
    }
    return view_list(rows, n);
}

static MuList
letter_groups(SharedRun *run, guint from, guint n)
{
    ViewContext *ctx = &run->ctx;
    const SharedPlan *plan = run->plan;
    ViewKelompokHuruf *rows = arena_alloc(ctx->arena, 27 * sizeof *rows);
    guint n_rows = 0;
    for (guint slot = 0; slot < 27; slot++) {
        guint first = MAX(from, plan->letters[slot]);
        guint end = MIN(from + n, plan->letters[slot + 1]);
        if (first < end)
            rows[n_rows++] = (ViewKelompokHuruf){
                slot_name(ctx, slot), slot_id(ctx, slot),
                shared_cards(ctx, plan, plan->services + first, end - first)};
    }
    return view_list(rows, n_rows);
}

static gboolean
put_az(SharedRun *run)
{
    const SharedPlan *plan = run->plan;
    guint n_pages = shared_n_pages(plan->n_services, SHARED_AZ_PAGE);
    for (guint page = 1; page <= n_pages; page++) {
        guint from = (page - 1) * SHARED_AZ_PAGE;
        guint n = MIN(plan->n_services - from, (guint)SHARED_AZ_PAGE);
        ViewHalamanAZ view = {0};
        shared_turn_to(run, ADDRESS_AZ, az_page(run, page));
        shared_fill_page(run, view_label(&run->ctx, "a_z"), &view.page);
        view.page.diperbarui = shared_newest_of(run, plan->services + from, n);
        shared_count(plan->n_services, &view.n_layanan, &view.n_layanan_jamak);
        view.abjad = alphabet(run, page);
        view.daftar = letter_groups(run, from, n);
        view.halaman =
            shared_paging(run, page, n_pages, az_page(run, page - 1), az_page(run, page + 1));
        if (!shared_put(run, PAGE_AZ, &view))
            return FALSE;
    }
    return TRUE;
}

/* ---- topics and life events ---- */

const char *
shared_group_page(SharedRun *run, AddressKind kind, const SharedGroup *group, guint page)
{
    return view_address(&run->ctx, kind, &(AddressParts){.slug = group->slug, .page = page});
}

typedef struct ListKind {
    PageKind kind;
    AddressKind address;
    const char *(*name_of)(const Telling *tell, const char *slug);
} ListKind;

static gboolean
put_list(SharedRun *run, const ListKind *kind, const SharedGroup *group)
{
    ViewContext *ctx = &run->ctx;
    guint n_pages = shared_n_pages(group->n, SHARED_LIST_PAGE);
    for (guint page = 1; page <= n_pages; page++) {
        const CardRef *refs = group->refs + (page - 1) * SHARED_LIST_PAGE;
        guint n = MIN(group->n - (page - 1) * SHARED_LIST_PAGE, (guint)SHARED_LIST_PAGE);
        ViewHalamanDaftar view = {0};
        shared_turn_to(run, kind->address, shared_group_page(run, kind->address, group, page));
        const Telling tell = view_telling(ctx);
        view.judul = kind->name_of(&tell, group->slug);
        shared_fill_page(run, view.judul, &view.page);
        view.page.judul_tab = words_cut(ctx->arena, view.judul, TAB_MAX);
        view.page.diperbarui = shared_newest_of(run, refs, n);
        shared_count(group->n, &view.n_layanan, &view.n_layanan_jamak);
        shared_count(group->n_agencies, &view.n_instansi, &view.n_instansi_jamak);
        if (kind->kind == PAGE_PERISTIWA && page == 1)
            view.urutan = shared_journeys(ctx, run->plan, group->slug);
        view.ada_urutan = view.urutan.n > 0;
        view.layanan = shared_cards(ctx, run->plan, refs, n);
        view.halaman = shared_paging(run, page, n_pages,
                                     shared_group_page(run, kind->address, group, page - 1),
                                     shared_group_page(run, kind->address, group, page + 1));
        if (!shared_put(run, kind->kind, &view))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_lists(SharedRun *run)
{
    static const ListKind topic = {PAGE_KEPERLUAN, ADDRESS_TOPIC, telling_topic};
    static const ListKind event = {PAGE_PERISTIWA, ADDRESS_EVENT, telling_event};
    const SharedPlan *plan = run->plan;
    for (guint i = 0; i < plan->n_topics; i++)
        if (!put_list(run, &topic, &plan->topics[i]))
            return FALSE;
    for (guint i = 0; i < plan->n_events; i++)
        if (!put_list(run, &event, &plan->events[i]))
            return FALSE;
    return TRUE;
}

/* Where an agency has the home page, all pages have its colour and, unless the site has one, its name. */
static void
dress_as(ViewContext *ctx, const AgencyCard *card)
{
    view_context_color(ctx, card->warna);
    if (!text_has_words(ctx->render->data->site.nama) && *card->nama)
        ctx->situs_nama = card->nama;
}

gboolean
render_own_page(const Render *render, const OwnPage *page, const OutputSink *sink)
{
    g_autoptr(Arena) keep = arena_new();
    SharedRun run = {.sink = sink, .page_arena = arena_new(), .html = g_string_new(NULL)};
    view_context_init(&run.ctx, keep, render);
    gboolean fine = shared_put_own_page(&run, page);
    view_context_clear(&run.ctx);
    arena_free(run.page_arena);
    g_string_free(run.html, TRUE);
    return fine;
}

gboolean
render_shared(const Render *render,
              const AgencyCard *const *cards,
              guint n_cards,
              const OutputSink *sink)
{
    g_autoptr(Arena) keep = arena_new();
    SharedRun run = {.plan = shared_plan_new(keep, render->data->regions,
                                             render->scan->n_folders, cards, n_cards),
                     .sink = sink,
                     .page_arena = arena_new(),
                     .html = g_string_sized_new(64 * 1024)};
    Sitemap map;
    view_context_init(&run.ctx, keep, render);
    run.ctx.has_feed = feed_has_entries(run.plan);
    if (render->url != NULL) {
        sitemap_init(&map, render->url, render->draft, sink, SHARED_SITEMAP_PART);
        run.sitemap = &map;
    }
    for (guint i = 0; i < n_cards; i++) {
        run.newest = date_newer(run.newest, cards[i]->updated);
        if (*cards[i]->path == '\0')
            dress_as(&run.ctx, cards[i]);
    }
    gboolean fine = put_home(&run) && put_regions(&run) && put_az(&run) && put_lists(&run) &&
                    shared_put_comparisons(&run) && shared_put_site(&run);
    if (run.sitemap != NULL) {
        sitemap_add_cards(&map, run.plan);
        fine = sitemap_finish(&map) && fine;
    }
    view_context_clear(&run.ctx);
    arena_free(run.page_arena);
    g_string_free(run.html, TRUE);
    return fine;
}
