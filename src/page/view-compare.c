#include "base/append.h"
#include "base/borrow.h"
#include "page/view-shared.h"
#include "text/fold.h"
#include <string.h>

/*
 * What services of one kind say, side by side. Where they differ it is marked; nobody is ranked. A paper that is not asked
 * for everywhere in the same words is marked; a time or a fee that is not the usual one, when more than half share one.
 */

/* The words by which two papers are the same: what, of how many, for whom, when. `word`: for one of them. */
static const char *
folded(ViewContext *ctx, const CardPaper *paper, GString *word)
{
    const char *texts[] = {paper->teks, paper->jumlah, paper->untuk, paper->bila};
    GString *out = view_scratch(ctx);
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        while (*texts[i] != '\0' && fold_next_word(&texts[i], word)) {
            append_bytes(out, word->str, word->len);
            append_bytes(out, " ", 1);
        }
        g_string_append_c(out, '|');
    }
    return view_keep(ctx);
}

/* ---- papers ---- */

/* In how many services a paper stands. */
typedef struct PaperCount {
    guint n;
    const ServiceCard *last; /* that had it */
} PaperCount;

static PaperCount *
count_of(ViewContext *ctx, GHashTable *counts, const CardPaper *paper, GString *word)
{
    const char *words = folded(ctx, paper, word);
    PaperCount *count = g_hash_table_lookup(counts, words);
    if (count == NULL) {
        count = arena_new0(ctx->arena, PaperCount);
        g_hash_table_insert(counts, BORROW(words), count);
    }
    return count;
}

/* Of each paper of the cards, one card's after the other's, its count; NULL: headings have none. */
static PaperCount **
count_papers(ViewContext *ctx, const ServiceCard *const *cards, guint n)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) word = g_string_new(NULL);
    guint n_papers = 0;
    for (guint i = 0; i < n; i++)
        n_papers += cards[i]->n_papers;
    PaperCount **all = arena_alloc(ctx->arena, n_papers * sizeof *all), **next = all;
    for (guint i = 0; i < n; i++) {
        const ServiceCard *card = cards[i];
        for (guint k = 0; k < card->n_papers; k++, next++) {
            if (card->papers[k].kind < PAPER_ITEM)
                continue;
            PaperCount *count = *next = count_of(ctx, counts, &card->papers[k], word);
            count->n += count->last != card ? 1 : 0;
            count->last = card;
        }
    }
    return all;
}

/* The papers of one card; of `n` cards, in `counts`. */
static MuList
papers_of(ViewContext *ctx, const ServiceCard *card, PaperCount *const *counts, guint n)
{
    ViewSyaratBanding *rows = arena_alloc(ctx->arena, card->n_papers * sizeof *rows);
    for (guint i = 0; i < card->n_papers; i++) {
        const CardPaper *paper = &card->papers[i];
        rows[i] = (ViewSyaratBanding){
            .varian = paper->kind == PAPER_VARIANT,
            .kelompok = paper->kind == PAPER_GROUP,
            .rinci = paper->kind == PAPER_PART,
            .teks = paper->teks,
            .untuk = paper->untuk,
            .bila = paper->bila,
            .jumlah = paper->jumlah,
            .formulir = paper->formulir,
            .tautan = "",
            .beda = paper->kind == PAPER_ITEM && n > 1 && counts[i]->n < n,
        };
    }
    return view_list(rows, card->n_papers);
}

/* ---- times and fees ---- */

/* The text that more than half of `texts` share; NULL when none does or all do. */
static const char *
usual(const char *const *texts, guint n)
{
    for (guint i = 0; i < n; i++) {
        guint same = 0;
        for (guint k = 0; k < n; k++)
            same += fold_compare(texts[i], texts[k]) == 0 ? 1 : 0;
        if (2 * same > n)
            return same < n ? texts[i] : NULL;
    }
    return NULL;
}

MuList
shared_comparison_rows(ViewContext *ctx,
                       const SharedPlan *plan,
                       const CardRef *refs,
                       const ServiceCard *const *cards,
                       guint n)
{
    const Telling tell = view_telling(ctx);
    ViewBarisBanding *rows = arena_alloc(ctx->arena, n * sizeof *rows);
    const char **times = arena_alloc(ctx->arena, n * sizeof *times);
    const char **fees = arena_alloc(ctx->arena, n * sizeof *fees);
    PaperCount *const *counts = count_papers(ctx, cards, n);
    for (guint i = 0; i < n; i++) {
        const ServiceCard *card = cards[i];
        times[i] = telling_time(&tell, &card->waktu);
        fees[i] = telling_fee(&tell, &card->biaya);
        rows[i] = (ViewBarisBanding){
            .id = arena_concat(ctx->arena, "b", view_number(ctx, i + 1), NULL),
            .judul = card->judul,
            .instansi = shared_agency(plan, refs[i])->nama_lengkap,
            .jalur = shared_service_path(ctx, card),
            .waktu = shared_brief_time(&card->waktu),
            .biaya = shared_brief_fee(&card->biaya),
            .n_syarat = card->n_syarat,
            .n_langkah = card->n_langkah,
            .syarat = papers_of(ctx, card, counts, n),
        };
        counts += card->n_papers;
    }
    const char *usual_time = usual(times, n), *usual_fee = usual(fees, n);
    for (guint i = 0; i < n; i++) {
        rows[i].waktu_beda = usual_time != NULL && fold_compare(times[i], usual_time) != 0;
        rows[i].biaya_beda = usual_fee != NULL && fold_compare(fees[i], usual_fee) != 0;
    }
    return view_list(rows, n);
}
