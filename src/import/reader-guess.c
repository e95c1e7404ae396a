#include "import/entries.h"
#include "import/likeness.h"
#include "import/list-mark.h"
#include "import/reader-private.h"
#include "import/word-list.h"
#include "text/fold.h"
#include "value/duration.h"
#include <string.h>

/*
 * A text without headings. Its items, lines and sentences are given to components so that two things fit together
 * best: what the words of each say, and the order in which all standards tell their parts. Lists stay together.
 * What says nothing stays of none. The best way is found from unit to unit (Viterbi).
 */

enum {
    N_STATES = G_N_ELEMENTS(component_names), /* 0 = of no component */
    MAX_UNITS = 800,
    SURE = 4,         /* what a unit says at least, then */
    LAST_IN_ORDER = 6 /* of the parts that SIPPN prints */
};

typedef struct Unit {
    Block block;
    ListMark mark;           /* style MARK_NONE without one */
    gboolean heading;        /* "Sarana pengaduan :" and nothing else */
    int says[N_STATES];      /* how much each component is told of */
    int best[N_STATES];      /* of all ways that end here */
    guint8 before[N_STATES]; /* the state before this one on that way */
    guint state;
} Unit;

/* ---- units ---- */

/* Bytes of the first sentence, with its full stop; one behind a letter, a number or an abbreviation ends none. */
static gsize
sentence_len(const char *text)
{
    static const char short_words[] = "no|jl|jln|rp|dr|drg|hj|drs|dra|ir|kab|kec|kel|prov|tgl|"
                                      "telp|tlp|st|sdr|bpk|min|maks|a.n|"
                                      "u.p|s.d|hal|ps|lt|mis";
    for (const char *at = strstr(text, ". "); at != NULL; at = strstr(at + 1, ". ")) {
        const char *word = at;
        while (word > text && word[-1] != ' ')
            word--;
        gunichar next = g_utf8_get_char(at + 2);
        gsize len = (gsize)(at - word);
        if (len > 1 && !word_list_has(short_words, word, len) && !g_ascii_isdigit(at[-1]) &&
            (g_unichar_isupper(next) || next == '('))
            return (gsize)(at + 1 - text);
    }
    return strlen(text);
}

static void
add_unit(GArray *units, const Block *block, const ListMark *mark)
{
    Unit unit = {.block = *block, .mark = *mark};
    g_array_append_val(units, unit);
}

/* Whether a line goes on with the sentence above it. */
static gboolean
goes_on(const Unit *above, const Block *block)
{
    enum { FULL_CHARS = 55 };
    gsize len = strlen(above->block.text);
    if (block->flags & (BLOCK_APART | BLOCK_WHOLE))
        return FALSE;
    return g_unichar_islower(g_utf8_get_char(block->text)) ||
           entries_ends_open(above->block.text, len) ||
           (g_utf8_strlen(above->block.text, -1) >= FULL_CHARS &&
            strchr(".;:!?", above->block.text[len - 1]) == NULL);
}

/* Cuts each unmarked unit into its sentences. */
static GArray *
cut_sentences(Arena *arena, GArray *lines)
{
    GArray *units = g_array_new(FALSE, FALSE, sizeof(Unit));
    for (guint i = 0; i < lines->len; i++) {
        const Unit *line = &g_array_index(lines, Unit, i);
        Block piece = line->block;
        for (const char *at = piece.text; *at != '\0';) {
            gsize len = line->mark.style == MARK_NONE ? sentence_len(at) : strlen(at);
            piece.text = arena_strndup(arena, at, len);
            piece.gap = 0;
            add_unit(units, &piece, &line->mark);
            at += len + strspn(at + len, " ");
            piece.flags = (piece.flags & ~(guint)BLOCK_APART) | BLOCK_WHOLE;
        }
    }
    return units;
}

static GArray *
read_units(Arena *arena, const BlockList *blocks)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(Unit));
    for (guint i = 0; i < blocks->n; i++) {
        const Block *block = &blocks->items[i];
        ListMark mark = {.style = MARK_NONE};
        if (!list_mark_scan(*block->mark != '\0' ? block->mark : block->text, &mark))
            mark = (ListMark){.style = *block->mark != '\0' ? MARK_BULLET : MARK_NONE};
        Unit *above = lines->len > 0 ? &g_array_index(lines, Unit, lines->len - 1) : NULL;
        if (block->flags & (BLOCK_GONE | BLOCK_STRAY))
            continue;
        if (above != NULL && mark.style == MARK_NONE && goes_on(above, block)) {
            g_autoptr(GString) both = g_string_new(above->block.text);
            entries_join(both, block->text);
            above->block.text = arena_strndup(arena, both->str, both->len);
        } else {
            add_unit(lines, block, &mark);
        }
    }
    return cut_sentences(arena, lines);
}

/* ---- what words say ---- */

/* Words that stand in one kind of sentence: one of them says so much, all of them no more than `most`. */
static const struct {
    guint component;
    int each, most;
    const char *words;
} phrases[] = {
    {1, 3, 3,
     "membawa|melampirkan|menyiapkan|menyertakan|dilengkapi|mensyaratkan|berusia|dilampiri|"
     "disiapkan|dibawa|bawa|bawalah|siapkan|siapkanlah|lampirkan|sediakan"},
    {1, 2, 3,
     "fotokopi|fc|ktp|ktp-el|kk|ijazah|akta|pasfoto|meterai|materai|asli|salinan|npwp|kuasa|"
     "pengantar|permohonan|transkrip|kartu|penduduk|sertifikat"},
    {2, 2, 5,
     "datang|mengisi|menyerahkan|mengambil|mendaftar|petugas|pemohon|loket|verifikasi|"
     "memverifikasi|memeriksa|mencetak|menandatangani|diproses|diperiksa|diverifikasi|"
     "menemui|ditandatangani|melapor|menguji|mencatat|mengunggah|menunggu|antrean|antrian|"
     "menuju|membayar|dipanggil|dicetak|diserahkan"},
    {3, 3, 3, "selesai|lama|jangka|maksimal|selambat-lambatnya|memakan|lamanya|rampung"},
    {4, 4, 4, "gratis|dipungut|dikenakan|rp|retribusi|cuma-cuma"},
    {5, 4, 4, "memperoleh|mendapat|mendapatkan|diterbitkan|hasilnya|terbitlah|berhak|output"},
    {6, 3, 4, "hubungi|menghubungi|whatsapp|wa|telepon|telp|email|surel|hotline|lapor"},
    {7, 4, 4, "berdasarkan|sesuai|mengacu|diatur"},
};

static void
say_words(Unit *unit)
{
    int weak[N_STATES] = {0}, said[G_N_ELEMENTS(phrases)] = {0};
    g_autoptr(GString) word = g_string_new(NULL);
    for (const char *at = unit->block.text; fold_next_word(&at, word);) {
        for (guint strong = 0; strong < 2; strong++) {
            guint bits = heading_word_tells(word->str, strong == 0);
            for (guint c = 1; c < N_STATES; c++)
                weak[c] = MAX(weak[c], bits & (1U << c) ? 1 + 2 * (int)strong : 0);
        }
        for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
            if (word_list_has(phrases[i].words, word->str, word->len))
                said[i] = MIN(said[i] + phrases[i].each, phrases[i].most);
    }
    for (guint c = 1; c < N_STATES; c++)
        unit->says[c] += weak[c];
    for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
        unit->says[phrases[i].component] += said[i];
}

static void
say(Arena *arena, Unit *unit)
{
    enum { BY_FORM = 6, BY_HEADING = 40 };
    const char *text = unit->block.text;
    text += *unit->block.mark != '\0' ? 0 : list_mark_len(text);
    gsize label = strcspn(text, ":");
    Heading heading;
    Duration duration;
    guint like = likeness_read(arena, text);
    duration_parse(arena, text, &duration);
    say_words(unit);
    unit->says[3] += duration.kind != DURATION_OPEN;
    for (guint c = 1; c < N_STATES; c++)
        unit->says[c] += like & (1U << c) ? BY_FORM : 0;
    gsize prefix; /* "Persyaratan sebagaimana dimaksud dalam Pasal 5 meliputi:", too */
    unit->heading =
        text[label] == ':' && text[label + 1] == '\0' &&
        (heading_read(text, label, &heading) || heading_read_prefix(text, &heading, &prefix)) &&
        heading.component > 0;
    if (unit->heading)
        unit->says[heading.component] = BY_HEADING;
    unit->says[0] = reader_is_foot(text) || reader_is_signature(text) ? BY_HEADING : 1;
}

/* ---- the best way ---- */

/* What it costs that `to` follows `from` at a unit. */
static int
cost(const Unit *above, const Unit *unit, guint from, guint to)
{
    enum { IN_LIST = 8 };
    gboolean list = unit->mark.style != MARK_NONE && unit->mark.style == above->mark.style &&
                    unit->mark.value != 1 && !above->heading;
    gboolean apart = (unit->block.flags & BLOCK_APART) && unit->mark.value <= 1;
    if (from == to)
        return apart && from > 0 ? 2 : 0;
    int way = to == 0                         ? 4
              : from == 0                     ? 3
              : MAX(from, to) > LAST_IN_ORDER ? 4
              : to == from + 1                ? 2
              : to > from                     ? 3
                                              : 6;
    return way - apart + (list && !apart ? IN_LIST : 0);
}

static void
find_way(GArray *units)
{
    for (guint i = 0; i < units->len; i++) {
        Unit *unit = &g_array_index(units, Unit, i);
        const Unit *above = i > 0 ? &g_array_index(units, Unit, i - 1) : NULL;
        for (guint to = 0; to < N_STATES; to++) {
            unit->best[to] = i == 0 ? (to == 0 ? 0 : -3) : G_MININT;
            for (guint from = 0; above != NULL && from < N_STATES; from++) {
                int now = above->best[from] - cost(above, unit, from, to);
                if (now <= unit->best[to])
                    continue;
                unit->best[to] = now;
                unit->before[to] = (guint8)from;
            }
            unit->best[to] += unit->says[to];
        }
    }
    Unit *last = &g_array_index(units, Unit, units->len - 1);
    guint state = 0;
    for (guint to = 1; to < N_STATES; to++)
        state = last->best[to] > last->best[state] ? to : state;
    for (guint i = units->len; i-- > 0;) {
        Unit *unit = &g_array_index(units, Unit, i);
        unit->state = state;
        state = unit->before[state];
    }
}

/* How many components are told of by words of their own. */
static guint
count_sure(const GArray *units)
{
    guint sure = 0;
    for (guint i = 0; i < units->len; i++) {
        const Unit *unit = &g_array_index(units, Unit, i);
        if (unit->state > 0 && unit->says[unit->state] >= SURE)
            sure |= 1U << unit->state;
    }
    return (guint)__builtin_popcount(sure);
}

/* ---- sections ---- */

/* What only arranges the text. */
static BlockList
take_stray(Arena *arena, const BlockList *blocks)
{
    BlockSink sink;
    block_sink_init(&sink, arena);
    for (guint i = 0; i < blocks->n; i++)
        if (blocks->items[i].flags & BLOCK_STRAY)
            block_sink_put(&sink, &blocks->items[i]);
    return block_sink_end(&sink);
}

static BlockList
take_blocks(Arena *arena, const GArray *units, guint from, guint state)
{
    BlockSink sink;
    block_sink_init(&sink, arena);
    for (guint i = from; i < units->len; i++) {
        const Unit *unit = &g_array_index(units, Unit, i);
        if (unit->state == state && !unit->heading)
            block_sink_put(&sink, &unit->block);
    }
    return block_sink_end(&sink);
}

/* What stands over the first section, as far as no title of it. */
static BlockList
take_head(Arena *arena, const GArray *units, guint n, ReadCharter *out)
{
    BlockSink head, rest;
    block_sink_init(&head, arena);
    block_sink_init(&rest, arena);
    for (guint i = 0; i < n; i++)
        block_sink_put(&head, &g_array_index(units, Unit, i).block);
    BlockList over = block_sink_take(&head);
    reader_take_head(arena, &over, out, NULL, &rest);
    BlockList list = block_sink_take(&rest);
    block_sink_clear(&head);
    block_sink_clear(&rest);
    return list;
}

static void
take_sections(Arena *arena, const GArray *units, ReadCharter *out)
{
    guint head = 0, done = 0;
    while (head < units->len && g_array_index(units, Unit, head).state == 0)
        head++;
    out->sections = arena_alloc(arena, (N_STATES + 3) * sizeof *out->sections);
    out->sections[out->n++] = (ReadSection){.heading = "",
                                            .name = "",
                                            .doubts = READ_HEAD,
                                            .blocks = take_head(arena, units, head, out)};
    for (guint i = head; i < units->len; i++) {
        const Unit *unit = &g_array_index(units, Unit, i);
        if (done & (1U << unit->state))
            continue;
        done |= 1U << unit->state;
        out->sections[out->n++] =
            (ReadSection){.component = unit->state,
                          .heading = unit->heading ? unit->block.text : "",
                          .name = "",
                          .number = unit->block.number,
                          .doubts = unit->state > 0 ? READ_GUESSED : READ_BEHIND | READ_STRAY,
                          .blocks = take_blocks(arena, units, head, unit->state)};
    }
}

gboolean
reader_guess_sections(Arena *arena, const BlockList *blocks, guint least, ReadCharter *out)
{
    for (guint i = 0; i < blocks->n; i++)
        if (blocks->items[i].cells != NULL || blocks->n > MAX_UNITS)
            return FALSE;
    g_autoptr(GArray) units = read_units(arena, blocks);
    if (units->len == 0 || units->len > MAX_UNITS)
        return FALSE;
    for (guint i = 0; i < units->len; i++)
        say(arena, &g_array_index(units, Unit, i));
    find_way(units);
    if (count_sure(units) < least)
        return FALSE;
    take_sections(arena, units, out);
    out->sections[out->n++] = (ReadSection){.heading = "",
                                            .name = "",
                                            .doubts = READ_BEHIND | READ_STRAY,
                                            .blocks = take_stray(arena, blocks)};
    return TRUE;
}
