#include "page/view-shared.h"
#include "facts/picture.h"
#include "model/charter.h"
#include "page/view-parts.h"
#include "text/fold.h"
#include <stdlib.h>
#include <string.h>

/* ---- services ---- */

const char *
shared_service_path(ViewContext *ctx, const ServiceCard *service)
{
    return view_address(ctx, ADDRESS_SERVICE, &(AddressParts){.slug = service->page});
}

ViewWaktuRingkas
shared_brief_time(const CardTime *time)
{
    return (ViewWaktuRingkas){time->ada,    time->inti,         time->untuk,
                              time->banyak, time->tiap_langkah, time->ambigu};
}

ViewBiayaRingkas
shared_brief_fee(const CardFee *fee)
{
    ViewBiayaRingkas out = {.inti = fee->inti, .satuan = fee->satuan};
    view_biaya_ringkas((FeeSaid)fee->said, fee->noted, &out);
    return out;
}

MuList
shared_cards(ViewContext *ctx, const SharedPlan *plan, const CardRef *refs, guint n)
{
    ViewKartu *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    for (guint i = 0; i < n; i++) {
        const ServiceCard *card = shared_brief(plan, refs[i], ctx->arena);
        rows[i] = (ViewKartu){
            .judul = card->judul,
            .jalur = shared_service_path(ctx, card),
            .instansi = shared_agency(plan, refs[i])->nama_lengkap,
            .waktu = shared_brief_time(&card->waktu),
            .biaya = shared_brief_fee(&card->biaya),
            .hasil = card->hasil,
            .nonaktif = card->status == STATUS_NONAKTIF,
            .belum_berlaku = card->belum_berlaku,
        };
    }
    return view_list(rows, n);
}

/* ---- agencies ---- */

MuList
shared_agencies(ViewContext *ctx, const SharedPlan *plan, guint first, guint n)
{
    ViewBarisInstansi *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    for (guint i = 0; i < n; i++) {
        guint which = plan->agencies[first + i];
        const AgencyCard *card = plan->cards[which];
        AddressParts parts = {.folder = card->path};
        rows[i] = (ViewBarisInstansi){
            .nama = card->nama,
            .nama_lengkap = card->nama_lengkap,
            .jalur = view_address(ctx, ADDRESS_AGENCY, &parts),
            .jalur_biaya = view_address(ctx, ADDRESS_AGENCY_FEES, &parts),
            .jalur_pengaduan = view_address(ctx, ADDRESS_AGENCY_COMPLAINTS, &parts),
            .jalur_mutu = view_address(ctx, ADDRESS_AGENCY_QUALITY, &parts),
            .n_kanal = card->n_kanal,
            .n_kanal_jamak = card->n_kanal != 1,
            .ada_kanal = card->n_kanal > 0,
            .n_gratis = card->counts.free,
            .n_berbayar = card->counts.paid,
            .n_biaya_lain = card->counts.other_fee,
            .n_enam = card->counts.delivery,
            .n_lengkap = card->counts.complete,
        };
        shared_count(card->counts.listed, &rows[i].n_layanan, &rows[i].n_layanan_jamak);
    }
    return view_list(rows, n);
}

MuList
shared_agencies_by_region(ViewContext *ctx, const SharedPlan *plan, guint first, guint n)
{
    ViewWilayahInstansi *rows = arena_alloc(ctx->arena, plan->n_regions * sizeof *rows);
    guint n_rows = 0;
    for (guint i = 0; i < plan->n_regions; i++) {
        const SharedRegion *region = &plan->regions[i];
        guint from = MAX(first, region->first), to = MIN(first + n, region->first + region->n);
        if (from < to)
            rows[n_rows++] = (ViewWilayahInstansi){region->nama,
                                                   shared_agencies(ctx, plan, from, to - from)};
    }
    return view_list(rows, n_rows);
}

static void
region_fill(ViewContext *ctx,
            const SharedPlan *plan,
            const SharedRegion *region,
            gboolean detailed,
            ViewRujukanWilayah *out)
{
    *out = (ViewRujukanWilayah){
        .nama = region->nama,
        .jalur = region->folder != NULL ? view_address(ctx, ADDRESS_REGION,
                                                       &(AddressParts){.folder = region->path})
                                        : "",
        .folder = region->folder != NULL ? region->path : "",
        .rinci = detailed || region->folder == NULL, /* no page of its own lists its agencies */
    };
    shared_count(region->n_all, &out->n_instansi, &out->n_instansi_jamak);
    shared_count(region->n_all_services, &out->n_layanan, &out->n_layanan_jamak);
    if (out->rinci)
        out->instansi = shared_agencies(ctx, plan, region->first, region->n);
}

/* Agencies of no region have no heading on the home page, so they stand before the first. */
MuList
shared_regions(ViewContext *ctx, const SharedPlan *plan, gboolean detailed)
{
    ViewRujukanWilayah *rows = arena_alloc(ctx->arena, plan->n_regions * sizeof *rows);
    guint n = 0;
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < plan->n_regions; i++) {
            const SharedRegion *region = &plan->regions[i];
            gboolean named = *region->nama != '\0';
            gboolean shown = detailed ? region->n > 0 : region->parent == SHARED_NONE;
            if (shown && named == (pass == 1))
                region_fill(ctx, plan, region, detailed, &rows[n++]);
        }
    }
    return view_list(rows, n);
}

MuList
shared_regions_below(ViewContext *ctx, const SharedPlan *plan, const SharedRegion *region)
{
    guint above = (guint)(region - plan->regions), n = 0;
    for (guint i = 0; i < plan->n_regions; i++)
        n += plan->regions[i].parent == above;
    ViewRujukanWilayah *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    n = 0;
    for (guint i = 0; i < plan->n_regions; i++)
        if (plan->regions[i].parent == above)
            region_fill(ctx, plan, &plan->regions[i], region->n_all <= SHARED_HOME_AGENCIES,
                        &rows[n++]);
    return view_list(rows, n);
}

/* ---- lists of services ---- */

/* A comparison has only its slug: "permohonan-informasi" is "Permohonan informasi". */
const char *
shared_comparison_name(ViewContext *ctx, const char *slug)
{
    char *name = arena_strndup(ctx->arena, slug, strlen(slug));
    for (char *c = name; *c != '\0'; c++)
        if (*c == '-')
            *c = ' ';
    name[0] = g_ascii_toupper(name[0]);
    return name;
}

static ViewRujukan
link_to(ViewContext *ctx, AddressKind kind, const char *name, const SharedGroup *group)
{
    ViewRujukan out = {.nama = name, .gambar = ""};
    out.jalur = view_address(ctx, kind, &(AddressParts){.slug = group->slug});
    shared_count(group->n, &out.n_layanan, &out.n_layanan_jamak);
    shared_count(group->n_agencies, &out.n_instansi, &out.n_instansi_jamak);
    return out;
}

static int
compare_link_names(gconstpointer a, gconstpointer b)
{
    const ViewRujukan *x = a, *y = b;
    int order = fold_compare(x->nama, y->nama);
    return order != 0 ? order : strcmp(x->jalur, y->jalur);
}

static MuList
sorted_links(ViewRujukan *rows, guint n)
{
    if (n > 1)
        qsort(rows, n, sizeof *rows, compare_link_names);
    return view_list(rows, n);
}

MuList
shared_topic_links(ViewContext *ctx, const SharedPlan *plan)
{
    const Telling tell = view_telling(ctx);
    ViewRujukan *rows = arena_alloc(ctx->arena, plan->n_topics * sizeof *rows);
    for (guint i = 0; i < plan->n_topics; i++) {
        const char *name = telling_topic(&tell, plan->topics[i].slug);
        rows[i] = link_to(ctx, ADDRESS_TOPIC, name, &plan->topics[i]);
        rows[i].gambar = pictogram_path(picture_of_topic(name));
    }
    return sorted_links(rows, plan->n_topics);
}

MuList
shared_event_links(ViewContext *ctx, const SharedPlan *plan)
{
    const Telling tell = view_telling(ctx);
    ViewRujukan *rows = arena_alloc(ctx->arena, plan->n_events * sizeof *rows);
    guint n = 0;
    const char *event;
    for (guint i = 0; (event = telling_life_event(i)) != NULL; i++) {
        for (guint k = 0; k < plan->n_events; k++) {
            const SharedGroup *group = &plan->events[k];
            if (strcmp(group->slug, event) != 0)
                continue;
            rows[n] = link_to(ctx, ADDRESS_EVENT, telling_event(&tell, group->slug), group);
            rows[n++].gambar = pictogram_path(picture_of_event(group->slug));
        }
    }
    return view_list(rows, n);
}

static int
compare_sizes(gconstpointer a, gconstpointer b)
{
    const SharedGroup *x = *(const SharedGroup *const *)a, *y = *(const SharedGroup *const *)b;
    if (x->n_agencies != y->n_agencies)
        return x->n_agencies > y->n_agencies ? -1 : 1;
    return strcmp(x->slug, y->slug);
}

MuList
shared_comparison_links(ViewContext *ctx, const SharedPlan *plan)
{
    g_autofree const SharedGroup **groups = g_new(const SharedGroup *, plan->n_comparisons + 1);
    guint n = 0;
    for (guint i = 0; i < plan->n_comparisons; i++) {
        if (plan->comparisons[i].n > 1) /* one service compares with nothing */
            groups[n++] = &plan->comparisons[i];
    }
    if (n > 1)
        qsort(groups, n, sizeof *groups, compare_sizes);
    n = MIN(n, (guint)SHARED_HOME_COMPARISONS);
    ViewRujukan *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    for (guint i = 0; i < n; i++)
        rows[i] = link_to(ctx, ADDRESS_COMPARISON, shared_comparison_name(ctx, groups[i]->slug),
                          groups[i]);
    return sorted_links(rows, n);
}
