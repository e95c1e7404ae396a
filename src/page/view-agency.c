#include "facts/agency.h"
#include "model/dates.h"
#include "page/view-leaf.h"
#include "plan/plan.h"
#include <string.h>

/* ---- names, dates, lists ---- */

const char *
leaf_page(ViewContext *ctx, const Service *service)
{
    return view_address(ctx, ADDRESS_SERVICE, &(AddressParts){.slug = service->path});
}

/* ---- the leaf ---- */

void
leaf_init(Leaf *leaf, Arena *keep, const Render *render, const Agency *agency)
{
    *leaf = (Leaf){.keep = keep, .agency = agency, .kapan = {.arena = keep}};
    ViewContext *ctx = &leaf->ctx;
    view_context_init(ctx, keep, render);
    view_context_color(ctx, agency->warna.str);
    if (text_str(render->data->site.nama)[0] == '\0' && text_has_words(agency->nama))
        ctx->situs_nama = agency->nama.str;
    leaf->folder = *agency->path ? arena_concat(ctx->arena, agency->path, "/", NULL) : "";
    leaf->index = view_address(ctx, ADDRESS_AGENCY, &(AddressParts){.folder = agency->path});
    jsonld_init(&leaf->jsonld, keep, render->url, agency);
    leaf->nama_lengkap = leaf->jsonld.name;
    leaf->zone = (Zone)(agency->zona_waktu + 1);
    FeeClass *fees = arena_alloc(keep, agency->services.n * sizeof *fees);
    for (guint i = 0; i < agency->services.n; i++) {
        if (!service_is_listed(&agency->services.items[i]))
            continue;
        leaf->n_listed++;
        fees[i] = fee_class(keep, &agency->services.items[i]);
        ctx->has_feed = ctx->has_feed || date_is_set(service_date(&agency->services.items[i])) ||
                        agency->services.items[i].riwayat.n > 0;
        leaf->n_free += fees[i] == FEE_CLASS_FREE;
    }
    leaf->fees = fees;
}

void
leaf_clear(Leaf *leaf)
{
    view_context_clear(&leaf->ctx);
}

/* The regions the agency lies in that have pages of their own, the widest first; returns how many. */
static guint
region_crumbs(Leaf *leaf, ViewRemah *out, guint most)
{
    ViewContext *ctx = &leaf->ctx;
    g_autofree char *path = g_strdup(leaf->agency->path);
    guint n = 0;
    while (n < most && plan_climb(path)) {
        const ScanFolder *folder = scan_find_folder(ctx->render->scan, path);
        const Region *region =
            folder != NULL ? ctx->render->data->regions[folder->index] : NULL;
        if (region != NULL && region->nama.str != NULL &&
            !asked_ask(ctx->asked, ctx->render->scan, ASKED_AGENCY, path))
            out[n++] = (ViewRemah){
                .nama = region->nama.str,
                .jalur = view_address(ctx, ADDRESS_REGION, &(AddressParts){.folder = path})};
    }
    for (guint i = 0; i < n / 2; i++) {
        ViewRemah swap = out[i];
        out[i] = out[n - 1 - i];
        out[n - 1 - i] = swap;
    }
    return n;
}

/* The crumbs down to the agency, in the page's language. */
static void
make_crumbs(Leaf *leaf)
{
    ViewContext *ctx = &leaf->ctx;
    LeafShared *shared = &leaf->shared;
    Arena *arena = ctx->arena;
    ctx->arena = leaf->keep;
    guint n = 1 + region_crumbs(leaf, shared->crumbs + 1, LEAF_MOST_CRUMBS - 2);
    shared->crumbs[0] = (ViewRemah){.nama = view_label(ctx, "beranda"),
                                    .jalur = address_table[ADDRESS_HOME].pattern};
    if (*leaf->folder)
        shared->crumbs[n++] =
            (ViewRemah){.nama = text_str(leaf->agency->nama), .jalur = leaf->index};
    for (guint i = 0; i < n; i++)
        shared->crumbs[i].tautan = view_way(ctx, shared->crumbs[i].jalur);
    shared->n_crumbs = n;
    shared->lang = ctx->lang;
    ctx->arena = arena;
}

void
leaf_halaman_fill(Leaf *leaf, const char *last, ViewHalaman *out)
{
    ViewContext *ctx = &leaf->ctx;
    const LeafShared *shared = &leaf->shared;
    if (shared->lang == NULL || strcmp(shared->lang, ctx->lang) != 0)
        make_crumbs(leaf);
    guint n = shared->n_crumbs;
    ViewRemah *rows = arena_alloc(ctx->arena, (n + 1) * sizeof *rows);
    memcpy(rows, shared->crumbs, n * sizeof *rows);
    if (last != NULL)
        rows[n++] = (ViewRemah){
            .nama = last, .jalur = ctx->page, .tautan = view_way(ctx, ctx->page)};
    rows[n - 1].ini = TRUE;
    view_halaman_fill(ctx, out);
    out->remah = view_list(rows, n);
}

void
leaf_kartu_fill(Leaf *leaf, const Service *service, const ViewLayanan *whole, ViewKartu *out)
{
    const ViewBiaya biaya = whole->biaya;
    ViewWaktu waktu;
    leaf_waktu_fill(&leaf->ctx, service, FALSE, &waktu);
    *out = (ViewKartu){
        .judul = whole->judul,
        .jalur = whole->jalur,
        .instansi = leaf->nama_lengkap,
        .waktu = {waktu.ada, waktu.inti, waktu.untuk, waktu.banyak, waktu.tiap_langkah,
                  waktu.ambigu},
        .biaya = {biaya.ada, biaya.gratis, biaya.lihat_catatan, biaya.tabel, biaya.berumus,
                  biaya.peraturan, biaya.inti, biaya.satuan},
        .hasil = whole->hasil.n > 0 ? *(const char *const *)whole->hasil.items : "",
        .nonaktif = whole->nonaktif,
        .belum_berlaku = service->belum_berlaku,
    };
}

/* ---- parts of an agency ---- */

static const char *
join_texts(ViewContext *ctx, const TextList *list)
{
    GString *out = view_scratch(ctx);
    for (guint i = 0; i < list->n; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        g_string_append(out, text_str(list->items[i]));
    }
    return view_keep(ctx);
}

/* Paragraphs are parted by empty lines; where there are none, each line is one. */
static MuList
paragraphs(ViewContext *ctx, const char *text)
{
    const char *mark = strstr(text, "\n\n") != NULL ? "\n\n" : "\n";
    guint n = 0;
    for (const char *c = text; *c != '\0'; c++)
        n += *c == '\n';
    const char **out = arena_alloc(ctx->arena, (n + 1) * sizeof *out);
    n = 0;
    while (*text != '\0') {
        const char *end = strstr(text, mark);
        gsize len = end != NULL ? (gsize)(end - text) : strlen(text);
        gsize lead = strspn(text, " \n");
        if (lead < len)
            out[n++] = g_strstrip(arena_strndup(ctx->arena, text + lead, len - lead));
        text += len;
        text += strspn(text, "\n");
    }
    return view_list(out, n);
}

static void
fill_contacts(ViewContext *ctx, const Agency *agency, ViewInstansi *out)
{
    ViewKanal *rows = arena_alloc(ctx->arena, (agency->surel.n + 1) * sizeof *rows);
    guint n = 0, phone_first = 0; /* it is read first */
    for (guint i = 0; i < agency->surel.n; i++) {
        ViewKanal *row = &rows[n];
        view_kanal_fill(ctx, &agency->surel.items[i], row);
        n++;
        if (agency->surel.items[i].jenis == CHANNEL_TELEPON) {
            out->telepon = row;
            phone_first = 1;
        }
    }
    out->email = view_list(rows + phone_first, n - phone_first);
    if (text_has_words(agency->situs_web.raw)) {
        const char *address = view_link(ctx, &agency->situs_web);
        ViewKanal *site = &rows[n];
        *site = (ViewKanal){
            .jenis = channel_kind_key(CHANNEL_WEB),
            .label = view_word(ctx, channel_kind_label(CHANNEL_WEB),
                               channel_kind_label_en(CHANNEL_WEB)),
            .nilai = *address ? view_link_name(ctx, agency->situs_web.raw.str)
                              : view_escaped(ctx, agency->situs_web.raw.str),
            .tautan = address,
            .catatan = "",
        };
        out->situs_web = site;
    }
    out->kontak = view_kanal(ctx, &agency->kontak);
    out->ada_hubungi =
        out->telepon != NULL || out->situs_web != NULL || out->email.n > 0 || out->kontak.n > 0;
}

static void
fill_hours(ViewContext *ctx, const Agency *agency, ViewInstansi *out)
{
    ViewJamKhusus *special = arena_alloc(ctx->arena, agency->jam_khusus.n * sizeof *special);
    ViewTanggal *closed = arena_alloc(ctx->arena, agency->hari_tutup.n * sizeof *closed);
    guint n_special = 0, n_closed = 0;
    out->jam_layanan = view_jam(ctx, &agency->jam_layanan);
    out->ada_jam = out->jam_layanan.n > 0;
    out->zona_waktu = zone_name((Zone)(agency->zona_waktu + 1));
    out->kalender = view_calendar(ctx, agency->calendar, (Zone)(agency->zona_waktu + 1));
    for (guint i = 0; i < agency->jam_khusus.n; i++) {
        const SpecialHours *from = &agency->jam_khusus.items[i];
        if (!date_is_set(from->dari.date) || !date_is_set(from->sampai.date))
            continue;
        ViewJamKhusus *row = &special[n_special++];
        row->nama = text_str(from->nama);
        view_tanggal_fill(ctx, from->dari.date, &row->dari);
        view_tanggal_fill(ctx, from->sampai.date, &row->sampai);
        row->jam_layanan = view_jam(ctx, &from->jam_layanan);
    }
    for (guint i = 0; i < agency->hari_tutup.n; i++) {
        if (date_is_set(agency->hari_tutup.items[i].date))
            view_tanggal_fill(ctx, agency->hari_tutup.items[i].date, &closed[n_closed++]);
    }
    out->jam_khusus = view_list(special, n_special);
    out->hari_tutup = view_list(closed, n_closed);
    out->ada_tutup = n_closed > 0;
}

static void
fill_profile(ViewContext *ctx, const Agency *agency, ViewInstansi *out)
{
    const Chief *chief = &agency->kepala;
    out->profil = view_markdown(ctx, agency->body, agency->path, agency->path);
    if (text_has_words(chief->nama) || text_has_words(chief->jabatan)) {
        ViewKepala *kepala = arena_new0(ctx->arena, ViewKepala);
        *kepala = (ViewKepala){text_has_words(chief->jabatan)
                                   ? chief->jabatan.str
                                   : view_word(ctx, "Pimpinan", "Head of the agency"),
                               text_str(chief->nama), text_str(chief->pangkat)};
        out->kepala = kepala;
    }
    out->visi = join_texts(ctx, &agency->visi);
    out->misi = view_texts(ctx, &agency->misi);
    out->ada_misi = out->misi.n > 0;
    out->moto = join_texts(ctx, &agency->moto);
    out->ada_visi_misi = out->kepala != NULL || *out->visi || out->misi.n > 0 || *out->moto;
    out->ada_profil = *out->profil || out->ada_visi_misi;
}

static const ViewMaklumat *
pledge(ViewContext *ctx, const Pledge *from)
{
    MuList words = paragraphs(ctx, text_str(from->teks));
    if (words.n == 0)
        return NULL;
    ViewMaklumat *out = arena_new0(ctx->arena, ViewMaklumat);
    *out = (ViewMaklumat){words, text_str(from->tempat), view_tanggal(ctx, from->tanggal.date),
                          view_sk(ctx, &from->sk)};
    return out;
}

/* An agency that names no channel may still do so in its services: then nobody says that it has none. */
static void
fill_complaints(Leaf *leaf, ViewInstansi *out)
{
    const Agency *agency = leaf->agency;
    const Service *only = NULL;
    guint n = 0;
    for (guint i = 0; i < agency->services.n && agency->pengaduan.kanal.n == 0; i++) {
        const Service *service = &agency->services.items[i];
        if (!service_is_listed(service) || service->pengaduan.kanal.n == 0)
            continue;
        only = service;
        n++;
    }
    Complaint own = agency->pengaduan;
    if (n == 1 && leaf->n_listed == 1)
        own.kanal = only->pengaduan.kanal;
    view_pengaduan_fill(&leaf->ctx, &own, FALSE, "adu-", &out->pengaduan);
    if (n > 0)
        out->pengaduan.nasional_saja = FALSE;
}

/* Posters of the pledge and of the complaint channels, each where there is something to print. */
static void
fill_posters(Leaf *leaf, ViewInstansi *out)
{
    ViewContext *ctx = &leaf->ctx;
    const struct {
        const char *slug, *id, *en;
        gboolean given;
    } all[] = {
        {"maklumat", "Maklumat pelayanan", "Service pledge",
         leaf->agency->maklumat.teks.str != NULL && !leaf->agency->without_pledge_poster},
        {"kanal", "Kanal pengaduan", "Complaint channels",
         leaf->agency->pengaduan.kanal.n > 0 && !leaf->agency->without_channels_poster},
    };
    MuList lists[G_N_ELEMENTS(all)] = {{NULL, 0}};
    guint n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
        AddressParts parts = {.folder = leaf->agency->path, .slug = all[i].slug};
        if (all[i].given)
            lists[i] = leaf_poster_files(ctx, ADDRESS_AGENCY_POSTER, parts,
                                         view_word(ctx, all[i].id, all[i].en));
        n += lists[i].n;
    }
    ViewBerkas *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
        for (guint k = 0; k < lists[i].n; k++)
            rows[n++] = ((const ViewBerkas *)lists[i].items)[k];
    }
    out->poster = view_list(rows, n);
    out->ada_poster = n > 0;
    out->ada_ruang_poster = leaf_has_poster_room(leaf);
}

/* ---- the agency ---- */

static const ViewLogo *
logo(ViewContext *ctx, const Agency *agency)
{
    if (agency->logo_width == 0)
        return NULL;
    ViewLogo *out = arena_new0(ctx->arena, ViewLogo);
    *out = (ViewLogo){view_jalur(ctx, agency->logo.file), agency->logo_width, agency->logo_height};
    return out;
}

static void
make_instansi(Leaf *leaf, ViewInstansi *out)
{
    ViewContext *ctx = &leaf->ctx;
    const Agency *agency = leaf->agency;
    *out = (ViewInstansi){
        .nama = text_str(agency->nama),
        .nama_lengkap = leaf->nama_lengkap,
        .instansi_induk = text_str(agency->instansi_induk),
        .jalur = leaf->index,
        .folder = leaf->folder,
        .logo = logo(ctx, agency),
        .n_layanan = leaf->n_listed,
        .n_layanan_jamak = leaf->n_listed != 1,
        .n_gratis = leaf->n_free,
        .semua_gratis = leaf->n_listed > 0 && leaf->n_free == leaf->n_listed,
        .alamat = text_str(agency->alamat),
        .kode_pos = text_str(agency->kode_pos),
        .peta = text_has_words(agency->peta.raw) ? view_link(ctx, &agency->peta) : "",
        .maklumat = pledge(ctx, &agency->maklumat),
    };
    fill_contacts(ctx, agency, out);
    fill_hours(ctx, agency, out);
    fill_profile(ctx, agency, out);
    fill_complaints(leaf, out);
    fill_posters(leaf, out);
    leaf_outcomes_fill(ctx, agency, out);
}

void
leaf_instansi_fill(Leaf *leaf, ViewInstansi *out)
{
    ViewContext *ctx = &leaf->ctx;
    if (leaf->shared.agency == NULL) {
        Arena *arena = ctx->arena;
        ctx->arena = leaf->keep;
        ViewInstansi *made = arena_new0(ctx->arena, ViewInstansi);
        make_instansi(leaf, made);
        leaf->shared.agency = made;
        ctx->arena = arena;
    }
    *out = *leaf->shared.agency;
}
