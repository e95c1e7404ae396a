#include "facts/agency.h"
#include "facts/mark.h"
#include "facts/product.h"
#include "model/fields.h"
#include "model/walk.h"
#include "page/view-leaf.h"
#include <string.h>

enum { COMPLAINT = 6, FACILITIES = 8 };

/* ---- components ---- */

static const char *const component_names_en[N_COMPONENTS + 1] = {
    "",
    "Requirements",
    "System, mechanism and procedure",
    "Completion time",
    "Fees",
    "Service output",
    "Handling of complaints and suggestions",
    "Legal basis",
    "Facilities and infrastructure",
    "Competence of staff",
    "Internal supervision",
    "Number of staff",
    "Service guarantee",
    "Guarantee of security and safety",
    "Evaluation of staff performance",
};

/* The official names with one capital, as words of a sentence. */
static char **
lowered_names(void)
{
    static char **names;
    if (g_once_init_enter(&names)) {
        char **made = g_new0(char *, N_COMPONENTS + 1);
        for (guint c = 1; c <= N_COMPONENTS; c++) {
            made[c] = g_ascii_strdown(component_names[c], -1);
            *made[c] = *component_names[c];
        }
        g_once_init_leave(&names, made);
    }
    return names;
}

const char *
leaf_component_name(ViewContext *ctx, guint component)
{
    return ctx->english ? component_names_en[component] : lowered_names()[component];
}

const ItemList *
leaf_component_items(const Service *service, guint component)
{
    return field_value(field_component(component), service);
}

/* On a translated page: was this part left in the original's language? */
static gboolean
is_untranslated(const Service *service, const Field *field)
{
    return service->original != NULL && !field_is_empty(field, service) &&
           !field_is_given(&record_service, service, field);
}

gboolean
leaf_is_untranslated(const Service *service, const char *key)
{
    return service->original != NULL &&
           is_untranslated(service, field_find(&record_service, key, -1));
}

static void
fill_asli(const Service *service, ViewAsli *out)
{
    *out = (ViewAsli){0};
    if (service->original == NULL)
        return;
    out->judul = leaf_is_untranslated(service, "judul");
    out->ringkasan = leaf_is_untranslated(service, "ringkasan");
    out->persyaratan = is_untranslated(service, field_component(1));
    out->prosedur = is_untranslated(service, field_component(2));
    out->waktu = is_untranslated(service, field_component(3));
    out->biaya = is_untranslated(service, field_component(4));
    out->produk = is_untranslated(service, field_component(5));
    out->pengaduan = is_untranslated(service, field_component(6));
    out->keterangan = service->body_line == 0 && *service->body;
    out->varian = leaf_is_untranslated(service, "varian");
    out->kompensasi = leaf_is_untranslated(service, "kompensasi");
    out->antrean = leaf_is_untranslated(service, "antrean");
    out->lokasi = leaf_is_untranslated(service, "lokasi");
    out->tempat = TRUE; /* the agency's address has no translation */
}

/* TRUE when the component is the agency's, and said as in every service that has it from there. */
static gboolean
is_shared(const Service *service, guint c)
{
    return service->component[c] == COMPONENT_INHERITED && service->lang == NULL;
}

static MuList
shared_items(Leaf *leaf, const ItemList *items, guint c)
{
    ViewContext *ctx = &leaf->ctx;
    Arena *arena = ctx->arena;
    MuList *made = &leaf->shared.items[c];
    ctx->arena = leaf->keep;
    if (made->n == 0)
        *made = view_butir(ctx, items, c == FACILITIES);
    ctx->arena = arena;
    return *made;
}

static void
fill_component(Leaf *leaf, const Service *service, guint c, ViewKomponen *out)
{
    ViewContext *ctx = &leaf->ctx;
    const ItemList *items = leaf_component_items(service, c);
    out->no = c;
    out->nama = leaf_component_name(ctx, c);
    out->id = c == 5 ? "komponen-5" : ""; /* the others are no target */
    out->warisan = service->component[c] == COMPONENT_INHERITED;
    out->bahasa_asli = is_untranslated(service, field_component(c));
    out->kelompok =
        is_shared(service, c) ? shared_items(leaf, items, c) : view_butir(ctx, items, c == FACILITIES);
}

/* TRUE when a list of products says more than the texts of its first items. */
static gboolean
is_more_than_texts(const ItemList *products)
{
    for (guint i = 0; i < products->n; i++) {
        const Item *item = &products->items[i];
        if (item->butir.n > 0 || text_has_words(item->tautan.raw))
            return TRUE;
    }
    return FALSE;
}

static void
fill_components(Leaf *leaf, const Service *service, ViewLayanan *out)
{
    enum { MOST = N_INHERITABLE + 1 };
    ViewContext *ctx = &leaf->ctx;
    ViewKomponen *full = arena_alloc(ctx->arena, MOST * sizeof *full);
    ViewNamaKomponen *empty = arena_alloc(ctx->arena, MOST * sizeof *empty);
    guint n_full = 0, n_empty = 0;
    if (!out->beda_produk && (out->ada_hasil_lain || is_more_than_texts(&service->produk)))
        fill_component(leaf, service, 5, &full[n_full++]);
    for (guint c = FIRST_INHERITABLE; c <= N_COMPONENTS; c++) {
        if (leaf_component_items(service, c)->n > 0)
            fill_component(leaf, service, c, &full[n_full++]);
        else
            empty[n_empty++] = (ViewNamaKomponen){c, leaf_component_name(ctx, c), FALSE};
    }
    if (n_empty > 0)
        empty[n_empty - 1].terakhir = TRUE;
    out->komponen = view_list(full, n_full);
    out->komponen_kosong = view_list(empty, n_empty);
    out->ada_komponen_kosong = n_empty > 0;
}

/* ---- variants ---- */

void
leaf_waktu_fill(ViewContext *ctx, const Service *service, gboolean english, ViewWaktu *out)
{
    TimeFact fact;
    time_fact_of_service(ctx->arena, service, english, &fact);
    view_waktu_fill(ctx, &fact, &service->waktu, out);
}

/* ---- place, source, files ---- */

static void
fill_place(Leaf *leaf, const Service *service, ViewTempat *out)
{
    ViewContext *ctx = &leaf->ctx;
    const Agency *agency = leaf->agency;
    ViewAkses *rows = arena_alloc(ctx->arena, service->cara_akses.n * sizeof *rows);
    for (guint i = 0; i < service->cara_akses.n; i++) {
        const Access *access = &service->cara_akses.items[i];
        const char *address = view_link(ctx, &access->tautan);
        rows[i] = (ViewAkses){
            .datang = access->jenis == ACCESS_DATANG,
            .daring = access->jenis == ACCESS_DARING,
            .lewat_telepon = access->jenis == ACCESS_TELEPON,
            .tempat = text_str(access->tempat),
            .tautan = address,
            .nama = *address ? view_link_name(ctx, text_str(access->tautan.raw)) : "",
        };
        if (*address == '\0' && *rows[i].tempat == '\0')
            rows[i].tempat = text_str(access->tautan.raw); /* not readable: as written */
    }
    *out = (ViewTempat){
        .alamat = text_str(agency->alamat),
        .kode_pos = text_str(agency->kode_pos),
        .akses = view_list(rows, service->cara_akses.n),
    };
    const Channel *phone = agency_phone(agency);
    if (phone != NULL) {
        ViewKanal *view = arena_new0(ctx->arena, ViewKanal);
        view_kanal_fill(ctx, phone, view);
        out->telepon = view;
    }
    out->ada = *out->alamat || out->telepon != NULL || out->akses.n > 0;
}

/* The one way to apply that the page offers as a button: online, else by telephone, else by coming. */
static const ViewAkses *
fill_action(Leaf *leaf, const ViewTempat *place)
{
    enum { BUTTON_CHARS = 32 };
    const ViewAkses *rows = place->akses.items, *best = NULL;
    for (guint i = 0; i < place->akses.n; i++) {
        const ViewAkses *row = &rows[i];
        if (row->daring && *row->tautan && (best == NULL || !best->daring))
            best = row;
        else if (row->lewat_telepon && place->telepon != NULL && *place->telepon->tautan &&
                 (best == NULL || best->datang))
            best = row;
        else if (row->datang && best == NULL)
            best = row;
    }
    if (best == NULL)
        return NULL;
    ViewAkses *action = arena_new0(leaf->ctx.arena, ViewAkses);
    *action = *best;
    if (best->lewat_telepon && place->telepon != NULL) {
        action->tautan = place->telepon->tautan;
        action->nama = place->telepon->nilai;
    } else if (best->datang) {
        action->tautan =
            arena_concat(leaf->ctx.arena, view_way(&leaf->ctx, leaf->index), "#jam", NULL);
        if (g_utf8_strlen(best->tempat, -1) > BUTTON_CHARS)
            action->tempat = "";
    }
    return action;
}

/* A text file as it is shown: no spaces at the ends of lines, one empty line at most, none around it. */
static const char *
shown_source(ViewContext *ctx, const char *text)
{
    GString *out = view_scratch(ctx);
    for (gsize len; *text != '\0'; text += len + (text[len] == '\n')) {
        gsize end = len = strcspn(text, "\n");
        while (end > 0 && strchr(" \t\f", text[end - 1]) != NULL)
            end--;
        gboolean after_empty = out->len > 1 && out->str[out->len - 2] == '\n';
        if (end > 0 || (out->len > 0 && !after_empty)) {
            g_string_append_len(out, text, (gssize)end);
            g_string_append_c(out, '\n');
        }
    }
    while (out->len > 0 && out->str[out->len - 1] == '\n')
        g_string_truncate(out, out->len - 1);
    return view_keep(ctx);
}

static const ViewSumber *
source_of(ViewContext *ctx, const Origin *origin)
{
    const char *raw = text_str(origin->tautan.raw), *slash = strrchr(raw, '/');
    if (*raw == '\0' && !text_has_words(origin->catatan))
        return NULL;
    ViewSumber *out = arena_new0(ctx->arena, ViewSumber);
    out->tautan = view_link(ctx, &origin->tautan);
    out->nama = slash != NULL && slash[1] != '\0' && origin->tautan.href != NULL &&
                        *origin->tautan.href == '\0'
                    ? slash + 1
                    : raw;
    out->catatan = text_str(origin->catatan);
    out->teks = origin->text != NULL ? shown_source(ctx, origin->text) : "";
    return out;
}

/* Whose posters a page shows: those of a translation without its own are its original's. */
static const Service *
poster_owner(const Service *service)
{
    return service->original != NULL && !service->has_own_poster ? service->original : service;
}

/* The parts of a service's posters. */
static AddressParts
poster_parts(ViewContext *ctx, const Service *service)
{
    const char *path = poster_owner(service)->path;
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return (AddressParts){.slug = path};
    return (AddressParts){.folder = arena_strndup(ctx->arena, path, (gsize)(slash - path)),
                          .slug = slash + 1};
}

static const char *
upper_case(ViewContext *ctx, const char *text)
{
    char *out = arena_strndup(ctx->arena, text, strlen(text));
    for (char *c = out; *c != '\0'; c++)
        *c = g_ascii_toupper(*c);
    return out;
}

MuList
leaf_poster_files(ViewContext *ctx, AddressKind kind, AddressParts parts, const char *nama)
{
    Text usual[] = {{.str = "a4"}, {.str = "a3"}};
    TextList sizes = ctx->render->data->site.poster.ukuran;
    if (!ctx->render->posters)
        return view_list(NULL, 0);
    if (sizes.n == 0)
        sizes = (TextList){usual, G_N_ELEMENTS(usual)};
    ViewBerkas *rows = arena_alloc(ctx->arena, sizes.n * sizeof *rows);
    for (guint i = 0; i < sizes.n; i++) {
        const char *size = sizes.items[i].str, *shown = upper_case(ctx, size);
        parts.variant = size;
        rows[i].jalur = view_address(ctx, kind, &parts);
        rows[i].tautan = view_way(ctx, rows[i].jalur);
        rows[i].nama = *nama ? arena_concat(ctx->arena, nama, " ", shown, NULL) : shown;
    }
    return view_list(rows, sizes.n);
}

void
leaf_posters_fill(ViewContext *ctx, const Service *service, ViewLayanan *out)
{
    AddressParts parts = poster_parts(ctx, service);
    out->kartu = out->alur = out->tautan_kartu = out->tautan_alur = "";
    out->poster = view_list(NULL, 0);
    out->ada_poster = FALSE;
    /* None is made for what is no longer offered, or cannot be printed. */
    if (service->status == STATUS_DICABUT || poster_owner(service)->without_poster)
        return;
    out->poster = leaf_poster_files(ctx, ADDRESS_POSTER, parts, "");
    out->ada_poster = out->poster.n > 0;
    if (ctx->render->posters && ctx->render->data->site.poster.kartu)
        out->kartu = view_address(ctx, ADDRESS_CARD, &parts);
    out->tautan_kartu = *out->kartu ? view_way(ctx, out->kartu) : "";
    if (ctx->render->posters && service->prosedur.n > 0)
        out->alur = view_address(ctx, ADDRESS_FLOW, &parts);
    out->tautan_alur = *out->alur ? view_way(ctx, out->alur) : "";
}

static MuList
topics(ViewContext *ctx, const TextList *slugs)
{
    ViewRujukan *rows = arena_alloc(ctx->arena, slugs->n * sizeof *rows);
    guint n = 0;
    for (guint i = 0; i < slugs->n; i++) {
        const Topic *topic = site_topic(ctx->render->data, slugs->items[i].str);
        if (topic == NULL)
            continue;
        rows[n++] = (ViewRujukan){
            .nama = text_has_words(topic->label) ? topic->label.str : topic->slug.str,
            .jalur = view_address(ctx, ADDRESS_TOPIC, &(AddressParts){.slug = topic->slug.str}),
            .n_layanan_jamak = TRUE, /* the counts are the shared pages' to know */
            .n_instansi_jamak = TRUE,
        };
    }
    return view_list(rows, n);
}

/* ---- the service ---- */

static void
fill_names(Leaf *leaf, const Service *service, ViewLayanan *out)
{
    ViewContext *ctx = &leaf->ctx;
    out->judul = text_str(service->judul);
    out->jalur = leaf_page(ctx, service);
    out->ringkasan = text_str(service->ringkasan);
    out->aktif = service->status == STATUS_AKTIF;
    out->nonaktif = service->status == STATUS_NONAKTIF;
    out->dicabut = service->status == STATUS_DICABUT;
    out->instansi =
        (ViewRujukanInstansi){text_str(leaf->agency->nama), leaf->nama_lengkap, leaf->index};
    /* Shared pages list no withdrawn service, so they may not even be there. */
    out->serupa = !out->dicabut && text_has_words(service->layanan_serupa)
                      ? view_address(ctx, ADDRESS_COMPARISON,
                                     &(AddressParts){.slug = service->layanan_serupa.str})
                      : "";
    out->sk = view_sk(ctx, &service->sk);
    out->berlaku_sejak = view_tanggal(ctx, service->berlaku_sejak.date);
    out->ditinjau = view_tanggal(ctx, service->ditinjau.date);
    out->ada_jam_layanan = service->jam_layanan.n > 0;
    out->jam_layanan = view_jam(ctx, &service->jam_layanan);
    if (!out->dicabut)
        out->keperluan = topics(ctx, &service->keperluan);
    out->ada_keperluan = out->keperluan.n > 0;
    out->sumber = source_of(ctx, &service->sumber);
    char *mark = arena_alloc(ctx->arena, MARK_LEN + 1);
    mark_of_service(leaf->agency, service, mark);
    out->tanda_cetak = mark;
}

static void
fill_delivery(Leaf *leaf, const Service *service, ViewLayanan *out)
{
    ViewContext *ctx = &leaf->ctx;
    guint n_products;
    out->hasil = view_item_texts(ctx, &service->produk, PRODUCT_SHOWN, &n_products);
    out->ada_hasil = out->hasil.n > 0;
    out->n_hasil_lain = n_products - out->hasil.n;
    out->ada_hasil_lain = out->n_hasil_lain > 0;
    out->produk = view_butir(ctx, &service->produk, FALSE);
    out->n_syarat = service->n_persyaratan;
    out->n_syarat_jamak = out->n_syarat != 1;
    out->persyaratan = view_syarat(ctx, &service->persyaratan, "");
    out->ada_persyaratan = out->persyaratan.n > 0;
    out->n_langkah = service->n_langkah;
    out->n_langkah_jamak = out->n_langkah != 1;
    out->n_anda = service->n_anda;
    out->ada_anda = out->n_anda > 0;
}

static void
fill_complaint(Leaf *leaf, const Service *service, ViewPengaduan *out)
{
    ViewContext *ctx = &leaf->ctx;
    LeafShared *shared = &leaf->shared;
    const gboolean inherited = service->component[COMPLAINT] == COMPONENT_INHERITED;
    if (!is_shared(service, COMPLAINT)) {
        view_pengaduan_fill(ctx, &service->pengaduan, inherited, "adu-", out);
        return;
    }
    Arena *arena = ctx->arena;
    ctx->arena = leaf->keep;
    if (!shared->has_complaint)
        view_pengaduan_fill(ctx, &service->pengaduan, inherited, "adu-", &shared->complaint);
    shared->has_complaint = TRUE;
    ctx->arena = arena;
    *out = shared->complaint;
}

static const char *
service_folder(ViewContext *ctx, const Service *service)
{
    const char *slash = strrchr(service->path, '/');
    return slash != NULL
               ? arena_strndup(ctx->arena, service->path, (gsize)(slash - service->path))
               : "";
}

void
leaf_layanan_fill(Leaf *leaf, const Service *service, ViewLayanan *out)
{
    ViewContext *ctx = &leaf->ctx;
    *out = (ViewLayanan){.awalan_id = ""};
    ctx->own = service->original != NULL ? service->source : NULL;
    fill_asli(service, &out->asli);
    fill_names(leaf, service, out);
    leaf_waktu_fill(ctx, service, ctx->english && !out->asli.waktu, &out->waktu);
    view_service_biaya_fill(ctx, service, service->original != NULL && !out->asli.biaya,
                            &out->biaya);
    fill_delivery(leaf, service, out);
    fill_complaint(leaf, service, &out->pengaduan);
    out->prosedur = view_langkah(ctx, &service->prosedur, "langkah-");
    out->ada_prosedur = out->prosedur.n > 0;
    leaf_variants_fill(leaf, service, out);
    out->keterangan =
        view_markdown(ctx, service->body, service_folder(ctx, service), leaf->agency->path);
    fill_place(leaf, service, &out->tempat);
    out->aksi = fill_action(leaf, &out->tempat);
    fill_components(leaf, service, out);
    leaf_posters_fill(ctx, service, out);
    leaf_life_fill(leaf, service, out);
    out->tanpa_persyaratan = !out->ada_persyaratan && !out->beda_persyaratan;
    out->tanpa_prosedur = !out->ada_prosedur && !out->beda_prosedur;
    out->tanpa_waktu = !out->waktu.ada && !out->beda_waktu;
    out->tanpa_biaya = !out->biaya.ada && !out->beda_biaya;
    out->tanpa_hasil = !out->ada_hasil && !out->beda_produk;
    /* Nothing is promised before the standard holds. */
    out->kapan =
        service->belum_berlaku ? "" : view_kapan(ctx, &leaf->kapan, service, leaf->zone);
    ctx->own = NULL;
}

void
leaf_layanan_repeat(Leaf *leaf,
                    const Service *service,
                    const char *awalan_id,
                    const ViewLayanan *once,
                    ViewLayanan *out)
{
    ViewContext *ctx = &leaf->ctx;
    *out = *once;
    out->awalan_id = awalan_id;
    out->prosedur = view_langkah_repeat(ctx, &service->prosedur, once->prosedur,
                                        arena_concat(ctx->arena, awalan_id, "langkah-", NULL));
    out->pengaduan.alur =
        view_langkah_repeat(ctx, &service->pengaduan.alur, once->pengaduan.alur,
                            arena_concat(ctx->arena, awalan_id, "adu-", NULL));
    if (service->varian.n > 0)
        leaf_variants_fill(leaf, service, out);
    out->persyaratan = view_syarat_repeat(ctx, once->persyaratan, awalan_id);
    out->keterangan = view_markdown_repeat(ctx, once->keterangan, awalan_id);
    const ViewKomponen *first = out->komponen.items;
    if (out->komponen.n == 0 || *first->id == '\0')
        return;
    gsize size = out->komponen.n * sizeof *first;
    ViewKomponen *rows = memcpy(arena_alloc(ctx->arena, size), first, size);
    rows->id = arena_concat(ctx->arena, awalan_id, first->id, NULL);
    out->komponen.items = rows;
}
