#include "model/card.h"
#include <string.h>

/* One description serves writing and reading: numbers as 8 bytes little-endian, texts with length and NUL. */
typedef struct Stream {
    GByteArray *out; /* writing; NULL = reading */
    Arena *arena;
    const guint8 *at, *end;
    gboolean bad;
} Stream;

static void
pass_number(Stream *s, gint64 *value)
{
    guint8 bytes[8];
    if (s->out != NULL) {
        for (guint i = 0; i < 8; i++)
            bytes[i] = (guint8)((guint64)*value >> (8 * i));
        g_byte_array_append(s->out, bytes, 8);
        return;
    }
    guint64 number = 0;
    if (s->end - s->at < 8) {
        s->bad = TRUE;
    } else {
        for (guint i = 0; i < 8; i++)
            number |= (guint64)s->at[i] << (8 * i);
        s->at += 8;
    }
    *value = (gint64)number;
}

static void
pass_uint(Stream *s, guint *value)
{
    gint64 number = *value;
    pass_number(s, &number);
    s->bad |= number < 0 || number > G_MAXINT32;
    *value = s->bad ? 0 : (guint)number;
}

static void
pass_bool(Stream *s, gboolean *value)
{
    guint number = *value ? 1 : 0;
    pass_uint(s, &number);
    *value = number != 0;
}

static void
pass_text(Stream *s, const char **text)
{
    guint n = s->out != NULL ? (guint)strlen(*text) : 0;
    pass_uint(s, &n);
    if (s->out != NULL) {
        g_byte_array_append(s->out, (const guint8 *)*text, n);
        return;
    }
    if (s->bad || (gsize)(s->end - s->at) < n || memchr(s->at, '\0', n) != NULL) {
        s->bad = TRUE;
        *text = "";
        return;
    }
    *text = arena_strndup(s->arena, (const char *)s->at, n);
    s->at += n;
}

/* The number of items to come; each takes at least 8 bytes, so a damaged number cannot ask for much. */
static void *
pass_count(Stream *s, guint *n, void *items, gsize size)
{
    pass_uint(s, n);
    if (s->out != NULL)
        return items;
    if (*n > (gsize)(s->end - s->at) / 8)
        s->bad = TRUE;
    if (s->bad)
        *n = 0;
    return arena_alloc(s->arena, *n * size);
}

static void
pass_texts(Stream *s, CardTexts *texts)
{
    texts->items = pass_count(s, &texts->n, texts->items, sizeof *texts->items);
    for (guint i = 0; i < texts->n; i++)
        pass_text(s, &texts->items[i]);
}

static void
pass_date(Stream *s, Date *date)
{
    gint64 number = date->year * 10000 + date->month * 100 + date->day;
    pass_number(s, &number);
    *date =
        (Date){(gint16)(number / 10000), (guint8)(number / 100 % 100), (guint8)(number % 100)};
}

static void
pass_service(Stream *s, ServiceCard *card)
{
    pass_text(s, &card->judul);
    pass_text(s, &card->page);
    pass_text(s, &card->hasil);
    pass_text(s, &card->ringkasan);
    pass_text(s, &card->layanan_serupa);
    pass_bool(s, &card->waktu.ada);
    pass_bool(s, &card->waktu.banyak);
    pass_bool(s, &card->waktu.tiap_langkah);
    pass_bool(s, &card->waktu.ambigu);
    pass_text(s, &card->waktu.inti);
    pass_text(s, &card->waktu.untuk);
    pass_number(s, &card->waktu.sort_minutes);
    pass_bool(s, &card->biaya.ada);
    pass_bool(s, &card->biaya.gratis);
    pass_bool(s, &card->biaya.lihat_catatan);
    pass_bool(s, &card->biaya.tabel);
    pass_bool(s, &card->biaya.berumus);
    pass_bool(s, &card->biaya.peraturan);
    pass_text(s, &card->biaya.inti);
    pass_text(s, &card->biaya.satuan);
    pass_uint(s, &card->status);
    pass_uint(s, &card->n_syarat);
    pass_uint(s, &card->n_langkah);
    pass_uint(s, &card->components);
    pass_texts(s, &card->keperluan);
    pass_texts(s, &card->peristiwa);
    pass_texts(s, &card->kata_kunci);
    pass_texts(s, &card->syarat);
    pass_texts(s, &card->alamat_lama);
    pass_texts(s, &card->languages);
    pass_date(s, &card->updated);
}

static void
pass_agency(Stream *s, AgencyCard *card)
{
    pass_text(s, &card->path);
    pass_text(s, &card->nama);
    pass_text(s, &card->nama_lengkap);
    pass_text(s, &card->region);
    pass_text(s, &card->region_nama);
    pass_text(s, &card->wilayah);
    pass_text(s, &card->warna);
    pass_text(s, &card->search_words);
    pass_uint(s, &card->n_kanal);
    pass_date(s, &card->updated);
    pass_texts(s, &card->alamat_lama);
    pass_texts(s, &card->files_above);
    card->services = pass_count(s, &card->n_services, card->services, sizeof *card->services);
    for (guint i = 0; i < card->n_services && !s->bad; i++)
        pass_service(s, &card->services[i]);
}

void
card_write(const AgencyCard *card, GByteArray *out)
{
    Stream s = {.out = out};
    AgencyCard copy = *card;
    pass_agency(&s, &copy);
}

AgencyCard *
card_read(Arena *arena, const guint8 *bytes, gsize len)
{
    Stream s = {.arena = arena, .at = bytes, .end = bytes + len};
    AgencyCard *card = arena_new0(arena, AgencyCard);
    pass_agency(&s, card);
    return s.bad || s.at != s.end ? NULL : card;
}
