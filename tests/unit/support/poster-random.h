/**
 * Contents nobody would write, for the layout test: any number of anything, texts of any length,
 * words wider than a column, other scripts. The same seed gives the same content. What is made
 * lives in the arena.
 */
#pragma once
#include "base/arena.h"
#include "paper/poster.h"

static const char *const WORDS_POOL[] = {
    "pemohon",
    "menyampaikan",
    "surat",
    "permohonan",
    "yang",
    "dan",
    "di",
    "ke",
    "dari",
    "perundang-undangan",
    "kelengkapan",
    "berkas",
    "fotokopi",
    "KTP-el",
    "Kartu",
    "Keluarga",
    "bermeterai",
    "Rp10.000",
    "(dua)",
    "lembar;",
    "dipertanggungjawabkan",
    "instansi/lembaga",
    "memverifikasi",
    "Kepala",
    "Dinas",
    "Penanaman",
    "Modal",
    "Pelayanan",
    "Terpadu",
    "Satu",
    "Pintu",
    "a.n.",
    "1",
    "14",
    "hari",
    "https://dinas.contoh.go.id/berkas/formulir-permohonan.pdf",
    "keterangan",
    "\xC3\xA9lan",
    "\xE2\x80\x9Ctepat\xE2\x80\x9D",
    "\xE2\x80\x93",
    "MempertanggungjawabkanPenyelenggaraanPemerintahanDaerah",
    "\xEA\xA6\xB2\xEA\xA6\xAE\xEA\xA6\x8F\xEA\xA6\xB8\xEA\xA6\x81",
    "\xE1\xAC\xAC\xE1\xAC\xAE\xE1\xAC\xB6\xE1\xAC\x83",
    "\xE1\xAE\x9E\xE1\xAE\xA5\xE1\xAE\x94\xE1\xAE\xAA"};

typedef struct Dice {
    GRand *rand;
    Arena *arena;
    guint number;
} Dice;

static guint
roll(Dice *dice, guint below)
{
    return below > 0 ? (guint)g_rand_int_range(dice->rand, 0, (gint32)below) : 0;
}

/* Mostly short, sometimes very long. */
static guint
roll_long(Dice *dice, guint usual, guint most)
{
    return roll(dice, 12) == 0 ? roll(dice, most) : roll(dice, usual);
}

static const char *
random_text(Dice *dice, guint n_words)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < MAX(n_words, 1u); i++) {
        if (i > 0)
            g_string_append_c(text, ' ');
        g_string_append(text, WORDS_POOL[roll(dice, G_N_ELEMENTS(WORDS_POOL))]);
    }
    return arena_strndup(dice->arena, text->str, text->len);
}

static const char *
random_number(Dice *dice)
{
    g_autofree char *number = g_strdup_printf("%u", ++dice->number);
    return arena_strndup(dice->arena, number, strlen(number));
}

static const FlowDetail *
random_details(Dice *dice, guint *n)
{
    *n = roll(dice, 10) == 0 ? roll(dice, 5) : 0;
    FlowDetail *details = arena_alloc(dice->arena, sizeof *details * (*n + 1));
    for (guint i = 0; i < *n; i++)
        details[i] = (FlowDetail){"a.", random_text(dice, 1 + roll(dice, 12))};
    return details;
}

static FlowStep *random_steps(Dice *dice, guint n, guint depth);

static const FlowBranch *
random_branches(Dice *dice, guint depth, guint *n)
{
    *n = 1 + roll(dice, 3);
    FlowBranch *branches = arena_alloc(dice->arena, sizeof *branches * *n);
    for (guint i = 0; i < *n; i++) {
        FlowBranch *b = &branches[i];
        b->label = random_text(dice, 1 + roll_long(dice, 4, 14));
        b->details = random_details(dice, &b->n_details);
        if (roll(dice, 2) == 0)
            b->outcome = random_text(dice, 1 + roll(dice, 14));
        else
            b->steps = random_steps(dice, b->n_steps = 1 + roll(dice, 3), depth + 1);
        b->end = roll(dice, 5) == 0 ? "selesai" : NULL;
        b->ends = b->end != NULL;
    }
    return branches;
}

static FlowStep *
random_steps(Dice *dice, guint n, guint depth)
{
    FlowStep *steps = arena_alloc(dice->arena, sizeof *steps * (n + 1));
    for (guint i = 0; i < n; i++) {
        FlowStep *s = &steps[i];
        s->field = "prosedur";
        if (depth == 0 && roll(dice, 30) == 0) {
            s->heading = random_text(dice, 1 + roll(dice, 5));
            continue;
        }
        s->number = random_number(dice);
        s->when = roll(dice, 12) == 0 ? "Bila diperlukan:" : NULL;
        s->actor = roll(dice, 3) > 0 ? random_text(dice, 1 + roll(dice, 4)) : NULL;
        s->text = random_text(dice, 1 + roll_long(dice, 16, 60));
        s->details = random_details(dice, &s->n_details);
        s->time = roll(dice, 6) == 0 ? "(1 hari kerja)" : NULL;
        s->end = roll(dice, 15) == 0 ? "kembali ke langkah 1" : NULL;
        if (roll(dice, depth == 0 ? 9 : 7) == 0 && depth < 3)
            s->branches = random_branches(dice, depth, &s->n_branches);
    }
    return steps;
}

static inline PosterItem *
random_items(Dice *dice, guint n, const char *field)
{
    PosterItem *items = arena_alloc(dice->arena, sizeof *items * (n + 1));
    for (guint i = 0; i < n; i++) {
        PosterItem *item = &items[i];
        item->field = field;
        if (roll(dice, 25) == 0) {
            item->heading = random_text(dice, 1 + roll(dice, 6));
            continue;
        }
        item->label = random_text(dice, 1 + roll(dice, 3));
        item->lead = roll(dice, 6) == 0 ? "Untuk badan hukum:" : NULL;
        item->text = random_text(dice, 1 + roll_long(dice, 14, 70));
        item->other = roll(dice, 8) == 0 ? "(2 lembar)" : NULL;
        item->details = random_details(dice, &item->n_details);
    }
    return items;
}

static inline PosterItem *
random_channels(Dice *dice, guint n)
{
    static const char *const VALUES[] = {"(0343) 427605", "dinas.sosial.kabupaten@contoh.go.id",
                                         "https://www.lapor.go.id/", "@dinas_sosial_contoh"};
    PosterItem *items = arena_alloc(dice->arena, sizeof *items * (n + 1));
    for (guint i = 0; i < n; i++)
        items[i] =
            (PosterItem){.field = "pengaduan.kanal",
                         .label = random_text(dice, 1 + roll(dice, 3)),
                         .text = roll(dice, 4) == 0 ? random_text(dice, roll(dice, 20))
                                                    : VALUES[roll(dice, G_N_ELEMENTS(VALUES))],
                         .href = "https://contoh.go.id/"};
    return items;
}

static inline void
random_facts(Dice *dice, PosterContent *c)
{
    c->n_facts = 3;
    c->facts[0] = (PosterFact){
        .slot = SLOT_TIME, .field = "waktu", .icon = ICON_TIME, .label = "Waktu penyelesaian"};
    if (roll(dice, 3) > 0) {
        c->facts[0].number = roll(dice, 2) == 0 ? "14"
                                                : "30\xE2\x80\x93"
                                                  "45";
        c->facts[0].unit = random_text(dice, 1 + roll(dice, 8));
        c->facts[0].before = roll(dice, 4) == 0 ? "selambat-lambatnya" : NULL;
    } else {
        c->facts[0].value = random_text(dice, 1 + roll_long(dice, 10, 80));
    }
    c->facts[1] = (PosterFact){.slot = SLOT_FEE,
                               .field = "biaya",
                               .icon = ICON_FEE,
                               .label = "Biaya",
                               .value = random_text(dice, 1 + roll_long(dice, 5, 80))};
    c->facts[2] = (PosterFact){.slot = SLOT_PRODUCT,
                               .field = "produk",
                               .icon = ICON_PRODUCT,
                               .label = "Produk pelayanan",
                               .value = random_text(dice, 1 + roll_long(dice, 8, 120))};
}

static inline PosterContent
random_content(Dice *dice)
{
    PosterContent c = {.agency = random_text(dice, 1 + roll(dice, 10)),
                       .title = random_text(dice, 1 + roll_long(dice, 7, 30))};
    c.government = roll(dice, 8) > 0 ? random_text(dice, 1 + roll(dice, 6)) : NULL;
    c.pill = roll(dice, 10) > 0 ? "STANDAR PELAYANAN" : NULL;
    random_facts(dice, &c);
    guint n_ticks = roll_long(dice, 9, 61), n_steps = roll_long(dice, 12, 41);
    c.sections[0] = (PosterSection){.slot = SLOT_REQUIREMENTS,
                                    .kind = SECTION_TICKS,
                                    .heading = "Persyaratan",
                                    .items = random_items(dice, n_ticks, "persyaratan"),
                                    .n = n_ticks,
                                    .empty = "Persyaratan belum dicantumkan."};
    c.sections[1] = (PosterSection){.slot = SLOT_PROCEDURE,
                                    .kind = SECTION_FLOW,
                                    .heading = "Prosedur",
                                    .steps = random_steps(dice, n_steps, 0),
                                    .n = n_steps,
                                    .empty = "Prosedur belum dicantumkan."};
    c.n_sections = 2;
    if (roll(dice, 6) == 0) {
        guint n = 1 + roll(dice, 12);
        c.sections[c.n_sections++] =
            (PosterSection){.slot = SLOT_FEE_TABLE,
                            .kind = SECTION_TABLE,
                            .heading = "Rincian biaya",
                            .columns = {"Untuk", "Tarif", NULL},
                            .items = random_items(dice, n, "biaya.tarif"),
                            .n = n};
    }
    c.channels_heading = "Ada keluhan? Sampaikan ke sini";
    c.n_channels = roll_long(dice, 8, 13);
    c.channels = random_channels(dice, c.n_channels);
    c.fine[0] = (PosterFine){random_text(dice, 1 + roll(dice, 8)), NULL, SLOT_DECREE};
    c.fine[1] = (PosterFine){"contoh.go.id/layanan.html", "https://contoh.go.id/layanan.html",
                             SLOT_URL};
    c.fine[2] = (PosterFine){random_text(dice, 1 + roll(dice, 20)), NULL, SLOT_ADDRESS};
    c.n_fine = 3;
    c.url = roll(dice, 5) > 0 ? "https://contoh.go.id/layanan.html" : NULL;
    return c;
}
