#include "render/shared-run.h"

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
    shared_fill_page(run, view.judul, &view.page);
    view.page.judul_tab = view_cut(ctx, view.judul, TAB_MAX_AFTER_LABEL);
    view.page.diperbarui = shared_newest_of(run, refs, n);
    shared_count(group->n, &view.n_layanan, &view.n_layanan_jamak);
    shared_count(group->n_agencies, &view.n_instansi, &view.n_instansi_jamak);
    view.baris = shared_comparison_rows(ctx, run->plan, refs, n);
    for (guint i = 0; i < n; i++) {
        const ServiceCard *card = shared_service(run->plan, refs[i]);
        view.ada_ambigu = view.ada_ambigu || card->waktu.ambigu;
        view.ada_syarat = view.ada_syarat || card->syarat.n > 0;
    }
    return shared_put(run, PAGE_BANDINGKAN, &view);
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
        shared_turn_to(run, ""); /* a fresh arena: the links are made before the page */
        ViewBagian *links = arena_alloc(run->ctx.arena, (n_pages + 1) * sizeof *links);
        for (guint i = 0; i < n_pages; i++) {
            links[i] = part_link(run, group, part, i + 1);
            links[i].ini = i + 1 == page;
        }
        links[n_pages].nama = view_label(&run->ctx, "banding_terpendek");
        links[n_pages].jalur = shared_group_page(run, "bandingkan", group, 1);
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
    shared_turn_to(run, "");
    ViewBagian *links = arena_alloc(run->ctx.arena, (n_parts + 1) * sizeof *links);
    links[0].nama = view_label(&run->ctx, "banding_terpendek");
    links[0].jalur = shared_group_page(run, "bandingkan", group, 1);
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
        shared_turn_to(run, "");
        if (!put_comparison(run, group, shared_group_page(run, "bandingkan", group, 1),
                            group->refs, group->n, (MuList){NULL, 0}))
            return FALSE;
    }
    return TRUE;
}
