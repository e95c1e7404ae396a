#include "facts/card.h"
#include "base/path.h"
#include "facts/agency.h"
#include "facts/condition.h"
#include "model/dates.h"
#include "model/history.h"
#include "facts/fee.h"
#include "facts/product.h"
#include "facts/time.h"
#include "facts/variant.h"
#include <string.h>

/* Every text of a card is a copy in the card's own arena, but for paths, which are the scan's. */
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
        if (text_has_words(list->items[i]))
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
            out->items[out->n++] = copy_common(arena, text_str(req->teks));
    }
}

static void
add_paper(Arena *arena, GArray *out, CardPaperKind kind, const Requirement *req)
{
    CardPaper paper = {
        .kind = kind,
        .teks = copy_common(arena, text_str(kind == PAPER_GROUP ? req->kelompok : req->teks)),
        .untuk = copy_common(arena, condition_whom(req->untuk)),
        .bila = copy_common(arena, condition_when(req->bila)),
        .jumlah = copy_common(arena, text_str(req->jumlah)),
        .formulir = copy_common(arena, text_str(req->formulir)),
    };
    g_array_append_val(out, paper);
}

static void
add_papers(Arena *arena, const RequirementList *list, CardPaperKind kind, GArray *out)
{
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        gboolean group = req->butir.n > 0;
        add_paper(arena, out, group ? PAPER_GROUP : kind, req);
        add_papers(arena, &req->butir, PAPER_ITEM, out);
        add_papers(arena, &req->rincian, PAPER_PART, out);
    }
}

/* A service that nobody compares needs none. */
static void
fill_papers(Arena *arena, const Service *service, ServiceCard *out)
{
    g_autoptr(GArray) papers = g_array_new(FALSE, TRUE, sizeof(CardPaper));
    gboolean differ = FALSE;
    for (guint i = 0; i < service->varian.n; i++)
        differ = differ || service->varian.items[i].persyaratan.n > 0;
    for (guint i = 0; differ && i < service->varian.n; i++) {
        Variant whole = variant_whole(service, &service->varian.items[i]);
        CardPaper name = {
            PAPER_VARIANT, copy_common(arena, text_str(whole.nama)), "", "", "", ""};
        g_array_append_val(papers, name);
        add_papers(arena, &whole.persyaratan, PAPER_ITEM, papers);
    }
    if (!differ)
        add_papers(arena, &service->persyaratan, PAPER_ITEM, papers);
    out->n_papers = papers->len;
    out->papers = arena_alloc(arena, papers->len * sizeof *out->papers);
    if (papers->len > 0)
        memcpy(out->papers, papers->data, papers->len * sizeof *out->papers);
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
fill_time(Arena *keep, Arena *arena, const Service *service, CardTime *out)
{
    TimeFact time;
    time_fact_of_service(keep, service, FALSE, &time);
    *out = (CardTime){
        .ada = time.any,
        .banyak = time.many,
        .tiap_langkah = time.on_steps,
        .ambigu = time.ambiguous,
        .inti = copy_common(arena, time.text),
        .untuk = copy_common(arena, time.whom),
        .sort_minutes = time_sort_minutes(service),
    };
}

static void
fill_fee(Arena *keep, Arena *arena, const Service *service, CardFee *out)
{
    FeeFact fee;
    fee_fact_of_service(keep, service, FALSE, &fee);
    *out = (CardFee){
        .said = (guint)fee.said,
        .class = (guint)fee_class(keep, service),
        .noted = fee.said == FEE_SAID_FREE && *fee.note,
        .inti = copy_common(arena, fee.text),
        .satuan = copy_common(arena, fee.unit),
    };
}

static void
fill_facts(Arena *keep, Arena *arena, const Service *service, ServiceCard *out)
{
    const char *product = "";
    product_texts(keep, &service->produk, &product, 1);
    out->hasil = copy_common(arena, product);
    fill_time(keep, arena, service, &out->waktu);
    fill_fee(keep, arena, service, &out->biaya);
}

static void
add_word(Arena *arena, CardTexts *out, Text text)
{
    if (text_has_words(text))
        out->items[out->n++] = copy_common(arena, text.str);
}

static guint
count_requirements(const RequirementList *list)
{
    guint n = list->n;
    for (guint i = 0; i < list->n; i++)
        n += count_requirements(&list->items[i].butir);
    return n;
}

static void
add_forms(Arena *arena, CardTexts *out, const RequirementList *list)
{
    for (guint i = 0; i < list->n; i++) {
        add_word(arena, out, list->items[i].formulir);
        add_forms(arena, out, &list->items[i].butir);
    }
}

/* As many as there are: most services have none, and a card stays until the end. */
static CardTexts
keep_texts(Arena *arena, const CardTexts *found)
{
    CardTexts out = {arena_alloc(arena, found->n * sizeof *out.items), found->n};
    for (guint i = 0; i < found->n; i++)
        out.items[i] = found->items[i];
    return out;
}

static CardTexts
search_words_of(Arena *keep, Arena *arena, const Service *service)
{
    guint n = service->translations.n + count_requirements(&service->persyaratan);
    for (guint i = 0; i < service->varian.n; i++)
        n += 1 + count_requirements(&service->varian.items[i].persyaratan);
    CardTexts found = {arena_alloc(keep, n * sizeof *found.items), 0};
    for (guint i = 0; i < service->varian.n; i++) {
        add_word(arena, &found, service->varian.items[i].nama);
        add_forms(arena, &found, &service->varian.items[i].persyaratan);
    }
    add_forms(arena, &found, &service->persyaratan);
    for (guint i = 0; i < service->translations.n; i++)
        add_word(arena, &found, service->translations.items[i].judul);
    return keep_texts(arena, &found);
}

static guint
count_changes(const Service *service)
{
    guint n = 0;
    for (guint i = 0; i < service->riwayat.n; i++)
        n += service->riwayat.items[i].n > 0;
    return MIN(n, (guint)CARD_CHANGES);
}

static void
fill_changes(Arena *arena, const Service *service, ServiceCard *out)
{
    guint n = count_changes(service);
    if (n == 0)
        return;
    g_autoptr(GString) line = g_string_new(NULL);
    out->changes = arena_alloc(arena, n * sizeof *out->changes);
    for (guint i = 0; i < service->riwayat.n && out->n_changes < n; i++) {
        const History *entry = &service->riwayat.items[i];
        g_string_truncate(line, 0);
        history_append_line(entry, line);
        if (entry->n > 0)
            out->changes[out->n_changes++] = (CardChange){entry->date, copy(arena, line->str)};
    }
}

static void
fill_service(Arena *keep, Arena *arena, const Service *service, ServiceCard *out)
{
    guint n = service->n_persyaratan;
    fill_facts(keep, arena, service, out);
    out->judul = copy(arena, text_str(service->judul));
    out->page = service->path;
    out->ringkasan = copy(arena, text_str(service->ringkasan));
    out->layanan_serupa = copy_common(arena, text_str(service->layanan_serupa));
    out->status = (guint)service->status;
    out->belum_berlaku = service->belum_berlaku;
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
    if (*out->layanan_serupa)
        fill_papers(arena, service, out);
    out->dicari = search_words_of(keep, arena, service);
    fill_changes(arena, service, out);
    out->updated = service_date(service);
}

static void
fill_files_above(Arena *arena, const Agency *agency, CardTexts *out)
{
    out->items = arena_alloc(arena, agency->n_files * sizeof *out->items);
    for (guint i = 0; i < agency->n_files; i++) {
        if (!path_is_below(agency->files[i], agency->path))
            out->items[out->n++] = copy(arena, agency->files[i]);
    }
}

/* The agency's own channels or, when it names none, those its services name. */
static guint
count_channels(const Agency *agency)
{
    guint n = agency->pengaduan.kanal.n;
    for (guint i = 0; i < agency->services.n && agency->pengaduan.kanal.n == 0; i++) {
        if (service_is_listed(&agency->services.items[i]))
            n += agency->services.items[i].pengaduan.kanal.n;
    }
    return n;
}

/* Other words a search for the agency may use. */
static const char *
search_words(Arena *arena, const Agency *agency)
{
    g_autofree char *words =
        g_strconcat(text_str(agency->instansi_induk), " ", text_str(agency->alamat), NULL);
    return copy(arena, words);
}

AgencyCard *
card_make(Arena *arena, const Agency *agency)
{
    g_autoptr(Arena) keep = arena_new();
    AgencyCard *card = arena_new0(arena, AgencyCard);
    const Region *region = agency->region;
    card->path = copy(arena, agency->path);
    card->nama = copy(arena, text_str(agency->nama));
    card->nama_lengkap = copy(arena, agency_full_name(keep, agency));
    card->region = copy_common(arena, region != NULL ? region->path : "");
    card->region_nama = copy_common(arena, region != NULL ? text_str(region->nama) : "");
    card->wilayah = copy_common(arena, text_str(agency->wilayah));
    card->warna = copy_common(arena, text_str(agency->warna));
    card->search_words = search_words(arena, agency);
    card->n_kanal = count_channels(agency);
    card->updated = agency_date(agency);
    card->alamat_lama = copy_texts(arena, &agency->alamat_lama);
    fill_files_above(arena, agency, &card->files_above);
    card->n_services = agency->services.n;
    card->services = arena_alloc(arena, agency->services.n * sizeof *card->services);
    for (guint i = 0; i < agency->services.n; i++)
        fill_service(keep, arena, &agency->services.items[i], &card->services[i]);
    return card;
}
