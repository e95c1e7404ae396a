/*
 * Cards for tests of shared pages, from a table of one line a service; and a sink that keeps what it is given.
 */
#pragma once
#include "base/fs.h"
#include "facts/card.h"
#include "model/charter.h"
#include "page/render.h"
#include <string.h>

typedef struct CardRow {
    const char *agency, *nama, *region,
        *region_nama; /* as in AgencyCard; same agency: one card */
    const char *page, *judul;
    const char *topics, *events, *similar; /* words between spaces; NULL = none */
    gint64 minutes;                        /* 0 = none */
    ServiceStatus status;
    const char *keywords; /* one keyword */
    gint16 year;          /* reviewed on the 5th of February; 0 = undated */
} CardRow;

typedef struct Cards {
    Arena *arena;
    int dir;
    Shelf *shelf;
    const AgencyCard *items[64];
    guint n;
} Cards;

static inline CardTexts
card_texts(Arena *arena, const char *words)
{
    CardTexts out = {NULL, 0};
    if (words == NULL)
        return out;
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    out.items = arena_alloc(arena, g_strv_length(parts) * sizeof *out.items);
    for (; parts[out.n] != NULL; out.n++)
        out.items[out.n] = arena_strndup(arena, parts[out.n], strlen(parts[out.n]));
    return out;
}

static inline const char *
or_empty(const char *text)
{
    return text != NULL ? text : "";
}

static inline ServiceCard
card_of(Arena *arena, const CardRow *row)
{
    ServiceCard card = {
        .judul = row->judul,
        .page = row->page,
        .hasil = "",
        .ringkasan = "",
        .layanan_serupa = or_empty(row->similar),
        .waktu = {.ada = row->minutes > 0,
                  .inti = row->minutes > 0 ? "1 jam" : "",
                  .untuk = "",
                  .sort_minutes = row->minutes > 0 ? row->minutes : G_MAXINT64},
        .biaya = {.said = 1, .inti = "", .satuan = ""}, /* free */
        .status = row->status,
        .components = 0x3F,
        .keperluan = card_texts(arena, row->topics),
        .peristiwa = card_texts(arena, row->events),
    };
    if (row->keywords != NULL) {
        card.kata_kunci = (CardTexts){arena_alloc(arena, sizeof(char *)), 1};
        card.kata_kunci.items[0] = row->keywords;
    }
    if (row->year != 0)
        card.updated = (Date){row->year, 2, 5};
    return card;
}

/* As in a country's build: the services stand in a file. */
static inline void
card_away(Cards *cards, guint i)
{
    AgencyCard *card = (AgencyCard *)(guintptr)cards->items[i];
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    guint32 *starts = arena_alloc(cards->arena, (card->n_services + 1) * sizeof *starts);
    card_sum_up(cards->arena, card);
    card_write(card, bytes, starts);
    cards->items[i] = card_put_away(bytes, starts, cards->shelf, cards->arena);
}

static inline void
cards_open(Cards *cards, const CardRow *rows, guint n)
{
    *cards = (Cards){.arena = arena_new(), .dir = fs_open_dir(FS_CWD, g_get_tmp_dir(), NULL)};
    cards->shelf = shelf_new(cards->dir, 0);
    for (guint i = 0; i < n; i++) {
        AgencyCard *card = NULL;
        for (guint k = 0; k < cards->n; k++)
            if (strcmp(cards->items[k]->path, rows[i].agency) == 0)
                card = (AgencyCard *)(guintptr)cards->items[k];
        if (card == NULL) {
            card = arena_new0(cards->arena, AgencyCard);
            *card = (AgencyCard){.path = rows[i].agency,
                                 .nama = rows[i].nama,
                                 .nama_lengkap = rows[i].nama,
                                 .region = or_empty(rows[i].region),
                                 .region_nama = or_empty(rows[i].region_nama),
                                 .region_jenis =
                                     rows[i].region_nama != NULL &&
                                             g_str_has_prefix(rows[i].region_nama, "Kabupaten ")
                                         ? "kabupaten"
                                         : "",
                                 .wilayah = "",
                                 .warna = "",
                                 .search_words = ""};
            card->services = arena_alloc(cards->arena, n * sizeof *card->services);
            cards->items[cards->n++] = card;
        }
        if (rows[i].page != NULL)
            card->services[card->n_services++] = card_of(cards->arena, &rows[i]);
        if (rows[i].year > card->updated.year)
            card->updated = (Date){rows[i].year, 2, 5};
    }
    for (guint i = 0; i < cards->n; i++)
        card_away(cards, i);
}

static inline void
cards_close(Cards *cards)
{
    shelf_free(cards->shelf);
    fs_close_dir(cards->dir);
    arena_free(cards->arena);
}

/* ---- a sink that keeps every output ---- */

typedef struct KeptOutput {
    char *path, *text;
    gsize len;
} KeptOutput;

typedef struct Kept {
    GArray *items; /* KeptOutput, in the order they came */
    guint stop_at; /* stops the rendering at this output; 0 = never */
} Kept;

static inline gboolean
kept_put(gpointer data, const char *path, const char *bytes, gsize len)
{
    Kept *kept = data;
    KeptOutput output = {g_strdup(path), g_strndup(bytes, len), len};
    g_array_append_val(kept->items, output);
    return kept->stop_at == 0 || kept->items->len < kept->stop_at;
}

static inline void
kept_open(Kept *kept)
{
    *kept = (Kept){.items = g_array_new(FALSE, FALSE, sizeof(KeptOutput))};
}

static inline void
kept_close(Kept *kept)
{
    for (guint i = 0; i < kept->items->len; i++) {
        g_free(g_array_index(kept->items, KeptOutput, i).path);
        g_free(g_array_index(kept->items, KeptOutput, i).text);
    }
    g_array_unref(kept->items);
}

/* The text of one output, or NULL; an output that came twice fails the test. */
static inline const char *
kept_text(const Kept *kept, const char *path)
{
    const char *text = NULL;
    for (guint i = 0; i < kept->items->len; i++) {
        const KeptOutput *output = &g_array_index(kept->items, KeptOutput, i);
        if (strcmp(output->path, path) != 0)
            continue;
        g_assert_null(text);
        text = output->text;
    }
    return text;
}
