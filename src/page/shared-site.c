#include "data/directory.h"
#include "data/feed.h"
#include "page/shared-run.h"
#include "page/view-parts.h"
#include "search/index.h"
#include "text/words.h"

/* ---- biaya, pengaduan, mutu of the whole site ---- */

static const char *
root_page(SharedRun *run, AddressKind kind, guint page)
{
    return view_address(&run->ctx, kind, &(AddressParts){.page = page});
}

static gboolean
put_root_list(SharedRun *run, PageKind kind, AddressKind address)
{
    ViewContext *ctx = &run->ctx;
    const SharedPlan *plan = run->plan;
    guint n_pages = shared_n_pages(plan->n_cards, SHARED_AGENCY_PAGE);
    for (guint page = 1; page <= n_pages; page++) {
        guint from = (page - 1) * SHARED_AGENCY_PAGE;
        guint n = MIN(plan->n_cards - from, (guint)SHARED_AGENCY_PAGE);
        ViewHalamanDaftarInstansi view = {0};
        ViewKanal national;
        shared_turn_to(run, address, root_page(run, address, page));
        shared_fill_page(run, view_label(ctx, address_table[address].reserved), &view.page);
        view.page.diperbarui = view_tanggal(ctx, run->newest);
        shared_count(plan->n_cards, &view.n_instansi, &view.n_instansi_jamak);
        shared_count(plan->n_services, &view.n_layanan, &view.n_layanan_jamak);
        if (ctx->render->data->site.kanal_nasional) {
            view_kanal_nasional(&national);
            view.kanal_nasional = &national;
        }
        view.wilayah = shared_agencies_by_region(ctx, plan, from, n);
        view.halaman = shared_paging(run, page, n_pages, root_page(run, address, page - 1),
                                     root_page(run, address, page + 1));
        if (!shared_put(run, kind, &view))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_root_lists(SharedRun *run)
{
    return run->plan->rooted || (put_root_list(run, PAGE_BIAYA, ADDRESS_FEES) &&
                                 put_root_list(run, PAGE_PENGADUAN, ADDRESS_COMPLAINTS) &&
                                 put_root_list(run, PAGE_MUTU, ADDRESS_QUALITY));
}

/* ---- tentang, aksesibilitas, 404 ---- */

static gboolean
put_about(SharedRun *run, PageKind kind, AddressKind address)
{
    ViewHalamanTentang view = {0};
    shared_turn_to(run, address, root_page(run, address, 1));
    shared_fill_page(run, view_label(&run->ctx, address_table[address].reserved), &view.page);
    shared_count(run->plan->n_services, &view.n_layanan, &view.n_layanan_jamak);
    shared_count(run->plan->n_cards, &view.n_instansi, &view.n_instansi_jamak);
    return shared_put(run, kind, &view);
}

gboolean
shared_put_own_page(SharedRun *run, const OwnPage *page)
{
    ViewContext *ctx = &run->ctx;
    ViewHalamanSendiri view = {.judul = text_str(page->judul),
                               .ringkasan = text_str(page->ringkasan)};
    shared_turn_to(run, ADDRESS_OWN_PAGE,
                   view_address(ctx, ADDRESS_OWN_PAGE, &(AddressParts){.slug = page->slug}));
    shared_fill_page(run, view.judul, &view.page);
    view.page.judul_tab = words_cut(ctx->arena, view.judul, TAB_MAX);
    view.page.diperbarui = view.tanggal = view_tanggal(ctx, page->tanggal.date);
    view.isi = view_own_page_prose(ctx, page->body);
    view.ada_isi = *view.isi != '\0';
    return shared_put(run, PAGE_HALAMAN, &view);
}

static gboolean
put_own_pages(SharedRun *run)
{
    const OwnPageList *pages = &run->ctx.render->data->site.pages;
    for (guint i = 0; i < pages->n; i++)
        if (!shared_put_own_page(run, &pages->items[i]))
            return FALSE;
    return TRUE;
}

/* It is shown at any address, so only absolute links reach anything. */
static gboolean
put_missing(SharedRun *run)
{
    ViewHalaman404 view;
    shared_turn_to(run, ADDRESS_NOT_FOUND, root_page(run, ADDRESS_NOT_FOUND, 1));
    view_halaman_fill(&run->ctx, &view.page);
    view.page.kanonik = "";
    if (run->ctx.render->url != NULL)
        view.page.akar = run->ctx.render->url;
    else
        view.page.tanpa_tautan = TRUE;
    return shared_put(run, PAGE_404, &view);
}

/* ---- data, search, feed ---- */

/* Turns to a file that no template writes. */
static Telling
begin_file(SharedRun *run, AddressKind address)
{
    shared_turn_to(run, address, root_page(run, address, 1));
    g_string_truncate(run->html, 0);
    return view_telling(&run->ctx);
}

static gboolean
put_directory(SharedRun *run)
{
    const Telling tell = begin_file(run, ADDRESS_DIRECTORY);
    directory_append(&tell, run->plan, run->html);
    return output_put(run->sink, run->ctx.page, run->html);
}

static gboolean
put_search(SharedRun *run)
{
    const Telling tell = begin_file(run, ADDRESS_SEARCH_INDEX);
    return index_put(&tell, run->plan, run->sink);
}

static gboolean
put_feed(SharedRun *run)
{
    if (run->ctx.render->url == NULL || !run->ctx.has_feed)
        return TRUE;
    const Telling tell = begin_file(run, ADDRESS_FEED);
    feed_append(&tell, run->plan, run->html);
    return output_put(run->sink, run->ctx.page, run->html);
}

gboolean
shared_put_site(SharedRun *run)
{
    return put_root_lists(run) && put_about(run, PAGE_TENTANG, ADDRESS_ABOUT) &&
           put_about(run, PAGE_AKSESIBILITAS, ADDRESS_ACCESSIBILITY) && put_own_pages(run) &&
           put_missing(run) && put_directory(run) && put_search(run) && put_feed(run);
}
