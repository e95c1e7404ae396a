#include "model/history.h"
#include "page/view-leaf.h"
#include <string.h>

enum { SHOWN_HISTORY = 3 };

/* ---- what will change ---- */

static void
fill_change(ViewContext *ctx, const Change *change, const History *ahead, ViewPerubahan *out)
{
    view_tanggal_fill(ctx, change->mulai.date, &out->mulai);
    out->catatan = text_str(change->catatan);
    out->sk = view_sk(ctx, &change->sk);
    out->baris = leaf_changes(ctx, ahead->changes, ahead->n);
}

/* Those whose day is still to come, each against what holds on the day before it. */
static MuList
changes(ViewContext *ctx, const Service *service)
{
    ViewPerubahan *rows = arena_alloc(ctx->arena, service->perubahan.n * sizeof *rows);
    Service before = *service, after;
    guint n = 0;
    for (guint i = 0; i < service->perubahan.n; i++) {
        const Change *change = &service->perubahan.items[i];
        if (change->applied || !date_is_set(change->mulai.date))
            continue;
        History ahead = history_ahead(ctx->arena, &before, change, &after);
        fill_change(ctx, change, &ahead, &rows[n++]);
        before = after;
    }
    return view_list(rows, n);
}

/* ---- compensation, places ---- */

static MuList
compensations(ViewContext *ctx, const CompensationList *list)
{
    ViewKompensasi *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < list->n; i++) {
        const Compensation *from = &list->items[i];
        if (text_has_words(from->teks))
            rows[n++] = (ViewKompensasi){from->teks.str, text_str(from->bila),
                                         text_str(from->oleh), text_str(from->kepada),
                                         text_str(from->batas_waktu.waktu)};
    }
    return view_list(rows, n);
}

static const ViewKanal *
telephone(ViewContext *ctx, const Text *number)
{
    if (!text_has_words(*number))
        return NULL;
    Channel channel = {.jenis = CHANNEL_TELEPON, .nilai = *number};
    channel_read_value(ctx->arena, CHANNEL_TELEPON, number->str, &channel.value);
    ViewKanal *out = arena_new0(ctx->arena, ViewKanal);
    view_kanal_fill(ctx, &channel, out);
    return out;
}

static MuList
venues(ViewContext *ctx, const VenueList *list)
{
    ViewLokasi *rows = arena_alloc(ctx->arena, list->n * sizeof *rows);
    for (guint i = 0; i < list->n; i++) {
        const Venue *from = &list->items[i];
        MuList hours = view_jam(ctx, &from->jam_layanan);
        rows[i] = (ViewLokasi){
            .nama = text_str(from->nama),
            .alamat = text_str(from->alamat),
            .peta = text_has_words(from->peta.raw) ? view_link(ctx, &from->peta) : "",
            .telepon = telephone(ctx, &from->telepon),
            .ada_jam = hours.n > 0,
            .jam_layanan = hours,
            .tanpa_jeda = hours.n > 0 && hours_have_no_break(&from->hours),
            .catatan = text_str(from->catatan),
        };
    }
    return view_list(rows, list->n);
}

static gboolean
is_inherited(const Service *service, const char *key)
{
    const Field *field = field_find(&record_service, key, -1);
    return (service->inherited >> (field - record_service.fields)) & 1;
}

void
leaf_life_fill(Leaf *leaf, const Service *service, ViewLayanan *out)
{
    ViewContext *ctx = &leaf->ctx;
    out->nonaktif_alasan = text_str(service->nonaktif.alasan);
    out->nonaktif_sampai = view_tanggal(ctx, service->nonaktif.sampai.date);
    out->belum_berlaku = service->belum_berlaku;
    out->pemberitahuan = view_pemberitahuan(ctx, &service->pemberitahuan);
    out->perubahan = changes(ctx, service);
    out->kompensasi = compensations(ctx, &service->kompensasi);
    out->ada_kompensasi = out->kompensasi.n > 0;
    out->kompensasi_warisan = is_inherited(service, "kompensasi");
    out->antrean = view_antrean(ctx, &service->antrean);
    out->lokasi = venues(ctx, &service->lokasi);
    out->ada_lokasi = out->lokasi.n > 0;
    out->tanpa_jeda = service->jam_layanan.n > 0 && hours_have_no_break(&service->hours);
    out->peninjau = text_str(service->peninjau);
    out->selang_tinjau = text_str(service->selang_tinjau.waktu);
    out->riwayat = leaf_history(ctx, &service->riwayat, SHOWN_HISTORY);
    out->ada_riwayat = out->riwayat.n > 0;
    out->riwayat_jalur = out->ada_riwayat
                             ? view_address(ctx, ADDRESS_AGENCY_HISTORY,
                                            &(AddressParts){.folder = leaf->agency->path})
                             : "";
    out->fkp = view_forum(ctx, &service->fkp);
    out->ada_fkp = out->fkp.n > 0;
}

MuList
leaf_jeda(Leaf *leaf)
{
    ViewContext *ctx = &leaf->ctx;
    const ServiceList *services = &leaf->agency->services;
    ViewJeda *rows = arena_alloc(ctx->arena, services->n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < services->n; i++) {
        const Service *service = &services->items[i];
        if (service->status == STATUS_NONAKTIF)
            rows[n++] = (ViewJeda){text_str(service->judul), text_str(service->nonaktif.alasan),
                                   view_tanggal(ctx, service->nonaktif.sampai.date)};
    }
    return view_list(rows, n);
}
