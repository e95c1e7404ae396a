#include "data/charters.h"
#include "data/jsonld.h"
#include "model/dates.h"
#include "page/render.h"
#include "page/view-leaf.h"
#include "plan/plan.h"
#include "text/words.h"
#include <stdlib.h>
#include <string.h>

enum {
    CARDS_PER_PAGE = 100,
    PAGE_ARENA_BYTES = 1024 * 1024,
    PAGE_BYTES = 255 * 1024, /* most agencies have no larger output */
};

typedef struct AgencyRun {
    Leaf leaf;
    const OutputSink *sink;
    LeafFindings findings;
    ViewLayanan *layanan; /* of each service, in `leaf.keep` */
    GString *html, *json, *path;
    Arena *page_arena;
} AgencyRun;

/* ---- one page ---- */

static gboolean
put_bytes(AgencyRun *run, const char *path, const GString *bytes)
{
    return run->sink->put(run->sink->data, path, bytes->str, bytes->len);
}

/* A page that meets a limit of the template engine is left out and named; the others are made. */
static gboolean
put_page(AgencyRun *run, PageKind kind, const char *path, gconstpointer view)
{
    g_string_truncate(run->html, 0);
    if (!theme_render(run->leaf.ctx.render->theme, kind, run->leaf.ctx.lang, view, run->html)) {
        output_left_out(run->sink, path);
        return TRUE;
    }
    return put_bytes(run, path, run->html);
}

/* Turns to the next page; what earlier pages needed is freed now and then. */
static const char *
turn_to(AgencyRun *run, AddressKind kind, const char *lang, const char *path)
{
    ViewContext *ctx = &run->leaf.ctx;
    g_string_assign(run->path, path); /* it may lie in the arena that goes */
    if (arena_bytes(run->page_arena) > PAGE_ARENA_BYTES) {
        arena_free(run->page_arena);
        run->page_arena = arena_new();
    }
    ctx->arena = run->page_arena;
    path = arena_strndup(ctx->arena, run->path->str, run->path->len);
    view_context_page(ctx, kind, lang, path);
    return path;
}

static const char *
own_path(AgencyRun *run, AddressKind kind)
{
    return view_address(&run->leaf.ctx, kind,
                        &(AddressParts){.folder = run->leaf.agency->path});
}

/* ---- services ---- */

static gboolean
put_service(AgencyRun *run, const Service *service, ViewLayanan *layanan)
{
    ViewHalamanLayanan view;
    const char *path =
        turn_to(run, service->lang != NULL ? ADDRESS_TRANSLATION : ADDRESS_SERVICE,
                service->lang, leaf_page(&run->leaf.ctx, service));
    Arena *page = run->leaf.ctx.arena;
    if (service->original == NULL)
        run->leaf.ctx.arena = run->leaf.keep; /* the books have it, too */
    leaf_layanan_fill(&run->leaf, service, layanan);
    run->leaf.ctx.arena = page;
    view.layanan = *layanan;
    leaf_halaman_layanan_fill(&run->leaf, service, run->json, &view);
    return put_page(run, PAGE_LAYANAN, path, &view);
}

static gboolean
put_services(AgencyRun *run)
{
    const ServiceList *services = &run->leaf.agency->services;
    run->layanan = arena_alloc(run->leaf.keep, services->n * sizeof *run->layanan);
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        ViewLayanan translated;
        if (!put_service(run, service, &run->layanan[i]))
            return FALSE;
        for (guint k = 0; k < service->translations.n; k++)
            if (!put_service(run, &service->translations.items[k], &translated))
                return FALSE;
    }
    return TRUE;
}

/* ---- the agency's own page ---- */

typedef struct Listed {
    const Service *service;
    const ViewLayanan *layanan;
    guint group; /* 0 = services without a heading, then in order of appearance */
} Listed;

static int
compare_listed(gconstpointer a, gconstpointer b)
{
    const Listed *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    int order = g_ascii_strcasecmp(text_str(x->service->judul), text_str(y->service->judul));
    return order != 0 ? order : strcmp(x->service->path, y->service->path);
}

static Listed *
listed_services(AgencyRun *run)
{
    const ServiceList *services = &run->leaf.agency->services;
    Listed *out = arena_alloc(run->leaf.keep, run->leaf.n_listed * sizeof *out);
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal);
    guint n = 0;
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        const char *name = text_str(service->kelompok);
        if (!service_is_listed(service))
            continue;
        guint group = *name ? GPOINTER_TO_UINT(g_hash_table_lookup(groups, name)) : 0;
        if (*name && group == 0) {
            group = g_hash_table_size(groups) + 1;
            g_hash_table_insert(groups, (gpointer)(guintptr)name, GUINT_TO_POINTER(group));
        }
        out[n++] = (Listed){service, &run->layanan[i], group};
    }
    if (n > 1)
        qsort(out, n, sizeof *out, compare_listed);
    return out;
}

/* The cards of one page under their headings. */
static MuList
card_groups(AgencyRun *run, const Listed *listed, guint n)
{
    ViewContext *ctx = &run->leaf.ctx;
    ViewKartu *cards = arena_alloc(ctx->arena, n * sizeof *cards);
    ViewKelompokKartu *groups = arena_alloc(ctx->arena, n * sizeof *groups);
    guint n_groups = 0;
    for (guint i = 0; i < n; i++) {
        leaf_kartu_fill(&run->leaf, listed[i].service, listed[i].layanan, &cards[i]);
        if (i == 0 || listed[i].group != listed[i - 1].group)
            groups[n_groups++] = (ViewKelompokKartu){text_str(listed[i].service->kelompok),
                                                     view_list(&cards[i], 0)};
        groups[n_groups - 1].layanan.n++;
    }
    return view_list(groups, n_groups);
}

static const char *
index_path(AgencyRun *run, guint number)
{
    return view_address(&run->leaf.ctx, ADDRESS_AGENCY,
                        &(AddressParts){.folder = run->leaf.agency->path, .page = number});
}

static gboolean
put_index_page(AgencyRun *run, const Listed *listed, guint number, guint n_pages)
{
    Leaf *leaf = &run->leaf;
    ViewContext *ctx = &leaf->ctx;
    guint first = (number - 1) * CARDS_PER_PAGE;
    const char *path = turn_to(run, ADDRESS_AGENCY, NULL, index_path(run, number));
    ViewPenomoran pages = {.no = number, .jumlah = n_pages, .sebelum = "", .sesudah = ""};
    ViewHalamanInstansi view;
    leaf_halaman_fill(leaf, NULL, &view.page);
    view.page.judul_tab = words_cut(ctx->arena, leaf->nama_lengkap, TAB_MAX);
    leaf_instansi_fill(leaf, &view.instansi);
    view.daftar =
        card_groups(run, listed + first, MIN(leaf->n_listed - first, (guint)CARDS_PER_PAGE));
    if (number > 1)
        pages.sebelum = index_path(run, number - 1);
    if (number < n_pages)
        pages.sesudah = index_path(run, number + 1);
    view.halaman = n_pages > 1 ? &pages : NULL;
    view.page.diperbarui = view_tanggal(ctx, agency_date(leaf->agency));
    g_string_truncate(run->json, 0);
    jsonld_append_agency(&leaf->jsonld, run->json);
    view.page.jsonld = run->json->str;
    return put_page(run, PAGE_INSTANSI, path, &view);
}

static gboolean
put_index(AgencyRun *run)
{
    guint n = run->leaf.n_listed;
    guint n_pages = n > 0 ? (n + CARDS_PER_PAGE - 1) / CARDS_PER_PAGE : 1;
    run->leaf.ctx.arena = run->leaf.keep;
    const Listed *listed = listed_services(run);
    for (guint i = 1; i <= n_pages; i++)
        if (!put_index_page(run, listed, i, n_pages))
            return FALSE;
    return TRUE;
}

/* ---- biaya, pengaduan, mutu ---- */

static const char *
begin_list_page(AgencyRun *run,
                AddressKind kind,
                const char *label,
                ViewHalaman *page,
                ViewInstansi *instansi)
{
    const char *path = turn_to(run, kind, NULL, own_path(run, kind));
    leaf_halaman_fill(&run->leaf, view_label(&run->leaf.ctx, label), page);
    leaf_instansi_fill(&run->leaf, instansi);
    page->judul_tab =
        words_cut(run->leaf.ctx.arena, run->leaf.nama_lengkap, TAB_MAX_AFTER_LABEL);
    page->diperbarui = view_tanggal(&run->leaf.ctx, agency_date(run->leaf.agency));
    return path;
}

static MuList
variants_with_fee(Leaf *leaf, const Service *service)
{
    ViewContext *ctx = &leaf->ctx;
    ViewVarianBiaya *rows = arena_alloc(ctx->arena, service->varian.n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < service->varian.n; i++) {
        const Variant *variant = &service->varian.items[i];
        if (!fee_is_given(&variant->biaya))
            continue;
        ViewVarianBiaya *row = &rows[n++];
        row->nama = text_str(variant->nama);
        view_biaya_fill(ctx, &variant->biaya, FALSE, &row->biaya);
    }
    return view_list(rows, n);
}

static gboolean
put_fees(AgencyRun *run)
{
    Leaf *leaf = &run->leaf;
    const ServiceList *services = &leaf->agency->services;
    ViewHalamanBiayaInstansi view = {0};
    const char *path =
        begin_list_page(run, ADDRESS_AGENCY_FEES, "biaya", &view.page, &view.instansi);
    MuList *lists[] = {[FEE_CLASS_FREE] = &view.gratis,
                       [FEE_CLASS_PAID] = &view.berbayar,
                       [FEE_CLASS_OTHER] = &view.lain};
    ViewBarisBiaya *rooms[G_N_ELEMENTS(lists)];
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
        lists[i]->items = rooms[i] =
            arena_alloc(leaf->ctx.arena, leaf->n_listed * sizeof(ViewBarisBiaya));
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        if (!service_is_listed(service))
            continue;
        FeeClass class = leaf->fees[i];
        ViewBarisBiaya *row = &rooms[class][lists[class]->n++];
        row->judul = run->layanan[i].judul;
        row->jalur = run->layanan[i].jalur;
        row->biaya = run->layanan[i].biaya;
        row->varian_biaya = variants_with_fee(leaf, service);
    }
    view.ada_gratis = view.gratis.n > 0;
    view.ada_berbayar = view.berbayar.n > 0;
    view.ada_lain = view.lain.n > 0;
    return put_page(run, PAGE_BIAYA_INSTANSI, path, &view);
}

static gboolean
put_complaints(AgencyRun *run)
{
    Leaf *leaf = &run->leaf;
    const ServiceList *services = &leaf->agency->services;
    ViewHalamanPengaduanInstansi view = {0};
    const char *path = begin_list_page(run, ADDRESS_AGENCY_COMPLAINTS, "pengaduan", &view.page,
                                       &view.instansi);
    ViewBarisPengaduan *rows = arena_alloc(leaf->ctx.arena, leaf->n_listed * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        if (!service_is_listed(service) || service->component[6] != COMPONENT_PRESENT ||
            service->pengaduan.kanal.n == 0)
            continue;
        rows[n++] = (ViewBarisPengaduan){run->layanan[i].judul, run->layanan[i].jalur,
                                         run->layanan[i].pengaduan.kanal};
    }
    view.khusus = view_list(rows, n);
    view.ada_khusus = n > 0;
    return put_page(run, PAGE_PENGADUAN_INSTANSI, path, &view);
}

static gboolean
put_quality(AgencyRun *run)
{
    ViewHalamanMutuInstansi view = {0};
    const char *path =
        begin_list_page(run, ADDRESS_AGENCY_QUALITY, "mutu", &view.page, &view.instansi);
    leaf_mutu_fill(&run->leaf, run->layanan, &run->findings, &view);
    return put_page(run, PAGE_MUTU_INSTANSI, path, &view);
}

static gboolean
put_history(AgencyRun *run)
{
    ViewHalamanRiwayatInstansi view = {0};
    if (!leaf_has_history(run->leaf.agency))
        return TRUE;
    const char *path =
        begin_list_page(run, ADDRESS_AGENCY_HISTORY, "riwayat", &view.page, &view.instansi);
    leaf_riwayat_fill(&run->leaf, &view);
    return put_page(run, PAGE_RIWAYAT_INSTANSI, path, &view);
}

/* ---- cetak, papan ---- */

/* All active services; the two pages lie in one folder, so they share the views. */
static MuList
active_services(AgencyRun *run)
{
    Leaf *leaf = &run->leaf;
    const ServiceList *services = &leaf->agency->services;
    ViewLayanan *rows = arena_alloc(leaf->ctx.arena, leaf->n_listed * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < services->n; i++) {
        if (services->items[i].status != STATUS_AKTIF)
            continue;
        const char *id =
            arena_concat(leaf->ctx.arena, view_numbered(&leaf->ctx, "l", n + 1), "-", NULL);
        leaf_layanan_repeat(leaf, &services->items[i], id, &run->layanan[i], &rows[n++]);
    }
    return view_list(rows, n);
}

static gboolean
put_books(AgencyRun *run)
{
    ViewHalamanCetak book = {0};
    ViewHalamanPapan board = {0};
    const char *path = begin_list_page(run, ADDRESS_AGENCY_BOOK, "standar_pelayanan",
                                       &book.page, &book.instansi);
    MuList services = active_services(run);
    book.layanan = services;
    leaf_cetak_share(&run->leaf, &book);
    if (!put_page(run, PAGE_CETAK, path, &book))
        return FALSE;
    path = own_path(run, ADDRESS_AGENCY_BOARD);
    view_context_page(&run->leaf.ctx, ADDRESS_AGENCY_BOARD, NULL, path);
    leaf_halaman_fill(&run->leaf, view_label(&run->leaf.ctx, "papan"), &board.page);
    board.page.judul_tab = book.page.judul_tab;
    board.page.diperbarui = book.page.diperbarui;
    board.instansi = book.instansi;
    board.layanan = services;
    board.sarana = leaf_shared_facilities(services);
    board.ada_sarana = board.sarana.n > 0;
    board.jeda = leaf_jeda(&run->leaf);
    board.ada_kabar = board.jeda.n > 0 || board.instansi.pemberitahuan.n > 0;
    return put_page(run, PAGE_PAPAN, path, &board);
}

/* The posters to print; no such page where none are made. */
static gboolean
put_poster_room(AgencyRun *run)
{
    ViewHalamanPoster view = {0};
    if (!leaf_has_poster_room(&run->leaf))
        return TRUE;
    const char *path =
        begin_list_page(run, ADDRESS_AGENCY_ROOM, "ruang_poster", &view.page, &view.instansi);
    leaf_poster_room_fill(&run->leaf, &view);
    return put_page(run, PAGE_POSTER, path, &view);
}

/* ---- forwarding pages ---- */

static gboolean
put_forward(AgencyRun *run, const char *from, const char *to, const char *title)
{
    ViewContext *ctx = &run->leaf.ctx;
    const char *path = turn_to(run, ADDRESS_FORMER, NULL, from);
    ViewHalamanAlih view;
    view_halaman_fill(ctx, &view.page);
    view.page.judul_tab = words_cut(ctx->arena, title, TAB_MAX_AFTER_LABEL);
    view.page.kanonik = view_canonical(ctx, to);
    view.tujuan = to;
    view.tujuan_judul = title;
    return put_page(run, PAGE_ALIH, path, &view);
}

/* The former addresses that the agency's services name, as paths: a translation's may be among them. */
static GHashTable *
named_formers(const Agency *agency)
{
    GHashTable *named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < agency->services.n; i++) {
        const TextList *formers = &agency->services.items[i].alamat_lama;
        for (guint k = 0; k < formers->n; k++) {
            GString *path = g_string_new(NULL);
            plan_append_former(path, text_str(formers->items[k]));
            g_hash_table_add(named, g_string_free(path, FALSE));
        }
    }
    return named;
}

/* Beside the former page stood its translations, whose addresses nobody names. */
static gboolean
put_translation_forwards(AgencyRun *run,
                         const Service *service,
                         const char *former,
                         GHashTable *named)
{
    for (guint i = 0; i < service->translations.n; i++) {
        const Service *translation = &service->translations.items[i];
        g_autoptr(GString) from = g_string_new(NULL);
        if (!plan_append_former_translation(from, former, translation->lang) ||
            g_hash_table_contains(named, from->str) ||
            !plan_ask_free(run->leaf.ctx.asked, run->leaf.ctx.render->scan, from->str))
            continue;
        g_autofree char *page =
            address_dup(ADDRESS_SERVICE, &(AddressParts){.slug = translation->path});
        if (!put_forward(run, from->str, page, text_str(translation->judul)))
            return FALSE;
    }
    return TRUE;
}

static gboolean
put_service_forwards(AgencyRun *run, const Service *service, GHashTable *named)
{
    for (guint i = 0; i < service->alamat_lama.n; i++) {
        const char *former = text_str(service->alamat_lama.items[i]);
        g_autofree char *page =
            address_dup(ADDRESS_SERVICE, &(AddressParts){.slug = service->path});
        g_autoptr(GString) from = g_string_new(NULL);
        plan_append_former(from, former);
        if (!put_forward(run, from->str, page, text_str(service->judul)) ||
            !put_translation_forwards(run, service, former, named))
            return FALSE;
    }
    return TRUE;
}

/* A path of a former folder leads to the same page in the present one, unless it is taken. */
static gboolean
put_moved(AgencyRun *run, const char *folder, const char *path, const char *title)
{
    g_autoptr(GString) from = g_string_new(NULL);
    plan_append_moved(from, folder, path + strlen(run->leaf.folder));
    if (!plan_ask_free(run->leaf.ctx.asked, run->leaf.ctx.render->scan, from->str))
        return TRUE;
    return put_forward(run, from->str, path, title);
}

static gboolean
put_moved_service(AgencyRun *run, const char *folder, const Service *service)
{
    g_autofree char *page =
        address_dup(ADDRESS_SERVICE, &(AddressParts){.slug = service->path});
    if (!put_moved(run, folder, page, text_str(service->judul)))
        return FALSE;
    for (guint i = 0; i < service->translations.n; i++)
        if (!put_moved_service(run, folder, &service->translations.items[i]))
            return FALSE;
    return TRUE;
}

static gboolean
put_forwards(AgencyRun *run)
{
    const Agency *agency = run->leaf.agency;
    if (run->leaf.ctx.render
            ->draft) /* former addresses may collide in one; nobody comes that way */
        return TRUE;
    g_autoptr(GHashTable) named = named_formers(agency);
    for (guint i = 0; i < agency->services.n; i++)
        if (!put_service_forwards(run, &agency->services.items[i], named))
            return FALSE;
    for (guint k = 0; k < agency->alamat_lama.n; k++) {
        const char *folder = text_str(agency->alamat_lama.items[k]);
        if (*folder == '\0')
            continue;
        if (!put_moved(run, folder, run->leaf.index, run->leaf.nama_lengkap))
            return FALSE;
        for (guint i = 0; i < agency->services.n; i++)
            if (!put_moved_service(run, folder, &agency->services.items[i]))
                return FALSE;
    }
    return TRUE;
}

/* ---- data ---- */

static gboolean
put_data(AgencyRun *run)
{
    turn_to(run, ADDRESS_AGENCY, NULL, run->leaf.index);
    g_string_truncate(run->html, 0);
    charters_append_json(run->leaf.ctx.arena, run->leaf.agency, run->html);
    if (!put_bytes(run, own_path(run, ADDRESS_AGENCY_JSON), run->html))
        return FALSE;
    g_string_truncate(run->html, 0);
    charters_append_csv(run->leaf.ctx.arena, run->leaf.agency, run->html);
    return put_bytes(run, own_path(run, ADDRESS_AGENCY_CSV), run->html);
}

gboolean
render_agency(const Render *render,
              const Loaded *agency,
              const DiagList *findings,
              const OutputSink *sink)
{
    g_autoptr(Arena) keep = arena_new();
    AgencyRun run = {.sink = sink,
                     .html = g_string_sized_new(PAGE_BYTES),
                     .json = g_string_sized_new(4096),
                     .path = g_string_new(NULL),
                     .page_arena = arena_new()};
    leaf_init(&run.leaf, keep, render, agency->agency);
    run.leaf.ctx.asked = agency->asked;
    leaf_findings_init(&run.findings, keep, findings);
    gboolean fine = put_services(&run) && put_index(&run) && put_fees(&run) &&
                    put_complaints(&run) && put_quality(&run) && put_history(&run) &&
                    put_books(&run) && put_poster_room(&run) && put_forwards(&run) &&
                    put_data(&run);
    leaf_clear(&run.leaf);
    arena_free(run.page_arena);
    g_string_free(run.html, TRUE);
    g_string_free(run.json, TRUE);
    g_string_free(run.path, TRUE);
    return fine;
}
