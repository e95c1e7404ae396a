#include "page/shared-run.h"
#include "text/words.h"

/* ---- comparisons ---- */

/* One page of a comparison: all of it, or the services of one region. */
typedef struct ComparisonPage {
    const char *path;
    const CardRef *refs;
    guint n;
    MuList parts; /* links to the other pages */
} ComparisonPage;

static gboolean
put_comparison(SharedRun *run, const SharedGroup *group, const ComparisonPage *page)
{
    ViewContext *ctx = &run->ctx;
    ViewHalamanBandingkan view = {.bagian = page->parts};
    const CardRef *refs = page->refs;
    guint n = page->n;
    view_context_page(ctx, ADDRESS_COMPARISON, NULL, page->path);
    view.judul = shared_comparison_name(ctx, group->slug);
    shared_fill_page(run, view.judul, &view.page);
    view.page.judul_tab = words_cut(ctx->arena, view.judul, TAB_MAX_AFTER_LABEL);
    view.page.diperbarui = shared_newest_of(run, refs, n);
    shared_count(group->n, &view.n_layanan, &view.n_layanan_jamak);
    shared_count(group->n_agencies, &view.n_instansi, &view.n_instansi_jamak);
    const ServiceCard **cards = arena_alloc(ctx->arena, n * sizeof *cards);
    for (guint i = 0; i < n; i++) {
        cards[i] = shared_service(run->plan, refs[i], ctx->arena);
        view.ada_ambigu = view.ada_ambigu || cards[i]->waktu.ambigu;
        view.ada_syarat = view.ada_syarat || cards[i]->syarat.n > 0;
    }
    view.baris = shared_comparison_rows(ctx, run->plan, refs, cards, n);
    return shared_put(run, PAGE_BANDINGKAN, &view);
}

static const char *
region_name(SharedRun *run, guint region)
{
    const char *nama = run->plan->regions[region].nama;
    return *nama ? nama : view_label(&run->ctx, "instansi_lain");
}

/* "Kabupaten Pasuruan", "Kabupaten Lebak – Kabupaten Pasuruan", "Kota Surabaya (51–100)". */
static const char *
part_name(SharedRun *run, const SharedPart *part)
{
    ViewContext *ctx = &run->ctx;
    const char *nama = region_name(run, part->first);
    if (part->large)
        return arena_concat(ctx->arena, nama, " (", view_number(ctx, part->before + 1), "–",
                            view_number(ctx, part->before + part->n), ")", NULL);
    return part->first == part->last
               ? nama
               : arena_concat(ctx->arena, nama, " – ", region_name(run, part->last), NULL);
}

/* Page 1 has the shortest times of all; the parts follow. */
static ViewBagian
page_link(SharedRun *run, const SharedGroup *group, const SharedPart *parts, guint page)
{
    return (ViewBagian){
        .nama = page == 1 ? view_label(&run->ctx, "banding_terpendek")
                          : part_name(run, &parts[page - 2]),
        .jalur = shared_group_page(run, ADDRESS_COMPARISON, group, page),
    };
}

/* The first page leads to all others, each of those to the first and to its neighbours. */
static gboolean
put_split_page(SharedRun *run,
               const SharedGroup *group,
               const SharedPart *parts,
               guint page,
               guint n_pages)
{
    const CardRef *refs = page == 1 ? group->refs : parts[page - 2].refs;
    guint n = page == 1 ? (guint)SHARED_COMPARE_PAGE : parts[page - 2].n, n_links = 0;
    shared_turn_to(run, ADDRESS_COMPARISON,
                   ""); /* a fresh arena: the links are made before the page */
    ViewBagian *links = arena_alloc(run->ctx.arena, (n_pages + 1) * sizeof *links);
    for (guint i = 1; i <= n_pages; i++) {
        if (page != 1 && i != 1 && i + 1 != page && i != page && i != page + 1)
            continue;
        links[n_links] = page_link(run, group, parts, i);
        links[n_links++].ini = i == page;
    }
    return put_comparison(
        run, group,
        &(ComparisonPage){shared_group_page(run, ADDRESS_COMPARISON, group, page), refs, n,
                          view_list(links, n_links)});
}

static gboolean
put_split_comparison(SharedRun *run, const SharedGroup *group)
{
    guint n_parts;
    g_autoptr(Arena) arena = arena_new();
    const SharedPart *parts = shared_split(run->plan, group, arena, &n_parts);
    for (guint page = 1; page <= n_parts + 1; page++)
        if (!put_split_page(run, group, parts, page, n_parts + 1))
            return FALSE;
    return TRUE;
}

gboolean
shared_put_comparisons(SharedRun *run)
{
    for (guint i = 0; i < run->plan->n_comparisons; i++) {
        const SharedGroup *group = &run->plan->comparisons[i];
        if (group->n > SHARED_COMPARE_PAGE) {
            if (!put_split_comparison(run, group))
                return FALSE;
            continue;
        }
        shared_turn_to(run, ADDRESS_COMPARISON, "");
        if (!put_comparison(
                run, group,
                &(ComparisonPage){shared_group_page(run, ADDRESS_COMPARISON, group, 1),
                                  group->refs, group->n, (MuList){NULL, 0}}))
            return FALSE;
    }
    return TRUE;
}
