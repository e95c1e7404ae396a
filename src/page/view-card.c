#include "page/view-leaf.h"
#include <string.h>

/* Every text of a card is a copy in the card's own arena. */
static const char *
copy(Arena *arena, const char *text)
{
    return text != NULL && *text ? arena_strndup(arena, text, strlen(text)) : "";
}

/* A text that many services share is kept once: of a country's cards that is the larger part. */
static const char *
copy_common(Arena *arena, const char *text)
{
    return text != NULL ? arena_intern(arena, text, strlen(text)) : "";
}

static CardTexts
copy_texts(Arena *arena, const TextList *list)
{
    CardTexts out = {arena_alloc(arena, list->n * sizeof *out.items), 0};
    for (guint i = 0; i < list->n; i++) {
        if (*view_text(list->items[i]))
            out.items[out.n++] = copy_common(arena, list->items[i].str);
    }
    return out;
}

static void
collect_requirements(Arena *arena, const RequirementList *list, CardTexts *out, guint room)
{
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        if (req->butir.n > 0)
            collect_requirements(arena, &req->butir, out, room);
        else if (out->n < room)
            out->items[out->n++] = copy_common(arena, view_text(req->teks));
    }
}

static gint64
longest(const WaktuList *list, gint64 minutes)
{
    for (guint i = 0; i < list->n; i++)
        minutes = MAX(minutes, duration_sort_minutes(&list->items[i].value));
    return minutes;
}

/* The slowest row of the service, or of its variants; G_MAXINT64 when nothing was read. */
static gint64
sort_minutes(const Service *service)
{
    gint64 minutes = longest(&service->waktu, -1);
    for (guint i = 0; i < service->varian.n && service->waktu.n == 0; i++)
        minutes = longest(&service->varian.items[i].waktu, minutes);
    return minutes >= 0 ? minutes : G_MAXINT64;
}

static guint
component_bits(const Service *service)
{
    guint bits = 0;
    for (guint c = 1; c <= N_COMPONENTS; c++)
        if (service->component[c] >= COMPONENT_PRESENT)
            bits |= 1u << (c - 1);
    return bits;
}

static void
fill_facts(Leaf *leaf, Arena *arena, const Service *service, ServiceCard *out)
{
    ViewKartu view;
    leaf_kartu_fill(leaf, service, &view);
    out->hasil = copy_common(arena, view.hasil);
    out->waktu = (CardTime){
        .ada = view.waktu.ada,
        .banyak = view.waktu.banyak,
        .tiap_langkah = view.waktu.tiap_langkah,
        .ambigu = view.waktu.ambigu,
        .inti = copy_common(arena, view.waktu.inti),
        .untuk = copy_common(arena, view.waktu.untuk),
        .sort_minutes = sort_minutes(service),
    };
    out->biaya = (CardFee){
        .ada = view.biaya.ada,
        .gratis = view.biaya.gratis,
        .lihat_catatan = view.biaya.lihat_catatan,
        .tabel = view.biaya.tabel,
        .berumus = view.biaya.berumus,
        .peraturan = view.biaya.peraturan,
        .inti = copy_common(arena, view.biaya.inti),
        .satuan = copy_common(arena, view.biaya.satuan),
    };
}

static void
fill_service(Leaf *leaf, Arena *arena, const Service *service, ServiceCard *out)
{
    guint n = service->n_persyaratan;
    fill_facts(leaf, arena, service, out);
    out->judul = copy(arena, view_text(service->judul));
    out->page = copy(arena, service->path);
    out->ringkasan = copy(arena, view_text(service->ringkasan));
    out->layanan_serupa = copy_common(arena, view_text(service->layanan_serupa));
    out->status = (guint)service->status;
    out->n_syarat = n;
    out->n_langkah = service->n_langkah;
    out->components = component_bits(service);
    out->keperluan = copy_texts(arena, &service->keperluan);
    out->peristiwa = copy_texts(arena, &service->peristiwa);
    out->kata_kunci = copy_texts(arena, &service->kata_kunci);
    out->alamat_lama = copy_texts(arena, &service->alamat_lama);
    out->syarat.items = arena_alloc(arena, n * sizeof *out->syarat.items);
    collect_requirements(arena, &service->persyaratan, &out->syarat, n);
    out->languages.items =
        arena_alloc(arena, service->translations.n * sizeof *out->languages.items);
    for (guint i = 0; i < service->translations.n; i++)
        out->languages.items[out->languages.n++] =
            copy_common(arena, service->translations.items[i].lang);
    out->updated = leaf_service_date(service);
}

static void
fill_files_above(Arena *arena, const Agency *agency, CardTexts *out)
{
    gsize n = strlen(agency->path);
    out->items = arena_alloc(arena, agency->n_files * sizeof *out->items);
    for (guint i = 0; i < agency->n_files; i++) {
        const char *file = agency->files[i];
        gboolean inside = n == 0 || (strncmp(file, agency->path, n) == 0 && file[n] == '/');
        if (!inside)
            out->items[out->n++] = copy(arena, file);
    }
}

/* The agency's own channels or, when it names none, those its services name. */
static guint
count_channels(const Agency *agency)
{
    guint n = agency->pengaduan.kanal.n;
    for (guint i = 0; i < agency->services.n && agency->pengaduan.kanal.n == 0; i++) {
        if (leaf_is_listed(&agency->services.items[i]))
            n += agency->services.items[i].pengaduan.kanal.n;
    }
    return n;
}

AgencyCard *
render_card(const RenderSite *site, const Loaded *loaded, Arena *arena)
{
    const Agency *agency = loaded->agency;
    g_autoptr(Arena) keep = arena_new();
    AgencyCard *card = arena_new0(arena, AgencyCard);
    Leaf leaf;
    leaf_init(&leaf, keep, site, agency);
    card->path = copy(arena, agency->path);
    card->nama = copy(arena, view_text(agency->nama));
    card->nama_lengkap = copy(arena, leaf.nama_lengkap);
    card->region = copy_common(arena, agency->region != NULL ? agency->region->path : "");
    card->region_nama =
        copy_common(arena, agency->region != NULL ? view_text(agency->region->nama) : "");
    card->wilayah = copy_common(arena, view_text(agency->wilayah));
    card->warna = copy_common(arena, view_text(agency->warna));
    card->search_words = copy(arena, view_concat(&leaf.ctx, view_text(agency->instansi_induk),
                                                 " ", view_text(agency->alamat), NULL));
    card->n_kanal = count_channels(agency);
    card->updated = leaf_agency_date(agency);
    card->alamat_lama = copy_texts(arena, &agency->alamat_lama);
    fill_files_above(arena, agency, &card->files_above);
    card->n_services = agency->services.n;
    card->services = arena_alloc(arena, agency->services.n * sizeof *card->services);
    for (guint i = 0; i < agency->services.n; i++)
        fill_service(&leaf, arena, &agency->services.items[i], &card->services[i]);
    leaf_clear(&leaf);
    return card;
}
