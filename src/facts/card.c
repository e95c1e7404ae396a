#include "facts/card.h"
#include "base/borrow.h"
#include "base/path.h"
#include "facts/agency.h"
#include "facts/condition.h"
#include "facts/fee.h"
#include "facts/product.h"
#include "facts/time.h"
#include "facts/variant.h"
#include "model/dates.h"
#include "model/history.h"
#include <string.h>

static CardTexts
texts_of(Arena *arena, const TextList *list)
{
    CardTexts out = {arena_alloc(arena, list->n * sizeof *out.items), 0};
    for (guint i = 0; i < list->n; i++) {
        if (text_has_words(list->items[i]))
            out.items[out.n++] = list->items[i].str;
    }
    return out;
}

static void
collect_requirements(const RequirementList *list, CardTexts *out, guint room)
{
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        if (req->butir.n > 0)
            collect_requirements(&req->butir, out, room);
        else if (out->n < room)
            out->items[out->n++] = text_str(req->teks);
    }
}

static void
add_paper(GArray *out, CardPaperKind kind, const Requirement *req)
{
    CardPaper paper = {
        .kind = kind,
        .teks = text_str(kind == PAPER_GROUP ? req->kelompok : req->teks),
        .untuk = condition_whom(req->untuk),
        .bila = condition_when(req->bila),
        .jumlah = text_str(req->jumlah),
        .formulir = text_str(req->formulir),
    };
    g_array_append_val(out, paper);
}

static void
add_papers(const RequirementList *list, CardPaperKind kind, GArray *out)
{
    for (guint i = 0; i < list->n; i++) {
        const Requirement *req = &list->items[i];
        gboolean group = req->butir.n > 0;
        add_paper(out, group ? PAPER_GROUP : kind, req);
        add_papers(&req->butir, PAPER_ITEM, out);
        add_papers(&req->rincian, PAPER_PART, out);
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
        CardPaper name = {PAPER_VARIANT, text_str(whole.nama), "", "", "", ""};
        g_array_append_val(papers, name);
        add_papers(&whole.persyaratan, PAPER_ITEM, papers);
    }
    if (!differ)
        add_papers(&service->persyaratan, PAPER_ITEM, papers);
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
fill_time(Arena *arena, const Service *service, CardTime *out)
{
    TimeFact time;
    time_fact_of_service(arena, service, FALSE, &time);
    *out = (CardTime){
        .ada = time.any,
        .banyak = time.many,
        .tiap_langkah = time.on_steps,
        .ambigu = time.ambiguous,
        .inti = time.text,
        .untuk = time.whom,
        .sort_minutes = time_sort_minutes(service),
    };
}

static void
fill_fee(Arena *arena, const Service *service, CardFee *out)
{
    FeeFact fee;
    fee_fact_of_service(arena, service, FALSE, &fee);
    *out = (CardFee){
        .said = (guint)fee.said,
        .class = (guint)fee_class(arena, service),
        .noted = fee.said == FEE_SAID_FREE && *fee.note,
        .inti = fee.text,
        .satuan = fee.unit,
    };
}

static void
fill_facts(Arena *arena, const Service *service, ServiceCard *out)
{
    const char *product = "";
    product_texts(arena, &service->produk, &product, 1);
    out->hasil = product;
    fill_time(arena, service, &out->waktu);
    fill_fee(arena, service, &out->biaya);
}

static void
add_word(CardTexts *out, Text text)
{
    if (text_has_words(text))
        out->items[out->n++] = text.str;
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
add_forms(CardTexts *out, const RequirementList *list)
{
    for (guint i = 0; i < list->n; i++) {
        add_word(out, list->items[i].formulir);
        add_forms(out, &list->items[i].butir);
    }
}

/* Those a translation does not take from its original. */
static const TextList *
own_keywords(const Service *translation)
{
    static const TextList NONE = {NULL, 0};
    return translation->kata_kunci.items != translation->original->kata_kunci.items
               ? &translation->kata_kunci
               : &NONE;
}

static CardTexts
search_words_of(Arena *arena, const Service *service)
{
    guint n = count_requirements(&service->persyaratan);
    for (guint i = 0; i < service->varian.n; i++)
        n += 1 + count_requirements(&service->varian.items[i].persyaratan);
    for (guint i = 0; i < service->translations.n; i++)
        n += 1 + own_keywords(&service->translations.items[i])->n;
    CardTexts found = {arena_alloc(arena, n * sizeof *found.items), 0};
    for (guint i = 0; i < service->varian.n; i++) {
        add_word(&found, service->varian.items[i].nama);
        add_forms(&found, &service->varian.items[i].persyaratan);
    }
    add_forms(&found, &service->persyaratan);
    for (guint i = 0; i < service->translations.n; i++) {
        const TextList *keywords = own_keywords(&service->translations.items[i]);
        add_word(&found, service->translations.items[i].judul);
        for (guint k = 0; k < keywords->n; k++)
            add_word(&found, keywords->items[k]);
    }
    return found;
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
            out->changes[out->n_changes++] =
                (CardChange){entry->date, arena_strndup(arena, line->str, line->len)};
    }
}

static void
fill_service(Arena *arena, const Service *service, ServiceCard *out)
{
    guint n = service->n_persyaratan;
    fill_facts(arena, service, out);
    out->judul = text_str(service->judul);
    out->page = service->path;
    out->ringkasan = text_str(service->ringkasan);
    out->layanan_serupa = text_str(service->layanan_serupa);
    out->status = (guint)service->status;
    out->belum_berlaku = service->belum_berlaku;
    out->n_syarat = n;
    out->n_langkah = service->n_langkah;
    out->components = component_bits(service);
    out->keperluan = texts_of(arena, &service->keperluan);
    out->peristiwa = texts_of(arena, &service->peristiwa);
    out->kata_kunci = texts_of(arena, &service->kata_kunci);
    out->alamat_lama = texts_of(arena, &service->alamat_lama);
    out->syarat.items = arena_alloc(arena, n * sizeof *out->syarat.items);
    collect_requirements(&service->persyaratan, &out->syarat, n);
    out->languages.items =
        arena_alloc(arena, service->translations.n * sizeof *out->languages.items);
    for (guint i = 0; i < service->translations.n; i++)
        out->languages.items[out->languages.n++] = service->translations.items[i].lang;
    if (*out->layanan_serupa)
        fill_papers(arena, service, out);
    out->dicari = search_words_of(arena, service);
    fill_changes(arena, service, out);
    out->updated = service_date(service);
}

static void
fill_files_above(Arena *arena, const Agency *agency, CardTexts *out)
{
    out->items = arena_alloc(arena, agency->n_files * sizeof *out->items);
    for (guint i = 0; i < agency->n_files; i++) {
        if (!path_is_below(agency->files[i], agency->path))
            out->items[out->n++] = agency->files[i];
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
    return arena_concat(arena, text_str(agency->instansi_induk), " ", text_str(agency->alamat),
                        NULL);
}

/* ---- what all of them say together ---- */

static void
add_once(GHashTable *seen, CardTexts *out, const char *text)
{
    if (*text != '\0' && g_hash_table_add(seen, BORROW(text)))
        out->items[out->n++] = text;
}

static void
count_service(const ServiceCard *service, CardCounts *counts)
{
    enum { DELIVERY = 0x3F, ALL = 0x3FFF };
    counts->listed++;
    counts->free += service->biaya.class == FEE_CLASS_FREE;
    counts->paid += service->biaya.class == FEE_CLASS_PAID;
    counts->other_fee += service->biaya.class == FEE_CLASS_OTHER;
    counts->delivery += (service->components & DELIVERY) == (guint)DELIVERY;
    counts->complete += (service->components & ALL) == (guint)ALL;
}

void
card_sum_up(Arena *arena, AgencyCard *card)
{
    g_autoptr(GHashTable) compared = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) events = g_hash_table_new(g_str_hash, g_str_equal);
    guint n_events = 0;
    for (guint i = 0; i < card->n_services; i++)
        n_events += card->services[i].peristiwa.n;
    card->counts = (CardCounts){0};
    card->compared = (CardTexts){arena_alloc(arena, card->n_services * sizeof(char *)), 0};
    card->events = (CardTexts){arena_alloc(arena, n_events * sizeof(char *)), 0};
    for (guint i = 0; i < card->n_services; i++) {
        const ServiceCard *service = &card->services[i];
        if (service->status == STATUS_DICABUT)
            continue;
        count_service(service, &card->counts);
        add_once(compared, &card->compared, service->layanan_serupa);
        for (guint k = 0; k < service->peristiwa.n; k++)
            add_once(events, &card->events, service->peristiwa.items[k]);
    }
}

AgencyCard *
card_make(Arena *arena, const Agency *agency)
{
    AgencyCard *card = arena_new0(arena, AgencyCard);
    const Region *region = agency->region;
    card->path = agency->path;
    card->nama = text_str(agency->nama);
    card->nama_lengkap = agency_full_name(arena, agency);
    card->region = region != NULL ? region->path : "";
    card->region_nama = region != NULL ? text_str(region->nama) : "";
    card->region_jenis = region != NULL ? text_str(region->jenis) : "";
    card->wilayah = text_str(agency->wilayah);
    card->warna = text_str(agency->warna);
    card->search_words = search_words(arena, agency);
    card->n_kanal = count_channels(agency);
    card->updated = agency_date(agency);
    card->alamat_lama = texts_of(arena, &agency->alamat_lama);
    fill_files_above(arena, agency, &card->files_above);
    card->n_services = agency->services.n;
    card->services = arena_alloc(arena, agency->services.n * sizeof *card->services);
    for (guint i = 0; i < agency->services.n; i++)
        fill_service(arena, &agency->services.items[i], &card->services[i]);
    card_sum_up(arena, card);
    return card;
}
