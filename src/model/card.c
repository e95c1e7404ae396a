#include "model/card.h"
#include "base/pack.h"

static void
pass_texts(Pack *s, CardTexts *texts)
{
    texts->items = pack_items(s, &texts->n, texts->items, sizeof *texts->items);
    for (guint i = 0; i < texts->n; i++)
        pack_common_text(s, &texts->items[i]);
}

static void
pass_date(Pack *s, Date *date)
{
    gint64 number = date->year * 10000 + date->month * 100 + date->day;
    pack_number(s, &number);
    *date =
        (Date){(gint16)(number / 10000), (guint8)(number / 100 % 100), (guint8)(number % 100)};
}

static void
pass_papers(Pack *s, ServiceCard *card)
{
    card->papers = pack_items(s, &card->n_papers, card->papers, sizeof *card->papers);
    for (guint i = 0; i < card->n_papers && !s->bad; i++) {
        CardPaper *paper = &card->papers[i];
        pack_uint(s, &paper->kind);
        pack_common_text(s, &paper->teks);
        pack_common_text(s, &paper->untuk);
        pack_common_text(s, &paper->bila);
        pack_common_text(s, &paper->jumlah);
        pack_common_text(s, &paper->formulir);
    }
}

static void
pass_changes(Pack *s, ServiceCard *card)
{
    card->changes = pack_items(s, &card->n_changes, card->changes, sizeof *card->changes);
    for (guint i = 0; i < card->n_changes && !s->bad; i++) {
        pass_date(s, &card->changes[i].date);
        pack_text(s, &card->changes[i].text);
    }
}

/* What lists show of a service. */
static void
pass_brief(Pack *s, ServiceCard *card)
{
    pack_text(s, &card->judul);
    pack_text(s, &card->page);
    pack_common_text(s, &card->hasil);
    pack_text(s, &card->ringkasan);
    pack_common_text(s, &card->layanan_serupa);
    pack_bool(s, &card->waktu.ada);
    pack_bool(s, &card->waktu.banyak);
    pack_bool(s, &card->waktu.tiap_langkah);
    pack_bool(s, &card->waktu.ambigu);
    pack_common_text(s, &card->waktu.inti);
    pack_common_text(s, &card->waktu.untuk);
    pack_number(s, &card->waktu.sort_minutes);
    pack_uint(s, &card->biaya.said);
    pack_uint(s, &card->biaya.class);
    pack_bool(s, &card->biaya.noted);
    pack_common_text(s, &card->biaya.inti);
    pack_common_text(s, &card->biaya.satuan);
    pack_uint(s, &card->status);
    pack_bool(s, &card->belum_berlaku);
}

static void
pass_service(Pack *s, ServiceCard *card)
{
    pass_brief(s, card);
    pack_uint(s, &card->n_syarat);
    pack_uint(s, &card->n_langkah);
    pack_uint(s, &card->components);
    pass_texts(s, &card->keperluan);
    pass_texts(s, &card->peristiwa);
    pass_texts(s, &card->kata_kunci);
    pass_texts(s, &card->syarat);
    pass_texts(s, &card->alamat_lama);
    pass_texts(s, &card->languages);
    pass_texts(s, &card->dicari);
    pass_papers(s, card);
    pass_changes(s, card);
    pass_date(s, &card->updated);
}

static void
pass_counts(Pack *s, CardCounts *counts)
{
    pack_uint(s, &counts->listed);
    pack_uint(s, &counts->free);
    pack_uint(s, &counts->paid);
    pack_uint(s, &counts->other_fee);
    pack_uint(s, &counts->delivery);
    pack_uint(s, &counts->complete);
}

/* All but the services. */
static void
pass_head(Pack *s, AgencyCard *card)
{
    pack_text(s, &card->path);
    pack_text(s, &card->nama);
    pack_text(s, &card->nama_lengkap);
    pack_common_text(s, &card->region);
    pack_common_text(s, &card->region_nama);
    pack_common_text(s, &card->region_jenis);
    pack_common_text(s, &card->wilayah);
    pack_common_text(s, &card->warna);
    pack_text(s, &card->search_words);
    pack_uint(s, &card->n_kanal);
    pass_date(s, &card->updated);
    pass_texts(s, &card->alamat_lama);
    pass_texts(s, &card->files_above);
    pass_texts(s, &card->compared);
    pass_texts(s, &card->events);
    pass_counts(s, &card->counts);
}

void
card_write(const AgencyCard *card, GByteArray *out, guint32 *starts)
{
    Pack s = {.out = out};
    AgencyCard copy = *card;
    pass_head(&s, &copy);
    pack_items(&s, &copy.n_services, copy.services, sizeof *copy.services);
    if (starts != NULL)
        starts[0] = out->len;
    for (guint i = 0; i < copy.n_services; i++) {
        pass_service(&s, &copy.services[i]);
        if (starts != NULL)
            starts[i + 1] = out->len;
    }
}

AgencyCard *
card_read(Arena *arena, const guint8 *bytes, gsize len)
{
    Pack s = {.arena = arena, .at = bytes, .end = bytes + len};
    AgencyCard *card = arena_new0(arena, AgencyCard);
    pass_head(&s, card);
    card->services = pack_items(&s, &card->n_services, NULL, sizeof *card->services);
    for (guint i = 0; i < card->n_services && !s.bad; i++)
        pass_service(&s, &card->services[i]);
    return pack_is_done(&s) ? card : NULL;
}

/* ---- services that are put away ---- */

AgencyCard *
card_put_away(const GByteArray *written, const guint32 *starts, Shelf *shelf, Arena *arena)
{
    Pack head = {.arena = arena, .at = written->data, .end = written->data + written->len};
    AgencyCard *card = arena_new0(arena, AgencyCard);
    pass_head(&head, card);
    pack_uint(&head, &card->n_services);
    card->starts = starts;
    card->shelf = shelf;
    card->place = shelf_put(shelf, written->data, written->len);
    return card;
}

static const ServiceCard unreadable = {
    .judul = "",
    .page = "",
    .hasil = "",
    .ringkasan = "",
    .layanan_serupa = "",
    .waktu = {.inti = "", .untuk = ""},
    .biaya = {.inti = "", .satuan = ""},
};

/* The bytes of services that are put away; NULL: they cannot be read. */
static const guint8 *
get_bytes(const AgencyCard *card, guint first, guint n, Arena *arena)
{
    gsize from = card->starts[first];
    return shelf_get(card->shelf, card->place, from, card->starts[first + n] - from, arena);
}

static const ServiceCard *
read_service(const guint8 *bytes,
             gsize len,
             Arena *arena,
             void (*pass)(Pack *s, ServiceCard *card))
{
    if (bytes == NULL)
        return &unreadable;
    Pack in = {.arena = arena, .at = bytes, .end = bytes + len, .borrow = TRUE};
    ServiceCard *service = arena_new0(arena, ServiceCard);
    pass(&in, service);
    return service;
}

const ServiceCard *
card_service(const AgencyCard *card, guint i, Arena *arena)
{
    if (card->services != NULL)
        return &card->services[i];
    return read_service(get_bytes(card, i, 1, arena), card->starts[i + 1] - card->starts[i],
                        arena, pass_service);
}

const ServiceCard *
card_brief(const AgencyCard *card, guint i, Arena *arena)
{
    if (card->services != NULL)
        return &card->services[i];
    return read_service(get_bytes(card, i, 1, arena), card->starts[i + 1] - card->starts[i],
                        arena, pass_brief);
}

const ServiceCard **
card_services(const AgencyCard *card, Arena *arena)
{
    const guint32 *starts = card->starts;
    const ServiceCard **out = arena_alloc(arena, card->n_services * sizeof *out);
    const guint8 *bytes = card->services == NULL && card->n_services > 0
                              ? get_bytes(card, 0, card->n_services, arena)
                              : NULL;
    for (guint i = 0; i < card->n_services; i++)
        out[i] = card->services != NULL
                     ? &card->services[i]
                     : read_service(bytes != NULL ? bytes + (starts[i] - starts[0]) : NULL,
                                    starts[i + 1] - starts[i], arena, pass_service);
    return out;
}

AgencyCard *
card_outreach(const AgencyCard *card, Arena *arena)
{
    g_autofree ServiceCard *services = g_new(ServiceCard, card->n_services + 1);
    AgencyCard some = *card;
    some.services = services;
    some.n_services = 0;
    for (guint i = 0; i < card->n_services; i++) {
        if (card->services[i].alamat_lama.n > 0)
            services[some.n_services++] = card->services[i];
    }
    if (some.n_services == 0 && card->alamat_lama.n == 0 && card->files_above.n == 0)
        return NULL;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    card_write(&some, bytes, NULL);
    return card_read(arena, bytes->data, bytes->len);
}
