#include "plan/shared.h"
#include "model/charter.h"
#include "render/render.h"
#include "render/search.h"
#include "render/view-shared.h"
#include <string.h>

/* A build's shared pages on their way: one page at a time, each with an arena of its own. */
typedef struct SharedRun {
    ViewContext ctx;
    const SharedPlan *plan;
    const RenderSink *sink;
    Arena *page_arena;
    GString *html;
    Date newest; /* of all agencies */
} SharedRun;

/* ---- one page ---- */

static void
turn_to(SharedRun *run, const char *path)
{
    g_autofree char *own = g_strdup(path); /* it may live in the page that ends */
    arena_free(run->page_arena);
    run->page_arena = run->ctx.arena = arena_new();
    view_context_page(&run->ctx, NULL, arena_strndup(run->ctx.arena, own, strlen(own)));
}

/* A page that meets a limit of the template engine is left out; the theme is to blame. */
static gboolean
put(SharedRun *run, PageKind kind, gconstpointer view)
{
    const RenderSite *site = run->ctx.site;
    g_string_truncate(run->html, 0);
    if (!theme_render(site->theme, kind, run->ctx.lang, view, run->html))
        return TRUE;
    return run->sink->put(run->sink->data, run->ctx.page, run->html->str, run->html->len);
}

/* Halaman with the crumbs home, then the page itself. */
static void
fill_page(SharedRun *run, const char *title, ViewHalaman *out)
{
    ViewContext *ctx = &run->ctx;
    ViewRemah crumbs[] = {{view_label(ctx, "beranda"), "index.html", FALSE},
                          {title, ctx->page, FALSE}};
    view_halaman_fill(ctx, out);
    view_remah_fill(ctx, out, crumbs, title != NULL ? 2 : 1);
}

static Date
newer(Date a, Date b)
{
    return date_compare(a, b) < 0 ? b : a;
}

static const ViewTanggal *
newest_of(SharedRun *run, const CardRef *refs, guint n)
{
    Date date = {0};
    for (guint i = 0; i < n; i++)
        date = newer(date, shared_service(run->plan, refs[i])->updated);
    return view_tanggal(&run->ctx, date);
}

/* Where one page of several stands; NULL when there is only one. */
static const ViewPenomoran *
paging(SharedRun *run, guint page, guint n_pages, const char *before, const char *after)
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
    turn_to(run, "index.html");
    fill_page(run, NULL, &view.page);
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
    return put(run, PAGE_BERANDA, &view);
}

/* ---- regions ---- */

static const char *
region_page(SharedRun *run, const SharedRegion *region, guint page)
{
    shared_append_region(view_scratch(&run->ctx), region, page);
    return view_keep(&run->ctx);
}

static gboolean
put_region(SharedRun *run, const SharedRegion *region)
{
    ViewContext *ctx = &run->ctx;
    guint n_pages = shared_n_pages(region->n, SHARED_AGENCY_PAGE);
    for (guint page = 1; page <= n_pages; page++) {
        guint from = (page - 1) * SHARED_AGENCY_PAGE;
        guint n = MIN(region->n - from, (guint)SHARED_AGENCY_PAGE);
        ViewHalamanWilayah view = {.judul = region->nama};
        Date date = {0};
        turn_to(run, region_page(run, region, page));
        fill_page(run, region->nama, &view.page);
        view.page.judul_tab = view_cut(ctx, region->nama, TAB_MAX);
        for (guint i = 0; i < region->n; i++)
            date =
                newer(date, run->plan->cards[run->plan->agencies[region->first + i]]->updated);
        view.page.diperbarui = view_tanggal(ctx, date);
        shared_count(region->n, &view.n_instansi, &view.n_instansi_jamak);
        shared_count(region->n_services, &view.n_layanan, &view.n_layanan_jamak);
        view.instansi = shared_agencies(ctx, run->plan, region->first + from, n);
        view.halaman = paging(run, page, n_pages, region_page(run, region, page - 1),
                              region_page(run, region, page + 1));
        if (!put(run, PAGE_WILAYAH, &view))
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
    shared_append_az(view_scratch(&run->ctx), page);
    return view_keep(&run->ctx);
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
                     : view_concat(ctx, "huruf-", (char[]){(char)('a' + slot - 1), '\0'}, NULL);
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
            rows[n].tautan = view_concat(ctx, there != page ? az_page(run, there) : "", "#",
                                         slot_id(ctx, slot), NULL);
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
        turn_to(run, az_page(run, page));
        fill_page(run, view_label(&run->ctx, "a_z"), &view.page);
        view.page.diperbarui = newest_of(run, plan->services + from, n);
        shared_count(plan->n_services, &view.n_layanan, &view.n_layanan_jamak);
        view.abjad = alphabet(run, page);
        view.daftar = letter_groups(run, from, n);
        view.halaman =
            paging(run, page, n_pages, az_page(run, page - 1), az_page(run, page + 1));
        if (!put(run, PAGE_AZ, &view))
            return FALSE;
    }
    return TRUE;
}

/* ---- topics and life events ---- */

static const char *
group_page(SharedRun *run, const char *folder, const SharedGroup *group, guint page)
{
    shared_append_group(view_scratch(&run->ctx), folder, group->slug, page);
    return view_keep(&run->ctx);
}

typedef struct ListKind {
    PageKind kind;
    const char *folder;
    const char *(*name_of)(ViewContext *ctx, const char *slug);
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
        turn_to(run, group_page(run, kind->folder, group, page));
        view.judul = kind->name_of(ctx, group->slug);
        fill_page(run, view.judul, &view.page);
        view.page.judul_tab = view_cut(ctx, view.judul, TAB_MAX);
        view.page.diperbarui = newest_of(run, refs, n);
        shared_count(group->n, &view.n_layanan, &view.n_layanan_jamak);
        shared_count(group->n_agencies, &view.n_instansi, &view.n_instansi_jamak);
        view.layanan = shared_cards(ctx, run->plan, refs, n);
        view.halaman =
            paging(run, page, n_pages, group_page(run, kind->folder, group, page - 1),
                   group_page(run, kind->folder, group, page + 1));
        if (!put(run, kind->kind, &view))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_lists(SharedRun *run)
{
    static const ListKind topic = {PAGE_KEPERLUAN, "keperluan", shared_topic_name};
    static const ListKind event = {PAGE_PERISTIWA, "peristiwa", shared_event_name};
    const SharedPlan *plan = run->plan;
    for (guint i = 0; i < plan->n_topics; i++)
        if (!put_list(run, &topic, &plan->topics[i]))
            return FALSE;
    for (guint i = 0; i < plan->n_events; i++)
        if (!put_list(run, &event, &plan->events[i]))
            return FALSE;
    return TRUE;
}

/* ---- comparisons ---- */

/* One page of a comparison: all of it, or the services of one region. */
static gboolean
put_comparison(SharedRun *run,
               const SharedGroup *group,
               const char *path,
               const CardRef *refs,
               guint n,
               MuList parts)
{
    ViewContext *ctx = &run->ctx;
    ViewHalamanBandingkan view = {.bagian = parts};
    view_context_page(ctx, NULL, path);
    view.judul = shared_comparison_name(ctx, group->slug);
    fill_page(run, view.judul, &view.page);
    view.page.judul_tab = view_cut(ctx, view.judul, TAB_MAX_AFTER_LABEL);
    view.page.diperbarui = newest_of(run, refs, n);
    shared_count(group->n, &view.n_layanan, &view.n_layanan_jamak);
    shared_count(group->n_agencies, &view.n_instansi, &view.n_instansi_jamak);
    view.baris = shared_comparison_rows(ctx, run->plan, refs, n);
    for (guint i = 0; i < n; i++) {
        const ServiceCard *card = shared_service(run->plan, refs[i]);
        view.ada_ambigu = view.ada_ambigu || card->waktu.ambigu;
        view.ada_syarat = view.ada_syarat || card->syarat.n > 0;
    }
    return put(run, PAGE_BANDINGKAN, &view);
}

/* "Kabupaten Pasuruan", on later pages with the numbers of the first and last service. */
static const char *
part_name(SharedRun *run, const SharedPart *part, guint page)
{
    ViewContext *ctx = &run->ctx;
    const char *nama = run->plan->regions[part->region].nama;
    guint from = (page - 1) * SHARED_COMPARE_PAGE;
    if (*nama == '\0')
        nama = view_label(ctx, "instansi_lain");
    if (part->n <= SHARED_COMPARE_PAGE)
        return nama;
    return view_concat(ctx, nama, " (", view_number(ctx, from + 1), "–",
                       view_number(ctx, MIN(from + SHARED_COMPARE_PAGE, part->n)), ")", NULL);
}

static ViewBagian
part_link(SharedRun *run, const SharedGroup *group, const SharedPart *part, guint page)
{
    ViewBagian out = {.nama = part_name(run, part, page)};
    shared_append_part(view_scratch(&run->ctx), group->slug, &run->plan->regions[part->region],
                       page);
    out.jalur = view_keep(&run->ctx);
    return out;
}

/* The pages of one region, each with a way to the others and to the whole. */
static gboolean
put_part(SharedRun *run, const SharedGroup *group, const SharedPart *part)
{
    guint n_pages = shared_n_pages(part->n, SHARED_COMPARE_PAGE);
    for (guint page = 1; page <= n_pages; page++) {
        const CardRef *refs = part->refs + (page - 1) * SHARED_COMPARE_PAGE;
        guint n = MIN(part->n - (page - 1) * SHARED_COMPARE_PAGE, (guint)SHARED_COMPARE_PAGE);
        turn_to(run, ""); /* a fresh arena: the links are made before the page */
        ViewBagian *links = arena_alloc(run->ctx.arena, (n_pages + 1) * sizeof *links);
        for (guint i = 0; i < n_pages; i++) {
            links[i] = part_link(run, group, part, i + 1);
            links[i].ini = i + 1 == page;
        }
        links[n_pages].nama = view_label(&run->ctx, "banding_terpendek");
        links[n_pages].jalur = group_page(run, "bandingkan", group, 1);
        if (!put_comparison(run, group, links[page - 1].jalur, refs, n,
                            view_list(links, n_pages + 1)))
            return FALSE;
    }
    return TRUE;
}

/* The shortest times of the whole country, and the way to every region. */
static gboolean
put_split_comparison(SharedRun *run, const SharedGroup *group)
{
    guint n_parts;
    g_autoptr(Arena) arena = arena_new();
    const SharedPart *parts = shared_split(run->plan, group, arena, &n_parts);
    turn_to(run, "");
    ViewBagian *links = arena_alloc(run->ctx.arena, (n_parts + 1) * sizeof *links);
    links[0].nama = view_label(&run->ctx, "banding_terpendek");
    links[0].jalur = group_page(run, "bandingkan", group, 1);
    links[0].ini = TRUE;
    for (guint i = 0; i < n_parts; i++)
        links[i + 1] = part_link(run, group, &parts[i], 1);
    if (!put_comparison(run, group, links[0].jalur, group->refs, SHARED_COMPARE_PAGE,
                        view_list(links, n_parts + 1)))
        return FALSE;
    for (guint i = 0; i < n_parts; i++)
        if (!put_part(run, group, &parts[i]))
            return FALSE;
    return TRUE;
}

static gboolean
put_comparisons(SharedRun *run)
{
    for (guint i = 0; i < run->plan->n_comparisons; i++) {
        const SharedGroup *group = &run->plan->comparisons[i];
        if (group->n > SHARED_COMPARE_PAGE) {
            if (!put_split_comparison(run, group))
                return FALSE;
            continue;
        }
        turn_to(run, "");
        if (!put_comparison(run, group, group_page(run, "bandingkan", group, 1), group->refs,
                            group->n, (MuList){NULL, 0}))
            return FALSE;
    }
    return TRUE;
}

/* ---- biaya, pengaduan, mutu of the whole site ---- */

static const char *
root_page(SharedRun *run, const char *name, guint page)
{
    shared_append_root(view_scratch(&run->ctx), name, page);
    return view_keep(&run->ctx);
}

static gboolean
put_root_list(SharedRun *run, PageKind kind, const char *name)
{
    ViewContext *ctx = &run->ctx;
    const SharedPlan *plan = run->plan;
    guint n_pages = shared_n_pages(plan->n_cards, SHARED_AGENCY_PAGE);
    for (guint page = 1; page <= n_pages; page++) {
        guint from = (page - 1) * SHARED_AGENCY_PAGE;
        guint n = MIN(plan->n_cards - from, (guint)SHARED_AGENCY_PAGE);
        ViewHalamanDaftarInstansi view = {0};
        ViewKanal national;
        turn_to(run, root_page(run, name, page));
        fill_page(run, view_label(ctx, name), &view.page);
        view.page.diperbarui = view_tanggal(ctx, run->newest);
        shared_count(plan->n_cards, &view.n_instansi, &view.n_instansi_jamak);
        shared_count(plan->n_services, &view.n_layanan, &view.n_layanan_jamak);
        if (ctx->site->data->site.kanal_nasional) {
            view_kanal_nasional(&national);
            view.kanal_nasional = &national;
        }
        view.wilayah = shared_agencies_by_region(ctx, plan, from, n);
        view.halaman = paging(run, page, n_pages, root_page(run, name, page - 1),
                              root_page(run, name, page + 1));
        if (!put(run, kind, &view))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_root_lists(SharedRun *run)
{
    return run->plan->rooted || (put_root_list(run, PAGE_BIAYA, "biaya") &&
                                 put_root_list(run, PAGE_PENGADUAN, "pengaduan") &&
                                 put_root_list(run, PAGE_MUTU, "mutu"));
}

/* ---- tentang, aksesibilitas, 404 ---- */

static gboolean
put_about(SharedRun *run, PageKind kind, const char *name)
{
    ViewHalamanTentang view = {0};
    turn_to(run, root_page(run, name, 1));
    fill_page(run, view_label(&run->ctx, name), &view.page);
    shared_count(run->plan->n_services, &view.n_layanan, &view.n_layanan_jamak);
    shared_count(run->plan->n_cards, &view.n_instansi, &view.n_instansi_jamak);
    return put(run, kind, &view);
}

/* It is shown at any address, so only absolute links reach anything. */
static gboolean
put_missing(SharedRun *run)
{
    ViewHalaman404 view;
    turn_to(run, "404.html");
    view_halaman_fill(&run->ctx, &view.page);
    view.page.tolak_indeks = TRUE;
    view.page.kanonik = "";
    if (run->ctx.site->url != NULL)
        view.page.akar = run->ctx.site->url;
    else
        view.page.tanpa_tautan = TRUE;
    return put(run, PAGE_404, &view);
}

/* ---- search ---- */

static gboolean
put_search(SharedRun *run)
{
    turn_to(run, "cari/indeks.js");
    return search_put(&run->ctx, run->plan, run->sink);
}

gboolean
render_shared(const RenderSite *site,
              const AgencyCard *const *cards,
              guint n_cards,
              const RenderSink *sink)
{
    g_autoptr(Arena) keep = arena_new();
    SharedRun run = {.plan = shared_plan_new(keep, cards, n_cards),
                     .sink = sink,
                     .page_arena = arena_new(),
                     .html = g_string_sized_new(64 * 1024)};
    view_context_init(&run.ctx, keep, site);
    for (guint i = 0; i < n_cards; i++)
        run.newest = newer(run.newest, cards[i]->updated);
    gboolean fine = put_home(&run) && put_regions(&run) && put_az(&run) && put_lists(&run) &&
                    put_comparisons(&run) && put_root_lists(&run) &&
                    put_about(&run, PAGE_TENTANG, "tentang") &&
                    put_about(&run, PAGE_AKSESIBILITAS, "aksesibilitas") && put_missing(&run) &&
                    put_search(&run);
    view_context_clear(&run.ctx);
    arena_free(run.page_arena);
    g_string_free(run.html, TRUE);
    return fine;
}
